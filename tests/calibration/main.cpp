// SPDX-License-Identifier: GPL-3.0-or-later
// Fits the weights of evidence, and says how well customers are judged with those that the program
// ships.
#include "models/domain/failure.h"
#include "tests/calibration/report.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QTextStream>

#include <algorithm>

using namespace goodfaith;
using namespace goodfaith::calibration;

namespace {

constexpr auto usage =
    "calibrate_weights FOLDER make FILE    fit the weights, and write them\n"
    "calibrate_weights FOLDER report       write REPORT.md and reliability.svg into FOLDER\n"
    "FOLDER is tests/calibration, FILE resources/scoring/weights.json; build again between the "
    "two.\n";

void write(const QString& path, const QByteArray& content) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) < 0 || !file.flush())
        throw Failure(FailureKind::Unreadable,
                      QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()));
    QTextStream(stdout) << path << Qt::endl;
}

void make(const Beliefs& beliefs, const QString& path) {
    if (scoring::shippedWeights().ranks != beliefs.ranks)
        throw Failure(FailureKind::WrongUse,
                      QStringLiteral("The ranks of the weights that this program was built with "
                                     "are others than those of beliefs.json: write them there "
                                     "and build again."));
    const auto weights = fittedWeights(outcomesOf(seenSettings()), beliefs);
    write(path, QJsonDocument(toJson(weights)).toJson());
}

std::vector<Sample> unseenSamples() {
    auto ordinary = unseenSettings(11001, Records::Ordinary);
    auto withGaps = unseenSettings(12001, Records::WithGaps);
    auto troubled = unseenSettings(13001, Records::WithGaps);
    std::transform(troubled.begin(), troubled.end(), troubled.begin(), withManyContacts);
    return {
        sampleOf(QStringLiteral("Ordinary shops"),
                 QStringLiteral("Carriers photograph or have signed for most parcels, returns go "
                                "through a form, the warehouse notes what came back; customers "
                                "write as often as is published."),
                 std::move(ordinary)),
        sampleOf(QStringLiteral("Records with gaps"),
                 QStringLiteral("Parcels without proof, returns that were agreed on the telephone, "
                                "goods whose state nobody wrote down, months that were not "
                                "imported."),
                 std::move(withGaps)),
        sampleOf(QStringLiteral("Many contacts"),
                 QStringLiteral("The same gaps, and customers who write about most orders: what "
                                "is rare elsewhere is usual here."),
                 std::move(troubled)),
    };
}

void report(const Beliefs& beliefs, const QString& folder) {
    const std::vector<Sample> samples = unseenSamples();
    write(folder + QStringLiteral("/REPORT.md"), reportOf(samples, beliefs).toUtf8());
    write(folder + QStringLiteral("/reliability.svg"), diagramOf(samples).toUtf8());
}

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    try {
        const bool makes = arguments.size() == 4 && arguments[2] == QLatin1String("make");
        const bool reports = arguments.size() == 3 && arguments[2] == QLatin1String("report");
        if (!makes && !reports) {
            QTextStream(stderr) << usage;
            return 2;
        }
        const Beliefs beliefs = beliefsIn(arguments[1] + QStringLiteral("/beliefs.json"));
        if (makes)
            make(beliefs, arguments[3]);
        else
            report(beliefs, arguments[1]);
        return 0;
    } catch (const Failure& failure) {
        QTextStream(stderr) << failure.what() << Qt::endl;
        return 1;
    }
}
