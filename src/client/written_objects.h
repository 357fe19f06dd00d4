// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/object.h"

#include <map>
#include <string>
#include <string_view>

namespace minato::client {

/// Bridges the moment between a write and its arrival in the informer's cache, so that a controller does not
/// write over a version that it has itself replaced.
///
/// Rule      What was written counts only while the cache still shows the version that the writing began
/// with: versions are
///           opaque and cannot be compared.
class WrittenObjects {
public:
    /// The written object, if the cache is behind it, else the cached one.
    [[nodiscard]] kube::ObjectPtr newest(std::string_view key, const kube::ObjectPtr &cached);
    /// `now` was the answer to a write over `before`.
    void wrote(std::string_view key, const kube::Object &before, kube::ObjectPtr now);

private:
    struct Entry {
        std::string cachedVersion; ///< what the cache shows until it catches up
        kube::ObjectPtr object;
    };
    std::map<std::string, Entry, std::less<>> m_entries;
};

} // namespace minato::client
