// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/recognise_layout.h"

#include "importers/rejected_columns.h"
#include "models/domain/failure.h"

#include <algorithm>

namespace goodfaith::importers {
namespace {

constexpr size_t rowsOfShape = 50;

std::vector<const Layout*> allLayouts() {
    std::vector<const Layout*> all;
    for (const Layout& layout : ownLayouts())
        all.push_back(&layout);
    for (const Layout& layout : presetLayouts())
        all.push_back(&layout);
    return all;
}

QString nameOf(const Layout& layout) {
    return layout.name.isEmpty() ? layout.templateName : layout.name;
}

QString names(const std::vector<const Layout*>& layouts) {
    QStringList list;
    for (const Layout* layout : layouts)
        list.append(nameOf(*layout));
    return list.join(QStringLiteral(", "));
}

bool haveShape(const Layout& layout, const std::vector<SampleRow>& rows) {
    const size_t count = std::min(rows.size(), rowsOfShape);
    const auto fitting =
        std::count_if(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(count),
                      [&](const SampleRow& row) { return hasShape(layout, row.cells); });
    return count > 0 && static_cast<size_t>(fitting) * 2 > count;
}

Recognised refused(const QString& why) {
    return {nullptr, QStringLiteral("not recognised: %1").arg(why)};
}

// The one that the header fits best; more than one where they fit equally well.
std::vector<const Layout*> bestFitting(const std::vector<const Layout*>& layouts,
                                       const QStringList& header) {
    std::vector<const Layout*> best;
    int most = 0;
    for (const Layout* layout : layouts) {
        const int fit = fitOf(*layout, header);
        if (fit > most) {
            best.clear();
            most = fit;
        }
        if (fit > 0 && fit == most)
            best.push_back(layout);
    }
    return best;
}

QStringList missingColumns(const Layout& layout, const QStringList& header) {
    QStringList missing;
    for (const QString& column : layout.requiredColumns) {
        if (columnIndex(layout, header, column) < 0)
            missing.append(column);
    }
    return missing;
}

// "; it is most like that of shopify-orders, which needs Created at": for an export that lacks a
// column, not for any file with a column of the same name.
QString nearMiss(const QStringList& header) {
    const Layout* nearest = nullptr;
    int most = 4;
    for (const Layout& layout : presetLayouts()) {
        const int read = layout.hasHeader ? columnsRead(layout, header) : 0;
        if (read > most && missingColumns(layout, header).size() == 1) {
            nearest = &layout;
            most = read;
        }
    }
    if (nearest == nullptr)
        return {};
    return QStringLiteral("; it is most like that of %1, which needs %2")
        .arg(nearest->name, missingColumns(*nearest, header).front());
}

Recognised byHeader(const std::vector<const Layout*>& layouts, const QStringList& header) {
    const auto best = bestFitting(layouts, header);
    if (best.size() == 1)
        return {best.front(), {}};
    if (best.size() > 1)
        return refused(
            QStringLiteral("the header fits %1 equally well: choose one of them").arg(names(best)));
    return refused(QStringLiteral("the header (%1) is that of no template or preset%2")
                       .arg(shownInMessage(header), nearMiss(header)));
}

Recognised asChosen(const Layout& layout, const std::vector<SampleRow>& rows) {
    if (!layout.hasHeader) {
        return haveShape(layout, rows)
                   ? Recognised{&layout, {}}
                   : refused(QStringLiteral("the rows are not those of %1").arg(nameOf(layout)));
    }
    const QStringList header = rows.empty() ? QStringList() : rows.front().cells;
    const QStringList missing = missingColumns(layout, header);
    if (missing.isEmpty())
        return {&layout, {}};
    return refused(
        QStringLiteral("the header (%1) has no %2, which %3 needs")
            .arg(shownInMessage(header), missing.join(QStringLiteral(", ")), nameOf(layout)));
}

QString firstMissing(const Layout& layout, const QStringList& columns, const QStringList& header) {
    for (const QString& column : columns) {
        if (!column.isEmpty() && columnIndex(layout, header, column) < 0)
            return column;
    }
    return {};
}

// Of several ways to come by a value one will do.
QString missingFor(const Layout& layout, const ColumnRule& rule, const QStringList& header) {
    QString missing;
    for (const CellSource& source : rule.sources) {
        const QStringList columns =
            source.columns + QStringList{source.whenColumn, source.lessShare};
        const QString first = firstMissing(layout, columns, header);
        if (first.isEmpty())
            return {};
        missing = missing.isEmpty() ? first : missing;
    }
    return missing;
}

// "records[0].columns.total: … “Sum”" for the first that the mapping reads and the file has not.
QString missingOf(const Layout& layout, const QStringList& header) {
    const auto said = [](const QString& place, const QString& column) {
        return QStringLiteral("%1: the file has no column “%2”").arg(place, column);
    };
    const QStringList ofFile = QStringList{layout.groupBy, layout.uncertainFrom} + layout.fillDown +
                               layout.requiredColumns;
    if (const QString column = firstMissing(layout, ofFile, header); !column.isEmpty())
        return said(QStringLiteral("group_by, fill_down, required"), column);
    for (size_t i = 0; i < layout.records.size(); ++i) {
        const QString place = QStringLiteral("records[%1]").arg(i);
        const RecordRule& record = layout.records[i];
        QStringList conditions{record.onlyWhenPositive};
        for (const RowCondition& condition : record.onlyWhen)
            conditions << condition.column;
        if (const QString column = firstMissing(layout, conditions, header); !column.isEmpty())
            return said(place, column);
        for (const ColumnRule& rule : record.columns) {
            if (const QString column = missingFor(layout, rule, header); !column.isEmpty())
                return said(place + QStringLiteral(".columns.") + rule.column, column);
        }
    }
    return {};
}

// What else the rows of a preset without a header came with: in a list of rejected ones.
Recognised asPreset(const Layout& preset, const std::vector<SampleRow>& rows) {
    if (!rows.empty() && isRejectedList(rows.front().cells)) {
        for (const Layout& headed : headedPresetLayouts()) {
            if (headed.name == preset.name)
                return asChosen(headed, rows);
        }
    }
    return asChosen(preset, rows);
}

Recognised asMapped(const Mapping& mapping, const std::vector<SampleRow>& rows) {
    const Layout& layout = *mapping.layout;
    if (!layout.hasHeader)
        return asChosen(layout, rows);
    const QStringList header = rows.empty() ? QStringList() : rows.front().cells;
    const QString missing = missingOf(layout, header);
    if (missing.isEmpty())
        return {&layout, {}};
    return refused(QStringLiteral("the mapping %1 does not fit: %2; it has: %3")
                       .arg(mapping.name, missing, shownInMessage(header)));
}

const Layout& presetNamed(const QString& name) {
    const auto& presets = presetLayouts();
    const auto found = std::find_if(presets.begin(), presets.end(),
                                    [&](const Layout& layout) { return layout.name == name; });
    if (found != presets.end())
        return *found;
    QStringList known;
    for (const Layout& layout : presets)
        known.append(layout.name);
    throw Failure(FailureKind::WrongUse, QStringLiteral("There is no preset “%1”. There are: %2.")
                                             .arg(name, known.join(QStringLiteral(", "))));
}

// The template itself, or a preset that yields it.
Recognised asTemplate(const QString& name, const std::vector<SampleRow>& rows) {
    const auto& own = ownLayouts();
    const auto found = std::find_if(
        own.begin(), own.end(), [&](const Layout& layout) { return layout.templateName == name; });
    if (found == own.end()) {
        QStringList known;
        for (const Layout& layout : own)
            known.append(layout.templateName);
        throw Failure(FailureKind::WrongUse,
                      QStringLiteral("There is no template “%1”. There are: %2.")
                          .arg(name, known.join(QStringLiteral(", "))));
    }
    const Recognised chosen = asChosen(*found, rows);
    if (chosen.layout != nullptr)
        return chosen;
    for (const Layout& preset : presetLayouts()) {
        if (preset.templateName == name && asChosen(preset, rows).layout != nullptr)
            return {&preset, {}};
    }
    return chosen;
}

}  // namespace

bool fits(const Mapping& mapping, const std::vector<SampleRow>& rows) {
    return asMapped(mapping, rows).layout != nullptr;
}

QString shownInMessage(const QStringList& columns, qsizetype most) {
    QStringList shown;
    for (const QString& column : columns.mid(0, most))
        shown.append(column.left(200).simplified().left(40));
    const QString more = columns.size() > most ? QStringLiteral(", …") : QString();
    return shown.join(QStringLiteral(", ")) + more;
}

bool isKnownHeader(const QStringList& cells, const ReadingOptions& options) {
    const std::vector<SampleRow> row{{1, false, cells}};
    const auto isOf = [&](const SharedMapping& mapping) {
        return mapping->layout->hasHeader && fits(*mapping, row);
    };
    if (isRejectedList(cells))
        return true;
    if (options.mapping != nullptr)
        return isOf(options.mapping);
    return !bestFitting(allLayouts(), cells).empty() ||
           std::any_of(options.knownMappings.begin(), options.knownMappings.end(), isOf);
}

Recognised recogniseLayout(const std::vector<SampleRow>& rows, bool hasHeader,
                           const ReadingOptions& options) {
    if (options.mapping != nullptr)
        return asMapped(*options.mapping, rows);
    if (!options.preset.isEmpty())
        return asPreset(presetNamed(options.preset), rows);
    if (options.templateName == u"mail")
        return refused(QStringLiteral("it is no mail"));
    if (!options.templateName.isEmpty())
        return asTemplate(options.templateName, rows);
    for (const Layout& preset : presetLayouts()) {
        if (haveShape(preset, rows))
            return {&preset, {}};
    }
    if (rows.empty())
        return refused(QStringLiteral("there are no rows"));
    if (!hasHeader)
        return refused(QStringLiteral("there is no header, and the rows are those of no preset"));
    return byHeader(allLayouts(), rows.front().cells);
}

}  // namespace goodfaith::importers
