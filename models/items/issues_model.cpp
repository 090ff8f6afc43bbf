// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/issues_model.h"

#include <cmath>

namespace goodfaith::items {

void IssuesModel::setFormat(const Format& format) {
    format_ = format;
    if (!issues_.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void IssuesModel::setIssues(std::vector<CommonIssue> issues) {
    beginResetModel();
    issues_ = std::move(issues);
    endResetModel();
}

const CommonIssue* IssuesModel::issueAt(const QModelIndex& index) const {
    return checkIndex(index, CheckIndexOption::IndexIsValid)
               ? &issues_[static_cast<size_t>(index.row())]
               : nullptr;
}

int IssuesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(issues_.size());
}

QVariant IssuesModel::data(const QModelIndex& index, int role) const {
    const CommonIssue* issue = issueAt(index);
    if (issue == nullptr)
        return {};
    switch (role) {
        case Qt::DisplayRole:
        case TitleRole:
            return issueTitle(issue->subject);
        case SnippetRole:
            return issueFigures(*issue, format_);
        case WhenRole:
            return issuePeriod(*issue, format_);
        case StatusRole:
            return issue->over ? tr("Over") : tr("Goes on");
        case QuietRole:
            return issue->over;
        case Qt::AccessibleTextRole:
            return accessibleText(*issue);
        default:
            return {};
    }
}

QString IssuesModel::accessibleText(const CommonIssue& issue) const {
    return tr("%1. %2, %3. %4.")
        .arg(issueTitle(issue.subject), issueFigures(issue, format_), issuePeriod(issue, format_),
             issue.over ? tr("Over") : tr("Goes on"));
}

QString issueTitle(const IssueSubject& subject) {
    QString what = subject.carrier.isEmpty() ? subject.region : subject.carrier;
    if (!subject.product.isEmpty()) {
        const bool hasTitle =
            !subject.productTitle.isEmpty() && subject.productTitle != subject.product;
        what = hasTitle ? QStringLiteral("%1 (%2)").arg(subject.productTitle, subject.product)
                        : subject.product;
    }
    if (subject.topic == Topic::None)
        return what;
    return what.isEmpty() ? topicName(subject.topic)
                          : QStringLiteral("%1: %2").arg(topicName(subject.topic), what);
}

QString issueFigures(const CommonIssue& issue, const Format& format) {
    const QString complaints = format.number(issue.complaints);
    const auto usual = std::llround(issue.expected);
    if (usual == 0)
        return IssuesModel::tr("%1 complaints where hardly any is usual").arg(complaints);
    return usual == 1 ? IssuesModel::tr("%1 complaints where 1 is usual").arg(complaints)
                      : IssuesModel::tr("%1 complaints where %2 are usual")
                            .arg(complaints, format.number(usual));
}

QString issuePeriod(const CommonIssue& issue, const Format& format) {
    if (!issue.over)
        return IssuesModel::tr("since %1").arg(format.day(issue.from));
    return issue.from == issue.to
               ? format.day(issue.from)
               : IssuesModel::tr("%1 to %2").arg(format.day(issue.from), format.day(issue.to));
}

}  // namespace goodfaith::items
