// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/values.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace goodfaith::importers {
namespace {

constexpr qsizetype longestAmount = 64;
constexpr qint64 longestSeconds = 366LL * 24 * 3600;

bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}

bool isGroupBlank(QChar c) {
    return c == u' ' || c == u'\u00A0' || c == u'\u202F' || c == u'\u2009' || c == u'\'' ||
           c == u'\u2019';
}

// The digits and marks of a number with its sign taken off.
struct BareNumber {
    QString text;
    bool negative = false;
};

std::optional<BareNumber> bareNumber(QStringView cell) {
    cell = cell.trimmed();
    BareNumber number;
    if (cell.startsWith(u'(') && cell.endsWith(u')')) {
        number.negative = true;
        cell = cell.mid(1, cell.size() - 2).trimmed();
    }
    const auto isMinus = [](QChar c) { return c == u'-' || c == u'\u2212'; };
    if (!cell.isEmpty() && !number.negative && (isMinus(cell.front()) || isMinus(cell.back()))) {
        number.negative = true;
        cell = (isMinus(cell.front()) ? cell.mid(1) : cell.chopped(1)).trimmed();
    } else if (cell.startsWith(u'+')) {
        cell = cell.mid(1);
    }
    number.text.reserve(cell.size());
    for (qsizetype i = 0; i < cell.size(); ++i) {
        const QChar c = cell[i];
        const bool between = i > 0 && i + 1 < cell.size() && isDigit(cell[i - 1]) &&
                             i + 3 < cell.size() && isDigit(cell[i + 1]);
        if (isGroupBlank(c) && between)
            continue;
        if (!isDigit(c) && c != u'.' && c != u',')
            return std::nullopt;
        number.text += c;
    }
    const bool hasDigit = std::any_of(number.text.begin(), number.text.end(), isDigit);
    return hasDigit ? std::optional(number) : std::nullopt;
}

DecimalMark markFor(QChar c) {
    return c == u',' ? DecimalMark::Comma : DecimalMark::Point;
}

QChar characterOf(DecimalMark mark) {
    return mark == DecimalMark::Comma ? u',' : u'.';
}

// What the marks of one number say by themselves; `grouping` where they are all groups.
struct Marks {
    DecimalMark decimal = DecimalMark::Unknown;
    DecimalMark grouping = DecimalMark::Unknown;
    bool ambiguous = false;
};

Marks marksOf(const QString& text) {
    const qsizetype points = text.count(u'.');
    const qsizetype commas = text.count(u',');
    if (points == 0 && commas == 0)
        return {};
    if (points > 0 && commas > 0) {
        const auto last = markFor(text[std::max(text.lastIndexOf(u'.'), text.lastIndexOf(u','))]);
        return {last, last == DecimalMark::Comma ? DecimalMark::Point : DecimalMark::Comma, false};
    }
    const auto only = points > 0 ? DecimalMark::Point : DecimalMark::Comma;
    if (points + commas > 1)
        return {DecimalMark::Unknown, only, false};
    const qsizetype at = text.indexOf(characterOf(only));
    const bool couldGroup =
        text.size() - at - 1 == 3 && at >= 1 && at <= 3 && !text.startsWith(u'0');
    if (couldGroup)
        return {DecimalMark::Unknown, only, true};
    return {only, DecimalMark::Unknown, false};
}

// Groups of three, or of two and a last one of three as in India.
bool isGrouped(QStringView whole, QChar mark) {
    const auto groups = whole.split(mark);
    if (groups.front().isEmpty() || groups.front().size() > 3 || groups.back().size() != 3)
        return false;
    return std::all_of(groups.begin() + 1, groups.end(),
                       [](QStringView group) { return group.size() == 3 || group.size() == 2; });
}

struct Symbol {
    const char16_t* text;
    const char* code;
};
constexpr auto symbols = std::to_array<Symbol>({
    {u"€", "EUR"},   {u"£", "GBP"},   {u"zł", "PLN"}, {u"₹", "INR"},   {u"₩", "KRW"},
    {u"₺", "TRY"},   {u"₽", "RUB"}, {u"₴", "UAH"},  {u"₪", "ILS"},   {u"Kč", "CZK"},
    {u"US$", "USD"}, {u"CA$", "CAD"}, {u"C$", "CAD"}, {u"A$", "AUD"},  {u"AU$", "AUD"},
    {u"NZ$", "NZD"}, {u"HK$", "HKD"}, {u"R$", "BRL"}, {u"Fr.", "CHF"},
});
constexpr const char* dollars = "USD CAD AUD NZD SGD HKD MXN";
constexpr const char* crowns = "SEK NOK DKK ISK";
constexpr const char* yens = "JPY CNY";

