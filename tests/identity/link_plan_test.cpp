// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/link_plan.h"

#include "models/identity/party_keys.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <set>

using namespace goodfaith;
using namespace goodfaith::identity;

namespace {

using Kind = NormalisedKey::Kind;

NormalisedKey email(const char* value) {
    return {Kind::Email, QString::fromLatin1(value), true};
}
NormalisedKey role(const char* value) {
    return {Kind::Email, QString::fromLatin1(value), false};
}
NormalisedKey phone(const char* value) {
    return {Kind::Phone, QString::fromLatin1(value), true};
}
NormalisedKey number(const char* value) {
    return {Kind::ShopNumber, QString::fromLatin1(value), true};
}

LinkedParty party(qint64 id, std::vector<NormalisedKey> keys, qint64 customer = 0,
                  qint64 source = 1) {
    return {PartyId(id), SourceId(source), std::move(keys), {}, {}, CustomerId(customer), {}};
}

// "7+9: 1 first, 2 email a@x" — kept and absorbed customers, then the links in order.
QString describe(const PlannedCustomer& plan) {
    QString text = plan.kept.isNone() ? QStringLiteral("new") : QString::number(plan.kept.value());
    for (const auto& absorbed : plan.absorbed)
        text += QStringLiteral("+%1(%2 %3)")
                    .arg(absorbed.absorbed.value())
                    .arg(absorbed.rule, absorbed.evidence);
    for (const auto& link : plan.links)
        text += QStringLiteral(" %1:%2").arg(link.party.value()).arg(link.rule) +
                (link.evidence.isEmpty() ? QString() : QString(u'=' + link.evidence));
    return text;
}

QStringList describe(const std::vector<PlannedCustomer>& plans) {
    QStringList texts;
    for (const auto& plan : plans)
        texts << describe(plan);
    return texts;
}

// Groups of parties, whatever the order of plans and links.
std::set<std::set<qint64>> groupsOf(const std::vector<PlannedCustomer>& plans) {
    std::set<std::set<qint64>> groups;
    for (const auto& plan : plans) {
        std::set<qint64> group;
        for (const auto& link : plan.links)
            group.insert(link.party.value());
        groups.insert(group);
    }
    return groups;
}

}  // namespace

class LinkPlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plans_data() {
        QTest::addColumn<std::vector<LinkedParty>>("parties");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* name, std::vector<LinkedParty> parties,
                            QStringList expected) { QTest::newRow(name) << parties << expected; };
        row("nobody", {}, {});
        row("a stranger", {party(1, {email("a@x")})}, {QStringLiteral("new 1:first")});
        row("no keys at all", {party(1, {}), party(2, {})},
            {QStringLiteral("new 1:first"), QStringLiteral("new 2:first")});
        row("same e-mail", {party(1, {email("a@x")}), party(2, {email("a@x"), phone("+1")})},
            {QStringLiteral("new 1:first 2:email=a@x")});
        row("a chain",
            {party(1, {email("a@x")}), party(2, {phone("+1")}),
             party(3, {email("a@x"), phone("+1")})},
            {QStringLiteral("new 1:first 2:phone=+1 3:email=a@x")});
        row("a known customer", {party(2, {phone("+1")}), party(1, {phone("+1")}, 7)},
            {QStringLiteral("7 2:phone=+1")});
        row("nothing new", {party(1, {phone("+1")}, 7)}, {});
        row("one party makes two customers one",
            {party(1, {email("a@x")}, 7), party(2, {phone("+1")}, 9),
             party(3, {email("a@x"), phone("+1")})},
            {QStringLiteral("7+9(phone +1) 3:email=a@x")});
        row("role addresses stay apart", {party(1, {role("info@x")}), party(2, {role("info@x")})},
            {QStringLiteral("new 1:first"), QStringLiteral("new 2:first")});
        row("shop numbers of one source", {party(1, {number("5")}), party(2, {number("5")})},
            {QStringLiteral("new 1:first 2:shop_number=5")});
        row("shop numbers of two sources",
            {party(1, {number("5")}, 0, 1), party(2, {number("5")}, 0, 2)},
            {QStringLiteral("new 1:first"), QStringLiteral("new 2:first")});
        row("a phone that reads like a number", {party(1, {number("+1")}), party(2, {phone("+1")})},
            {QStringLiteral("new 1:first"), QStringLiteral("new 2:first")});
    }
    void plans() {
        QFETCH(std::vector<LinkedParty>, parties);
        QTEST(describe(planLinks(parties)), "expected");
    }

    void orderDoesNotMatter() {
        std::mt19937 random(7);
        std::vector<LinkedParty> parties;
        for (int i = 1; i <= 300; ++i) {
            const auto key = [&](const char* prefix) {
                return QByteArray(prefix + QByteArray::number(static_cast<int>(random() % 200)));
            };
            parties.push_back(
                party(i, {email(key("a@x").constData()), phone(key("+1").constData())}));
        }
        const auto expected = groupsOf(planLinks(parties));
        QVERIFY(expected.size() > 1);
        for (int round = 0; round < 20; ++round) {
            std::shuffle(parties.begin(), parties.end(), random);
            QVERIFY(groupsOf(planLinks(parties)) == expected);
        }
    }

    void aRecipientsKeysNeverJoin() {
        PhoneReader phones(QStringLiteral("GB"));
        ImportedParty gift{PartyRole::Recipient, {}};
        gift.keys.email = QStringLiteral("Eve@x.example");
        gift.keys.phone = QStringLiteral("07700 900123");
        const auto keys = normalisedKeys(gift, phones);
        QCOMPARE(keys.size(), size_t{2});
        QVERIFY(std::none_of(keys.begin(), keys.end(), [](const auto& key) { return key.joins; }));
    }
};

QTEST_APPLESS_MAIN(LinkPlanTest)
#include "link_plan_test.moc"
