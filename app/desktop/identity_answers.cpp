// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/identity_answers.h"

#include "app/merge_preview.h"
#include "app/suggestions.h"
#include "models/domain/failure.h"
#include "models/identity/birth_date.h"
#include "models/store/act_table.h"
#include "models/store/customer_reader.h"
#include "models/store/suggestion_table.h"

#include <algorithm>

namespace goodfaith::app {
namespace {

std::vector<QDate> birthDatesOf(Shop& shop, CustomerId customer) {
    std::vector<QDate> days;
    for (const QString& text : store::CustomerReader(shop.database()).birthDates(customer)) {
        const QDate day = identity::readBirthDate(text);
        if (day.isValid() && std::find(days.begin(), days.end(), day) == days.end())
            days.push_back(day);
    }
    return days;
}

}  // namespace

std::vector<items::SuggestedPair> openSuggestions(Shop& shop) {
    std::vector<items::SuggestedPair> pairs;
    forEachOpenSuggestion(shop.database(), [&](const Suggestion& one) {
        pairs.push_back({one.a, one.b, one.kind});
    });
    return pairs;
}

std::optional<items::Comparison> compareCustomers(Shop& shop, CustomerId one, CustomerId other) {
    MergePreview preview;
    try {
        preview = previewMerge(shop.database(), one, other);
    } catch (const Failure& failure) {
        if (failure.kind() != FailureKind::NotFound)
            throw;
        return {};
    }
    items::Comparison comparison;
    comparison.conflicts = preview.conflicts;
    for (size_t i = 0; i < preview.sides.size(); ++i) {
        MergePreview::Side& side = preview.sides.at(i);
        const CustomerId customer = side.customer.id;
        comparison.sides.at(i) = {std::move(side.customer), std::move(side.parties),
                                  birthDatesOf(shop, customer), std::move(side.counts)};
    }
    return comparison;
}

std::optional<items::Comparison> compareSuggested(Shop& shop, const items::SuggestedPair& pair) {
    auto comparison = compareCustomers(shop, pair.a, pair.b);
    if (!comparison)
        return {};
    for (const Suggestion& one : store::SuggestionTable(shop.database()).of(pair.a)) {
        if (one.a == pair.a && one.b == pair.b)
            comparison->suggestion = one;
    }
    return comparison;
}

std::vector<items::PartyRow> partiesOf(Shop& shop, CustomerId customer) {
    const store::ActTable acts(shop.database());
    std::vector<items::PartyRow> rows;
    for (PartyOverview& party : store::CustomerReader(shop.database()).parties(customer)) {
        std::optional<Act> act;
        if (party.rule == u"person")
            act = acts.find(ActId(party.evidence.toLongLong()));
        rows.push_back({std::move(party), act});
    }
    return rows;
}

}  // namespace goodfaith::app
