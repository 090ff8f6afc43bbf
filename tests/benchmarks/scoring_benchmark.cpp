// SPDX-License-Identifier: GPL-3.0-or-later
// How long scoring everybody takes beside what the sqlite3 shell needs for plain sums and counts of
// each customer from the same database; and one brief beside reading that customer's events.
//   scoring_benchmark [CUSTOMERS]     100,000 when not named; fifteen events each
#include "tests/benchmarks/measured_run.h"

#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace goodfaith::benchmarks;

namespace {

constexpr int usualCustomers = 100'000;
constexpr int ordersPerCustomer = 5;
constexpr int messagesPerCustomer = 3;

constexpr std::array complaints = {
    "My parcel has still not arrived and nobody tells me where it is.",
    "The lamp came with a broken shade. I would like my money back.",
    "Could you tell me whether the blue one is in stock again?",
    "Thank you, it arrived safely and works very well.",
};
constexpr std::array answers = {
    "We are sorry to hear that. We have asked the carrier and will write again on Friday.",
    "Please send it back with the label attached, and we will refund the amount.",
};

QByteArray dayOf(int day) {
    char text[32];
    std::snprintf(text, sizeof text, "202%d-%02d-%02dT10:00:00Z", 5 + day / 336, 1 + day / 28 % 12,
                  1 + day % 28);
    return text;
}

QByteArray number(int value) {
    return QByteArray::number(value);
}

class Tables {
public:
    explicit Tables(int customers) {
        for (int customer = 0; customer < customers; ++customer)
            add(customer);
    }
    void write(const QDir& folder) const {
        const std::array files = {
            std::pair("orders.csv", &orders_), std::pair("shipments.csv", &shipments_),
            std::pair("messages.csv", &messages_), std::pair("refunds.csv", &refunds_),
            std::pair("returns.csv", &returns_)};
        for (const auto& [name, text] : files)
            goodfaith::benchmarks::write(folder.filePath(QString::fromLatin1(name)), *text);
    }

private:
    void add(int customer) {
        const QByteArray email = "customer" + number(customer) + "@mail.example";
        for (int i = 0; i < ordersPerCustomer; ++i)
            addOrder(customer, email, i);
        const QByteArray disputed = "A" + number(customer * ordersPerCustomer);
        for (int i = 0; i < messagesPerCustomer; ++i)
            addMessage(customer, email, i, disputed);
        const QByteArray day = dayOf(customer % 300 + 20);
        refunds_ += "R" + number(customer) + ',' + disputed + ',' + day + ",9.90,EUR,refund,\n";
        returns_ += "T" + number(customer) + ',' + disputed + ',' + day + ',' + day +
                    ",defective,as_new,unknown,refunded\n";
    }
    void addOrder(int customer, const QByteArray& email, int i) {
        const QByteArray id = "A" + number(customer * ordersPerCustomer + i);
        const int day = customer % 300 + i * 60;
        orders_ += id + ',' + number(customer) + ',' + dayOf(day) + ",Customer " +
                   number(customer) + ',' + email + ",EUR," + number(5 + (customer + i) % 400) +
                   ".50\n";
        shipments_ += "S" + id + ',' + id + ",Post," + dayOf(day + 1) + ',' + dayOf(day + 4) + ',' +
                      dayOf(day + 3 + customer % 4) + ",delivered,signature\n";
    }
    void addMessage(int customer, const QByteArray& email, int i, const QByteArray& order) {
        const bool isOurs = i % 2 == 1;
        const QByteArray text =
            isOurs ? answers[static_cast<size_t>(customer) % answers.size()]
                   : complaints[static_cast<size_t>(customer + i) % complaints.size()];
        messages_ += "M" + number(customer * messagesPerCustomer + i) + ',' +
                     dayOf(customer % 300 + 8 + i) + ",social," +
                     (isOurs ? "outbound," : "inbound,") + email + ',' + order + ",\"" + text +
                     "\"\n";
    }

    QByteArray orders_ =
        "order_id,customer_id,ordered_at,customer_name,customer_email,currency,total\n";
    QByteArray shipments_ =
        "shipment_id,order_id,carrier,shipped_at,promised_at,delivered_at,status,proof\n";
    QByteArray messages_ = "message_id,at,channel,direction,customer_email,order_id,text\n";
    QByteArray refunds_ = "refund_id,order_id,refunded_at,amount,currency,kind,reason\n";
    QByteArray returns_ =
        "rma_id,order_id,requested_at,received_at,reason,condition,fault,outcome\n";
};

constexpr auto plainSums =
    "SELECT link.customer_id, record.kind, count(*), sum(amount_minor), min(at), max(at) "
    "FROM link JOIN record ON record.party_id = link.party_id "
    "WHERE asserted = 1 GROUP BY link.customer_id, record.kind;\n";
constexpr auto eventsOfOne =
    "SELECT record.*, record_text.* FROM link JOIN record ON record.party_id = link.party_id "
    "LEFT JOIN record_text ON record_text.record_id = record.id "
    "WHERE link.customer_id = 7 ORDER BY at;\n";

void compare(int customers) {
    const QTemporaryDir folder;
    const QDir files(folder.path());
    Tables(customers).write(files);
    const QString database = files.filePath(QStringLiteral("goodfaith.db"));
    const QString nothing = QStringLiteral("/dev/null");
    const auto goodfaith = [&](const QStringList& arguments) {
        return run(
            QStringList{QStringLiteral(GOODFAITH_CLI), QStringLiteral("--database"), database} +
                arguments,
            nothing);
    };
    const auto shell = [&](const char* sql) {
        const QString script = files.filePath(QStringLiteral("shell.sql"));
        write(script, sql);
        return run({QStringLiteral("sqlite3"), QStringLiteral("-readonly"), database}, script);
    };
    QStringList import{QStringLiteral("import")};
    for (const QString& table : files.entryList({QStringLiteral("*.csv")}))
        import << files.filePath(table);

    std::printf("%d customers of 15 events each\n", customers);
    print("import and scoring", goodfaith(import));
    const Cost sums = shell(plainSums);
    print("sqlite3 shell, sums and counts", sums);
    const Cost computing = goodfaith({QStringLiteral("score"), QStringLiteral("--csv")});
    print("all scores", computing);
    // Whoever asks next finds all scores outdated.
    goodfaith({QStringLiteral("settings"), QStringLiteral("quiet-days"), QStringLiteral("8")});
    const Cost writing = goodfaith({QStringLiteral("brief"), QStringLiteral("7")});
    print("scored anew and kept", writing);
    const Cost events = shell(eventsOfOne);
    print("sqlite3 shell, events of one", events);
    const Cost brief = goodfaith({QStringLiteral("brief"), QStringLiteral("7")});
    print("brief of one", brief);
    std::printf(
        "elapsed time to the shell's: %.1f computing, %.1f with comparing and writing, %.1f for a "
        "brief\n",
        computing.elapsed / sums.elapsed, writing.elapsed / sums.elapsed,
        brief.elapsed / events.elapsed);
}

}  // namespace

int main(int count, char** arguments) {
    const int customers = count > 1 ? QByteArray(arguments[1]).toInt() : usualCustomers;
    if (count > 2 || customers < 10) {
        std::fprintf(stderr, "usage: %s [CUSTOMERS]\n", arguments[0]);
        return 2;
    }
    try {
        compare(customers);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
