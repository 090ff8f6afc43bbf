// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/common_issue.h"

#include <tuple>

namespace goodfaith {
namespace {

bool tellsMore(const CommonIssue& a, const CommonIssue& b) {
    return std::tuple(a.alarm, a.complaints, b.id) > std::tuple(b.alarm, b.complaints, a.id);
}

}  // namespace

CommonIssues::CommonIssues(std::vector<CommonIssue> issues) : issues_(std::move(issues)) {
    for (size_t place = 0; place < issues_.size(); ++place) {
        for (const IssueMember& member : issues_[place].members) {
            const auto [at, isNew] = placeOf_.emplace(member.matter, place);
            if (!isNew && tellsMore(issues_[place], issues_[at->second]))
                at->second = place;
        }
    }
}

const CommonIssue* CommonIssues::of(CaseId matter) const {
    const auto found = placeOf_.find(matter);
    return found == placeOf_.end() ? nullptr : &issues_[found->second];
}

}  // namespace goodfaith
