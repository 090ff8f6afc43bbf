// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/threads.h"

#include "models/understanding/mail_layout.h"
#include "tests/understanding/story.h"

#include <QtTest>

using namespace goodfaith;
using namespace goodfaith::understanding;

namespace {

MessageFact mail(int day, const QString& subject) {
    MessageFact message;
    message.at = story::at(day);
    message.subject = subject;
    message.mailbox = QStringLiteral("support@shop.example");
    return message;
}

MessageFact mail(const QString& id, const QString& inReplyTo, const QStringList& references) {
    MessageFact message = mail(0, id);
    message.messageId = id;
    message.inReplyTo = inReplyTo;
    message.references = references;
    return message;
}

}  // namespace

class ThreadsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void byIds() {
        QCOMPARE(threads({mail(QStringLiteral("a"), {}, {}),
                          mail(QStringLiteral("b"), QStringLiteral("<a>"), {}),
                          mail(QStringLiteral("c"), {}, {QStringLiteral("a"), QStringLiteral("b")}),
                          mail(QStringLiteral("d"), {}, {})}),
                 std::vector<int>({0, 0, 0, 3}));
    }

    void throughAMissingParent() {
        QCOMPARE(threads({mail(QStringLiteral("b"), QStringLiteral("lost"), {}),
                          mail(QStringLiteral("c"), {}, {QStringLiteral("lost")})}),
                 std::vector<int>({0, 0}));
    }

    void byNativeThread() {
        auto first = mail(0, QStringLiteral("Lid")), second = mail(90, QStringLiteral("Other"));
        first.thread = second.thread = QStringLiteral("77");
        QCOMPARE(threads({first, second}), std::vector<int>({0, 0}));
    }

    void bySubject_data() {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<int>("day");
        QTest::addColumn<bool>("same");
        QTest::newRow("re") << "Re: Broken lid" << 3 << true;
        QTest::newRow("aw") << "AW: broken  LID" << 3 << true;
        QTest::newRow("several") << "RE: Fwd: SV: Broken lid" << 3 << true;
        QTest::newRow("counted") << "Re[2]: Broken lid" << 3 << true;
        QTest::newRow("list tag") << "[shop] Re: Broken lid" << 3 << true;
        QTest::newRow("late") << "Re: Broken lid" << 31 << false;
        QTest::newRow("other subject") << "Re: Broken handle" << 3 << false;
    }

    void bySubject() {
        QFETCH(QString, subject);
        QFETCH(int, day);
        QFETCH(bool, same);
        const auto found = threads({mail(0, QStringLiteral("Broken lid")), mail(day, subject)});
        QCOMPARE(found[0] == found[1], same);
    }

    void anotherMailboxIsAnotherThread() {
        auto second = mail(1, QStringLiteral("Lid"));
        second.mailbox = QStringLiteral("sales@shop.example");
        const auto found = threads({mail(0, QStringLiteral("Lid")), second});
        QVERIFY(found[0] != found[1]);
    }

private:
    static std::vector<int> threads(const std::vector<MessageFact>& messages) {
        return threadsOf(messages, MailLayout::load().replyPrefixes);
    }
};

QTEST_APPLESS_MAIN(ThreadsTest)
#include "threads_test.moc"
