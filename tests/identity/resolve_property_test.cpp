// SPDX-License-Identifier: GPL-3.0-or-later
// What resolving promises of any parties and decisions, over many random ones.
#include "models/identity/person_name.h"
#include "models/identity/resolve.h"
#include "told_parties.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace goodfaith;
using namespace goodfaith::identity;

namespace {

// Few keys and names for many parties, so that they clash in every way.
class Generator {
public:
    explicit Generator(unsigned seed) : random_(seed) {}

    std::vector<LinkedParty> parties() {
        std::vector<LinkedParty> all;
        const int count = 2 + below(12);
        for (int i = 1; i <= count; ++i)
            all.push_back(toldParty(QString::number(100 + i) + u' ' + name() + u':' + keys()));
        return all;
    }

    Decision decision(qint64 number, const std::vector<LinkedParty>& among) {
        Decision made;
        made.number = number;
        made.kind = below(2) == 0 ? Decision::Kind::Same : Decision::Kind::Apart;
        for (const LinkedParty& party : among) {
            if (const int side = below(6); side < 2)
                made.sides[static_cast<size_t>(side)].push_back(party.content);
        }
        return made;
    }

    std::vector<Decision> decisions(const std::vector<LinkedParty>& among, int most) {
        std::vector<Decision> all;
        const int count = below(most + 1);
        for (int i = 1; i <= count; ++i)
            all.push_back(decision(i, among));
        return all;
    }

    template <class Values>
    void shuffle(Values& values) {
        std::shuffle(values.begin(), values.end(), random_);
    }

private:
    int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

    QString name() {
        static const QStringList names{"",       "",          "Ada Byron", "A. Byron",
                                       "Byron",  "Bob Byron", "Ada",       "Lindqvist, Ada",
                                       "Robert", "Eve Smith"};
        return names[below(static_cast<int>(names.size()))];
    }

    QString keys() {
        QString text;
        if (below(3) > 0)
            text += QStringLiteral(" e%1@x").arg(below(4));
        if (below(3) > 0)
            text += QStringLiteral(" +%1").arg(below(3));
        if (below(3) == 0)
            text += QStringLiteral(" %1#%2").arg(1 + below(2)).arg(below(3));
        if (below(4) == 0)
            text += QStringLiteral(" !info@x");
        return text;
    }

    std::mt19937 random_;
};

const LinkedParty& partyOf(PartyId id, const std::vector<LinkedParty>& parties) {
    return *std::find_if(parties.begin(), parties.end(),
                         [&](const LinkedParty& party) { return party.party == id; });
}

QStringList shopNumbers(const LinkedParty& party) {
    QStringList numbers;
    for (const NormalisedKey& key : party.keys) {
        if (key.kind == NormalisedKey::Kind::ShopNumber)
            numbers << QString::number(party.source.value()) + u'#' + key.value;
    }
    return numbers;
}

bool bothBear(const LinkedParty& a, const LinkedParty& b, const QString& evidence) {
    const auto bears = [&](const LinkedParty& party) {
        return std::any_of(party.keys.begin(), party.keys.end(), [&](const NormalisedKey& key) {
            return key.joins && key.value == evidence;
        });
    };
    return bears(a) && bears(b);
}

std::vector<LinkedParty> membersOf(const Cluster& cluster,
                                   const std::vector<LinkedParty>& parties) {
    std::vector<LinkedParty> members;
    for (const Membership& member : cluster.members)
        members.push_back(partyOf(member.party, parties));
    return members;
}

bool overlap(const Cluster& a, const Cluster& b) {
    return std::any_of(a.members.begin(), a.members.end(), [&](const Membership& one) {
        return std::any_of(b.members.begin(), b.members.end(),
                           [&](const Membership& other) { return one.party == other.party; });
    });
}

Decision between(qint64 number, Decision::Kind kind, const Cluster& one, const Cluster& other,
                 const std::vector<LinkedParty>& parties) {
    Decision decision{number, kind, {}};
    for (const LinkedParty& party : membersOf(one, parties))
        decision.sides[0].push_back(party.content);
    for (const LinkedParty& party : membersOf(other, parties))
        decision.sides[1].push_back(party.content);
    return decision;
}

std::vector<LinkedParty> withEmailsAlone(std::vector<LinkedParty> parties) {
    for (LinkedParty& party : parties) {
        std::erase_if(party.keys, [](const NormalisedKey& key) {
            return key.kind != NormalisedKey::Kind::Email;
        });
    }
    return parties;
}

void mergePieces(const Cluster& whole, const std::vector<Cluster>& pieces,
                 const std::vector<LinkedParty>& parties, std::vector<Decision>& decisions) {
    Cluster merged;
    for (const Cluster& piece : pieces) {
        if (!overlap(whole, piece))
            continue;
        if (!merged.members.empty())
            decisions.push_back(between(static_cast<qint64>(decisions.size()) + 1,
                                        Decision::Kind::Same, merged, piece, parties));
        merged.members.insert(merged.members.end(), piece.members.begin(), piece.members.end());
    }
}

}  // namespace

class ResolvePropertyTest : public QObject {
    Q_OBJECT

private:
    static constexpr unsigned rounds = 1000;

private Q_SLOTS:
    void everybodyIsOnceSomewhere() {
        for (unsigned seed = 0; seed < rounds; ++seed) {
            Generator generator(seed);
            const auto parties = generator.parties();
            std::map<PartyId, int> times;
            for (const Cluster& cluster : resolve(parties, generator.decisions(parties, 4))) {
                for (const Membership& member : cluster.members)
                    ++times[member.party];
            }
            QCOMPARE(times.size(), parties.size());
            QVERIFY(std::all_of(times.begin(), times.end(),
                                [](const auto& entry) { return entry.second == 1; }));
        }
    }

