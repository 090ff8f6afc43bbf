// SPDX-License-Identifier: GPL-3.0-or-later
// A source of reports that is told what there is, for tests.
#pragma once

#include "models/reports/reports.h"

namespace goodfaith::reports {

struct ToldShop : ReportSource {
    std::vector<WaitOverview> waits;
    std::vector<CaseOverview> cases;
    std::vector<CallOverview> calls;
    std::vector<MailboxOverview> traffic;
    std::vector<AddressOverview> addresses;
    std::vector<Judgement> judged;
    std::map<QString, double> own;
    ShopSettings settings;
    Instant asOf = at("2024-07-01T00:00:00");
    std::optional<Instant> answersKnownTo;  // the as-of where nothing is said

    static Instant at(const char* text) {
        return *parseIso(QString::fromLatin1(text), QTimeZone::utc());
    }

    // Answered "" is still waited for.
    WaitOverview& wait(const char* since, const char* answered, const Way& way = {}) {
        WaitOverview& wait = waits.emplace_back();
        wait.inquiry = EventId(static_cast<qint64>(waits.size()));
        wait.customer = CustomerId(1);
        wait.since = at(since);
        if (*answered != 0)
            wait.answeredAt = at(answered);
        wait.firstOfCase = true;
        wait.way = way;
        wait.kind = way.channel == u"phone" ? RecordKind::Call : RecordKind::Message;
        return wait;
    }
    CaseOverview& matter(const char* opened, const char* resolved, const Way& way = {}) {
        CaseOverview& matter = cases.emplace_back();
        matter.id = CaseId(static_cast<qint64>(cases.size()));
        matter.customer = CustomerId(1);
        matter.openedAt = at(opened);
        if (*resolved != 0)
            matter.resolvedAt = at(resolved);
        matter.way = way;
        return matter;
    }
    // `seconds`: waited; -1: not known.
    CallOverview& call(const char* when, CallDisposition disposition, int seconds,
                       const char* cameBack = "") {
        CallOverview& one = calls.emplace_back();
        one.call.id = EventId(static_cast<qint64>(calls.size()));
        one.call.at = at(when);
        one.call.direction = Direction::Inbound;
        one.call.disposition = disposition;
        if (seconds >= 0)
            one.call.wait = std::chrono::seconds(seconds);
        one.customer = CustomerId(1);
        if (*cameBack != 0)
            one.answeredAt = at(cameBack);
        return one;
    }

    Report report(const char* name) const {
        return findReport(QString::fromLatin1(name))
            ->make({*this, settings, {}, {}, asOf, answersKnownTo.value_or(asOf)});
    }

    void forEachWait(const std::function<void(const WaitOverview&)>& visit) const override {
        std::for_each(waits.begin(), waits.end(), visit);
    }
    void forEachCase(const std::function<void(const CaseOverview&)>& visit) const override {
        std::for_each(cases.begin(), cases.end(), visit);
    }
    void forEachCall(const std::function<void(const CallOverview&)>& visit) const override {
        std::for_each(calls.begin(), calls.end(), visit);
    }
    std::vector<MailboxOverview> mailboxes() const override { return traffic; }
    std::vector<AddressOverview> doubtfulAddresses() const override { return addresses; }
    std::vector<Judgement> judgements() const override { return judged; }
    std::map<QString, double> ownWeights() const override { return own; }
    std::map<CustomerId, QString> customerNames() const override {
        return {{CustomerId(1), QStringLiteral("Ada")}, {CustomerId(2), QStringLiteral("Bob")}};
    }
};

// A cell as text: seconds of durations, "-" of what is unknown.
inline QString textOf(const Cell& cell) {
    struct Text {
        QString operator()(std::monostate) const { return QStringLiteral("-"); }
        QString operator()(const QString& text) const { return text; }
        QString operator()(qint64 count) const { return QString::number(count); }
        QString operator()(double share) const { return QString::number(share); }
        QString operator()(Duration duration) const { return QString::number(toSeconds(duration)); }
        QString operator()(Instant instant) const { return toIsoUtc(instant); }
        QString operator()(QDate day) const { return day.toString(Qt::ISODate); }
        QString operator()(const CustomerCell& one) const { return one.name; }
        QString operator()(EventId event) const { return QString::number(event.value()); }
    };
    return std::visit(Text(), cell);
}

// The cell of the row whose first cell says so; "no such cell" where there is none.
inline QString cellIn(const Report& report, const QString& row, const QString& column) {
    for (const Row& one : report.rows) {
        for (size_t at = 0; at < report.columns.size(); ++at) {
            if (textOf(one.front()) == row && report.columns[at].name == column)
                return textOf(one[at]);
        }
    }
    return QStringLiteral("no such cell");
}

inline QStringList columnIn(const Report& report, const QString& column) {
    QStringList cells;
    for (const Row& row : report.rows) {
        for (size_t at = 0; at < report.columns.size(); ++at) {
            if (report.columns[at].name == column)
                cells << textOf(row[at]);
        }
    }
    return cells;
}

}  // namespace goodfaith::reports
