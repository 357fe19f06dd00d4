// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/work_queue.h"
#include "components/common/context.h"

#include <string>

namespace minato::components {

/// Sees that every namespace has a ConfigMap "kube-root-ca.crt", by which Pods know their API server.
///
/// Mirrors   pkg/controller/certificates/rootcacertpublisher
/// Differs   The certificate is text that looks like one: nothing in the simulation checks it.
class RootCaPublisher {
public:
    explicit RootCaPublisher(Context context);

private:
    [[nodiscard]] client::Task<bool> sync(std::string ns);

    Context m_context;
    client::Informer &m_namespaces, &m_configMaps;
    client::WorkQueue m_queue;
    std::string m_certificate;
};

} // namespace minato::components
