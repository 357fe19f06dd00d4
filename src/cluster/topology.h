// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/diagnostic.h"
#include "components/kube_proxy/kube_proxies.h"
#include "components/kubelet/behaviour.h"
#include "kube/value.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace minato::cluster {

/// The machines of a cluster and what runs on them at the start, as data (a `--topology` file is YAML of this
/// shape).
///
/// File      nodes: a list of {name, controlPlane: true|false, cpu, memory, pods, labels: {…}, hostNames:
///           […]}, or {count: N, name: PREFIX, …} for PREFIX1 … PREFIXN; objects: a list of manifests.
///           Further documents of the file are manifests, too. metricsServer, loadBalancers: true|false.
///           kubeProxy: {mode: iptables|nftables|ipvs, scheduler: rr|lc|sh|…}. stages, apps, images: how
///           machines and programs behave (resources/simulation/behaviour.yaml), instead of or besides what
///           is built in.
struct Topology {
    struct Node {
        std::string name;
        bool isControlPlane = false;
        std::string cpu = "4", memory = "8Gi"; ///< capacity, quantities
        int pods = 110;
        std::map<std::string, std::string> labels;
        std::vector<std::string> hostNames; ///< further names that reach it: "host01"
    };
    std::vector<Node> nodes;
    std::vector<kube::Value> objects;                       ///< applied in order, once the nodes are Ready
    std::shared_ptr<const components::Behaviour> behaviour; ///< null: the built-in one
    components::KubeProxies::Mode proxyMode = components::KubeProxies::Mode::IpTables;
    components::IpvsScheduler ipvsScheduler = components::IpvsScheduler::RoundRobin;
    bool hasMetricsServer = true;  ///< without one the autoscaler and `kubectl top` have nothing to go by
    bool hasLoadBalancers = false; ///< Services of type LoadBalancer get an address, as in a cloud

    /// 1 control-plane node and `workers` workers; Deployment kubernetes-bootcamp with 1 Pod behind a
    /// NodePort Service.
    [[nodiscard]] static Topology chapter(int workers = 3);
    /// The same without the chapter's objects.
    [[nodiscard]] static Topology empty(int workers = 3);
    [[nodiscard]] static base::Parsed<Topology> parse(std::string_view yaml, std::string_view fileName);
};

} // namespace minato::cluster
