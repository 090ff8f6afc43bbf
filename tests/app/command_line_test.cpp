// SPDX-License-Identifier: GPL-3.0-or-later
// The command line's contract, command by command, on a small shop whose answers are known by hand.
#include "cli_runner.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

namespace {

const QStringList smallShop{
    QStringLiteral(GOODFAITH_TEST_DATA "/small_shop/refunds.csv"),
    QStringLiteral(GOODFAITH_TEST_DATA "/small_shop/mail.mbox"),
    QStringLiteral(GOODFAITH_TEST_DATA "/small_shop/calls.csv"),
    QStringLiteral(GOODFAITH_TEST_DATA "/small_shop/shipments.csv"),
    QStringLiteral(GOODFAITH_TEST_DATA "/small_shop/order_items.csv"),
    QStringLiteral(GOODFAITH_TEST_DATA "/small_shop/returns.csv"),
    QStringLiteral(GOODFAITH_TEST_DATA "/small_shop/orders.csv"),
};

QStringList words(const char* line) {
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

// "imports.0.rejected" in a document.
QJsonValue at(const QJsonValue& document, const QString& path) {
    QJsonValue value = document;
    for (const QString& step : path.split(u'.')) {
        bool isIndex = false;
        const int index = step.toInt(&isIndex);
        value =
            isIndex && value.isArray() ? value.toArray().at(index) : value.toObject().value(step);
    }
    return value;
}

QString text(const QJsonValue& value) {
    if (value.isString())
        return value.toString();
    if (value.isNull() || value.isUndefined())
        return value.isNull() ? QStringLiteral("null") : QStringLiteral("undefined");
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isArray())
        return QStringLiteral("[%1]").arg(value.toArray().size());
    return QString::number(value.toDouble());
}

bool writeFile(const QString& path, const QByteArray& content) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

}  // namespace

class CommandLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answers_data();
    void answers();
    void exits_data();
    void exits();
    void importingAgainChangesNothing();
    void importsByWhatThePreviewProposes();
    void takesAnImportBack();
    void joinsAndParts();
    void dryRunChangesNothing();
    void rejectsAreWritten();
    void rejectsSpareOtherFiles();
    void noFileSteersTheTerminal();
    void anAnswerThatIsCutOffFails();
    void settingsPutMailRight();
    void asOfForgetsWhatCameLater();
    void findsWhoAPastedMessageNames_data();
    void findsWhoAPastedMessageNames();
    void wrongUseSaysWhatIsRight_data();
    void wrongUseSaysWhatIsRight();
    void examplesAreUnderstood();
    void csvListsEverybody();
    void whatWouldChangeIsSaidWhereItHelps();
    void databaseIsPrivate();

private:
    CliRunner shop_;
};

void CommandLineTest::initTestCase() {
    QStringList arguments =
        words("import --own-address shop.example --own-number 02079460999 --json");
    const CliResult result = shop_.run(arguments + smallShop);
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QCOMPARE(result.json().value(QLatin1String("imports")).toArray().size(), 7);
}

