// SPDX-License-Identifier: GPL-3.0-or-later
// Draws every page, light and dark, large and small, into the test's working folder; fails where
// one comes out blank.
#include "ambiguous_letters.h"
#include "sample_values.h"
#include "tests/reports/told_shop.h"
#include "views/chart_card.h"
#include "views/charts_page.h"
#include "views/course_panel.h"
#include "views/customer_drawers.h"
#include "views/customer_header.h"
#include "views/customer_picker.h"
#include "views/do_row.h"
#include "views/event_reader.h"
#include "views/import_page.h"
#include "views/issues_page.h"
#include "views/judgement_lines.h"
#include "views/lookup_page.h"
#include "views/main_window.h"
#include "views/notes_line.h"
#include "views/parties_panel.h"
#include "views/past_imports.h"
#include "views/queue_act_bar.h"
#include "views/queue_page.h"
#include "views/same_page.h"
#include "views/say_bar.h"
#include "views/search_bar.h"
#include "views/settings_page.h"
#include "views/standing_lines.h"
#include "views/texts_panel.h"
#include "views/timeline_pane.h"
#include "views/undo_buttons.h"
#include "views/verdict_panel.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QStyleFactory>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace goodfaith;
using views::MainWindow;

namespace {

QPalette darkPalette() {
    QPalette dark(QColor(0x2b, 0x2b, 0x2d));
    dark.setColor(QPalette::Base, QColor(0x1e, 0x1e, 0x20));
    dark.setColor(QPalette::Text, QColor(0xee, 0xee, 0xee));
    dark.setColor(QPalette::WindowText, QColor(0xee, 0xee, 0xee));
    dark.setColor(QPalette::ButtonText, QColor(0xee, 0xee, 0xee));
    dark.setColor(QPalette::Disabled, QPalette::WindowText, QColor(0x80, 0x80, 0x80));
    dark.setColor(QPalette::Disabled, QPalette::ButtonText, QColor(0x80, 0x80, 0x80));
    return dark;
}

void answer(MainWindow& window, const Brief& brief, int events) {
    auto* page = window.lookup();
    QObject::connect(page, &views::LookupPage::briefWanted, page,
                     [page, brief](quint64 token) { page->setBrief(token, brief); });
    QObject::connect(page, &views::LookupPage::kindCountsWanted, page,
                     [page](quint64 token) { page->setKindCounts(token, samples::kindCounts()); });
    QObject::connect(page, &views::LookupPage::timelinePageWanted, page,
                     [page, events](quint64 token) {
                         page->addTimelinePage(token, samples::timeline(events), true);
                     });
    page->openCustomer(CustomerId(17));
}

void fillLookup(MainWindow& window) {
    answer(window, samples::goodFaith(), 60);
}

void fillParties(MainWindow& window) {
    fillLookup(window);
    auto* page = window.lookup();
    QObject::connect(page, &views::LookupPage::partiesWanted, page,
                     [page](quint64 token) { page->setParties(token, samples::parties()); });
    page->reload();
    page->header()->partiesButton()->setChecked(true);
    page->parties()->list()->setCurrentIndex(page->parties()->model()->index(3));
    window.acts()->setActs(QStringLiteral("joining Ada (17) and A. Lindqvist (31)"), {});
}

void fillPicker(MainWindow& window) {
    fillParties(window);
    auto* page = window.lookup();
    QObject::connect(page, &views::LookupPage::comparisonWanted, page, [page](quint64 token) {
        page->setComparison(token, samples::comparison(samples::suggestedPairs()[2]));
    });
    page->parties()->joinButton()->click();
    page->picker()->search()->field()->setText(QStringLiteral("bob"));
    Q_EMIT page->picker()->search()->customerChosen(CustomerId(52));
    QTest::qWait(20);
}

void fillSame(MainWindow& window, const std::vector<items::SuggestedPair>& pairs) {
    auto* page = window.same();
    QObject::connect(page, &views::SamePage::pairWanted, page,
                     [page](quint64 token, const items::SuggestedPair& pair) {
                         page->setPair(token, pair, samples::comparison(pair));
                     });
    QObject::connect(page, &views::SamePage::queueWanted, page,
                     [page, pairs](quint64 token) { page->setQueue(token, pairs); });
    page->reload();
    window.showPage(MainWindow::Page::Same);
}

void fillChronic(MainWindow& window) {
    answer(window, samples::chronic(), 60);
    const auto reasons = samples::chronic().score.reasons;
    window.lookup()->timeline()->light(reasons[0].events);
    auto* list = window.lookup()->timeline()->list();
    list->setCurrentIndex(list->model()->index(2, 0));
    QTest::keyClick(list, Qt::Key_Return);
}

void fillCourse(MainWindow& window, const ScoreCourse& course) {
    answer(window, samples::chronic(), 60);
    auto* page = window.lookup();
    QObject::connect(page->drawers(), &views::CustomerDrawers::courseWanted, page,
                     [page, course](quint64 token) { page->drawers()->setCourse(token, course); });
    page->verdict()->courseButton()->click();
    page->drawers()->course()->list()->setCurrentIndex(page->drawers()->course()->model().index(2));
}

void fillTexts(MainWindow& window, bool arePhrases, const std::vector<OfferedText>& texts) {
    fillLookup(window);
    auto* page = window.lookup();
    QObject::connect(page->drawers(), &views::CustomerDrawers::textsWanted, page,
                     [page, texts](quint64 token) { page->drawers()->setTexts(token, texts); });
    (arePhrases ? page->doRow()->phrases() : page->doRow()->faq())->click();
}

void fillFiltered(MainWindow& window) {
    answer(window, samples::goodFaith(), 2);
    const auto reason = samples::goodFaith().score.reasons[0];
    window.lookup()->timeline()->showOnly(reason.events, reason.text);
    window.showError(QStringLiteral(
        "The database is in use by another program. What you see is still right; try again."));
}

void fillLittle(MainWindow& window) {
    answer(window, samples::littleKnown(), 1);
}

void fillSearch(MainWindow& window) {
    answer(window, samples::goodFaith(), 60);
    auto* search = window.search();
    QObject::connect(search, &views::SearchBar::queryChanged, search,
                     [search](quint64 token) { search->setMatches(token, samples::matches()); });
    window.activateWindow();
    search->focusField();
    QTest::keyClicks(search->field(), QStringLiteral("ada"));
    QTest::qWait(2 * views::SearchBar::restMilliseconds);
    QTest::keyClick(search->field(), Qt::Key_Down);
}

void fillCharts(MainWindow& window, int weeks) {
    auto* page = window.charts();
    QObject::connect(page, &views::ChartsPage::reportsWanted, page, [page, weeks](quint64 token) {
        page->setComplaints(token, samples::complaints(weeks));
        page->setAnswered(token, samples::answered(weeks));
    });
    window.showPage(MainWindow::Page::Charts);
}

void tell(reports::ToldShop& shop) {
    const auto mail = [](const char* mailbox, const char* agent) {
        return Way{
            QStringLiteral("email"), QString::fromLatin1(mailbox), {}, QString::fromLatin1(agent)};
    };
    const Way call{QStringLiteral("phone"), {}, QStringLiteral("service"), QStringLiteral("Tom")};
    shop.asOf = samples::now();
    shop.wait("2024-06-03T10:00:00", "2024-06-03T12:30:00", mail("support@shop.example", "Tom"));
    shop.wait("2024-06-11T10:00:00", "2024-06-12T19:00:00", mail("support@shop.example", "Ann"));
    shop.wait("2024-06-28T10:00:00", "", mail("returns@shop.example", ""));
    shop.wait("2024-06-29T10:00:00", "2024-06-30T09:00:00", mail("info@shop.example", "Tom"));
    shop.wait("2024-06-14T10:00:00", "2024-06-14T10:00:40", call);
    shop.wait("2024-06-17T10:00:00", "", call);
    shop.matter("2024-06-03T10:00:00", "2024-06-07T10:00:00", mail("support@shop.example", "Tom"));
    shop.matter("2024-06-11T10:00:00", "", mail("support@shop.example", ""));
    const auto at = [](const char* text) { return std::optional(reports::ToldShop::at(text)); };
    shop.traffic = {{QStringLiteral("support@shop.example"), 1456, 1387, at("2024-07-03T09:00:00"),
                     at("2024-07-03T08:40:00")},
                    {QStringLiteral("returns@shop.example"), 38, 0, at("2024-06-28T10:00:00"), {}},
                    {QStringLiteral("info@shop.example"), 12, 0, at("2024-06-29T10:00:00"), {}}};
}

void fillReport(MainWindow& window, const char* name) {
    auto* page = window.charts();
    fillCharts(window, 26);
    QObject::connect(page, &views::ChartsPage::tableWanted, page,
                     [page](quint64 token, const QString& report) {
                         reports::ToldShop shop;
                         tell(shop);
                         const auto made = shop.report(report.toLatin1().constData());
                         page->setTable(token, made, static_cast<qint64>(made.rows.size()));
                     });
    auto* model = page->list()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data(items::ReportListModel::NameRole).toString() ==
            QLatin1String(name))
            page->list()->setCurrentIndex(model->index(row, 0));
    }
}

