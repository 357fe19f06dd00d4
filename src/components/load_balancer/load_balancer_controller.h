// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "client/event_recorder.h"
#include "client/work_queue.h"
#include "components/common/context.h"

#include <map>
#include <string>

namespace minato::components {

/// Gives each Service of type LoadBalancer an address, as a cloud does; without it they stay pending, as on kind and
/// minikube.
///
/// Mirrors   staging/src/k8s.io/cloud-provider/controllers/service: events, finalizer, one worker
/// Differs   The cloud takes 4 to 12 seconds and never fails; addresses are 203.0.113.1 and on (spec.loadBalancerIP
///           is honoured where nobody has it). Services with a loadBalancerClass are somebody else's, as upstream.
class LoadBalancerController {
public:
    explicit LoadBalancerController(Context context);

private:
    client::Task<bool> sync(std::string key);
    client::Task<bool> ensure(kube::ObjectPtr service, std::string key);
    client::Task<bool> cleanUp(kube::ObjectPtr service, std::string key);
    client::Task<kube::ObjectPtr> write(kube::Value body, std::string subresource);
    [[nodiscard]] std::string addressFor(const kube::Object &service, const std::string &key);

    Context m_context;
    client::Informer &m_services;
    client::WorkQueue m_queue;
    client::EventRecorder m_events;
    base::RandomStream m_random;
    std::map<std::string, std::string, std::less<>> m_addresses; ///< by key of the Service
};

} // namespace minato::components
