// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_values.h"

namespace goodfaith::samples {
namespace {

struct Told {
    QueueKind kind;
    qint64 event;
    qint64 customer;
    const char* name;
    const char* since;
    const char* due;
    qint64 minor;
    Topic topic;
    const char* words;
};

constexpr Told told[] = {
    {QueueKind::Promise, 771, 52, "Bob Marlow", "2024-06-28T09:00:00Z", "2024-07-01T16:00:00Z",
     4900, Topic::Late, "So when will I get my money back?"},
    {QueueKind::Reply, 881, 17, "Ada Lindqvist", "2024-07-02T13:05:00Z", "2024-07-03T13:05:00Z",
     182000, Topic::NotReceived,
     "Still nothing. Day 19. Could somebody please tell me where it is?"},
    {QueueKind::Callback, 902, 8, "", "2024-07-02T16:40:00Z", "2024-07-03T16:40:00Z", 0,
     Topic::None, "Call, abandoned after 6 min"},
    {QueueKind::Reply, 910, 301, "Siobhán O'Sullivan-Featherstonehaugh", "2024-07-03T08:12:00Z",
     "2024-07-04T08:12:00Z", 61250, Topic::None,
     "Does the kettle switch itself off? My mother keeps forgetting hers."},
    {QueueKind::Promise, 915, 17, "Ada Lindqvist", "2024-07-03T09:30:00Z", "2024-07-05T16:00:00Z",
     182000, Topic::NotReceived, "Still nothing. Day 19."},
    {QueueKind::Case, 640, 77, "Cy Novak", "2024-06-20T12:00:00Z", "2024-07-20T12:00:00Z", 9900,
     Topic::Defective, "I have sent the photos that you asked for."},
    {QueueKind::FollowUp, 512, 23, "Dee Okafor", "2024-06-24T10:00:00Z", "2024-07-15T22:59:59Z",
     33000, Topic::Damaged, "Thank you, the new one is perfect."},
    {QueueKind::Reply, 700, 99, "Eve Marlow", "2024-07-01T10:00:00Z", "2024-07-02T10:00:00Z", 1250,
     Topic::Billing, "I was charged twice."},
};

}  // namespace

std::vector<QueueRow> queue() {
    std::vector<QueueRow> rows;
    for (const Told& one : told) {
        QueueRow row;
        row.entry.wait = {one.kind, EventId(one.event), 0, {}};
        row.entry.customer = CustomerId(one.customer);
        row.entry.since = row.entry.from = at(one.since);
        row.entry.due = at(one.due);
        row.entry.events = {EventId(one.event)};
        row.entry.topic = one.topic;
        if (one.kind == QueueKind::Promise) {
            row.entry.promise = one.event == 771 ? PromiseKind::Refund : PromiseKind::Other;
            row.entry.phrase = QStringLiteral("a carrier's answer by Friday");
        }
        row.name = QString::fromUtf8(one.name);
        if (one.minor != 0)
            row.value += Money{one.minor, *Currency::fromCode(u"EUR")};
        row.words = QString::fromUtf8(one.words);
        rows.push_back(std::move(row));
    }
    rows.back().entry.putOffUntil = at("2024-07-05T07:00:00Z");
    rows.back().entry.putOffReason = QStringLiteral("waiting for the bank");
    return rows;
}

}  // namespace goodfaith::samples
