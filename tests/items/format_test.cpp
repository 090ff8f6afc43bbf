// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/format.h"

#include <QTest>

using namespace goodfaith;

namespace {

Instant at(const QString& iso) {
    return *parseIso(iso, QTimeZone::utc());
}

items::Format format(const QLocale& locale = QLocale::c()) {
    return {locale, QTimeZone("Europe/Berlin"), at(QStringLiteral("2024-07-03T12:00:00Z")),
            *Currency::fromCode(u"EUR")};
}

}  // namespace

class FormatTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsTimes_data() {
        QTest::addColumn<QString>("iso");
        QTest::addColumn<QString>("when");
        QTest::addColumn<QString>("inMonth");
        QTest::newRow("now") << "2024-07-03T11:59:30Z"
                             << "just now"
                             << "just now";
        QTest::newRow("minutes") << "2024-07-03T11:55:00Z"
                                 << "5 min ago"
                                 << "5 min ago";
        QTest::newRow("hours") << "2024-07-02T10:00:00Z"
                               << "26 h ago"
                               << "26 h ago";
        QTest::newRow("days") << "2024-06-29T10:00:00Z"
                              << "4 days ago"
                              << "4 days ago";
        QTest::newRow("a week and more") << "2024-06-13T10:00:00Z"
                                         << "13 Jun 2024"
                                         << "13 Jun 12:00";
        QTest::newRow("a mere date") << "2024-06-12T22:00:00Z"
                                     << "13 Jun 2024"
                                     << "13 Jun";
        QTest::newRow("to come") << "2024-07-03T15:00:00Z"
                                 << "in 3 h"
                                 << "in 3 h";
    }

    void wordsTimes() {
        QFETCH(QString, iso);
        QTEST(format().when(at(iso)), "when");
        QTEST(format().whenInMonth(at(iso)), "inMonth");
    }

    void exactTimesAreTheShops() {
        QCOMPARE(format().exact(at(QStringLiteral("2024-06-30T23:30:00Z"))),
                 QStringLiteral("Mon 1 Jul 2024 01:30"));
    }

    void wordsMoney_data() {
        QTest::addColumn<QString>("money");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        QTest::newRow("euro") << "1820.00 EUR"
                              << "€1,820.00"
                              << "1.820,00\u00a0€";
        QTest::newRow("minus") << "-15.00 EUR"
                               << "−€15.00"
                               << "−15,00\u00a0€";
        QTest::newRow("francs") << "12.50 CHF"
                                << "CHF\u00a012.50"
                                << "12,50\u00a0CHF";
        QTest::newRow("no minor unit") << "1200 JPY"
                                       << "JPY\u00a01,200"
                                       << "1.200\u00a0JPY";
    }

    void wordsMoney() {
        QFETCH(QString, money);
        const Money amount = *moneyFromString(money);
        QTEST(format().money(amount), "english");
        QTEST(format(QLocale(QLocale::German, QLocale::Germany)).money(amount), "german");
    }

    void theMainCurrencyLeads() {
        MoneyBag bag;
        bag += *moneyFromString(u"3.00 CHF");
        bag += *moneyFromString(u"5.00 EUR");
        QCOMPARE(format().money(bag), QStringLiteral("€5.00 + CHF\u00a03.00"));
        QCOMPARE(format().money(MoneyBag()), QString());
    }

    void countsWithTheRightWord_data() {
        QTest::addColumn<qint64>("count");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << qint64(0) << "0 orders";
        QTest::newRow("one") << qint64(1) << "1 order";
        QTest::newRow("many") << qint64(1204) << "1,204 orders";
    }

    void countsWithTheRightWord() {
        QFETCH(qint64, count);
        QTEST(format().counted(count, QStringLiteral("order"), QStringLiteral("orders")), "text");
    }

    void saysHowStrongTheEvidenceIs_data() {
        QTest::addColumn<VerdictKind>("verdict");
        QTest::addColumn<double>("pChronic");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing known") << VerdictKind::GoodFaith << 0.02 << "little evidence";
        QTest::newRow("good") << VerdictKind::GoodFaith << 0.01 << "some evidence";
        QTest::newRow("very good") << VerdictKind::GoodFaith << 0.004 << "strong evidence";
        QTest::newRow("doubtful") << VerdictKind::NeedsLook << 0.55 << "little evidence";
        QTest::newRow("worse") << VerdictKind::NeedsLook << 0.8 << "some evidence";
        QTest::newRow("chronic") << VerdictKind::ChronicPattern << 0.98 << "strong evidence";
    }

    void saysHowStrongTheEvidenceIs() {
        QFETCH(VerdictKind, verdict);
        QFETCH(double, pChronic);
        Score score;
        score.verdict = verdict;
        score.pChronic = pChronic;
        QTEST(items::strengthName(items::strengthOf(score)), "words");
    }
};

QTEST_GUILESS_MAIN(FormatTest)
#include "format_test.moc"
