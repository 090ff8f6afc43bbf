// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings_page.h"

#include "models/domain/failure.h"
#include "models/items/format.h"
#include "views/holidays_dialog.h"
#include "views/hours_dialog.h"
#include "views/look.h"
#include "views/watched_folders_editor.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace goodfaith::views {
namespace {

constexpr int fieldWidth = 110 * step;
constexpr QLatin1StringView watchedFoldersKey("watched-folders");

QLabel* partHeading(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setFont(boldFont(label->font()));
    label->setContentsMargins(0, 2 * step, 0, 0);
    return label;
}

QString labelOf(const QString& key) {
    if (key == u"shop-name")
        return SettingsPage::tr("Shop name");
    if (key == u"own-addresses")
        return SettingsPage::tr("Our mail addresses");
    if (key == u"own-numbers")
        return SettingsPage::tr("Our phone numbers");
    if (key == u"region")
        return SettingsPage::tr("Country");
    if (key == u"time-zone")
        return SettingsPage::tr("Time zone");
    if (key == u"business-hours")
        return SettingsPage::tr("Hours of work");
    if (key == u"holidays")
        return SettingsPage::tr("Holidays");
    if (key == u"targets-in")
        return SettingsPage::tr("Targets count in");
    if (key == u"currency")
        return SettingsPage::tr("Currency");
    if (key == u"reply-target-hours")
        return SettingsPage::tr("Reply target (hours)");
    if (key == u"reply-limit-hours")
        return SettingsPage::tr("Reply limit (hours)");
    if (key == u"call-target-seconds")
        return SettingsPage::tr("Call target (seconds)");
    if (key == u"short-abandon-seconds")
        return SettingsPage::tr("Short abandon (seconds)");
    if (key == u"window-months")
        return SettingsPage::tr("Scores look back (months)");
    QString label = key;
    label.replace(u'-', u' ');
    return items::templateName(label);
}

// The heading that stands before this setting, "" for none.
QString headingBefore(const QString& key) {
    if (key == u"shop-name")
        return SettingsPage::tr("Us");
    if (key == u"time-zone")
        return SettingsPage::tr("Time and money");
    if (key == u"reply-target-hours")
        return SettingsPage::tr("Targets and judgement");
    return {};
}

QCompleter* zoneCompleter(QObject* parent) {
    QStringList zones;
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds())
        zones << QString::fromUtf8(id);
    auto* completer = new QCompleter(zones, parent);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    return completer;
}

}  // namespace

SettingsPage::SettingsPage(QWidget* parent)
    : QWidget(parent),
      folders_(new WatchedFoldersEditor(this)),
      effect_(new QuietLabel({}, this)),
      save_(new QPushButton(tr("Sa&ve"), this)),
      discard_(new QPushButton(tr("&Discard"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * step, 3 * step, 3 * step, 2 * step);
    column->setSpacing(2 * step);
    column->addWidget(headingLabel(tr("Settings"), this));
    column->addWidget(makeForm(), 1);
    auto* line = new QHBoxLayout;
    line->setSpacing(2 * step);
    line->addWidget(save_);
    line->addWidget(discard_);
    line->addWidget(effect_, 1);
    column->addLayout(line);
    connect(save_, &QPushButton::clicked, this, [this] {
        if (read())
            Q_EMIT saveWanted(edited_);
    });
    connect(discard_, &QPushButton::clicked, this, [this] { setSettings(stored_); });
    setFocusProxy(rows_.front().field);
    setSettings({});
}

QWidget* SettingsPage::makeForm() {
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto* form = new QWidget(area);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 2 * step, 0);
    column->setSpacing(step);
    for (const SettingInfo& info : settingInfos()) {
        if (info.key != watchedFoldersKey)
            addRow(column, info);
    }
    addFolders(column);
    column->addStretch();
    area->setWidget(form);
    return area;
}

