// SPDX-License-Identifier: GPL-3.0-or-later
// Ownership of what GMime and GLib hand out: objects are unreferenced, texts freed.
#pragma once

#include <QByteArray>

#include <gmime/gmime.h>

#include <memory>

namespace goodfaith::importers {

// Before any other call of GMime; does nothing when done already.
inline void initialiseGMime() {
    [[maybe_unused]] static const bool done = (g_mime_init(), true);
}

struct ObjectRelease {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using ObjectHandle = std::unique_ptr<T, ObjectRelease>;

struct TextRelease {
    void operator()(char* text) const { g_free(text); }
};

// Takes the ownership of `text`, which may be null.
inline QByteArray takeText(char* text) {
    const std::unique_ptr<char, TextRelease> owned(text);
    return QByteArray(owned.get());
}

}  // namespace goodfaith::importers
