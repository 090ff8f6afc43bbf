// SPDX-License-Identifier: GPL-3.0-or-later
// Reads every mail of the given paths and prints them as JSON, one a line, or (--count) only how
// many there were and how long it took. For measuring by hand on real mail; not a test.
#include "importers/mail/mail_input.h"
#include "models/domain/failure.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <cstdio>

using namespace goodfaith;

namespace {

class SurveySink : public importers::RecordSink {
public:
    explicit SurveySink(bool printing) : printing_(printing) {}

    void take(ImportedRecord record) override {
        ++records;
        if (!printing_)
            return;
        QJsonObject mail{{"key", record.key}, {"line", record.line}};
        for (const auto& [field, value] : record.fields.values()) {
            if (const auto* at = std::get_if<Instant>(&value))
                mail[nameOf(field)] = toIsoUtc(*at);
            else if (const auto* text = std::get_if<QString>(&value))
                mail[nameOf(field)] = *text;
        }
        QJsonArray parties;
        for (const ImportedParty& party : record.parties)
            parties += QString(nameOf(party.role) % u": " % party.keys.name % u" <" %
                               party.keys.email % u'>');
        mail["parties"] = parties;
        print(mail);
    }
    void reject(RejectedRow row) override {
        ++rejects;
        print({{"rejected", row.reason}, {"value", row.value}, {"line", row.line}});
    }
    void warn(const QString& message) override { print({{"warning", message}}); }
    void progress(const importers::ReadingProgress&) override {}

    int records = 0;
    int rejects = 0;

private:
    void print(const QJsonObject& object) {
        out_ << QJsonDocument(object).toJson(QJsonDocument::Compact) << '\n';
    }

    bool printing_;
    QTextStream out_{stdout};
};

void survey(const QString& path, bool printing) {
    QElapsedTimer timer;
    timer.start();
    SurveySink sink(printing);
    const auto inputs = importers::recogniseMail(path);
    const qint64 recognised = timer.elapsed();
    for (const importers::Input& input : inputs)
        importers::readMail(input, {}, sink, {});
    QTextStream(stderr) << path << ": " << inputs.size() << " inputs, " << sink.records
                        << " records, " << sink.rejects << " rejects, " << recognised << " + "
                        << timer.elapsed() - recognised << " ms\n";
}

}  // namespace

int main(int argc, char** argv) {
    bool printing = true;
    for (int i = 1; i < argc; ++i) {
        const QString argument = QString::fromLocal8Bit(argv[i]);
        try {
            if (argument == u"--count")
                printing = false;
            else
                survey(argument, printing);
        } catch (const Failure& failure) {
            QTextStream(stderr) << failure.message() << '\n';
        }
    }
    return 0;
}