void fillDoubtful(MainWindow& window) {
    Brief brief = samples::goodFaith();
    brief.overview.doubtfulAddresses = {{brief.overview.id,
                                         QStringLiteral("ada@example.com"),
                                         2,
                                         samples::at("2024-05-03T10:00:00Z"),
                                         {}},
                                        {brief.overview.id,
                                         QStringLiteral("ada@gmial.com"),
                                         0,
                                         {},
                                         QStringLiteral("ada@gmail.com")}};
    answer(window, brief, 60);
}

void fillIssues(MainWindow& window, std::vector<CommonIssue> issues) {
    auto* page = window.issues();
    QObject::connect(page, &views::IssuesPage::issuesWanted, page,
                     [page, issues](quint64 token) { page->setIssues(token, issues); });
    QObject::connect(page, &views::IssuesPage::customersWanted, page, [page](quint64 token) {
        page->setCustomers(token, samples::customersOfIssue());
    });
    window.showPage(MainWindow::Page::Issues);
}

void fillQueue(MainWindow& window, const std::vector<QueueRow>& rows) {
    auto* page = window.queue();
    QObject::connect(page, &views::QueuePage::queueWanted, page, [page, rows](quint64 token) {
        page->setQueue(token, {rows, {}});
    });
    page->reload();
    window.showPage(MainWindow::Page::Queue);
}

