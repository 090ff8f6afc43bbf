// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/person_name.h"

#include "models/identity/name_data.h"
#include "models/identity/name_tokens.h"

#include <algorithm>

namespace goodfaith::identity {
namespace {

using Tokens = std::vector<NameToken>;

QStringList wordsOf(Tokens::const_iterator begin, Tokens::const_iterator end) {
    QStringList words;
    for (auto token = begin; token != end; ++token)
        words << token->parts;
    return words;
}

bool isSign(const NameToken& token, const QSet<QString>& signs) {
    return signs.contains(token.text.toLower());
}

// Without what stands in brackets or quotes, and from "c/o" on.
QString withoutAsides(const QString& text) {
    QString plain;
    int depth = 0;
    for (const QChar c : text) {
        depth += (c == u'(' || c == u'[') ? 1 : 0;
        if (depth == 0)
            plain += c == u'"' ? QChar(u' ') : c;
        depth -= (depth > 0 && (c == u')' || c == u']')) ? 1 : 0;
    }
    return plain;
}

Tokens withoutCareOf(Tokens tokens) {
    const auto careOf = std::find_if(tokens.begin(), tokens.end(), [](const NameToken& token) {
        return isSign(token, nameData().careOf);
    });
    if (careOf != tokens.begin())
        tokens.erase(careOf, tokens.end());
    return tokens;
}

bool isCompany(const Tokens& tokens) {
    const NameData& data = nameData();
    if (std::any_of(tokens.begin(), tokens.end(),
                    [&](const NameToken& token) { return data.companies.contains(token.compact); }))
        return true;
    const NameToken& last = tokens.back();
    return tokens.size() > 1 && (last.isUpper || last.text.contains(u'.')) &&
           data.companyEndings.contains(last.compact);
}

bool isNobody(const Tokens& tokens) {
    return std::all_of(tokens.begin(), tokens.end(), [](const NameToken& token) {
        return token.parts.isEmpty() || nameData().nobody.contains(token.compact);
    });
}

}  // namespace

// Reads one name: first what stands around it, then which of its words are the family's.
class NameReading {
public:
    PersonName read(const QString& text) {
        if (text.contains(u'@'))
            return {};
        std::vector<Tokens> sections;
        Tokens all;
        for (const QString& section : withoutAsides(text).split(u',')) {
            sections.push_back(withoutCareOf(nameTokens(section)));
            all.insert(all.end(), sections.back().begin(), sections.back().end());
        }
        if (all.empty() || isNobody(all) || isCompany(all))
            return {};
        for (size_t i = 0; i < sections.size(); ++i)
            strip(sections[i], i > 0);
        std::erase_if(sections, [](const Tokens& section) { return section.empty(); });
        if (sections.size() == 1)
            readInOrder(sections.front());
        else if (sections.size() > 1)
            readFamilyFirst(sections[0], sections[1]);
        return name_;
    }

private:
    // Titles before a name, what stands for degrees and generations after it: maybe after a comma.
    void strip(Tokens& tokens, bool isAfterComma) {
        auto begin = tokens.begin();
        while (begin != tokens.end() && takeTitle(*begin))
            ++begin;
        tokens.erase(tokens.begin(), begin);
        while (!tokens.empty() &&
               takeSuffix(tokens.back(), tokens.size() - 1 + (isAfterComma ? 2 : 0)))
            tokens.pop_back();
    }

    bool takeTitle(const NameToken& token) {
        const NameData& data = nameData();
        const bool isMale = data.maleTitles.contains(token.compact);
        const bool isFemale = data.femaleTitles.contains(token.compact);
        const bool isTail =
            hasTitle_ && token.text.endsWith(u'.') && data.titleTails.contains(token.compact);
        if (!isMale && !isFemale && !isTail && !data.titles.contains(token.compact))
            return false;
        hasTitle_ = true;
        if (isMale)
            name_.gender_ = PersonName::Gender::Male;
        if (isFemale)
            name_.gender_ = PersonName::Gender::Female;
        return true;
    }

    // Two letters may be a name ("Ma"): they must be capitals after two other words.
    bool takeSuffix(const NameToken& token, size_t wordsBefore) {
        const NameData& data = nameData();
        const int generation = data.generations.value(token.compact);
        if (generation == 0 && !data.suffixes.contains(token.compact))
            return false;
        const bool mayBeName =
            token.compact.size() <= 2 && generation != 1 && token.compact != QLatin1String("jr");
        if (wordsBefore == 0 || (mayBeName && !(token.isUpper && wordsBefore > 1)))
            return false;
        if (generation != 0)
            name_.generation_ = generation;
        return true;
    }

