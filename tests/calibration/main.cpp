// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at one simulated shop.
#include "tests/calibration/outcome.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace goodfaith;
using namespace goodfaith::calibration;

namespace {

struct Row {
    int customers = 0;
    int verdicts[3] = {};
    int claims = 0, heard = 0, excused = 0, contradicted = 0, all = 0;

    void add(const Outcome& outcome) {
        ++customers;
        ++verdicts[int(outcome.verdict)];
        claims += outcome.abusiveClaims;
        heard += outcome.heard;
        excused += outcome.excused;
        contradicted += outcome.contradicted;
        all += outcome.all;
    }
};

void show(const std::vector<Outcome>& outcomes) {
    std::map<std::pair<Kind, bool>, Row> rows;
    for (const Outcome& outcome : outcomes)
        rows[{outcome.kind, outcome.abusiveClaims >= claimsOfChronic}].add(outcome);
    QTextStream out(stdout);
    out << "kind, customers, good faith, needs look, chronic; claims, heard, excused, "
           "contradicted; "
           "contradicted in all\n";
    for (const auto& [key, row] : rows) {
        out << calibration::nameOf(key.first) << (key.second ? " (4+)" : "") << ": "
            << row.customers;
        for (const int count : row.verdicts)
            out << ' ' << count;
        out << "; " << row.claims << ' ' << row.heard << ' ' << row.excused << ' '
            << row.contradicted << "; " << row.all << '\n';
    }
}

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    const auto setting =
        drawnSetting(arguments.value(1).toULongLong(), arguments.value(2).toInt(), false);
    show(outcomesOf(simulatedShop(setting)));
    return 0;
}
