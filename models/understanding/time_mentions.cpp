// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/time_mentions.h"

#include <algorithm>
#include <tuple>

namespace goodfaith::understanding {
namespace {

using Role = TimeGroup::Role;

constexpr int hoursOfHalfDay = 12;
constexpr size_t furthestApart = 3;  // words between "tomorrow" and "at … noon"
constexpr int lastDayOfMonth = 31;   // of a shorter month it is its last

// A mention before it is joined with its neighbours.
struct Part {
    size_t begin = 0;
    size_t end = 0;
    Role role = Role::Day;
    RelativeDue due;
};

bool isNumber(const QString& word) {
    return !word.isEmpty() &&
           std::all_of(word.begin(), word.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

// "3" of "3", "3rd" and "3pm".
std::optional<int> leadingNumber(const QString& word) {
    constexpr qsizetype longest = 4;
    qsizetype digits = 0;
    while (digits < word.size() && word[digits] >= u'0' && word[digits] <= u'9')
        ++digits;
    return digits == 0 || digits > longest ? std::nullopt
                                           : std::optional<int>(word.left(digits).toInt());
}

class Reader {
public:
    Reader(const FoldedWords& words, const PromiseLanguage& language)
        : words_(words), language_(language) {}

    void take(const PhraseHit& hit) {
        const TimeGroup& group = language_.timeGroups[size_t(hit.group)];
        Part part{hit.begin, hit.end, group.role, group.due};
        if (fill(part, group))
            parts_.push_back(part);
    }

    void takeNumbers() {
        for (size_t at = 0; at < words_.size(); ++at) {
            const QString word = words_.at(at);
            if (word.isEmpty() || word[0] < u'0' || word[0] > u'9')
                continue;
            if (!takeDate(at, word))
                takeClock(at, word);
        }
    }

    std::vector<TimeMention> mentions() {
        dropInner();
        std::vector<TimeMention> mentions;
        for (size_t at = 0; at < parts_.size();) {
            Part joined = parts_[at++];
            while (at < parts_.size() && join(joined, parts_[at]))
                ++at;
            if (mayStand(joined))
                mentions.push_back({joined.begin, joined.end, joined.due});
        }
        return mentions;
    }

private:
    // What the words within the phrase say. False where that makes no time.
    bool fill(Part& part, const TimeGroup& group) const {
        RelativeDue& due = part.due;
        bool hasDay = due.day != 0;
        for (size_t at = part.begin; at < part.end; ++at) {
            const QString word = words_.at(at);
            if (due.base == DueBase::Weekday && due.day == 0)
                due.day = language_.weekdays.value(word);
            if (due.base == DueBase::Date || group.isEndOfMonth) {
                takeDateWord(due, word, hasDay);
            } else if (group.countIsSaid) {
                if (const auto number = leadingNumber(word))
                    due.count = *number;
                else
                    due.count = language_.numbers.value(word, due.count);
            }
        }
        if (group.isEndOfMonth) {
            due.base = DueBase::Date;
            due.day = lastDayOfMonth;
        }
        constexpr int longestSpan = 1000;  // of whatever unit
        if (group.countIsSaid)
            return due.count > 0 && due.count <= longestSpan;
        return due.base == DueBase::Date ? due.day >= 1 && due.day <= lastDayOfMonth
                                         : due.base != DueBase::Weekday || due.day != 0;
    }

    void takeDateWord(RelativeDue& due, const QString& word, bool& hasDay) const {
        constexpr int firstYear = 1900, lastYear = 2200;
        const auto number = leadingNumber(word);
        if (const int month = language_.months.value(word); month != 0) {
            due.month = month;
        } else if (number && !hasDay) {
            due.day = *number;
            hasDay = true;
        } else if (number && *number >= firstYear && *number <= lastYear) {
            due.year = *number;
        }
    }

    // "3/4/2026", "2026-04-03", "3.4.2026", "3/4".
    bool takeDate(size_t at, const QString& word) {
        if (!isNumber(word) || at + 1 >= words_.size())
            return false;
        const QStringView mark = words_.between(at);
        const bool isMark = mark == u"/" || mark == u"-" || mark == u".";
        const QString second = isMark ? words_.at(at + 1) : QString();
        if (!isNumber(second))
            return false;
        const bool hasThird =
            at + 2 < words_.size() && words_.between(at + 1) == mark && isNumber(words_.at(at + 2));
        if (!hasThird && mark != u"/")
            return false;
        const QString third = hasThird ? words_.at(at + 2) : QString();
        constexpr qsizetype digitsOfYear = 4;
        RelativeDue due;
        due.base = DueBase::Date;
        if (word.size() == digitsOfYear) {
            due.year = word.toInt();
            due.month = second.toInt();
            due.day = third.toInt();
        } else {
            constexpr int century = 2000;
            due.day = word.toInt();
            due.month = second.toInt();
            due.year = third.isEmpty() ? 0 : third.toInt() + (third.size() == 2 ? century : 0);
            due.mayBeMonthFirst = mark == u"/";
        }
        constexpr int monthsOfYear = 12;
        if (due.mayBeMonthFirst && due.month > monthsOfYear && due.day <= monthsOfYear) {
            std::swap(due.day, due.month);
            due.mayBeMonthFirst = false;
        }
        if (due.month < 1 || due.month > monthsOfYear || due.day < 1 || due.day > lastDayOfMonth)
            return false;
        due.mayBeMonthFirst = due.mayBeMonthFirst && due.day <= monthsOfYear;
        parts_.push_back({at, at + (hasThird ? 3u : 2u), Role::Day, due});
        return true;
    }

    // "5pm", "5 pm", "17:00", "5.30pm", "5:30 pm".
    void takeClock(size_t at, const QString& word) {
        const int hour = leadingNumber(word).value_or(24);
        int minute = 0;
        size_t end = at + 1;
        QString half = word.mid(QString::number(hour).size());
        const QStringView mark = words_.between(at);
        if (isNumber(word)) {
            half.clear();
            if (end < words_.size() && (mark == u":" || mark == u".")) {
                const QString minutes = words_.at(end);
                minute = leadingNumber(minutes).value_or(60);
                half = minutes.mid(2);
                ++end;
            }
            if (half.isEmpty() && end < words_.size() && isHalf(words_.at(end)))
                half = words_.at(end++);
        }
        const bool isClock = isHalf(half) || (half.isEmpty() && mark == u":");
        constexpr int minutesOfHour = 60;
        if (!isClock || minute >= minutesOfHour || hour > 23)
            return;
        RelativeDue due;
        due.minute = (hourOf(hour, half)) * minutesOfHour + minute;
        parts_.push_back({at, end, Role::Modifier, due});
    }

    static bool isHalf(const QString& word) {
        return word == u"am" || word == u"pm" || word == u"oclock";
    }

    // Three o'clock is in the afternoon, nine in the morning.
    static int hourOf(int hour, const QString& half) {
        constexpr int firstOfMorning = 8;
        const bool isAfternoon = half == u"pm" || (half == u"oclock" && hour < firstOfMorning);
        if (half == u"am" && hour == hoursOfHalfDay)
            return 0;
        return isAfternoon && hour < hoursOfHalfDay ? hour + hoursOfHalfDay : hour;
    }

    void dropInner() {
        std::sort(parts_.begin(), parts_.end(), [](const Part& a, const Part& b) {
            return std::tuple(a.begin, ~a.end) < std::tuple(b.begin, ~b.end);
        });
        std::vector<Part> apart;
        for (const Part& part : parts_) {
            if (apart.empty() || part.begin >= apart.back().end)
                apart.push_back(part);
            else if (part.end - part.begin > apart.back().end - apart.back().begin)
                apart.back() = part;
        }
        parts_ = std::move(apart);
    }

    bool areBeside(const Part& first, const Part& second) const {
        if (words_.sentence(first.begin) != words_.sentence(second.begin) ||
            second.begin - first.end > furthestApart)
            return false;
        for (size_t at = first.end; at < second.begin; ++at) {
            if (!language_.isIn("joins", words_.at(at)))
                return false;
        }
        return true;
    }

    // "Between 2pm and 4pm": the later one is what we are held to.
    bool isRange(const Part& first, const Part& second) const {
        const bool areClocks =
            first.due.minute && second.due.minute && second.role == Role::Modifier;
        return areClocks && words_.sentence(first.begin) == words_.sentence(second.begin) &&
               (second.begin == first.end ||
                (second.begin == first.end + 1 && language_.isIn("range", words_.at(first.end))));
    }

    // Makes one of two that name one time together.
    bool join(Part& first, const Part& second) const {
        if (isRange(first, second)) {
            first.due.minute = second.due.minute;
            first.end = second.end;
            return true;
        }
        if (!areBeside(first, second))
            return false;
        if (first.role == Role::Day && second.role == Role::Day) {
            if (!joinDays(first.due, second.due))
                return false;
        } else {
            const bool isSecondDay = first.role != Role::Day && second.role != Role::Modifier &&
                                     !(first.role == Role::WeakDay && second.role != Role::Day);
            const RelativeDue& day = isSecondDay ? second.due : first.due;
            const RelativeDue& other = isSecondDay ? first.due : second.due;
            if (day.base == DueBase::Span || (first.role == Role::Day && isOver(first, second)))
                return false;
            RelativeDue due = day;
            if (due.part == DayPart::Whole)
                due.part = other.part;
            if (!due.minute)
                due.minute = other.minute;
            first.due = due;
            first.role = std::min(first.role, second.role);
        }
        first.end = second.end;
        return true;
    }

    // "today or in the morning" are two times.
    bool isOver(const Part& first, const Part& second) const {
        return second.role == Role::WeakDay && second.begin > first.end &&
               language_.isIn("or", words_.at(first.end));
    }

    static bool joinDays(RelativeDue& first, const RelativeDue& second) {
        if (first.base == DueBase::Weekday && second.base == DueBase::Date) {
            first = second;
            return true;
        }
        if (first.base == DueBase::Date && second.base == DueBase::Weekday)
            return true;
        const bool isWeekdayFirst =
            first.base == DueBase::Weekday && second.base == DueBase::Period;
        const bool isWeekdaySecond =
            second.base == DueBase::Weekday && first.base == DueBase::Period;
        if (!isWeekdayFirst && !isWeekdaySecond)
            return false;
        const bool isNext = (isWeekdayFirst ? second : first).count == 1;
        if (isWeekdaySecond)
            first = second;
        first.isOfNextWeek = first.isOfNextWeek || isNext;
        return true;
    }

    bool mayStand(Part& part) const {
        if (part.role == Role::Modifier && !part.due.minute)
            return false;  // "good morning"
        if (part.begin == 0 || words_.sentence(part.begin - 1) != words_.sentence(part.begin))
            return true;
        const QString before = words_.at(part.begin - 1);
        const bool isWholeDay = part.role == Role::Day && part.due.base != DueBase::Span &&
                                part.due.base != DueBase::Period && !part.due.minute &&
                                part.due.part == DayPart::Whole;
        part.due.isDayBefore = isWholeDay && language_.isIn("before", before);
        return !language_.isIn("backward", before);
    }

    const FoldedWords& words_;
    const PromiseLanguage& language_;
    std::vector<Part> parts_;
};

}  // namespace

QString FoldedWords::at(size_t place) const {
    const Word& word = words_.list[place];
    QString text = folded(QStringView(text_).mid(word.begin, word.end - word.begin));
    text.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return text;
}

QStringView FoldedWords::between(size_t place) const {
    if (place + 1 >= size())
        return {};
    const qsizetype begin = words_.list[place].end;
    return QStringView(text_).mid(begin, words_.list[place + 1].begin - begin);
}

QString FoldedWords::phrase(size_t begin, size_t end) const {
    constexpr qsizetype longest = 160;
    const qsizetype from = words_.list[begin].begin;
    return text_.mid(from, words_.list[end - 1].end - from).simplified().left(longest);
}

std::vector<TimeMention> timeMentionsIn(const FoldedWords& words,
                                        const std::vector<PhraseHit>& hits,
                                        const PromiseLanguage& language) {
    Reader reader(words, language);
    for (const PhraseHit& hit : hits)
        reader.take(hit);
    reader.takeNumbers();
    return reader.mentions();
}

}  // namespace goodfaith::understanding
