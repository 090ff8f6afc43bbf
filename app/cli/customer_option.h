// SPDX-License-Identifier: GPL-3.0-or-later
// How every command says what names a customer.
#pragma once

namespace goodfaith::app {

inline constexpr const char* customerHelp =
    "A customer's number, or anything lookup finds exactly one customer by; order:1042 for an "
    "order's";

}  // namespace goodfaith::app
