// SPDX-License-Identifier: GPL-3.0-or-later
// What a complaint is about, and what it asks for.
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace goodfaith {

enum class Topic {
    None,
    NotReceived,
    Late,
    Damaged,
    Defective,
    WrongItem,
    MissingPart,
    Billing,
    RefundNotPaid,
    ReturnRefused,
    Service,
    Website,
    Other,
};
QString nameOf(Topic topic);  // "not_received"
std::optional<Topic> topicFromName(QStringView name);
const std::vector<Topic>& allTopics();  // without None

enum class Ask { Refund, Replacement, Compensation, Repair, Information, Apology };
QString nameOf(Ask ask);  // "refund"
std::optional<Ask> askFromName(QStringView name);

}  // namespace goodfaith
