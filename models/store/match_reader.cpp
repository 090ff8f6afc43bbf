// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/match_reader.h"

#include "models/store/customer_stream.h"
#include "models/store/shared_key_table.h"

#include <QHash>

namespace goodfaith::store {
namespace {

using OrdersOfCustomers = QHash<CustomerId, QStringList>;

// Where something of the one names an order of another. Seldom, so all are held.
OrdersOfCustomers ordersInCommon(const Database& database) {
    Query<CustomerId, CustomerId, QString> query(
        database,
        "SELECT one.customer_id, other.customer_id, owner.key FROM record "
        "JOIN record AS owner ON owner.id = record.order_record_id "
        "JOIN link AS one ON one.party_id = record.party_id "
        "JOIN link AS other ON other.party_id = owner.party_id "
        "WHERE record.order_record_id IS NOT NULL AND one.customer_id <> other.customer_id");
    OrdersOfCustomers orders;
    for (query.start(); query.next();) {
        const auto [one, other, key] = query.row();
        orders[one] << key;
        orders[other] << key;
    }
    return orders;
}

class Reader {
public:
    explicit Reader(Database& database)
        : shared_(database),
          orders_(ordersInCommon(database)),
          parties_(database,
                   "SELECT link.customer_id, name, company, street, postcode, city, region, "
                   "country FROM link CROSS JOIN party ON party.id = link.party_id WHERE 1 = 1",
                   {}),
          keys_(database,
                "SELECT link.customer_id, party_key.kind, party_key.value, party_key.joins "
                "FROM link CROSS JOIN party_key ON party_key.party_id = link.party_id "
                "WHERE 1 = 1",
                {}),
          births_(database,
                  "SELECT link.customer_id, contact_detail.date_of_birth FROM contact_detail "
                  "JOIN record ON record.id = contact_detail.record_id "
                  "JOIN link ON link.party_id = record.party_id WHERE 1 = 1",
                  {}) {}

    MatchFacts read(CustomerId customer) {
        MatchFacts facts;
        facts.customer = customer;
        parties_.forEach(
            customer, [&](const QString& name, const QString& company, const QString& street,
                          const QString& postcode, const QString& city, const QString& region,
                          const QString& country) {
                facts.parties.push_back(
                    {{}, {}, {}, name, company, street, postcode, city, region, country});
            });
        keys_.forEach(customer, [&](NormalisedKey::Kind kind, const QString& value, bool joins) {
            if (!shared_.contains(kind, value))
                facts.keys.push_back({kind, value, joins});
        });
        births_.forEach(customer, [&](const QString& text) { facts.birthDates << text; });
        facts.orders = orders_.value(customer);
        return facts;
    }

private:
    SharedKeyTable shared_;
    OrdersOfCustomers orders_;
    CustomerStream<QString, QString, QString, QString, QString, QString, QString> parties_;
    CustomerStream<NormalisedKey::Kind, QString, bool> keys_;
    CustomerStream<QString> births_;
};

}  // namespace

void readMatchFacts(Database& database, const std::function<bool(MatchFacts)>& visit) {
    Reader reader(database);
    Query<CustomerId> customers(database, "SELECT id FROM customer ORDER BY id");
    for (customers.start(); customers.next();) {
        if (!visit(reader.read(std::get<0>(customers.row()))))
            return;
    }
}

}  // namespace goodfaith::store
