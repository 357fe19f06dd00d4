// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/work_queue.h"
#include "components/common/context.h"
#include "components/namespaces/namespace_conditions.h"

#include <string>
#include <vector>

namespace minato::components {

/// Empties a namespace that is being deleted, Pods first, tells what is left, then lets it go.
///
/// Mirrors   pkg/controller/namespace: begins 5 s after the deletion; looks again when half of the longest remaining
///           grace period has passed, or with growing delays
/// Differs   Empties the kinds it is told, not all of discovery, in the order in which it is told.
class NamespaceController {
public:
    NamespaceController(Context context, std::vector<kube::GroupVersionResource> resources);

private:
    client::Task<bool> sync(std::string name);
    client::Task<NamespaceRemains> empty(kube::ObjectPtr ns);
    client::Task<void> emptyOne(kube::ObjectPtr ns, kube::GroupVersionResource resource,
                                NamespaceRemains &remains);
    client::Task<bool> finalize(kube::ObjectPtr ns);

    Context m_context;
    std::vector<kube::GroupVersionResource> m_resources;
    client::Informer &m_namespaces;
    client::WorkQueue m_queue;
};

} // namespace minato::components
