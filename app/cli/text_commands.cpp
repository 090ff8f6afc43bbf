// SPDX-License-Identifier: GPL-3.0-or-later
// phrases, faq: what to write to a customer; save-text, remove-text: how it reads.
#include "app/cli/act_output.h"
#include "app/cli/as_of_option.h"
#include "app/cli/command_set_ups.h"
#include "app/cli/customer_option.h"
#include "app/cli/output.h"
#include "app/clock.h"
#include "app/customer_acts.h"
#include "app/json/json_values.h"
#include "app/json/text_json.h"
#include "app/shop.h"
#include "app/shop_texts.h"
#include "models/domain/failure.h"
#include "models/scoring/offered_texts.h"

namespace goodfaith::app {
namespace {

QJsonArray allToJson(const std::vector<OfferedText>& offered) {
    return toArray(offered, [](const OfferedText& one) { return QJsonValue(toJson(one)); });
}

// "*": it fits the matter at hand.
void printText(const OfferedText& one) {
    printLine((one.fit > 0 ? QStringLiteral("* ") : QStringLiteral("  ")) + one.said.title);
    printLines(QStringLiteral("    ") + QString(one.text).replace(u'\n', QStringLiteral("\n    ")));
}

int phrases(const std::string& customer, const std::string& asOf, const Invocation& invocation) {
    Shop shop(invocation.databasePath);
    const CustomerId id = shop.overview(shop.resolve(QString::fromStdString(customer))).id;
    const auto offered =
        shop.offeredTexts(ShopTextKind::Phrase, id, asOfFrom(asOf, shop.settings()));
    if (invocation.json) {
        printJson({{QStringLiteral("customer"), id.value()},
                   {QStringLiteral("phrases"), allToJson(offered)}});
        return exitDone;
    }
    for (const OfferedText& one : offered) {
        if (one.missing.isEmpty())
            printText(one);
    }
    return exitDone;
}

std::vector<OfferedText> answers(Shop& shop, const std::string& customer, const QString& words) {
    const auto texts = shopTexts(shop.database(), ShopTextKind::Answer);
    if (!customer.empty() && words.isEmpty())
        return shop.offeredTexts(ShopTextKind::Answer,
                                 shop.resolve(QString::fromStdString(customer)),
                                 asOfFrom({}, shop.settings()));
    auto found = scoring::answersTo(words, texts);
    if (!words.isEmpty())
        std::erase_if(found, [](const OfferedText& one) { return one.fit <= 0; });
    return found;
}

int faq(const std::vector<std::string>& said, const std::string& customer,
        const Invocation& invocation) {
    Shop shop(invocation.databasePath);
    QStringList words;
    for (const std::string& word : said)
        words << QString::fromStdString(word);
    const auto found = answers(shop, customer, words.join(u' '));
    if (invocation.json) {
        printJson({{QStringLiteral("answers"), allToJson(found)}});
        return exitDone;
    }
    if (found.empty())
        printLine(words.isEmpty() ? QStringLiteral("No question is answered yet.")
                                  : QStringLiteral("Nothing was found."));
    for (const OfferedText& one : found)
        printText(one);
    return exitDone;
}

struct TextArguments {
    std::string kind, key, title, text, by;
    std::vector<std::string> fits;
};

ShopTextKind kindFrom(const std::string& name) {
    return QString::fromStdString(name) == nameOf(ShopTextKind::Phrase) ? ShopTextKind::Phrase
                                                                        : ShopTextKind::Answer;
}

// What is not said stays as it was.
ShopText textFrom(const TextArguments& said, store::Database& database) {
    ShopText text;
    text.kind = kindFrom(said.kind);
    const QString key = QString::fromStdString(said.key);
    for (const ShopText& known : shopTexts(database, text.kind)) {
        if (known.key == key && !key.isEmpty())
            text = known;
    }
    if (text.key != key)
        throw Failure(FailureKind::NotFound,
                      QStringLiteral("There is no %1 \"%2\".").arg(nameOf(text.kind), key));
    text.title = QString::fromStdString(said.title);
    text.text = QString::fromStdString(said.text);
    if (!said.fits.empty())
        text.fits.clear();
    for (const std::string& name : said.fits)
        text.fits << QString::fromStdString(name);
    return text;
}

int saveText(const TextArguments& said, const Invocation& invocation) {
    Shop shop(invocation.databasePath);
    CustomerActs acts(shop.database(), QString::fromStdString(said.by), now());
    return print(acts.saveText(textFrom(said, shop.database())), invocation);
}

int removeText(const TextArguments& said, const Invocation& invocation) {
    Shop shop(invocation.databasePath);
    CustomerActs acts(shop.database(), QString::fromStdString(said.by), now());
    return print(acts.removeText(kindFrom(said.kind), QString::fromStdString(said.key)),
                 invocation);
}

void addKind(CLI::App& options, TextArguments& arguments) {
    options.add_option("kind", arguments.kind, "phrase, or answer to a frequent question")
        ->required()
        ->check(CLI::IsMember({"phrase", "answer"}));
    options.add_option("--by", arguments.by, "Who says so, for the journal");
}

}  // namespace

CommandBody setUpSaveText(CLI::App& options) {
    const auto arguments = std::make_shared<TextArguments>();
    addKind(options, *arguments);
    options.add_option("title", arguments->title, "What the phrase is for; the question")
        ->required();
    options
        .add_option("text", arguments->text,
                    "How it reads; {first_name} and the like are filled in phrases")
        ->required();
    options.add_option("--key", arguments->key, "Which one is changed, as phrases and faq list it");
    options.add_option("--fits", arguments->fits,
                       "What a phrase fits: a topic of complaints, or a situation");
    return [arguments](const Invocation& invocation) { return saveText(*arguments, invocation); };
}

CommandBody setUpRemoveText(CLI::App& options) {
    const auto arguments = std::make_shared<TextArguments>();
    addKind(options, *arguments);
    options.add_option("key", arguments->key, "Which one, as phrases and faq list it")->required();
    return [arguments](const Invocation& invocation) { return removeText(*arguments, invocation); };
}

CommandBody setUpPhrases(CLI::App& options) {
    const auto customer = std::make_shared<std::string>();
    const auto asOf = std::make_shared<std::string>();
    options.add_option("customer", *customer, customerHelp)->required();
    options.add_option("--as-of", *asOf, "An instant, or a date: the end of that day");
    return [=](const Invocation& invocation) { return phrases(*customer, *asOf, invocation); };
}

CommandBody setUpFaq(CLI::App& options) {
    const auto words = std::make_shared<std::vector<std::string>>();
    const auto customer = std::make_shared<std::string>();
    options.add_option("words", *words, "What to look for; all answers when nothing is said");
    options.add_option("--customer", *customer,
                       "Those that fit what this customer asks come first");
    return [=](const Invocation& invocation) { return faq(*words, *customer, invocation); };
}

}  // namespace goodfaith::app
