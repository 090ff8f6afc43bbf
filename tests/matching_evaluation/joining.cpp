// SPDX-License-Identifier: GPL-3.0-or-later
// How well the rules join, in a shop of made-up people: each way in which somebody is written down
// is an order. Prints precision and recall of what was joined, pair by pair of orders, what is
// suggested of the rest, time and memory.
//   joining_evaluation [PEOPLE]           100,000 when not named
//   joining_evaluation --shop FOLDER PEOPLE.csv
// of a shop that sample_shop made, each set of keys that somebody is written down by counts once.
#include "app/import_service.h"
#include "app/suggestions.h"
#include "models/store/statement.h"
#include "tests/benchmarks/contacts.h"
#include "tests/benchmarks/measured_run.h"

#include <QElapsedTimer>
#include <QFile>
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
};

// One way in which somebody is written down, and whom the rules took them for.
struct Written {
    int person = 0;
    // What says by itself that two are of one person: the same e-mail or phone of their own,
    // however it is written, or the same number of the shop.
    std::set<QByteArray> strongKeys;
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
                {contacts[i], namesAccount ? QByteArray::number(person) : QByteArray()});
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

// A desk's address is nobody's own.
bool isDesk(const QByteArray& email) {
    static const std::set<QByteArray> desks{"accounts", "hello", "info", "purchasing"};
    return desks.contains(email.left(email.indexOf('@')));
}

std::set<QByteArray> strongKeys(const QByteArray& email, const QByteArray& phone,
                                const QByteArray& number) {
    constexpr int digitsThatTell = 9;
    std::set<QByteArray> keys;
    if (!number.isEmpty())
        keys.insert('#' + number);
    if (!email.isEmpty() && !isDesk(email))
        keys.insert(email.toLower());
    QByteArray digits;
    std::copy_if(phone.begin(), phone.end(), std::back_inserter(digits),
                 [](char c) { return c >= '0' && c <= '9'; });
    if (digits.size() >= digitsThatTell)
        keys.insert(digits.right(digitsThatTell));
    return keys;
}

std::vector<Written> writtenOf(store::Database& database, const std::vector<Order>& orders) {
    store::Query<QString, CustomerId> query(
        database,
        "SELECT record.key, link.customer_id FROM record "
        "JOIN link ON link.party_id = record.party_id WHERE record.kind = :kind");
    std::vector<CustomerId> customers(orders.size());
    for (query.start(RecordKind::Order); query.next();) {
        const auto [key, customer] = query.row();
        customers[key.toULongLong()] = customer;
    }
    std::vector<Written> written;
    for (size_t i = 0; i < orders.size(); ++i) {
        const Contact& who = orders[i].contact;
        written.push_back({who.person,
                           strongKeys(who.email, who.atWork ? QByteArray() : QByteArray(who.phone),
                                      orders[i].number),
                           customers[i]});
    }
    return written;
}

QHash<QString, int> personsFrom(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("cannot read " + path.toStdString());
    QHash<QString, int> persons;
    for (const QByteArray& line : file.readAll().split('\n')) {
        const auto comma = line.lastIndexOf(',');
        if (comma > 0)
            persons.insert(QString::fromUtf8(line.left(comma)), line.mid(comma + 1).toInt());
    }
    return persons;
}

std::vector<Written> writtenOf(store::Database& database, const QHash<QString, int>& persons) {
    store::Query<QString, PartyId, QString, QString, QString, CustomerId> query(
        database,
        "SELECT record.key, party.id, party.email, party.phone, party.shop_number, "
        "link.customer_id FROM record JOIN party ON party.id = record.party_id "
        "JOIN link ON link.party_id = party.id");
    std::map<std::pair<PartyId, int>, Written> written;
    for (query.start(); query.next();) {
        const auto& [key, party, email, phone, number, customer] = query.row();
        if (const auto person = persons.constFind(key); person != persons.cend())
            written[{party, *person}] = {
                *person, strongKeys(email.toUtf8(), phone.toUtf8(), number.toUtf8()), customer};
    }
    std::vector<Written> all;
    for (auto& [party, one] : written)
        all.push_back(std::move(one));
    return all;
}

struct Joined {
    qint64 pairs = 0;   // of one customer
    qint64 right = 0;   // of these, of one person
    qint64 strong = 0;  // of one person that share a strong key
    qint64 found = 0;   // of these, of one customer
};

