// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"

#include "app/clock.h"
#include "app/desktop/charts_controller.h"
#include "app/desktop/identity_controller.h"
#include "app/desktop/import_controller.h"
#include "app/desktop/issues_controller.h"
#include "app/desktop/lookup_controller.h"
#include "app/desktop/past_imports_controller.h"
#include "app/desktop/queue_controller.h"
#include "app/desktop/saying_controller.h"
#include "app/desktop/settings_controller.h"
#include "app/sample_shop.h"
#include "app/shop_refresh.h"
#include "models/store/customer_reader.h"
#include "models/store/import_ledger.h"
#include "views/import_page.h"
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

Desktop::Desktop(const QString& databasePath, FolderWatch::Pace pace)
    : databasePath_(databasePath),
      window_(std::make_unique<views::MainWindow>()),
      questions_(databasePath, [this](const QString& message) { window_->showError(message); }),
      reports_(databasePath, [this](const QString& message) { window_->showError(message); }),
      imports_(databasePath, [this](const QString& message) { window_->showError(message); }),
      looks_(databasePath, [this](const QString& message) { window_->showError(message); }),
      acts_(databasePath, [this](const QString& message) { window_->showError(message); }),
      folders_(looks_, imports_, databasePath, pace) {
    wire();
    wireWatch();
}

Desktop::~Desktop() = default;

void Desktop::show() {
    window_->restoreLayout(QSettings());
    window_->setShop(ShopSettings(), now());
    window_->show();
    bringUpToDate();
    showStatus();
    pastImports_->showAll();
}

void Desktop::raise() {
    window_->setWindowState(window_->windowState() & ~Qt::WindowMinimized);
    window_->show();
    window_->raise();
    window_->activateWindow();
}

void Desktop::fillWithSampleShop() {
    writeBeside(tr("Importing the sample shop"), [path = databasePath_](Shop&) {
        makeSampleShop(path);
        return true;
    });
}

// The status bar says the oldest of what is going on.
void Desktop::say(const QString& what, bool isUnderWay) {
    if (isUnderWay)
        underWay_ << what;
    else
        underWay_.removeOne(what);
    window_->setBusy(underWay_.value(0));
}

void Desktop::writeBeside(const QString& what, const std::function<bool(Shop&)>& work) {
    const auto end = [this, what] { say(what, false); };
    say(what, true);
    imports_.ask(
        this, work,
        [this, end](bool) {
            end();
            dataChanged();
        },
        [end](const QString&) { end(); });
}

void Desktop::wire() {
    new LookupController(*window_, questions_);
    new ChartsController(*window_->charts(), reports_);
    new IssuesController(*window_->issues(), reports_);
    identity_ = new IdentityController(*window_, {acts_, questions_, reports_});
    new QueueController(*window_->queue(), *identity_, reports_);
    new SayingController(*window_->lookup(), *identity_);
    connect(identity_, &IdentityController::acted, this, &Desktop::dataChanged);
    connect(identity_, &IdentityController::looking, this, [this](bool isLooking) {
        say(tr("Looking for customers who may be one person"), isLooking);
    });
    auto* settingsController = new SettingsController(*window_, imports_);
    importController_ = new ImportController(*window_->imports(), imports_, databasePath_);
    connect(settingsController, &SettingsController::saved, this, &Desktop::dataChanged);
    connect(importController_, &ImportController::imported, this, &Desktop::bringUpToDate);
    pastImports_ = new PastImportsController(*window_->imports()->past(), imports_, databasePath_);
    connect(pastImports_, &PastImportsController::undone, this, &Desktop::bringUpToDate);
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

void Desktop::wireWatch() {
    connect(&folders_, &FolderWatch::busy, this, [this](const QString& folder, bool isBusy) {
        say(tr("Importing what is new in %1").arg(folder), isBusy);
    });
    connect(&folders_, &FolderWatch::failed, window_.get(), &views::MainWindow::showError);
    connect(&folders_, &FolderWatch::imported, this, [this](const QString& summary) {
        window_->showNotice(summary);
        dataChanged();
    });
}

// After an import that was cancelled or killed, scores may be behind the facts.
void Desktop::bringUpToDate() {
    writeBeside(tr("Bringing the scores up to date"), [stop = imports_.stopToken()](Shop& shop) {
        refreshIfStale(shop.database(), now(), {}, stop);
        return true;
    });
}

void Desktop::showStatus() {
    questions_.ask(this, readStatus, [this](const Status& status) {
        window_->setShop(status.settings, now());
        window_->setStatus(status.customers, status.lastImport);
        folders_.setFolders(status.settings.watchedFolders);
    });
}

// The version is read first: what is asked for afterwards is at least as new.
void Desktop::dataChanged() {
    questions_.ask(
        this, [](Shop& shop) { return shop.database().dataVersion(); },
        [this](qint64 version) {
            dataVersion_ = shownVersion_ = version;
            showStatus();
            pastImports_->showAll();
            identity_->reload();
            window_->reload();
        });
}

// An import of the command line beside the open window is noticed here; our own is told by its
// signal. While it still writes, what one reads stays as it is.
void Desktop::watchOtherPrograms() {
    questions_.ask(
        this, [](Shop& shop) { return shop.database().dataVersion(); },
        [this](qint64 version) {
            const bool isAtRest = version == std::exchange(dataVersion_, version);
            const bool isNews = shownVersion_ != 0 && version != shownVersion_;
            if (isAtRest && isNews && !importController_->isImporting() &&
                !pastImports_->isUndoing())
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
