-- SPDX-License-Identifier: GPL-3.0-or-later
-- Files as they were when they were last imported to their end, or refused: whoever watches a folder
-- need not read them again.

CREATE TABLE imported_file (
    path        TEXT PRIMARY KEY,  -- absolute; within an archive: the archive's and its own
    size        INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    hash        TEXT,              -- of the whole content; NULL where that would take long
    reading     TEXT NOT NULL,     -- how it was read
    import_id   INTEGER REFERENCES import (id)  -- NULL: it was refused
) WITHOUT ROWID;
