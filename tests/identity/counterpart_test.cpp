// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/counterpart.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::identity;

namespace {

ImportedParty mail(PartyRole role, const char* address) {
    PartyKeys keys;
    keys.email = QString::fromLatin1(address);
    return {role, keys};
}

ImportedParty phone(PartyRole role, const char* number) {
    PartyKeys keys;
    keys.phone = QString::fromLatin1(number);
    return {role, keys};
}

ShopSettings settings() {
    ShopSettings shop;
    shop.ownAddresses = {QStringLiteral("shop.example"), QStringLiteral("owner@private.example"),
                         QStringLiteral("my.shop@gmail.com"),
                         QStringLiteral("b\u00fccher.example")};
    shop.ownNumbers = {QStringLiteral("020 7946 0999"), QStringLiteral("0808 157 0193")};
    return shop;
}

}  // namespace

Q_DECLARE_METATYPE(goodfaith::RecordKind)

class CounterpartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // A server of ours may have sent it back.
    void aMailThatCameBackIsOfWhomItDidNotReach_data() {
        QTest::addColumn<QString>("sender");
        QTest::newRow("another's server") << u"mailer-daemon@x.example"_qs;
        QTest::newRow("our server") << u"mailer-daemon@mail.shop.example"_qs;
        QTest::newRow("our address") << u"postmaster@shop.example"_qs;
    }
    void aMailThatCameBackIsOfWhomItDidNotReach() {
        QFETCH(QString, sender);
        ImportedRecord record;
        record.kind = RecordKind::Message;
        record.parties = {mail(PartyRole::Sender, qPrintable(sender)),
                          mail(PartyRole::Addressee, "support@shop.example"),
                          mail(PartyRole::Unreached, "ada@x.example")};
        record.fields.set(Field::InReplyTo, u"a1@shop.example"_qs);
        const auto result = CounterpartRule(settings()).apply(record);
        QCOMPARE(result.direction, Direction::Inbound);
        QCOMPARE(result.counterpart, 2);
    }

    void derives_data() {
        using Parties = std::vector<ImportedParty>;
        QTest::addColumn<RecordKind>("kind");
        QTest::addColumn<std::vector<ImportedParty>>("parties");
        QTest::addColumn<QString>("stated");
        QTest::addColumn<QString>("direction");
        QTest::addColumn<int>("counterpart");
        const auto from = PartyRole::Sender;
        const auto to = PartyRole::Addressee;
        const auto row = [](const char* name, RecordKind kind, Parties parties, const char* stated,
                            const char* direction, int counterpart) {
            QTest::newRow(name) << kind << parties << QString::fromLatin1(stated)
                                << QString::fromLatin1(direction) << counterpart;
        };
        const auto message = RecordKind::Message;
        row("to us", message, {mail(from, "ada@x.example"), mail(to, "support@shop.example")}, "",
            "inbound", 0);
        row("from us", message, {mail(from, "Support@Shop.example"), mail(to, "ada@x.example")}, "",
            "outbound", 1);
        row("from an own address", message,
            {mail(from, "owner@private.example"), mail(to, "ada@x.example")}, "", "outbound", 1);
        row("from an own mailbox, spelt otherwise", message,
            {mail(from, "myshop+orders@googlemail.com"), mail(to, "ada@x.example")}, "", "outbound",
            1);
        row("from an own domain, spelt otherwise", message,
            {mail(from, "a@XN--BCHER-KVA.example"), mail(to, "ada@x.example")}, "", "outbound", 1);
        row("a colleague in copy", message,
            {mail(from, "a@shop.example"), mail(to, "b@shop.example"), mail(to, "ada@x.example")},
            "", "outbound", 2);
        row("between ourselves", message,
            {mail(from, "a@shop.example"), mail(to, "b@shop.example")}, "", "none", -1);
        row("a domain that only ends alike", message,
            {mail(from, "eve@notshop.example"), mail(to, "a@shop.example")}, "", "inbound", 0);
        row("nobody at all", message, {}, "", "none", -1);
        const auto call = RecordKind::Call;
        const auto caller = PartyRole::Caller;
        row("call to our number", call, {phone(caller, "07700 900123"), phone(to, "+442079460999")},
            "", "inbound", 0);
        row("call from an extension", call, {phone(caller, "201"), phone(to, "07700 900123")}, "",
            "outbound", 1);
        row("call between extensions", call, {phone(caller, "201"), phone(to, "202")}, "", "none",
            -1);
        row("stated outbound", call, {phone(to, "07700 900123")}, "outbound", "outbound", 0);
        row("withheld", call, {}, "inbound", "inbound", -1);
        row("anonymous", call, {phone(caller, "anonymous"), phone(to, "+442079460999")}, "",
            "inbound", -1);
        row("a hotline", call, {phone(caller, "0808 157 0192"), phone(to, "+442079460999")}, "",
            "inbound", -1);
        row("to our own hotline", call, {phone(caller, "07700 900123"), phone(to, "+448081570193")},
            "", "inbound", 0);
        row("a bounce", message,
            {mail(from, "MAILER-DAEMON@x.example"), mail(to, "a@shop.example")}, "", "inbound", -1);
        row("a bounce that says whom it did not reach", message,
            {mail(from, "MAILER-DAEMON@x.example"), mail(to, "a@shop.example"),
             mail(PartyRole::Unreached, "ada@x.example")},
            "", "inbound", -1);
        row("order", RecordKind::Order,
            {mail(PartyRole::Recipient, "eve@x.example"), mail(PartyRole::Buyer, "ada@x.example")},
            "", "none", 1);
        row("review", RecordKind::Review, {mail(from, "ada@x.example")}, "", "inbound", 0);
        row("chat", RecordKind::Chat, {mail(from, "ada@x.example")}, "", "inbound", 0);
        row("visit", RecordKind::Visit, {mail(from, "ada@x.example")}, "", "none", 0);
        row("refund without a party", RecordKind::Refund, {}, "", "none", -1);
    }
    void derives() {
        QFETCH(RecordKind, kind);
        QFETCH(std::vector<ImportedParty>, parties);
        QFETCH(QString, stated);
        ImportedRecord record;
        record.kind = kind;
        record.parties = parties;
        record.fields.set(Field::Direction, stated);
        const auto result = CounterpartRule(settings()).apply(record);
        QTEST(nameOf(result.direction), "direction");
        QTEST(result.counterpart, "counterpart");
    }
};

QTEST_APPLESS_MAIN(CounterpartTest)
#include "counterpart_test.moc"
