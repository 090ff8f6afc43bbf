// SPDX-License-Identifier: GPL-3.0-or-later
// When a file says that it was written.
#include "importers/csv/export_time.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::importers;

class ExportTimeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhenItWasWritten_data() {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QString>("when");
        const auto row = [](const char* line, const char* when) {
            QTest::newRow(line) << QStringList(QString::fromUtf8(line))
                                << QString::fromLatin1(when);
        };
        row("Exported: 2024-03-12 08:15", "2024-03-12T08:15:00Z");
        row("Generated on: 12 Mar 2024 08:15", "2024-03-12T08:15:00Z");
        row("# Exporté le 12.03.2024", "2024-03-12T00:00:00Z");
        row("Report created;2024-03-12T08:15:00+01:00;;", "2024-03-12T07:15:00Z");
        row("\"Stand: 12.03.2024\"", "2024-03-12T00:00:00Z");
        row("Export date,2024-03-12", "2024-03-12T00:00:00Z");
        row("Orders of 2024-03-12", "");
        row("Created from 2024-03-01 to 2024-03-31", "");
        row("Exported: 03/04/2024", "");  // April or March: not without guessing
        row("Exported by user 12", "");
        row("Standard shop 2024-03-12", "");
        row("", "");
    }
    void readsWhenItWasWritten() {
        QFETCH(QStringList, lines);
        const auto when = exportTimeIn(lines, QTimeZone::utc());
        QTEST(when ? toIsoUtc(*when) : QString(), "when");
    }

    void readsItInTheZoneOfTheFile() {
        QCOMPARE(exportTimeIn({QStringLiteral("Exported: 2024-07-01 12:00")},
                              QTimeZone("Europe/Berlin")),
                 parseIso(QStringLiteral("2024-07-01T10:00:00Z"), QTimeZone::utc()));
    }
};

QTEST_GUILESS_MAIN(ExportTimeTest)
#include "export_time_test.moc"
