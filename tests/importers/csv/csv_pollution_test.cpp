// SPDX-License-Identifier: GPL-3.0-or-later
// One clean table, polluted in one way at a time, as the Pollock benchmark does (Vitagliano et al.,
// VLDB 2023): each row is a pollution and the cells that a careful person would read.
#include "described.h"

#include <QStringEncoder>
#include <QTest>

#include <functional>

using namespace goodfaith::importers;

namespace {

using Rows = QList<QStringList>;

const QStringList header{"number", "day", "customer", "note", "total"};
const QStringList first{"1001", "2024-03-01", "Lindqvist, Ada", "ring \"twice\"", "12.50"};
const QStringList second{"1002", "2024-03-02", "Hale", "left\nright", "7.00"};
const QStringList third{"1003", "2024-03-03", "Zo\u00EB", "", "1204.00"};
const QStringList fourth{"1004", "2024-03-04", "Okafor", "gift", "3.10"};
const Rows clean{header, first, second, third, fourth};

QString quoted(QString cell, QChar quote, QChar escape) {
    cell.replace(quote, QString(escape) + quote);
    return quote + cell + quote;
}

QString written(const Rows& rows, const QString& delimiter = QStringLiteral(","),
                QChar quote = u'"', QChar escape = u'"',
                const QString& end = QStringLiteral("\n")) {
    QString text;
    for (const QStringList& row : rows) {
        QStringList cells;
        for (const QString& cell : row) {
            const bool isPlain = !cell.contains(delimiter) && !cell.contains(quote) &&
                                 !cell.contains(u'\n') && !cell.contains(u'"');
            cells.append(isPlain ? cell : quoted(cell, quote, escape));
        }
        text += cells.join(delimiter) + end;
    }
    return text;
}

// The clean text with one piece of it replaced.
QString with(const QString& piece, const QString& replacement) {
    QString text = written(clean);
    const qsizetype at = text.indexOf(piece);
    Q_ASSERT(at >= 0);
    return text.replace(at, piece.size(), replacement);
}

Rows withRow(qsizetype index, const QStringList& row) {
    Rows rows = clean;
    rows[index] = row;
    return rows;
}

QByteArray encoded(const char* charset, const QString& text) {
    QStringEncoder encoder(charset);
    return encoder.encode(text);
}

Rows rowsOf(const Preview& preview) {
    Rows rows;
    if (preview.header)
        rows.append(*preview.header);
    for (const QStringList& row : preview.rows)
        rows.append(row);
    return rows;
}

}  // namespace

class CsvPollutionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsThroughPollution_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Rows>("rows");
        const auto row = [](const char* name, const QString& text, const Rows& rows = clean) {
            QTest::newRow(name) << text.toUtf8() << rows;
        };
        const QString text = written(clean);
        row("clean", text);

        // The file as a whole
        row("no bytes", "", {});
        row("header only", written({header}), {header});
        row("one row", written({header, first}), {header, first});
        row("no last line end", text.chopped(1));
        row("blank lines at the end", text + "\n\n\n");
        row("blank lines everywhere", QString(text).replace("\n1", "\n\n1").prepend("\n\n"));
        row("no header", written(clean.mid(1)), clean.mid(1));
        row("NUL bytes at the end", text + QString(3, QChar()),
            clean + Rows{{QString(3, QChar())}});

        // Marks
        for (const char* delimiter : {";", "\t", "|", "^", "~", "\x1F", "||", "~|~"})
            row(qPrintable(QStringLiteral("delimiter ") + QString::fromLatin1(delimiter)),
                written(clean, QString::fromLatin1(delimiter)));
        row("single quotes", written(clean, QStringLiteral(","), u'\''));
        row("backslash escapes", written(clean, QStringLiteral(","), u'"', u'\\'));
        row("blanks behind delimiters",
            QString(text).replace(",\"", ", \"").replace("number,day", "number, day"),
            withRow(0, {"number", " day", "customer", "note", "total"}));
        row("CRLF", QString(text).replace("\n1", "\r\n1").chopped(1) + "\r\n");
        row("CR", QString(text).replace("\n1", "\r1").chopped(1) + "\r");
        row("mixed ends", QString(text).replace("\n1002", "\r\n1002").replace("\n1003", "\r1003"));
        row("LF CR LF", QString(text).replace("\n1", "\r\r\n1"));
        row("another delimiter in one row",
            with("1004,2024-03-04,Okafor,gift,3.10", "1004;2024-03-04;Okafor;gift;3.10"),
            withRow(4, {"1004;2024-03-04;Okafor;gift;3.10"}));

        // Rows
        row("a missing cell", with("Okafor,gift,", "Okafor,"),
            withRow(4, {"1004", "2024-03-04", "Okafor", "3.10"}));
        row("an extra cell", with("gift,", "gift,more,"),
            withRow(4, {"1004", "2024-03-04", "Okafor", "gift", "more", "3.10"}));
        row("an extra delimiter at a row's end", with("3.10", "3.10,"),
            withRow(4, QStringList(fourth) << ""));
        row("a row of nothing", with("1004,", ",,,,\n1004,"),
            {header, first, second, third, {"", "", "", "", ""}, fourth});
        row("an extra delimiter at every row's end",
            QString(text).replace(QRegularExpression("(total|\\d\\.\\d\\d)\n"), "\\1,\n"),
            {QStringList(header) << "", QStringList(first) << "", QStringList(second) << "",
             QStringList(third) << "", QStringList(fourth) << ""});
        row("a row torn off", text.chopped(10), withRow(4, {"1004", "2024-03-04", "Okafor", ""}));

        // Quotes
        row("quotes around every cell",
            QString(text).replace("1003,2024-03-03,Zo\u00EB,,1204.00",
                                  "\"1003\",\"2024-03-03\",\"Zo\u00EB\",\"\",\"1204.00\""));
        row("the opening quote missing", with("\"Lindqvist, Ada\"", "Lindqvist, Ada\""),
            withRow(1, {"1001", "2024-03-01", "Lindqvist", " Ada\"", "ring \"twice\"", "12.50"}));
        row("the closing quote missing", with("gift", "\"gift"),
            withRow(4, {"1004", "2024-03-04", "Okafor", "\"gift", "3.10"}));
        row("a closing quote missing above", with("Zo\u00EB", "\"Zo\u00EB"),
            withRow(3, {"1003", "2024-03-03", "\"Zo\u00EB", "", "1204.00"}));
        row("a quote within a word", with("Okafor", "O\"kafor"),
            withRow(4, {"1004", "2024-03-04", "O\"kafor", "gift", "3.10"}));
        row("quotes within quotes, not doubled",
            with("\"ring \"\"twice\"\"\"", "\"ring \"twice\" now\""),
            withRow(1, {"1001", "2024-03-01", "Lindqvist, Ada", "ring \"twice\" now", "12.50"}));
        row("the same, at the end", with("\"ring \"\"twice\"\"\"", "\"ring \"twice\"\""));
        row("text behind a closing quote", with("\"Lindqvist, Ada\"", "\"Lindqvist, Ada\" "));

        // Around the table
        row("a title", "Orders of March\n\n" + text);
        row("a title with all its delimiters", "Orders of March,,,,\n,,,,\n" + text);
        row("a longer preamble", "Shop: Example\nExported by: ada\nFilter: all\n\n" + text);
        row("comments above", "# made by x\n# at y, z\n" + text);
        row("comments between", QString(text)
                                    .replace("\n1003", "\n# checked, so far\n1003")
                                    .replace("\n1004", "\n# \"open\n1004"));
        row("names of groups above", "Order,,Customer,,\n" + text);
        row("a total", text + "Total,,,,1226.60\n");
        row("a short total", text + "\nTotal: 4 orders, 1226.60\n");
        row("a German total", written(clean, QStringLiteral(";")) + "Summe;;;;1226,60\n");
        row("when it was exported", text + "\nExported on 2024-03-05 10:00, by ada");
        row("a mark of the end", text + "-- end of report --\n");
        row("a quoted note", text + "\n\"Last update: 2024-03-05T18:00:02\"");
        row("a note below one row", written({header, first}) + "\n\"Last update: 2024-03-05\"",
            {header, first});
        row("the number of rows", text + "\n(4 rows affected)\n");
        row("the header again", with("1003,", header.join(u',') + "\n1003,"));
        row("one column", "answer\nyes\nno\nyes\n", {{"answer"}, {"yes"}, {"no"}, {"yes"}});
        row("one column, no header", "yes\nno\nyes\n", {{"yes"}, {"no"}, {"yes"}});
        row("a customer called Total", with("Okafor", "Total"),
            withRow(4, {"1004", "2024-03-04", "Total", "gift", "3.10"}));

        // Large things
        const QString longCell = QString(300'000, u'w') + "\n,\"" + QString(300'000, u'v');
        row("a long cell", with("gift", quoted(longCell, u'"', u'"')),
            withRow(4, {"1004", "2024-03-04", "Okafor", longCell, "3.10"}));
        QStringList many;
        for (int i = 0; i < 5000; ++i)
            many << QStringLiteral("c%1").arg(i);
        row("many columns", many.join(u',') + "\n" + many.join(u',').replace(u'c', u'1') + "\n",
            {many, QString(many.join(u',')).replace(u'c', u'1').split(u',')});
    }
    void readsThroughPollution() {
        QFETCH(QByteArray, bytes);
        QTEST(rowsOf(previewBytes(bytes)), "rows");
    }

    void readsEveryCharset_data() {
        QTest::addColumn<QByteArray>("bytes");
        const QString text = written(clean);
        QTest::newRow("UTF-8, marked") << "\xEF\xBB\xBF" + text.toUtf8();
        for (const char* charset : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "windows-1252"})
            QTest::newRow(charset) << encoded(charset, text);
        for (const char* charset : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
            QTest::addRow("%s, marked", charset) << encoded(charset, u'\uFEFF' + text);
    }
    void readsEveryCharset() {
        QFETCH(QByteArray, bytes);
        QCOMPARE(rowsOf(previewBytes(bytes)), clean);
    }

    void keepsTablesApart() {
        const ReadTable read = readBytes(
            "order_id,ordered_at,total\n1,2024-03-01,5\n2,2024-03-02,6\n\n"
            "refund_id,refunded_at,amount\n8,2024-03-03,1\n9,2024-03-04,2\n\n"
            "order_id,ordered_at,total\n3,2024-03-05,7\n",
            {});
        QCOMPARE(read.records.size(), 3);
        QCOMPARE(read.rejected.size(), 3);
        QCOMPARE(read.rejectedRows.front().line, 5);
        QCOMPARE(read.rejectedRows.front().byte, 57);
        QVERIFY(read.rejectedRows.back().reason.contains(QStringLiteral("header is in line 5")));
    }

    void saysWhatItLeavesOut() {
        const ReadTable read = readBytes(
            "order_id,ordered_at,total\n1,2024-03-01,5\n# checked\n2,2024-03-02,6\n"
            "order_id,ordered_at,total\n3,2024-03-05,7\nTotal,,18\n",
            {});
        QCOMPARE(read.records.size(), 3);
        QCOMPARE(read.rejected, QStringList());
        QCOMPARE(read.warnings,
                 QStringList({QStringLiteral("The last line (\u201CTotal,,18\u201D) is no row and "
                                             "was left out."),
                              QStringLiteral("Line 3 is a comment and was left out."),
                              QStringLiteral("The header comes again in line 5, where it was left "
                                             "out.")}));
    }

    // The footer of a file that is longer than what the sniffer sees of its beginning.
    void findsTheFooterOfALongFile() {
        QByteArray bytes = "order_id;ordered_at;total\n";
        for (int i = 0; i < 60'000; ++i)
            bytes += QByteArray::number(i) + ";2024-03-01;\"5,10\"\n";
        const ReadTable read = readBytes(bytes + "\nSumme;;306.000,00\n-- Ende --\n", {});
        QCOMPARE(read.records.size(), 60'000);
        QCOMPARE(read.rejected, QStringList());
        QCOMPARE(read.warnings.size(), 1);
        QVERIFY(read.warnings.front().startsWith(QStringLiteral("The last 2 lines (\u201CSumme")));
    }
};

QTEST_GUILESS_MAIN(CsvPollutionTest)
#include "csv_pollution_test.moc"
