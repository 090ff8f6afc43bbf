// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tables.h"

#include "views/look.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QShortcut>
#include <QTableView>

namespace goodfaith::views {
namespace {

void copyCurrentRow(const QTableView* table) {
    const QModelIndex current = table->currentIndex();
    if (!current.isValid())
        return;
    QStringList cells;
    for (int column = 0; column < table->model()->columnCount(); ++column)
        cells << current.siblingAtColumn(column).data().toString();
    QGuiApplication::clipboard()->setText(cells.join(u'\t'));
}

}  // namespace

void prepareTable(QTableView* table, const QString& name) {
    table->setAccessibleName(name);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(QFontMetrics(table->font()).height() + 2 * step);
    table->horizontalHeader()->setHighlightSections(false);
    auto* copy = new QShortcut(QKeySequence::Copy, table, nullptr, nullptr, Qt::WidgetShortcut);
    QObject::connect(copy, &QShortcut::activated, table, [table] { copyCurrentRow(table); });
}

}  // namespace goodfaith::views
