// SPDX-License-Identifier: GPL-3.0-or-later
// A mapping: a layout that a user made, in the JSON of a preset (resources/presets/README.md), with
// the reading options that belong to it. Made once and never changed, so that it may be shared.
#pragma once

#include "models/domain/money.h"
#include "models/domain/table_writing.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <memory>

namespace goodfaith::importers {

struct Layout;
struct ReadingOptions;

struct Mapping {
    QString name;
    QByteArray json;  // as it was read
    std::shared_ptr<const Layout> layout;
    QStringList header;  // for which it was made; may be empty
    // What is empty is recognised from the file, or set by the user.
    TableWriting writing;
    QTimeZone timeZone;  // invalid where it is not set
    Currency currency;
    QString source;
};
using SharedMapping = std::shared_ptr<const Mapping>;

// `origin` is what messages call it: a file's name. Throws Failure (Unreadable) that names it, the
// place and what was expected there.
SharedMapping mappingFromJson(const QByteArray& json, const QString& origin);
// Takes what "preview --json" printed, too. Failure (WrongUse) where there is no such file.
SharedMapping mappingFromFile(const QString& path);

// What the mapping says where the user set nothing.
ReadingOptions withMapping(ReadingOptions options, const SharedMapping& mapping);

// Equal for headers of the same columns in the same order, however they are written.
QString headerFingerprint(const QStringList& header);

}  // namespace goodfaith::importers