void CommandLineTest::answers_data() {
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* command, const char* path, const char* expected) {
        QTest::addRow("%s: %s", command, path)
            << QString::fromUtf8(command) << QString::fromUtf8(path) << QString::fromUtf8(expected);
    };
    row("lookup ada@mail.example", "matches", "[1]");
    row("lookup ada@mail.example", "matches.0.name", "Ada Lindqvist");
    row("lookup (020)7946-0018", "matches.0.emails.0", "ada@mail.example");
    row("lookup 0044.20.7946.0018", "matches.0.emails.0", "ada@mail.example");
    row("lookup order:1003", "matches.0.name", "Bo Müller");
    row("lookup #1003", "matches.0.name", "Bo Müller");
    row("lookup FP0002", "matches.0.emails.0", "ada@mail.example");
    row("lookup muller", "matches.0.name", "Bo Müller");
    row("lookup lindq", "matches.0.emails.0", "ada@mail.example");
    row("customers", "customers", "[3]");
    row("brief ada@mail.example --as-of 2024-04-15", "verdict", "good_faith");
    row("brief ada@mail.example --as-of 2024-04-15", "purchase_value.orders", "3");
    row("brief ada@mail.example --as-of 2024-04-15", "purchase_value.gross.minor", "42850");
    row("brief ada@mail.example --as-of 2024-04-15", "purchase_value.refunded.minor", "1000");
    row("brief ada@mail.example --as-of 2024-04-15", "purchase_value.net.minor", "41850");
    row("brief ada@mail.example --as-of 2024-04-15", "purchase_value.net.currency", "EUR");
    row("brief ada@mail.example --as-of 2024-04-15", "purchase_value.score", "null");
    row("brief ada@mail.example --as-of 2024-04-15", "purchase_value.expected_next_year", "null");
    row("brief ada@mail.example --as-of 2024-04-15", "complaints.cases", "1");
    row("brief ada@mail.example --as-of 2024-04-15", "complaints.supported", "1");
    row("brief ada@mail.example --as-of 2024-04-15", "complaints.contradicted", "0");
    row("brief ada@mail.example --as-of 2024-04-15", "response.abandoned_calls", "1");
    row("brief ada@mail.example --as-of 2024-04-15", "response.waiting_since",
        "2024-03-16T10:00:00Z");
    row("brief ada@mail.example --as-of 2024-04-15", "compensated_so_far.minor", "1000");
    row("brief ada@mail.example --as-of 2024-04-15", "judged_by_agent", "false");
    row("brief ada@mail.example --as-of 2024-04-15", "promises", "[0]");
    row("brief order:1005", "purchase_value.orders", "0");
    row("timeline ada@mail.example", "events", "[11]");
    row("timeline ada@mail.example", "events.0.kind", "refund");
    row("timeline ada@mail.example", "events.0.amount.minor", "1000");
    row("timeline ada@mail.example", "events.0.order", "1002");
    row("timeline ada@mail.example --kind call", "events", "[2]");
    row("timeline ada@mail.example --kind call --kind message", "events", "[5]");
    row("timeline ada@mail.example --limit 2", "events", "[2]");
    row("timeline ada@mail.example --to 2024-01-31", "events", "[2]");
    row("timeline ada@mail.example --from 2024-03-18", "events.1.kind", "order");
    row("timeline ada@mail.example --search upset", "events", "[1]");
    row("timeline ada@mail.example --search disapp", "events", "[2]");  // quoted in our reply
    row("score", "scores", "[3]");
    row("score ada@mail.example", "scores.0.name", "Ada Lindqvist");
    row("coverage", "coverage.0.source", "main");
    row("imports", "imports", "[7]");
    row("imports", "imports.0.undone", "false");
    row("settings", "settings.own-addresses", "shop.example");
    row("settings region", "settings.region", "GB");
    row("check", "ok", "true");
    row("preview " GOODFAITH_TEST_DATA "/small_shop/orders.csv", "template", "orders");
    row("preview " GOODFAITH_TEST_DATA "/small_shop/orders.csv", "rows.2.3", "Bo Müller");
    row("preview " GOODFAITH_TEST_DATA "/small_shop/orders.csv --rows 1", "rows", "[1]");
    row("preview " GOODFAITH_TEST_DATA "/small_shop/mail.mbox", "mapping.from", "sender");
}

void CommandLineTest::answers() {
    QFETCH(QString, command);
    QFETCH(QString, path);
    QTEST(text(at(shop_.json(command.split(u' ')), path)), "expected");
}

void CommandLineTest::exits_data() {
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("expected");
    const auto row = [](const char* command, int expected) {
        QTest::newRow(command) << QString::fromUtf8(command) << expected;
    };
    row("--help", 0);
    row("brief --help", 0);
    row("", 2);
    row("fly", 2);
    row("brief", 2);
    row("brief ada@mail.example --as-of yesterday", 2);
    row("timeline ada@mail.example --kind nonsense", 2);
    row("settings currency euros", 2);
    row("settings no-such-key", 2);
    row("settings own-numbers abc", 2);
    row("import " GOODFAITH_TEST_DATA "/small_shop/orders.csv --region ZZ", 2);
    row("judge 1 good_faith", 2);
    row("undo-import", 2);
    row("merge 1", 2);
    row("merge 1 1", 2);
    row("merge 1 999", 5);
    row("keep-apart 1 1", 2);
    row("split 1 nobody@mail.example", 5);
    row("correct 999 --customer 1", 5);
    row("correct 1", 2);
    row("parties 999", 5);
    row("undo", 5);
    row("redo", 5);
    row("restore x.db", 2);
    row("import " GOODFAITH_TEST_DATA "/small_shop/orders.csv --mapping none.json", 2);
    row("import " GOODFAITH_TEST_DATA "/small_shop/orders.csv --mapping /dev/zero", 2);
    row("import " GOODFAITH_TEST_DATA "/small_shop/orders.csv --own-number none", 2);
    row("import " GOODFAITH_TEST_DATA "/small_shop/orders.csv --own-address a,b", 2);
    row("timeline ada@mail.example --limit 0", 2);
    row("timeline ada@mail.example --limit 1e3", 2);
    row("timeline ada@mail.example --limit 99999999999", 2);
    row("import /dev/zero", 3);
    row("import /no/such/file.csv", 3);
    row("preview /no/such/file.csv", 3);
    row("lookup nobody@mail.example", 5);
    row("brief nobody@mail.example", 5);
    row("brief 999", 5);
    row("undo-import 999", 5);
    row("brief order:999", 5);
    row("--database /proc/none/x.db customers", 4);
    row("--database " GOODFAITH_TEST_DATA "/small_shop/orders.csv customers", 4);
}

