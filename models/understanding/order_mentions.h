// SPDX-License-Identifier: GPL-3.0-or-later
// Finds which of a customer's orders a text names: "#1042", "order no. 1042", "orders 1042 and
// 1043"; a key that could not be anything else (five characters or more, not only digits) also
// without such a word. Linear in the text.
#pragma once

#include "models/domain/facts.h"

#include <QHash>
#include <QString>

#include <vector>

namespace goodfaith::understanding {

class OrderMentions {
public:
    explicit OrderMentions(const std::vector<OrderFact>& orders);

    // Places in `orders`, ascending, none twice.
    std::vector<size_t> in(const QString& text) const;
    std::vector<size_t> byKey(const QString& key) const;

private:
    QHash<QString, std::vector<size_t>> byKey_;
};

}  // namespace goodfaith::understanding
