// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/row_converter.h"

#include "importers/csv/finish_record.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>

namespace goodfaith::importers {
namespace {

constexpr qsizetype shownOfValue = 200;

QString canonicalWord(const QString& text) {
    QString canonical = text.toLower();
    for (QChar& c : canonical) {
        if (c == u' ' || c == u'-')
            c = u'_';
    }
    return canonical;
}

// How databases export an unknown value. As a text NULL may be a name, so it is one.
bool isNull(const Meaning& meaning, const QString& text) {
    if (text == u"\\N")
        return true;
    const Field* field = std::get_if<Field>(&meaning);
    const bool isText = field != nullptr ? typeOf(*field) == FieldType::Text
                                         : std::holds_alternative<PartyKey>(meaning);
    return !isText && text.compare(u"NULL", Qt::CaseInsensitive) == 0;
}

QString matched(const QRegularExpression& pattern, const QString& replacement,
                const QString& text) {
    const auto match = pattern.match(text);
    if (replacement.isEmpty() || !match.hasMatch())
        return match.captured(1).trimmed();
    QString becomes = match.captured(0);
    return becomes.replace(pattern, replacement).trimmed();
}

// A computed value has as many digits as its currency: it is nowhere written with more.
QString roundedFor(const QString& number, Currency ofRow, Currency fallback) {
    const auto decimal = Decimal::fromText(number);
    return decimal ? decimal->rounded((ofRow.isNone() ? fallback : ofRow).minorDigits()) : number;
}

// Equal for the same account or card however it is spaced; "" without a key. HMAC-SHA-256, of
// which 128 bits are plenty to tell the payers of a shop apart.
QString keyedHash(const QString& text, const QByteArray& key) {
    if (key.isEmpty())
        return {};
    const QByteArray same = text.toUpper().remove(u' ').toUtf8();
    return QString::fromLatin1(
        QMessageAuthenticationCode::hash(same, key, QCryptographicHash::Sha256).first(16).toHex());
}

QString keyExpected() {
    return QStringLiteral("expected a value: it is what the row is known by");
}

}  // namespace

ConvertedRow RowConverter::convert(const RecordReader& row) {
    ConvertedRow converted;
    problem_ = cells_.whyUnusable(row);
    if (!problem_) {
        converted.isBlank = true;
        for (qsizetype cell = 0; cell < row.size() && converted.isBlank; ++cell)
            converted.isBlank = row.isEmpty(cell);
        if (converted.isBlank)
            return converted;
        cells_.enter(row);
        converted.group = cells_.group();
        for (size_t rule = 0; rule < plan_.size(); ++rule) {
            const PlannedRecord& record = plan_[rule];
            if (problem_ || !isWanted(record))
                continue;
            if (record.isSummed)
                buildSummed(record, rule, converted);
            else
                converted.records.push_back(build(record));
        }
    }
    if (!problem_) {
        joinRows(converted.records);
        return converted;
    }
    converted.records.clear();
    converted.summed.clear();
    converted.rejected = cells_.withRow(std::move(*problem_), row);
    return converted;
}

RowConverter::Found RowConverter::find(const PlannedColumn& column) {
    for (const PlannedSource& source : column.sources) {
        if (source.whenCell >= 0 &&
            cells_.text(source.whenCell).compare(source.whenText, Qt::CaseInsensitive) != 0)
            continue;
        QString text = evaluate(source, column.mark);
        if (!text.isEmpty())
            return {std::move(text), source.cells.empty() ? -1 : source.cells.front(),
                    source.kind == CellSource::Kind::Product, source.isSummed};
    }
    const bool known = !column.sources.empty() && !column.sources.front().cells.empty();
    return {{}, known ? column.sources.front().cells.front() : -1};
}

QString RowConverter::evaluate(const PlannedSource& source, DecimalMark mark) {
    QString text = rawText(source, mark);
    if (!text.isEmpty() && (source.isEpoch || !source.suffix.isEmpty()))
        return adorned(text, source);
    return text;
}

QString RowConverter::rawText(const PlannedSource& source, DecimalMark mark) {
    using Kind = CellSource::Kind;
    QStringList texts;
    switch (source.kind) {
        case Kind::Column:
            return cells_.text(source.cells.front());
        case Kind::Words:
        case Kind::Path:
            for (const qsizetype cell : source.cells)
                texts.append(cells_.text(cell));
            if (source.kind == Kind::Path)
                return texts.contains(QString()) ? QString() : texts.join(u'/');
            texts.removeAll(QString());
            return texts.join(u' ');
        case Kind::Pattern:
            return matched(source.pattern, source.replacement, cells_.text(source.cells.front()));
        case Kind::Product:
            return productOf(source, mark);
        case Kind::SecondsBetween:
            return secondsBetween(source);
        case Kind::SecondsWithout:
            return secondsWithout(source);
        case Kind::Later:
            return later(source);
        case Kind::RowInGroup:
            return QString::number(std::max<qint64>(cells_.rowInGroup(), 1));
        case Kind::RowHash:
            return cells_.hash();
        case Kind::Constant:
            return source.constant;
    }
    return {};
}

QString RowConverter::secondsBetween(const PlannedSource& source) {
    const auto from = times_.read(cells_.text(source.cells.front()));
    const auto to = times_.read(cells_.text(source.cells.back()));
    if (!from.value || !to.value || *to.value < *from.value)
        return {};
    return QString::number(toSeconds(*to.value - *from.value));
}

bool RowConverter::isWanted(const PlannedRecord& record) {
    if (record.ownKey.sources.empty() && record.key.size() != record.table->key.size())
        return false;
    if (record.oncePerGroup && !record.isSummed && cells_.rowInGroup() > 1)
        return false;
    for (const PlannedCondition& condition : record.onlyWhen) {
        const QString text = condition.cell < 0 ? QString() : cells_.text(condition.cell);
        if (!condition.pattern.match(text).hasMatch())
            return false;
    }
    const auto isThere = [&](qsizetype cell) { return !cells_.text(cell).isEmpty(); };
    if (record.needsAny && std::none_of(record.anyCells.begin(), record.anyCells.end(), isThere))
        return false;
    return !record.isConditional || isPositive(record);
}

ImportedRecord RowConverter::build(const PlannedRecord& plan) {
    ImportedRecord record;
    record.kind = plan.table->kind;
    record.line = cells_.line();
    record.key = keyOf(plan);
    const Currency currency = currencyOf(plan);
    for (const PlannedColumn& column : plan.columns) {
        if (problem_)
            break;
        take(record, column, currency);
    }
    finishRecord(record, *plan.table);
    if (const QString reason = contradictionIn(record); !problem_ && !reason.isEmpty())
        problem_ = rejectedRow(cells_.line(), reason);
    return record;
}

QString RowConverter::keyOf(const PlannedRecord& record) {
    if (!record.ownKey.sources.empty()) {
        const Found found = find(record.ownKey);
        if (found.text.isEmpty() && !problem_)
            reject(record.ownKey, found, keyExpected());
        return found.text;
    }
    QStringList parts;
    for (const size_t index : record.key) {
        const PlannedColumn& column = record.columns[index];
        const Found found = find(column);
        if (found.text.isEmpty() && !problem_)
            reject(column, found, keyExpected());
        parts.append(found.text);
    }
    return parts.join(u'/');
}

Currency RowConverter::currencyOf(const PlannedRecord& record) {
    for (const PlannedColumn& column : record.columns) {
        if (!std::holds_alternative<RowCurrency>(column.meaning))
            continue;
        const Found found = find(column);
        if (found.text.isEmpty())
            return {};
        if (const auto currency = Currency::fromCode(found.text))
            return *currency;
        if (!problem_)
            reject(column, found,
                   QStringLiteral("expected a currency's three letters, such as EUR"));
    }
    return {};
}

void RowConverter::take(ImportedRecord& record, const PlannedColumn& column, Currency currency) {
    const bool isRead = std::holds_alternative<Field>(column.meaning) ||
                        std::holds_alternative<PartyKey>(column.meaning) ||
                        std::holds_alternative<Private>(column.meaning) ||
                        std::holds_alternative<OwnDate>(column.meaning);
    if (!isRead || column.sources.empty())
        return;
    const Found found = find(column);
    if (found.text.isEmpty() || isNull(column.meaning, found.text))
        return;
    if (const auto* part = std::get_if<PartyKey>(&column.meaning)) {
        takePart(record, *part, found.text);
    } else if (const auto* field = std::get_if<Field>(&column.meaning)) {
        takeField(record, column, *field, found, currency);
    } else if (const auto* hidden = std::get_if<Private>(&column.meaning)) {
        record.fields.set(hidden->hash, keyedHash(found.text, options_.secret));
    } else {
        const auto time = readTime(found.text);
        record.ownDate = time.value;
        if (!time.value)
            reject(column, found, time.reason);
    }
}

void RowConverter::takeField(ImportedRecord& record, const PlannedColumn& column, Field field,
                             const Found& found, Currency currency) {
    const auto set = [&](const auto& reading) {
        if (reading.value)
            record.fields.set(field, *reading.value);
        else
            reject(column, found, reading.reason);
    };
    if (found.isSummed) {
        addUp(column, field, found);
        return;
    }
    switch (typeOf(field)) {
        case FieldType::Text:
            record.fields.set(field, word(column, found, field == Field::Status));
            break;
        case FieldType::Integer:
            set(readSeconds(found.text));
            break;
        case FieldType::Decimal:
            set(readNumber(found.text, found.isProduct ? DecimalMark::Point : column.mark));
            break;
        case FieldType::Amount:
            if (found.isProduct)
                set(readAmount(roundedFor(found.text, currency, options_.currency),
                               DecimalMark::Point, currency, options_.currency));
            else
                set(readAmount(found.text, column.mark, currency, options_.currency));
            break;
        case FieldType::Time:
            set(readTime(found.text));
            break;
    }
}

QString RowConverter::word(const PlannedColumn& column, const Found& found, bool lowerCase) {
    if (column.closed.isEmpty() && column.values.isEmpty())
        return lowerCase ? found.text.toLower() : found.text;
    const QString canonical = canonicalWord(found.text);
    const QString ours =
        column.values.value(canonical, column.values.value(QStringLiteral("*"), canonical));
    if (!column.closed.isEmpty() && !ours.isEmpty() && !column.closed.contains(ours)) {
        reject(column, found,
               QStringLiteral("expected one of %1").arg(column.closed.join(QStringLiteral(", "))));
    }
    return ours;
}

void RowConverter::reject(const PlannedColumn& column, const Found& found, const QString& reason) {
    RejectedRow row;
    row.column = found.cell >= 0 && found.cell < columns_.size() ? columns_[found.cell].trimmed()
                                                                 : column.name;
    row.value = found.text.left(shownOfValue);
    row.reason = reason.left(1).toUpper() + reason.mid(1) + u'.';
    problem_ = row;
}

}  // namespace goodfaith::importers
