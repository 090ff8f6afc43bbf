// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/look_up.h"

#include "models/identity/email_address.h"
#include "models/identity/phone_number.h"
#include "models/store/customer_search.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace goodfaith::app {
namespace {

using Kind = NormalisedKey::Kind;
using Matches = std::vector<Match>;

// Gathers matches of one question after the other until there are enough.
class Found {
public:
    explicit Found(int limit) : limit_(limit) {}

    void add(Matches matches) {
        for (Match& match : matches) {
            if (isFull() || known_.contains(match.customer.value()))
                continue;
            known_.insert(match.customer.value());
            matches_.push_back(std::move(match));
        }
    }
    bool isFull() const { return static_cast<int>(matches_.size()) >= limit_; }
    bool isEmpty() const { return matches_.empty(); }
    Matches take() { return std::move(matches_); }

private:
    int limit_;
    QSet<qint64> known_;
    Matches matches_;
};

bool couldBePhone(const QString& query) {
    constexpr qsizetype fewestDigits = 4;
    const auto fits = [](QChar c) {
        return c.isDigit() || c.isSpace() || QStringLiteral("+-()./").contains(c);
    };
    return std::all_of(query.begin(), query.end(), fits) &&
           identity::digitsOf(query).size() >= fewestDigits;
}

// "order 1042", "order:1042", "#1042" and "1042" all name order 1042.
QString orderNumberIn(const QString& query) {
    QString rest = query;
    if (rest.startsWith(QLatin1String("order"), Qt::CaseInsensitive))
        rest = rest.mid(5).trimmed();
    while (rest.startsWith(u':') || rest.startsWith(u'#'))
        rest = rest.mid(1).trimmed();
    return rest;
}

// "+44 (0)20 7946 0018" as digits lacks nothing but the trunk zero; a national number begins with
// one.
QString searchableDigits(const QString& query) {
    QString digits = identity::digitsOf(query);
    while (digits.startsWith(u'0'))
        digits = digits.mid(1);
    return digits;
}

// What a beginning of an address is in a mailbox that ignores dots and tags.
QString withoutDotsAndTag(const QString& beginning) {
    QString name = beginning.section(u'@', 0, 0).section(u'+', 0, 0);
    const QString rest = beginning.mid(beginning.section(u'@', 0, 0).size());
    return name.remove(u'.') + rest;
}

constexpr qsizetype longestPastedText = 20'000;
constexpr int mostPastedKeys = 50;

QStringList allIn(const QString& text, const QRegularExpression& form) {
    QStringList found;
    for (auto matches = form.globalMatch(text); matches.hasNext() && found.size() < mostPastedKeys;)
        found << matches.next().captured();
    return found;
}

// Somebody pasted a message: whoever its addresses, numbers and order numbers name.
void addFromPastedText(Found& found, const store::CustomerSearch& search,
                       identity::PhoneReader& phones, const QString& text, int limit) {
    static const QRegularExpression emails(
        QStringLiteral("[^\\s<>,;:()\"]+@[^\\s<>,;:()\"]+\\.\\w+"));
    static const QRegularExpression numbers(QStringLiteral("\\+?\\(?\\d[\\d ()./-]{6,24}\\d"));
    static const QRegularExpression names(QStringLiteral("[\\w-]*\\d[\\w-]{2,40}"));
    for (const QString& email : allIn(text, emails)) {
        if (const auto key = identity::normaliseEmail(email))
            found.add(search.byKey({Kind::Email, *key}, limit));
    }
    for (const QString& number : allIn(text, numbers)) {
        if (const auto key = phones.e164(number))
            found.add(search.byKey({Kind::Phone, *key}, limit));
    }
    for (const QString& name : allIn(text, names)) {
        found.add(search.byOrder(name, limit));
        found.add(search.byTracking(name, limit));
    }
}

}  // namespace

Matches lookUp(store::Database& database, const ShopSettings& settings, const QString& query,
               int limit) {
    const QString wanted = query.simplified();
    if (wanted.isEmpty() || limit <= 0)
        return {};
    const store::CustomerSearch search(database);
    identity::PhoneReader phones(settings.region);
    Found found(limit);
    if (const auto email = identity::normaliseEmail(wanted))
        found.add(search.byKey({Kind::Email, *email}, limit));
    if (const auto phone = phones.e164(wanted))
        found.add(search.byKey({Kind::Phone, *phone}, limit));
    found.add(search.byOrder(orderNumberIn(wanted), limit));
    found.add(search.byKey({Kind::ShopNumber, wanted}, limit));
    found.add(search.byTracking(wanted, limit));
    if (!found.isFull() && couldBePhone(wanted))
        found.add(search.byPhoneDigits(searchableDigits(wanted), limit));
    if (!found.isFull() && !wanted.contains(u' '))
        found.add(search.byEmailPrefix(wanted.toLower(), limit));
    if (found.isEmpty() && wanted.contains(u'.'))
        found.add(search.byEmailPrefix(withoutDotsAndTag(wanted.toLower()), limit));
    if (!found.isFull())
        found.add(search.byName(wanted, limit));
    if (found.isEmpty() && wanted.contains(u' '))
        addFromPastedText(found, search, phones, wanted.left(longestPastedText), limit);
    return found.take();
}

}  // namespace goodfaith::app
