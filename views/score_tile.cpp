// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/score_tile.h"

#include "views/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <cmath>

namespace goodfaith::views {

class ScoreTile::Meter : public QWidget {
public:
    explicit Meter(QWidget* parent) : QWidget(parent) { setFixedHeight(step); }
    void setShare(std::optional<double> share) {
        share_ = share;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        QColor ground = palette().color(QPalette::WindowText);
        ground.setAlphaF(0.14F);
        painter.fillRect(rect(), ground);
        if (!share_)
            return;
        QRect filled = rect();
        filled.setWidth(static_cast<int>(std::lround(*share_ * width())));
        painter.fillRect(filled, accentColour(Accent::Blue, palette()));
    }

private:
    std::optional<double> share_;
};

ScoreTile::ScoreTile(const QString& title, const QString& meaning, QWidget* parent)
    : QFrame(parent),
      title_(title),
      meaning_(meaning),
      score_(headingLabel({}, this)),
      meter_(new Meter(this)),
      first_(new ElidedLabel(this)),
      second_(new QuietLabel({}, this)) {
    setFrameShape(QFrame::StyledPanel);
    setToolTip(meaning);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * step, 2 * step, 2 * step, 2 * step);
    column->setSpacing(step);
    auto* line = new QHBoxLayout;
    auto* name = new QLabel(title, this);
    name->setFont(boldFont(name->font()));
    line->addWidget(name);
    line->addWidget(score_, 1, Qt::AlignRight);
    // The tile's height is the same with a number and without one.
    score_->setMinimumHeight(QFontMetrics(headingFont(font())).height());
    column->addLayout(line);
    column->addWidget(meter_);
    column->addWidget(first_);
    column->addWidget(second_);
    for (QLabel* label : {first_, second_}) {
        label->setMinimumWidth(10 * step);
        label->setTextFormat(Qt::PlainText);
    }
}

void ScoreTile::setScore(std::optional<double> score, const QString& first, const QString& second) {
    const QString text = score ? QString::number(std::lround(*score)) : tr("too little data");
    score_->setText(text);
    score_->setFont(score ? headingFont(font()) : font());
    meter_->setShare(score ? std::optional<double>(*score / 100) : std::nullopt);
    first_->setText(first);
    second_->setText(second);
    setAccessibleName(tr("%1: %2").arg(title_, text));
    setAccessibleDescription(QStringList{first, second, meaning_}.join(QStringLiteral(". ")));
}

}  // namespace goodfaith::views