void fillChecked(MainWindow& window) {
    auto* page = window.imports();
    QObject::connect(page, &views::ImportPage::inputsWanted, page,
                     [page](quint64 token) { page->setInputs(token, samples::inputs()); });
    QObject::connect(page, &views::ImportPage::previewWanted, page,
                     [page](quint64 token) { page->setPreview(token, samples::preview()); });
    QObject::connect(page, &views::ImportPage::checkWanted, page,
                     [page](quint64 token) { page->setCheckOutcome(token, samples::outcome()); });
    window.showPage(MainWindow::Page::Import);
    page->addPaths({QStringLiteral("/data")});
}

void fillImporting(MainWindow& window) {
    fillChecked(window);
    auto* page = window.imports();
    QObject::connect(page, &views::ImportPage::importWanted, page, [page](quint64 token) {
        page->setProgress(
            token, {41000000, 82800000, 5120, 48200.0, QStringLiteral("/data/support.mbox")});
    });
    page->importButton()->click();
    window.setBusy(QStringLiteral("Reading messages …"));
}

void fillScoring(MainWindow& window, const char* step, double share) {
    fillChecked(window);
    auto* page = window.imports();
    QObject::connect(page, &views::ImportPage::importWanted, page, [=](quint64 token) {
        page->setScoring(token, QString::fromLatin1(step), share);
    });
    page->importButton()->click();
}

void fillDone(MainWindow& window) {
    fillChecked(window);
    auto* page = window.imports();
    QObject::connect(page, &views::ImportPage::importWanted, page,
                     [page](quint64 token) { page->setImportOutcome(token, samples::outcome()); });
    page->importButton()->click();
    page->past()->setImports(samples::imports());
}

