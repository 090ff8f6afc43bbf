// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "models/domain/failure.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <cstdio>

namespace goodfaith::app {
namespace {

void write(std::FILE* stream, const QByteArray& bytes) {
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
}

// What a file says must not steer the terminal that shows it, nor break out of its line.
QString harmless(QString line) {
    for (QChar& character : line) {
        if (character.category() == QChar::Other_Control)
            character = character.isSpace() ? QChar(u' ') : QChar(QChar::ReplacementCharacter);
    }
    return line;
}

bool isNumeric(const QString& cell) {
    static const QRegularExpression number(QStringLiteral("\\A[-+]?[0-9][0-9.,]*%?\\z"));
    return cell.isEmpty() || cell == QLatin1String("-") || number.match(cell).hasMatch();
}

struct Column {
    qsizetype width = 0;
    bool numeric = true;
};

std::vector<Column> columnsOf(const QStringList& header, const std::vector<QStringList>& rows) {
    std::vector<Column> columns(static_cast<size_t>(header.size()));
    for (size_t i = 0; i < columns.size(); ++i) {
        const auto index = static_cast<qsizetype>(i);
        columns[i].width = header[index].size();
        for (const QStringList& row : rows) {
            columns[i].width = std::max(columns[i].width, row[index].size());
            columns[i].numeric = columns[i].numeric && isNumeric(row[index]);
        }
    }
    return columns;
}

QString tableLine(const QStringList& cells, const std::vector<Column>& columns) {
    QString line;
    for (size_t i = 0; i < columns.size(); ++i) {
        const QString& cell = cells[static_cast<qsizetype>(i)];
        const auto width = static_cast<int>(columns[i].width);
        line += columns[i].numeric ? cell.rightJustified(width) : cell.leftJustified(width);
        line += QStringLiteral("  ");
    }
    while (line.endsWith(u' '))
        line.chop(1);
    return line;
}

}  // namespace

void print(const QString& text) {
    write(stdout, text.toUtf8());
}

void printLines(const QString& text) {
    for (const QString& line : text.split(u'\n'))
        printLine(line);
}

void printLine(const QString& text) {
    write(stdout, harmless(text).toUtf8() + '\n');
}

void sayLine(const QString& text) {
    write(stderr, harmless(text).toUtf8() + '\n');
}

void printJson(const QJsonObject& object) {
    write(stdout, QJsonDocument(object).toJson(QJsonDocument::Indented));
}

void finishOutput() {
    const bool isWhole = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
    if (!isWhole)
        throw Failure(FailureKind::WrongUse,
                      QStringLiteral("The answer could not be written to standard output: is it "
                                     "closed, or the disk full?"));
}

void printTable(const QStringList& header, const std::vector<QStringList>& rows) {
    const auto columns = columnsOf(header, rows);
    printLine(tableLine(header, columns));
    for (const QStringList& row : rows)
        printLine(tableLine(row, columns));
}

}  // namespace goodfaith::app
