-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lists and charts want the verdicts of a full run; everything else is computed when it is asked.

DROP TABLE score;
CREATE TABLE verdict (
    customer_id INTEGER PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
    verdict     INTEGER NOT NULL
);
UPDATE meta SET value = -1 WHERE name = 'scored_revision';
