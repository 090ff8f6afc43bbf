// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/brief_text.h"

#include "models/scoring/what_would_change.h"
#include "models/scoring/wording.h"

#include <QLocale>

#include <cmath>

namespace goodfaith::app {
namespace {

QString counted(int count, const QString& one, const QString& many) {
    return QStringLiteral("%1 %2").arg(count).arg(count == 1 ? one : many);
}

QString scoreText(const std::optional<double>& score) {
    return score ? QString::number(std::lround(*score)) : QStringLiteral("too little data");
}

QString hoursText(const std::optional<Duration>& duration) {
    if (!duration)
        return QStringLiteral("-");
    return QStringLiteral("%1 h").arg(
        std::chrono::duration<double, std::ratio<3600>>(*duration).count(), 0, 'f', 1);
}

QString dayText(Instant instant, const ShopSettings& settings) {
    return QLocale(QLocale::English)
        .toString(dayOf(instant, settings.timeZone), QStringLiteral("d MMM yyyy"));
}

QString headText(const Brief& brief, const ShopSettings& settings) {
    const CustomerOverview& who = brief.overview;
    QString text = who.name.isEmpty() ? QStringLiteral("(no name)") : who.name;
    text += QStringLiteral(", customer %1").arg(who.id.value());
    if (who.since)
        text += QStringLiteral(" since %1").arg(dayText(*who.since, settings));
    const QStringList keys = who.emails + who.phones;
    if (!keys.isEmpty())
        text += u'\n' + keys.join(QStringLiteral(" · "));
    for (const AddressOverview& one : who.doubtfulAddresses) {
        if (one.lastBounce)
            text += QStringLiteral("\n! Mail to %1 came back on %2")
                        .arg(one.address, dayText(*one.lastBounce, settings));
        if (!one.meant.isEmpty())
            text += QStringLiteral("\n! %1: %2 meant?").arg(one.address, one.meant);
    }
    return text + u'\n';
}

QString scoresText(const Brief& brief, const ShopSettings& settings) {
    const Score& score = brief.score;
    const auto& complaints = score.complaints;
    QString text = QStringLiteral("  Purchase value   %1 (%2, net %3)\n")
                       .arg(scoreText(score.purchaseValue.score),
                            counted(score.purchaseValue.orders, QStringLiteral("order"),
                                    QStringLiteral("orders")),
                            moneyText(score.purchaseValue.net, settings.currency));
    text += QStringLiteral(
                "  Complaints       %1 (%2 in %3; %4 confirmed by our records, %5 contradicted)\n")
                .arg(scoreText(complaints.score),
                     counted(complaints.cases, QStringLiteral("case"), QStringLiteral("cases")),
                     counted(complaints.matureOrders, QStringLiteral("order"),
                             QStringLiteral("orders")))
                .arg(complaints.supported)
                .arg(complaints.contradicted);
    text += QStringLiteral("  Our replies      %1 (first reply: median %2)\n")
                .arg(scoreText(score.response.score), hoursText(score.response.firstReplyMedian));
    return text;
}

QString reasonsText(const Score& score) {
    QString text;
    for (const Reason& reason : score.reasons)
        text += QStringLiteral("  %1 %2 (%3)\n")
                    .arg(reason.weight > 0 ? QStringLiteral("−") : QStringLiteral("+"), reason.text,
                         counted(static_cast<int>(reason.events.size()), QStringLiteral("event"),
                                 QStringLiteral("events")));
    return text;
}

// Beside what is computed, so that nobody is silently outvoted.
QString judgementText(const Score& score, const ShopSettings& settings) {
    if (!score.judgement)
        return {};
    const Judgement& judged = *score.judgement;
    return QStringLiteral("  Judged%1 on %2: %3\n  The records alone say: %4.%5\n")
        .arg(judged.by.isEmpty() ? QString() : QStringLiteral(" by ") + judged.by,
             dayText(judged.at, settings), judged.reason, verdictText(score.computed),
             judged.reviewAt
                 ? QStringLiteral(" To be reviewed on %1.").arg(dayText(*judged.reviewAt, settings))
                 : QString());
}

QString spaced(QString name) {
    return name.replace(u'_', u' ');
}

QString resolvedText(const std::vector<Case>& cases, const ShopSettings& settings) {
    QString text = cases.empty() ? QString() : QStringLiteral("\nResolved\n");
    for (const Case& matter : cases)
        text +=
            QStringLiteral("  %1: %2, %3%4%5\n")
                .arg(dayText(*matter.resolvedAt, settings), spaced(nameOf(matter.topic)),
                     nameOf(*matter.outcome),
                     matter.isOnTheSpot ? QStringLiteral(" on the spot") : QString(),
                     matter.boughtAgain.isNone() ? QString() : QStringLiteral(", bought again"));
    return text;
}

QString changesText(const Brief& brief) {
    const QStringList changes = scoring::changesWorthSaying(brief);
    QString text = changes.isEmpty() ? QString() : QStringLiteral("\nWhat would change it\n");
    for (const QString& sentence : changes)
        text += QStringLiteral("  %1\n").arg(sentence);
    return text;
}

QString promisesText(const Brief& brief, const ShopSettings& settings) {
    QString text;
    for (const Promise& promise : brief.promises) {
        if (!promise.stands(brief.score.asOf))
            continue;
        const bool isOver = promise.due < brief.score.asOf;
        text += QStringLiteral("\nPromised by %1%2: %3\n")
                    .arg(QLocale(QLocale::English)
                             .toString(toLocal(promise.due, settings.timeZone),
                                       QStringLiteral("ddd d MMM yyyy HH:mm")),
                         isOver ? QStringLiteral(" (overdue)") : QString(), promise.phrase);
    }
    return text;
}

}  // namespace

QString moneyText(const MoneyBag& bag, Currency main) {
    QStringList sums;
    for (const auto& [currency, minor] : bag.sums()) {
        if (minor != 0)
            sums << scoring::moneyText({minor, currency});
    }
    return sums.isEmpty() ? scoring::moneyText({0, main}) : sums.join(QStringLiteral(" + "));
}

QString verdictText(VerdictKind verdict) {
    return scoring::sentenceStart(scoring::wordsOf(verdict));
}

QString briefText(const Brief& brief, const ShopSettings& settings) {
    QString text = headText(brief, settings);
    text += QStringLiteral("\n%1\n").arg(verdictText(brief.score.verdict)) +
            judgementText(brief.score, settings);
    for (const QString& sentence : brief.advice)
        text += QStringLiteral("  %1\n").arg(sentence);
    text += QStringLiteral("\nScores (0 to 100)\n") + scoresText(brief, settings);
    if (!brief.score.reasons.empty())
        text +=
            QStringLiteral("\nWhy (+ for the customer, − against)\n") + reasonsText(brief.score);
    text += changesText(brief);
    for (const Case& matter : brief.openCases)
        text += QStringLiteral("\nOpen since %1: %2 (%3)\n")
                    .arg(dayText(matter.openedAt, settings), spaced(nameOf(matter.topic)),
                         spaced(nameOf(matter.state)));
    text += resolvedText(brief.resolvedCases, settings);
    for (const Note& note : brief.notes)
        text +=
            QStringLiteral("\nNote of %1%2: %3\n")
                .arg(dayText(note.at, settings),
                     note.by.isEmpty() ? QString() : QStringLiteral(" by ") + note.by, note.text);
    return text + promisesText(brief, settings);
}

}  // namespace goodfaith::app
