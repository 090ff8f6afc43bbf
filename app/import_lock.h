// SPDX-License-Identifier: GPL-3.0-or-later
// Lets one import at a time into a database, across processes. Held as long as the object lives;
// left behind by a killed process, it is taken over.
#pragma once

#include <QLockFile>

namespace goodfaith::app {

class ImportLock {
public:
    // Throws Failure (Database) that names the process which holds it.
    explicit ImportLock(const QString& databasePath);
    // Whether nobody held it just now.
    static bool isFree(const QString& databasePath);

private:
    QLockFile file_;
};

}  // namespace goodfaith::app
