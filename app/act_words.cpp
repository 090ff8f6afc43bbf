// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/act_words.h"

#include "models/domain/failure.h"
#include "models/scoring/wording.h"
#include "models/store/customer_reader.h"
#include "models/store/decision_table.h"
#include "models/store/judgement_table.h"
#include "models/store/note_table.h"
#include "models/store/queue_word_table.h"
#include "models/store/shop_text_table.h"

#include <algorithm>

namespace goodfaith::app {
namespace {

QString bestNameOf(const CustomerOverview& customer) {
    for (const QString& name :
         {customer.name, customer.emails.value(0), customer.phones.value(0)}) {
        if (!name.isEmpty())
            return name;
    }
    return QStringLiteral("Customer");
}

}  // namespace

QString ActWords::nameOf(CustomerId customer) const {
    const auto found = store::CustomerReader(database_).overview(customer);
    if (!found)
        throw Failure(FailureKind::NotFound,
                      QStringLiteral("There is no customer %1.").arg(customer.value()));
    return QStringLiteral("%1 (%2)").arg(bestNameOf(*found), QString::number(found->id.value()));
}

QString ActWords::nameOf(const store::RecordName& record) const {
    return goodfaith::nameOf(record.kind).replace(u'_', u' ') + u' ' + record.key;
}

CustomerId ActWords::customerOf(const std::vector<QByteArray>& contents) const {
    return store::CustomerReader(database_).customerOf(contents);
}

QString ActWords::nameOf(const std::vector<QByteArray>& contents) const {
    const CustomerId customer = customerOf(contents);
    return customer.isNone() ? QStringLiteral("somebody not known any more") : nameOf(customer);
}

QString ActWords::describeNote(const Act& act) const {
    const store::NoteTable notes(database_);
    if (act.kind == ActKind::PromiseSettled) {
        const auto message = notes.textOf(act.id);
        return QStringLiteral("settling what %1 promises")
            .arg(message ? nameOf(*message) : QString());
    }
    if (act.kind == ActKind::ReadingCorrected) {
        const auto text = notes.textOf(act.id);
        const auto word = notes.readingWordOf(act.id);
        return (word && word->complains ? QStringLiteral("counting %1 as a complaint")
                                        : QStringLiteral("counting %1 as no complaint"))
            .arg(text ? nameOf(*text) : QString());
    }
    const auto note = notes.noteOf(act.id);
    const CustomerId customer = notes.customerOf(act.id);
    return (act.kind == ActKind::Promised ? QStringLiteral("promising \"%1\" to %2")
                                          : QStringLiteral("noting \"%1\" of %2"))
        .arg(note ? note->text : QString(),
             customer.isNone() ? QStringLiteral("somebody not known any more") : nameOf(customer));
}

QString ActWords::describeJudgement(const Act& act) const {
    const store::JudgementTable table(database_);
    const auto judgement = table.find(act.id);
    const CustomerId customer = table.customerOf(act.id);
    const QString who =
        customer.isNone() ? QStringLiteral("somebody not known any more") : nameOf(customer);
    return judgement && judgement->verdict
               ? QStringLiteral("judging %1: %2").arg(who, scoring::wordsOf(*judgement->verdict))
               : QStringLiteral("taking back the judgement of %1").arg(who);
}

// "marking as done what waits of Ada Lindqvist (17)"
QString ActWords::describeQueueWord(const Act& act) const {
    constexpr size_t mostNamed = 3;
    const store::QueueWordTable words(database_);
    const auto customers = words.customersOf(act.id);
    QStringList names;
    for (size_t at = 0; at < std::min(customers.size(), mostNamed); ++at)
        names << nameOf(customers[at]);
    if (customers.size() > mostNamed)
        names << QStringLiteral("%1 others").arg(customers.size() - mostNamed);
    if (names.isEmpty())
        names << QStringLiteral("somebody not known any more");
    const auto word = words.wordOf(act.id);
    return (act.kind == ActKind::Finished ? QStringLiteral("marking as done what waits of %1%2")
                                          : QStringLiteral("putting off what waits of %1%2"))
        .arg(names.join(QStringLiteral(", ")),
             word && !word->reason.isEmpty() ? QStringLiteral(" (\u201c%1\u201d)").arg(word->reason)
                                             : QString());
}

// "saving the phrase “Sorry for our late reply”"
QString ActWords::describeText(const Act& act) const {
    const auto kept = store::ShopTextTable(database_).find(act.id);
    const ShopText text = kept ? kept->said : ShopText();
    const QString what = text.kind == ShopTextKind::Phrase
                             ? QStringLiteral("the phrase \u201c%1\u201d")
                             : QStringLiteral("the answer to \u201c%1\u201d");
    return (act.kind == ActKind::TextSaved ? QStringLiteral("saving ")
                                           : QStringLiteral("removing ")) +
           what.arg(text.title);
}

QString ActWords::describe(const Act& act) const {
    switch (act.kind) {
        case ActKind::Same:
        case ActKind::Apart:
        case ActKind::Dismissed:
            return describeDecision(act);
        case ActKind::Moved: {
            const auto record = store::MovedEventTable(database_).recordOf(act.id);
            return QStringLiteral("moving %1").arg(record ? nameOf(*record) : QString());
        }
        case ActKind::Noted:
        case ActKind::Promised:
        case ActKind::PromiseSettled:
        case ActKind::ReadingCorrected:
            return describeNote(act);
        case ActKind::Judged:
            return describeJudgement(act);
        case ActKind::Finished:
        case ActKind::PutOff:
            return describeQueueWord(act);
        case ActKind::TextSaved:
        case ActKind::TextRemoved:
            return describeText(act);
    }
    return {};
}

QString ActWords::describeDecision(const Act& act) const {
    const auto sides = store::DecisionTable(database_).sidesOf(act.id);
    const QString form = act.kind == ActKind::Same    ? QStringLiteral("joining %1 and %2")
                         : act.kind == ActKind::Apart ? QStringLiteral("keeping %1 and %2 apart")
                                                      : QStringLiteral("not suggesting %1 and %2");
    return form.arg(nameOf(sides[0]), nameOf(sides[1]));
}

}  // namespace goodfaith::app
