// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/score_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <type_traits>

namespace goodfaith::store {
namespace {

// One description of each structure serves writing and reading: an Archive visits its members.
QJsonValue jsonOf(double value) {
    return value;
}
QJsonValue jsonOf(int value) {
    return value;
}
QJsonValue jsonOf(qint64 value) {
    return value;
}
QJsonValue jsonOf(bool value) {
    return value;
}
QJsonValue jsonOf(const QString& value) {
    return value;
}
QJsonValue jsonOf(Instant value) {
    return toMillis(value);
}
QJsonValue jsonOf(Duration value) {
    return static_cast<qint64>(value.count());
}
QJsonValue jsonOf(Currency value) {
    return value.code();
}
QJsonValue jsonOf(Money value) {
    return QJsonArray{value.minor, value.currency.code()};
}
template <class Tag>
QJsonValue jsonOf(Id<Tag> value) {
    return value.value();
}
QJsonValue jsonOf(const MoneyBag& bag) {
    QJsonArray sums;
    for (const auto& [currency, minor] : bag.sums())
        sums << jsonOf(Money{minor, currency});
    return sums;
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
void take(const QJsonValue& json, bool& value) {
    value = json.toBool();
}
void take(const QJsonValue& json, QString& value) {
    value = json.toString();
}
void take(const QJsonValue& json, Instant& value) {
    value = instantFromMillis(json.toInteger());
}
void take(const QJsonValue& json, Duration& value) {
    value = Duration(json.toInteger());
}
void take(const QJsonValue& json, Currency& value) {
    value = Currency::fromCode(json.toString()).value_or(Currency());
}
void take(const QJsonValue& json, Money& value) {
    value.minor = json.toArray().at(0).toInteger();
    take(json.toArray().at(1), value.currency);
}
template <class Tag>
void take(const QJsonValue& json, Id<Tag>& value) {
    value = Id<Tag>(json.toInteger());
}
void take(const QJsonValue& json, MoneyBag& bag) {
    bag = {};
    for (const QJsonValue& entry : json.toArray()) {
        Money sum;
        take(entry, sum);
        bag += sum;
    }
}

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

private:
    QJsonObject json_;
};

// `Value` is const when writing.
template <class Archive, class Value>
void describeValue(Archive& archive, Value& value) {
    archive("score", value.score);
    archive("orders", value.orders);
    archive("gross", value.gross);
    archive("refunded", value.refunded);
    archive("net", value.net);
    archive("average_order", value.averageOrder);
    archive("recency_ms", value.recency);
    archive("recency_quintile", value.recencyQuintile);
    archive("frequency_quintile", value.frequencyQuintile);
    archive("monetary_quintile", value.monetaryQuintile);
}

template <class Archive, class Value>
void describeComplaints(Archive& archive, Value& value) {
    archive("score", value.score);
    archive("cases", value.cases);
    archive("cases_without_order", value.casesWithoutOrder);
    archive("supported", value.supported);
    archive("unverified", value.unverified);
    archive("contradicted", value.contradicted);
    archive("mature_orders", value.matureOrders);
    archive("per_order", value.perOrder);
    archive("per_order_low", value.perOrderLow);
    archive("per_order_high", value.perOrderHigh);
    archive("shop_per_order", value.shopPerOrder);
}

template <class Archive, class Value>
void describeResponse(Archive& archive, Value& value) {
    archive("score", value.score);
    archive("inquiries", value.inquiries);
    archive("first_reply_median_ms", value.firstReplyMedian);
    archive("first_reply_p90_ms", value.firstReplyP90);
    archive("next_reply_median_ms", value.nextReplyMedian);
    archive("next_reply_p90_ms", value.nextReplyP90);
    archive("target_met", value.targetMet);
    archive("waiting_since", value.waitingSince);
    archive("missed_contacts", value.missedContacts);
    archive("abandoned_calls", value.abandonedCalls);
    archive("chasers", value.chasers);
}

template <class Archive, class Value>
void describeScore(Archive& archive, Value& value) {
    archive("name", value.name);
    archive("as_of", value.asOf);
    archive("parameters", value.parameters);
    archive("p_chronic", value.pChronic);
    archive("judged_by_agent", value.judgedByAgent);
}

template <class Archive, class Value>
void describeReason(Archive& archive, Value& value) {
    archive("code", value.code);
    archive("weight", value.weight);
    archive("text", value.text);
    archive("events", value.events);
}

template <class Archive, class Value>
void describeParameters(Archive& archive, Value& value) {
    archive("as_of", value.asOf);
    archive("currency", value.currency);
    archive("complaints_per_order", value.complaintsPerOrder);
    archive("complaint_shape", value.complaintShape);
    archive("net_values", value.netValues);
    archive("recency_days", value.recencyDays);
    archive("order_counts", value.orderCounts);
    archive("refund_ratios", value.refundRatios);
    archive("customers", value.customers);
    archive("cases", value.cases);
}

QString textOf(const QJsonObject& json) {
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonObject objectFrom(const QString& text) {
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

template <class Describe, class Value>
QJsonObject written(Describe describe, const Value& value) {
    Writer writer;
    describe(writer, value);
    return writer.json();
}

}  // namespace

QString toJson(const Score& score) {
    Writer writer;
    describeScore(writer, score);
    QJsonObject json = writer.json();
    const auto part = [&](const char* name, auto describe, const auto& value) {
        Writer partWriter;
        describe(partWriter, value);
        json.insert(QLatin1String(name), partWriter.json());
    };
    part(
        "purchase_value", [](auto& w, const auto& v) { describeValue(w, v); }, score.purchaseValue);
    part(
        "complaints", [](auto& w, const auto& v) { describeComplaints(w, v); }, score.complaints);
    part(
        "response", [](auto& w, const auto& v) { describeResponse(w, v); }, score.response);
    QJsonArray reasons;
    for (const auto& reason : score.reasons)
        reasons << written([](auto& w, const auto& v) { describeReason(w, v); }, reason);
    json.insert(QLatin1String("reasons"), reasons);
    json.insert(QLatin1String("verdict"), nameOf(score.verdict));
    return textOf(json);
}

Score scoreFromJson(const QString& text) {
    const QJsonObject json = objectFrom(text);
    const auto part = [&](const char* name) {
        return Reader(json.value(QLatin1String(name)).toObject());
    };
    Score score;
    Reader whole(json);
    describeScore(whole, score);
    Reader value = part("purchase_value");
    describeValue(value, score.purchaseValue);
    Reader complaints = part("complaints");
    describeComplaints(complaints, score.complaints);
    Reader response = part("response");
    describeResponse(response, score.response);
    for (const QJsonValue& entry : json.value(QLatin1String("reasons")).toArray()) {
        Reader reason(entry.toObject());
        describeReason(reason, score.reasons.emplace_back());
    }
    score.verdict = verdictFromName(json.value(QLatin1String("verdict")).toString())
                        .value_or(VerdictKind::GoodFaith);
    return score;
}

QString toJson(const ShopParameters& parameters) {
    return textOf(written([](auto& w, const auto& v) { describeParameters(w, v); }, parameters));
}

ShopParameters parametersFromJson(const QString& text) {
    ShopParameters parameters;
    Reader reader(objectFrom(text));
    describeParameters(reader, parameters);
    return parameters;
}

}  // namespace goodfaith::store
