-- SPDX-License-Identifier: GPL-3.0-or-later
-- What connects customers who are not one person.

-- Who paid, as a keyed hash that names nobody.
CREATE TABLE payment_detail (
    record_id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    payer     TEXT NOT NULL
);
CREATE INDEX payment_of_payer ON payment_detail (payer);
-- By what was said of it last.
INSERT INTO payment_detail (record_id, payer)
SELECT said.record_id, json_extract(said.body, '$.fields.payer_hash') FROM assertion AS said
JOIN record ON record.id = said.record_id
WHERE record.kind = 3 AND json_extract(said.body, '$.fields.payer_hash') IS NOT NULL
    AND said.import_id = (SELECT max(import_id) FROM assertion AS other
        WHERE other.record_id = said.record_id
        AND json_extract(other.body, '$.fields.payer_hash') IS NOT NULL);

-- Parties' postal addresses as they are compared; NULL where too little of one is known. Derived of
-- the parties.
CREATE TABLE party_address (
    party_id INTEGER PRIMARY KEY REFERENCES party (id) ON DELETE CASCADE,
    value    TEXT
);
CREATE INDEX party_address_value ON party_address (value) WHERE value IS NOT NULL;
-- Where orders went (role 4).
CREATE INDEX record_party_of_recipient ON record_party (party_id) WHERE role = 4;
