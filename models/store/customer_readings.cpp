// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/customer_readings.h"

#include "models/store/customer_stream.h"

#include <algorithm>

namespace goodfaith::store {
namespace {

std::vector<Ask> asksFrom(int bits) {
    std::vector<Ask> asks;
    for (const Ask ask : {Ask::Refund, Ask::Replacement, Ask::Compensation, Ask::Repair,
                          Ask::Information, Ask::Apology}) {
        if ((bits & 1 << static_cast<int>(ask)) != 0)
            asks.push_back(ask);
    }
    return asks;
}

std::vector<QString> linesFrom(const QString& text) {
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    return {lines.begin(), lines.end()};
}

// The kinds that have readings stand together, so that orders are passed over.
constexpr RecordKind firstRead = RecordKind::Message;
constexpr RecordKind lastRead = RecordKind::ContactForm;

std::string selectReadings() {
    return "SELECT link.customer_id, record.id, new_text, nature, probability, complaint, topic, "
           "asks, threat, says_received, says_works, thanks, admits, moved_by, promises, "
           "refuses, asks_them FROM link "
           "CROSS JOIN record ON record.party_id = link.party_id AND record.kind BETWEEN " +
           std::to_string(static_cast<int>(firstRead)) + " AND " +
           std::to_string(static_cast<int>(lastRead)) +
           " JOIN reading ON reading.record_id = record.id WHERE reading.version > 0";
}

using ReadingStream = CustomerStream<EventId, QString, MessageNature, double, bool, Topic, int,
                                     bool, bool, bool, bool, bool, QString, QString, bool, bool>;

}  // namespace

struct CustomerReadings::Stream : ReadingStream {
    using ReadingStream::ReadingStream;
};

CustomerReadings::CustomerReadings(const Database& database)
    : stream_(std::make_unique<Stream>(database, selectReadings())) {}

CustomerReadings::~CustomerReadings() = default;

void CustomerReadings::start(CustomerRange range) {
    stream_->start(range);
}

std::vector<EventReading> CustomerReadings::of(CustomerId customer) {
    std::vector<EventReading> readings;
    stream_->forEach(customer, [&](EventId event, QString& newText, MessageNature nature,
                                   double probability, bool complaint, Topic topic, int asks,
                                   bool threat, bool saysReceived, bool saysWorks, bool thanks,
                                   bool admits, const QString& movedBy, const QString& promises,
                                   bool refuses, bool asksThem) {
        readings.push_back({event,
                            {newText, nature, probability, complaint, topic, asksFrom(asks), threat,
                             saysReceived, saysWorks, thanks, admits, linesFrom(movedBy),
                             statedPromisesFrom(promises), refuses, asksThem}});
    });
    std::sort(readings.begin(), readings.end(),
              [](const EventReading& a, const EventReading& b) { return a.event < b.event; });
    return readings;
}

}  // namespace goodfaith::store
