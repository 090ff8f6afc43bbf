// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/main_window.h"

#include "views/as_of_button.h"
#include "views/charts_page.h"
#include "views/drop_zone.h"
#include "views/error_bar.h"
#include "views/import_page.h"
#include "views/issues_page.h"
#include "views/look.h"
#include "views/lookup_page.h"
#include "views/queue_page.h"
#include "views/same_page.h"
#include "views/search_bar.h"
#include "views/settings_page.h"
#include "views/shortcuts_dialog.h"
#include "views/undo_buttons.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>

namespace goodfaith::views {
namespace {

constexpr QLatin1StringView geometryKey("window/geometry");
constexpr int noticeMs = 30'000;

}  // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent),
      search_(new SearchBar(this)),
      asOf_(new AsOfButton(this)),
      error_(new ErrorBar(this)),
      pages_(new QStackedWidget(this)),
      lookup_(new LookupPage(this)),
      queue_(new QueuePage(this)),
      issues_(new IssuesPage(this)),
      charts_(new ChartsPage(this)),
      imports_(new ImportPage(this)),
      same_(new SamePage(this)),
      settings_(new SettingsPage(this)),
      acts_(new UndoButtons(this)),
      status_(new QLabel(this)),
      busyText_(new QuietLabel({}, this)),
      busy_(new QProgressBar(this)) {
    setWindowTitle(tr("Goodfaith"));
    setAcceptDrops(true);
    setMinimumSize(220 * step, 140 * step);
    resize(320 * step, 200 * step);
    auto* whole = new QWidget(this);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTop());
    column->addWidget(error_);
    auto* body = new QHBoxLayout;
    body->setSpacing(0);
    navigation_ = makeNavigation();
    body->addWidget(navigation_);
    body->addWidget(pages_, 1);
    column->addLayout(body, 1);
    setCentralWidget(whole);
    makeStatus();
    addShortcuts();
    wire();
    showPage(Page::Lookup);
}

QWidget* MainWindow::makeTop() {
    auto* top = new QWidget(this);
    auto* line = new QHBoxLayout(top);
    line->setContentsMargins(3 * step, 2 * step, 3 * step, 2 * step);
    line->setSpacing(3 * step);
    line->addWidget(search_, 1);
    line->addWidget(asOf_);
    return top;
}

QWidget* MainWindow::makeNavigation() {
    auto* side = new QWidget(this);
    side->setAccessibleName(tr("Pages"));
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(2 * step, 2 * step, step, 2 * step);
    column->setSpacing(step);
    navigation_ = side;
    addPage(tr("&Look up"), QStringLiteral("look_up"), lookup_);
    addPage(tr("&Queue"), QStringLiteral("queue"), queue_);
    addPage(tr("Iss&ues"), QStringLiteral("issues"), issues_);
    addPage(tr("C&harts"), QStringLiteral("charts"), charts_);
    addPage(tr("&Import"), QStringLiteral("import"), imports_);
    addPage(tr("Sam&e?"), QStringLiteral("same"), same_);
    addPage(tr("&Settings"), QStringLiteral("settings"), settings_);
    column->addStretch();
    return side;
}

void MainWindow::addPage(const QString& text, const QString& iconName, QWidget* page) {
    auto* button = new QToolButton(navigation_);
    button->setText(text);
    button->setAccessibleName(QString(text).remove(u'&'));
    button->setIcon(icon(iconName));
    button->setIconSize({5 * step, 5 * step});
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setMinimumSize(26 * step, 9 * step);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const auto number = static_cast<Page>(buttons_.size());
    button->setToolTip(tr("Ctrl+%1").arg(buttons_.size() + 1));
    boldWhileChecked(button);
    connect(button, &QToolButton::clicked, this, [this, number] { showPage(number); });
    navigation_->layout()->addWidget(button);
    buttons_.push_back(button);
    pages_->addWidget(page);
}

void MainWindow::makeStatus() {
    status_->setIndent(2 * step);
    busy_->setRange(0, 0);
    busy_->setFixedSize(24 * step, 3 * step);
    busy_->setTextVisible(false);
    statusBar()->addWidget(status_, 1);
    statusBar()->addPermanentWidget(busyText_);
    statusBar()->addPermanentWidget(busy_);
    statusBar()->addPermanentWidget(acts_);
    setBusy({});
}

void MainWindow::addShortcuts() {
    const auto add = [this](const QKeySequence& keys, auto what) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, what);
    };
    add(QKeySequence(tr("Ctrl+K")), [this] { search_->focusField(); });
    add(QKeySequence(tr("Ctrl+O")), [this] {
        showPage(Page::Import);
        imports_->chooseFiles();
    });
    add(QKeySequence(Qt::Key_F1), [this] { showShortcuts(); });
    add(QKeySequence::Quit, [this] { close(); });
    for (size_t i = 0; i < buttons_.size(); ++i)
        add(QKeySequence(tr("Ctrl+%1").arg(i + 1)), [this, i] { showPage(static_cast<Page>(i)); });
}

