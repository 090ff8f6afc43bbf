// SPDX-License-Identifier: GPL-3.0-or-later
// sample_shop --out FOLDER [--customers N] [--seed N] [--people FILE]: writes an invented shop's
// two years of orders, calls and mail. The same arguments give the same bytes on every machine.
#include "models/domain/failure.h"
#include "tests/sample_shop/kinds.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace {

constexpr int fewest = 2;
constexpr int most = 1000000;

int fail(const QString& message) {
    std::fprintf(stderr, "sample_shop: %s\n", qPrintable(message));
    return static_cast<int>(goodfaith::FailureKind::WrongUse);
}

void writeShop(const QString& folder, int customers, quint64 seed, const QString& people) {
    using namespace goodfaith::sample_shop;
    Shop shop(folder);
    for (int index = 0; index < customers; ++index)
        tellCustomer(shop, seed, index);
    tellNoise(shop, seed, customers);
    shop.files.write();
    if (!people.isEmpty()) {
        QFile file(people);
        if (!file.open(QIODevice::WriteOnly) || file.write(shop.files.people()) < 0)
            throw goodfaith::Failure(goodfaith::FailureKind::Unreadable,
                                     QStringLiteral("%1 cannot be written.").arg(people));
    }
}

}  // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("out"), QStringLiteral("Where to write."), QStringLiteral("folder")},
         {QStringLiteral("customers"), QStringLiteral("How many."), QStringLiteral("number"),
          QStringLiteral("300")},
         {QStringLiteral("people"),
          QStringLiteral("Where to write which order, call and mail is whose."),
          QStringLiteral("file")},
         {QStringLiteral("seed"), QStringLiteral("Another seed, another shop."),
          QStringLiteral("number"), QStringLiteral("2026")}});
    parser.process(application);
    const QString folder = parser.value(QStringLiteral("out"));
    const int customers = parser.value(QStringLiteral("customers")).toInt();
    bool isNumber = false;
    const quint64 seed = parser.value(QStringLiteral("seed")).toULongLong(&isNumber);
    if (folder.isEmpty() || customers < fewest || customers > most || !isNumber)
        return fail(
            QStringLiteral("Give --out FOLDER, and numbers (--customers from 2 to a "
                           "million)."));
    try {
        writeShop(folder, customers, seed, parser.value(QStringLiteral("people")));
    } catch (const goodfaith::Failure& failure) {
        return fail(failure.message());
    }
    return 0;
}
