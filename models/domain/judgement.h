// SPDX-License-Identifier: GPL-3.0-or-later
// Verdicts, and what people say to them: an agent's judgement stands over the computed verdict
// until it is taken back or its review is due.
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"

#include <QString>

#include <optional>

namespace goodfaith {

enum class VerdictKind { GoodFaith, NeedsLook, ChronicPattern };
QString nameOf(VerdictKind verdict);  // "good_faith"
std::optional<VerdictKind> verdictFromName(QStringView name);

// What was on the screen: the computed verdict, by which parameters, of when.
struct ShownVerdict {
    VerdictKind verdict = VerdictKind::GoodFaith;
    double pChronic = 0;
    ParametersId parameters;
    Instant asOf;
};

struct Judgement {
    ActId act;
    Instant at;
    QString by;                          // "" when nobody said
    std::optional<VerdictKind> verdict;  // nothing: what was judged before is taken back
    QString reason;
    std::optional<Instant> reviewAt;  // it stands until then; nothing: until it is taken back
    ShownVerdict shown;
};

// One line of the log of what was shown to whom.
struct VerdictShowing {
    Instant at;
    QString by;
    VerdictKind verdict = VerdictKind::GoodFaith;  // as it stood, judged or computed
    ShownVerdict computed;
    std::optional<Instant> knownTo;  // the newest record that it rests on
};

}  // namespace goodfaith
