// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "client/work_queue.h"
#include "components/common/context.h"

namespace minato::components {

/// Empties a namespace that is being deleted, then lets it go.
///
/// Mirrors   pkg/controller/namespace
/// Differs   Empties the kinds it is told, not all of discovery; writes no conditions.
class NamespaceController {
public:
    NamespaceController(Context context, std::vector<kube::GroupVersionResource> resources);

private:
    client::Task<bool> sync(std::string name);
    client::Task<bool> finalize(kube::ObjectPtr ns);

    Context m_context;
    std::vector<kube::GroupVersionResource> m_resources;
    client::Informer &m_namespaces;
    client::WorkQueue m_queue;
};

} // namespace minato::components
