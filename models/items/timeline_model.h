// SPDX-License-Identifier: GPL-3.0-or-later
// A customer's timeline, newest first, page by page: what is not scrolled to is never loaded.
// Months and long silences are lines of their own (not selectable), so that every line has the same
// height and 100,000 of them lay out at once.
#pragma once

#include "models/domain/overview.h"
#include "models/items/format.h"
#include "models/items/item_roles.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace goodfaith::items {

class TimelineModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    // Another zone has other months: then it starts anew.
    void setFormat(const Format& format);
    // Starts anew with nothing; asks for the first page at once. Pages asked for before are dropped
    // when they arrive.
    void start(const TimelineFilter& filter);
    // Shows nothing and asks for nothing.
    void clear();
    // The answer to pageWanted. One whose token is no longer current is ignored.
    void addPage(quint64 token, std::vector<TimelineRow> rows, bool isLast);
    // The page asked for did not come: it is asked for again at the next scrolling.
    void pageFailed(quint64 token);

    const TimelineFilter& filter() const { return filter_; }
    int eventCount() const { return static_cast<int>(events_.size()); }
    bool isComplete() const { return complete_; }
    bool isWaiting() const { return waiting_; }
    // Nothing for months and gaps.
    const TimelineRow* rowAt(const QModelIndex& index) const;
    // Where the event stands among the lines loaded so far; invalid when it is not there.
    QModelIndex indexOf(EventId event) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void pageWanted(quint64 token, const goodfaith::TimelineFilter& filter,
                    std::optional<goodfaith::TimelineCursor> after);
    // After each page and each new start.
    void loadingChanged();

private:
    struct Line {
        TimelineLine line = TimelineLine::Event;
        int event = 0;  // for a month or a gap: the event that follows it
    };
    void appendLines(std::vector<Line>& lines, int event) const;
    QString gapBefore(int event) const;
    QVariant eventData(int event, int role) const;
    static QString titleOf(const TimelineRow& row);
    QString accessibleText(const TimelineRow& row) const;

    Format format_;
    TimelineFilter filter_;
    std::vector<TimelineRow> events_;
    std::vector<Line> lines_;
    quint64 token_ = 0;
    bool complete_ = true;
    bool waiting_ = false;
};

}  // namespace goodfaith::items
