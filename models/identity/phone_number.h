// SPDX-License-Identifier: GPL-3.0-or-later
// Phone numbers as keys: E.164, so that every layout of a number is one key.
#pragma once

#include <QHash>
#include <QString>

#include <optional>

namespace goodfaith::identity {

struct PhoneNumber {
    QString e164;               // "+442079460018"; without an extension
    bool hasExtension = false;  // a desk behind a switchboard
    bool isService = false;     // premium, toll-free or shared-cost: nobody's own
    friend bool operator==(const PhoneNumber&, const PhoneNumber&) = default;
};

// Reading one takes some 35 microseconds, so answers are remembered (a bounded number of them).
class PhoneReader {
public:
    // `region`: two letters; the country of numbers that name none.
    explicit PhoneReader(QString region) : region_(std::move(region)) {}

    // "020 7946 0018" in GB is "+442079460018". Nothing for extensions alone, withheld and invalid
    // numbers, and fillers such as 00000 or 123456789. `country` where the record names it, as
    // files do ("DE", "Germany"); else the reader's own.
    std::optional<PhoneNumber> read(const QString& text, const QString& country = {});
    std::optional<QString> e164(const QString& text, const QString& country = {});

private:
    QString regionOf(const QString& country);

    QString region_;
    QHash<QString, std::optional<PhoneNumber>> known_;
    QHash<QString, QString> regions_;  // by country
};

// Extensions of a switchboard: at most five digits and nothing else.
bool isExtension(QStringView number);
// The digits of a typed number, for searching by part of it; "00" in front counts as "+".
QString digitsOf(QStringView text);

}  // namespace goodfaith::identity
