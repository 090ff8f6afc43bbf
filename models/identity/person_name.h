// SPDX-License-Identifier: GPL-3.0-or-later
// The name of a person in parts that can be compared, however it was written.
#pragma once

#include <QString>
#include <QStringList>

namespace goodfaith::identity {

// Parts are lower-case Latin letters without accents; an initial is a part of one letter.
class PersonName {
public:
    static PersonName read(const QString& text);

    bool isEmpty() const { return given_.isEmpty() && family_.isEmpty(); }
    const QStringList& givenNames() const { return given_; }
    const QStringList& familyNames() const { return family_; }

    friend bool operator==(const PersonName&, const PersonName&) = default;

private:
    QStringList given_;
    QStringList family_;
};

// Whether both may be one person's name. No name is compatible with every name.
bool compatible(const PersonName& a, const PersonName& b);

}  // namespace goodfaith::identity
