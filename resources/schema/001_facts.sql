-- SPDX-License-Identifier: GPL-3.0-or-later
-- Facts: what imports assert, who took part, and why a party is a customer. Times are UTC
-- milliseconds, money is minor units beside its currency, unknown is NULL.

CREATE TABLE schema_version (
    version INTEGER PRIMARY KEY,
    name    TEXT NOT NULL
);

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO meta (name, value) VALUES ('facts_revision', 0), ('scored_revision', -1);

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT
) WITHOUT ROWID;

CREATE TABLE source (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE import (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    path              TEXT NOT NULL,
    source_id         INTEGER NOT NULL REFERENCES source (id),
    template          TEXT,
    preset            TEXT,
    started_at        INTEGER NOT NULL,
    state             INTEGER NOT NULL,
    rows_read         INTEGER NOT NULL DEFAULT 0,
    inserted          INTEGER NOT NULL DEFAULT 0,
    updated           INTEGER NOT NULL DEFAULT 0,
    unchanged         INTEGER NOT NULL DEFAULT 0,
    rejected          INTEGER NOT NULL DEFAULT 0,
    customers_new     INTEGER NOT NULL DEFAULT 0,
    customers_matched INTEGER NOT NULL DEFAULT 0,
    undone            INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE rejected_row (
    id          INTEGER PRIMARY KEY,
    import_id   INTEGER NOT NULL REFERENCES import (id),
    line        INTEGER NOT NULL,
    column_name TEXT,
    value       TEXT,
    reason      TEXT,
    cells       TEXT  -- JSON array of the row as it stood
);
CREATE INDEX rejected_row_of_import ON rejected_row (import_id);

-- Which period of which kind an import bore witness to.
CREATE TABLE coverage (
    import_id INTEGER NOT NULL REFERENCES import (id),
    kind      INTEGER NOT NULL,
    from_at   INTEGER NOT NULL,
    to_at     INTEGER NOT NULL,
    PRIMARY KEY (import_id, kind)
) WITHOUT ROWID;

-- One row for each distinct set of keys; never changed afterwards.
CREATE TABLE party (
    id           INTEGER PRIMARY KEY,
    content_hash TEXT NOT NULL UNIQUE,
    source_id    INTEGER,  -- whose shop number it is; NULL without one
    email        TEXT,
    phone        TEXT,
    shop_number  TEXT,
    name         TEXT,
    company      TEXT,
    street       TEXT,
    postcode     TEXT,
    city         TEXT,
    region       TEXT,
    country      TEXT
);

-- The normalised keys; kind as NormalisedKey::Kind. Shop numbers mean something within their
-- source alone.
CREATE TABLE party_key (
    kind      INTEGER NOT NULL,
    value     TEXT NOT NULL,
    party_id  INTEGER NOT NULL,
    joins     INTEGER NOT NULL,
    source_id INTEGER,
    PRIMARY KEY (kind, value, party_id)
) WITHOUT ROWID;
CREATE INDEX party_key_of_party ON party_key (party_id);

CREATE TABLE customer (
    id INTEGER PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE customer_alias (
    old_id      INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE
);
CREATE INDEX customer_alias_of_customer ON customer_alias (customer_id);

-- Parties without a link. Most of them wait for one; the rest are nobody's counterpart.
CREATE TABLE unlinked_party (
    party_id INTEGER PRIMARY KEY REFERENCES party (id)
);

CREATE TABLE link (
    party_id    INTEGER PRIMARY KEY REFERENCES party (id),
    customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    rule        TEXT,
    evidence    TEXT
);
CREATE INDEX link_of_customer ON link (customer_id, party_id);

-- One thing that happened, as all live assertions together say.
CREATE TABLE record (
    id              INTEGER PRIMARY KEY,
    kind            INTEGER NOT NULL,
    key             TEXT NOT NULL,
    source_id       INTEGER NOT NULL,
    asserted        INTEGER NOT NULL,  -- 0: named by another record, not yet imported itself
    at              INTEGER,
    direction       INTEGER NOT NULL DEFAULT 0,
    title           TEXT,
    snippet         TEXT,
    amount_minor    INTEGER,
    currency        TEXT,
    status          TEXT,
    order_record_id INTEGER REFERENCES record (id),
    party_id        INTEGER REFERENCES party (id),  -- whose timeline it is on
    party_inherited INTEGER NOT NULL DEFAULT 0,     -- 1: it is the order's
    UNIQUE (kind, key, source_id)
);
CREATE INDEX record_of_party ON record (party_id, kind, at) WHERE party_id IS NOT NULL;
CREATE INDEX record_of_order ON record (order_record_id) WHERE order_record_id IS NOT NULL;

CREATE TABLE record_party (
    record_id      INTEGER NOT NULL,
    role           INTEGER NOT NULL,
    position       INTEGER NOT NULL,
    party_id       INTEGER NOT NULL,
    is_ours        INTEGER NOT NULL,
    is_counterpart INTEGER NOT NULL,
    PRIMARY KEY (record_id, role, position)
) WITHOUT ROWID;

-- What each import says of a record. A body that repeats an earlier one is a mere mark.
CREATE TABLE assertion (
    record_id      INTEGER NOT NULL,
    import_id      INTEGER NOT NULL,
    own_date       INTEGER,
    effect         INTEGER NOT NULL,
    body           TEXT,  -- JSON: fields and parties
    same_as_import INTEGER,
    PRIMARY KEY (record_id, import_id)
) WITHOUT ROWID;

CREATE TABLE order_detail (
    record_id    INTEGER PRIMARY KEY,
    status       INTEGER NOT NULL,
    cancelled_at INTEGER,
    channel      TEXT,
    replaces     TEXT,
    country      TEXT
);

CREATE TABLE order_item (
    record_id INTEGER PRIMARY KEY,
    sku       TEXT,
    title     TEXT,
    quantity  REAL NOT NULL
);

CREATE TABLE refund_detail (
    record_id INTEGER PRIMARY KEY,
    kind      INTEGER NOT NULL,
    reason    TEXT
);

CREATE TABLE return_detail (
    record_id    INTEGER PRIMARY KEY,
    sku          TEXT,
    requested_at INTEGER,
    received_at  INTEGER,
    reason       TEXT,
    condition    INTEGER NOT NULL,
    fault        INTEGER NOT NULL,
    outcome      TEXT
);

CREATE TABLE shipment_detail (
    record_id    INTEGER PRIMARY KEY,
    carrier      TEXT,
    tracking     TEXT,
    shipped_at   INTEGER,
    promised_at  INTEGER,
    delivered_at INTEGER,
    status       INTEGER NOT NULL,
    proof        INTEGER NOT NULL
);
CREATE INDEX shipment_by_tracking ON shipment_detail (tracking) WHERE tracking IS NOT NULL;

CREATE TABLE message_detail (
    record_id         INTEGER PRIMARY KEY,
    channel           TEXT,
    message_id        TEXT,
    in_reply_to       TEXT,
    reference_list    TEXT,  -- message ids, oldest first, separated by a space
    thread            TEXT,
    automatic_headers TEXT,
    mailbox           TEXT,
    agent             TEXT,
    order_key         TEXT,
    stated_direction  TEXT
);

CREATE TABLE call_detail (
    record_id        INTEGER PRIMARY KEY,
    disposition      INTEGER NOT NULL,
    queue            TEXT,
    agent            TEXT,
    wait_ms          INTEGER,
    talk_ms          INTEGER,
    from_number      TEXT,
    to_number        TEXT,
    stated_direction TEXT
);

-- The words of a message, call, chat, form, survey, review or refund.
CREATE TABLE record_text (
    record_id INTEGER PRIMARY KEY,
    subject   TEXT,
    text      TEXT
);
