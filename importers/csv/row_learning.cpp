// SPDX-License-Identifier: GPL-3.0-or-later
// What a row converter learns from a file's cells before it reads them: how numbers and dates are
// written. A column speaks for itself; one that says nothing is read as the others are.
#include "importers/csv/row_learning.h"

#include "importers/csv/row_converter.h"

#include <algorithm>

namespace goodfaith::importers {

void MarkTally::add(QStringView cell) {
    const DecimalMark says = decimalMarkOf(cell);
    points += says == DecimalMark::Point ? 1 : 0;
    commas += says == DecimalMark::Comma ? 1 : 0;
    hasAmbiguous = hasAmbiguous ||
                   (says == DecimalMark::Unknown && (cell.contains(u',') || cell.contains(u'.')));
}

void MarkTally::add(const MarkTally& other) {
    points += other.points;
    commas += other.commas;
    hasAmbiguous = hasAmbiguous || other.hasAmbiguous;
}

DecimalMark MarkTally::mark() const {
    if (points == commas)
        return DecimalMark::Unknown;
    return points > commas ? DecimalMark::Point : DecimalMark::Comma;
}

void OrderTally::add(const DateHint& hint) {
    dayFirst = dayFirst || hint.order == DateOrder::DayFirst;
    monthFirst = monthFirst || hint.order == DateOrder::MonthFirst;
    hasAmbiguous = hasAmbiguous || hint.isAmbiguous;
}

DateOrder OrderTally::order() const {
    if (dayFirst == monthFirst)
        return DateOrder::Unknown;
    return dayFirst ? DateOrder::DayFirst : DateOrder::MonthFirst;
}

void LineNotes::add(qint64 line, const QString& text) {
    if (count++ > 0)
        return;
    firstLine = line;
    firstText = text;
}

// Whether the cell said anything new.
bool RowConverter::learnFromCell(qsizetype cell, QStringView text) {
    bool says = false;
    if (const auto tally = marks_.find(cell); tally != marks_.end()) {
        tally->second.add(text);
        says = true;
    }
    const bool isTime = std::binary_search(timeCells_.begin(), timeCells_.end(), cell);
    if (!isTime || dateOrder_ != DateOrder::Unknown)
        return says;
    const DateHint hint = dateHintOf(text);
    if (hint.separator.isNull())
        return says;
    orders_[hint.separator].add(hint);
    return true;
}

void RowConverter::learnFrom(const std::vector<SampleRow>& rows, const Dialect& dialect) {
    for (const SampleRow& row : rows) {
        for (qsizetype cell = 0; cell < row.cells.size(); ++cell)
            learnFromCell(cell, row.cells[cell]);
    }
    const QString& set = options_.writing.decimalMark;
    if (!set.isEmpty())
        usualMark_ = set == u"," ? DecimalMark::Comma : DecimalMark::Point;
    else
        usualMark_ = dialect.delimiter == ";" ? DecimalMark::Comma : DecimalMark::Unknown;
    decide();
}

void RowConverter::learnFrom(const RecordReader& row) {
    bool says = false;
    for (const auto& [cell, tally] : marks_)
        says = learnFromCell(cell, row.text(cell)) || says;
    for (const qsizetype cell : timeCells_)
        says = learnFromCell(cell, row.text(cell)) || says;
    if (says)
        decide();
}

bool RowConverter::isUndecided() const {
    const bool orderIsOpen = std::any_of(orders_.begin(), orders_.end(),
                                         [](const auto& entry) { return entry.second.isOpen(); });
    MarkTally all;
    for (const auto& [cell, tally] : marks_)
        all.add(tally);
    return orderIsOpen || (options_.writing.decimalMark.isEmpty() && all.hasAmbiguous &&
                           all.points + all.commas == 0);
}

MarkTally RowConverter::tallyOf(const PlannedColumn& column) const {
    MarkTally own;
    if (column.sources.empty())
        return own;
    for (const qsizetype cell : column.sources.front().cells) {
        if (const auto tally = marks_.find(cell); tally != marks_.end())
            own.add(tally->second);
    }
    return own;
}

void RowConverter::decide() {
    MarkTally all;
    for (const auto& [cell, tally] : marks_)
        all.add(tally);
    const bool markIsSet = !options_.writing.decimalMark.isEmpty();
    const DecimalMark usual =
        markIsSet || all.mark() == DecimalMark::Unknown ? usualMark_ : all.mark();
    for (PlannedRecord& record : plan_) {
        record.positiveMark = usual;
        for (PlannedColumn& column : record.columns) {
            const DecimalMark own = markIsSet ? usual : tallyOf(column).mark();
            column.mark = own == DecimalMark::Unknown ? usual : own;
        }
    }
    for (const auto& [separator, tally] : orders_)
        times_.learn(separator, tally.order());
}

QStringList RowConverter::warnings() const {
    QStringList warnings;
    for (const auto& [separator, tally] : orders_) {
        if (tally.isOpen())
            warnings.append(
                QStringLiteral("Nothing in the file says whether its dates begin with the day or "
                               "the month: set the date order (--date-order dmy or mdy)."));
        if (tally.dayFirst && tally.monthFirst && tally.hasAmbiguous)
            warnings.append(
                QStringLiteral("Some dates in the file begin with the day and some with the month; "
                               "those that could do either were rejected: set the date order "
                               "(--date-order dmy or mdy) of the ones that are meant."));
    }
    const auto warn = [&](const LineNotes& notes, const QString& what) {
        if (notes.count == 0)
            return;
        const QString others =
            notes.count == 1 ? QString()
                             : QStringLiteral(" The same is so of %1 more.").arg(notes.count - 1);
        warnings.append(what.arg(notes.firstLine).arg(notes.firstText) + others);
    };
    warn(gaps_, QStringLiteral("Line %1: the time %2 does not exist, since the clock was put "
                               "forward; it was read as that much later."));
    warn(folds_, QStringLiteral("Line %1: the time %2 was there twice, since the clock was put "
                                "back; it was read as the first of the two."));
    warn(noAddresses_, QStringLiteral("Line %1: “%2” is no e-mail address, so nobody is known by "
                                      "it; the rest of the row was read."));
    return warnings;
}

}  // namespace goodfaith::importers
