// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/threads.h"

#include "models/understanding/mail_layout.h"

#include <QHash>

#include <numeric>

namespace goodfaith::understanding {
namespace {

constexpr Duration subjectReach = std::chrono::days(30);

class Union {
public:
    explicit Union(size_t size) : parents_(size) {
        std::iota(parents_.begin(), parents_.end(), size_t{0});
    }

    size_t rootOf(size_t entry) {
        while (parents_[entry] != entry)
            entry = parents_[entry] = parents_[parents_[entry]];
        return entry;
    }

    // The older one stays the root, so that numbers do not depend on how threads were found.
    void join(size_t a, size_t b) {
        a = rootOf(a);
        b = rootOf(b);
        parents_[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<size_t> parents_;
};

QString bareId(const QString& id) {
    QString bare = id.trimmed();
    if (bare.startsWith(u'<') && bare.endsWith(u'>'))
        bare = bare.mid(1, bare.size() - 2);
    return bare;
}

class ThreadFinder {
public:
    ThreadFinder(const std::vector<MessageFact>& messages, const QSet<QString>& replyPrefixes)
        : messages_(messages), replyPrefixes_(replyPrefixes), union_(messages.size()) {}

    std::vector<int> find() {
        for (size_t at = 0; at < messages_.size(); ++at)
            joinByIds(at);
        for (size_t at = 0; at < messages_.size(); ++at)
            joinBySubject(at);
        std::vector<int> threads;
        for (size_t at = 0; at < messages_.size(); ++at)
            threads.push_back(int(union_.rootOf(at)));
        return threads;
    }

private:
    void joinByIds(size_t at) {
        const MessageFact& message = messages_[at];
        joinById(message.messageId, at);
        joinById(message.inReplyTo, at);
        for (const QString& reference : message.references)
            joinById(reference, at);
        if (!isBlank(message.thread))
            joinByKey(u"thread:" + message.channel + u'\n' + message.thread, at);
    }

    // Most messages but mail have none: no key is made for those.
    static bool isBlank(QStringView value) { return value.trimmed().isEmpty(); }

    void joinById(const QString& id, size_t at) {
        if (!isBlank(id))
            joinByKey(u"id:" + bareId(id), at);
    }

    void joinByKey(const QString& key, size_t at) {
        const auto known = byKey_.constFind(key);
        if (known == byKey_.cend())
            byKey_.insert(key, at);
        else
            union_.join(*known, at);
    }

    // A message that says what it answers is believed; only the others go by their subject.
    void joinBySubject(size_t at) {
        const MessageFact& message = messages_[at];
        const QString subject = bareSubject(message.subject, replyPrefixes_);
        const QString key = message.channel + u'\n' + message.mailbox.toLower() + u'\n' + subject;
        const bool isFree =
            message.thread.isEmpty() && message.inReplyTo.isEmpty() && message.references.isEmpty();
        const auto known = bySubject_.constFind(key);
        if (isFree && known != bySubject_.cend() &&
            message.at - messages_[*known].at <= subjectReach)
            union_.join(*known, at);
        bySubject_.insert(key, at);
    }

    const std::vector<MessageFact>& messages_;
    const QSet<QString>& replyPrefixes_;
    Union union_;
    QHash<QString, size_t> byKey_;
    QHash<QString, size_t> bySubject_;
};

}  // namespace

std::vector<int> threadsOf(const std::vector<MessageFact>& messages,
                           const QSet<QString>& replyPrefixes) {
    return ThreadFinder(messages, replyPrefixes).find();
}

}  // namespace goodfaith::understanding
