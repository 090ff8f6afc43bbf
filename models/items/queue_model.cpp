// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/queue_model.h"

#include "models/items/replace_rows.h"

#include <QFont>

#include <algorithm>

namespace goodfaith::items {
namespace {

// Beyond that many a reset is quicker than to say what changed.
constexpr size_t mostNoticed = 500;

constexpr auto kinds = std::to_array({QueueKind::Reply, QueueKind::Callback, QueueKind::Promise,
                                      QueueKind::Case, QueueKind::FollowUp});

double shareOf(const QueueEntry& entry, Instant now) {
    const auto whole = static_cast<double>((entry.due - entry.since).count());
    const auto passed = static_cast<double>((now - entry.since).count());
    return whole <= 0 ? 1 : std::clamp(passed / whole, 0.0, 1.0);
}

QString whatFor(const QueueRow& row) {
    const QueueEntry& entry = row.entry;
    const QString kind = queueKindName(entry.wait.kind);
    QString detail = entry.topic == Topic::None ? QString() : topicName(entry.topic).toLower();
    if (entry.wait.kind == QueueKind::Promise)
        detail = entry.promise == PromiseKind::Other ? u'\u201c' + entry.phrase + u'\u201d'
                                                     : promiseName(entry.promise);
    return detail.isEmpty() ? kind : QueueModel::tr("%1: %2").arg(kind, detail);
}

}  // namespace

QString queueCustomer(const QueueRow& row) {
    return row.name.isEmpty() ? QueueModel::tr("Customer %1").arg(row.entry.customer.value())
                              : row.name;
}

QString timeLeft(const QueueRow& row, const Format& format) {
    const QueueEntry& entry = row.entry;
    if (entry.isPutOff(format.now()))
        return QueueModel::tr("until %1").arg(format.exact(*entry.putOffUntil));
    const QString time = format.duration(entry.due - format.now());
    return (entry.isOverdue(format.now()) ? QueueModel::tr("%1 over") : QueueModel::tr("%1 left"))
        .arg(time);
}

Urgency urgencyOf(const QueueEntry& entry, Instant now) {
    constexpr double near = 0.75;
    if (entry.isOverdue(now))
        return Urgency::Over;
    return shareOf(entry, now) >= near ? Urgency::Near : Urgency::InTime;
}

void QueueModel::setFormat(const Format& format) {
    format_ = format;
    lay();
}

void QueueModel::setRows(std::vector<QueueRow> rows) {
    rows_ = std::move(rows);
    lay();
}

void QueueModel::setGrouped(bool isGrouped) {
    isGrouped_ = isGrouped;
    lay();
}

void QueueModel::setShowsPutOff(bool showsPutOff) {
    showsPutOff_ = showsPutOff;
    lay();
}

std::vector<QueueModel::Line> QueueModel::wantedLines() const {
    std::vector<Line> all;
    for (const QueueRow& row : rows_) {
        if (row.entry.isPutOff(format_.now()) == showsPutOff_)
            all.push_back({goodfaith::textOf(row.entry.wait), false, 0, row});
    }
    if (!isGrouped_)
        return all;
    std::vector<Line> grouped;
    for (const QueueKind kind : kinds) {
        const auto isOf = [&](const Line& line) { return line.row.entry.wait.kind == kind; };
        Line heading{nameOf(kind), true, int(std::count_if(all.begin(), all.end(), isOf)), {}};
        heading.row.entry.wait.kind = kind;
        if (heading.count == 0)
            continue;
        grouped.push_back(heading);
        std::copy_if(all.begin(), all.end(), std::back_inserter(grouped), isOf);
    }
    return grouped;
}

void QueueModel::lay() {
    auto wanted = wantedLines();
    const auto keyOf = [](const Line& line) -> const QString& { return line.key; };
    const RowNotices notices{
        [this](int at) { beginRemoveRows({}, at, at); }, [this] { endRemoveRows(); },
        [this](int at) { beginInsertRows({}, at, at); }, [this] { endInsertRows(); },
        [this](int at) { Q_EMIT dataChanged(index(at, 0), index(at, Words)); }};
    const bool isMany = std::max(wanted.size(), lines_.size()) > mostNoticed;
    if (!isMany && replaceRows(lines_, wanted, keyOf, notices))
        return;
    beginResetModel();
    lines_ = std::move(wanted);
    endResetModel();
}

const QueueRow* QueueModel::rowAt(const QModelIndex& index) const {
    if (!index.isValid())
        return nullptr;
    const Line& line = lines_[static_cast<size_t>(index.row())];
    return line.isHeading ? nullptr : &line.row;
}

int QueueModel::lineOf(const WaitName& wait) const {
    const auto found = std::find_if(lines_.begin(), lines_.end(), [&](const Line& line) {
        return !line.isHeading && line.row.entry.wait == wait;
    });
    return found == lines_.end() ? -1 : int(found - lines_.begin());
}

int QueueModel::waiting() const {
    return int(rows_.size()) - putOff();
}

int QueueModel::overdue() const {
    return int(std::count_if(rows_.begin(), rows_.end(), [&](const QueueRow& row) {
        return row.entry.isOverdue(format_.now()) && !row.entry.isPutOff(format_.now());
    }));
}

int QueueModel::putOff() const {
    return int(std::count_if(rows_.begin(), rows_.end(), [&](const QueueRow& row) {
        return row.entry.isPutOff(format_.now());
    }));
}

int QueueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(lines_.size());
}

int QueueModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Words + 1;
}

QString QueueModel::textOf(const QueueRow& row, int column) const {
    switch (column) {
        case Since:
            return format_.when(row.entry.since);
        case Left:
            return timeLeft(row, format_);
        case Customer:
            return queueCustomer(row);
        case Value:
            return row.value.isEmpty() ? QStringLiteral("–") : format_.money(row.value);
        case What:
            return whatFor(row);
        default:
            return row.words.isEmpty() ? row.title : row.words;
    }
}

QString QueueModel::toolTip(const QueueRow& row, int column) const {
    QStringList lines;
    if (column == Since || column == Left)
        lines << tr("Since %1").arg(format_.exact(row.entry.since))
              << tr("Due %1").arg(format_.exact(row.entry.due));
    else if (column == Words)
        lines << row.title << row.words;
    else if (column == What)
        lines << whatFor(row) << row.entry.phrase;
    if (row.entry.isPutOff(format_.now()))
        lines << row.entry.putOffReason;
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QVariant QueueModel::headingData(const Line& heading, int role) const {
    if (role == Qt::DisplayRole)
        return QString(queueKindNamePlural(heading.row.entry.wait.kind) + u"  " +
                       format_.number(heading.count));
    if (role != Qt::FontRole)
        return {};
    QFont bold;
    bold.setBold(true);
    return bold;
}

QVariant QueueModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line& line = lines_[static_cast<size_t>(index.row())];
    if (role == GroupRole)
        return line.isHeading;
    if (line.isHeading)
        return index.column() == 0 ? headingData(line, role) : QVariant();
    const QueueRow& row = line.row;
    switch (role) {
        case Qt::DisplayRole:
            return textOf(row, index.column());
        case Qt::ToolTipRole:
            return toolTip(row, index.column());
        case Qt::TextAlignmentRole:
            return int((index.column() == Value ? Qt::AlignRight : Qt::AlignLeft) |
                       Qt::AlignVCenter);
        case CustomerIdRole:
            return row.entry.customer.value();
        case UrgencyRole:
            return int(urgencyOf(row.entry, format_.now()));
        case ShareRole:
            return shareOf(row.entry, format_.now());
        case QuietRole:
            return index.column() == Words;
        default:
            return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Value ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const std::array titles{tr("Waiting since"), tr("Time left"), tr("Customer"),
                            tr("Value"),         tr("What for"),  tr("Last words")};
    return titles.at(static_cast<size_t>(section));
}

Qt::ItemFlags QueueModel::flags(const QModelIndex& index) const {
    const bool isHeadingLine = index.isValid() && isHeading(index.row());
    return isHeadingLine ? Qt::ItemIsEnabled : QAbstractTableModel::flags(index);
}

}  // namespace goodfaith::items
