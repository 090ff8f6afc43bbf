-- SPDX-License-Identifier: GPL-3.0-or-later
-- What an answer of ours asks of the customer, and whether it says no, as it is read.

ALTER TABLE reading ADD COLUMN refuses INTEGER;
ALTER TABLE reading ADD COLUMN asks_them INTEGER;
