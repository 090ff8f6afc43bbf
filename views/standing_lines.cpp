// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/standing_lines.h"

#include "views/look.h"
#include "views/notes_line.h"

#include <QHBoxLayout>
#include <QLabel>

namespace goodfaith::views {
namespace {

QString caseText(const Case& one) {
    const bool isDecided = one.outcome && *one.outcome != CaseOutcome::None;
    const QString text = StandingLines::tr("%1 (%2)").arg(items::topicName(one.topic).toLower(),
                                                          items::caseStateName(one.state));
    return isDecided ? StandingLines::tr("%1: %2").arg(text, items::caseOutcomeName(*one.outcome))
                     : text;
}

// "2 open cases: damaged (waits for us); late (answered): refund"
QString casesText(const std::vector<Case>& cases, const items::Format& format) {
    constexpr size_t mostShown = 3;
    QStringList texts;
    for (size_t at = 0; at < std::min(cases.size(), mostShown); ++at)
        texts << caseText(cases[cases.size() - 1 - at]);
    const auto count = static_cast<qint64>(cases.size());
    return StandingLines::tr("%1: %2").arg(
        format.counted(count, StandingLines::tr("open case"), StandingLines::tr("open cases")),
        texts.join(QStringLiteral("; ")));
}

QString resolvedText(const Case& one, const items::Format& format) {
    QStringList texts{one.outcome ? items::caseOutcomeName(*one.outcome) : QString()};
    if (one.isOnTheSpot)
        texts << StandingLines::tr("on the spot");
    if (one.reopenings > 0)
        texts << StandingLines::tr("after it was reopened");
    if (!one.boughtAgain.isNone())
        texts << StandingLines::tr("bought again");
    texts.removeAll(QString());
    return StandingLines::tr("%1 %2: %3")
        .arg(items::topicName(one.topic).toLower(),
             format.day(toLocal(one.openedAt, format.zone()).date()),
             texts.join(QStringLiteral(", ")));
}

// "Resolved: damaged 3 May 2024: refund, on the spot, bought again; …", the latest first.
QString resolvedText(const std::vector<Case>& cases, const items::Format& format) {
    constexpr size_t mostShown = 3;
    QStringList texts;
    for (size_t at = 0; at < std::min(cases.size(), mostShown); ++at)
        texts << resolvedText(cases[at], format);
    if (cases.size() > mostShown)
        texts << StandingLines::tr("%1 more").arg(
            format.number(static_cast<qint64>(cases.size() - mostShown)));
    return StandingLines::tr("Resolved: %1").arg(texts.join(QStringLiteral("; ")));
}

// "Promised: call back by Fri 20 Nov 2026 17:00; refund by …", the most urgent first.
QString promisesText(const std::vector<const Promise*>& standing, const items::Format& format,
                     Instant now) {
    constexpr size_t mostShown = 3;
    QStringList parts;
    for (size_t at = 0; at < std::min(standing.size(), mostShown); ++at) {
        const Promise& promise = *standing[at];
        const QString name = items::promiseName(promise.kind);
        parts << StandingLines::tr("%1 by %2%3")
                     .arg(name.isEmpty() ? QString(u'\u201c' + promise.phrase + u'\u201d') : name,
                          format.exact(promise.due),
                          promise.due < now ? StandingLines::tr(" (overdue)") : QString());
    }
    return StandingLines::tr("Promised: %1").arg(parts.join(QStringLiteral("; ")));
}

// "Mail to ada@example.com came back on 3 May 2024", "ada@gmial.com: ada@gmail.com meant?"
QString addressText(const AddressOverview& one, const items::Format& format) {
    const QString meant =
        one.meant.isEmpty() ? QString() : StandingLines::tr("%1 meant?").arg(one.meant);
    if (!one.lastBounce)
        return one.address + QStringLiteral(": ") + meant;
    const QString back = StandingLines::tr("Mail to %1 came back on %2")
                             .arg(one.address, format.day(dayOf(*one.lastBounce, format.zone())));
    return meant.isEmpty() ? back : back + QStringLiteral(": ") + meant;
}

QString latelyText(const Brief& brief, const items::Format& format) {
    QStringList parts;
    if (!brief.spentLastSixMonths.isEmpty())
        parts << StandingLines::tr("%1 spent in six months")
                     .arg(format.money(brief.spentLastSixMonths));
    if (brief.visitsLastSixMonths > 0)
        parts << format.counted(brief.visitsLastSixMonths, StandingLines::tr("site visit"),
                                StandingLines::tr("site visits"));
    if (!brief.compensatedSoFar.isEmpty())
        parts
            << StandingLines::tr("%1 compensated so far").arg(format.money(brief.compensatedSoFar));
    QStringList favourites;
    for (const FavouriteItem& item : brief.favouriteItems)
        favourites << (item.title.isEmpty() ? item.sku : item.title);
    if (!favourites.isEmpty())
        parts << StandingLines::tr("buys %1").arg(favourites.join(QStringLiteral("; ")));
    return parts.join(QStringLiteral(" · "));
}

}  // namespace

StandingLines::StandingLines(QWidget* parent) : QWidget(parent), notes_(new NotesLine(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(step);
    for (Line* line : {&address_, &waiting_, &promised_})
        *line = addLine();
    column->addWidget(notes_);
    for (Line* line : {&cases_, &resolved_, &lately_})
        *line = addLine();
    address_.icon->setIcon(accentIcon(QStringLiteral("warning"), Accent::Orange));
    cases_.icon->setIcon(icon(QStringLiteral("chat")));
    resolved_.icon->setIcon(icon(QStringLiteral("done")));
    lately_.icon->setIcon(icon(QStringLiteral("order")));
}

StandingLines::Line StandingLines::addLine() {
    Line line{new QWidget(this), nullptr, nullptr};
    auto* layout = new QHBoxLayout(line.row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * step);
    line.icon = new IconLabel(4 * step, line.row);
    line.text = new ElidedLabel(line.row);
    line.text->setTextFormat(Qt::PlainText);
    line.text->setMinimumWidth(10 * step);
    layout->addWidget(line.icon);
    layout->addWidget(line.text, 1);
    this->layout()->addWidget(line.row);
    return line;
}

void StandingLines::showLine(const Line& line, const QString& text) {
    line.text->setText(text);
    line.text->setToolTip(text);
    line.row->setVisible(!text.isEmpty());
}

bool StandingLines::showAddresses(const Brief& brief, const items::Format& format) {
    QStringList parts;
    for (const AddressOverview& one : brief.overview.doubtfulAddresses)
        parts << addressText(one, format);
    showLine(address_, parts.join(QStringLiteral("; ")));
    return !parts.isEmpty();
}

bool StandingLines::showPromises(const Brief& brief, const items::Format& format) {
    std::vector<const Promise*> standing;
    for (const Promise& promise : brief.promises) {
        if (promise.stands(brief.score.asOf))
            standing.push_back(&promise);
    }
    const bool isOver = !standing.empty() && standing.front()->due < brief.score.asOf;
    promised_.text->setFont(isOver ? boldFont(font()) : font());
    promised_.icon->setIcon(isOver ? accentIcon(QStringLiteral("warning"), Accent::Vermillion)
                                   : icon(QStringLiteral("clock")));
    showLine(promised_,
             standing.empty() ? QString() : promisesText(standing, format, brief.score.asOf));
    return !standing.empty();
}

bool StandingLines::showOwed(const Brief& brief, const items::Format& format,
                             const ShopSettings& settings) {
    QString text;
    const bool isOver = brief.owed && brief.owed->waited > settings.replyTarget;
    if (brief.owed) {
        const bool isBusiness = settings.targetsIn == TargetTime::Business;
        text =
            tr("Waiting for us since %1 (%2, target %3%4%5)")
                .arg(format.exact(brief.owed->since), format.duration(brief.owed->waited),
                     format.duration(settings.replyTarget), isBusiness ? tr(" of work") : QString(),
                     isOver ? tr(": overdue") : QString());
    } else if (brief.seenTo) {
        const QueueWord& word = *brief.seenTo;
        text = tr("Marked as done on %1%2: %3")
                   .arg(format.exact(word.at),
                        word.by.isEmpty() ? QString() : tr(" by %1").arg(word.by), word.reason);
    }
    waiting_.text->setFont(isOver ? boldFont(font()) : font());
    waiting_.icon->setIcon(isOver ? accentIcon(QStringLiteral("warning"), Accent::Vermillion)
                                  : icon(QStringLiteral("clock")));
    showLine(waiting_, text);
    return !text.isEmpty();
}

void StandingLines::setBrief(const Brief& brief, const items::Format& format,
                             const ShopSettings& settings) {
    const bool isOwed = showOwed(brief, format, settings);
    const bool isDoubtful = showAddresses(brief, format);
    const bool isPromised = showPromises(brief, format);
    notes_->setNotes(brief.notes, format);
    showLine(cases_, brief.openCases.empty() ? QString() : casesText(brief.openCases, format));
    showLine(resolved_,
             brief.resolvedCases.empty() ? QString() : resolvedText(brief.resolvedCases, format));
    showLine(lately_, latelyText(brief, format));
    const bool any = isOwed || isDoubtful || isPromised || !brief.notes.empty() ||
                     !brief.openCases.empty() || !brief.resolvedCases.empty() ||
                     !lately_.text->text().isEmpty();
    setVisible(any);
}

}  // namespace goodfaith::views
