// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/kubelet/node_object.h"

#include "components/common/pod.h"
#include "kube/names.h"
#include "kube/quantity.h"
#include "kube/version.h"

#include <array>
#include <format>

namespace minato::components {
namespace {

constexpr std::int64_t kEvictionThreshold = 100LL * 1024 * 1024;
constexpr std::int64_t kDiskBytes = 61'255'492LL * 1024;

kube::Value labelsOf(const NodeSpec &spec)
{
    auto labels = kube::Value::map({{"beta.kubernetes.io/arch", "amd64"},
                                    {"beta.kubernetes.io/os", "linux"},
                                    {"kubernetes.io/arch", "amd64"},
                                    {"kubernetes.io/hostname", spec.name},
                                    {"kubernetes.io/os", "linux"}});
    if (spec.isControlPlane) {
        labels.set("node-role.kubernetes.io/control-plane", "");
        labels.set("node.kubernetes.io/exclude-from-external-load-balancers", "");
    }
    for (const auto &[key, value] : spec.labels)
        labels.set(key, value);
    return labels;
}

kube::Value resources(const NodeSpec &spec, std::int64_t memoryReserved)
{
    const auto memory = kube::Quantity::parse(spec.memory).value_or(kube::Quantity());
    // Kubelets count memory in Ki, as the kernel does.
    const auto kibibytes = (memory.value() - memoryReserved) / 1024;
    return kube::Value::map({{"cpu", spec.cpu},
                             {"ephemeral-storage", std::format("{}Ki", kDiskBytes / 1024)},
                             {"hugepages-1Gi", "0"},
                             {"hugepages-2Mi", "0"},
                             {"memory", std::format("{}Ki", kibibytes)},
                             {"pods", std::to_string(spec.pods)}});
}

kube::Value nodeInfo(base::RandomStream &random)
{
    std::string machine = kube::randomUid(random);
    std::erase(machine, '-');
    return kube::Value::map({{"architecture", "amd64"},
                             {"bootID", kube::randomUid(random)},
                             {"containerRuntimeVersion", "containerd://2.1.3"},
                             {"kernelVersion", "6.12.43+deb13-amd64"},
                             {"kubeProxyVersion", ""},
                             {"kubeletVersion", kube::kMirroredVersion},
                             {"machineID", machine},
                             {"operatingSystem", "linux"},
                             {"osImage", "Debian GNU/Linux 13 (trixie)"},
                             {"systemUUID", kube::randomUid(random)}});
}

} // namespace

kube::Value makeNode(const NodeSpec &spec, base::RandomStream &random, base::Instant now)
{
    auto nodeSpec = kube::Value::map(
        {{"podCIDR", spec.podCidr}, {"podCIDRs", kube::Value::array({kube::Value(spec.podCidr)})}});
    if (spec.isControlPlane)
        nodeSpec.set("taints",
                     kube::Value::array({kube::Value::map(
                         {{"effect", "NoSchedule"}, {"key", "node-role.kubernetes.io/control-plane"}})}));
    const auto address = [](std::string_view type, std::string_view value) {
        return kube::Value::map({{"type", type}, {"address", value}});
    };
    const auto status = kube::Value::map(
        {{"addresses",
          kube::Value::array({address("InternalIP", spec.internalIp), address("Hostname", spec.name)})},
         {"capacity", resources(spec, 0)},
         {"allocatable", resources(spec, kEvictionThreshold)},
         {"conditions", nodeConditions({}, {}, now)},
         {"daemonEndpoints", kube::Value::map({{"kubeletEndpoint", kube::Value::map({{"Port", 10250}})}})},
         {"nodeInfo", nodeInfo(random)}});
    const auto annotations =
        kube::Value::map({{"node.alpha.kubernetes.io/ttl", "0"},
                          {"volumes.kubernetes.io/controller-managed-attach-detach", "true"}});
    return kube::Value::map(
        {{"apiVersion", "v1"},
         {"kind", "Node"},
         {"metadata",
          kube::Value::map({{"name", spec.name}, {"labels", labelsOf(spec)}, {"annotations", annotations}})},
         {"spec", std::move(nodeSpec)},
         {"status", status}});
}

kube::Value nodeConditions(const NodeHealth &health, const kube::Value &before, base::Instant now)
{
    struct Text {
        std::string_view type, status, reason, message;
    };
    const std::array texts{
        health.hasMemoryPressure ? Text{"MemoryPressure", "True", "KubeletHasInsufficientMemory",
                                        "kubelet has insufficient memory available"}
                                 : Text{"MemoryPressure", "False", "KubeletHasSufficientMemory",
                                        "kubelet has sufficient memory available"},
        Text{"DiskPressure", "False", "KubeletHasNoDiskPressure", "kubelet has no disk pressure"},
        Text{"PIDPressure", "False", "KubeletHasSufficientPID", "kubelet has sufficient PID available"},
        health.isReady
            ? Text{"Ready", "True", "KubeletReady", "kubelet is posting ready status"}
            : Text{"Ready", "False", "KubeletNotReady",
                   "container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady "
                   "message:Network plugin returns error: cni plugin not initialized"}};
    const kube::Value stamp = base::toRfc3339(now);
    kube::Value list = kube::Value::emptyArray();
    for (const Text &text : texts) {
        const auto &former = findCondition(before, text.type);
        list.push(kube::Value::map(
            {{"type", text.type},
             {"status", text.status},
             {"reason", text.reason},
             {"message", text.message},
             {"lastHeartbeatTime", stamp},
             {"lastTransitionTime",
              former["status"].asString() == text.status ? former["lastTransitionTime"] : stamp}}));
    }
    return list;
}

} // namespace minato::components
