// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample_shop/shop_files.h"

#include "models/domain/failure.h"
#include "tests/sample_shop/calendar.h"

#include <QDir>
#include <QSaveFile>

namespace goodfaith::sample_shop {
namespace {

struct TableForm {
    const char* fileName;
    const char* header;
};

TableForm formOf(Table table) {
    switch (table) {
        case Table::Orders:
            return {"orders.csv",
                    "order_id,customer_id,ordered_at,customer_name,customer_email,customer_phone,"
                    "address,postcode,city,country,currency,total,discount,shipping,status,channel,"
                    "recipient_name,recipient_phone,replaces_order_id"};
        case Table::OrderItems:
            return {"order_items.csv", "order_id,line,sku,title,quantity,unit_price"};
        case Table::Refunds:
            return {"refunds.csv", "refund_id,order_id,refunded_at,amount,currency,kind,reason"};
        case Table::Returns:
            return {"returns.csv",
                    "rma_id,order_id,sku,requested_at,received_at,reason,condition,fault,outcome"};
        case Table::Shipments:
            return {"shipments.csv",
                    "shipment_id,order_id,carrier,tracking,shipped_at,promised_at,delivered_at,"
                    "status,proof"};
        case Table::Forms:
            return {"contact_forms.csv", "form_id,submitted_at,name,email,phone,order_id,message"};
        case Table::Chats:
            return {"chats.csv",
                    "chat_id,started_at,customer_name,customer_email,agent,first_reply_at,ended_at,"
                    "transcript"};
        case Table::Calls:
            break;
    }
    return {"calls.csv",
            "call_id,started_at,direction,from_number,to_number,queue,agent,wait_seconds,"
            "talk_seconds,disposition,notes"};
}

QString quoted(const QString& cell) {
    if (!cell.contains(u',') && !cell.contains(u'"') && !cell.contains(u'\n'))
        return cell;
    return QString(u'"' + QString(cell).replace(QStringLiteral("\""), QStringLiteral("\"\"")) +
                   u'"');
}

class OutputFile {
public:
    explicit OutputFile(const QString& path) : file_(path) {
        QDir().mkpath(QFileInfo(path).path());
        if (!file_.open(QIODevice::WriteOnly))
            fail();
    }
    void write(const QByteArray& bytes) { file_.write(bytes); }
    void commit() {
        if (!file_.commit())
            fail();
    }

private:
    [[noreturn]] void fail() {
        throw Failure(
            FailureKind::Unreadable,
            QStringLiteral("%1 cannot be written: %2").arg(file_.fileName(), file_.errorString()));
    }
    QSaveFile file_;
};

void writeFile(const QString& path, const QByteArray& bytes) {
    OutputFile file(path);
    file.write(bytes);
    file.commit();
}

// "Tue Mar  3 14:05:22 2026", in UTC: the separator line of an mbox.
QByteArray asctime(Instant at) {
    const QString date = mailDate(at, 0);
    const QStringList words = date.split(u' ');
    return QStringLiteral("%1 %2 %3 %4 %5")
        .arg(words[0].left(3), words[2], words[1].rightJustified(2, u' '), words[4], words[3])
        .toLatin1();
}

QByteArray senderOf(const QByteArray& message) {
    const qsizetype from = message.indexOf("\nFrom: ") + 7;
    const QByteArray line = message.mid(from, message.indexOf('\n', from) - from);
    const qsizetype open = line.indexOf('<');
    return open < 0 ? line.trimmed() : line.mid(open + 1, line.indexOf('>') - open - 1);
}

// Lines that look like a separator get one more ">" (mboxrd).
QByteArray escapedForMbox(const QByteArray& message) {
    QByteArray escaped;
    for (const QByteArray& line : message.split('\n')) {
        qsizetype marks = 0;
        while (marks < line.size() && line[marks] == '>')
            ++marks;
        escaped += (line.mid(marks).startsWith("From ") ? ">" : "") + line + '\n';
    }
    return escaped;
}

}  // namespace

QString decimal(qint64 pence) {
    return QStringLiteral("%1.%2").arg(pence / 100).arg(pence % 100, 2, 10, QLatin1Char('0'));
}

ShopFiles::ShopFiles(const QString& folder) : folder_(folder) {}

void ShopFiles::addRow(Table table, Instant at, const QStringList& cells) {
    if (at > endOfStory())
        return;
    QStringList line;
    for (const QString& cell : cells)
        line.append(quoted(cell));
    tables_[table].append(at, line.join(u',').toUtf8() + '\n');
    if (table == Table::Orders || table == Table::Calls)
        keepPerson(cells.first());
}

void ShopFiles::addMail(MailStore store, Instant at, const QByteArray& message) {
    if (at > endOfStory())
        return;
    mail_[store].append(at, message);
    static const QByteArray mark = "\nMessage-ID: <";
    const auto begin = message.indexOf(mark) + mark.size();
    keepPerson(QString::fromUtf8(message.mid(begin, message.indexOf('>', begin) - begin)));
}

void ShopFiles::keepPerson(const QString& key) {
    if (person_ >= 0)
        people_ += quoted(key).toUtf8() + ',' + QByteArray::number(person_) + '\n';
}

void ShopFiles::addTruth(const QString& email, const QString& kind) {
    truth_ += QString(email + u',' + kind + u'\n').toUtf8();
}

QString ShopFiles::nextKey(const QString& prefix, Instant at) {
    const QString day = QString(prefix + u'-' + londonDay(at).toString(u"yyMMdd"));
    const int number = ++lastKeys_[day];
    return QStringLiteral("%1-%2").arg(day).arg(100 + number);
}

void ShopFiles::writeTable(Table table) {
    const TableForm form = formOf(table);
    OutputFile file(folder_ + u'/' + QLatin1String(form.fileName));
    file.write(QByteArray(form.header) + '\n');
    tables_[table].forEach([&](Instant, const QByteArray& line) { file.write(line); });
    file.commit();
}

void ShopFiles::writeMbox() {
    OutputFile file(folder_ + QStringLiteral("/mail/support.mbox"));
    mail_[MailStore::Support].forEach([&](Instant at, const QByteArray& message) {
        file.write("From " + senderOf(message) + ' ' + asctime(at) + '\n');
        file.write(escapedForMbox(message));
    });
    file.commit();
}

// The newest ten are still unread and lie in new/.
void ShopFiles::writeMaildir(MailStore store, const QString& path) {
    std::vector<std::pair<QString, QByteArray>> messages;
    mail_[store].forEach([&](Instant at, const QByteArray& message) {
        const qint64 seconds = toMillis(at) / 1000;
        messages.emplace_back(
            QStringLiteral("%1.M%2P%3.mail").arg(seconds).arg(messages.size()).arg(4711), message);
    });
    constexpr size_t unread = 10;
    for (size_t i = 0; i < messages.size(); ++i) {
        const bool isNew = store == MailStore::SalesInbox && i + unread >= messages.size();
        const QString name = isNew ? QString(u"/new/" + messages[i].first)
                                   : QString(u"/cur/" + messages[i].first + u":2,S");
        writeFile(folder_ + path + name, messages[i].second);
    }
}

void ShopFiles::writeSingleFiles() {
    int number = 0;
    mail_[MailStore::SingleFiles].forEach([&](Instant at, const QByteArray& message) {
        const QString name = QStringLiteral("/mail/saved/%1-%2.eml")
                                 .arg(londonDay(at).toString(Qt::ISODate))
                                 .arg(++number);
        writeFile(folder_ + name, QByteArray(message).replace("\n", "\r\n"));
    });
}

void ShopFiles::write() {
    for (const Table table : {Table::Orders, Table::OrderItems, Table::Refunds, Table::Returns,
                              Table::Shipments, Table::Calls})
        writeTable(table);
    for (const Table table : {Table::Forms, Table::Chats}) {
        if (tables_.contains(table))
            writeTable(table);
    }
    writeMbox();
    writeMaildir(MailStore::SalesInbox, QStringLiteral("/mail/sales"));
    writeMaildir(MailStore::SalesSent, QStringLiteral("/mail/sales/.Sent"));
    writeSingleFiles();
    writeFile(folder_ + QStringLiteral("/truth.csv"), truth_);
}

}  // namespace goodfaith::sample_shop
