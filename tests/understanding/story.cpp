// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/understanding/story.h"

#include "models/understanding/text_reader.h"

#include <QStringList>
#include <QTime>

namespace goodfaith::understanding::story {
namespace {

Direction directionFrom(const QString& word) {
    return word == u"in" ? Direction::Inbound : Direction::Outbound;
}

CallDisposition dispositionFrom(const QString& word) {
    static const QHash<QString, CallDisposition> dispositions{
        {QStringLiteral("answered"), CallDisposition::Answered},
        {QStringLiteral("abandoned"), CallDisposition::Abandoned},
        {QStringLiteral("voicemail"), CallDisposition::Voicemail},
        {QStringLiteral("busy"), CallDisposition::Busy},
        {QStringLiteral("no_answer"), CallDisposition::NoAnswer},
        {QStringLiteral("failed"), CallDisposition::Failed}};
    return dispositions.value(word);
}

class Teller {
public:
    CustomerFacts tell(const QString& story) {
        const auto lines = story.trimmed().split(u'\n');
        for (const QString& line : lines)
            event(line.trimmed());
        return facts_;
    }

private:
    void event(const QString& line) {
        ++id_;
        const QString head = line.section(u':', 0, 0);
        const bool hasTime = line.section(u' ', 1, 1).contains(u':');
        const QString rest = line.section(u' ', hasTime ? 2 : 1);
        int minute = 12 * 60;
        if (hasTime) {
            const auto time = QTime::fromString(line.section(u' ', 1, 1), QStringLiteral("hh:mm"));
            minute = time.hour() * 60 + time.minute();
        }
        at_ = at(head.section(u' ', 0, 0).toInt(), minute);
        text_ = rest.section(u':', 1).trimmed();
        const auto words = rest.section(u':', 0, 0).split(u' ');
        if (words[0] == u"mail")
            mail(words);
        else if (words[0] == u"form")
            form(words);
        else if (words[0] == u"call")
            call(words);
        else
            record(words);
    }

    void mail(const QStringList& words) {
        MessageFact message;
        message.id = EventId(id_);
        message.at = at_;
        message.direction = directionFrom(words[1]);
        message.channel = QStringLiteral("email");
        message.text = text_;
        message.thread = words[2];
        message.mailbox = QStringLiteral("support@shop.example");
        facts_.messages.push_back(message);
    }

    void form(const QStringList& words) {
        MessageFact message;
        message.id = EventId(id_);
        message.at = at_;
        message.direction = Direction::Inbound;
        message.channel = nameOf(RecordKind::ContactForm);
        message.text = text_;
        message.orderKey = words[1] == u"-" ? QString() : words[1];
        facts_.messages.push_back(message);
    }

    void call(const QStringList& words) {
        CallFact call;
        call.id = EventId(id_);
        call.at = at_;
        call.direction = directionFrom(words[1]);
        call.disposition = dispositionFrom(words[2]);
        if (words.size() > 4)
            call.wait = std::chrono::seconds(words[4].toInt());
        call.notes = text_;
        facts_.calls.push_back(call);
    }

    void record(const QStringList& words) {
        const EventId id(id_);
        if (words[0] == u"order" || words[0] == u"replacement") {
            OrderFact order;
            order.id = id;
            order.orderedAt = at_;
            order.total = euros(100);
            order.key = words[0] == u"order" ? words[1] : words[1] + QStringLiteral("-R");
            if (words[0] == u"replacement")
                order.replacesOrderKey = words[1];
            facts_.orders.push_back(order);
        } else if (words[0] == u"parcel") {
            ShipmentFact shipment;
            shipment.id = id;
            shipment.order = orderOf(words[1]);
            shipment.shippedAt = at_;
            if (words.size() > 2)
                shipment.deliveredAt = at(words[2].toInt());
            facts_.shipments.push_back(shipment);
        } else if (words[0] == u"return") {
            ReturnFact fact;
            fact.id = id;
            fact.order = orderOf(words[1]);
            fact.requestedAt = at_;
            fact.reason = text_;
            facts_.returns.push_back(fact);
        } else {
            const auto kind = words[0] == u"chargeback"     ? RefundKind::Chargeback
                              : words[0] == u"compensation" ? RefundKind::Compensation
                                                            : RefundKind::Refund;
            const Money amount = euros(kind == RefundKind::Compensation ? 10 : 100);
            facts_.refunds.push_back({id, orderOf(words[1]), at_, amount, kind, text_});
        }
    }

