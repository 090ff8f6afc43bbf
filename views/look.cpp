// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look.h"

#include <QAbstractButton>
#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QHelpEvent>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QStyle>
#include <QSvgRenderer>
#include <QToolButton>
#include <QToolTip>

#include <array>
#include <optional>

namespace goodfaith::views {
namespace {

struct AccentPair {
    Accent accent;
    QRgb onLight;
    QRgb onDark;
};

// Okabe and Ito's colours; darker on light and lighter on dark grounds where the original would not
// reach 3 : 1 there.
constexpr auto accents = std::to_array<AccentPair>({
    {Accent::Blue, 0xff0072b2, 0xff56a8e0},
    {Accent::SkyBlue, 0xff3a94c8, 0xff8cccf2},
    {Accent::Green, 0xff00805c, 0xff2cc39a},
    {Accent::Orange, 0xffb87600, 0xfff0b030},
    {Accent::Vermillion, 0xffc24e00, 0xfff58b4c},
    {Accent::Purple, 0xffa9527f, 0xffdf95bd},
    {Accent::Yellow, 0xff8f8500, 0xfff0e442},
    {Accent::Grey, 0xff707070, 0xffa8a8a8},
});

constexpr auto seriesAccents =
    std::to_array<Accent>({Accent::Blue, Accent::Orange, Accent::Green, Accent::Purple,
                           Accent::SkyBlue, Accent::Vermillion, Accent::Yellow, Accent::Grey});

// Paints an SVG of black strokes in the colour that the palette has at that moment.
class OutlineEngine : public QIconEngine {
public:
    OutlineEngine(const QString& name, std::optional<Accent> accent)
        : name_(name), accent_(accent) {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
        if (file.open(QIODevice::ReadOnly))
            svg_ = file.readAll();
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const qreal ratio = painter->device()->devicePixelRatioF();
        const QString colourName = colour(mode).name(QColor::HexRgb);
        const QString key = QStringLiteral("outline/%1/%2/%3x%4")
                                .arg(name_, colourName)
                                .arg(rect.width() * ratio)
                                .arg(rect.height() * ratio);
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = rendered(rect.size() * ratio, colourName);
            QPixmapCache::insert(key, pixmap);
        }
        painter->drawPixmap(rect, pixmap);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new OutlineEngine(*this); }

private:
    QPixmap rendered(const QSize& size, const QString& colourName) const {
        QByteArray coloured = svg_;
        coloured.replace("#000000", colourName.toLatin1());
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer(coloured).render(&painter);
        return pixmap;
    }

    QColor colour(QIcon::Mode mode) const {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        return accent_ ? accentColour(*accent_, palette) : palette.color(QPalette::WindowText);
    }

    QString name_;
    QByteArray svg_;
    std::optional<Accent> accent_;
};

QColor mixed(const QColor& one, const QColor& other, float share) {
    const auto mix = [share](float a, float b) { return a * share + b * (1 - share); };
    return QColor::fromRgbF(mix(one.redF(), other.redF()), mix(one.greenF(), other.greenF()),
                            mix(one.blueF(), other.blueF()));
}

class CheckedTint : public QObject {
public:
    explicit CheckedTint(QAbstractButton* button) : QObject(button), button_(button) {
        connect(button, &QAbstractButton::toggled, this, &CheckedTint::adopt);
        button->installEventFilter(this);
        adopt();
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::PaletteChange)
            adopt();
        return false;
    }

private:
    void adopt() {
        constexpr float share = 0.4F;
        const QPalette from = button_->parentWidget() != nullptr
                                  ? button_->parentWidget()->palette()
                                  : QGuiApplication::palette();
        const QColor ground = from.color(QPalette::Button);
        const QColor wanted =
            button_->isChecked() ? mixed(from.color(QPalette::Highlight), ground, share) : ground;
        if (button_->palette().color(QPalette::Button) == wanted)
            return;
        QPalette own;
        if (button_->isChecked())
            own.setColor(QPalette::Button, wanted);
        button_->setPalette(own);
    }

    QAbstractButton* button_;
};

}  // namespace

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() <
           palette.color(QPalette::WindowText).lightness();
}

QColor accentColour(Accent accent, const QPalette& palette) {
    for (const AccentPair& pair : accents) {
        if (pair.accent == accent)
            return QColor::fromRgb(isDark(palette) ? pair.onDark : pair.onLight);
    }
    return palette.color(QPalette::Text);
}

