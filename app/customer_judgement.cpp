// SPDX-License-Identifier: GPL-3.0-or-later
// What people judge, as an act like any other.
#include "app/act_words.h"
#include "app/customer_acts.h"
#include "models/domain/failure.h"
#include "models/scoring/wording.h"
#include "models/store/act_table.h"
#include "models/store/judgement_table.h"

namespace goodfaith::app {
namespace {

[[noreturn]] void refuse(const QString& sentence) {
    throw Failure(FailureKind::WrongUse, sentence);
}

}  // namespace

ActNotice CustomerActs::judge(CustomerId customer, std::optional<VerdictKind> verdict,
                              const QString& reason, std::optional<Instant> reviewAt,
                              const ShownVerdict& shown) {
    constexpr qsizetype longestReason = 10'000;
    const QString why = reason.trimmed();
    if (verdict && why.isEmpty())
        refuse(QStringLiteral("Say why: others will want to know."));
    if (why.size() > longestReason)
        refuse(QStringLiteral("A reason has at most %1 letters.").arg(longestReason));
    if (verdict && reviewAt && *reviewAt <= now_)
        refuse(QStringLiteral("The review must be in the future."));
    const ActWords words(database_);
    const QString who = words.nameOf(customer);
    const auto contents = contentsOf(customer);
    return perform([&](ActNotice& notice) {
        notice.act = store::ActTable(database_).add(ActKind::Judged, now_, by_);
        store::JudgementTable(database_).add(notice.act.id, contents.front(),
                                             {{}, now_, by_, verdict, why, reviewAt, shown});
        follow(notice);
        notice.sentence =
            verdict ? QStringLiteral("Judged %1: %2.").arg(who, scoring::wordsOf(*verdict))
                    : QStringLiteral(
                          "Nothing stands over the computed verdict of %1 "
                          "any more.")
                          .arg(who);
    });
}

void CustomerActs::followJudgement(ActNotice& notice) {
    notice.customer = store::JudgementTable(database_).customerOf(notice.act.id);
    if (!notice.customer.isNone())
        notice.changed = {notice.customer};
}

}  // namespace goodfaith::app
