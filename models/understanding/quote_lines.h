// SPDX-License-Identifier: GPL-3.0-or-later
// A mail's lines, and which of them introduce what somebody else wrote before: "On … wrote:",
// blocks of "From:/Sent:/To:/Subject:", "-----Original Message-----", forwarding marks.
#pragma once

#include "models/understanding/mail_layout.h"

#include <QStringView>

#include <optional>
#include <vector>

namespace goodfaith::understanding {

struct Line {
    QStringView text;  // without trailing spaces
    QString folded;    // trimmed, without emphasis marks at its ends
    bool isBlank = false;
    bool isQuoted = false;  // "> …"
};

std::vector<Line> linesOf(QStringView text);

// Only dashes, underscores, equal signs and the like, three or more.
bool isSeparator(const Line& line);

class QuoteLines {
public:
    QuoteLines(const std::vector<Line>& lines, const MailLayout& layout)
        : lines_(lines), layout_(layout), beginsQuote_(lines.size()) {}

    // How many lines from `at` on are such an introduction; 0: none.
    size_t wroteLine(size_t at) const;
    size_t headerBlock(size_t at) const;
    bool isOriginalMark(size_t at) const;
    bool isForwardMark(size_t at) const;
    // Any of them, or a quoted line. Remembered, because lines are asked about again and again.
    bool beginsQuote(size_t at) const;

private:
    bool mayBeginWroteLine(const Line& line) const;
    bool isWroteLine(QStringView joined) const;
    bool isMark(const Line& line, const Beginnings& marks) const;
    QString labelOf(const Line& line) const;

    const std::vector<Line>& lines_;
    const MailLayout& layout_;
    mutable std::vector<std::optional<bool>> beginsQuote_;
};

}  // namespace goodfaith::understanding
