// SPDX-License-Identifier: GPL-3.0-or-later
// How well the rules join, in a shop of made-up people: each way in which somebody is written down
// is an order. Prints precision and recall of what was joined, pair by pair of orders, what is
// suggested of the rest, time and memory.
//   joining_evaluation [PEOPLE]     100,000 when not named
#include "app/import_service.h"
#include "app/suggestions.h"
#include "models/store/statement.h"
#include "tests/benchmarks/contacts.h"
#include "tests/benchmarks/measured_run.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTemporaryDir>

#include <sys/resource.h>

#include <cstdio>
#include <exception>
#include <map>
#include <set>

using namespace goodfaith;
using benchmarks::Contact;

namespace {

constexpr int usualPeople = 100'000;

struct Order {
    Contact contact;
    QByteArray number;  // the shop's, of those who have an account
    CustomerId customer;
};

// One in three has an account, which some of their orders name.
std::vector<Order> ordersOf(int people) {
    constexpr int accounts = 3;
    std::vector<Order> orders;
    for (int person = 0; person < people; ++person) {
        const auto contacts = benchmarks::contactsOf(person);
        for (size_t i = 0; i < contacts.size(); ++i) {
            const bool namesAccount = person % accounts == 0 && i % 2 == 0;
            orders.push_back(
                {contacts[i], namesAccount ? QByteArray::number(person) : QByteArray(), {}});
        }
    }
    return orders;
}

QByteArray fileOf(const std::vector<Order>& orders) {
    QByteArray text =
        "order_id,customer_id,ordered_at,customer_name,customer_email,customer_phone,address,"
        "postcode,city,country,currency,total\n";
    for (size_t i = 0; i < orders.size(); ++i) {
        const Contact& who = orders[i].contact;
        text += QByteArray::number(i) + ',' + orders[i].number + ",2024-05-01,\"" + who.name +
                "\"," + who.email + ',' + who.phone + ',' + who.street + ',' + who.postcode + ',' +
                who.city + ",DE,EUR,19.99\n";
    }
    return text;
}

void readCustomers(store::Database& database, std::vector<Order>& orders) {
    store::Query<QString, CustomerId> query(
        database,
        "SELECT record.key, link.customer_id FROM record "
        "JOIN link ON link.party_id = record.party_id WHERE record.kind = :kind");
    for (query.start(RecordKind::Order); query.next();) {
        const auto [key, customer] = query.row();
        orders[key.toULongLong()].customer = customer;
    }
}

// What says by itself that two orders are of one person: the same e-mail or phone of their own,
// however it is written, or the same number of the shop.
std::set<QByteArray> strongKeysOf(const Order& order) {
    constexpr int digitsThatTell = 9;
    std::set<QByteArray> keys;
    if (!order.number.isEmpty())
        keys.insert('#' + order.number);
    if (!order.contact.email.isEmpty() && !order.contact.email.startsWith("info@"))
        keys.insert(order.contact.email);
    if (!order.contact.phone.isEmpty() && !order.contact.atWork)
        keys.insert(QByteArray(order.contact.phone).replace(" ", "").right(digitsThatTell));
    return keys;
}

struct Joined {
    qint64 pairs = 0;   // of orders of one customer
    qint64 right = 0;   // of these, of one person
    qint64 strong = 0;  // of orders of one person that share a strong key
    qint64 found = 0;   // of these, of one customer
};

template <class Group>
void forEachPair(const Group& group, const std::function<void(const Order&, const Order&)>& visit) {
    for (size_t i = 0; i < group.size(); ++i) {
        for (size_t j = i + 1; j < group.size(); ++j)
            visit(*group[i], *group[j]);
    }
}

Joined count(const std::vector<Order>& orders) {
    std::map<CustomerId, std::vector<const Order*>> customers;
    std::map<int, std::vector<const Order*>> persons;
    for (const Order& order : orders) {
        if (!order.customer.isNone())
            customers[order.customer].push_back(&order);
        persons[order.contact.person].push_back(&order);
    }
    Joined joined;
    for (const auto& [customer, group] : customers) {
        forEachPair(group, [&](const Order& a, const Order& b) {
            ++joined.pairs;
            joined.right += a.contact.person == b.contact.person ? 1 : 0;
        });
    }
    for (const auto& [person, group] : persons) {
        forEachPair(group, [&](const Order& a, const Order& b) {
            const auto ofA = strongKeysOf(a);
            const auto ofB = strongKeysOf(b);
            const bool sharesKey = std::any_of(ofA.begin(), ofA.end(),
                                               [&](const auto& key) { return ofB.contains(key); });
            joined.strong += sharesKey ? 1 : 0;
            joined.found += sharesKey && !a.customer.isNone() && a.customer == b.customer ? 1 : 0;
        });
    }
    return joined;
}

double share(qint64 part, qint64 all) {
    return all == 0 ? 1 : static_cast<double>(part) / static_cast<double>(all);
}

void printSuggestions(store::Database& database, const std::vector<Order>& orders) {
    QHash<CustomerId, std::set<int>> persons;
    for (const Order& order : orders)
        persons[order.customer].insert(order.contact.person);
    qint64 same = 0, right = 0, linked = 0;
    app::forEachOpenSuggestion(database, [&](const Suggestion& one) {
        const auto& ofA = persons[one.a];
        const auto& ofB = persons[one.b];
        const bool isRight =
            std::any_of(ofA.begin(), ofA.end(), [&](int person) { return ofB.contains(person); });
        same += one.kind == SuggestionKind::Same ? 1 : 0;
        right += one.kind == SuggestionKind::Same && isRight ? 1 : 0;
        linked += one.kind == SuggestionKind::Linked ? 1 : 0;
    });
    std::printf("suggested: %lld as the same, precision %.4f; %lld as linked\n",
                static_cast<long long>(same), share(right, same), static_cast<long long>(linked));
}

double peakMemory() {
    constexpr double kibibytesPerMebibyte = 1024;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / kibibytesPerMebibyte;
}

void evaluate(int people) {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("orders.csv"));
    const QString path = folder.filePath(QStringLiteral("goodfaith.db"));
    std::vector<Order> orders = ordersOf(people);
    benchmarks::write(file, fileOf(orders));
    std::printf("%zu orders of %d people\n", orders.size(), people);
    app::ImportRequest request;
    request.paths << file;
    request.region = QStringLiteral("DE");
    QElapsedTimer timer;
    timer.start();
    app::runImport(path, request, {}, {});
    std::printf("import, joining and scores: %.1f s\n",
                static_cast<double>(timer.restart()) / 1000);
    store::Database database(path);
    readCustomers(database, orders);
    const Joined joined = count(orders);
    std::printf(
        "joined: precision %.5f of %lld pairs, recall %.5f of %lld that share a strong key\n",
        share(joined.right, joined.pairs), static_cast<long long>(joined.pairs),
        share(joined.found, joined.strong), static_cast<long long>(joined.strong));
    timer.restart();
    app::refreshSuggestions(database, {}, {});
    std::printf("suggestions: %.1f s\n", static_cast<double>(timer.elapsed()) / 1000);
    printSuggestions(database, orders);
    std::printf("memory at the peak: %.0f MiB\n", peakMemory());
}

}  // namespace

int main(int count, char** arguments) {
    const int people = count > 1 ? QByteArray(arguments[1]).toInt() : usualPeople;
    try {
        evaluate(people);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
