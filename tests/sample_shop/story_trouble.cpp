// SPDX-License-Identifier: GPL-3.0-or-later
// Our failures: what customers say, what we answer, how it is made good. The records bear the
// customer out.
#include "tests/sample_shop/story.h"

namespace goodfaith::sample_shop {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

struct TroubleForm {
    const char* phrases;
    const char* reason;     // of the return and the refund
    const char* condition;  // in which the item comes back; "" when none does
    const char* fault;
};

TroubleForm formOf(Trouble trouble) {
    switch (trouble) {
        case Trouble::Late:
            return {"late", "late delivery", "", ""};
        case Trouble::Lost:
            return {"lost", "lost in transit", "", ""};
        case Trouble::Damaged:
            return {"damaged", "arrived damaged", "damaged", "carrier"};
        case Trouble::Defective:
            return {"defective", "defective", "defective", "ours"};
        case Trouble::WrongItem:
            return {"wrong", "wrong item sent", "wrong_item", "ours"};
        case Trouble::MissingPart:
            return {"missing", "part missing", "", ""};
        case Trouble::ChargedTwice:
            return {"billing", "charged twice", "", ""};
        case Trouble::RefundLate:
            break;
    }
    return {"refundlate", "changed mind", "as_new", "customer"};
}

const Product* drawProduct(Random& random, bool Product::*property) {
    for (int tries = 0; tries < 50; ++tries) {
        const Product& product = random.pick(catalogue());
        if (product.*property)
            return &product;
    }
    return &catalogue().front();
}

// How they answer our offer.
QString confirmation(Random& random, Trouble trouble) {
    const bool askedForPhoto = trouble == Trouble::Damaged || trouble == Trouble::WrongItem;
    if (askedForPhoto && random.chance(400))
        return QStringLiteral("confirm.photo");
    return random.chance(250) ? QStringLiteral("confirm.short") : QStringLiteral("thanks.short");
}

QString phrases(Trouble trouble, const char* suffix) {
    return QLatin1String(formOf(trouble).phrases) + QLatin1String(suffix);
}

}  // namespace

OrderWish Story::wishFor(Instant at, Trouble trouble) {
    OrderWish wish;
    wish.at = at;
    wish.delivery = Delivery::OnTime;
    if (trouble == Trouble::Late)
        wish.delivery = Delivery::Late;
    if (trouble == Trouble::Lost)
        wish.delivery = Delivery::Lost;
    if (trouble == Trouble::Damaged) {
        wish.product = drawProduct(random_, &Product::fragile);
        wish.delivery = random_.chance(350) ? Delivery::Damaged : Delivery::OnTime;
    }
    if (trouble == Trouble::Defective)
        wish.product = drawProduct(random_, &Product::electric);
    return wish;
}

void Story::troubledOrder(Instant at, Trouble trouble, const Carrier* carrier) {
    OrderWish wish = wishFor(at, trouble);
    wish.carrier = carrier;
    complain(ledger_.order(customer, wish), trouble);
}

Instant Story::troubleNoticed(const Order& order, Trouble trouble) {
    const QDate promised = londonDay(order.promisedAt);
    if (trouble == Trouble::Late) {
        // While they wait, or as soon as it came.
        const Instant asked = waking(random_, promised.addDays(random_.between(1, 3)));
        return std::min(asked, *order.deliveredAt + hours(2));
    }
    if (trouble == Trouble::Lost)
        return waking(random_, promised.addDays(random_.between(2, 6)));
    if (trouble == Trouble::ChargedTwice)
        return waking(random_, londonDay(order.at).addDays(random_.between(2, 12)));
    const int wait = trouble == Trouble::Defective ? random_.between(2, 30) : random_.between(0, 2);
    return std::max(*order.deliveredAt + hours(1),
                    waking(random_, londonDay(*order.deliveredAt).addDays(wait)));
}

void Story::complain(const Order& order, Trouble trouble) {
    const Instant at = troubleNoticed(order, trouble);
    if (trouble != Trouble::RefundLate && customer.phone.isKnown() && random_.chance(220))
        complainByPhone(order, trouble, afterOfficeMinutes(at, random_.below(40)));
    else
        complainByMail(order, trouble, at);
}

QString Story::replySection(const Order& order, Trouble trouble) const {
    if (trouble == Trouble::Defective && isFromFaultyBatch(order.product(), londonDay(order.at)))
        return QStringLiteral("reply.batch");
    return QString(u"reply." + phrases(trouble, ""));
}

void Story::complainByPhone(const Order& order, Trouble trouble, Instant at) {
    Slots facts = factsOf(order);
    tellDue(facts, at);
    makeGood(order, trouble, at, facts);
    call(at, QString(u"call." + phrases(trouble, "")), facts);
    if (random_.chance(250))
        call(afterOfficeMinutes(at, random_.between(2000, 5000)), QStringLiteral("call.thanks"),
             facts);
}

