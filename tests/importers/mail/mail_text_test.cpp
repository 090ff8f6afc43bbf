// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a mail: which part, in which charset, out of flowed lines and HTML.
#include "importers/mail/html_text.h"
#include "importers/mail/plain_text.h"
#include "importers/mail/text_charset.h"
#include "tests/importers/mail/reading.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::importers;

class MailTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void charset_data();
    void charset();
    void tidy_data();
    void tidy();
    void flowed_data();
    void flowed();
    void html_data();
    void html();
    void body_data();
    void body();
};

void MailTextTest::charset_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("declared");
    QTest::addColumn<QString>("text");

    const auto row = [](const char* name, const QByteArray& bytes, const char* declared,
                        const QString& text) {
        QTest::newRow(name) << bytes << QByteArray(declared) << text;
    };
    row("ascii", "plain", "us-ascii", QStringLiteral("plain"));
    row("utf-8", "\xC3\xA9", "utf-8", QStringLiteral("é"));
    row("latin-1", "\xE9", "ISO-8859-1", QStringLiteral("é"));
    row("latin-1 means windows", "\x80\x93", "iso-8859-1", QStringLiteral("€“"));
    row("latin-1 is utf-8", "\xC3\xA9t\xC3\xA9", "iso-8859-1", QStringLiteral("été"));
    row("utf-8 is windows", "\xE9t\xE9", "utf-8", QStringLiteral("été"));
    row("none is utf-8", "\xC3\xA9", "", QStringLiteral("é"));
    row("none is windows", "10 \x80", "", QStringLiteral("10 €"));
    row("both in one", "\xC3\xA9 \xE9", "utf-8", QStringLiteral("é é"));
    row("unknown name", "\xC3\xA9", "x-unknown", QStringLiteral("é"));
    row("8 bits in us-ascii", "\xE9", "us-ascii", QStringLiteral("é"));
    row("cyrillic", "\xF0\xD2\xC9\xD7\xC5\xD4", "koi8-r", QStringLiteral("Привет"));
    row("turkish", "\xFE", "iso-8859-9", QStringLiteral("ş"));
    row("shift-jis", "\x93\xFA\x96\x7B", "Shift_JIS", QStringLiteral("日本"));
    row("iso-2022-jp", "\x1B$BF|K\\\x1B(B", "iso-2022-jp", QStringLiteral("日本"));
    row("iso-2022-jp undeclared", "\x1B$BF|K\\\x1B(B", "", QStringLiteral("日本"));
    row("gb2312 means gb18030", "\xD6\xD0\x81\x40", "gb2312", QStringLiteral("中丂"));
    row("korean", "\xC7\xD1", "ks_c_5601-1987", QStringLiteral("한"));
    row("byte order mark", "\xEF\xBB\xBFx", "iso-8859-1", QStringLiteral("x"));
    row("utf-16 mark", QByteArray("\xFF\xFEx\0", 4), "utf-8", QStringLiteral("x"));
    row("utf-7", "Fr+APY-sche", "utf-7", QStringLiteral("Frösche"));
    row("one byte wrong in many", QByteArray("\xD6\xD0").repeated(60) + "\xFF", "gb2312",
        QStringLiteral("中").repeated(60) + QChar(0xFFFD));
}

void MailTextTest::charset() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, declared);
    QFETCH(QString, text);
    QCOMPARE(decodeText(bytes, declared), text);
}

void MailTextTest::tidy_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tidied");

    QTest::newRow("line ends") << "a\r\nb\rc\nd"
                               << "a\nb\nc\nd";
    QTest::newRow("controls") << QStringLiteral("a\x01\x1B[1mb\x7F\tc") << "a[1mb\tc";
    QTest::newRow("fillers") << QStringLiteral("a\u200B\u00ADb\uFEFF") << "ab";
    QTest::newRow("around") << "\n\n a  \nb \n\n"
                            << " a\nb";
    QTest::newRow("blank lines") << "a\n\n\n\n\n\nb"
                                 << "a\n\n\nb";
    QTest::newRow("nothing") << " \n\t\n"
                             << "";
}

void MailTextTest::tidy() {
    QFETCH(QString, text);
    QFETCH(QString, tidied);
    QCOMPARE(tidyText(text), tidied);
}

