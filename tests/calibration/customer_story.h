// SPDX-License-Identifier: GPL-3.0-or-later
// Writes one customer's story down as a shop would know it: what truly happens goes in, what the
// carrier, the warehouse, the agents and the reader of messages made of it comes out, with their
// mistakes. Times are minutes since the shop's first day.
#pragma once

#include "tests/calibration/shop_setting.h"
#include "tests/calibration/simulated_customer.h"
#include "tests/sample_shop/random.h"

namespace goodfaith::calibration {

using sample_shop::Random;

inline constexpr int minutesOfDay = 1440;

Instant instantOf(int minute);

// What truly becomes of an order.
enum class Trouble {
    None,
    Late,
    Lost,
    Misdelivered,
    Damaged,
    Defective,
    WrongItem,
    MissingPart,
    ChargedTwice,
};
Topic topicOf(Trouble trouble);

struct Purchase {
    EventId order;
    QString key;
    int at = 0;
    int due = 0;  // when it came, or should have come
    qint64 price = 0;
    size_t parcel = 0;  // place in the facts
};

struct Manner {
    int recall = 0;   // of a thousand complaints, found
    int chasers = 0;  // at most
    int threat = 0;   // of a thousand
    int named = 0;
    int delay = 2;  // days until they write, typically
};

class CustomerStory {
public:
    CustomerStory(SimulatedCustomer& customer, const ShopSetting& shop, quint64 stream);

    Random& random() { return random_; }
    // For what is added to a story that was told: ids begin there.
    void startAfter(qint64 id) { lastId_ = id; }
    const ShopSetting& shop() const { return shop_; }
    bool livesInBadArea() const { return badArea_; }
    void moveToBadArea() { badArea_ = true; }
    // That nothing can happen any more.
    bool isOver(int minute) const { return minute >= shop_.days * minutesOfDay; }

    // Something that the shop's own chances choose.
    Trouble usualTrouble(int at, int product);
    int product();
    Purchase buy(int at, int product, Trouble trouble, int proof);
    // A thread of complaints and our answers; when we answered first.
    int complain(const Purchase& purchase, Topic topic, int at, const Manner& manner, int admits);
    // A question, a wish, a word of thanks about it.
    void ask(const Purchase& purchase, int at);
    void sayItCame(const Purchase& purchase, int at);

    // `claimed`: None for what was no complaint.
    void refund(const Purchase& purchase, int at, Topic claimed,
                RefundKind kind = RefundKind::Refund, int share = 1000);
    void replace(const Purchase& purchase, int at);
    // Nothing where the agreement was not recorded.
    void agreeReturn(const Purchase& purchase, int at, Topic claimed);
    void receiveReturn(const Purchase& purchase, int at, ReturnCondition condition,
                       ReturnFault fault);
    void carrierOwnsUp(const Purchase& purchase);
    // Once it is told. `isDenied`: that it came.
    void noteAbuse(const Purchase& purchase, bool isDenied);

    // By event, as understanding wants them.
    void finish();

private:
    bool speaksAgainst(const Purchase& purchase, bool isDenied) const;
    EventId next() { return EventId(customer_.facts.id.value() * 100000 + ++lastId_); }
    Money money(qint64 minor) const;
    MessageFact& message(int at, Direction direction, const QString& thread);
    void read(Reading reading);
    // What a claim is called in the books; "" where nobody wrote it down.
    QString reasonFor(Topic claimed);
    // Of a complaint that is not found.
    double drawnBelowHalf();
    Reading complaintRead(Topic topic, const Manner& manner);
    int answer(int at, const QString& thread, const QString& key, int admits);

    SimulatedCustomer& customer_;
    const ShopSetting& shop_;
    Random random_;
    bool badArea_ = false;
    int carrier_ = 0;
    qint64 lastId_ = 0;
};

}  // namespace goodfaith::calibration
