// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_values.h"

namespace goodfaith::samples {
namespace {

OfferedText text(ShopTextKind kind, const char* title, const char* words, double fit,
                 const char* missing = nullptr) {
    OfferedText text;
    text.said.kind = kind;
    text.said.key = text.said.title = QString::fromUtf8(title);
    text.said.text = text.text = QString::fromUtf8(words);
    text.fit = fit;
    if (missing != nullptr)
        text.missing = QStringList{QLatin1String(missing)};
    return text;
}

}  // namespace

std::vector<OfferedText> phrases() {
    constexpr auto kind = ShopTextKind::Phrase;
    std::vector<OfferedText> all{
        text(kind, "Late: sorry, it was due",
             "I am sorry that your order 1042 is late: FastPost was to bring it by 17 June.", 7),
        text(kind, "We ask the carrier",
             "I have asked FastPost where your parcel is (tracking number 00340434161094) and will "
             "write to you as soon as I know.",
             4),
        text(kind, "Sorry for our late reply",
             "I am sorry that you had to wait 26 hours for an answer.", 2),
        text(kind, "Greeting", "Dear Ada,", 0),
        text(kind, "The money is on its way",
             "We paid {refund} back to you on {refund_day}. It may take your bank some days.", 0,
             "refund_day"),
    };
    all[2].said.changedAt = at("2024-05-03T10:00:00Z");
    all[2].said.by = QStringLiteral("kim");
    return all;
}

std::vector<OfferedText> answers() {
    constexpr auto kind = ShopTextKind::Answer;
    return {text(kind, "How long does delivery take?",
                 "Three to five working days within the country, up to ten elsewhere.", 3),
            text(kind, "How do I send something back?",
                 "With the label that lies in the parcel, within thirty days.", 0)};
}

}  // namespace goodfaith::samples
