// SPDX-License-Identifier: GPL-3.0-or-later
// Records with amounts that are the sums over the rows of their group: held until no row of the
// group can follow, then given to the sink. Rows of at most `mixedGroups` groups may be mixed.
#pragma once

#include "importers/csv/row_converter.h"

#include <QSet>

#include <map>

namespace goodfaith::importers {

class GroupSums {
public:
    // `currency`: of amounts that name none.
    GroupSums(const Layout& layout, Currency currency, RecordSink& sink);

    // Nothing, or why the row came too late: its group was given to the sink already.
    std::optional<RejectedRow> take(ConvertedRow& row);
    void leaveOutSums() { areWhole_ = false; }  // rows are not all there
    void finish();                              // at the end of the file

private:
    struct Group {
        std::map<size_t, SummedRecord> records;  // by rule
        bool isComplete = true;                  // no row of it was rejected
    };

    const Layout& layout_;
    Currency currency_;
    RecordSink& sink_;
    bool isSummed_;
    bool areWhole_ = true;
    QString last_;  // the group of the row before
    QHash<QString, Group> groups_;
    std::deque<QString> byAge_;
    QSet<size_t> given_;  // the groups' hashes
    qint64 incomplete_ = 0;

    static void add(SummedRecord& sum, SummedRecord&& row);
    void giveOldest();
    void give(Group&& group);
};

}  // namespace goodfaith::importers
