// SPDX-License-Identifier: GPL-3.0-or-later
// Finding and showing a customer: connects the search field and the look-up page with the shop.
// What was shown of whom is logged.
#pragma once

#include "app/desktop/worker_thread.h"

#include <tuple>

namespace goodfaith::views {
class CustomerDrawers;
class LookupPage;
class MainWindow;
class SearchBar;
}  // namespace goodfaith::views

namespace goodfaith::app {

class LookupController : public QObject {
    Q_OBJECT

public:
    LookupController(views::MainWindow& window, WorkerThread& worker);

private:
    void wireSearch(views::SearchBar& search);
    void wireBrief(views::LookupPage& page);
    void wireDrawers(views::CustomerDrawers& drawers);
    void wireTimeline(views::LookupPage& page);
    void logShown(const Brief& brief);

    WorkerThread& worker_;
    // The same again is no showing of its own: a page is asked for anew whenever data change.
    std::tuple<CustomerId, VerdictKind, VerdictKind, ParametersId> logged_;
};

}  // namespace goodfaith::app
