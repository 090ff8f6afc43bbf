-- SPDX-License-Identifier: GPL-3.0-or-later
-- Full text. Both can be rebuilt from the facts.

-- Words of texts.
CREATE VIRTUAL TABLE text_index USING fts5 (
    subject, text,
    content = 'record_text', content_rowid = 'record_id',
    tokenize = 'unicode61 remove_diacritics 2'
);

-- Words are gathered in memory up to so many bytes before they are sorted into the index.
INSERT INTO text_index (text_index, rank) VALUES ('hashsize', 4194304);

-- Parts of names (folded: no case, no accents) and of keys. The row is the party's.
CREATE VIRTUAL TABLE party_index USING fts5 (
    name, keys,
    content = '', tokenize = 'trigram', columnsize = 0
);
