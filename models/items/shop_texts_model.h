// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases or answers offered for a customer, as many as have the words that are looked for.
#pragma once

#include "models/domain/shop_text.h"
#include "models/items/format.h"
#include "models/items/item_roles.h"

#include <QAbstractListModel>

namespace goodfaith::items {

// What a phrase may fit, to choose from: what it is called, and in words.
std::vector<std::pair<QString, QString>> mattersToFit();
// What can be filled: "order", "the number of the order that it is about".
std::vector<std::pair<QString, QString>> slotsToFill();
// What keeps a text from being saved; "" when nothing does.
QString problemOf(const ShopText& text);

class ShopTextsModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setFormat(const Format& format) { format_ = format; }
    void setTexts(std::vector<OfferedText> texts);
    void setSearch(const QString& words);
    bool isEmpty() const { return texts_.empty(); }  // whatever is looked for
    const OfferedText* textAt(const QModelIndex& index) const;
    QModelIndex indexOf(const QString& key) const;
    // "Changed by kim on 3 May 2024."; "" as shipped.
    QString historyOf(const OfferedText& text) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void select();

    Format format_;
    std::vector<OfferedText> texts_;
    std::vector<size_t> shown_;
    QStringList words_;
};

}  // namespace goodfaith::items
