// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses one of many entries, found by typing any part of them. What was typed and is no entry
// leaves the one that stood there.
#pragma once

#include <QComboBox>

namespace goodfaith::views {

class ChoiceBox : public QComboBox {
    Q_OBJECT

public:
    explicit ChoiceBox(QWidget* parent);

    // Signals nothing.
    void setChoice(int index);
    int choice() const { return choice_; }

Q_SIGNALS:
    void choiceMade(int index);  // by the user, another than before

protected:
    // After setModel: what is typed is looked for there.
    void searchEntries();

private:
    void choose(int index);
    void takeTyped();

    int choice_ = 0;
};

}  // namespace goodfaith::views
