// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/training/labelled_texts.h"

#include "importers/csv/record_reader.h"
#include "models/domain/failure.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace goodfaith::training {
namespace {

constexpr qsizetype longestText = 1500;  // what those who labelled them saw

using Texts = QHash<QString, QString>;

Failure unreadable(const QString& what) {
    return Failure(FailureKind::Unreadable, what);
}

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw unreadable(QStringLiteral("%1: %2").arg(path, file.errorString()));
    return file.readAll();
}

QHash<QString, bool> labelsIn(const QString& path) {
    QHash<QString, bool> labels;
    const auto lines = QString::fromUtf8(bytesOf(path)).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines)
        labels[line.section(u'\t', 0, 0)] = line.section(u'\t', 1, 1).trimmed() == u"1";
    return labels;
}

QString asSeen(const QString& text) {
    return text.simplified().left(longestText);
}

void addTable(Texts& texts, const QString& prefix, const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw unreadable(QStringLiteral("%1: %2").arg(path, file.errorString()));
    importers::RecordReader reader(file, importers::Dialect());
    reader.next();  // the header
    for (int row = 1; reader.next(); ++row)
        texts[prefix + QString::number(row)] = asSeen(reader.text(0));
}

// "text TAB label" a line.
void addLines(Texts& texts, const QString& prefix, const QString& path) {
    const auto lines = QString::fromUtf8(bytesOf(path)).split(u'\n');
    for (qsizetype row = 0; row < lines.size(); ++row)
        texts[prefix + QString::number(row + 1)] = asSeen(lines[row].section(u'\t', 0, -2));
}

// A JSON object a line; those without a number of their own are named by their line, from 0.
void addRecords(Texts& texts, const QString& prefix, const QString& path) {
    const auto lines = bytesOf(path).split('\n');
    for (qsizetype row = 0; row < lines.size(); ++row) {
        const auto record = QJsonDocument::fromJson(lines[row]).object();
        const QString text = record[QStringLiteral("complaint_what_happened")].toString();
        const QString number = record[QStringLiteral("complaint_id")].toVariant().toString();
        if (!text.isEmpty())
            texts[prefix + (number.isEmpty() ? QString::number(row) : number)] = asSeen(text);
    }
}

Texts textsIn(const QString& folder) {
    Texts texts;
    const QString complaints = folder + QStringLiteral("/complaints/");
    addTable(texts, QStringLiteral("banking77/test:"),
             complaints + QStringLiteral("banking77/banking_data/test.csv"));
    addTable(texts, QStringLiteral("bitext/test:"),
             complaints + QStringLiteral("bitext/data/test/"
                                         "Bitext_Sample_Customer_Service_Testing_Dataset.csv"));
    for (const QString& source : {QStringLiteral("amazon"), QStringLiteral("yelp")}) {
        const QString file = source == u"amazon" ? QStringLiteral("amazon_cells") : source;
        addLines(texts, QStringLiteral("uci/%1:").arg(source),
                 complaints + QStringLiteral("uci-sentiment-sentences/%1_labelled.txt").arg(file));
    }
    addRecords(texts, QStringLiteral("cfpb/from_s3:"),
               complaints + QStringLiteral("cfpb/__fixtures__/from_s3.ndjson"));
    return texts;
}

}  // namespace

std::vector<LabelledText> labels(const QString& folder) {
    const auto first = labelsIn(folder + QStringLiteral("/first.tsv"));
    const auto second = labelsIn(folder + QStringLiteral("/second.tsv"));
    const auto agreed = labelsIn(folder + QStringLiteral("/agreed.tsv"));
    std::vector<LabelledText> texts;
    auto ids = agreed.keys();
    ids.sort();
    for (const QString& id : ids)
        texts.push_back({id, id.section(u'/', 0, 0), {}, first[id], second[id], agreed[id]});
    return texts;
}

void resolve(std::vector<LabelledText>& texts, const QString& dataFolder) {
    const Texts known = textsIn(dataFolder);
    for (LabelledText& text : texts) {
        text.text = text.source == u"reply-trimmer"
                        ? asSeen(QString::fromUtf8(
                              bytesOf(dataFolder + QStringLiteral("/email/reply-trimmer/trimmed/") +
                                      text.id.section(u'/', 1))))
                        : known.value(text.id);
        if (text.text.isEmpty())
            throw unreadable(QStringLiteral("No text has the id %1.").arg(text.id));
    }
}

}  // namespace goodfaith::training
