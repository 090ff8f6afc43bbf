// SPDX-License-Identifier: GPL-3.0-or-later
// A town of made-up people with truth: who they are, with whom they live, and how they wrote
// themselves down in a shop, once or several times, with slips. The same each time.
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace goodfaith::benchmarks {

// One way somebody is written down.
struct Contact {
    int person = 0;
    int household = 0;
    bool atWork = false;  // the phone, and perhaps the e-mail, are the company's
    QByteArray name;
    QByteArray email;
    QByteArray phone;
    QByteArray street;
    QByteArray postcode;
    QByteArray city;
    QByteArray birth;  // ISO; often ""
};

// The ways in which this person is written down, at least one.
//
// Six of ten live alone, three in pairs and one with three others, who share name, address and
// often the phone. One person of six is there more than once: moved (one of seven), misspelt
// (one of ten), with an initial or the family name first, by another e-mail or phone, with much
// missing. One of fifty buys from work: through a switchboard, half of them as info@.
std::vector<Contact> contactsOf(int person);

}  // namespace goodfaith::benchmarks
