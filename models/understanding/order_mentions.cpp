// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/order_mentions.h"

#include <QSet>

#include <algorithm>

namespace goodfaith::understanding {
namespace {

constexpr qsizetype unmistakableDigits = 7;  // shorter numbers are prices, years, postcodes, …
constexpr qsizetype unmistakableLetters = 5;

QString bareKey(QStringView key) {
    key = key.trimmed();
    while (key.startsWith(u'#'))
        key = key.mid(1);
    return key.toString().toLower();
}

bool isKeyPart(QChar c) {
    return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'/';
}

bool isUnmistakable(const QString& key) {
    const auto digits = std::count_if(key.begin(), key.end(), [](QChar c) { return c.isDigit(); });
    return digits == key.size() ? digits >= unmistakableDigits
                                : digits >= 2 && key.size() >= unmistakableLetters;
}

bool announcesOrder(const QString& word) {
    static const QSet<QString> words{
        QStringLiteral("order"),    QStringLiteral("orders"),  QStringLiteral("ord"),
        QStringLiteral("no"),       QStringLiteral("nr"),      QStringLiteral("number"),
        QStringLiteral("numbers"),  QStringLiteral("num"),     QStringLiteral("purchase"),
        QStringLiteral("invoice"),  QStringLiteral("ref"),     QStringLiteral("reference"),
        QStringLiteral("order-no"), QStringLiteral("orderno"), QStringLiteral("order-id"),
        QStringLiteral("id")};
    return words.contains(word);
}

bool carriesOn(const QString& word) {
    return word == u"and" || word == u"or" || word == u"is" || word == u"was";
}

}  // namespace

OrderMentions::OrderMentions(const std::vector<OrderFact>& orders) {
    for (size_t at = 0; at < orders.size(); ++at) {
        if (const QString key = bareKey(orders[at].key); !key.isEmpty())
            byKey_[key].push_back(at);
    }
}

std::vector<size_t> OrderMentions::byKey(const QString& key) const {
    return byKey_.value(bareKey(key));
}

std::vector<size_t> OrderMentions::in(const QString& text) const {
    std::vector<size_t> found;
    if (byKey_.isEmpty())
        return found;
    bool announced = false;
    for (qsizetype at = 0; at < text.size();) {
        if (!isKeyPart(text[at])) {
            ++at;
            continue;
        }
        const qsizetype begin = at;
        while (at < text.size() && isKeyPart(text[at]))
            ++at;
        const QString word = text.mid(begin, std::min<qsizetype>(at - begin, 80)).toLower();
        const bool hasMark = begin > 0 && text[begin - 1] == u'#';
        const auto orders = byKey_.constFind(word);
        const bool isKey =
            orders != byKey_.cend() && (announced || hasMark || isUnmistakable(word));
        if (isKey)
            found.insert(found.end(), orders->begin(), orders->end());
        announced = isKey || announcesOrder(word) || (announced && carriesOn(word));
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace goodfaith::understanding