template <class Group>
void forEachPair(const Group& group,
                 const std::function<void(const Written&, const Written&)>& visit) {
    for (size_t i = 0; i < group.size(); ++i) {
        for (size_t j = i + 1; j < group.size(); ++j)
            visit(*group[i], *group[j]);
    }
}

Joined count(const std::vector<Written>& all) {
    std::map<CustomerId, std::vector<const Written*>> customers;
    std::map<int, std::vector<const Written*>> persons;
    for (const Written& one : all) {
        if (!one.customer.isNone())
            customers[one.customer].push_back(&one);
        persons[one.person].push_back(&one);
    }
    Joined joined;
    for (const auto& [customer, group] : customers) {
        forEachPair(group, [&](const Written& a, const Written& b) {
            ++joined.pairs;
            joined.right += a.person == b.person ? 1 : 0;
        });
    }
    for (const auto& [person, group] : persons) {
        forEachPair(group, [&](const Written& a, const Written& b) {
            const bool sharesKey =
                std::any_of(a.strongKeys.begin(), a.strongKeys.end(),
                            [&](const auto& key) { return b.strongKeys.contains(key); });
            joined.strong += sharesKey ? 1 : 0;
            joined.found += sharesKey && !a.customer.isNone() && a.customer == b.customer ? 1 : 0;
        });
    }
    return joined;
}

double share(qint64 part, qint64 all) {
    return all == 0 ? 1 : static_cast<double>(part) / static_cast<double>(all);
}

void printSuggestions(store::Database& database, const std::vector<Written>& all) {
    QHash<CustomerId, std::set<int>> persons;
    for (const Written& one : all)
        persons[one.customer].insert(one.person);
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

void evaluate(const QString& path, const app::ImportRequest& request,
              const std::function<std::vector<Written>(store::Database&)>& writtenIn) {
    QElapsedTimer timer;
    timer.start();
    app::runImport(path, request, {}, {});
    std::printf("import, joining and scores: %.1f s\n",
                static_cast<double>(timer.restart()) / 1000);
    store::Database database(path);
    const auto written = writtenIn(database);
    const Joined joined = count(written);
    std::printf(
        "joined: precision %.5f of %lld pairs, recall %.5f of %lld that share a strong key\n",
        share(joined.right, joined.pairs), static_cast<long long>(joined.pairs),
        share(joined.found, joined.strong), static_cast<long long>(joined.strong));
    timer.restart();
    app::refreshSuggestions(database, {}, {});
    std::printf("suggestions: %.1f s\n", static_cast<double>(timer.elapsed()) / 1000);
    printSuggestions(database, written);
    std::printf("memory at the peak: %.0f MiB\n", peakMemory());
}

void evaluateContacts(int people) {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("orders.csv"));
    const std::vector<Order> orders = ordersOf(people);
    benchmarks::write(file, fileOf(orders));
    std::printf("%zu orders of %d people\n", orders.size(), people);
    app::ImportRequest request;
    request.paths << file;
    request.region = QStringLiteral("DE");
    evaluate(folder.filePath(QStringLiteral("goodfaith.db")), request,
             [&](store::Database& database) { return writtenOf(database, orders); });
}

void evaluateShop(const QString& shop, const QString& people) {
    const QTemporaryDir folder;
    const auto persons = personsFrom(people);
    std::printf("%lld orders, calls and mails\n", static_cast<long long>(persons.size()));
    app::ImportRequest request;
    request.paths << shop;
    request.region = QStringLiteral("GB");
    request.ownAddresses << QStringLiteral("emberwick.example");
    request.ownNumbers << QStringLiteral("+442079460100");
    evaluate(folder.filePath(QStringLiteral("goodfaith.db")), request,
             [&](store::Database& database) { return writtenOf(database, persons); });
}

}  // namespace

int main(int count, char** arguments) {
    const bool isShop = count == 4 && QByteArray(arguments[1]) == "--shop";
    const int people = count > 1 ? QByteArray(arguments[1]).toInt() : usualPeople;
    try {
        if (isShop)
            evaluateShop(QString::fromLocal8Bit(arguments[2]),
                         QString::fromLocal8Bit(arguments[3]));
        else
            evaluateContacts(people);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
