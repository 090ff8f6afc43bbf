// SPDX-License-Identifier: GPL-3.0-or-later
// How long it takes, and how much memory, to find who might be the same person among many
// customers, none of whom a rule joins (each has a number of the shop's); then again after a
// hundredth as many came; and how much of the truth is found.
//   matching_benchmark [CONTACTS]     50,000 when not named
#include "tests/benchmarks/contacts.h"
#include "tests/benchmarks/measured_run.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <cstdio>
#include <stdexcept>

using namespace goodfaith::benchmarks;

namespace {

constexpr int usualContacts = 50'000;
constexpr int shareThatComesLater = 100;

struct Truth {
    std::vector<int> persons;     // by number of the shop's, from 0
    std::vector<int> households;  // likewise
    qint64 pairs = 0;             // of one person
};

class Files {
public:
    void add(const Contact& contact) {
        const auto number = truth.persons.size();
        text_ += QByteArray::number(number) + ',' + '"' + contact.name + "\"," + contact.email +
                 ',' + contact.phone + ',' + contact.street + ',' + contact.postcode + ',' +
                 contact.city + ",DE," + contact.birth + '\n';
        truth.persons.push_back(contact.person);
        truth.households.push_back(contact.household);
    }
    QByteArray take() {
        return "customer_id,name,email,phone,address,postcode,city,country,date_of_birth\n" +
               std::exchange(text_, {});
    }
    Truth truth;

private:
    QByteArray text_;
};

// Until there are so many; returns the next person.
int addContacts(Files& files, int person, int contacts) {
    for (; static_cast<int>(files.truth.persons.size()) < contacts; ++person) {
        const auto all = contactsOf(person);
        for (const Contact& contact : all)
            files.add(contact);
        const auto times = static_cast<qint64>(all.size());
        files.truth.pairs += times * (times - 1) / 2;
    }
    return person;
}

QJsonArray arrayIn(const QString& path, const char* name) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("no answer");
    return QJsonDocument::fromJson(file.readAll())[QLatin1String(name)].toArray();
}

// The shop's numbers by the customer's.
QHash<qint64, int> numbersOf(const QString& customers) {
    QHash<qint64, int> numbers;
    for (const auto& value : arrayIn(customers, "customers"))
        numbers.insert(value[QLatin1String("customer")].toInteger(),
                       value[QLatin1String("ids")][0].toString().toInt());
    return numbers;
}

void printQuality(const QString& customers, const QString& duplicates, const Truth& truth) {
    const auto numbers = numbersOf(customers);
    qint64 same = 0, right = 0, linked = 0, ofOneHousehold = 0;
    for (const auto& value : arrayIn(duplicates, "duplicates")) {
        const auto a = static_cast<size_t>(numbers.value(value[QLatin1String("a")].toInteger()));
        const auto b = static_cast<size_t>(numbers.value(value[QLatin1String("b")].toInteger()));
        if (value[QLatin1String("kind")].toString() == QLatin1String("same")) {
            ++same;
            right += truth.persons[a] == truth.persons[b] ? 1 : 0;
        } else {
            ++linked;
            ofOneHousehold += truth.households[a] == truth.households[b] ? 1 : 0;
        }
    }
    std::printf(
        "same: %lld suggested, precision %.4f, recall %.4f of %lld pairs; linked: %lld, of "
        "which %.4f live together\n",
        static_cast<long long>(same),
        static_cast<double>(right) / static_cast<double>(std::max<qint64>(same, 1)),
        static_cast<double>(right) / static_cast<double>(std::max<qint64>(truth.pairs, 1)),
        static_cast<long long>(truth.pairs), static_cast<long long>(linked),
        static_cast<double>(ofOneHousehold) / static_cast<double>(std::max<qint64>(linked, 1)));
}

void measure(int contacts) {
    const QTemporaryDir folder;
    const QString database = folder.filePath(QStringLiteral("goodfaith.db"));
    const QString nothing = QStringLiteral("/dev/null");
    const auto command = [&](const QStringList& words) {
        return QStringList{QStringLiteral(GOODFAITH_CLI), QStringLiteral("--database"), database} +
               words;
    };
    const auto import = [&](const QString& name, const QByteArray& text) {
        write(folder.filePath(name), text);
        return run(command({QStringLiteral("import"), folder.filePath(name), QStringLiteral("--as"),
                            QStringLiteral("customers"), QStringLiteral("--region"),
                            QStringLiteral("DE")}),
                   nothing);
    };
    const auto ask = [&](const char* what, const QString& answer) {
        return run(command({QString::fromLatin1(what), QStringLiteral("--json")}), nothing, answer);
    };
    const QString duplicates = folder.filePath(QStringLiteral("duplicates.json"));
    const QString customers = folder.filePath(QStringLiteral("customers.json"));

    Files files;
    const int person = addContacts(files, 0, contacts);
    std::printf("%zu contacts of %d people\n", files.truth.persons.size(), person);
    print("import and scoring", import(QStringLiteral("first.csv"), files.take()));
    print("duplicates, all", ask("duplicates", duplicates));
    ask("customers", customers);
    printQuality(customers, duplicates, files.truth);
    print("duplicates, again", ask("duplicates", duplicates));
    addContacts(files, person, contacts + contacts / shareThatComesLater);
    print("import of a hundredth", import(QStringLiteral("second.csv"), files.take()));
    print("duplicates, of these", ask("duplicates", duplicates));
}

}  // namespace

int main(int count, char** arguments) {
    const int contacts = count > 1 ? QByteArray(arguments[1]).toInt() : usualContacts;
    if (count > 2 || contacts <= 0) {
        std::fprintf(stderr, "usage: %s [CONTACTS]\n", arguments[0]);
        return 2;
    }
    try {
        measure(contacts);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
