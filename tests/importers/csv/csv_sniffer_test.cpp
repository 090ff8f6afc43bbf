// SPDX-License-Identifier: GPL-3.0-or-later
#include "described.h"
#include "importers/csv/charset.h"
#include "models/domain/failure.h"

#include <QStringEncoder>
#include <QTest>

#include <random>

using namespace goodfaith;
using namespace goodfaith::importers;

namespace {

QString marksOf(const Preview& preview) {
    const QString delimiter =
        preview.delimiter == u"\t" ? QStringLiteral("tab") : preview.delimiter;
    return QStringList{delimiter,
                       preview.quote,
                       preview.escape,
                       preview.recordEnd,
                       QString::number(preview.preambleLines),
                       preview.header ? preview.header->join(u'+') : QStringLiteral("none")}
        .join(u' ');
}

}  // namespace

class CsvSnifferTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheDialect_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("marks");  // delimiter, quote, escape, end, preamble, header
        const auto row = [](const char* name, const QByteArray& bytes, const char* marks) {
            QTest::newRow(name) << bytes << QString::fromLatin1(marks);
        };
        row("commas", "a,b\n1,2\n3,4\n", ", \" \" LF 0 a+b");
        row("semicolons", "a;b\r\n1;2\r\n3;4\r\n", "; \" \" CRLF 0 a+b");
        row("tabs", "a\tb\r1\t2\r3\t4\r", "tab \" \" CR 0 a+b");
        row("pipes", "a|b\n1|2\n", "| \" \" LF 0 a+b");
        row("carets", "a^b\n1^2\n3^4\n", "^ \" \" LF 0 a+b");
        row("decimal commas", "a;b;c\n1,5;2,5;x\n3,5;4,5;y\n", "; \" \" LF 0 a+b+c");
        row("commas in text", "a\tb\tc\nx, y\t1\t2\nz, w\t3\t4\n", "tab \" \" LF 0 a+b+c");
        row("quoted delimiters", "a,b\n\"x;y;z\",1\n\"u;v;w\",2\n", ", \" \" LF 0 a+b");
        row("one column", "name\nAda\nBob\n", ", \" \" LF 0 name");
        row("one quoted column", "name\n\"a, b\"\n\"c, d\"\n", ", \" \" LF 0 name");
        row("times in one column", "time\n10:00:00\n11:00:00\n", ", \" \" LF 0 time");
        row("single quotes", "a|b\n'x|y'|1\n'z'|2\n", "| ' ' LF 0 a+b");
        row("backslashes", "a,b\n\"x\\\"y\",1\n\"\\\"z\",2\n", ", \" \\ LF 0 a+b");
        row("apostrophes", "a,b\nO'Neill,1\n'tis,2\nx,3\n", ", \" \" LF 0 a+b");
        row("loose quotes", "a,b,c\n\"x\",\"say \"hi\" y\",1\nz,w,2\n", ", \" \" LF 0 a+b+c");
        row("quotes as characters", "a\tb\n\"one\t1\n\"two\t2\n\"three\t3\n\"four\t4\n",
            "tab   LF 0 a+b");
        row("one open quote", "a,b\n\"x,1\ny,2\nz,3\n", ", \" \" LF 0 a+b");
        row("no header", "1,2.5\n3,4.5\n", ", \" \" LF 0 none");
        row("no header, dates", "2024-01-01,x\n2024-01-02,y\n", ", \" \" LF 0 none");
        row("header only", "a,b,c\n", ", \" \" LF 0 a+b+c");
        row("years as names", "country,2023,2024\nDE,5,6\nFR,7,8\n",
            ", \" \" LF 0 country+2023+2024");
        row("title", "My shop\n\na,b,c\n1,2,3\n4,5,6\n", ", \" \" LF 2 a+b+c");
        row("wide title", "Report,,,\nMarch,,,\na,b,c,d\n1,2,3,4\n5,6,7,8\n",
            ", \" \" LF 2 a+b+c+d");
        row("comments", "# made by x\n# at y\na;b\n1;2\n3;4\n", "; \" \" LF 2 a+b");
        row("declared", "sep=;\na;b\n1,5;2\n", "; \" \" LF 1 a+b");
        row("declared against the rows", "sep=,\na;b,c\n1;2,3\n4;5,6\n", ", \" \" LF 1 a;b+c");
        row("blank beginning", "\n\na,b\n1,2\n", ", \" \" LF 2 a+b");
        row("blank name", ",b,c\n0,x,y\n1,z,w\n", ", \" \" LF 0 +b+c");
        row("known header", "order_id,ordered_at,total\nx,y,z\n",
            ", \" \" LF 0 order_id+ordered_at+total");
        row("empty", "", ", \" \" LF 0 none");
        row("two pipes", "a||b||c\n1||2|x||3\n", "|| \" \" LF 0 a+b+c");
        row("empty columns", "a|b|c\n1||2\n3||4\n", "| \" \" LF 0 a+b+c");
        row("an empty column, no header", "1;;2\n3;;4\n", "; \" \" LF 0 none");
        row("long marks", "a~|~b\n1~|~2\n3~|~4\n", "~|~ \" \" LF 0 a+b");
        row("two colons", "1::Toy Story: x::5\n2::Jumanji::6\n3::Heat::7\n", ":: \" \" LF 0 none");
        row("unit separators",
            "a\x1F"
            "b\n1\x1F"
            "2\n3\x1F"
            "4\n",
            "\x1F \" \" LF 0 a+b");
        row("blanks", "id day time size\n1 2024-01-01 10:00 5\n2 2024-01-02 11:00 6\n",
            "  \" \" LF 0 id+day+time+size");
        row("full names are no columns", "full name\nAda Lind\nBob Hale\n",
            ", \" \" LF 0 full name");
        row("database escapes", "1\ta\\\tb\n2\tc\\\nd\n3\te\n", "tab  \\ LF 0 none");
        row("padded by tabs", "item,\tamount\nA,\t\t50\nB,\t\t40\n", ", \" \" LF 0 item+\tamount");
        row("declared, two characters", "sep=||\na||b\n1||2\n", "|| \" \" LF 1 a+b");
        row("names of groups", "Order,,Customer,\nid,total,name,mail\n1,2,Ada,a@b.example\n",
            ", \" \" LF 1 id+total+name+mail");
        row("short notes", "some notes\nmore notes,...\nnumber,text,date\n3,x,2000-12-13\n",
            ", \" \" LF 2 number+text+date");
        row("rows of all lengths", "10,100,1000\n10,100\n10\n10,1,1,1\n", ", \" \" LF 0 none");
    }
    void findsTheDialect() {
        QFETCH(QByteArray, bytes);
        QTEST(marksOf(previewBytes(bytes)), "marks");
    }

    void findsTheCharset_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("charset");
        const QString text = QStringLiteral("name,city\nZo\u00EB,K\u00F6ln\nAda,Paris\n");
        const auto encoded = [&](const char* charset, const QString& what) -> QByteArray {
            QStringEncoder encoder(charset);
            return encoder.encode(what);
        };
        const auto row = [](const char* name, const QByteArray& bytes, const char* charset) {
            QTest::newRow(name) << bytes << QByteArray(charset);
        };
        row("ASCII", "a,b\n1,2\n", "UTF-8");
        row("UTF-8", text.toUtf8(), "UTF-8");
        row("UTF-8, marked", "\xEF\xBB\xBF" + text.toUtf8(), "UTF-8");
        row("UTF-8, cut", text.toUtf8().left(13), "UTF-8");
        row("UTF-8, one broken", text.toUtf8().repeated(10) + "\xFF", "UTF-8");
        row("Latin", text.toLatin1(), "Windows-1252");
        row("UTF-16LE, marked", "\xFF\xFE" + encoded("UTF-16LE", text), "UTF-16LE");
        row("UTF-16BE, marked", "\xFE\xFF" + encoded("UTF-16BE", text), "UTF-16BE");
        row("UTF-16LE", encoded("UTF-16LE", text), "UTF-16LE");
        row("UTF-16BE", encoded("UTF-16BE", text), "UTF-16BE");
        const QString russian = QStringLiteral(
            "\u0438\u043C\u044F,\u0433\u043E\u0440\u043E\u0434\n\u0410\u043D\u043D\u0430,"
            "\u041C\u043E\u0441\u043A\u0432\u0430\n\u041F\u0451\u0442\u0440,"
            "\u0420\u043E\u0441\u0442\u043E\u0432\n");
        row("Cyrillic, UTF-16LE", encoded("UTF-16LE", russian), "UTF-16LE");
        row("Cyrillic, UTF-16BE", encoded("UTF-16BE", russian), "UTF-16BE");
        row("UTF-32LE", encoded("UTF-32LE", text), "UTF-32LE");
        row("UTF-32BE", encoded("UTF-32BE", text), "UTF-32BE");
        row("padded by NUL bytes", QByteArray("a,b\n1,2\0\0\0\n3,4\0\0\0\n", 18), "UTF-8");
        row("NUL bytes at ends of cells", QByteArray("hello\n\0world\0\n", 14), "UTF-8");
        row("Cyrillic", encoded("windows-1251", russian.repeated(5)), "Windows-1251");
        const QString japanese = QStringLiteral(
            "\u540D\u524D,\u5E74\u9F62\n\u5C71\u7530\u592A\u90CE,"
            "\u4E09\u5341\n\u4F50\u85E4\u82B1\u5B50,\u4E8C\n");
        row("Japanese", encoded("Shift_JIS", japanese.repeated(5)), "Shift_JIS");
    }
    void findsTheCharset() {
        QFETCH(QByteArray, bytes);
        QTEST(sniffCharset(bytes), "charset");
    }

    void takesWhatIsSet() {
        ReadingOptions options;
        options.writing.delimiter = QStringLiteral(";");
        QCOMPARE(previewBytes("a;b,c\n1;2,3\n", options).header, QStringList({"a", "b,c"}));
        options.writing.delimiter = QStringLiteral("tab");
        QCOMPARE(previewBytes("a\tb,c\n1\t2,3\n", options).header, QStringList({"a", "b,c"}));
        options = {};
        options.writing.charset = QStringLiteral("windows-1251");
        QCOMPARE(previewBytes("a,b\n1,\xC0\n", options).rows.front().last(),
                 QStringLiteral("\u0410"));
    }

    void neverGuessesOverWhatIsSet_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QStringList>("header");
        QTest::addColumn<QStringList>("first");
        const auto row = [](const char* title, const char* bytes, const char* name,
                            const char* value, const QStringList& header,
                            const QStringList& first) {
            QTest::newRow(title) << QByteArray(bytes) << QString::fromLatin1(name)
                                 << QString::fromLatin1(value) << header << first;
        };
        row("quotes are characters", "a,b\n\"x\",y\n\"x\",y\n", "quote", "none", {"a", "b"},
            {"\"x\"", "y"});
        row("another mark quotes", "a,b\n%x,y%,z\n%x,y%,z\n", "quote", "%", {"a", "b"},
            {"x,y", "z"});
        row("a mark that quotes, escaped", "a,b\n%x\\%,y%,z\n%x\\%,y%,z\n", "quote", "%",
            {"a", "b"}, {"x%,y", "z"});
        row("lines above", "one,two\n1,2\nid,name\n7,Ada\n", "skip_lines", "2", {"id", "name"},
            {"7", "Ada"});
        row("no lines above", "Title\nid,name\n7,Ada\n8,Bob\n", "skip_lines", "0", {"Title"},
            {"id", "name"});
        row("no header", "id,name\n7,Ada\n", "header", "no", {}, {"id", "name"});
        row("a header of numbers", "1,2\n3,4\n", "header", "yes", {"1", "2"}, {"3", "4"});
    }
    void neverGuessesOverWhatIsSet() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QFETCH(QString, value);
        ReadingOptions options;
        for (const WritingMember& entry : writingMembers) {
            if (name == QLatin1String(entry.name))
                options.writing.*entry.member = value;
        }
        const Preview preview = previewBytes(bytes, options);
        QTEST(preview.header.value_or(QStringList()), "header");
        QVERIFY(!preview.rows.empty());
        QTEST(preview.rows.front(), "first");
    }

    void refusesAQuoteThatEndsColumns() {
        ReadingOptions options;
        options.writing.delimiter = options.writing.quote = QStringLiteral("|");
        QVERIFY_EXCEPTION_THROWN(previewBytes("a|b\n1|2\n", options), Failure);
    }

    void refusesWhatMeansNothing_data() {
        QTest::addColumn<QString>("charset");
        QTest::addColumn<QString>("delimiter");
        QTest::newRow("charset") << "klingon"
                                 << "";
        QTest::newRow("with a quote") << ""
                                      << ",\"";
        QTest::newRow("quote") << ""
                               << "\"";
        QTest::newRow("line feed") << ""
                                   << "\n";
    }
    void refusesWhatMeansNothing() {
        QFETCH(QString, charset);
        QFETCH(QString, delimiter);
        ReadingOptions options;
        options.writing.charset = charset;
        options.writing.delimiter = delimiter;
        QVERIFY_EXCEPTION_THROWN(previewBytes("a,b\n1,2\n", options), Failure);
    }

    void refusesWhatIsNotThere() {
        QVERIFY_EXCEPTION_THROWN(previewTable(QStringLiteral("/no/such/file"), {}, 1), Failure);
        QString whyNot;
        QVERIFY(!recogniseTable(QStringLiteral("/no/such/file"), {}, &whyNot));
        QVERIFY(whyNot.startsWith(QStringLiteral("cannot be opened: ")));
    }

    void survivesAnyBytes() {
        std::mt19937 random(7);
        const QByteArray marks = QByteArray("\",;\\\n\r\t|#'= \0ab1-.:\xC3\xA9\xFF\xFE", 24);
        for (int round = 0; round < 150; ++round) {
            QByteArray bytes;
            const auto size = random() % 300;
            for (size_t i = 0; i < size; ++i)
                bytes += marks[static_cast<qsizetype>(random() % 24)];
            const Preview preview = previewBytes(bytes);
            QVERIFY(preview.rows.size() <= static_cast<size_t>(bytes.size()));
            readBytes("order_id,ordered_at,total\n" + bytes, {});
        }
    }
};

QTEST_GUILESS_MAIN(CsvSnifferTest)
#include "csv_sniffer_test.moc"