// The currency that a sign of several is taken for: the fallback where it is one of them.
Currency oneOf(const char* codes, Currency fallback, bool firstByDefault) {
    const QString all = QString::fromLatin1(codes);
    if (!fallback.isNone() && all.contains(fallback.code()))
        return fallback;
    return firstByDefault ? *Currency::fromCode(QStringView(all).left(3)) : Currency();
}

std::optional<Currency> currencyFromSign(QStringView sign, Currency fallback) {
    if (sign.isEmpty())
        return Currency();
    for (const auto& symbol : symbols) {
        if (sign.compare(QStringView(symbol.text), Qt::CaseInsensitive) == 0)
            return Currency::fromCode(QString::fromLatin1(symbol.code));
    }
    if (sign == u"$")
        return oneOf(dollars, fallback, true);
    if (sign == u"¥" || sign == u"￥")
        return oneOf(yens, fallback, true);
    if (sign.compare(u"kr", Qt::CaseInsensitive) == 0 || sign == u"kr.")
        return oneOf(crowns, fallback, false);
    return Currency::fromCode(sign);
}

// "€ 1.299,50-" in its two parts.
struct SignedAmount {
    QString number;
    QString sign;
};

SignedAmount withoutSign(QStringView cell) {
    static const QRegularExpression form(QStringLiteral(
        "\\A([(\\-+\\x{2212}]?)\\s*((?:[A-Za-z]{1,2} (?=\\$))?[^\\d.,()+\\-\\x{2212}\\s]*\\.?)\\s*"
        "([-\\x{2212}]?\\s*[\\d.,](?:.*[\\d.,])?)\\s*"
        "([^\\d.,()\\-\\x{2212}\\s]*\\.?)\\s*([)\\-\\x{2212}]?)\\z"));
    const auto match = form.match(cell.trimmed().toString());
    if (!match.hasMatch())
        return {cell.toString(), {}};
    QString sign = match.captured(2) + match.captured(4);
    sign.remove(u' ');  // "AU $5"
    return {QString(match.captured(1) + match.captured(3) + match.captured(5)), sign};
}

bool isPlainNumber(QStringView cell) {
    return std::all_of(cell.begin(), cell.end(),
                       [](QChar c) { return isDigit(c) || c == u'.' || c == u',' || c == u'-'; });
}

QString amountExpected() {
    return QStringLiteral("expected an amount such as 1299.50 or 1.299,50");
}

}  // namespace

DecimalMark decimalMarkOf(QStringView cell) {
    const auto number =
        cell.size() > longestAmount ? std::nullopt : bareNumber(withoutSign(cell).number);
    if (!number)
        return DecimalMark::Unknown;
    const Marks marks = marksOf(number->text);
    if (marks.decimal != DecimalMark::Unknown)
        return marks.decimal;
    if (marks.grouping != DecimalMark::Unknown && !marks.ambiguous)
        return marks.grouping == DecimalMark::Comma ? DecimalMark::Point : DecimalMark::Comma;
    return DecimalMark::Unknown;
}

std::optional<QString> plainNumber(QStringView cell, DecimalMark mark) {
    const auto number = bareNumber(cell);
    if (!number)
        return std::nullopt;
    Marks marks = marksOf(number->text);
    if (marks.ambiguous) {
        const auto decimal = mark == DecimalMark::Unknown ? DecimalMark::Point : mark;
        if (marks.grouping == decimal)
            marks = {decimal, DecimalMark::Unknown, false};
    }
    QString whole = number->text;
    QString fraction;
    if (marks.decimal != DecimalMark::Unknown) {
        const QChar decimal = characterOf(marks.decimal);
        if (whole.count(decimal) > 1)
            return std::nullopt;
        fraction = whole.mid(whole.indexOf(decimal) + 1);
        whole.truncate(whole.indexOf(decimal));
    }
    if (marks.grouping != DecimalMark::Unknown) {
        const QChar grouping = characterOf(marks.grouping);
        if (fraction.contains(grouping) || !isGrouped(whole, grouping))
            return std::nullopt;
        whole.remove(grouping);
    }
    if (whole.isEmpty() && fraction.isEmpty())
        return std::nullopt;
    QString plain = whole.isEmpty() ? QStringLiteral("0") : whole;
    if (!fraction.isEmpty())
        plain += u'.' + fraction;
    return number->negative ? QString(u'-' + plain) : plain;
}

