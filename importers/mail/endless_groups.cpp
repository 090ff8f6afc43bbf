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

bool isFolded(QByteArrayView line) {
    return line.startsWith(' ') || line.startsWith('\t');
}

// Counts the colons of each header that takes addresses, with the lines that continue it.
class ColonCount {
public:
    // `continues`: a further piece of a line already begun.
    void add(QByteArrayView line, bool continues) {
        if (!continues && !isFolded(line)) {
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

void breakEndlessGroups(QByteArray& mail) {
    if (std::count(mail.begin(), mail.end(), ':') <= mostColons)
        return;
    ColonCount count;
    for (qsizetype at = 0; at < mail.size();) {
        const qsizetype lineEnd = mail.indexOf('\n', at);
        const qsizetype end = lineEnd < 0 ? mail.size() : lineEnd + 1;
        const QByteArrayView line = QByteArrayView(mail).sliced(at, end - at);
        count.add(line, false);
        const qsizetype value = isFolded(line) ? at : at + line.indexOf(':') + 1;
        if (count.isEndless())
            std::replace(mail.begin() + value, mail.begin() + end, ':', ' ');
        at = end;
    }
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
