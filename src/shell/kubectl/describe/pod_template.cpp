// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pod templates and containers.
#include "kube/go_quote.h"
#include "kube/go_template.h"
#include "kube/quantity.h"
#include "shell/kubectl/describe/describe.h"

#include <algorithm>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

/// Since v1.34 with the ports' names.
std::string portsText(const Value &ports, std::string_view field, bool hasNames)
{
    std::string text;
    for (const Value &port : ports.items()) {
        text += (text.empty() ? "" : ", ") +
                std::format("{}/{}", port[field].asInt(), port["protocol"].asString("TCP"));
        if (hasNames && !port["name"].asString().empty())
            text += std::format(" ({})", port["name"].asString());
    }
    return text;
}

void writePorts(DescribeWriter &writer, std::string_view one, const std::string &text)
{
    if (text.contains(','))
        writer.line(2, "{}s:\t{}", one, text);
    else
        writer.line(2, "{}:\t{}", one, orNone(text));
}

void writeWords(DescribeWriter &writer, std::string_view title, const Value &words)
{
    if (words.size() == 0)
        return;
    writer.line(2, "{}:", title);
    for (const Value &word : words.items()) {
        const std::string_view text = word.asString();
        for (std::size_t begin = 0; begin <= text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            writer.line(3, "{}", text.substr(begin, end - begin));
            begin = end + 1;
        }
    }
}

void writeState(DescribeWriter &writer, std::string_view title, const Value &state)
{
    if (const Value &running = state["running"]; running.isMap()) {
        writer.line(2, "{}:\tRunning", title);
        writer.line(3, "Started:\t{}", longTime(running["startedAt"]));
        return;
    }
    const Value &terminated = state["terminated"];
    if (!terminated.isMap()) {
        writer.line(2, "{}:\tWaiting", title);
        if (const auto reason = state.at("waiting", "reason").asString(); !reason.empty())
            writer.line(3, "Reason:\t{}", reason);
        return;
    }
    writer.line(2, "{}:\tTerminated", title);
    if (const auto reason = terminated["reason"].asString(); !reason.empty())
        writer.line(3, "Reason:\t{}", reason);
    if (const auto message = terminated["message"].asString(); !message.empty())
        writer.line(3, "Message:\t{}", message);
    writer.line(3, "Exit Code:\t{}", terminated["exitCode"].asInt());
    if (terminated["signal"].asInt() > 0)
        writer.line(3, "Signal:\t{}", terminated["signal"].asInt());
    writer.line(3, "Started:\t{}", longTime(terminated["startedAt"]));
    writer.line(3, "Finished:\t{}", longTime(terminated["finishedAt"]));
}

void writeResources(DescribeWriter &writer, const Value &resources)
{
    for (const auto &[field, title] : {std::pair("limits", "Limits"), std::pair("requests", "Requests")}) {
        const Value &list = resources[field];
        if (list.size() > 0)
            writer.line(2, "{}:", title);
        for (const kube::Member &item : list.members()) {
            const auto quantity = kube::Quantity::fromValue(item.value);
            writer.line(3, "{}:\t{}", item.key(), quantity ? quantity->toString() : plainText(item.value));
        }
    }
}

