// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/issues/issue_scan.h"

#include "models/scoring/statistics.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace goodfaith::issues {
namespace {

constexpr int firstLookAfter = 56;  // days: before that nothing is known of what is usual
constexpr int quarter = 91;
// The chances of error that all looks of a year may add up to. Looks overlap so much that far fewer
// alarms come of it: one in some thirty calm years (tests/issues/README.md).
constexpr double errorsOfYear = 0.3;
// The same for what counts for customers and alarms nobody.
constexpr double lenientErrorsOfYear = 10;
constexpr double fewestLooks = 300;                     // of a year
constexpr int longestIssue = pastDays + longestWindow;  // what lasts longer is what is usual

// "defective/product/KET-2/2024-06-03"
QString idOf(const IssueSubject& subject, QDate from) {
    QStringList parts{nameOf(subject.topic)};
    if (!subject.product.isEmpty())
        parts << QStringLiteral("product") << subject.product;
    if (!subject.carrier.isEmpty())
        parts << QStringLiteral("carrier") << subject.carrier;
    if (!subject.region.isEmpty())
        parts << QStringLiteral("region") << subject.region;
    parts.removeAll(QString());
    return (parts << from.toString(Qt::ISODate)).join(u'/');
}

}  // namespace

IssueScan::IssueScan(const IssueFacts& facts, int asOf)
    : facts_(facts),
      firstDay_(facts.complaints().empty() ? asOf + 1 : facts.complaints().front().day),
      asOf_(asOf),
      book_(facts) {
    found_.explained.resize(facts.complaints().size());
}

std::vector<CommonIssue> IssueScan::run() {
    for (int day = firstDay_; day <= asOf_; ++day) {
        const int known = day - firstDay_;
        if (known == firstLookAfter || (known > firstLookAfter && day % quarter == 0))
            beginQuarter(day);
        count(book_.keysOf(day));
        if (known < firstLookAfter)
            continue;
        lookAt(day);
        closeQuietOnes(day);
    }
    std::vector<CommonIssue> issues;
    for (const Issue& issue : issues_)
        issues.push_back(described(issue));
    std::sort(issues.begin(), issues.end(), [](const CommonIssue& a, const CommonIssue& b) {
        return std::tie(a.from, a.raisedOn, a.id) < std::tie(b.from, b.raisedOn, b.id);
    });
    return issues;
}

void IssueScan::beginQuarter(int day) {
    const int last = std::min(asOf_, day - day % quarter + quarter - 1);
    const int from = std::max(firstDay_, day - pastDays);
    exposure_ = std::make_unique<Exposure>(facts_, Rhythm::before(facts_, day),
                                           day - pastDays - longestWindow - longestIssue, last);
    norms_ = normsBefore(facts_, book_, *exposure_, found_.explained, from, day);
    look_ = std::make_unique<Look>(facts_, book_, *exposure_, norms_, found_, firstDay_);
}

void IssueScan::lookAt(int day) {
    const std::vector<int> keys = book_.keysOf(day);
    join(keys, day);
    auto waiting = candidates(keys, day);
    while (!waiting.empty()) {
        const auto next = std::min_element(
            waiting.begin(), waiting.end(),
            [this](const Candidate& a, const Candidate& b) { return comesBefore(a, b); });
        const Candidate candidate = *next;
        waiting.erase(next);
        raise(candidate, day);
    }
}

void IssueScan::join(const std::vector<int>& keys, int day) {
    for (const int key : keys) {
        if (Issue* issue = openIssueOf(key)) {
            issue->expected += look_->expected(key, issue->to + 1, day, issue->perOrder);
            issue->to = day;
            if (issue->isAlarm)
                explain(*issue, day, day, true);
        }
    }
}

void IssueScan::count(const std::vector<int>& keys) {
    looks_.push_back(static_cast<int>(keys.size()));
    looksInYear_ += looks_.back();
    if (looks_.size() > pastDays) {
        looksInYear_ -= looks_.front();
        looks_.pop_front();
    }
}

std::vector<IssueScan::Candidate> IssueScan::candidates(const std::vector<int>& keys, int day) {
    std::vector<Candidate> found;
    for (const int key : keys) {
        const Issue* issue = openIssueOf(key);
        if (issue != nullptr && issue->isAlarm)
            continue;
        const double probability = look_->probability(key, day, notBefore(key));
        if (probability <= lenientErrorsOfYear / looksOfYear())
            found.push_back({probability, key});
    }
    return found;
}

// Every window of every look may err. A look is a key and a day on which it is complained of.
double IssueScan::looksOfYear() const {
    const double days = static_cast<double>(looks_.size());
    return std::max(looksInYear_ * pastDays / days, fewestLooks) * double(windows.size());
}

// What a more certain issue of the same day explains is looked at again without it.
void IssueScan::raise(const Candidate& candidate, int day) {
    const double probability = look_->probability(candidate.key, day, notBefore(candidate.key));
    if (probability > lenientErrorsOfYear / looksOfYear())
        return;
    if (openIssueOf(candidate.key) == nullptr)
        open(candidate.key, day);
    if (probability <= errorsOfYear / looksOfYear())
        makeAlarm(*openIssueOf(candidate.key), day);
}

void IssueScan::open(int key, int day) {
    Issue issue;
    issue.key = key;
    issue.from = look_->beginning(key, day, notBefore(key));
    issue.to = day;
    issue.foundOn = day;
    issue.perOrder = look_->usualRate(key, day).perOrder;
    issue.expected = look_->expected(key, issue.from, day, issue.perOrder);
    openOf_[key] = issues_.size();
    issues_.push_back(issue);
}

