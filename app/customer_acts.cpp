// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/customer_acts.h"

#include "app/act_words.h"
#include "app/import_lock.h"
#include "app/party_identifier.h"
#include "app/party_linking.h"
#include "app/record_preparation.h"
#include "app/shop_refresh.h"
#include "models/domain/failure.h"
#include "models/scoring/score_customer.h"
#include "models/store/act_table.h"
#include "models/store/customer_reader.h"
#include "models/store/decision_table.h"
#include "models/store/derived_tables.h"
#include "models/store/record_remaking.h"
#include "models/store/settings_table.h"

#include <algorithm>

namespace goodfaith::app {
namespace {

using Sides = store::DecisionTable::Sides;
using Parties = std::vector<PartyOverview>;

[[noreturn]] void refuse(const QString& sentence) {
    throw Failure(FailureKind::WrongUse, sentence);
}

// What names a person best comes first.
int strengthOf(const PartyOverview& party) {
    int best = 0;
    for (const auto& [key, isShared] : party.keys) {
        const int strength = key.kind == NormalisedKey::Kind::ShopNumber ? 3
                             : key.kind == NormalisedKey::Kind::Email    ? 2
                                                                         : 1;
        if (key.joins && !isShared)
            best = std::max(best, strength);
    }
    return best;
}

// Their contents; the first is the one to hold on to.
std::vector<QByteArray> sideOf(Parties parties) {
    std::sort(parties.begin(), parties.end(), [](const PartyOverview& a, const PartyOverview& b) {
        return std::tuple(-strengthOf(a), -a.events, a.content) <
               std::tuple(-strengthOf(b), -b.events, b.content);
    });
    std::vector<QByteArray> contents;
    for (const PartyOverview& party : parties)
        contents.push_back(party.content);
    return contents;
}

void add(ActNotice& notice, const LinkingResult& linked) {
    notice.changed = {linked.changed.begin(), linked.changed.end()};
    notice.gone = {linked.gone.begin(), linked.gone.end()};
}

void addChanged(ActNotice& notice, CustomerId customer) {
    const bool isKnown =
        std::find(notice.changed.begin(), notice.changed.end(), customer) != notice.changed.end();
    if (!customer.isNone() && !isKnown)
        notice.changed.push_back(customer);
}

}  // namespace

CustomerActs::CustomerActs(store::Database& database, QString by, Instant now)
    : database_(database), by_(std::move(by)), now_(now) {}

CustomerActs::Two CustomerActs::both(CustomerId a, CustomerId b) const {
    const ActWords words(database_);
    const store::CustomerReader reader(database_);
    return {{words.nameOf(a), words.nameOf(b)},
            {sideOf(reader.parties(a)), sideOf(reader.parties(b))}};
}

// What is compared with stays as it was: two customers more or less make no difference to it.
ActNotice CustomerActs::perform(const std::function<void(ActNotice&)>& change) {
    const ImportLock lock(database_.path());
    store::DerivedTables derived(database_);
    ActNotice notice;
    store::Transaction transaction(database_);
    const bool isScored =
        derived.scoredRevision(scoring::scoringVersion) == derived.factsRevision();
    change(notice);
    const bool hasChanged = !notice.changed.empty() || !notice.gone.empty();
    if (hasChanged)
        derived.advanceFactsRevisionOfFew();
    transaction.commit();
    if (hasChanged)
        refreshCustomers(database_, notice.changed, now_);
    if (hasChanged && isScored) {
        store::Transaction scored(database_);
        derived.setScored(scoring::scoringVersion, derived.factsRevision());
        scored.commit();
    }
    return notice;
}

void CustomerActs::decide(ActNotice& notice, ActKind kind, const Sides& sides) {
    notice.act = store::ActTable(database_).add(kind, now_, by_);
    store::DecisionTable(database_).add(notice.act.id, sides);
    follow(notice);
}

// What the act says holds now, or holds no longer: whoever it is about is linked anew.
void CustomerActs::follow(ActNotice& notice) {
    switch (notice.act.kind) {
        case ActKind::Same:
        case ActKind::Apart:
        case ActKind::Dismissed:
            return followDecision(notice);
        case ActKind::Moved:
            return followMove(notice);
        case ActKind::Noted:
        case ActKind::Promised:
        case ActKind::PromiseSettled:
        case ActKind::ReadingCorrected:
            return followNote(notice);
        case ActKind::Judged:
            return followJudgement(notice);
        case ActKind::Finished:
        case ActKind::PutOff:
            return followQueueWord(notice);
        case ActKind::TextSaved:
        case ActKind::TextRemoved:
            return;  // about nobody
    }
}

void CustomerActs::followDecision(ActNotice& notice) {
    const Sides sides = store::DecisionTable(database_).sidesOf(notice.act.id);
    if (notice.act.kind != ActKind::Dismissed) {
        std::vector<QByteArray> contents = sides[0];
        contents.insert(contents.end(), sides[1].begin(), sides[1].end());
        add(notice, PartyLinking(database_).relinkAround(contents));
    }
    notice.customer = ActWords(database_).customerOf(sides[0]);
}

void CustomerActs::followMove(ActNotice& notice) {
    const auto record = store::MovedEventTable(database_).recordOf(notice.act.id);
    if (!record)
        return;
    RecordPreparation preparation(store::SettingsTable(database_).load());
    const auto moved = store::makeAnew(database_, {*record}, [&](ImportedRecord said) {
        return preparation.prepare(std::move(said));
    });
    const store::PartyLinks links(database_);
    std::vector<CustomerId> concerned;
    for (const PartyId left : moved.left)
        concerned.push_back(links.customerOf(left));
    add(notice, PartyLinking(database_).relink(moved.arrived, moved.left, Cause::Act));
    for (const PartyId arrived : moved.arrived)
        concerned.push_back(notice.customer = links.customerOf(arrived));
    for (const CustomerId customer : concerned) {
        if (std::find(notice.gone.begin(), notice.gone.end(), customer) == notice.gone.end())
            addChanged(notice, customer);
    }
}

std::vector<QByteArray> CustomerActs::contentsOf(CustomerId customer) const {
    return sideOf(store::CustomerReader(database_).parties(customer));
}

ActNotice CustomerActs::merge(CustomerId a, CustomerId b) {
    const Two two = both(a, b);
    if (a == b)
        refuse(QStringLiteral("Both are %1 already.").arg(two.words[0]));
    return perform([&](ActNotice& notice) {
        decide(notice, ActKind::Same, two.sides);
        notice.sentence = QStringLiteral("Joined %1 and %2.").arg(two.words[0], two.words[1]);
    });
}

ActNotice CustomerActs::keepApart(CustomerId a, CustomerId b) {
    const Two two = both(a, b);
    if (a == b)
        refuse(QStringLiteral("Both are %1: split off who is somebody else.").arg(two.words[0]));
    return perform([&](ActNotice& notice) {
        decide(notice, ActKind::Apart, two.sides);
        notice.sentence =
            QStringLiteral("%1 and %2 stay two customers.").arg(two.words[0], two.words[1]);
    });
}

ActNotice CustomerActs::dismiss(CustomerId a, CustomerId b) {
    const Two two = both(a, b);
    if (a == b)
        refuse(QStringLiteral("Both are %1.").arg(two.words[0]));
    return perform([&](ActNotice& notice) {
        decide(notice, ActKind::Dismissed, two.sides);
        notice.sentence = QStringLiteral("%1 and %2 will not be suggested again.")
                              .arg(two.words[0], two.words[1]);
    });
}

ActNotice CustomerActs::split(CustomerId customer, const QString& identifier) {
    const ActWords words(database_);
    const QString who = words.nameOf(customer);
    const Parties parties = store::CustomerReader(database_).parties(customer);
    const auto named = partiesBearing(parties, identifier, store::SettingsTable(database_).load());
    if (named.empty())
        throw Failure(FailureKind::NotFound,
                      QStringLiteral("%1 has no \"%2\". There is: %3.")
                          .arg(who, identifier, identifiersOf(parties).join(QStringLiteral(", "))));
    if (named.size() == parties.size())
        refuse(QStringLiteral("All of %1 bears \"%2\": nobody would be left to split from. Name "
                              "what only one of them has; \"parties %3\" shows what there is.")
                   .arg(who, identifier, QString::number(customer.value())));
    std::array<Parties, 2> sides;
    for (const PartyOverview& party : parties) {
        const bool isNamed = std::find(named.begin(), named.end(), party.party) != named.end();
        sides.at(isNamed ? 0 : 1).push_back(party);
    }
    const Sides contents{sideOf(sides[0]), sideOf(sides[1])};
    return perform([&](ActNotice& notice) {
        decide(notice, ActKind::Apart, contents);
        notice.customer = words.customerOf(contents[1]);
        notice.sentence =
            QStringLiteral("Split %1 off from %2.")
                .arg(words.nameOf(words.customerOf(contents[0])), words.nameOf(notice.customer));
    });
}

ActNotice CustomerActs::moveEvent(EventId event, CustomerId to) {
    const auto named = store::recordNamed(database_, event);
    if (!named)
        throw Failure(FailureKind::NotFound,
                      QStringLiteral("There is no event %1; \"timeline\" lists a customer's.")
                          .arg(event.value()));
    const ActWords words(database_);
    const QString what = words.nameOf(*named);
    if (!isOnTimeline(named->kind))
        refuse(QStringLiteral("%1 is on no timeline by itself.").arg(what));
    const auto ofNow = store::CustomerReader(database_).customersOf({event});
    if (!ofNow.empty() && ofNow.front() == to)
        refuse(QStringLiteral("%1 is %2's already.").arg(what, words.nameOf(to)));
    const auto side = sideOf(store::CustomerReader(database_).parties(to));
    const QString who = words.nameOf(to);
    return perform([&](ActNotice& notice) {
        notice.act = store::ActTable(database_).add(ActKind::Moved, now_, by_);
        store::MovedEventTable(database_).add(notice.act.id, *named, side.front());
        follow(notice);
        notice.sentence = QStringLiteral("Moved %1 to %2.").arg(what, who);
    });
}

ActNotice CustomerActs::undo() {
    const auto act = store::ActTable(database_).latest();
    if (!act)
        throw Failure(FailureKind::NotFound, QStringLiteral("There is nothing to undo."));
    return setState(*act, ActState::Undone, QStringLiteral("Undone: %1."));
}

ActNotice CustomerActs::redo() {
    const auto act = store::ActTable(database_).latestUndone();
    if (!act)
        throw Failure(FailureKind::NotFound, QStringLiteral("There is nothing to do again."));
    return setState(*act, ActState::Stands, QStringLiteral("Done again: %1."));
}

ActNotice CustomerActs::setState(const Act& act, ActState state, const QString& sentence) {
    return perform([&](ActNotice& notice) {
        const ActWords words(database_);
        const QString before = words.describe(act);
        notice.act = act;
        notice.act.state = state;
        store::ActTable(database_).setState(act.id, state);
        follow(notice);
        // Of two that are one now only the words from before tell them apart.
        const bool areOne = act.kind == ActKind::Same && state == ActState::Stands;
        const bool wereTwo = act.kind == ActKind::Apart && state == ActState::Undone;
        notice.sentence = sentence.arg(areOne || wereTwo ? before : words.describe(act));
    });
}

}  // namespace goodfaith::app
