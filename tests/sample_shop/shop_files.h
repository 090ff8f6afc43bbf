// SPDX-License-Identifier: GPL-3.0-or-later
// The shop's exports as files: tables by time in the layouts of our own templates, mail as an mbox,
// a Maildir and single files. What happens after the last day is left out, as an export of that
// evening would.
#pragma once

#include "tests/sample_shop/sorted_spool.h"

#include <QHash>
#include <QStringList>

#include <map>

namespace goodfaith::sample_shop {

// Forms and chats have a file only where there are any.
enum class Table { Orders, OrderItems, Refunds, Returns, Shipments, Calls, Forms, Chats };
enum class MailStore { Support, SalesInbox, SalesSent, SingleFiles };

class ShopFiles {
public:
    explicit ShopFiles(const QString& folder);

    void addRow(Table table, Instant at, const QStringList& cells);
    // `message`: the whole mail, lines ending in LF.
    void addMail(MailStore store, Instant at, const QByteArray& message);
    void addTruth(const QString& email, const QString& kind);
    // Whose the rows and mails are that come from now on; -1: nobody's.
    void setPerson(int person) { person_ = person; }
    // Which order, call or mail is whose: "key,person" a line. Not part of the shop.
    const QByteArray& people() const { return people_; }
    // "EW-260301-104": the prefix, the day, and a number that is unused on that day.
    QString nextKey(const QString& prefix, Instant at);
    // Writes everything; call once at the end. Throws Failure when a file cannot be written.
    void write();

private:
    void keepPerson(const QString& key);
    void writeTable(Table table);
    void writeMbox();
    void writeMaildir(MailStore store, const QString& path);
    void writeSingleFiles();

    QString folder_;
    std::map<Table, SortedSpool> tables_;
    std::map<MailStore, SortedSpool> mail_;
    QHash<QString, int> lastKeys_;
    QByteArray truth_ = "customer_email,kind\n";
    QByteArray people_ = "key,person\n";
    int person_ = -1;
};

// `amount` pence as "12.50".
QString decimal(qint64 pence);

}  // namespace goodfaith::sample_shop
