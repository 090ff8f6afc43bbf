// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/queue_controller.h"

#include "app/desktop/identity_controller.h"
#include "views/queue_page.h"

namespace goodfaith::app {
namespace {

// Not those of the other pages that ask the same thread.
enum Channel { QueueRowsChannel = 12 };

}  // namespace

QueueController::QueueController(views::QueuePage& page, IdentityController& acts,
                                 WorkerThread& lists)
    : QObject(&page) {
    connect(&page, &views::QueuePage::queueWanted, this, [&page, &lists](quint64 token) {
        lists.askLatest(
            QueueRowsChannel, &page, [](Shop& shop) { return shop.queue({}); },
            [&page, token](ShopQueue queue) { page.setQueue(token, std::move(queue)); },
            [&page, token](const QString&) { page.queueFailed(token); });
    });
    connect(&page, &views::QueuePage::doneWanted, this,
            [&acts](const std::vector<WaitName>& waits, const QString& reason) {
                acts.act([=](CustomerActs& work) { return work.finish(waits, reason); });
            });
    connect(&page, &views::QueuePage::putOffWanted, this,
            [&acts](const std::vector<WaitName>& waits, Instant until, const QString& reason) {
                acts.act([=](CustomerActs& work) { return work.putOff(waits, until, reason); });
            });
}

}  // namespace goodfaith::app
