-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people said against what was read of a text: whether it complains, and of what.
CREATE TABLE reading_word (
    act_id    INTEGER PRIMARY KEY REFERENCES act (id) ON DELETE CASCADE,
    source_id INTEGER NOT NULL,
    kind      INTEGER NOT NULL,
    key       TEXT NOT NULL,
    complains INTEGER NOT NULL,
    topic     INTEGER  -- NULL: as it was read
);
