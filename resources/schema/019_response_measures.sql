-- SPDX-License-Identifier: GPL-3.0-or-later
-- What managers' reports are counted from: by what a wait ended and whether it was its case's first,
-- and when a case was resolved, by which act of ours. Derived: everybody is gone through anew.

ALTER TABLE wait ADD COLUMN answer_id INTEGER;
ALTER TABLE wait ADD COLUMN first_of_case INTEGER NOT NULL DEFAULT 0;
ALTER TABLE complaint_case ADD COLUMN resolved_at INTEGER;
ALTER TABLE complaint_case ADD COLUMN resolved_by INTEGER;
UPDATE meta SET value = -1 WHERE name = 'scored_revision';

-- Whom mail did not reach (PartyRole::Unreached).
CREATE INDEX unreached_party ON record_party (party_id, record_id) WHERE role = 6;
