// SPDX-License-Identifier: GPL-3.0-or-later
// Notes, promises and judgements said on a customer's page, by keyboard and by mouse.
#include "views/say_bar.h"

#include "shown_lookup_page.h"
#include "views/do_row.h"
#include "views/judgement_lines.h"
#include "views/time_choice.h"
#include "views/verdict_panel.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace goodfaith;
using views::LookupPage;
using views::SayBar;

class SayBarTest : public QObject {
    Q_OBJECT

private:
    struct Shown : samples::ShownLookupPage {
        QSignalSpy notes{&page, &LookupPage::noteWanted};
        QSignalSpy promises{&page, &LookupPage::promiseWanted};
        QSignalSpy judgements{&page, &LookupPage::judgementWanted};
    };
    std::unique_ptr<Shown> s_;

    SayBar& bar() const { return *s_->page.say(); }
    void open(CustomerId customer, const Brief& brief) {
        s_->page.openCustomer(customer);
        s_->answer(brief);
    }
    void openAda() { open(CustomerId(17), samples::goodFaith()); }
    void type(const char* text) { QTest::keyClicks(bar().text(), QString::fromUtf8(text)); }
    static void press(QWidget* widget, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(widget, key, modifiers);
    }
    Instant due() const { return s_->promises.constLast().at(2).value<Instant>(); }
    Judgement judged() const { return s_->judgements.constLast().at(1).value<Judgement>(); }
    static Judgement judgedByKim() {
        Judgement judgement;
        judgement.act = ActId(3);
        judgement.by = QStringLiteral("Kim");
        judgement.at = samples::at("2024-05-03T10:00:00Z");
        judgement.verdict = VerdictKind::NeedsLook;
        judgement.reason = QStringLiteral("three parcels in a row");
        judgement.reviewAt = samples::at("2024-08-03T10:00:00Z");
        return judgement;
    }
    static Brief judgedBrief() {
        Brief brief = samples::goodFaith();
        brief.score.judgement = judgedByKim();
        brief.score.verdict = VerdictKind::NeedsLook;
        brief.judgements = {judgedByKim()};
        return brief;
    }

private Q_SLOTS:
    void init() {
        s_ = std::make_unique<Shown>();
        QVERIFY(s_->becomesActive());
    }
    void cleanup() { s_.reset(); }

    void aNoteByKeyboard() {
        openAda();
        press(&s_->page, Qt::Key_N, Qt::AltModifier);
        QTRY_VERIFY(bar().text()->hasFocus());
        QCOMPARE(bar().question()->text(), QStringLiteral("Note on Ada Lindqvist"));
        QVERIFY(!bar().accept()->isEnabled());
        type("Rang twice.");
        press(bar().text(), Qt::Key_Return, Qt::ShiftModifier);
        type("Wants the blue one.");
        press(bar().text(), Qt::Key_Return);
        QCOMPARE(s_->notes.count(), 1);
        QCOMPARE(s_->notes[0][0].value<CustomerId>(), CustomerId(17));
        QCOMPARE(s_->notes[0][1].toString(), QStringLiteral("Rang twice.\nWants the blue one."));
        bar().ended(true);
        QVERIFY(!bar().isVisible());
    }

    void aPromiseByMouse() {
        openAda();
        QTest::mouseClick(s_->page.doRow()->promise(), Qt::LeftButton);
        type("Call back about the parcel");
        QTest::mouseClick(bar().accept(), Qt::LeftButton);
        // Now it is Wednesday 18:05 in Berlin, after the shop has closed.
        QCOMPARE(due(), samples::at("2024-07-04T15:00:00Z"));
    }

