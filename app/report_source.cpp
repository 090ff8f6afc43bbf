// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report_source.h"

#include "models/identity/address_slip.h"
#include "models/identity/email_address.h"
#include "models/scoring/history.h"
#include "models/store/derived_tables.h"
#include "models/store/import_ledger.h"
#include "models/store/judgement_table.h"
#include "models/store/report_reader.h"
#include "models/store/settings_table.h"

namespace goodfaith::app {
namespace {

// What came back, and what looks misspelt, each address once.
class DoubtfulAddresses {
public:
    DoubtfulAddresses(const store::ReportReader& reader, std::vector<AddressOverview> bounced)
        : reader_(reader), found_(std::move(bounced)) {
        for (AddressOverview& one : found_) {
            one.meant = identity::meantAddress(one.address);
            known_.insert(one.address);
        }
    }

    // Whoever wrote from there knows how it is spelt.
    void look(CustomerId customer, const QString& address) {
        if (known_.contains(address))
            return;
        const QString meant = identity::meantAddress(address);
        if (meant.isEmpty() || reader_.hasWrittenFrom(address))
            return;
        known_.insert(address);
        found_.push_back({customer, address, 0, {}, meant});
    }

    std::vector<AddressOverview> take() { return std::move(found_); }

private:
    const store::ReportReader& reader_;
    std::vector<AddressOverview> found_;
    QSet<QString> known_;
};

class DatabaseSource : public reports::ReportSource {
public:
    DatabaseSource(store::Database& database, store::ReportPeriod period)
        : database_(database), reader_(database, period) {}

    void forEachWait(const std::function<void(const WaitOverview&)>& visit) const override {
        reader_.forEachWait(visit);
    }
    void forEachCase(const std::function<void(const CaseOverview&)>& visit) const override {
        reader_.forEachCase(visit);
    }
    void forEachCall(const std::function<void(const CallOverview&)>& visit) const override {
        reader_.forEachCall(visit);
    }
    std::vector<MailboxOverview> mailboxes() const override { return reader_.mailboxes(); }
    std::vector<AddressOverview> doubtfulAddresses() const override {
        DoubtfulAddresses addresses(reader_, reader_.bouncedAddresses());
        reader_.forEachAddress([&](CustomerId customer, const QString& address) {
            addresses.look(customer, address);
        });
        return addresses.take();
    }
    std::map<CustomerId, QString> customerNames() const override { return reader_.customerNames(); }
    std::vector<Judgement> judgements() const override {
        std::vector<Judgement> all;
        for (const auto& [customer, judgements] : store::JudgementTable(database_).all())
            all.insert(all.end(), judgements.begin(), judgements.end());
        return all;
    }
    std::map<QString, double> ownWeights() const override {
        const auto parameters = store::DerivedTables(database_).newestParameters();
        return parameters ? parameters->ownWeights : std::map<QString, double>();
    }

private:
    store::Database& database_;
    store::ReportReader reader_;
};

}  // namespace

reports::Report makeReport(store::Database& database, const reports::ReportInfo& info,
                           std::optional<Instant> from, std::optional<Instant> to, Instant asOf) {
    const ShopSettings settings = store::SettingsTable(database).load();
    const Coverage coverage = store::ImportLedger(database).coverageLedger();
    const DatabaseSource source(database, {from, to});
    return info.make(
        {source, settings, from, to, asOf, scoring::answersKnownTo(coverage, settings, asOf)});
}

std::vector<AddressOverview> doubtfulAddresses(store::Database& database,
                                               const CustomerOverview& customer, Instant asOf) {
    const store::ReportReader reader(database, {{}, asOf});
    DoubtfulAddresses addresses(reader, reader.bouncedAddresses(customer.id));
    for (const QString& email : customer.emails) {
        if (const auto address = identity::normaliseEmail(email))
            addresses.look(customer.id, *address);
    }
    return addresses.take();
}

}  // namespace goodfaith::app
