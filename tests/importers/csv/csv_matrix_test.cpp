// SPDX-License-Identifier: GPL-3.0-or-later
// Delimiter × quoting × record end × charset × the buffer's edges, over cells that hold whatever
// hurts: every combination is written by the test, read, and sniffed.
#include "importers/csv/record_reader.h"
#include "importers/csv/sniffer.h"

#include <QBuffer>
#include <QStringEncoder>
#include <QTest>

using namespace goodfaith::importers;

namespace {

using Rows = QList<QStringList>;

struct Quoting {
    const char* name;
    char quote;
    char escape;
};
constexpr Quoting quotings[] = {
    {"doubled", '"', '"'}, {"backslash", '"', '\\'}, {"single", '\'', '\''}, {"bare", 0, '\\'}};
constexpr const char* delimiters[] = {",", ";", "\t", "|", "^", "\x1F", "||", "~|~", "::"};
constexpr const char* ends[] = {"\n", "\r\n", "\r"};
constexpr const char* charsets[] = {"UTF-8",    "UTF-8 marked", "UTF-16LE",
                                    "UTF-16BE", "UTF-32LE",     "windows-1252"};

// All marks of all dialects, letters beyond ASCII, blanks at both ends, nothing at all.
Rows nastyRows(const QString& end) {
    const QString marks = QStringLiteral("a,b;c\td|e^f\u001Fg||h~|~i::j#k\\");
    const QString quotes = QStringLiteral("\"x\"\" 'y'' \\z\\\\ \"");
    Rows rows{{"id", "text", "note", "last"}};
    rows << QStringList{"1", marks, quotes, "x"} << QStringList{"2", "", " ", ""}
         << QStringList{"3", "one" + end + end + "two" + end, "'", "\""}
         << QStringList{"4", QStringLiteral("Zo\u00EB \u00DF\u20AC"), "NULL", " b "}
         << QStringList{"5", QString(40, u'w'), "\\", "\\N"};
    return rows;
}

bool isMark(QStringView text, qsizetype at, const Dialect& dialect) {
    const QChar c = text[at];
    return c == u'\\' || (dialect.quote != 0 && c == QLatin1Char(dialect.quote)) ||
           (dialect.quote == 0 &&
            (c == u'\n' || c == u'\r' || c == QString::fromStdString(dialect.delimiter).front()));
}

QString written(const QString& cell, const Dialect& dialect) {
    QString text;
    for (qsizetype i = 0; i < cell.size(); ++i) {
        const bool isEnd = cell[i] == u'\n' && i > 0 && cell[i - 1] == u'\r';
        if (dialect.escape == '\\' && isMark(cell, i, dialect) && !isEnd)
            text += u'\\';
        text += cell[i];
        if (dialect.escape == dialect.quote && cell[i] == QLatin1Char(dialect.quote))
            text += cell[i];
    }
    const QString quote = dialect.quote == 0 ? QString() : QString(QLatin1Char(dialect.quote));
    return quote + text + quote;
}

QString written(const Rows& rows, const Dialect& dialect, const QString& end) {
    QString text;
    for (const QStringList& row : rows) {
        QStringList cells;
        for (const QString& cell : row)
            cells.append(written(cell, dialect));
        text += cells.join(QString::fromStdString(dialect.delimiter)) + end;
    }
    return text;
}

QByteArray encoded(const QString& text, const QByteArray& charset) {
    if (charset == "UTF-8 marked")
        return "\xEF\xBB\xBF" + text.toUtf8();
    QStringEncoder encoder(charset.constData());
    return encoder.encode(text);
}

Rows rowsIn(const QByteArray& bytes, const Dialect& dialect, const ReaderLimits& limits) {
    QBuffer device;
    device.setData(bytes);
    device.open(QIODevice::ReadOnly);
    RecordReader reader(device, dialect, limits);
    Rows rows;
    while (reader.next())
        rows.append(reader.texts());
    return rows;
}

}  // namespace

class CsvMatrixTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatWasWritten_data() {
        QTest::addColumn<QString>("delimiter");
        QTest::addColumn<int>("quoting");
        QTest::addColumn<QString>("end");
        for (const char* delimiter : delimiters) {
            for (int quoting = 0; quoting < 4; ++quoting) {
                for (const char* end : ends)
                    QTest::addRow("%s %s %s", delimiter, quotings[quoting].name,
                                  end[0] == '\n'   ? "LF"
                                  : end[1] == '\n' ? "CRLF"
                                                   : "CR")
                        << QString(delimiter) << quoting << QString(end);
            }
        }
    }
    void readsWhatWasWritten() {
        QFETCH(QString, delimiter);
        QFETCH(int, quoting);
        QFETCH(QString, end);
        Dialect dialect;
        dialect.delimiter = delimiter.toStdString();
        dialect.quote = quotings[quoting].quote;
        dialect.escape = quotings[quoting].escape;
        const Rows rows = nastyRows(end);
        const QString text = written(rows, dialect, end);
        for (const char* charset : charsets) {
            dialect.charset = QByteArray(charset).split(' ').first();
            const QByteArray bytes = encoded(text, charset);
            for (const qint64 chunk : {1, 2, 3, 5, 7, 64, 4096})
                QCOMPARE(rowsIn(bytes, dialect, {chunk, 1 << 20, 1000}), rows);
        }
    }

    // The sniffer is given rows as shops have them, with one cell that needs its quotes.
    void findsWhatWasWritten_data() { readsWhatWasWritten_data(); }
    void findsWhatWasWritten() {
        QFETCH(QString, delimiter);
        QFETCH(int, quoting);
        QFETCH(QString, end);
        Dialect dialect;
        dialect.delimiter = delimiter.toStdString();
        dialect.quote = quotings[quoting].quote;
        dialect.escape = quotings[quoting].escape;
        Rows rows{{"order", "name", "total"}};
        for (int i = 1; i < 8; ++i)
            rows << QStringList{QString::number(1000 + i), QStringLiteral("Zo\u00EB, K\u00F6ln"),
                                QString::number(i) + ".50"};
        const QString quote = dialect.quote == 0 ? QString() : QString(QLatin1Char(dialect.quote));
        rows[2][1] = "a " + delimiter + " b " + quote + "c" + quote + end + "d";
        const QString text = written(rows, dialect, end);
        for (const char* charset : charsets) {
            const Dialect found = sniffDialect({encoded(text, charset), true, {}}, {},
                                               [](const QStringList&) { return false; });
            QCOMPARE(found.charset.toLower(), QByteArray(charset).split(' ').first().toLower());
            QCOMPARE(found.delimiter, dialect.delimiter);
            QCOMPARE(found.preambleLines, 0);
            QVERIFY(found.hasHeader);
            QCOMPARE(rowsIn(encoded(text, charset), found, {}), rows);
        }
    }
};

QTEST_GUILESS_MAIN(CsvMatrixTest)
#include "csv_matrix_test.moc"
