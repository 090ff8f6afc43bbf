// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/texts_panel.h"

#include "views/look.h"
#include "views/shop_text_delegate.h"
#include "views/text_editor.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

namespace goodfaith::views {

TextsPanel::TextsPanel(QWidget* parent)
    : QFrame(parent),
      title_(new QLabel(this)),
      search_(new QLineEdit(this)),
      add_(new QPushButton(tr("&Add…"), this)),
      change_(new QPushButton(tr("&Change…"), this)),
      remove_(new QPushButton(tr("Re&move"), this)),
      stack_(new QStackedWidget(this)),
      list_(new QListView(this)),
      empty_(new QuietLabel({}, this)),
      state_(new QuietLabel({}, this)),
      editor_(new TextEditor(this)) {
    setFrameShape(QFrame::StyledPanel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * step, step, 2 * step, 2 * step);
    column->setSpacing(step);
    column->addLayout(makeTop());
    stack_->addWidget(makeChoice());
    stack_->addWidget(editor_);
    column->addWidget(stack_);
    copied_.setSingleShot(true);
    copied_.setInterval(2000);
    wire();
}

// As the timeline leaves room.
QSize TextsPanel::sizeHint() const {
    return {QFrame::sizeHint().width(), 70 * step};
}

QLayout* TextsPanel::makeTop() {
    auto* top = new QHBoxLayout;
    title_->setFont(boldFont(title_->font()));
    search_->setClearButtonEnabled(true);
    search_->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    search_->setPlaceholderText(tr("Words"));
    search_->installEventFilter(this);
    auto* close = iconButton(QStringLiteral("close"), tr("Close (Esc)"), this);
    connect(close, &QToolButton::clicked, this, &TextsPanel::closed);
    top->addWidget(title_);
    top->addWidget(search_, 1);
    top->addWidget(close);
    return top;
}

QWidget* TextsPanel::makeChoice() {
    auto* choice = new QWidget(this);
    auto* column = new QVBoxLayout(choice);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(step);
    list_->setModel(&model_);
    list_->setItemDelegate(new ShopTextDelegate(list_));
    list_->setResizeMode(QListView::Adjust);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setMinimumHeight(12 * step);
    list_->installEventFilter(this);
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    column->addWidget(list_, 1);
    column->addWidget(empty_, 1);
    auto* bottom = new QHBoxLayout;
    state_->setMinimumWidth(10 * step);
    bottom->addWidget(state_, 1);
    for (QPushButton* button : {add_, change_, remove_})
        bottom->addWidget(button);
    column->addLayout(bottom);
    return choice;
}

void TextsPanel::wire() {
    connect(search_, &QLineEdit::textChanged, this, &TextsPanel::find);
    connect(list_, &QListView::clicked, this, &TextsPanel::copy);
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &TextsPanel::showState);
    connect(&copied_, &QTimer::timeout, this, &TextsPanel::showState);
    connect(add_, &QPushButton::clicked, this, [this] {
        ShopText text;
        text.kind = kind_;
        startEditor(text);
    });
    connect(change_, &QPushButton::clicked, this, [this] {
        if (const OfferedText* text = model_.textAt(list_->currentIndex()))
            startEditor(text->said);
    });
    connect(remove_, &QPushButton::clicked, this, [this] {
        if (const OfferedText* text = model_.textAt(list_->currentIndex()))
            Q_EMIT removeWanted(kind_, text->said.key);
    });
    connect(editor_, &TextEditor::saveWanted, this, [this](const ShopText& text) {
        saved_ = text.title.simplified();
        Q_EMIT saveWanted(text);
    });
    connect(editor_, &TextEditor::cancelled, this, &TextsPanel::endEditor);
}

void TextsPanel::open(ShopTextKind kind) {
    kind_ = kind;
    const bool isPhrase = kind == ShopTextKind::Phrase;
    title_->setText(isPhrase ? tr("Phrases") : tr("Frequent questions"));
    setAccessibleName(title_->text());
    list_->setAccessibleName(title_->text());
    search_->clear();
    isThere_ = false;
    model_.setTexts({});
    endEditor();
}

void TextsPanel::setTexts(std::vector<OfferedText> texts) {
    const OfferedText* before = model_.textAt(list_->currentIndex());
    const QString key = before == nullptr ? QString() : before->said.key;
    model_.setTexts(std::move(texts));
    isThere_ = true;
    QModelIndex again = model_.indexOf(key);
    for (int row = 0; !saved_.isEmpty() && row < model_.rowCount(); ++row) {
        if (model_.textAt(model_.index(row))->said.title == saved_)
            again = model_.index(row);
    }
    saved_.clear();
    list_->setCurrentIndex(again.isValid() ? again : model_.index(0));
    list_->scrollTo(list_->currentIndex());
    showState();
}

void TextsPanel::find(const QString& words) {
    model_.setSearch(words);
    list_->setCurrentIndex(model_.index(0));
    showState();
}

void TextsPanel::copy(const QModelIndex& index) {
    const OfferedText* text = model_.textAt(index);
    if (text == nullptr || !text->missing.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(text->text);
    copied_.start();
    showState();
}

void TextsPanel::showState() {
    const bool hasRows = model_.rowCount() > 0;
    list_->setVisible(hasRows);
    empty_->setVisible(!hasRows);
    empty_->setText(!isThere_           ? tr("Loading …")
                    : !model_.isEmpty() ? tr("Nothing has these words.")
                    : kind_ == ShopTextKind::Phrase
                        ? tr("There is no phrase.")
                        : tr("No question is answered yet: add what is asked often."));
    const OfferedText* text = model_.textAt(list_->currentIndex());
    change_->setEnabled(text != nullptr);
    remove_->setEnabled(text != nullptr);
    if (copied_.isActive())
        state_->setText(tr("Copied"));
    else if (text != nullptr)
        state_->setText(model_.historyOf(*text).isEmpty() ? tr("A click or Enter copies it.")
                                                          : model_.historyOf(*text));
    else
        state_->clear();
}

void TextsPanel::startEditor(const ShopText& text) {
    search_->setEnabled(false);
    stack_->setCurrentWidget(editor_);
    editor_->edit(text);
}

void TextsPanel::endEditor() {
    search_->setEnabled(true);
    stack_->setCurrentIndex(0);
    showState();
    search_->setFocus();
}

void TextsPanel::ended(bool isDone) {
    if (isDone)
        endEditor();
    else
        editor_->ended();
}

bool TextsPanel::pressed(QObject* watched, int key) {
    if (key == Qt::Key_Escape)
        Q_EMIT closed();
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        copy(list_->currentIndex());
    else if (watched == search_ && (key == Qt::Key_Down || key == Qt::Key_Up)) {
        const int row = list_->currentIndex().row() + (key == Qt::Key_Down ? 1 : -1);
        if (row >= 0 && row < model_.rowCount())
            list_->setCurrentIndex(model_.index(row));
    } else if (watched == list_ && key == Qt::Key_F2)
        change_->click();
    else if (watched == list_ && key == Qt::Key_Delete)
        remove_->click();
    else
        return false;
    return true;
}

bool TextsPanel::eventFilter(QObject* watched, QEvent* event) {
    if ((watched == list_ || watched == search_) && event->type() == QEvent::KeyPress &&
        pressed(watched, static_cast<QKeyEvent*>(event)->key()))
        return true;
    return QFrame::eventFilter(watched, event);
}

}  // namespace goodfaith::views
