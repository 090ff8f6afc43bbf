// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/matching_evaluation/febrl.h"

#include "models/identity/birth_date.h"

#include <QFile>

#include <stdexcept>

namespace goodfaith::evaluation {
namespace {

enum Column {
    Id,
    Given,
    Family,
    Number,
    Street,
    District,
    Suburb,
    Postcode,
    State,
    Birth,
    Columns
};

LabelledRecord read(const QStringList& cells, int file) {
    const auto cell = [&](Column column) { return cells.value(column).trimmed(); };
    LabelledRecord labelled;
    labelled.person = cell(Id).section(u'-', 0, 1);
    labelled.file = file;
    // As a shop's export has them: one name, one line for each part of the address.
    PartyKeys keys;
    keys.name = QString(cell(Given) + u' ' + cell(Family)).trimmed();
    keys.street = QString(cell(Number) + u' ' + cell(Street)).trimmed() + u", " + cell(District);
    keys.city = cell(Suburb);
    keys.postcode = cell(Postcode);
    keys.region = cell(State);
    labelled.record.addParty(keys);
    labelled.record.addBirth(identity::readBirthDate(cell(Birth)));
    return labelled;
}

void readFile(const QString& path, int file, std::vector<LabelledRecord>& records) {
    QFile input(path);
    if (!input.open(QIODevice::ReadOnly))
        throw std::runtime_error("cannot read " + path.toStdString());
    input.readLine();
    while (!input.atEnd()) {
        const QStringList cells = QString::fromUtf8(input.readLine()).split(u',');
        if (cells.size() >= Columns)
            records.push_back(read(cells, file));
    }
}

}  // namespace

std::vector<LabelledRecord> readFebrl(const QString& folder, int set) {
    std::vector<LabelledRecord> records;
    const QString path = folder + QStringLiteral("/dataset%1").arg(set);
    if (set == 4) {
        readFile(path + u"a.csv", 0, records);
        readFile(path + u"b.csv", 1, records);
    } else {
        readFile(path + u".csv", 0, records);
    }
    return records;
}

}  // namespace goodfaith::evaluation
