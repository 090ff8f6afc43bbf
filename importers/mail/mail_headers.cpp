// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mail/mail_headers.h"

#include "importers/mail/encoded_words.h"
#include "importers/mail/gmime_handle.h"
#include "importers/mail/text_charset.h"
#include "importers/mail/zone_names.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <chrono>

namespace goodfaith::importers {

namespace {

// Nobody writes longer ones; a broken mail may have megabytes.
constexpr qsizetype longestHeader = 64 * 1024;
constexpr int mostHeaders = 1000;
constexpr size_t mostParties = 50;
constexpr qsizetype mostReferences = 100;
constexpr qsizetype mostColons = 200;
// How far a sender's clock may run ahead of the server that received the mail.
constexpr Duration mostAhead = std::chrono::hours(48);

bool isNamed(const QByteArray& header, const char* name) {
    return header.compare(name, Qt::CaseInsensitive) == 0;
}

QByteArray unfolded(QByteArray raw, const QByteArray& charset) {
    raw.truncate(longestHeader);
    raw.replace('\r', "");
    raw.replace('\n', "");
    raw.replace('\0', "");
    return decodeText(withMergedEncodedWords(raw), charset).toUtf8().trimmed();
}

std::optional<Instant> receivedAt(const MailHeaders& headers) {
    for (const QByteArray& received : headers.all("Received")) {
        const QByteArray date = received.mid(received.lastIndexOf(';') + 1);
        if (const auto at = parseMailDate(date, QTimeZone::utc()))
            return at;
    }
    return parseMailDate(headers.first("Delivery-Date"), QTimeZone::utc());
}

QString cleanName(const QByteArray& value, const QString& address) {
    QString name = decodedHeader(value);
    const auto isQuote = [](QChar c) { return c == u'\'' || c == u'"'; };
    while (name.size() > 1 && isQuote(name.front()) && name.front() == name.back())
        name = name.sliced(1, name.size() - 2).trimmed();
    return name.compare(address, Qt::CaseInsensitive) == 0 ? QString() : name;
}

void collectParties(InternetAddressList* list, PartyRole role,
                    std::vector<ImportedParty>& parties) {
    const int count = internet_address_list_length(list);
    for (int i = 0; i < count && parties.size() < mostParties; ++i) {
        InternetAddress* const entry = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_GROUP(entry)) {
            InternetAddressGroup* const group = INTERNET_ADDRESS_GROUP(entry);
            collectParties(internet_address_group_get_members(group), role, parties);
            continue;
        }
        InternetAddressMailbox* const mailbox = INTERNET_ADDRESS_MAILBOX(entry);
        ImportedParty party{role, {}};
        const QString address =
            QString::fromUtf8(internet_address_mailbox_get_addr(mailbox)).trimmed();
        party.keys.email = address.toLower();
        party.keys.name = cleanName(internet_address_get_name(entry), party.keys.email);
        if (!party.keys.email.contains(u'@')) {
            // A bare word is the name of a local mailbox at best.
            if (party.keys.name.isEmpty())
                party.keys.name = decodedHeader(address.toUtf8());
            party.keys.email.clear();
        }
        const auto isSame = [&](const ImportedParty& other) {
            return other.role == role && other.keys.email == party.keys.email &&
                   (!party.keys.email.isEmpty() || other.keys.name == party.keys.name);
        };
        if (!party.keys.isEmpty() && std::none_of(parties.begin(), parties.end(), isSame))
            parties.push_back(std::move(party));
    }
}

// For what the address grammar cannot take: the first thing that looks like an address, or else a
// name ("MAILER DAEMON <>").
void salvageParty(const QByteArray& value, PartyRole role, std::vector<ImportedParty>& parties) {
    static const QRegularExpression address(QStringLiteral("[^\\s<>\"(),;:]+@[^\\s<>\"(),;:]+"));
    const QString text = QString::fromUtf8(value);
    const auto match = address.match(text);
    ImportedParty party{role, {}};
    party.keys.email = match.captured().toLower();
    QString name = match.hasMatch() ? text.left(match.capturedStart()) : text;
    name.removeIf([](QChar c) { return c == u'<' || c == u'>' || c == u'"'; });
    party.keys.name = cleanName(name.trimmed().toUtf8(), party.keys.email);
    if (!party.keys.isEmpty())
        parties.push_back(std::move(party));
}

void addParties(const std::vector<QByteArray>& values, PartyRole role,
                std::vector<ImportedParty>& parties) {
    for (QByteArray value : values) {
        value.replace("<mailto:", "<");  // of links that were copied
        const size_t before = parties.size();
        // GMime follows groups within groups without a limit.
        const ObjectHandle<InternetAddressList> list(
            value.count(':') > mostColons
                ? nullptr
                : internet_address_list_parse(nullptr, value.constData()));
        if (list)
            collectParties(list.get(), role, parties);
        const bool anyAddress =
            std::any_of(parties.begin() + static_cast<std::ptrdiff_t>(before), parties.end(),
                        [](const ImportedParty& party) { return !party.keys.email.isEmpty(); });
        if (!list || (!anyAddress && value.contains('@') && parties.size() == before))
            salvageParty(value, role, parties);
    }
}

bool isAutomaticMark(const MailHeaders::Line& line) {
    static constexpr std::array names = {
        "Auto-Submitted", "X-Autoreply",         "X-Autorespond",   "Precedence",
        "List-Id",        "X-Failed-Recipients", "X-Autoresponder", "X-Auto-Response-Suppress"};
    return std::any_of(names.begin(), names.end(),
                       [&](const char* name) { return isNamed(line.name, name); });
}

}  // namespace

