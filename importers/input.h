// SPDX-License-Identifier: GPL-3.0-or-later
// The way in for files: what is there, how it would be read, and reading it. Streams; never holds a
// whole file. Throws Failure (Unreadable) only when a file cannot be read at all; a bad row is a
// RejectedRow.
#pragma once

#include "importers/mapping.h"
#include "importers/mapping_draft.h"
#include "models/domain/money.h"
#include "models/domain/record.h"
#include "models/domain/table_writing.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace goodfaith::importers {

// What the user set by hand; whatever is empty is recognised from the file. What is set is never
// guessed over.
struct ReadingOptions {
    QString templateName;  // "orders", "calls", …: a template of FORMATS.md, or "mail"
    QString preset;        // "shopify-orders", "asterisk-master"
    TableWriting writing;
    QTimeZone timeZone = QTimeZone::utc();  // for times without an offset
    Currency currency;                      // for amounts without one
    // Whether the user set these two himself, so that no mapping says otherwise.
    bool timeZoneIsSet = false;
    bool currencyIsSet = false;
    SharedMapping mapping;                     // by which to read, whatever the file looks like
    std::vector<SharedMapping> knownMappings;  // for files with the header they were made for
    // The shop's own: what must not be kept is kept as a hash by it. Empty: not kept at all.
    QByteArray secret;
    qint64 mostRows = -1;  // none after so many, as if the file ended there
};

enum class InputFormat { Csv, Mbox, Maildir, MailFile };

struct Input {
    QString path;
    InputFormat format = InputFormat::Csv;
    QString templateName;        // as recognised or set
    QString preset;              // "" for our own templates and mail; a mapping's name
    qint64 bytes = 0;            // of the file; of a folder's files in all
    SharedMapping mapping = {};  // by which it is read, if by one
    QString source = {};         // of rejected rows: the account they were from
    QStringList columns = {};    // of a table: its header, or what its positions are called
    std::optional<Instant> exportedAt = {};  // where a line above the table says when
};

// Why a path gave no input: "not recognised: the header …", "is empty", "cannot be opened: …".
struct UnusablePath {
    QString path;
    QString reason;
};

struct FoundInputs {
    std::vector<Input> inputs;  // in the order given; within a folder by name
    std::vector<UnusablePath> unusable;
};

// Looks into files and folders. A Maildir (cur, new) is one input; so is a folder of .eml files
// (MailFile). Maildir++ sub-folders are inputs of their own. A file within an archive is an input
// whose path is the archive's and its own: "/shop/orders.zip/orders.csv", which may be given as
// well. Each input is found once. After a stop was asked for, what was found so far.
FoundInputs findInputs(const QStringList& paths, const ReadingOptions& options,
                       std::stop_token stop = {});

struct ReadingProgress {
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0;
    qint64 rowsRead = 0;  // rows of the file, or mails: rejected ones count, blank lines do not
};

class RecordSink {
public:
    virtual ~RecordSink() = default;
    virtual void take(ImportedRecord record) = 0;
    virtual void reject(RejectedRow row) = 0;
    virtual void warn(const QString& message) = 0;
    // After every row at the latest, and once at the end.
    virtual void progress(const ReadingProgress& progress) = 0;
};

// Returns when all is read, or soon after a stop was asked for.
void readInput(const Input& input, const ReadingOptions& options, RecordSink& sink,
               std::stop_token stop);

// How a file would be read, for `preview` and the import page.
struct Preview {
    QString charset;
    QString delimiter;
    QString quote;
    QString escape;
    QString recordEnd;  // "LF", "CRLF", "CR"
    int preambleLines = 0;
    std::optional<QStringList> header;
    QString templateName;  // "" when not recognised
    QString preset;
    std::vector<std::pair<QString, QString>> mapping;  // column → field; as proposed, if not known
    bool isProposed = false;
    QString proposedTemplate;           // where nothing was recognised
    QByteArray proposedMapping;         // JSON; "" while something is missing
    std::vector<ColumnChoice> choices;  // for each column, as recognised or proposed
    QStringList missing;                // without which what is proposed cannot be imported
    SharedMapping usedMapping;          // by which the file is read, if by one
    QByteArray layoutJson;              // of that mapping or of the preset
    std::vector<QStringList> rows;      // without the header
};
// `rows`: at most so many, all when negative. For mail: from, to, date, subject and text as
// columns.
Preview previewInput(const QString& path, const ReadingOptions& options, qint64 rows);

}  // namespace goodfaith::importers
