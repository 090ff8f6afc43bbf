// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/comparison.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace goodfaith::items {
namespace {

using Values = std::array<QStringList, 2>;

QString words(const char* text) {
    return QCoreApplication::translate("Comparison", text);
}

// The fields of the evidence that belong to a row.
struct RowWords {
    const char* title;
    std::array<const char*, 2> fields;
    bool isOfPerson = true;  // that two have as many orders says nothing
};
constexpr RowWords nameRow{"Name", {"family_name", "given_name"}};
constexpr RowWords birthRow{"Born", {"date_of_birth", ""}};
constexpr RowWords emailRow{"E-mail", {"email", ""}};
constexpr RowWords phoneRow{"Phone", {"phone", ""}};
constexpr RowWords addressRow{"Address", {"street", "place"}};
constexpr RowWords numberRow{"Shop number", {"", ""}};
constexpr RowWords orderRow{"Orders", {"order", ""}, false};
constexpr RowWords otherRow{"Other events", {"", ""}, false};
constexpr RowWords seenRow{"Seen", {"", ""}, false};

struct FieldWords {
    const char* field;
    const char* text;
};
constexpr auto fieldWords = std::to_array<FieldWords>({{"family_name", "family name"},
                                                       {"given_name", "given name"},
                                                       {"date_of_birth", "date of birth"},
                                                       {"street", "street"},
                                                       {"place", "place"},
                                                       {"phone", "phone"},
                                                       {"email", "e-mail"},
                                                       {"order", "order"}});

QString fieldInWords(const QString& field) {
    const auto* found =
        std::find_if(fieldWords.begin(), fieldWords.end(),
                     [&](const FieldWords& entry) { return field == QLatin1String(entry.field); });
    return found == fieldWords.end() ? QString(field).replace(u'_', u' ') : words(found->text);
}

Likeness likenessOf(const MatchEvidence& evidence) {
    if (evidence.agreement == u"same" || evidence.field == u"order")
        return Likeness::Same;
    return evidence.agreement == u"different" ? Likeness::Different : Likeness::Similar;
}

QString strengthOf(double bits) {
    constexpr double strongFrom = 5;
    constexpr double someFrom = 2;
    constexpr double littleFrom = 0.5;
    const double size = std::abs(bits);
    if (size < littleFrom)
        return words("says nothing");
    const QString strength = size >= strongFrom ? words("strong")
                             : size >= someFrom ? words("some")
                                                : words("little");
    return bits >= 0 ? strength : words("%1 against it").arg(strength);
}

// "256 times likelier of one person than of others (weight +8.0 bits)".
QString exactlyOf(double bits, SuggestionKind kind, const Format& format) {
    constexpr double mostBits = 40;
    const double size = std::min(std::abs(bits), mostBits);
    const double times = std::exp2(size);
    const QString whom =
        kind == SuggestionKind::Same ? words("one person") : words("two who belong together");
    const QString more = bits >= 0 ? words("%1 times likelier of %2 than of others")
                                   : words("%1 times likelier of others than of %2");
    constexpr double wholeFrom = 10;
    const QString number = times >= wholeFrom ? format.number(std::llround(times))
                                              : format.locale().toString(times, 'f', 1);
    const QString sign = bits >= 0 ? QStringLiteral("+") : QStringLiteral("−");
    return words("%1 (weight %2 bits)")
        .arg(more.arg(number, whom), sign + format.locale().toString(std::abs(bits), 'f', 1));
}

EvidenceWords wordsOf(const MatchEvidence& evidence, SuggestionKind kind, const Format& format) {
    return {words("%1 %2").arg(fieldInWords(evidence.field), evidence.agreement),
            strengthOf(evidence.weight), exactlyOf(evidence.weight, kind, format),
            likenessOf(evidence)};
}

std::vector<ComparedValue> marked(const QStringList& own, const QStringList& others) {
    std::vector<ComparedValue> values;
    for (const QString& text : own) {
        const bool isShared = others.contains(text, Qt::CaseInsensitive);
        values.push_back({text, isShared});
    }
    return values;
}

ComparedRow makeRow(const RowWords& title, const Values& values, const Suggestion& suggestion,
                    const Format& format) {
    ComparedRow row;
    row.field = words(title.title);
    const bool isOfPerson = title.isOfPerson;
    row.values = {marked(values[0], isOfPerson ? values[1] : QStringList()),
                  marked(values[1], isOfPerson ? values[0] : QStringList())};
    for (const MatchEvidence& evidence : suggestion.evidence) {
        const auto isOf = [&](const char* field) { return evidence.field == QLatin1String(field); };
        if (std::any_of(title.fields.begin(), title.fields.end(), isOf))
            row.evidence.push_back(wordsOf(evidence, suggestion.kind, format));
    }
    const auto isShared = [](const ComparedValue& value) { return value.isShared; };
    if (row.evidence.empty() && std::any_of(row.values[0].begin(), row.values[0].end(), isShared))
        row.evidence.push_back({words("the same"), {}, {}, Likeness::Same});
    return row;
}

QStringList namesOf(const ComparedSide& side) {
    QStringList names;
    if (!side.customer.name.isEmpty())
        names << side.customer.name;
    for (const PartyOverview& party : side.parties) {
        if (!party.said.name.isEmpty())
            names << party.said.name;
    }
    names.removeDuplicates();
    return names;
}

KindCounts together(const Comparison& comparison) {
    KindCounts counts = comparison.sides[0].counts;
    for (const auto& [kind, count] : comparison.sides[1].counts)
        counts[kind] += count;
    return counts;
}

// "1 order, 2 mails"; "" for none.
QString listed(const KindCounts& counts, const Format& format) {
    QStringList parts;
    for (const auto& [kind, count] : counts) {
        if (count > 0)
            parts << format.counted(count, kindName(kind).toLower(),
                                    kindNamePlural(kind).toLower());
    }
    return parts.join(QStringLiteral(", "));
}

// A line ends after a comma, never between a number and its word.
QString unbroken(QString list) {
    return list.replace(u' ', QChar::Nbsp)
        .replace(QString(u',') + QChar::Nbsp, QStringLiteral(", "));
}

QString seen(const ComparedSide& side, const Format& format) {
    std::optional<Instant> first;
    std::optional<Instant> last;
    for (const PartyOverview& party : side.parties) {
        if (party.first && (!first || *party.first < *first))
            first = party.first;
        if (party.last && (!last || *party.last > *last))
            last = party.last;
    }
    if (!first || !last)
        return {};
    const auto dayOf = [&](Instant at) { return format.day(toLocal(at, format.zone()).date()); };
    return dayOf(*first) == dayOf(*last) ? dayOf(*first)
                                         : words("%1 – %2").arg(dayOf(*first), dayOf(*last));
}

// Of what was compared nothing is left out, though neither has anything to show.
bool isEmpty(const ComparedRow& row) {
    return row.values[0].empty() && row.values[1].empty() && row.evidence.empty();
}

QStringList listOf(const QString& text) {
    return text.isEmpty() ? QStringList() : QStringList(text);
}

}  // namespace

