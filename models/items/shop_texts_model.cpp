// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/shop_texts_model.h"

#include "models/scoring/offered_texts.h"

#include <algorithm>

namespace goodfaith::items {
namespace {

// "first_name": "first name"
QString spaced(QString name) {
    return name.replace(u'_', u' ');
}

QString missingText(const OfferedText& text) {
    QStringList names;
    for (const QString& slot : text.missing)
        names << spaced(slot);
    return ShopTextsModel::tr("Not known here: %1").arg(names.join(QStringLiteral(", ")));
}

}  // namespace

std::vector<std::pair<QString, QString>> mattersToFit() {
    std::vector<std::pair<QString, QString>> matters;
    for (const Topic topic : allTopics())
        matters.emplace_back(nameOf(topic), topicName(topic));
    return matters;
}

std::vector<std::pair<QString, QString>> slotsToFill() {
    std::vector<std::pair<QString, QString>> all;
    for (const auto& [name, meaning] : scoring::slotsKnown())
        all.emplace_back(QLatin1String(name), QString::fromUtf8(meaning));
    return all;
}

QString problemOf(const ShopText& text) {
    return scoring::problemOf(text);
}

void ShopTextsModel::setTexts(std::vector<OfferedText> texts) {
    beginResetModel();
    texts_ = std::move(texts);
    select();
    endResetModel();
}

void ShopTextsModel::setSearch(const QString& words) {
    beginResetModel();
    words_ = words.simplified().split(u' ', Qt::SkipEmptyParts);
    select();
    endResetModel();
}

void ShopTextsModel::select() {
    shown_.clear();
    for (size_t i = 0; i < texts_.size(); ++i) {
        const QString all = texts_[i].said.title + u'\n' + texts_[i].text;
        if (std::all_of(words_.begin(), words_.end(), [&](const QString& word) {
                return all.contains(word, Qt::CaseInsensitive);
            }))
            shown_.push_back(i);
    }
}

const OfferedText* ShopTextsModel::textAt(const QModelIndex& index) const {
    return index.isValid() && checkIndex(index) ? &texts_[shown_[static_cast<size_t>(index.row())]]
                                                : nullptr;
}

QModelIndex ShopTextsModel::indexOf(const QString& key) const {
    const auto found = std::find_if(shown_.begin(), shown_.end(),
                                    [&](size_t i) { return texts_[i].said.key == key; });
    return found == shown_.end() ? QModelIndex()
                                 : index(static_cast<int>(std::distance(shown_.begin(), found)));
}

QString ShopTextsModel::historyOf(const OfferedText& text) const {
    if (!text.said.changedAt)
        return {};
    const QString day = format_.day(dayOf(*text.said.changedAt, format_.zone()));
    return text.said.by.isEmpty() ? tr("Changed on %1.").arg(day)
                                  : tr("Changed by %1 on %2.").arg(text.said.by, day);
}

int ShopTextsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

QVariant ShopTextsModel::data(const QModelIndex& index, int role) const {
    const OfferedText* text = textAt(index);
    if (text == nullptr)
        return {};
    const bool isFilled = text->missing.isEmpty();
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return isFilled ? tr("%1: %2").arg(text->said.title, text->text)
                            : tr("%1. %2").arg(text->said.title, missingText(*text));
        case TitleRole:
            return text->said.title;
        case SnippetRole:
            return text->text;
        case WhyRole:
            return isFilled ? QString() : missingText(*text);
        case QuietRole:
            return !isFilled;
        case WeightRole:
            return text->fit;
        default:
            return {};
    }
}

}  // namespace goodfaith::items
