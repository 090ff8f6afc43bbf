// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/settings_table.h"

#include "models/store/statement.h"

#include <QRandomGenerator>

#include <array>

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

QByteArray SettingsTable::secret() {
    Query<QString> read(database_, "SELECT value FROM setting WHERE name = 'secret'");
    if (const auto known = read.one())
        return QByteArray::fromHex(std::get<0>(*known).toLatin1());
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), std::ssize(words));
    const QByteArray made(reinterpret_cast<const char*>(words.data()), sizeof words);
    Statement(database_, "INSERT INTO setting (name, value) VALUES ('secret', :value)")
        .run(QString::fromLatin1(made.toHex()));
    return made;
}

}  // namespace goodfaith::store
