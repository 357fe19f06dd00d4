// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/pod_endpoints.h"

#include "apiserver/syntax.h"
#include "apiserver/writer.h"

#include <algorithm>
#include <charconv>
#include <format>

namespace minato::apiserver {
namespace {

using kube::Status;
using kube::Value;

Value success(int code)
{
    return Value::map({{"kind", "Status"},
                       {"apiVersion", "v1"},
                       {"metadata", Value::emptyMap()},
                       {"status", "Success"},
                       {"code", code}});
}

std::optional<std::string> bindingRefusal(const kube::Object &pod)
{
    if (pod.isTerminating())
        return std::format("pod {} is being deleted, cannot be assigned to a host", pod.name());
    if (const auto node = pod.at("spec", "nodeName").asString(); !node.empty())
        return std::format("pod {} is already assigned to node \"{}\"", pod.name(), node);
    if (!pod.at("spec", "schedulingGates").isEmpty())
        return std::format("pod {} has non-empty .spec.schedulingGates", pod.name());
    return std::nullopt;
}

void setScheduled(Value &status, std::string_view now)
{
    Value condition = Value::map({{"type", "PodScheduled"}, {"status", "True"}, {"lastTransitionTime", now}});
    condition.set("lastProbeTime", Value());
    auto &conditions = status.edit("conditions").editItems();
    const auto it = std::ranges::find_if(
        conditions, [](const Value &c) { return c["type"].asString() == "PodScheduled"; });
    if (it == conditions.end())
        conditions.push_back(std::move(condition));
    else
        *it = std::move(condition);
}

/// Reads a number of the query into `number`; a complaint when it is none or below `least`.
void takeNumber(const api::Request &request, const char *key, std::int64_t least,
                std::optional<std::int64_t> &number, FieldErrors &errors)
{
    const auto text = request.parameter(key);
    if (text.empty())
        return;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        errors.invalid(key, text, "must be an integer");
    else if (value < least)
        errors.invalid(key, value,
                       least == 0 ? syntax::kNotNegative : std::string_view("must be greater than 0"));
    else
        number = value;
}

kube::Result<std::string> chooseContainer(const kube::Object &pod, std::string_view wanted)
{
    std::vector<std::string_view> names;
    for (const char *list : {"initContainers", "containers", "ephemeralContainers"}) {
        for (const Value &container : pod.at("spec", list).items())
            names.push_back(container["name"].asString());
    }
    if (!wanted.empty()) {
        if (std::ranges::contains(names, wanted))
            return std::string(wanted);
        return std::unexpected(
            Status::badRequest(std::format("container {} is not valid for pod {}", wanted, pod.name())));
    }
    const auto containers = pod.at("spec", "containers").items();
    if (containers.size() == 1)
        return std::string(containers.front()["name"].asString());
    std::string all;
    for (const auto name : names)
        all.append(all.empty() ? "" : " ").append(name);
    return std::unexpected(Status::badRequest(
        std::format("a container name must be specified for pod {}, choose one of: [{}]", pod.name(), all)));
}

} // namespace

kube::Result<api::Response> bindPod(Machinery &machinery, const Kind &pods, const api::Request &request)
{
    const Value &binding = request.body;
    const kube::GroupVersionResource named{"", "v1", "pods/binding"};
    if (binding.at("metadata", "name").asString() != request.name)
        return std::unexpected(Status::badRequest("name in URL does not match name in Binding object"));
    const auto old = machinery.find(pods, request.ns, request.name);
    if (!old)
        return std::unexpected(old.error());
    const std::string_view uid = binding.at("metadata", "uid").asString();
    if (!uid.empty() && uid != (*old)->uid())
        return std::unexpected(Status::conflict(
            pods.gvr(), request.name,
            std::format("Precondition failed: UID in precondition: {}, UID in object meta: {}", uid,
                        (*old)->uid())));
    const std::string_view node = binding.at("target", "name").asString();
    if (node.empty()) {
        FieldErrors errors;
        errors.required("target.name");
        return std::unexpected(Status::invalid({"", "v1", "Binding"}, request.name, errors.take()));
    }
    if (const auto why = bindingRefusal(**old))
        return std::unexpected(Status::conflict(named, request.name, *why));
    Value pod = (*old)->root();
    pod.edit("spec").set("nodeName", node);
    for (const kube::Member &annotation : binding.at("metadata", "annotations").members())
        pod.edit("metadata").edit("annotations").set(annotation.key(), annotation.value);
    setScheduled(pod.edit("status"), machinery.timestamp());
    if (request.parameter("dryRun") != "All")
        (void)machinery.store.put(pods.bucket, *old, std::move(pod));
    return api::Response{success(201), true, {}};
}

kube::Result<api::Response> finalizeNamespace(Machinery &machinery, const Kind &namespaces,
                                              const api::Request &request)
{
    const auto old = machinery.find(namespaces, {}, request.name);
    if (!old)
        return std::unexpected(old.error());
    if (auto name = checkUrlName(request.body, request); !name)
        return std::unexpected(name.error());
    Value object = (*old)->root();
    object.edit("spec").set("finalizers", request.body.at("spec", "finalizers"));
    if (object.at("spec", "finalizers").isEmpty())
        object.edit("spec").erase("finalizers");
    kube::ObjectPtr now = *old;
    if (object != (*old)->root())
        now = machinery.store.put(namespaces.bucket, *old, std::move(object));
    const bool isFree = now->at("spec", "finalizers").isEmpty() && now->metadata()["finalizers"].isEmpty();
    if (now->isTerminating() && isFree)
        now = machinery.store.remove(namespaces.bucket, now);
    return api::Response{now, false, {}};
}

kube::Result<LogRequest> LogRequest::prepare(const Machinery &machinery, const Kind &pods,
                                             const api::Request &request)
{
    auto pod = machinery.find(pods, request.ns, request.name);
    if (!pod)
        return std::unexpected(pod.error());
    LogRequest log{*pod, {}, !(*pod)->at("spec", "nodeName").isEmpty()};
    FieldErrors errors;
    std::optional<std::int64_t> sinceSeconds;
    takeNumber(request, "tailLines", 0, log.options.tailLines, errors);
    takeNumber(request, "limitBytes", 1, log.options.limitBytes, errors);
    takeNumber(request, "sinceSeconds", 1, sinceSeconds, errors);
    if (const auto since = request.parameter("sinceTime"); !since.empty()) {
        log.options.since = base::parseRfc3339(since);
        if (!log.options.since)
            errors.invalid("sinceTime", since, "must be an RFC 3339 time");
        if (sinceSeconds)
            errors.forbidden("", "at most one of `sinceTime` or `sinceSeconds` may be specified");
    }
    if (sinceSeconds)
        log.options.since = machinery.now() - std::chrono::seconds(*sinceSeconds);
    if (!errors.isEmpty())
        return std::unexpected(Status::invalid({"", "v1", "PodLogOptions"}, request.name, errors.take()));
    log.options.follow = request.parameter("follow") == "true";
    log.options.previous = request.parameter("previous") == "true";
    log.options.timestamps = request.parameter("timestamps") == "true";
    auto container = chooseContainer(**pod, request.parameter("container"));
    if (!container)
        return std::unexpected(container.error());
    log.options.container = std::move(*container);
    return log;
}

kube::Result<ExecRequest> ExecRequest::prepare(const Machinery &machinery, const api::Request &request)
{
    const Kind *pods = machinery.registry.find(request.resource);
    const bool isExec = request.subresource == "exec";
    if (!pods || (!isExec && request.subresource != "attach") || !pods->subresource(request.subresource))
        return std::unexpected(Status::noSuchResource());
    auto pod = machinery.find(*pods, request.ns, request.name);
    if (!pod)
        return std::unexpected(pod.error());
    auto container = chooseContainer(**pod, request.body["container"].asString());
    if (!container)
        return std::unexpected(container.error());
    if ((*pod)->at("spec", "nodeName").isEmpty())
        return std::unexpected(
            Status::badRequest(std::format("pod {} does not have a host assigned", request.name)));
    ExecRequest exec{*pod, {.container = *std::move(container)}};
    for (const Value &word : request.body["command"].items())
        exec.options.command.emplace_back(word.asString());
    exec.options.hasInput = request.body["stdin"].asBool();
    exec.options.hasTerminal = request.body["tty"].asBool();
    if (isExec && exec.options.command.empty())
        return std::unexpected(Status::badRequest("you must specify at least 1 command for the container"));
    if (!isExec)
        exec.options.command.clear();
    return exec;
}

} // namespace minato::apiserver
