// SPDX-License-Identifier: GPL-3.0-or-later
// merge, split, keep-apart, correct, note, promise, done, snooze, undo, redo and parties: what
// people say.
#include "app/cli/act_output.h"
#include "app/cli/as_of_option.h"
#include "app/cli/command_set_ups.h"
#include "app/cli/customer_option.h"
#include "app/cli/output.h"
#include "app/clock.h"
#include "app/customer_acts.h"
#include "app/json/json_values.h"
#include "app/json/overview_json.h"
#include "app/merge_preview.h"
#include "app/shop.h"
#include "models/domain/failure.h"
#include "models/store/customer_reader.h"

namespace goodfaith::app {
namespace {

struct ActArguments {
    std::string first, second, by, due, promise, complaint, topic, reason;
    std::vector<std::string> waits;
    qint64 event = 0;
    bool preview = false;
};
using Arguments = std::shared_ptr<ActArguments>;
using Work = std::function<ActNotice(Shop&, CustomerActs&)>;

int act(const ActArguments& arguments, const Invocation& invocation, const Work& work) {
    Shop shop(invocation.databasePath);
    CustomerActs acts(shop.database(), QString::fromStdString(arguments.by), now());
    return print(work(shop, acts), invocation);
}

CustomerId named(Shop& shop, const std::string& customer) {
    return shop.resolve(QString::fromStdString(customer));
}

QJsonObject toJson(const MergePreview::Side& side) {
    QJsonObject counts;
    for (const auto& [kind, count] : side.counts)
        counts.insert(nameOf(kind), count);
    QJsonObject json = app::toJson(side.customer);
    json.insert(QStringLiteral("parties"), toArray(side.parties, [](const PartyOverview& party) {
                    return QJsonValue(app::toJson(party));
                }));
    json.insert(QStringLiteral("events"), counts);
    return json;
}

int showPreview(const ActArguments& arguments, const Invocation& invocation) {
    Shop shop(invocation.databasePath);
    const MergePreview preview =
        previewMerge(shop.database(), named(shop, arguments.first), named(shop, arguments.second));
    if (invocation.json) {
        printJson({{QStringLiteral("sides"), toArray(preview.sides,
                                                     [](const MergePreview::Side& side) {
                                                         return QJsonValue(toJson(side));
                                                     })},
                   {QStringLiteral("conflicts"), app::toJson(preview.conflicts)}});
        return exitDone;
    }
    for (const auto& side : preview.sides) {
        QStringList counts;
        for (const auto& [kind, count] : side.counts)
            counts << QStringLiteral("%1 %2").arg(nameOf(kind)).arg(count);
        printLine(QStringLiteral("%1 %2: %3 parties; %4")
                      .arg(side.customer.id.value())
                      .arg(side.customer.name)
                      .arg(side.parties.size())
                      .arg(counts.join(QStringLiteral(", "))));
    }
    for (const QString& conflict : preview.conflicts)
        printLine(conflict);
    return exitDone;
}

QString keysText(const PartyOverview& party) {
    QStringList texts;
    for (const auto& [key, isShared] : party.keys)
        texts << (isShared ? key.value + QStringLiteral(" (shared)") : key.value);
    return texts.join(QStringLiteral(", "));
}

QString reasonText(const PartyOverview& party) {
    if (party.joinedTo.isNone())
        return {};
    return QStringLiteral("%1 %2, as %3")
        .arg(party.rule, party.evidence, QString::number(party.joinedTo.value()));
}

int showParties(const std::string& customer, const Invocation& invocation) {
    Shop shop(invocation.databasePath);
    const CustomerId id = shop.overview(named(shop, customer)).id;
    const auto parties = store::CustomerReader(shop.database()).parties(id);
    if (invocation.json) {
        printJson({{QStringLiteral("customer"), id.value()},
                   {QStringLiteral("parties"), toArray(parties, [](const PartyOverview& party) {
                        return QJsonValue(app::toJson(party));
                    })}});
        return exitDone;
    }
    std::vector<QStringList> rows;
    for (const PartyOverview& party : parties)
        rows.push_back({QString::number(party.party.value()), party.said.name, keysText(party),
                        QString::number(party.events), reasonText(party)});
    printTable({QStringLiteral("Party"), QStringLiteral("Name"), QStringLiteral("Keys"),
                QStringLiteral("Events"), QStringLiteral("Joined by")},
               rows);
    return exitDone;
}

void addBy(CLI::App& options, const Arguments& arguments) {
    options.add_option("--by", arguments->by, "Who does it, for the journal");
}

std::string topicNames() {
    QStringList names;
    for (const Topic topic : allTopics())
        names << nameOf(topic);
    return names.join(QStringLiteral(", ")).toStdString();
}

// "" is what the check wants to hear of a good one.
std::string isTopic(const std::string& name) {
    const auto topic = topicFromName(QString::fromStdString(name));
    return topic && *topic != Topic::None
               ? std::string()
               : "\"" + name + "\" is no topic. There are: " + topicNames();
}

Arguments twoCustomers(CLI::App& options) {
    const auto arguments = std::make_shared<ActArguments>();
    options.add_option("a", arguments->first, customerHelp)->required();
    options.add_option("b", arguments->second, "The other, likewise")->required();
    addBy(options, arguments);
    return arguments;
}

void addWaits(CLI::App& options, const Arguments& arguments) {
    options
        .add_option("wait", arguments->waits, "What waits, as \"queue\" names it; several at will")
        ->required();
}

std::vector<WaitName> waitsFrom(const ActArguments& arguments) {
    std::vector<WaitName> waits;
    for (const std::string& text : arguments.waits) {
        const auto wait = waitNameFrom(QString::fromStdString(text));
        if (!wait)
            throw Failure(FailureKind::NotFound,
                          QStringLiteral("Nothing waits as \"%1\"; \"queue\" lists what does.")
                              .arg(QString::fromStdString(text)));
        waits.push_back(*wait);
    }
    return waits;
}

}  // namespace

CommandBody setUpMerge(CLI::App& options) {
    const Arguments arguments = twoCustomers(options);
    options.add_flag("--preview", arguments->preview, "Show both sides, and change nothing");
    return [arguments](const Invocation& invocation) {
        if (arguments->preview)
            return showPreview(*arguments, invocation);
        return act(*arguments, invocation, [&](Shop& shop, CustomerActs& acts) {
            return acts.merge(named(shop, arguments->first), named(shop, arguments->second));
        });
    };
}

CommandBody setUpKeepApart(CLI::App& options) {
    const Arguments arguments = twoCustomers(options);
    return [arguments](const Invocation& invocation) {
        return act(*arguments, invocation, [&](Shop& shop, CustomerActs& acts) {
            return acts.keepApart(named(shop, arguments->first), named(shop, arguments->second));
        });
    };
}

CommandBody setUpSplit(CLI::App& options) {
    const auto arguments = std::make_shared<ActArguments>();
    options.add_option("customer", arguments->first, customerHelp)->required();
    options
        .add_option("identifier", arguments->second,
                    "Who leaves, with their events: an e-mail, phone or shop number, or party:5")
        ->required();
    addBy(options, arguments);
    return [arguments](const Invocation& invocation) {
        return act(*arguments, invocation, [&](Shop& shop, CustomerActs& acts) {
            return acts.split(named(shop, arguments->first),
                              QString::fromStdString(arguments->second));
        });
    };
}

CommandBody setUpCorrect(CLI::App& options) {
    const auto arguments = std::make_shared<ActArguments>();
    options.add_option("event", arguments->event, "The event's number, as \"timeline\" lists it")
        ->required();
    auto* customer = options.add_option("--customer", arguments->first, "Whose event it is");
    options
        .add_option("--promise", arguments->promise,
                    "What the message promises was kept (\"kept\"), or is none (\"none\")")
        ->check(CLI::IsMember({"kept", "none"}))
        ->excludes(customer);
    auto* complaint = options
                          .add_option("--complaint", arguments->complaint,
                                      "Whether the text complains: yes or no")
                          ->check(CLI::IsMember({"yes", "no"}))
                          ->excludes(customer);
    options.add_option("--topic", arguments->topic, "What it complains of: " + topicNames())
        ->check(CLI::Validator(isTopic, "TOPIC"))
        ->excludes(customer);
    complaint->excludes("--promise");
    options.get_option("--topic")->excludes("--promise");
    addBy(options, arguments);
    return [arguments](const Invocation& invocation) {
        const bool isReading = !arguments->complaint.empty() || !arguments->topic.empty();
        if (arguments->first.empty() && arguments->promise.empty() && !isReading)
            throw Failure(FailureKind::WrongUse,
                          QStringLiteral("Say what to correct: --customer, --promise, --complaint "
                                         "or --topic."));
        if (arguments->complaint == "no" && !arguments->topic.empty())
            throw Failure(FailureKind::WrongUse,
                          QStringLiteral("What is no complaint has no topic."));
        return act(*arguments, invocation, [&](Shop& shop, CustomerActs& acts) {
            const EventId event(arguments->event);
            if (!arguments->promise.empty())
                return acts.settlePromises(event, arguments->promise == "kept");
            if (isReading)
                return acts.correctReading(
                    event, arguments->complaint != "no",
                    topicFromName(QString::fromStdString(arguments->topic)).value_or(Topic::None));
            return acts.moveEvent(event, named(shop, arguments->first));
        });
    };
}

CommandBody setUpNote(CLI::App& options) {
    const auto arguments = std::make_shared<ActArguments>();
    options.add_option("customer", arguments->first, customerHelp)->required();
    options.add_option("text", arguments->second, "What to write down")->required();
    addBy(options, arguments);
    return [arguments](const Invocation& invocation) {
        return act(*arguments, invocation, [&](Shop& shop, CustomerActs& acts) {
            return acts.note(named(shop, arguments->first),
                             QString::fromStdString(arguments->second));
        });
    };
}

CommandBody setUpPromise(CLI::App& options) {
    const auto arguments = std::make_shared<ActArguments>();
    options.add_option("customer", arguments->first, customerHelp)->required();
    options.add_option("text", arguments->second, "What was promised")->required();
    options.add_option("--due", arguments->due, "By when: an instant, or the end of a day")
        ->required();
    addBy(options, arguments);
    return [arguments](const Invocation& invocation) {
        return act(*arguments, invocation, [&](Shop& shop, CustomerActs& acts) {
            return acts.promise(named(shop, arguments->first),
                                QString::fromStdString(arguments->second),
                                asOfFrom(arguments->due, shop.settings()));
        });
    };
}

CommandBody setUpDone(CLI::App& options) {
    const auto arguments = std::make_shared<ActArguments>();
    addWaits(options, arguments);
    options.add_option("--reason", arguments->reason, "Why it is done, such as how they were told")
        ->required();
    addBy(options, arguments);
    return [arguments](const Invocation& invocation) {
        return act(*arguments, invocation, [&](Shop&, CustomerActs& acts) {
            return acts.finish(waitsFrom(*arguments), QString::fromStdString(arguments->reason));
        });
    };
}

CommandBody setUpSnooze(CLI::App& options) {
    const auto arguments = std::make_shared<ActArguments>();
    addWaits(options, arguments);
    options.add_option("--until", arguments->due, "Until when: an instant, or the end of a day")
        ->required();
    options.add_option("--reason", arguments->reason, "Why it can wait");
    addBy(options, arguments);
    return [arguments](const Invocation& invocation) {
        return act(*arguments, invocation, [&](Shop& shop, CustomerActs& acts) {
            const Instant until = asOfFrom(arguments->due, shop.settings());
            if (until <= now())
                throw Failure(FailureKind::WrongUse,
                              QStringLiteral("%1 is over: say a time to come.")
                                  .arg(QString::fromStdString(arguments->due)));
            return acts.putOff(waitsFrom(*arguments), until,
                               QString::fromStdString(arguments->reason));
        });
    };
}

CommandBody setUpUndo(CLI::App& options) {
    const auto arguments = std::make_shared<ActArguments>();
    addBy(options, arguments);
    return [arguments](const Invocation& invocation) {
        return act(*arguments, invocation, [](Shop&, CustomerActs& acts) { return acts.undo(); });
    };
}

CommandBody setUpRedo(CLI::App& options) {
    const auto arguments = std::make_shared<ActArguments>();
    addBy(options, arguments);
    return [arguments](const Invocation& invocation) {
        return act(*arguments, invocation, [](Shop&, CustomerActs& acts) { return acts.redo(); });
    };
}

CommandBody setUpParties(CLI::App& options) {
    const auto customer = std::make_shared<std::string>();
    options.add_option("customer", *customer, customerHelp)->required();
    return [customer](const Invocation& invocation) { return showParties(*customer, invocation); };
}

}  // namespace goodfaith::app
