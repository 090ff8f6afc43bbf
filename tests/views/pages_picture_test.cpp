// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_values.h"
#include "views/look.h"
#include "views/lookup_page.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace goodfaith;

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    views::LookupPage page;
    page.setFormat(samples::format(), samples::settings());
    QObject::connect(&page, &views::LookupPage::briefWanted, &page,
                     [&](quint64 token) { page.setBrief(token, samples::goodFaith()); });
    QObject::connect(&page, &views::LookupPage::kindCountsWanted, &page,
                     [&](quint64 token) { page.setKindCounts(token, samples::kindCounts()); });
    QObject::connect(&page, &views::LookupPage::timelinePageWanted, &page, [&](quint64 token) {
        page.addTimelinePage(token, samples::timeline(40), true);
    });
    page.openCustomer(CustomerId(17));
    page.resize(1160, 700);
    page.show();
    QTest::qWait(100);
    page.grab().save(QStringLiteral("lookup.png"));
}
