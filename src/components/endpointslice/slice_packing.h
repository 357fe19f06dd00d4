// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/endpointslice/endpoint.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minato::components {

inline constexpr std::size_t kMaxEndpointsPerSlice = 100;

/// An endpoint that has a place in a slice, and how the slice shows it: made once, shared by every version of it.
struct PlacedEndpoint : Endpoint {
    kube::Value shown = {}; ///< null: not made yet
};

/// One slice of a Service as its controller wants it.
struct Slice {
    kube::ObjectPtr object; ///< as last seen; null: to be created
    kube::Value ports;
    std::vector<PlacedEndpoint> endpoints;
    bool isChanged = false;
    bool isAnew = false; ///< written from scratch over `object`, which would have been deleted
};

/// The slices of one Service and which endpoint is in which.
///
/// Mirrors   staging/src/k8s.io/endpointslice/reconciler.go: changes in place; additions first into slices
///           that change anyway, then into the fullest that takes all of the rest, else into new ones;
///           half-empty slices are left alone; a new slice takes the name of one that goes; a Service without
///           endpoints keeps one empty slice
/// Threads   Pure.
class SlicePacking {
public:
    /// At most so many endpoints go into one slice.
    explicit SlicePacking(std::size_t most = kMaxEndpointsPerSlice) : m_most(most) {}
    /// Changes, or adds later with pack(), the endpoint of a Pod.
    void set(const Endpoint &endpoint);
    void remove(std::string_view pod);
    /// Finds room for what set() has brought.
    void pack();
    /// Puts a slice in that exists.
    void load(Slice slice);

    /// What has to be written, as places in slices(); after it there is at least one slice.
    struct Writes {
        std::vector<std::size_t> changed; ///< the new ones first
        std::vector<std::size_t> deleted;
    };
    [[nodiscard]] Writes plan();

    [[nodiscard]] std::vector<Slice> &slices() { return m_slices; }
    /// The names of the Pods that have a place.
    [[nodiscard]] std::vector<std::string> pods() const;
    /// Forgets the slices that do not exist; call after writing.
    void dropUnwritten();

private:
    void place(std::size_t slice, Endpoint endpoint);
    void packGroup(const kube::Value &ports, std::vector<Endpoint> group);
    [[nodiscard]] std::vector<std::size_t> changingSlices(const kube::Value &ports) const;
    [[nodiscard]] std::optional<std::size_t> roomFor(std::size_t count, const kube::Value &ports) const;
    [[nodiscard]] bool isWanted(const Slice &empty) const;
    [[nodiscard]] std::vector<std::size_t> superfluous();
    void reindex();

    std::size_t m_most;
    std::vector<Slice> m_slices;
    std::map<std::string, std::size_t, std::less<>> m_sliceOf; ///< by name of the Pod
    std::vector<Endpoint> m_pending;
};

} // namespace minato::components
