// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/answers_elsewhere.h"

#include <algorithm>

namespace goodfaith::understanding {
namespace {

constexpr Duration answerReach = std::chrono::days(30);

bool nameOthers(const Contact& one, const Contact& other) {
    if (one.orders.empty() || other.orders.empty())
        return false;
    return std::none_of(one.orders.begin(), one.orders.end(), [&](size_t order) {
        return std::binary_search(other.orders.begin(), other.orders.end(), order);
    });
}

class AnswerJoiner {
public:
    explicit AnswerJoiner(std::vector<Contact>& contacts) : contacts_(contacts) {}

    void join() {
        for (Contact& contact : contacts_)
            take(contact);
        for (Contact& contact : contacts_) {
            if (contact.isMessage())
                contact.thread = rootOf(contact.thread);
        }
    }

private:
    void take(const Contact& contact) {
        if (contact.call == CallOutcome::Answered) {
            waiting_.clear();  // spoken of
            return;
        }
        if (!contact.isMessage())
            return;
        const bool begins = !roots_.contains(contact.thread);
        if (begins)
            roots_.insert(contact.thread, contact.thread);
        if (contact.isAnswer())
            answer(contact, begins && contact.isOutbound());
        else if (contact.isInquiry() && contact.isAnsweredElsewhere)
            waiting_.push_back(&contact);
    }

    void answer(const Contact& answer, bool isOfItsOwn) {
        std::erase_if(waiting_, [&](const Contact* inquiry) {
            if (rootOf(inquiry->thread) == rootOf(answer.thread))
                return true;
            const bool answers = isOfItsOwn && answer.at - inquiry->at <= answerReach &&
                                 !nameOthers(*inquiry, answer);
            if (answers)
                roots_[rootOf(inquiry->thread)] = rootOf(answer.thread);
            return answers;
        });
    }

    int rootOf(int thread) const {
        while (roots_.value(thread, thread) != thread)
            thread = roots_.value(thread);
        return thread;
    }

    std::vector<Contact>& contacts_;
    QHash<int, int> roots_;  // of threads seen so far
    std::vector<const Contact*> waiting_;
};

}  // namespace

void joinAnswersElsewhere(std::vector<Contact>& contacts) {
    const bool isAny = std::any_of(contacts.begin(), contacts.end(), [](const Contact& contact) {
        return contact.isAnsweredElsewhere;
    });
    if (isAny)
        AnswerJoiner(contacts).join();
}

}  // namespace goodfaith::understanding
