// SPDX-License-Identifier: GPL-3.0-or-later
// What an agent says in the window, on a real database: from the key to what is kept and shown
// again, and back by Ctrl+Z.
#include "app/desktop/desktop.h"
#include "app/import_lock.h"
#include "app/import_service.h"
#include "models/store/judgement_table.h"
#include "models/store/note_table.h"
#include "tests/app/heartbeat.h"
#include "views/as_of_button.h"
#include "views/correction_menu.h"
#include "views/course_panel.h"
#include "views/customer_drawers.h"
#include "views/error_bar.h"
#include "views/event_reader.h"
#include "views/judgement_lines.h"
#include "views/lookup_page.h"
#include "views/main_window.h"
#include "views/notes_line.h"
#include "views/say_bar.h"
#include "views/search_bar.h"
#include "views/standing_lines.h"
#include "views/text_editor.h"
#include "views/texts_panel.h"
#include "views/timeline_pane.h"
#include "views/undo_buttons.h"
#include "views/verdict_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace goodfaith;

namespace {

constexpr int patience = 20'000;
constexpr int longestStallMs = 250;

const QByteArray mails =
    "From ada@mail.example Wed Mar 13 09:00:00 2024\n"
    "From: Ada Lindqvist <ada@mail.example>\nTo: support@shop.example\n"
    "Subject: My lamp\nDate: Wed, 13 Mar 2024 09:00:00 +0000\nMessage-ID: <m1@mail.example>\n\n"
    "Hello,\n\nmy parcel never arrived. I want a refund.\n\nAda\n\n"
    "From support@shop.example Fri Mar 15 16:00:00 2024\n"
    "From: Shop <support@shop.example>\nTo: Ada Lindqvist <ada@mail.example>\n"
    "Subject: Re: My lamp\nDate: Fri, 15 Mar 2024 16:00:00 +0000\nMessage-ID: <m2@shop.example>\n"
    "In-Reply-To: <m1@mail.example>\n\nDear Ada,\n\nI will call you within 2 days.\n\nMia\n\n";
const QByteArray orders =
    "order_id,ordered_at,customer_name,customer_email,currency,total\n"
    "77,2024-03-01T18:00:00Z,Ada Lindqvist,ada@mail.example,EUR,5.00\n";

}  // namespace

class SayingStoryTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<app::Desktop> desktop_;

    QString database() const { return folder_->filePath(QStringLiteral("goodfaith.db")); }
    views::MainWindow& window() { return desktop_->window(); }
    views::LookupPage& page() { return *window().lookup(); }
    views::SayBar& bar() { return *page().say(); }
    views::EventReader& reader() { return *page().timeline()->reader(); }
    views::JudgementLines& judgements() { return *page().verdict()->judgements(); }
    views::NotesLine& notes() { return *page().findChild<views::StandingLines*>()->notes(); }
    QString said() { return window().statusBar()->currentMessage(); }

    // The line of what is promised; "" when there is none.
    QString promised() {
        for (const auto* label : page().findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().startsWith(u"Promised: "))
                return label->text();
        }
        return {};
    }
    QString write(const char* name, const QByteArray& content) {
        QFile file(folder_->filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(content);
        return file.fileName();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : &window(), key, modifiers);
    }
    void ask(Qt::Key key) {
        press(key, Qt::AltModifier);
        QTRY_VERIFY_WITH_TIMEOUT(bar().isVisible(), patience);
    }
    void type(const char* text) { QTest::keyClicks(bar().text(), QString::fromUtf8(text)); }
    void openAda() {
        press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(window().search()->field(), QStringLiteral("ada@mail.example"));
        QTRY_VERIFY_WITH_TIMEOUT(window().search()->answers()->model()->rowCount() > 0, patience);
        QTest::keyClick(window().search()->field(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(page().verdict()->isVisible(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(page().timeline()->model()->eventCount(), 3, patience);
    }
    EventId eventOf(Direction direction) {
        auto* model = page().timeline()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const TimelineRow* event = model->rowAt(model->index(row));
            if (event != nullptr && event->direction == direction)
                return event->id;
        }
        return {};
    }
    void read(Direction direction) {
        auto* timeline = page().timeline();
        timeline->list()->setCurrentIndex(timeline->model()->indexOf(eventOf(direction)));
        QTest::keyClick(timeline->list(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(reader().judgement()->isVisible(), patience);
    }
    static QAction* entry(const QMenu* menu, const QString& text) {
        for (QAction* action : menu->actions()) {
            if (action->text().remove(u'&') == text)
                return action;
        }
        return nullptr;
    }
    PeopleSaid kept() {
        store::Database other(database());
        auto all = store::NoteTable(other).all();
        return all.empty() ? PeopleSaid() : all.begin()->second;
    }
    int shownSoFar() {
        store::Database other(database());
        return static_cast<int>(
            store::JudgementTable(other).shownOf(page().customer(), 100).size());
    }

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("goodfaith-test"));
        QCoreApplication::setApplicationName(QStringLiteral("saying-story"));
        qputenv("USER", "kim");
    }

    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        app::ImportRequest request;
        request.paths << write("mail.mbox", mails) << write("orders.csv", orders);
        request.ownAddresses = QStringList{QStringLiteral("shop.example")};
        app::runImport(database(), request, {}, {});
        desktop_ = std::make_unique<app::Desktop>(database());
        desktop_->show();
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        openAda();
    }

    void cleanup() {
        desktop_.reset();
        folder_.reset();
    }

    void aNoteIsKeptShownAndUndone() {
        ask(Qt::Key_N);
        type("Rang twice, was friendly.");
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(said().startsWith(u"Noted of Ada Lindqvist"), patience);
        QVERIFY(!bar().isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(notes().isVisible(), patience);
        QVERIFY(notes().newest()->text().startsWith(u"Note by kim"));
        QCOMPARE(kept().notes.at(0).text, QStringLiteral("Rang twice, was friendly."));
        QCOMPARE(kept().notes.at(0).by, QStringLiteral("kim"));
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(said().startsWith(u"Undone: "), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!notes().isVisible(), patience);
        QVERIFY(kept().notes.empty());
    }

    void aPromiseStandsOnThePage() {
        ask(Qt::Key_P);
        type("we call back about the lamp");
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(said().startsWith(u"Promised Ada Lindqvist"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(promised().contains(u"call back"), patience);
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(promised(), QString(), patience);
    }

    void aJudgementStandsBesideTheRecordsUntilItIsTakenBack() {
        ask(Qt::Key_D);
        bar().verdict()->setCurrentIndex(1);
        bar().text()->setFocus();
        type("Says so of every parcel");
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(judgements().standing()->isVisible(), patience);
        QVERIFY(judgements().standing()->text().startsWith(u"Judged by kim on "));
        QVERIFY(judgements().standing()->text().contains(u"The records alone say: good faith."));
        ask(Qt::Key_D);
        bar().verdict()->setCurrentIndex(3);
        bar().accept()->click();
        QTRY_VERIFY_WITH_TIMEOUT(!judgements().standing()->isVisible(), patience);
        QCOMPARE(judgements().earlierButton()->text(), QStringLiteral("2 earlier judgements"));
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(judgements().standing()->isVisible(), patience);
    }

    void whatIsJudgedIsInTheCourse() {
        ask(Qt::Key_D);
        bar().verdict()->setCurrentIndex(1);
        type("Three in a row");
        bar().accept()->click();
        QTRY_VERIFY_WITH_TIMEOUT(judgements().standing()->isVisible(), patience);
        press(Qt::Key_T, Qt::AltModifier);
        const auto* list = page().drawers()->course()->list();
        QTRY_VERIFY_WITH_TIMEOUT(page().drawers()->course()->isVisible(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(list->model()->rowCount() > 1, patience);
        QVERIFY(list->hasFocus());
        const QString first = list->model()->index(0, 0).data().toString();
        QVERIFY2(first.contains(u"Judged by kim: needs a look (“Three in a row”)."),
                 qPrintable(first));
        page().drawers()->course()->list()->setCurrentIndex(
            list->model()->index(list->model()->rowCount() - 1, 0));
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!judgements().standing()->isVisible(), patience);
        QCOMPARE(window().asOf()->chosen(), QDate(2024, 3, 13));
        window().asOf()->choose(std::nullopt);
        QTRY_VERIFY_WITH_TIMEOUT(judgements().standing()->isVisible(), patience);
    }

    void aPhraseIsCopiedAndAQuestionAnswered() {
        press(Qt::Key_R, Qt::AltModifier);
        auto& texts = *page().drawers()->texts();
        QTRY_VERIFY_WITH_TIMEOUT(texts.list()->model()->rowCount() > 10, patience);
        QTest::keyClicks(texts.search(), QStringLiteral("dear"));
        press(Qt::Key_Return);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Dear Ada,"));
        press(Qt::Key_F, Qt::AltModifier);
        QTRY_COMPARE_WITH_TIMEOUT(texts.kind(), ShopTextKind::Answer, patience);
        texts.addButton()->click();
        QTest::keyClicks(texts.editor()->title(), QStringLiteral("Where is my parcel?"));
        texts.editor()->text()->setPlainText(QStringLiteral("Under way."));
        texts.editor()->save()->click();
        QTRY_COMPARE_WITH_TIMEOUT(texts.list()->model()->rowCount(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(texts.state()->text().startsWith(u"Changed by kim on "), patience);
        QCOMPARE(said(), QStringLiteral("Saved “Where is my parcel?”."));
        // What is asked here has words in common with it.
        QVERIFY(texts.model().textAt(texts.list()->currentIndex())->fit > 0);
        QTest::keyClick(texts.list(), Qt::Key_Escape);
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(said().startsWith(u"Undone: saving the answer to “Where"),
                                 patience);
    }

    void aTextIsCorrected() {
        read(Direction::Inbound);
        QVERIFY2(reader().judgement()->text().startsWith(u"Read as a complaint: not received."),
                 qPrintable(reader().judgement()->text()));
        entry(reader().corrections(), QStringLiteral("Is no complaint"))->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(
            reader().judgement()->text().startsWith(u"No complaint, as kim said on "), patience);
        QCOMPARE(kept().readingWords.size(), size_t(1));
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(reader().judgement()->text().startsWith(u"Read as a complaint"),
                                 patience);
    }

    void aPromiseOfOursIsSettled() {
        read(Direction::Outbound);
        QVERIFY2(reader().judgement()->text().startsWith(u"Read as a promise: “I will call you"),
                 qPrintable(reader().judgement()->text()));
        entry(reader().corrections(), QStringLiteral("What it promises was kept"))->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(reader().judgement()->text().contains(u"Kept, as kim said on "),
                                 patience);
        QVERIFY(kept().promiseWords.at(0).kept);
    }

    void whatWasShownIsLogged() {
        QTRY_COMPARE_WITH_TIMEOUT(shownSoFar(), 1, patience);
        for (int times = 0; times < 3; ++times)
            page().reload();
        QTest::qWait(300);
        QCOMPARE(shownSoFar(), 1);
        store::Database other(database());
        QCOMPARE(store::JudgementTable(other).shownOf(page().customer(), 1).front().by,
                 QStringLiteral("kim"));
    }

    void duringAnImportNothingIsLost() {
        ask(Qt::Key_N);
        type("Rang twice.");
        {
            const app::ImportLock lock(database());
            press(Qt::Key_Return);
            QTRY_VERIFY_WITH_TIMEOUT(window().errorBar()->isVisible(), patience);
        }
        QVERIFY(bar().isVisible());
        QCOMPARE(bar().text()->toPlainText(), QStringLiteral("Rang twice."));
        QVERIFY(kept().notes.empty());
        bar().accept()->click();
        QTRY_VERIFY_WITH_TIMEOUT(!bar().isVisible(), patience);
        QCOMPARE(kept().notes.size(), size_t(1));
    }

    void nothingStandsStillMeanwhile() {
        Heartbeat beat;
        ask(Qt::Key_N);
        type("Rang twice.");
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(notes().isVisible(), patience);
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!notes().isVisible(), patience);
        QVERIFY2(beat.longestStall() < longestStallMs,
                 qPrintable(QString::number(beat.longestStall())));
    }
};

QTEST_MAIN(SayingStoryTest)
#include "saying_story_test.moc"
