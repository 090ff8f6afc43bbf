// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/suggestion_refresh.h"

#include "app/suggestions.h"
#include "models/store/suggestion_table.h"

namespace goodfaith::app {
namespace {

constexpr auto restBefore = std::chrono::seconds(1);

}  // namespace

SuggestionRefresh::SuggestionRefresh(WorkerThread& worker, QObject* parent)
    : QObject(parent), worker_(worker) {
    rest_.setSingleShot(true);
    rest_.setInterval(restBefore);
    connect(&rest_, &QTimer::timeout, this, &SuggestionRefresh::look);
}

SuggestionRefresh::~SuggestionRefresh() {
    stop_->request_stop();
}

void SuggestionRefresh::soon() {
    rest_.start();
}

void SuggestionRefresh::pause() {
    rest_.stop();
    stop_->request_stop();
}

void SuggestionRefresh::look() {
    stop_ = std::make_unique<std::stop_source>();
    ++running_;
    // Said only where there is something to do.
    const auto observer = [this](const QString&, double share) {
        if (share == 0)
            QMetaObject::invokeMethod(this, [this] {
                if (running_ > 0)
                    Q_EMIT looking(true);
            });
    };
    worker_.ask(
        this,
        [observer, stop = *stop_, closing = worker_.stopToken()](Shop& shop) {
            const std::stop_callback stopToo(closing, [stop]() mutable { stop.request_stop(); });
            const store::SuggestionTable table(shop.database());
            const qint64 before = table.comparedRevision();
            refreshSuggestions(shop.database(), observer, stop.get_token());
            return table.comparedRevision() != before;
        },
        [this](bool hasChanged) { end(hasChanged); }, [this](const QString&) { end(false); });
}

void SuggestionRefresh::end(bool hasChanged) {
    if (--running_ == 0)
        Q_EMIT looking(false);
    if (hasChanged)
        Q_EMIT refreshed();
}

}  // namespace goodfaith::app
