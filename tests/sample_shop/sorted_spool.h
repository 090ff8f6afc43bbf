// SPDX-License-Identifier: GPL-3.0-or-later
// Collects pieces of text in any order and hands them back by time; pieces of the same time in the
// order in which they came. The text waits in a temporary file, so that a big shop fits in memory.
#pragma once

#include "models/domain/instant.h"

#include <QTemporaryFile>

#include <functional>

namespace goodfaith::sample_shop {

class SortedSpool {
public:
    SortedSpool();
    void append(Instant at, const QByteArray& text);
    void forEach(const std::function<void(Instant, const QByteArray&)>& visit);

private:
    struct Piece {
        Instant at;
        qint64 offset = 0;
        qint64 size = 0;
    };
    std::vector<Piece> pieces_;
    std::unique_ptr<QTemporaryFile> file_;
    qint64 end_ = 0;
};

}  // namespace goodfaith::sample_shop
