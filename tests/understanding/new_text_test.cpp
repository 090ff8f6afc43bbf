// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/new_text.h"

#include <QFile>
#include <QtTest>

#include <ctime>

using goodfaith::understanding::MailLayout;
using goodfaith::understanding::newText;
using goodfaith::understanding::substanceOf;

namespace {

QString layouts() {
    QFile file(QStringLiteral(GOODFAITH_TEST_DATA "/understanding/layouts.txt"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

}  // namespace

class NewTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // "=== name", the mail, "--- new", what is new in it.
    void layout_data() {
        QTest::addColumn<QString>("mail");
        QTest::addColumn<QString>("expected");
        const auto parts = layouts().split(QStringLiteral("=== "), Qt::SkipEmptyParts);
        QVERIFY(parts.size() >= 140);
        for (const QString& part : parts) {
            const QString body = part.section(u'\n', 1);
            const auto mark = body.indexOf(QStringLiteral("--- new\n"));
            QTest::newRow(qPrintable(part.section(u'\n', 0, 0)))
                << body.left(mark) << body.mid(mark + 8).trimmed();
        }
    }

    void layout() {
        QFETCH(QString, mail);
        QFETCH(QString, expected);
        QCOMPARE(newText(mail, layout_), expected);
    }

    void windowsLinesReadAlike() {
        QCOMPARE(newText(QStringLiteral("No.\r\n\r\n> Yes?\r\n"), layout_), QStringLiteral("No."));
    }

    void readingTwiceChangesNothing_data() { layout_data(); }
    void readingTwiceChangesNothing() {
        QFETCH(QString, expected);
        QCOMPARE(newText(expected, layout_), expected);
    }

    void substanceHasNoGreetingAndNoName() {
        const auto text =
            QStringLiteral("Hi Bo,\nThe lid is cracked.\n\nMany thanks,\nAda Example");
        QCOMPARE(substanceOf(text, layout_).trimmed(), QStringLiteral("The lid is cracked."));
    }

    void hostileTextsTakeMilliseconds_data() {
        QTest::addColumn<QString>("mail");
        const auto repeated = [](const QString& unit) {
            return unit.repeated(200000 / unit.size());
        };
        QTest::newRow("one long line") << repeated(QStringLiteral("on 1 wrote "));
        QTest::newRow("wrote lines") << repeated(QStringLiteral("On 1 Jan <a@b>, x\n"));
        QTest::newRow("labels") << repeated(QStringLiteral("From: x\n"));
        QTest::newRow("signature marks") << repeated(QStringLiteral("--\n"));
        QTest::newRow("separators") << repeated(QStringLiteral("____\nx\n"));
        QTest::newRow("colons") << repeated(QStringLiteral("2024-01-01 a@b.example:\n"));
        QTest::newRow("quotes") << repeated(QStringLiteral("> "));
        QTest::newRow("blank lines") << repeated(QStringLiteral("\n"));
        QTest::newRow("closings") << repeated(QStringLiteral("Thanks,\n"));
    }

    void hostileTextsTakeMilliseconds() {
        QFETCH(QString, mail);
        const std::clock_t begin = std::clock();
        newText(mail, layout_);
        // Time of our own: others may keep the machine busy.
        const auto millis = 1000 * (std::clock() - begin) / CLOCKS_PER_SEC;
        QVERIFY2(millis < 1500, qPrintable(QString::number(millis)));
    }

private:
    MailLayout layout_ = MailLayout::load();
};

QTEST_APPLESS_MAIN(NewTextTest)
#include "new_text_test.moc"
