// SPDX-License-Identifier: GPL-3.0-or-later
// What people do about what waits in the queue, as acts like any other.
#include "app/act_words.h"
#include "app/customer_acts.h"
#include "app/waiting_customers.h"
#include "models/domain/failure.h"
#include "models/scoring/queue.h"
#include "models/store/act_table.h"
#include "models/store/customer_reader.h"
#include "models/store/note_table.h"
#include "models/store/queue_word_table.h"
#include "models/store/settings_table.h"

namespace goodfaith::app {
namespace {

constexpr qsizetype longestReason = 1'000;

QString reasonFrom(const QString& text) {
    const QString reason = text.trimmed();
    if (reason.size() > longestReason)
        throw Failure(FailureKind::WrongUse,
                      QStringLiteral("A reason has at most %1 letters.").arg(longestReason));
    return reason;
}

CustomerId customerOf(store::Database& database, const WaitName& wait) {
    if (!wait.noted.isNone())
        return store::NoteTable(database).customerOf(wait.noted);
    const auto customers = store::CustomerReader(database).customersOf({wait.event});
    return customers.empty() ? CustomerId() : customers.front();
}

// What the matter of that name rests on now. Throws Failure (NotFound) where nothing waits so.
std::vector<WaitName> meantBy(store::Database& database, const WaitName& wait, Instant now) {
    const CustomerId customer = customerOf(database, wait);
    const CustomerQueue queue =
        customer.isNone() ? CustomerQueue()
                          : queueOf(database, customer, store::SettingsTable(database).load(), now);
    const QueueEntry* entry = scoring::entryNamed(queue, wait);
    if (entry == nullptr || !entry->isThere(now))
        throw Failure(FailureKind::NotFound,
                      QStringLiteral("Nothing waits as \"%1\"; \"queue\" lists what does.")
                          .arg(textOf(wait)));
    return scoring::meantBy(*entry);
}

}  // namespace

ActNotice CustomerActs::finish(const std::vector<WaitName>& waits, const QString& reason) {
    if (reason.trimmed().isEmpty())
        throw Failure(FailureKind::WrongUse,
                      QStringLiteral("Say why it is done: nothing leaves the queue without a "
                                     "reason."));
    return sayOf(waits, {{}, now_, by_, reasonFrom(reason), std::nullopt, {}});
}

ActNotice CustomerActs::putOff(const std::vector<WaitName>& waits, Instant until,
                               const QString& reason) {
    return sayOf(waits, {{}, now_, by_, reasonFrom(reason), until, {}});
}

ActNotice CustomerActs::sayOf(const std::vector<WaitName>& waits, QueueWord word) {
    for (const WaitName& wait : waits) {
        const auto meant = meantBy(database_, wait, now_);
        word.meant.insert(word.meant.end(), meant.begin(), meant.end());
    }
    return perform([&](ActNotice& notice) {
        const ActKind kind = word.until ? ActKind::PutOff : ActKind::Finished;
        notice.act = store::ActTable(database_).add(kind, now_, by_);
        word.act = notice.act.id;
        store::QueueWordTable(database_).add(word);
        follow(notice);
        QString words = ActWords(database_).describe(notice.act);
        words[0] = words[0].toUpper();
        notice.sentence = words + u'.';
    });
}

void CustomerActs::followQueueWord(ActNotice& notice) {
    notice.changed = store::QueueWordTable(database_).customersOf(notice.act.id);
    if (notice.changed.size() == 1)
        notice.customer = notice.changed.front();
}

}  // namespace goodfaith::app
