-- SPDX-License-Identifier: GPL-3.0-or-later
-- Mappings that were made for files of the shop's own, offered again for the same header.

CREATE TABLE mapping (
    name     TEXT PRIMARY KEY,
    json     TEXT NOT NULL,  -- as resources/presets/README.md describes it
    saved_at INTEGER NOT NULL
) WITHOUT ROWID;
