// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/table_writing.h"

#include <QStringList>

namespace goodfaith {
namespace {

constexpr uint mostSkipped = 1000;

// Letters and digits would be taken out of the cells.
bool mayQuote(const QString& value) {
    return value == u"none" || (value.size() == 1 && value[0].unicode() > 0x20 &&
                                value[0].unicode() < 0x7F && !value[0].isLetterOrNumber());
}

QString unlessOneOf(const QString& value, const QStringList& allowed, const char* expected) {
    return allowed.contains(value) ? QString() : QString::fromLatin1(expected);
}

}  // namespace

QString expectedOf(const WritingMember& member, const QString& value) {
    const auto is = [&](QString TableWriting::*one) { return member.member == one; };
    if (value.isEmpty())
        return {};
    if (is(&TableWriting::quote))
        return mayQuote(value) ? QString() : QStringLiteral("one mark, such as \", or none");
    if (is(&TableWriting::skipLines)) {
        bool isNumber = false;
        const uint lines = value.toUInt(&isNumber);
        return isNumber && lines <= mostSkipped ? QString()
                                                : QStringLiteral("a number from 0 to 1000");
    }
    if (is(&TableWriting::header))
        return unlessOneOf(value, {QStringLiteral("yes"), QStringLiteral("no")}, "yes or no");
    if (is(&TableWriting::dateOrder))
        return unlessOneOf(value,
                           {QStringLiteral("dmy"), QStringLiteral("mdy"), QStringLiteral("ymd")},
                           "dmy, mdy or ymd");
    if (is(&TableWriting::decimalMark))
        return unlessOneOf(value, {QStringLiteral("."), QStringLiteral(",")}, "a point or a comma");
    return {};
}

TableWriting filled(TableWriting writing, const TableWriting& other) {
    for (const WritingMember& entry : writingMembers) {
        QString& value = writing.*entry.member;
        value = value.isEmpty() ? other.*entry.member : value;
    }
    return writing;
}

}  // namespace goodfaith
