// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/csv_record.h"

#include <QRegularExpression>

namespace goodfaith::app {
namespace {

bool isNumber(const QString& cell) {
    static const QRegularExpression number(QStringLiteral("\\A[-+]?[0-9][0-9.,]*\\z"));
    return number.match(cell).hasMatch();
}

QString csvCell(QString cell) {
    if (!cell.isEmpty() && !isNumber(cell) && QStringLiteral("=+-@\t\r").contains(cell.front()))
        cell.prepend(u'\'');
    const bool quoted =
        cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r');
    return quoted ? QString(u'"' + cell.replace(u'"', QLatin1String("\"\"")) + u'"') : cell;
}

}  // namespace

QString csvRecord(const QStringList& cells) {
    QStringList written;
    for (const QString& cell : cells)
        written << csvCell(cell);
    return written.join(u',') + u'\n';
}

}  // namespace goodfaith::app
