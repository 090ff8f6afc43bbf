// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one text: its new words, whether a human wrote it, whether it complains, of what, and what
// it asks for. A function of the text alone. The language's words and weights are a resource
// (resources/language/en.json).
#pragma once

#include "models/domain/record.h"
#include "models/domain/understanding.h"

#include <memory>

namespace goodfaith::understanding {

// Raised whenever the same text may be read differently: kept readings are then made again.
inline constexpr int readingVersion = 2;

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

    // Safe to call from several threads at once.
    Reading read(const TextToRead& text) const;

private:
    struct Resources;
    std::unique_ptr<const Resources> resources_;
};

}  // namespace goodfaith::understanding
