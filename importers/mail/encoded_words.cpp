// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mail/encoded_words.h"

#include "importers/mail/text_charset.h"

#include <QRegularExpression>
#include <QString>

namespace goodfaith::importers {

namespace {

QByteArray decodedBytes(QByteArray content, const QString& encoding) {
    if (encoding.compare(u"b", Qt::CaseInsensitive) == 0)
        return QByteArray::fromBase64(content);
    content.replace('_', ' ');
    return QByteArray::fromPercentEncoding(content, '=');
}

// The words of one run: neighbours in the same charset are decoded together.
class Run {
public:
    void add(const QByteArray& bytes, const QByteArray& charset) {
        if (charset != charset_)
            flush();
        charset_ = charset;
        bytes_ += bytes;
    }
    QByteArray takeWord() {
        flush();
        const QByteArray encoded = text_.toUtf8().toBase64();
        text_.clear();
        return encoded.isEmpty() ? QByteArray() : QByteArray("=?utf-8?B?" + encoded + "?=");
    }

private:
    void flush() {
        text_ += decodeText(bytes_, charset_);
        bytes_.clear();
    }

    QByteArray charset_;
    QByteArray bytes_;
    QString text_;
};

}  // namespace

QByteArray withMergedEncodedWords(const QByteArray& header) {
    if (!header.contains("=?"))
        return header;
    static const QRegularExpression word(
        QStringLiteral("=\\?([^?*\\s]+)(?:\\*[^?\\s]*)?\\?([bBqQ])\\?([^?]*)\\?="));
    QByteArray merged;
    Run run;
    bool withinRun = false;
    qsizetype done = 0;
    auto matches = word.globalMatch(QString::fromLatin1(header));
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QByteArray between = header.mid(done, match.capturedStart() - done);
        if (!withinRun || !between.trimmed().isEmpty())
            merged += run.takeWord() + between;
        run.add(decodedBytes(match.captured(3).toLatin1(), match.captured(2)),
                match.captured(1).toLatin1().toLower());
        withinRun = true;
        done = match.capturedEnd();
    }
    return merged + run.takeWord() + header.mid(done);
}

}  // namespace goodfaith::importers
