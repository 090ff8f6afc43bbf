// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/timeline_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace goodfaith;
using items::TimelineLine;
using items::TimelineModel;

namespace {

const QTimeZone berlin("Europe/Berlin");

TimelineRow row(qint64 id, const char* when) {
    TimelineRow row;
    row.id = EventId(id);
    row.at = *parseIso(QString::fromLatin1(when), QTimeZone::utc());
    row.title = QStringLiteral("event %1").arg(id);
    return row;
}

items::Format format() {
    return {QLocale::c(), berlin, *parseIso(u"2024-07-03T12:00:00Z", QTimeZone::utc())};
}

QString lines(const TimelineModel& model) {
    QStringList lines;
    for (int i = 0; i < model.rowCount(); ++i)
        lines << model.index(i).data().toString();
    return lines.join(u'|');
}

}  // namespace

class TimelineModelTest : public QObject {
    Q_OBJECT

private:
    TimelineModel model_;
    std::vector<quint64> tokens_;
    std::vector<std::optional<TimelineCursor>> cursors_;

private Q_SLOTS:
    void initTestCase() {
        new QAbstractItemModelTester(&model_,
                                     QAbstractItemModelTester::FailureReportingMode::QtTest, this);
        model_.setFormat(format());
        connect(&model_, &TimelineModel::pageWanted, this,
                [this](quint64 token, const TimelineFilter&, std::optional<TimelineCursor> after) {
                    tokens_.push_back(token);
                    cursors_.push_back(after);
                });
    }

    void init() {
        model_.clear();
        tokens_.clear();
        cursors_.clear();
    }

    void asksForTheFirstPageAtOnce() {
        model_.start({});
        QCOMPARE(tokens_.size(), size_t(1));
        QVERIFY(!cursors_[0]);
        QVERIFY(!model_.canFetchMore({}));
    }

    void asksForTheNextPageAfterTheLastRow() {
        model_.start({});
        model_.addPage(tokens_[0], {row(2, "2024-07-02T10:00:00Z"), row(1, "2024-07-01T10:00:00Z")},
                       false);
        model_.fetchMore({});  // unless the model's tester did already
        QCOMPARE(cursors_.size(), size_t(2));
        QCOMPARE(cursors_[1]->id, EventId(1));
        model_.addPage(tokens_[1], {}, true);
        QVERIFY(!model_.canFetchMore({}));
        QCOMPARE(model_.eventCount(), 2);
    }

    void dropsThePageOfAnEarlierStart() {
        model_.start({});
        model_.start({});
        model_.addPage(tokens_[0], {row(1, "2024-07-01T10:00:00Z")}, true);
        QCOMPARE(model_.rowCount(), 0);
        model_.addPage(tokens_[1], {row(2, "2024-07-01T10:00:00Z")}, true);
        QCOMPARE(model_.eventCount(), 1);
    }

    void titlesNameTheOrder_data() {
        QTest::addColumn<RecordKind>("kind");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("shown");
        QTest::newRow("payment") << RecordKind::Payment << "Payment failed, card"
                                 << "Payment failed, card, order 1042";
        QTest::newRow("review") << RecordKind::Review << "Review: 2 of 5, Stars"
                                << "Review: 2 of 5, Stars, order 1042";
        QTest::newRow("survey") << RecordKind::Survey << "Survey: 7 of 10"
                                << "Survey: 7 of 10, order 1042";
        QTest::newRow("chat") << RecordKind::Chat << "Chat with Tom, 12 min"
                              << "Chat with Tom, 12 min";
        QTest::newRow("visit") << RecordKind::Visit << "Visit: /kettles"
                               << "Visit: /kettles";
    }
    void titlesNameTheOrder() {
        QFETCH(RecordKind, kind);
        QFETCH(QString, title);
        TimelineRow one = row(1, "2024-07-01T10:00:00Z");
        one.kind = kind;
        one.title = title;
        one.orderKey = QStringLiteral("1042");
        model_.start({});
        model_.addPage(tokens_[0], {one}, true);
        QTEST(model_.index(model_.rowCount() - 1).data().toString(), "shown");
    }

    void everyKindHasItsOwnLook() {
        QSet<QString> icons;
        for (int kind = 0; kind <= static_cast<int>(RecordKind::Visit); ++kind) {
            if (!isOnTimeline(static_cast<RecordKind>(kind)))
                continue;
            const QString icon = items::kindIcon(static_cast<RecordKind>(kind));
            QVERIFY(!icons.contains(icon));
            icons.insert(icon);
        }
    }

