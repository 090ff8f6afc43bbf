// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/phone_number.h"

#include <phonenumbers/phonenumberutil.h>

#include <algorithm>

namespace goodfaith::identity {
namespace {

constexpr qsizetype longestPhoneText = 64;
constexpr qsizetype mostRemembered = 200'000;

bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}

// Valid, or at least of a length that its country has: an installed library's ranges lag behind
// numbering plans. A filler such as 00000 000000 is neither.
bool isUsable(const i18n::phonenumbers::PhoneNumberUtil& util,
              const i18n::phonenumbers::PhoneNumber& number) {
    using Util = i18n::phonenumbers::PhoneNumberUtil;
    if (util.IsValidNumber(number))
        return true;
    std::string national;
    util.GetNationalSignificantNumber(number, &national);
    return util.IsPossibleNumberWithReason(number) == Util::IS_POSSIBLE &&
           national.find_first_not_of(national.front()) != std::string::npos;
}

QString readNumber(const QString& text, const QString& region) {
    using i18n::phonenumbers::PhoneNumber;
    using i18n::phonenumbers::PhoneNumberUtil;
    const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (util.Parse(text.toStdString(), region.toStdString(), &number) !=
        PhoneNumberUtil::NO_PARSING_ERROR)
        return {};
    if (!isUsable(util, number))
        return {};
    number.clear_extension();
    std::string formatted;
    util.Format(number, PhoneNumberUtil::E164, &formatted);
    return QString::fromStdString(formatted);
}

}  // namespace

std::optional<QString> PhoneReader::e164(const QString& text, const QString& region) {
    const QString trimmed = text.trimmed();
    if (trimmed.size() > longestPhoneText || isExtension(trimmed))
        return std::nullopt;
    const QString country = region.size() == 2 ? region.toUpper() : region_;
    const QString remembered = country + u':' + trimmed;
    auto known = known_.constFind(remembered);
    if (known == known_.constEnd()) {
        if (known_.size() >= mostRemembered)
            known_.clear();
        known = known_.insert(remembered, readNumber(trimmed, country));
    }
    return known->isEmpty() ? std::nullopt : std::optional<QString>(*known);
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
