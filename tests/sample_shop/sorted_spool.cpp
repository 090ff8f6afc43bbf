// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample_shop/sorted_spool.h"

#include "models/domain/failure.h"

#include <algorithm>

namespace goodfaith::sample_shop {

SortedSpool::SortedSpool() : file_(std::make_unique<QTemporaryFile>()) {
    if (!file_->open())
        throw Failure(FailureKind::Unreadable,
                      QStringLiteral("No temporary file: %1").arg(file_->errorString()));
}

void SortedSpool::append(Instant at, const QByteArray& text) {
    if (file_->write(text) != text.size())
        throw Failure(FailureKind::Unreadable,
                      QStringLiteral("The temporary file is full: %1").arg(file_->errorString()));
    pieces_.push_back({at, end_, text.size()});
    end_ += text.size();
}

void SortedSpool::forEach(const std::function<void(Instant, const QByteArray&)>& visit) {
    std::stable_sort(pieces_.begin(), pieces_.end(),
                     [](const Piece& a, const Piece& b) { return a.at < b.at; });
    for (const Piece& piece : pieces_) {
        file_->seek(piece.offset);
        visit(piece.at, file_->read(piece.size));
    }
}

}  // namespace goodfaith::sample_shop
