// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data_location.h"
#include "app/desktop/desktop.h"
#include "app/desktop/single_instance.h"
#include "app/sample_shop.h"
#include "models/domain/failure.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QLocale>
#include <QMessageBox>

namespace {

struct Arguments {
    QString database;
    bool sampleShop = false;
};

Arguments parse(const QApplication& application) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Who is this customer, and what have we done to them?"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption database(QStringLiteral("database"),
                                      QStringLiteral("The database file (default: one's own)."),
                                      QStringLiteral("file"));
    const QCommandLineOption sample(QStringLiteral("sample-shop"),
                                    QStringLiteral("Open a sample shop to look around in."));
    parser.addOptions({database, sample});
    parser.process(application);
    return {parser.value(database), parser.isSet(sample)};
}

QString databaseFor(const Arguments& arguments) {
    if (!arguments.database.isEmpty())
        return arguments.database;
    if (!arguments.sampleShop)
        return goodfaith::app::defaultDatabasePath();
    return goodfaith::app::sampleDatabasePath();
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("goodfaith"));
    QApplication::setApplicationDisplayName(QStringLiteral("Goodfaith"));
    QApplication::setApplicationVersion(QStringLiteral(GOODFAITH_VERSION));
    QApplication::setOrganizationName(QStringLiteral("Goodfaith"));
    QApplication::setDesktopFileName(QStringLiteral("org.goodfaith.Goodfaith"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/org.goodfaith.Goodfaith.svg")));
    // The texts are English: so are the names of months between them, in the manner of the user's
    // country.
    QLocale::setDefault(QLocale(QLocale::English, QLocale::system().territory()));
    try {
        const Arguments arguments = parse(application);
        const QString database = databaseFor(arguments);
        if (goodfaith::app::SingleInstance::raiseRunning(database))
            return 0;
        const goodfaith::app::SingleInstance instance(database);
        goodfaith::app::Desktop desktop(database);
        QObject::connect(&instance, &goodfaith::app::SingleInstance::raiseWanted, &desktop,
                         &goodfaith::app::Desktop::raise);
        if (arguments.sampleShop)
            desktop.fillWithSampleShop();
        desktop.show();
        return QApplication::exec();
    } catch (const goodfaith::Failure& failure) {
        QMessageBox::critical(nullptr, QApplication::applicationDisplayName(), failure.message());
        return static_cast<int>(failure.kind());
    }
}