QColor seriesColour(int series, const QPalette& palette) {
    return accentColour(seriesAccents[static_cast<size_t>(series) % seriesAccents.size()], palette);
}

QColor quietColour(const QPalette& palette, QPalette::ColorRole text, QPalette::ColorRole ground) {
    const QColor full = palette.color(text);
    const QColor base = palette.color(ground);
    constexpr float share = 0.68F;
    return mixed(full, base, share);
}

QFont boldFont(const QFont& font) {
    QFont bold = font;
    bold.setBold(true);
    return bold;
}

QFont headingFont(const QFont& font) {
    QFont heading = boldFont(font);
    if (font.pointSizeF() > 0)
        heading.setPointSizeF(font.pointSizeF() * 1.4);
    else
        heading.setPixelSize(font.pixelSize() * 7 / 5);
    return heading;
}

QIcon icon(const QString& name) {
    return QIcon(new OutlineEngine(name, std::nullopt));
}

QIcon accentIcon(const QString& name, Accent accent) {
    return QIcon(new OutlineEngine(name, accent));
}

QIcon verdictIcon(VerdictKind verdict) {
    const Accent accent = verdict == VerdictKind::GoodFaith   ? Accent::Green
                          : verdict == VerdictKind::NeedsLook ? Accent::Orange
                                                              : Accent::Vermillion;
    return accentIcon(nameOf(verdict), accent);
}

QToolButton* iconButton(const QString& iconName, const QString& text, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

bool ElidedLabel::isCut() const {
    return !wordWrap() && !text().contains(u'\n') &&
           fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

bool ElidedLabel::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isCut()) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text(), this);
        return true;
    }
    return QLabel::event(event);
}

void ElidedLabel::paintEvent(QPaintEvent* event) {
    if (!isCut()) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    const QRect inside = contentsRect();
    style()->drawItemText(
        &painter, inside, static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment())),
        palette(), isEnabled(), fontMetrics().elidedText(text(), Qt::ElideRight, inside.width()),
        foregroundRole());
}

QuietLabel::QuietLabel(const QString& text, QWidget* parent) : ElidedLabel(text, parent) {
    adopt();
}

void QuietLabel::changeEvent(QEvent* event) {
    ElidedLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ParentChange)
        adopt();
}

void QuietLabel::adopt() {
    const QPalette from =
        parentWidget() != nullptr ? parentWidget()->palette() : QGuiApplication::palette();
    const QColor quiet = quietColour(from, QPalette::WindowText, QPalette::Window);
    if (palette().color(QPalette::WindowText) == quiet)
        return;
    QPalette own = palette();
    own.setColor(QPalette::WindowText, quiet);
    setPalette(own);
}

IconLabel::IconLabel(int size, QWidget* parent) : QWidget(parent) {
    setFixedSize(size, size);
}

void IconLabel::setIcon(const QIcon& icon) {
    icon_ = icon;
    update();
}

void IconLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    icon_.paint(&painter, rect());
}

void tintWhileChecked(QAbstractButton* button) {
    new CheckedTint(button);
}

void boldWhileChecked(QAbstractButton* button) {
    tintWhileChecked(button);
    QObject::connect(button, &QAbstractButton::toggled, button, [button](bool isChecked) {
        QFont font = button->font();
        font.setBold(isChecked);
        button->setFont(font);
    });
}

void reserveBold(QAbstractButton* button) {
    const QFont plain = button->font();
    button->setFont(boldFont(plain));
    button->setMinimumWidth(button->sizeHint().width());
    button->setFont(plain);
}

void setBoldableText(QToolButton* button, const QString& text) {
    button->setText(text);
    button->setMinimumWidth(QFontMetrics(boldFont(button->font())).horizontalAdvance(text) +
                            4 * step);
}

void takeFocusFrom(const QWidget* within, QWidget* widget) {
    const QWidget* now = QApplication::focusWidget();
    if (now == nullptr || now == within || within->isAncestorOf(now))
        widget->setFocus();
}

QLabel* headingLabel(const QString& text, QWidget* parent) {
    auto* label = new ElidedLabel(text, parent);
    label->setFont(headingFont(label->font()));
    return label;
}

}  // namespace goodfaith::views
