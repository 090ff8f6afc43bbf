// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample_shop/conversation.h"

namespace goodfaith::sample_shop {
namespace {

constexpr int longestReferences = 8;
const QDate acknowledgedSince(2026, 6, 1);

QString bracketed(const QString& text) {
    QStringList lines = text.split(u'\n');
    for (QString& line : lines)
        line.prepend(line.startsWith(u'>') ? QStringLiteral(">") : QStringLiteral("> "));
    return lines.join(u'\n');
}

// Mail programs break lines; people's phones do not.
QString wrapped(const QString& text, int width) {
    QString out;
    for (const QString& line : text.split(u'\n')) {
        qsizetype column = 0;
        for (const QString& word : line.split(u' ')) {
            if (column > 0 && column + word.size() >= width) {
                out += u'\n';
                column = 0;
            } else if (column > 0) {
                out += u' ';
                ++column;
            }
            out += word;
            column += word.size();
        }
        out += u'\n';
    }
    out.chop(1);
    return out;
}

// Swaps two letters of one word, or drops an apostrophe.
QString withTypos(const QString& text, Random& random) {
    QString out = text;
    if (random.chance(400))
        out.replace(QStringLiteral("n't"), QStringLiteral("nt"));
    for (int i = random.below(3); i > 0 && out.size() > 20; --i) {
        const int place = random.between(8, static_cast<int>(out.size()) - 4);
        if (out[place].isLower() && out[place + 1].isLower())
            std::swap(out[place], out[place + 1]);
    }
    return out;
}

QString spokenMoney(qint64 pence, const QString& currency) {
    return (currency == u"EUR" ? u"€" : u"£") + decimal(pence);
}

}  // namespace

QString dayInWords(Random& random, QDate day) {
    // Names of our own: those of a locale change from one release of Qt to the next.
    static constexpr std::array days{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                     "Friday", "Saturday", "Sunday"};
    static constexpr std::array months{"January",   "February", "March",    "April",
                                       "May",       "June",     "July",     "August",
                                       "September", "October",  "November", "December"};
    const QString weekday = QLatin1String(days[static_cast<size_t>(day.dayOfWeek() - 1)]);
    const QString month = QLatin1String(months[static_cast<size_t>(day.month() - 1)]);
    const QString number = QString::number(day.day());
    switch (random.below(4)) {
        case 0:
            return QString(number + u' ' + month);
        case 1:
            return QString(weekday + u' ' + number + u' ' + month.left(3));
        case 2:
            return day.toString(QStringLiteral("dd/MM/yyyy"));
        default:
            return QString(weekday + u' ' + number + u' ' + month);
    }
}

Slots orderFacts(const Shop& shop, const Customer& customer, const Order& order, Random& random) {
    const QDate arrived = londonDay(order.deliveredAt.value_or(order.promisedAt));
    return {
        {QStringLiteral("shop"), shop.name},
        {QStringLiteral("given"), customer.name.given},
        {QStringLiteral("full"), customer.name.full()},
        {QStringLiteral("street"), customer.street},
        {QStringLiteral("city"), customer.city},
        {QStringLiteral("postcode"), customer.postcode},
        {QStringLiteral("order"), order.key},
        {QStringLiteral("noun"), QString::fromUtf8(order.product().noun)},
        {QStringLiteral("title"), QString::fromUtf8(order.product().title)},
        {QStringLiteral("sku"), QString::fromUtf8(order.product().sku)},
        {QStringLiteral("carrier"),
         order.carrier != nullptr ? QString::fromUtf8(order.carrier->name) : QString()},
        {QStringLiteral("tracking"), order.tracking},
        {QStringLiteral("ordered"), dayInWords(random, londonDay(order.at))},
        {QStringLiteral("promised"), dayInWords(random, londonDay(order.promisedAt))},
        {QStringLiteral("delivered"), dayInWords(random, arrived)},
        {QStringLiteral("amount"), spokenMoney(order.total, order.currency)},
    };
}

Conversation::Conversation(Shop& shop, const Customer& customer, Random& random, Mailbox mailbox,
                           const QString& subject)
    : shop_(shop),
      customer_(customer),
      random_(random),
      mailbox_(mailbox),
      subject_(subject),
      agent_(random.pick(agents())) {
    facts.insert(QStringLiteral("agent"), agent_);
}

QString Conversation::composed(const QStringList& sections) {
    QStringList parts;
    for (const QString& section : sections)
        parts.append(shop_.grammar.write(section, facts, random_).simplified());
    QString text = parts.join(random_.chance(300) ? u"\n\n"_qs : u" "_qs);
    for (const QChar mark : {u'.', u',', u';'})
        text.replace(QString(u' ' + QString(mark)), mark);
    return text;
}

QString Conversation::inCustomersHand(const QString& text) {
    const WritingStyle& style = customer_.style;
    const QString kind = style.formal ? QStringLiteral(".formal") : QString();
    QString whole = text;
    if (style.formal || random_.chance(700))
        whole.prepend(shop_.grammar.write(QStringLiteral("hello") + kind, facts, random_) +
                      u"\n\n");
    if (style.formal || random_.chance(750))
        whole += u"\n\n" + shop_.grammar.write(QStringLiteral("bye") + kind, facts, random_);
    if (style.typos)
        whole = withTypos(whole, random_);
    if (style.lowerCase)
        whole = whole.toLower();
    if (!style.mobileSignature.isEmpty() && random_.chance(800))
        whole += u"\n\n" + style.mobileSignature;
    return whole;
}

QString Conversation::withQuote(const QString& text, WritingStyle::Quoting quoting) const {
    using Quoting = WritingStyle::Quoting;
    if (messageIds_.isEmpty() || quoting == Quoting::None)
        return text;
    const QString earlier = last_.text.left(1500);
    const QString from = QString(last_.from.name + u" <" + last_.from.email + u'>');
    const QString date = mailDate(last_.at, londonOffsetMinutes(last_.at));
    if (quoting == Quoting::Outlook)
        return QString(text + u"\n\n-----Original Message-----\nFrom: " + from + u"\nSent: " +
                       date.section(u' ', 0, 4).chopped(3) + u"\nTo: " + last_.to.email +
                       u"\nSubject: " + last_.subject + u"\n\n" + earlier);
    if (quoting == Quoting::Bracketed)
        return QString(bracketed(wrapped(earlier, 70)) + u"\n\n" + text);
    return QString(text + u"\n\nOn " + date.section(u' ', 0, 3) + u" at " +
                   date.section(u' ', 4, 4).left(5) + u", " + from + u" wrote:\n" +
                   bracketed(wrapped(earlier, 74)));
}

Mail Conversation::draft(bool inbound, Instant at) {
    const MailAddress person{customer_.company.isEmpty() || random_.chance(500)
                                 ? customer_.name.full()
                                 : customer_.company,
                             customer_.email};
    const QString box =
        mailbox_ == Mailbox::Sales ? QStringLiteral("sales@") : QStringLiteral("support@");
    const MailAddress ours{inbound ? shop_.name : QString(agent_ + u" at " + shop_.name),
                           QString(box + shop_.domain)};
    Mail mail;
    mail.at = at;
    mail.from = inbound ? person : ours;
    mail.to = inbound ? ours : person;
    mail.subject = messageIds_.isEmpty() ? subject_ : QString(u"Re: " + subject_);
    mail.references =
        messageIds_.mid(std::max<qsizetype>(0, messageIds_.size() - longestReferences));
    const QString domain = inbound ? customer_.email.section(u'@', 1) : shop_.domain;
    mail.messageId = QString::number(random_.next(), 36) + u'.' +
                     QString::number(toMillis(at) / 1000) + u'@' + domain;
    mail.zoneMinutes = inbound && customer_.style.zoneMinutes != 0
                           ? customer_.style.zoneMinutes + londonOffsetMinutes(at)
                           : londonOffsetMinutes(at);
    return mail;
}

void Conversation::send(Mail mail, bool inbound) {
    const bool sales = mailbox_ == Mailbox::Sales;
    MailStore store =
        sales ? (inbound ? MailStore::SalesInbox : MailStore::SalesSent) : MailStore::Support;
    // Now and then somebody saved a mail as a file instead.
    if (inbound && !sales && random_.chance(8))
        store = MailStore::SingleFiles;
    shop_.files.addMail(store, mail.at, toBytes(mail, random_));
    messageIds_.append(mail.messageId);
    lastAt_ = mail.at;
    if (inbound)
        lastInboundAt_ = mail.at;
    last_ = std::move(mail);
}

void Conversation::customerWrites(Instant at, const QStringList& sections, bool photo) {
    const WritingStyle& style = customer_.style;
    Mail mail = draft(true, at);
    mail.html = style.html;
    mail.htmlOnly = style.htmlOnly;
    mail.photo = photo;
    if (style.lowerCase && messageIds_.isEmpty())
        mail.subject = mail.subject.toLower();
    const QString text = inCustomersHand(composed(sections));
    mail.text = withQuote(style.html || !style.mobileSignature.isEmpty() ? text : wrapped(text, 76),
                          style.quoting);
    if (!style.mobileSignature.isEmpty())
        mail.furtherHeaders.emplace_back("X-Mailer", "Mobile Mail 17.2");
    const bool isFirst = messageIds_.isEmpty();
    send(std::move(mail), true);
    if (isFirst)
        acknowledge(at);
}

void Conversation::agentWrites(Instant at, const QStringList& sections) {
    Mail mail = draft(false, at);
    mail.html = random_.chance(150);
    QString text = shop_.grammar.write(QStringLiteral("dear"), facts, random_) + u"\n\n";
    text += composed(sections) + u"\n\n";
    text += shop_.grammar.write(QStringLiteral("sign"), facts, random_);
    mail.text = withQuote(wrapped(text, 78), WritingStyle::Quoting::BelowOnWrote);
    mail.furtherHeaders.emplace_back("X-Ticket-Agent", agent_.toLatin1());
    send(std::move(mail), false);
}

// "We have your message": sent by a machine since the last summer, and no answer.
void Conversation::acknowledge(Instant at) {
    if (mailbox_ != Mailbox::Support || londonDay(at) < acknowledgedSince)
        return;
    Mail mail = draft(false, at + std::chrono::seconds(40));
    mail.from.name = shop_.name;
    mail.subject = QString(u"We have received your message: " + subject_);
    mail.text = shop_.grammar.write(QStringLiteral("acknowledged"), facts, random_);
    mail.furtherHeaders.emplace_back("Auto-Submitted", "auto-replied");
    shop_.files.addMail(MailStore::Support, mail.at, toBytes(mail, random_));
}

void Conversation::autoReplies(Instant at) {
    Mail mail = draft(true, at);
    mail.subject = QString(u"Automatic reply: " + subject_);
    mail.text = shop_.grammar.write(QStringLiteral("holiday"), facts, random_) + u"\n\n" +
                customer_.name.full();
    mail.furtherHeaders.emplace_back("Auto-Submitted", "auto-replied");
    mail.furtherHeaders.emplace_back("X-Auto-Response-Suppress", "All");
    shop_.files.addMail(MailStore::Support, mail.at, toBytes(mail, random_));
}

void Conversation::bounces(Instant at) {
    const QString domain = customer_.email.section(u'@', 1);
    Mail mail = draft(true, at);
    mail.from = {QStringLiteral("Mail Delivery System"), QString(u"mailer-daemon@" + domain)};
    mail.subject = QStringLiteral("Undelivered Mail Returned to Sender");
    mail.text =
        QString(u"This is the mail system at host mx1." + domain +
                u".\n\nI'm sorry to have to inform you that your message could not be "
                u"delivered to one or more recipients.\n\n<" +
                customer_.email + u">: host mx1." + domain + u" said: 552 5.2.2 Mailbox full\n");
    mail.furtherHeaders.emplace_back("Auto-Submitted", "auto-replied");
    mail.furtherHeaders.emplace_back("Return-Path", "<>");
    mail.furtherHeaders.emplace_back("X-Failed-Recipients", customer_.email.toLatin1());
    shop_.files.addMail(MailStore::Support, mail.at, toBytes(mail, random_));
}

}  // namespace goodfaith::sample_shop
