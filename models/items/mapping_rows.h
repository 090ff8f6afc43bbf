// SPDX-License-Identifier: GPL-3.0-or-later
// What the mapping step of the import page shows and gives back. Plain values: the app fills them
// from the importers, which the screen does not know.
#pragma once

#include "models/domain/record.h"
#include "models/domain/table_writing.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace goodfaith::items {

// A field of a template that a column may become; none: it is not read.
struct MappingField {
    QString templateName;
    QString field;

    bool isNone() const { return field.isEmpty(); }
    friend bool operator==(const MappingField&, const MappingField&) = default;
};

// What a file is read as: as it looks, or what the user chose of all there are.
struct ReadAs {
    enum class Kind { Found, Template, Preset, Saved };
    Kind kind = Kind::Found;
    QString name;

    friend bool operator==(const ReadAs&, const ReadAs&) = default;
};
struct ReadAsChoice {
    ReadAs as;
    QString title;
};

// What the user says; texts that are empty are left to the file.
struct MappingEdit {
    QString path;
    QString name;
    ReadAs readAs;
    std::vector<MappingField> fields;  // one for each column
    TableWriting writing;
    QString timeZone;
    QString currency;

    friend bool operator==(const MappingEdit&, const MappingEdit&) = default;
};

// A file as it is read now, or as a proposal would read it.
struct MappingForm {
    MappingEdit edit;  // to begin with
    QStringList columns;
    std::vector<double> confidence;     // of each column's field, 0 to 1
    std::vector<QStringList> rows;      // the first, without the header
    QString templateName;               // of the first record; "" where nothing was understood
    TableWriting found;                 // what was recognised, where nothing is set
    std::vector<ReadAsChoice> choices;  // the first: as it looks
    QString misfit;                     // why it cannot be read as chosen; then a proposal
    bool isSaved = false;               // by a saved mapping of that name
};

// What the first rows become, by the mapping as it stands.
struct MappingEffect {
    QString problem;                   // why nothing comes out
    std::vector<QStringList> records;  // kind, number, time, amount, who, the rest
    std::vector<RejectedRow> rejects;
    QStringList warnings;
};

// The templates with their fields, for choosing.
struct MappingTemplate {
    QString templateName;
    QStringList fields;
};

}  // namespace goodfaith::items
