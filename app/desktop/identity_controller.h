// SPDX-License-Identifier: GPL-3.0-or-later
// Who is who, by a person's word: answers the pages' questions about suggestions and parties, and
// does what is decided there, with undo and redo.
#pragma once

#include "app/customer_acts.h"
#include "app/desktop/suggestion_refresh.h"

namespace goodfaith::views {
class LookupPage;
class MainWindow;
class SamePage;
}  // namespace goodfaith::views

namespace goodfaith::app {

class IdentityController : public QObject {
    Q_OBJECT

public:
    // `acts`: on which suggestions are looked for, too. `questions`: what should be there at once.
    // `lists`: what may take a moment.
    struct Workers {
        WorkerThread& acts;
        WorkerThread& questions;
        WorkerThread& lists;
    };
    IdentityController(views::MainWindow& window, Workers workers);

    using Work = std::function<ActNotice(CustomerActs&)>;
    using Done = std::function<void(const ActNotice*)>;  // none: it failed

    // The data have changed: what can be undone, and who is suggested.
    void reload();
    // Anything that people do: it is told in the window, and can be undone.
    void act(const Work& work, const Done& done = {});

Q_SIGNALS:
    // Something was done: the data have changed.
    void acted();
    void looking(bool isLooking);

private:
    void wireSuggestions(views::SamePage& page);
    void wireParties(views::LookupPage& page);
    void wireUndo();
    void undo();
    void redo();
    void followTo(const ActNotice& notice);

    views::MainWindow& window_;
    Workers workers_;
    SuggestionRefresh refresh_;
};

}  // namespace goodfaith::app
