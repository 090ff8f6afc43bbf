// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/report_model.h"

#include "models/items/item_roles.h"
#include "models/reports/reports.h"

#include <algorithm>

namespace goodfaith::items {
namespace {

using reports::Cell;
using reports::CustomerCell;
using reports::Row;
using reports::Unit;

bool isUnknown(const Cell& cell) {
    return std::holds_alternative<std::monostate>(cell);
}

// Sums up all other rows.
bool isTotal(const Row& row) {
    const auto* text = row.empty() ? nullptr : std::get_if<QString>(&row.front());
    return text != nullptr && *text == u"all";
}

// In these columns reports speak themselves; names of mailboxes, queues and people stay.
bool isOfWords(const QString& column) {
    static const QStringList columns{
        QStringLiteral("channel"),      QStringLiteral("topic"),
        QStringLiteral("answers"),      QStringLiteral("reply"),
        QStringLiteral("in_target"),    QStringLiteral("end"),
        QStringLiteral("came_back_by"), QStringLiteral("computed_verdict"),
        QStringLiteral("evidence")};
    return columns.contains(column);
}

QString wordOf(const QString& text) {
    static const QHash<QString, const char*> words{
        {QStringLiteral("all"), QT_TRANSLATE_NOOP("Report", "All")},
        {QStringLiteral("email"), QT_TRANSLATE_NOOP("Report", "E-mail")},
        {QStringLiteral("phone"), QT_TRANSLATE_NOOP("Report", "Phone")},
        {QStringLiteral("chat"), QT_TRANSLATE_NOOP("Report", "Chat")},
        {QStringLiteral("contact_form"), QT_TRANSLATE_NOOP("Report", "Contact form")},
        {QStringLiteral("call"), QT_TRANSLATE_NOOP("Report", "Call")},
        {QStringLiteral("message"), QT_TRANSLATE_NOOP("Report", "Message")},
        {QStringLiteral("yes"), QT_TRANSLATE_NOOP("Report", "Yes")},
        {QStringLiteral("no"), QT_TRANSLATE_NOOP("Report", "No")},
        {QStringLiteral("open"), QT_TRANSLATE_NOOP("Report", "Not yet due")},
        {QStringLiteral("first"), QT_TRANSLATE_NOOP("Report", "First")},
        {QStringLiteral("next"), QT_TRANSLATE_NOOP("Report", "Next")},
        {QStringLiteral("abandoned"), QT_TRANSLATE_NOOP("Report", "Abandoned")},
        {QStringLiteral("voicemail"), QT_TRANSLATE_NOOP("Report", "Voicemail")},
        {QStringLiteral("busy"), QT_TRANSLATE_NOOP("Report", "Busy")},
        {QStringLiteral("not taken"), QT_TRANSLATE_NOOP("Report", "Not taken")},
        {QStringLiteral("nobody"), QT_TRANSLATE_NOOP("Report", "⚠ Nobody answers")},
        {QStringLiteral("billing_confirms"),
         QT_TRANSLATE_NOOP("Report", "Charged twice, or not paid back")},
        {QStringLiteral("broken_promise"), QT_TRANSLATE_NOOP("Report", "We broke a promise")},
        {QStringLiteral("carrier_exception"),
         QT_TRANSLATE_NOOP("Report", "Lost or damaged by the carrier")},
        {QStringLiteral("common_issue"), QT_TRANSLATE_NOOP("Report", "Many complain of the same")},
        {QStringLiteral("complaint_rate"),
         QT_TRANSLATE_NOOP("Report", "Complains far more often than others")},
        {QStringLiteral("double_recovery"), QT_TRANSLATE_NOOP("Report", "Made good twice")},
        {QStringLiteral("kept_buying"),
         QT_TRANSLATE_NOOP("Report", "Bought again after complaints")},
        {QStringLiteral("late_delivery"), QT_TRANSLATE_NOOP("Report", "Delivered late")},
        {QStringLiteral("linked_identity"),
         QT_TRANSLATE_NOOP("Report", "Connected to somebody contradicted")},
        {QStringLiteral("no_return"),
         QT_TRANSLATE_NOOP("Report", "Refunded, and nothing came back")},
        {QStringLiteral("own_words"), QT_TRANSLATE_NOOP("Report", "Said otherwise before")},
        {QStringLiteral("proof_of_delivery"), QT_TRANSLATE_NOOP("Report", "Delivered, with proof")},
        {QStringLiteral("refund_ratio"),
         QT_TRANSLATE_NOOP("Report", "Much of the spend given back")},
        {QStringLiteral("repeated_claim"),
         QT_TRANSLATE_NOOP("Report", "The same complaint again and again")},
        {QStringLiteral("return_confirms"), QT_TRANSLATE_NOOP("Report", "The return confirms it")},
        {QStringLiteral("returned_empty"), QT_TRANSLATE_NOOP("Report", "Came back empty")},
        {QStringLiteral("returned_other"), QT_TRANSLATE_NOOP("Report", "Something else came back")},
        {QStringLiteral("returned_used"), QT_TRANSLATE_NOOP("Report", "Came back used")},
        {QStringLiteral("slow_reply"), QT_TRANSLATE_NOOP("Report", "We answered late")},
        {QStringLiteral("tenure"), QT_TRANSLATE_NOOP("Report", "A customer for long")},
        {QStringLiteral("threat"), QT_TRANSLATE_NOOP("Report", "A threat")},
        {QStringLiteral("we_admitted"), QT_TRANSLATE_NOOP("Report", "We admitted it")},
        {QStringLiteral("elsewhere"), QT_TRANSLATE_NOOP("Report", "From elsewhere")},
    };
    if (const char* word = words.value(text))
        return ReportModel::tr(word);
    if (const auto verdict = verdictFromName(text))
        return verdictName(*verdict);
    const auto topic = topicFromName(text);
    return topic ? topicName(*topic) : text;
}

struct Wording {
    const Format& format;
    const reports::Column& column;

