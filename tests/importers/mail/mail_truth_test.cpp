// SPDX-License-Identifier: GPL-3.0-or-later
// Mail of other projects, whose own tests say what is in it: read where the environment variable
// GOODFAITH_DATA names the folder that holds email/stalwart-mail-parser and email/mimekit.
#include "tests/importers/mail/reading.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace goodfaith;
using namespace goodfaith::importers;

namespace {

QString dataFolder(const QString& name) {
    const QString folder = qEnvironmentVariable("GOODFAITH_DATA");
    return folder.isEmpty() ? QString() : QString(folder % u"/email/" % name);
}

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The value of a mail's header as the truth has it; null where it has none.
QJsonObject headerIn(const QJsonDocument& truth, const QString& name) {
    const QJsonArray headers = truth[u"parts"][0][u"headers"].toArray();
    for (const QJsonValue& header : headers) {
        if (header[u"name"].toString() == name)
            return header[u"value"].toObject();
    }
    return {};
}

std::optional<QString> instantOf(const QJsonObject& value) {
    const QJsonObject parts = value[u"DateTime"].toObject();
    const auto number = [&](const char* name) { return parts[QLatin1String(name)].toInt(); };
    if (number("year") < 1990)
        return std::nullopt;
    const int offset = (number("tz_hour") * 60 + number("tz_minute")) *
                       (parts[u"tz_before_gmt"].toBool() ? -60 : 60);
    const QDateTime at(QDate(number("year"), number("month"), number("day")),
                       QTime(number("hour"), number("minute"), number("second")), Qt::OffsetFromUTC,
                       offset);
    return toIsoUtc(instantFromMillis(at.toMSecsSinceEpoch()));
}

// How many of how many agree, and which do not.
struct Agreement {
    int known = 0;
    QStringList others;

    void compare(const QString& file, const QString& truth, const QString& ours) {
        ++known;
        if (truth != ours)
            others += u"\n  " % file % u": " % truth % u" | " % ours;
    }
};

}  // namespace

class MailTruthTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void headersAgree();
    void mboxLinesAgree_data();
    void mboxLinesAgree();
};

void MailTruthTest::headersAgree() {
    const QString folder = dataFolder(QStringLiteral("stalwart-mail-parser/eml"));
    if (!QFileInfo(folder).isDir())
        QSKIP("GOODFAITH_DATA names no folder with email/stalwart-mail-parser.");
    Agreement subjects, senders, dates;
    QDirIterator files(folder, {QStringLiteral("*.eml")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString name = QDir(folder).relativeFilePath(path);
        const auto truth =
            QJsonDocument::fromJson(bytesOf(path.chopped(4) + QStringLiteral(".json")));
        CollectingSink sink = readBytes(bytesOf(path));
        if (sink.records.empty())  // of those, some have no date and nothing else to tell by
            sink = readBytes("Date: Fri, 1 Mar 2024 09:30:00 +0100\n" + bytesOf(path));
        if (sink.records.empty())
            continue;
        const ImportedRecord& mail = sink.records.front();
        if (const auto value = headerIn(truth, QStringLiteral("subject")); value.contains(u"Text"))
            subjects.compare(name, value[u"Text"].toString().simplified(),
                             mail.fields.text(Field::Subject));
        const auto from = headerIn(truth, QStringLiteral("from"))[u"Address"][u"List"].toArray();
        if (!from.isEmpty())
            senders.compare(name, from[0][u"address"].toString().toLower(),
                            mail.parties.empty() ? QString() : mail.parties.front().keys.email);
        if (const auto at = instantOf(headerIn(truth, QStringLiteral("date"))))
            dates.compare(name, *at, toIsoUtc(*mail.fields.instant(Field::At)));
    }
    // The truth keeps raw 8-bit subjects as U+FFFD and one in UTF-7 as it is: ours are read.
    QVERIFY2(subjects.others.size() <= 6 && subjects.known >= 79,
             qPrintable(subjects.others.join(u' ')));
    // "moderator" is no address.
    QVERIFY2(senders.others.size() <= 1 && senders.known >= 70,
             qPrintable(senders.others.join(u' ')));
    // A header that a fuzzer has mixed up.
    QVERIFY2(dates.others.size() <= 1 && dates.known >= 73, qPrintable(dates.others.join(u' ')));
}

void MailTruthTest::mboxLinesAgree_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"content-length", "issue1189"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void MailTruthTest::mboxLinesAgree() {
    QFETCH(QString, name);
    const QString path = dataFolder(u"mimekit/mbox/" % name);
    if (!QFileInfo::exists(path + QStringLiteral(".mbox.txt")))
        QSKIP("GOODFAITH_DATA names no folder with email/mimekit.");
    const auto truth =
        QJsonDocument::fromJson(bytesOf(path + QStringLiteral(".unix-offsets.json")));
    QList<qint64> expected, lines;
    for (const QJsonValue& mail : truth.array())
        expected += mail[u"lineNumber"].toInteger() - 1;  // of the marker before it
    const CollectingSink sink = readAll(path + QStringLiteral(".mbox.txt"));
    for (const ImportedRecord& mail : sink.records)
        lines += mail.line;
    QCOMPARE(lines, expected);
}

QTEST_GUILESS_MAIN(MailTruthTest)
#include "mail_truth_test.moc"
