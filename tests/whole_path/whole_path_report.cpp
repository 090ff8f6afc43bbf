// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/whole_path/whole_path_report.h"

#include "tests/calibration/figures.h"

#include <cmath>
#include <functional>

namespace goodfaith::whole_path {
namespace {

using calibration::Share;

constexpr int habit = 4;          // abusive claims
constexpr int onRecordLeast = 3;  // of them, for the gates to be within reach

QString percent(double share) {
    return QStringLiteral("%1 %").arg(std::floor(share * 1000 + 1e-9) / 10, 0, 'f', 1);
}

QString row(const QStringList& cells) {
    return u"| " + cells.join(QStringLiteral(" | ")) + u" |\n";
}

QString header(const QStringList& cells) {
    return row(cells) + u'|' + QStringLiteral(" --- |").repeated(cells.size()) + u'\n';
}

QString withInterval(const Share& share) {
    return QStringLiteral("%1 (%2 to %3; %4 of %5)")
        .arg(percent(share.value()), percent(share.low()),
             QStringLiteral("%1 %").arg(std::ceil(share.high() * 1000) / 10, 0, 'f', 1))
        .arg(share.some)
        .arg(share.all);
}

class Tables {
public:
    explicit Tables(const std::vector<JudgedShop>& shops) : shops_(shops) {}

    QString bars() const {
        const auto isHabit = [](const JudgedPerson& person) {
            return isHabitual(person.truth.kind) && person.truth.abusiveClaims() >= habit;
        };
        const auto isOnRecord = [&](const JudgedPerson& person) {
            return isHabit(person) && person.truth.abusiveOnRecord() >= onRecordLeast;
        };
        const auto isGenuine = [](const JudgedPerson& person) {
            return isHonest(person.truth.kind);
        };
        const auto isOnce = [](const JudgedPerson& person) {
            return person.truth.kind == Kind::Opportunist;
        };
        QString text = header(
            {QStringLiteral("what must hold"), QStringLiteral("bar"), QStringLiteral("found")});
        text += row({QStringLiteral("four abusive claims or more: `chronic_pattern`"),
                     QStringLiteral("85 % or more"), withInterval(share(isHabit, isChronic))});
        text += row({QStringLiteral("at least `needs_look`"), QStringLiteral("95 % or more"),
                     withInterval(share(isHabit, isLookedAt))});
        text += row({QStringLiteral("of these, with three claims or more that the files speak "
                                    "against: `chronic_pattern`"),
                     {},
                     withInterval(share(isOnRecord, isChronic))});
        text += row({QStringLiteral("at least `needs_look`"),
                     {},
                     withInterval(share(isOnRecord, isLookedAt))});
        text += row({QStringLiteral("genuine, called chronic"), QStringLiteral("0.3 % or less"),
                     withInterval(share(isGenuine, isChronic))});
        text += row({QStringLiteral("genuine, `needs_look`"),
                     {},
                     withInterval(share(isGenuine, isLookedAt))});
        text += row({QStringLiteral("opportunists, called chronic"), QStringLiteral("5 % or less"),
                     withInterval(share(isOnce, isChronic))});
        return text;
    }

    QString kinds() const {
        QString text = header({QStringLiteral("kind"), QStringLiteral("customers"),
                               QStringLiteral("good faith"), QStringLiteral("needs look"),
                               QStringLiteral("chronic")});
        for (int kind = 0; kind < kindCount; ++kind) {
            const auto isIt = [&](const JudgedPerson& person) {
                return int(person.truth.kind) == kind;
            };
            const Share chronic = share(isIt, isChronic), looked = share(isIt, isLookedAt);
            text +=
                row({QString::fromLatin1(nameOf(Kind(kind))), QString::number(chronic.all),
                     QString::number(looked.all - looked.some),
                     QString::number(looked.some - chronic.some), QString::number(chronic.some)});
        }
        return text;
    }

    // Of those with a habit, by how many of their claims are contradicted.
    QString contradicted() const {
        QString text = header({QStringLiteral("contradicted claims"), QStringLiteral("customers"),
                               QStringLiteral("chronic"), QStringLiteral("at least a look")});
        constexpr int most = 3;
        for (int count = 0; count <= most; ++count) {
            const auto isIt = [&](const JudgedPerson& person) {
                const auto found =
                    std::count_if(person.claims.begin(), person.claims.end(),
                                  [](const auto& one) { return one.fate == Fate::Contradicted; });
                return isHabitual(person.truth.kind) && std::min(int(found), most) == count;
            };
            const Share chronic = share(isIt, isChronic);
            text += row({count == most ? QStringLiteral("three or more") : QString::number(count),
                         QString::number(chronic.all), percent(chronic.value()),
                         percent(share(isIt, isLookedAt).value())});
        }
        return text;
    }

