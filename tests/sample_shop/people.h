// SPDX-License-Identifier: GPL-3.0-or-later
// Customers: who they are, how they are reached and how they write. No address, number or
// postcode can be real: .example domains, numbers kept for drama, postcodes with letters that none
// has.
#pragma once

#include "tests/sample_shop/names.h"

#include <QHash>
#include <QSet>

namespace goodfaith::sample_shop {

// How somebody writes mail.
struct WritingStyle {
    enum class Quoting { None, Bracketed, BelowOnWrote, Outlook };
    Quoting quoting = Quoting::BelowOnWrote;
    bool html = false;       // sends text and HTML
    bool htmlOnly = false;   // sends nothing but HTML
    bool lowerCase = false;  // never presses shift
    bool typos = false;
    bool formal = false;
    QString mobileSignature;  // "Sent from my phone", or ""
    int zoneMinutes = 0;      // of the Date header when it is not London; 0: London
};

// A number, written in one way or another.
struct PhoneNumber {
    QString area;    // "020 7946", or "+33 1 99 00"
    QString local;   // "0123"; "" when the shop never learnt the number
    int layout = 0;  // the one its owner likes best

    bool isKnown() const { return !local.isEmpty(); }
    QString asWritten(Random& random) const;
    QString international() const;  // "+442079460123"
};

struct Customer {
    int index = 0;
    PersonName name;
    QString email;
    PhoneNumber phone;
    QString customerNumber;  // of the shop's account; "" for guests
    QString company;
    QString street;
    QString postcode;
    QString city;
    QString country = QStringLiteral("GB");
    QString currency = QStringLiteral("GBP");
    WritingStyle style;
};

class People {
public:
    Customer draw(Random& random, int index);
    // An address at another provider for the same person.
    QString anotherEmail(Random& random, const Customer& customer);
    // A number that nobody has yet; an unknown one when all are given.
    PhoneNumber anotherPhone(Random& random, const Customer& customer) {
        return unusedPhone(random, customer);
    }

private:
    QString unusedEmail(const QString& local, const QString& domain);
    QString drawEmail(Random& random, const PersonName& name);
    PhoneNumber unusedPhone(Random& random, const Customer& customer);

    QSet<QString> emails_;
    int phonesGiven_ = 0;
    QHash<QString, int> phonesAbroad_;  // by town
};

}  // namespace goodfaith::sample_shop
