// SPDX-License-Identifier: GPL-3.0-or-later
// How a text was read, in plain words, and a person's word against it: from the reader and from the
// timeline's menu.
#include "views/event_reader.h"

#include "shown_lookup_page.h"
#include "views/correction_menu.h"
#include "views/timeline_pane.h"

#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <memory>

using namespace goodfaith;
using views::CorrectionMenu;
using views::LookupPage;

namespace {

constexpr qint64 theirs = 1;
constexpr qint64 ours = 3;

TextJudgement complaint() {
    TextJudgement judgement;
    judgement.complains = true;
    judgement.topic = Topic::NotReceived;
    judgement.movedBy = {QStringLiteral("never arrived"), QStringLiteral("refund")};
    return judgement;
}

TextJudgement harmless() {
    return {};
}

TextJudgement corrected(bool complains, const char* by) {
    TextJudgement judgement = complains ? complaint() : harmless();
    judgement.corrected = ReadingWord{samples::at("2024-05-03T10:00:00Z"), EventId(theirs),
                                      complains, Topic::None, QString::fromLatin1(by)};
    return judgement;
}

TextJudgement promise(std::optional<bool> kept = {}) {
    TextJudgement judgement;
    judgement.promises = {{PromiseKind::Call, {}, QStringLiteral("we call you on Friday")}};
    if (kept)
        judgement.settled = PromiseWord{samples::at("2024-05-03T10:00:00Z"), EventId(ours), *kept,
                                        QStringLiteral("Kim")};
    return judgement;
}

struct Shown : samples::ShownLookupPage {
    QSignalSpy texts{&page, &LookupPage::eventTextWanted};
    QSignalSpy readings{&page, &LookupPage::readingCorrected};
    QSignalSpy promises{&page, &LookupPage::promisesSettled};
};

}  // namespace

class EventReaderTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Shown> s_;

    views::TimelinePane& timeline() const { return *s_->page.timeline(); }
    views::EventReader& reader() const { return *timeline().reader(); }
    void answer(const QString& text, const std::optional<TextJudgement>& judgement) const {
        s_->page.setEventText(samples::token(s_->texts), text, judgement);
    }
    void fill() const {
        s_->open(CustomerId(17), samples::goodFaith());
        auto rows = samples::timeline(8);
        for (TimelineRow& row : rows) {
            row.isRead = row.kind == RecordKind::Message;
            row.promises = row.id == EventId(ours);
        }
        s_->answer(rows);
    }
    void read(qint64 event, const std::optional<TextJudgement>& judgement) const {
        timeline().list()->setCurrentIndex(timeline().model()->indexOf(EventId(event)));
        QTest::keyClick(timeline().list(), Qt::Key_Return);
        answer(QStringLiteral("All of it"), judgement);
    }
    static QAction* entry(const QMenu* menu, const QString& text) {
        for (QAction* action : menu->actions()) {
            if (action->text().remove(u'&') == text)
                return action;
            if (action->menu() != nullptr) {
                if (QAction* found = entry(action->menu(), text))
                    return found;
            }
        }
        return nullptr;
    }
    QMenu* contextMenuOn(qint64 event) const {
        auto* list = timeline().list();
        Q_EMIT list->customContextMenuRequested(
            list->visualRect(timeline().model()->indexOf(EventId(event))).center());
        for (auto* menu : timeline().findChildren<QMenu*>()) {
            if (menu->isVisible())
                return menu;
        }
        return nullptr;
    }

