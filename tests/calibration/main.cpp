// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at one simulated shop.
#include "tests/calibration/figures.h"
#include "tests/calibration/weight_fit.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTextStream>

using namespace goodfaith;
using namespace goodfaith::calibration;

namespace {

struct Row {
    int customers = 0;
    int verdicts[3] = {};
    int ceiling[4] = {};
    int claims = 0, heard = 0, excused = 0, contradicted = 0, all = 0;

    void add(const Outcome& outcome) {
        ++customers;
        ++verdicts[int(outcome.verdict)];
        ++ceiling[std::min(outcome.all, 3)];
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
            << row.contradicted << "; " << row.all;
        for (const int count : row.ceiling)
            out << ' ' << count;
        out << '\n';
    }
}

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"make") {
        QElapsedTimer timer;
        timer.start();
        const auto outcomes = outcomesOf(seenSettings());
        QTextStream(stdout) << timer.elapsed() << " ms\n";
        const auto weights =
            fittedWeights(outcomes, beliefsIn(QStringLiteral("tests/calibration/beliefs.json")));
        QTextStream(stdout) << timer.elapsed() << " ms\n";
        QFile file(arguments.value(2));
        if (!file.open(QIODevice::WriteOnly))
            return 1;
        file.write(QJsonDocument(toJson(weights)).toJson());
        return 0;
    }
    if (arguments.value(1) == u"unseen") {
        const auto outcomes = outcomesOf(
            arguments.value(2).isEmpty() ? unseenSettings() : unseenSettingsWithGoodRecords());
        show(outcomes);
        QTextStream out(stdout);
        for (const Bin& bin : reliabilityOf(outcomes))
            out << bin.from << " said " << bin.said << " is " << bin.pattern.value() << " of "
                << bin.pattern.all << '\n';
        const auto found = [&](VerdictKind least) {
            const Share s = shareOf(outcomes, isChronicClaimant,
                                    [=](const Outcome& o) { return o.verdict >= least; });
            out << "found " << s.value() << " (" << s.low() << " " << s.high() << ")\n";
        };
        found(VerdictKind::ChronicPattern);
        found(VerdictKind::NeedsLook);
        // of those who pass the gate
        std::vector<Outcome> some;
        for (const auto& o : outcomes)
            if (o.all >= 3)
                some.push_back(o);
        for (const Bin& bin : reliabilityOf(some))
            out << bin.from << " said " << bin.said << " is " << bin.pattern.value() << " of "
                << bin.pattern.all << '\n';
        return 0;
    }
    const auto setting =
        drawnSetting(arguments.value(1).toULongLong(), arguments.value(2).toInt(), false);
    show(outcomesOf(simulatedShop(setting)));
    return 0;
}
