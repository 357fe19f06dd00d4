// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/describe/describe.h"

#include "kube/label_selector.h"

#include <algorithm>
#include <array>

namespace minato::shell::kubectl {
namespace {

struct Known {
    std::string_view kind;
    Describer describer;
};

constexpr std::array<Known, 18> kKnown{{{"deployment.apps", describeDeployment},
                                        {"replicaset.apps", describeReplicaSet},
                                        {"job.batch", describeJob},
                                        {"pod", describePod},
                                        {"service", describeService},
                                        {"endpoints", describeEndpoints},
                                        {"endpointslice.discovery.k8s.io", describeEndpointSlice},
                                        {"node", describeNode},
                                        {"namespace", describeNamespace},
                                        {"configmap", describeConfigMap},
                                        {"secret", describeSecret},
                                        {"priorityclass.scheduling.k8s.io", describePriorityClass},
                                        {"resourcequota", describeResourceQuota},
                                        {"limitrange", describeLimitRange},
                                        {"poddisruptionbudget.policy", describePodDisruptionBudget},
                                        {"horizontalpodautoscaler.autoscaling", describeAutoscaler},
                                        {"statefulset.apps", describeStatefulSet},
                                        {"daemonset.apps", describeDaemonSet}}};

constexpr std::string_view kPageSize = "500";

std::string eventAge(const DescribeWriter &writer, const kube::Object &event)
{
    const bool hasEventTime = !event["eventTime"].asString().empty();
    const std::string first = writer.since(hasEventTime ? event["eventTime"] : event["firstTimestamp"]);
    if (event["series"].isMap())
        return std::format("{} (x{} over {})", writer.since(event.at("series", "lastObservedTime")),
                           event.at("series", "count").asInt(), first);
    if (event["count"].asInt() > 1)
        return std::format("{} (x{} over {})", writer.since(event["lastTimestamp"]), event["count"].asInt(),
                           first);
    return first;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = std::min(text.find_first_not_of(" \t\n\r"), text.size());
    return text.substr(begin, text.find_last_not_of(" \t\n\r") + 1 - begin);
}

} // namespace

client::Task<Result<std::string>> describe(Describing subject)
{
    const auto known = std::ranges::find(kKnown, subject.type->kindName(), &Known::kind);
    return known == kKnown.end() ? describeGeneric(std::move(subject)) : known->describer(std::move(subject));
}

client::Task<Result<std::vector<kube::ObjectPtr>>>
listAll(Session &session, kube::GroupVersionResource resource, std::string ns, api::Query query)
{
    std::vector<kube::ObjectPtr> objects;
    api::Request request{.verb = api::Verb::List,
                         .resource = std::move(resource),
                         .ns = std::move(ns),
                         .query = std::move(query)};
    request.query["limit"] = kPageSize;
    for (;;) {
        const auto answer = co_await session.send(request);
        if (!answer)
            co_return std::unexpected(answer.error());
        const auto *list = std::get_if<kube::ObjectList>(&answer->payload);
        if (!list)
            co_return objects;
        objects.insert(objects.end(), list->items.begin(), list->items.end());
        if (list->continueToken.empty())
            co_return objects;
        request.query["continue"] = list->continueToken;
    }
}

client::Task<Events> findEvents(Describing subject, std::string kind, std::string uid)
{
    if (!subject.showsEvents)
        co_return std::nullopt;
    const std::string ns(subject.object->ns());
    std::string selector =
        "involvedObject.name=" + std::string(subject.object->name()) + ",involvedObject.namespace=" + ns;
    if (!kind.empty())
        selector += ",involvedObject.kind=" + kind;
    if (!uid.empty())
        selector += ",involvedObject.uid=" + uid;
    auto events =
        co_await listAll(subject.session, kube::resources::kEvents, ns, {{"fieldSelector", selector}});
    if (!events)
        co_return std::nullopt;
    co_return std::move(*events);
}

client::Task<Events> findEvents(Describing subject)
{
    const std::string kind(subject.object->kind()), uid(subject.object->uid());
    return findEvents(std::move(subject), kind, uid);
}

void writeEvents(DescribeWriter &writer, Events events)
{
    if (!events)
        return;
    if (events->empty()) {
        writer.write(0, "Events:\t<none>\n");
        return;
    }
    // Those of events.k8s.io have no such time and come first (pkg/util/event, sorted_event_list.go).
    std::ranges::stable_sort(*events, {}, [](const kube::ObjectPtr &event) {
        return base::parseRfc3339((*event)["lastTimestamp"].asString()).value_or(base::Instant{});
    });
    writer.flush();
    writer.write(0, "Events:\n  Type\tReason\tAge\tFrom\tMessage\n");
    writer.write(1, "----\t------\t----\t----\t-------\n");
    for (const kube::ObjectPtr &event : *events) {
        std::string_view source = event->at("source", "component").asString();
        if (source.empty())
            source = (*event)["reportingComponent"].asString();
        writer.line(1, "{}\t{}\t{}\t{}\t{}", (*event)["type"].asString(), (*event)["reason"].asString(),
                    eventAge(writer, *event), source, trimmed((*event)["message"].asString()));
    }
}

void writeConditionsWithReason(DescribeWriter &writer, const kube::Value &conditions)
{
    if (conditions.size() == 0)
        return;
    writer.write(0, "Conditions:\n  Type\tStatus\tReason\n");
    writer.write(1, "----\t------\t------\n");
    for (const kube::Value &c : conditions.items())
        writer.line(1, "{} \t{}\t{}", c["type"].asString(), c["status"].asString(), c["reason"].asString());
}

std::string controllerName(const kube::Object &object)
{
    const kube::Value &owner = object.controllerRef();
    return owner.isNull()
               ? ""
               : std::string(owner["kind"].asString()) + "/" + std::string(owner["name"].asString());
}

std::string selectorText(const kube::Value &selector)
{
    const auto parsed = kube::LabelSelector::fromValue(selector);
    if (!parsed)
        return "<error>";
    return orNone(parsed->toString());
}

std::string orNone(std::string text)
{
    return text.empty() ? "<none>" : std::move(text);
}

client::Task<std::string> podStatusText(Describing subject, std::string selector)
{
    const auto pods = co_await listAll(subject.session, kube::resources::kPods,
                                       std::string(subject.object->ns()), {{"labelSelector", selector}});
    if (!pods)
        co_return "error in fetching pods: " + pods.error().message();
    std::array<int, 4> counts{};
    static constexpr std::array<std::string_view, 4> phases{"Running", "Pending", "Succeeded", "Failed"};
    for (const kube::ObjectPtr &pod : *pods) {
        const kube::Value &owner = pod->controllerRef();
        const auto phase = std::ranges::find(phases, pod->status()["phase"].asString());
        if (owner["uid"].asString() == subject.object->uid() && phase != phases.end())
            ++counts[static_cast<std::size_t>(phase - phases.begin())];
    }
    co_return std::format("{} Running / {} Waiting / {} Succeeded / {} Failed", counts[0], counts[1],
                          counts[2], counts[3]);
}

} // namespace minato::shell::kubectl
