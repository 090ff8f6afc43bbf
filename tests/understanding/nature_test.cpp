// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/nature.h"

#include <QtTest>

using goodfaith::MessageNature;
using namespace goodfaith::understanding;

class NatureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nature_data() {
        QTest::addColumn<QString>("headers");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("text");
        QTest::addColumn<MessageNature>("expected");
        const auto human = MessageNature::Human, autoReply = MessageNature::AutoReply;
        const auto bounce = MessageNature::Bounce, bulk = MessageNature::Bulk;
        QTest::newRow("plain") << ""
                               << "Lid"
                               << "cracked" << human;
        QTest::newRow("auto-replied") << "Auto-Submitted: auto-replied"
                                      << "Lid"
                                      << "" << autoReply;
        QTest::newRow("any case") << "AUTO-SUBMITTED: Auto-Replied (vacation)"
                                  << ""
                                  << "" << autoReply;
        QTest::newRow("auto-submitted no") << "Auto-Submitted: no"
                                           << "Lid"
                                           << "" << human;
        QTest::newRow("generated") << "Auto-Submitted: auto-generated"
                                   << "Sent"
                                   << "" << bulk;
        QTest::newRow("x-autoreply") << "X-Autoreply: yes"
                                     << "Lid"
                                     << "" << autoReply;
        QTest::newRow("precedence bulk") << "Precedence: bulk"
                                         << "Lid"
                                         << "" << bulk;
        QTest::newRow("list") << "List-Id: <news.lamps.example>"
                              << "Lid"
                              << "" << bulk;
        QTest::newRow("bulk absence") << "Precedence: bulk"
                                      << "Out of Office: Lid"
                                      << "" << autoReply;
        QTest::newRow("failed recipients") << "X-Failed-Recipients: a@b.example"
                                           << ""
                                           << "" << bounce;
        QTest::newRow("report") << "Content-Type: multipart/report; report-type=delivery-status"
                                << ""
                                << "" << bounce;
        QTest::newRow("bounce marked auto-replied") << "Auto-Submitted: auto-replied"
                                                    << "Undelivered Mail Returned to Sender"
                                                    << "" << bounce;
        QTest::newRow("automatic reply") << ""
                                         << "Automatic reply: Lid"
                                         << "" << autoReply;
        QTest::newRow("german absence") << ""
                                        << "Abwesenheitsnotiz: Deckel"
                                        << "" << autoReply;
        QTest::newRow("german answer") << ""
                                       << "Automatische Antwort: Deckel"
                                       << "" << autoReply;
        QTest::newRow("french") << ""
                                << "Réponse automatique : couvercle"
                                << "" << autoReply;
        QTest::newRow("a human answers one") << ""
                                             << "Re: Out of office"
                                             << "Ok!" << human;
        QTest::newRow("undeliverable") << ""
                                       << "Undeliverable: Lid"
                                       << "" << bounce;
        QTest::newRow("failure notice") << ""
                                        << "failure notice"
                                        << "" << bounce;
        QTest::newRow("daemon's words") << ""
                                        << "Mail"
                                        << "From MAILER-DAEMON\nYour message could not be "
                                           "delivered.\nDiagnostic-Code: smtp; 550"
                                        << bounce;
        QTest::newRow("absent in words")
            << ""
            << "Lid"
            << "I am on annual leave. For urgent matters write to Bo." << autoReply;
        QTest::newRow("a holiday is no absence note")
            << ""
            << "Lid"
            << "I was on holiday and found the lid cracked." << human;
        QTest::newRow("asks on leave")
            << ""
            << "Lid"
            << "I am out of the office, can you deliver when I return?" << human;
        QTest::newRow("automated message")
            << ""
            << "Ticket 12"
            << "This is an automated message, do not reply." << autoReply;
        QTest::newRow("newsletter") << ""
                                    << "Newsletter June"
                                    << "" << bulk;
    }

    void nature() {
        QFETCH(QString, headers);
        QFETCH(QString, subject);
        QFETCH(QString, text);
        QFETCH(MessageNature, expected);
        QCOMPARE(natureOf(headers, subject, text, layout_), expected);
    }

private:
    MailLayout layout_ = MailLayout::load();
};

QTEST_APPLESS_MAIN(NatureTest)
#include "nature_test.moc"
