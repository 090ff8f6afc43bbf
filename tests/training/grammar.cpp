// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/training/grammar.h"

#include "models/domain/failure.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace goodfaith::training {
namespace {

constexpr int inEveryFold = -1;
// Fewer lines than that stand in every fold: they are fillers, not ways to say it.
constexpr qsizetype fewestFolded = 2 * foldCount;

Failure damaged(const QString& what) {
    return Failure(FailureKind::Unreadable, QStringLiteral("The grammar is damaged: ") + what);
}

int foldOf(const QString& line) {
    quint32 hash = 2166136261u;
    for (const QChar c : line)
        hash = (hash ^ c.unicode()) * 16777619u;
    return int((hash ^ (hash >> 15)) % foldCount);
}

// Whether a line only says which sections follow each other.
bool isMereOrder(const QString& line) {
    bool within = false;
    for (const QChar c : line) {
        if (c == u'{' || c == u'}')
            within = c == u'{';
        else if (!within && c.isLetterOrNumber())
            return false;
    }
    return true;
}

// Where the bracket that opens at `open` closes.
qsizetype closing(QStringView line, qsizetype open) {
    int depth = 0;
    for (qsizetype at = open; at < line.size(); ++at) {
        const QChar c = line[at];
        if (c == u'(' || c == u'[' || c == u'{')
            ++depth;
        else if ((c == u')' || c == u']' || c == u'}') && --depth == 0)
            return at;
    }
    throw damaged(QStringLiteral("a bracket is open in \"%1\"").arg(line));
}

std::vector<QStringView> choicesOf(QStringView inner) {
    std::vector<QStringView> choices;
    int depth = 0;
    qsizetype begin = 0;
    for (qsizetype at = 0; at < inner.size(); ++at) {
        const QChar c = inner[at];
        if (c == u'(' || c == u'[' || c == u'{')
            ++depth;
        else if (c == u')' || c == u']' || c == u'}')
            --depth;
        else if (c == u'|' && depth == 0) {
            choices.push_back(inner.mid(begin, at - begin));
            begin = at + 1;
        }
    }
    choices.push_back(inner.mid(begin));
    return choices;
}

}  // namespace

Grammar::Grammar(const QString& folder) {
    const QDir dir(folder);
    const auto names = dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString& name : names)
        load(dir.filePath(name));
    check();
}

void Grammar::load(const QString& path) {
    QFile file(path);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(isOpen ? file.readAll() : QByteArray(), &error);
    if (!document.isObject())
        throw damaged(
            QStringLiteral("%1: %2 at %3").arg(path, error.errorString()).arg(error.offset));
    const QJsonObject object = document.object();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        Section& section = sections_[entry.key()];
        const auto lines = entry.value().toArray();
        for (const auto& line : lines)
            section.lines << line.toString();
    }
    for (Section& section : sections_) {
        section.folds.clear();
        for (const QString& line : section.lines) {
            const bool isFolded = section.lines.size() >= fewestFolded && !isMereOrder(line);
            section.folds.push_back(isFolded ? foldOf(line) : inEveryFold);
        }
    }
}

void Grammar::check() const {
    for (auto section = sections_.begin(); section != sections_.end(); ++section) {
        if (section->lines.isEmpty() && section.key() != QLatin1String("about"))
            throw damaged(QStringLiteral("nothing in \"%1\"").arg(section.key()));
        for (const QString& line : section->lines) {
            for (qsizetype at = line.indexOf(u'{'); at >= 0; at = line.indexOf(u'{', at + 1)) {
                const QString name = line.mid(at + 1, closing(line, at) - at - 1);
                if (!sections_.contains(name))
                    throw damaged(QStringLiteral("no section \"%1\" (%2)").arg(name, line));
            }
        }
    }
}

const QStringList& Grammar::section(const QString& name) const {
    const auto section = sections_.constFind(name);
    if (section == sections_.cend())
        throw damaged(QStringLiteral("no section \"%1\"").arg(name));
    return section->lines;
}

qsizetype Grammar::lines() const {
    qsizetype count = 0;
    for (const Section& section : sections_)
        count += section.lines.size();
    return count;
}

const QString& Grammar::pick(const QString& name, Folds folds, Random& random) const {
    const auto section = sections_.constFind(name);
    if (section == sections_.cend())
        throw damaged(QStringLiteral("no section \"%1\"").arg(name));
    const auto allowed = [&](size_t line) {
        const int fold = section->folds[line];
        return folds.use == Folds::Use::All || fold == inEveryFold ||
               (fold == folds.fold) == (folds.use == Folds::Use::Only);
    };
    std::vector<qsizetype> lines;
    for (size_t line = 0; line < section->folds.size(); ++line) {
        if (allowed(line))
            lines.push_back(qsizetype(line));
    }
    // A fold without a line of a section: any.
    if (lines.empty())
        return section->lines[random.below(int(section->lines.size()))];
    return section->lines[random.pick(lines)];
}

QString Grammar::write(const QString& section, Folds folds, Random& random) const {
    return expand(pick(section, folds, random), folds, random);
}

QString Grammar::expand(QStringView line, Folds folds, Random& random) const {
    QString text;
    for (qsizetype at = 0; at < line.size(); ++at) {
        const QChar c = line[at];
        if (c != u'(' && c != u'[' && c != u'{') {
            text += c;
            continue;
        }
        const auto end = closing(line, at);
        const auto inner = line.mid(at + 1, end - at - 1);
        at = end;
        if (c == u'[' && random.below(2) == 0)
            continue;
        if (c == u'{')
            text += write(inner.toString(), folds, random);
        else
            text += expand(random.pick(choicesOf(inner)), folds, random);
    }
    return text;
}

}  // namespace goodfaith::training