private Q_SLOTS:
    void init() {
        s_ = std::make_unique<Shown>();
        QVERIFY(s_->becomesActive());
        fill();
    }
    void cleanup() { s_.reset(); }

    void saysHowItWasRead_data() {
        QTest::addColumn<qint64>("event");
        QTest::addColumn<TextJudgement>("judgement");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* tag, qint64 event, const TextJudgement& judgement,
                            const char* text) {
            QTest::newRow(tag) << event << judgement << QString::fromUtf8(text);
        };
        row("complaint", theirs, complaint(),
            "Read as a complaint: not received. What weighed most: “never arrived”, “refund”.");
        row("none", theirs, harmless(), "Not read as a complaint.");
        row("corrected", theirs, corrected(true, "Kim"),
            "A complaint: not received, as Kim said on 3 May 2024.");
        row("corrected away", theirs, corrected(false, ""),
            "No complaint, as somebody said on 3 May 2024.");
        row("promise", ours, promise(), "Read as a promise: “we call you on Friday”.");
        row("kept", ours, promise(true),
            "Read as a promise: “we call you on Friday”. Kept, as Kim said on 3 May 2024.");
        row("no promise", ours, promise(false),
            "Read as a promise: “we call you on Friday”. It is none, as Kim said on 3 May 2024.");
    }
    void saysHowItWasRead() {
        QFETCH(qint64, event);
        QFETCH(TextJudgement, judgement);
        read(event, judgement);
        QVERIFY(reader().judgement()->isVisible());
        QTEST(reader().judgement()->text(), "text");
        QVERIFY(reader().correctButton()->isVisible());
    }

    void saysNothingOfWhatIsNotRead() {
        read(5, std::nullopt);
        QVERIFY(!reader().judgement()->isVisible());
        QVERIFY(!reader().correctButton()->isVisible());
    }

    void anAnswerOfAnotherEventIsDropped() {
        read(theirs, complaint());
        const quint64 early = samples::token(s_->texts);
        read(ours, promise());
        s_->page.setEventText(early, QStringLiteral("x"), complaint());
        QVERIFY(reader().judgement()->text().startsWith(u"Read as a promise"));
    }

    void correctsByKeyboard() {
        read(theirs, complaint());
        reader().text()->setFocus();
        // The menu has an event loop of its own.
        QTimer inMenu;
        connect(&inMenu, &QTimer::timeout, this, [this, &inMenu] {
            if (!reader().corrections()->isVisible())
                return;
            inMenu.stop();
            QTest::keyClick(reader().corrections(), Qt::Key_N);
        });
        inMenu.start(20);
        QTest::keyClick(reader().text(), Qt::Key_C, Qt::AltModifier);
        QTRY_COMPARE(s_->readings.count(), 1);
        QCOMPARE(s_->readings[0][0].value<EventId>(), EventId(theirs));
        QCOMPARE(s_->readings[0][1].toBool(), false);
    }

    void whatCountsIsChecked() {
        read(theirs, complaint());
        QVERIFY(entry(reader().corrections(), QStringLiteral("Not received"))->isChecked());
        QVERIFY(!entry(reader().corrections(), QStringLiteral("Damaged"))->isChecked());
        QVERIFY(!entry(reader().corrections(), QStringLiteral("Is no complaint"))->isChecked());
        entry(reader().corrections(), QStringLiteral("Damaged"))->trigger();
        QCOMPARE(s_->readings[0][1].toBool(), true);
        QCOMPARE(s_->readings[0][2].value<Topic>(), Topic::Damaged);
    }

    void settlesOurPromises() {
        read(ours, promise());
        entry(reader().corrections(), QStringLiteral("What it promises was kept"))->trigger();
        entry(reader().corrections(), QStringLiteral("It promises nothing"))->trigger();
        QCOMPARE(s_->promises.count(), 2);
        QCOMPARE(s_->promises[0][0].value<EventId>(), EventId(ours));
        QCOMPARE(s_->promises[0][1].toBool(), true);
        QCOMPARE(s_->promises[1][1].toBool(), false);
    }

    void theTimelinesMenuHasTheSame() {
        QMenu* menu = contextMenuOn(theirs);
        QVERIFY(menu != nullptr);
        QVERIFY(entry(menu, QStringLiteral("It promises nothing")) == nullptr);
        entry(menu, QStringLiteral("Late"))->trigger();
        QCOMPARE(s_->readings[0][2].value<Topic>(), Topic::Late);
        menu->close();
        menu = contextMenuOn(ours);
        QVERIFY(menu != nullptr);
        QVERIFY(entry(menu, QStringLiteral("Late")) == nullptr);
        entry(menu, QStringLiteral("It promises nothing"))->trigger();
        QCOMPARE(s_->promises[0][1].toBool(), false);
        menu->close();
    }

    void nothingIsCorrectedWhereNothingIsRead() {
        QMenu* menu = contextMenuOn(6);
        QVERIFY(menu != nullptr);
        QVERIFY(entry(menu, QStringLiteral("Is no complaint")) == nullptr);
        menu->close();
    }

    void newDataAreAskedForAndSelectionsStay() {
        read(theirs, complaint());
        reader().text()->selectAll();
        const qsizetype asked = s_->texts.count();
        s_->page.reload();
        fill();
        QCOMPARE(s_->texts.count(), asked + 1);
        answer(QStringLiteral("All of it"), corrected(false, "Kim"));
        QVERIFY(reader().judgement()->text().startsWith(u"No complaint, as Kim said"));
        QVERIFY(reader().text()->textCursor().hasSelection());
    }
};

QTEST_MAIN(EventReaderTest)
#include "event_reader_test.moc"