    void orderMakesNoDifference() {
        for (unsigned seed = 0; seed < rounds; ++seed) {
            Generator generator(seed);
            auto parties = generator.parties();
            auto decisions = generator.decisions(parties, 4);
            const auto clusters = resolve(parties, decisions);
            generator.shuffle(parties);
            generator.shuffle(decisions);
            for (LinkedParty& party : parties)
                generator.shuffle(party.keys);
            const auto again = resolve(parties, decisions);
            QCOMPARE(told(again), told(clusters));
            for (size_t i = 0; i < clusters.size(); ++i)
                QCOMPARE(toldReasons(again[i]), toldReasons(clusters[i]));
        }
    }

    void whatWasLinkedMakesNoDifference() {
        for (unsigned seed = 0; seed < rounds; ++seed) {
            Generator generator(seed);
            auto parties = generator.parties();
            const auto decisions = generator.decisions(parties, 4);
            const QString before = told(resolve(parties, decisions));
            for (LinkedParty& party : parties) {
                party.customer = CustomerId(party.party.value() % 3);
                party.founded = CustomerId(party.party.value() % 4);
            }
            QCOMPARE(told(resolve(parties, decisions)), before);
        }
    }

    void componentsDoNotTouchEachOther() {
        for (unsigned seed = 0; seed < rounds; ++seed) {
            Generator generator(seed);
            auto parties = generator.parties();
            const QString alone = told(resolve(parties, {}));
            for (LinkedParty stranger : generator.parties()) {
                stranger.party = PartyId(stranger.party.value() + 1000);
                stranger.content = "z" + stranger.content;
                stranger.source = SourceId(stranger.source.value() + 10);
                for (NormalisedKey& key : stranger.keys)
                    key.value += u'z';
                parties.push_back(std::move(stranger));
            }
            QVERIFY(told(resolve(parties, {})).startsWith(alone));
        }
    }

    void everyJoinHasItsReason() {
        for (unsigned seed = 0; seed < rounds; ++seed) {
            Generator generator(seed);
            const auto parties = generator.parties();
            for (const Cluster& cluster : resolve(parties, generator.decisions(parties, 3))) {
                for (const Membership& member : cluster.members) {
                    if (member.joinedTo.isNone())
                        QCOMPARE(member, cluster.members.front());
                    else if (member.rule != QLatin1String("person"))
                        QVERIFY(bothBear(partyOf(member.party, parties),
                                         partyOf(member.joinedTo, parties), member.evidence));
                }
            }
        }
    }

    void rulesNeverUniteTwoShopNumbersOfOneSource() {
        for (unsigned seed = 0; seed < rounds; ++seed) {
            Generator generator(seed);
            const auto parties = generator.parties();
            for (const Cluster& cluster : resolve(parties, {})) {
                std::map<QChar, QString> numberOf;
                for (const Membership& member : cluster.members) {
                    for (const QString& number : shopNumbers(partyOf(member.party, parties)))
                        QCOMPARE(numberOf.try_emplace(number[0], number).first->second, number);
                }
            }
        }
    }

    void theNewestDecisionHolds() {
        for (unsigned seed = 0; seed < rounds; ++seed) {
            Generator generator(seed);
            const auto parties = generator.parties();
            auto decisions = generator.decisions(parties, 3);
            const Decision newest = generator.decision(99, parties);
            if (newest.sides[0].empty() || newest.sides[1].empty())
                continue;
            decisions.push_back(newest);
            std::map<QByteArray, size_t> clusterOf;
            const auto clusters = resolve(parties, decisions);
            for (size_t i = 0; i < clusters.size(); ++i) {
                for (const Membership& member : clusters[i].members)
                    clusterOf[partyOf(member.party, parties).content] = i;
            }
            if (newest.kind == Decision::Kind::Same)
                QCOMPARE(clusterOf[newest.sides[0][0]], clusterOf[newest.sides[1][0]]);
            else
                for (const QByteArray& one : newest.sides[0]) {
                    for (const QByteArray& other : newest.sides[1])
                        QVERIFY(clusterOf[one] != clusterOf[other]);
                }
        }
    }

    void mergedPersonsCanBeKeptApartAgain() {
        for (unsigned seed = 0; seed < rounds; ++seed) {
            const auto parties = Generator(seed).parties();
            const auto before = resolve(parties, {});
            if (before.size() < 2)
                continue;
            const auto merge = between(1, Decision::Kind::Same, before[0], before[1], parties);
            const auto apart = between(2, Decision::Kind::Apart, before[0], before[1], parties);
            for (const Cluster& cluster : resolve(parties, {merge, apart}))
                QVERIFY(!(overlap(cluster, before[0]) && overlap(cluster, before[1])));
        }
    }

    // By e-mails alone; where there are doubts, a merge may settle them or raise others.
    void aPersonTornApartCanBeMergedAgain() {
        unsigned times = 0;
        for (unsigned seed = 0; seed < rounds; ++seed) {
            Generator generator(seed);
            const auto parties = withEmailsAlone(generator.parties());
            const auto before = resolve(parties, {});
            const Cluster& whole = before.front();
            std::vector<Decision> decisions{generator.decision(1, membersOf(whole, parties))};
            decisions.front().kind = Decision::Kind::Apart;
            const auto torn = resolve(parties, decisions);
            if (told(torn) == told(before))
                continue;
            mergePieces(whole, torn, parties, decisions);
            QCOMPARE(told(resolve(parties, decisions)), told(before));
            ++times;
        }
        QVERIFY(times > 20);
    }
};

QTEST_APPLESS_MAIN(ResolvePropertyTest)
#include "resolve_property_test.moc"