std::string probeText(const Value &probe)
{
    const std::string attributes = std::format(
        "delay={}s timeout={}s period={}s #success={} #failure={}", probe["initialDelaySeconds"].asInt(),
        probe["timeoutSeconds"].asInt(), probe["periodSeconds"].asInt(), probe["successThreshold"].asInt(),
        probe["failureThreshold"].asInt());
    if (const Value &exec = probe["exec"]; exec.isMap())
        return std::format("exec {} {}", exec["command"].isArray() ? kube::goFormat(exec["command"]) : "[]",
                           attributes);
    if (const Value &http = probe["httpGet"]; http.isMap()) {
        std::string scheme(http["scheme"].asString());
        std::ranges::transform(scheme, scheme.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        std::string host(http["host"].asString());
        if (host.contains(':'))
            host = "[" + host + "]";
        std::string path(http["path"].asString());
        if (!path.empty() && !path.starts_with('/'))
            path = "/" + path;
        return std::format("http-get {}{}//{}:{}{} {}", scheme, scheme.empty() ? "" : ":", host,
                           plainText(http["port"]), path, attributes);
    }
    if (const Value &tcp = probe["tcpSocket"]; tcp.isMap())
        return std::format("tcp-socket {}:{} {}", tcp["host"].asString(), plainText(tcp["port"]), attributes);
    if (const Value &grpc = probe["grpc"]; grpc.isMap())
        return std::format("grpc <pod>:{} {} {}", grpc["port"].asInt(), grpc["service"].asString(),
                           attributes);
    return "unknown " + attributes;
}

/// The value of a fieldRef. Upstream finds it for these two only.
std::string_view fieldValue(const kube::Object &pod, std::string_view path)
{
    return path == "metadata.name" ? pod.name() : path == "metadata.namespace" ? pod.ns() : "";
}

/// The value of a resourceFieldRef in units of its divisor.
std::string resourceValue(const Value &reference, const Value &container)
{
    const std::string_view name = reference["resource"].asString();
    const std::size_t dot = std::min(name.find('.'), name.size());
    const Value &given =
        container["resources"][name.substr(0, dot)][name.substr(std::min(dot + 1, name.size()))];
    const auto amount = kube::Quantity::fromValue(given);
    const auto divisor = kube::Quantity::fromValue(reference["divisor"]);
    if (!amount)
        return "";
    const bool isCpu = name.ends_with(".cpu");
    const std::int64_t by = !divisor || divisor->isZero() ? (isCpu ? 1000 : 1)
                            : isCpu                       ? divisor->milliValue()
                                                          : divisor->value();
    const std::int64_t value = isCpu ? amount->milliValue() : amount->value();
    const std::int64_t result = by == 0 ? 0 : (value + by - 1) / by;
    return result == 0 && (name == "limits.cpu" || name == "limits.memory") ? "node allocatable"
                                                                            : std::to_string(result);
}

void writePlainVariable(DescribeWriter &writer, std::string_view name, std::string_view value)
{
    bool isFirst = true;
    for (std::size_t begin = 0; begin <= value.size(); isFirst = false) {
        const std::size_t end = std::min(value.find('\n', begin), value.size());
        if (isFirst)
            writer.line(3, "{}:\t{}", name, value.substr(begin, end - begin));
        else
            writer.line(3, "\t{}", value.substr(begin, end - begin));
        begin = end + 1;
    }
}

void writeEnvironment(DescribeWriter &writer, const Value &container, const kube::Object *pod)
{
    writer.line(2, "Environment:{}", container["env"].size() == 0 ? "\t<none>" : "");
    for (const Value &variable : container["env"].items()) {
        const std::string_view name = variable["name"].asString();
        const Value &from = variable["valueFrom"];
        if (from.isNull()) {
            writePlainVariable(writer, name, variable["value"].asString());
        } else if (const Value &field = from["fieldRef"]; field.isMap()) {
            writer.line(3, "{}:\t{} ({}:{})", name,
                        pod ? fieldValue(*pod, field["fieldPath"].asString()) : "",
                        field["apiVersion"].asString("v1"), field["fieldPath"].asString());
        } else if (const Value &resource = from["resourceFieldRef"]; resource.isMap()) {
            writer.line(3, "{}:\t{} ({})", name, resourceValue(resource, container),
                        resource["resource"].asString());
        } else if (const Value &secret = from["secretKeyRef"]; secret.isMap()) {
            writer.line(3, "{}:\t<set to the key '{}' in secret '{}'>\tOptional: {}", name,
                        secret["key"].asString(), secret["name"].asString(), secret["optional"].asBool());
        } else if (const Value &map = from["configMapKeyRef"]; map.isMap()) {
            writer.line(3, "{}:\t<set to the key '{}' of config map '{}'>\tOptional: {}", name,
                        map["key"].asString(), map["name"].asString(), map["optional"].asBool());
        }
    }
}

void writeEnvironmentSources(DescribeWriter &writer, const Value &sources)
{
    if (sources.size() == 0)
        return;
    writer.line(2, "Environment Variables from:");
    for (const Value &source : sources.items()) {
        const bool isMap = source["configMapRef"].isMap();
        const Value &from = source[isMap ? "configMapRef" : "secretRef"];
        const std::string_view prefix = source["prefix"].asString();
        writer.line(3, "{}\t{}{}\tOptional: {}", from["name"].asString(), isMap ? "ConfigMap" : "Secret",
                    prefix.empty() ? "" : std::format(" with prefix '{}'", prefix),
                    from["optional"].asBool());
    }
}

void writeMounts(DescribeWriter &writer, const Value &container)
{
    std::vector<Value> mounts(container["volumeMounts"].items().begin(),
                              container["volumeMounts"].items().end());
    std::ranges::stable_sort(mounts, {}, [](const Value &mount) { return mount["mountPath"].asString(); });
    writer.line(2, "Mounts:{}", mounts.empty() ? "\t<none>" : "");
    for (const Value &mount : mounts) {
        const std::string_view subPath = mount["subPath"].asString();
        writer.line(3, "{} from {} ({}{})", mount["mountPath"].asString(), mount["name"].asString(),
                    mount["readOnly"].asBool() ? "ro" : "rw",
                    subPath.empty() ? "" : ",path=" + kube::goQuote(subPath));
    }
    if (container["volumeDevices"].size() == 0)
        return;
    writer.line(2, "Devices:{}", mounts.empty() ? "\t<none>" : "");
    for (const Value &device : container["volumeDevices"].items())
        writer.line(3, "{} from {}", device["devicePath"].asString(), device["name"].asString());
}

void writeSeccomp(DescribeWriter &writer, const Value &profile)
{
    if (!profile.isMap())
        return;
    writer.line(2, "SeccompProfile:\t{}", profile["type"].asString());
    if (profile["type"].asString() == "Localhost")
        writer.line(3, "LocalhostProfile:\t{}", profile["localhostProfile"].asString());
}

} // namespace

