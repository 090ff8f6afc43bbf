-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who might be the same person, and what that is judged by.

-- What the shop's own record of a person says beside the keys; as the file had it.
CREATE TABLE contact_detail (
    record_id     INTEGER PRIMARY KEY,
    date_of_birth TEXT NOT NULL
);
-- The newest that is known of each record, of what was imported before it was kept.
INSERT INTO contact_detail (record_id, date_of_birth)
SELECT record_id, said FROM (
    SELECT assertion.record_id, json_extract(assertion.body, '$.fields.date_of_birth') AS said,
           row_number() OVER (PARTITION BY assertion.record_id
                              ORDER BY assertion.own_date DESC, assertion.import_id DESC) AS place
    FROM assertion JOIN record ON record.id = assertion.record_id
    WHERE record.kind = 0 AND json_extract(assertion.body, '$.fields.date_of_birth') IS NOT NULL)
WHERE place = 1;

-- Derived: pairs of customers to be judged by a person.
CREATE TABLE suggestion (
    a           INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    b           INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,  -- above a
    kind        INTEGER NOT NULL,
    probability REAL NOT NULL,
    evidence    TEXT NOT NULL,  -- JSON: field, agreement and weight
    PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX suggestion_of_b ON suggestion (b);

-- Derived: what each customer was when they were last compared with everybody.
CREATE TABLE compared_customer (
    customer_id INTEGER PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
    digest      INTEGER NOT NULL
);
INSERT INTO meta (name, value) VALUES ('compared_revision', -1);
