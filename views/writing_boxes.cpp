// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/writing_boxes.h"

#include <QCoreApplication>

#include <algorithm>

namespace goodfaith::views {
namespace {

struct Choice {
    const char* text;
    const char* value;
};

struct BoxSpec {
    QString TableWriting::*member;
    const char* label;
    std::vector<Choice> choices;
    bool isOpen;       // other values may be typed
    bool changesRows;  // else only how cells are read
};

const std::vector<BoxSpec>& boxSpecs() {
    static const std::vector<BoxSpec> specs = {
        {&TableWriting::charset,
         QT_TRANSLATE_NOOP("Writing", "Characters"),
         {{"UTF-8", "UTF-8"},
          {"Windows-1252", "Windows-1252"},
          {"ISO-8859-15", "ISO-8859-15"},
          {"UTF-16", "UTF-16"},
          {"Shift_JIS", "Shift_JIS"}},
         true,
         true},
        {&TableWriting::skipLines,
         QT_TRANSLATE_NOOP("Writing", "Lines above the table"),
         {{"0", "0"}, {"1", "1"}, {"2", "2"}, {"3", "3"}},
         true,
         true},
        {&TableWriting::header,
         QT_TRANSLATE_NOOP("Writing", "First row"),
         {{QT_TRANSLATE_NOOP("Writing", "names the columns"), "yes"},
          {QT_TRANSLATE_NOOP("Writing", "is data"), "no"}},
         false,
         true},
        {&TableWriting::delimiter,
         QT_TRANSLATE_NOOP("Writing", "Columns end with"),
         {{QT_TRANSLATE_NOOP("Writing", "comma"), ","},
          {QT_TRANSLATE_NOOP("Writing", "semicolon"), ";"},
          {QT_TRANSLATE_NOOP("Writing", "tab"), "tab"},
          {QT_TRANSLATE_NOOP("Writing", "bar |"), "|"}},
         false,
         true},
        {&TableWriting::quote,
         QT_TRANSLATE_NOOP("Writing", "Quotes"),
         {{"\"", "\""}, {"'", "'"}, {QT_TRANSLATE_NOOP("Writing", "none"), "none"}},
         false,
         true},
        {&TableWriting::dateOrder,
         QT_TRANSLATE_NOOP("Writing", "Dates"),
         {{QT_TRANSLATE_NOOP("Writing", "as they show"), ""},
          {QT_TRANSLATE_NOOP("Writing", "day first"), "dmy"},
          {QT_TRANSLATE_NOOP("Writing", "month first"), "mdy"},
          {QT_TRANSLATE_NOOP("Writing", "year first"), "ymd"}},
         false,
         false},
        {&TableWriting::decimalMark,
         QT_TRANSLATE_NOOP("Writing", "Decimals"),
         {{QT_TRANSLATE_NOOP("Writing", "as they show"), ""}, {"1.50", "."}, {"1,50", ","}},
         false,
         false},
    };
    return specs;
}

QString shown(const char* text) {
    return QCoreApplication::translate("Writing", text);
}

}  // namespace

void select(QComboBox* box, const QString& data) {
    int index = box->findData(data);
    if (index < 0 && !data.isEmpty()) {
        box->addItem(data, data);
        index = box->count() - 1;
    }
    box->setCurrentIndex(std::max(index, 0));
}

QString chosen(const QComboBox* box) {
    const bool isEntry = box->currentText() == box->itemText(box->currentIndex());
    return isEntry ? box->currentData().toString() : box->currentText().trimmed();
}

WritingBoxes::WritingBoxes(QLayout* line, QWidget* parent) : QObject(parent) {
    for (const BoxSpec& spec : boxSpecs()) {
        auto* box = labelled(shown(spec.label), line, parent);
        box->setEditable(spec.isOpen);
        for (const Choice& choice : spec.choices)
            box->addItem(shown(choice.text), QString::fromLatin1(choice.value));
        connect(box, &QComboBox::activated, this,
                spec.changesRows ? &WritingBoxes::rowsChanged : &WritingBoxes::valuesChanged);
        entries_.push_back({spec.member, box});
    }
}

void WritingBoxes::show(const TableWriting& set, const TableWriting& found) {
    set_ = set;
    found_ = found;
    const TableWriting writing = filled(set, found);
    for (const Entry& entry : entries_)
        select(entry.box, writing.*entry.member);
}

TableWriting WritingBoxes::said() const {
    TableWriting said;
    for (const Entry& entry : entries_) {
        const QString now = chosen(entry.box);
        const bool isFound = now == found_.*entry.member && (set_.*entry.member).isEmpty();
        said.*entry.member = isFound ? QString() : now;
    }
    return said;
}

QComboBox* WritingBoxes::box(QString TableWriting::*member) const {
    const auto entry = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const Entry& one) { return one.member == member; });
    return entry == entries_.end() ? nullptr : entry->box;
}

}  // namespace goodfaith::views
