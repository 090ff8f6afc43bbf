-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people judge, and what verdicts were shown.

-- An agent's own verdict of a customer (a party by its content), beside the computed one that was
-- shown when it was made.
CREATE TABLE judgement (
    act_id           INTEGER PRIMARY KEY REFERENCES act (id) ON DELETE CASCADE,
    content_hash     TEXT NOT NULL,
    verdict          INTEGER,  -- NULL: what was judged before is taken back
    reason           TEXT,
    review_at        INTEGER,
    shown_verdict    INTEGER NOT NULL,
    shown_p          REAL NOT NULL,
    shown_parameters INTEGER,
    shown_as_of      INTEGER NOT NULL
);
CREATE INDEX judgement_of_party ON judgement (content_hash);

-- Which verdict of whom was shown when, to whom, by which parameters and on data up to when.
CREATE TABLE shown_verdict (
    id           INTEGER PRIMARY KEY,
    at           INTEGER NOT NULL,
    by_whom      TEXT,
    content_hash TEXT NOT NULL,
    verdict      INTEGER NOT NULL,
    computed     INTEGER NOT NULL,
    p            REAL NOT NULL,
    parameters   INTEGER,
    as_of        INTEGER NOT NULL,
    known_to     INTEGER
);
CREATE INDEX shown_verdict_of_party ON shown_verdict (content_hash, at);
