// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a file of any size line by line, with offsets and line numbers; holds one block of it.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

QT_BEGIN_NAMESPACE
class QFile;
QT_END_NAMESPACE

namespace goodfaith::importers {

struct FileLine {
    QByteArrayView text;  // with its line end; valid until the next call
    qint64 offset = 0;
    qint64 number = 0;       // 1-based
    bool continues = false;  // a further piece of a line too long for one block

    qint64 end() const { return offset + text.size(); }
    bool isBlank() const { return !continues && (text == "\n" || text == "\r\n"); }
};

class FileLines {
public:
    explicit FileLines(QFile& file, qint64 begin = 0) : file_(file), blockOffset_(begin) {}
    std::optional<FileLine> next();
    // Goes on at the beginning of a line further on; the lines in between are counted.
    void skipTo(qint64 offset);

private:
    bool fill();

    QFile& file_;
    QByteArray block_;
    qsizetype used_ = 0;  // of the block
    qint64 blockOffset_;  // of the block within the file
    qint64 number_ = 0;
    bool withinLine_ = false;
};

}  // namespace goodfaith::importers
