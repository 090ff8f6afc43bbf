// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/whole_path/matter.h"

namespace goodfaith::whole_path {
namespace {

using sample_shop::Mailbox;
using sample_shop::Table;
using std::chrono::minutes;

QString subjectSection(const QString& phrases) {
    if (phrases == u"notreceived" || phrases == u"late")
        return QStringLiteral("notreceived.subject");
    if (phrases == u"refundlate" || phrases == u"mind" || phrases == u"question")
        return QString(phrases + u".subject");
    return QStringLiteral("fault.subject");
}

}  // namespace

Matter::Matter(Shop& shop, const sample_shop::Customer& customer, Random& random,
               const sample_shop::Order& order, const QString& phrases, const QString& manner)
    : shop_(shop),
      customer_(customer),
      random_(random),
      order_(order),
      phrases_(phrases),
      manner_(manner),
      facts_(orderFacts(shop, customer, order, random)) {
    facts_.insert(QStringLiteral("rma"), QString());
}

void Matter::setReturn(const QString& rma) {
    facts_.insert(QStringLiteral("rma"), rma);
    if (mails_)
        mails_->facts.insert(QStringLiteral("rma"), rma);
}

sample_shop::Conversation& Matter::mails() {
    if (!mails_) {
        const QString subject =
            shop_.grammar.write(subjectSection(phrases_), facts_, random_).simplified();
        mails_.emplace(shop_, customer_, random_, Mailbox::Support, subject);
        mails_->facts.insert(facts_);
    }
    return *mails_;
}

QString Matter::composed(const QStringList& sections) {
    QStringList parts;
    for (const QString& section : sections)
        parts.append(shop_.grammar.write(section, facts_, random_).simplified());
    return parts.join(u' ');
}

void Matter::complain(Instant at, QStringList further) {
    static constexpr std::array ways{Way::Mail, Way::Mail, Way::Mail, Way::Mail, Way::Mail,
                                     Way::Mail, Way::Mail, Way::Form, Way::Chat, Way::Phone};
    const bool isKind = manner_ == u"polite" || manner_ == u"plain";
    const QString manner = !isKind || random_.chance(850) ? manner_ : QStringLiteral("long");
    further.prepend(QString(phrases_ + u'.' + manner));
    const Way way = random_.pick(ways);
    lastAt_ = at;
    if (way == Way::Form)
        byForm(at, composed(further));
    else if (way == Way::Chat)
        byChat(at, composed(further));
    else if (way == Way::Phone && customer_.phone.isKnown())
        byPhone(sample_shop::afterOfficeMinutes(at, 20));
    else
        write(at, further);
}

void Matter::write(Instant at, const QStringList& sections) {
    mails().customerWrites(at, sections);
    messages_.append(mails().lastMessageId());
    lastAt_ = at;
}

void Matter::answer(Instant at, const QStringList& sections) {
    mails().agentWrites(at, sections);
    lastAt_ = std::max(lastAt_, at);
}

// The page of the form asks for the order's number, and some give it.
void Matter::byForm(Instant at, const QString& text) {
    const QString key = shop_.files.nextKey(QStringLiteral("WF"), at);
    shop_.files.addRow(
        Table::Forms, at,
        {key, sample_shop::isoUtc(at), customer_.name.full(), customer_.email,
         customer_.phone.asWritten(random_), random_.chance(600) ? order_.key : QString(), text});
    messages_.append(key);
}

void Matter::byChat(Instant at, const QString& text) {
    const QString key = shop_.files.nextKey(QStringLiteral("CH"), at);
    const QString agent = random_.pick(sample_shop::agents());
    const QString transcript =
        QStringLiteral("%1: %2\n%3: %4")
            .arg(customer_.name.given, text, agent, composed({QStringLiteral("re.look")}));
    shop_.files.addRow(
        Table::Chats, at,
        {key, sample_shop::isoUtc(at), customer_.name.full(), customer_.email, agent,
         sample_shop::isoUtc(at + minutes(1)), sample_shop::isoUtc(at + minutes(9)), transcript});
    messages_.append(key);
}

void Matter::byPhone(Instant at) {
    const QString key = shop_.files.nextKey(QStringLiteral("CL"), at);
    shop_.files.addRow(
        Table::Calls, at,
        {key, sample_shop::isoUtc(at), QStringLiteral("inbound"), customer_.phone.international(),
         shop_.phone, QStringLiteral("service"), random_.pick(sample_shop::agents()),
         QStringLiteral("40"), QString::number(random_.longTailed(200) + 30),
         QStringLiteral("answered"), composed({QString(u"note." + phrases_)})});
    messages_.append(key);
    lastAt_ = at;
}

}  // namespace goodfaith::whole_path
