// SPDX-License-Identifier: GPL-3.0-or-later
// What opens between a customer's scores and timeline, one at a time: how the verdict came about,
// phrases, and answers. Each is asked for while it is shown; an older answer is dropped by its
// token.
#pragma once

#include "models/domain/score_course.h"
#include "models/domain/shop_text.h"
#include "models/items/format.h"

#include <QWidget>

namespace goodfaith::views {

class CoursePanel;
class TextsPanel;

class CustomerDrawers : public QWidget {
    Q_OBJECT

public:
    explicit CustomerDrawers(QWidget* parent = nullptr);

    void setFormat(const items::Format& format);
    // Of whom and as of when what is asked for next shall be. A course that covers that day stays.
    void setCustomer(CustomerId customer) { customer_ = customer; }
    void setAsOf(std::optional<QDate> asOf);
    // Asks again for what is open.
    void reload();
    void showCourse(bool isShown);
    void showTexts(ShopTextKind kind, bool areShown);
    void close();

    void setCourse(quint64 token, const ScoreCourse& course);
    void courseFailed(quint64 token);
    void setTexts(quint64 token, std::vector<OfferedText> texts);
    void textsFailed(quint64 token);

    CoursePanel* course() const { return course_; }
    // What is saved there is answered by TextsPanel::ended.
    TextsPanel* texts() const { return texts_; }
    bool showsCourse() const;
    std::optional<ShopTextKind> shownTexts() const;

Q_SIGNALS:
    void courseWanted(quint64 token, goodfaith::CustomerId customer, std::optional<QDate> asOf);
    void textsWanted(quint64 token, goodfaith::ShopTextKind kind, goodfaith::CustomerId customer,
                     std::optional<QDate> asOf);
    void textSaveWanted(const goodfaith::ShopText& text);
    void textRemoveWanted(goodfaith::ShopTextKind kind, const QString& key);
    void shownChanged();
    // Closed by whoever looks at it, where the keyboard was.
    void left();

private:
    void wire();
    void askForCourse();
    void askForTexts();
    void announce();

    CoursePanel* course_;
    TextsPanel* texts_;
    CustomerId customer_;
    std::optional<QDate> asOf_;
    std::optional<QDate> courseAsOf_;  // of what is shown of it
    quint64 courseToken_ = 0;
    bool isOpening_ = false;  // the keyboard goes there once, not whenever it is asked for again
    quint64 textsToken_ = 0;
};

}  // namespace goodfaith::views
