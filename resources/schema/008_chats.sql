-- SPDX-License-Identifier: GPL-3.0-or-later
-- A chat is one event: who answered, when first, and until when it went on.

CREATE TABLE chat_detail (
    record_id      INTEGER PRIMARY KEY,
    agent          TEXT,
    first_reply_at INTEGER,
    ended_at       INTEGER
);
