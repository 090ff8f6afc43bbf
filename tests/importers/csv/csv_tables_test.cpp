// SPDX-License-Identifier: GPL-3.0-or-later
#include "described.h"
#include "importers/csv/layout.h"
#include "models/domain/failure.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::importers;

namespace {

ReadingOptions inEuros() {
    ReadingOptions options;
    options.currency = *Currency::fromCode(u"EUR");
    return options;
}

QString dataFile(const char* name) {
    return QStringLiteral(GOODFAITH_TEST_DATA "/csv/") + QString::fromLatin1(name);
}

}  // namespace

class CsvTablesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTemplates_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("templateName");
        QTest::addColumn<QString>("record");
        const auto row = [](const char* name, const QByteArray& bytes, const char* record) {
            QTest::newRow(name) << bytes << QString::fromLatin1(name) << QString::fromUtf8(record);
        };
        row("orders",
            "order_id,customer_id,ordered_at,customer_name,customer_email,customer_phone,address,"
            "postcode,city,country,currency,total,discount,shipping,status,channel,recipient_name,"
            "recipient_phone,replaces_order_id,updated_at\n"
            "1042,77,2024-03-01T09:30:00+01:00,Ada Example,ada@example.com,0123,1 High "
            "St,N1,London,GB,GBP,19.99,1,0,Paid,web,Bob,456,1041,2024-03-02\n",
            "order 1042; own=2024-03-02T00:00:00Z; at=2024-03-01T08:30:00Z; total=19.99 GBP; "
            "discount=1.00 GBP; shipping=0.00 GBP; replaces_order_id=1041; status=paid; "
            "channel=web; [buyer: ada@example.com|0123|77|Ada Example|1 High St|N1|London|GB]; "
            "[recipient: 456|Bob]");
        row("order_items",
            "order_id,line,sku,title,quantity,unit_price\n1042,1,TEA,Teapot,2,9.50\n",
            "order_item 1042/1; unit_price=9.50 EUR; order_id=1042; line=1; sku=TEA; "
            "title=Teapot; quantity=2");
        row("payments",
            "payment_id,order_id,paid_at,amount,currency,method,status,payer\n"
            "P1,1042,2024-03-01T10:00Z,19.99,EUR,card,Captured,secret\n",
            "payment P1; at=2024-03-01T10:00:00Z; amount=19.99 EUR; order_id=1042; "
            "status=captured; method=card");
        row("refunds",
            "refund_id,order_id,refunded_at,amount,currency,kind,reason\n"
            "R1,1042,2024-03-05,-5.00,EUR,Store Credit,late\n",
            "refund R1; at=2024-03-05T00:00:00Z; amount=5.00 EUR; order_id=1042; "
            "kind=store_credit; reason=late");
        row("returns",
            "rma_id,order_id,sku,requested_at,received_at,reason,condition,fault,outcome\n"
            "A1,1042,TEA,,2024-03-09,broke,wrong-item,OURS,refunded\n",
            "return A1; at=2024-03-09T00:00:00Z; received_at=2024-03-09T00:00:00Z; order_id=1042; "
            "sku=TEA; reason=broke; condition=wrong_item; fault=ours; outcome=refunded");
        row("shipments",
            "shipment_id,order_id,carrier,tracking,shipped_at,promised_at,delivered_at,status,"
            "proof\nS1,1042,DHL,T1,,2024-03-04,2024-03-05,Delivered,signature\n",
            "shipment S1; at=2024-03-05T00:00:00Z; promised_at=2024-03-04T00:00:00Z; "
            "delivered_at=2024-03-05T00:00:00Z; order_id=1042; status=delivered; carrier=DHL; "
            "tracking=T1; proof=signature");
        row("customers",
            "customer_id,first_name,last_name,email,phone,created_at\n77,Ada,Example,a@b.example,"
            "123,2023-01-01\n",
            "customer 77; created_at=2023-01-01T00:00:00Z; [contact: a@b.example|123|77|Ada "
            "Example]");
        row("messages",
            "message_id,at,channel,direction,customer_email,subject,text\n"
            "M1,2024-03-01 10:00:00,letter,outbound,ada@example.com,Re,\"Dear\nAda\"\n",
            "message M1; at=2024-03-01T10:00:00Z; channel=letter; direction=outbound; subject=Re; "
            "text=Dear\nAda; message_id=M1; [addressee: ada@example.com]");
        row("chats", "chat_id,started_at,customer_email,transcript\nC1,2024-03-01,a@b.example,hi\n",
            "chat C1; at=2024-03-01T00:00:00Z; text=hi; [sender: a@b.example]");
        row("contact_forms", "form_id,submitted_at,email,message\nF1,2024-03-01,a@b.example,hi\n",
            "contact_form F1; at=2024-03-01T00:00:00Z; text=hi; [sender: a@b.example]");
        row("surveys", "survey_id,answered_at,score,scale\nV1,2024-03-01,4.5,5\n",
            "survey V1; at=2024-03-01T00:00:00Z; score=4.5; scale=5");
        row("reviews", "review_id,posted_at,rating,site\nW1,2024-03-01,4,shop\n",
            "review W1; at=2024-03-01T00:00:00Z; score=4; site=shop");
        row("visits", "visited_at,customer_email,page\n2024-03-01,a@b.example,/tea\n",
            "visit 2024-03-01/a@b.example//tea; at=2024-03-01T00:00:00Z; page=/tea; [sender: "
            "a@b.example]");
    }
    void readsTemplates() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, record);
        const ReadTable table = readBytes(bytes, inEuros());
        QCOMPARE(table.rejected, QStringList());
        QCOMPARE(table.records, QStringList(record));
        QTEST(table.templateName, "templateName");
    }

    void namesWhoCalled_data() {
        QTest::addColumn<QByteArray>("cells");
        QTest::addColumn<QString>("parties");
        QTest::newRow("inbound") << QByteArray("inbound,123,456") << "[caller: 123]";
        QTest::newRow("outbound") << QByteArray("Outbound,123,456") << "[addressee: 456]";
        QTest::newRow("unknown") << QByteArray(",123,456") << "[caller: 123]; [addressee: 456]";
        QTest::newRow("withheld") << QByteArray("inbound,,456") << "";
    }
    void namesWhoCalled() {
        QFETCH(QByteArray, cells);
        QFETCH(QString, parties);
        const ReadTable table = readBytes(
            "call_id,direction,from_number,to_number,started_at\nK1," + cells + ",2024-03-01\n",
            inEuros());
        QCOMPARE(table.records.size(), 1);
        QCOMPARE(table.records.front().section(QStringLiteral("to_number=456"), 1),
                 parties.isEmpty() ? QString() : QString(QStringLiteral("; ") + parties));
        QCOMPARE(table.records.front().contains(QStringLiteral("from_number=123")),
                 cells.contains("123"));
    }

    void matchesHeadersLoosely_data() {
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("capitals") << QByteArray("ORDER_ID,ORDERED_AT,TOTAL");
        QTest::newRow("blanks") << QByteArray("Order ID, Ordered at ,Total");
        QTest::newRow("hyphens") << QByteArray("order-id,ordered-at,total");
        QTest::newRow("joined") << QByteArray("OrderId,orderedAt,total");
        QTest::newRow("marked") << QByteArray("\xEF\xBB\xBForder_id,ordered_at,total");
    }
    void matchesHeadersLoosely() {
        QFETCH(QByteArray, header);
        const ReadTable table = readBytes(header + "\n1,2024-03-01,5\n", inEuros());
        QCOMPARE(table.records, QStringList("order 1; at=2024-03-01T00:00:00Z; total=5.00 EUR"));
    }

    void readsCustomersByTheNamesOfOrders() {
        const ReadTable table = readBytes(
            "CustomerID,CustomerName,City,Email,Customer Phone\n77,Ada "
            "Example,Ulm,a@b.example,123\n",
            inEuros());
        QCOMPARE(table.templateName, QStringLiteral("customers"));
        QCOMPARE(table.records,
                 QStringList("customer 77; [contact: a@b.example|123|77|Ada Example|Ulm]"));
    }

    void rejectsWithReason_data() {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("rejected");
        const auto row = [](const char* name, const QByteArray& cells, const char* rejected) {
            QTest::newRow(name) << cells << QString::fromUtf8(rejected);
        };
        row("no key", ",2024-03-01,5,EUR",
            "2 Order ID “”: Expected a value: it is what the row is known by.");
        row("no time", "1,yesterday,5,EUR",
            "2 ordered_at “yesterday”: Expected a time such as 2024-03-01T09:30:00+01:00 or "
            "2024-03-01 09:30:00.");
        row("early year", "1,1969-12-31,5,EUR",
            "2 ordered_at “1969-12-31”: Expected a year from 1970 to 2100.");
        row("late year", "1,2101-01-01,5,EUR",
            "2 ordered_at “2101-01-01”: Expected a year from 1970 to 2100.");
        row("no such day", "1,2023-02-29,5,EUR",
            "2 ordered_at “2023-02-29”: Expected a date that exists.");
        row("ambiguous", "1,03/04/2024,5,EUR",
            "2 ordered_at “03/04/2024”: Expected a date whose day and month can be told apart: set "
            "the date order (--date-order dmy or mdy).");
        row("no amount", "1,2024-03-01,free,EUR",
            "2 total “free”: Expected an amount such as 1299.50 or 1.299,50.");
        row("too fine", "1,2024-03-01,5.005,EUR",
            "2 total “5.005”: Expected an amount that fits, with at most 2 digits behind the "
            "decimal mark, as EUR has.");
        row("no currency", "1,2024-03-01,5,Euro",
            "2 currency “Euro”: Expected a currency's three letters, such as EUR.");
        row("two currencies", "1,2024-03-01,$5,EUR",
            "2 total “$5”: The amount is in USD, but the row's currency is EUR.");
        row("short", "1,2024-03-01", "2  “”: The row has 2 cells: expected 4, as the header has.");
        row("long", "1,2024-03-01,5,EUR,x",
            "2  “”: The row has 5 cells: expected 4, as the header has.");
        row("open quote", "1,\"2024-03-01,5,EUR",
            "2  “”: The quote that opens in line 2 is not closed: expected a closing quote before "
            "the end of the cell.");
    }
    void rejectsWithReason() {
        QFETCH(QByteArray, row);
        const ReadTable table = readBytes("Order ID,ordered_at,total,currency\n" + row +
                                              "\n2,2024-03-01,5,EUR\n3,2024-03-01,5,EUR\n",
                                          inEuros());
        QCOMPARE(table.rejected.size(), 1);
        QTEST(table.rejected.front(), "rejected");
        QCOMPARE(table.records.size(), 2);
        QCOMPARE(table.lastProgress.rowsRead, 3);
    }

    void rejectsUnknownWords() {
        const ReadTable table = readBytes(
            "rma_id,requested_at,condition\n1,2024-03-01,melted\n2,2024-03-01,As New\n", inEuros());
        QCOMPARE(table.rejected,
                 QStringList("2 condition “melted”: Expected one of as_new, used, damaged, "
                             "defective, wrong_item, other_item, empty."));
        QCOMPARE(table.records.size(), 1);
    }

    void keepsPayersOutOfRejectedRows() {
        const ReadTable table =
            readBytes("payment_id,amount,payer\n1,much,GB29NWBK60161331926819\n2,5,x\n", inEuros());
        QCOMPARE(table.rejectedRows.size(), size_t(1));
        QCOMPARE(table.rejectedRows.front().row, QStringList({"1", "much", ""}));
    }

    void keepsOfPayersAHashByTheShopsSecret() {
        auto options = inEuros();
        options.secret = "one shop's";
        const QByteArray table = "payment_id,amount,payer\n1,5,GB29 NWBK 6016\n2,5,gb29nwbk6016\n";
        const QStringList ours = readBytes(table, options).records;
        options.secret = "another's";
        const QStringList theirs = readBytes(table, options).records;
        const QRegularExpression hash(QStringLiteral("payer_hash=([0-9a-f]{32})$"));
        const auto hashIn = [&](const QString& record) { return hash.match(record).captured(1); };
        QVERIFY2(!hashIn(ours[0]).isEmpty(), qPrintable(ours[0]));
        QCOMPARE(hashIn(ours[1]), hashIn(ours[0]));
        QVERIFY(hashIn(theirs[0]) != hashIn(ours[0]));
    }

    void takesNullForUnknown() {
        const ReadTable table = readBytes(
            "order_id,ordered_at,total,customer_name,status\n1,NULL,null,Null,\\N\n", inEuros());
        QCOMPARE(table.records, QStringList("order 1; [buyer: Null]"));
    }

    void skipsRowsOfNothing() {
        const ReadTable table =
            readBytes("order_id,ordered_at,total\n,,\n1,2024-03-01,5\n\n,,\n", inEuros());
        QCOMPARE(table.records.size(), 1);
        QCOMPARE(table.rejected, QStringList());
        QCOMPARE(table.lastProgress.rowsRead, 1);
    }

    void saysWhyNot_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("whyNot");
        QTest::newRow("empty") << QByteArray() << "is empty";
        QTest::newRow("blank") << QByteArray("\n\n") << "not recognised: there are no rows";
        QTest::newRow("other columns")
            << QByteArray("a,b\n1,2\n")
            << "not recognised: the header (a, b) is that of no template or preset";
        QTest::newRow("columns of several lines")
            << QByteArray("\"a\nb\",\"c\r\n\td\"\n1,2\n")
            << "not recognised: the header (a b, c d) is that of no template or preset";
        QTest::newRow("two templates")
            << QByteArray("refund_id,rma_id,order_id\n1,2,3\n")
            << "not recognised: the header fits refunds, returns equally well: choose one of them";
        QTest::newRow("no header")
            << QByteArray("1,2\n3,4\n")
            << "not recognised: there is no header, and the rows are those of no preset";
        QTest::newRow("no text") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1", 24)
                                 << "not recognised: it is no text";
    }
    void saysWhyNot() {
        QFETCH(QByteArray, bytes);
        QTEST(readBytes(bytes, {}).whyNot, "whyNot");
    }

    void findsTheAddress_data() {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("warnings");
        QTest::newRow("bare") << QByteArray("ada@mail.example") << "ada@mail.example" << 0;
        QTest::newRow("link") << QByteArray("mailto:ada@mail.example") << "mailto:ada@mail.example"
                              << 0;
        QTest::newRow("with a name")
            << QByteArray("\"Lovelace, Ada <ada@mail.example>\"") << "ada@mail.example" << 0;
        QTest::newRow("two") << QByteArray("ada@mail.example; b@mail.example")
                             << "ada@mail.example; b@mail.example" << 1;
        QTest::newRow("none") << QByteArray("n/a") << "n/a" << 1;
        QTest::newRow("no domain") << QByteArray("ada@") << "ada@" << 1;
        QTest::newRow("brackets alone") << QByteArray("Ada <>") << "Ada <>" << 1;
    }
    void findsTheAddress() {
        QFETCH(QByteArray, cell);
        QFETCH(QString, address);
        const ReadTable table =
            readBytes("order_id,ordered_at,customer_email\n1,2024-03-01," + cell + "\n", {});
        QVERIFY2(table.records.value(0).contains(QString(u"[buyer: " + address + u"]")),
                 qPrintable(table.records.value(0)));
        QTEST(static_cast<int>(table.warnings.size()), "warnings");
    }

    void scoresStayWithinTheirScale() {
        const ReadTable table = readBytes(
            "review_id,posted_at,rating,scale\n1,2024-03-01,9,5\n2,2024-03-01,5,5\n"
            "3,2024-03-01,9,\n",
            {});
        QCOMPARE(table.records.size(), 2);
        QCOMPARE(table.rejected.size(), 1);
        QVERIFY(table.rejected.front().contains(u"The row gives 9 of 5"));
    }

    void namesAtMostAHundredUnusedColumns() {
        QByteArray header("order_id,ordered_at,total");
        for (int i = 0; i < 200; ++i)
            header += ",extra " + QByteArray::number(i);
        const ReadTable table = readBytes(header + "\n1,2024-03-01,5\n", inEuros());
        QCOMPARE(table.warnings.size(), 1);
        QVERIFY(table.warnings.front().endsWith(QStringLiteral("extra 98, extra 99, ….")));
    }

    void takesTheSetTemplate() {
        ReadingOptions options = inEuros();
        options.templateName = QStringLiteral("orders");
        QCOMPARE(readBytes("order_id,status\n1,Paid\n", options).records,
                 QStringList("order 1; status=paid"));
        QCOMPARE(readBytes("id,status\n1,Paid\n", options).whyNot,
                 "not recognised: the header (id, status) has no order_id, which orders needs");
        options.templateName = QStringLiteral("ordres");
        QVERIFY_EXCEPTION_THROWN(readBytes("order_id,status\n1,Paid\n", options), Failure);
    }

    void readsGermanLayout() {
        const ReadTable table = readFile(dataFile("orders-german.csv"), {});
        QCOMPARE(table.rejected, QStringList());
        QCOMPARE(table.records,
                 QStringList({QStringLiteral("order 1001; at=2024-03-01T09:30:00Z; total=1234.50 "
                                             "EUR; status=bezahlt; [buyer: Jürgen Müller]"),
                              QStringLiteral("order 1002; at=2024-03-13T10:00:00Z; total=1500.00; "
                                             "status=offen; [buyer: Käthe Groß]")}));
        const Preview preview = previewTable(dataFile("orders-german.csv"), {}, -1);
        QCOMPARE(preview.charset, "Windows-1252");
        QCOMPARE(preview.preambleLines, 2);
        QCOMPARE(preview.recordEnd, "CRLF");
    }

    void decidesDateOrderByTheFile() {
        const QByteArray rows = "order_id,ordered_at\n1,03/04/2024\n2,";
        QVERIFY(readBytes(rows + "25/04/2024\n", {})
                    .records.front()
                    .contains(QStringLiteral("at=2024-04-03")));
        QVERIFY(readBytes(rows + "04/25/2024\n", {})
                    .records.front()
                    .contains(QStringLiteral("at=2024-03-04")));
        ReadingOptions options;
        options.writing.dateOrder = QStringLiteral("mdy");
        QCOMPARE(readBytes(rows + "25/04/2024\n", options).rejected.size(), 1);
    }

    void readsShopify() {
        const ReadTable table = readFile(dataFile("shopify-orders.csv"), {});
        QCOMPARE(table.preset, "shopify-orders");
        QCOMPARE(table.templateName, "orders");
        QCOMPARE(table.rejected, QStringList());
        const QStringList expected{
            "order #1001; at=2025-10-07T07:50:26Z; total=64.88 EUR; discount=0.00 EUR; "
            "shipping=4.90 EUR; status=partially_refunded; channel=web; [buyer: "
            "ada@example.com|+33 6 12 34 56 78|Ada Example|1 Rue de la Paix, Apt "
            "3|75008|Paris|FR]; [recipient: Grace Example|5 High Street|N1 9GU|London|GB]",
            "order_item #1001/1; unit_price=24.99 EUR; order_id=#1001; line=1; sku=TEA-1; "
            "title=Teapot, blue; quantity=2",
            "refund #1001; at=2025-10-08T09:00:00Z; amount=10.00 EUR; order_id=#1001; kind=refund",
            "order_item #1001/2; unit_price=10.00 EUR; order_id=#1001; line=2; sku=MUG-1; "
            "title=Mug\nwhite; quantity=1",
            "order #1002; at=2025-10-08T08:00:00Z; cancelled_at=2025-10-09T08:00:00Z; total=20.00 "
            "USD; status=voided; channel=web; [buyer: bob@example.com|Bob Example]; [recipient: "
            "Bob Example]",
            "order_item #1002/1; unit_price=20.00 USD; order_id=#1002; line=1; title=Mug; "
            "quantity=1"};
        QCOMPARE(table.records, expected);
    }

    void readsShopifyWithFewColumns() {
        const ReadTable table = readFile(dataFile("shopify-orders-few-columns.csv"), {});
        QCOMPARE(table.preset, "shopify-orders");
        QCOMPARE(table.rejected, QStringList());
        QCOMPARE(table.records.size(), 5);
        QCOMPARE(
            table.records[2],
            "order_item #1001/2; unit_price=10.00 EUR; order_id=#1001; line=2; title=Mug\nwhite");
    }

    void readsAsterisk() {
        const ReadTable table = readFile(dataFile("asterisk-master.csv"), {});
        QCOMPARE(table.preset, "asterisk-master");
        QCOMPARE(table.templateName, "calls");
        QCOMPARE(table.rejected, QStringList());
        const QStringList expected{
            "call 1709285400.1; at=2024-03-01T09:30:00Z; ended_at=2024-03-01T09:32:12Z; "
            "from_number=+442079460001; to_number=100; wait_seconds=12; talk_seconds=120; "
            "disposition=answered; linked_call=1709285400.1; [caller: +442079460001|Ada Example]; "
            "[addressee: 100]",
            "call 1709287200.3; at=2024-03-01T10:00:00Z; ended_at=2024-03-01T10:00:25Z; "
            "from_number=+442079460002; to_number=100; queue=support; wait_seconds=25; "
            "talk_seconds=0; disposition=no_answer; linked_call=1709287200.3; [caller: "
            "+442079460002]; [addressee: 100]",
            "call 1709290800.5; at=2024-03-01T11:00:00Z; ended_at=2024-03-01T11:00:05Z; "
            "from_number=100; to_number=+442079460003; wait_seconds=5; talk_seconds=0; "
            "disposition=failed; linked_call=1709290800.5; [caller: 100|Desk]; [addressee: "
            "+442079460003]",
            "call 1709294400.7; at=2024-03-01T12:00:00Z; ended_at=2024-03-01T12:00:31Z; "
            "from_number=+442079460004; to_number=100; wait_seconds=1; talk_seconds=30; "
            "disposition=voicemail; linked_call=1709294400.7; [caller: +442079460004]; "
            "[addressee: 100]"};
        QCOMPARE(table.records, expected);
    }

    void readsAsteriskOfAnyWidth() {
        const auto shortest = readFile(dataFile("asterisk-master-16.csv"), {});
        QCOMPARE(shortest.records.size(), 1);
        QCOMPARE(shortest.records.front().section(u';', 0, 0).size(), qsizetype(5 + 40));
        const auto longest = readFile(dataFile("asterisk-master-21.csv"), {});
        QCOMPARE(longest.records.size(), 1);
        QVERIFY(longest.records.front().startsWith(QStringLiteral("call 1709285400.2/17;")));
        QVERIFY(longest.records.front().contains(QStringLiteral("linked_call=1709285400.1")));
    }

    void previewsEveryCell() {
        const Preview preview = previewBytes("Order ID,ordered_at, note\n 1 ,x,\"a\nb\"\n2\n");
        QCOMPARE(preview.header, QStringList({"Order ID", "ordered_at", " note"}));
        QCOMPARE(preview.rows.size(), size_t(2));
        QCOMPARE(preview.rows[0], QStringList({" 1 ", "x", "a\nb"}));
        QCOMPARE(preview.rows[1], QStringList("2"));
        QCOMPARE(preview.templateName, "orders");
        const std::vector<std::pair<QString, QString>> mapping{{"Order ID", "order_id"},
                                                               {"ordered_at", "ordered_at"}};
        QCOMPARE(preview.mapping, mapping);
        QCOMPARE(preview.delimiter + preview.quote + preview.escape + preview.recordEnd, ",\"\"LF");
    }

    void previewsOnlySoMany() {
        QCOMPARE(previewBytes("a,b\n1,2\n3,4\n5,6\n", {}, 2).rows.size(), size_t(2));
        QCOMPARE(previewBytes("a,b\n1,2\n", {}, 0).rows.size(), size_t(0));
        QCOMPARE(previewBytes("").rows.size(), size_t(0));
    }

    void stopsWhenAsked() {
        struct StoppingSink : RecordSink {
            std::stop_source source;
            int taken = 0;
            void take(ImportedRecord) override { taken += source.request_stop() || true ? 1 : 0; }
            void reject(RejectedRow) override {}
            void warn(const QString&) override {}
            void progress(const ReadingProgress&) override {}
        } sink;
        const auto input = recogniseTable(dataFile("orders-german.csv"), {}, nullptr);
        QVERIFY(input);
        readTable(*input, {}, sink, sink.source.get_token());
        QCOMPARE(sink.taken, 1);
    }

    void presetsAreWellFormed() {
        QVERIFY(presetLayouts().size() >= 2);
        QVERIFY_EXCEPTION_THROWN(presetFromJson("{"), std::logic_error);
        QVERIFY_EXCEPTION_THROWN(
            presetFromJson("{\"name\":\"x\",\"records\":[{\"template\":\"no\"}]}"),
            std::logic_error);
    }
};

QTEST_GUILESS_MAIN(CsvTablesTest)
#include "csv_tables_test.moc"
