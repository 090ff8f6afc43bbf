-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is who follows from the parties' keys and from what people decided. What people did can be
-- undone and done again.

-- What people did, in that order.
CREATE TABLE act (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    kind    INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    by_whom TEXT,
    state   INTEGER NOT NULL DEFAULT 0  -- 1: undone; 2: undone for good, as something else was done
);

-- Of whom an act says that they are one, apart, or not to be suggested. Parties are named by their
-- content, so that it holds when they come back.
CREATE TABLE decision (
    act_id       INTEGER NOT NULL REFERENCES act (id) ON DELETE CASCADE,
    side         INTEGER NOT NULL,  -- 0 or 1
    position     INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    PRIMARY KEY (act_id, side, position)
) WITHOUT ROWID;

-- On whose timeline an act put a record, whatever its own keys say.
CREATE TABLE moved_event (
    act_id       INTEGER PRIMARY KEY REFERENCES act (id) ON DELETE CASCADE,
    source_id    INTEGER NOT NULL,
    kind         INTEGER NOT NULL,
    key          TEXT NOT NULL,
    content_hash TEXT NOT NULL
);

-- Keys of so many different persons that they join nobody. Derived of the parties that bear them.
CREATE TABLE shared_key (
    kind  INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (kind, value)
) WITHOUT ROWID;

-- Every number ever given, and whose it is: a customer goes by the lowest of its parties' numbers,
-- and the others lead to it.
CREATE TABLE founder (
    number   INTEGER PRIMARY KEY,
    party_id INTEGER NOT NULL REFERENCES party (id) ON DELETE CASCADE,
    -- Whose it was before an act took all its events away; it gets it back with them.
    lent_by  INTEGER REFERENCES party (id) ON DELETE SET NULL
);
CREATE INDEX founder_of_party ON founder (party_id, number);

INSERT INTO founder (number, party_id)
SELECT old_id, customer_alias.party_id FROM customer_alias
JOIN link ON link.party_id = customer_alias.party_id
    AND link.customer_id = customer_alias.customer_id;
-- A customer's own founder is the first of its parties that founded no other; where each did, the
-- first.
INSERT INTO founder (number, party_id)
SELECT customer_id, min(party_id) FROM link
WHERE party_id NOT IN (SELECT party_id FROM founder) GROUP BY customer_id;
INSERT INTO founder (number, party_id)
SELECT customer_id, min(party_id) FROM link
WHERE customer_id NOT IN (SELECT number FROM founder) GROUP BY customer_id;
-- Numbers whose founder is not known stay with whom they were of.
INSERT INTO founder (number, party_id)
SELECT old_id, founder.party_id FROM customer_alias
JOIN founder ON founder.number = customer_alias.customer_id
WHERE old_id NOT IN (SELECT number FROM founder);
DROP TABLE customer_alias;

ALTER TABLE link ADD COLUMN joined_to INTEGER;  -- the party that the key was shared with

-- The rules that the links follow; older ones are followed anew.
INSERT INTO meta (name, value) VALUES ('linking_rules', 0);