    QString operator()(std::monostate) const { return QStringLiteral("–"); }
    QString operator()(const QString& text) const {
        return text == u"all" || isOfWords(column.name) ? wordOf(text) : text;
    }
    QString operator()(qint64 count) const { return format.number(count); }
    QString operator()(double value) const {
        constexpr int decimals = 2;
        return column.unit == reports::Unit::Share ? format.share(value)
                                                   : format.locale().toString(value, 'f', decimals);
    }
    QString operator()(Duration duration) const { return format.duration(duration); }
    QString operator()(Instant instant) const { return format.exact(instant); }
    QString operator()(QDate day) const { return format.day(day); }
    QString operator()(const CustomerCell& one) const {
        return one.name.isEmpty() ? ReportModel::tr("Customer %1").arg(one.customer.value())
                                  : one.name;
    }
    QString operator()(EventId event) const { return QString::number(event.value()); }
};

// Of cells of one column: by value, texts by alphabet.
bool isLess(const Cell& a, const Cell& b) {
    if (a.index() != b.index())
        return a.index() < b.index();
    return std::visit(
        [&](const auto& left) {
            using Value = std::decay_t<decltype(left)>;
            const auto& right = std::get<Value>(b);
            if constexpr (std::is_same_v<Value, std::monostate>)
                return false;
            else if constexpr (std::is_same_v<Value, QString>)
                return left.localeAwareCompare(right) < 0;
            else if constexpr (std::is_same_v<Value, CustomerCell>)
                return left.name.localeAwareCompare(right.name) < 0;
            else
                return left < right;
        },
        a);
}

}  // namespace

void ReportModel::setFormat(const Format& format) {
    beginResetModel();
    format_ = format;
    endResetModel();
}

void ReportModel::setReport(reports::Report report) {
    beginResetModel();
    report_ = std::move(report);
    endResetModel();
}

CustomerId ReportModel::customerAt(const QModelIndex& index) const {
    if (!index.isValid())
        return {};
    for (const Cell& cell : report_.rows[static_cast<size_t>(index.row())]) {
        if (const auto* customer = std::get_if<CustomerCell>(&cell))
            return customer->customer;
    }
    return {};
}

QString ReportModel::asText() const {
    QStringList lines;
    QStringList cells;
    for (const reports::Column& column : report_.columns)
        cells << column.title;
    lines << cells.join(u'\t');
    for (const Row& row : report_.rows) {
        cells.clear();
        for (size_t column = 0; column < row.size(); ++column)
            cells << worded(row[column], column);
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n');
}

int ReportModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(report_.rows.size());
}

int ReportModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(report_.columns.size());
}

const Cell& ReportModel::cellAt(const QModelIndex& index) const {
    return report_.rows[static_cast<size_t>(index.row())][static_cast<size_t>(index.column())];
}

QString ReportModel::worded(const Cell& cell, size_t column) const {
    return std::visit(Wording{format_, report_.columns[column]}, cell);
}

bool ReportModel::isForPrograms(int column) const {
    return report_.columns[static_cast<size_t>(column)].unit == Unit::Event;
}

int ReportModel::alignmentOf(int column) const {
    const Unit unit = report_.columns[static_cast<size_t>(column)].unit;
    const bool isNumber = unit == Unit::Count || unit == Unit::Share || unit == Unit::Number ||
                          unit == Unit::Seconds || unit == Unit::Event;
    return static_cast<int>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

QVariant ReportModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(index.column());
    if (role == CustomerIdRole)
        return customerAt(index).value();
    if (role == QuietRole)
        return isUnknown(cellAt(index));
    return role == Qt::DisplayRole
               ? QVariant(worded(cellAt(index), static_cast<size_t>(index.column())))
               : QVariant();
}

QVariant ReportModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    return role == Qt::DisplayRole
               ? QVariant(report_.columns.at(static_cast<size_t>(section)).title)
               : QVariant();
}

void ReportModel::sort(int column, Qt::SortOrder order) {
    if (column < 0 || column >= columnCount())
        return;
    const auto at = static_cast<size_t>(column);
    beginResetModel();
    auto first = report_.rows.begin();
    if (first != report_.rows.end() && isTotal(*first))
        ++first;
    std::stable_sort(first, report_.rows.end(), [&](const Row& a, const Row& b) {
        if (isUnknown(a[at]) || isUnknown(b[at]))
            return !isUnknown(a[at]) && isUnknown(b[at]);
        return order == Qt::AscendingOrder ? isLess(a[at], b[at]) : isLess(b[at], a[at]);
    });
    endResetModel();
}

ReportListModel::ReportListModel(QObject* parent) : QAbstractListModel(parent) {
    for (const reports::ReportInfo& info : reports::reports()) {
        if (!info.isDrawn)
            infos_.push_back(&info);
    }
}

int ReportListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(infos_.size()) + 1;
}

QVariant ReportListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.row() == 0)
        return role == Qt::DisplayRole ? QVariant(tr("Charts"))
                                       : QVariant(role == NameRole ? QString() : QVariant());
    const reports::ReportInfo& info = *infos_[static_cast<size_t>(index.row()) - 1];
    if (role == NameRole)
        return info.name;
    return role == Qt::DisplayRole ? QVariant(info.title) : QVariant();
}

}  // namespace goodfaith::items