void CommandLineTest::exits() {
    QFETCH(QString, command);
    QFETCH(int, expected);
    const CliResult result = shop_.run(command.split(u' ', Qt::SkipEmptyParts));
    QVERIFY2(result.exitCode == expected, result.errors.constData());
    QCOMPARE(result.errors.isEmpty(), expected == 0);
}

void CommandLineTest::importsByWhatThePreviewProposes() {
    const CliRunner shop;
    const QString table = QStringLiteral(GOODFAITH_TEST_DATA "/mappings/one-row-an-item.csv");
    const QString preview = shop.file(u"preview.json"_qs);
    QCOMPARE(shop.run({u"import"_qs, table}).exitCode, 3);
    QVERIFY(writeFile(preview, shop.run({u"preview"_qs, u"--json"_qs, table}).output));
    const QJsonObject done = shop.json({u"import"_qs, u"--mapping"_qs, preview, table});
    QCOMPARE(text(at(done, u"imports.0.inserted"_qs)), u"11"_qs);
    QCOMPARE(text(at(shop.json(words("lookup 9001")), u"matches"_qs)), u"[1]"_qs);
    // A file that is recognised needs none.
    QVERIFY(writeFile(
        preview,
        shop.run(words("preview --json " GOODFAITH_TEST_DATA "/small_shop/orders.csv")).output));
    const CliResult refused = shop.run({u"import"_qs, u"--mapping"_qs, preview, table});
    QCOMPARE(refused.exitCode, 3);
    QVERIFY2(refused.errors.contains("is a preview that proposes none"), refused.errors);
}

void CommandLineTest::takesAnImportBack() {
    const CliRunner shop;
    shop.json(words("import " GOODFAITH_TEST_DATA "/small_shop/orders.csv"));
    const QJsonObject undone = shop.json(words("undo-import 1"));
    QCOMPARE(text(at(undone, QStringLiteral("undone.undone"))), QStringLiteral("true"));
    QCOMPARE(text(at(shop.json(words("imports")), QStringLiteral("imports.0.undone"))),
             QStringLiteral("true"));
    QCOMPARE(text(at(shop.json(words("customers")), QStringLiteral("customers"))),
             QStringLiteral("[0]"));
    const CliResult again = shop.run(words("undo-import 1"));
    QCOMPARE(again.exitCode, 2);
    QVERIFY(again.errors.contains("undone already"));
}

