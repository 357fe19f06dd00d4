// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/common/pod.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace minato::components {

/// A Pod that may be evicted to free memory.
struct EvictionCandidate {
    const kube::Object *pod = nullptr;
    std::int64_t usage = 0, request = 0;
    struct Container {
        std::string name;
        std::int64_t usage = 0, request = 0;
    };
    std::vector<Container> containers;
};

/// The victim first: those above their request, then the lower priority, then who is furthest above it.
///
/// Mirrors   pkg/kubelet/eviction/helpers.go rankMemoryPressure
void rankForMemory(std::vector<EvictionCandidate> &candidates);

/// "The node was low on resource: memory. Threshold quantity: 100Mi, available: 52Mi. Container …"
///
/// Mirrors   pkg/kubelet/eviction/helpers.go evictionMessage
[[nodiscard]] std::string memoryEvictionMessage(const EvictionCandidate &victim, std::int64_t threshold,
                                                std::int64_t available);

} // namespace minato::components
