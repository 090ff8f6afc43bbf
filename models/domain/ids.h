// SPDX-License-Identifier: GPL-3.0-or-later
// Identities as types: a customer's number cannot be passed where an event's is expected.
// A default Id is "none" (value 0); the database never hands out 0.
#pragma once

#include <QHashFunctions>

#include <compare>

namespace goodfaith {

template <class Tag>
class Id {
public:
    constexpr Id() = default;
    constexpr explicit Id(qint64 value) : value_(value) {}

    constexpr qint64 value() const { return value_; }
    constexpr bool isNone() const { return value_ == 0; }
    friend constexpr auto operator<=>(Id, Id) = default;
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.value_, seed); }

private:
    qint64 value_ = 0;
};

using CustomerId = Id<struct CustomerTag>;
using EventId = Id<struct EventTag>;
using PartyId = Id<struct PartyTag>;
using ImportId = Id<struct ImportTag>;
using SourceId = Id<struct SourceTag>;
using ParametersId = Id<struct ParametersTag>;
using ActId = Id<struct ActTag>;
// A case is named by its first event.
using CaseId = EventId;

}  // namespace goodfaith

template <class Tag>
struct std::hash<goodfaith::Id<Tag>> {
    size_t operator()(goodfaith::Id<Tag> id) const noexcept {
        return std::hash<qint64>{}(id.value());
    }
};
