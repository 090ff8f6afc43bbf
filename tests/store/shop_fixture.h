// SPDX-License-Identifier: GPL-3.0-or-later
// A shop's database in a folder of its own, and short ways to write records and to read back what
// they became. Parties are linked by e-mail, one customer each, as the simplest identity would.
#pragma once

#include "models/store/customer_reader.h"
#include "models/store/customer_search.h"
#include "models/store/fact_writer.h"
#include "models/store/import_ledger.h"
#include "models/store/party_links.h"

#include <QTemporaryDir>

#include <initializer_list>

namespace goodfaith::store {

Instant at(const char* iso);
Money euro(qint64 cents);

using FieldList = std::initializer_list<std::pair<Field, FieldValue>>;

WritableParty party(PartyRole role, const QString& email, const QString& name = {});
WritableParty ourParty(PartyRole role, const QString& email);
WritableRecord record(RecordKind kind, const QString& key, FieldList fields,
                      std::vector<WritableParty> parties = {}, int counterpart = -1);
// An order of ada@example.com or whoever is named.
WritableRecord order(const QString& key, const char* iso, qint64 cents,
                     const QString& email = QStringLiteral("ada@example.com"));
WritableRecord refund(const QString& key, const QString& orderKey, const char* iso, qint64 cents);
WritableRecord mail(const QString& key, const char* iso, const QString& subject,
                    const QString& text, const QString& sender = QStringLiteral("ada@example.com"));

// The simplest identity: e-mails and shop numbers, one address of ours, help@shop.example.
WritableRecord withKeys(ImportedRecord record);

class Shop {
public:
    Shop();
    QString path() const { return folder_.filePath(QStringLiteral("shop/goodfaith.db")); }
    Database& database() { return *database_; }

    // A new import of these records, committed and linked.
    std::vector<WrittenRecord> import(const std::vector<WritableRecord>& records,
                                      const char* startedAt = "2024-06-01T00:00:00Z",
                                      const QString& source = QStringLiteral("shop"));
    ImportId begin(const QString& path, const char* startedAt,
                   const QString& source = QStringLiteral("shop"));
    std::vector<WrittenRecord> write(ImportId import, const std::vector<WritableRecord>& records,
                                     const QString& source = QStringLiteral("shop"));
    void linkByEmail();

    CustomerId customerOf(const QString& email);
    CustomerFacts factsOf(const QString& email);
    // Timeline and facts of every customer as text, without ids: equal for equal shops.
    QString dump();
    qint64 count(const QString& table);

private:
    QTemporaryDir folder_;
    std::unique_ptr<Database> database_;
    int imports_ = 0;
};

}  // namespace goodfaith::store
