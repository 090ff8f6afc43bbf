// SPDX-License-Identifier: GPL-3.0-or-later
// One person's dealings with the shop: what goes well, what goes wrong, and what is only claimed.
// Each step writes the files' rows and mails, and notes the truth.
#pragma once

#include "tests/whole_path/matter.h"

namespace goodfaith::whole_path {

enum class Trouble {
    Late,
    Lost,
    Misdelivered,
    Damaged,
    Defective,
    WrongItem,
    MissingPart,
    RefundLate
};

enum class Pretence { NotReceived, Worn, Kept, Empty, Twice, Traceless };

class Dealings {
public:
    Dealings(Shop& shop, sample_shop::Customer customer, Random random, const Books& books,
             PersonTruth& truth);

    sample_shop::Customer customer;
    bool isAngry = false;
    int politeness = 150;  // of a thousand messages

    Random& random() { return random_; }
    void buy(Instant at);
    void buyWithTrouble(Instant at, Trouble trouble);
    void changeMind(Instant at);
    void pretend(Instant at, Pretence pretence);

private:
    sample_shop::Order order(Instant at, sample_shop::Delivery delivery, const QString& proof = {});
    QString manner();
    QString proof(int chance);
    QString reason(const char* written);
    Matter open(const sample_shop::Order& order, const QString& phrases, Topic topic, bool isTrue);
    void note(const Matter& matter, Instant at, bool isOnRecord);
    Instant answered(Matter& matter, int fault, const QStringList& sections);
    void settle(Matter& matter, const sample_shop::Order& order, Instant at, const char* reason);
    void replace(const sample_shop::Order& order, Instant at);
    void makeGood(Matter& matter, const sample_shop::Order& order, Trouble trouble, Instant at);

    void denyReceipt(Instant at);
    void claimFault(Instant at, Pretence pretence);
    void recoverTwice(Instant at);
    void claimWithoutTrace(Instant at);
    bool receive(const sample_shop::Order& order, Matter& matter, Instant agreedAt,
                 const char* written, const QString& condition, const QString& fault,
                 Instant receivedAt);

    Shop& shop_;
    Random random_;
    sample_shop::Ledger ledger_;
    const Books& books_;
    PersonTruth& truth_;
};

}  // namespace goodfaith::whole_path
