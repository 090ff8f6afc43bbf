// SPDX-License-Identifier: GPL-3.0-or-later
// Brings a model's rows to a new list with exact notices: rows that went are removed, new ones
// inserted, changed ones announced; selections stay on what remained. Only a changed order resets.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

namespace goodfaith::items {

// The notices of a model, as functions, because begin… and end… are protected in it.
template <class BeginRemove, class EndRemove, class BeginInsert, class EndInsert, class Changed>
struct RowNotices {
    BeginRemove beginRemove;
    EndRemove endRemove;
    BeginInsert beginInsert;
    EndInsert endInsert;
    Changed changed;
};
template <class... Functions>
RowNotices(Functions...) -> RowNotices<Functions...>;

// False, with nothing done, when rows that remain stand in another order.
template <class Row, class KeyOf, class Notices>
bool replaceRows(std::vector<Row>& rows, std::vector<Row> wanted, KeyOf keyOf, Notices notices) {
    const auto positionIn = [&](const std::vector<Row>& list, const Row& row) {
        return std::find_if(list.begin(), list.end(),
                            [&](const Row& other) { return keyOf(other) == keyOf(row); }) -
               list.begin();
    };
    std::ptrdiff_t last = -1;
    for (const Row& row : rows) {
        const auto position = positionIn(wanted, row);
        if (position == std::ssize(wanted))
            continue;
        if (position < last)
            return false;
        last = position;
    }
    for (int at = static_cast<int>(rows.size()) - 1; at >= 0; --at) {
        if (positionIn(wanted, rows[static_cast<size_t>(at)]) != std::ssize(wanted))
            continue;
        notices.beginRemove(at);
        rows.erase(rows.begin() + at);
        notices.endRemove();
    }
    for (int at = 0; at < static_cast<int>(wanted.size()); ++at) {
        Row& row = wanted[static_cast<size_t>(at)];
        if (at < static_cast<int>(rows.size()) &&
            keyOf(rows[static_cast<size_t>(at)]) == keyOf(row)) {
            rows[static_cast<size_t>(at)] = std::move(row);
            notices.changed(at);
            continue;
        }
        notices.beginInsert(at);
        rows.insert(rows.begin() + at, std::move(row));
        notices.endInsert();
    }
    return true;
}

}  // namespace goodfaith::items