void CommandLineTest::joinsAndParts() {
    const CliRunner shop;
    shop.json(words("import --own-address shop.example") + smallShop);
    const auto customers = [&] { return text(at(shop.json(words("customers")), u"customers"_qs)); };
    const auto numberOf = [&](const char* who) {
        return text(
            at(shop.json({u"lookup"_qs, QString::fromUtf8(who)}), u"matches.0.customer"_qs));
    };
    const QString ada = numberOf("ada@mail.example");
    const QString bo = numberOf("order:1003");
    const QStringList merge{u"merge"_qs, ada, bo, u"--by"_qs, u"Kim"_qs};
    QCOMPARE(text(at(shop.json(merge + words("--preview")), u"conflicts"_qs)), u"[2]"_qs);
    QCOMPARE(customers(), u"[3]"_qs);
    const QJsonObject joined = shop.json(merge);
    QCOMPARE(text(at(joined, u"done"_qs)),
             u"Joined Ada Lindqvist (%1) and Bo Müller (%2)."_qs.arg(ada, bo));
    QCOMPARE(text(at(joined, u"gone.0"_qs)), std::max(ada, bo));
    QCOMPARE(customers(), u"[2]"_qs);
    const QString one = std::min(ada, bo);
    QCOMPARE(text(at(shop.json({u"brief"_qs, std::max(ada, bo)}), u"customer"_qs)), one);
    QCOMPARE(shop.run(words("undo")).exitCode, 0);
    QCOMPARE(customers(), u"[3]"_qs);
    QCOMPARE(numberOf("order:1003"), bo);
    QCOMPARE(shop.run(words("redo")).exitCode, 0);
    QCOMPARE(shop.run({u"split"_qs, one, u"order:1003"_qs}).exitCode, 5);
    QCOMPARE(shop.run({u"split"_qs, one, u"bo.mueller@mail.example"_qs}).exitCode, 0);
    QCOMPARE(customers(), u"[3]"_qs);
    const QString event = text(at(shop.json({u"timeline"_qs, bo}), u"events.0.id"_qs));
    QCOMPARE(shop.run({u"correct"_qs, event, u"--customer"_qs, ada}).exitCode, 0);
    QCOMPARE(text(at(shop.json({u"timeline"_qs, ada}), u"events"_qs)), u"[12]"_qs);
    QCOMPARE(text(at(shop.json({u"parties"_qs, ada}), u"parties.0.rule"_qs)), u"first"_qs);
    QVERIFY(shop.run({u"parties"_qs, ada}).output.contains("email ada@mail.example"));
}

void CommandLineTest::importingAgainChangesNothing() {
    const QJsonObject before = shop_.json(words("timeline ada@mail.example"));
    const QJsonObject again = shop_.json(QStringList{QStringLiteral("import")} + smallShop);
    for (const QJsonValue& one : again.value(QLatin1String("imports")).toArray()) {
        QCOMPARE(text(at(one, QStringLiteral("inserted"))), QStringLiteral("0"));
        QCOMPARE(text(at(one, QStringLiteral("updated"))), QStringLiteral("0"));
        QCOMPARE(at(one, QStringLiteral("unchanged")), at(one, QStringLiteral("rows_read")));
        QCOMPARE(text(at(one, QStringLiteral("customers_new"))), QStringLiteral("0"));
    }
    const QJsonObject after = shop_.json(words("timeline ada@mail.example"));
    const auto events = [](const QJsonObject& timeline) {
        QStringList lines;
        for (const QJsonValue& event : timeline.value(QLatin1String("events")).toArray())
            lines << text(at(event, QStringLiteral("id"))) +
                         text(at(event, QStringLiteral("title")));
        return lines;
    };
    QCOMPARE(events(after), events(before));
}

void CommandLineTest::dryRunChangesNothing() {
    CliRunner fresh;
    const QStringList command = words("import --dry-run --own-address shop.example") + smallShop;
    const QJsonObject dry = fresh.json(command);
    QCOMPARE(text(at(dry, QStringLiteral("imports.6.inserted"))), QStringLiteral("5"));
    QCOMPARE(text(at(dry, QStringLiteral("imports.6.customers_new"))), QStringLiteral("2"));
    QVERIFY(!QFileInfo::exists(fresh.database()));
    QStringList real = command;
    real.removeAll(QStringLiteral("--dry-run"));
    const QJsonObject done = fresh.json(real);
    for (int i = 0; i < 7; ++i) {
        for (const char* count : {"rows_read", "inserted", "updated", "unchanged", "rejected",
                                  "customers_new", "customers_matched"}) {
            const QString path = QStringLiteral("imports.%1.%2").arg(i).arg(QLatin1String(count));
            QCOMPARE(text(at(dry, path)), text(at(done, path)));
        }
    }
}

void CommandLineTest::rejectsAreWritten() {
    CliRunner fresh;
    QFile bad(fresh.file(QStringLiteral("orders.csv")));
    QVERIFY(bad.open(QIODevice::WriteOnly));
    bad.write(
        "order_id,ordered_at,customer_email,currency,total\n"
        "1,2024-01-01T00:00:00Z,a@mail.example,EUR,10.00\n"
        "2,not a date,b@mail.example,EUR,10.00\n"
        "3,2024-01-03T00:00:00Z,c@mail.example,EUR,ten\n");
    bad.close();
    const QString rejects = fresh.file(QStringLiteral("rejects.csv"));
    const CliResult result =
        fresh.run({QStringLiteral("import"), bad.fileName(), QStringLiteral("--rejects"), rejects,
                   QStringLiteral("--json")});
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(text(at(result.json(), QStringLiteral("imports.0.inserted"))), QStringLiteral("1"));
    QCOMPARE(text(at(result.json(), QStringLiteral("imports.0.rejects.0.line"))),
             QStringLiteral("3"));
    QCOMPARE(text(at(result.json(), QStringLiteral("imports.0.rejects.0.column"))),
             QStringLiteral("ordered_at"));
    QCOMPARE(text(at(result.json(), QStringLiteral("imports.0.rejects.1.value"))),
             QStringLiteral("ten"));
    QFile written(rejects);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll().count('\n'), 3);
}