void writeContainers(DescribeWriter &writer, std::string_view title, const Value &containers,
                     const Value &statuses, const kube::Object *pod, std::string_view space)
{
    writer.line(0, "{}{}:{}", space, title, containers.size() == 0 ? " <none>" : "");
    for (const Value &container : containers.items()) {
        const std::string_view name = container["name"].asString();
        const auto status = std::ranges::find_if(
            statuses.items(), [name](const Value &s) { return s["name"].asString() == name; });
        const bool hasStatus = status != statuses.items().end();
        writer.line(1, "{}{}:", space.empty() ? "" : " ", name);
        if (hasStatus)
            writer.line(2, "Container ID:\t{}", (*status)["containerID"].asString());
        writer.line(2, "Image:\t{}", container["image"].asString());
        if (hasStatus)
            writer.line(2, "Image ID:\t{}", (*status)["imageID"].asString());
        writePorts(writer, "Port", portsText(container["ports"], "containerPort", writer.isSince(34)));
        writePorts(writer, "Host Port", portsText(container["ports"], "hostPort", writer.isSince(34)));
        writeSeccomp(writer, container.at("securityContext", "seccompProfile"));
        writeWords(writer, "Command", container["command"]);
        writeWords(writer, "Args", container["args"]);
        if (hasStatus) {
            writeState(writer, "State", (*status)["state"]);
            if (status->at("lastState", "terminated").isMap())
                writeState(writer, "Last State", (*status)["lastState"]);
            writer.line(2, "Ready:\t{}", (*status)["ready"].asBool() ? "True" : "False");
            writer.line(2, "Restart Count:\t{}", (*status)["restartCount"].asInt());
        }
        writeResources(writer, container["resources"]);
        for (const auto &[field, label] :
             {std::pair("livenessProbe", "Liveness"), std::pair("readinessProbe", "Readiness"),
              std::pair("startupProbe", "Startup")})
            if (container[field].isMap())
                writer.line(2, "{}:\t{}", label, probeText(container[field]));
        writeEnvironmentSources(writer, container["envFrom"]);
        writeEnvironment(writer, container, pod);
        writeMounts(writer, container);
    }
}