void SettingsPage::addRow(QVBoxLayout* column, const SettingInfo& info) {
    if (const QString heading = headingBefore(info.key); !heading.isEmpty())
        column->addWidget(partHeading(heading, this));
    Row row{info.key, new QLineEdit(this), nullptr, new QLabel(this)};
    auto* line = new QHBoxLayout;
    line->setSpacing(3 * step);
    auto* label = new QLabel(labelOf(info.key), this);
    label->setFixedWidth(48 * step);
    label->setBuddy(row.field);
    row.field->setMinimumWidth(40 * step);
    row.field->setMaximumWidth(fieldWidth);
    row.field->setAccessibleName(labelOf(info.key));
    row.field->setAccessibleDescription(info.description);
    if (info.key == u"time-zone")
        row.field->setCompleter(zoneCompleter(row.field));
    auto* about = new QuietLabel(info.description, this);
    about->setWordWrap(true);
    line->addWidget(label);
    row.edit = makeEditButton(info.key, row.field);
    line->addWidget(row.field, 3);
    if (row.edit != nullptr)
        line->addWidget(row.edit);
    line->addWidget(about, 4);
    column->addLayout(line);
    row.problem->setTextFormat(Qt::PlainText);
    row.problem->setWordWrap(true);
    row.problem->hide();
    auto* below = new QHBoxLayout;
    below->addSpacing(51 * step);
    below->addWidget(row.problem, 1);
    column->addLayout(below);
    connect(row.field, &QLineEdit::textChanged, this, &SettingsPage::edited);
    rows_.push_back(row);
}

// The text stays what is saved; the editor writes it.
QPushButton* SettingsPage::makeEditButton(const QString& key, QLineEdit* field) {
    if (key != u"business-hours" && key != u"holidays")
        return nullptr;
    auto* button = new QPushButton(tr("Edit …"), this);
    button->setAccessibleName(tr("Edit %1").arg(labelOf(key)));
    connect(button, &QPushButton::clicked, this, [this, key, field] {
        const auto open = [field](auto* dialog) {
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &QDialog::accepted, field,
                    [dialog, field] { field->setText(dialog->text()); });
            dialog->open();
        };
        if (key == u"holidays")
            open(new HolidaysDialog(field->text(), today_, this));
        else
            open(new HoursDialog(field->text(), this));
    });
    return button;
}

void SettingsPage::addFolders(QVBoxLayout* column) {
    column->addWidget(partHeading(tr("Watched folders"), this));
    column->addWidget(folders_);
    connect(folders_, &WatchedFoldersEditor::changed, this, &SettingsPage::edited);
}

void SettingsPage::setSettings(const ShopSettings& settings) {
    stored_ = settings;
    edited_ = settings;
    for (const Row& row : rows_) {
        const QSignalBlocker quiet(row.field);
        row.field->setText(settingText(settings, row.key).value_or(QString()));
        row.field->setCursorPosition(0);
    }
    folders_->setFolders(settings.watchedFolders);
    edited();
}

bool SettingsPage::isChanged() const {
    if (folders_->folders() != stored_.watchedFolders)
        return true;
    return std::any_of(rows_.begin(), rows_.end(), [this](const Row& row) {
        return row.field->text() != settingText(stored_, row.key).value_or(QString());
    });
}

bool SettingsPage::read() {
    bool isUsable = true;
    edited_ = stored_;
    edited_.watchedFolders = folders_->folders();
    for (const Row& row : rows_) {
        QString problem;
        try {
            setSetting(edited_, row.key, row.field->text());
        } catch (const Failure& failure) {
            problem = failure.message();
        }
        isUsable = isUsable && problem.isEmpty();
        row.problem->setText(problem.isEmpty() ? QString() : QStringLiteral("⚠ ") + problem);
        row.problem->setVisible(!problem.isEmpty());
    }
    return isUsable;
}

void SettingsPage::edited() {
    const bool isUsable = read();
    const bool changed = isChanged();
    ShopSettings onlyFolders = stored_;
    onlyFolders.watchedFolders = edited_.watchedFolders;
    save_->setEnabled(changed && isUsable);
    discard_->setEnabled(changed);
    if (!changed)
        effect_->clear();
    else if (!isUsable)
        effect_->setText(tr("One of the fields cannot be used as it is."));
    else if (edited_ == onlyFolders)
        effect_->setText(tr("What is in the folders is imported once this is saved."));
    else if (edited_.ownAddresses != stored_.ownAddresses ||
             edited_.ownNumbers != stored_.ownNumbers)
        effect_->setText(tr("Saving works out again who wrote to whom, and all scores."));
    else
        effect_->setText(tr("Saving works out all scores again."));
}

QLineEdit* SettingsPage::field(const QString& key) const {
    const auto found =
        std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.key == key; });
    return found == rows_.end() ? nullptr : found->field;
}

QPushButton* SettingsPage::editButton(const QString& key) const {
    const auto found =
        std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.key == key; });
    return found == rows_.end() ? nullptr : found->edit;
}

QString SettingsPage::problem(const QString& key) const {
    const auto found =
        std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.key == key; });
    return found == rows_.end() ? QString() : found->problem->text();
}

}  // namespace goodfaith::views
