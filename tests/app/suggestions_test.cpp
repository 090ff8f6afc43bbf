// SPDX-License-Identifier: GPL-3.0-or-later
// Who is suggested as one person, whatever the way the shop came about.
#include "app/suggestions.h"

#include "app/import_service.h"
#include "cli_runner.h"
#include "models/domain/failure.h"
#include "models/store/act_table.h"
#include "models/store/customer_reader.h"
#include "models/store/decision_table.h"
#include "models/store/derived_tables.h"
#include "models/store/statement.h"
#include "models/store/suggestion_table.h"

#include <QFile>
#include <QTest>

using namespace goodfaith;
using namespace goodfaith::app;

namespace {

const QByteArray header =
    "customer_id,name,email,phone,address,postcode,city,country,date_of_birth\n";
const QByteArray ada =
    "1,Ada Lindqvist,ada@mail.example,,Hauptstr. 12,10115,Berlin,DE,1970-03-04\n";
const QByteArray adaAgain =
    "2,\"Lindkvist, Ada\",a.lindqvist@work.example,,Hauptstraße 12,10115,Berlin,DE,04.03.1970\n";
const QByteArray herHusband =
    "3,Bob Lindqvist,bob@mail.example,+49301234567,Hauptstr. 12,10115,Berlin,DE,1968-11-30\n";
const QByteArray stranger =
    "4,Yuki Tanaka,yuki@mail.example,,Nebenweg 3,80331,München,DE,1990-07-21\n";

class TestShop {
public:
    void import(const QByteArray& rows) {
        const QString path = cli_.file(QStringLiteral("customers%1.csv").arg(++files_));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(header + rows);
        file.close();
        ImportRequest request;
        request.paths << path;
        request.reading.templateName = QStringLiteral("customers");
        QVERIFY(runImport(database(), request, {}, {}).unusable.empty());
    }
    // "Ada Lindqvist / Lindkvist, Ada: same", all in alphabetical order.
    QStringList suggested() {
        store::Database open(database());
        refreshSuggestions(open, {}, {});
        QStringList lines;
        forEachOpenSuggestion(open, [&](const Suggestion& one) {
            const auto [first, second] = std::minmax({nameOf(open, one.a), nameOf(open, one.b)});
            lines << QStringLiteral("%1 / %2: %3").arg(first, second, goodfaith::nameOf(one.kind));
        });
        lines.sort();
        return lines;
    }
    void decide(ActKind kind, const QString& one, const QString& other) {
        store::Database open(database());
        store::Transaction transaction(open);
        const ActId act = store::ActTable(open).add(kind, Instant(), {}).id;
        store::DecisionTable(open).add(act, {contentsOf(open, one), contentsOf(open, other)});
        transaction.commit();
    }
    QString database() const { return cli_.database(); }
    const CliRunner& cli() const { return cli_; }

private:
    static QString nameOf(store::Database& open, CustomerId customer) {
        return store::CustomerReader(open).overview(customer)->name;
    }
    static std::vector<QByteArray> contentsOf(store::Database& open, const QString& name) {
        store::Query<QByteArray> query(open, "SELECT content_hash FROM party WHERE name = :name");
        std::vector<QByteArray> contents;
        for (const auto& [content] : query.all(name))
            contents.push_back(content);
        return contents;
    }

    CliRunner cli_;
    int files_ = 0;
};

const QString twoAdas = QStringLiteral("Ada Lindqvist / Lindkvist, Ada: same");
const QString adaAndBob = QStringLiteral("Ada Lindqvist / Bob Lindqvist: linked");

}  // namespace

class SuggestionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsPersonsAndHouseholds() {
        TestShop shop;
        shop.import(ada + adaAgain + herHusband + stranger);
        const QStringList found = shop.suggested();
        QVERIFY2(found.contains(twoAdas), qPrintable(found.join(u'\n')));
        QVERIFY2(found.contains(adaAndBob), qPrintable(found.join(u'\n')));
        QVERIFY(found.filter(QStringLiteral("Yuki")).isEmpty());
    }

    // Sister and brother of one street with phones one digit apart.
    void twoNamesAreNeverOnePerson() {
        TestShop shop;
        shop.import(
            "5,Noah Garside,,+442079460018,4 Mill Lane,LS1 4AP,Leeds,GB,\n"
            "6,Margaret Garside,,+442079460019,4 Mill Lane,LS1 4AP,Leeds,GB,\n");
        QCOMPARE(shop.suggested().filter(QStringLiteral("same")), QStringList());
    }

    // One file after the other, looked at in between, comes to the same as all at once.
    void whoeverComesLaterIsCompared() {
        TestShop atOnce;
        atOnce.import(ada + adaAgain + herHusband + stranger);
        TestShop later;
        later.import(ada + stranger);
        QCOMPARE(later.suggested(), QStringList());
        later.import(herHusband);
        QCOMPARE(later.suggested(), QStringList(adaAndBob));
        later.import(adaAgain);
        QCOMPARE(later.suggested(), atOnce.suggested());
    }

    void onlyWhoChangedIsComparedAgain() {
        TestShop shop;
        shop.import(ada + adaAgain + stranger);
        shop.suggested();
        store::Database open(shop.database());
        const auto before = store::SuggestionTable(open).digests();
        QCOMPARE(before.size(), 3);
        shop.import("4,Yuki Tanaka,yuki@mail.example,,Hauptstr. 40,10115,Berlin,DE,1990-07-21\n");
        shop.suggested();
        const auto after = store::SuggestionTable(open).digests();
        int changed = 0;
        for (auto it = after.begin(); it != after.end(); ++it)
            changed += before.value(it.key()) == it.value() ? 0 : 1;
        QCOMPARE(changed, 1);
    }

    void whatPeopleDecidedIsNotOffered_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("dismissed") << static_cast<int>(ActKind::Dismissed);
        QTest::newRow("kept apart") << static_cast<int>(ActKind::Apart);
    }
    void whatPeopleDecidedIsNotOffered() {
        QFETCH(int, kind);
        TestShop shop;
        shop.import(ada + adaAgain + herHusband);
        QVERIFY(shop.suggested().contains(twoAdas));
        shop.decide(static_cast<ActKind>(kind), QStringLiteral("Ada Lindqvist"),
                    QStringLiteral("Lindkvist, Ada"));
        const QStringList open = shop.suggested();
        QVERIFY(!open.contains(twoAdas));
        QVERIFY(open.contains(adaAndBob));
    }

    void aStopLeavesEverythingAsItWas() {
        TestShop shop;
        shop.import(ada + adaAgain);
        std::stop_source stop;
        stop.request_stop();
        store::Database open(shop.database());
        refreshSuggestions(open, {}, stop.get_token());
        bool isAny = false;
        store::SuggestionTable(open).forEach([&](const Suggestion&) { isAny = true; });
        QVERIFY(!isAny);
        QCOMPARE(store::SuggestionTable(open).comparedRevision(), -1);
    }

    void theCommandSaysWhy() {
        TestShop shop;
        shop.import(ada + adaAgain);
        const QJsonArray all = shop.cli()
                                   .json({QStringLiteral("duplicates")})
                                   .value(QStringLiteral("duplicates"))
                                   .toArray();
        QCOMPARE(all.size(), 1);
        const QJsonObject one = all[0].toObject();
        QCOMPARE(one.keys(),
                 QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("evidence"),
                              QStringLiteral("kind"), QStringLiteral("probability")}));
        QVERIFY(one[QStringLiteral("probability")].toDouble() > 0.9);
        const QJsonArray evidence = one[QStringLiteral("evidence")].toArray();
        QCOMPARE(evidence[0][QStringLiteral("field")].toString(), QStringLiteral("family_name"));
        QCOMPARE(evidence[0][QStringLiteral("agreement")].toString(),
                 QStringLiteral("nearly the same"));
        QVERIFY(evidence[2][QStringLiteral("weight")].isDouble());
        const CliResult plain = shop.cli().run({QStringLiteral("duplicates")});
        QCOMPARE(plain.exitCode, 0);
        QVERIFY2(plain.output.contains("date of birth: same"), plain.output.constData());
    }

    void nothingToSay() {
        TestShop shop;
        shop.import(stranger);
        QVERIFY(shop.cli().run({QStringLiteral("duplicates")}).output.startsWith("No two"));
        QCOMPARE(shop.cli().run({QStringLiteral("duplicates"), QStringLiteral("--json")}).json(),
                 QJsonObject({{QStringLiteral("duplicates"), QJsonArray()}}));
    }
};

QTEST_GUILESS_MAIN(SuggestionsTest)
#include "suggestions_test.moc"