void MailTextTest::flowed_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("deleteSpace");
    QTest::addColumn<QString>("unfolded");

    QTest::newRow("joined") << "one \ntwo \nthree\nfour" << false << "one two three\nfour";
    QTest::newRow("space deleted") << "日 \n本" << true << "日本";
    QTest::newRow("quotes apart") << ">one \n>two \nmine \n>>deep" << false
                                  << "> one two \nmine \n>> deep";
    QTest::newRow("stuffed") << " From here\n >no quote" << false << "From here\n>no quote";
    QTest::newRow("signature") << "end \n-- \nAnna" << false << "end \n-- \nAnna";
}

void MailTextTest::flowed() {
    QFETCH(QString, text);
    QFETCH(bool, deleteSpace);
    QFETCH(QString, unfolded);
    QCOMPARE(unfoldFlowed(text, deleteSpace), unfolded);
}

void MailTextTest::html_data() {
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("text");

    const auto row = [](const char* name, const QString& html, const QString& text) {
        QTest::newRow(name) << html << text;
    };
    row("paragraphs", QStringLiteral("<p>One\n two</p><p>Three</p>"),
        QStringLiteral("One two\n\nThree"));
    row("breaks", QStringLiteral("One<br>two<br/><br>three"), QStringLiteral("One\ntwo\n\nthree"));
    row("divisions", QStringLiteral("<div>One</div><div>Two</div><div><br></div><div>Three</div>"),
        QStringLiteral("One\nTwo\n\nThree"));
    row("inline", QStringLiteral("a<b>b</b> <i> c</i>"), QStringLiteral("ab c"));
    row("entities", QStringLiteral("F&uuml;r 5&nbsp;&euro; &lt;3 &#8364;"),
        QStringLiteral("Für 5 € <3 €"));
    row("list", QStringLiteral("<ul><li>one</li><li>two<ul><li>in</li></ul></li></ul>end"),
        QStringLiteral("- one\n- two\n  - in\n\nend"));
    row("quote",
        QStringLiteral("<body>Mine<blockquote>Yours<blockquote>Older</blockquote></blockquote>"),
        QStringLiteral("Mine\n> Yours\n> > Older"));
    row("quote with paragraphs", QStringLiteral("<blockquote><p>A</p><p>B</p></blockquote>C"),
        QStringLiteral("> A\n>\n> B\n\nC"));
    row("table",
        QStringLiteral("<table><tr><th>SKU</th><th>Qty</th></tr><tr><td>A-1</td>"
                       "<td>2</td></tr></table>"),
        QStringLiteral("SKU  Qty\nA-1  2"));
    row("link", QStringLiteral("<a href=\"https://x.example/a\">our page</a>"),
        QStringLiteral("our page <https://x.example/a>"));
    row("link named by itself", QStringLiteral("<a href=\"https://www.x.example/\">x.example</a>"),
        QStringLiteral("x.example"));
    row("mail link", QStringLiteral("<a href=\"mailto:a@b.example\">a@b.example</a>"),
        QStringLiteral("a@b.example"));
    row("script link", QStringLiteral("<a href=\"javascript:alert(1)\">go</a>"),
        QStringLiteral("go"));
    row("not shown",
        QStringLiteral("<head><title>T</title><style>p{}</style></head><script>x()"
                       "</script><p>Text<!-- no --></p>"),
        QStringLiteral("Text"));
    row("hidden", QStringLiteral("<div style=\"color:red; display: none\">pre<p>x</p></div>Text"),
        QStringLiteral("Text"));
    row("hidden in other ways",
        QStringLiteral("<div style=\"max-height:0;overflow:hidden\">pre</div><p hidden>no</p><span "
                       "style=\"opacity:0\">x</span><i style='visibility:hidden'>y</i>Text"),
        QStringLiteral("Text"));
    row("not hidden",
        QStringLiteral("<div style=\"font-size:0;max-height:0.5em;opacity:0.9\">Text</div>"),
        QStringLiteral("Text"));
    row("preformatted", QStringLiteral("<pre>a  b\n c</pre>"), QStringLiteral("a  b\n c"));
    row("outlook lines",
        QStringLiteral("<p class=MsoNormal>One</p><p class=MsoNormal>&nbsp;</p>"
                       "<p class=MsoNormal>Two</p>"),
        QStringLiteral("One\n\nTwo"));
    row("unclosed", QStringLiteral("<p>One<p>Two<b>bold"), QStringLiteral("One\n\nTwobold"));
    row("another charset declared",
        QStringLiteral("<meta http-equiv=content-type content=\"text/html; charset=koi8-r\">é"),
        QStringLiteral("é"));
    row("no tags", QStringLiteral("a < b & c"), QStringLiteral("a < b & c"));
    row("nothing", QString(), QString());
}

