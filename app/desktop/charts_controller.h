// SPDX-License-Identifier: GPL-3.0-or-later
// The managers' page: counts its figures from the kept cases and waits, and finds the customers
// behind a mark.
#pragma once

#include "app/desktop/worker_thread.h"

#include <QDate>

namespace goodfaith::views {
class ChartsPage;
}

namespace goodfaith::app {

class ChartsController : public QObject {
    Q_OBJECT

public:
    ChartsController(views::ChartsPage& page, WorkerThread& worker);

private:
    // What the reports shown were counted over.
    struct Span {
        Instant from;
        Instant to;
        QStringList topics;  // those that have a series of their own
    };
    struct Mark {
        QString report;
        QDate week;
        int weeks = 1;
        QString series;
    };
    struct Reports;
    static Reports countReports(Shop& shop, int months);
    static std::vector<CustomerCount> customersBehind(Shop& shop, const Span& span,
                                                      const Mark& mark);

    Span span_;
};

}  // namespace goodfaith::app
