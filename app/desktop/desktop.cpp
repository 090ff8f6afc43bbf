// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"

#include "app/clock.h"
#include "app/desktop/charts_controller.h"
#include "app/desktop/import_controller.h"
#include "app/desktop/lookup_controller.h"
#include "app/desktop/settings_controller.h"
#include "app/sample_shop.h"
#include "app/shop_refresh.h"
#include "models/store/customer_reader.h"
#include "models/store/import_ledger.h"
#include "views/lookup_page.h"
#include "views/main_window.h"

#include <QCoreApplication>
#include <QProcess>
#include <QSettings>

namespace goodfaith::app {
namespace {

constexpr auto aMinute = std::chrono::minutes(1);
constexpr auto watchEvery = std::chrono::seconds(1);

struct Status {
    ShopSettings settings;
    qint64 customers = 0;
    std::optional<ImportSummary> lastImport;
};

Status readStatus(Shop& shop) {
    Status status{shop.settings(), store::CustomerReader(shop.database()).customerCount(), {}};
    const auto imports = store::ImportLedger(shop.database()).all();
    if (!imports.empty())
        status.lastImport = imports.front();
    return status;
}

}  // namespace

Desktop::Desktop(const QString& databasePath)
    : databasePath_(databasePath),
      window_(std::make_unique<views::MainWindow>()),
      questions_(databasePath, [this](const QString& message) { window_->showError(message); }),
      reports_(databasePath, [this](const QString& message) { window_->showError(message); }),
      imports_(databasePath, [this](const QString& message) { window_->showError(message); }) {
    wire();
}

Desktop::~Desktop() = default;

void Desktop::show() {
    window_->restoreLayout(QSettings());
    window_->setShop(ShopSettings(), now());
    window_->show();
    bringUpToDate();
    showStatus();
    importController_->showPastImports();
}

void Desktop::raise() {
    window_->setWindowState(window_->windowState() & ~Qt::WindowMinimized);
    window_->show();
    window_->raise();
    window_->activateWindow();
}

void Desktop::fillWithSampleShop() {
    window_->setBusy(tr("Importing the sample shop"));
    imports_.ask(
        this,
        [path = databasePath_](Shop&) {
            makeSampleShop(path);
            return true;
        },
        [this](bool) {
            window_->setBusy({});
            dataChanged();
        },
        [this](const QString&) { window_->setBusy({}); });
}

void Desktop::wire() {
    new LookupController(*window_, questions_);
    new ChartsController(*window_->charts(), reports_);
    auto* settingsController = new SettingsController(*window_, imports_);
    importController_ = new ImportController(*window_->imports(), imports_, databasePath_);
    connect(settingsController, &SettingsController::saved, this, &Desktop::dataChanged);
    connect(importController_, &ImportController::imported, this, [this] {
        dataChanged();
        bringUpToDate();
    });
    connect(window_->lookup(), &views::LookupPage::sampleShopWanted, this,
            &Desktop::openSampleShop);
    connect(window_.get(), &views::MainWindow::closing, this, [this] {
        QSettings settings;
        window_->saveLayout(settings);
    });
    connect(&minute_, &QTimer::timeout, this, [this] { window_->setNow(now()); });
    minute_.start(aMinute);
    connect(&watch_, &QTimer::timeout, this, &Desktop::watchOtherPrograms);
    watch_.start(watchEvery);
}

// After an import that was cancelled or killed, scores may be behind the facts.
void Desktop::bringUpToDate() {
    window_->setBusy(tr("Bringing the scores up to date"));
    imports_.ask(
        this,
        [stop = imports_.stopToken()](Shop& shop) {
            refreshIfStale(shop.database(), now(), {}, stop);
            return true;
        },
        [this](bool) {
            window_->setBusy({});
            window_->reload();
        },
        [this](const QString&) { window_->setBusy({}); });
}

void Desktop::showStatus() {
    questions_.ask(this, readStatus, [this](const Status& status) {
        window_->setShop(status.settings, now());
        window_->setStatus(status.customers, status.lastImport);
    });
}

void Desktop::dataChanged() {
    showStatus();
    importController_->showPastImports();
    window_->reload();
    // What the pages ask for now is at least this new.
    questions_.ask(
        this, [](Shop& shop) { return shop.database().dataVersion(); },
        [this](qint64 version) { dataVersion_ = shownVersion_ = version; });
}

// An import of the command line beside the open window is noticed here; our own is told by its
// signal. While it still writes, what one reads stays as it is.
void Desktop::watchOtherPrograms() {
    questions_.ask(
        this, [](Shop& shop) { return shop.database().dataVersion(); },
        [this](qint64 version) {
            const bool isAtRest = version == std::exchange(dataVersion_, version);
            if (!isAtRest || version == shownVersion_ || importController_->isImporting())
                return;
            const bool isFirst = std::exchange(shownVersion_, version) == 0;
            if (!isFirst)
                dataChanged();
        });
}

// In a window and a database of its own: looking around must not touch one's own data.
void Desktop::openSampleShop() {
    if (!QProcess::startDetached(QCoreApplication::applicationFilePath(),
                                 {QStringLiteral("--sample-shop")}))
        window_->showError(tr("The sample shop could not be started."));
}

}  // namespace goodfaith::app
