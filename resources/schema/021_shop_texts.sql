-- SPDX-License-Identifier: GPL-3.0-or-later
-- Phrases and answers to frequent questions that the staff wrote: of each key what was said last by
-- an act that stands. Those that the program ships are not here unless they were changed.
CREATE TABLE shop_text (
    act_id  INTEGER PRIMARY KEY REFERENCES act (id) ON DELETE CASCADE,
    kind    INTEGER NOT NULL,
    key     TEXT NOT NULL,
    title   TEXT,
    text    TEXT,
    fits    TEXT,  -- names, separated by spaces
    removed INTEGER NOT NULL DEFAULT 0
);
