// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mail/html_text.h"

#include "importers/mail/plain_text.h"

#include <QRegularExpression>
#include <QStringList>

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <memory>
#include <string_view>
#include <vector>

namespace goodfaith::importers {

namespace {

// Deeper than any mail a person wrote. The parser looks through its open elements at every end
// tag, so an endless nesting would take it hours.
constexpr size_t deepestNesting = 2000;
constexpr int deepestQuote = 20;
constexpr qsizetype longestLinkShown = 300;

template <size_t count>
bool isOneOf(std::string_view name, const std::string_view (&names)[count]) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool isSkipped(std::string_view name) {
    static constexpr std::string_view names[] = {"script", "style",  "title",
                                                 "svg",    "object", "template"};
    return isOneOf(name, names);
}

bool isParagraph(std::string_view name) {
    static constexpr std::string_view names[] = {"p",  "h1", "h2", "h3", "h4",   "h5",
                                                 "h6", "ul", "ol", "dl", "table"};
    return isOneOf(name, names);
}

bool isBlock(std::string_view name) {
    static constexpr std::string_view names[] = {
        "div",     "tr",      "li",   "blockquote", "pre",  "hr",    "form",    "section",
        "article", "header",  "main", "footer",     "nav",  "aside", "figure",  "address",
        "center",  "caption", "dt",   "dd",         "html", "body",  "fieldset"};
    return isOneOf(name, names) || isParagraph(name);
}

QString attribute(const xmlChar** attributes, std::string_view name) {
    for (; attributes && attributes[0]; attributes += 2) {
        if (attributes[1] && name == reinterpret_cast<const char*>(attributes[0]))
            return QString::fromUtf8(reinterpret_cast<const char*>(attributes[1])).trimmed();
    }
    return {};
}

// The first words that a mailbox's list shall show, and what only machines read. A size of 0 hides
// nothing: layouts set it where the elements within have one of their own.
bool isHidden(const xmlChar** attributes) {
    static const QRegularExpression hiding(
        QStringLiteral("(display\\s*:\\s*none|visibility\\s*:\\s*hidden|"
                       "(max-height|opacity)\\s*:\\s*0(\\.0*)?(px)?\\s*(!important)?\\s*(;|$))"),
        QRegularExpression::CaseInsensitiveOption);
    for (const xmlChar** it = attributes; it && it[0]; it += 2) {
        if (std::string_view(reinterpret_cast<const char*>(it[0])) == "hidden")
            return true;
    }
    return attribute(attributes, "style").contains(hiding);
}

QString comparableAddress(QString address) {
    static const QRegularExpression decoration(
        QStringLiteral("^(https?://|mailto:|tel:)?(www\\.)?"),
        QRegularExpression::CaseInsensitiveOption);
    address.remove(decoration);
    address.remove(u' ');
    while (address.endsWith(u'/'))
        address.chop(1);
    return address.toLower();
}

bool isWorthShowing(const QString& address, const QString& text) {
    static const QRegularExpression scheme(QStringLiteral("^(https?|ftp|mailto|tel):"),
                                           QRegularExpression::CaseInsensitiveOption);
    return address.size() <= longestLinkShown && scheme.match(address).hasMatch() &&
           !comparableAddress(text).contains(comparableAddress(address));
}

// Takes the parser's events and lays out lines.
class TextLayout {
public:
    void open(std::string_view name, const xmlChar** attributes);
    void close(std::string_view name);
    void characters(QStringView text);
    bool isTooDeep() const { return elements_.size() > deepestNesting; }
    QString text();

private:
    struct Element {
        std::string name;
        bool skipped = false;
        bool paragraph = false;
    };

    void applyOpening(std::string_view name);
    void applyClosing(std::string_view name);
    void leave(const Element& element);
    void put(QChar character);
    QString quotePrefix() const;
    void endGap();
    void endLine();
    void block(bool paragraph);
    bool isSkipping() const { return !elements_.empty() && elements_.back().skipped; }

