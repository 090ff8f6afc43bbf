// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/settings_controller.h"

#include "app/clock.h"
#include "app/own_identity.h"
#include "app/shop_refresh.h"
#include "views/import_page.h"
#include "views/main_window.h"
#include "views/settings_page.h"

namespace goodfaith::app {
namespace {

void saveAndRefresh(Shop& shop, const SettingsController::Save& save, std::stop_token stop) {
    store::Transaction transaction(shop.database());
    save(shop.database());
    transaction.commit();
    refreshIfStale(shop.database(), now(), {}, std::move(stop));
}

}  // namespace

SettingsController::SettingsController(views::MainWindow& window, WorkerThread& worker)
    : QObject(&window), window_(window), worker_(worker) {
    connect(window.settings(), &views::SettingsPage::saveWanted, this,
            [this](const ShopSettings& settings) {
                change([settings](store::Database& database) { saveSettings(database, settings); },
                       [] {}, [](const QString&) {});
            });
    auto* imports = window.imports();
    connect(imports, &views::ImportPage::ownAddressSaid, this,
            [this, imports](const QString& address) {
                change(
                    [address](store::Database& database) {
                        ShopSettings settings;
                        addOwnIdentity(database, settings, {address}, {});
                    },
                    [imports, address] { imports->setOwnAddress(address); },
                    [imports](const QString& message) { imports->ownAddressFailed(message); });
            });
}

void SettingsController::change(const Save& save, const std::function<void()>& then,
                                const std::function<void(const QString&)>& failed) {
    window_.setBusy(tr("Saving the settings and scoring again"));
    worker_.ask(
        this,
        [save, stop = worker_.stopToken()](Shop& shop) {
            saveAndRefresh(shop, save, stop);
            return true;
        },
        [this, then](bool) {
            window_.setBusy({});
            then();
            Q_EMIT saved();
        },
        [this, failed](const QString& message) {
            window_.setBusy({});
            failed(message);
        });
}

}  // namespace goodfaith::app
