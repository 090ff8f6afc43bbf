// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/assertion_body.h"

#include "models/store/party_keys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <charconv>

namespace goodfaith::store {
namespace {

// Written by hand: QJsonDocument takes ten times as long, and this runs for every row imported.
class JsonText {
public:
    void raw(const char* text) { out_ += text; }
    void raw(char character) { out_ += character; }

    void string(const QString& text) {
        out_ += '"';
        for (const char character : text.toUtf8())
            character_(character);
        out_ += '"';
    }

    template <class Number>
    void number(Number value) {
        constexpr int longest = 32;
        char digits[longest];
        const auto end = std::to_chars(digits, digits + longest, value).ptr;
        out_.append(digits, end);
    }

    std::string take() { return std::move(out_); }

private:
    void character_(char character) {
        static constexpr char hex[] = "0123456789abcdef";
        const auto code = static_cast<unsigned char>(character);
        if (character == '"' || character == '\\') {
            out_ += '\\';
            out_ += character;
        } else if (code < 0x20) {
            out_ += "\\u00";
            out_ += hex[code >> 4];
            out_ += hex[code & 0xf];
        } else {
            out_ += character;
        }
    }

    std::string out_;
};

void write(JsonText& json, const FieldValue& value) {
    struct Writer {
        JsonText& json;
        void operator()(const QString& text) { json.string(text); }
        void operator()(qint64 number) { json.number(number); }
        void operator()(double number) { json.number(number); }
        void operator()(Money money) {
            json.raw('[');
            json.number(money.minor);
            json.raw(',');
            json.string(money.currency.code());
            json.raw(']');
        }
        void operator()(Instant at) { json.number(toMillis(at)); }
    };
    std::visit(Writer{json}, value);
}

void write(JsonText& json, const RecordFields& fields) {
    json.raw('{');
    bool first = true;
    for (const auto& [field, value] : fields.values()) {
        if (!std::exchange(first, false))
            json.raw(',');
        json.string(nameOf(field));
        json.raw(':');
        write(json, value);
    }
    json.raw('}');
}

void write(JsonText& json, const ImportedParty& party) {
    json.raw("{\"role\":");
    json.string(nameOf(party.role));
    for (const auto& [name, member] : partyKeyMembers) {
        const QString& value = party.keys.*member;
        if (value.isEmpty())
            continue;
        json.raw(",\"");
        json.raw(name);
        json.raw("\":");
        json.string(value);
    }
    json.raw('}');
}

FieldValue fieldValue(Field field, const QJsonValue& json) {
    switch (typeOf(field)) {
        case FieldType::Text:
            return json.toString();
        case FieldType::Integer:
            return json.toInteger();
        case FieldType::Decimal:
            return json.toDouble();
        case FieldType::Amount:
            return Money{json.toArray().at(0).toInteger(),
                         Currency::fromCode(json.toArray().at(1).toString()).value_or(Currency())};
        case FieldType::Time:
            return instantFromMillis(json.toInteger());
    }
    return QString();
}

RecordFields fieldsFrom(const QJsonObject& json) {
    RecordFields fields;
    for (auto entry = json.begin(); entry != json.end(); ++entry) {
        if (const auto field = fieldFromName(entry.key()))
            fields.set(*field, fieldValue(*field, entry.value()));
    }
    return fields;
}

std::vector<ImportedParty> partiesFrom(const QJsonArray& json) {
    std::vector<ImportedParty> parties;
    for (const QJsonValue& entry : json) {
        const QJsonObject object = entry.toObject();
        const auto role = partyRoleFromName(object.value(QStringLiteral("role")).toString());
        if (!role)
            continue;
        ImportedParty& party = parties.emplace_back();
        party.role = *role;
        for (const auto& [name, member] : partyKeyMembers)
            party.keys.*member = object.value(QLatin1String(name)).toString();
    }
    return parties;
}

}  // namespace

std::string encode(const RecordFields& fields, const std::vector<ImportedParty>& parties) {
    JsonText json;
    json.raw("{\"fields\":");
    write(json, fields);
    json.raw(",\"parties\":[");
    bool first = true;
    for (const auto& party : parties) {
        if (!std::exchange(first, false))
            json.raw(',');
        write(json, party);
    }
    json.raw("]}");
    return json.take();
}

AssertionBody decode(const std::string& body) {
    const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(body)).object();
    return {fieldsFrom(json.value(QStringLiteral("fields")).toObject()),
            partiesFrom(json.value(QStringLiteral("parties")).toArray())};
}

}  // namespace goodfaith::store
