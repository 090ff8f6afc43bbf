// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/suggestion.h"

#include "models/domain/names.h"

namespace goodfaith {

QString nameOf(SuggestionKind kind) {
    static constexpr auto kinds = std::to_array<Named<SuggestionKind>>(
        {{SuggestionKind::Same, "same"}, {SuggestionKind::Linked, "linked"}});
    return nameIn(kinds, kind);
}

}  // namespace goodfaith
