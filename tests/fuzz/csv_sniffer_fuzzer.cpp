// SPDX-License-Identifier: GPL-3.0-or-later
// The first byte says what is set by hand, the rest is the beginning of a file.
#include "importers/csv/charset.h"
#include "importers/csv/recognise_layout.h"
#include "importers/csv/record_reader.h"
#include "importers/csv/sniffer.h"
#include "promise.h"

#include <QBuffer>

#include <cstdint>

using namespace goodfaith::importers;
using goodfaith::fuzz::promise;

namespace {

qint64 rowsRead(const QByteArray& bytes, const Dialect& dialect) {
    QBuffer device;
    device.setData(bytes);
    device.open(QIODevice::ReadOnly);
    RecordReader reader(device, dialect);
    qint64 rows = 0;
    while (reader.next())
        ++rows;
    return rows;
}

bool areSame(const Dialect& one, const Dialect& other) {
    return one.charset == other.charset && one.delimiter == other.delimiter &&
           one.quote == other.quote && one.escape == other.escape &&
           one.recordEnd == other.recordEnd && one.preambleLines == other.preambleLines &&
           one.hasHeader == other.hasHeader && one.comment == other.comment &&
           one.columns == other.columns && one.blanksBeforeQuotes == other.blanksBeforeQuotes &&
           one.footerBytes == other.footerBytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    if (size == 0)
        return 0;
    FileHead head;
    head.bytes =
        QByteArray(reinterpret_cast<const char*>(data + 1), static_cast<qsizetype>(size - 1));
    head.isWhole = (data[0] & 1) != 0;
    if (!head.isWhole)
        head.tail = head.bytes;
    ReadingOptions options;
    if ((data[0] & 2) != 0)
        options.writing.delimiter = QStringLiteral(";");
    if ((data[0] & 4) != 0)
        options.writing.charset = QStringLiteral("windows-1252");
    const IsKnownHeader isKnown = [&](const QStringList& cells) {
        return isKnownHeader(cells, options);
    };
    const Dialect dialect = sniffDialect(head, options, isKnown);
    promise(areSame(dialect, sniffDialect(head, options, isKnown)), "sniffing is steady");
    promise(options.writing.delimiter.isEmpty() || dialect.delimiter == ";", "what is set stays");
    promise(options.writing.charset.isEmpty() || dialect.charset == "windows-1252",
            "what is set stays");
    promise(QStringDecoder(dialect.charset.constData()).isValid(), "the charset can be read");
    promise(!dialect.delimiter.empty(), "there is a delimiter");
    promise(dialect.footerBytes <= head.bytes.size(), "the footer is in the file");
    promise(rowsRead(head.bytes, dialect) <= head.bytes.size(), "reading ends");
    recogniseLayout(sampleRows(head, dialect, 100), dialect.hasHeader, options);
    return 0;
}