void writeTolerations(DescribeWriter &writer, std::string_view title, const Value &tolerations)
{
    writer.write(0, std::string(title) + ":\t");
    std::vector<Value> sorted(tolerations.items().begin(), tolerations.items().end());
    std::ranges::stable_sort(sorted, {},
                             [](const Value &toleration) { return toleration["key"].asString(); });
    if (sorted.empty())
        writer.write(0, "<none>\n");
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const Value &toleration = sorted[i];
        std::string text(toleration["key"].asString());
        if (const auto value = toleration["value"].asString(); !value.empty())
            text += "=" + std::string(value);
        if (const auto effect = toleration["effect"].asString(); !effect.empty())
            text += ":" + std::string(effect);
        if (toleration["operator"].asString() == "Exists" && toleration["value"].asString().empty())
            text += text.empty() ? "op=Exists" : " op=Exists";
        if (toleration["tolerationSeconds"].isNumber())
            text += std::format(" for {}s", toleration["tolerationSeconds"].asInt());
        writer.write(0, (i > 0 ? "\t" : "") + text + "\n");
    }
}

void writeTopologySpread(DescribeWriter &writer, const Value &constraints, std::string_view space)
{
    if (constraints.size() == 0)
        return;
    std::vector<Value> sorted(constraints.items().begin(), constraints.items().end());
    std::ranges::stable_sort(sorted, {},
                             [](const Value &constraint) { return constraint["topologyKey"].asString(); });
    writer.write(0, std::string(space) + "Topology Spread Constraints:\t");
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const Value &constraint = sorted[i];
        const std::string selector = constraint["labelSelector"].isNull()
                                         ? ""
                                         : " for selector " + selectorText(constraint["labelSelector"]);
        writer.line(0, "{}{}:{} when max skew {} is exceeded{}", i > 0 ? std::string(space) + "\t" : "",
                    constraint["topologyKey"].asString(), constraint["whenUnsatisfiable"].asString(),
                    constraint["maxSkew"].asInt(), selector);
    }
}

void writePodTemplate(DescribeWriter &writer, const Value &podTemplate)
{
    writer.line(0, "Pod Template:");
    writer.labels("  Labels", podTemplate.at("metadata", "labels"));
    if (podTemplate.at("metadata", "annotations").size() > 0)
        writer.annotations("  Annotations", podTemplate.at("metadata", "annotations"));
    const Value &spec = podTemplate["spec"];
    if (const auto account = spec["serviceAccountName"].asString(); !account.empty())
        writer.line(1, "Service Account:\t{}", account);
    if (spec["initContainers"].size() > 0)
        writeContainers(writer, "Init Containers", spec["initContainers"], {}, nullptr, "  ");
    writeContainers(writer, "Containers", spec["containers"], {}, nullptr, "  ");
    writeVolumes(writer, spec["volumes"], "  ");
    writeTopologySpread(writer, spec["topologySpreadConstraints"], "  ");
    if (const auto priority = spec["priorityClassName"].asString(); !priority.empty())
        writer.line(1, "Priority Class Name:\t{}", priority);
    writer.labels("  Node-Selectors", spec["nodeSelector"]);
    writeTolerations(writer, "  Tolerations", spec["tolerations"]);
}

} // namespace minato::shell::kubectl
