// SPDX-License-Identifier: GPL-3.0-or-later
// What mail looks like at its beginning, in bytes: header lines, and the "From " lines between the
// mails of an mbox.
#pragma once

#include <QByteArrayView>

namespace goodfaith::importers {

// "Name: value", for any name a header may have.
bool beginsWithHeader(QByteArrayView text);
// The same for the names that mail programs write.
bool beginsWithKnownHeader(QByteArrayView text);

// How much an mbox's "From " line tells by itself.
enum class MarkerForm {
    None,    // no "From " at the beginning
    Prose,   // "From Russia with love"
    Formal,  // "From - ", "From 1844347792267117879@xxx"
    Dated,   // "From a@b.example Fri Feb 22 17:06:23 2008"
};
MarkerForm markerForm(QByteArrayView line);

// Whether a file with this beginning is an mbox, or one mail.
bool beginsLikeMbox(QByteArrayView start);
bool beginsLikeMail(QByteArrayView start);

}  // namespace goodfaith::importers
