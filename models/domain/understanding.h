// SPDX-License-Identifier: GPL-3.0-or-later
// What messages and records mean, as values: the reading of one message, the cases of a customer,
// and how long inquiries waited. Made by models/understanding, kept (as derived values) by
// models/store.
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"
#include "models/domain/note.h"
#include "models/domain/promise.h"
#include "models/domain/queue_word.h"
#include "models/domain/record.h"
#include "models/domain/topic.h"

#include <QString>

#include <optional>
#include <vector>

namespace goodfaith {

enum class MessageNature { Human, AutoReply, Bounce, Bulk };

// What one text says. Depends on the text alone, so it is kept until the text changes.
struct Reading {
    QString newText;  // without quotes, signature and footers
    MessageNature nature = MessageNature::Human;
    double complaintProbability = 0;  // 0 to 1
    bool complaint = false;
    // Of a complaint, or of what could be one; None where nobody would ask.
    Topic topic = Topic::None;
    std::vector<Ask> asks;
    bool threat = false;                  // a bad review or a chargeback unless paid
    bool saysReceived = false;            // "it arrived today"
    bool saysWorks = false;               // "works fine now"
    bool thanks = false;                  // nothing but thanks or a confirmation: expects no answer
    bool admits = false;                  // ours: we admit a fault of ours, beyond mere courtesy
    std::vector<QString> movedBy;         // the words that moved the probability, strongest first
    std::vector<StatedPromise> promises;  // ours: what we say that we will do, and by when
    bool refuses = false;                 // ours: what they ask for is not given
    bool asksThem = false;                // ours: it is their turn
};

// Who reads a text themselves is believed over how it was read.
void correct(Reading& reading, const ReadingWord& word);

struct EventReading {
    EventId event;
    Reading reading;
};

// A span in which an inbound message or call waited for us, or still does.
struct Wait {
    EventId inquiry;                        // the oldest unanswered inbound of the span
    RecordKind kind = RecordKind::Message;  // Message or Call
    QString mailbox;                        // of ours, "" for calls without a queue
    Instant since;
    std::optional<Instant> answeredAt;  // nothing: still waiting at the as-of
    EventId answer;
    int chasers = 0;                     // further inbound within the span
    bool firstOfCase = false;            // its time is a first reply time
    std::vector<EventId> chasedBy = {};  // the chasers, by time
};

enum class CaseState {
    Open,            // they wait for us
    Answered,        // ours was the last word
    Resolved,        // settled by words or records, or by silence after our answer
    Reopened,        // they wait for us again, after it was resolved
    WaitingForThem,  // ours was the last word, and asked them for something
};
QString nameOf(CaseState state);  // "open"
// What came of a case: by the records where these show it, else by our words.
enum class CaseOutcome { None, Refund, Replacement, Compensation, Explained, Refused };
QString nameOf(CaseOutcome outcome);  // "refund"
// Silence after our answer that means the matter is over.
inline constexpr Duration silenceThatResolves = std::chrono::days(30);

// One matter complained of, with everything that belongs to it.
struct Case {
    CaseId id;                        // its first event
    std::vector<EventId> events;      // by time
    std::vector<EventId> complaints;  // those of the events that complain
    Topic topic = Topic::Other;
    std::vector<Ask> asks;  // every one asked for in it
    bool threat = false;
    Instant openedAt;
    Instant lastAt;
    std::vector<EventId> orders;  // the orders it is about, as far as known
    // Where neither words nor records say which order it is about: those it could be. `orders` is
    // then a guess, and empty where there are several. A guess may explain, never contradict.
    std::vector<EventId> couldBe;
    CaseState state = CaseState::Open;
    std::optional<Instant> answeredAt = {};  // our last word in it
    std::optional<Instant> resolvedAt =
        {};  // once resolved: our last act of substance, else theirs
    EventId resolvedBy = {};
    std::optional<Instant> settledAt = {};    // since when it counts as resolved
    int reopenings = 0;                       // how often they came back after it was resolved
    std::optional<CaseOutcome> outcome = {};  // nothing while it is not decided
    // Resolved by our first answer, and what we gave with it or by the next day.
    bool isOnTheSpot = false;
    EventId boughtAgain = {};  // their first order after it was resolved
    // Known first by a record that is a claim in itself: no words of theirs are known that made it,
    // nor when it was made, and nobody waited for an answer to it.
    bool beganOnRecord = false;

    bool isGuessed() const { return !couldBe.empty(); }
};

struct Understanding {
    std::vector<Note> notes;             // mere ones, by time
    std::vector<Judgement> judgements;   // by time
    std::vector<QueueWord> queueWords;   // by time
    std::vector<EventReading> readings;  // by event id
    std::vector<Case> cases;             // by openedAt
    std::vector<Wait> waits;             // by since
    std::vector<Promise> promises;       // by madeAt

    const Reading* reading(EventId event) const;
};

}  // namespace goodfaith
