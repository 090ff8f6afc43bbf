// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/person_name.h"
#include "models/identity/resolve.h"

#include <QSet>

#include <algorithm>

namespace goodfaith::identity {
namespace {

// A household of three bears three names.
constexpr size_t mostPersonsOfOneKey = 3;

std::vector<PersonName> differentNames(const std::vector<QString>& texts) {
    QSet<QString> known;
    std::vector<PersonName> names;
    for (const QString& text : texts) {
        if (text.isEmpty() || known.contains(text))
            continue;
        known.insert(text);
        PersonName name = PersonName::read(text);
        if (!name.isEmpty() && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
    }
    return names;
}

// Whether among the names there are so many no two of which may be one person's.
bool haveSoManyPersons(const std::vector<const PersonName*>& names, size_t wanted) {
    if (wanted == 0)
        return true;
    for (size_t i = 0; i + wanted <= names.size(); ++i) {
        std::vector<const PersonName*> others;
        std::copy_if(names.begin() + static_cast<std::ptrdiff_t>(i) + 1, names.end(),
                     std::back_inserter(others),
                     [&](const PersonName* other) { return !compatible(*names[i], *other); });
        if (haveSoManyPersons(others, wanted - 1))
            return true;
    }
    return false;
}

}  // namespace

bool isSharedKey(NormalisedKey::Kind kind, const std::vector<QString>& names) {
    if (kind == NormalisedKey::Kind::ShopNumber || names.size() <= mostPersonsOfOneKey)
        return false;
    const std::vector<PersonName> different = differentNames(names);
    std::vector<const PersonName*> all;
    for (const PersonName& name : different)
        all.push_back(&name);
    return haveSoManyPersons(all, mostPersonsOfOneKey + 1);
}

}  // namespace goodfaith::identity
