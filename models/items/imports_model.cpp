// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/imports_model.h"

#include "models/items/replace_rows.h"

#include <QFileInfo>

namespace goodfaith::items {
namespace {

bool isNumber(int column) {
    return column >= ImportsModel::New && column <= ImportsModel::Rejected;
}

}  // namespace

void ImportsModel::setFormat(const Format& format) {
    format_ = format;
    if (!imports_.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

void ImportsModel::setImports(std::vector<ImportSummary> imports) {
    const RowNotices notices{
        [this](int row) { beginRemoveRows({}, row, row); }, [this] { endRemoveRows(); },
        [this](int row) { beginInsertRows({}, row, row); }, [this] { endInsertRows(); },
        [this](int row) { Q_EMIT dataChanged(index(row, 0), index(row, columns - 1)); }};
    const auto idOf = [](const ImportSummary& import) { return import.id; };
    if (replaceRows(imports_, imports, idOf, notices))
        return;
    beginResetModel();
    imports_ = std::move(imports);
    endResetModel();
}

const ImportSummary* ImportsModel::importAt(const QModelIndex& index) const {
    return checkIndex(index, CheckIndexOption::IndexIsValid)
               ? &imports_[static_cast<size_t>(index.row())]
               : nullptr;
}

bool ImportsModel::canUndo(const QModelIndex& index) const {
    return index.isValid() && !importAt(index)->undone;
}

int ImportsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(imports_.size());
}

int ImportsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns);
}

QVariant ImportsModel::data(const QModelIndex& index, int role) const {
    const ImportSummary* import = importAt(index);
    if (import == nullptr)
        return {};
    switch (role) {
        case Qt::DisplayRole:
            return text(*import, index.column());
        case Qt::ToolTipRole:
            return index.column() == When ? format_.exact(import->at) : import->path;
        case Qt::TextAlignmentRole:
            return static_cast<int>((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) |
                                    Qt::AlignVCenter);
        case ProblemRole:
            return import->counts.rejected > 0 || import->state == ImportState::Interrupted;
        case QuietRole:
            return import->undone;
        default:
            return {};
    }
}

QString ImportsModel::text(const ImportSummary& import, int column) const {
    switch (column) {
        case When:
            return format_.when(import.at);
        case File:
            return fileText(import.path);
        case Template:
            return templateName(import.templateName);
        case Source:
            return import.source;
        case New:
            return format_.number(import.counts.inserted);
        case Changed:
            return format_.number(import.counts.updated);
        case Same:
            return format_.number(import.counts.unchanged);
        case Rejected:
            return format_.number(import.counts.rejected);
        case State:
            return stateName(import);
        default:
            return {};
    }
}

// A Maildir's folders are named ".Sent" in each mailbox: the mailbox is said too.
QString ImportsModel::fileText(const QString& path) {
    const QFileInfo file(path);
    if (!file.fileName().startsWith(u'.'))
        return file.fileName();
    return QFileInfo(file.path()).fileName() + u'/' + file.fileName();
}

QString ImportsModel::stateName(const ImportSummary& import) {
    if (import.undone)
        return tr("Undone");
    switch (import.state) {
        case ImportState::Running:
            return tr("Running");
        case ImportState::Interrupted:
            return tr("Interrupted");
        case ImportState::Done:
            break;
    }
    return tr("Done");
}

QVariant ImportsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("When"),    tr("File"),  tr("Recognised as"),
                            tr("Source"),  tr("State"), tr("New"),
                            tr("Changed"), tr("Same"),  tr("Rejected")};
    return names.value(section);
}

}  // namespace goodfaith::items
