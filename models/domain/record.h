// SPDX-License-Identifier: GPL-3.0-or-later
// What an importer makes of a file: plain records and rejected rows. A record is one thing the
// shop's systems assert (an order, a mail, a call): a kind, the key that names it within its
// source, typed fields, and the parties who took part. A field that is absent is unknown; it never
// erases anything.
#pragma once

#include "models/domain/instant.h"
#include "models/domain/record_fields.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace goodfaith {

enum class RecordKind {
    Customer,  // the shop's own record of a person; not on the timeline
    Order,
    OrderItem,  // part of its order; not on the timeline by itself
    Payment,
    Refund,
    Return,
    Shipment,
    Message,  // e-mail, and letters, social posts, … by their channel
    Call,
    Chat,
    ContactForm,
    Survey,
    Review,
    Visit,
};
// Singular snake_case, as in `timeline --kind`: "order", "order_item", "message", "contact_form".
QString nameOf(RecordKind kind);
std::optional<RecordKind> recordKindFromName(QStringView name);
bool isOnTimeline(RecordKind kind);

enum class Direction { None, Inbound, Outbound };
QString nameOf(Direction direction);  // "none", "inbound", "outbound"
std::optional<Direction> directionFromName(QStringView name);

// In what part somebody took part. Buyer, Sender, Caller and Contact (the shop's own customer
// record) identify a person; Recipient does not (gifts). Addressee is whom a mail or a call of ours
// went to, Unreached whom it did not reach: what came back says so.
enum class PartyRole { Buyer, Sender, Caller, Contact, Recipient, Addressee, Unreached };
QString nameOf(PartyRole role);
std::optional<PartyRole> partyRoleFromName(QStringView name);

// The keys of one person as they arrived together on one record, as the file had them (trimmed).
struct PartyKeys {
    QString email;
    QString phone;
    QString shopNumber;  // the shop's customer_id, unique within the source account
    QString name;
    QString company;
    QString street;
    QString postcode;
    QString city;
    QString region;
    QString country;  // as in the file; two letters where it gives them

    bool isEmpty() const { return *this == PartyKeys(); }
    friend bool operator==(const PartyKeys&, const PartyKeys&) = default;
};

struct ImportedParty {
    PartyRole role = PartyRole::Buyer;
    PartyKeys keys;
    friend bool operator==(const ImportedParty&, const ImportedParty&) = default;
};

struct ImportedRecord {
    RecordKind kind = RecordKind::Order;
    QString key;                     // unique per kind within the source account, never empty
    std::optional<Instant> ownDate;  // updated_at: how fresh this assertion is
    RecordFields fields;
    std::vector<ImportedParty> parties;  // a role may occur more than once (addressees)
    qint64 line = 0;  // 1-based line in the file, for messages; 0 where there are none
};

// A row that could not be used: where, what was found, and what was expected.
struct RejectedRow {
    qint64 line = 0;
    QString column;         // the header's name, "" when the whole row is meant
    QString value;          // what was found, cut to 200 characters
    QString reason;         // a plain sentence that says what was expected
    QStringList row;        // the original cells where there are any
    qint64 byte = -1;       // where the row begins in the file, from 0; -1 where that is not known
    qint64 rowOfGroup = 0;  // where rows belong together: its place among them, from 1
};

}  // namespace goodfaith
