// SPDX-License-Identifier: GPL-3.0-or-later
// A folder whose new files are imported by themselves, and a list of such folders as a setting's
// text: "/srv/exports=Shop:shopify-orders, /home/ada/Maildir".
#pragma once

#include <QString>

#include <vector>

namespace goodfaith {

struct WatchedFolder {
    QString path;    // absolute, without a slash at its end
    QString source;  // the account that its files are from; "" is the main one
    QString layout;  // a template, a preset or a saved mapping; "" is what each file looks like
    friend bool operator==(const WatchedFolder&, const WatchedFolder&) = default;
};

// A comma, "=", ":" or backslash of a name stands behind a backslash. A folder named twice counts
// once. Throws Failure (WrongUse) for a path that is not absolute.
std::vector<WatchedFolder> watchedFoldersFrom(const QString& text);
QString watchedFoldersText(const std::vector<WatchedFolder>& folders);

}  // namespace goodfaith
