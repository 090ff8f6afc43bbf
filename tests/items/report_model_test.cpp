// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/report_model.h"

#include "models/items/item_roles.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::items;
using namespace goodfaith::reports;

namespace {

Report report() {
    return {{{u"mailbox"_qs, u"Mailbox"_qs, Unit::Text},
             {u"inquiries"_qs, u"Inquiries"_qs, Unit::Count},
             {u"reply_median_s"_qs, u"Reply, median"_qs, Unit::Seconds},
             {u"in_target"_qs, u"In target"_qs, Unit::Share},
             {u"customer"_qs, u"Customer"_qs, Unit::Customer}},
            {{u"all"_qs, qint64(1205), Duration(std::chrono::hours(26)), 0.5, Cell()},
             {u"b@shop.example"_qs, qint64(5), Cell(), 0.25, CustomerCell{CustomerId(7), {}}},
             {u"a@shop.example"_qs, qint64(1200), Duration(std::chrono::hours(2)), Cell(),
              CustomerCell{CustomerId(8), u"Ada"_qs}}}};
}

}  // namespace

class ReportModelTest : public QObject {
    Q_OBJECT

private:
    ReportModel model_;

    QString shown(int row, int column) const { return model_.index(row, column).data().toString(); }

private Q_SLOTS:
    void init() {
        model_.setFormat({QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc(), {}});
        model_.setReport(report());
    }

    void wordsEveryUnit() {
        QCOMPARE(shown(0, 0), u"All"_qs);
        QCOMPARE(shown(0, 1), u"1,205"_qs);
        QCOMPARE(shown(0, 2), u"26 h"_qs);
        QCOMPARE(shown(0, 3), u"50%"_qs);
        QCOMPARE(shown(1, 4), u"Customer 7"_qs);
        QCOMPARE(shown(1, 2), u"–"_qs);
        QVERIFY(model_.index(1, 2).data(QuietRole).toBool());
        QCOMPARE(model_.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(),
                 u"Reply, median"_qs);
    }

    void namesStayAsTheyAre() {
        model_.setReport({{{u"queue"_qs, u"Queue"_qs, Unit::Text},
                           {u"channel"_qs, u"Channel"_qs, Unit::Text},
                           {u"topic"_qs, u"Topic"_qs, Unit::Text},
                           {u"inquiry"_qs, u"Inquiry"_qs, Unit::Event}},
                          {{u"service"_qs, u"phone"_qs, u"not_received"_qs, EventId(4711)}}});
        QCOMPARE(shown(0, 0), u"service"_qs);
        QCOMPARE(shown(0, 1), u"Phone"_qs);
        QCOMPARE(shown(0, 2), u"Not received"_qs);
        QVERIFY(model_.isForPrograms(3) && !model_.isForPrograms(0));
    }

    void sorts_data() {
        QTest::addColumn<int>("column");
        QTest::addColumn<bool>("ascending");
        QTest::addColumn<QString>("second");
        QTest::newRow("texts") << 0 << true << u"a@shop.example"_qs;
        QTest::newRow("texts, backwards") << 0 << false << u"b@shop.example"_qs;
        QTest::newRow("counts") << 1 << true << u"b@shop.example"_qs;
        QTest::newRow("counts, backwards") << 1 << false << u"a@shop.example"_qs;
        QTest::newRow("unknown comes last") << 2 << true << u"a@shop.example"_qs;
        QTest::newRow("also backwards") << 2 << false << u"a@shop.example"_qs;
    }
    void sorts() {
        QFETCH(int, column);
        QFETCH(bool, ascending);
        model_.sort(column, ascending ? Qt::AscendingOrder : Qt::DescendingOrder);
        QCOMPARE(shown(0, 0), u"All"_qs);
        QTEST(shown(1, 0), "second");
    }

    void knowsTheCustomerOfARow() {
        QCOMPARE(model_.customerAt(model_.index(1, 0)), CustomerId(7));
        QVERIFY(model_.customerAt(model_.index(0, 0)).isNone());
        QVERIFY(model_.customerAt({}).isNone());
    }

    void copiesAsText() {
        QCOMPARE(model_.asText().split(u'\n').at(2), u"b@shop.example\t5\t–\t25%\tCustomer 7"_qs);
    }

    void theListBeginsWithTheCharts() {
        const ReportListModel list;
        QVERIFY(list.rowCount() > 10);
        QCOMPARE(list.index(0).data(ReportListModel::NameRole).toString(), QString());
        QCOMPARE(list.index(1).data(ReportListModel::NameRole).toString(),
                 u"replies-by-channel"_qs);
        QCOMPARE(list.index(1).data().toString(), u"Replies by channel"_qs);
    }
};

QTEST_GUILESS_MAIN(ReportModelTest)
#include "report_model_test.moc"
