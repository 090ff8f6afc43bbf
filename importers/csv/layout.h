// SPDX-License-Identifier: GPL-3.0-or-later
// A layout: how the columns of a file become the columns of our templates. Our templates are
// layouts of themselves; a vendor's layout is a preset, pure data in resources/presets (see README
// there).
#pragma once

#include "importers/csv/table_template.h"
#include "importers/csv/values.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace goodfaith::importers {

// One way to come by a value: the first of several that gives one is taken.
struct CellSource {
    enum class Kind {
        Column,
        Words,           // the columns' texts with a blank between
        Path,            // the columns' texts with a slash between, where none is empty
        Pattern,         // the first group of a pattern in the column's text
        Product,         // of the columns' numbers
        SecondsBetween,  // of two times
        SecondsWithout,  // of two durations: the first without the second
        Later,           // a time, and the duration after it
        RowInGroup,      // 1 for the first row of its group
        RowHash,         // of all cells: for rows without a key
        Constant,
    };
    Kind kind = Kind::Column;
    QStringList columns;
    QRegularExpression pattern;
    QString replacement;    // of a pattern: what its groups become, such as "\\3-\\1-\\2"
    QString lessShare;      // of a product: a column with a discount, "0.1" or "10%"
    bool isSummed = false;  // a product that is added up over the rows of a group
    QStringList plus;       // amounts that are added to a product; "-Name" is taken off
    QString constant;
    QString whenColumn;  // only where that column has this text
    QString whenText;
    bool isEpoch = false;    // the text is seconds since 1970
    bool isMinutes = false;  // the duration of Later, instead of seconds
    QString suffix;          // put behind a text that is there
};

struct ColumnRule {
    QString column;  // of the template
    Meaning meaning;
    std::vector<CellSource> sources;
    QHash<QString, QString> values;  // the vendor's words to ours, in lower case
};

// Only rows of which this is so.
struct RowCondition {
    QString column;
    QRegularExpression pattern;
};

struct RecordRule {
    const TableTemplate* table = nullptr;
    bool oncePerGroup = false;
    bool joins = false;     // the rows of one key are one record
    bool legsTell = false;  // a call that has legs ended as they did
    std::vector<RowCondition> onlyWhen;
    QString onlyWhenPositive;     // a column whose amount has to be above 0
    QStringList onlyWhenAny;      // columns of which one has a text
    std::vector<CellSource> key;  // instead of the template's
    std::vector<ColumnRule> columns;
};

// What a column of a file without a header looks like.
struct ColumnShape {
    enum class Kind { Time, Integer, OneOf };
    QString column;
    Kind kind = Kind::Time;
    bool mayBeEmpty = false;
    QStringList values;
};

struct Layout {
    QString name;          // of the preset; "" for our own templates
    QString title;         // of a preset, for people
    QString templateName;  // of the first record
    bool hasHeader = true;
    QStringList requiredColumns;                      // all of them are in the header
    QStringList tellingColumns;                       // and at least one of these, if there are any
    std::map<qsizetype, QStringList> columnsByWidth;  // without a header: their names by position
    std::vector<ColumnShape> shapes;
    QString groupBy;       // rows that follow each other with the same text here belong together
    QStringList fillDown;  // columns that only the first row of a group has
    QHash<QString, QString> leading;      // characters to take off, by column
    QHash<QString, QStringList> aliases;  // what else exports call a column
    QStringList privateColumns;           // never kept, not even of rejected rows; "Card*" is many
    qsizetype fewestCells = 0;            // of a row, where rows end early; 0: as the header
    // Where rows have more or fewer cells than the header, the columns from this one on are unsure
    // and not read; without it such rows are rejected.
    QString uncertainFrom;
    QStringList unknownTexts;  // cells with these texts are empty
    DateOrder dateOrder = DateOrder::Unknown;
    std::vector<RecordRule> records;
};

// "Order ID", "order_id" and "order-id" are the same column.
QString normalisedColumn(QStringView name);

// Where a file has the layout's column, by its name or an alias; -1 where it has not.
qsizetype columnIndex(const Layout& layout, const QStringList& header, const QString& column);

const std::vector<Layout>& ownLayouts();  // of our templates
// The presets for files without a header, for a file that has their positions' names as one.
const std::vector<Layout>& headedPresetLayouts();
// The presets, in the order of their names. Throws std::logic_error for one that is malformed: they
// are compiled in, and a test reads them all.
const std::vector<Layout>& presetLayouts();
Layout presetFromJson(const QByteArray& json);
QByteArray presetJson(const QString& name);  // as it is in resources/presets; "" when there is none

// Whether a row without a header has the shapes of the layout.
bool hasShape(const Layout& layout, const QStringList& cells);
int columnsRead(const Layout& layout, const QStringList& header);  // of the header, by the layout
// The same; 0 when it does not fit.
int fitOf(const Layout& layout, const QStringList& header);

}  // namespace goodfaith::importers
