// SPDX-License-Identifier: GPL-3.0-or-later
// The window: search on top, pages at the left, status below. It holds the pages together and
// knows no data; whoever wires it connects the pages' own signals.
#pragma once

#include "models/domain/overview.h"
#include "models/domain/settings.h"
#include "models/items/format.h"

#include <QMainWindow>

class QLabel;
class QProgressBar;
class QSettings;
class QStackedWidget;
class QToolButton;

namespace goodfaith::views {

class AsOfButton;
class ChartsPage;
class ErrorBar;
class ImportPage;
class IssuesPage;
class LookupPage;
class QueuePage;
class SamePage;
class SearchBar;
class SettingsPage;
class UndoButtons;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    enum class Page { Lookup, Queue, Issues, Charts, Import, Same, Settings };
    Q_ENUM(Page)

    explicit MainWindow(QWidget* parent = nullptr);

    // The settings, and what time it is; gives every page its wording and its zone.
    void setShop(const ShopSettings& settings, Instant now);
    // A minute has gone by: "26 h ago" goes on.
    void setNow(Instant now);
    void setStatus(qint64 customers, const std::optional<ImportSummary>& lastImport);
    // What is going on beside the page; "" when nothing is.
    void setBusy(const QString& what);
    void showError(const QString& message);
    // What happened by itself, in the status bar for a while.
    void showNotice(const QString& message);
    // The data have changed: pages ask again for what they show.
    void reload();
    void showPage(Page page);
    Page page() const;

    void restoreLayout(const QSettings& settings);
    void saveLayout(QSettings& settings) const;

    SearchBar* search() const { return search_; }
    AsOfButton* asOf() const { return asOf_; }
    LookupPage* lookup() const { return lookup_; }
    QueuePage* queue() const { return queue_; }
    IssuesPage* issues() const { return issues_; }
    ChartsPage* charts() const { return charts_; }
    ImportPage* imports() const { return imports_; }
    SamePage* same() const { return same_; }
    SettingsPage* settings() const { return settings_; }
    UndoButtons* acts() const { return acts_; }
    ErrorBar* errorBar() const { return error_; }

Q_SIGNALS:
    void pageShown(goodfaith::views::MainWindow::Page page);
    // The window is about to close; the layout can be saved now.
    void closing();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    QWidget* makeTop();
    QWidget* makeNavigation();
    void makeStatus();
    void addPage(const QString& text, const QString& iconName, QWidget* page);
    void addShortcuts();
    void wire();
    items::Format format() const;
    void applyFormat();
    void showShortcuts();
    void openCustomer(CustomerId customer);
    // After the page's name at the left: "Queue  7"; `spoken`: "%1 wait in the queue".
    void showCount(Page page, const QString& text, const QString& spoken, int count);

    ShopSettings shop_;
    Instant now_{};
    SearchBar* search_;
    AsOfButton* asOf_;
    ErrorBar* error_;
    QStackedWidget* pages_;
    QWidget* navigation_ = nullptr;
    std::vector<QToolButton*> buttons_;
    LookupPage* lookup_;
    QueuePage* queue_;
    IssuesPage* issues_;
    ChartsPage* charts_;
    ImportPage* imports_;
    SamePage* same_;
    SettingsPage* settings_;
    UndoButtons* acts_;
    QLabel* status_;
    QLabel* busyText_;
    QProgressBar* busy_;
};

}  // namespace goodfaith::views
