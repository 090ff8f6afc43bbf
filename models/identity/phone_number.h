// SPDX-License-Identifier: GPL-3.0-or-later
// Phone numbers as keys: E.164, so that every layout of a number is one key.
#pragma once

#include <QHash>
#include <QString>

#include <optional>

namespace goodfaith::identity {

// Reading one takes some 35 microseconds, so answers are remembered (a bounded number of them).
class PhoneReader {
public:
    // `region`: two letters; the country of numbers that name none.
    explicit PhoneReader(QString region) : region_(std::move(region)) {}

    // "+442079460018" for "020 7946 0018" in GB. Nothing for extensions, withheld and invalid
    // numbers. `region` where the record names its country, else the reader's own.
    std::optional<QString> e164(const QString& text, const QString& region = {});

private:
    QString region_;
    QHash<QString, QString> known_;  // "" where it is no number
};

// Extensions of a switchboard: at most five digits and nothing else.
bool isExtension(QStringView number);
// The digits of a typed number, for searching by part of it; "00" in front counts as "+".
QString digitsOf(QStringView text);

}  // namespace goodfaith::identity
