// SPDX-License-Identifier: GPL-3.0-or-later
// E-mail as an input: an mbox, a Maildir, an .eml file or a folder of them.
#pragma once

#include "importers/input.h"

#include <functional>

namespace goodfaith::importers {

struct MailFolder;

// Nothing when the path is no mail. A folder may hold several (Maildir++ sub-folders).
std::vector<Input> recogniseMail(const QString& path);
// The same for a folder that has been looked into already.
std::vector<Input> mailInputsOf(const QString& path, const MailFolder& folder);
void readMail(const Input& input, const ReadingOptions& options, RecordSink& sink,
              std::stop_token stop);
// The first `rows` mails that `read` gives.
Preview previewMails(qint64 rows, const std::function<void(RecordSink&, std::stop_token)>& read);
Preview previewMail(const Input& input, const ReadingOptions& options, qint64 rows);

}  // namespace goodfaith::importers
