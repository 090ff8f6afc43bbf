// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/money.h"

#include <QTest>

#include <limits>

using namespace goodfaith;

Q_DECLARE_METATYPE(std::optional<qint64>)

class MoneyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsDecimals_data();
    void readsDecimals();
    void printsWhatItReads_data();
    void printsWhatItReads();
    void readsCurrencies_data();
    void readsCurrencies();
    void keepsCurrenciesApart();
    void staysWithinWhatFits();
};

namespace {

constexpr qint64 greatest = std::numeric_limits<qint64>::max();

Currency currency(const char* code) {
    return Currency::fromCode(QString::fromLatin1(code)).value_or(Currency());
}

}  // namespace

void MoneyTest::readsDecimals_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<std::optional<qint64>>("minor");
    using Minor = std::optional<qint64>;
    const auto row = [](const char* text, const char* code, Minor minor) {
        QTest::addRow("%s %s", text, code) << text << code << minor;
    };
    row("1299.5", "EUR", 129950);
    row("-3", "EUR", -300);
    row("+3.10", "EUR", 310);
    row(".5", "EUR", 50);
    row("5.", "EUR", 500);
    row("1.990", "EUR", 199);
    row("1.995", "EUR", {});
    row("150", "JPY", 150);
    row("150.00", "JPY", 150);
    row("150.5", "JPY", {});
    row("1.2345", "KWD", {});
    row("1.234", "KWD", 1234);
    row("92233720368547758.07", "EUR", greatest);
    row("92233720368547758.08", "EUR", {});
    row("99999999999999999999", "JPY", {});
    row("", "EUR", {});
    row("-", "EUR", {});
    row(".", "EUR", {});
    row("--1", "EUR", {});
    row("1.2.3", "EUR", {});
    row("1,5", "EUR", {});
    row("1e3", "EUR", {});
    row(" 1", "EUR", {});
    row("0", "EUR", 0);
}

void MoneyTest::readsDecimals() {
    QFETCH(QString, text);
    QFETCH(QString, code);
    const auto money = moneyFromDecimal(text, *Currency::fromCode(code));
    QTEST(money ? std::optional<qint64>(money->minor) : std::nullopt, "minor");
}

void MoneyTest::printsWhatItReads_data() {
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("text");
    QTest::newRow("cents") << 129950LL << "EUR"
                           << "1299.50 EUR";
    QTest::newRow("under one") << 5LL << "EUR"
                               << "0.05 EUR";
    QTest::newRow("negative under one") << -5LL << "EUR"
                                        << "-0.05 EUR";
    QTest::newRow("no minor unit") << 1500LL << "JPY"
                                   << "1500 JPY";
    QTest::newRow("thousandths") << 1234LL << "KWD"
                                 << "1.234 KWD";
    QTest::newRow("no currency") << 250LL << ""
                                 << "2.50";
    QTest::newRow("the greatest") << greatest << "EUR"
                                  << "92233720368547758.07 EUR";
}

void MoneyTest::printsWhatItReads() {
    QFETCH(qint64, minor);
    QFETCH(QString, code);
    const Money money{minor, Currency::fromCode(code).value_or(Currency())};
    QTEST(toString(money), "text");
    QCOMPARE(moneyFromString(toString(money)), std::optional<Money>(money));
}

void MoneyTest::readsCurrencies_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");  // "": none
    QTest::newRow("capitals") << "EUR"
                              << "EUR";
    QTest::newRow("small") << "usd"
                           << "USD";
    QTest::newRow("two letters") << "EU"
                                 << "";
    QTest::newRow("four letters") << "EURO"
                                  << "";
    QTest::newRow("digits") << "E2R"
                            << "";
    QTest::newRow("a symbol") << QStringLiteral("€€€") << "";
    // Letters whose capitals are ASCII letters are still none.
    QTest::newRow("a dotless i") << QStringLiteral("\u0131nr") << "";
    QTest::newRow("a long s") << QStringLiteral("u\u017fd") << "";
}

void MoneyTest::readsCurrencies() {
    QFETCH(QString, text);
    const auto found = Currency::fromCode(text);
    QTEST(found ? found->code() : QString(), "code");
}

void MoneyTest::keepsCurrenciesApart() {
    MoneyBag bag;
    bag += Money{100, currency("USD")};
    bag += Money{100, currency("EUR")};
    bag -= Money{100, currency("EUR")};
    QCOMPARE(bag.sums().size(), size_t(2));
    QCOMPARE(bag.sums().begin()->first.code(), QStringLiteral("EUR"));
    QCOMPARE(bag.in(currency("EUR")).minor, 0);
    QCOMPARE(bag.in(currency("CHF")).minor, 0);
    MoneyBag both = bag;
    both += bag;
    QCOMPARE(both.in(currency("USD")).minor, 200);
}

void MoneyTest::staysWithinWhatFits() {
    MoneyBag bag;
    bag += Money{greatest, currency("EUR")};
    bag += Money{greatest, currency("EUR")};
    QCOMPARE(bag.in(currency("EUR")).minor, greatest);
    MoneyBag owed;
    owed -= Money{greatest, currency("EUR")};
    owed -= Money{greatest, currency("EUR")};
    QCOMPARE(owed.in(currency("EUR")).minor, std::numeric_limits<qint64>::min());
    owed += owed;
    QCOMPARE(owed.in(currency("EUR")).minor, std::numeric_limits<qint64>::min());
}

QTEST_APPLESS_MAIN(MoneyTest)
#include "money_test.moc"
