// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_values.h"

#include <array>

namespace goodfaith::samples {
namespace {

using namespace std::chrono_literals;

Money euro(qint64 minor) {
    return {minor, *Currency::fromCode(u"EUR")};
}

MoneyBag bag(qint64 minor) {
    MoneyBag sums;
    sums += euro(minor);
    return sums;
}

Score scoreOf(const char* name) {
    Score score;
    score.customer = CustomerId(17);
    score.name = QString::fromUtf8(name);
    score.asOf = now();
    return score;
}

struct Pattern {
    RecordKind kind;
    Direction direction;
    const char* title;
    const char* snippet;
    qint64 amount;
    const char* status;
};

constexpr auto patterns = std::to_array<Pattern>({
    {RecordKind::Message, Direction::Inbound, "Still nothing. Day 19.",
     "I was promised a call back on Friday and nobody called. Where is my parcel?", 0, ""},
    {RecordKind::Call, Direction::Inbound, "Call, abandoned after 6 min", "", 0, "abandoned"},
    {RecordKind::Message, Direction::Outbound, "Re: Order 1042",
     "We have asked FastPost where the "
     "parcel is and will write again by Friday at the latest.",
     0, ""},
    {RecordKind::Message, Direction::Inbound, "Automatic reply: Order 1042",
     "I am out of the office until Monday.", 0, ""},
    {RecordKind::Shipment, Direction::None, "FastPost 00340434161094", "due 17 Jun", 0,
     "in transit"},
    {RecordKind::Order, Direction::None, "Order 1042", "Kettle, stainless; 2 filters", 12900,
     "placed"},
    {RecordKind::Refund, Direction::None, "Refund for order 987", "delivered late", -1500, ""},
    {RecordKind::Return, Direction::Inbound, "Return of order 987", "wrong colour", 0, "as new"},
});

}  // namespace

Instant at(const char* iso) {
    return *parseIso(QString::fromLatin1(iso), QTimeZone::utc());
}

ShopSettings settings() {
    ShopSettings settings;
    settings.shopName = QStringLiteral("Nordlicht Kitchen");
    settings.ownAddresses = QStringList{QStringLiteral("support@nordlicht.example"),
                                        QStringLiteral("nordlicht.example")};
    settings.ownNumbers = QStringList{QStringLiteral("+4930901820"), QStringLiteral("201")};
    settings.region = QStringLiteral("DE");
    settings.timeZone = QTimeZone("Europe/Berlin");
    return settings;
}

items::Format format() {
    const ShopSettings shop = settings();
    return {QLocale(QLocale::English, QLocale::UnitedKingdom), shop.timeZone, now(), shop.currency};
}

Brief goodFaith() {
    Brief brief;
    Score& score = brief.score;
    score = scoreOf("Ada Lindqvist");
    score.purchaseValue.score = 83;
    score.purchaseValue.orders = 14;
    score.purchaseValue.net = bag(182000);
    score.complaints = {21.4, 3, 0, 2, 1, 0, 14, 0.13, 0.045, 0.253, 0.06};
    score.response.score = 40;
    score.response.inquiries = 10;
    score.response.firstReplyMedian = 26h;
    score.response.targetMet = 0.5;
    score.response.waitingSince = at("2024-07-02T12:05:00Z");
    brief.owed =
        OwedAnswer{at("2024-07-02T12:05:00Z"), samples::now() - at("2024-07-02T12:05:00Z")};
    score.verdict = VerdictKind::GoodFaith;
    score.pChronic = 0.004;
    score.reasons = {{QStringLiteral("late_delivery"),
                      -1.6,
                      QStringLiteral("2 of 3 complaints followed a late delivery (FastPost)"),
                      {EventId(1), EventId(5)}},
                     {QStringLiteral("common_issue"),
                      -1.1,
                      QStringLiteral("9 others complain of the same product (SKU 88) this month"),
                      {EventId(1), EventId(3), EventId(6)}},
                     {QStringLiteral("no_return"),
                      0.6,
                      QStringLiteral("1 refund for a fault without a return"),
                      {EventId(7)}},
                     {QStringLiteral("kept_buying"),
                      -0.4,
                      QStringLiteral("buys on after complaints: 4 orders since the first one"),
                      {EventId(6), EventId(14)}}};
    CustomerOverview& overview = brief.overview;
    overview.id = CustomerId(17);
    overview.name = QStringLiteral("Ada Lindqvist");
    overview.emails = QStringList{QStringLiteral("ada@example.com"),
                                  QStringLiteral("ada.lindqvist@work.example")};
    overview.phones = QStringList{QStringLiteral("+44 20 7946 0018")};
    overview.shopNumbers = QStringList{QStringLiteral("17850")};
    overview.addresses = QStringList{QStringLiteral("12 Harbour Lane, Leith, EH6 6AA")};
    overview.since = at("2021-03-14T10:00:00Z");
    Case open;
    open.topic = Topic::NotReceived;
    brief.openCases = {open};
    brief.caseTimes = {{}};
    Case resolved;
    resolved.topic = Topic::Damaged;
    resolved.state = CaseState::Resolved;
    resolved.openedAt = at("2023-11-20T09:00:00Z");
    resolved.outcome = CaseOutcome::Replacement;
    resolved.isOnTheSpot = true;
    resolved.boughtAgain = EventId(14);
    brief.resolvedCases = {resolved};
    Promise promise;
    promise.phrase = QStringLiteral("I will call you tomorrow");
    promise.kind = PromiseKind::Call;
    promise.due = at("2024-07-05T16:00:00Z");
    brief.promises = {promise};
    brief.spentLastSixMonths = bag(31250);
    brief.compensatedSoFar = bag(1500);
    brief.visitsLastSixMonths = 1;
    brief.dataKnownTo = {{RecordKind::Return, at("2024-05-03T10:00:00Z")},
                         {RecordKind::Order, at("2024-07-03T06:00:00Z")}};
    brief.advice = QStringList{
        QStringLiteral("Believe her: ask FastPost for the parcel or ship a new one today."),
        QStringLiteral("Say sorry for the delay: it is the third."),
        QStringLiteral("She waits for an answer since Tuesday; call instead of writing.")};
    return brief;
}

Brief chronic() {
    Brief brief = goodFaith();
    Score& score = brief.score;
    score.name = brief.overview.name = QStringLiteral("Maximilian Featherstonehaugh-Montgomery");
    score.purchaseValue.score = 12;
    score.purchaseValue.orders = 1204;
    score.complaints = {96.0, 9, 0, 0, 4, 5, 11, 0.8, 0.4, 1.2, 0.06};
    score.response = {};
    score.response.score = 97;
    score.response.inquiries = 1;
    score.response.firstReplyMedian = 40min;
    score.response.targetMet = 1;
    score.verdict = VerdictKind::ChronicPattern;
    score.pChronic = 0.987;
    score.reasons = {
        {QStringLiteral("proof_of_delivery"),
         2.4,
         QStringLiteral("3 orders said not received were signed for before the complaint"),
         {EventId(1), EventId(2), EventId(9)}},
        {QStringLiteral("double_recovery"),
         1.9,
         QStringLiteral("2 orders were refunded and charged back"),
         {EventId(4), EventId(7)}},
        {QStringLiteral("tenure"), -0.2, QStringLiteral("customer for 3 years"), {EventId(30)}}};
    brief.owed.reset();
    brief.openCases.clear();
    brief.advice = QStringList{
        QStringLiteral("Ask for the return before any refund; offer tracked delivery with a "
                       "signature."),
        QStringLiteral("Stay friendly: two of nine complaints are unverified.")};
    return brief;
}

Brief littleKnown() {
    Brief brief;
    brief.score = scoreOf("");
    brief.score.purchaseValue.orders = 1;
    brief.score.purchaseValue.net = bag(1999);
    brief.score.complaints.matureOrders = 1;
    brief.score.response.inquiries = 1;
    brief.overview.id = CustomerId(17);
    brief.overview.emails = QStringList{QStringLiteral("new@example.com")};
    brief.overview.since = at("2024-07-01T10:00:00Z");
    brief.advice = QStringList{QStringLiteral("A new customer: answer as to anybody.")};
    return brief;
}

std::vector<TimelineRow> timeline(int count) {
    std::vector<TimelineRow> rows;
    rows.reserve(static_cast<size_t>(count));
    Instant when = at("2024-07-03T14:05:00Z");
    for (int i = 0; i < count; ++i) {
        const Pattern& pattern = patterns[static_cast<size_t>(i) % patterns.size()];
        TimelineRow& row = rows.emplace_back();
        row.id = EventId(i + 1);
        row.at = when;
        row.kind = pattern.kind;
        row.direction = pattern.direction;
        row.title = QString::fromUtf8(pattern.title);
        row.snippet = QString::fromUtf8(pattern.snippet);
        row.status = QString::fromUtf8(pattern.status);
        row.automatic = row.title.startsWith(u"Automatic");
        if (pattern.amount != 0)
            row.amount = euro(pattern.amount);
        if (pattern.kind == RecordKind::Order)
            row.orderKey = QStringLiteral("1042");
        when -= i % 8 == 7 ? Duration(24h * 190) : Duration(29h);
    }
    return rows;
}

KindCounts kindCounts() {
    return {{RecordKind::Order, 14},  {RecordKind::Message, 31}, {RecordKind::Call, 9},
            {RecordKind::Return, 2},  {RecordKind::Refund, 1},   {RecordKind::Shipment, 15},
            {RecordKind::Payment, 14}};
}

std::vector<Match> matches() {
    return {
        {CustomerId(17),
         QStringLiteral("Ada Lindqvist"),
         {QStringLiteral("ada@example.com")},
         {QStringLiteral("+44 20 7946 0018")},
         QStringLiteral("name")},
        {CustomerId(18),
         QStringLiteral("Adam Okonkwo"),
         {QStringLiteral("adam.okonkwo@mail.example")},
         {},
         QStringLiteral("name")},
        {CustomerId(19), {}, {QStringLiteral("adair@example.org")}, {}, QStringLiteral("e-mail")}};
}

std::vector<ImportSummary> imports() {
    const auto import = [](qint64 id, const char* path, const char* what, const char* when,
                           ImportCounts counts) {
        ImportSummary summary;
        summary.id = ImportId(id);
        summary.path = QString::fromUtf8(path);
        summary.source = QStringLiteral("shop");
        summary.templateName = QString::fromUtf8(what);
        summary.at = at(when);
        summary.state = ImportState::Done;
        summary.counts = counts;
        return summary;
    };
    std::vector<ImportSummary> imports{
        import(4, "/data/orders-2024-07.csv", "orders", "2024-07-03T06:00:00Z",
               {1240, 312, 14, 912, 2, 40, 270}),
        import(3, "/data/calls.csv", "calls", "2024-07-01T06:00:00Z", {890, 890, 0, 0, 0, 12, 560}),
        import(2, "/data/support.mbox", "mail", "2024-06-02T06:00:00Z",
               {11240, 11236, 0, 0, 4, 2210, 5100}),
        import(1, "/data/order_items.csv", "order_items", "2024-05-02T06:00:00Z",
               {52110, 52110, 0, 0, 0, 0, 0})};
    imports.back().undone = true;
    return imports;
}

std::vector<CoverageRow> coverage() {
    const auto row = [](const char* source, RecordKind kind, const char* to, qint64 records) {
        return CoverageRow{
            QString::fromUtf8(source), kind, at("2021-03-02T09:12:00Z"), at(to), records,
            at("2024-07-03T06:00:00Z")};
    };
    return {row("main", RecordKind::Order, "2024-07-03T05:41:00Z", 52110),
            row("main", RecordKind::Message, "2024-06-30T21:04:00Z", 11236),
            row("main", RecordKind::Call, "2024-05-02T16:20:00Z", 890),
            row("main", RecordKind::Review, "2024-04-11T08:00:00Z", 11)};
}

std::vector<items::InputRow> inputs() {
    return {{QStringLiteral("/data/orders-2024-07.csv"),
             QStringLiteral("Orders (Shopify)"),
             482113,
             {}},
            {QStringLiteral("/data/support.mbox"), QStringLiteral("E-mail"), 82311233, {}},
            {QStringLiteral("/data/notes.docx"),
             {},
             18233,
             QStringLiteral("Not recognised: this is neither a table nor mail.")}};
}

items::PreviewTable preview() {
    items::PreviewTable preview;
    preview.path = QStringLiteral("/data/orders-2024-07.csv");
    preview.columns =
        QStringList{QStringLiteral("Name"), QStringLiteral("Email"), QStringLiteral("Created at"),
                    QStringLiteral("Total"), QStringLiteral("Tags")};
    preview.fields = QStringList{QStringLiteral("order"), QStringLiteral("e-mail"),
                                 QStringLiteral("ordered at"), QStringLiteral("total"), QString()};
    for (int i = 0; i < 8; ++i)
        preview.rows.push_back({QStringLiteral("#%1").arg(1042 - i),
                                QStringLiteral("customer%1@example.com").arg(i),
                                QStringLiteral("2024-06-13 14:0%1:00 +0200").arg(i),
                                QStringLiteral("%1.00").arg(129 - i), QString()});
    return preview;
}

items::ImportOutcome outcome() {
    items::ImportOutcome outcome;
    outcome.counts = {12480, 11548, 14, 912, 2, 2250, 5370};
    RejectedRow row;
    row.line = 88;
    row.column = QStringLiteral("Total");
    row.value = QStringLiteral("12,9O");
    row.reason = QStringLiteral("Expected an amount such as 12.90.");
    outcome.rejects = {row, row};
    outcome.rejects[1].line = 1204;
    outcome.rejects[1].column = QStringLiteral("Created at");
    outcome.rejects[1].value = QStringLiteral("31/02/2024");
    outcome.rejects[1].reason = QStringLiteral("There is no such day.");
    return outcome;
}

std::vector<CommonIssue> issues() {
    const auto issue = [](IssueSubject subject, QDate from, QDate to, bool over, int complaints,
                          double expected, std::vector<int> trend) {
        CommonIssue one;
        one.subject = std::move(subject);
        one.from = from;
        one.to = to;
        one.over = over;
        one.alarm = true;
        one.complaints = complaints;
        one.expected = expected;
        one.trend = std::move(trend);
        return one;
    };
    return {
        issue({Topic::Defective, QStringLiteral("KET-2"), QStringLiteral("Kettle, blue"), {}, {}},
              {2024, 6, 24}, {2024, 7, 2}, false, 9, 2.1, {0, 1, 0, 0, 1, 0, 1, 0, 4, 5}),
        issue({Topic::NotReceived, {}, {}, QStringLiteral("FastPost"), {}}, {2024, 5, 6},
              {2024, 5, 20}, true, 31, 6.4, {2, 3, 2, 1, 3, 4, 2, 3, 14, 17, 5, 2, 3, 2}),
        issue({Topic::Billing, {}, {}, {}, {}}, {2024, 2, 12}, {2024, 2, 12}, true, 6, 0.2,
              {0, 0, 0, 1, 0, 0, 0, 0, 6, 0, 0, 0}),
        issue({Topic::None,
               QStringLiteral("LMP-17-EXTRA-LONG-WARM-WHITE-DIMMABLE"),
               QStringLiteral("Reading lamp with a long arm and a heavy foot, dimmable"),
               {},
               {}},
              {2023, 11, 27}, {2023, 12, 22}, true, 1204, 310, {40, 38, 44, 41, 300, 420, 380})};
}

std::vector<CustomerCount> customersOfIssue() {
    return {{CustomerId(17), QStringLiteral("Ada Lindqvist"), VerdictKind::GoodFaith, 2},
            {CustomerId(18), QStringLiteral("Bertram Okoye"), VerdictKind::NeedsLook, 1},
            {CustomerId(19), {}, {}, 1}};
}

std::vector<items::SuggestedPair> suggestedPairs() {
    return {{CustomerId(17), CustomerId(31), SuggestionKind::Same},
            {CustomerId(18), CustomerId(40), SuggestionKind::Same},
            {CustomerId(17), CustomerId(52), SuggestionKind::Linked}};
}

items::Comparison comparison(const items::SuggestedPair& pair) {
    items::Comparison comparison;
    auto& [ada, other] = comparison.sides;
    ada.customer = goodFaith().overview;
    ada.customer.id = pair.a;
    ada.birthDates = {QDate(1970, 3, 4)};
    ada.counts = kindCounts();
    for (const items::PartyRow& row : parties())
        ada.parties.push_back(row.party);
    if (pair.a == CustomerId(18)) {
        ada.customer.name = chronic().overview.name;
        ada.customer.emails = QStringList{
            QStringLiteral("maximilian.featherstonehaugh-montgomery@correspondence.example")};
    }
    const bool isLinked = pair.kind == SuggestionKind::Linked;
    other.customer.id = pair.b;
    other.customer.name =
        isLinked ? QStringLiteral("Bob Lindqvist") : QStringLiteral("Lindkvist, Ada");
    other.customer.emails = QStringList{QStringLiteral("a.lindqvist@work.example")};
    other.customer.phones = ada.customer.phones;
    other.customer.addresses = QStringList{QStringLiteral("12 Harbour Ln, Leith, EH6 6AA")};
    other.birthDates = {isLinked ? QDate(1968, 11, 30) : QDate(1970, 3, 4)};
    other.counts = {{RecordKind::Order, 1}, {RecordKind::Message, 2}};
    other.parties = {ada.parties.back()};
    comparison.suggestion = {
        pair.a,
        pair.b,
        pair.kind,
        0.97,
        {{QStringLiteral("family_name"), QStringLiteral("nearly the same"), 6.2},
         {QStringLiteral("given_name"), QStringLiteral("same"), 4.1},
         {QStringLiteral("date_of_birth"), QStringLiteral("same"), 11.4},
         {QStringLiteral("street"), QStringLiteral("similar, same house number"), 5.7},
         {QStringLiteral("place"), QStringLiteral("same"), 1.2},
         {QStringLiteral("phone"), QStringLiteral("same"), 7.9},
         {QStringLiteral("email"), QStringLiteral("different"), -1.4}}};
    if (isLinked)
        comparison.conflicts
            << QStringLiteral("Their names differ: Ada Lindqvist and Bob Lindqvist.")
            << QStringLiteral("The shop's system \"main\" has them as two: 17850 and 20117.");
    return comparison;
}

std::vector<items::PartyRow> parties() {
    const auto party = [](qint64 id, const char* name, const char* email, const char* rule,
                          const char* evidence, int events) {
        items::PartyRow row;
        row.party.party = PartyId(id);
        row.party.said.name = QString::fromUtf8(name);
        row.party.said.email = QString::fromUtf8(email);
        row.party.rule = QString::fromUtf8(rule);
        row.party.evidence = QString::fromUtf8(evidence);
        row.party.joinedTo = id == 1 ? PartyId() : PartyId(1);
        row.party.events = events;
        row.party.first = at("2021-03-14T10:00:00Z");
        row.party.last = events == 1 ? row.party.first : at("2024-07-02T12:05:00Z");
        return row;
    };
    std::vector<items::PartyRow> rows{
        party(1, "Ada Lindqvist", "ada@example.com", "first", "", 40),
        party(2, "Lindqvist, Ada M.", "ada@example.com", "email", "ada@example.com", 12),
        party(3, "", "", "phone", "+442079460018", 9),
        party(4, "A. Lindqvist", "ada.lindqvist@work.example", "person", "7", 1)};
    rows[0].party.said.phone = QStringLiteral("+44 20 7946 0018");
    rows[0].party.said.shopNumber = QStringLiteral("17850");
    rows[0].party.source = QStringLiteral("main");
    rows[2].party.said.phone = QStringLiteral("020 7946 0018");
    rows[3].party.said.street = QStringLiteral("12 Harbour Lane");
    rows[3].party.said.city = QStringLiteral("Leith");
    rows[3].act = Act{ActId(7), ActKind::Same, at("2024-05-03T10:00:00Z"), QStringLiteral("Ann"),
                      ActState::Stands};
    return rows;
}

reports::WeeklyReport complaints(int weeks) {
    reports::WeeklyReport report;
    for (int week = 0; week < weeks; ++week)
        report.weeks.push_back(QDate(2024, 7, 1).addDays(-7 * (weeks - 1 - week)));
    int seed = 7;
    for (const char* name : {"late", "not_received", "damaged", "defective", "service", "other"}) {
        reports::WeeklySeries& series = report.series.emplace_back();
        series.name = QString::fromLatin1(name);
        for (int week = 0; week < weeks; ++week) {
            seed = (seed * 37 + 11) % 101;
            const int count = seed % (12 - 2 * static_cast<int>(report.series.size() / 2));
            series.values.push_back(count);
            series.counts.push_back(count);
        }
    }
    return report;
}

reports::WeeklyReport answered(int weeks) {
    reports::WeeklyReport report;
    for (int week = 0; week < weeks; ++week)
        report.weeks.push_back(QDate(2024, 7, 1).addDays(-7 * (weeks - 1 - week)));
    int seed = 5;
    for (const char* name : {"written", "phone"}) {
        reports::WeeklySeries& series = report.series.emplace_back();
        series.name = QString::fromLatin1(name);
        for (int week = 0; week < weeks; ++week) {
            seed = (seed * 29 + 17) % 103;
            const bool isKnown = seed % 11 != 0;
            series.values.push_back(isKnown ? std::optional<double>(0.55 + (seed % 40) / 100.0)
                                            : std::nullopt);
            series.counts.push_back(isKnown ? 10 + seed % 30 : 0);
        }
    }
    return report;
}

}  // namespace goodfaith::samples
