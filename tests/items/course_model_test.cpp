// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/course_model.h"

#include <QtTest>

using namespace goodfaith;
using items::CourseModel;

Q_DECLARE_METATYPE(goodfaith::CoursePoint)

namespace {

Instant noon(int day) {
    return *parseIso(u"2024-03-01T12:00:00Z", QTimeZone::utc()) + std::chrono::days(day);
}

ScoreCourse twoSteps() {
    ScoreCourse course;
    for (int day = 0; day < 3; ++day)
        course.points.push_back({QDate(2024, 3, 1).addDays(day), noon(day), 40.4 + 10 * day,
                                 std::nullopt, 80, VerdictKind::GoodFaith, 0});
    course.points[2].computed = VerdictKind::NeedsLook;
    CourseStep bought, looked;
    bought.at = noon(1);
    bought.before = 0;
    bought.after = 1;
    bought.text = u"An order."_qs;
    bought.events = {EventId(5)};
    looked = bought;
    looked.at = noon(2);
    looked.before = 1;
    looked.after = 2;
    looked.text = u"Needs a look."_qs;
    course.steps = {bought, looked};
    return course;
}

}  // namespace

class CourseModelTest : public QObject {
    Q_OBJECT

private:
    CourseModel model_;

private Q_SLOTS:
    void init() {
        model_.setFormat(
            {QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc(), noon(2)});
        model_.setCourse(twoSteps());
    }

    void theLatestIsFirst() {
        QCOMPARE(model_.rowCount(), 2);
        QCOMPARE(model_.index(0).data(items::TitleRole).toString(), u"Needs a look."_qs);
        QCOMPARE(model_.indexOf(0).row(), 1);
        QCOMPARE(model_.stepAt(model_.indexOf(1))->text, u"Needs a look."_qs);
    }

    void saysTheDayAndWhatMoved() {
        QCOMPARE(model_.index(1).data(items::WhenRole).toString(), u"2 Mar 2024"_qs);
        QCOMPARE(model_.index(1).data(items::SnippetRole).toString(), u"Value 40 → 50"_qs);
        QCOMPARE(model_.index(1).data().toString(), u"2 Mar 2024: An order. (Value 40 → 50)"_qs);
        QCOMPARE(model_.asText().count(u'\n'), 1);
    }

    void onlyAnotherVerdictIsShown() {
        QCOMPARE(model_.index(0).data(items::VerdictRole).toInt(),
                 static_cast<int>(VerdictKind::NeedsLook));
        QVERIFY(!model_.index(1).data(items::VerdictRole).isValid());
    }

    void scoresThatAreNotThere_data() {
        QTest::addColumn<CoursePoint>("after");
        QTest::addColumn<QString>("text");
        QTest::newRow("came") << CoursePoint{{}, {}, {}, 12, {}} << u"Complaints – → 12"_qs;
        QTest::newRow("the same") << CoursePoint{} << QString();
        QTest::newRow("two") << CoursePoint{{}, {}, 3, {}, 4}
                             << u"Value – → 3, our replies – → 4"_qs;
    }
    void scoresThatAreNotThere() {
        QFETCH(CoursePoint, after);
        QTEST(items::scoreMoves(CoursePoint{}, after), "text");
    }
};

QTEST_GUILESS_MAIN(CourseModelTest)
#include "course_model_test.moc"
