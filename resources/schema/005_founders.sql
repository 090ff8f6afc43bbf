-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who founded a customer that was absorbed: when the two are taken apart again, it gets its number
-- back.

ALTER TABLE customer_alias ADD COLUMN party_id INTEGER;
