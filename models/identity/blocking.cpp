// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/blocking.h"

#include <algorithm>

namespace goodfaith::identity {
namespace {

constexpr size_t mostKeys = 32;
constexpr int recordBits = 24;
constexpr quint64 recordMask = (quint64{1} << recordBits) - 1;
constexpr quint64 keyMask = ~recordMask;
// Within `keys_`: the block of this key is walked along, so it does not stand for its pairs.
constexpr quint64 isWalked = 1;
constexpr size_t largestBlock = 60;
constexpr size_t neighbours = 8;

// FNV-1a.
class Hash {
public:
    explicit Hash(char kind) { add(QChar::fromLatin1(kind)); }
    Hash& operator<<(QStringView text) {
        for (const QChar c : text)
            add(c);
        add(u'\x1f');
        return *this;
    }
    quint64 value() const { return value_ & keyMask; }

private:
    void add(QChar c) {
        value_ ^= c.unicode();
        value_ *= 1099511628211U;
        value_ ^= value_ >> 29;
    }
    quint64 value_ = 14695981039346656037U;
};

char soundOf(QChar letter) {
    switch (letter.unicode()) {
        case u'c':
        case u'q':
        case u'g':
        case u'x':
            return 'k';
        case u'z':
            return 's';
        case u'd':
            return 't';
        case u'b':
        case u'p':
            return 'p';
        case u'v':
        case u'w':
            return 'f';
        case u'n':
            return 'm';
        case u'j':
        case u'y':
            return 'i';
        default:
            return letter.toLatin1();
    }
}

// The consonants in classes of those that are mixed up, as Soundex has it, whatever the language:
// "meyer", "maier" and "mayr" are one.
QString soundOf(QStringView word) {
    constexpr qsizetype longest = 4;
    static const QLatin1String silent("aeiouh");
    QString sound;
    for (const QChar letter : word) {
        const QChar heard = QLatin1Char(soundOf(letter));
        const bool isVowel = heard == u'i' || silent.contains(letter) || letter == u' ';
        if ((sound.isEmpty() && letter != u'h') || (!isVowel && !sound.endsWith(heard)))
            sound += isVowel ? QChar(u'a') : heard;
        if (sound.size() == longest)
            break;
    }
    return sound;
}

class Keys {
public:
    void add(const Hash& hash) {
        if (keys_.size() < mostKeys)
            keys_.push_back(hash.value());
    }
    std::vector<quint64> take() {
        std::sort(keys_.begin(), keys_.end());
        keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
        return std::move(keys_);
    }

private:
    std::vector<quint64> keys_;
};

void addContacts(const MatchRecord& record, Keys& keys) {
    constexpr qsizetype shortestLocalPart = 4;
    constexpr qsizetype lastDigits = 6;
    for (const QString& phone : record.phones)
        keys.add(Hash('p') << QStringView(phone).right(lastDigits));
    for (const QString& email : record.emails) {
        const QStringView name = QStringView(email).left(email.indexOf(u'@'));
        if (name.size() >= shortestLocalPart)
            keys.add(Hash('e') << name);
    }
}

void addPlaces(const MatchRecord& record, const MatchName& name, Keys& keys) {
    constexpr qsizetype beginning = 3;
    const QString family = soundOf(name.family);
    for (const PostalAddress& address : record.addresses) {
        if (!family.isEmpty() && !address.postcode.isEmpty())
            keys.add(Hash('f') << family << address.postcode);
        if (!family.isEmpty() && !address.street.isEmpty())
            keys.add(Hash('s') << family << address.street.left(beginning));
        if (!name.given.isEmpty() && !address.street.isEmpty())
            keys.add(Hash('t') << name.given.left(beginning) << address.street.left(beginning)
                               << address.houseNumber);
        if (!name.given.isEmpty() && !address.houseNumber.isEmpty() && !address.postcode.isEmpty())
            keys.add(Hash('g') << name.given.left(beginning) << address.houseNumber
                               << address.postcode);
    }
}

void addHouseholds(const MatchRecord& record, Keys& keys) {
    constexpr qsizetype beginning = 5;
    for (const PostalAddress& address : record.addresses) {
        const QString& place = address.postcode.isEmpty() ? address.city : address.postcode;
        if (!address.street.isEmpty() && !place.isEmpty())
            keys.add(Hash('a') << address.street.left(beginning) << address.houseNumber << place);
    }
}

// The first letters of the family name and then the given name, as a number in their order.
quint64 orderOf(const MatchRecord& record) {
    constexpr int letters = 12;
    constexpr int bitsOfLetter = 5;
    if (record.names.empty())
        return 0;
    const QString text =
        record.names.front().family.left(letters * 2 / 3).leftJustified(letters * 2 / 3, u' ') +
        record.names.front().given.left(letters / 3);
    quint64 order = 0;
    for (qsizetype i = 0; i < letters; ++i) {
        const char16_t c = i < text.size() ? text[i].unicode() : u' ';
        order = (order << bitsOfLetter) | (c >= u'a' && c <= u'z' ? c - u'a' + 1U : 0U);
    }
    return order;
}

}  // namespace

std::vector<quint64> blockingKeys(const MatchRecord& record) {
    Keys keys;
    addContacts(record, keys);
    for (const QDate& birth : record.births)
        keys.add(Hash('b') << birth.toString(u"yyyyMMdd"));
    for (const QString& order : record.orders)
        keys.add(Hash('o') << order);
    for (const MatchName& name : record.names) {
        if (!name.family.isEmpty() && !name.given.isEmpty()) {
            // Whichever comes first: the two may have changed places.
            const auto [one, other] = std::minmax({soundOf(name.family), soundOf(name.given)});
            keys.add(Hash('n') << one << other);
        }
        addPlaces(record, name, keys);
    }
    addHouseholds(record, keys);
    return keys.take();
}

void CandidatePairs::add(const MatchRecord& record, bool isNew) {
    const quint64 number = isNew_.size();
    for (const quint64 key : blockingKeys(record)) {
        entries_.push_back(key | number);
        keys_.push_back(key);
    }
    keysEnd_.push_back(static_cast<quint32>(keys_.size()));
    nameOrder_.push_back(orderOf(record));
    isNew_.push_back(isNew);
}

void CandidatePairs::prepare() {
    std::sort(entries_.begin(), entries_.end());
    for (size_t first = 0, end = 0; first < entries_.size(); first = end) {
        end = first + 1;
        while (end < entries_.size() && ((entries_[end] ^ entries_[first]) & keyMask) == 0)
            ++end;
        addBlock(first, end);
    }
}

void CandidatePairs::addBlock(size_t first, size_t end) {
    bool hasNew = false;
    for (size_t i = first; i < end; ++i)
        hasNew = hasNew || isNew_[entries_[i] & recordMask];
    if (!hasNew || end - first < 2)
        return;
    blocks_.push_back({static_cast<quint32>(first), static_cast<quint32>(end - first)});
    if (end - first <= largestBlock)
        return;
    const quint64 key = entries_[first] & keyMask;
    for (size_t i = first; i < end; ++i) {
        const size_t record = entries_[i] & recordMask;
        const auto begin = keys_.begin() + (record == 0 ? 0 : keysEnd_[record - 1]);
        *std::lower_bound(begin, keys_.begin() + keysEnd_[record], key) |= isWalked;
    }
    std::sort(entries_.begin() + static_cast<qsizetype>(first),
              entries_.begin() + static_cast<qsizetype>(end), [this](quint64 a, quint64 b) {
                  const auto order = [this](quint64 entry) {
                      return std::pair(nameOrder_[entry & recordMask], entry);
                  };
                  return order(a) < order(b);
              });
}

bool CandidatePairs::isFirstCommonBlock(quint64 key, size_t a, size_t b) const {
    size_t i = a == 0 ? 0 : keysEnd_[a - 1];
    size_t j = b == 0 ? 0 : keysEnd_[b - 1];
    while (i < keysEnd_[a] && j < keysEnd_[b]) {
        if (keys_[i] == keys_[j] && (keys_[i] & isWalked) == 0)
            return keys_[i] == key;
        const bool advance = keys_[i] <= keys_[j];
        j += keys_[j] <= keys_[i] ? 1 : 0;
        i += advance ? 1 : 0;
    }
    return true;  // they only share blocks that are walked along
}

void CandidatePairs::walk(const Block& block,
                          const std::function<void(size_t, size_t)>& visit) const {
    const bool isLarge = block.size > largestBlock;
    const size_t reach = isLarge ? neighbours : block.size;
    const size_t end = size_t{block.first} + block.size;
    const quint64 key = isLarge ? 0 : entries_[block.first] & keyMask;
    for (size_t i = block.first; i < end; ++i) {
        const size_t one = entries_[i] & recordMask;
        for (size_t j = i + 1; j < std::min(end, i + 1 + reach); ++j) {
            const size_t other = entries_[j] & recordMask;
            if ((isNew_[one] || isNew_[other]) && isFirstCommonBlock(key, one, other))
                visit(std::min(one, other), std::max(one, other));
        }
    }
}

void CandidatePairs::forEachPair(size_t block,
                                 const std::function<void(size_t, size_t)>& visit) const {
    walk(blocks_[block], visit);
}

}  // namespace goodfaith::identity
