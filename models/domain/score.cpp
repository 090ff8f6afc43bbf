// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/score.h"

#include "models/domain/names.h"
#include "models/domain/score_course.h"

namespace goodfaith {
namespace {

constexpr auto verdicts = std::to_array<Named<VerdictKind>>({
    {VerdictKind::GoodFaith, "good_faith"},
    {VerdictKind::NeedsLook, "needs_look"},
    {VerdictKind::ChronicPattern, "chronic_pattern"},
});

constexpr auto stepKinds = std::to_array<Named<StepKind>>({
    {StepKind::Records, "records"},
    {StepKind::Judgement, "judgement"},
});

}  // namespace

QString nameOf(StepKind kind) {
    return nameIn(stepKinds, kind);
}

QString nameOf(VerdictKind verdict) {
    return nameIn(verdicts, verdict);
}

std::optional<VerdictKind> verdictFromName(QStringView name) {
    return valueIn(verdicts, name);
}

}  // namespace goodfaith
