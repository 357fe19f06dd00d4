// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/endpointslice/endpointslice_controller.h"

#include "client/requests.h"
#include "components/common/object_edit.h"
#include "components/common/slow_start.h"

#include <algorithm>
#include <format>

namespace minato::components {
namespace {

using kube::resources::kEndpointSlices;
using kube::resources::kNodes;

constexpr int kWorkers = 5;
constexpr std::string_view kManagedBy = "endpointslice-controller.k8s.io";
constexpr std::string_view kServiceNameLabel = "kubernetes.io/service-name";
constexpr std::string_view kManagedByLabel = "endpointslice.kubernetes.io/managed-by";

kube::Value toValue(const Endpoint &endpoint)
{
    auto value =
        kube::Value::map({{"addresses", kube::Value::array({kube::Value(endpoint.ip)})},
                          {"conditions", kube::Value::map({{"ready", endpoint.isReady},
                                                           {"serving", endpoint.isServing},
                                                           {"terminating", endpoint.isTerminating}})},
                          {"nodeName", endpoint.node},
                          {"targetRef", kube::Value::map({{"kind", "Pod"},
                                                          {"name", endpoint.pod},
                                                          {"namespace", endpoint.ns},
                                                          {"uid", endpoint.uid}})}});
    if (!endpoint.zone.empty())
        value.set("zone", endpoint.zone);
    if (!endpoint.hostName.empty())
        value.set("hostname", endpoint.hostName);
    const auto hint = [&value](const char *where, const std::string &name) {
        if (!name.empty())
            value.edit("hints").set(where, kube::Value::array({kube::Value::map({{"name", name}})}));
    };
    hint("forZones", endpoint.hintZone);
    hint("forNodes", endpoint.hintNode);
    return value;
}

Endpoint fromValue(const kube::Value &value, const kube::Value &ports)
{
    Endpoint endpoint;
    endpoint.ip = value["addresses"][0].asString();
    endpoint.node = value["nodeName"].asString();
    endpoint.zone = value["zone"].asString();
    endpoint.pod = value.at("targetRef", "name").asString();
    endpoint.ns = value.at("targetRef", "namespace").asString();
    endpoint.uid = value.at("targetRef", "uid").asString();
    endpoint.isReady = value.at("conditions", "ready").asBool();
    endpoint.isServing = value.at("conditions", "serving").asBool();
    endpoint.isTerminating = value.at("conditions", "terminating").asBool();
    endpoint.ports = ports;
    endpoint.hostName = value["hostname"].asString();
    endpoint.hintZone = value.at("hints", "forZones", 0, "name").asString();
    endpoint.hintNode = value.at("hints", "forNodes", 0, "name").asString();
    return endpoint;
}

/// As resolvePorts() writes them, whatever the server has added.
kube::Value normalisedPorts(const kube::Value &ports)
{
    kube::Value list = kube::Value::emptyArray();
    for (const kube::Value &port : ports.items()) {
        auto normal = kube::Value::map({{"name", port["name"].asString()},
                                        {"port", port["port"]},
                                        {"protocol", port["protocol"].asString("TCP")}});
        if (!port["appProtocol"].isEmpty())
            normal.set("appProtocol", port["appProtocol"]);
        list.push(std::move(normal));
    }
    return list;
}

kube::Value sliceLabels(const kube::Object &service)
{
    kube::Value labels = service.labels().isNull() ? kube::Value::emptyMap() : service.labels();
    labels.set(kServiceNameLabel, service.name());
    labels.set(kManagedByLabel, kManagedBy);
    setHeadlessLabel(labels, service);
    return labels;
}

kube::Value newSlice(const kube::Object &service)
{
    return kube::Value::map(
        {{"apiVersion", "discovery.k8s.io/v1"},
         {"kind", "EndpointSlice"},
         {"metadata",
          kube::Value::map({{"generateName", std::format("{}-", service.name())},
                            {"namespace", service.ns()},
                            {"ownerReferences", kube::Value::array({controllerReference(service)})}})},
         {"addressType", "IPv4"}});
}

} // namespace

EndpointSliceController::EndpointSliceController(Context context)
    : m_context(std::move(context)),
      m_slices(m_context.hub.informer(kEndpointSlices)),
      m_nodes(m_context.hub.informer(kNodes)),
      m_slicesByOwner(m_slices.addIndex(client::byControllerUid)),
      m_queue(m_context.timers, kWorkers, [this](std::string key) { return sync(std::move(key)); }),
      m_servicePods(m_context.hub, [this](std::string_view key) { m_queue.add(key); })
{
    m_slices.addHandler([this](const auto &before, const auto &now) { onSlice(before, now); });
    m_context.hub.whenSynced([this] { m_queue.start(); });
}

/// Another's change, or the loss of a slice, makes us look at everything; the echo of our own write does not.
void EndpointSliceController::onSlice(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    const kube::Object &slice = now ? *now : *before;
    const std::string key = kube::objectKey(slice.ns(), slice.labels()[kServiceNameLabel].asString());
    const auto packing = m_packings.find(key);
    if (slice.labels()[kManagedByLabel].asString() != kManagedBy || packing == m_packings.end())
        return;
    const auto known = std::ranges::find_if(packing->second.slices(), [&](const Slice &each) {
        return each.object && each.object->name() == slice.name();
    });
    const bool isKnown = known != packing->second.slices().end();
    const bool isOurs = isKnown ? now && known->object->resourceVersion() == now->resourceVersion() : !now;
    if (isOurs)
        return;
    m_servicePods.invalidate(key);
    m_queue.add(key);
}

/// nullopt: the Pod is not to be listed. A Pod whose node is not known is left out, unless also what is not
/// ready is published.
std::optional<Endpoint> EndpointSliceController::endpointOf(const kube::Object &service,
                                                            const std::string &key, const std::string &podKey,
                                                            bool &isNodeMissing) const
{
    const auto pod = m_servicePods.pod(podKey);
    if (!pod || !m_servicePods.selects(key, *pod))
        return std::nullopt;
    const auto node = m_nodes.cache().find(pod->spec()["nodeName"].asString());
    auto endpoint = makeEndpoint(
        service, *pod, node ? node->labels()["topology.kubernetes.io/zone"].asString() : std::string_view());
    if (!endpoint || node || service.spec()["publishNotReadyAddresses"].asBool())
        return endpoint;
    isNodeMissing = true;
    return std::nullopt;
}

void EndpointSliceController::reload(const kube::Object &service, SlicePacking &packing) const
{
    packing = SlicePacking();
    const kube::Value labels = sliceLabels(service);
    for (const auto &[key, slice] : m_slices.cache().bucket(m_slicesByOwner, service.uid())) {
        Slice loaded{slice->object, normalisedPorts(slice->object->root()["ports"]), {}, false};
        loaded.isChanged = slice->object->labels() != labels;
        for (const kube::Value &endpoint : slice->object->root()["endpoints"].items())
            loaded.endpoints.push_back({fromValue(endpoint, loaded.ports)});
        packing.load(std::move(loaded));
    }
}

/// False: the node of a Pod is not known (yet).
bool EndpointSliceController::apply(const kube::Object &service, const std::string &key,
                                    const ServicePods::Changes &changes, SlicePacking &packing) const
{
    bool isNodeMissing = false;
    const auto nameOf = [](std::string_view podKey) { return podKey.substr(podKey.find('/') + 1); };
    const auto visit = [&](const std::string &podKey) {
        const auto endpoint = endpointOf(service, key, podKey, isNodeMissing);
        if (endpoint)
            packing.set(*endpoint);
        else
            packing.remove(nameOf(podKey));
    };
    if (!changes.isFull) {
        std::ranges::for_each(changes.pods, visit);
    } else {
        const auto selected = m_servicePods.selected(key);
        std::ranges::for_each(selected, visit);
        for (const std::string &name : packing.pods()) {
            if (!selected.contains(kube::objectKey(service.ns(), name)))
                packing.remove(name);
        }
    }
    packing.pack();
    return !isNodeMissing;
}

client::Task<bool> EndpointSliceController::sync(std::string key)
{
    const auto service = m_servicePods.service(key);
    if (!service) {
        m_packings.erase(key); // its slices go with it: the garbage collector's work
        co_return true;
    }
    const auto changes = m_servicePods.take(key);
    SlicePacking &packing = m_packings[key];
    if (changes.isFull)
        reload(*service, packing);
    const bool isComplete = apply(*service, key, changes, packing);
    const bool isWritten = co_await write(service, packing, changes.since);
    if (!isWritten || !isComplete)
        m_servicePods.invalidate(key);
    co_return isWritten &&isComplete;
}

api::Request EndpointSliceController::writeRequest(const kube::Object &service, Slice &slice,
                                                   std::optional<base::Instant> since) const
{
    kube::Value::Array endpoints;
    endpoints.reserve(slice.endpoints.size());
    for (PlacedEndpoint &endpoint : slice.endpoints) {
        if (endpoint.shown.isNull())
            endpoint.shown = toValue(endpoint);
        endpoints.push_back(endpoint.shown);
    }
    const bool isNew = !slice.object || slice.isAnew;
    kube::Value body = isNew ? newSlice(service) : slice.object->root();
    kube::Value &metadata = body.edit("metadata");
    if (slice.isAnew)
        metadata.set("name", slice.object->name());
    metadata.set("labels", sliceLabels(service));
    setTriggerTime(metadata, since);
    body.set("ports", slice.ports);
    body.set("endpoints", kube::Value(std::move(endpoints)));
    return slice.object ? client::updateRequest(kEndpointSlices, std::move(body))
                        : client::createRequest(kEndpointSlices, std::move(body));
}

client::Task<bool> EndpointSliceController::write(kube::ObjectPtr service, SlicePacking &packing,
                                                  std::optional<base::Instant> since)
{
    const auto writes = packing.plan();
    std::vector<api::Request> requests;
    for (const std::size_t i : writes.changed)
        requests.push_back(writeRequest(*service, packing.slices()[i], since));
    for (const std::size_t i : writes.deleted)
        requests.push_back(client::deleteRequest(kEndpointSlices, *packing.slices()[i].object));
    if (requests.empty())
        co_return true;
    const auto answers = co_await sendAll(m_context.transport, std::move(requests));
    bool isGood = true;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const bool isDeletion = i >= writes.changed.size();
        Slice &slice =
            packing.slices()[isDeletion ? writes.deleted[i - writes.changed.size()] : writes.changed[i]];
        isGood = isGood && (answers[i] || (isDeletion && answers[i].error().code == 404));
        slice.isChanged = slice.isAnew = false;
        if (isDeletion)
            slice.object = nullptr;
        else if (answers[i])
            slice.object = answers[i]->object();
    }
    packing.dropUnwritten();
    co_return isGood;
}

} // namespace minato::components
