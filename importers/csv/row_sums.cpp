// SPDX-License-Identifier: GPL-3.0-or-later
// What a row converter computes: products of cells, and what a row adds to the sums of its group.
#include "importers/csv/row_converter.h"

#include <algorithm>

namespace goodfaith::importers {
namespace {

// "0.1", "10%", "" for none.
std::optional<Decimal> shareFrom(QString text) {
    if (text.isEmpty())
        return Decimal();
    const bool isPercent = text.endsWith(u'%');
    if (isPercent)
        text = text.chopped(1).trimmed();
    const auto plain = plainNumber(text, DecimalMark::Unknown);
    auto share = plain ? Decimal::fromText(*plain) : std::nullopt;
    if (share && isPercent)
        *share *= *Decimal::fromText(u"0.01");
    return share;
}

}  // namespace

std::optional<Decimal> RowConverter::numberIn(qsizetype cell, DecimalMark mark) {
    const QString text = cells_.text(cell);
    if (text.isEmpty())
        return std::nullopt;
    const auto plain = numberOfAmount(text, mark);
    const auto number = plain ? Decimal::fromText(*plain) : std::nullopt;
    if (!number)
        expectedIn(cell, QStringLiteral("Expected a number such as 2 or 1.5."));
    return number;
}

void RowConverter::expectedIn(qsizetype cell, const QString& reason) {
    if (problem_)
        return;
    problem_ = RejectedRow();
    problem_->column = columns_[cell].trimmed();
    constexpr qsizetype shownOfValue = 200;
    problem_->value = cells_.text(cell).left(shownOfValue);
    problem_->reason = reason;
}

// "" where a factor is missing.
QString RowConverter::productOf(const PlannedSource& source, DecimalMark mark) {
    std::optional<Decimal> product;
    for (const qsizetype cell : source.cells) {
        const auto factor = numberIn(cell, mark);
        if (!factor)
            return {};
        product = product ? * product *= *factor : factor;
    }
    if (source.lessCell >= 0) {
        const auto share = shareFrom(cells_.text(source.lessCell));
        if (share)
            *product *= share->restOfOne();
        else
            expectedIn(source.lessCell, QStringLiteral("Expected a share such as 0.1 or 10%."));
    }
    for (size_t i = 0; i < source.plusCells.size(); ++i) {
        auto amount = numberIn(source.plusCells[i], mark);
        if (!amount)
            continue;
        if (source.takesOff[i] && !amount->text().startsWith(u'-'))
            *amount *= *Decimal::fromText(u"-1");
        product = product ? * product += *amount : amount;
    }
    return product ? product->text() : QString();
}

void RowConverter::buildSummed(const PlannedRecord& plan, size_t rule, ConvertedRow& row) {
    addends_.clear();
    ImportedRecord record = build(plan);
    if (!problem_)
        row.summed.push_back({rule, std::move(record), currencyOf(plan), addends_});
}

void RowConverter::addUp(const PlannedColumn& column, Field field, const Found& found) {
    if (const auto number = Decimal::fromText(found.text))
        addends_.emplace_back(field, *number);
    else
        reject(column, found, QStringLiteral("expected a number that fits"));
}

}  // namespace goodfaith::importers
