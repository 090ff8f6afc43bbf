// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/promise_reader.h"

#include "models/understanding/promise_language.h"
#include "models/understanding/time_mentions.h"

#include <algorithm>

namespace goodfaith::understanding {
namespace {

constexpr size_t furthestAfter = 16;   // words from a commitment to its time
constexpr size_t furthestBefore = 6;   // or from a time to its commitment
constexpr size_t denialReach = 5;      // words before a commitment
constexpr size_t conditionReach = 4;   // words after a time
constexpr size_t determinerReach = 2;  // words before what is meant

struct Commitment {
    size_t begin = 0;
    size_t end = 0;
    PromiseKind kind = PromiseKind::Other;
};

// A commitment and a time are one promise where nothing between or around them says otherwise.
class Promises {
public:
    Promises(const FoldedWords& words, const PromiseLanguage& language,
             const std::vector<PhraseHit>& commitments, std::vector<TimeMention> times)
        : words_(words), language_(language), times_(std::move(times)) {
        for (const PhraseHit& hit : commitments)
            add({hit.begin, hit.end, language.kinds[size_t(hit.group)]});
    }

    std::vector<StatedPromise> find() const {
        std::vector<StatedPromise> promises;
        size_t used = 0;  // times before this one belong to earlier commitments
        for (size_t at = 0; at < commitments_.size(); ++at) {
            const Commitment& made = commitments_[at];
            const auto time = timeOf(at, used);
            if (!time)
                continue;
            const TimeMention& when = times_[*time];
            if (isMeant(made, when)) {
                const size_t begin = std::min(made.begin, when.begin);
                promises.push_back(
                    {made.kind, when.due,
                     words_.phrase(beginOfPhrase(begin), std::max(made.end, when.end))});
            }
            used = *time + 1;
        }
        return promises;
    }

private:
    // Of two that overlap the longer one counts, of two that are the same the first kind.
    void add(const Commitment& made) {
        if (commitments_.empty() || made.begin >= commitments_.back().end)
            commitments_.push_back(made);
        else if (made.end - made.begin > commitments_.back().end - commitments_.back().begin)
            commitments_.back() = made;
    }

    bool areTogether(size_t one, size_t other) const {
        return words_.sentence(one) == words_.sentence(other);
    }

    // Before the next commitment, else right before this one: "By Friday you will have it".
    std::optional<size_t> timeOf(size_t at, size_t used) const {
        const Commitment& made = commitments_[at];
        const size_t next =
            at + 1 < commitments_.size() ? commitments_[at + 1].begin : words_.size();
        std::optional<size_t> before, after;
        for (size_t time = used; time < times_.size(); ++time) {
            const TimeMention& when = times_[time];
            if (when.begin >= next && when.begin >= made.end)
                break;
            if (!areTogether(when.begin, made.begin))
                continue;
            if (when.begin >= made.begin && when.begin <= made.end + furthestAfter) {
                if (!after || isAlternative(times_[*after], when))
                    after = time;
            } else if (when.end <= made.begin && made.begin - when.end <= furthestBefore &&
                       !anyIn("breaks", when.end, made.begin)) {
                before = time;
            }
        }
        return after ? after : before;
    }

    // "on Friday or Monday": the later one is what we are held to.
    bool isAlternative(const TimeMention& first, const TimeMention& second) const {
        return second.begin == first.end + 1 && language_.isIn("or", words_.at(first.end));
    }

    bool isMeant(const Commitment& made, const TimeMention& when) const {
        if (words_.asks(made.begin))
            return false;
        const size_t clause = beginOfClause(std::min(made.begin, when.begin));
        return !isConditional(made, when) && !isDenied(made) && !isDoubted(clause, made, when) &&
               !isGeneral(clause, made, when);
    }

    size_t beginOfSentence(size_t at) const {
        while (at > 0 && areTogether(at - 1, at))
            --at;
        return at;
    }

    size_t beginOfClause(size_t at) const {
        while (at > 0 && !language_.isIn("breaks", words_.at(at)) && areTogether(at - 1, at) &&
               !words_.afterComma(at) && !language_.isIn("breaks", words_.at(at - 1)))
            --at;
        return at;
    }

    // With its subject: "Your parcel should be with you by Friday".
    size_t beginOfPhrase(size_t at) const {
        constexpr size_t longestSubject = 8;
        const size_t clause = beginOfClause(at);
        const size_t begin = at - clause <= longestSubject ? clause : at;
        return language_.isIn("breaks", words_.at(begin)) ? begin + 1 : begin;
    }

    bool anyIn(const char* wordClass, size_t begin, size_t end) const {
        for (size_t at = begin; at < end; ++at) {
            if (language_.isIn(wordClass, words_.at(at)))
                return true;
        }
        return false;
    }