void fillImports(MainWindow& window) {
    window.imports()->past()->setImports(samples::imports());
    window.imports()->past()->setCoverage(samples::coverage());
    window.showPage(MainWindow::Page::Import);
}

void fillUndoQuestion(MainWindow& window) {
    fillImports(window);
    auto* past = window.imports()->past();
    past->table()->selectRow(0);
    past->undoButton()->click();
}

void fillUndoing(MainWindow& window) {
    fillUndoQuestion(window);
    auto* past = window.imports()->past();
    past->findChild<QMessageBox*>()->buttons().front()->click();
    past->setUndoProgress(400);
}

void fillSettings(MainWindow& window) {
    window.showPage(MainWindow::Page::Settings);
    window.settings()->field(QStringLiteral("reply-target-hours"))->setText(QStringLiteral("soon"));
}

void fillHours(MainWindow& window) {
    window.showPage(MainWindow::Page::Settings);
    const auto key = QStringLiteral("business-hours");
    window.settings()->field(key)->setText(
        QStringLiteral("Mon-Fri 09:00-12:30 13:00-17:00; Sat 10:00-14:00"));
    window.settings()->editButton(key)->click();
}

void fillHolidays(MainWindow& window) {
    window.showPage(MainWindow::Page::Settings);
    const auto key = QStringLiteral("holidays");
    window.settings()->field(key)->setText(
        QStringLiteral("01-01,easter-2,easter+1,12-25,12-26,2024-12-31"));
    window.settings()->editButton(key)->click();
}

void fillWatchedFolders(MainWindow& window) {
    window.showPage(MainWindow::Page::Settings);
    ShopSettings settings = samples::settings();
    setSetting(settings, u"watched-folders",
               QStringLiteral("/home/ada/Downloads=Shop exports:shopify-orders,"
                              "/media/office-server/accounts/ledgers/2024/exports/of the shop,"
                              "/home/ada/Maildir=Mail"));
    window.settings()->setSettings(settings);
}

Brief judgedBrief() {
    Brief brief = samples::goodFaith();
    const auto judged = [](qint64 act, const char* at, const char* by,
                           std::optional<VerdictKind> verdict, const char* reason) {
        Judgement judgement;
        judgement.act = ActId(act);
        judgement.at = samples::at(at);
        judgement.by = QString::fromLatin1(by);
        judgement.verdict = verdict;
        judgement.reason = QString::fromLatin1(reason);
        return judgement;
    };
    brief.judgements = {
        judged(5, "2024-05-03T10:00:00Z", "Kim", VerdictKind::NeedsLook,
               "the signature of the last two parcels is hers, and she says somebody else's"),
        judged(4, "2024-02-03T10:00:00Z", "Ann", std::nullopt, "the carrier found one of them"),
        judged(3, "2024-01-03T10:00:00Z", "Kim", VerdictKind::ChronicPattern,
               "three parcels in a row")};
    brief.judgements[0].reviewAt = samples::at("2024-08-03T10:00:00Z");
    brief.score.judgement = brief.judgements[0];
    brief.score.verdict = VerdictKind::NeedsLook;
    const QString text = QStringLiteral(
        "Rang twice because of the parcel, was friendly; her neighbour takes parcels in, but was "
        "away in June. Wants the blue one if there is any left.");
    brief.notes = {
        {ActId(7), samples::at("2024-07-02T14:05:00Z"), QStringLiteral("Kim"), text, {}, {}},
        {ActId(6),
         samples::at("2024-05-03T10:00:00Z"),
         QStringLiteral("Ann"),
         QStringLiteral("Prefers to be called."),
         {},
         {}}};
    return brief;
}

void fillJudged(MainWindow& window) {
    answer(window, judgedBrief(), 60);
    window.lookup()->verdict()->judgements()->earlierButton()->click();
    window.lookup()->findChild<views::StandingLines*>()->notes()->allButton()->click();
}

