// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/metrics.h"
#include "components/kubelet/kubelet.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace minato::components {

/// All the kubelets of a cluster.
///
/// Differs   They share one watch of Pods, where each real kubelet watches `spec.nodeName=` its own: what
///           each sees is the same, and thousands of watches are not needed.
class NodeAgents : public api::UsageSource {
public:
    NodeAgents(Context context, std::shared_ptr<const Behaviour> behaviour, std::vector<NodeSpec> nodes);

    /// A new machine; its kubelet starts at once. Precondition: there is none of this name.
    void add(NodeSpec node);
    /// A machine that is gone for good.
    void remove(std::string_view node);
    /// False: there is no such node.
    bool setPower(std::string_view node, bool isOn);

    [[nodiscard]] std::vector<api::ContainerUsage> usage(base::Instant now) const override
    {
        return m_apps.usage(now);
    }
    [[nodiscard]] std::vector<api::NodeUsage> nodes() const override;

    [[nodiscard]] AppHost &apps() { return m_apps; }
    [[nodiscard]] const std::map<std::string, std::unique_ptr<Kubelet>, std::less<>> &kubelets() const
    {
        return m_kubelets;
    }
    /// Null when there is no such node.
    [[nodiscard]] Kubelet *kubelet(std::string_view node) const;

private:
    void onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void onNode(const kube::ObjectPtr &before, const kube::ObjectPtr &now);

    Context m_context;
    std::shared_ptr<const Behaviour> m_behaviour;
    client::Informer &m_pods;
    client::Cache::IndexId m_byNode;
    AppHost m_apps;
    std::map<std::string, std::unique_ptr<Kubelet>, std::less<>> m_kubelets;
};

} // namespace minato::components