    void dueTimes_data() {
        QTest::addColumn<QString>("now");
        QTest::addColumn<int>("offer");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("due");
        const auto row = [](const char* tag, const char* now, int offer, const char* name,
                            const char* due) {
            QTest::newRow(tag) << QString::fromLatin1(now) << offer << QString::fromLatin1(name)
                               << QString::fromLatin1(due);
        };
        row("today", "2024-07-03T08:00:00Z", 0, "Today, before we close", "2024-07-03T15:00:00Z");
        row("tomorrow", "2024-07-03T08:00:00Z", 1, "Tomorrow", "2024-07-04T15:00:00Z");
        row("three days on is a Saturday", "2024-07-03T08:00:00Z", 2, "In 3 days",
            "2024-07-08T15:00:00Z");
        row("a week", "2024-07-03T08:00:00Z", 3, "In a week", "2024-07-10T15:00:00Z");
        row("after closing", "2024-07-05T16:00:00Z", 0, "The next working day",
            "2024-07-08T15:00:00Z");
    }
    void dueTimes() {
        QFETCH(QString, now);
        QFETCH(int, offer);
        QFETCH(QString, due);
        const items::Format format = samples::format();
        bar().setFormat({format.locale(), format.zone(), samples::at(now.toLatin1().constData())},
                        samples::settings());
        bar().askPromise(CustomerId(17), QStringLiteral("Ada"));
        bar().due()->offers()->setCurrentIndex(offer);
        QTEST(bar().due()->offers()->currentText(), "name");
        QCOMPARE(bar().due()->time(), samples::at(due.toLatin1().constData()));
    }

    void anyOtherTimeIsNoOfferAndMustBeToCome() {
        openAda();
        s_->page.doRow()->promise()->click();
        type("Refund");
        bar().due()->field()->setDateTime(QDateTime({2024, 7, 9}, {11, 30}, Qt::UTC));
        QCOMPARE(bar().due()->offers()->currentIndex(), -1);
        QCOMPARE(bar().due()->time(), samples::at("2024-07-09T09:30:00Z"));
        QVERIFY(bar().accept()->isEnabled());
        bar().due()->field()->setDateTime(QDateTime({2024, 7, 1}, {11, 30}, Qt::UTC));
        QVERIFY(!bar().accept()->isEnabled());
        QCOMPARE(bar().accept()->toolTip(), QStringLiteral("That time is over"));
        press(bar().text(), Qt::Key_Return);
        QVERIFY(s_->promises.isEmpty());
        QVERIFY(bar().due()->field()->hasFocus());
    }

    void aJudgementByKeyboard() {
        openAda();
        press(&s_->page, Qt::Key_D, Qt::AltModifier);
        QTRY_VERIFY(bar().verdict()->hasFocus());
        QCOMPARE(bar().verdict()->count(), 3);
        press(bar().verdict(), Qt::Key_Down);
        press(bar().verdict(), Qt::Key_Down);
        QCOMPARE(bar().verdict()->currentText(), QStringLiteral("Needs a look"));
        // Enter leads to what is still missing.
        press(bar().verdict(), Qt::Key_Return);
        QVERIFY(s_->judgements.isEmpty());
        QVERIFY(bar().text()->hasFocus());
        type("Says so of every parcel");
        press(bar().text(), Qt::Key_Return);
        QCOMPARE(s_->judgements.count(), 1);
        QVERIFY(judged().verdict == VerdictKind::NeedsLook);
        QCOMPARE(judged().reason, QStringLiteral("Says so of every parcel"));
        QVERIFY(judged().reviewAt == monthsAfter(samples::now(), 12));
        QVERIFY(judged().shown.verdict == VerdictKind::GoodFaith);
        QCOMPARE(judged().shown.pChronic, 0.004);
        QCOMPARE(judged().shown.asOf, samples::now());
    }

    void neverReviewed() {
        openAda();
        s_->page.doRow()->judge()->click();
        bar().verdict()->setCurrentIndex(0);
        bar().review()->setCurrentIndex(3);
        type("x");
        bar().accept()->click();
        QVERIFY(!judged().reviewAt);
    }

    void takesBackWhatIsJudged() {
        open(CustomerId(17), judgedBrief());
        s_->page.doRow()->judge()->click();
        QCOMPARE(bar().verdict()->itemText(3), QStringLiteral("Take back what Kim judged"));
        bar().verdict()->setCurrentIndex(3);
        QVERIFY(!bar().review()->isVisible());
        press(bar().verdict(), Qt::Key_Return);
        QCOMPARE(s_->judgements.count(), 1);
        QVERIFY(!judged().verdict);
    }

