// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/connection.h"

#include "models/domain/names.h"

namespace goodfaith {
namespace {

constexpr auto kindNames = std::to_array<Named<ConnectionKind>>({
    {ConnectionKind::Phone, "phone"},
    {ConnectionKind::Address, "address"},
    {ConnectionKind::Payer, "payer"},
});

}  // namespace

QString nameOf(ConnectionKind kind) {
    return nameIn(kindNames, kind);
}

}  // namespace goodfaith
