// SPDX-License-Identifier: GPL-3.0-or-later
// Finding and showing a customer: connects the search field and the look-up page with the shop.
#pragma once

#include "app/desktop/worker_thread.h"

namespace goodfaith::views {
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
    void wireTimeline(views::LookupPage& page);

    WorkerThread& worker_;
};

}  // namespace goodfaith::app
