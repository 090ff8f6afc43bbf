// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/group_sums.h"

#include "importers/csv/finish_record.h"

#include <algorithm>

namespace goodfaith::importers {
namespace {

bool isSummed(const RecordRule& rule) {
    return std::any_of(rule.columns.begin(), rule.columns.end(), [](const ColumnRule& column) {
        return std::any_of(column.sources.begin(), column.sources.end(),
                           [](const CellSource& source) { return source.isSummed; });
    });
}

}  // namespace

GroupSums::GroupSums(const Layout& layout, Currency currency, RecordSink& sink)
    : layout_(layout),
      currency_(currency),
      sink_(sink),
      isSummed_(std::any_of(layout.records.begin(), layout.records.end(), isSummed)) {}

std::optional<RejectedRow> GroupSums::take(ConvertedRow& row) {
    // Of a damaged row nobody knows the group: most likely it is that of the row above.
    if (row.rejected && row.group.isEmpty())
        row.group = last_;
    last_ = row.group;
    if (!isSummed_ || (row.summed.empty() && !row.rejected))
        return std::nullopt;
    if (!groups_.contains(row.group)) {
        if (given_.contains(qHash(row.group))) {
            RejectedRow late;
            late.column = layout_.groupBy;
            late.value = row.group;
            late.reason = QStringLiteral(
                              "The other rows of this group are more than %1 groups above: "
                              "expected the file to be sorted by this column.")
                              .arg(mixedGroups);
            return late;
        }
        byAge_.push_back(row.group);
    }
    Group& group = groups_[row.group];
    group.isComplete = group.isComplete && !row.rejected && areWhole_;
    for (SummedRecord& summed : row.summed) {
        const auto known = group.records.find(summed.rule);
        if (known == group.records.end())
            group.records.emplace(summed.rule, std::move(summed));
        else
            add(known->second, std::move(summed));
    }
    if (byAge_.size() > mixedGroups)
        giveOldest();
    return std::nullopt;
}

void GroupSums::add(SummedRecord& sum, SummedRecord&& row) {
    for (const auto& [field, addend] : row.addends) {
        const auto known =
            std::find_if(sum.addends.begin(), sum.addends.end(),
                         [&field = field](const auto& entry) { return entry.first == field; });
        if (known == sum.addends.end())
            sum.addends.emplace_back(field, addend);
        else
            known->second += addend;
    }
}

void GroupSums::giveOldest() {
    const QString oldest = byAge_.front();
    byAge_.pop_front();
    given_.insert(qHash(oldest));
    give(groups_.take(oldest));
}

void GroupSums::finish() {
    while (!byAge_.empty())
        giveOldest();
    if (incomplete_ == 0)
        return;
    const QString which = incomplete_ == 1 ? QStringLiteral("Of one group")
                                           : QStringLiteral("Of %1 groups").arg(incomplete_);
    sink_.warn(which + QStringLiteral(" a row was rejected, so no sum is made of what is left: "
                                      "mend it in the file itself and import that again."));
}

void GroupSums::give(Group&& group) {
    incomplete_ += group.isComplete ? 0 : 1;
    for (auto& [rule, summed] : group.records) {
        const Currency currency = summed.currency.isNone() ? currency_ : summed.currency;
        for (const auto& [field, sum] : summed.addends) {
            const auto money = moneyFromDecimal(sum.rounded(currency.minorDigits()), currency);
            if (group.isComplete && money)
                summed.record.fields.set(field, *money);
        }
        finishRecord(summed.record, *layout_.records[rule].table);
        sink_.take(std::move(summed.record));
    }
}

}  // namespace goodfaith::importers
