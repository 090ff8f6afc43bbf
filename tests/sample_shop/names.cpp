// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample_shop/names.h"

#include <QStringList>

namespace goodfaith::sample_shop {
namespace {

// A name in another script is followed by a slash and its form in ASCII.
struct Culture {
    int share;  // per thousand; they add up to 1000
    const char* given;
    const char* family;
};

constexpr Culture cultures[] = {
    {430,
     "Olivia Amelia Isla Freya Poppy Grace Hannah Rebecca Sarah Claire Gillian Margaret Dorothy "
     "Pauline Janet Susan Heather Lorna Fiona Zoë Chloë Imogen Harriet Beatrice Jack Harry Oliver "
     "George Noah Callum Ewan Rory Stuart Graham Keith Alan Derek Trevor Nigel Martin Simon Gareth "
     "Rhys Dylan Owen Elliot Toby Felix Rupert Hugh",
     "Ashdown Barrowcliff Birtwhistle Bramley Calloway Carrick Cotterill Dunmore Eastwick Fairburn "
     "Garside Hallam Hartley Hawksworth Ingleby Kershaw Lathom Lockwood Marsden Mellor Netherby "
     "Oakes Pemberton Penhaligon Prescott Quayle Radcliffe Rowntree Sedgwick Shaw Stanhope Tatham "
     "Thackeray Thornley Underhill Wainwright Whitlock Winstanley Wragg Yardley MacAllister "
     "McBride "
     "Llewellyn Bevan-Price Smith Taylor Brown Hughes Carter Walker"},
    {70, "Aoife Niamh Saoirse Siobhán Róisín Gráinne Seán Ciarán Oisín Cormac Pádraig Eoin",
     "O'Sullivan O'Dowd Ní-Bhriain Mac-Cárthaigh Gallagher Doherty Kinsella Brennan"},
    {90,
     "Priya Anjali Meera Kavya Nisha Sunita Arjun Rohan Vikram Sanjay Imran Ayesha Fatima Zainab "
     "Tariq Bilal",
     "Patel Sharma Iyer Banerjee Chowdhury Nair Kapoor Rahman Hussain Qureshi Mistry Desai"},
    {60, "Łukasz Małgorzata Agnieszka Paweł Zofia Wojciech Katarzyna Grzegorz Bożena",
     "Wiśniewska Kowalczyk Wójcik Zieliński Dąbrowska Żuraw Pawłowski Gołębiowska"},
    {50, "Adaeze Chidi Ngozi Olumide Folasade Kwame Abena Kofi Thandiwe Sibusiso Amara",
     "Okonkwo Adeyemi Mensah Boateng Nwosu Dlamini Owusu Eze Balogun"},
    {50, "Björn Astrid Søren Åsa Ingrid Freja Jörg Sigríður Øyvind Linnéa Mikkel Päivi",
     "Åkerström Sørensen Lindqvist Jónsdóttir Bergström Øster Håkansson Mäkelä Nygård"},
    {60, "José Lucía Íñigo Begoña Joaquín Inês João Conceição Andrés Núria Raúl",
     "García Ibáñez Muñoz Gonçalves Araújo Peña Castellanos Villaseñor Brandão"},
    {50, "Élodie Geneviève François Loïc Maëlle Aurélie Benoît Hélène Cédric Anaïs",
     "Lefèvre Duchêne Béranger D'Aubigny Marchand Lemaître Garçon Fournier"},
    {40, "Jürgen Käthe Günther Anneliese Björg Wiebke Uwe Heike Götz Sabine",
     "Müller Schröder Weiß Krüger Vogelsang Hübner Löffler Böhm"},
    {30, "Mei Wei Jian Xiu Li Hao Ying Yan", "Chen Zhang Liang Tan Lim Wong Ng Xu"},
    {30, "Nguyệt Thảo Minh Quân Hương Đức", "Nguyễn Trần Phạm Lê Đặng Huỳnh"},
    {20, "Şebnem Çağla Ömer Gül İsmail Yağmur", "Yılmaz Öztürk Şahin Çelik Doğan"},
    {10, "Дмитро/Dmytro Олена/Olena Тарас/Taras Юлія/Yuliia",
     "Коваленко/Kovalenko Шевчук/Shevchuk Бондар/Bondar"},
    {10, "Ελένη/Eleni Γιώργος/Giorgos Νίκος/Nikos Σοφία/Sofia",
     "Παπαδάκης/Papadakis Νικολάου/Nikolaou Βασιλείου/Vasileiou"},
};

QString letterWithoutMark(QChar letter) {
    switch (letter.unicode()) {
        case u'ø':
            return QStringLiteral("o");
        case u'ł':
            return QStringLiteral("l");
        case u'đ':
        case u'ð':
            return QStringLiteral("d");
        case u'ß':
            return QStringLiteral("ss");
        case u'æ':
            return QStringLiteral("ae");
        case u'ı':
            return QStringLiteral("i");
        default:
            return letter >= u'a' && letter <= u'z' ? QString(letter) : QString();
    }
}

struct Word {
    QString written;
    QString ascii;
};

Word drawWord(Random& random, const char* list) {
    const QStringList words = QString::fromUtf8(list).split(u' ', Qt::SkipEmptyParts);
    const QStringList forms = random.pick(words).split(u'/');
    return {forms.first(), asciiOf(forms.last())};
}

const Culture& drawCulture(Random& random) {
    int left = random.below(1000);
    for (const Culture& culture : cultures) {
        left -= culture.share;
        if (left < 0)
            return culture;
    }
    return cultures[0];
}

}  // namespace

QString asciiOf(const QString& name) {
    QString ascii;
    for (const QChar letter : name.normalized(QString::NormalizationForm_D).toLower())
        ascii += letterWithoutMark(letter);
    return ascii;
}

PersonName drawName(Random& random) {
    // One in ten has a family name of another culture than the given one.
    const Culture& culture = drawCulture(random);
    const Culture& other = random.chance(100) ? cultures[0] : culture;
    const Word given = drawWord(random, culture.given);
    const Word family = drawWord(random, other.family);
    return {given.written, family.written, given.ascii, family.ascii};
}

}  // namespace goodfaith::sample_shop
