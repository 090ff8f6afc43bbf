// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lookup_page.h"

#include "views/course_panel.h"
#include "views/customer_drawers.h"
#include "views/customer_header.h"
#include "views/customer_picker.h"
#include "views/do_row.h"
#include "views/look.h"
#include "views/parties_panel.h"
#include "views/say_bar.h"
#include "views/score_tile.h"
#include "views/standing_lines.h"
#include "views/start_panel.h"
#include "views/timeline_pane.h"
#include "views/verdict_panel.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

namespace goodfaith::views {

LookupPage::LookupPage(QWidget* parent)
    : QWidget(parent), stack_(new QStackedWidget(this)), start_(new StartPanel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(stack_);
    busy_ = new QuietLabel(tr("Loading …"), this);
    busy_->setAlignment(Qt::AlignCenter);
    customerView_ = makeCustomerView();
    stack_->addWidget(start_);
    stack_->addWidget(busy_);
    stack_->addWidget(customerView_);
    connect(start_, &StartPanel::chooseFilesWanted, this, &LookupPage::chooseFilesWanted);
    connect(start_, &StartPanel::sampleShopWanted, this, &LookupPage::sampleShopWanted);
    wireTimeline();
    wireParties();
    wireDrawers();
    wireSaying();
    auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, timeline_->searchField(), [this] {
        showParties(false);
        timeline_->searchField()->setFocus(Qt::ShortcutFocusReason);
        timeline_->searchField()->selectAll();
    });
}

QWidget* LookupPage::makeCustomerView() {
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    auto* left = new QWidget(splitter);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(3 * step, 3 * step, 2 * step, 2 * step);
    column->setSpacing(2 * step);
    header_ = new CustomerHeader(left);
    column->addWidget(header_);
    column->addLayout(makeTiles());
    standing_ = new StandingLines(left);
    column->addWidget(standing_);
    picker_ = new CustomerPicker(left);
    column->addWidget(picker_);
    say_ = new SayBar(left);
    column->addWidget(say_);
    drawers_ = new CustomerDrawers(left);
    column->addWidget(drawers_);
    below_ = new QStackedWidget(left);
    timeline_ = new TimelinePane(below_);
    parties_ = new PartiesPanel(below_);
    below_->addWidget(timeline_);
    below_->addWidget(parties_);
    column->addWidget(below_, 1);
    auto* right = new QWidget(splitter);
    auto* side = new QVBoxLayout(right);
    side->setContentsMargins(2 * step, 3 * step, 3 * step, 2 * step);
    verdict_ = new VerdictPanel(right);
    side->addWidget(verdict_);
    do_ = new DoRow(right);
    side->addWidget(do_);
    right->setMinimumWidth(64 * step);
    left->setMinimumWidth(110 * step);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({212 * step, 78 * step});
    return splitter;
}

QLayout* LookupPage::makeTiles() {
    value_ = new ScoreTile(tr("Value"),
                           tr("How this customer's spending compares with that of the "
                              "others: 100 is the highest"),
                           this);
    complaints_ = new ScoreTile(
        tr("Complaints"),
        tr("How many complaints there are for the orders: 50 is twice the shop's rate at least"),
        this);
    response_ = new ScoreTile(
        tr("Our replies"), tr("How well we treated this customer: 100 is always within the target"),
        this);
    auto* tiles = new QHBoxLayout;
    tiles->setSpacing(2 * step);
    for (ScoreTile* tile : {value_, complaints_, response_})
        tiles->addWidget(tile, 1);
    return tiles;
}

void LookupPage::wireTimeline() {
    connect(
        timeline_, &TimelinePane::pageWanted, this,
        [this](quint64 token, const TimelineFilter& filter, std::optional<TimelineCursor> after) {
            Q_EMIT timelinePageWanted(token, customer_, filter, after);
        });
    connect(timeline_, &TimelinePane::countsWanted, this,
            [this](quint64 token, const TimelineFilter& filter) {
                Q_EMIT kindCountsWanted(token, customer_, filter);
            });
    connect(timeline_, &TimelinePane::eventTextWanted, this, &LookupPage::eventTextWanted);
    connect(verdict_, &VerdictPanel::reasonLit, timeline_, &TimelinePane::light);
    connect(verdict_, &VerdictPanel::reasonChosen, timeline_, &TimelinePane::showOnly);
    connect(verdict_, &VerdictPanel::reasonDropped, timeline_, &TimelinePane::showEverything);
}

