// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/record_title.h"

#include "models/store/field_words.h"

namespace goodfaith::store {
namespace {

constexpr qint64 millisPerSecond = 1000;

QString capitalised(QString text) {
    text.replace(u'_', u' ');
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString durationText(qint64 seconds) {
    constexpr qint64 secondsPerMinute = 60;
    if (seconds < 2 * secondsPerMinute)
        return QStringLiteral("%1 s").arg(seconds);
    return QStringLiteral("%1 min").arg((seconds + secondsPerMinute / 2) / secondsPerMinute);
}

QString callTitle(const RecordFields& fields) {
    QString disposition = word(fields.text(Field::Disposition));
    if (disposition.isEmpty())
        return QStringLiteral("Call");
    const auto seconds =
        fields.integer(disposition == u"answered" ? Field::TalkSeconds : Field::WaitSeconds);
    QString title = QStringLiteral("Call, ") + disposition.replace(u'_', u' ');
    if (seconds && disposition == u"abandoned")
        title += QStringLiteral(" after ") + durationText(*seconds);
    else if (seconds && disposition == u"answered")
        title += QStringLiteral(", ") + durationText(*seconds);
    return title;
}

// "Chat with Tom, 12 min".
QString chatTitle(const RecordFields& fields) {
    const QString agent = fields.text(Field::Agent);
    QString title = agent.isEmpty() ? QStringLiteral("Chat") : QStringLiteral("Chat with ") + agent;
    const auto from = fields.instant(Field::At);
    const auto to = fields.instant(Field::EndedAt);
    if (from && to && *to > *from)
        title += u", " + durationText((*to - *from).count() / millisPerSecond);
    return title;
}

// "Payment, paypal"; "Payment failed, card": what moved no money is none.
QString paymentTitle(const RecordFields& fields) {
    QString title = QStringLiteral("Payment");
    const QString status = word(fields.text(Field::Status)).replace(u'_', u' ');
    if (!isChargedBy(status))
        title += u' ' + status;
    const QString method = fields.text(Field::Method);
    return method.isEmpty() ? title : title + u", " + method;
}

QString rated(const QString& what, const RecordFields& fields) {
    const auto score = fields.decimal(Field::Score);
    const auto scale = fields.decimal(Field::Scale);
    if (!score)
        return what;
    return scale ? QStringLiteral("%1: %2 of %3").arg(what).arg(*score).arg(*scale)
                 : QStringLiteral("%1: %2").arg(what).arg(*score);
}

QString joined(const QString& what, const QString& more) {
    return more.isEmpty() ? what : what + u": " + more;
}

// "Review: 2 of 5, shops.example".
QString reviewTitle(const RecordFields& fields) {
    const QString title = rated(QStringLiteral("Review"), fields);
    const QString site = fields.text(Field::Site);
    if (site.isEmpty())
        return title;
    return title + (fields.has(Field::Score) ? u", " : u": ") + site;
}

QString messageTitle(const RecordFields& fields) {
    const QString subject = fields.text(Field::Subject).simplified();
    if (!subject.isEmpty())
        return subject;
    const QString channel = fields.text(Field::Channel);
    return channel.isEmpty() ? QStringLiteral("E-mail without a subject") : capitalised(channel);
}

}  // namespace

QString titleOf(RecordKind kind, const QString& key, const RecordFields& fields) {
    switch (kind) {
        case RecordKind::Order:
            return QStringLiteral("Order ") + key;
        case RecordKind::OrderItem:
            return fields.text(Field::Title);
        case RecordKind::Refund:
            return capitalised(nameIn(refundKinds, meaningOr(refundKinds, fields, Field::RefundKind,
                                                             goodfaith::RefundKind::Refund)));
        case RecordKind::Return:
            return fields.has(Field::ReceivedAt) ? QStringLiteral("Return received")
                                                 : QStringLiteral("Return requested");
        case RecordKind::Message:
            return messageTitle(fields);
        case RecordKind::Call:
            return callTitle(fields);
        case RecordKind::ContactForm:
            return joined(QStringLiteral("Contact form"), fields.text(Field::Topic));
        case RecordKind::Survey:
            return rated(QStringLiteral("Survey"), fields);
        case RecordKind::Review:
            return reviewTitle(fields);
        case RecordKind::Visit:
            return joined(QStringLiteral("Visit"), fields.text(Field::Page));
        case RecordKind::Payment:
            return paymentTitle(fields);
        case RecordKind::Chat:
            return chatTitle(fields);
        case RecordKind::Customer:
        case RecordKind::Shipment:
            return capitalised(nameOf(kind));
    }
    return {};
}

}  // namespace goodfaith::store
