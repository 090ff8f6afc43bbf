-- SPDX-License-Identifier: GPL-3.0-or-later
-- The rows that one file has for one record, where they say different things: a hash of each. The
-- same file again says nothing new with any of them.

ALTER TABLE assertion ADD COLUMN row_hashes TEXT;
