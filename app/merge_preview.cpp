// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/merge_preview.h"

#include "models/domain/failure.h"
#include "models/identity/person_name.h"
#include "models/store/customer_reader.h"
#include "models/store/decision_table.h"

#include <map>
#include <set>

namespace goodfaith::app {
namespace {

using Side = MergePreview::Side;

Side sideOf(store::Database& database, CustomerId customer) {
    const store::CustomerReader reader(database);
    auto overview = reader.overview(customer);
    if (!overview)
        throw Failure(FailureKind::NotFound,
                      QStringLiteral("There is no customer %1.").arg(customer.value()));
    return {std::move(*overview), reader.parties(customer), reader.timelineCounts(customer, {})};
}

std::map<QString, std::set<QString>> numbersBySource(const Side& side) {
    std::map<QString, std::set<QString>> numbers;
    for (const PartyOverview& party : side.parties) {
        for (const auto& [key, isShared] : party.keys) {
            if (key.kind == NormalisedKey::Kind::ShopNumber && key.joins)
                numbers[party.source].insert(key.value);
        }
    }
    return numbers;
}

QString joined(const std::set<QString>& values) {
    return QStringList(values.begin(), values.end()).join(QStringLiteral(", "));
}

void addNumbers(const std::array<Side, 2>& sides, QStringList& conflicts) {
    const auto theirs = numbersBySource(sides[1]);
    for (const auto& [source, numbers] : numbersBySource(sides[0])) {
        const auto others = theirs.find(source);
        if (others != theirs.end() && others->second != numbers)
            conflicts << QStringLiteral("The shop's system \"%1\" has them as two: %2 and %3.")
                             .arg(source, joined(numbers), joined(others->second));
    }
}

void addNames(const std::array<Side, 2>& sides, QStringList& conflicts) {
    const QString& one = sides[0].customer.name;
    const QString& other = sides[1].customer.name;
    const bool areKnown = !one.isEmpty() && !other.isEmpty();
    if (areKnown &&
        !identity::compatible(identity::PersonName::read(one), identity::PersonName::read(other)))
        conflicts << QStringLiteral("Their names differ: %1 and %2.").arg(one, other);
}

}  // namespace

MergePreview previewMerge(store::Database& database, CustomerId a, CustomerId b) {
    MergePreview preview;
    preview.sides = {sideOf(database, a), sideOf(database, b)};
    if (store::DecisionTable(database).areApart(a, b))
        preview.conflicts << QStringLiteral("Somebody decided to keep them apart.");
    addNumbers(preview.sides, preview.conflicts);
    addNames(preview.sides, preview.conflicts);
    return preview;
}

}  // namespace goodfaith::app
