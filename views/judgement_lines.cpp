// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/judgement_lines.h"

#include "views/look.h"

#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace goodfaith::views {
namespace {

// A longer reason is whole in the tool tip.
constexpr qsizetype longestShown = 240;

QString shortened(const QString& text) {
    const QString line = text.simplified();
    return line.size() > longestShown ? line.left(longestShown - 1) + u'…' : line;
}

QString dayText(Instant at, const items::Format& format) {
    return format.day(dayOf(at, format.zone()));
}

QString sentence(const QString& text) {
    return text.isEmpty() || text.back().isPunct() ? text : QString(text + u'.');
}

// "Judged by Kim on 3 May 2024: three parcels in a row. The records alone say: good faith. …"
QString standingText(const Judgement& judged, VerdictKind computed, const items::Format& format) {
    const QString day = dayText(judged.at, format);
    QStringList sentences;
    sentences << sentence((judged.by.isEmpty()
                               ? JudgementLines::tr("Judged on %1: ").arg(day)
                               : JudgementLines::tr("Judged by %1 on %2: ").arg(judged.by, day)) +
                          shortened(judged.reason));
    sentences << (computed == judged.verdict ? JudgementLines::tr("The records alone say the same.")
                                             : JudgementLines::tr("The records alone say: %1.")
                                                   .arg(items::verdictName(computed).toLower()));
    if (judged.reviewAt)
        sentences
            << JudgementLines::tr("To be reviewed on %1.").arg(dayText(*judged.reviewAt, format));
    return sentences.join(u' ');
}

// "3 May 2024, Kim: needs a look, three parcels in a row. The records said: good faith."
QString earlierText(const Judgement& judged, const items::Format& format) {
    const QString day = dayText(judged.at, format);
    const QString head = judged.by.isEmpty() ? day : day + QStringLiteral(", ") + judged.by;
    const QString why = shortened(judged.reason);
    if (!judged.verdict) {
        const QString back = JudgementLines::tr("%1: taken back").arg(head);
        return sentence(why.isEmpty() ? back : back + QStringLiteral(", ") + why);
    }
    const QString what = items::verdictName(*judged.verdict).toLower();
    return JudgementLines::tr("%1 The records said: %2.")
        .arg(sentence(head + QStringLiteral(": ") + what + QStringLiteral(", ") + why),
             items::verdictName(judged.shown.verdict).toLower());
}

}  // namespace

JudgementLines::JudgementLines(QWidget* parent)
    : QWidget(parent),
      standing_(new QLabel(this)),
      earlierButton_(new QToolButton(this)),
      earlier_(new QuietLabel({}, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(step);
    for (QLabel* label : {standing_, earlier_}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    standing_->setAccessibleName(tr("What an agent judged"));
    earlier_->setAccessibleName(tr("What was judged before"));
    earlierButton_->setAutoRaise(true);
    earlierButton_->setCheckable(true);
    tintWhileChecked(earlierButton_);
    earlierButton_->setFocusPolicy(Qt::TabFocus);
    earlierButton_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    earlierButton_->setIcon(icon(QStringLiteral("down")));
    column->addWidget(standing_);
    column->addWidget(earlierButton_, 0, Qt::AlignLeft);
    column->addWidget(earlier_);
    earlier_->hide();
    connect(earlierButton_, &QToolButton::toggled, earlier_, &QWidget::setVisible);
}

void JudgementLines::setBrief(const Brief& brief, const items::Format& format) {
    const auto& standing = brief.score.judgement;
    QString text;
    QString whole;
    if (standing) {
        text = standingText(*standing, brief.score.computed, format);
        whole = standing->reason.size() > longestShown ? standing->reason : QString();
    }
    standing_->setText(text);
    standing_->setToolTip(whole);
    standing_->setVisible(standing.has_value());
    QStringList earlier;
    for (const Judgement& judged : brief.judgements) {
        if (!standing || judged.act != standing->act)
            earlier << earlierText(judged, format);
    }
    const auto count = static_cast<qint64>(earlier.size());
    earlierButton_->setText(
        format.counted(count, tr("earlier judgement"), tr("earlier judgements")));
    earlierButton_->setVisible(count > 0);
    earlier_->setText(earlier.join(u'\n'));
    earlier_->setVisible(count > 0 && earlierButton_->isChecked());
    setVisible(standing || count > 0);
}

}  // namespace goodfaith::views
