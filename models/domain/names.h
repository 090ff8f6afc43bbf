// SPDX-License-Identifier: GPL-3.0-or-later
// One table per enumeration: its values and their names in files, payloads and JSON.
#pragma once

#include <QString>

#include <array>
#include <optional>
#include <utility>

namespace goodfaith {

template <class Enum>
using Named = std::pair<Enum, const char*>;

template <class Enum, size_t Count>
QString nameIn(const std::array<Named<Enum>, Count>& table, Enum value) {
    for (const auto& [entry, name] : table) {
        if (entry == value)
            return QString::fromLatin1(name);
    }
    return {};
}

template <class Enum, size_t Count>
std::optional<Enum> valueIn(const std::array<Named<Enum>, Count>& table, QStringView name) {
    for (const auto& [entry, entryName] : table) {
        if (name == QLatin1String(entryName))
            return entry;
    }
    return std::nullopt;
}

}  // namespace goodfaith
