// SPDX-License-Identifier: GPL-3.0-or-later
// Standard output and error, UTF-8 whatever the locale.
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace goodfaith::app {

void print(const QString& text);            // standard output, as it is
void printLine(const QString& text = {});   // standard output, without control characters
void printLines(const QString& text);       // the same of several, the last without a line break
void sayLine(const QString& text);          // standard error, without control characters
void printJson(const QJsonObject& object);  // one document

// Throws Failure when not all of it could be written: a cut answer must not look like a whole one.
void finishOutput();

// Columns as wide as their widest cell, two spaces between; columns of numbers to the right.
void printTable(const QStringList& header, const std::vector<QStringList>& rows);

}  // namespace goodfaith::app
