// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/settings_table.h"

#include "models/store/statement.h"

namespace goodfaith::store {

ShopSettings SettingsTable::load() const {
    ShopSettings settings;
    Query<QString, QString> query(database_, "SELECT name, value FROM setting");
    for (const auto& [name, value] : query.all())
        restoreSetting(settings, name, value);  // one of a newer Goodfaith is left alone
    return settings;
}

void SettingsTable::save(const ShopSettings& settings) {
    Statement write(database_,
                    "INSERT INTO setting (name, value) VALUES (:name, :value) "
                    "ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    for (const auto& info : settingInfos())
        write.run(info.key, settingText(settings, info.key).value_or(QString()));
}

}  // namespace goodfaith::store
