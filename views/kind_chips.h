// SPDX-License-Identifier: GPL-3.0-or-later
// Which kinds of events are shown, each with how many there are. "All" is none chosen.
#pragma once

#include "models/domain/overview.h"
#include "models/items/format.h"

#include <QWidget>

class QToolButton;

namespace goodfaith::views {

class KindChips : public QWidget {
    Q_OBJECT

public:
    explicit KindChips(QWidget* parent = nullptr);
    // Kinds of which there are none have no chip, unless they are chosen.
    void setCounts(const KindCounts& counts, const items::Format& format);
    std::vector<RecordKind> chosen() const;
    void chooseAll();
    QToolButton* chip(RecordKind kind) const;  // nullptr where it has none
    QToolButton* all() const { return all_; }

Q_SIGNALS:
    void chosenChanged();

private:
    QToolButton* addChip();

    QToolButton* all_;
    std::map<RecordKind, QToolButton*> chips_;
};

}  // namespace goodfaith::views
