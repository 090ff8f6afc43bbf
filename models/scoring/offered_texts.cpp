// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/offered_texts.h"

#include "models/domain/failure.h"
#include "models/domain/resource.h"
#include "models/scoring/evidence.h"
#include "models/scoring/matter_at_hand.h"
#include "models/scoring/word_match.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

// A static library's resources are only linked in when they are named; outside any namespace.
static void keepPhrases() {
    Q_INIT_RESOURCE(reply_phrases);
}

namespace goodfaith::scoring {
namespace {

constexpr double topicFits = 4;
constexpr double evidenceFits = 3;
constexpr double situationFits = 2;

bool isTopic(const QString& name) {
    return topicFromName(name).has_value();
}

bool isEvidence(const QString& name) {
    return std::any_of(
        caseEvidence().begin(), caseEvidence().end(), [&](const CaseEvidence& evidence) {
            return evidence.side == Side::For && name == QLatin1String(evidence.code);
        });
}

bool isSituation(const QString& name) {
    return std::any_of(situationsKnown().begin(), situationsKnown().end(),
                       [&](const char* known) { return name == QLatin1String(known); });
}

// What is for other matters does not fit because of how things stand.
double fitOf(const ShopText& text, const MatterAtHand& matter) {
    const auto holds = [&](const QString& name) { return matter.situations.count(name) > 0; };
    const bool isOfMatters = std::any_of(text.fits.begin(), text.fits.end(), isTopic);
    const bool isOfThis = std::any_of(text.fits.begin(), text.fits.end(), [&](const QString& name) {
        return holds(name) && (isTopic(name) || isEvidence(name));
    });
    if (isOfMatters && !isOfThis)
        return 0;
    double fit = 0;
    for (const QString& name : text.fits) {
        if (holds(name))
            fit += isTopic(name) ? topicFits : isEvidence(name) ? evidenceFits : situationFits;
    }
    return fit;
}

// What can be said first, then what fits best; what fits everything stands before what does not.
void sortByFit(std::vector<OfferedText>& offered) {
    const auto rank = [](const OfferedText& one) {
        return std::tuple(!one.missing.isEmpty(), -one.fit, !one.said.fits.isEmpty());
    };
    std::stable_sort(offered.begin(), offered.end(),
                     [&](const OfferedText& a, const OfferedText& b) { return rank(a) < rank(b); });
}

}  // namespace

const std::vector<std::pair<const char*, const char*>>& slotsKnown() {
    static const std::vector<std::pair<const char*, const char*>> known = {
        {"first_name", "the customer's first name"},
        {"name", "the customer's name"},
        {"order", "the number of the order that it is about"},
        {"order_day", "the day of that order"},
        {"product", "what was ordered"},
        {"total", "what the order cost"},
        {"carrier", "who carries the parcel"},
        {"tracking", "the parcel's tracking number"},
        {"expected_day", "the day by which a parcel under way is promised"},
        {"promised_day", "the day that was promised, of a parcel that is or came late"},
        {"days_late", "how late it came: \"3 days\""},
        {"delivered_day", "the day on which it was delivered"},
        {"refund", "what was paid back for the order"},
        {"refund_day", "the day on which that was paid"},
        {"return_day", "the day on which a return arrived"},
        {"waited", "how long they have waited for an answer, beyond our target"},
        {"waiting_since", "since when"},
        {"promise_day", "the day by which we had promised what we did not do"},
        {"orders", "how many orders there are, from five on"},
        {"shop", "the shop's name"},
    };
    return known;
}

const std::vector<const char*>& situationsKnown() {
    static const std::vector<const char*> known = {
        "no_complaint", "waiting",          "often_asked",
        "unclear",      "refunded",         "returned",
        "loyal",        "asks_refund",      "asks_replacement",
        "asks_repair",  "asks_information", "asks_compensation",
        "asks_apology",
    };
    return known;
}

QString problemOf(const ShopText& text) {
    if (text.title.trimmed().isEmpty())
        return text.kind == ShopTextKind::Phrase
                   ? QStringLiteral("Say in a few words what the phrase is for.")
                   : QStringLiteral("Which question is answered?");
    if (text.text.trimmed().isEmpty())
        return QStringLiteral("There is no text yet.");
    for (const QString& name : text.fits) {
        if (!isTopic(name) && !isEvidence(name) && !isSituation(name))
            return QStringLiteral("Nothing is called \"%1\" that it could fit.").arg(name);
    }
    const auto isKnown = [](const QString& slot) {
        return std::any_of(slotsKnown().begin(), slotsKnown().end(),
                           [&](const auto& known) { return slot == QLatin1String(known.first); });
    };
    const QStringList slots =
        text.kind == ShopTextKind::Phrase ? slotsIn(text.text) : QStringList();
    for (const QString& slot : slots) {
        if (!isKnown(slot))
            return QStringLiteral("Nothing is known that could fill {%1}.").arg(slot);
    }
    return {};
}

std::vector<ShopText> phrasesFrom(const QJsonObject& object) {
    std::vector<ShopText> phrases;
    for (const QJsonValue& entry : object.value(QStringLiteral("phrases")).toArray()) {
        const QJsonObject one = entry.toObject();
        ShopText phrase;
        phrase.key = one.value(QStringLiteral("key")).toString();
        phrase.title = one.value(QStringLiteral("title")).toString();
        phrase.text = one.value(QStringLiteral("text")).toString();
        phrase.fits = stringsOf(one, QStringLiteral("fits"));
        const QString problem =
            phrase.key.isEmpty() ? QStringLiteral("It has no key.") : problemOf(phrase);
        if (!problem.isEmpty())
            throw Failure(FailureKind::Unreadable,
                          QStringLiteral("The phrase \"%1\" of this program is wrong: %2 Install "
                                         "it again.")
                              .arg(phrase.key, problem));
        phrases.push_back(std::move(phrase));
    }
    return phrases;
}

const std::vector<ShopText>& shippedPhrases() {
    static const std::vector<ShopText> phrases = [] {
        keepPhrases();
        return phrasesFrom(jsonResource(QStringLiteral("phrases/en")));
    }();
    return phrases;
}

std::vector<OfferedText> offerPhrases(const ScoringInput& input, const QString& firstName,
                                      const std::vector<ShopText>& phrases) {
    const MatterAtHand matter = matterAtHand(input, firstName);
    std::vector<OfferedText> offered;
    for (const ShopText& phrase : phrases) {
        FilledText text = filled(phrase.text, matter.values);
        offered.push_back({phrase, text.text, text.missing, fitOf(phrase, matter)});
    }
    sortByFit(offered);
    return offered;
}

std::vector<OfferedText> offerAnswers(const ScoringInput& input,
                                      const std::vector<ShopText>& answers) {
    return answersTo(matterAtHand(input, {}).question, answers);
}

std::vector<OfferedText> answersTo(const QString& question, const std::vector<ShopText>& answers) {
    QStringList titles, texts;
    for (const ShopText& answer : answers) {
        titles << answer.title;
        texts << answer.text;
    }
    const std::vector<double> fits = sharedWords(question, titles, texts);
    std::vector<OfferedText> offered;
    for (size_t i = 0; i < answers.size(); ++i)
        offered.push_back({answers[i], answers[i].text, {}, fits[i]});
    sortByFit(offered);
    return offered;
}

}  // namespace goodfaith::scoring
