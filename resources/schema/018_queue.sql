-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who waits, and what people said of it.

-- That what waits is done, or is to wait until then.
CREATE TABLE queue_word (
    act_id   INTEGER PRIMARY KEY REFERENCES act (id) ON DELETE CASCADE,
    until_at INTEGER,  -- NULL: it is done
    reason   TEXT
);

-- What was meant: a record each that the matter rested on then, or a promise that a person noted.
CREATE TABLE queue_word_part (
    act_id    INTEGER NOT NULL REFERENCES queue_word (act_id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    matter    INTEGER NOT NULL,  -- QueueKind
    place     INTEGER NOT NULL,  -- of a promise within its message
    noted     INTEGER,           -- the act
    source_id INTEGER,
    kind      INTEGER,
    key       TEXT,
    PRIMARY KEY (act_id, position)
) WITHOUT ROWID;

-- Derived: what waits, or will when its time comes.
CREATE TABLE queue_entry (
    id             INTEGER PRIMARY KEY,
    customer_id    INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    matter         INTEGER NOT NULL,
    event_id       INTEGER,
    place          INTEGER NOT NULL,
    noted          INTEGER,
    since          INTEGER NOT NULL,
    due            INTEGER NOT NULL,
    events         TEXT,              -- separated by a space
    last_words     INTEGER,
    topic          INTEGER NOT NULL,
    promise_kind   INTEGER NOT NULL,
    phrase         TEXT,
    from_at        INTEGER NOT NULL,
    until_at       INTEGER,
    put_off_until  INTEGER,
    put_off_reason TEXT
);
CREATE INDEX queue_entry_of_customer ON queue_entry (customer_id);

-- Derived: whoever waits or will, and when records that lie in the future then change that.
CREATE TABLE queue_customer (
    customer_id INTEGER PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
    changes_at  INTEGER,
    value       TEXT  -- amounts, separated by commas
);

-- As of when the queue was derived; until then it is empty.
INSERT INTO meta (name, value) VALUES ('queue_as_of', 0);
UPDATE meta SET value = -1 WHERE name = 'scored_revision';
