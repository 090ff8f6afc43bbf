// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses whose domain looks like a slip of the keyboard: "ada@gmial.com". Rather none is found
// than a real domain called wrong.
#pragma once

#include <QString>

namespace goodfaith::identity {

// How a normalised address is probably spelt, "ada@gmail.com"; "" where it looks right.
QString meantAddress(const QString& normalisedEmail);

}  // namespace goodfaith::identity
