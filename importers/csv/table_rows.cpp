// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/table_rows.h"

#include <utility>

namespace goodfaith::importers {
namespace {

// In narrower tables, rows may well be the same as a first row that was taken for a header.
constexpr qsizetype leastColumns = 3;
constexpr qsizetype shownOfLine = 60;

QString footerSentence(const QStringList& footer) {
    const QString first = footer.first().trimmed().left(shownOfLine);
    return footer.size() == 1
               ? QStringLiteral("The last line (“%1”) is no row and was left out.").arg(first)
               : QStringLiteral("The last %1 lines (“%2” …) are no rows and were left out.")
                     .arg(footer.size())
                     .arg(first);
}

QString commentSentence(qint64 count, qint64 first) {
    return count == 1 ? QStringLiteral("Line %1 is a comment and was left out.").arg(first)
                      : QStringLiteral("%1 lines, from line %2 on, are comments and were left out.")
                            .arg(count)
                            .arg(first);
}

}  // namespace

TableRows::TableRows(QIODevice& device, const Dialect& dialect, IsKnownHeader isKnownHeader)
    : dialect_(dialect), reader_(device, dialect), isKnownHeader_(std::move(isKnownHeader)) {
    if (dialect.hasHeader && reader_.next())
        header_ = reader_.texts();
}

bool TableRows::next() {
    while (reader_.next()) {
        if (isHeaderAgain()) {
            repeatedHeaderLine_ = repeatedHeaderLine_ == 0 ? reader_.line() : repeatedHeaderLine_;
            otherHeaderLine_ = 0;
            continue;
        }
        if (beginsOtherTable())
            otherHeaderLine_ = reader_.line();
        return true;
    }
    return false;
}

bool TableRows::isHeaderAgain() const {
    return header_ && header_->size() >= leastColumns && reader_.size() == header_->size() &&
           reader_.text(0) == header_->first() && reader_.texts() == *header_;
}

bool TableRows::beginsOtherTable() const {
    const bool mayBe = header_ && (reader_.followsBlankLine() || reader_.size() != header_->size());
    if (!mayBe || reader_.damage() != Damage::None)
        return false;
    for (qsizetype cell = 0; cell < reader_.size(); ++cell) {
        if (looksLikeData(reader_.text(cell)))
            return false;
    }
    return isKnownHeader_(reader_.texts());
}

QStringList TableRows::leftOut() const {
    QStringList sentences;
    if (!dialect_.footer.isEmpty())
        sentences.append(footerSentence(dialect_.footer));
    if (reader_.commentLines() > 0)
        sentences.append(commentSentence(reader_.commentLines(), reader_.firstCommentLine()));
    if (repeatedHeaderLine_ > 0)
        sentences.append(QStringLiteral("The header comes again in line %1, where it was left out.")
                             .arg(repeatedHeaderLine_));
    return sentences;
}

}  // namespace goodfaith::importers
