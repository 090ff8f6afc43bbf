// SPDX-License-Identifier: GPL-3.0-or-later
#include "failing_device.h"
#include "importers/csv/record_reader.h"
#include "models/domain/failure.h"

#include <QBuffer>
#include <QTest>

#include <random>

using namespace goodfaith;
using namespace goodfaith::importers;

namespace {

using Rows = QList<QStringList>;

Dialect dialectOf(char delimiter, char quote = '"', char escape = '"') {
    Dialect dialect;
    dialect.delimiter = std::string(1, delimiter);
    dialect.quote = quote;
    dialect.escape = escape;
    return dialect;
}

struct ReadRow {
    QStringList cells;
    qint64 line = 0;
    qint64 offset = 0;
    Damage damage = Damage::None;
    qint64 quoteLine = 0;
};

std::vector<ReadRow> readAll(QByteArray bytes, const Dialect& dialect, ReaderLimits limits = {}) {
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    RecordReader reader(device, dialect, limits);
    std::vector<ReadRow> rows;
    while (reader.next())
        rows.push_back(
            {reader.texts(), reader.line(), reader.offset(), reader.damage(), reader.quoteLine()});
    return rows;
}

Rows cellsOf(const std::vector<ReadRow>& rows) {
    Rows cells;
    for (const ReadRow& row : rows)
        cells.append(row.cells);
    return cells;
}

}  // namespace

class CsvReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsRowsOverEveryEdge_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<char>("delimiter");
        QTest::addColumn<char>("escape");
        QTest::addColumn<Rows>("rows");
        const auto row = [](const char* name, const QByteArray& bytes, const Rows& rows,
                            char delimiter = ',', char escape = '"') {
            QTest::newRow(name) << bytes << delimiter << escape << rows;
        };
        row("empty", "", {});
        row("one cell", "a", {{"a"}});
        row("line feeds", "a,b\n1,2\n", {{"a", "b"}, {"1", "2"}});
        row("no last line end", "a,b\n1,2", {{"a", "b"}, {"1", "2"}});
        row("pairs", "a,b\r\n1,2\r\n", {{"a", "b"}, {"1", "2"}});
        row("returns", "a,b\r1,2\r", {{"a", "b"}, {"1", "2"}});
        row("mixed ends", "a\r\nb\nc\rd\n\re", {{"a"}, {"b"}, {"c"}, {"d"}, {"e"}});
        row("blank lines", "\n\r\n\ra,b\n\n\n1,2\n\n", {{"a", "b"}, {"1", "2"}});
        row("empty cells", ",\n,,\n", {{"", ""}, {"", "", ""}});
        row("quoted", "\"a\",\"b,c\"\n", {{"a", "b,c"}});
        row("empty quoted", "\"\"\n\"\",\"\"\n", {{""}, {"", ""}});
        row("doubled", "\"say \"\"hi\"\"\",\"\"\"\"\n", {{"say \"hi\"", "\""}});
        row("quoted ends", "\"a\nb\",\"c\r\nd\",\"e\rf\"\n1\n",
            {{"a\nb", "c\r\nd", "e\rf"}, {"1"}});
        row("quote within", "5\" disk,a\"b\"\n", {{"5\" disk", "a\"b\""}});
        row("stray quote", "\"a \"b\" c\",2\n", {{"a \"b\" c", "2"}});
        row("blanks after quote", "\"a\" ,\"b\"\t\n", {{"a", "b"}});
        row("blanks are kept", " a , b \n", {{" a ", " b "}});
        row("ragged", "a\nb,c\nd,e,f\n", {{"a"}, {"b", "c"}, {"d", "e", "f"}});
        row("NUL bytes", QByteArray("a\0b,\0\n", 6), {{QString("a") + QChar() + "b", QChar()}});
        row("byte order mark",
            "\xEF\xBB\xBF"
            "a,b\n",
            {{"a", "b"}});
        row("part of a mark", "\xEF\xBB", {{QString::fromUtf8("ï»")}});
        row("letters", "Zoë,日本\n", {{QString::fromUtf8("Zoë"), QString::fromUtf8("日本")}});
        row("broken letters", "Zo\xEB,x\n", {{QString::fromUtf8("Zoë"), "x"}});
        row("tabs", "a\t\"b\tc\"\t\n", {{"a", "b\tc", ""}}, '\t');
        row("backslashes", "\"a \\\"b\\\" \\\\\",c\\,d,e\\f\n", {{"a \"b\" \\", "c,d", "e\\f"}},
            ',', '\\');
        row("escaped end", "\"a\\\nb\",c\n1,2\n", {{"a\nb", "c"}, {"1", "2"}}, ',', '\\');
        row("doubled among backslashes", "\"a \"\"b\"\" \\\"c\\\"\",d", {{"a \"b\" \"c\"", "d"}},
            ',', '\\');
    }
    void readsRowsOverEveryEdge() {
        QFETCH(QByteArray, bytes);
        QFETCH(char, delimiter);
        QFETCH(char, escape);
        QFETCH(Rows, rows);
        for (qint64 chunk = 1; chunk <= bytes.size() + 1; ++chunk) {
            const auto read =
                readAll(bytes, dialectOf(delimiter, '"', escape), {chunk, 1 << 20, 1000});
            QCOMPARE(cellsOf(read), rows);
        }
    }

    void knowsWhereRowsBegin() {
        const QByteArray bytes = "title\n\na,b\r\n\"x\ny\",2\r\n\r\n3,4\n";
        Dialect dialect = dialectOf(',');
        dialect.preambleLines = 2;
        for (qint64 chunk = 1; chunk < bytes.size(); ++chunk) {
            const auto rows = readAll(bytes, dialect, {chunk, 1 << 20, 1000});
            QCOMPARE(rows.size(), size_t(3));
            QCOMPARE(rows[0].line, 3);
            QCOMPARE(rows[1].line, 4);
            QCOMPARE(rows[2].line, 7);
            QCOMPARE(rows[0].offset, bytes.indexOf("a,b"));
            QCOMPARE(rows[2].offset, bytes.indexOf("3,4"));
        }
    }

    void knowsBytesInEveryCharset_data() {
        QTest::addColumn<QByteArray>("charset");
        QTest::addColumn<QByteArray>("mark");
        QTest::addColumn<QByteArray>("wide");  // the last row's beginning
        QTest::newRow("UTF-8") << QByteArray("UTF-8") << QByteArray() << QByteArray("3,");
        QTest::newRow("UTF-8, marked")
            << QByteArray("UTF-8") << QByteArray("\xEF\xBB\xBF") << QByteArray("3,");
        QTest::newRow("UTF-16LE") << QByteArray("UTF-16LE") << QByteArray("\xFF\xFE")
                                  << QByteArray("3\0,\0", 4);
        QTest::newRow("UTF-16BE") << QByteArray("UTF-16BE") << QByteArray()
                                  << QByteArray("\0003\0,", 4);
        QTest::newRow("UTF-32LE") << QByteArray("UTF-32LE") << QByteArray()
                                  << QByteArray("3\0\0\0,\0\0\0", 8);
        QTest::newRow("Windows-1252")
            << QByteArray("Windows-1252") << QByteArray() << QByteArray("3,");
        QTest::newRow("Shift_JIS") << QByteArray("Shift_JIS") << QByteArray() << QByteArray("3,");
    }
    void knowsBytesInEveryCharset() {
        QFETCH(QByteArray, charset);
        QFETCH(QByteArray, mark);
        QFETCH(QByteArray, wide);
        const QString text =
            charset == "Windows-1252" ? QStringLiteral("a,Zo\u00EB\u20AC\n1,\u00DF\n3,4\n")
            : charset == "Shift_JIS"  ? QStringLiteral("a,\u65E5\u672C\n1,\uFF76\n3,4\n")
                                      : QStringLiteral("a,Zo\u00EB \U0001F600\n1,\u65E5\n3,4\n");
        QStringEncoder encoder(charset.constData());
        const QByteArray bytes = mark + QByteArray(encoder.encode(text));
        Dialect dialect;
        dialect.charset = charset;
        for (qint64 chunk = 1; chunk < bytes.size(); ++chunk) {
            const auto rows = readAll(bytes, dialect, {chunk, 1 << 20, 1000});
            QCOMPARE(rows.size(), size_t(3));
            QCOMPARE(rows[0].offset, mark.size());
            QCOMPARE(rows[2].offset, bytes.indexOf(wide));
        }
    }

    void passesOverComments() {
        const QByteArray bytes = "# made by x\na,b\n#\"open\n#1,2\n# x\r\n3,4\n#";
        Dialect dialect;
        dialect.comment = '#';
        dialect.columns = 2;
        for (qint64 chunk = 1; chunk < bytes.size(); ++chunk) {
            const auto rows = readAll(bytes, dialect, {chunk, 1 << 20, 1000});
            QCOMPARE(cellsOf(rows), (Rows{{"a", "b"}, {"#1", "2"}, {"3", "4"}}));
            QCOMPARE(rows[2].line, 6);
        }
    }

    void leavesTheFooterUnread() {
        const QByteArray bytes = "a,b\n1,2\nTotal,2\n";
        Dialect dialect;
        dialect.footerBytes = bytes.size() - bytes.indexOf("Total");
        for (qint64 chunk = 1; chunk < bytes.size(); ++chunk)
            QCOMPARE(cellsOf(readAll(bytes, dialect, {chunk, 1 << 20, 1000})),
                     (Rows{{"a", "b"}, {"1", "2"}}));
    }

    void keepsDamageLocal_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Rows>("rows");
        QTest::addColumn<int>("damaged");  // its index
        QTest::addColumn<int>("quoteLine");
        QTest::newRow("before another quoted cell")
            << QByteArray("a,b\n1,\"x\n2,\"y\"\n3,z\n")
            << Rows{{"a", "b"}, {"1", "\"x"}, {"2", "y"}, {"3", "z"}} << 1 << 2;
        QTest::newRow("no other quotes")
            << QByteArray("a,b\n\"1,x\n2,y\n3,z\n")
            << Rows{{"a", "b"}, {"\"1", "x"}, {"2", "y"}, {"3", "z"}} << 1 << 2;
        QTest::newRow("in the last line") << QByteArray("a,b\n1,x\n2,\"y")
                                          << Rows{{"a", "b"}, {"1", "x"}, {"2", "\"y"}} << 2 << 3;
        QTest::newRow("after a cell of two lines")
            << QByteArray("\"a\nb\",\"c\n1,2\n") << Rows{{"a\nb", "\"c"}, {"1", "2"}} << 0 << 2;
        QTest::newRow("before a doubled quote")
            << QByteArray("1,\"x\n2,\"\"\"y\"\"\"\n3,z\n")
            << Rows{{"1", "\"x"}, {"2", "\"y\""}, {"3", "z"}} << 0 << 1;
    }
    void keepsDamageLocal() {
        QFETCH(QByteArray, bytes);
        QFETCH(Rows, rows);
        QFETCH(int, damaged);
        QFETCH(int, quoteLine);
        for (qint64 chunk = 1; chunk <= bytes.size(); ++chunk) {
            const auto read = readAll(bytes, dialectOf(','), {chunk, 1 << 20, 1000});
            QCOMPARE(cellsOf(read), rows);
            for (size_t i = 0; i < read.size(); ++i)
                QCOMPARE(read[i].damage == Damage::OpenQuote, static_cast<int>(i) == damaged);
            QCOMPARE(read[static_cast<size_t>(damaged)].quoteLine, quoteLine);
        }
    }

    void resumesAfterBoundedLines() {
        QByteArray bytes = "a,\"open\n";
        for (int i = 0; i < 5000; ++i)
            bytes += "x," + QByteArray::number(i) + '\n';
        const auto rows = readAll(bytes, dialectOf(','), {4096, 1 << 20, 100});
        QCOMPARE(rows.size(), size_t(5001));
        QCOMPARE(rows[0].damage, Damage::OpenQuote);
        QCOMPARE(rows[5000].cells, QStringList({"x", "4999"}));
        QCOMPARE(rows[5000].line, 5001);
    }

    void skipsRowsBeyondTheLimit_data() {
        QTest::addColumn<QByteArray>("opening");
        QTest::newRow("plain") << QByteArray();
        QTest::newRow("quoted") << QByteArray("\"");
    }
    void skipsRowsBeyondTheLimit() {
        QFETCH(QByteArray, opening);
        const QByteArray bytes = "a,b\n" + opening + QByteArray(100'000, 'x') + ",y\n1,2\n";
        for (const qint64 chunk : {1000, 7777, 300'000}) {
            const auto rows = readAll(bytes, dialectOf(','), {chunk, 20'000, 1000});
            QCOMPARE(rows.size(), size_t(3));
            QCOMPARE(rows[1].damage, Damage::TooLong);
            QCOMPARE(rows[2].cells, QStringList({"1", "2"}));
            QCOMPARE(rows[2].line, 3);
        }
    }

    // Each line opens a quote that is not closed: looking for its end must not cost the whole file
    // each time.
    void staysLinearWithManyOpenQuotes_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("at the beginning") << QByteArray("\"a,b\n");
        QTest::newRow("in a later cell") << QByteArray("x,\"a\n");
        QTest::newRow("before doubled ones") << QByteArray("x,\"\"\"a\n");
        QTest::newRow("text behind the quote") << QByteArray("\"a\"b,c\n");
    }
    void staysLinearWithManyOpenQuotes() {
        QFETCH(QByteArray, line);
        const auto rows = readAll(line.repeated(100'000), dialectOf(','));
        QCOMPARE(rows.size(), size_t(100'000));
        QCOMPARE(rows.back().line, 100'000);
    }

    void convertsOtherCharsets_data() {
        QTest::addColumn<QByteArray>("charset");
        QTest::addColumn<QByteArray>("bytes");
        const QString text = QStringLiteral("Zo\u00EB,\U0001F600\n1,2\n");
        const auto encoded = [&](QStringConverter::Encoding encoding,
                                 const QByteArray& mark) -> QByteArray {
            return mark + QByteArray(QStringEncoder(encoding).encode(text));
        };
        QTest::newRow("UTF-16LE") << QByteArray("UTF-16LE")
                                  << encoded(QStringConverter::Utf16LE, "\xFF\xFE");
        QTest::newRow("UTF-16BE") << QByteArray("UTF-16BE")
                                  << encoded(QStringConverter::Utf16BE, "\xFE\xFF");
        QTest::newRow("no mark") << QByteArray("UTF-16LE")
                                 << encoded(QStringConverter::Utf16LE, "");
        QTest::newRow("UTF-32LE") << QByteArray("UTF-32LE")
                                  << encoded(QStringConverter::Utf32LE,
                                             QByteArray("\xFF\xFE\0\0", 4));
    }
    void convertsOtherCharsets() {
        QFETCH(QByteArray, charset);
        QFETCH(QByteArray, bytes);
        Dialect dialect;
        dialect.charset = charset;
        const Rows expected{{QStringLiteral("Zo\u00EB"), QStringLiteral("\U0001F600")}, {"1", "2"}};
        for (qint64 chunk = 1; chunk <= bytes.size(); ++chunk)
            QCOMPARE(cellsOf(readAll(bytes, dialect, {chunk, 1 << 20, 1000})), expected);
    }

    void neverTakesHalfAFileForAWholeOne_data() {
        QTest::addColumn<FailingDevice::Fault>("fault");
        QTest::addColumn<QByteArray>("charset");
        QTest::addColumn<QString>("says");
        const auto error = FailingDevice::Fault::Error;
        const auto end = FailingDevice::Fault::EarlyEnd;
        QTest::newRow("error") << error << QByteArray("UTF-8")
                               << "after byte %1: Input/output error.";
        QTest::newRow("early end")
            << end << QByteArray("UTF-8") << "ended after %1 of its 24 bytes";
        QTest::newRow("error, converted")
            << error << QByteArray("ISO-8859-1") << "after byte %1: Input/output error.";
        QTest::newRow("early end, converted")
            << end << QByteArray("UTF-16LE") << "ended after %1 of its 24 bytes";
    }
    void neverTakesHalfAFileForAWholeOne() {
        QFETCH(FailingDevice::Fault, fault);
        QFETCH(QByteArray, charset);
        QFETCH(QString, says);
        const QByteArray bytes = "order_id,total\n1,2\n3,\"4\n";
        QCOMPARE(bytes.size(), 24);
        Dialect dialect;
        dialect.charset = charset;
        for (qint64 failsAfter = 0; failsAfter < bytes.size(); ++failsAfter) {
            for (const qint64 chunk : {1, 7, 4096}) {
                FailingDevice device(bytes, failsAfter, fault);
                RecordReader reader(device, dialect, {chunk, 1 << 20, 1000});
                QString said;
                try {
                    while (reader.next()) {
                    }
                } catch (const Failure& failure) {
                    said = failure.message();
                }
                QVERIFY2(said.contains(says.arg(failsAfter)), qPrintable(said));
            }
        }
    }

    void survivesAnyBytes() {
        std::mt19937 random(20240701);
        const QByteArray marks = QByteArray("\",;\\\n\r\t \0ab1\xC3\xA9\xFF", 16);
        for (int round = 0; round < 2000; ++round) {
            QByteArray bytes;
            const auto size = random() % 200;
            for (size_t i = 0; i < size; ++i)
                bytes += marks[static_cast<qsizetype>(random() % 16)];
            const Dialect dialect = dialectOf(',', '"', random() % 2 == 0 ? '"' : '\\');
            const auto whole = readAll(bytes, dialect);
            const qint64 chunk = 1 + static_cast<qint64>(random() % 9);
            const auto pieces = readAll(bytes, dialect, {chunk, 4 * 1024 * 1024, 10'000});
            QCOMPARE(cellsOf(pieces), cellsOf(whole));
            const auto tight = readAll(bytes, dialect, {chunk, 16, 3});
            QVERIFY(tight.size() <= static_cast<size_t>(bytes.size()));
        }
    }
};

QTEST_GUILESS_MAIN(CsvReaderTest)
#include "csv_reader_test.moc"
