// SPDX-License-Identifier: GPL-3.0-or-later
// What people write down about a customer, as acts like any other.
#include "app/act_words.h"
#include "app/customer_acts.h"
#include "models/domain/failure.h"
#include "models/store/act_table.h"
#include "models/store/customer_reader.h"
#include "models/store/note_table.h"
#include "models/store/reading_table.h"
#include "models/store/record_remaking.h"
#include "models/understanding/promise_reader.h"

namespace goodfaith::app {
namespace {

constexpr qsizetype longestNote = 10'000;

QString noteFrom(const QString& text) {
    const QString note = text.trimmed();
    if (note.isEmpty() || note.size() > longestNote)
        throw Failure(FailureKind::WrongUse,
                      QStringLiteral("A note has from 1 to %1 letters.").arg(longestNote));
    return note;
}

}  // namespace

ActNotice CustomerActs::note(CustomerId customer, const QString& text) {
    return write(customer, {{}, now_, by_, noteFrom(text), PromiseKind::Other, std::nullopt});
}

ActNotice CustomerActs::promise(CustomerId customer, const QString& text, Instant due) {
    const QString note = noteFrom(text);
    return write(customer, {{}, now_, by_, note, understanding::PromiseReader().kindOf(note), due});
}

ActNotice CustomerActs::write(CustomerId customer, const Note& note) {
    const ActWords words(database_);
    const QString who = words.nameOf(customer);
    const auto contents = contentsOf(customer);
    return perform([&](ActNotice& notice) {
        const ActKind kind = note.due ? ActKind::Promised : ActKind::Noted;
        notice.act = store::ActTable(database_).add(kind, now_, by_);
        store::NoteTable(database_).add(notice.act.id, contents.front(), note);
        follow(notice);
        notice.sentence =
            (note.due ? QStringLiteral("Promised %1: %2") : QStringLiteral("Noted of %1: %2"))
                .arg(who, note.text);
    });
}

ActNotice CustomerActs::settlePromises(EventId message, bool kept) {
    const auto named = store::recordNamed(database_, message);
    if (!named || named->kind != RecordKind::Message)
        throw Failure(FailureKind::NotFound,
                      QStringLiteral("There is no message %1; \"timeline\" lists a customer's.")
                          .arg(message.value()));
    const QString what = ActWords(database_).nameOf(*named);
    return perform([&](ActNotice& notice) {
        notice.act = store::ActTable(database_).add(ActKind::PromiseSettled, now_, by_);
        store::NoteTable(database_).add(notice.act.id, *named, kept);
        follow(notice);
        notice.sentence = (kept ? QStringLiteral("What %1 promises counts as kept.")
                                : QStringLiteral("What %1 says counts as no promise."))
                              .arg(what);
    });
}

ActNotice CustomerActs::correctReading(EventId text, bool complains, Topic topic) {
    const auto named = store::recordNamed(database_, text);
    if (!named || !store::isRead(named->kind))
        throw Failure(FailureKind::NotFound,
                      QStringLiteral("There is no text %1; \"timeline\" lists a customer's.")
                          .arg(text.value()));
    const QString what = ActWords(database_).nameOf(*named);
    if (store::directionOf(database_, text) == Direction::Outbound)
        throw Failure(FailureKind::WrongUse,
                      QStringLiteral("%1 is ours: only what customers write complains.").arg(what));
    return perform([&](ActNotice& notice) {
        notice.act = store::ActTable(database_).add(ActKind::ReadingCorrected, now_, by_);
        store::NoteTable(database_).add(notice.act.id, *named, {now_, text, complains, topic});
        follow(notice);
        notice.sentence = !complains ? QStringLiteral("%1 counts as no complaint.").arg(what)
                          : topic == Topic::None
                              ? QStringLiteral("%1 counts as a complaint.").arg(what)
                              : QStringLiteral("%1 counts as a complaint: %2.")
                                    .arg(what, goodfaith::nameOf(topic).replace(u'_', u' '));
    });
}

void CustomerActs::followNote(ActNotice& notice) {
    notice.customer = store::NoteTable(database_).customerOf(notice.act.id);
    if (!notice.customer.isNone())
        notice.changed = {notice.customer};
}

}  // namespace goodfaith::app