void LookupPage::wireParties() {
    connect(header_->partiesButton(), &QToolButton::toggled, this, &LookupPage::showParties);
    connect(parties_, &PartiesPanel::closed, this, [this] { showParties(false); });
    connect(parties_, &PartiesPanel::splitWanted, this,
            [this](PartyId party) { Q_EMIT splitWanted(customer_, party); });
    connect(parties_, &PartiesPanel::joinWanted, picker_, [this] {
        say_->close();
        picker_->openToJoin(customer_);
    });
    connect(timeline_, &TimelinePane::moveWanted, picker_,
            [this](EventId event, const QString& what) {
                say_->close();
                picker_->openToMove(customer_, event, what);
            });
    connect(picker_, &CustomerPicker::comparisonWanted, this, &LookupPage::comparisonWanted);
    connect(picker_, &CustomerPicker::joinWanted, this, &LookupPage::joinWanted);
    connect(picker_, &CustomerPicker::moveWanted, this, &LookupPage::moveWanted);
    connect(picker_, &CustomerPicker::closed, this, &LookupPage::focusContent);
}

void LookupPage::wireDrawers() {
    connect(verdict_->courseButton(), &QToolButton::toggled, drawers_,
            &CustomerDrawers::showCourse);
    connect(do_, &DoRow::textsAsked, drawers_, &CustomerDrawers::showTexts);
    connect(drawers_, &CustomerDrawers::shownChanged, this, [this] {
        verdict_->courseButton()->setChecked(drawers_->showsCourse());
        do_->setShownTexts(drawers_->shownTexts());
    });
    connect(drawers_, &CustomerDrawers::left, this, &LookupPage::focusContent);
    const CoursePanel* course = drawers_->course();
    connect(course, &CoursePanel::stepLit, timeline_, &TimelinePane::light);
    connect(course, &CoursePanel::stepChosen, this,
            [this](const std::vector<EventId>& events, const QString& text) {
                below_->setCurrentWidget(timeline_);
                timeline_->showOnly(events, text);
            });
    connect(course, &CoursePanel::stepDropped, timeline_, &TimelinePane::showEverything);
    connect(course, &CoursePanel::dayChosen, this, &LookupPage::asOfWanted);
}

void LookupPage::showParties(bool areShown) {
    header_->partiesButton()->setChecked(areShown);
    below_->setCurrentWidget(areShown ? static_cast<QWidget*>(parties_) : timeline_);
    focusContent();
}

void LookupPage::setFormat(const items::Format& format, const ShopSettings& settings) {
    const bool isSameShop = settings == settings_ && format.locale() == format_.locale();
    format_ = format;
    settings_ = settings;
    timeline_->setFormat(format);
    parties_->setFormat(format);
    picker_->setFormat(format);
    drawers_->setFormat(format);
    say_->setFormat(format, settings);
    updateDoRow();
    if (!brief_)
        return;
    // That time went on moves nothing but the words for it.
    if (isSameShop)
        standing_->setBrief(*brief_, format_, settings_);
    else
        showBrief();
}

void LookupPage::setHasData(bool hasData) {
    start_->setHasData(hasData);
}

void LookupPage::setAsOf(std::optional<QDate> asOf) {
    if (asOf == asOf_)
        return;
    asOf_ = asOf;
    updateDoRow();
    askForAll();
    drawers_->setAsOf(asOf);
}

void LookupPage::openCustomer(CustomerId customer) {
    if (customer != customer_) {
        brief_.reset();
        stack_->setCurrentWidget(busy_);
        picker_->close();
        say_->close();
        drawers_->close();
        header_->partiesButton()->setChecked(false);
    }
    setCustomer(customer);
    askForBrief();
    timeline_->start(shownUntil());
}

void LookupPage::setCustomer(CustomerId customer) {
    customer_ = customer;
    drawers_->setCustomer(customer);
}

