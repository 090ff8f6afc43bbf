// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 2047 words of a header as senders really write them: characters split over two words, 8-bit
// bytes or spaces within, a charset's name that means its superset.
#pragma once

#include <QByteArray>

namespace goodfaith::importers {

// Makes one well-formed UTF-8 word of each run of words. GMime, which knows where in an address
// a word may stand, then decodes it; of a run it loses what follows a padded base64 word.
QByteArray withMergedEncodedWords(const QByteArray& header);

}  // namespace goodfaith::importers
