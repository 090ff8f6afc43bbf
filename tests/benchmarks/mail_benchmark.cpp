// SPDX-License-Identifier: GPL-3.0-or-later
// How long a Maildir takes to a searchable timeline beside what `notmuch new` and `mu index` need
// to index the same mails. Where one of them is not installed, it is left out.
//   mail_benchmark [MAILS]     20,000 when not named; about 4 kB each
#include "tests/benchmarks/measured_run.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <optional>

using namespace goodfaith::benchmarks;

namespace {

constexpr int usualMails = 20'000;
constexpr int mailsPerThread = 4;
constexpr int mailsPerCustomer = 6;
constexpr int linesOfAttachment = 240;

// The same numbers everywhere and each time.
class Numbers {
public:
    explicit Numbers(quint64 seed) : state_(seed) {}
    int below(int limit) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<int>((state_ >> 33) % static_cast<quint64>(limit));
    }

private:
    quint64 state_;
};

constexpr std::array words = {
    "the",      "order",   "parcel",  "arrived", "yesterday", "with",    "a",        "broken",
    "handle",   "and",     "nobody",  "has",     "answered",  "my",      "mail",     "since",
    "Monday",   "please",  "send",    "me",      "another",   "one",     "or",       "refund",
    "what",     "I",       "paid",    "for",     "it",        "thank",   "you",      "very",
    "much",     "we",      "are",     "sorry",   "to",        "hear",    "that",     "your",
    "lamp",     "did",     "not",     "work",    "as",        "it",      "should",   "could",
    "you",      "tell",    "us",      "which",   "colour",    "was",     "shipped",  "by",
    "carrier",  "on",      "Friday",  "expect",  "delivery",  "within",  "three",    "days",
    "invoice",  "is",      "missing", "from",    "box",       "address", "changed",  "last",
    "month",    "wrong",   "size",    "blue",    "instead",   "of",      "green",    "return",
    "label",    "printed", "but",     "office",  "closed",    "until",   "next",     "week",
    "warranty", "covers",  "repair",  "only",    "if",        "receipt", "attached", "photo"};

