// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample_shop/grammar.h"

#include "models/domain/failure.h"

#include <QFile>

namespace goodfaith::sample_shop {
namespace {

// The length up to the bracket that closes the one at the start, that bracket not counted.
qsizetype lengthInside(QStringView pattern, QChar open, QChar close) {
    int depth = 0;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        depth += pattern[i] == open ? 1 : 0;
        depth -= pattern[i] == close ? 1 : 0;
        if (depth == 0)
            return i;
    }
    throw Failure(FailureKind::Unreadable,
                  QStringLiteral("A phrase does not close a bracket: %1").arg(pattern));
}

// Splits at the bars that are not inside of further braces.
QList<QStringView> alternativesOf(QStringView inside) {
    QList<QStringView> alternatives;
    qsizetype start = 0;
    int depth = 0;
    for (qsizetype i = 0; i < inside.size(); ++i) {
        depth += inside[i] == u'{' ? 1 : 0;
        depth -= inside[i] == u'}' ? 1 : 0;
        if (inside[i] == u'|' && depth == 0) {
            alternatives.append(inside.mid(start, i - start));
            start = i + 1;
        }
    }
    alternatives.append(inside.mid(start));
    return alternatives;
}

qsizetype slotLength(QStringView text) {
    qsizetype length = 0;
    while (length < text.size() && text[length].isLetter())
        ++length;
    return length;
}

}  // namespace

Grammar::Grammar() {
    load(QStringLiteral(":/phrases/customers.txt"));
    load(QStringLiteral(":/phrases/complaints.txt"));
    load(QStringLiteral(":/phrases/agents.txt"));
    load(QStringLiteral(":/phrases/calls.txt"));
}

void Grammar::load(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Failure(FailureKind::Unreadable, QStringLiteral("%1 cannot be opened.").arg(path));
    QString section;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString& line : lines) {
        if (line.startsWith(u'['))
            section = line.mid(1, line.indexOf(u']') - 1);
        else if (!line.isEmpty() && !line.startsWith(u'#'))
            sections_[section].append(QString(line).replace(QStringLiteral("\\n"), u"\n"_qs));
    }
}

QString Grammar::write(const QString& section, const Slots& facts, Random& random) const {
    const auto found = sections_.constFind(section);
    if (found == sections_.constEnd())
        throw Failure(FailureKind::Unreadable, QStringLiteral("No phrases for %1.").arg(section));
    return expand(random.pick(*found), facts, random);
}

QString Grammar::expand(QStringView pattern, const Slots& facts, Random& random) const {
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QStringView rest = pattern.mid(i);
        if (pattern[i] == u'{') {
            const qsizetype length = lengthInside(rest, u'{', u'}');
            text += expand(random.pick(alternativesOf(rest.mid(1, length - 1))), facts, random);
            i += length;
        } else if (pattern[i] == u'<') {
            const qsizetype length = lengthInside(rest, u'<', u'>');
            text += write(rest.mid(1, length - 1).toString(), facts, random);
            i += length;
        } else if (pattern[i] == u'$') {
            const QString name = rest.mid(1, slotLength(rest.mid(1))).toString();
            const auto fact = facts.constFind(name);
            if (fact == facts.constEnd())
                throw Failure(FailureKind::Unreadable,
                              QStringLiteral("No fact for $%1 in: %2").arg(name, pattern));
            text += *fact;
            i += name.size();
        } else {
            text += pattern[i];
        }
    }
    return text;
}

}  // namespace goodfaith::sample_shop
