// SPDX-License-Identifier: GPL-3.0-or-later
// issue_simulation calm SHOPS | surges SHOPS | large [FIRST SEED]: what README.md reports.
#include "models/issues/common_issues.h"
#include "tests/issues/simulated_surges.h"

#include <QElapsedTimer>
#include <QTextStream>

#include <cstdio>

using namespace goodfaith;
using namespace goodfaith::tests;

namespace {

void calm(QTextStream& out, quint64 first, int shops) {
    int years = 0, raised = 0, alarms = 0, benefits = 0;
    for (int i = 0; i < shops; ++i) {
        const CalmShop shop = liveCalmly(first + static_cast<quint64>(i));
        for (const int count : shop.alarmsOfYear) {
            ++years;
            raised += count > 0 ? 1 : 0;
            alarms += count;
        }
        benefits += shop.benefits;
        if (!shop.alarms.isEmpty())
            out << "  seed " << first + static_cast<quint64>(i) << " ("
                << qRound(shop.complaintsPerYear)
                << " complaints a year): " << shop.alarms.join(QStringLiteral("; ")) << '\n'
                << Qt::flush;
    }
    out << years << " calm shop-years: " << raised << " raised an alarm (" << alarms << " alarms); "
        << benefits << " surges counted for customers only\n";
}

void surges(QTextStream& out, quint64 first, int shops) {
    out << "kind, excess, surges that became visible, of them found within a day, later, never; "
           "days late on average; named rightly\n";
    for (const SurgePlan& plan : surgePlans()) {
        SurgeTally tally;
        for (int i = 0; i < shops; ++i)
            tally.add(meetSurge(first + static_cast<quint64>(i), plan));
        out << plan.name << ", " << plan.excess << "x: " << tally.visible << ", "
            << tally.withinADay << ", " << tally.later << ", " << tally.never << "; "
            << tally.daysLate / std::max(1, tally.withinADay + tally.later) << "; "
            << tally.namedRightly << '\n'
            << Qt::flush;
    }
}

// How long a shop of 100,000 complaints and 500,000 orders within three years takes.
void large(QTextStream& out, quint64 seed) {
    constexpr int days = 3 * 365, orders = 500'000, products = 20'000, complaintEvery = 5;
    std::mt19937_64 random(seed);
    const auto below = [&](int count) {
        return std::uniform_int_distribution<int>(0, count - 1)(random);
    };
    issues::IssueFacts facts;
    const int first = issues::dayNumber(QDate(2022, 1, 1));
    for (int i = 0; i < orders; ++i) {
        const int day = below(days);
        const int product = below(1 + below(products));
        const std::vector<int> attributes{
            facts.attribute(issues::AttributeKind::Product, QString::number(product)),
            facts.attribute(issues::AttributeKind::Carrier, QString::number(below(4))),
            facts.attribute(issues::AttributeKind::Region, QString::number(below(30)))};
        facts.addOrder(first + day, attributes);
        if (i % complaintEvery == 0)
            facts.addComplaint({CaseId(i + 1),
                                CustomerId(1 + below(orders / 2)),
                                Topic(1 + below(12)),
                                first + day + below(20),
                                {},
                                attributes});
    }
    QElapsedTimer timer;
    timer.start();
    const auto found = issues::findCommonIssues(std::move(facts), issues::dateOf(first + days));
    out << "100,000 complaints and 500,000 orders: " << static_cast<double>(timer.elapsed()) / 1000
        << " s, " << found.size() << " found\n";
}

}  // namespace

int main(int count, char** arguments) {
    QTextStream out(stdout);
    const QString what = QString::fromLocal8Bit(count > 1 ? arguments[1] : "");
    const int shops = count > 2 ? QByteArray(arguments[2]).toInt() : 20;
    const quint64 first = count > 3 ? QByteArray(arguments[3]).toULongLong() : 1;
    if (what == u"calm")
        calm(out, first, shops);
    else if (what == u"surges")
        surges(out, first, shops);
    else if (what == u"large")
        large(out, first);
    else
        return 2;
    return 0;
}
