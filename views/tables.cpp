// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tables.h"

#include "models/items/item_roles.h"
#include "views/look.h"
#include "views/painting.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QTableView>

namespace goodfaith::views {
namespace {

// Air at both sides of a cell's text, so that a number and the text after it stay apart.
class AiryDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        paintRowGround(painter, option);
        QStyleOptionViewItem inside(option);
        inside.rect.adjust(step, 0, -step, 0);
        QStyledItemDelegate::paint(painter, inside, index);
    }

    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.data(items::QuietRole).toBool())
            option->palette.setColor(QPalette::Text, quietColour(option->palette));
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(3 * step, 0);
    }
};

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
    table->setItemDelegate(new AiryDelegate(table));
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
