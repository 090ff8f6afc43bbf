// SPDX-License-Identifier: GPL-3.0-or-later
// whole_path [--customers N] [--shops N] [--seed N] [--keep FOLDER] [--report FILE]: writes shops
// as files, imports them as the program does it, and says how well everybody is judged.
#include "tests/whole_path/population.h"
#include "tests/whole_path/whole_path_report.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTextStream>

using namespace goodfaith::whole_path;

namespace {

using Plan = ShopPlan (*)(quint64 seed, int customers);

QString judged(const QString& title, Plan plan, quint64 firstSeed, int shops, int customers,
               const QString& folder) {
    std::vector<JudgedShop> all;
    for (int i = 0; i < shops; ++i) {
        const quint64 seed = firstSeed + quint64(i);
        const QString shop = QStringLiteral("%1/shop-%2").arg(folder).arg(seed);
        all.push_back(judgedShop(shop, writeShop(shop, plan(seed, customers))));
    }
    return reportOf(title, all);
}

QString option(const QCommandLineParser& parser, const char* name) {
    return parser.value(QLatin1String(name));
}

}  // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const auto add = [&](const char* name, const char* text, const char* usual) {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(text),
                          QString::fromLatin1(name), QString::fromLatin1(usual)});
    };
    add("customers", "How many in a shop.", "3000");
    add("shops", "How many of each sort.", "2");
    add("seed", "Of the first.", "501");
    add("keep", "Where to leave the shops.", "");
    add("report", "Where to write; else it is printed.", "");
    parser.process(application);
    const QTemporaryDir temporary;
    const QString keep = option(parser, "keep");
    const QString folder = keep.isEmpty() ? temporary.path() : keep;
    const int customers = option(parser, "customers").toInt();
    const int shops = option(parser, "shops").toInt();
    const quint64 seed = option(parser, "seed").toULongLong();
    try {
        const QString text =
            introduction(shops, customers) +
            judged(QStringLiteral("Books with gaps"), plainBooks, seed, shops, customers, folder) +
            judged(QStringLiteral("Good books"), goodBooks, seed + 1000, shops, customers, folder);
        QFile file(option(parser, "report"));
        if (file.fileName().isEmpty())
            QTextStream(stdout) << text;
        else if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            return 1;
    } catch (const std::exception& error) {
        QTextStream(stderr) << error.what() << '\n';
        return 1;
    }
    return 0;
}
