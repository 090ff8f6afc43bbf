// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/people_said.h"

#include "models/store/judgement_table.h"
#include "models/store/note_table.h"
#include "models/store/queue_word_table.h"

namespace goodfaith::store {

PeopleSaidReader::PeopleSaidReader(Database& database) : said_(NoteTable(database).all()) {
    for (auto& [customer, judged] : JudgementTable(database).all())
        said_[customer].judgements = std::move(judged);
    for (auto& [customer, words] : QueueWordTable(database).all())
        said_[customer].queueWords = std::move(words);
}

PeopleSaid PeopleSaidReader::of(CustomerId customer) const {
    const auto found = said_.find(customer);
    return found == said_.end() ? PeopleSaid() : found->second;
}

}  // namespace goodfaith::store
