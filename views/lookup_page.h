// SPDX-License-Identifier: GPL-3.0-or-later
// Look up: one customer at a glance. Asks for the brief and the timeline of whom it shows; an
// answer for another customer, or an older one, is dropped by its token.
#pragma once

#include "models/domain/brief.h"
#include "models/domain/settings.h"
#include "models/items/comparison.h"
#include "models/items/parties_model.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace goodfaith::views {

class CustomerDrawers;
class CustomerHeader;
class CustomerPicker;
class DoRow;
class PartiesPanel;
class SayBar;
class ScoreTile;
class StandingLines;
class StartPanel;
class TimelinePane;
class VerdictPanel;

class LookupPage : public QWidget {
    Q_OBJECT

public:
    explicit LookupPage(QWidget* parent = nullptr);

    void setFormat(const items::Format& format, const ShopSettings& settings);
    // Whether there is any data: decides what the page says while no customer is open.
    void setHasData(bool hasData);
    // Nothing: now.
    void setAsOf(std::optional<QDate> asOf);
    void openCustomer(CustomerId customer);
    // Asks for everything again: the data have changed.
    void reload();

    void setBrief(quint64 token, const Brief& brief);
    void setKindCounts(quint64 token, const KindCounts& counts);
    void addTimelinePage(quint64 token, std::vector<TimelineRow> rows, bool isLast);
    // `judgement`: how it was read, of what is read at all.
    void setEventText(quint64 token, const QString& text,
                      const std::optional<TextJudgement>& judgement = {});
    void setParties(quint64 token, std::vector<items::PartyRow> parties);
    // The answer to comparisonWanted.
    void setComparison(quint64 token, const std::optional<items::Comparison>& comparison);
    // The one shown is this customer from now on: filters and place stay.
    void follow(CustomerId customer);
    // The brief did not come; what the error bar says stands elsewhere.
    void briefFailed(quint64 token);
    void timelineFailed(quint64 token);

    // The keyboard goes to the timeline, or to how one begins.
    void focusContent();
    CustomerId customer() const { return customer_; }
    TimelinePane* timeline() const { return timeline_; }
    VerdictPanel* verdict() const { return verdict_; }
    StartPanel* startPanel() const { return start_; }
    CustomerHeader* header() const { return header_; }
    CustomerDrawers* drawers() const { return drawers_; }
    DoRow* doRow() const { return do_; }
    PartiesPanel* parties() const { return parties_; }
    CustomerPicker* picker() const { return picker_; }
    // What is said there is answered by SayBar::ended.
    SayBar* say() const { return say_; }

Q_SIGNALS:
    void briefWanted(quint64 token, goodfaith::CustomerId customer, std::optional<QDate> asOf);
    // Everything is to be shown as of that day.
    void asOfWanted(QDate day);
    void timelinePageWanted(quint64 token, goodfaith::CustomerId customer,
                            const goodfaith::TimelineFilter& filter,
                            std::optional<goodfaith::TimelineCursor> after);
    void kindCountsWanted(quint64 token, goodfaith::CustomerId customer,
                          const goodfaith::TimelineFilter& filter);
    void eventTextWanted(quint64 token, goodfaith::EventId event);
    void partiesWanted(quint64 token, goodfaith::CustomerId customer);
    void comparisonWanted(quint64 token, goodfaith::CustomerId one, goodfaith::CustomerId other);
    void splitWanted(goodfaith::CustomerId customer, goodfaith::PartyId party);
    void joinWanted(goodfaith::CustomerId one, goodfaith::CustomerId other);
    void moveWanted(goodfaith::EventId event, goodfaith::CustomerId to);
    void noteWanted(goodfaith::CustomerId customer, const QString& text);
    void promiseWanted(goodfaith::CustomerId customer, const QString& text, goodfaith::Instant due);
    // Over what is on the screen; without a verdict: what was judged before is taken back.
    void judgementWanted(goodfaith::CustomerId customer, const goodfaith::Judgement& judgement);
    void readingCorrected(goodfaith::EventId text, bool complains, goodfaith::Topic topic);
    void promisesSettled(goodfaith::EventId message, bool kept);
    void chooseFilesWanted();
    void sampleShopWanted();

private:
    QWidget* makeCustomerView();
    QLayout* makeTiles();
    void wireTimeline();
    void wireParties();
    void showParties(bool areShown);
    void wireDrawers();
    void wireSaying();
    void askNote();
    void askPromise();
    void askJudgement();
    void updateDoRow();
    void setCustomer(CustomerId customer);
    void askForBrief();
    void askForAll();
    std::optional<Instant> shownUntil() const;
    void showBrief();
    void showTiles(const Score& score);

    items::Format format_;
    ShopSettings settings_;
    CustomerId customer_;
    std::optional<QDate> asOf_;
    std::optional<Brief> brief_;
    quint64 token_ = 0;

    QStackedWidget* stack_;
    StartPanel* start_;
    QLabel* busy_ = nullptr;
    QWidget* customerView_ = nullptr;
    CustomerHeader* header_ = nullptr;
    ScoreTile* value_ = nullptr;
    ScoreTile* complaints_ = nullptr;
    ScoreTile* response_ = nullptr;
    StandingLines* standing_ = nullptr;
    CustomerPicker* picker_ = nullptr;
    CustomerDrawers* drawers_ = nullptr;
    SayBar* say_ = nullptr;
    DoRow* do_ = nullptr;
    QStackedWidget* below_ = nullptr;  // the timeline, or the parties
    TimelinePane* timeline_ = nullptr;
    PartiesPanel* parties_ = nullptr;
    VerdictPanel* verdict_ = nullptr;
};

}  // namespace goodfaith::views
