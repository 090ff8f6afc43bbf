// SPDX-License-Identifier: GPL-3.0-or-later
// The look in one place: spacing, the two text sizes, accent colours (Okabe and Ito's set, adapted
// so that they read on light and on dark grounds), and our icons in the palette's own colours.
#pragma once

#include "models/domain/judgement.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QLabel>
#include <QPalette>

class QAbstractButton;
class QToolButton;

namespace goodfaith::views {

inline constexpr int step = 4;  // every margin and gap is a multiple

enum class Accent { Blue, SkyBlue, Green, Orange, Vermillion, Purple, Yellow, Grey };

bool isDark(const QPalette& palette);
QColor accentColour(Accent accent, const QPalette& palette);
// The colours of chart series, in order; repeats after the last.
QColor seriesColour(int series, const QPalette& palette);
// Text that matters less; still at least 4.5 : 1 against the ground.
QColor quietColour(const QPalette& palette, QPalette::ColorRole text = QPalette::Text,
                   QPalette::ColorRole ground = QPalette::Base);

QFont boldFont(const QFont& font);
QFont headingFont(const QFont& font);  // the larger of the two sizes, bold

// resources/icons/<name>.svg in the colour of the palette's text at the time of painting.
QIcon icon(const QString& name);
// The same in an accent.
QIcon accentIcon(const QString& name, Accent accent);
// A verdict's sign in its colour.
QIcon verdictIcon(VerdictKind verdict);

// A flat button with an icon; `text` is its name for tooltips and screen readers.
QToolButton* iconButton(const QString& iconName, const QString& text, QWidget* parent);

// One line that ends in "…" where it is cut, and then says all of it on hover. Texts that wrap are
// left to QLabel.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    using QLabel::QLabel;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool isCut() const;
};

// A label of quiet text that follows the palette.
class QuietLabel : public ElidedLabel {
    Q_OBJECT

public:
    explicit QuietLabel(const QString& text = {}, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void adopt();
};

// An icon beside words: drawn in the colours of the moment, so that it follows the palette.
class IconLabel : public QWidget {
    Q_OBJECT

public:
    explicit IconLabel(int size, QWidget* parent = nullptr);
    void setIcon(const QIcon& icon);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QIcon icon_;
};

// A button that is checked stands on a tint of the palette's highlight: the platform's shade alone
// hardly shows, on dark grounds not at all.
void tintWhileChecked(QAbstractButton* button);
// The same, and bold.
void boldWhileChecked(QAbstractButton* button);
// As wide as it is in bold: nothing moves when it is checked.
void reserveBold(QAbstractButton* button);
// The same where the text changes.
void setBoldableText(QToolButton* button, const QString& text);

// For what comes when somebody may be writing elsewhere by now: the keyboard goes to `widget` only
// from `within`, or from nowhere.
void takeFocusFrom(const QWidget* within, QWidget* widget);

QLabel* headingLabel(const QString& text, QWidget* parent);

}  // namespace goodfaith::views
