// SPDX-License-Identifier: GPL-3.0-or-later
// The page of a customer in a window that has the keyboard, with what every test of its parts asks
// of it. A test that watches more derives from it.
#pragma once

#include "sample_values.h"
#include "views/lookup_page.h"

#include <QSignalSpy>
#include <QTest>

namespace goodfaith::samples {

// Of the question asked last.
inline quint64 token(const QSignalSpy& questions) {
    return questions.constLast().at(0).toULongLong();
}

struct ShownLookupPage {
    views::LookupPage page;
    QSignalSpy briefs{&page, &views::LookupPage::briefWanted};
    QSignalSpy pages{&page, &views::LookupPage::timelinePageWanted};

    ShownLookupPage() {
        page.setFormat(format(), settings());
        page.resize(1100, 760);
        page.show();
        page.activateWindow();
    }
    bool becomesActive() { return QTest::qWaitForWindowActive(&page); }
    void open(CustomerId customer, const Brief& brief) {
        page.openCustomer(customer);
        answer(brief);
    }
    void answer(const Brief& brief) { page.setBrief(token(briefs), brief); }
    void answer(std::vector<TimelineRow> rows) {
        page.addTimelinePage(token(pages), std::move(rows), true);
    }
    TimelineFilter filter() const { return pages.constLast().at(2).value<TimelineFilter>(); }
};

}  // namespace goodfaith::samples