    // `isTrue`: of claims that are true, or of those that are not.
    QString fates(bool isTrue) const {
        QString text = header(
            {QStringLiteral("what became of it"), QStringLiteral("claims"), QStringLiteral("share"),
             QStringLiteral("that records speak against"), QStringLiteral("what was found")});
        int all = 0;
        std::array<int, fateCount> counts{}, onRecord{};
        std::array<std::map<QString, int>, fateCount> findings;
        forEach([&](const JudgedPerson& person) {
            if (!isTrue && !isHabitual(person.truth.kind))
                return;
            for (const Followed& one : person.claims) {
                if (one.claim.isTrue != isTrue)
                    continue;
                ++all;
                ++counts[size_t(one.fate)];
                onRecord[size_t(one.fate)] += one.claim.isOnRecord;
                for (const QString& code : one.findings)
                    ++findings[size_t(one.fate)][code];
            }
        });
        for (size_t fate = 0; fate < fateCount; ++fate) {
            QStringList found;
            for (const auto& [code, count] : findings[fate])
                found.append(QStringLiteral("%1 %2").arg(code).arg(count));
            text += row({QString::fromLatin1(nameOf(Fate(fate))), QString::number(counts[fate]),
                         percent(all == 0 ? 0 : double(counts[fate]) / all),
                         QString::number(onRecord[fate]), found.join(QStringLiteral(", "))});
        }
        return text;
    }

    QString readings() const {
        ReadingCounts sum;
        for (const JudgedShop& shop : shops_) {
            sum.complaints += shop.readings.complaints;
            sum.found += shop.readings.found;
            sum.onTopic += shop.readings.onTopic;
            sum.others += shop.readings.others;
            sum.falseAlarms += shop.readings.falseAlarms;
            for (const auto& [topics, count] : shop.readings.topics)
                sum.topics[topics] += count;
        }
        return QStringLiteral(
                   "Of first messages that complain %1 are found, of these %2 under their topic; "
                   "of "
                   "other inbound messages %3 are taken for complaints.\n")
                   .arg(withInterval({sum.found, sum.complaints}),
                        withInterval({sum.onTopic, sum.found}),
                        withInterval({sum.falseAlarms, sum.others})) +
               topicTable(sum);
    }

private:
    static QString topicTable(const ReadingCounts& counts) {
        QString text = u'\n' + header({QStringLiteral("topic"), QStringLiteral("read as")});
        std::map<Topic, QStringList> readAs;
        for (const auto& [topics, count] : counts.topics)
            readAs[topics.first].append(
                QStringLiteral("%1 %2").arg(goodfaith::nameOf(topics.second)).arg(count));
        for (const auto& [topic, names] : readAs)
            text += row({goodfaith::nameOf(topic), names.join(QStringLiteral(", "))});
        return text;
    }

    using Is = std::function<bool(const JudgedPerson&)>;

    static bool isChronic(const JudgedPerson& person) {
        return person.verdict == VerdictKind::ChronicPattern;
    }
    static bool isLookedAt(const JudgedPerson& person) {
        return person.verdict != VerdictKind::GoodFaith;
    }

    template <class Visit>
    void forEach(Visit visit) const {
        for (const JudgedShop& shop : shops_) {
            for (const JudgedPerson& person : shop.people)
                visit(person);
        }
    }

    Share share(const Is& among, const Is& counts) const {
        Share share;
        forEach([&](const JudgedPerson& person) {
            if (!among(person))
                return;
            ++share.all;
            share.some += counts(person) ? 1 : 0;
        });
        return share;
    }

    const std::vector<JudgedShop>& shops_;
};

}  // namespace

QString introduction(int shops, int customers) {
    return QStringLiteral(
               "# From files to verdicts\n\nMade by `whole_path --report`, never by hand; "
               "README.md "
               "says what is simulated. Each part is over %1 shops of %2 customers, of seeds that "
               "nothing was fitted on. Intervals are 95 %, Clopper–Pearson.\n\n")
        .arg(shops)
        .arg(customers);
}

QString reportOf(const QString& title, const std::vector<JudgedShop>& shops) {
    const Tables tables(shops);
    return u"## " + title + u"\n\n" + tables.readings() + u'\n' + tables.bars() +
           u"\n### What became of claims that are not true, of habitual claimants\n\n" +
           tables.fates(false) + u'\n' + tables.contradicted() +
           u"\n### And of those that are\n\n" + tables.fates(true) + u"\n### By kind\n\n" +
           tables.kinds() + u'\n';
}

}  // namespace goodfaith::whole_path
