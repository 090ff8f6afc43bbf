// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/row_cells.h"

#include "importers/rejected_columns.h"

#include <QCryptographicHash>

#include <algorithm>

namespace goodfaith::importers {
namespace {

// Blanks and the NUL bytes with which some systems pad their cells.
QString trimmedCell(QString text) {
    while (text.endsWith(QChar::Null))
        text.chop(1);
    while (text.startsWith(QChar::Null))
        text.remove(0, 1);
    return std::move(text).trimmed();
}

// Put before a cell when a list of rejected rows was written, lest a spreadsheet computes it.
bool isGuarded(const QString& text) {
    return text.size() > 1 && text[0] == u'\'' && QStringView(u"=+-@").contains(text[1]);
}

bool isBlank(const RecordReader& row, qsizetype from) {
    for (qsizetype cell = from; cell < row.size(); ++cell) {
        if (!row.isEmpty(cell))
            return false;
    }
    return true;
}

std::optional<RejectedRow> damageOf(const RecordReader& row) {
    if (row.damage() == Damage::OpenQuote)
        return rejectedRow(row.line(),
                           QStringLiteral("The quote that opens in line %1 is not closed: expected "
                                          "a closing quote before the end of the cell.")
                               .arg(row.quoteLine()));
    if (row.damage() == Damage::TooLong)
        return rejectedRow(row.line(), QStringLiteral("The row is longer than 4 MB: expected "
                                                      "rows that end before that."));
    return std::nullopt;
}

}  // namespace

RejectedRow rejectedRow(qint64 line, const QString& reason) {
    RejectedRow row;
    row.line = line;
    row.reason = reason;
    return row;
}

RowCells::RowCells(const Layout& layout, const QStringList& columns, qsizetype usualWidth)
    : layout_(layout),
      columns_(columns),
      usualWidth_(usualWidth),
      ownCells_(isRejectedList(columns) ? rejectedColumns().size() : 0),
      fillsDown_(static_cast<size_t>(columns.size())),
      isHidden_(static_cast<size_t>(columns.size())),
      leading_(columns.size()),
      carried_(columns.size()) {
    const auto indexOf = [&](const QString& column) {
        return column.isEmpty() ? -1 : columnIndex(layout, columns, column);
    };
    groupCell_ = indexOf(layout.groupBy);
    uncertainCell_ = indexOf(layout.uncertainFrom);
    for (const QString& column : layout.fillDown) {
        if (const qsizetype cell = indexOf(column); cell >= 0)
            fillsDown_[static_cast<size_t>(cell)] = true;
    }
    for (auto entry = layout.leading.begin(); entry != layout.leading.end(); ++entry) {
        if (const qsizetype cell = indexOf(entry.key()); cell >= 0)
            leading_[cell] = entry.value();
    }
    hidePrivateColumns();
}

void RowCells::hidePrivateColumns() {
    for (qsizetype cell = 0; cell < columns_.size(); ++cell) {
        const QString name = normalisedColumn(columns_[cell]);
        for (const QString& column : layout_.privateColumns) {
            const QString hidden = normalisedColumn(column);
            if (hidden == name || (hidden.endsWith(u'*') && name.startsWith(hidden.chopped(1))))
                hide(cell);
        }
    }
}

std::optional<RejectedRow> RowCells::whyUnusable(const RecordReader& row) const {
    if (auto damage = damageOf(row))
        return damage;
    if (uncertainCell_ >= 0 && row.size() >= uncertainCell_)
        return std::nullopt;
    const qsizetype least =
        layout_.fewestCells > 0 ? layout_.fewestCells : std::min(columns_.size(), usualWidth_);
    const bool hasMore = !isBlank(row, std::max(columns_.size(), usualWidth_));
    if (isBlank(row, 0) || (!hasMore && row.size() >= least))
        return std::nullopt;
    if (!hasMore && layout_.fewestCells > 0)
        return rejectedRow(row.line(), QStringLiteral("The row has %1 cells: expected %2 or more.")
                                           .arg(row.size())
                                           .arg(least));
    return rejectedRow(row.line(), QStringLiteral("The row has %1 cells: expected %2, as the "
                                                  "header has.")
                                       .arg(row.size())
                                       .arg(columns_.size()));
}

void RowCells::enter(const RecordReader& row) {
    row_ = &row;
    if (groupCell_ < 0)
        return;
    const QString group = text(groupCell_);
    if (ownCells_ > 0)
        enterListedGroup(group);
    else if (rowInGroup_ > 0 && group == group_)
        ++rowInGroup_;
    else if (!returnTo(group))
        beginGroup();
}

// A list of rejected rows says of each which of its group it was; what filled it down is in it.
void RowCells::enterListedGroup(const QString& group) {
    constexpr auto place = static_cast<qsizetype>(RejectedColumn::RowOfGroup);
    group_ = group;
    carried_.fill(QString());
    rowInGroup_ = std::max<qint64>(row_->text(place).toLongLong(), 1);
}

bool RowCells::returnTo(const QString& group) {
    if (const auto left = groups_.find(group_); left != groups_.end())
        *left = {rowInGroup_, carried_};
    group_ = group;
    const auto known = groups_.constFind(group);
    if (known == groups_.constEnd())
        return false;
    rowInGroup_ = known->rows + 1;
    carried_ = known->carried;
    return true;
}

void RowCells::beginGroup() {
    if (mayMix_)
        rememberGroup();
    rowInGroup_ = 0;  // so that nothing is filled down while the first row is read
    for (qsizetype cell = 0; cell < columns_.size(); ++cell) {
        if (fillsDown_[static_cast<size_t>(cell)])
            carried_[cell] = text(cell);
    }
    rowInGroup_ = 1;
}

void RowCells::rememberGroup() {
    groups_.insert(group_, {});
    groupsByAge_.push_back(group_);
    if (groupsByAge_.size() > mixedGroups) {
        groups_.remove(groupsByAge_.front());
        groupsByAge_.pop_front();
    }
}

QString RowCells::text(qsizetype cell) const {
    if (uncertainCell_ >= 0 && cell >= uncertainCell_ && row_->size() != columns_.size())
        return {};
    QString text = trimmedCell(row_->text(cell));
    const QString& leading = leading_[cell];
    if (!leading.isEmpty() && text.startsWith(leading))
        text.remove(0, leading.size());
    if (ownCells_ > 0 && isGuarded(text))
        text.remove(0, 1);
    if (!layout_.unknownTexts.isEmpty() && layout_.unknownTexts.contains(text))
        text.clear();
    if (text.isEmpty() && rowInGroup_ > 1 && fillsDown_[static_cast<size_t>(cell)])
        return carried_[cell];
    return text;
}

QString RowCells::hash() const {
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const QString& text : row_->texts().mid(ownCells_)) {
        hash.addData(text.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    return QString::fromLatin1(hash.result().toHex());
}

RejectedRow RowCells::withRow(RejectedRow rejected, const RecordReader& row) const {
    rejected.line = row.line();
    rejected.byte = row.offset();
    rejected.row = row.texts();
    rejected.rowOfGroup = groupCell_ >= 0 ? rowInGroup_ : 0;
    for (qsizetype cell = 0; cell < rejected.row.size() && cell < columns_.size(); ++cell) {
        QString& text = rejected.row[cell];
        if (isHidden_[static_cast<size_t>(cell)])
            text.clear();
        else if (text.isEmpty() && fillsDown_[static_cast<size_t>(cell)] && rowInGroup_ > 1)
            text = carried_[cell];
    }
    rejected.row.remove(0, std::min(ownCells_, rejected.row.size()));
    return rejected;
}

}  // namespace goodfaith::importers