void IssueScan::makeAlarm(Issue& issue, int day) {
    issue.isAlarm = true;
    issue.foundOn = day;
    explain(issue, issue.from, day, true);
}

void IssueScan::explain(const Issue& issue, int from, int to, bool isExplained) {
    const KeyHistory& history = book_.key(issue.key);
    const auto [first, end] = history.between(from, to);
    for (size_t i = first; i < end; ++i)
        found_.explained[static_cast<size_t>(history.entries[i].complaint)] = isExplained ? 1 : 0;
}

void IssueScan::closeQuietOnes(int day) {
    std::vector<int> quiet;
    for (const auto& [key, place] : openOf_) {
        const Issue& issue = issues_[place];
        if (day - issue.from >= longestIssue || !look_->goesOn(key, day, issue.perOrder))
            quiet.push_back(key);
    }
    for (const int key : quiet) {
        close(issues_[openOf_[key]], day);
        openOf_.erase(key);
    }
}

// The last day is the one up to which more than usual came in, since it was found.
void IssueScan::close(Issue& issue, int day) {
    const KeyHistory& history = book_.key(issue.key);
    const auto [first, end] = history.between(issue.from, day);
    const int latest = issue.to;
    double most = 0;
    int count = 0;
    for (size_t i = first; i < end; ++i) {
        const KeyEntry& entry = history.entries[i];
        count += entry.isCounted ? 1 : 0;
        const double expected = look_->expected(issue.key, issue.from, entry.day, issue.perOrder);
        const double evidence = count * std::log(2.0) - expected;
        if (evidence >= most || entry.day <= issue.foundOn) {
            most = evidence;
            issue.to = entry.day;
            issue.expected = expected;
        }
    }
    issue.isOver = true;
    lastDayOf_[issue.key] = issue.to;
    if (!issue.isAlarm)
        return;
    const bool isUsualNow = day - issue.from >= longestIssue;
    explain(issue, isUsualNow ? issue.from : issue.to + 1, latest, false);
    if (!isUsualNow)
        found_.daysOfKey[issue.key].emplace_back(issue.from, issue.to);
}

IssueScan::Issue* IssueScan::openIssueOf(int key) {
    const auto found = openOf_.find(key);
    return found == openOf_.end() ? nullptr : &issues_[found->second];
}

int IssueScan::notBefore(int key) const {
    const auto found = lastDayOf_.find(key);
    return found == lastDayOf_.end() ? firstDay_ : found->second + 1;
}

bool IssueScan::comesBefore(const Candidate& a, const Candidate& b) const {
    if (a.probability != b.probability)
        return a.probability < b.probability;
    const auto rank = [this](int number) {
        const IssueKey& key = book_.key(number).key;
        const QString value = key.attribute < 0
                                  ? QString()
                                  : facts_.attributes()[static_cast<size_t>(key.attribute)].value;
        return std::tuple(-static_cast<int>(key.kind()), key.topic, value);
    };
    return rank(a.key) < rank(b.key);
}

IssueSubject IssueScan::subjectOf(const IssueKey& key) const {
    IssueSubject subject;
    subject.topic = key.topic;
    if (key.attribute < 0)
        return subject;
    const auto& [kind, value, title] = facts_.attributes()[static_cast<size_t>(key.attribute)];
    switch (kind) {
        case AttributeKind::Product:
            subject.product = value;
            subject.productTitle = title;
            break;
        case AttributeKind::Carrier:
            subject.carrier = value;
            break;
        case AttributeKind::Region:
            subject.region = value;
            break;
    }
    return subject;
}

void IssueScan::addTrend(const Issue& issue, CommonIssue& told) const {
    constexpr int week = 7;
    constexpr int daysBefore = 8 * week;
    constexpr int daysAfter = 4 * week;
    const KeyHistory& history = book_.key(issue.key);
    const int from = std::max(issue.from - daysBefore, firstDay_);
    const int to = std::min(issue.to + daysAfter, asOf_);
    told.trendFrom = dateOf(from);
    told.trend.resize(static_cast<size_t>((to - from) / week + 1));
    const auto [first, end] = history.between(from, to);
    for (size_t i = first; i < end; ++i)
        told.trend[static_cast<size_t>((history.entries[i].day - from) / week)] +=
            history.entries[i].isCounted ? 1 : 0;
}

CommonIssue IssueScan::described(const Issue& issue) const {
    const KeyHistory& history = book_.key(issue.key);
    CommonIssue told;
    told.subject = subjectOf(history.key);
    told.from = dateOf(issue.from);
    told.to = dateOf(issue.to);
    told.over = issue.isOver;
    told.alarm = issue.isAlarm;
    told.raisedOn = dateOf(issue.foundOn);
    told.expected = scoring::rounded(issue.expected);
    told.id = idOf(told.subject, told.from);
    std::set<CustomerId> customers;
    const auto [first, end] = history.between(issue.from, issue.to);
    for (size_t i = first; i < end; ++i) {
        const auto place = static_cast<size_t>(history.entries[i].complaint);
        const auto& complaint = facts_.complaints()[place];
        told.members.push_back({complaint.matter, complaint.customer});
        customers.insert(complaint.customer);
    }
    told.complaints = static_cast<int>(customers.size());
    addTrend(issue, told);
    return told;
}

}  // namespace goodfaith::issues
