// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/sniffer.h"

#include "importers/csv/charset.h"
#include "importers/csv/marks.h"
#include "importers/csv/record_reader.h"
#include "importers/csv/table_shape.h"

#include <QBuffer>
#include <QRegularExpression>

#include <algorithm>

namespace goodfaith::importers {
namespace {

constexpr int scoredRows = 200;
constexpr qsizetype scoredBytes = 64 * 1024;
constexpr qsizetype longestDatum = 64;

FileHead forScoring(const FileHead& head) {
    if (head.bytes.size() <= scoredBytes)
        return head;
    return {head.bytes.left(scoredBytes), false, {}};
}

void setCharset(Dialect& dialect, const FileHead& head, const ReadingOptions& options) {
    dialect.charsetIsSet = !options.writing.charset.isEmpty();
    dialect.charset =
        dialect.charsetIsSet ? options.writing.charset.toLatin1() : sniffCharset(head.bytes);
}

// What ends most lines of the sample.
void setRecordEnd(Dialect& dialect, const FileHead& head) {
    QStringDecoder decoder(dialect.charset.constData());
    const QString text =
        decoder.isValid() ? QString(decoder.decode(head.bytes)) : QString::fromLatin1(head.bytes);
    qsizetype pairs = 0;
    qsizetype feeds = 0;
    qsizetype returns = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool afterReturn = i > 0 && text[i - 1] == u'\r';
        if (text[i] == u'\n')
            ++(afterReturn ? pairs : feeds);
        else if (text[i] == u'\r' && (i + 1 == text.size() || text[i + 1] != u'\n'))
            ++returns;
    }
    if (pairs > 0 && pairs >= feeds && pairs >= returns)
        dialect.recordEnd = RecordEnd::CrLf;
    else
        dialect.recordEnd = returns > feeds ? RecordEnd::Cr : RecordEnd::Lf;
}

}  // namespace

bool looksLikeData(QStringView cell) {
    static const QRegularExpression form(
        QStringLiteral("\\A\\s*(?:[-+(]?[$€£¥]?\\s?\\d[\\d.,' ]*(?:[eE][-+]?\\d+)?\\s?[%€$£)]?|"
                       "\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}(?:[T ].*)?|\\d{1,2}:\\d{2}(?::\\d{2})?"
                       "(?:\\.\\d+)?|true|false|\\S+@\\S+\\.\\S+)\\s*\\z"),
        QRegularExpression::CaseInsensitiveOption);
    return !cell.isEmpty() && cell.size() <= longestDatum && form.match(cell.toString()).hasMatch();
}

std::vector<SampleRow> sampleRows(const FileHead& head, const Dialect& dialect, int limit) {
    QBuffer device;
    device.setData(head.bytes);
    device.open(QIODevice::ReadOnly);
    Dialect ofHead = dialect;
    ofHead.footerBytes = head.isWhole ? dialect.footerBytes : 0;
    RecordReader reader(device, ofHead);
    std::vector<SampleRow> rows;
    while (static_cast<int>(rows.size()) < limit && reader.next())
        rows.push_back({reader.line(), reader.damage() != Damage::None, reader.texts()});
    if (!head.isWhole && static_cast<int>(rows.size()) < limit && rows.size() > 1)
        rows.pop_back();
    return rows;
}

Dialect sniffDialect(const FileHead& head, const ReadingOptions& options,
                     const IsKnownHeader& isKnownHeader) {
    Dialect dialect;
    setCharset(dialect, head, options);
    findMarks(dialect, forScoring(head), options);
    setRecordEnd(dialect, forScoring(head));
    findPreamble(dialect, sampleRows(head, dialect, scoredRows), isKnownHeader);
    const auto rows = sampleRows(head, dialect, scoredRows);
    findComments(dialect, rows);
    findFooter(dialect, head, rows);
    dialect.hasHeader = options.writing.header.isEmpty()
                            ? beginsWithHeader(sampleRows(head, dialect, scoredRows), isKnownHeader)
                            : options.writing.header == u"yes";
    return dialect;
}

}  // namespace goodfaith::importers
