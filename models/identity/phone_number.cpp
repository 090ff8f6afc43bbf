// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/phone_number.h"

#include "models/identity/country_names.h"
#include "models/identity/resource.h"

#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <functional>

namespace goodfaith::identity {
namespace {

using Util = i18n::phonenumbers::PhoneNumberUtil;
using Parsed = i18n::phonenumbers::PhoneNumber;

constexpr qsizetype longestPhoneText = 64;
constexpr qsizetype mostRemembered = 200'000;

bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}

// "0000000" and "12345678" are typed where a form wants a number.
bool isFiller(const std::string& national) {
    const auto isSame = [](char a, char b) { return a == b; };
    const auto isNext = [](char a, char b) { return b == (a == '9' ? '0' : a + 1); };
    const auto isAll = [&](auto holds) {
        return std::adjacent_find(national.begin(), national.end(), std::not_fn(holds)) ==
               national.end();
    };
    return isAll(isSame) || isAll(isNext);
}

// Valid, or at least of a length that its country has: an installed library's ranges lag behind
// numbering plans.
bool isUsable(const Util& util, const Parsed& number) {
    std::string national;
    util.GetNationalSignificantNumber(number, &national);
    const auto isPossible = util.IsPossibleNumberWithReason(number) == Util::IS_POSSIBLE;
    return !isFiller(national) && (isPossible || util.IsValidNumber(number));
}

bool isOfService(const Util& util, const Parsed& number) {
    switch (util.GetNumberType(number)) {
        case Util::PREMIUM_RATE:
        case Util::TOLL_FREE:
        case Util::SHARED_COST:
        case Util::UAN:
        case Util::VOICEMAIL:
            return true;
        default:
            return false;
    }
}

// Up to the last digit where a word follows: "020 7946 0018 (home)".
QString withoutRemark(const QString& text) {
    qsizetype end = text.size();
    while (end > 0 && !text[end - 1].isDigit())
        --end;
    const QStringView rest = QStringView(text).mid(end);
    const bool isRemark = rest.startsWith(u' ') || rest.startsWith(u'(');
    return isRemark ? text.left(end) : text;
}

// The number itself out of "Ada <020 7946 0018>" and "sip:+442079460018@pbx.example".
QString numberIn(const QString& text) {
    QString number = text;
    if (const auto open = number.indexOf(u'<'); open >= 0 && number.endsWith(u'>'))
        number = number.mid(open + 1).chopped(1);
    for (const QLatin1String scheme : {QLatin1String("sip:"), QLatin1String("sips:")}) {
        if (number.startsWith(scheme, Qt::CaseInsensitive))
            number = number.mid(scheme.size()).section(u'@', 0, 0);
    }
    return withoutRemark(number.trimmed());
}

const QStringList& extensionWords() {
    static const QStringList words =
        stringsOf(identityResource(QStringLiteral("extension_words")), QStringLiteral("words"));
    return words;
}

// Where "Durchwahl 12" begins: a word before the last digits; -1 where there is none.
qsizetype extensionIn(const QString& text) {
    qsizetype digits = text.size();
    while (digits > 0 && isDigit(text[digits - 1]))
        --digits;
    qsizetype end = digits;
    while (end > 0 && !text[end - 1].isLetter() && !isDigit(text[end - 1]))
        --end;
    qsizetype begin = end;
    while (begin > 0 && text[begin - 1].isLetter())
        --begin;
    const bool isWord = begin < end && digits < text.size() && begin > 0 &&
                        extensionWords().contains(text.mid(begin, end - begin).toLower());
    return isWord ? begin : -1;
}

std::optional<PhoneNumber> readNumber(const QString& text, const QString& region) {
    const QString full = numberIn(text);
    if (isExtension(full))
        return std::nullopt;
    const qsizetype extension = extensionIn(full);
    const Util& util = *Util::GetInstance();
    Parsed number;
    const QString main = extension < 0 ? full : full.left(extension);
    if (util.Parse(main.toStdString(), region.toStdString(), &number) != Util::NO_PARSING_ERROR ||
        !isUsable(util, number))
        return std::nullopt;
    PhoneNumber read;
    read.hasExtension = extension >= 0 || number.has_extension();
    read.isService = isOfService(util, number);
    number.clear_extension();
    std::string formatted;
    util.Format(number, Util::E164, &formatted);
    read.e164 = QString::fromStdString(formatted);
    return read;
}

}  // namespace

std::optional<PhoneNumber> PhoneReader::read(const QString& text, const QString& country) {
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > longestPhoneText)
        return std::nullopt;
    const QString region = regionOf(country);
    const QString remembered = region + u':' + trimmed;
    auto known = known_.constFind(remembered);
    if (known == known_.constEnd()) {
        if (known_.size() >= mostRemembered)
            known_.clear();
        known = known_.insert(remembered, readNumber(trimmed, region));
    }
    return *known;
}

std::optional<QString> PhoneReader::e164(const QString& text, const QString& country) {
    const auto number = read(text, country);
    return number ? std::optional(number->e164) : std::nullopt;
}

QString PhoneReader::regionOf(const QString& country) {
    if (country.isEmpty())
        return region_;
    auto known = regions_.constFind(country);
    if (known == regions_.constEnd()) {
        if (regions_.size() >= mostRemembered)
            regions_.clear();
        const QString region = regionOfCountry(country);
        known = regions_.insert(country, region.isEmpty() ? region_ : region);
    }
    return *known;
}

bool isExtension(QStringView number) {
    constexpr qsizetype longestExtension = 5;
    return !number.isEmpty() && number.size() <= longestExtension &&
           std::all_of(number.begin(), number.end(), isDigit);
}

QString digitsOf(QStringView text) {
    QString digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), isDigit);
    return digits.startsWith(QLatin1String("00")) ? digits.mid(2) : digits;
}

}  // namespace goodfaith::identity
