// SPDX-License-Identifier: GPL-3.0-or-later
// How far two customers agree, field by field: what Fellegi and Sunter (1969) call the comparison
// vector. Fields are chosen so that, among pairs of different persons, agreeing in one says little
// about another. What depends on each other is one field with joint levels: street and house
// number; postcode and city. Region and country follow from those and are left out.
#pragma once

#include "models/identity/match_record.h"

#include <array>

namespace goodfaith::identity {

enum class MatchField { FamilyName, GivenName, DateOfBirth, Street, Place, Phone, Email, Order };
inline constexpr size_t matchFieldCount = 8;

// Levels of each field, from unknown (says nothing) over the same to different. The order is the
// one in which the best of several values is chosen.
enum class NameLevel { Unknown, Same, ShortForm, Initial, NearlySame, Similar, Different };
enum class BirthLevel { Unknown, Same, DayAndMonthSwapped, NearlySame, OnePartDiffers, Different };
enum class StreetLevel {
    Unknown,
    Same,
    SimilarSameNumber,
    SameNumberUnknown,
    SameOtherNumber,
    Similar,
    OnlyNumber,
    Different
};
enum class PlaceLevel { Unknown, Same, OnlyPostcode, OnlyCity, NearlySamePostcode, Different };
enum class PhoneLevel { Unknown, Same, NearlySame, Different };
enum class EmailLevel { Unknown, Same, DomainMisspelt, SameName, NearlySameName, Different };
enum class OrderLevel { Unknown, Shared };
inline constexpr size_t mostLevels = 8;

struct Agreement {
    std::array<quint8, matchFieldCount> levels{};  // by MatchField
    // What both are called, where that is the same: rare names weigh more. One of the two's own.
    const QString* familyName = nullptr;
    const QString* givenName = nullptr;

    template <class Level>
    Level level(MatchField field) const {
        return static_cast<Level>(levels[static_cast<size_t>(field)]);
    }
};

// Points into `a`, which must outlive it.
Agreement compare(const MatchRecord& a, const MatchRecord& b);

// Given names that are not even similar, and no date of birth or e-mail that says otherwise: such a
// pair may belong together, but nobody would take it for one person.
bool areGivenNamesApart(const Agreement& agreement);
// The names say that they are two persons: no name of the one may be one of the other's.
bool areNamedApart(const MatchRecord& a, const MatchRecord& b);

}  // namespace goodfaith::identity
