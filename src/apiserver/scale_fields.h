// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/fields/managed_fields.h"

#include <functional>
#include <string>
#include <string_view>

namespace minato::apiserver {

/// Whose the number of replicas is, as the scale subresource sees it and as the object keeps it.
///
/// Mirrors   apimachinery/pkg/util/managedfields (scalehandler.go), with what follows from it: a write of the
///           scale that changes nothing parts the entry of an updater in two, of which the next write keeps the
///           one with a time
/// Threads   Pure.
class ScaleFields {
public:
    /// `isKnown`: whether the object's kind has that version.
    ScaleFields(std::string apiVersion, std::function<bool(std::string_view apiVersion)> isKnown)
        : m_apiVersion(std::move(apiVersion)), m_isKnown(std::move(isKnown))
    {
    }

    /// The entries that own the replicas, as those of a Scale.
    [[nodiscard]] kube::ManagedFields toScale(const kube::ManagedFields &parent) const;
    /// The object's entries after those of its Scale have become `scale`.
    [[nodiscard]] kube::ManagedFields toParent(const kube::ManagedFields &parent,
                                               const kube::ManagedFields &scale) const;

private:
    std::string m_apiVersion;
    std::function<bool(std::string_view)> m_isKnown;
};

} // namespace minato::apiserver