QByteArray sentence(Numbers& numbers) {
    QByteArray text;
    for (int left = 8 + numbers.below(9); left > 0; --left) {
        text += words[static_cast<size_t>(numbers.below(static_cast<int>(words.size())))];
        text += left > 1 ? " " : ".";
    }
    text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

QByteArray paragraphs(Numbers& numbers, int count, const QByteArray& before,
                      const QByteArray& after) {
    QByteArray text;
    for (; count > 0; --count) {
        text += before;
        for (int left = 2 + numbers.below(3); left > 0; --left)
            text += sentence(numbers) + '\n';
        text += after;
    }
    return text;
}

QByteArray base64Lines(Numbers& numbers, int lines) {
    QByteArray text;
    for (; lines > 0; --lines) {
        QByteArray bytes(57, Qt::Uninitialized);
        for (char& byte : bytes)
            byte = static_cast<char>(numbers.below(256));
        text += bytes.toBase64() + '\n';
    }
    return text;
}

QByteArray idOf(int mail) {
    return "<" + QByteArray::number(mail) + ".7919@mail.example>";
}

QByteArray headerOf(int mail, Numbers& numbers) {
    const int thread = mail / mailsPerThread;
    const int place = mail % mailsPerThread;
    const QByteArray customer = QByteArray::number(thread * mailsPerThread / mailsPerCustomer);
    const QByteArray theirs = "Customer " + customer + " <customer" + customer + "@mail.example>";
    const QByteArray ours = "Support <support@shop.example>";
    const int minute = mail % (60 * 24 * 27);
    char date[64];
    std::snprintf(date, sizeof date, "%d Mar 2024 %02d:%02d:00 +0100", 1 + minute / (60 * 24),
                  minute / 60 % 24, minute % 60);
    QByteArray text = "Return-Path: <bounce@mail.example>\nReceived: from mx" +
                      QByteArray::number(numbers.below(9)) +
                      ".mail.example by mx.shop.example with ESMTPS id " +
                      QByteArray::number(numbers.below(1'000'000'000)) + ";\n\t" + date + '\n';
    text += "From: " + (place % 2 == 0 ? theirs : ours) +
            "\nTo: " + (place % 2 == 0 ? ours : theirs) + "\nDate: " + date +
            "\nMessage-ID: " + idOf(mail) + "\nSubject: " + (place > 0 ? "Re: " : "") + "Order " +
            QByteArray::number(100'000 + thread) + " has not come\n";
    if (place > 0)
        text += "In-Reply-To: " + idOf(mail - 1) + "\nReferences: " + idOf(mail - place) + '\n';
    return text + "MIME-Version: 1.0\n";
}

QByteArray bodyOf(int mail, Numbers& numbers) {
    const QByteArray plain = "Content-Type: text/plain; charset=utf-8\n\n";
    QByteArray written = paragraphs(numbers, 4 + numbers.below(6), "", "\n");
    if (mail % mailsPerThread > 0)
        written += "On Friday somebody wrote:\n" + paragraphs(numbers, 2, "> ", "\n");
    const int form = numbers.below(20);
    if (form >= 8)
        return plain + written;
    const QByteArray boundary = "=_part_" + QByteArray::number(mail);
    const QByteArray between = "\n--" + boundary + '\n';
    if (form == 0)
        return "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\n" + between + plain +
               written + between +
               "Content-Type: image/jpeg; name=photo.jpg\nContent-Transfer-Encoding: base64\n"
               "Content-Disposition: attachment; filename=photo.jpg\n\n" +
               base64Lines(numbers, linesOfAttachment) + "\n--" + boundary + "--\n";
    return "Content-Type: multipart/alternative; boundary=\"" + boundary + "\"\n" + between +
           plain + written + between + "Content-Type: text/html; charset=utf-8\n\n<html><body>" +
           paragraphs(numbers, 6, "<p style=\"margin:0\">", "</p>\n<table><tr><td>") +
           "</body></html>\n--" + boundary + "--\n";
}

qint64 writeMaildir(const QString& path, int mails) {
    for (const char* part : {"cur", "new", "tmp"})
        QDir().mkpath(path + u'/' + QLatin1String(part));
    qint64 bytes = 0;
    for (int mail = 0; mail < mails; ++mail) {
        Numbers numbers(static_cast<quint64>(mail) + 1);
        const QByteArray text = headerOf(mail, numbers) + bodyOf(mail, numbers);
        write(QStringLiteral("%1/cur/%2.M%3P1.host:2,S")
                  .arg(path)
                  .arg(1'709'280'000 + mail)
                  .arg(mail),
              text);
        bytes += text.size();
    }
    return bytes;
}

bool isInstalled(const char* program) {
    const bool installed = !QStandardPaths::findExecutable(QLatin1String(program)).isEmpty();
    if (!installed)
        std::printf("%s is not installed: not compared.\n", program);
    return installed;
}

const QString nothing = QStringLiteral("/dev/null");

std::optional<Cost> notmuch(const QTemporaryDir& folder, const QString& maildir) {
    if (!isInstalled("notmuch"))
        return std::nullopt;
    const QString settings = folder.filePath(QStringLiteral("notmuch-config"));
    write(settings, "[database]\npath=" + maildir.toLocal8Bit() +
                        "\n[user]\nname=Support\nprimary_email=support@shop.example\n[new]\n"
                        "tags=unread\n[maildir]\nsynchronize_flags=false\n");
    const Cost cost = run({QStringLiteral("env"), u"NOTMUCH_CONFIG=" + settings,
                           QStringLiteral("notmuch"), QStringLiteral("new")},
                          nothing);
    QDir(maildir + u"/.notmuch").removeRecursively();
    print("notmuch new", cost);
    return cost;
}

std::optional<Cost> mu(const QTemporaryDir& folder, const QString& maildir) {
    if (!isInstalled("mu"))
        return std::nullopt;
    const QString home = u"--muhome=" + folder.filePath(QStringLiteral("mu"));
    run({QStringLiteral("mu"), QStringLiteral("init"), home, u"--maildir=" + maildir}, nothing);
    const Cost cost = run(
        {QStringLiteral("mu"), QStringLiteral("index"), home, QStringLiteral("--quiet")}, nothing);
    print("mu index", cost);
    return cost;
}

void printRatio(const char* other, double searchable, const Cost& ours,
                const std::optional<Cost>& theirs) {
    if (theirs)
        std::printf("elapsed time to that of %s: %.2f until searchable, %.2f with scores\n", other,
                    searchable / theirs->elapsed, ours.elapsed / theirs->elapsed);
}

void compare(int mails) {
    const QTemporaryDir folder;
    const QString maildir = folder.filePath(QStringLiteral("Mail"));
    const qint64 bytes = writeMaildir(maildir, mails);
    std::printf("%d mails of %.1f MB in a Maildir\n", mails, static_cast<double>(bytes) / 1e6);
    const QStringList import{QStringLiteral(GOODFAITH_CLI),
                             QStringLiteral("--database"),
                             folder.filePath(QStringLiteral("goodfaith.db")),
                             QStringLiteral("import"),
                             maildir,
                             QStringLiteral("--own-address"),
                             QStringLiteral("support@shop.example")};
    const QString report = folder.filePath(QStringLiteral("report.json"));
    const Cost ours = run(import + QStringList{QStringLiteral("--json")}, nothing, report);
    print("import and scoring", ours);
    const double searchable = secondsOfImport(report);
    std::printf("  until timelines can be searched: %.2f s\n", searchable);
    print("the same mails again", run(import, nothing));
    printRatio("notmuch", searchable, ours, notmuch(folder, maildir));
    printRatio("mu", searchable, ours, mu(folder, maildir));
}

}  // namespace

int main(int count, char** arguments) {
    const int mails = count > 1 ? QByteArray(arguments[1]).toInt() : usualMails;
    if (count > 2 || mails <= 0) {
        std::fprintf(stderr, "usage: %s [MAILS]\n", arguments[0]);
        return 2;
    }
    try {
        compare(mails);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
