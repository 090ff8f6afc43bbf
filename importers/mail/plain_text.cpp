// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mail/plain_text.h"

#include <QStringList>

#include <algorithm>

namespace goodfaith::importers {

namespace {

constexpr int mostBlankLines = 2;

bool isUnwanted(QChar c) {
    const char16_t code = c.unicode();
    if (code == u'\n' || code == u'\t')
        return false;
    // Soft hyphen, grapheme joiner, zero-width space and byte order mark: fillers of newsletters.
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xAD || code == 0x34F ||
           code == 0x200B || code == 0xFEFF;
}

QStringView withoutTrailingSpaces(QStringView line) {
    while (!line.isEmpty() && line.back().isSpace())
        line.chop(1);
    return line;
}

// How many ">" a flowed line begins with; they may not be spaced.
qsizetype quoteDepth(QStringView line) {
    qsizetype depth = 0;
    while (depth < line.size() && line[depth] == u'>')
        ++depth;
    return depth;
}

}  // namespace

QString tidyText(const QString& text) {
    QString oneLineEnd = text;
    if (text.contains(u'\r')) {
        oneLineEnd.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
        oneLineEnd.replace(u'\r', u'\n');
    }
    if (std::any_of(text.begin(), text.end(), isUnwanted))
        oneLineEnd.removeIf(isUnwanted);
    QString tidy;
    tidy.reserve(oneLineEnd.size());
    int blankLines = 0;
    for (const QStringView line : QStringView(oneLineEnd).split(u'\n')) {
        const QStringView kept = withoutTrailingSpaces(line);
        if (kept.isEmpty()) {
            ++blankLines;
            continue;
        }
        if (!tidy.isEmpty())
            tidy += QString(1 + std::min(blankLines, mostBlankLines), u'\n');
        tidy += kept;
        blankLines = 0;
    }
    return tidy;
}

QString unfoldFlowed(const QString& text, bool deleteSpace) {
    QStringList unfolded;
    bool open = false;  // the last line goes on
    qsizetype openDepth = 0;
    for (QStringView line : QStringView(text).split(u'\n')) {
        if (line.endsWith(u'\r'))
            line.chop(1);
        const qsizetype depth = quoteDepth(line);
        QStringView content = line.sliced(depth);
        if (content.startsWith(u' '))
            content = content.sliced(1);
        const bool isSignature = content == u"-- ";
        const bool flows = !isSignature && content.endsWith(u' ');
        if (flows && deleteSpace)
            content.chop(1);
        if (open && depth == openDepth && !isSignature)
            unfolded.back() += content;
        else
            unfolded += QString(depth, u'>') % (depth > 0 ? u" " : u"") % content;
        open = flows;
        openDepth = depth;
    }
    return unfolded.join(u'\n');
}

QString withoutArmour(const QString& text) {
    if (!text.contains(u"-----BEGIN PGP "))
        return text;
    enum class Within { Text, SignedHeader, Skipped } within = Within::Text;
    QStringList kept;
    for (const QString& whole : text.split(u'\n')) {
        const QStringView line = withoutTrailingSpaces(whole);
        if (line == u"-----BEGIN PGP MESSAGE-----")
            kept += QStringLiteral("[Encrypted message]");
        if (line == u"-----BEGIN PGP SIGNED MESSAGE-----")
            within = Within::SignedHeader;
        else if (line.startsWith(u"-----BEGIN PGP "))
            within = Within::Skipped;
        else if (within == Within::Text)
            kept += whole;
        else if (within == Within::SignedHeader ? line.isEmpty()
                                                : line.startsWith(u"-----END PGP "))
            within = Within::Text;
    }
    return kept.join(u'\n');
}

QString withoutFromQuoting(const QString& text) {
    if (!text.contains(u">From "))
        return text;
    QStringList lines = text.split(u'\n');
    for (QString& line : lines) {
        if (QStringView(line).sliced(quoteDepth(line)).startsWith(u"From ") && line[0] == u'>')
            line.remove(0, 1);
    }
    return lines.join(u'\n');
}

}  // namespace goodfaith::importers
