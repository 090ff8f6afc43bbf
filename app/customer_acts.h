// SPDX-License-Identifier: GPL-3.0-or-later
// What people do about who is who (joining customers, keeping them apart, taking one apart, putting
// an event on another timeline), what they write down, how they judge, what they say of the queue,
// how phrases read, and undoing all that. Each is one transaction, after which the values derived
// of exactly the customers concerned are brought up to date. Wrong use, an act about nobody, and an
// import at work are Failures in plain words, and change nothing.
#pragma once

#include "models/domain/note.h"
#include "models/domain/shop_text.h"

#include <QByteArray>

#include <array>
#include <functional>
#include <vector>

namespace goodfaith::store {
class Database;
}

namespace goodfaith::app {

// What an act changed.
struct ActNotice {
    Act act;
    // Who is another customer now, or somebody again: what is shown of them is out of date. Nobody
    // goes by `gone` any more; those numbers lead to whom they became.
    std::vector<CustomerId> changed;
    std::vector<CustomerId> gone;
    CustomerId customer;  // whom to show afterwards; none when that makes no sense
    QString sentence;     // "Joined Ada Lindqvist (17) and A. Lindqvist (31)."
};

class CustomerActs {
public:
    // `by`: who acts; "" when nobody says. `now`: when.
    CustomerActs(store::Database& database, QString by, Instant now);

    // Whatever was said before of their being apart ends. It joins no more than the two: later
    // knowledge may still part what a rule had joined within one of them.
    ActNotice merge(CustomerId a, CustomerId b);
    // For good: no rule joins any party of the one with any of the other.
    ActNotice keepApart(CustomerId a, CustomerId b);
    // The parties that bear the identifier (e-mail, phone, shop number, or "party:5") leave the
    // others, with their events.
    ActNotice split(CustomerId customer, const QString& identifier);
    // The event is on that customer's timeline whatever its own keys say.
    ActNotice moveEvent(EventId event, CustomerId to);
    // The two are no longer suggested to be one person. No rule is bound by that.
    ActNotice dismiss(CustomerId a, CustomerId b);

    ActNotice note(CustomerId customer, const QString& text);
    // Made elsewhere than in a text of ours, as on the phone.
    ActNotice promise(CustomerId customer, const QString& text, Instant due);
    // Whatever the message promises was kept, or is no promise.
    ActNotice settlePromises(EventId message, bool kept);

    // Whether a text of theirs complains, and of what (None: as it was read).
    ActNotice correctReading(EventId text, bool complains, Topic topic);

    // An agent's own verdict, over the computed one that was shown to them, until its review; none
    // takes back what was judged before.
    ActNotice judge(CustomerId customer, std::optional<VerdictKind> verdict, const QString& reason,
                    std::optional<Instant> reviewAt, const ShownVerdict& shown);
    // What waits under these names is done, or is to wait until then: until they write again. A
    // reason is needed for what is done.
    ActNotice finish(const std::vector<WaitName>& waits, const QString& reason);
    ActNotice putOff(const std::vector<WaitName>& waits, Instant until, const QString& reason);

    // A phrase, or an answer to a frequent question, as it is from now on: a new one has no key.
    ActNotice saveText(const ShopText& text);
    // It is offered no more.
    ActNotice removeText(ShopTextKind kind, const QString& key);

    // Takes back the latest act that stands; NotFound when there is none.
    ActNotice undo();
    // Does again what was undone last, unless something else was done since.
    ActNotice redo();

private:
    // Two customers that an act is about.
    struct Two {
        std::array<QString, 2> words;
        std::array<std::vector<QByteArray>, 2> sides;
    };

    Two both(CustomerId a, CustomerId b) const;
    ActNotice perform(const std::function<void(ActNotice&)>& change);
    void decide(ActNotice& notice, ActKind kind,
                const std::array<std::vector<QByteArray>, 2>& sides);
    void follow(ActNotice& notice);
    void followDecision(ActNotice& notice);
    void followMove(ActNotice& notice);
    void followNote(ActNotice& notice);
    void followJudgement(ActNotice& notice);
    void followQueueWord(ActNotice& notice);
    ActNotice sayOf(const std::vector<WaitName>& waits, QueueWord word);
    ActNotice write(CustomerId customer, const Note& note);
    // Of a customer's parties, the one to hold on to first.
    std::vector<QByteArray> contentsOf(CustomerId customer) const;
    ActNotice setState(const Act& act, ActState state, const QString& sentence);

    store::Database& database_;
    QString by_;
    Instant now_;
};

}  // namespace goodfaith::app
