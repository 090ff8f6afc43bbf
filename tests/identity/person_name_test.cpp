// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/person_name.h"

#include <QTest>

using namespace goodfaith::identity;

namespace {

// "ada m/lindqvist": given names and family names.
QString told(const PersonName& name) {
    return name.givenNames().join(u' ') + u'/' + name.familyNames().join(u' ');
}

void row(const QString& a, const QString& b, bool expected) {
    QTest::newRow(qUtf8Printable(a + QStringLiteral(" and ") + b)) << a << b << expected;
}

void onePerson(std::initializer_list<const char*> names) {
    for (auto a = names.begin(); a != names.end(); ++a) {
        for (auto b = a + 1; b != names.end(); ++b)
            row(QString::fromUtf8(*a), QString::fromUtf8(*b), true);
    }
}

void twoPersons(const char* a, const char* b) {
    row(QString::fromUtf8(a), QString::fromUtf8(b), false);
}

}  // namespace

class PersonNameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto name = [](const char* text, const char* expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        name("Ada Lindqvist", "ada/lindqvist");
        name("  ADA   LINDQVIST ", "ada/lindqvist");
        name("Lindqvist, Ada", "ada/lindqvist");
        name("LINDQVIST Ada", "ada/lindqvist");
        name("Lindqvist A.M.", "a m/lindqvist");
        name("Ada L.", "ada/l");
        name("Ada", "ada/");
        name("Mrs Lindqvist", "/lindqvist");
        name("Dr. med. Ada M. Lindqvist, PhD", "ada m/lindqvist");
        name("Prof. Dr. Ada Lindqvist", "ada/lindqvist");
        name("Lindqvist, Dr. Ada", "ada/lindqvist");
        name("Ada Lindqvist Jr.", "ada/lindqvist");
        name("Ada Lindqvist, Jr.", "ada/lindqvist");
        name("Jack Ma", "jack/ma");
        name("Phil Collins", "phil/collins");
        name("Ludwig van der Berg", "ludwig/van der berg");
        name("von Berg", "/von berg");
        name("Van Morrison", "van/morrison");
        name("María de la Cruz", "maria/de la cruz");
        name("Pieter van 't Hoff", "pieter/van t hoff");
        name("Karl-Heinz Müller-Lüdenscheidt", "karl heinz/muller ludenscheidt");
        name("J.R.R. Tolkien", "j r r/tolkien");
        name("Sinéad O’Connor", "sinead/oconnor");
        name("Søren Kjærgaard", "soren/kjargaard");
        name("Łukasz Żółć", "lukasz/zolc");
        name("İbrahim Kılıç", "ibrahim/kilic");
        name("Сергей Иванов", "sergey/ivanov");
        name("Ξενοφών Παπαδόπουλος", "xenophon/papadopoulos");
        name("王小明", "xiaoming/wang");
        name("王 小明", "xiaoming/wang");
        name("김철수", "cheolsu/gim");
        name("Robert \"Bob\" Byron", "robert bob/byron");
        name("Ada Byron (Sales)", "ada/byron");
        name("Ada Byron c/o Bob Smith", "ada/byron");
        name("Ada Byron via Marketplace", "ada/byron");
        name("Familie Byron", "/byron");
        name("Ada & Bob Byron", "/byron");
        name("Mr and Mrs Byron", "/byron");
        name("Mr. & Mrs. Bob Byron", "/byron");
        name("Ada Byron und Bob Smith", "/");
        name("Ada Byron 2", "ada/byron");
        name("Ａｄａ Ｂｙｒｏｎ", "ada/byron");
        for (const char* nobody : {"",
                                   " ",
                                   "-",
                                   "???",
                                   "12345",
                                   "Guest",
                                   "Guest 17",
                                   "n/a",
                                   "Unknown Caller",
                                   "ada@example.com",
                                   "Dr.",
                                   "Acme GmbH",
                                   "Acme GmbH & Co. KG",
                                   "Nordlicht AG",
                                   "Smith & Sons Ltd.",
                                   "Foo S.r.l.",
                                   "Volvo AB",
                                   "Verein der Freunde e.V.",
                                   "Customer Service",
                                   "Grand Hotel Budapest"})
            name(nobody, "/");
    }
    void reads() {
        QFETCH(QString, text);
        QTEST(told(PersonName::read(text)), "expected");
        QCOMPARE(PersonName::read(text).isEmpty(),
                 told(PersonName::read(text)) == QStringLiteral("/"));
    }

    void compares_data() {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("expected");
        onePerson({"", "Ada Lindqvist"});
        onePerson({"Guest", "Ada Lindqvist"});
        onePerson({"Ada Lindqvist", "ADA LINDQVIST", "Lindqvist, Ada", "LINDQVIST Ada",
                   "Lindqvist Ada", "A. Lindqvist", "Lindqvist, A.", "Ada L.",
                   "Dr. Ada M. Lindqvist", "Mrs. Ada Lindqvist", "ada.lindqvist"});
        onePerson({"Ada", "Ada Lindqvist"});
        onePerson({"Lindqvist", "Mrs Lindqvist", "Ada Lindqvist", "Familie Lindqvist"});
        onePerson({"Robert Byron", "Bob Byron", "Rob Byron", "R. Byron", "Byron, Bobby"});
        onePerson({"Alex Byron", "Alexander Byron"});
        onePerson({"Alex Byron", "Alexandra Byron"});
        onePerson({"Jürgen Müller", "Juergen Mueller", "Jurgen Muller", "JÜRGEN MÜLLER"});
        onePerson({"Søren Ærø", "Soren Aero"});
        onePerson({"Sergey Ivanov", "Сергей Иванов", "Sergei Ivanov", "Иванов С.", "Serge Ivanov"});
        onePerson({"Юлия Петрова", "Julia Petrova", "Yuliya Petrova"});
        onePerson({"王小明", "Wang Xiaoming", "Xiaoming Wang"});
        onePerson({"Karl-Heinz Berg", "Karlheinz Berg", "Karl Heinz Berg", "K.-H. Berg"});
        onePerson({"Karl-Heinz Berg", "Karl Berg"});
        onePerson({"Eva Müller-Lüdenscheidt", "Eva Müller"});
        onePerson({"Eva Müller-Lüdenscheidt", "Eva Lüdenscheidt"});
        onePerson({"Ada García López", "Ada García", "García López, Ada"});
        onePerson({"Ada García López", "Ada López"});
        onePerson({"Pieter van der Berg", "P. v. d. Berg"});
        onePerson({"Pieter van der Berg", "Pieter Berg", "Berg, Pieter van der"});
        onePerson({"Sean O'Brien", "Sean O Brien", "Sean OBrien"});
        onePerson({"Ian MacDonald", "Ian Mac Donald"});
        onePerson({"Ada Beatrice Byron", "Ada B. Byron", "Ada Byron"});
        onePerson({"Ada Beatrice Byron", "Beatrice Byron"});
        onePerson({"Michael Byron", "Micheal Byron"});
        onePerson({"Philip Matthews", "Phillip Mathews"});
        onePerson({"Ada Lindqvist", "Ada Lindquist"});
        onePerson({"John Smith Jr.", "John Smith"});
        onePerson({"Mr Chris Byron", "Ms Chris Byron"});
        onePerson({"Ada & Bob Byron", "Ada Byron"});
        onePerson({"Mohammed Ali", "Muhammad Ali"});
        twoPersons("Ada Lindqvist", "Bob Lindqvist");
        twoPersons("A. Lindqvist", "Bob Lindqvist");
        twoPersons("Ada Lindqvist", "Ada Byron");
        twoPersons("Ada", "Bob");
        twoPersons("B. Byron", "Robert Byron");
        twoPersons("Ada Byron", "Beatrice Byron");
        twoPersons("Ada", "Mrs Byron");
        twoPersons("Byron", "Ada Lindqvist");
        twoPersons("Bob", "Ada Byron");
        twoPersons("Mr A. Byron", "Mrs A. Byron");
        twoPersons("Mr Byron", "Mrs Byron");
        twoPersons("Herr Byron", "Frau Ada Byron");
        twoPersons("John Smith Jr.", "John Smith Sr.");
        twoPersons("John Smith II", "John Smith III");
        twoPersons("John A. Smith", "John B. Smith");
        twoPersons("Paul Byron", "Paula Byron");
        twoPersons("Martin Byron", "Martina Byron");
        twoPersons("Daniel Byron", "Daniela Byron");
        twoPersons("Alexander Byron", "Alexandra Byron");
        twoPersons("Ada García López", "Ada García Pérez");
        twoPersons("Eva Müller-Berg", "Eva Schmidt");
        twoPersons("Ada Berg", "Ada Borg");
        twoPersons("M. Byron", "Ada Mary Byron");
        twoPersons("王小明", "李小明");
        twoPersons("Familie Byron", "Ada Smith");
    }
    void compares() {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QTEST(compatible(PersonName::read(a), PersonName::read(b)), "expected");
        QTEST(compatible(PersonName::read(b), PersonName::read(a)), "expected");
    }

    void everyNameIsCompatibleWithItself_data() { reads_data(); }
    void everyNameIsCompatibleWithItself() {
        QFETCH(QString, text);
        QVERIFY(compatible(PersonName::read(text), PersonName::read(text)));
    }

    void tellsTitles() {
        QCOMPARE(PersonName::read(QStringLiteral("Frau Dr. Byron")).gender(),
                 PersonName::Gender::Female);
        QCOMPARE(PersonName::read(QStringLiteral("Mr and Mrs Byron")).gender(),
                 PersonName::Gender::Unknown);
        QCOMPARE(PersonName::read(QStringLiteral("Byron, Bob, III")).generation(), 3);
    }

    void survivesAnyText_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("endless") << QString(100'000, u'a');
        QTest::newRow("endless words") << QStringLiteral("Ada ").repeated(10'000);
        QTest::newRow("commas") << QString(1000, u',');
        QTest::newRow("brackets") << QString(1000, u'(');
        QTest::newRow("signs") << QStringLiteral("& & & , & +");
        QTest::newRow("half a surrogate") << QString(QChar(0xd800)) + QStringLiteral(" Ada");
        QTest::newRow("zero") << QString(QChar(0)) + QStringLiteral("Ada Byron");
        QTest::newRow("emoji") << QStringLiteral("\U0001F600 Ada");
        QTest::newRow("lone marks") << QStringLiteral("\u0301\u0302");
        QTest::newRow("titles alone") << QStringLiteral("Mr Dr Prof, Jr");
    }
    void survivesAnyText() {
        QFETCH(QString, text);
        const PersonName name = PersonName::read(text);
        QVERIFY(compatible(name, name));
        QVERIFY(compatible(name, PersonName()));
    }
};

QTEST_APPLESS_MAIN(PersonNameTest)
#include "person_name_test.moc"
