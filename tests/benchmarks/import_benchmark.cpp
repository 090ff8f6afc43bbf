// SPDX-License-Identifier: GPL-3.0-or-later
// How long importing orders takes beside what the sqlite3 shell needs for the same file: `.import`,
// a keyed insert into a typed table, and an index on e-mail and time.
//   import_benchmark [ORDERS]     50,000 when not named; a tenth as many customers
#include "tests/benchmarks/measured_run.h"

#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace goodfaith::benchmarks;

namespace {

constexpr int usualOrders = 50'000;
constexpr int ordersPerCustomer = 10;

// Every customer has a phone and orders again and again, in no order.
QByteArray ordersFile(int orders) {
    const int customers = std::max(1, orders / ordersPerCustomer);
    constexpr int stride = 7919;  // a prime: visits all customers before any twice
    QByteArray text =
        "order_id,customer_id,ordered_at,customer_name,customer_email,customer_phone,city,country,"
        "currency,total\n";
    char row[256];
    for (int order = 0; order < orders; ++order) {
        const int customer = static_cast<int>(qint64{order} * stride % customers);
        const int minute = order % (60 * 24);
        const int day = order / (60 * 24);
        const int length = std::snprintf(
            row, sizeof row,
            "A%07d,%d,2024-%02d-%02dT%02d:%02d:00Z,Customer %d,customer%d@mail.example,+4930%07d,"
            "Berlin,DE,EUR,%d.%02d\n",
            order + 1, 10'000 + customer, 1 + day / 28 % 12, 1 + day % 28, minute / 60, minute % 60,
            customer, customer, 2'000'000 + customer, 5 + order % 400, order % 100);
        text.append(row, length);
    }
    return text;
}

QByteArray shellScript(const QString& csv) {
    return "PRAGMA journal_mode = WAL;\nPRAGMA synchronous = NORMAL;\n.mode csv\n.import \"" +
           csv.toLocal8Bit() +
           "\" raw\n"
           "CREATE TABLE orders (order_id TEXT PRIMARY KEY, customer_id TEXT, ordered_at INTEGER, "
           "customer_name TEXT, customer_email TEXT, customer_phone TEXT, city TEXT, country TEXT, "
           "currency TEXT, total_minor INTEGER);\n"
           "INSERT INTO orders SELECT order_id, customer_id, unixepoch(ordered_at) * 1000, "
           "customer_name, lower(customer_email), customer_phone, city, country, currency, "
           "CAST(round(total * 100) AS INTEGER) FROM raw WHERE true "
           "ON CONFLICT (order_id) DO NOTHING;\n"
           "CREATE INDEX orders_by_email ON orders (customer_email);\n"
           "CREATE INDEX orders_by_time ON orders (ordered_at);\n";
}

void compare(int orders) {
    const QTemporaryDir folder;
    const QString csv = folder.filePath(QStringLiteral("orders.csv"));
    const QString script = folder.filePath(QStringLiteral("shell.sql"));
    const QString database = folder.filePath(QStringLiteral("goodfaith.db"));
    write(csv, ordersFile(orders));
    write(script, shellScript(csv));
    const QString nothing = QStringLiteral("/dev/null");
    const QStringList import{QStringLiteral(GOODFAITH_CLI), QStringLiteral("--database"), database,
                             QStringLiteral("import"), csv};

    std::printf("%d orders of %d customers\n", orders, std::max(1, orders / ordersPerCustomer));
    const Cost shell =
        run({QStringLiteral("sqlite3"), folder.filePath(QStringLiteral("shell.db"))}, script);
    print("sqlite3 shell", shell);
    const Cost rehearsal = run(import + QStringList{QStringLiteral("--dry-run")}, nothing);
    print("dry run", rehearsal);
    const QString report = folder.filePath(QStringLiteral("report.json"));
    const Cost first = run(import + QStringList{QStringLiteral("--json")}, nothing, report);
    print("import and scoring", first);
    const double searchable = secondsOfImport(report);
    std::printf("  until customers and timelines can be searched: %.2f s\n", searchable);
    print("the same file again", run(import, nothing));
    std::printf(
        "elapsed time to the shell's: %.1f until searchable, %.1f with scores; a dry run takes "
        "%.2f of an import\n",
        searchable / shell.elapsed, first.elapsed / shell.elapsed,
        rehearsal.elapsed / first.elapsed);
}

}  // namespace

int main(int count, char** arguments) {
    const int orders = count > 1 ? QByteArray(arguments[1]).toInt() : usualOrders;
    if (count > 2 || orders <= 0) {
        std::fprintf(stderr, "usage: %s [ORDERS]\n", arguments[0]);
        return 2;
    }
    try {
        compare(orders);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
