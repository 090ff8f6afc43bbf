-- SPDX-License-Identifier: GPL-3.0-or-later
-- Surges of complaints by many customers, derived with each set of parameters and kept for those of
-- the facts as they are.

CREATE TABLE common_issue (
    id            INTEGER PRIMARY KEY,
    parameters_id INTEGER NOT NULL REFERENCES shop_parameters (id) ON DELETE CASCADE,
    name          TEXT NOT NULL,     -- of its subject and first day
    topic         INTEGER NOT NULL,
    product       TEXT,
    product_title TEXT,
    carrier       TEXT,
    region        TEXT,
    from_day      INTEGER NOT NULL,  -- Julian day numbers, of the shop's calendar
    to_day        INTEGER NOT NULL,
    raised_day    INTEGER NOT NULL,
    over          INTEGER NOT NULL,
    alarm         INTEGER NOT NULL,
    complaints    INTEGER NOT NULL,
    expected      REAL NOT NULL,
    trend_day     INTEGER NOT NULL,
    trend         TEXT               -- complaints of each week, separated by a space
);
CREATE INDEX common_issue_of_parameters ON common_issue (parameters_id);

CREATE TABLE common_issue_member (
    issue_id    INTEGER NOT NULL REFERENCES common_issue (id) ON DELETE CASCADE,
    place       INTEGER NOT NULL,  -- by time
    case_id     INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    PRIMARY KEY (issue_id, place)
) WITHOUT ROWID;