    void escapeClosesAndKeepsWhatWasWritten() {
        openAda();
        s_->page.doRow()->note()->click();
        type("half a th");
        press(bar().text(), Qt::Key_Escape);
        QVERIFY(!bar().isVisible());
        s_->page.doRow()->note()->click();
        QCOMPARE(bar().text()->toPlainText(), QStringLiteral("half a th"));
        bar().close();
        Brief other = samples::chronic();
        other.overview.id = CustomerId(18);
        open(CustomerId(18), other);
        s_->page.doRow()->note()->click();
        QVERIFY(bar().text()->toPlainText().isEmpty());
    }

    void newDataLeaveItAsItIs() {
        openAda();
        s_->page.doRow()->judge()->click();
        bar().verdict()->setCurrentIndex(1);
        type("half a th");
        s_->page.reload();
        s_->answer(samples::goodFaith());
        QVERIFY(bar().isVisible());
        QCOMPARE(bar().text()->toPlainText(), QStringLiteral("half a th"));
        QCOMPARE(bar().verdict()->currentIndex(), 1);
        QVERIFY(bar().verdict()->hasFocus());
    }

    void whatWasRefusedStays() {
        openAda();
        s_->page.doRow()->note()->click();
        type("Rang twice.");
        bar().accept()->click();
        QVERIFY(!bar().isEnabled());
        bar().ended(false);
        QVERIFY(bar().isVisible() && bar().isEnabled());
        QVERIFY(bar().text()->hasFocus());
        bar().accept()->click();
        QCOMPARE(s_->notes.count(), 2);
        bar().ended(true);
        s_->page.doRow()->note()->click();
        QVERIFY(bar().text()->toPlainText().isEmpty());
    }

    void nothingIsSaidOfThePast() {
        openAda();
        s_->page.doRow()->note()->click();
        s_->page.setAsOf(QDate(2024, 5, 3));
        QVERIFY(!bar().isVisible());
        QVERIFY(!s_->page.doRow()->note()->isEnabled());
        QCOMPARE(s_->page.doRow()->judge()->toolTip(),
                 QStringLiteral("This is how it was on 3 May 2024: go back to today first"));
        s_->page.setAsOf({});
        QVERIFY(s_->page.doRow()->note()->isEnabled());
    }

    void theStandingJudgementStandsBesideTheComputedOne() {
        open(CustomerId(17), judgedBrief());
        auto* lines = s_->page.verdict()->judgements();
        QCOMPARE(lines->standing()->text(),
                 QStringLiteral("Judged by Kim on 3 May 2024: three parcels in a row. The records "
                                "alone say: good faith. To be reviewed on 3 Aug 2024."));
        QVERIFY(!lines->earlierButton()->isVisible());
    }

    void earlierJudgementsAreBehindAButton() {
        Brief brief = judgedBrief();
        Judgement takenBack;
        takenBack.act = ActId(2);
        takenBack.at = samples::at("2024-04-03T10:00:00Z");
        Judgement first = judgedByKim();
        first.act = ActId(1);
        first.at = samples::at("2024-03-03T10:00:00Z");
        first.reason = QStringLiteral("x").repeated(5000);
        brief.judgements.push_back(takenBack);
        brief.judgements.push_back(first);
        open(CustomerId(17), brief);
        auto* lines = s_->page.verdict()->judgements();
        QCOMPARE(lines->earlierButton()->text(), QStringLiteral("2 earlier judgements"));
        QVERIFY(!lines->earlier()->isVisible());
        lines->earlierButton()->click();
        QVERIFY(lines->earlier()->isVisible());
        const QStringList texts = lines->earlier()->text().split(u'\n');
        QCOMPARE(texts[0], QStringLiteral("3 Apr 2024: taken back."));
        QVERIFY(texts[1].startsWith(u"3 Mar 2024, Kim: needs a look, xxx"));
        QVERIFY(texts[1].endsWith(u"… The records said: good faith."));
    }

    void nobodyEverJudged() {
        openAda();
        QVERIFY(!s_->page.verdict()->judgements()->isVisible());
    }
};

QTEST_MAIN(SayBarTest)
#include "say_bar_test.moc"
