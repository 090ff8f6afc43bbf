// SPDX-License-Identifier: GPL-3.0-or-later
// Mails that came back: whom they did not reach. The first byte says whether the rest is a whole
// mail, or what follows the headers of a mail system.
#include "importers/mail/mail_input.h"
#include "models/domain/failure.h"
#include "promise.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdint>

using namespace goodfaith;
using namespace goodfaith::importers;
using goodfaith::fuzz::promise;

namespace {

const QByteArray fromMachine =
    "From: MAILER-DAEMON@mx.shop.example\nTo: help@shop.example\n"
    "Date: Fri, 3 May 2024 09:30:00 +0000\nMessage-ID: <b1@mx.shop.example>\n";

bool isOneWord(const QString& word) {
    return std::none_of(word.begin(), word.end(), [](QChar c) { return c.isSpace(); });
}

bool isAddress(const QString& word) {
    return word.contains(u'@') && isOneWord(word) &&
           std::none_of(word.begin(), word.end(),
                        [](QChar c) { return c.category() == QChar::Other_Control; });
}

// Of one mail: whom it says was not reached, and what it answers.
struct Told : RecordSink {
    void take(ImportedRecord record) override {
        for (const ImportedParty& party : record.parties) {
            if (party.role == PartyRole::Unreached)
                unreached.append(party.keys.email);
        }
        answers = record.fields.text(Field::InReplyTo);
    }
    void reject(RejectedRow row) override { reason = row.reason; }
    void warn(const QString&) override {}
    void progress(const ReadingProgress&) override {}

    QStringList unreached;
    QString answers, reason;
    friend bool operator==(const Told& a, const Told& b) {
        return a.unreached == b.unreached && a.answers == b.answers && a.reason == b.reason;
    }
};

Told toldBy(const QByteArray& mail) {
    static const QTemporaryDir folder;
    Input input;
    input.path = folder.filePath(QStringLiteral("returned.eml"));
    input.format = InputFormat::MailFile;
    input.bytes = mail.size();
    QFile file(input.path);
    promise(file.open(QIODevice::WriteOnly) && file.write(mail) == mail.size(),
            "the file can be written");
    file.close();
    Told told;
    readMail(input, {}, told, {});
    return told;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    if (size < 2)
        return 0;
    const QByteArray rest(reinterpret_cast<const char*>(data + 1),
                          static_cast<qsizetype>(size) - 1);
    const QByteArray mail = data[0] % 2 == 0 ? rest : fromMachine + rest;
    const Told told = toldBy(mail);
    promise(told == toldBy(mail), "a mail reads the same twice");
    promise(told.unreached.size() <= 50, "few are named");
    QStringList known;
    for (const QString& address : told.unreached) {
        promise(isAddress(address), "an address is one");
        promise(!known.contains(address, Qt::CaseInsensitive), "each is named once");
        known << address;
    }
    promise(isOneWord(told.answers), "an id is one word");
    return 0;
}
