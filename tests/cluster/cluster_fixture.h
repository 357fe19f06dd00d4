// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/requests.h"
#include "cluster/sim_cluster.h"
#include "components/common/pod.h"
#include "kube/json.h"

namespace minato::tests {

/// A cluster under test, with answers awaited in virtual time.
class ClusterFixture {
public:
    explicit ClusterFixture(cluster::SimCluster::Options options = {}) : cluster(std::move(options)) {}

    api::Result<api::Response> await(api::Request request)
    {
        std::optional<api::Result<api::Response>> answer;
        const auto call = cluster.transport().send(std::move(request), [&](auto result) { answer = std::move(result); });
        cluster.control().runUntil([&] { return answer.has_value(); }, std::chrono::seconds(10));
        return answer ? std::move(*answer) : std::unexpected(kube::Status::internal("no answer"));
    }
    std::vector<kube::ObjectPtr> list(const kube::GroupVersionResource &resource, std::string_view ns = "default")
    {
        const auto answer = await(client::listRequest(resource, ns));
        return answer ? answer->list().items : std::vector<kube::ObjectPtr>();
    }
    kube::ObjectPtr get(const kube::GroupVersionResource &resource, std::string_view name, std::string_view ns = "default")
    {
        const auto answer = await(client::getRequest(resource, ns, name));
        return answer ? answer->object() : nullptr;
    }
    bool scale(std::string_view deployment, int replicas)
    {
        api::Request request = client::getRequest(kube::resources::kDeployments, "default", deployment);
        request.verb = api::Verb::Patch;
        request.subresource = "scale";
        request.patchType = kube::PatchType::Merge;
        request.body = kube::Value::map({{"spec", kube::Value::map({{"replicas", replicas}})}});
        return await(std::move(request)).has_value();
    }
    std::vector<kube::ObjectPtr> pods() { return list(kube::resources::kPods); }
    std::vector<std::string> podNames()
    {
        std::vector<std::string> names;
        for (const auto &pod : pods())
            names.emplace_back(pod->name());
        return names;
    }
    std::uint16_t nodePort(std::string_view service = "kubernetes-bootcamp")
    {
        const auto object = get(kube::resources::kServices, service);
        return object ? static_cast<std::uint16_t>(object->spec()["ports"][0]["nodePort"].asInt()) : std::uint16_t{0};
    }
    api::TrafficResult curl(std::string host, std::uint16_t port, std::uint64_t connection = 0)
    {
        std::optional<api::TrafficResult> answer;
        api::TrafficRequest request;
        request.host = std::move(host);
        request.port = port;
        request.connection = connection;
        const auto call = cluster.traffic().request(std::move(request), [&](auto result) { answer = std::move(result); });
        cluster.control().runUntil([&] { return answer.has_value(); }, std::chrono::seconds(10));
        return answer ? std::move(*answer) : std::unexpected(api::TrafficError{});
    }
    void run(base::Duration duration) { cluster.control().runUntil(cluster.control().now() + duration); }

    cluster::SimCluster cluster;
};

} // namespace minato::tests
