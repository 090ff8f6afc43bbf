// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/counterpart.h"

#include "models/identity/email_address.h"

namespace goodfaith::identity {
namespace {

bool isOutgoingSide(PartyRole role) {
    return role == PartyRole::Addressee;
}

bool isIdentifying(PartyRole role) {
    return role != PartyRole::Recipient && role != PartyRole::Addressee &&
           role != PartyRole::Unreached;
}

template <class Wanted>
int firstParty(const ImportedRecord& record, const std::vector<bool>& isOurs, Wanted wanted) {
    for (size_t i = 0; i < record.parties.size(); ++i) {
        if (!isOurs[i] && wanted(record.parties[i].role))
            return static_cast<int>(i);
    }
    return -1;
}

bool isEitherWay(RecordKind kind) {
    return kind == RecordKind::Message || kind == RecordKind::Call;
}

bool isWrittenByThem(RecordKind kind) {
    return kind == RecordKind::Chat || kind == RecordKind::ContactForm ||
           kind == RecordKind::Survey || kind == RecordKind::Review;
}

bool isUnreached(PartyRole role) {
    return role == PartyRole::Unreached;
}

bool isMachine(const QString& email) {
    return email.startsWith(QLatin1String("mailer-daemon@")) ||
           email.startsWith(QLatin1String("postmaster@"));
}

// Without a stated direction: ours if what sent it is ours; a party of ours is never the
// counterpart.
Direction directionOf(const ImportedRecord& record, const std::vector<bool>& isOurs) {
    if (const auto stated = directionFromName(record.fields.text(Field::Direction)))
        return *stated;
    // A mail that came back is from outside, though our own server may have sent it back.
    if (firstParty(record, isOurs, isUnreached) >= 0)
        return Direction::Inbound;
    bool sentByUs = false;
    bool sentByThem = false;
    for (size_t i = 0; i < record.parties.size(); ++i) {
        if (isIdentifying(record.parties[i].role))
            (isOurs[i] ? sentByUs : sentByThem) = true;
    }
    if (sentByThem)
        return Direction::Inbound;
    const bool reachesOutside = firstParty(record, isOurs, isOutgoingSide) >= 0;
    return sentByUs && reachesOutside ? Direction::Outbound : Direction::None;
}

// As normalised addresses are, so that they can be told from them.
QString normalisedOwn(const QString& own) {
    if (own.indexOf(u'@') > 0)
        return normaliseEmail(own).value_or(own);
    return normaliseMailDomain(own.startsWith(u'@') ? QStringView(own).mid(1) : QStringView(own));
}

}  // namespace

CounterpartRule::CounterpartRule(const ShopSettings& settings)
    : settings_(settings), phones_(settings.region) {
    for (QString& own : settings_.ownAddresses)
        own = normalisedOwn(own);
    for (const QString& own : settings.ownNumbers)
        ownNumbers_.insert(phones_.e164(own).value_or(own.trimmed()));
}

CounterpartResult CounterpartRule::apply(const ImportedRecord& record) {
    CounterpartResult result;
    for (const ImportedParty& party : record.parties)
        result.isOurs.push_back(isOurs(record, party));
    if (isEitherWay(record.kind))
        result.direction = directionOf(record, result.isOurs);
    else if (isWrittenByThem(record.kind))
        result.direction = Direction::Inbound;
    if (!isEitherWay(record.kind) || result.direction == Direction::Inbound)
        result.counterpart = firstParty(record, result.isOurs, isIdentifying);
    else if (result.direction == Direction::Outbound)
        result.counterpart = firstParty(record, result.isOurs, isOutgoingSide);
    if (result.counterpart >= 0 &&
        !isSomebody(record, record.parties[static_cast<size_t>(result.counterpart)]))
        result.counterpart = -1;
    // A mail that came back is on the timeline of whom it did not reach, where it says which one it
    // was; what came back of a newsletter is on nobody's.
    const int unreached = firstParty(record, result.isOurs, isUnreached);
    if (unreached >= 0)
        result.counterpart = record.fields.has(Field::InReplyTo) ? unreached : -1;
    return result;
}

// A withheld number or a hotline's names nobody, nor does the machine that a bounce comes from.
bool CounterpartRule::isSomebody(const ImportedRecord& record, const ImportedParty& party) {
    if (record.kind == RecordKind::Call) {
        const auto phone = phones_.read(party.keys.phone, party.keys.country);
        return (phone && !phone->isService) || !party.keys.shopNumber.isEmpty();
    }
    return record.kind != RecordKind::Message || !isMachine(party.keys.email.toLower());
}

bool CounterpartRule::isOurs(const ImportedRecord& record, const ImportedParty& party) {
    if (record.kind == RecordKind::Call)
        return isOurNumber(party.keys.phone.trimmed());
    if (record.kind != RecordKind::Message)
        return false;
    const auto email = normaliseEmail(party.keys.email);
    return email && settings_.isOwnAddress(*email);
}

bool CounterpartRule::isOurNumber(const QString& number) {
    return isExtension(number) || ownNumbers_.contains(phones_.e164(number).value_or(number));
}

}  // namespace goodfaith::identity
