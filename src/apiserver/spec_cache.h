// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <array>
#include <cstddef>
#include <functional>
#include <string>

namespace minato::apiserver {

/// Remembers what became of the specs seen last, by the identity of their nodes.
///
/// Why       A ReplicaSet sends the same spec for each of its Pods. Defaults, admission and validation are
/// then done
///           once, and the replicas share the finished spec instead of each holding a copy.
/// Threads   One.
class SpecCache {
public:
    using Change = void (*)(kube::Value &object);

    /// change(object), or its known effect on object.spec. `change` must look at and touch the spec alone.
    void apply(kube::Value &object, Change change);
    /// The same for a change that depends on more: `variant` says on what, and what it is now.
    void apply(kube::Value &object, const std::string &variant,
               const std::function<void(kube::Value &)> &change);

    [[nodiscard]] bool isKnownValid(const kube::Value &spec) const;
    void rememberValid(const kube::Value &spec);

private:
    struct Known {
        Change change = nullptr;
        std::string variant;
        kube::Value before, after;
    };
    [[nodiscard]] bool applyKnown(kube::Value &object, Change change, std::string_view variant) const;

    std::array<Known, 32> m_changes; ///< a new Pod's spec takes two or three
    std::array<kube::Value, 8> m_valid;
    std::size_t m_nextChange = 0, m_nextValid = 0;
};

} // namespace minato::apiserver