// Whoever waits longer than a day and a half mostly writes again, the angry twice.
void Story::chaseWhileWaiting(Conversation& mails, Instant answerAt) {
    const int most = angry ? 3 : 2;
    for (int i = 0; i < most; ++i) {
        const auto patience = hours(random_.between(angry ? 20 : 36, angry ? 50 : 90));
        const Instant next =
            laterAwake(mails.lastInboundAt(), 60 * static_cast<int>(patience.count()));
        if (next > answerAt || random_.chance(angry ? 100 : 350))
            return;
        const auto waited = std::chrono::duration_cast<std::chrono::days>(patience).count();
        mails.facts.insert(QStringLiteral("days"), QString::number(std::max<qint64>(2, waited)));
        mails.facts.insert(QStringLiteral("wrote"),
                           dayInWords(random_, londonDay(mails.lastInboundAt())));
        QStringList sections{QStringLiteral("chase")};
        if (angry)
            sections.append(QStringLiteral("angry"));
        mails.customerWrites(next, sections);
    }
}

void Story::complainByMail(const Order& order, Trouble trouble, Instant at) {
    Slots facts = factsOf(order);
    Instant opened = at;
    if (trouble == Trouble::RefundLate) {
        // The item went back unasked and lay here.
        opened = at + hours(24 * random_.between(16, 26));
        facts.insert(QStringLiteral("wrote"), dayInWords(random_, londonDay(at)));
        facts.insert(QStringLiteral("days"), QString::number(random_.between(14, 20)));
    }
    Conversation mails = thread(Mailbox::Support, phrases(trouble, ".subject"), facts);
    QStringList sections{phrases(trouble, ".body")};
    if (angry)
        sections.append(QStringLiteral("angry"));
    if (angry && random_.chance(300))
        sections.append(QStringLiteral("threat"));
    mails.customerWrites(opened, sections, trouble == Trouble::Damaged && random_.chance(400));
    const auto soon = answerTime(opened);
    const Instant answer = soon.value_or(afterOfficeMinutes(opened, random_.between(3000, 6000)));
    chaseWhileWaiting(mails, answer);
    tellDue(mails.facts, answer);
    makeGood(order, trouble, trouble == Trouble::RefundLate ? at : answer, mails.facts);
    QStringList reply;
    if (mails.lastInboundAt() != opened)
        reply.append(QStringLiteral("reply.chased"));
    reply.append(replySection(order, trouble));
    mails.agentWrites(answer, reply);
    if (random_.chance(angry ? 150 : 380)) {
        const Instant confirmed = laterAwake(answer, random_.longTailed(240));
        mails.customerWrites(confirmed, {confirmation(random_, trouble)});
    }
}

// Replacement, refund, return: what the books show of it. Sets $rma.
void Story::makeGood(const Order& order, Trouble trouble, Instant agreedAt, Slots& facts) {
    const TroubleForm form = formOf(trouble);
    const QString reason = QLatin1String(form.reason);
    const qint64 price = order.product().pricePence;
    if (trouble == Trouble::ChargedTwice) {
        ledger_.refund(order, agreedAt, order.total, QStringLiteral("refund"), reason);
        return;
    }
    if (trouble == Trouble::Late) {
        if (random_.chance(350))
            ledger_.refund(order, agreedAt, 100 * random_.between(5, 10),
                           QStringLiteral("compensation"), reason);
        return;
    }
    const bool replace = trouble != Trouble::RefundLate && random_.chance(550);
    Instant settled = agreedAt;
    const bool returns = form.condition[0] != '\0' &&
                         (trouble != Trouble::Damaged || price > 3000 || random_.chance(300));
    if (returns) {
        const QDate back = addWorkingDays(londonDay(agreedAt), random_.between(3, 8));
        const Instant received = londonTime(back, random_.between(34000, 58000));
        facts.insert(
            QStringLiteral("rma"),
            ledger_.returned(order,
                             {agreedAt, received, reason, QLatin1String(form.condition),
                              QLatin1String(form.fault),
                              replace ? QStringLiteral("replaced") : QStringLiteral("refunded")}));
        const int days = trouble == Trouble::RefundLate ? random_.between(18, 26) : 1;
        settled = afterOfficeMinutes(received, random_.between(60, 400) + (days - 1) * 365);
    } else {
        facts.insert(QStringLiteral("rma"), shop_.files.nextKey(QStringLiteral("RMA"), agreedAt));
    }
    if (replace || trouble == Trouble::MissingPart) {
        OrderWish again;
        again.at = afterOfficeMinutes(agreedAt, 20);
        again.product = &order.product();
        again.delivery = Delivery::OnTime;
        again.replacesOrder = order.key;
        ledger_.order(customer, again);
    } else {
        ledger_.refund(order, settled, trouble == Trouble::Lost ? order.total : price,
                       QStringLiteral("refund"), reason);
    }
}

}  // namespace goodfaith::sample_shop
