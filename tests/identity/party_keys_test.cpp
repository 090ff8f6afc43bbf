// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/party_keys.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::identity;

Q_DECLARE_METATYPE(goodfaith::PartyRole)

class PartyKeysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void normalises_data() {
        QTest::addColumn<PartyRole>("role");
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("phone");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("expected");  // "!" in front of what joins nobody
        const auto buyer = PartyRole::Buyer;
        const auto row = [](const char* name, PartyRole role, const char* email, const char* phone,
                            const char* number, const char* expected) {
            QTest::newRow(name) << role << QString::fromLatin1(email) << QString::fromLatin1(phone)
                                << QString::fromLatin1(number) << QString::fromLatin1(expected);
        };
        row("all of them", buyer, "Ada@X.example", "07700 900123", " 5 ",
            "ada@x.example +447700900123 5");
        row("none", buyer, "ada", "anonymous", " ", "");
        row("a role", buyer, "info@x.example", "", "", "!info@x.example");
        row("an alias", buyer, "a1b2@members.ebay.com", "", "", "!a1b2@members.ebay.com");
        row("a desk", buyer, "", "020 7946 0018 x12", "", "!+442079460018");
        row("a hotline", buyer, "", "0808 157 0192", "", "");
        row("a gift's recipient", PartyRole::Recipient, "Eve@x.example", "07700 900123", "5",
            "!eve@x.example !+447700900123 !5");
    }
    void normalises() {
        QFETCH(PartyRole, role);
        QFETCH(QString, email);
        QFETCH(QString, phone);
        QFETCH(QString, number);
        ImportedParty party{role, {}};
        party.keys.email = email;
        party.keys.phone = phone;
        party.keys.shopNumber = number;
        QStringList texts;
        PhoneReader phones(QStringLiteral("GB"));
        for (const NormalisedKey& key : normalisedKeys(party, phones))
            texts << (key.joins ? QString() : QStringLiteral("!")) + key.value;
        QTEST(texts.join(u' '), "expected");
    }
};

QTEST_APPLESS_MAIN(PartyKeysTest)
#include "party_keys_test.moc"
