// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample_shop/story.h"

namespace goodfaith::sample_shop {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr int usualAnswerMinutes = 160;

}  // namespace

struct Story::CallOutcome {
    QString disposition;
    QString notes;
    bool inbound = true;
    int waitSeconds = 0;
    int talkSeconds = 0;
};

Story::Story(Shop& shop, Customer who, Random random)
    : customer(std::move(who)), shop_(shop), random_(random), ledger_(shop, random_) {}

// Nothing when the mail is overlooked.
std::optional<Instant> Story::answerTime(Instant from) {
    if (random_.chance(35))
        return std::nullopt;
    const int slow = isShortOfPeople(londonDay(from)) ? 4 : 1;
    return afterOfficeMinutes(from, random_.longTailed(usualAnswerMinutes * slow) + 3);
}

Slots Story::factsOf(const Order& order) {
    Slots facts = orderFacts(shop_, customer, order, random_);
    facts.insert(QStringLiteral("days"), QString::number(random_.between(4, 9)));
    facts.insert(QStringLiteral("wrote"), dayInWords(random_, londonDay(order.promisedAt)));
    facts.insert(QStringLiteral("rma"), QString());
    facts.insert(QStringLiteral("due"), QString());
    return facts;
}

void Story::tellDue(Slots& facts, Instant at) {
    const QDate due = addWorkingDays(londonDay(at), random_.between(2, 4));
    facts.insert(QStringLiteral("due"), dayInWords(random_, due));
}

Conversation Story::thread(Mailbox mailbox, const QString& subjectSection, const Slots& facts) {
    const QString subject = shop_.grammar.write(subjectSection, facts, random_).simplified();
    Conversation conversation(shop_, customer, random_, mailbox,
                              subject.left(1).toUpper() + subject.mid(1));
    conversation.facts.insert(facts);
    return conversation;
}

void Story::ordinaryOrder(Instant at, bool bigSpender) {
    if (random_.chance(20)) {
        ledger_.cancelledOrder(customer, at);
        return;
    }
    OrderWish wish;
    wish.at = at;
    wish.bigSpender = bigSpender;
    const Order order = ledger_.order(customer, wish);
    const bool late = order.deliveredAt && *order.deliveredAt > order.promisedAt;
    const bool faulty = isFromFaultyBatch(order.product(), londonDay(at)) && random_.chance(450);
    if (faulty)
        complain(order, Trouble::Defective);
    else if (late && random_.chance(550))
        complain(order, Trouble::Late);
    else if (random_.chance(90))
        statusQuestion(order);
    else if (random_.chance(45))
        thanks(order);
}

void Story::changeOfMind(Instant at, bool again) {
    OrderWish wish;
    wish.at = at;
    wish.delivery = Delivery::OnTime;
    const Order order = ledger_.order(customer, wish);
    Conversation mails = thread(Mailbox::Support, QStringLiteral("change.subject"), factsOf(order));
    const Instant asked =
        waking(random_, londonDay(*order.deliveredAt).addDays(random_.between(1, 9)));
    mails.customerWrites(asked,
                         {again ? QStringLiteral("change.again") : QStringLiteral("change.body")});
    const Instant answered = answerTime(asked).value_or(afterOfficeMinutes(asked, 1500));
    const QDate back = addWorkingDays(londonDay(answered), random_.between(3, 8));
    const Instant received = londonTime(back, random_.between(34000, 58000));
    const QString rma = ledger_.returned(
        order, {answered, received, QStringLiteral("changed mind"), QStringLiteral("as_new"),
                QStringLiteral("customer"), QStringLiteral("refunded")});
    mails.facts.insert(QStringLiteral("rma"), rma);
    mails.agentWrites(answered, {QStringLiteral("reply.return")});
    const Instant paid = afterOfficeMinutes(received, random_.longTailed(700));
    ledger_.refund(order, paid, order.product().pricePence, QStringLiteral("refund"),
                   QStringLiteral("returned"));
    if (random_.chance(400))
        mails.agentWrites(paid + minutes(5), {QStringLiteral("reply.returned")});
}

void Story::questionBeforePurchase(Instant at) {
    Order imagined;
    imagined.at = at;
    imagined.promisedAt = at;
    imagined.lines = {{&random_.pick(catalogue()), 1}};
    imagined.carrier = &carriers()[1];
    Slots facts = factsOf(imagined);
    Conversation mails = thread(Mailbox::Sales, QStringLiteral("question.subject"), facts);
    mails.customerWrites(at, {QStringLiteral("question.body")});
    const auto answer = answerTime(at);
    if (!answer)
        return;
    mails.agentWrites(*answer, {QStringLiteral("reply.question")});
    if (random_.chance(350))
        mails.customerWrites(laterAwake(*answer, random_.longTailed(200)),
                             {QStringLiteral("thanks.short")});
}

