// SPDX-License-Identifier: GPL-3.0-or-later
// The boxes that say how a table is written, each with its label before it: what was found in the
// file stands in them until the user says otherwise.
#pragma once

#include "models/domain/table_writing.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

namespace goodfaith::views {

// A box with its label before it; what is chosen is in the entries' data.
template <class Box = QComboBox>
Box* labelled(const QString& text, QLayout* line, QWidget* parent);
// Selects what has that data; a text that is not among the entries is added.
void select(QComboBox* box, const QString& data);
// The data of the entry, or what was typed.
QString chosen(const QComboBox* box);

class WritingBoxes : public QObject {
    Q_OBJECT

public:
    // Adds them to the line, in the order in which they are asked for.
    WritingBoxes(QLayout* line, QWidget* parent);

    void show(const TableWriting& set, const TableWriting& found);
    // What the user set: "" where a box shows what was found.
    TableWriting said() const;
    QComboBox* box(QString TableWriting::*member) const;

Q_SIGNALS:
    void rowsChanged();    // the file falls into other rows and columns
    void valuesChanged();  // its cells are read otherwise

private:
    struct Entry {
        QString TableWriting::*member;
        QComboBox* box;
    };
    std::vector<Entry> entries_;
    TableWriting set_;
    TableWriting found_;
};

template <class Box>
Box* labelled(const QString& text, QLayout* line, QWidget* parent) {
    constexpr int between = 4;
    auto* pair = new QWidget(parent);
    auto* row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 2 * between, 0);
    row->setSpacing(between);
    auto* label = new QLabel(text, pair);
    auto* box = new Box(pair);
    label->setBuddy(box);
    row->addWidget(label);
    row->addWidget(box);
    line->addWidget(pair);
    return box;
}

}  // namespace goodfaith::views
