-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people wrote down about a customer, and what they said of our promises.

-- A note, or a promise where there is a due time. Of whom: a party by its content.
CREATE TABLE note (
    act_id       INTEGER PRIMARY KEY REFERENCES act (id) ON DELETE CASCADE,
    content_hash TEXT NOT NULL,
    text         TEXT NOT NULL,
    promise_kind INTEGER NOT NULL,
    due_at       INTEGER
);
CREATE INDEX note_of_party ON note (content_hash);

-- That the promises in a message were kept, or are none.
CREATE TABLE promise_word (
    act_id    INTEGER PRIMARY KEY REFERENCES act (id) ON DELETE CASCADE,
    source_id INTEGER NOT NULL,
    kind      INTEGER NOT NULL,
    key       TEXT NOT NULL,
    kept      INTEGER NOT NULL
);
