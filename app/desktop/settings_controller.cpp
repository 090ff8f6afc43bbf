// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/settings_controller.h"

#include "app/clock.h"
#include "app/own_identity.h"
#include "app/shop_refresh.h"
#include "views/main_window.h"
#include "views/settings_page.h"

namespace goodfaith::app {
namespace {

ShopSettings saveAndRefresh(Shop& shop, const ShopSettings& settings, std::stop_token stop) {
    store::Transaction transaction(shop.database());
    saveSettings(shop.database(), settings);
    transaction.commit();
    refreshIfStale(shop.database(), now(), {}, std::move(stop));
    return settings;
}

}  // namespace

SettingsController::SettingsController(views::MainWindow& window, WorkerThread& worker)
    : QObject(&window) {
    connect(window.settings(), &views::SettingsPage::saveWanted, this,
            [this, &window, &worker](const ShopSettings& settings) {
                window.setBusy(tr("Saving the settings and scoring again"));
                worker.ask(
                    this,
                    [settings, stop = worker.stopToken()](Shop& shop) {
                        return saveAndRefresh(shop, settings, stop);
                    },
                    [this, &window](const ShopSettings&) {
                        window.setBusy({});
                        Q_EMIT saved();
                    },
                    [&window](const QString&) { window.setBusy({}); });
            });
}

}  // namespace goodfaith::app