void LookupPage::askForBrief() {
    Q_EMIT briefWanted(++token_, customer_, asOf_);
    Q_EMIT partiesWanted(token_, customer_);
}

void LookupPage::askForAll() {
    if (customer_.isNone())
        return;
    askForBrief();
    timeline_->reload(shownUntil());
}

void LookupPage::follow(CustomerId customer) {
    setCustomer(customer);
    reload();
}

void LookupPage::reload() {
    askForAll();
    drawers_->reload();
}

std::optional<Instant> LookupPage::shownUntil() const {
    return asOf_ ? std::optional<Instant>(endOfDay(*asOf_, format_.zone())) : std::nullopt;
}

void LookupPage::setBrief(quint64 token, const Brief& brief) {
    if (token != token_)
        return;
    brief_ = brief;
    // An old number leads to whom it became.
    setCustomer(brief.overview.id);
    showBrief();
    stack_->setCurrentWidget(customerView_);
}

void LookupPage::focusContent() {
    if (stack_->currentWidget() == start_)
        start_->setFocus();
    else if (below_->currentWidget() == parties_)
        parties_->list()->setFocus();
    else
        timeline_->list()->setFocus();
}

void LookupPage::briefFailed(quint64 token) {
    if (token != token_)
        return;
    setCustomer({});
    brief_.reset();
    timeline_->clear();
    drawers_->close();
    stack_->setCurrentWidget(start_);
}

void LookupPage::timelineFailed(quint64 token) {
    timeline_->pageFailed(token);
}

void LookupPage::showBrief() {
    header_->setCustomer(brief_->overview, format_);
    showTiles(brief_->score);
    standing_->setBrief(*brief_, format_, settings_);
    verdict_->setBrief(*brief_, format_);
}

void LookupPage::showTiles(const Score& score) {
    const PurchaseValue& value = score.purchaseValue;
    value_->setScore(value.score,
                     value.net.isEmpty() ? tr("no purchases") : format_.money(value.net),
                     format_.counted(value.orders, tr("order"), tr("orders")));
    const ComplaintFrequency& complaints = score.complaints;
    QStringList parts;
    if (complaints.contradicted > 0)
        parts << tr("%1 contradicted").arg(format_.number(complaints.contradicted));
    if (complaints.supported > 0)
        parts << tr("%1 confirmed").arg(format_.number(complaints.supported));
    if (complaints.unverified > 0)
        parts << tr("%1 unverified").arg(format_.number(complaints.unverified));
    complaints_->setScore(
        complaints.score,
        tr("%1 in %2")
            .arg(format_.number(complaints.cases),
                 format_.counted(complaints.matureOrders, tr("order"), tr("orders"))),
        parts.join(QStringLiteral(", ")));
    const ResponseRecord& response = score.response;
    response_->setScore(
        response.score,
        response.firstReplyMedian
            ? tr("%1 median").arg(format_.duration(*response.firstReplyMedian))
            : tr("no reply measured"),
        response.targetMet
            ? tr("%1 of %2 in time")
                  .arg(format_.share(*response.targetMet), format_.number(response.inquiries))
            : format_.counted(response.inquiries, tr("inquiry"), tr("inquiries")));
}

void LookupPage::setKindCounts(quint64 token, const KindCounts& counts) {
    timeline_->setCounts(token, counts);
}

void LookupPage::addTimelinePage(quint64 token, std::vector<TimelineRow> rows, bool isLast) {
    timeline_->addPage(token, std::move(rows), isLast);
}

void LookupPage::setParties(quint64 token, std::vector<items::PartyRow> parties) {
    if (token != token_)
        return;
    header_->setPartyCount(static_cast<int>(parties.size()), format_);
    parties_->setParties(std::move(parties));
}

void LookupPage::setComparison(quint64 token, const std::optional<items::Comparison>& comparison) {
    picker_->setComparison(token, comparison);
}

void LookupPage::setEventText(quint64 token, const QString& text,
                              const std::optional<TextJudgement>& judgement) {
    timeline_->setEventText(token, text, judgement);
}

}  // namespace goodfaith::views
