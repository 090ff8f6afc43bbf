// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of a row as a layout takes them: trimmed, what is no value left out, empty ones filled
// down within their group; and what of them a rejected row may show.
#pragma once

#include "importers/csv/layout.h"
#include "importers/csv/record_reader.h"
#include "models/domain/record.h"

#include <QHash>

#include <deque>
#include <optional>

namespace goodfaith::importers {

// Where amounts are added up, the rows of so many groups may be mixed.
inline constexpr size_t mixedGroups = 1000;

RejectedRow rejectedRow(qint64 line, const QString& reason);

class RowCells {
public:
    // `columns` and `usualWidth` as RowConverter has them.
    RowCells(const Layout& layout, const QStringList& columns, qsizetype usualWidth);

    // Groups whose rows are mixed are told apart; elsewhere a group that comes again is one that is
    // said again.
    void letGroupsMix() { mayMix_ = true; }
    // A cell that no rejected row shows.
    void hide(qsizetype cell) { isHidden_[static_cast<size_t>(cell)] = true; }

    // Why the row cannot be taken, whatever its cells say: damage, too few cells or too many.
    std::optional<RejectedRow> whyUnusable(const RecordReader& row) const;
    // The row that is asked about from here on. Rows have to come in the order of the file.
    void enter(const RecordReader& row);

    // "" where there is nothing.
    QString text(qsizetype cell) const;
    qint64 line() const { return row_->line(); }
    const QString& group() const { return group_; }
    // From 1; 0 where rows are in no groups.
    qint64 rowInGroup() const { return rowInGroup_; }
    QString hash() const;  // of the row as it is in the file

    // With the row's place and cells, hidden ones empty.
    RejectedRow withRow(RejectedRow rejected, const RecordReader& row) const;
    // At the beginning of a list of rejected rows: what it says of each.
    qsizetype ownCells() const { return ownCells_; }

private:
    // What the first row of a group says for the others, and how many there were.
    struct Group {
        qint64 rows = 0;
        QStringList carried;
    };

    const Layout& layout_;
    QStringList columns_;
    qsizetype usualWidth_;
    qsizetype groupCell_ = -1;
    qsizetype uncertainCell_ = -1;
    qsizetype ownCells_ = 0;
    std::vector<bool> fillsDown_;
    std::vector<bool> isHidden_;
    QStringList leading_;
    bool mayMix_ = false;

    const RecordReader* row_ = nullptr;
    QString group_;
    qint64 rowInGroup_ = 0;
    QStringList carried_;
    QHash<QString, Group> groups_;  // the last ones that may come again
    std::deque<QString> groupsByAge_;

    void hidePrivateColumns();
    void enterListedGroup(const QString& group);
    bool returnTo(const QString& group);
    void beginGroup();
    void rememberGroup();
};

}  // namespace goodfaith::importers
