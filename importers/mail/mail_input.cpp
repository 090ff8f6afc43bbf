// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mail/mail_input.h"

#include "importers/mail/mail_folder.h"
#include "importers/mail/mail_reader.h"
#include "importers/mail/mbox_reader.h"
#include "models/domain/failure.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <utility>

namespace goodfaith::importers {

namespace {

Input mailInput(const QString& path, InputFormat format, qint64 bytes) {
    return {path, format, QStringLiteral("mail"), QString(), bytes};
}

// A Maildir file's name begins with when it was delivered: "1276533073.M242911P3632.host:2,S".
std::optional<Instant> maildirArrival(const QString& name) {
    bool isNumber = false;
    const qint64 seconds = name.section(u'.', 0, 0).toLongLong(&isNumber);
    const bool plausible = isNumber && seconds > 631'152'000 && seconds < 4'133'980'800;
    return plausible ? std::optional(instantFromMillis(seconds * 1000)) : std::nullopt;
}

// Reads one input's mails one after the other into the sink.
class MailInputReading {
public:
    MailInputReading(const Input& input, const ReadingOptions& options, RecordSink& sink,
                     std::stop_token stop)
        : input_(input), zone_(options.timeZone), sink_(sink), stop_(std::move(stop)) {
        progress_.bytesTotal = input.bytes;
    }

    void run();

private:
    void readMbox();
    void readFiles(const QStringList& files);
    void readFile(const QString& path);
    void deliver(MailReading reading);

    const Input& input_;
    QTimeZone zone_;
    RecordSink& sink_;
    std::stop_token stop_;
    ReadingProgress progress_;
};

void MailInputReading::run() {
    const QFileInfo info(input_.path);
    if (!info.exists())
        throw Failure(FailureKind::Unreadable,
                      QStringLiteral("%1 does not exist.").arg(input_.path));
    if (input_.format == InputFormat::Mbox)
        readMbox();
    else if (input_.format == InputFormat::Maildir)
        readFiles(maildirFiles(input_.path));
    else
        readFiles(info.isDir() ? lookInto(input_.path).mails : QStringList{input_.path});
    sink_.progress(progress_);
}

void MailInputReading::readMbox() {
    QFile file(input_.path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        throw Failure(
            FailureKind::Unreadable,
            QStringLiteral("%1 cannot be opened: %2.").arg(input_.path, file.errorString()));
    }
    progress_.bytesTotal = file.size();
    MboxReader mbox(file);
    while (!stop_.stop_requested()) {
        const auto range = mbox.next();
        if (!range)
            break;
        progress_.bytesDone = range->end;
        deliver(readOneMail(file, *range, zone_));
    }
    if (!stop_.stop_requested())
        progress_.bytesDone = progress_.bytesTotal;
}

void MailInputReading::readFiles(const QStringList& files) {
    if (progress_.bytesTotal <= 0)
        progress_.bytesTotal = totalSize(files);
    for (const QString& path : files) {
        if (stop_.stop_requested())
            return;
        readFile(path);
    }
}

void MailInputReading::readFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        const QString reason =
            QStringLiteral("The file cannot be opened: %1.").arg(file.errorString());
        deliver({RejectedRow{0, {}, QFileInfo(path).fileName(), reason, {}}, {}});
        return;
    }
    MailRange range;
    range.end = file.size();
    if (input_.format == InputFormat::Maildir)
        range.arrivedAt = maildirArrival(QFileInfo(path).fileName());
    progress_.bytesDone += range.end;
    deliver(readOneMail(file, range, zone_));
}

void MailInputReading::deliver(MailReading reading) {
    ++progress_.rowsRead;
    if (!reading.warning.isEmpty())
        sink_.warn(reading.warning);
    if (auto* const record = std::get_if<ImportedRecord>(&reading.outcome))
        sink_.take(std::move(*record));
    else
        sink_.reject(std::get<RejectedRow>(std::move(reading.outcome)));
    sink_.progress(progress_);
}

// Takes the first so many mails as rows, then asks for a stop.
class PreviewSink : public RecordSink {
public:
    PreviewSink(Preview& preview, qint64 rows) : preview_(preview), rows_(rows) {}

    void take(ImportedRecord record) override {
        if (isFull())
            return;
        QStringList senders;
        QStringList addressees;
        for (const ImportedParty& party : record.parties)
            (party.role == PartyRole::Sender ? senders : addressees) += party.keys.email;
        const auto at = record.fields.instant(Field::At);
        preview_.rows.push_back({senders.join(u", "), addressees.join(u", "),
                                 at ? toIsoUtc(*at) : QString(), record.fields.text(Field::Subject),
                                 record.fields.text(Field::Text)});
        if (isFull())
            stop_.request_stop();
    }
    void reject(RejectedRow) override {}
    void warn(const QString&) override {}
    void progress(const ReadingProgress&) override {}

    std::stop_token stopToken() const { return stop_.get_token(); }

private:
    bool isFull() const { return rows_ >= 0 && std::ssize(preview_.rows) >= rows_; }

    Preview& preview_;
    qint64 rows_;
    std::stop_source stop_;
};

QString recordEndOf(const Input& input) {
    QFile file(input.path);
    if (!QFileInfo(input.path).isFile() || !file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray start = file.read(16 * 1024);
    return start.contains("\r\n") ? QStringLiteral("CRLF") : QStringLiteral("LF");
}

}  // namespace

std::vector<Input> mailInputsOf(const QString& path, const MailFolder& folder) {
    std::vector<Input> inputs;
    for (const QString& maildir : folder.maildirs)
        inputs.push_back(
            mailInput(maildir, InputFormat::Maildir, totalSize(maildirFiles(maildir))));
    for (const QString& mbox : folder.mboxes)
        inputs.push_back(mailInput(mbox, InputFormat::Mbox, QFileInfo(mbox).size()));
    if (!folder.mails.isEmpty())
        inputs.push_back(mailInput(path, InputFormat::MailFile, totalSize(folder.mails)));
    return inputs;
}

std::vector<Input> recogniseMail(const QString& path) {
    const QFileInfo info(path);
    if (info.isDir())
        return mailInputsOf(path, lookInto(path));
    const MailFileKind kind = mailFileKind(path);
    if (kind == MailFileKind::None)
        return {};
    const bool mbox = kind == MailFileKind::Mbox;
    return {mailInput(path, mbox ? InputFormat::Mbox : InputFormat::MailFile, info.size())};
}

void readMail(const Input& input, const ReadingOptions& options, RecordSink& sink,
              std::stop_token stop) {
    MailInputReading(input, options, sink, std::move(stop)).run();
}

Preview previewMail(const Input& input, const ReadingOptions& options, qint64 rows) {
    Preview preview;
    preview.recordEnd = recordEndOf(input);
    preview.header =
        QStringList{QStringLiteral("from"), QStringLiteral("to"), QStringLiteral("date"),
                    QStringLiteral("subject"), QStringLiteral("text")};
    preview.templateName = QStringLiteral("mail");
    for (const auto& [column, field] :
         {std::pair("date", Field::At), std::pair("subject", Field::Subject),
          std::pair("text", Field::Text)})
        preview.mapping.emplace_back(QLatin1String(column), nameOf(field));
    if (rows != 0) {
        PreviewSink sink(preview, rows);
        readMail(input, options, sink, sink.stopToken());
    }
    return preview;
}

}  // namespace goodfaith::importers