    void dropsASecondAnswerToOneRequest() {
        model_.start({});
        model_.addPage(tokens_[0], {row(2, "2024-07-01T10:00:00Z")}, false);
        model_.addPage(tokens_[0], {row(1, "2024-06-01T10:00:00Z")}, false);
        QCOMPARE(model_.eventCount(), 1);
    }

    void asksAgainAfterAFailure() {
        model_.start({});
        model_.pageFailed(tokens_[0]);
        QVERIFY(model_.canFetchMore({}));
    }

    void putsMonthsBetweenInTheShopsZone() {
        model_.start({});
        // 23:30 UTC on 30 June is already July in Berlin.
        model_.addPage(tokens_[0],
                       {row(3, "2024-07-02T10:00:00Z"), row(2, "2024-06-30T23:30:00Z"),
                        row(1, "2024-06-30T12:00:00Z")},
                       true);
        QCOMPARE(lines(model_), QStringLiteral("July 2024|event 3|event 2|June 2024|event 1"));
    }

    void saysHowLongItWasSilent_data() {
        QTest::addColumn<QByteArray>("earlier");
        QTest::addColumn<QString>("said");
        QTest::newRow("a month is nothing") << QByteArray("2024-06-02T10:00:00Z") << QString();
        QTest::newRow("two months") << QByteArray("2024-05-01T10:00:00Z") << "… 2 months silent …";
        QTest::newRow("half a year") << QByteArray("2024-01-01T10:00:00Z") << "… 6 months silent …";
        QTest::newRow("years") << QByteArray("2021-06-01T10:00:00Z") << "… 3 years silent …";
    }

    void saysHowLongItWasSilent() {
        QFETCH(QByteArray, earlier);
        QFETCH(QString, said);
        model_.start({});
        model_.addPage(tokens_[0], {row(2, "2024-07-01T10:00:00Z"), row(1, earlier.constData())},
                       true);
        QCOMPARE(model_.indexOf(EventId(1)).data(items::GapRole).toString(), said);
        QCOMPARE(lines(model_).contains(QStringLiteral("silent")), !said.isEmpty());
    }

    void saysNoSilenceInASelection() {
        TimelineFilter filter;
        filter.words = QStringLiteral("parcel");
        model_.start(filter);
        model_.addPage(tokens_[0], {row(2, "2024-07-01T10:00:00Z"), row(1, "2021-07-01T10:00:00Z")},
                       true);
        QVERIFY(!lines(model_).contains(QStringLiteral("silent")));
    }

    void silenceAndMonthsSpanPages() {
        model_.start({});
        model_.addPage(tokens_[0], {row(3, "2024-07-02T10:00:00Z")}, false);
        model_.fetchMore({});
        model_.addPage(tokens_[1], {row(2, "2024-07-01T10:00:00Z"), row(1, "2024-01-01T10:00:00Z")},
                       true);
        QCOMPARE(lines(model_), QStringLiteral("July 2024|event 3|event 2|… 6 months silent …|"
                                               "January 2024|event 1"));
    }

    void onlyEventsCanBeChosen() {
        model_.start({});
        model_.addPage(tokens_[0], {row(1, "2024-07-01T10:00:00Z")}, true);
        QVERIFY(!(model_.index(0).flags() & Qt::ItemIsSelectable));
        QVERIFY(model_.index(1).flags() & Qt::ItemIsSelectable);
        QVERIFY(model_.rowAt(model_.index(0)) == nullptr);
        QCOMPARE(model_.rowAt(model_.index(1))->id, EventId(1));
    }

    void anotherZoneStartsAnew() {
        model_.start({});
        model_.addPage(tokens_[0], {row(1, "2024-07-01T10:00:00Z")}, true);
        model_.setFormat({QLocale::c(), QTimeZone::utc(), Instant()});
        QCOMPARE(tokens_.size(), size_t(2));
        QCOMPARE(model_.rowCount(), 0);
        model_.setFormat(format());
    }

    void laterOnlyTheTimesAreWordedAgain() {
        model_.start({});
        model_.addPage(tokens_[0], {row(1, "2024-07-03T10:00:00Z")}, true);
        QCOMPARE(model_.index(1).data(items::WhenRole).toString(), QStringLiteral("2 h ago"));
        QSignalSpy changed(&model_, &TimelineModel::dataChanged);
        model_.setFormat({QLocale::c(), berlin, format().now() + std::chrono::hours(1)});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model_.index(1).data(items::WhenRole).toString(), QStringLiteral("3 h ago"));
        model_.setFormat(format());
    }
};

QTEST_GUILESS_MAIN(TimelineModelTest)
#include "timeline_model_test.moc"