void Story::statusQuestion(const Order& order) {
    const Instant asked = waking(random_, londonDay(order.at).addDays(random_.between(1, 2)));
    if (customer.phone.isKnown() && random_.chance(300)) {
        const Instant rung = afterOfficeMinutes(asked, random_.below(60));
        call(rung, QStringLiteral("call.status"), factsOf(order));
        return;
    }
    Conversation mails = thread(Mailbox::Support, QStringLiteral("status.subject"), factsOf(order));
    mails.customerWrites(asked, {QStringLiteral("status.body")});
    const auto answer = answerTime(asked);
    if (!answer)
        return;
    mails.agentWrites(*answer, {QStringLiteral("reply.status")});
    if (random_.chance(60))
        mails.autoReplies(*answer + minutes(1));
    else if (random_.chance(25))
        mails.bounces(*answer + minutes(2));
    else if (random_.chance(300))
        mails.customerWrites(laterAwake(*answer, random_.longTailed(150)),
                             {QStringLiteral("thanks.short")});
}

void Story::thanks(const Order& order) {
    if (!order.deliveredAt)
        return;
    Conversation mails = thread(Mailbox::Support, QStringLiteral("thanks.subject"), factsOf(order));
    const Instant at = *order.deliveredAt + hours(random_.between(1, 9));
    mails.customerWrites(at, {QStringLiteral("thanks.body")});
    if (random_.chance(400))
        mails.agentWrites(afterOfficeMinutes(at, random_.longTailed(400)),
                          {QStringLiteral("reply.thanks")});
}

void Story::writeCall(Instant at, const CallOutcome& outcome) {
    const QString number =
        customer.phone.isKnown() ? customer.phone.international() : QStringLiteral("anonymous");
    const bool answered = outcome.disposition == u"answered";
    shop_.files.addRow(Table::Calls, at,
                       {shop_.files.nextKey(QStringLiteral("CL"), at), isoUtc(at),
                        outcome.inbound ? QStringLiteral("inbound") : QStringLiteral("outbound"),
                        outcome.inbound ? number : shop_.phone,
                        outcome.inbound ? shop_.phone : number, QStringLiteral("service"),
                        answered || !outcome.inbound ? random_.pick(agents()) : QString(),
                        QString::number(outcome.waitSeconds), QString::number(outcome.talkSeconds),
                        outcome.disposition, outcome.notes});
}

void Story::call(Instant at, const QString& notesSection, const Slots& facts) {
    writeCall(at, {QStringLiteral("answered"),
                   shop_.grammar.write(notesSection, facts, random_).simplified(), true,
                   random_.longTailed(45), random_.longTailed(210) + 20});
}

// Given up, or a message left; mostly rung back.
void Story::missedCall(Instant at) {
    Order imagined;
    imagined.at = at;
    imagined.promisedAt = at;
    imagined.key = QStringLiteral("an order");
    imagined.lines = {{&random_.pick(catalogue()), 1}};
    const Slots facts = factsOf(imagined);
    const bool voicemail = random_.chance(350);
    writeCall(at, {voicemail ? QStringLiteral("voicemail") : QStringLiteral("abandoned"),
                   voicemail ? shop_.grammar.write(QStringLiteral("call.voicemail"), facts, random_)
                             : QString(),
                   true, random_.longTailed(150) + 15, 0});
    if (!customer.phone.isKnown() || random_.chance(300))
        return;
    const bool reached = random_.chance(700);
    const Instant rungBack = afterOfficeMinutes(at, random_.longTailed(90) + 5);
    writeCall(rungBack, {reached ? QStringLiteral("answered") : QStringLiteral("no_answer"),
                         shop_.grammar.write(
                             reached ? QStringLiteral("call.back") : QStringLiteral("call.nobody"),
                             facts, random_),
                         false, random_.between(5, 25), reached ? random_.longTailed(180) : 0});
}

void Story::newsletter(Instant at) {
    Mail mail;
    mail.at = at;
    mail.zoneMinutes = londonOffsetMinutes(at);
    mail.from = {shop_.name, QString(u"sales@" + shop_.domain)};
    mail.to = {QString(), customer.email};
    mail.subject = QString(u"News from " + shop_.name);
    mail.text = shop_.grammar.write(QStringLiteral("newsletter"),
                                    {{QStringLiteral("shop"), shop_.name}}, random_);
    mail.messageId = QString::number(random_.next(), 36) + u'@' + shop_.domain;
    mail.html = true;
    mail.furtherHeaders = {{"List-Unsubscribe", "<https://emberwick.example/unsubscribe>"},
                           {"Precedence", "bulk"}};
    shop_.files.addMail(MailStore::SalesSent, at, toBytes(mail, random_));
}

void Story::everydayCall(Instant at) {
    const Instant during = afterOfficeMinutes(at, random_.below(200));
    if (random_.chance(280)) {
        missedCall(during);
        return;
    }
    Order imagined;
    imagined.at = during;
    imagined.promisedAt = during;
    imagined.lines = {{&random_.pick(catalogue()), 1}};
    call(during,
         !customer.phone.isKnown() ? QStringLiteral("call.withheld")
                                   : QStringLiteral("call.question"),
         factsOf(imagined));
}

}  // namespace goodfaith::sample_shop
