// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/timeline_model.h"

#include <algorithm>

namespace goodfaith::items {
namespace {

using namespace std::chrono_literals;

// Silence is worth a line from two months on.
constexpr Duration notableSilence = 60 * 24h;
constexpr auto averageMonth = std::chrono::duration_cast<Duration>(std::chrono::months(1));

bool showsEverything(const TimelineFilter& filter) {
    return filter.kinds.empty() && filter.events.empty() && filter.words.isEmpty();
}

}  // namespace

void TimelineModel::setFormat(const Format& format) {
    const bool isOtherZone = format.zone() != format_.zone();
    format_ = format;
    if (lines_.empty())
        return;
    if (isOtherZone)
        start(TimelineFilter(filter_));
    else
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {WhenRole});
}

void TimelineModel::start(const TimelineFilter& filter) {
    clear();
    filter_ = filter;
    complete_ = false;
    fetchMore({});
}

void TimelineModel::clear() {
    ++token_;
    waiting_ = false;
    complete_ = true;
    filter_ = {};
    if (!lines_.empty()) {
        beginRemoveRows({}, 0, rowCount() - 1);
        lines_.clear();
        events_.clear();
        endRemoveRows();
    }
    Q_EMIT loadingChanged();
}

void TimelineModel::addPage(quint64 token, std::vector<TimelineRow> rows, bool isLast) {
    if (token != token_ || !waiting_)
        return;
    waiting_ = false;
    complete_ = isLast || rows.empty();
    const int first = eventCount();
    events_.insert(events_.end(), std::make_move_iterator(rows.begin()),
                   std::make_move_iterator(rows.end()));
    std::vector<Line> added;
    for (int event = first; event < eventCount(); ++event)
        appendLines(added, event);
    if (!added.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
        lines_.insert(lines_.end(), added.begin(), added.end());
        endInsertRows();
    }
    Q_EMIT loadingChanged();
}

void TimelineModel::pageFailed(quint64 token) {
    if (token == token_ && waiting_) {
        waiting_ = false;
        Q_EMIT loadingChanged();
    }
}

void TimelineModel::appendLines(std::vector<Line>& lines, int event) const {
    const auto month = [this](int at) {
        const QDate day = dayOf(events_[static_cast<size_t>(at)].at, format_.zone());
        return day.year() * 12 + day.month();
    };
    if (!gapBefore(event).isEmpty())
        lines.push_back({TimelineLine::Gap, event});
    if (event == 0 || month(event) != month(event - 1))
        lines.push_back({TimelineLine::Month, event});
    lines.push_back({TimelineLine::Event, event});
}

QString TimelineModel::gapBefore(int event) const {
    // In a selection the events left out would pass for silence.
    if (event == 0 || !showsEverything(filter_))
        return {};
    const Duration silence =
        events_[static_cast<size_t>(event) - 1].at - events_[static_cast<size_t>(event)].at;
    if (silence < notableSilence)
        return {};
    const qint64 months = (silence + averageMonth / 2) / averageMonth;
    const QString span = months < 24 ? format_.counted(months, tr("month"), tr("months"))
                                     : format_.counted(months / 12, tr("year"), tr("years"));
    return tr("… %1 silent …").arg(span);
}

const TimelineRow* TimelineModel::rowAt(const QModelIndex& index) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return nullptr;
    const Line& line = lines_[static_cast<size_t>(index.row())];
    return line.line == TimelineLine::Event ? &events_[static_cast<size_t>(line.event)] : nullptr;
}

QModelIndex TimelineModel::indexOf(EventId event) const {
    const auto found = std::find_if(lines_.begin(), lines_.end(), [&](const Line& line) {
        return line.line == TimelineLine::Event &&
               events_[static_cast<size_t>(line.event)].id == event;
    });
    return found == lines_.end() ? QModelIndex() : index(static_cast<int>(found - lines_.begin()));
}

int TimelineModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line& line = lines_[static_cast<size_t>(index.row())];
    if (role == LineRole)
        return static_cast<int>(line.line);
    if (line.line == TimelineLine::Event)
        return eventData(line.event, role);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    return line.line == TimelineLine::Month
               ? format_.month(events_[static_cast<size_t>(line.event)].at)
               : gapBefore(line.event);
}

QVariant TimelineModel::eventData(int event, int role) const {
    const TimelineRow& row = events_[static_cast<size_t>(event)];
    switch (role) {
        case Qt::DisplayRole:
        case TitleRole:
            return titleOf(row);
        case Qt::ToolTipRole:
            return row.snippet.isEmpty() ? format_.exact(row.at)
                                         : QString(format_.exact(row.at) + u'\n' + row.snippet);
        case Qt::AccessibleTextRole:
            return accessibleText(row);
        case EventIdRole:
            return row.id.value();
        case KindRole:
            return static_cast<int>(row.kind);
        case DirectionRole:
            return static_cast<int>(row.direction);
        case WhenRole:
            return format_.whenInMonth(row.at);
        case SnippetRole:
            return row.snippet;
        case AmountRole:
            return row.amount ? format_.money(*row.amount) : QString();
        case StatusRole:
            return row.status;
        case AutomaticRole:
            return row.automatic;
        case SectionRole:
            return format_.month(row.at);
        case GapRole:
            return gapBefore(event);
        default:
            return {};
    }
}

// "Shipment" says nothing by itself where a customer has many.
QString TimelineModel::titleOf(const TimelineRow& row) {
    const bool isOfOrder = row.kind == RecordKind::Shipment || row.kind == RecordKind::Payment ||
                           row.kind == RecordKind::Refund || row.kind == RecordKind::Return ||
                           row.kind == RecordKind::Survey || row.kind == RecordKind::Review;
    if (!isOfOrder || row.orderKey.isEmpty() || row.title.contains(row.orderKey))
        return row.title;
    return tr("%1, order %2").arg(row.title, row.orderKey);
}

QString TimelineModel::accessibleText(const TimelineRow& row) const {
    QStringList parts{format_.exact(row.at),
                      kindName(row.kind),
                      directionName(row.direction),
                      titleOf(row),
                      row.amount ? format_.money(*row.amount) : QString(),
                      row.status,
                      row.automatic ? tr("automatic") : QString(),
                      row.snippet};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

Qt::ItemFlags TimelineModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    return rowAt(index) != nullptr
               ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
               : Qt::ItemFlags(Qt::ItemNeverHasChildren);
}

bool TimelineModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && !complete_ && !waiting_;
}

void TimelineModel::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent))
        return;
    waiting_ = true;
    Q_EMIT loadingChanged();
    Q_EMIT pageWanted(++token_, filter_,
                      events_.empty() ? std::nullopt
                                      : std::optional<TimelineCursor>(
                                            TimelineCursor{events_.back().at, events_.back().id}));
}

}  // namespace goodfaith::items