    static Money euros(qint64 amount) { return {100 * amount, *Currency::fromCode(u"EUR")}; }

    EventId orderOf(const QString& key) const {
        for (const OrderFact& order : facts_.orders) {
            if (order.key == key)
                return order.id;
        }
        return {};
    }

    CustomerFacts facts_;
    qint64 id_ = 0;
    Instant at_;
    QString text_;
};

QString idsText(const std::vector<EventId>& ids) {
    QStringList texts;
    for (const EventId id : ids)
        texts << QString::number(id.value());
    return texts.join(u' ');
}

std::vector<EventReading> readingsOf(const CustomerFacts& facts) {
    static TextReader reader;  // loading its language takes a while
    std::vector<EventReading> readings;
    for (const MessageFact& message : facts.messages) {
        readings.push_back(
            {message.id, reader.read({RecordKind::Message, message.direction, message.subject,
                                      message.text, message.automaticHeaders})});
    }
    for (const CallFact& call : facts.calls) {
        if (!call.notes.isEmpty())
            readings.push_back(
                {call.id, reader.read({RecordKind::Call, call.direction, {}, call.notes, {}})});
    }
    return readings;
}

}  // namespace

Instant at(int day, int minute) {
    return *parseIso(u"2024-01-01T00:00:00Z", QTimeZone::utc()) + std::chrono::days(day) +
           std::chrono::minutes(minute);
}

CustomerFacts factsOf(const QString& story) {
    return Teller().tell(story);
}

Understanding understood(const CustomerFacts& facts, Instant asOf, const ShopSettings& settings,
                         const PeopleSaid& said) {
    return understand(facts, readingsOf(facts), settings, asOf, said);
}

Understanding understood(const QString& story, int day) {
    return understood(factsOf(story), at(day, 24 * 60 - 1));
}

QString casesText(const Understanding& understanding) {
    QStringList texts;
    for (const Case& found : understanding.cases) {
        QString text =
            nameOf(found.topic) + u' ' + nameOf(found.state) + u' ' + idsText(found.events);
        if (!found.orders.empty())
            text += QStringLiteral(" (%1)").arg(idsText(found.orders));
        texts << text;
    }
    return texts.join(QStringLiteral("; "));
}

QString outcomesText(const Understanding& understanding) {
    QStringList texts;
    for (const Case& found : understanding.cases) {
        QString text = found.outcome ? nameOf(*found.outcome) : QStringLiteral("-");
        if (found.isOnTheSpot)
            text += QStringLiteral(" on the spot");
        if (!found.boughtAgain.isNone())
            text += QStringLiteral(", bought %1").arg(found.boughtAgain.value());
        texts << text;
    }
    return texts.join(QStringLiteral("; "));
}

QString promisesText(const Understanding& understanding) {
    QStringList texts;
    for (const Promise& promise : understanding.promises) {
        QString text = nameOf(promise.kind) + u' ' + QString::number(promise.event.value()) + u' ' +
                       nameOf(promise.state);
        if (promise.doneAt)
            text += u' ' + QString::number(promise.done.value());
        texts << text;
    }
    return texts.join(QStringLiteral("; "));
}

QString waitsText(const Understanding& understanding) {
    QStringList texts;
    for (const Wait& wait : understanding.waits) {
        QString text =
            QString::number(wait.inquiry.value()) + u'>' +
            (wait.answeredAt ? QString::number(wait.answer.value()) : QStringLiteral("-"));
        if (wait.chasers > 0)
            text += QStringLiteral(" +%1").arg(wait.chasers);
        texts << (wait.firstOfCase ? QString(text + QStringLiteral(" first")) : text);
    }
    return texts.join(QStringLiteral("; "));
}

}  // namespace goodfaith::understanding::story
