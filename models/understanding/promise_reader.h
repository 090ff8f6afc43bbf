// SPDX-License-Identifier: GPL-3.0-or-later
// Finds what we promised in a text of ours, and by when relative to when it was written. A function
// of the text alone; linear in it. A commitment without a time, a condition, a hope, a question,
// what was said before and general terms ("refunds usually take five days") are no promises.
#pragma once

#include "models/domain/promise.h"

#include <memory>

namespace goodfaith::understanding {

class PhraseFinder;
struct PromiseLanguage;

class PromiseReader {
public:
    // Throws Failure (Unreadable) when the language resource is damaged.
    PromiseReader();
    ~PromiseReader();
    PromiseReader(const PromiseReader&) = delete;
    PromiseReader& operator=(const PromiseReader&) = delete;

    // A reader belongs to one thread, since it learns as it reads; this one knows the same
    // language.
    PromiseReader forAnotherThread() const;

    // `text` without quotes and signature, as Reading::newText. In the order of the text.
    std::vector<StatedPromise> read(const QString& text);

    // Of a note such as "call her back" or "refund the postage".
    PromiseKind kindOf(const QString& note);

private:
    explicit PromiseReader(std::shared_ptr<const PromiseLanguage> language);

    std::shared_ptr<const PromiseLanguage> language_;
    std::unique_ptr<PhraseFinder> commitments_, times_;
};

}  // namespace goodfaith::understanding
