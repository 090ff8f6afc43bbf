// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/coverage_model.h"
#include "models/items/import_tables.h"
#include "models/items/imports_model.h"
#include "models/items/matches_model.h"
#include "models/items/reasons_model.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace goodfaith;

namespace {

ImportSummary import(qint64 id, qint64 inserted = 0) {
    ImportSummary summary;
    summary.id = ImportId(id);
    summary.path = QStringLiteral("/data/file%1.csv").arg(id);
    summary.state = ImportState::Done;
    summary.counts.inserted = inserted;
    return summary;
}

QString files(const items::ImportsModel& model) {
    QString ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids += QString::number(model.importAt(model.index(row, 0))->id.value());
    return ids;
}

std::vector<ImportSummary> importsFrom(const QString& ids) {
    std::vector<ImportSummary> imports;
    for (const QChar id : ids)
        imports.push_back(import(id.digitValue()));
    return imports;
}

}  // namespace

class ListModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void importsAreTakenOverRowByRow_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<int>("inserted");
        QTest::addColumn<int>("removed");
        QTest::addColumn<int>("resets");
        QTest::newRow("a new one on top") << "321"
                                          << "4321" << 1 << 0 << 0;
        QTest::newRow("the same again") << "321"
                                        << "321" << 0 << 0 << 0;
        QTest::newRow("one went") << "321"
                                  << "31" << 0 << 1 << 0;
        QTest::newRow("one went, one came") << "321"
                                            << "421" << 1 << 1 << 0;
        QTest::newRow("from nothing") << ""
                                      << "21" << 2 << 0 << 0;
        QTest::newRow("to nothing") << "21"
                                    << "" << 0 << 2 << 0;
        QTest::newRow("another order") << "21"
                                       << "12" << 0 << 0 << 1;
    }

    void importsAreTakenOverRowByRow() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        items::ImportsModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setImports(importsFrom(before));
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setImports(importsFrom(after));
        QCOMPARE(files(model), after);
        QTEST(static_cast<int>(inserted.count()), "inserted");
        QTEST(static_cast<int>(removed.count()), "removed");
        QTEST(static_cast<int>(resets.count()), "resets");
    }

    void changedCountsAreAnnounced() {
        items::ImportsModel model;
        model.setImports({import(2, 5), import(1, 7)});
        const QPersistentModelIndex kept = model.index(1, items::ImportsModel::New);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setImports({import(3, 1), import(2, 5), import(1, 8)});
        QCOMPARE(kept.row(), 2);
        QCOMPARE(kept.data().toString(), QStringLiteral("8"));
        QVERIFY(changed.count() >= 1);
    }

    void whatLagsBehindTheOthersSaysSo_data() {
        QTest::addColumn<int>("daysBehind");
        QTest::addColumn<qint64>("records");  // in the year before
        QTest::addColumn<bool>("lags");
        QTest::newRow("to the same day") << 0 << qint64(365) << false;
        QTest::newRow("a few days are no gap") << 6 << qint64(3650) << false;
        QTest::newRow("a daily one that stopped") << 30 << qint64(365) << true;
        QTest::newRow("a rare one that is quiet") << 30 << qint64(12) << false;
        QTest::newRow("a rare one that stopped") << 400 << qint64(12) << true;
        QTest::newRow("too few to say") << 400 << qint64(2) << false;
    }

    void whatLagsBehindTheOthersSaysSo() {
        QFETCH(int, daysBehind);
        QFETCH(qint64, records);
        const Instant now = *parseIso(u"2024-07-01T12:00:00Z", QTimeZone::utc());
        const auto daysAgo = [&](int days) {
            return now - Duration(std::chrono::hours(24 * days));
        };
        const auto row = [&](RecordKind kind, int from, int to, qint64 count) {
            return CoverageRow{
                QStringLiteral("main"), kind, daysAgo(from), daysAgo(to), count, now};
        };
        items::CoverageModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFormat({QLocale::c(), QTimeZone::utc(), now, {}});
        model.setCoverage({row(RecordKind::Order, 400, -900, 5),
                           row(RecordKind::Call, daysBehind + 365, daysBehind, records)});
        QTEST(model.index(1, 0).data(items::ProblemRole).toBool(), "lags");
        QTEST(model.hint().contains(QStringLiteral("Calls of “main” end on")), "lags");
        QVERIFY(!model.index(0, 0).data(items::ProblemRole).toBool());
    }

    void matchesNameWhoTheyAre() {
        items::MatchesModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setMatches({{CustomerId(7), {}, {QStringLiteral("a@b.example")}, {}, {}},
                          {CustomerId(8), {}, {}, {}, {}}});
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("a@b.example"));
        QCOMPARE(model.index(0).data(items::KeysRole).toString(), QString());
        QCOMPARE(model.index(1).data().toString(), QStringLiteral("Customer 8"));
        QCOMPARE(model.customerAt(model.index(0)), CustomerId(7));
        QVERIFY(model.customerAt({}).isNone());
    }

    void reasonsSayWhoTheySpeakFor() {
        items::ReasonsModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setReasons(
            {{QStringLiteral("no_return"), 0.6, QStringLiteral("No return"), {EventId(1)}},
             {QStringLiteral("tenure"), -2, QStringLiteral("Long with us"), {}}});
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("No return. Speaks against the customer, some evidence; rests on "
                                "1 event."));
        QVERIFY(
            model.index(1)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(QStringLiteral("for the customer, strong evidence; rests on 0 events")));
    }

    void rejectsGrow() {
        items::RejectsModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.add(
            {RejectedRow{
                1204, QStringLiteral("Total"), QStringLiteral("x\ny"), QStringLiteral("why"), {}}},
            {QStringLiteral("/data/orders.csv")});
        model.add({RejectedRow{}});
        QCOMPARE(model.rowCount(), 2);
        const auto shown = [&](int row, int column) {
            return model.index(row, column).data().toString();
        };
        QCOMPARE(shown(0, items::RejectsModel::File), QStringLiteral("orders.csv"));
        QCOMPARE(shown(0, items::RejectsModel::Line), QStringLiteral("1,204"));
        QCOMPARE(shown(0, items::RejectsModel::Found), QStringLiteral("x y"));
        QCOMPARE(shown(1, items::RejectsModel::Line), QString());
        QCOMPARE(shown(1, items::RejectsModel::ColumnName), QStringLiteral("(whole row)"));
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void inputsShowTheirProblem() {
        items::InputsModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setInputs({{QStringLiteral("/a/b.csv"), {}, 10, QStringLiteral("is empty")}});
        QCOMPARE(model.index(0, items::InputsModel::RecognisedAs).data().toString(),
                 QStringLiteral("is empty"));
        QVERIFY(!model.hasUsable());
        model.remove(0);
        QCOMPARE(model.rowCount(), 0);
    }

    void previewToleratesShortRows() {
        items::PreviewModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPreview({{},
                          {QStringLiteral("A"), QStringLiteral("B")},
                          {QStringLiteral("a")},
                          {{QStringLiteral("1")}, {}}});
        QCOMPARE(model.index(0, 1).data().toString(), QString());
        QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("A\n→ a"));
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("B\n→ left out"));
    }
};

QTEST_GUILESS_MAIN(ListModelsTest)
#include "list_models_test.moc"
