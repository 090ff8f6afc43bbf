// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reading_options.h"

#include "models/domain/settings.h"

#include <algorithm>

namespace goodfaith::app {

void addReadingOptions(CLI::App& options, ReadingArguments& arguments) {
    options.add_option(
        "--as", arguments.templateName,
        "What the file holds: orders, calls, …; recognised by its header if left out");
    options.add_option("--preset", arguments.preset, "A vendor's layout, such as shopify-orders");
    options.add_option("--mapping", arguments.mapping,
                       "A file that says which column is which field");
    for (size_t i = 0; i < writingMembers.size(); ++i) {
        const WritingMember& entry = writingMembers[i];
        const auto check = [&entry](const std::string& said) {
            const QString expected = expectedOf(entry, QString::fromStdString(said));
            return expected.isEmpty() ? std::string() : "expected " + expected.toStdString();
        };
        std::string name = std::string("--") + entry.name;
        std::replace(name.begin(), name.end(), '_', '-');
        options.add_option(name, arguments.writing[i], entry.description)->check(check);
    }
    options.add_option("--timezone", arguments.timeZone,
                       "Of times without an offset, such as Europe/Berlin (default: the setting)");
    options.add_option("--region", arguments.region,
                       "Of phone numbers without a country, two letters (default: the setting)");
}

importers::ReadingOptions readingOptions(const ReadingArguments& arguments) {
    importers::ReadingOptions reading;
    reading.templateName = QString::fromStdString(arguments.templateName);
    reading.preset = QString::fromStdString(arguments.preset);
    for (size_t i = 0; i < writingMembers.size(); ++i)
        reading.writing.*writingMembers[i].member = QString::fromStdString(arguments.writing[i]);
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
