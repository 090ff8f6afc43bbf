// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline with its filters and the reader below it. Asks for pages, counts and texts; knows
// nothing of customers: whoever owns it starts it anew for another one.
#pragma once

#include "models/items/timeline_model.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;

namespace goodfaith::views {

class EventReader;
class KindChips;
class TimelineDelegate;

class TimelinePane : public QWidget {
    Q_OBJECT

public:
    explicit TimelinePane(QWidget* parent = nullptr);

    void setFormat(const items::Format& format);
    // Another customer: forgets every filter; nothing after `to` is shown.
    void start(std::optional<Instant> to);
    // The same customer again, with the filters as they are.
    void reload(std::optional<Instant> to);
    void clear();
    void setCounts(quint64 token, const KindCounts& counts);
    void addPage(quint64 token, std::vector<TimelineRow> rows, bool isLast);
    void pageFailed(quint64 token) { model_.pageFailed(token); }
    void setEventText(quint64 token, const QString& text,
                      const std::optional<TextJudgement>& judgement);

    void light(const std::vector<EventId>& events);
    // Only these events, and a bar that says so and takes it back.
    void showOnly(const std::vector<EventId>& events, const QString& why);
    void showEverything();

    items::TimelineModel* model() { return &model_; }
    QListView* list() const { return list_; }
    KindChips* chips() const { return chips_; }
    QLineEdit* searchField() const { return search_; }
    EventReader* reader() const { return reader_; }
    QWidget* onlyBar() const { return onlyBar_; }

Q_SIGNALS:
    void pageWanted(quint64 token, const goodfaith::TimelineFilter& filter,
                    std::optional<goodfaith::TimelineCursor> after);
    void countsWanted(quint64 token, const goodfaith::TimelineFilter& filter);
    void eventTextWanted(quint64 token, goodfaith::EventId event);
    // It is another customer's; `what` names it.
    void moveWanted(goodfaith::EventId event, const QString& what);
    // What a text says in truth, and what became of what it promises.
    void readingCorrected(goodfaith::EventId text, bool complains, goodfaith::Topic topic);
    void promisesSettled(goodfaith::EventId message, bool kept);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    // Where one reads: nothing moves because the data were asked for again.
    struct Place {
        EventId current;
        int scrolled = 0;
    };
    void returnToPlace();
    QWidget* makeFilters();
    QWidget* makeOnlyBar();
    void makeList();
    void refilter();
    void askForCounts();
    void openReader(const QModelIndex& index);
    void copyRow();
    void showMenu(const QPoint& at);
    void updateState();

    items::Format format_;
    items::TimelineModel model_;
    TimelineDelegate* delegate_;
    KindChips* chips_ = nullptr;
    QLineEdit* search_ = nullptr;
    QWidget* onlyBar_ = nullptr;
    QLabel* onlyText_ = nullptr;
    QListView* list_ = nullptr;
    QLabel* state_ = nullptr;
    EventReader* reader_ = nullptr;
    QTimer rest_;
    std::optional<Instant> to_;
    std::optional<Place> place_;  // to come back to when the rows are there again
    std::vector<EventId> only_;
    quint64 countsToken_ = 0;
};

}  // namespace goodfaith::views
