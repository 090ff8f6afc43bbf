// SPDX-License-Identifier: GPL-3.0-or-later
// A file that nobody knows, from being dropped on the window to its customers: mapped by hand,
// saved under a name, imported, and known by itself the next time. Leaves pictures of the step in
// the test's working folder, light and dark.
#include "app/desktop/desktop.h"
#include "models/store/customer_search.h"
#include "models/store/mapping_table.h"
#include "views/import_page.h"
#include "views/main_window.h"
#include "views/mapping_panel.h"
#include "views/writing_boxes.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyleFactory>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace goodfaith;
using State = views::ImportPage::State;

namespace {

constexpr int patience = 20'000;

QPalette darkPalette() {
    QPalette dark(QColor(0x2b, 0x2b, 0x2d));
    dark.setColor(QPalette::Base, QColor(0x1e, 0x1e, 0x20));
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        dark.setColor(role, QColor(0xee, 0xee, 0xee));
    return dark;
}

}  // namespace

class MappingStoryTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;
    std::unique_ptr<app::Desktop> desktop_;

    QString inFolder(const char* name) const { return folder_.filePath(QLatin1String(name)); }
    views::MainWindow& window() { return desktop_->window(); }
    views::ImportPage& page() { return *window().imports(); }
    views::MappingPanel& panel() { return *page().mapping(); }
    QTabWidget& effect() { return *panel().findChild<QTabWidget*>(); }
    QString written(const char* name, const QByteArray& bytes) const {
        QFile file(inFolder(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
                   ? file.fileName()
                   : QString();
    }
    void choose(const QString& path) {
        page().addPaths({path});
        QTRY_COMPARE_WITH_TIMEOUT(page().state(), State::Checked, patience);
    }
    void openMapping() {
        QVERIFY(page().changeButton()->isEnabled());
        page().changeButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(panel().isVisible(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(panel().saveButton()->isEnabled(), patience);
    }
    void readAs(const QString& title) {
        auto* box = panel().readAsBox();
        const int entry = box->findText(title);
        QVERIFY2(entry >= 0, qPrintable(title));
        box->setCurrentIndex(entry);
        Q_EMIT box->activated(entry);
    }
    void save() {
        panel().saveButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(panel().isHidden(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(page().state(), State::Checked, patience);
    }
    void picture(const QString& name) {
        for (const QSize size : {QSize(1000, 640), QSize(1280, 800)}) {
            window().resize(size);
            QTest::qWait(50);
            window().grab().save(QStringLiteral("%1-%2.png").arg(name).arg(size.width()));
        }
    }

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion"))); }

    void init() {
        QFile::remove(inFolder("goodfaith.db"));
        desktop_ = std::make_unique<app::Desktop>(inFolder("goodfaith.db"));
        desktop_->show();
        window().showPage(views::MainWindow::Page::Import);
    }

    void cleanup() { desktop_.reset(); }

    void mapsAFileThatNobodyKnows() {
        const QString path = written("export.csv",
                                     "Nummer;Wann;Wer;Erreichbar;Wert\n"
                                     "A-1;05.02.2024;Ann Example;ann@example.com;12,50\n"
                                     "A-2;25.02.2024;Bob Example;bob@example.com;1.200,00\n"
                                     "A-3;26.02.2024;Cy Example;cy@example.com;viel\n");
        choose(path);
        QVERIFY(!page().importButton()->isEnabled());
        page().changeButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(panel().isVisible(), patience);
        QCOMPARE(panel().rowsTable()->model()->columnCount(), 5);

        readAs(QStringLiteral("Orders"));
        QTRY_COMPARE_WITH_TIMEOUT(panel().fieldBox(3)->field().templateName,
                                  QStringLiteral("orders"), patience);
        const auto type = [&](int column, const char* words) {
            auto* field = panel().fieldBox(column)->lineEdit();
            field->setFocus();
            field->selectAll();
            QTest::keyClicks(field, QString::fromLatin1(words));
            auto* found = panel().fieldBox(column)->completer()->popup();
            QTest::keyClick(found, Qt::Key_Down);
            QTest::keyClick(found, Qt::Key_Return);
        };
        type(0, "Orders: order id");
        type(1, "Orders: ordered at");
        type(2, "Orders: customer name");
        type(4, "Orders: total");
        QCOMPARE(panel().fieldBox(1)->field().field, QStringLiteral("ordered_at"));
        QTRY_COMPARE_WITH_TIMEOUT(effect().tabText(0), QStringLiteral("Records (2)"), patience);
        QCOMPARE(effect().tabText(1), QStringLiteral("Rejected rows (1)"));
        panel().nameEdit()->setText(QStringLiteral("Our export"));
        picture(QStringLiteral("mapping"));

        save();
        QVERIFY(panel().isHidden());
        QVERIFY(page().importButton()->isEnabled());
        picture(QStringLiteral("mapped"));
        page().importButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(page().state(), State::Done, patience);
        store::Database database(inFolder("goodfaith.db"));
        QCOMPARE(store::CustomerSearch(database).byOrder(QStringLiteral("A-2"), 5).size(), 1);
    }

    void knowsTheHeaderTheNextTime() {
        const QByteArray header("Bestellnummer,Betrag,Mail\n");
        choose(written("january.csv", header + "1,5,ann@example.com\n"));
        openMapping();
        panel().nameEdit()->setText(QStringLiteral("Monthly"));
        save();
        page().cancelButton()->click();
        choose(written("february.csv", header + "2,6,bob@example.com\n"));
        QVERIFY(page().importButton()->isEnabled());
        const auto* files = page().inputsTable()->model();
        QVERIFY(files->index(0, 1).data().toString().contains(QStringLiteral("Monthly")));
        openMapping();
        QCOMPARE(panel().nameEdit()->text(), QStringLiteral("Monthly"));
        panel().backButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(page().state(), State::Checked, patience);
    }

    // One may look at how a vendor's file is read without losing what columns cannot say.
    // Two lines of numbers above names that are none, in quotes that are unusual.
    void readsAsTheBoxesSay() {
        const QString path = written("odd.csv",
                                     "1;2;3\n4;5;6\nA-1;%5,0 \nOld Street%;1,500\n"
                                     "A-2;%2\nNew Street%;2,500\n");
        choose(path);
        page().changeButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(panel().isVisible(), patience);
        const auto say = [&](QString TableWriting::*member, const char* value) {
            auto* box = panel().writingBoxes()->box(member);
            views::select(box, QString::fromLatin1(value));
            Q_EMIT box->activated(box->currentIndex());
            QTest::qWait(100);
        };
        say(&TableWriting::skipLines, "2");
        say(&TableWriting::quote, "%");
        say(&TableWriting::header, "no");
        const auto cell = [&](int row, int column) {
            return panel().rowsTable()->model()->index(row, column).data().toString().simplified();
        };
        QTRY_COMPARE_WITH_TIMEOUT(cell(1, 1), QStringLiteral("5,0 Old Street"), patience);
        QCOMPARE(cell(2, 2), QStringLiteral("2,500"));
        QCOMPARE(panel().edit().writing.skipLines, QStringLiteral("2"));
        QCOMPARE(panel().edit().writing.charset, QString());
        picture(QStringLiteral("mapping-boxes"));
    }

    void keepsWhatAPresetSays() {
        choose(QStringLiteral(GOODFAITH_TEST_DATA "/csv/shopify-orders.csv"));
        openMapping();
        save();
        store::Database database(inFolder("goodfaith.db"));
        const auto saved = store::MappingTable(database).all();
        QCOMPARE(saved.size(), size_t(1));
        QVERIFY(saved.front().json.contains("fill_down"));
    }

    void readsAsChosenByTyping() {
        choose(QStringLiteral(GOODFAITH_TEST_DATA "/csv/shopify-orders.csv"));
        openMapping();
        auto* box = panel().readAsBox();
        QCOMPARE(box->currentText(), QStringLiteral("as it looks (Shopify: orders export)"));
        const auto type = [&](const QString& words) {
            box->lineEdit()->setFocus();
            box->lineEdit()->selectAll();
            QTest::keyClicks(box->lineEdit(), words);
            QTest::keyClick(box->completer()->popup(), Qt::Key_Down);
            QTest::keyClick(box->completer()->popup(), Qt::Key_Return);
        };
        type(QStringLiteral("zendesk"));
        const auto* sentence = panel().problemLabel();
        QTRY_VERIFY_WITH_TIMEOUT(sentence->text().contains(QStringLiteral("zendesk-tickets")),
                                 patience);
        QVERIFY(sentence->isVisible());
        QCOMPARE(box->currentText(), QStringLiteral("Zendesk: tickets export"));
        picture(QStringLiteral("misfit"));
        type(QStringLiteral("shopify: orders"));
        QTRY_VERIFY_WITH_TIMEOUT(panel().saveButton()->isEnabled(), patience);
        QVERIFY(!sentence->text().contains(QStringLiteral("zendesk-tickets")));
        panel().nameEdit()->setText(QStringLiteral("Our Shopify"));
        save();
        QVERIFY(page().inputsTable()->model()->index(0, 1).data().toString().contains(
            QStringLiteral("Our Shopify")));
        openMapping();
        QVERIFY(box->findText(QStringLiteral("Saved: Our Shopify")) > 0);
        readAs(QStringLiteral("Saved: Our Shopify"));
        QTRY_COMPARE_WITH_TIMEOUT(panel().nameEdit()->text(), QStringLiteral("Our Shopify"),
                                  patience);
    }

    void showsTheUciShop() {
        choose(QStringLiteral(GOODFAITH_TEST_DATA "/mappings/one-row-an-item.csv"));
        openMapping();
        QCOMPARE(panel().fieldBox(3)->field().templateName, QStringLiteral("order_items"));
        QApplication::setPalette(darkPalette());
        picture(QStringLiteral("mapping-dark"));
        QApplication::setPalette(QApplication::style()->standardPalette());
    }

    void everyControlIsReachedByKeys() {
        choose(QStringLiteral(GOODFAITH_TEST_DATA "/mappings/one-row-an-item.csv"));
        openMapping();
        QSet<QWidget*> reached;
        panel().readAsBox()->setFocus();
        for (int i = 0; i < 60; ++i) {
            reached << QApplication::focusWidget();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        for (QWidget* control : std::initializer_list<QWidget*>{
                 panel().fieldBox(0), panel().fieldBox(7), panel().nameEdit(), panel().saveButton(),
                 panel().backButton()}) {
            const bool isReached =
                reached.contains(control) || reached.contains(control->focusProxy()) ||
                (qobject_cast<QComboBox*>(control) != nullptr &&
                 reached.contains(qobject_cast<QComboBox*>(control)->lineEdit()));
            QVERIFY2(isReached, control->metaObject()->className());
        }
    }
};

QTEST_MAIN(MappingStoryTest)
#include "mapping_story_test.moc"
