// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/calibration/report.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace goodfaith::calibration {
namespace {

constexpr int enough = 100;  // customers, to speak of a share within ten points

bool isChronic(const Outcome& outcome) {
    return outcome.verdict == VerdictKind::ChronicPattern;
}

bool isLookedAt(const Outcome& outcome) {
    return outcome.verdict != VerdictKind::GoodFaith;
}

bool isGenuine(const Outcome& outcome) {
    return isHonest(outcome.kind);
}

bool leavesTraces(const Outcome& outcome) {
    return isChronicClaimant(outcome) && outcome.kind != Kind::LeavesNoTrace;
}

bool isOpportunist(const Outcome& outcome) {
    return outcome.kind == Kind::Opportunist;
}

// Never rounded up: "66.6 %" of 66.69.
QString percent(double share, int decimals = 1) {
    double step = 1;
    for (int i = 0; i < decimals; ++i)
        step *= 10;
    return QStringLiteral("%1 %").arg(std::floor(share * 100 * step + 1e-9) / step, 0, 'f',
                                      decimals);
}

// Bounds above are rounded up.
QString percentUp(double share) {
    return QStringLiteral("%1 %").arg(std::ceil(share * 100000 - 1e-9) / 1000, 0, 'f', 3);
}

QString fraction(const Share& share) {
    return QStringLiteral("%1 of %2").arg(share.some).arg(share.all);
}

QString withInterval(const Share& share) {
    return QStringLiteral("%1 (%2 to %3; %4)")
        .arg(percent(share.value()), percent(share.low()), percent(share.high()), fraction(share));
}

QString verdictOn(bool isMet) {
    return isMet ? QStringLiteral("met") : QStringLiteral("**missed**");
}

QString row(const QStringList& cells) {
    return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

QString header(const QStringList& cells) {
    QStringList rules;
    for (qsizetype i = 0; i < cells.size(); ++i)
        rules << QStringLiteral("---");
    return row(cells) + row(rules);
}

struct Bars {
    Share found, looked, foundOfTraces, lookedOfTraces, foundInReach, lookedInReach, genuine,
        opportunists;

    explicit Bars(const std::vector<Outcome>& outcomes)
        : found(shareOf(outcomes, isChronicClaimant, isChronic)),
          looked(shareOf(outcomes, isChronicClaimant, isLookedAt)),
          foundOfTraces(shareOf(outcomes, leavesTraces, isChronic)),
          lookedOfTraces(shareOf(outcomes, leavesTraces, isLookedAt)),
          foundInReach(shareOf(outcomes, isWithinReach, isChronic)),
          lookedInReach(shareOf(outcomes, isWithinReach, isLookedAt)),
          genuine(shareOf(outcomes, isGenuine, isChronic)),
          opportunists(shareOf(outcomes, isOpportunist, isChronic)) {}
};

QString findingRows(const QString& among, const Share& found, const Share& looked) {
    return row({QStringLiteral("%1: `chronic_pattern`").arg(among), QStringLiteral("85 % or more"),
                withInterval(found), verdictOn(found.value() >= 0.85)}) +
           row({QStringLiteral("at least `needs_look`"), QStringLiteral("95 % or more"),
                withInterval(looked), verdictOn(looked.value() >= 0.95)});
}

QString accusationRow(const QString& whom, const char* bar, const Share& accused, double most) {
    return row({whom + QStringLiteral(", called chronic"), QLatin1String(bar),
                QStringLiteral("%1, at most %2").arg(fraction(accused), percentUp(accused.high())),
                verdictOn(accused.high() <= most)});
}

bool isTelling(const Bin& bin) {
    return bin.pattern.all >= enough;
}

bool isNear(const Bin& bin) {
    return std::abs(bin.said - bin.pattern.value()) <= 0.1;
}

QString reliabilityRow(const std::vector<Bin>& bins) {
    const auto telling = std::count_if(bins.begin(), bins.end(), isTelling);
    const auto near = std::count_if(bins.begin(), bins.end(),
                                    [](const Bin& bin) { return isTelling(bin) && isNear(bin); });
    return row({QStringLiteral("what is said of customers is true of that share"),
                QStringLiteral("within ten points"),
                QStringLiteral("%1 of %2 tenths (those of %3 customers or more)")
                    .arg(near)
                    .arg(telling)
                    .arg(enough),
                verdictOn(near == telling)});
}

QString barsOf(const Sample& sample) {
    const auto outcomes = sample.all();
    const Bars all(outcomes);
    QString text = header({QStringLiteral("what must hold"), QStringLiteral("bar"),
                           QStringLiteral("found"), QString()});
    text += findingRows(QStringLiteral("at least four abusive claims"), all.found, all.looked);
    text += findingRows(QStringLiteral("of these, who leaves traces"), all.foundOfTraces,
                        all.lookedOfTraces);
    text += findingRows(QStringLiteral("of these, with three claims or more that a record speaks "
                                       "against"),
                        all.foundInReach, all.lookedInReach);
    text += accusationRow(QStringLiteral("genuine"), "0.3 % or less", all.genuine, 0.003);
    text += accusationRow(QStringLiteral("opportunists"), "5 % or less", all.opportunists, 0.05);
    text += reliabilityRow(reliabilityOf(outcomes));
    return text + u'\n';
}

QString shopsOf(const Sample& sample) {
    QString text =
        header({QStringLiteral("seed"), QStringLiteral("customers"), QStringLiteral("chronic"),
                QStringLiteral("at least a look"), QStringLiteral("genuine called chronic"),
                QStringLiteral("opportunists called chronic")});
    for (size_t i = 0; i < sample.shops.size(); ++i) {
        const Bars bars(sample.shops[i]);
        text += row(
            {QString::number(sample.settings[i].seed), QString::number(sample.shops[i].size()),
             percent(bars.found.value()) + QStringLiteral(" of ") + QString::number(bars.found.all),
             percent(bars.looked.value()), fraction(bars.genuine), fraction(bars.opportunists)});
    }
    return text + u'\n';
}

QString kindsOf(const std::vector<Outcome>& outcomes) {
    QString text = header({QStringLiteral("kind"), QStringLiteral("customers"),
                           QStringLiteral("good faith"), QStringLiteral("needs look"),
                           QStringLiteral("chronic"), QStringLiteral("chronic, 95 % interval")});
    for (int number = 0; number < kindCount; ++number) {
        const Kind kind = Kind(number);
        for (const bool isFull : {true, false}) {
            const auto among = [=](const Outcome& outcome) {
                return outcome.kind == kind &&
                       (!isHabitual(kind) || isChronicClaimant(outcome) == isFull);
            };
            if (!isFull && !isHabitual(kind))
                continue;
            const Share chronic = shareOf(outcomes, among, isChronic);
            const Share looked = shareOf(outcomes, among, isLookedAt);
            QString name = QLatin1String(nameOf(kind));
            if (isHabitual(kind))
                name += isFull ? QStringLiteral(", four claims or more")
                               : QStringLiteral(", two or three");
            text +=
                row({name, QString::number(chronic.all), QString::number(looked.all - looked.some),
                     QString::number(looked.some - chronic.some), QString::number(chronic.some),
                     percent(chronic.low()) + QStringLiteral(" to ") + percent(chronic.high())});
        }
    }
    return text + u'\n';
}

// Where abusive claims of chronic claimants go.
QString lossesOf(const std::vector<Outcome>& outcomes) {
    int claims = 0, onRecord = 0, heard = 0, excused = 0, contradicted = 0;
    const Share reach = shareOf(outcomes, isChronicClaimant, isWithinReach);
    for (const Outcome& outcome : outcomes) {
        if (!isChronicClaimant(outcome))
            continue;
        claims += outcome.abusiveClaims;
        onRecord += outcome.onRecord;
        heard += outcome.heard;
        excused += outcome.excused;
        contradicted += outcome.contradicted;
    }
    const auto share = [&](int count) { return percent(double(count) / std::max(claims, 1)); };
    QString text = QStringLiteral(
                       "Of %1 abusive claims of those with four or more, %2 leave a record that "
                       "speaks against them, %3 became a case about their order (the rest was not "
                       "recognised as a complaint, or taken for part of another), %4 were excused "
                       "(a replacement was sent, or our answer sounded like a fault of ours), and "
                       "**%5 were contradicted**. %6 of these customers have three such records or "
                       "more; the gates cannot find the others.\n\n")
                       .arg(claims)
                       .arg(share(onRecord), share(heard), share(excused), share(contradicted),
                            percent(reach.value()));
    text += header({QStringLiteral("contradicted cases"), QStringLiteral("customers"),
                    QStringLiteral("chronic"), QStringLiteral("at least a look")});
    const auto add = [&](const QString& name, int least, int most) {
        const auto among = [=](const Outcome& outcome) {
            return isChronicClaimant(outcome) && outcome.all >= least && outcome.all <= most;
        };
        const Share found = shareOf(outcomes, among, isChronic);
        text += row({name, QString::number(found.all), percent(found.value()),
                     percent(shareOf(outcomes, among, isLookedAt).value())});
    };
    add(QStringLiteral("none or one"), 0, 1);
    add(QStringLiteral("two"), 2, 2);
    add(QStringLiteral("three or more"), 3, 1000);
    return text + u'\n';
}

QString reliabilityText(const std::vector<Outcome>& outcomes) {
    QString text = header({QStringLiteral("said"), QStringLiteral("mean said"),
                           QStringLiteral("true"), QStringLiteral("95 % interval"),
                           QStringLiteral("customers"), QStringLiteral("within ten points")});
    for (const Bin& bin : reliabilityOf(outcomes)) {
        const Share& share = bin.pattern;
        text += row({QStringLiteral("%1 to %2").arg(percent(bin.from, 0), percent(bin.to, 0)),
                     percent(bin.said), percent(share.value()),
                     percent(share.low()) + QStringLiteral(" to ") + percent(share.high()),
                     QString::number(share.all),
                     !isTelling(bin)
                         ? QStringLiteral("too few (%1)")
                               .arg(isNear(bin) ? QStringLiteral("yes") : QStringLiteral("no"))
                     : isNear(bin) ? QStringLiteral("yes")
                                   : QStringLiteral("**no**")});
    }
    return text + u'\n';
}

QString weightsText(const Beliefs& beliefs) {
    QString text = header({QStringLiteral("item"), QStringLiteral("weight"),
                           QStringLiteral("bounds"), QStringLiteral("counts at most"), QString()});
    for (const auto& [code, weight] : scoring::shippedWeights().of) {
        const Belief& belief = beliefs.of.at(code);
        const bool isBound =
            weight.weight <= belief.least + 0.005 || weight.weight >= belief.greatest - 0.005;
        const bool isBelief = std::abs(weight.weight - belief.believed) < 0.006;
        text += row({u'`' + code + u'`', QString::number(weight.weight, 'f', 2),
                     QStringLiteral("%1 to %2").arg(belief.least).arg(belief.greatest),
                     QString::number(weight.most),
                     isBound    ? QStringLiteral("at a bound")
                     : isBelief ? QStringLiteral("as believed: too few simulated customers have it")
                                : QString()});
    }
    return text + u'\n';
}

}  // namespace

std::vector<Outcome> Sample::all() const {
    std::vector<Outcome> outcomes;
    for (const auto& shop : shops)
        outcomes.insert(outcomes.end(), shop.begin(), shop.end());
    return outcomes;
}

Sample sampleOf(const QString& title, const QString& what, std::vector<ShopSetting> settings) {
    Sample sample{title, what, std::move(settings), {}, {}, {}};
    for (const ShopSetting& setting : sample.settings) {
        const SimulatedShop shop = simulatedShop(setting);
        sample.shops.push_back(outcomesOf(shop));
        sample.reading.add(shop);
        sample.contacts.add(shop);
    }
    return sample;
}

QString reportOf(const std::vector<Sample>& samples, const Beliefs& beliefs) {
    QString text = QStringLiteral(
        "# How well customers are judged\n\n"
        "Made by `calibrate_weights tests/calibration report`, never by hand; README.md says what "
        "is simulated and how weights are fitted. All shops here are *unseen*: other seeds than "
        "those the weights are fitted on, drawn from ranges a fifth wider at either end. Six of a "
        "hundred habitual claimants *leave no trace*: nothing on record speaks against them, so "
        "they are believed, as anybody is whom nothing contradicts; each bar is given with and "
        "without them. Intervals are 95 %, Clopper–Pearson, two-sided; shares are rounded down, "
        "upper bounds "
        "up.\n\n![What was said against what is true](reliability.svg)\n\n");
    for (const Sample& sample : samples) {
        const auto outcomes = sample.all();
        text += QStringLiteral(
                    "## %1\n\n%2 Customers write %3 times in a hundred orders. Of messages, %4 "
                    "of those taken for complaints are, and %5 of complaints are found.\n\n")
                    .arg(sample.title, sample.what,
                         QString::number(sample.contacts.ofHundredOrders(), 'f', 0),
                         percent(sample.reading.precision.value()),
                         percent(sample.reading.recall.value()));
        text += barsOf(sample) + shopsOf(sample);
        text += QStringLiteral("### Why claims go unseen\n\n") + lossesOf(outcomes);
        text += QStringLiteral("### Does 90 % mean 90 %?\n\n") + reliabilityText(outcomes);
        text += QStringLiteral("### By kind\n\n") + kindsOf(outcomes);
    }
    QStringList ranks;
    for (const double rank : beliefs.ranks)
        ranks << QString::number(rank);
    text += QStringLiteral(
                "## Weights\n\nLog-odds; the prior is %1. What contradicts counts so "
                "many times its weight in a customer's first such case, second, and so "
                "on: %2.\n\n")
                .arg(percent(beliefs.prior, 0), ranks.join(QStringLiteral(", ")));
    return text + weightsText(beliefs);
}

}  // namespace goodfaith::calibration
