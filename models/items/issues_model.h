// SPDX-License-Identifier: GPL-3.0-or-later
// Common issues as cards: what it is, how many complaints where how many are usual, since when, and
// the weeks around it.
#pragma once

#include "models/domain/common_issue.h"
#include "models/items/format.h"
#include "models/items/item_roles.h"

#include <QAbstractListModel>

namespace goodfaith::items {

class IssuesModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setFormat(const Format& format);
    void setIssues(std::vector<CommonIssue> issues);
    const CommonIssue* issueAt(const QModelIndex& index) const;  // nullptr for an invalid index

    // TitleRole: what; SnippetRole: how many; WhenRole: since when; StatusRole: whether it goes on;
    // QuietRole: it is over.
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QString accessibleText(const CommonIssue& issue) const;

    Format format_;
    std::vector<CommonIssue> issues_;
};

// "Defective: Kettle (KET-2)"
QString issueTitle(const IssueSubject& subject);
// "9 complaints where 2 are usual"
QString issueFigures(const CommonIssue& issue, const Format& format);
// "since 3 Jun 2024", "3 Jun 2024 to 9 Jun 2024"
QString issuePeriod(const CommonIssue& issue, const Format& format);

}  // namespace goodfaith::items
