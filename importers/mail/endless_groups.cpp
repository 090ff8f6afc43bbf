// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mail/endless_groups.h"

#include "importers/mail/file_lines.h"

#include <QFile>

#include <algorithm>
#include <array>

namespace goodfaith::importers {

namespace {

constexpr qsizetype mostColons = 2000;

bool beginsAddressHeader(QByteArrayView line) {
    static constexpr std::array<QByteArrayView, 7> names = {"to",     "cc",       "bcc",    "from",
                                                            "sender", "reply-to", "resent-"};
    return std::any_of(names.begin(), names.end(), [&](QByteArrayView name) {
        return line.size() > name.size() &&
               line.first(name.size()).compare(name, Qt::CaseInsensitive) == 0;
    });
}

// Counts the colons of each header that takes addresses, with the lines that continue it.
class ColonCount {
public:
    // `continues`: a further piece of a line already begun.
    void add(QByteArrayView line, bool continues) {
        const bool folded = !line.isEmpty() && (line.front() == ' ' || line.front() == '\t');
        if (!continues && !folded) {
            counting_ = beginsAddressHeader(line);
            colons_ = 0;
        }
        if (counting_)
            colons_ += std::count(line.begin(), line.end(), ':');
    }
    bool isEndless() const { return colons_ > mostColons; }

private:
    bool counting_ = false;
    qsizetype colons_ = 0;
};

}  // namespace

bool hasEndlessGroups(QByteArrayView mail) {
    if (std::count(mail.begin(), mail.end(), ':') <= mostColons)
        return false;
    ColonCount count;
    while (!mail.isEmpty() && !count.isEndless()) {
        const qsizetype lineEnd = mail.indexOf('\n');
        const qsizetype length = lineEnd < 0 ? mail.size() : lineEnd + 1;
        count.add(mail.first(length), false);
        mail = mail.sliced(length);
    }
    return count.isEndless();
}

bool hasEndlessGroups(QFile& file, qint64 begin, qint64 end) {
    FileLines lines(file, begin);
    ColonCount count;
    while (!count.isEndless()) {
        const auto line = lines.next();
        if (!line || line->offset >= end)
            break;
        count.add(line->text, line->continues);
    }
    return count.isEndless();
}

}  // namespace goodfaith::importers
