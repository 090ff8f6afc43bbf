// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer of ours asks of them, and whether it says no.
#include "models/understanding/answer_reader.h"
#include "models/understanding/text_reader.h"

#include <QtTest>

using namespace goodfaith;
using namespace goodfaith::understanding;

class AnswersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void says_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        const auto rows = [](const char* says, std::initializer_list<const char*> texts) {
            for (const char* text : texts)
                QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(says);
        };
        rows(
            "asks",
            {"Could you send us a photo of the damage?",
             "Please send it back with return number 4711.", "Please reply with your order number.",
             "Can you tell me when you posted it?", "Which colour would you like instead?",
             "We need your new address before we can ship it.",
             "Let me know which size you would prefer.", "Would you mind trying another cable?",
             "We cannot refund you until the parcel is back. Please return it.",
             "Have you checked with your neighbours?",
             "We will refund you once we have received it.",
             "Your refund is on its way. Did it arrive?"});
        rows(
            "",
            {"Your refund is on its way.", "I have refunded you, sorry for the trouble.",
             "Please let us know if you need anything else.",
             "Is there anything else we can help you with?",
             "Please do not hesitate to contact us.", "Please accept our apologies.",
             "Please choose a locker next time.", "If you have any questions, please get in touch.",
             "Please find your invoice attached.", "Please feel free to write again.",
             "How can I help?", "We can offer you a refund.", "Please note that we are closed.",
             "We cannot refund you until the parcel is back.",
             "We can refund you without the return.", "A new one leaves today.",
             "We cannot thank you enough."});
        rows("refuses",
             {"I am afraid we cannot refund this order.", "We are unable to offer a refund.",
              "Unfortunately we are not able to replace it.",
              "Your claim was rejected by our warranty team.",
              "The return is outside our 30 day period.", "Your warranty has expired.",
              "We have to decline your request.", "This item is not eligible for a refund.",
              "Worn shoes are not covered.", "There is nothing more we can do.",
              "We do not offer refunds on gift cards.", "We won't refund the postage."});
        rows("asks refuses", {"We cannot refund this order. Would you like a voucher?"});
    }

    void says() {
        QFETCH(QString, text);
        const AnswerWords answer = reader_.read(text);
        QStringList said;
        if (answer.asks)
            said << QStringLiteral("asks");
        if (answer.refuses)
            said << QStringLiteral("refuses");
        QTEST(said.join(u' '), "says");
    }

    void isOfOursAlone_data() {
        QTest::addColumn<Direction>("direction");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isRead");
        const auto text = QStringLiteral("We cannot refund it. Could you send a photo?");
        QTest::newRow("ours") << Direction::Outbound << text << true;
        QTest::newRow("theirs") << Direction::Inbound << text << false;
        QTest::newRow("what is quoted")
            << Direction::Outbound << QStringLiteral("Yes.\n\n> ") + text << false;
        QTest::newRow("automatic")
            << Direction::Outbound
            << QStringLiteral("This is an automated message, do not reply to this email. ") + text
            << false;
    }

    void isOfOursAlone() {
        QFETCH(Direction, direction);
        QFETCH(QString, text);
        const Reading reading = TextReader().read({RecordKind::Message, direction, {}, text, {}});
        QTEST(reading.refuses, "isRead");
        QTEST(reading.asksThem, "isRead");
    }

private:
    AnswerReader reader_;
};

QTEST_APPLESS_MAIN(AnswersTest)
#include "answers_test.moc"
