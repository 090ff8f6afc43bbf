// SPDX-License-Identifier: GPL-3.0-or-later
// Runs goodfaith-cli on a database of its own, as a script would.
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

struct CliResult {
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
    QJsonObject json() const { return QJsonDocument::fromJson(output).object(); }
};

class CliRunner {
public:
    QString database() const { return folder_.filePath(QStringLiteral("shop/goodfaith.db")); }
    QString file(const QString& name) const { return folder_.filePath(name); }

    QStringList withDatabase(const QStringList& arguments) const {
        return QStringList{QStringLiteral("--database"), database()} + arguments;
    }
    CliResult run(const QStringList& arguments) const {
        QProcess process;
        process.start(QStringLiteral(GOODFAITH_CLI), withDatabase(arguments));
        process.closeWriteChannel();
        process.waitForFinished(120'000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAllStandardOutput(), process.readAllStandardError()};
    }
    QJsonObject json(QStringList arguments) const {
        return run(arguments << QStringLiteral("--json")).json();
    }

private:
    QTemporaryDir folder_;
};
