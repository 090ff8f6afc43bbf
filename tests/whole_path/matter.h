// SPDX-License-Identifier: GPL-3.0-or-later
// One matter between a customer and the shop: who writes what by which way, and what of it is in
// the books.
#pragma once

#include "tests/sample_shop/conversation.h"
#include "tests/whole_path/truth.h"

#include <optional>

namespace goodfaith::whole_path {

using sample_shop::Random;
using sample_shop::Shop;

// How well the shop keeps its books, and how it settles complaints; of a thousand.
struct Books {
    int proof = 850;             // parcels denied that somebody signed for
    int lossNoted = 600;         // lost parcels that the carrier owns up to
    int returnNoted = 900;       // agreements about a return
    int conditionNoted = 880;    // of what came back
    int conditionWrong = 30;     // of honest returns: "used"
    int namedFault = 300;        // answers to a real fault that say it was ours
    int namedFaultWrongly = 30;  // answers to a claim that do
    int replaces = 90;           // claims settled in goods
    int refuses = 100;
    int reasonNoted = 700;  // refunds and returns with a reason that says what was claimed
};

class Matter {
public:
    enum class Way { Mail, Form, Chat, Phone };

    // `phrases`: the topic's sections, "notreceived".
    Matter(Shop& shop, const sample_shop::Customer& customer, Random& random,
           const sample_shop::Order& order, const QString& phrases, const QString& manner);

    void complain(Instant at, QStringList further = {});
    void write(Instant at, const QStringList& sections);  // by mail
    void answer(Instant at, const QStringList& sections);
    void setReturn(const QString& rma);

    const QStringList& messages() const { return messages_; }
    Instant lastAt() const { return lastAt_; }

private:
    QString composed(const QStringList& sections);
    void byForm(Instant at, const QString& text);
    void byChat(Instant at, const QString& text);
    void byPhone(Instant at);
    sample_shop::Conversation& mails();

    Shop& shop_;
    const sample_shop::Customer& customer_;
    Random& random_;
    const sample_shop::Order& order_;
    QString phrases_, manner_;
    sample_shop::Slots facts_;
    std::optional<sample_shop::Conversation> mails_;
    QStringList messages_;
    Instant lastAt_;
};

}  // namespace goodfaith::whole_path