void MainWindow::wire() {
    connect(search_, &SearchBar::customerChosen, this, &MainWindow::openCustomer);
    connect(search_, &SearchBar::escaped, this, [this] {
        if (page() == Page::Lookup)
            lookup_->focusContent();
        else
            pages_->currentWidget()->setFocus();
    });
    connect(queue_, &QueuePage::customerChosen, this, &MainWindow::openCustomer);
    connect(queue_, &QueuePage::waitingChanged, this, [this](int waiting) {
        showCount(Page::Queue, tr("&Queue"), tr("Queue, %1 waiting"), waiting);
    });
    connect(issues_, &IssuesPage::customerChosen, this, &MainWindow::openCustomer);
    connect(charts_, &ChartsPage::customerChosen, this, &MainWindow::openCustomer);
    connect(same_, &SamePage::customerChosen, this, &MainWindow::openCustomer);
    connect(same_, &SamePage::leftChanged, this, [this](int left) {
        showCount(Page::Same, tr("Sam&e?"), tr("Same person? %1 left"), left);
    });
    connect(asOf_, &AsOfButton::asOfChanged, lookup_, &LookupPage::setAsOf);
    connect(lookup_, &LookupPage::asOfWanted, asOf_, &AsOfButton::choose);
    connect(lookup_, &LookupPage::chooseFilesWanted, this, [this] {
        showPage(Page::Import);
        imports_->chooseFiles();
    });
}

void MainWindow::openCustomer(CustomerId customer) {
    showPage(Page::Lookup);
    lookup_->openCustomer(customer);
    lookup_->focusContent();
}

void MainWindow::showCount(Page page, const QString& text, const QString& spoken, int count) {
    constexpr int mostShown = 999;  // more would push the pages aside
    QToolButton* button = buttons_[static_cast<size_t>(page)];
    const QString number = count > mostShown ? tr("%1+").arg(mostShown) : format().number(count);
    button->setText(count > 0 ? text + u"  " + number : text);
    button->setAccessibleName(count > 0 ? spoken.arg(format().number(count))
                                        : QString(text).remove(u'&'));
}

void MainWindow::setShop(const ShopSettings& settings, Instant now) {
    // What is being edited stays when something else about the shop has changed.
    if (settings != shop_)
        settings_->setSettings(settings);
    shop_ = settings;
    now_ = now;
    applyFormat();
    charts_->setFormat(format(), shop_);
}

void MainWindow::setNow(Instant now) {
    now_ = now;
    applyFormat();
}

items::Format MainWindow::format() const {
    return {QLocale(), shop_.timeZone, now_, shop_.currency};
}

void MainWindow::applyFormat() {
    lookup_->setFormat(format(), shop_);
    queue_->setFormat(format());
    issues_->setFormat(format());
    imports_->setFormat(format());
    same_->setFormat(format());
    const QDate today = dayOf(now_, shop_.timeZone);
    asOf_->setToday(today);
    settings_->setToday(today);
}

void MainWindow::setStatus(qint64 customers, const std::optional<ImportSummary>& lastImport) {
    const items::Format words = format();
    lookup_->setHasData(customers > 0);
    QStringList parts{words.counted(customers, tr("customer"), tr("customers"))};
    if (lastImport) {
        parts << tr("last import %1: %2 new, %3 rejected")
                     .arg(words.when(lastImport->at), words.number(lastImport->counts.inserted),
                          words.number(lastImport->counts.rejected));
        status_->setToolTip(words.exact(lastImport->at));
    }
    status_->setText(parts.join(QStringLiteral(" · ")));
}

void MainWindow::setBusy(const QString& what) {
    busyText_->setText(what);
    busyText_->setVisible(!what.isEmpty());
    busy_->setVisible(!what.isEmpty());
}

void MainWindow::showError(const QString& message) {
    error_->showError(message);
}

void MainWindow::showNotice(const QString& message) {
    statusBar()->showMessage(message, noticeMs);
}

void MainWindow::reload() {
    lookup_->reload();
    queue_->reload();
    issues_->reload();
    charts_->reload();
    same_->reload();
}

void MainWindow::showPage(Page page) {
    const auto index = static_cast<int>(page);
    buttons_[static_cast<size_t>(index)]->setChecked(true);
    pages_->setCurrentIndex(index);
    if (page == Page::Same)
        same_->focusContent();
    if (page == Page::Queue)
        queue_->focusContent();
    Q_EMIT pageShown(page);
}

MainWindow::Page MainWindow::page() const {
    return static_cast<Page>(pages_->currentIndex());
}

void MainWindow::restoreLayout(const QSettings& settings) {
    restoreGeometry(settings.value(geometryKey).toByteArray());
}

void MainWindow::saveLayout(QSettings& settings) const {
    settings.setValue(geometryKey, saveGeometry());
}

void MainWindow::showShortcuts() {
    auto* dialog = new ShortcutsDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!localPaths(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QStringList paths = localPaths(event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    showPage(Page::Import);
    imports_->addPaths(paths);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    Q_EMIT closing();
    QMainWindow::closeEvent(event);
}

}  // namespace goodfaith::views
