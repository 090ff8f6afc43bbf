// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import_memory.h"

#include "app/saved_mappings.h"

#include <QCryptographicHash>

namespace goodfaith::app {
namespace {

QString digest(const QByteArray& bytes) {
    return QString::fromLatin1(
        QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_160).toHex());
}

QString textOf(const TableWriting& writing) {
    QStringList texts;
    for (const WritingMember& entry : writingMembers)
        texts << writing.*entry.member;
    return texts.join(QChar(u'\x1f'));
}

QString askedBy(const ImportRequest& request, const ShopSettings& settings) {
    const auto& reading = request.reading;
    const QTimeZone zone = request.timeZoneFromSettings ? settings.timeZone : reading.timeZone;
    const Currency currency = reading.currency.isNone() ? settings.currency : reading.currency;
    return QStringList{QStringLiteral(GOODFAITH_VERSION),
                       request.source,
                       reading.templateName,
                       reading.preset,
                       textOf(reading.writing),
                       QString::fromUtf8(zone.id()),
                       currency.code(),
                       settings.region}
        .join(QChar(u'\x1f'));
}

}  // namespace

ImportMemory::ImportMemory(store::Database& database, const ImportRequest& request,
                           const ShopSettings& settings)
    : database_(database), asked_(askedBy(request, settings)) {
    QByteArray all;
    readings_ << readingBy({});
    for (const auto& mapping : savedMappings(database)) {
        readings_ << readingBy(mapping);
        all += mapping->json;
    }
    if (request.reading.mapping)
        readings_ = QStringList{readingBy(request.reading.mapping)};
    refused_ = asked_ + QStringLiteral(" refused ") + digest(all);
    readings_ << refused_;
}

QString ImportMemory::readingBy(const importers::SharedMapping& mapping) const {
    return mapping ? asked_ + QStringLiteral(" by ") + digest(mapping->json) : asked_;
}

bool ImportMemory::isKnown(const QString& path, const FileState& state) const {
    const auto known = store::ImportedFileTable(database_).find(path);
    if (!known || !readings_.contains(known->reading) || known->size != state.size)
        return false;
    if (known->modifiedAt == state.modifiedAt)
        return true;
    return !known->hash.isEmpty() && known->hash == contentHash(path);
}

void ImportMemory::remember(const QString& path, const FileState& state, ImportId import,
                            const importers::SharedMapping& mapping) {
    store::Transaction transaction(database_);
    save(path, state, import, readingBy(mapping));
    transaction.commit();
}

void ImportMemory::rememberMails(const QString& folder, const FolderFiles& mails) {
    const auto known = store::ImportedFileTable(database_).find(folder);
    if (!known || !isKnown(folder, stateOf(folder)))
        return;
    store::Transaction transaction(database_);
    for (const auto& [mail, state] : mails)
        save(mail, state, known->import, known->reading);
    transaction.commit();
}

void ImportMemory::rememberRefused(const QString& path, const FileState& state) {
    store::Transaction transaction(database_);
    save(path, state, {}, refused_);
    transaction.commit();
}

void ImportMemory::save(const QString& path, const FileState& state, ImportId import,
                        const QString& reading) const {
    const QString hash = contentHash(path);
    if (stateOf(path) != state)
        return;
    store::ImportedFileTable(database_).remember(
        {path, state.size, state.modifiedAt, hash, reading, import});
}

}  // namespace goodfaith::app
