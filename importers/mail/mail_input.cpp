// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mail/mail_input.h"

#include "importers/mail/mail_delivery.h"
#include "importers/mail/mail_folder.h"
#include "importers/mail/mail_standing.h"
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

// Reads one input's mails one after the other into the sink.
class MailInputReading {
public:
    MailInputReading(const Input& input, const ReadingOptions& options, RecordSink& sink,
                     std::stop_token stop)
        : input_(input), delivery_(sink, options.timeZone, input.bytes), stop_(std::move(stop)) {}

    void run();

private:
    void readMbox();
    void readMaildir(MailStanding standing);
    void readFiles(const QStringList& files);
    void readFile(const QString& path);

    const Input& input_;
    MailDelivery delivery_;
    std::stop_token stop_;
};

void MailInputReading::run() {
    const QFileInfo info(input_.path);
    if (!info.exists())
        throw Failure(FailureKind::Unreadable,
                      QStringLiteral("%1 does not exist.").arg(input_.path));
    if (input_.format == InputFormat::Mbox)
        readMbox();
    else if (input_.format == InputFormat::Maildir)
        readMaildir(standingOfMaildir(input_.path));
    else
        readFiles(info.isDir() ? lookInto(input_.path).mails : QStringList{input_.path});
    delivery_.end(stop_.stop_requested());
}

void MailInputReading::readMbox() {
    QFile file(input_.path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        throw Failure(
            FailureKind::Unreadable,
            QStringLiteral("%1 cannot be opened: %2.").arg(input_.path, file.errorString()));
    }
    MboxReader mbox(file);
    while (!stop_.stop_requested()) {
        const auto range = mbox.next();
        if (!range)
            break;
        delivery_.deliver(file, *range);
    }
}

void MailInputReading::readMaildir(MailStanding standing) {
    const QStringList files = maildirFiles(input_.path);
    if (standing == MailStanding::Contact)
        return readFiles(files);
    for (const QString& file : files)
        delivery_.leaveOut(standing, QFileInfo(file).size());
}

void MailInputReading::readFiles(const QStringList& files) {
    for (const QString& path : files) {
        if (stop_.stop_requested())
            return;
        readFile(path);
    }
}

void MailInputReading::readFile(const QString& path) {
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        delivery_.deliverFile(file, name, input_.format == InputFormat::Maildir);
    else
        delivery_.refuse(name,
                         QStringLiteral("The file cannot be opened: %1.").arg(file.errorString()));
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
        inputs.push_back(mailInput(maildir, InputFormat::Maildir, maildirState(maildir).size));
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

Preview previewMails(qint64 rows, const std::function<void(RecordSink&, std::stop_token)>& read) {
    Preview preview;
    preview.header =
        QStringList{QStringLiteral("from"), QStringLiteral("to"), QStringLiteral("date"),
                    QStringLiteral("subject"), QStringLiteral("text")};
    preview.templateName = QStringLiteral("mail");
    for (const auto& [column, role] :
         {std::pair("from", PartyRole::Sender), std::pair("to", PartyRole::Addressee)})
        preview.mapping.emplace_back(QLatin1String(column), nameOf(role));
    for (const auto& [column, field] :
         {std::pair("date", Field::At), std::pair("subject", Field::Subject),
          std::pair("text", Field::Text)})
        preview.mapping.emplace_back(QLatin1String(column), nameOf(field));
    if (rows != 0) {
        PreviewSink sink(preview, rows);
        read(sink, sink.stopToken());
    }
    return preview;
}

Preview previewMail(const Input& input, const ReadingOptions& options, qint64 rows) {
    Preview preview = previewMails(rows, [&](RecordSink& sink, const std::stop_token& stop) {
        readMail(input, options, sink, stop);
    });
    preview.recordEnd = recordEndOf(input);
    return preview;
}

}  // namespace goodfaith::importers
