// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/act_output.h"

#include "app/cli/output.h"
#include "app/json/json_values.h"

namespace goodfaith::app {
namespace {

QJsonArray numbers(const std::vector<CustomerId>& customers) {
    return toArray(customers, [](CustomerId customer) { return QJsonValue(customer.value()); });
}

}  // namespace

int print(const ActNotice& notice, const Invocation& invocation) {
    if (invocation.json)
        printJson({{QStringLiteral("act"), notice.act.id.value()},
                   {QStringLiteral("done"), notice.sentence},
                   {QStringLiteral("customer"),
                    notice.customer.isNone() ? QJsonValue() : QJsonValue(notice.customer.value())},
                   {QStringLiteral("changed"), numbers(notice.changed)},
                   {QStringLiteral("gone"), numbers(notice.gone)}});
    else
        printLine(notice.sentence);
    return exitDone;
}

}  // namespace goodfaith::app