void fillRead(MainWindow& window) {
    answer(window, samples::goodFaith(), 60);
    auto* page = window.lookup();
    QObject::connect(page, &views::LookupPage::eventTextWanted, page, [page](quint64 token) {
        TextJudgement judgement;
        judgement.complains = true;
        judgement.topic = Topic::NotReceived;
        judgement.movedBy = {QStringLiteral("nobody called"), QStringLiteral("Where is my parcel"),
                             QStringLiteral("I was promised")};
        page->setEventText(token,
                           QStringLiteral("I was promised a call back on Friday and nobody "
                                          "called. Where is my parcel?\n\nAda"),
                           judgement);
    });
    auto rows = samples::timeline(1);
    rows[0].isRead = true;
    page->timeline()->reader()->open(rows[0], samples::format());
}

struct Picture {
    const char* name;
    void (*fill)(MainWindow&);
};

constexpr Picture pictures[] = {
    {"start", [](MainWindow& window) { window.setStatus(0, {}); }},
    {"lookup", fillLookup},
    {"chronic", fillChronic},
    {"filtered", fillFiltered},
    {"little", fillLittle},
    {"search", fillSearch},
    {"parties", fillParties},
    {"picker", fillPicker},
    {"same", [](MainWindow& window) { fillSame(window, samples::suggestedPairs()); }},
    {"same_done",
     [](MainWindow& window) {
         fillSame(window, samples::suggestedPairs());
         window.same()->button(views::SamePage::Judgement::Same)->click();
         window.showNotice(QStringLiteral("Joined Ada Lindqvist (17) and Lindkvist, Ada (31)."));
         window.acts()->setActs(QStringLiteral("joining"), {});
     }},
    {"same_linked",
     [](MainWindow& window) {
         fillSame(window, samples::suggestedPairs());
         window.same()->kindButton(SuggestionKind::Linked)->click();
     }},
    {"same_none", [](MainWindow& window) { fillSame(window, {}); }},
    {"charts", [](MainWindow& window) { fillCharts(window, 26); }},
    {"charts_short", [](MainWindow& window) { fillCharts(window, 13); }},
    {"charts_long", [](MainWindow& window) { fillCharts(window, 104); }},
    {"charts_empty", [](MainWindow& window) { fillCharts(window, 0); }},
    {"charts_table",
     [](MainWindow& window) {
         fillCharts(window, 26);
         window.charts()->complaints()->tableButton()->click();
         window.charts()->answered()->tableButton()->click();
     }},
    {"report_replies", [](MainWindow& window) { fillReport(window, "replies-by-mailbox"); }},
    {"report_mailboxes", [](MainWindow& window) { fillReport(window, "mailboxes"); }},
    {"report_inquiries", [](MainWindow& window) { fillReport(window, "inquiries"); }},
    {"report_empty", [](MainWindow& window) { fillReport(window, "missed-calls"); }},
    {"doubtful_address", fillDoubtful},
    {"queue", [](MainWindow& window) { fillQueue(window, samples::queue()); }},
    {"queue_none", [](MainWindow& window) { fillQueue(window, {}); }},
    {"queue_done",
     [](MainWindow& window) {
         fillQueue(window, samples::queue());
         window.queue()->doneButton()->click();
     }},
    {"queue_snooze",
     [](MainWindow& window) {
         fillQueue(window, samples::queue());
         window.queue()->snoozeButton()->click();
     }},
    {"queue_kinds",
     [](MainWindow& window) {
         fillQueue(window, samples::queue());
         window.queue()->groupButton()->click();
     }},
    {"queue_snoozed",
     [](MainWindow& window) {
         fillQueue(window, samples::queue());
         window.queue()->snoozedButton()->click();
     }},
    {"judged", fillJudged},
    {"read", fillRead},
    {"say_note",
     [](MainWindow& window) {
         fillLookup(window);
         window.lookup()->doRow()->note()->click();
     }},
    {"say_promise",
     [](MainWindow& window) {
         fillLookup(window);
         window.lookup()->doRow()->promise()->click();
         window.lookup()->say()->text()->setPlainText(
             QStringLiteral("We call back about the parcel"));
     }},
    {"say_judgement",
     [](MainWindow& window) {
         answer(window, judgedBrief(), 60);
         window.lookup()->doRow()->judge()->click();
     }},
    {"phrases", [](MainWindow& window) { fillTexts(window, true, samples::phrases()); }},
    {"faq", [](MainWindow& window) { fillTexts(window, false, samples::answers()); }},
    {"faq_none", [](MainWindow& window) { fillTexts(window, false, {}); }},
    {"phrase_editor",
     [](MainWindow& window) {
         fillTexts(window, true, samples::phrases());
         window.lookup()->drawers()->texts()->changeButton()->click();
     }},
    {"course", [](MainWindow& window) { fillCourse(window, samples::course()); }},
    {"course_none", [](MainWindow& window) { fillCourse(window, {}); }},
    {"issues", [](MainWindow& window) { fillIssues(window, samples::issues()); }},
    {"issues_none", [](MainWindow& window) { fillIssues(window, {}); }},
    {"issue_customers",
     [](MainWindow& window) {
         fillIssues(window, samples::issues());
         QTest::keyClick(window.issues()->list(), Qt::Key_Return);
     }},
    {"imports", fillImports},
    {"imports_none", [](MainWindow& window) { window.showPage(MainWindow::Page::Import); }},
    {"coverage",
     [](MainWindow& window) {
         fillImports(window);
         window.imports()->past()->tabs()->setCurrentIndex(1);
     }},
    {"undo", fillUndoQuestion},
    {"undoing", fillUndoing},
    {"checked", fillChecked},
    {"importing", fillImporting},
    {"scoring_reading",
     [](MainWindow& window) { fillScoring(window, "Reading messages: 128000", 0); }},
    {"scoring_comparing",
     [](MainWindow& window) { fillScoring(window, "Comparing customers", 0.02); }},
    {"scoring", [](MainWindow& window) { fillScoring(window, "Scoring customers", 0.6); }},
    {"done", fillDone},
    {"settings", fillSettings},
    {"hours", fillHours},
    {"holidays", fillHolidays},
    {"watched-folders", fillWatchedFolders},
};

