-- SPDX-License-Identifier: GPL-3.0-or-later
-- Derived values: dropped and rebuilt without loss.

-- What a text says. Version 0: still to be read.
CREATE TABLE reading (
    record_id     INTEGER PRIMARY KEY,
    version       INTEGER NOT NULL,
    new_text      TEXT,
    nature        INTEGER,
    probability   REAL,
    complaint     INTEGER,
    topic         INTEGER,
    asks          INTEGER,  -- one bit for each Ask
    threat        INTEGER,
    says_received INTEGER,
    says_works    INTEGER,
    thanks        INTEGER,
    admits        INTEGER,
    moved_by      TEXT  -- one a line
);
CREATE INDEX reading_by_version ON reading (version);

CREATE TABLE complaint_case (
    id          INTEGER PRIMARY KEY,  -- its first event
    customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    topic       INTEGER NOT NULL,
    opened_at   INTEGER NOT NULL
);
CREATE INDEX complaint_case_of_customer ON complaint_case (customer_id);

CREATE TABLE case_event (
    record_id INTEGER PRIMARY KEY,
    case_id   INTEGER NOT NULL REFERENCES complaint_case (id) ON DELETE CASCADE
);
CREATE INDEX case_event_of_case ON case_event (case_id);

CREATE TABLE wait (
    inquiry_id  INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    kind        INTEGER NOT NULL,
    since       INTEGER NOT NULL,
    answered_at INTEGER
);
CREATE INDEX wait_of_customer ON wait (customer_id);

CREATE TABLE shop_parameters (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    facts_revision INTEGER NOT NULL,
    as_of          INTEGER NOT NULL,
    body           TEXT NOT NULL  -- JSON
);
CREATE INDEX shop_parameters_by_facts ON shop_parameters (facts_revision, as_of);

CREATE TABLE score (
    customer_id INTEGER PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
    verdict     INTEGER NOT NULL,
    p_chronic   REAL NOT NULL,
    body        TEXT NOT NULL  -- JSON
);