void CommandLineTest::rejectsSpareOtherFiles() {
    CliRunner fresh;
    const QString orders = QStringLiteral(GOODFAITH_TEST_DATA "/small_shop/orders.csv");
    QCOMPARE(fresh.run({QStringLiteral("import"), orders}).exitCode, 0);
    for (const QString& precious : {fresh.database(), fresh.file(QStringLiteral("mine.csv"))}) {
        QFile::copy(orders, precious);
        const qint64 size = QFileInfo(precious).size();
        QCOMPARE(
            fresh.run({QStringLiteral("import"), orders, QStringLiteral("--rejects"), precious})
                .exitCode,
            2);
        QCOMPARE(QFileInfo(precious).size(), size);
    }
    const QString list = fresh.file(QStringLiteral("rejects.csv"));
    const QStringList again{QStringLiteral("import"), orders, QStringLiteral("--rejects"), list};
    QCOMPARE(fresh.run(again).exitCode, 0);
    QCOMPARE(fresh.run(again).exitCode, 0);
}

void CommandLineTest::noFileSteersTheTerminal() {
    CliRunner fresh;
    const QString path = fresh.file(QStringLiteral("orders.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "order_id,ordered_at,customer_name,customer_email,total\n"
        "1,2024-01-01,\x1b[31mEve,eve@mail.example,5\n"
        "2,2024-01-01,Eve,eve@mail.example,\"a\x1b[2J\nb\"\n");
    file.close();
    for (const char* command : {"import", "customers", "brief eve@mail.example"}) {
        QStringList arguments = words(command);
        if (arguments.front() == u"import")
            arguments << path;
        const CliResult result = fresh.run(arguments);
        QVERIFY2(!result.output.contains('\x1b') && !result.errors.contains('\x1b'), command);
        QVERIFY2(!result.output.contains("\nb\""), command);
    }
}

void CommandLineTest::anAnswerThatIsCutOffFails() {
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start(QStringLiteral(GOODFAITH_CLI), shop_.withDatabase(words("score --json")));
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAllStandardError().contains("could not be written"));
}

void CommandLineTest::settingsPutMailRight() {
    CliRunner fresh;
    const QStringList import = words("import " GOODFAITH_TEST_DATA "/small_shop/mail.mbox");
    QCOMPARE(fresh.run(import).exitCode, 0);
    QCOMPARE(fresh.json(words("customers")).value(QLatin1String("customers")).toArray().size(), 2);
    QCOMPARE(fresh.run(words("settings own-addresses shop.example")).exitCode, 0);
    QCOMPARE(fresh.json(words("customers")).value(QLatin1String("customers")).toArray().size(), 1);
    const QJsonObject timeline = fresh.json(words("timeline ada@mail.example"));
    QCOMPARE(text(at(timeline, QStringLiteral("events"))), QStringLiteral("[3]"));
    QCOMPARE(text(at(timeline, QStringLiteral("events.1.direction"))), QStringLiteral("outbound"));
}

void CommandLineTest::asOfForgetsWhatCameLater() {
    const QJsonObject before = shop_.json(words("brief ada@mail.example --as-of 2024-03-05"));
    QCOMPARE(text(at(before, QStringLiteral("purchase_value.orders"))), QStringLiteral("2"));
    QCOMPARE(text(at(before, QStringLiteral("complaints.cases"))), QStringLiteral("0"));
    QCOMPARE(text(at(before, QStringLiteral("as_of"))), QStringLiteral("2024-03-05T23:59:59.999Z"));
    const QJsonObject again = shop_.json(words("brief ada@mail.example --as-of 2024-03-05"));
    QCOMPARE(again, before);
}