int coloursIn(const QImage& image) {
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            colours << image.pixel(x, y);
    }
    return static_cast<int>(colours.size());
}

// With the question that stands before it.
QImage pictureOf(QWidget& window) {
    QImage image = window.grab().toImage();
    for (const auto* dialog : window.findChildren<QDialog*>()) {
        if (!dialog->isVisible())
            continue;
        QPainter painter(&image);
        const QPixmap front = const_cast<QDialog*>(dialog)->grab();
        painter.drawPixmap((image.width() - front.width()) / 2,
                           (image.height() - front.height()) / 2, front);
    }
    return image;
}

}  // namespace

class PagesPictureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion"))); }

    void draws_data() {
        QTest::addColumn<int>("picture");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        for (size_t i = 0; i < std::size(pictures); ++i) {
            for (const bool dark : {false, true}) {
                for (const QSize size : {QSize(1280, 800), QSize(1000, 640)}) {
                    const QByteArray name = QByteArray(pictures[i].name) +
                                            (dark ? "-dark-" : "-light-") +
                                            QByteArray::number(size.width());
                    QTest::newRow(name.constData()) << static_cast<int>(i) << dark << size;
                }
            }
        }
    }

    void draws() {
        QFETCH(int, picture);
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        QApplication::setPalette(dark ? darkPalette() : QApplication::style()->standardPalette());
        MainWindow window;
        window.resize(size);
        window.setShop(samples::settings(), samples::now());
        window.setStatus(11204, samples::imports().front());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        pictures[picture].fill(window);
        QTest::qWait(1);
        QCOMPARE(window.size(), size);
        const QImage image = pictureOf(window);
        QVERIFY(image.save(QString::fromLatin1(QTest::currentDataTag()) + u".png", "PNG", 90));
        QVERIFY(coloursIn(image) > 8);
        QCOMPARE(samples::ambiguousLetters(window), QString());
    }
};

QTEST_MAIN(PagesPictureTest)
#include "pages_picture_test.moc"
