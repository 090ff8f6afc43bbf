// SPDX-License-Identifier: GPL-3.0-or-later
// How things stand with a customer: who waits for whom, what is open, what was given. A line that
// has nothing to say is not there.
#pragma once

#include "models/domain/brief.h"
#include "models/domain/settings.h"
#include "models/items/format.h"

#include <QWidget>

class QLabel;

namespace goodfaith::views {

class IconLabel;
class NotesLine;

class StandingLines : public QWidget {
    Q_OBJECT

public:
    explicit StandingLines(QWidget* parent = nullptr);
    void setBrief(const Brief& brief, const items::Format& format, const ShopSettings& settings);
    NotesLine* notes() const { return notes_; }

private:
    struct Line {
        QWidget* row = nullptr;
        IconLabel* icon = nullptr;
        QLabel* text = nullptr;
    };
    Line addLine();
    // Whether there is anything to say.
    bool showOwed(const Brief& brief, const items::Format& format, const ShopSettings& settings);
    bool showPromises(const Brief& brief, const items::Format& format);
    bool showAddresses(const Brief& brief, const items::Format& format);
    static void showLine(const Line& line, const QString& text);

    Line address_;
    Line waiting_;
    Line promised_;
    NotesLine* notes_;
    Line cases_;
    Line resolved_;
    Line lately_;
};

}  // namespace goodfaith::views