void CommandLineTest::findsWhoAPastedMessageNames_data() {
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("name");
    QTest::newRow("address") << "Hi, please write to <Ada@Mail.Example>, thanks"
                             << "Ada Lindqvist";
    QTest::newRow("order") << "hello\nwhere is my order #1003 please?"
                           << QString::fromUtf8("Bo Müller");
    QTest::newRow("phone") << "call me back: (020) 7946-0018 after six"
                           << "Ada Lindqvist";
    QTest::newRow("tracking") << "parcel FP0003 is not here" << QString::fromUtf8("Bo Müller");
}

void CommandLineTest::findsWhoAPastedMessageNames() {
    QFETCH(QString, message);
    const QJsonObject found = shop_.json({QStringLiteral("lookup"), message});
    QTEST(text(at(found, QStringLiteral("matches.0.name"))), "name");
}

void CommandLineTest::wrongUseSaysWhatIsRight_data() {
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* command, const char* said) {
        QTest::newRow(command) << QString::fromUtf8(command) << QString::fromUtf8(said);
    };
    row("brief", "\"brief\" needs to be told more:\n  customer: A customer's number, or anything");
    row("save-text", "  kind: phrase, or answer to a frequent question\n  title: ");
    row("save-text", "For example: goodfaith-cli save-text answer \"Do you");
    row("remove-text phrase", "more:\n  key: Which one, as phrases and faq list it\nFor example: ");
    row("promise 1 postage", "more:\n  --due: By when: an instant, or the end of a day\nFor");
    row("promise 1 postage --due", "--due: 1 required TEXT missing.\n  --due: By when: ");
    row("judge 1 guilty", "  verdict: good_faith, needs_look or chronic_pattern; none takes back");
    row("fly", "There is no \"fly\": goodfaith-cli --help lists what there is.");
    row("--fly", "There is no \"--fly\": ");
    row("customers --fly",
        "\"customers\" cannot do anything with \"--fly\": goodfaith-cli customers");
    row("undo-import x", "\nFor example: goodfaith-cli undo-import 3\n");
}

void CommandLineTest::wrongUseSaysWhatIsRight() {
    QFETCH(QString, command);
    QFETCH(QString, said);
    const CliResult result = shop_.run(command.split(u' '));
    QCOMPARE(result.exitCode, 2);
    QVERIFY2(result.errors.startsWith("goodfaith-cli: "), result.errors.constData());
    QVERIFY2(QString::fromUtf8(result.errors).contains(said), result.errors.constData());
    QVERIFY(result.output.isEmpty());
}

// Those that --help gives: what they name may not be there, but they are no wrong use.
void CommandLineTest::examplesAreUnderstood() {
    const CliRunner empty;
    static const QRegularExpression command(u"^  ([a-z-]+) "_qs,
                                            QRegularExpression::MultilineOption);
    static const QRegularExpression example(u"For example: goodfaith-cli (.+)"_qs);
    auto commands = command.globalMatch(QString::fromUtf8(empty.run(words("--help")).output));
    int examples = 0;
    while (commands.hasNext()) {
        const QString name = commands.next().captured(1);
        const auto found = example.match(QString::fromUtf8(empty.run({name, u"--help"_qs}).output));
        if (!found.hasMatch())
            continue;
        const CliResult result = empty.run(QProcess::splitCommand(found.captured(1)));
        QVERIFY2(!result.errors.contains("For example"), result.errors.constData());
        ++examples;
    }
    QVERIFY(examples >= 20);
}

void CommandLineTest::csvListsEverybody() {
    const QString customers = QString::fromUtf8(shop_.run(words("customers --csv")).output);
    QCOMPARE(customers.count(u'\n'), 4);
    QVERIFY(customers.startsWith(QLatin1String("customer,name,emails,phones,addresses,ids\n")));
    const QString scores = QString::fromUtf8(shop_.run(words("score --csv")).output);
    QCOMPARE(scores.count(u'\n'), 4);
    QCOMPARE(CliRunner().run(words("score --csv")).output.count('\n'), 1);
    QCOMPARE(shop_.run(words("score ada@mail.example nobody --csv")).output, QByteArray());
}

// In print; the document always says it.
void CommandLineTest::whatWouldChangeIsSaidWhereItHelps() {
    const QStringList brief = words("brief ada@mail.example --as-of 2024-04-15");
    QVERIFY(!shop_.run(brief).output.contains("What would change it"));
    QVERIFY(!shop_.json(brief).value(u"what_would_change"_qs).toArray().isEmpty());
}

void CommandLineTest::databaseIsPrivate() {
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(shop_.database()) & others));
    QVERIFY(!(QFile::permissions(QFileInfo(shop_.database()).path()) & others));
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "command_line_test.moc"