std::optional<QString> numberOfAmount(QStringView cell, DecimalMark mark) {
    cell = cell.trimmed();
    if (cell.size() > longestAmount)
        return std::nullopt;
    return plainNumber(isPlainNumber(cell) ? cell.toString() : withoutSign(cell).number, mark);
}

Reading<double> readNumber(QStringView cell, DecimalMark mark) {
    const auto plain = plainNumber(cell, mark);
    bool ok = false;
    const double value = plain ? plain->toDouble(&ok) : 0;
    if (!ok)
        return {std::nullopt, QStringLiteral("expected a number such as 2 or 1.5")};
    return {value, {}};
}

Reading<Money> readAmount(QStringView cell, DecimalMark mark, Currency ofRow, Currency fallback) {
    cell = cell.trimmed();
    if (cell.size() > longestAmount)
        return {std::nullopt, amountExpected()};
    const auto parts = isPlainNumber(cell) ? SignedAmount{cell.toString(), {}} : withoutSign(cell);
    const auto plain = plainNumber(parts.number, mark);
    const auto named = currencyFromSign(parts.sign, ofRow.isNone() ? fallback : ofRow);
    if (!plain || !named)
        return {std::nullopt, amountExpected()};
    if (!ofRow.isNone() && !named->isNone() && *named != ofRow)
        return {std::nullopt, QStringLiteral("the amount is in %1, but the row's currency is %2")
                                  .arg(named->code(), ofRow.code())};
    const Currency currency = !ofRow.isNone() ? ofRow : !named->isNone() ? *named : fallback;
    const auto money = moneyFromDecimal(*plain, currency);
    if (money)
        return {*money, {}};
    const QString unit = currency.isNone() ? QStringLiteral("the currency") : currency.code();
    return {std::nullopt,
            QStringLiteral("expected an amount that fits, with at most %1 digits behind the "
                           "decimal mark, as %2 has")
                .arg(currency.minorDigits())
                .arg(unit)};
}

std::optional<QString> mailAddressIn(const QString& cell) {
    QStringView address = QStringView(cell).trimmed();
    if (address.endsWith(u'>'))
        address = address.chopped(1).mid(address.lastIndexOf(u'<') + 1).trimmed();
    const qsizetype at = address.indexOf(u'@');
    const auto separates = [](QChar c) {
        return c.isSpace() || c == u',' || c == u';' || c == u'<' || c == u'>';
    };
    const bool isOne = at > 0 && address.lastIndexOf(u'@') == at &&
                       address.indexOf(u'.', at) > at + 1 &&
                       std::none_of(address.begin(), address.end(), separates);
    return isOne ? std::optional(address.toString()) : std::nullopt;
}

Reading<qint64> readSeconds(QStringView cell) {
    static const QRegularExpression clock(
        QStringLiteral("\\A(?:(\\d{1,4}):)?(\\d{1,4}):([0-5]\\d)(?:\\.0+)?\\z"));
    cell = cell.trimmed();
    const auto expected = QStringLiteral("expected whole seconds, such as 95 or 00:01:35");
    if (cell.size() > longestAmount)
        return {std::nullopt, expected};
    bool ok = false;
    qint64 seconds = cell.toLongLong(&ok);
    if (!ok && cell.contains(u':')) {
        const auto match = clock.match(cell.toString());
        ok = match.hasMatch();
        seconds = match.captured(1).toLongLong() * 3600 + match.captured(2).toLongLong() * 60 +
                  match.captured(3).toLongLong();
    } else if (!ok) {
        const auto number = plainNumber(cell, DecimalMark::Point);
        const double value = number ? number->toDouble(&ok) : 0;
        ok = ok && value >= 0 && value <= static_cast<double>(longestSeconds);
        seconds = ok ? static_cast<qint64>(value) : 0;
    }
    if (!ok || seconds < 0 || seconds > longestSeconds)
        return {std::nullopt, expected};
    return {seconds, {}};
}

}  // namespace goodfaith::importers