    std::vector<Element> elements_;
    QStringList lines_;
    QString line_;
    QString bullet_;
    QString linkAddress_;
    QString linkText_;
    bool spacePending_ = false;
    bool cellPending_ = false;
    bool gapPending_ = false;
    int quotes_ = 0;
    int lists_ = 0;
    int preformatted_ = 0;
};

void TextLayout::put(QChar character) {
    if (line_.isEmpty()) {
        line_ = bullet_;
        bullet_.clear();
    } else if (cellPending_) {
        line_ += QStringLiteral("  ");
    } else if (spacePending_) {
        line_ += u' ';
    }
    spacePending_ = cellPending_ = false;
    line_ += character == QChar::Nbsp ? QChar(u' ') : character;
}

void TextLayout::characters(QStringView text) {
    if (isSkipping())
        return;
    for (const QChar character : text) {
        if (preformatted_ > 0 && character == u'\n')
            endLine();
        else if (preformatted_ > 0 && character != u'\r')
            put(character);
        else if (character.isSpace() && character != QChar::Nbsp)
            spacePending_ = !line_.isEmpty();
        else
            put(character);
    }
    if (!linkAddress_.isEmpty() && linkText_.size() < 2 * longestLinkShown)
        linkText_ += text;
}

QString TextLayout::quotePrefix() const {
    return QStringLiteral("> ").repeated(std::min(quotes_, deepestQuote));
}

void TextLayout::endGap() {
    if (gapPending_ && !lines_.isEmpty())
        lines_ += quotePrefix();
    gapPending_ = false;
}

void TextLayout::endLine() {
    endGap();
    lines_ += quotePrefix() % line_;
    line_.clear();
    spacePending_ = cellPending_ = false;
}

void TextLayout::block(bool paragraph) {
    if (!line_.isEmpty())
        endLine();
    spacePending_ = cellPending_ = false;
    gapPending_ = gapPending_ || paragraph;
}

void TextLayout::open(std::string_view name, const xmlChar** attributes) {
    const bool hidden = isHidden(attributes);
    // Outlook writes every line as a paragraph of this class, without a gap.
    const bool paragraph =
        isParagraph(name) &&
        !attribute(attributes, "class").startsWith(u"MsoNormal", Qt::CaseInsensitive);
    elements_.push_back({std::string(name), isSkipping() || hidden || isSkipped(name), paragraph});
    if (isSkipping())
        return;
    if (isBlock(name))
        block(paragraph && lists_ == 0);
    applyOpening(name);
    if (name == "a") {
        linkAddress_ = attribute(attributes, "href");
        linkText_.clear();
    }
}

void TextLayout::applyOpening(std::string_view name) {
    if (name == "br") {
        endLine();
    } else if (name == "hr") {
        line_ = QStringLiteral("* * *");
        endLine();
    } else if (name == "blockquote") {
        endGap();
        ++quotes_;
    } else if (name == "pre") {
        ++preformatted_;
    } else if (name == "ul" || name == "ol") {
        ++lists_;
    } else if (name == "li") {
        bullet_ = QString(2 * std::clamp(lists_ - 1, 0, deepestQuote), u' ') % u"- ";
    } else if (name == "td" || name == "th") {
        cellPending_ = !line_.isEmpty();
    }
}

void TextLayout::close(std::string_view name) {
    const auto isSought = [&](const Element& element) { return element.name == name; };
    const auto found = std::find_if(elements_.rbegin(), elements_.rend(), isSought);
    if (found == elements_.rend())
        return;
    const auto keep = static_cast<size_t>(std::distance(found, elements_.rend())) - 1;
    while (elements_.size() > keep) {
        const Element element = elements_.back();
        elements_.pop_back();
        if (!element.skipped)
            leave(element);
    }
}

void TextLayout::leave(const Element& element) {
    if (element.name == "a" && !linkAddress_.isEmpty()) {
        const QString address = std::exchange(linkAddress_, QString());
        if (!line_.isEmpty() && isWorthShowing(address, linkText_))
            line_ += u" <" % address % u'>';
    }
    if (isBlock(element.name))
        block(element.paragraph && lists_ <= 1);
    applyClosing(element.name);
}

void TextLayout::applyClosing(std::string_view name) {
    if (name == "blockquote")
        quotes_ = std::max(0, quotes_ - 1);
    else if (name == "pre")
        preformatted_ = std::max(0, preformatted_ - 1);
    else if (name == "ul" || name == "ol")
        lists_ = std::max(0, lists_ - 1);
    else if (name == "li")
        bullet_.clear();
}

QString TextLayout::text() {
    block(false);
    return lines_.join(u'\n');
}

struct HtmlReading {
    TextLayout layout;
    htmlParserCtxtPtr parser = nullptr;
};

void elementOpened(void* reading, const xmlChar* name, const xmlChar** attributes) {
    auto& [layout, parser] = *static_cast<HtmlReading*>(reading);
    layout.open(reinterpret_cast<const char*>(name), attributes);
    if (layout.isTooDeep())
        xmlStopParser(parser);
}

void elementClosed(void* reading, const xmlChar* name) {
    static_cast<HtmlReading*>(reading)->layout.close(reinterpret_cast<const char*>(name));
}

void charactersRead(void* reading, const xmlChar* text, int length) {
    static_cast<HtmlReading*>(reading)->layout.characters(
        QString::fromUtf8(reinterpret_cast<const char*>(text), length));
}

// For what the parser cannot take: the tags away, the rest as it is.
QString withoutTags(QString html) {
    static const QRegularExpression tag(QStringLiteral("<[^<>]*>"));
    return html.replace(tag, QStringLiteral(" ")).simplified();
}

}  // namespace

QString htmlToText(const QString& html) {
    QString clean = html;
    clean.remove(QChar(0));
    const QByteArray utf8 = clean.toUtf8();
    const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
        htmlNewParserCtxt(), &htmlFreeParserCtxt);
    if (!parser)
        return withoutTags(clean);
    HtmlReading reading{{}, parser.get()};
    htmlSAXHandler handler = {};
    handler.startElement = elementOpened;
    handler.endElement = elementClosed;
    handler.characters = charactersRead;
    handler.cdataBlock = charactersRead;
    handler.ignorableWhitespace = charactersRead;
    *parser->sax = handler;
    parser->userData = &reading;
    htmlCtxtReadMemory(
        parser.get(), utf8.constData(), static_cast<int>(utf8.size()), nullptr, "UTF-8",
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    return tidyText(reading.layout.isTooDeep() ? withoutTags(clean) : reading.layout.text());
}

}  // namespace goodfaith::importers
