// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/work_queue.h"
#include "client/written_objects.h"
#include "components/common/context.h"
#include "kube/quota_usage.h"

#include <map>
#include <string>
#include <vector>

namespace minato::components {

/// Counts what the ResourceQuotas of each namespace bound: the server's admission adds what is new, this
/// takes off what is gone.
///
/// Mirrors   pkg/controller/resourcequota (resource_quota_controller.go)
/// Timing    Counts again when something has gone or ended, and every five minutes: a Pod whose node does not
///           answer is over without a word.
class ResourceQuotaController {
public:
    /// `counted` are the resources that a quota may name.
    ResourceQuotaController(Context context, const std::vector<kube::GroupVersionResource> &counted);

private:
    struct Counted {
        kube::GroupVersionResource resource;
        client::Informer *informer;
        client::Cache::IndexId byNamespace;
    };
    void onObject(const kube::GroupVersionResource &resource, const kube::ObjectPtr &before,
                  const kube::ObjectPtr &now);
    [[nodiscard]] client::Task<bool> sync(std::string key);
    void countAllLater();
    [[nodiscard]] kube::Value usedOf(const kube::Object &quota) const;

    Context m_context;
    client::Informer &m_quotas;
    client::Cache::IndexId m_quotasByNamespace;
    std::vector<Counted> m_counted;
    client::WrittenObjects m_written;
    client::WorkQueue m_queue;
    api::TimerPtr m_resync; ///< while there are quotas
};

} // namespace minato::components