QString likenessSign(Likeness likeness) {
    switch (likeness) {
        case Likeness::Same:
            return QStringLiteral("=");
        case Likeness::Similar:
            return QStringLiteral("≈");
        case Likeness::Different:
            return QStringLiteral("≠");
        case Likeness::Unknown:
            break;
    }
    return {};
}

std::vector<ComparedRow> comparedRows(const Comparison& comparison, const Format& format) {
    std::vector<ComparedRow> rows;
    const auto add = [&](const RowWords& title, auto valuesOf) {
        const Values values{valuesOf(comparison.sides[0]), valuesOf(comparison.sides[1])};
        ComparedRow row = makeRow(title, values, comparison.suggestion, format);
        if (!isEmpty(row))
            rows.push_back(std::move(row));
    };
    add(nameRow, namesOf);
    add(birthRow, [&](const ComparedSide& side) {
        QStringList days;
        for (const QDate day : side.birthDates)
            days << format.day(day);
        return days;
    });
    add(emailRow, [](const ComparedSide& side) { return side.customer.emails; });
    add(phoneRow, [](const ComparedSide& side) { return side.customer.phones; });
    add(addressRow, [](const ComparedSide& side) { return side.customer.addresses; });
    add(numberRow, [](const ComparedSide& side) { return side.customer.shopNumbers; });
    const auto only = [&](bool isOrders) {
        return [&format, isOrders](const ComparedSide& side) {
            KindCounts counts;
            for (const auto& [kind, count] : side.counts) {
                if ((kind == RecordKind::Order) == isOrders)
                    counts[kind] = count;
            }
            return listOf(unbroken(listed(counts, format)));
        };
    };
    add(orderRow, only(true));
    add(otherRow, only(false));
    add(seenRow, [&](const ComparedSide& side) { return listOf(seen(side, format)); });
    return rows;
}

QString titleOf(const CustomerOverview& customer) {
    for (const QString& title :
         {customer.name, customer.emails.value(0), customer.phones.value(0)}) {
        if (!title.isEmpty())
            return title;
    }
    return words("Customer");
}

QString titleWithNumber(const CustomerOverview& customer) {
    return words("%1 (%2)").arg(titleOf(customer), QString::number(customer.id.value()));
}

QString suggestionTitle(const Suggestion& suggestion) {
    constexpr double veryLikely = 0.95;
    constexpr double likely = 0.7;
    const QString how = suggestion.probability >= veryLikely ? words("Very likely")
                        : suggestion.probability >= likely   ? words("Likely")
                                                             : words("Possibly");
    return suggestion.kind == SuggestionKind::Same
               ? words("%1 one person").arg(how)
               : words("%1 two who belong together: a household, or a shared phone").arg(how);
}

QString countsInWords(const KindCounts& counts, const Format& format) {
    const QString list = listed(counts, format);
    const qsizetype last = list.lastIndexOf(QStringLiteral(", "));
    if (list.isEmpty())
        return words("no events");
    return last < 0 ? list : words("%1 and %2").arg(list.left(last), list.mid(last + 2));
}

QString joinedSentence(const Comparison& comparison, const Format& format) {
    const auto& [a, b] = comparison.sides;
    const auto parties = static_cast<qint64>(a.parties.size() + b.parties.size());
    return words("Joined, they are customer %1 with %2, known by %3.")
        .arg(QString::number(std::min(a.customer.id, b.customer.id).value()),
             countsInWords(together(comparison), format),
             format.counted(parties, words("set of keys"), words("sets of keys")));
}

}  // namespace goodfaith::items