    // A condition anywhere before it in the sentence, between it and its time, or right after. To
    // let somebody know "if" is no condition.
    bool isConditional(const Commitment& made, const TimeMention& when) const {
        if (anyIn("condition", beginOfSentence(made.begin), std::min(made.begin, when.begin)) ||
            (when.begin >= made.end && anyIn("condition", made.end, when.begin)) ||
            (made.begin >= when.end && anyIn("condition", when.end, made.begin)))
            return true;
        const bool tellsWhether =
            made.kind == PromiseKind::Reply || made.kind == PromiseKind::Other;
        const size_t from = std::max(made.end, when.end);
        for (size_t at = from; at < words_.size() && at < from + conditionReach; ++at) {
            const QString word = words_.at(at);
            if (!areTogether(at, made.begin) || language_.isIn("breaks", word))
                return false;
            const bool isNext = at == when.end;
            const bool isWhether = language_.isIn("whether", word);
            // "of" and "from" only belong to the time right before them.
            const bool isPlain = language_.isIn("condition", word) && word != u"when";
            if ((isNext && language_.isIn("condition_after", word) &&
                 !(tellsWhether && isWhether)) ||
                (isPlain && !(tellsWhether && isWhether)))
                return true;
        }
        return false;
    }

    // "We cannot promise that you will have it": in the same clause.
    bool isDenied(const Commitment& made) const {
        const size_t begin = beginOfClause(made.begin);
        const size_t from = made.begin - std::min(made.begin - begin, denialReach);
        return anyIn("no", from, made.end) || anyIn("reported", from, made.begin);
    }

    bool isDoubted(size_t clause, const Commitment& made, const TimeMention& when) const {
        for (size_t at = clause; at < std::max(made.end, when.end); ++at) {
            const bool isTime = at >= when.begin && at < when.end;  // "3 May"
            if (!isTime && language_.isIn("doubt", words_.at(at)))
                return true;
        }
        return false;
    }

    // "Refunds will be paid within 5 days" is what we do for everybody.
    bool isGeneral(size_t clause, const Commitment& made, const TimeMention& when) const {
        const size_t subjectEnd = std::min(made.end, made.begin + 2);
        for (size_t at = clause; at < subjectEnd; ++at) {
            const bool isTime = at >= when.begin && at < when.end;
            if (isTime || !language_.isIn("general", words_.at(at)))
                continue;
            const size_t from = at - std::min(at, determinerReach);
            const bool isTheirs =
                anyIn("determiner", std::max(from, clause), at) ||
                (at + 1 < words_.size() && language_.isIn("determiner", words_.at(at + 1)));
            if (!isTheirs)
                return true;
        }
        return anyIn("everybody", made.end, std::max(made.end, when.begin));
    }

    const FoldedWords& words_;
    const PromiseLanguage& language_;
    std::vector<TimeMention> times_;
    std::vector<Commitment> commitments_;
};

// "9 a.m.": those stops are no ends of sentences. Few texts have them, so most are not copied.
QString withPlainHours(const QString& text) {
    if (!text.contains(QLatin1String(".m.")) && !text.contains(QLatin1String(".M.")))
        return text;
    QString plain = text;
    plain.replace(QLatin1String("a.m."), QLatin1String("am"), Qt::CaseInsensitive);
    plain.replace(QLatin1String("p.m."), QLatin1String("pm"), Qt::CaseInsensitive);
    return plain;
}

}  // namespace

PromiseReader::PromiseReader()
    : PromiseReader(
          std::make_shared<const PromiseLanguage>(PromiseLanguage::load(QStringLiteral("en")))) {}
PromiseReader::PromiseReader(std::shared_ptr<const PromiseLanguage> language)
    : language_(std::move(language)),
      commitments_(std::make_unique<PhraseFinder>(language_->commitments)),
      times_(std::make_unique<PhraseFinder>(language_->times)) {}
PromiseReader::~PromiseReader() = default;

PromiseReader PromiseReader::forAnotherThread() const {
    return PromiseReader(language_);
}

std::vector<StatedPromise> PromiseReader::read(const QString& asWritten) {
    const QString text = withPlainHours(asWritten);
    const Words words = wordsOf(text, language_->commitments);
    const auto commitments = commitments_->find(words);
    if (commitments.empty())
        return {};
    const FoldedWords folded(text, words);
    const auto hits = times_->find(wordsOf(text, language_->times));
    auto times = timeMentionsIn(folded, hits, *language_);
    if (times.empty())
        return {};
    return Promises(folded, *language_, commitments, std::move(times)).find();
}

PromiseKind PromiseReader::kindOf(const QString& note) {
    // A note leaves out who will do it.
    for (const QString& text : {note, QString(QStringLiteral("I will ") + note)}) {
        const auto found = commitments_->find(wordsOf(text, language_->commitments));
        if (!found.empty())
            return language_->kinds[size_t(found.front().group)];
    }
    return PromiseKind::Other;
}

}  // namespace goodfaith::understanding