    void readFamilyFirst(const Tokens& family, const Tokens& given) {
        name_.family_ = wordsOf(family.begin(), family.end());
        name_.given_ = wordsOf(given.begin(), given.end());
        name_.isOrderKnown_ = true;
    }

    void readInOrder(const Tokens& tokens) {
        const NameData& data = nameData();
        const auto between = std::find_if(tokens.rbegin(), tokens.rend(), [&](const auto& token) {
            return isSign(token, data.between);
        });
        if (between != tokens.rend())
            readCouple(tokens, static_cast<size_t>(tokens.rend() - between) - 1);
        else if (tokens.size() > 1 && data.households.contains(tokens.front().compact))
            readFamilyAlone(tokens.begin() + 1, tokens.end());
        else if (tokens.size() == 1 && hasTitle_)
            readFamilyAlone(tokens.begin(), tokens.end());
        else
            readPerson(tokens);
    }

    // "Ada & Bob Byron" are two persons of one family; of "Ada Byron & Bob Smith" nothing is sure.
    void readCouple(const Tokens& tokens, size_t between) {
        name_.gender_ = PersonName::Gender::Unknown;
        Tokens second(tokens.begin() + static_cast<std::ptrdiff_t>(between) + 1, tokens.end());
        while (!second.empty() && takeTitle(second.front()))
            second.erase(second.begin());
        name_.gender_ = PersonName::Gender::Unknown;
        if (between > 1 || second.empty())
            return;
        readPerson(second);
        if (name_.family_.isEmpty())
            name_.family_ = name_.given_;
        name_.given_.clear();
        name_.isOrderKnown_ = true;
    }

    void readFamilyAlone(Tokens::const_iterator begin, Tokens::const_iterator end) {
        name_.family_ = wordsOf(begin, end);
        name_.isOrderKnown_ = true;
    }

    void readPerson(const Tokens& tokens) {
        const auto [begin, end, isKnown] = familyIn(tokens);
        name_.family_ = wordsOf(begin, end);
        name_.given_ = wordsOf(tokens.begin(), begin) + wordsOf(end, tokens.end());
        name_.isOrderKnown_ = isKnown;
    }

    struct FamilyPlace {
        Tokens::const_iterator begin, end;
        bool isKnown;
    };

    static FamilyPlace familyIn(const Tokens& tokens) {
        const auto first = tokens.begin();
        const auto firstInitial = std::find_if(
            first, tokens.end(), [](const NameToken& token) { return token.isInitials(); });
        const auto firstMixed = std::find_if_not(
            first, tokens.end(), [](const NameToken& token) { return token.isUpper; });
        if (tokens.size() > 1 && first->isFamilyFirst)
            return {first, first + 1, true};
        if (tokens.size() > 1 && firstMixed != first && firstMixed != tokens.end() &&
            !first->isInitials() && !tokens.back().isUpper)
            return {first, firstMixed, true};  // "BYRON Ada"
        if (areInitialsToTheEnd(firstInitial, tokens.end()) && firstInitial != first)
            return {first, firstInitial, true};  // "Byron A. B."
        if (tokens.size() == 1)
            return {first, first, false};
        auto begin = tokens.end() - 1;
        while (begin > first && isParticle(*(begin - 1), begin - 1 == first))
            --begin;
        return {begin, tokens.end(), false};
    }

    // Two or more: one alone may be of the family ("Ada B.").
    static bool areInitialsToTheEnd(Tokens::const_iterator begin, Tokens::const_iterator end) {
        qsizetype count = 0;
        for (auto token = begin; token != end; ++token) {
            if (!token->isInitials())
                return false;
            count += token->parts.size();
        }
        return count > 1;
    }

    // The first word is a given name ("Van Morrison") unless it is written small ("von Berg").
    static bool isParticle(const NameToken& token, bool isFirst) {
        const bool isElided = token.text.startsWith(u'\'') || token.text.startsWith(u'\u2019');
        return (isElided || nameData().particles.contains(token.compact)) &&
               (!isFirst || token.isLower);
    }

    PersonName name_;
    bool hasTitle_ = false;
};

PersonName PersonName::read(const QString& text) {
    constexpr qsizetype longestName = 200;
    return NameReading().read(text.left(longestName));
}

}  // namespace goodfaith::identity
