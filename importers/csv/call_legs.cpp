// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/call_legs.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace goodfaith::importers {
namespace {

Instant beginOf(const ImportedRecord& leg) {
    return leg.fields.instant(Field::At).value_or(Instant());
}

bool isWhat(const ImportedRecord& leg, QLatin1StringView disposition) {
    return leg.fields.text(Field::Disposition) == disposition;
}

bool isAnswered(const ImportedRecord& leg) {
    return isWhat(leg, QLatin1StringView("answered"));
}

bool isVoicemail(const ImportedRecord& leg) {
    return isWhat(leg, QLatin1StringView("voicemail"));
}

// Of legs that nobody took, what says most of how it ended.
int weight(const ImportedRecord& leg) {
    static constexpr std::array words{"failed", "no_answer", "busy", "abandoned"};
    const QString disposition = leg.fields.text(Field::Disposition);
    const auto found = std::find(words.begin(), words.end(), disposition);
    return found == words.end() ? -1 : static_cast<int>(found - words.begin());
}

// Extensions are short: a leg with a number of the outside tells who called whom.
bool reachesOutside(const ImportedRecord& leg) {
    constexpr int shortestNumber = 7;
    return std::any_of(leg.parties.begin(), leg.parties.end(), [](const ImportedParty& party) {
        const QString& phone = party.keys.phone;
        return std::count_if(phone.begin(), phone.end(), [](QChar c) { return c.isDigit(); }) >=
               shortestNumber;
    });
}

// The leg that says how the call went: the voicemail that it ended in, who first took it, or of
// those who did not the one that tells most.
const ImportedRecord& tellingLeg(const std::vector<ImportedRecord>& legs) {
    if (isVoicemail(legs.back()))
        return legs.back();
    if (const auto answered = std::find_if(legs.begin(), legs.end(), isAnswered);
        answered != legs.end())
        return *answered;
    if (const auto voicemail = std::find_if(legs.begin(), legs.end(), isVoicemail);
        voicemail != legs.end())
        return *voicemail;
    return *std::max_element(legs.begin(), legs.end(),
                             [](const auto& a, const auto& b) { return weight(a) < weight(b); });
}

std::optional<qint64> secondsOf(const ImportedRecord& leg, Field field) {
    if (const auto whole = leg.fields.integer(field))
        return whole;
    const auto decimal = leg.fields.decimal(field);
    return decimal ? std::optional(static_cast<qint64>(*decimal)) : std::nullopt;
}

Instant endOf(const ImportedRecord& leg) {
    if (const auto end = leg.fields.instant(Field::EndedAt))
        return *end;
    return beginOf(leg) + std::chrono::seconds(secondsOf(leg, Field::WaitSeconds).value_or(0) +
                                               secondsOf(leg, Field::TalkSeconds).value_or(0));
}

// Without the call's own row, where others tell what became of it.
std::vector<ImportedRecord> thoseThatTell(const std::vector<ImportedRecord>& legs, bool legsTell) {
    std::vector<ImportedRecord> telling = legs;
    if (legsTell)
        std::erase_if(telling, [](const ImportedRecord& leg) {
            return leg.key == leg.fields.text(Field::LinkedCall);
        });
    return telling.empty() ? legs : telling;
}

void setWait(ImportedRecord& call, const std::vector<ImportedRecord>& legs,
             const ImportedRecord& telling) {
    const auto until = [&](Instant instant) {
        return toSeconds(std::max(instant - beginOf(legs.front()), Duration::zero()));
    };
    if (isAnswered(telling) || isVoicemail(telling)) {
        if (const auto wait = secondsOf(telling, Field::WaitSeconds))
            call.fields.set(Field::WaitSeconds,
                            until(beginOf(telling) + std::chrono::seconds(*wait)));
        return;
    }
    Instant last = endOf(legs.front());
    for (const ImportedRecord& leg : legs)
        last = std::max(last, endOf(leg));
    call.fields.set(Field::WaitSeconds, until(last));
}

// One after the other they spoke with several of us.
void setTalk(ImportedRecord& call, const std::vector<ImportedRecord>& legs,
             const ImportedRecord& telling) {
    const QString what = telling.fields.text(Field::Disposition);
    std::optional<qint64> sum;
    for (const ImportedRecord& leg : legs) {
        const auto talk = secondsOf(leg, Field::TalkSeconds);
        if (talk && leg.fields.text(Field::Disposition) == what)
            sum = sum.value_or(0) + *talk;
    }
    if (sum || call.fields.has(Field::TalkSeconds))
        call.fields.set(Field::TalkSeconds, sum.value_or(0));
}

void addMissingParties(ImportedRecord& call, const ImportedRecord& leg) {
    for (const ImportedParty& party : leg.parties) {
        const bool isThere =
            std::any_of(call.parties.begin(), call.parties.end(),
                        [&](const ImportedParty& known) { return known.role == party.role; });
        if (!isThere)
            call.parties.push_back(party);
    }
}

}  // namespace

ImportedRecord joinedCall(std::vector<ImportedRecord> legs, bool legsTell) {
    if (legs.size() == 1)
        return std::move(legs.front());
    std::sort(legs.begin(), legs.end(), [](const auto& a, const auto& b) {
        return std::tuple(beginOf(a), a.key) < std::tuple(beginOf(b), b.key);
    });
    const auto outside = std::find_if(legs.begin(), legs.end(), reachesOutside);
    const ImportedRecord& base = outside == legs.end() ? legs.front() : *outside;
    const std::vector<ImportedRecord> thatTell = thoseThatTell(legs, legsTell);
    const ImportedRecord& telling = tellingLeg(thatTell);
    ImportedRecord call = base;
    call.key = legs.front().key;
    call.fields = {};
    for (auto leg = legs.rbegin(); leg != legs.rend(); ++leg) {
        call.fields.mergeFrom(leg->fields);
        call.ownDate = std::max(call.ownDate, leg->ownDate);
        if (!base.fields.has(Field::Direction))
            addMissingParties(call, *leg);
    }
    call.fields.mergeFrom(base.fields);
    call.fields.set(Field::At, beginOf(legs.front()));
    for (const Field field : {Field::Disposition, Field::Agent}) {
        if (const QString said = telling.fields.text(field); !said.isEmpty())
            call.fields.set(field, said);
    }
    if (call.fields.has(Field::EndedAt)) {
        Instant last = beginOf(legs.front());
        for (const ImportedRecord& leg : legs)
            last = std::max(last, endOf(leg));
        call.fields.set(Field::EndedAt, last);
    }
    setWait(call, legs, telling);
    setTalk(call, thatTell, telling);
    return call;
}

QString CallLegs::linkOf(const ImportedRecord& leg) {
    const QString link = leg.fields.text(Field::LinkedCall);
    return link.isEmpty() ? leg.key : link;
}

void CallLegs::add(ImportedRecord leg, bool legsTell) {
    const QString link = linkOf(leg);
    auto known = byLink_.find(link);
    if (known == byLink_.end()) {
        open_.push_back({{}, legsTell});
        known = byLink_.insert(link, std::prev(open_.end()));
    }
    (*known)->legs.push_back(std::move(leg));
}

std::vector<ImportedRecord> CallLegs::takeDownTo(size_t left) {
    std::vector<ImportedRecord> calls;
    while (open_.size() > left) {
        Call& oldest = open_.front();
        byLink_.remove(linkOf(oldest.legs.front()));
        calls.push_back(joinedCall(std::move(oldest.legs), oldest.legsTell));
        open_.pop_front();
    }
    return calls;
}

}  // namespace goodfaith::importers