void MailTextTest::html() {
    QFETCH(QString, html);
    QFETCH(QString, text);
    QCOMPARE(htmlToText(html), text);
}

void MailTextTest::body_data() {
    QTest::addColumn<QByteArray>("mail");
    QTest::addColumn<QString>("text");

    const auto row = [](const char* name, const QByteArray& mail, const QString& text) {
        QTest::newRow(name) << mail << text;
    };
    const auto alternatives = [](const QByteArray& plain, const QByteArray& html) -> QByteArray {
        return "Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: "
               "text/plain\n\n" +
               plain + "\n--x\nContent-Type: text/html\n\n" + html + "\n--x--\n";
    };
    row("no type", "\nText\n", QStringLiteral("Text"));
    row("quoted-printable",
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        "F=C3=BCr =\nmich=20\n",
        QStringLiteral("Für mich"));
    row("base64", "Content-Transfer-Encoding: base64\n\nRsO8cg==\n", QStringLiteral("Für"));
    row("flowed", "Content-Type: text/plain; format=flowed\n\nlong \nline\n",
        QStringLiteral("long line"));
    row("html only", "Content-Type: text/html; charset=utf-8\n\n<p>One</p><p>Two</p>\n",
        QStringLiteral("One\n\nTwo"));
    row("html says its charset", "Content-Type: text/html\n\n<meta charset=koi8-r>\xF0\xD2\xC9\n",
        QStringLiteral("При"));
    row("html called plain", "Content-Type: text/plain\n\n<html><body>Text</body></html>\n",
        QStringLiteral("Text"));
    row("plain preferred", alternatives("plain", "<p>rich text</p>"), QStringLiteral("plain"));
    row("plain empty", alternatives("", "<p>rich</p>"), QStringLiteral("rich"));
    row("plain points to html",
        alternatives("Please view this in an HTML reader.",
                     "<p>Your parcel has been handed over to the carrier.</p>"),
        QStringLiteral("Your parcel has been handed over to the carrier."));
    row("related within alternative",
        "Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: multipart/related; "
        "boundary=y\n\n--y\nContent-Type: text/html\n\n<p>rich</p>\n--y\nContent-Type: "
        "image/png\n\n"
        "1\n--y--\n--x--\n",
        QStringLiteral("rich"));
    row("encrypted",
        "Content-Type: multipart/encrypted; boundary=x; protocol=\"application/pgp-encrypted\"\n\n"
        "--x\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--x\n"
        "Content-Type: application/octet-stream\n\n-----BEGIN PGP\n--x--\n",
        QStringLiteral("[Encrypted message]"));
    row("signed",
        "Content-Type: multipart/signed; boundary=x; protocol=\"application/pgp-signature\"\n\n"
        "--x\n\nText\n--x\nContent-Type: application/pgp-signature\n\nabc\n--x--\n",
        QStringLiteral("Text"));
    row("last boundary missing",
        "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nOne\n--x\n\nTwo\n",
        QStringLiteral("One\n\nTwo"));
    row("parts without boundaries", "Content-Type: multipart/mixed; boundary=x\n\nText\n",
        QStringLiteral("Text"));
    row("secret within",
        "\nHello\n-----BEGIN PGP MESSAGE-----\nVersion: 1\n\nabc=\n-----END PGP "
        "MESSAGE-----\nBye\n",
        QStringLiteral("Hello\n[Encrypted message]\nBye"));
    row("signed within",
        "\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nText\n\nmore\n"
        "-----BEGIN PGP SIGNATURE-----\n\nabc=\n-----END PGP SIGNATURE-----\n",
        QStringLiteral("Text\n\nmore"));
    row("dsn",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\n\n"
        "Could not deliver.\n--x\nContent-Type: message/delivery-status\n\nStatus: 5.1.1\n--x--\n",
        QStringLiteral("Could not deliver."));
}

void MailTextTest::body() {
    QFETCH(QByteArray, mail);
    QFETCH(QString, text);
    const CollectingSink sink = readBytes(
        "From: a@b.example\nDate: Fri, 1 Mar 2024 09:30:00 +0100\nMIME-Version: 1.0\n" + mail);
    QCOMPARE(sink.records.size(), 1U);
    QCOMPARE(sink.records.at(0).fields.text(Field::Text), text);
}

QTEST_GUILESS_MAIN(MailTextTest)
#include "mail_text_test.moc"
