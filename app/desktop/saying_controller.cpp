// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/saying_controller.h"

#include "app/desktop/identity_controller.h"
#include "views/customer_drawers.h"
#include "views/lookup_page.h"
#include "views/say_bar.h"
#include "views/texts_panel.h"

namespace goodfaith::app {

SayingController::SayingController(views::LookupPage& page, IdentityController& acts)
    : QObject(&page) {
    const auto done = [&page](const ActNotice* notice) { page.say()->ended(notice != nullptr); };
    connect(&page, &views::LookupPage::noteWanted, this,
            [&acts, done](CustomerId customer, const QString& text) {
                acts.act([=](CustomerActs& work) { return work.note(customer, text); }, done);
            });
    connect(&page, &views::LookupPage::promiseWanted, this,
            [&acts, done](CustomerId customer, const QString& text, Instant due) {
                acts.act([=](CustomerActs& work) { return work.promise(customer, text, due); },
                         done);
            });
    connect(&page, &views::LookupPage::judgementWanted, this,
            [&acts, done](CustomerId customer, const Judgement& judgement) {
                acts.act(
                    [=](CustomerActs& work) {
                        return work.judge(customer, judgement.verdict, judgement.reason,
                                          judgement.reviewAt, judgement.shown);
                    },
                    done);
            });
    connect(&page, &views::LookupPage::readingCorrected, this,
            [&acts](EventId text, bool complains, Topic topic) {
                acts.act([=](CustomerActs& work) {
                    return work.correctReading(text, complains, topic);
                });
            });
    auto& drawers = *page.drawers();
    const auto saved = [&drawers](const ActNotice* notice) {
        drawers.texts()->ended(notice != nullptr);
    };
    connect(&drawers, &views::CustomerDrawers::textSaveWanted, this,
            [&acts, saved](const ShopText& text) {
                acts.act([=](CustomerActs& work) { return work.saveText(text); }, saved);
            });
    connect(&drawers, &views::CustomerDrawers::textRemoveWanted, this,
            [&acts](ShopTextKind kind, const QString& key) {
                acts.act([=](CustomerActs& work) { return work.removeText(kind, key); });
            });
    connect(&page, &views::LookupPage::promisesSettled, this, [&acts](EventId message, bool kept) {
        acts.act([=](CustomerActs& work) { return work.settlePromises(message, kept); });
    });
}

}  // namespace goodfaith::app
