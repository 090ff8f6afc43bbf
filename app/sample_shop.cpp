// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample_shop.h"

#include "app/import_service.h"
#include "app/own_identity.h"
#include "models/domain/failure.h"
#include "models/store/import_ledger.h"
#include "models/store/settings_table.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace goodfaith::app {
namespace {

QDir sampleFolder() {
    QDir folder(QCoreApplication::applicationDirPath());
    if (!folder.cd(QStringLiteral("../share/goodfaith/sample")))
        throw Failure(
            FailureKind::NotFound,
            QStringLiteral("The sample shop's files are not installed beside this program."));
    return folder;
}

void applySettings(store::Database& database, const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    ShopSettings settings = store::SettingsTable(database).load();
    for (const QByteArray& line : file.readAll().split('\n')) {
        const QString text = QString::fromUtf8(line);
        if (const qsizetype equals = text.indexOf(u'='); equals > 0)
            setSetting(settings, text.left(equals), text.mid(equals + 1));
    }
    store::Transaction transaction(database);
    saveSettings(database, settings);
    transaction.commit();
}

}  // namespace

QString sampleDatabasePath() {
    const QDir data(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation));
    return data.filePath(QStringLiteral("goodfaith-sample/goodfaith.db"));
}

void makeSampleShop(const QString& databasePath) {
    {
        store::Database database(databasePath);
        if (!store::ImportLedger(database).all().empty())
            return;
        applySettings(database, sampleFolder().filePath(QStringLiteral("settings.txt")));
    }
    ImportRequest request;
    request.source = QStringLiteral("sample");
    for (const char* name : {"orders.csv", "order_items.csv", "shipments.csv", "refunds.csv",
                             "returns.csv", "calls.csv", "mail"})
        request.paths << sampleFolder().filePath(QLatin1String(name));
    runImport(databasePath, request, {}, {});
}

}  // namespace goodfaith::app
