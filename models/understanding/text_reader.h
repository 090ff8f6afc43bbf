// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one text: its new words, whether a human wrote it, whether it complains, of what, and what
// it asks for; and what we promise in it. A function of the text alone; what people say against it
// is kept apart from it. The language's words and weights are resources (resources/language/en*).
#pragma once

#include "models/domain/record.h"
#include "models/domain/understanding.h"

#include <memory>

namespace goodfaith::understanding {

class AnswerReader;
class PhraseFinder;
class PromiseReader;
class WordForms;

// Raised whenever the same text may be read differently: kept readings are then made again.
inline constexpr int readingVersion = 7;

struct TextToRead {
    RecordKind kind = RecordKind::Message;
    Direction direction = Direction::Inbound;
    QString subject;
    QString text;
    QString automaticHeaders;  // "Name: value" a line
};

class TextReader {
public:
    // Throws Failure (Unreadable) when the language resource is damaged.
    TextReader();
    ~TextReader();
    TextReader(const TextReader&) = delete;
    TextReader& operator=(const TextReader&) = delete;

    // A reader belongs to one thread, since it learns as it reads; this one knows the same
    // language.
    TextReader forAnotherThread() const;

    Reading read(const TextToRead& text);

private:
    struct Resources;
    explicit TextReader(std::shared_ptr<const Resources> resources);

    std::shared_ptr<const Resources> resources_;
    std::unique_ptr<PhraseFinder> finder_;
    std::unique_ptr<PromiseReader> promises_;
    std::unique_ptr<WordForms> forms_;
    std::unique_ptr<AnswerReader> answers_;
};

}  // namespace goodfaith::understanding
