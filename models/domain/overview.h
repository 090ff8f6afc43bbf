// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that lists and pages show: customers, timeline rows, imports, search matches. Plain values
// that the store fills, the item models present and the command line prints.
#pragma once

#include "models/domain/facts.h"
#include "models/domain/identity_key.h"
#include "models/domain/ids.h"
#include "models/domain/instant.h"
#include "models/domain/money.h"
#include "models/domain/record.h"
#include "models/domain/score.h"
#include "models/domain/understanding.h"

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace goodfaith {

// An address of a customer's that mail does not reach, or hardly will.
struct AddressOverview {
    CustomerId customer;  // none: an address of nobody whom we know
    QString address;
    int bounces = 0;                         // since the last mail from it
    std::optional<Instant> lastBounce = {};  // the last of these
    QString meant = {};                      // how it is probably spelt, "" where it looks right
};

// Who a customer is, from all their parties; each list without duplicates, the latest first.
struct CustomerOverview {
    CustomerId id;
    QString name;  // the latest one known; "" when there is none
    QStringList emails;
    QStringList phones;     // E.164 where they could be read, else as they came
    QStringList addresses;  // one line each
    QStringList shopNumbers;
    std::optional<Instant> since;        // the first event
    std::optional<Instant> lastContact;  // the last message or call in either direction
    std::vector<AddressOverview> doubtfulAddresses = {};
};

// A key of a party, as it is compared.
struct PartyKeyOverview {
    NormalisedKey key;
    bool isShared = false;  // by so many different persons that it joins nobody
};

// One of a customer's parties, and why it is there.
struct PartyOverview {
    PartyId party;
    QByteArray content;  // what decisions are anchored to
    PartyKeys said;      // as they came
    QString source;      // the account whose shop number it bears; "" without one
    std::vector<PartyKeyOverview> keys;
    QString rule;      // "first", "email", "phone", "shop_number", or "person"
    QString evidence;  // the key, or the number of a person's act
    PartyId joinedTo;  // whom that joined it to; none for the first
    int events = 0;    // on its timeline
    std::optional<Instant> first;
    std::optional<Instant> last;
};

struct Match {
    CustomerId customer;
    QString name;
    QStringList emails;
    QStringList phones;
    QString why;  // what matched: "order 1042", "e-mail", "name"
};

// One row of a timeline.
struct TimelineRow {
    EventId id;
    Instant at;
    RecordKind kind = RecordKind::Order;
    Direction direction = Direction::None;
    QString title;    // one line: "Order 1042", a mail's subject, "Call, abandoned after 6 min"
    QString snippet;  // the beginning of a message's new text, or of a call's notes
    std::optional<Money> amount;
    QString orderKey;
    QString status;   // "delivered", "abandoned", … as the record has it
    ImportId import;  // the one that last asserted it
    CaseId caseId;    // none outside of cases
    bool complaint = false;
    bool automatic = false;  // an auto-reply, a bounce or bulk mail
    bool isRead = false;     // there is a text, and it was read for what it says
    bool promises = false;   // its text promises something
};

// What a text counts as saying, and who says otherwise than it was read.
struct TextJudgement {
    bool complains = false;
    Topic topic = Topic::None;                  // None unless it complains
    std::vector<QString> movedBy = {};          // what weighed most when it was read, either way
    std::vector<StatedPromise> promises = {};   // ours
    std::optional<ReadingWord> corrected = {};  // the latest word on whether it complains
    std::optional<PromiseWord> settled = {};    // the latest word on its promises
};

struct TimelineFilter {
    std::vector<RecordKind> kinds;  // empty: all
    std::vector<EventId> events;    // empty: all; a reason's events
    std::optional<Instant> from;    // inclusive
    std::optional<Instant> to;      // inclusive
    QString words;                  // full-text search in titles, texts and notes
};

// Where the next page of a timeline goes on: after this row, newest first.
struct TimelineCursor {
    Instant at;
    EventId id;
};

using KindCounts = std::map<RecordKind, int>;

struct ImportCounts {
    qint64 rowsRead = 0;
    qint64 inserted = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;
    qint64 rejected = 0;
    qint64 customersNew = 0;
    qint64 customersMatched = 0;

    friend bool operator==(const ImportCounts&, const ImportCounts&) = default;
};

enum class ImportState { Running, Done, Interrupted };

struct ImportSummary {
    ImportId id;
    QString path;
    QString source;  // the account's name
    QString templateName;
    QString preset;
    Instant at;  // when it began
    ImportState state = ImportState::Running;
    ImportCounts counts;
    bool undone = false;
};

struct CoverageRow {
    QString source;
    RecordKind kind = RecordKind::Order;
    Instant from;
    Instant to;
    qint64 records = 0;
    Instant importedAt;  // when the newest of them came in
};

// By which way something came to us, and who of us dealt with it. What is not known is "".
struct Way {
    QString channel;  // "email", "phone", "chat", "contact_form", … as the record has it
    QString mailbox;  // the address of ours; "" for calls
    QString queue;    // of calls
    QString agent;    // who answered or resolved it
};

// What managers' charts and reports are counted from.
struct CaseOverview {
    CaseId id;
    CustomerId customer;
    Topic topic = Topic::Other;
    Instant openedAt;
    std::optional<Instant> resolvedAt = {};  // as Case::resolvedAt
    Way way = {};
};

struct WaitOverview {
    EventId inquiry;
    CustomerId customer;
    RecordKind kind = RecordKind::Message;
    Instant since;
    std::optional<Instant> answeredAt;
    bool firstOfCase = false;
    Way way = {};
};

// An inbound call.
struct CallOverview {
    CallFact call;
    CustomerId customer;  // none: the number was withheld
    // Of one that nobody took: when we came back to them, and how.
    std::optional<Instant> answeredAt = {};
    RecordKind answeredBy = RecordKind::Call;
};

// A mailbox of ours and what went through it, what people wrote alone.
struct MailboxOverview {
    QString mailbox;
    int received = 0;
    int sent = 0;
    std::optional<Instant> lastReceived;
    std::optional<Instant> lastSent;
};

// One of the customers behind a chart's mark.
struct CustomerCount {
    CustomerId customer;
    QString name;  // "" when there is none
    std::optional<VerdictKind> verdict;
    int count = 0;  // their cases, or inquiries, in that mark
};

}  // namespace goodfaith
