// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/record.h"

#include "models/domain/names.h"

#include <array>

namespace goodfaith {
namespace {

constexpr auto recordKinds = std::to_array<Named<RecordKind>>({
    {RecordKind::Customer, "customer"},
    {RecordKind::Order, "order"},
    {RecordKind::OrderItem, "order_item"},
    {RecordKind::Payment, "payment"},
    {RecordKind::Refund, "refund"},
    {RecordKind::Return, "return"},
    {RecordKind::Shipment, "shipment"},
    {RecordKind::Message, "message"},
    {RecordKind::Call, "call"},
    {RecordKind::Chat, "chat"},
    {RecordKind::ContactForm, "contact_form"},
    {RecordKind::Survey, "survey"},
    {RecordKind::Review, "review"},
    {RecordKind::Visit, "visit"},
});

constexpr auto directions = std::to_array<Named<Direction>>({
    {Direction::None, "none"},
    {Direction::Inbound, "inbound"},
    {Direction::Outbound, "outbound"},
});

constexpr auto partyRoles = std::to_array<Named<PartyRole>>({
    {PartyRole::Buyer, "buyer"},
    {PartyRole::Sender, "sender"},
    {PartyRole::Caller, "caller"},
    {PartyRole::Contact, "contact"},
    {PartyRole::Recipient, "recipient"},
    {PartyRole::Addressee, "addressee"},
    {PartyRole::Unreached, "unreached"},
});

}  // namespace

QString nameOf(RecordKind kind) {
    return nameIn(recordKinds, kind);
}

std::optional<RecordKind> recordKindFromName(QStringView name) {
    return valueIn(recordKinds, name);
}

bool isOnTimeline(RecordKind kind) {
    return kind != RecordKind::Customer && kind != RecordKind::OrderItem;
}

QString nameOf(Direction direction) {
    return nameIn(directions, direction);
}

std::optional<Direction> directionFromName(QStringView name) {
    return valueIn(directions, name);
}

QString nameOf(PartyRole role) {
    return nameIn(partyRoles, role);
}

std::optional<PartyRole> partyRoleFromName(QStringView name) {
    return valueIn(partyRoles, name);
}

}  // namespace goodfaith
