// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/address_slip.h"

#include "models/identity/mail_data.h"
#include "models/identity/resource.h"

#include <QJsonArray>

#include <algorithm>

namespace goodfaith::identity {
namespace {

struct Provider {
    QString name;  // "gmail"
    QStringList endings;
    bool isComOnly = false;  // gmail.co is nobody's
};

struct SlipData {
    std::vector<Provider> providers;
    QHash<QString, QStringList> endingSlips;
    QStringList onlyComSlips;
    QStringList keyboard;
    QSet<QString> real;
};

SlipData readData() {
    const QJsonObject object = identityResource(QStringLiteral("mail_slips"));
    SlipData data;
    for (const auto& value : object.value(QStringLiteral("providers")).toArray()) {
        const QJsonObject provider = value.toObject();
        data.providers.push_back({provider.value(QStringLiteral("name")).toString(),
                                  stringsOf(provider, QStringLiteral("endings")),
                                  provider.value(QStringLiteral("only")).toBool()});
    }
    const QJsonObject slips = object.value(QStringLiteral("endingSlips")).toObject();
    for (const QString& ending : slips.keys())
        data.endingSlips.insert(ending, stringsOf(slips, ending));
    data.onlyComSlips = stringsOf(object, QStringLiteral("onlyComSlips"));
    data.keyboard = stringsOf(object, QStringLiteral("keyboard"));
    for (const QString& domain : stringsOf(object, QStringLiteral("real")))
        data.real.insert(domain);
    for (const QString& domain : mailData().providers.keys())
        data.real.insert(domain);
    for (const Provider& provider : data.providers) {
        for (const QString& ending : provider.endings)
            data.real.insert(provider.name + u'.' + ending);
    }
    return data;
}

const SlipData& slipData() {
    static const SlipData data = readData();
    return data;
}

bool areNeighbours(QChar a, QChar b) {
    return std::any_of(
        slipData().keyboard.begin(), slipData().keyboard.end(), [&](const QString& row) {
            const qsizetype at = row.indexOf(a);
            return at >= 0 &&
                   ((at > 0 && row[at - 1] == b) || (at + 1 < row.size() && row[at + 1] == b));
        });
}

// "gmaill", "gmaikl": a key struck twice, or another one with it.
bool isStruckBeside(QStringView typed, qsizetype at) {
    const auto goesWith = [&](qsizetype other) {
        return other >= 0 && other < typed.size() &&
               (typed[other] == typed[at] || areNeighbours(typed[other], typed[at]));
    };
    return goesWith(at - 1) || goesWith(at + 1);
}

// Whether one slip makes `typed` of `name`: two letters swapped, one left out, one too many, or its
// neighbour on the keyboard. The first letter is hardly ever missed, and other names differ by it.
bool isOneSlipFrom(QStringView typed, QStringView name) {
    if (typed.isEmpty() || typed.front() != name.front())
        return false;
    qsizetype same = 0;
    while (same < std::min(typed.size(), name.size()) && typed[same] == name[same])
        ++same;
    const auto rest = [](QStringView text, qsizetype from) {
        return from <= text.size() ? text.mid(from) : QStringView();
    };
    if (typed.size() + 1 == name.size())
        return rest(typed, same) == rest(name, same + 1);
    if (typed.size() == name.size() + 1)
        return rest(typed, same + 1) == rest(name, same) && isStruckBeside(typed, same);
    if (typed.size() != name.size() || same == typed.size())
        return false;
    const bool isSwapped = same + 1 < name.size() && typed[same] == name[same + 1] &&
                           typed[same + 1] == name[same] &&
                           rest(typed, same + 2) == rest(name, same + 2);
    return isSwapped || (rest(typed, same + 1) == rest(name, same + 1) &&
                         areNeighbours(typed[same], name[same]));
}

// The ending meant, "" where it is none of the provider's.
QString meantEnding(const QString& ending, const Provider& provider) {
    for (const QString& right : provider.endings) {
        if (ending == right || slipData().endingSlips.value(right).contains(ending))
            return right;
    }
    const bool isCutCom = provider.isComOnly && slipData().onlyComSlips.contains(ending);
    return isCutCom ? QStringLiteral("com") : QString();
}

QString meantDomain(const QString& domain) {
    const qsizetype dot = domain.indexOf(u'.');
    if (dot < 0 || slipData().real.contains(domain))
        return {};
    const QString name = domain.left(dot);
    const QString ending = domain.mid(dot + 1);
    for (const Provider& provider : slipData().providers) {
        if (name != provider.name && !isOneSlipFrom(name, provider.name))
            continue;
        if (const QString meant = meantEnding(ending, provider); !meant.isEmpty())
            return provider.name + u'.' + meant;
    }
    return {};
}

}  // namespace

QString meantAddress(const QString& normalisedEmail) {
    const qsizetype at = normalisedEmail.lastIndexOf(u'@');
    if (at < 1)
        return {};
    const QString domain = meantDomain(normalisedEmail.mid(at + 1));
    return domain.isEmpty() ? QString() : normalisedEmail.left(at + 1) + domain;
}

}  // namespace goodfaith::identity
