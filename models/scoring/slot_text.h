// SPDX-License-Identifier: GPL-3.0-or-later
// Texts with slots: "Your parcel was due on {promised_day}." A brace that opens no slot is a brace.
#pragma once

#include <QString>
#include <QStringList>

#include <map>

namespace goodfaith::scoring {

using SlotValues = std::map<QString, QString>;

// Each once, in the order of the text.
QStringList slotsIn(QStringView text);

struct FilledText {
    QString text;         // a slot without a value stays as it is
    QStringList missing;  // these slots
};
FilledText filled(QStringView text, const SlotValues& values);

}  // namespace goodfaith::scoring
