// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/queue_page.h"

#include "sample_values.h"
#include "views/queue_act_bar.h"
#include "views/time_choice.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace goodfaith;
using items::QueueModel;
using views::QueuePage;

class QueuePageTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QueuePage> page_;
    std::unique_ptr<QSignalSpy> asked_;

    quint64 token() const { return asked_->constLast().at(0).toULongLong(); }
    QString shown(int row, int column) const {
        return page_->model().index(row, column).data().toString();
    }
    QStringList column(int column) const {
        QStringList texts;
        for (int row = 0; row < page_->model().rowCount(); ++row)
            texts << shown(row, column);
        return texts;
    }
    void load(std::vector<QueueRow> rows = samples::queue(), std::optional<Instant> knownTo = {}) {
        page_->reload();
        page_->setQueue(token(), {std::move(rows), knownTo});
    }
    void press(Qt::Key key) { QTest::keyClick(page_->table(), key); }

private Q_SLOTS:
    void init() {
        page_ = std::make_unique<QueuePage>();
        page_->setFormat(samples::format());
        asked_ = std::make_unique<QSignalSpy>(page_.get(), &QueuePage::queueWanted);
        page_->resize(1000, 600);
        page_->show();
        QVERIFY(QTest::qWaitForWindowExposed(page_.get()));
        page_->activateWindow();
        page_->focusContent();
    }

    void cleanup() {
        asked_.reset();
        page_.reset();
    }

    void asksEvenUnseen() {
        page_->hide();
        page_->reload();
        QCOMPARE(asked_->count(), 1);
    }

    void dropsAnEarlierAnswer() {
        page_->reload();
        const quint64 early = token();
        page_->reload();
        page_->setQueue(early, {samples::queue(), {}});
        QCOMPARE(page_->model().rowCount(), 0);
    }

    void saysSoWhereNobodyWaits() {
        QVERIFY(page_->message()->text().startsWith(QStringLiteral("Looking")));
        load({});
        QVERIFY(page_->message()->isVisible());
        QVERIFY(page_->message()->text().startsWith(QStringLiteral("Nobody waits")));
        QVERIFY(!page_->doneButton()->isEnabled());
    }

    void saysSoWhereItFails() {
        page_->reload();
        page_->queueFailed(token());
        QVERIFY(page_->message()->text().startsWith(QStringLiteral("The queue could not be read")));
        load();
        page_->reload();
        page_->queueFailed(token());
        QVERIFY2(page_->table()->isVisible(), "what was read stays");
    }

    void words_data() {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, int number, int column, const char* text) {
            QTest::newRow(name) << number << column << QString::fromUtf8(text);
        };
        row("over", 0, QueueModel::Left, "48 h over");
        row("left", 2, QueueModel::Left, "35 min left");
        row("days left", 5, QueueModel::Left, "16 days left");
        row("a promise", 0, QueueModel::What, "Promise: refund");
        row("in its own words", 4, QueueModel::What, "Promise: “a carrier's answer by Friday”");
        row("a complaint", 1, QueueModel::What, "Reply: not received");
        row("a question", 3, QueueModel::What, "Reply");
        row("a call", 2, QueueModel::What, "Call back");
        row("a follow-up", 6, QueueModel::What, "Follow-up: damaged");
        row("nobody's name", 2, QueueModel::Customer, "Customer 8");
        row("a value", 1, QueueModel::Value, "€1,820.00");
        row("no value", 2, QueueModel::Value, "–");
        row("last words", 5, QueueModel::Words, "I have sent the photos that you asked for.");
        row("since", 1, QueueModel::Since, "27 h ago");
    }
    void words() {
        QFETCH(int, row);
        QFETCH(int, column);
        load();
        QTEST(shown(row, column), "text");
    }

    void urgency_data() {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("urgency");
        QTest::newRow("over") << 1 << int(items::Urgency::Over);
        QTest::newRow("near") << 2 << int(items::Urgency::Near);
        QTest::newRow("in time") << 3 << int(items::Urgency::InTime);
    }
    void urgency() {
        QFETCH(int, row);
        load();
        QTEST(page_->model().index(row, 0).data(items::UrgencyRole).toInt(), "urgency");
    }

    void tellsHowManyWait() {
        QSignalSpy waiting(page_.get(), &QueuePage::waitingChanged);
        load();
        QCOMPARE(waiting.constLast().at(0).toInt(), 7);
        QCOMPARE(page_->figures()->text(), QStringLiteral("7 wait, 2 overdue"));
        QVERIFY(page_->snoozedButton()->text().contains(u'1'));
    }

    void saysHowFarAnswersAreKnown() {
        load(samples::queue(), samples::now());
        QCOMPARE(page_->figures()->text(), QStringLiteral("7 wait, 2 overdue"));
        load(samples::queue(), samples::at("2024-06-20T10:00:00Z"));
        QVERIFY(page_->figures()->text().contains(
            QStringLiteral("messages and calls known up to Thu 20 Jun 2024")));
    }

    void enterOpensTheCustomer() {
        load();
        QSignalSpy chosen(page_.get(), &QueuePage::customerChosen);
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(chosen.constLast().at(0).value<CustomerId>(), CustomerId(17));
    }

    void doneNeedsAReason() {
        load();
        QSignalSpy done(page_.get(), &QueuePage::doneWanted);
        press(Qt::Key_D);
        QVERIFY(page_->bar()->isVisible());
        QVERIFY(!page_->bar()->accept()->isEnabled());
        QTest::keyClick(page_->bar()->reason()->lineEdit(), Qt::Key_Return);
        QCOMPARE(done.count(), 0);
        QTest::keyClicks(page_->bar()->reason()->lineEdit(), QStringLiteral("rang him"));
        QTest::keyClick(page_->bar()->reason(), Qt::Key_Return);  // has the focus
        QCOMPARE(done.count(), 1);
        const auto waits = done[0][0].value<std::vector<WaitName>>();
        QCOMPARE(waits.size(), 1u);
        QCOMPARE(textOf(waits[0]), QStringLiteral("p771"));
        QCOMPARE(done[0][1].toString(), QStringLiteral("rang him"));
        QVERIFY(!page_->bar()->isVisible());
    }

    void escapeLeavesEverythingAsItWas() {
        load();
        QSignalSpy done(page_.get(), &QueuePage::doneWanted);
        press(Qt::Key_D);
        QTest::keyClicks(page_->bar()->reason()->lineEdit(), QStringLiteral("x"));
        QTest::keyClick(page_->bar()->reason(), Qt::Key_Escape);
        QVERIFY(!page_->bar()->isVisible());
        QCOMPARE(done.count(), 0);
        QCOMPARE(page_->model().rowCount(), 7);
    }

    void itsButtonsTakeTheKeyboardToo() {
        load();
        QSignalSpy done(page_.get(), &QueuePage::doneWanted);
        for (const bool accepts : {false, true}) {
            press(Qt::Key_D);
            page_->bar()->reason()->setCurrentIndex(1);
            auto* button = accepts ? page_->bar()->accept() : page_->bar()->cancel();
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Return);
            QVERIFY(!page_->bar()->isVisible());
            QCOMPARE(done.count(), accepts ? 1 : 0);
        }
        press(Qt::Key_D);
        page_->bar()->accept()->setFocus();
        QTest::keyClick(page_->bar()->accept(), Qt::Key_Escape);
        QVERIFY(!page_->bar()->isVisible());
        QCOMPARE(done.count(), 1);
    }

    void severalAtOnce() {
        load();
        QSignalSpy done(page_.get(), &QueuePage::doneWanted);
        page_->table()->selectAll();
        press(Qt::Key_D);
        page_->bar()->reason()->setCurrentIndex(4);
        page_->bar()->accept()->click();
        QCOMPARE(done[0][0].value<std::vector<WaitName>>().size(), 7u);
    }

    void snoozesByTheShopsClock() {
        load();
        QSignalSpy putOff(page_.get(), &QueuePage::putOffWanted);
        press(Qt::Key_S);
        QVERIFY(page_->bar()->isAskingUntil());
        QTest::keyClick(page_->bar()->until()->offers(), Qt::Key_Return);  // tomorrow morning
        QCOMPARE(putOff.count(), 1);
        const auto until = putOff[0][1].value<Instant>();
        const QDateTime local = toLocal(until, samples::format().zone());
        QCOMPARE(local.toString(QStringLiteral("yyyy-MM-dd HH:mm")),
                 QStringLiteral("2024-07-04 09:00"));
    }

    void refusesATimeThatIsOver() {
        load();
        press(Qt::Key_S);
        page_->bar()->until()->field()->setDateTime({QDate(2024, 7, 1), QTime(9, 0), Qt::UTC});
        QVERIFY(!page_->bar()->accept()->isEnabled());
    }

    void showsAndWakesWhatIsSnoozed() {
        load();
        page_->snoozedButton()->click();
        QCOMPARE(column(QueueModel::Customer), QStringList{QStringLiteral("Eve Marlow")});
        QVERIFY(shown(0, QueueModel::Left).startsWith(QStringLiteral("until Fri 5 Jul 2024")));
        QSignalSpy putOff(page_.get(), &QueuePage::putOffWanted);
        page_->focusContent();
        press(Qt::Key_S);
        QCOMPARE(putOff[0][1].value<Instant>(), samples::now());
    }

    void comesBackByItself() {
        load();
        QSignalSpy waiting(page_.get(), &QueuePage::waitingChanged);
        const items::Format later(QLocale(), samples::format().zone(),
                                  samples::at("2024-07-05T07:00:00Z"));
        page_->setFormat(later);
        QCOMPARE(waiting.constLast().at(0).toInt(), 8);
        QCOMPARE(page_->model().rowCount(), 8);
        QVERIFY(!asked_->isEmpty());  // two days later there may be more
    }

    void groupsByKind() {
        load();
        press(Qt::Key_G);
        QCOMPARE(column(0).filter(QStringLiteral("  ")),
                 QStringList({QStringLiteral("Replies  2"), QStringLiteral("Calls back  1"),
                              QStringLiteral("Promises  2"), QStringLiteral("Quiet cases  1"),
                              QStringLiteral("Follow-ups  1")}));
        QCOMPARE(page_->table()->columnSpan(0, 0), int(QueueModel::Words) + 1);
        QCOMPARE(shown(1, QueueModel::Customer), QStringLiteral("Ada Lindqvist"));
        QVERIFY(page_->model().rowAt(page_->table()->currentIndex()) != nullptr);
        press(Qt::Key_G);
        QCOMPARE(page_->model().rowCount(), 7);
        QCOMPARE(page_->table()->columnSpan(0, 0), 1);
    }

    void whatIsChosenStaysSo() {
        load();
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        auto rows = samples::queue();
        rows.erase(rows.begin());
        load(rows);
        QCOMPARE(page_->table()->currentIndex().row(), 1);
        QCOMPARE(shown(1, QueueModel::Customer), QStringLiteral("Customer 8"));
        rows.erase(rows.begin() + 1);
        load(rows);
        QCOMPARE(page_->table()->currentIndex().row(), 1);
    }

    void isASoundModel() {
        QueueModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFormat(samples::format());
        auto rows = samples::queue();
        model.setRows(rows);
        model.setGrouped(true);
        std::reverse(rows.begin(), rows.end());
        model.setRows(rows);
        model.setShowsPutOff(true);
        model.setGrouped(false);
        model.setRows({});
    }
};

QTEST_MAIN(QueuePageTest)
#include "queue_page_test.moc"
