// SPDX-License-Identifier: GPL-3.0-or-later
// The queue as a table: the most urgent first, or under headings by kind. What is put off is shown
// instead when that is asked for, and comes back by itself when its time has come.
#pragma once

#include "models/domain/queue.h"
#include "models/items/format.h"
#include "models/items/item_roles.h"

#include <QAbstractTableModel>

namespace goodfaith::items {

enum class Urgency { InTime, Near, Over };

class QueueModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Since, Left, Customer, Value, What, Words };

    using QAbstractTableModel::QAbstractTableModel;

    void setFormat(const Format& format);
    // By urgency, with those that are put off.
    void setRows(std::vector<QueueRow> rows);
    void setGrouped(bool isGrouped);
    void setShowsPutOff(bool showsPutOff);

    // nullptr for a heading and for an invalid index.
    const QueueRow* rowAt(const QModelIndex& index) const;
    // Where it stands; -1 where it does not.
    int lineOf(const WaitName& wait) const;
    bool isHeading(int line) const { return lines_[static_cast<size_t>(line)].isHeading; }
    int waiting() const;
    int overdue() const;
    int putOff() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Line {
        QString key;
        bool isHeading = false;
        int count = 0;  // of a heading's rows
        QueueRow row;   // of a heading: its kind
    };

    std::vector<Line> wantedLines() const;
    void lay();
    QVariant headingData(const Line& heading, int role) const;
    QString textOf(const QueueRow& row, int column) const;
    QString toolTip(const QueueRow& row, int column) const;

    Format format_;
    std::vector<QueueRow> rows_;
    std::vector<Line> lines_;
    bool isGrouped_ = false;
    bool showsPutOff_ = false;
};

// "Ada Lindqvist", or "Customer 17".
QString queueCustomer(const QueueRow& row);
// "3 h left", "26 h over", "until Tue 2 Jul 2024 09:00".
QString timeLeft(const QueueRow& row, const Format& format);
Urgency urgencyOf(const QueueEntry& entry, Instant now);

}  // namespace goodfaith::items
