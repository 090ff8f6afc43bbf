// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/birth_date.h"

#include <QTest>

using goodfaith::identity::readBirthDate;

class BirthDateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("date");
        const QDate march(1970, 3, 4);
        QTest::newRow("ISO") << "1970-03-04" << march;
        QTest::newRow("with a time") << "1970-03-04T00:00:00Z" << march;
        QTest::newRow("a time after a space") << "1970-03-04 12:30" << march;
        QTest::newRow("digits") << "19700304" << march;
        QTest::newRow("German") << "4.3.1970" << march;
        QTest::newRow("day first") << "04/03/1970" << march;
        QTest::newRow("month first") << "03/25/1970" << QDate(1970, 3, 25);
        QTest::newRow("two-digit year") << "4.3.70" << QDate();
        QTest::newRow("no such day") << "1970-02-30" << QDate();
        QTest::newRow("filler") << "1900-01-01" << QDate();
        QTest::newRow("filler, other layout") << "01.01.1970" << QDate();
        QTest::newRow("words") << "unknown" << QDate();
        QTest::newRow("month by name") << "4 March 1970" << QDate();
        QTest::newRow("nothing") << "" << QDate();
    }
    void reads() {
        QFETCH(QString, text);
        QTEST(readBirthDate(text), "date");
    }
};

QTEST_GUILESS_MAIN(BirthDateTest)
#include "birth_date_test.moc"
