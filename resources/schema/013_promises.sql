-- SPDX-License-Identifier: GPL-3.0-or-later
-- What we promise in a text, as it is read: one promise a line.

ALTER TABLE reading ADD COLUMN promises TEXT;
