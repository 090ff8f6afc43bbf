// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/import_tables.h"

#include <QFileInfo>

#include <algorithm>

namespace goodfaith::items {
namespace {

int aligned(bool right) {
    return static_cast<int>((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

QVariant header(const QStringList& names, int section, bool right, Qt::Orientation orientation,
                int role) {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return aligned(right);
    return role == Qt::DisplayRole ? QVariant(names.value(section)) : QVariant();
}

}  // namespace

void InputsModel::setInputs(std::vector<InputRow> inputs) {
    beginResetModel();
    inputs_ = std::move(inputs);
    endResetModel();
}

void InputsModel::remove(int row) {
    if (row < 0 || row >= rowCount())
        return;
    beginRemoveRows({}, row, row);
    inputs_.erase(inputs_.begin() + row);
    endRemoveRows();
}

QStringList InputsModel::paths() const {
    QStringList paths;
    for (const InputRow& input : inputs_)
        paths << input.path;
    return paths;
}

bool InputsModel::hasUsable() const {
    return std::any_of(inputs_.begin(), inputs_.end(),
                       [](const InputRow& input) { return input.problem.isEmpty(); });
}

int InputsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(inputs_.size());
}

int InputsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns);
}

QVariant InputsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const InputRow& input = inputs_[static_cast<size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
            if (index.column() == File)
                return QFileInfo(input.path).fileName();
            if (index.column() == Size)
                return input.bytes > 0 ? format_.bytes(input.bytes) : QString();
            return input.problem.isEmpty() ? input.recognisedAs : input.problem;
        case Qt::ToolTipRole:
            return input.problem.isEmpty() ? input.path
                                           : QString(input.path + u'\n' + input.problem);
        case Qt::TextAlignmentRole:
            return aligned(index.column() == Size);
        case ProblemRole:
            return !input.problem.isEmpty();
        default:
            return {};
    }
}

QVariant InputsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    return header({tr("File"), tr("Recognised as"), tr("Size")}, section, section == Size,
                  orientation, role);
}

void PreviewModel::setPreview(PreviewTable preview) {
    beginResetModel();
    preview_ = std::move(preview);
    endResetModel();
}

int PreviewModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(preview_.rows.size());
}

int PreviewModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(preview_.columns.size());
}

QVariant PreviewModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString cell = preview_.rows[static_cast<size_t>(index.row())].value(index.column());
    if (role == Qt::ToolTipRole)
        return cell;
    return role == Qt::DisplayRole ? QVariant(cell.simplified()) : QVariant();
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const {
    const QString column = preview_.columns.value(section);
    const QString field = preview_.fields.value(section);
    if (role == Qt::ToolTipRole && orientation == Qt::Horizontal)
        return field.isEmpty() ? tr("“%1” is left out").arg(column)
                               : tr("“%1” is read as %2").arg(column, field);
    const QString shown = field.isEmpty() ? tr("left out") : field;
    const QString below = field == column ? column : QString(column + u"\n→ " + shown);
    return header({below}, 0, false, orientation, role);
}

void RejectsModel::clear() {
    if (rows_.empty())
        return;
    beginRemoveRows({}, 0, rowCount() - 1);
    rows_.clear();
    files_.clear();
    endRemoveRows();
}

void RejectsModel::add(std::vector<RejectedRow> rows, QStringList files) {
    if (rows.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
    rows_.insert(rows_.end(), std::make_move_iterator(rows.begin()),
                 std::make_move_iterator(rows.end()));
    files_ += files;
    files_.resize(static_cast<qsizetype>(rows_.size()));
    endInsertRows();
}

int RejectsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int RejectsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns);
}

QVariant RejectsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RejectedRow& row = rows_[static_cast<size_t>(index.row())];
    if (role == Qt::TextAlignmentRole)
        return aligned(index.column() == Line);
    if (role == Qt::ToolTipRole)
        return row.row.isEmpty() ? row.reason : row.row.join(QStringLiteral(" | "));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
        case File:
            return QFileInfo(files_.value(index.row())).fileName();
        case Line:
            return row.line > 0 ? format_.number(row.line) : QString();
        case ColumnName:
            return row.column.isEmpty() ? tr("(whole row)") : row.column;
        case Found:
            return row.value.simplified();
        default:
            return row.reason;
    }
}

QVariant RejectsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    return header({tr("File"), tr("Line"), tr("Column"), tr("Found"), tr("Why it was rejected")},
                  section, section == Line, orientation, role);
}

}  // namespace goodfaith::items
