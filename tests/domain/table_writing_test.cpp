// SPDX-License-Identifier: GPL-3.0-or-later
// What may be said of how a table is written.
#include "models/domain/table_writing.h"

#include <QTest>

using namespace goodfaith;

class TableWritingTest : public QObject {
    Q_OBJECT

private:
    static const WritingMember& memberNamed(const QString& name) {
        const auto* found = std::find_if(
            writingMembers.begin(), writingMembers.end(),
            [&](const WritingMember& entry) { return name == QLatin1String(entry.name); });
        return *found;
    }

private Q_SLOTS:
    void saysWhatWasExpected_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* value, const char* expected) {
            QTest::addRow("%s %s", name, value)
                << QString::fromLatin1(name) << QString::fromLatin1(value)
                << QString::fromLatin1(expected);
        };
        row("quote", "", "");
        row("quote", "'", "");
        row("quote", "none", "");
        row("quote", "a", "one mark, such as \", or none");
        row("quote", "''", "one mark, such as \", or none");
        row("skip_lines", "0", "");
        row("skip_lines", "12", "");
        row("skip_lines", "-1", "a number from 0 to 1000");
        row("skip_lines", "9999", "a number from 0 to 1000");
        row("skip_lines", "two", "a number from 0 to 1000");
        row("header", "no", "");
        row("header", "maybe", "yes or no");
        row("date_order", "ymd", "");
        row("date_order", "ydm", "dmy, mdy or ymd");
        row("decimal_mark", ",", "");
        row("decimal_mark", "'", "a point or a comma");
    }
    void saysWhatWasExpected() {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QTEST(expectedOf(memberNamed(name), value), "expected");
    }

    void whatIsSaidStandsOverTheOther() {
        TableWriting said;
        said.quote = QStringLiteral("none");
        TableWriting other;
        other.quote = QStringLiteral("'");
        other.charset = QStringLiteral("UTF-16");
        const TableWriting both = filled(said, other);
        QCOMPARE(both.quote, QStringLiteral("none"));
        QCOMPARE(both.charset, QStringLiteral("UTF-16"));
    }
};

QTEST_GUILESS_MAIN(TableWritingTest)
#include "table_writing_test.moc"