MailHeaders::MailHeaders(GMimeMessage* message, const QByteArray& charset) {
    add(GMIME_OBJECT(message), charset);
    // GMime keeps a mail's Content- headers with its body.
    if (GMimeObject* const body = g_mime_message_get_mime_part(message))
        add(body, charset);
}

void MailHeaders::add(GMimeObject* part, const QByteArray& charset) {
    GMimeHeaderList* const list = g_mime_object_get_header_list(part);
    const int count = std::min(g_mime_header_list_get_count(list), mostHeaders);
    for (int i = 0; i < count; ++i) {
        GMimeHeader* const header = g_mime_header_list_get_header_at(list, i);
        lines_.push_back({QByteArray(g_mime_header_get_name(header)).trimmed(),
                          unfolded(g_mime_header_get_raw_value(header), charset)});
    }
}

bool MailHeaders::has(const char* name) const {
    return std::any_of(lines_.begin(), lines_.end(),
                       [&](const Line& line) { return isNamed(line.name, name); });
}

QByteArray MailHeaders::first(const char* name) const {
    const auto found = std::find_if(lines_.begin(), lines_.end(),
                                    [&](const Line& line) { return isNamed(line.name, name); });
    return found == lines_.end() ? QByteArray() : found->value;
}

std::vector<QByteArray> MailHeaders::all(const char* name) const {
    std::vector<QByteArray> values;
    for (const Line& line : lines_) {
        if (isNamed(line.name, name))
            values.push_back(line.value);
    }
    return values;
}

QString decodedHeader(const QByteArray& value) {
    initialiseGMime();
    QString text =
        QString::fromUtf8(takeText(g_mime_utils_header_decode_text(nullptr, value.constData())));
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control && !c.isSpace(); });
    return text.simplified();
}

std::optional<Instant> parseMailDate(const QByteArray& text, const QTimeZone& zone) {
    if (const auto named = dateInNamedZone(text))
        return parseMailDate(named->date, named->zone);
    static const QRegularExpression timeAtEnd(QStringLiteral("\\d:\\d\\d(:\\d\\d)?\\s*$"));
    initialiseGMime();
    GDateTime* const date = g_mime_utils_header_decode_date(text.constData());
    if (!date)
        return std::nullopt;
    const int year = g_date_time_get_year(date);
    const qint64 seconds = g_date_time_to_unix(date);
    g_date_time_unref(date);
    if (year < 1990 || year > 2100)
        return std::nullopt;
    if (QString::fromLatin1(text).contains(timeAtEnd)) {
        const QDateTime wallClock = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
        const QDateTime inZone(wallClock.date(), wallClock.time(), zone);
        return instantFromMillis(inZone.toMSecsSinceEpoch());
    }
    return instantFromMillis(seconds * 1000);
}

std::optional<Instant> mboxMarkerDate(const QByteArray& marker) {
    static const QRegularExpression day(QStringLiteral("\\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +\\w"));
    const qsizetype at = QString::fromLatin1(marker).indexOf(day);
    return at < 0 ? std::nullopt : parseMailDate(marker.mid(at).trimmed(), QTimeZone::utc());
}

std::optional<Instant> sentAt(const MailHeaders& headers, std::optional<Instant> arrivedAt,
                              const QTimeZone& zone) {
    const auto received = receivedAt(headers);
    const auto sent = parseMailDate(headers.first("Date"), zone);
    // A mailbox's own date is no measure: copies and exports write what they like there.
    const bool plausible = sent && (!received || *sent <= *received + mostAhead);
    return plausible ? sent : received ? received : arrivedAt;
}

QStringList messageIds(const QByteArray& value) {
    QStringList ids;
    for (qsizetype open = value.indexOf('<'); open >= 0; open = value.indexOf('<', open + 1)) {
        const qsizetype close = value.indexOf('>', open);
        if (close < 0)
            break;
        QString id = QString::fromUtf8(value.mid(open + 1, close - open - 1));
        id.removeIf([](QChar c) { return c.isSpace() || c == u'<'; });
        if (!id.isEmpty() && !ids.contains(id))
            ids += id;
        open = close;
    }
    if (ids.isEmpty()) {
        const QStringList words = QString::fromUtf8(value).simplified().split(u' ');
        const bool allIds = std::all_of(words.begin(), words.end(),
                                        [](const QString& word) { return word.contains(u'@'); });
        if (allIds || words.size() == 1)
            ids = words;
        ids.removeAll(QString());
    }
    return ids.size() > mostReferences ? ids.last(mostReferences) : ids;
}

std::vector<ImportedParty> partiesOf(const MailHeaders& headers) {
    std::vector<ImportedParty> parties;
    for (const char* name : {"From", "Sender"}) {
        if (parties.empty())
            addParties({headers.first(name)}, PartyRole::Sender, parties);
    }
    if (parties.size() > 1)
        parties.resize(1);  // several authors: the first one answers for it
    addParties(headers.all("To"), PartyRole::Addressee, parties);
    addParties(headers.all("Cc"), PartyRole::Addressee, parties);
    return parties;
}

QString automaticHeaders(const MailHeaders& headers) {
    QStringList marks;
    for (const MailHeaders::Line& line : headers.lines()) {
        const QString name = QString::fromUtf8(line.name);
        if (isAutomaticMark(line))
            marks += name % u": " % decodedHeader(line.value);
        else if (isNamed(line.name, "List-Unsubscribe"))
            marks += QStringLiteral("List-Unsubscribe:");
        else if (isNamed(line.name, "Return-Path") && line.value == "<>")
            marks += QStringLiteral("Return-Path: <>");
        else if (isNamed(line.name, "Content-Type") &&
                 line.value.toLower().contains("delivery-status"))
            marks += QStringLiteral("Content-Type: multipart/report; report-type=delivery-status");
    }
    return marks.join(u'\n');
}

}  // namespace goodfaith::importers
