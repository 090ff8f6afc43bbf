// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/judgement_reports.h"

#include "models/scoring/own_weights.h"
#include "models/scoring/weights.h"

#include <array>

namespace goodfaith::reports {
namespace {

constexpr std::array verdicts{VerdictKind::GoodFaith, VerdictKind::NeedsLook,
                              VerdictKind::ChronicPattern};

// How often each verdict was judged where the records alone said one thing.
using Judged = std::map<VerdictKind, int>;

Row rowOf(const QString& computed, Judged& judged, int agreed) {
    Row row{computed};
    int all = 0;
    for (const VerdictKind verdict : verdicts) {
        row.push_back(countCell(judged[verdict]));
        all += judged[verdict];
    }
    row.push_back(shareCell(agreed, all));
    return row;
}

bool isOfPeriod(const Judgement& judgement, const ReportInput& input) {
    return judgement.verdict && judgement.at <= input.asOf &&
           (!input.from || judgement.at >= *input.from) && (!input.to || judgement.at <= *input.to);
}

}  // namespace

QString judgementsDefinition(const ShopSettings&) {
    return QStringLiteral(
        "Judgements by when they were made, those undone left out: what the records alone said of "
        "the customer then, and how people judged. Agreed: the share judged as the records alone "
        "said.");
}

Report judgementsReport(const ReportInput& input) {
    std::map<VerdictKind, Judged> judged;
    Judged all;
    for (const Judgement& judgement : input.source.judgements()) {
        if (!isOfPeriod(judgement, input))
            continue;
        ++judged[judgement.shown.verdict][*judgement.verdict];
        ++all[*judgement.verdict];
    }
    Report report{
        {{QStringLiteral("computed_verdict"), QStringLiteral("By the records"), Unit::Text},
         {QStringLiteral("judged_good_faith"), QStringLiteral("Judged good faith"), Unit::Count},
         {QStringLiteral("judged_needs_look"), QStringLiteral("Judged needs a look"), Unit::Count},
         {QStringLiteral("judged_chronic_pattern"), QStringLiteral("Judged chronic pattern"),
          Unit::Count},
         {QStringLiteral("agreed"), QStringLiteral("Agreed"), Unit::Share}},
        {}};
    if (all.empty())
        return report;
    int agreed = 0;
    for (const VerdictKind computed : verdicts) {
        agreed += judged[computed][computed];
        report.rows.push_back(
            rowOf(nameOf(computed), judged[computed], judged[computed][computed]));
    }
    report.rows.push_back(rowOf(QStringLiteral("all"), all, agreed));
    return report;
}

QString evidenceWeightsDefinition(const ShopSettings&) {
    return QStringLiteral(
               "What each item of evidence weighs, in log-odds: above 0 it speaks against a "
               "customer. Own: as fitted to this shop's judgements, from %1 customers judged "
               "chronic and %1 judged in good faith on; never below half or above twice of what "
               "is shipped. At most: how often it counts for one customer.")
        .arg(scoring::fewestJudged);
}

Report evidenceWeightsReport(const ReportInput& input) {
    Report report{{{QStringLiteral("evidence"), QStringLiteral("Evidence"), Unit::Text},
                   {QStringLiteral("shipped"), QStringLiteral("Shipped"), Unit::Number},
                   {QStringLiteral("own"), QStringLiteral("Own"), Unit::Number},
                   {QStringLiteral("most"), QStringLiteral("At most"), Unit::Number}},
                  {}};
    const auto own = input.source.ownWeights();
    for (const auto& [code, weight] : scoring::shippedWeights().of) {
        const auto found = own.find(code);
        report.rows.push_back(
            {code, weight.weight, found == own.end() ? Cell() : Cell(found->second), weight.most});
    }
    return report;
}

}  // namespace goodfaith::reports
