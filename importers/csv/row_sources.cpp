// SPDX-License-Identifier: GPL-3.0-or-later
// What only presets ask of a row: conditions, sums, times worked out from others, joined records.
#include "importers/csv/finish_record.h"
#include "importers/csv/row_converter.h"

#include <algorithm>
#include <iterator>

namespace goodfaith::importers {
namespace {

// "1366720340" or "1366720340.25" as a time that can be read; what is no such number, as it is.
QString timeOfEpoch(const QString& text) {
    bool ok = false;
    const double seconds = text.toDouble(&ok);
    if (!ok || seconds < 0 || seconds > 4.2e9)
        return text;
    return toIsoUtc(instantFromMillis(static_cast<qint64>(seconds) * 1000));
}

}  // namespace

// What cannot be read counts as positive: then the row is rejected for it, not left out.
bool RowConverter::isPositive(const PlannedRecord& record) const {
    const QString text = record.positiveCell < 0 ? QString() : cells_.text(record.positiveCell);
    if (text.isEmpty())
        return false;
    if (const auto number = readNumber(text, record.positiveMark).value)
        return *number > 0;
    const auto amount = readAmount(text, record.positiveMark, {}, options_.currency);
    return !amount.value || amount.value->minor > 0;
}

QString RowConverter::adorned(const QString& text, const PlannedSource& source) {
    const QString plain = source.isEpoch ? timeOfEpoch(text) : text;
    return plain + source.suffix;
}

QString RowConverter::secondsWithout(const PlannedSource& source) const {
    const auto all = readSeconds(cells_.text(source.cells.front()));
    const auto part = readSeconds(cells_.text(source.cells.back()));
    if (!all.value || !part.value || *all.value < *part.value)
        return {};
    return QString::number(*all.value - *part.value);
}

QString RowConverter::later(const PlannedSource& source) {
    const auto from = times_.read(cells_.text(source.cells.front()));
    const QString text = cells_.text(source.cells.back());
    const auto seconds =
        source.isMinutes ? readSeconds(QString(text + QStringLiteral(":00"))) : readSeconds(text);
    if (!from.value || text.isEmpty() || !seconds.value)
        return {};
    return toIsoUtc(*from.value + std::chrono::seconds(*seconds.value));
}

Reading<Instant> RowConverter::readTime(const QString& text) {
    auto time = times_.read(text);
    if (times_.note() == ClockNote::None)
        return time;
    LineNotes& notes = times_.note() == ClockNote::Gap ? gaps_ : folds_;
    notes.add(cells_.line(), text);
    return time;
}

// What is no address is kept as it is: it may be mended where it comes from.
void RowConverter::takePart(ImportedRecord& record, const PartyKey& part, const QString& text) {
    if (part.part != PartyPart::Email) {
        setPartyKey(record, part, text);
        return;
    }
    const auto address = mailAddressIn(text);
    if (!address) {
        constexpr qsizetype shown = 60;
        noAddresses_.add(cells_.line(), text.left(shown));
    }
    setPartyKey(record, part, address.value_or(text));
}

// Records that are told in several rows wait for more of them; those that need not wait any longer
// come out.
void RowConverter::joinRows(std::vector<ImportedRecord>& records) {
    std::vector<ImportedRecord> others;
    for (ImportedRecord& record : records) {
        const auto plan = std::find_if(plan_.begin(), plan_.end(), [&](const auto& one) {
            return one.table->kind == record.kind && (one.joins || one.hasLegs);
        });
        if (plan == plan_.end())
            others.push_back(std::move(record));
        else if (plan->joins)
            joiner_.add(std::move(record));
        else
            legs_.add(std::move(record), plan->legsTell);
    }
    records = joiner_.takeOldest();
    auto calls = legs_.takeOldest();
    std::move(calls.begin(), calls.end(), std::back_inserter(records));
    std::move(others.begin(), others.end(), std::back_inserter(records));
}

std::vector<ImportedRecord> RowConverter::finish() {
    auto records = joiner_.takeAll();
    auto calls = legs_.takeAll();
    std::move(calls.begin(), calls.end(), std::back_inserter(records));
    return records;
}

}  // namespace goodfaith::importers
