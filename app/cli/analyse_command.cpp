// SPDX-License-Identifier: GPL-3.0-or-later
// analyse: what a message says, without importing it.
#include "app/cli/command_set_ups.h"
#include "app/cli/output.h"
#include "app/clock.h"
#include "app/json/reading_json.h"
#include "app/shop.h"
#include "models/domain/failure.h"
#include "models/understanding/text_reader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace goodfaith::app {
namespace {

using understanding::TextReader;

struct AnalyseArguments {
    std::string file = "-";
    std::string at;
    bool jsonLines = false;
    bool outbound = false;
};

// Without a database there is nothing that a shop has set, and none is made for a question.
ShopSettings settingsOf(const Invocation& invocation) {
    return QFile::exists(invocation.databasePath) ? Shop(invocation.databasePath).settings()
                                                  : ShopSettings();
}

void open(QFile& file, const std::string& path) {
    const QString name = QString::fromStdString(path);
    file.setFileName(name);
    const bool isOpen =
        path == "-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        throw Failure(FailureKind::Unreadable,
                      QStringLiteral("\"%1\" cannot be read: %2.").arg(name, file.errorString()));
}

// "in" and "out" as well as the names of events.
std::optional<Direction> directionFrom(const QString& text) {
    if (text.isEmpty() || text == u"in")
        return Direction::Inbound;
    return text == u"out" ? Direction::Outbound : directionFromName(text);
}

// What is wrong with the line, or "".
QString analyseLine(const QByteArray& line, TextReader& reader, Instant now,
                    const ShopSettings& settings) {
    const QJsonObject given = QJsonDocument::fromJson(line).object();
    const QJsonValue text = given[QStringLiteral("text")];
    if (!text.isString())
        return QStringLiteral("it is no JSON object with a \"text\"");
    const auto direction = directionFrom(given[QStringLiteral("direction")].toString().toLower());
    if (!direction)
        return QStringLiteral("its \"direction\" is neither inbound nor outbound");
    const QString at = given[QStringLiteral("at")].toString();
    const auto writtenAt =
        at.isEmpty() ? std::optional<Instant>(now) : parseIso(at, settings.timeZone);
    if (!writtenAt)
        return QStringLiteral("its \"at\" is no date or time");
    const Reading reading =
        reader.read({RecordKind::Message, *direction, given[QStringLiteral("subject")].toString(),
                     text.toString(), given[QStringLiteral("headers")].toString()});
    QJsonObject object = toJson(reading, *writtenAt, settings);
    object.insert(QStringLiteral("id"), given[QStringLiteral("id")]);
    print(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + u'\n');
    return {};
}

int analyseLines(QFile& file, const Invocation& invocation) {
    const ShopSettings settings = settingsOf(invocation);
    TextReader reader;
    const Instant started = now();
    int exit = exitDone;
    for (int number = 1; !file.atEnd(); ++number) {
        if (invocation.stop.stop_requested())
            throw Failure(FailureKind::Interrupted, QStringLiteral("Interrupted."));
        const QByteArray line = file.readLine().trimmed();
        const QString wrong =
            line.isEmpty() ? QString() : analyseLine(line, reader, started, settings);
        if (wrong.isEmpty())
            continue;
        sayLine(QStringLiteral("Line %1 was left out: %2.").arg(number).arg(wrong));
        exit = exitWithRejects;
    }
    return exit;
}

QString textOf(const QJsonObject& reading) {
    QString text = reading[QStringLiteral("complaint")].toBool()
                       ? QStringLiteral("A complaint (%1): %2\n")
                             .arg(reading[QStringLiteral("probability")].toDouble(), 0, 'f', 2)
                             .arg(reading[QStringLiteral("topic")].toString())
                       : QStringLiteral("No complaint (%1)\n")
                             .arg(reading[QStringLiteral("probability")].toDouble(), 0, 'f', 2);
    const auto asks = reading[QStringLiteral("asks")].toArray();
    for (const auto& ask : asks)
        text += QStringLiteral("Asks for: %1\n").arg(ask.toString());
    const auto promises = reading[QStringLiteral("promises")].toArray();
    for (const auto& promise : promises)
        text += QStringLiteral("Promised by %1: %2\n")
                    .arg(promise[QStringLiteral("due")].toString(),
                         promise[QStringLiteral("text")].toString());
    if (reading[QStringLiteral("automatic")].toBool())
        text += QStringLiteral("Not written by a person\n");
    return text;
}

int analyse(const AnalyseArguments& arguments, const Invocation& invocation) {
    QFile file;
    open(file, arguments.file);
    if (arguments.jsonLines)
        return analyseLines(file, invocation);
    const ShopSettings settings = settingsOf(invocation);
    Instant writtenAt = now();
    if (!arguments.at.empty()) {
        const auto said = parseIso(QString::fromStdString(arguments.at), settings.timeZone);
        if (!said)
            throw Failure(FailureKind::WrongUse,
                          QStringLiteral("\"%1\" is no date or time: expected one such as "
                                         "2026-11-20T16:30.")
                              .arg(QString::fromStdString(arguments.at)));
        writtenAt = *said;
    }
    const auto direction = arguments.outbound ? Direction::Outbound : Direction::Inbound;
    const QJsonObject reading =
        toJson(TextReader().read(
                   {RecordKind::Message, direction, {}, QString::fromUtf8(file.readAll()), {}}),
               writtenAt, settings);
    if (invocation.json)
        printJson(reading);
    else
        printLines(textOf(reading).chopped(1));
    return exitDone;
}

}  // namespace

CommandBody setUpAnalyse(CLI::App& options) {
    const auto arguments = std::make_shared<AnalyseArguments>();
    options.add_option("file", arguments->file,
                       "A text, or \"-\" for standard input (the default)");
    options.add_flag("--json-lines", arguments->jsonLines,
                     "A JSON object with id, text, direction and at a line; one a line is printed");
    options.add_flag("--outbound", arguments->outbound, "The text is ours, so it may promise");
    options.add_option("--at", arguments->at, "When it was written; promises are due from then");
    return [arguments](const Invocation& invocation) { return analyse(*arguments, invocation); };
}

}  // namespace goodfaith::app
