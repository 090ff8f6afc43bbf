// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/standing_lines.h"

#include "sample_values.h"
#include "views/look.h"
#include "views/notes_line.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cstdlib>

using namespace goodfaith;
using views::StandingLines;

class StandingLinesTest : public QObject {
    Q_OBJECT

private:
    static Case matter(Topic topic, CaseState state, std::optional<CaseOutcome> outcome = {}) {
        Case made;
        made.topic = topic;
        made.state = state;
        made.outcome = outcome;
        made.openedAt = samples::at("2024-06-12T09:00:00Z");
        return made;
    }
    // The line that begins so; "" when none does.
    static QString lineOf(const Brief& brief, const QString& beginning) {
        StandingLines lines;
        lines.setBrief(brief, samples::format(), samples::settings());
        for (const QLabel* label : lines.findChildren<QLabel*>()) {
            if (label->text().startsWith(beginning))
                return label->text();
        }
        return {};
    }

    // Of the ink to the ground, which the corner shows.
    static int contrastIn(const QImage& image) {
        int most = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                most = std::max(most, std::abs(image.pixelColor(x, y).lightness() -
                                               image.pixelColor(0, 0).lightness()));
        }
        return most;
    }

private Q_SLOTS:
    void openCases_data() {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("line");
        const auto row = [](const char* name, CaseState state, const char* line) {
            QTest::newRow(name) << int(state) << QString::fromLatin1(line);
        };
        row("open", CaseState::Open, "1 open case: damaged (waits for us)");
        row("answered", CaseState::Answered, "1 open case: damaged (answered)");
        row("their turn", CaseState::WaitingForThem, "1 open case: damaged (waits for them)");
        row("reopened", CaseState::Reopened, "1 open case: damaged (reopened, waits for us)");
    }
    void openCases() {
        QFETCH(int, state);
        Brief brief;
        brief.openCases = {matter(Topic::Damaged, static_cast<CaseState>(state))};
        QTEST(lineOf(brief, QStringLiteral("1 open")), "line");
    }

    void openCasesSayWhatWasGiven() {
        Brief brief;
        brief.openCases = {matter(Topic::Late, CaseState::Open),
                           matter(Topic::Damaged, CaseState::Reopened, CaseOutcome::Replacement)};
        QCOMPARE(lineOf(brief, QStringLiteral("2 open")),
                 QStringLiteral("2 open cases: damaged (reopened, waits for us): replacement; "
                                "late (waits for us)"));
    }

    void resolvedCases() {
        Brief brief;
        brief.resolvedCases = {matter(Topic::Damaged, CaseState::Resolved, CaseOutcome::Refund),
                               matter(Topic::Late, CaseState::Resolved, CaseOutcome::Explained),
                               matter(Topic::Billing, CaseState::Resolved, CaseOutcome::Refused),
                               matter(Topic::Other, CaseState::Resolved, CaseOutcome::None)};
        brief.resolvedCases[0].isOnTheSpot = true;
        brief.resolvedCases[0].boughtAgain = EventId(5);
        brief.resolvedCases[1].reopenings = 1;
        QCOMPARE(lineOf(brief, QStringLiteral("Resolved")),
                 QStringLiteral("Resolved: damaged 12 Jun 2024: refund, on the spot, bought again; "
                                "late 12 Jun 2024: explained, after it was reopened; billing "
                                "12 Jun 2024: refused; 1 more"));
    }

    void owed() {
        Brief brief;
        brief.owed = OwedAnswer{samples::at("2024-07-02T13:05:00Z"), std::chrono::hours(27)};
        QVERIFY(lineOf(brief, QStringLiteral("Waiting for us since")).endsWith(u": overdue)"));
    }

    void seenToByHand() {
        Brief brief;
        brief.seenTo = QueueWord{
            {}, samples::now(), QStringLiteral("Kim"), QStringLiteral("answered by phone"), {}, {}};
        QVERIFY(lineOf(brief, QStringLiteral("Marked as done"))
                    .endsWith(QStringLiteral(" by Kim: answered by phone")));
        brief.owed = OwedAnswer{samples::at("2024-07-03T13:05:00Z"), std::chrono::hours(3)};
        QVERIFY2(!lineOf(brief, QStringLiteral("Waiting")).isEmpty(), "they wrote again");
        QCOMPARE(lineOf(brief, QStringLiteral("Marked")), QString());
    }

    void theNewestNoteAndAllBehindAButton() {
        Brief brief;
        brief.notes = {{ActId(2),
                        samples::at("2024-07-02T14:05:00Z"),
                        QStringLiteral("Kim"),
                        QStringLiteral("Wants the blue one.\nReally."),
                        {},
                        {}},
                       {ActId(1),
                        samples::at("2024-05-03T10:00:00Z"),
                        {},
                        QStringLiteral("Rang twice."),
                        {},
                        {}}};
        StandingLines lines;
        lines.setBrief(brief, samples::format(), samples::settings());
        lines.show();
        lines.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&lines));
        auto* notes = lines.notes();
        QCOMPARE(notes->newest()->text(),
                 QStringLiteral("Note by Kim, 26 h ago: Wants the blue one. Really."));
        QCOMPARE(notes->allButton()->text(), QStringLiteral("All 2"));
        QVERIFY(!notes->all()->isVisible());
        notes->allButton()->click();
        QVERIFY(notes->all()->isVisible());
        const QString all = QStringLiteral(
            "Kim, Tue 2 Jul 2024 16:05\nWants the blue one.\nReally.\n\n"
            "Fri 3 May 2024 12:00\nRang twice.");
        QCOMPARE(notes->all()->toPlainText(), all);
        // What somebody selects stays through new data, and can be copied.
        notes->all()->selectAll();
        lines.setBrief(brief, samples::format(), samples::settings());
        notes->all()->copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), all);
        QTest::keyClick(notes->all(), Qt::Key_Escape);
        QVERIFY(!notes->all()->isVisible());
    }

    void nothingToSay() {
        StandingLines lines;
        lines.setBrief({}, samples::format(), samples::settings());
        QVERIFY(lines.isHidden());
    }

    // Desktops go from light to dark while the window is open.
    void iconsStandOutOnAnyPalette() {
        StandingLines lines;
        lines.setBrief(samples::goodFaith(), samples::format(), samples::settings());
        lines.show();
        const QPalette before = QApplication::palette();
        for (const QColor& ground : {QColor(0xef, 0xef, 0xef), QColor(0x2b, 0x2b, 0x2d)}) {
            QApplication::setPalette(QPalette(ground));
            QCoreApplication::processEvents();
            int seen = 0;
            for (auto* icon : lines.findChildren<views::IconLabel*>()) {
                if (!icon->isVisible())
                    continue;
                ++seen;
                QVERIFY(contrastIn(icon->grab().toImage()) > 80);
            }
            QVERIFY(seen > 2);
        }
        QApplication::setPalette(before);
    }
};

QTEST_MAIN(StandingLinesTest)
#include "standing_lines_test.moc"
