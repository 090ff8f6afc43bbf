// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/parameters_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace goodfaith::store {
namespace {

QJsonValue jsonOf(double value) {
    return value;
}
QJsonValue jsonOf(int value) {
    return value;
}
QJsonValue jsonOf(qint64 value) {
    return value;
}
QJsonValue jsonOf(Instant value) {
    return toMillis(value);
}
QJsonValue jsonOf(Currency value) {
    return value.code();
}

QJsonValue jsonOf(const BuyingModel& model) {
    return QJsonArray{model.r, model.alpha, model.a, model.b};
}
QJsonValue jsonOf(const SpendingModel& model) {
    return QJsonArray{model.p, model.q, model.gamma};
}

void take(const QJsonValue& json, BuyingModel& model) {
    model = {json[0].toDouble(), json[1].toDouble(), json[2].toDouble(), json[3].toDouble()};
}
void take(const QJsonValue& json, SpendingModel& model) {
    model = {json[0].toDouble(), json[1].toDouble(), json[2].toDouble()};
}
void take(const QJsonValue& json, double& value) {
    value = json.toDouble();
}
void take(const QJsonValue& json, int& value) {
    value = json.toInt();
}
void take(const QJsonValue& json, qint64& value) {
    value = json.toInteger();
}
void take(const QJsonValue& json, Instant& value) {
    value = instantFromMillis(json.toInteger());
}
void take(const QJsonValue& json, Currency& value) {
    value = Currency::fromCode(json.toString()).value_or(Currency());
}

QString keyOf(const QString& key) {
    return key;
}
QString keyOf(Topic topic) {
    return nameOf(topic);
}
QString keyOf(Currency currency) {
    return currency.code();
}
std::optional<QString> keyFrom(const QString& written, const QString&) {
    return written;
}
std::optional<Topic> keyFrom(const QString& written, Topic) {
    return topicFromName(written);
}
std::optional<Currency> keyFrom(const QString& written, Currency) {
    return Currency::fromCode(written);
}

QJsonValue jsonOf(const BuyersOfCurrency& buyers);
void take(const QJsonValue& json, BuyersOfCurrency& buyers);

class Writer {
public:
    template <class Value>
    void operator()(const char* name, const Value& value) {
        json_.insert(QLatin1String(name), jsonOf(value));
    }
    template <class Value>
    void operator()(const char* name, const std::optional<Value>& value) {
        if (value)
            (*this)(name, *value);
    }
    template <class Value>
    void operator()(const char* name, const std::vector<Value>& values) {
        QJsonArray array;
        for (const auto& value : values)
            array << jsonOf(value);
        json_.insert(QLatin1String(name), array);
    }
    template <class Key, class Value>
    void operator()(const char* name, const std::map<Key, Value>& values) {
        QJsonObject object;
        for (const auto& [key, value] : values)
            object.insert(keyOf(key), jsonOf(value));
        json_.insert(QLatin1String(name), object);
    }
    QJsonObject json() const { return json_; }

private:
    QJsonObject json_;
};

class Reader {
public:
    explicit Reader(QJsonObject json) : json_(std::move(json)) {}
    template <class Value>
    void operator()(const char* name, Value& value) {
        if (const auto found = json_.constFind(QLatin1String(name)); found != json_.constEnd())
            take(*found, value);
    }
    template <class Value>
    void operator()(const char* name, std::optional<Value>& value) {
        if (json_.contains(QLatin1String(name)))
            (*this)(name, value.emplace());
    }
    template <class Value>
    void operator()(const char* name, std::vector<Value>& values) {
        for (const QJsonValue& entry : json_.value(QLatin1String(name)).toArray())
            take(entry, values.emplace_back());
    }
    template <class Key, class Value>
    void operator()(const char* name, std::map<Key, Value>& values) {
        const QJsonObject object = json_.value(QLatin1String(name)).toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            if (const auto key = keyFrom(entry.key(), Key()))
                take(*entry, values[*key]);
        }
    }

private:
    QJsonObject json_;
};

// One description serves writing, where what is described is const, and reading.
template <class Archive, class Buyers>
void describeBuyers(Archive& archive, Buyers& buyers) {
    archive("net_values", buyers.netValues);
    archive("recency_days", buyers.recencyDays);
    archive("order_counts", buyers.orderCounts);
    archive("spending", buyers.spending);
}

QJsonValue jsonOf(const BuyersOfCurrency& buyers) {
    Writer writer;
    describeBuyers(writer, buyers);
    return writer.json();
}

void take(const QJsonValue& json, BuyersOfCurrency& buyers) {
    Reader reader(json.toObject());
    describeBuyers(reader, buyers);
}

template <class Archive, class Parameters>
void describe(Archive& archive, Parameters& parameters) {
    archive("as_of", parameters.asOf);
    archive("currency", parameters.currency);
    archive("complaints_per_order", parameters.complaintsPerOrder);
    archive("complaint_shape", parameters.complaintShape);
    archive("topics_per_order", parameters.topicsPerOrder);
    archive("buyers", parameters.buyers);
    archive("refund_ratios", parameters.refundRatios);
    archive("spenders", parameters.spenders);
    archive("buying", parameters.buying);
    archive("customers", parameters.customers);
    archive("cases", parameters.cases);
    archive("own_weights", parameters.ownWeights);
    archive("judged", parameters.judged);
}

}  // namespace

QString toJson(const ShopParameters& parameters) {
    Writer writer;
    describe(writer, parameters);
    return QString::fromUtf8(QJsonDocument(writer.json()).toJson(QJsonDocument::Compact));
}

ShopParameters parametersFromJson(const QString& text) {
    ShopParameters parameters;
    Reader reader(QJsonDocument::fromJson(text.toUtf8()).object());
    describe(reader, parameters);
    return parameters;
}

}  // namespace goodfaith::store
