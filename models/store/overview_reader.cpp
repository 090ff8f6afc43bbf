// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/overview_reader.h"

#include "models/store/customer_names.h"
#include "models/store/customer_stream.h"
#include "models/store/fact_writer.h"

#include <algorithm>
#include <tuple>

namespace goodfaith::store {
namespace {

// A value with the time it was last used; among equally late ones the first by alphabet.
struct Dated {
    std::optional<Instant> at;
    QString value;
    QString shown = {};  // where it is not the value itself
};

QStringList latestFirst(std::vector<Dated> values) {
    std::sort(values.begin(), values.end(), [](const Dated& a, const Dated& b) {
        return a.at != b.at ? a.at > b.at : a.value < b.value;
    });
    QStringList known;
    QStringList list;
    for (const auto& [at, value, shown] : values) {
        if (value.isEmpty() || known.contains(value))
            continue;
        known << value;
        list << (shown.isEmpty() ? value : shown);
    }
    return list;
}

// One mailbox has several addresses: the customer's is the one that came.
QString shownAddress(const QString& key, const QString& asItCame) {
    return key.compare(asItCame, Qt::CaseInsensitive) == 0 ? QString() : asItCame;
}

constexpr const char* lastUse = "(SELECT max(at) FROM record WHERE record.party_id = ";

std::string kinds(std::initializer_list<RecordKind> wanted) {
    std::string list;
    for (const RecordKind kind : wanted) {
        list += list.empty() ? "" : ", ";
        list += std::to_string(static_cast<int>(kind));
    }
    return list;
}

class OverviewReader {
public:
    OverviewReader(const Database& database, CustomerRange range)
        : names_(database, range),
          keys_(database,
                std::string("SELECT link.customer_id, party_key.kind, party_key.value, ") +
                    lastUse + "link.party_id), CASE WHEN party_key.kind = " +
                    std::to_string(static_cast<int>(NormalisedKey::Kind::Email)) +
                    " THEN (SELECT email FROM party WHERE party.id = link.party_id) END FROM link "
                    "CROSS JOIN party_key ON "
                    "party_key.party_id = link.party_id WHERE 1 = 1",
                range),
          parties_(database,
                   std::string("SELECT link.customer_id, ") + lastUse +
                       "link.party_id), street, postcode, city, region, country, CASE WHEN phone "
                       "IS NOT NULL AND NOT EXISTS (SELECT 1 FROM party_key WHERE "
                       "party_key.party_id = party.id AND party_key.kind = " +
                       std::to_string(static_cast<int>(NormalisedKey::Kind::Phone)) +
                       ") THEN phone END "
                       "FROM link CROSS JOIN party ON party.id = link.party_id WHERE 1 = 1",
                   range),
          firsts_(database,
                  times("min(at)",
                        "NOT IN (" + kinds({RecordKind::Customer, RecordKind::OrderItem}) + ")"),
                  range),
          contacts_(database,
                    times("max(at)", "IN (" +
                                         kinds({RecordKind::Message, RecordKind::Call,
                                                RecordKind::Chat, RecordKind::ContactForm}) +
                                         ")"),
                    range) {}

    CustomerOverview read(CustomerId customer) {
        CustomerOverview overview;
        overview.id = customer;
        overview.name = names_.nameOf(customer);
        readKeys(overview);
        readTimes(overview);
        return overview;
    }

private:
    // Of each party, by the index over party and kind.
    static std::string times(const char* time, const std::string& ofKinds) {
        return std::string("SELECT link.customer_id, (SELECT ") + time +
               " FROM record WHERE record.party_id = link.party_id AND record.kind " + ofKinds +
               ") FROM link WHERE 1 = 1";
    }

    void readKeys(CustomerOverview& overview) {
        std::vector<Dated> emails, phones, addresses, shopNumbers;
        keys_.forEach(overview.id, [&](NormalisedKey::Kind kind, const QString& value,
                                       std::optional<Instant> at, const QString& email) {
            if (kind == NormalisedKey::Kind::Email)
                emails.push_back({at, value, shownAddress(value, email)});
            else
                (kind == NormalisedKey::Kind::Phone ? phones : shopNumbers).push_back({at, value});
        });
        parties_.forEach(overview.id, [&](std::optional<Instant> at, const QString& street,
                                          const QString& postcode, const QString& city,
                                          const QString& region, const QString& country,
                                          const QString& unreadPhone) {
            QStringList lines{street, QString(postcode % u' ' % city).trimmed(), region, country};
            lines.removeAll(QString());
            const bool isMoreThanCountry = lines.size() > (country.isEmpty() ? 0 : 1);
            addresses.push_back(
                {at, isMoreThanCountry ? lines.join(QStringLiteral(", ")) : QString()});
            phones.push_back({at, unreadPhone});
        });
        overview.emails = latestFirst(std::move(emails));
        overview.phones = latestFirst(std::move(phones));
        overview.addresses = latestFirst(std::move(addresses));
        overview.shopNumbers = latestFirst(std::move(shopNumbers));
    }

    void readTimes(CustomerOverview& overview) {
        firsts_.forEach(overview.id, [&](std::optional<Instant> at) {
            if (at)
                overview.since = std::min(overview.since.value_or(*at), *at);
        });
        contacts_.forEach(overview.id, [&](std::optional<Instant> at) {
            overview.lastContact = std::max(overview.lastContact, at);
        });
    }

    CustomerNames names_;
    CustomerStream<NormalisedKey::Kind, QString, std::optional<Instant>, QString> keys_;
    CustomerStream<std::optional<Instant>, QString, QString, QString, QString, QString, QString>
        parties_;
    CustomerStream<std::optional<Instant>> firsts_;
    CustomerStream<std::optional<Instant>> contacts_;
};

}  // namespace

void readOverviews(const Database& database, CustomerRange range,
                   const std::function<void(const CustomerOverview&)>& visit) {
    Query<CustomerId> customers(
        database, "SELECT id FROM customer WHERE id BETWEEN :first AND :last ORDER BY id");
    OverviewReader reader(database, range);
    for (customers.start(range.first.value(), range.last.value()); customers.next();)
        visit(reader.read(std::get<0>(customers.row())));
}

}  // namespace goodfaith::store
