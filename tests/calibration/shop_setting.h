// SPDX-License-Identifier: GPL-3.0-or-later
// What a simulated shop, its carriers and its records are like. Drawn from a seed: every shop is
// another, and no weight was chosen on one that the report is made from.
#pragma once

#include <QtGlobal>

#include <vector>

namespace goodfaith::calibration {

// What many complain of at once: a faulty batch of a product, or a carrier's bad weeks.
struct Surge {
    int subject = 0;  // product or carrier
    int fromDay = 0;
    int toDay = 0;
};

// Chances are per thousand, days count from the first of the shop's records.
struct ShopSetting {
    quint64 seed = 1;
    int customers = 5000;
    int days = 730;
    int ordersAYear = 4;  // of an ordinary customer

    // Who is there.
    int chronic = 20;       // of a thousand customers
    int opportunists = 40;  // who tried it once, or twice

    // What goes wrong, of a thousand orders.
    int late = 50;
    int lost = 12;
    int damaged = 15;
    int defective = 25;
    int wrongItem = 8;
    int missingPart = 6;
    int chargedTwice = 3;
    int misdelivered = 3;  // though the carrier says delivered
    int misdeliveredInBadArea = 150;
    int badArea = 40;  // of a thousand customers, who have a carrier that lies
    std::vector<Surge> faultyBatches, badWeeks;

    // Who writes about it: README.md says where these come from.
    int asks = 20;               // of a thousand orders
    int asksToReturn = 150;      // of a thousand changes of mind
    int complainsOfLoss = 600;   // of a thousand troubles that cost the customer money
    int complainsOfDelay = 200;  // of a thousand late parcels

    // What the records know.
    int promised = 900;                      // parcels with a promised date
    int proof = 650;                         // deliveries with signature, photo or locker
    int lossNoted = 600;                     // of what was lost
    int lieFound = 250;                      // misdeliveries that the carrier owns up to
    int scanMissing = 50;                    // returns that came and were not recorded
    int returnUnrecorded = 150;              // agreements about a return that were not recorded
    int conditionUnknown = 250;              // of returns
    int reasonNoted = 650;                   // returns and refunds with what was claimed
    int saidUsedWrongly = 20;                // of honest returns
    int saidFineWrongly = 60;                // of faulty goods: "no fault found"
    int returnsNotImported = 400;            // of a thousand shops: for some weeks
    int returnGapFrom = 0, returnGapTo = 0;  // days without any return imported

    // What becomes of complaints.
    int slow = 250;      // replies after the target
    int admits = 300;    // replies to a real fault that say that it was ours
    int courtesy = 50;   // replies to an abusive claim that sound like it
    int refunds = 600;   // cases that end with money
    int replaces = 150;  // cases that end with a replacement
    int advance = 250;   // refunds before the goods are back

    // What is understood of messages.
    int named = 650;        // complaints that name their order
    int answersName = 300;  // answers of ours that name the order
    int recall = 780;       // complaints that are found
    int falseAlarm = 100;   // other messages that are taken for complaints
    int topicWrong = 290;   // complaints found, under another topic
    int lateWriters = 60;   // of a thousand customers
};

// How much of what happens is written down. Messages are read no better in either.
enum class Records { Ordinary, WithGaps };

// `unseen`: drawn from wider ranges than those that weights are fitted on.
ShopSetting drawnSetting(quint64 seed, int customers, Records records, bool unseen);
// The same shop, whose customers write ten times as often as is usual: about most orders.
ShopSetting withManyContacts(ShopSetting setting);

}  // namespace goodfaith::calibration
