// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reading_options.h"

#include "models/domain/settings.h"

namespace goodfaith::app {

void addReadingOptions(CLI::App& options, ReadingArguments& arguments) {
    options.add_option(
        "--as", arguments.templateName,
        "What the file holds: orders, calls, …; recognised by its header if left out");
    options.add_option("--preset", arguments.preset, "A vendor's layout, such as shopify-orders");
    options.add_option("--mapping", arguments.mapping,
                       "A file that says which column is which field");
    options.add_option("--charset", arguments.charset, "Such as UTF-8 or Windows-1252");
    options.add_option("--delimiter", arguments.delimiter, "One character, or \"tab\"");
    options
        .add_option("--date-order", arguments.dateOrder, "How dates such as 03/04/2024 are meant")
        ->check(CLI::IsMember({"dmy", "mdy", "ymd"}));
    options.add_option("--timezone", arguments.timeZone,
                       "Of times without an offset, such as Europe/Berlin (default: the setting)");
    options.add_option("--region", arguments.region,
                       "Of phone numbers without a country, two letters (default: the setting)");
}

importers::ReadingOptions readingOptions(const ReadingArguments& arguments) {
    importers::ReadingOptions reading;
    reading.templateName = QString::fromStdString(arguments.templateName);
    reading.preset = QString::fromStdString(arguments.preset);
    reading.charset = QString::fromStdString(arguments.charset);
    reading.delimiter = QString::fromStdString(arguments.delimiter);
    reading.dateOrder = QString::fromStdString(arguments.dateOrder);
    if (!arguments.timeZone.empty()) {
        ShopSettings checked;
        setSetting(checked, u"time-zone", QString::fromStdString(arguments.timeZone));
        reading.timeZone = checked.timeZone;
        reading.timeZoneIsSet = true;
    }
    if (!arguments.mapping.empty())
        reading.mapping = importers::mappingFromFile(QString::fromStdString(arguments.mapping));
    return reading;
}

}  // namespace goodfaith::app
