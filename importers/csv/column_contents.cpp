// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/column_contents.h"

#include "importers/csv/values.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace goodfaith::importers {
namespace {

constexpr size_t looksAt = 200;
constexpr double nothingKnown = 0.5;

bool isEmail(const QString& cell) {
    static const QRegularExpression form(QStringLiteral("\\A[^@\\s]+@[^@\\s]+\\.[A-Za-z]{2,}\\z"));
    return form.match(cell).hasMatch();
}

bool isPhone(const QString& cell) {
    static const QRegularExpression form(QStringLiteral("\\A\\+?[\\d\\s()./-]{6,24}\\z"));
    const auto digits =
        std::count_if(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); });
    return digits >= 6 && digits <= 15 && form.match(cell).hasMatch();
}

bool isTime(const QString& cell) {
    static const QRegularExpression date(QStringLiteral("\\A\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4}"));
    return date.match(cell).hasMatch() ||
           TimeReader(QTimeZone::utc(), DateOrder::Unknown).read(cell).value.has_value();
}

double placeSuits(const ColumnContents& contents, PartyPart part) {
    switch (part) {
        case PartyPart::Email:
            return contents.emails;
        case PartyPart::Phone:
            return contents.times > nothingKnown ? 0 : contents.phones;
        case PartyPart::ShopNumber:
        case PartyPart::Postcode:
            return contents.emails + contents.times > nothingKnown ? 0 : nothingKnown;
        default:
            return std::min(contents.words, 1 - contents.currencyCodes / 2);
    }
}

double typeSuits(const ColumnContents& contents, FieldType type) {
    switch (type) {
        case FieldType::Time:
            return contents.times;
        case FieldType::Amount:
        case FieldType::Decimal:
        case FieldType::Integer:
            return contents.times > nothingKnown ? 0 : contents.numbers;
        case FieldType::Text:
            break;
    }
    return contents.emails + contents.times > nothingKnown ? 0 : nothingKnown;
}

}  // namespace

ColumnContents contentsOf(const std::vector<SampleRow>& rows, qsizetype column) {
    ColumnContents contents;
    QSet<QString> seen;
    const size_t count = std::min(rows.size(), looksAt);
    for (size_t i = 0; i < count; ++i) {
        const QString cell = rows[i].cells.value(column).trimmed();
        if (cell.isEmpty() || cell.compare(u"NULL", Qt::CaseInsensitive) == 0)
            continue;
        ++contents.cells;
        seen.insert(cell);
        const bool email = isEmail(cell);
        const bool time = isTime(cell);
        const bool number = numberOfAmount(cell, DecimalMark::Unknown).has_value();
        const bool code = cell.size() == 3 && Currency::fromCode(cell).has_value();
        const bool hasLetter =
            std::any_of(cell.begin(), cell.end(), [](QChar c) { return c.isLetter(); });
        contents.emails += email ? 1 : 0;
        contents.phones += isPhone(cell) ? 1 : 0;
        contents.times += time ? 1 : 0;
        contents.numbers += number ? 1 : 0;
        contents.currencySigns += number && !plainNumber(cell, DecimalMark::Unknown) ? 1 : 0;
        contents.currencyCodes += code ? 1 : 0;
        contents.words += hasLetter && !email && !time ? 1 : 0;
    }
    const double cells = std::max(contents.cells, 1);
    for (double* share : {&contents.emails, &contents.phones, &contents.times, &contents.numbers,
                          &contents.currencySigns, &contents.currencyCodes, &contents.words})
        *share /= cells;
    contents.distinct = static_cast<double>(seen.size()) / cells;
    return contents;
}

double suits(const ColumnContents& contents, const Meaning& meaning) {
    if (contents.cells == 0)
        return nothingKnown;
    if (const auto* party = std::get_if<PartyKey>(&meaning))
        return placeSuits(contents, party->part);
    if (const auto* field = std::get_if<Field>(&meaning))
        return typeSuits(contents, typeOf(*field));
    if (std::holds_alternative<OwnDate>(meaning))
        return contents.times;
    if (std::holds_alternative<RowCurrency>(meaning))
        return contents.currencyCodes;
    return contents.emails + contents.times > nothingKnown ? 0 : nothingKnown;
}

}  // namespace goodfaith::importers
