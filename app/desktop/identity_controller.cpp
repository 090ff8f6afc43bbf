// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/identity_controller.h"

#include "app/act_words.h"
#include "app/clock.h"
#include "app/current_user.h"
#include "app/desktop/identity_answers.h"
#include "app/import_lock.h"
#include "models/domain/failure.h"
#include "models/store/act_table.h"
#include "views/lookup_page.h"
#include "views/main_window.h"
#include "views/same_page.h"
#include "views/undo_buttons.h"

#include <algorithm>

namespace goodfaith::app {
namespace {

using Judgement = views::SamePage::Judgement;
using items::SuggestedPair;

// On workers whose first channels are the look-up's and the charts'.
enum Channel { QueueChannel = 8, PartiesChannel, PreviewChannel, UndoChannel };

// In the words of somebody who looks at a window and knows of no files and processes.
void refuseDuringAnImport(const QString& path) {
    if (!ImportLock::isFree(path))
        throw Failure(FailureKind::Database,
                      IdentityController::tr("An import is running: nothing was changed. Try again "
                                             "when it has finished."));
}

ActNotice perform(CustomerActs& acts, const SuggestedPair& pair, Judgement judgement) {
    switch (judgement) {
        case Judgement::Same:
            return acts.merge(pair.a, pair.b);
        case Judgement::Apart:
            return acts.keepApart(pair.a, pair.b);
        case Judgement::Dismiss:
            break;
    }
    return acts.dismiss(pair.a, pair.b);
}

struct ActsInWords {
    QString undo;
    QString redo;
};

ActsInWords actsInWords(Shop& shop) {
    const store::ActTable acts(shop.database());
    const ActWords words(shop.database());
    const auto describe = [&](const std::optional<Act>& act) {
        return act ? words.describe(*act) : QString();
    };
    return {describe(acts.latest()), describe(acts.latestUndone())};
}

}  // namespace

IdentityController::IdentityController(views::MainWindow& window, Workers workers)
    : QObject(&window), window_(window), workers_(workers), refresh_(workers.acts) {
    wireSuggestions(*window.same());
    wireParties(*window.lookup());
    wireUndo();
    connect(&refresh_, &SuggestionRefresh::looking, window.same(), &views::SamePage::setLooking);
    connect(&refresh_, &SuggestionRefresh::looking, this, &IdentityController::looking);
    connect(&refresh_, &SuggestionRefresh::refreshed, window.same(), &views::SamePage::reload);
}

void IdentityController::wireSuggestions(views::SamePage& page) {
    connect(&page, &views::SamePage::queueWanted, this, [this, &page](quint64 token) {
        workers_.lists.askLatest(QueueChannel, &page, openSuggestions,
                                 [&page, token](const std::vector<SuggestedPair>& pairs) {
                                     page.setQueue(token, pairs);
                                 });
    });
    connect(&page, &views::SamePage::pairWanted, this,
            [this, &page](quint64 token, const SuggestedPair& pair) {
                workers_.questions.ask(
                    &page, [pair](Shop& shop) { return compareSuggested(shop, pair); },
                    [&page, token, pair](const std::optional<items::Comparison>& comparison) {
                        page.setPair(token, pair, comparison);
                    });
            });
    connect(
        &page, &views::SamePage::judgementMade, this,
        [this, &page](const SuggestedPair& pair, Judgement judgement) {
            act([=](CustomerActs& acts) { return perform(acts, pair, judgement); },
                [&page, pair](const ActNotice* notice) { page.judged(pair, notice != nullptr); });
        });
    connect(&page, &views::SamePage::undoWanted, this, &IdentityController::undo);
    connect(&page, &views::SamePage::redoWanted, this, &IdentityController::redo);
}

void IdentityController::wireParties(views::LookupPage& page) {
    connect(&page, &views::LookupPage::partiesWanted, this,
            [this, &page](quint64 token, CustomerId customer) {
                workers_.questions.askLatest(
                    PartiesChannel, &page,
                    [customer](Shop& shop) { return partiesOf(shop, customer); },
                    [&page, token](std::vector<items::PartyRow> parties) {
                        page.setParties(token, std::move(parties));
                    });
            });
    connect(&page, &views::LookupPage::comparisonWanted, this,
            [this, &page](quint64 token, CustomerId one, CustomerId other) {
                workers_.questions.askLatest(
                    PreviewChannel, &page,
                    [=](Shop& shop) { return compareCustomers(shop, one, other); },
                    [&page, token](const std::optional<items::Comparison>& comparison) {
                        page.setComparison(token, comparison);
                    });
            });
    connect(&page, &views::LookupPage::splitWanted, this,
            [this, &page](CustomerId customer, PartyId party) {
                act(
                    [=](CustomerActs& acts) {
                        return acts.split(customer, QStringLiteral("party:%1").arg(party.value()));
                    },
                    // The number may have gone with whom it was founded by.
                    [&page](const ActNotice* notice) {
                        if (notice != nullptr)
                            page.follow(notice->customer);
                    });
            });
    connect(&page, &views::LookupPage::joinWanted, this, [this](CustomerId one, CustomerId other) {
        act([=](CustomerActs& acts) { return acts.merge(one, other); });
    });
    connect(&page, &views::LookupPage::moveWanted, this, [this](EventId event, CustomerId to) {
        act([=](CustomerActs& acts) { return acts.moveEvent(event, to); });
    });
}

void IdentityController::wireUndo() {
    connect(window_.acts(), &views::UndoButtons::undoWanted, this, &IdentityController::undo);
    connect(window_.acts(), &views::UndoButtons::redoWanted, this, &IdentityController::redo);
}

void IdentityController::undo() {
    act([](CustomerActs& acts) { return acts.undo(); });
}

void IdentityController::redo() {
    act([](CustomerActs& acts) { return acts.redo(); });
}

void IdentityController::act(const Work& work, const Done& done) {
    refresh_.pause();
    workers_.acts.ask(
        this,
        [work](Shop& shop) {
            refuseDuringAnImport(shop.database().path());
            CustomerActs acts(shop.database(), currentUser(), now());
            return work(acts);
        },
        [this, done](const ActNotice& notice) {
            window_.showNotice(notice.sentence);
            followTo(notice);
            if (done)
                done(&notice);
            Q_EMIT acted();
        },
        [this, done](const QString&) {
            refresh_.soon();
            if (done)
                done(nullptr);
        });
}

// Nobody stays on a page of somebody who is not there any more.
void IdentityController::followTo(const ActNotice& notice) {
    const CustomerId shown = window_.lookup()->customer();
    const bool isGone =
        std::find(notice.gone.begin(), notice.gone.end(), shown) != notice.gone.end();
    if (isGone && !notice.customer.isNone())
        window_.lookup()->follow(notice.customer);
}

void IdentityController::reload() {
    workers_.questions.askLatest(UndoChannel, this, actsInWords, [this](const ActsInWords& acts) {
        window_.acts()->setActs(acts.undo, acts.redo);
    });
    refresh_.soon();
}

}  // namespace goodfaith::app
