// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl version, cluster-info, api-versions. Mirrors kubectl/pkg/cmd/version, pkg/cmd/clusterinfo and
// pkg/cmd/apiresources (apiversions.go).
#include "kube/version.h"

#include "kube/json.h"
#include "kube/yaml.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/session.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

/// What kubectl brings along.
std::string_view kustomizeVersion(const Session &session)
{
    return session.isSince(34) ? "v5.7.1" : session.isSince(33) ? "v5.6.0" : "v5.5.0";
}

/// In the order in which kubectl prints them.
constexpr std::array<std::string_view, 9> kFields{"major",     "minor",        "gitVersion",
                                                  "gitCommit", "gitTreeState", "buildDate",
                                                  "goVersion", "compiler",     "platform"};

Value clientVersion(const Session &session)
{
    const std::string minor = std::to_string(session.state().minor);
    const bool isMirrored = minor == kube::kMirroredMinor;
    Value version = Value::emptyMap();
    for (const std::string_view field : kFields)
        version.set(field, "");
    version.set("major", kube::kMirroredMajor);
    version.set("minor", minor);
    version.set("gitVersion", isMirrored ? std::string(kube::kMirroredVersion) : "v1." + minor + ".0");
    version.set("gitTreeState", "clean");
    version.set("platform", "simulated");
    return version;
}

/// "v1.34.2": 1 and 34.
std::pair<int, int> majorMinor(std::string_view text)
{
    std::pair<int, int> numbers;
    if (text.starts_with('v'))
        text.remove_prefix(1);
    const auto [dot, error] = std::from_chars(text.data(), text.data() + text.size(), numbers.first);
    if (error == std::errc() && dot != text.data() + text.size())
        std::from_chars(dot + 1, text.data() + text.size(), numbers.second);
    return numbers;
}

void warnOfSkew(const Session &session, const Value &client, const Value &server)
{
    const auto [clientMajor, clientMinor] = majorMinor(client["gitVersion"].asString());
    const auto [serverMajor, serverMinor] = majorMinor(server["gitVersion"].asString());
    if (clientMajor == serverMajor && std::abs(clientMinor - serverMinor) <= 1)
        return;
    session.warn(std::format("{}: version difference between client ({}.{}) and server ({}.{}) exceeds the "
                             "supported minor version skew of +/-1\n",
                             session.isSince(34) ? "Warning" : "WARNING", clientMajor, clientMinor,
                             serverMajor, serverMinor));
}

std::string asJson(const Value &version)
{
    std::string text = "{";
    for (const std::string_view field : kFields)
        text += std::string(text.size() > 1 ? "," : "") + "\n    " + kube::toJson(Value(field)) + ": " +
                kube::toJson(version[field]);
    return text + "\n  }";
}

void printVersions(const Session &session, const Value &client, const std::optional<Value> &server)
{
    const std::string &format = session.flags().text("output");
    if (format == "json") {
        session.print("{\n  \"clientVersion\": " + asJson(client) + ",\n  \"kustomizeVersion\": \"" +
                      std::string(kustomizeVersion(session)) + "\"" +
                      (server ? ",\n  \"serverVersion\": " + asJson(*server) : "") + "\n}\n");
        return;
    }
    if (format == "yaml") {
        Value all = Value::map({{"clientVersion", client}, {"kustomizeVersion", kustomizeVersion(session)}});
        if (server) {
            Value known = Value::emptyMap();
            for (const std::string_view field : kFields)
                known.set(field, (*server)[field]);
            all.set("serverVersion", known);
        }
        session.print(kube::toYaml(all) + "\n");
        return;
    }
    session.print(std::format("Client Version: {}\nKustomize Version: {}\n", client["gitVersion"].asString(),
                              kustomizeVersion(session)));
    if (server)
        session.print(std::format("Server Version: {}\n", (*server)["gitVersion"].asString()));
}

client::Task<int> runVersion(Session &session)
{
    const Flags &flags = session.flags();
    if (!session.arguments().empty() && !flags.isTrue("client")) {
        std::string words;
        for (const std::string &argument : session.arguments())
            words += (words.empty() ? "" : " ") + argument;
        co_return session.fail("extra arguments: [" + words + "]");
    }
    if (const std::string &format = flags.text("output");
        !format.empty() && format != "yaml" && format != "json")
        co_return session.fail("--output must be 'yaml' or 'json'");
    const Value client = clientVersion(session);
    if (flags.isTrue("client")) {
        printVersions(session, client, std::nullopt);
        co_return 0;
    }
    const auto answer = co_await session.send({.verb = api::Verb::Get, .rawPath = "/version"});
    if (!answer) {
        printVersions(session, client, std::nullopt);
        co_return session.fail(answer.error());
    }
    const Value server = valueOf(answer->payload);
    printVersions(session, client, server);
    warnOfSkew(session, client, server);
    co_return 0;
}

/// Where the API server lets a Service be reached.
std::string serviceLink(const Session &session, const kube::Object &service)
{
    const Value &ports = service.spec()["ports"];
    if (const Value &ingress = service.at("status", "loadBalancer", "ingress")[0]; ingress.isMap()) {
        const std::string_view host = ingress["ip"].asString(ingress["hostname"].asString());
        std::string links;
        for (const Value &port : ports.items())
            links += std::format("http://{}:{} ", host, port["port"].asInt());
        return links;
    }
    std::string name(service.name());
    if (const Value &port = ports[0]; port.isMap()) {
        const std::string_view portName = port["name"].asString();
        const bool isHttps = portName == "https" || port["port"].asInt() == 443;
        if (isHttps)
            name = std::format("https:{}:{}", name, portName);
        else if (!portName.empty())
            name = std::format("{}:{}", name, portName);
    }
    return std::format("{}/api/v1/namespaces/{}/services/{}/proxy", session.services().serverUrl,
                       service.ns(), name);
}

client::Task<int> runClusterInfo(Session &session)
{
    if (!session.arguments().empty() && session.arguments().front() == "dump")
        co_return session.fail("\"kubectl cluster-info dump\" is not available in this terminal");
    const auto answer =
        co_await session.send({.verb = api::Verb::List,
                               .resource = kube::resources::kServices,
                               .ns = session.hasExplicitNamespace() ? session.ns() : "kube-system",
                               .query = {{"labelSelector", "kubernetes.io/cluster-service=true"}}});
    if (answer) {
        session.print("Kubernetes control plane is running at " + session.services().serverUrl + "\n");
        for (const kube::ObjectPtr &service : answer->list().items) {
            const std::string_view name = service->labels()["kubernetes.io/name"].asString(service->name());
            session.print(std::format("{} is running at {}\n", name, serviceLink(session, *service)));
        }
    }
    session.print("\nTo further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.\n");
    co_return answer ? 0 : session.fail(answer.error());
}

client::Task<int> runApiVersions(Session &session)
{
    const auto discovery = co_await session.discovery(true);
    if (!discovery)
        co_return session.fail(discovery.error());
    std::vector<std::string> versions;
    for (const Discovery::Entry &entry : (*discovery)->entries())
        if (const std::string version = entry.resource.gvr.groupVersion();
            !std::ranges::contains(versions, version))
            versions.push_back(version);
    std::ranges::sort(versions);
    for (const std::string &version : versions)
        session.print(version + "\n");
    co_return 0;
}

constexpr FlagSpec kVersionFlags[]{
    {"client", 0, FlagType::Bool, "false", "Only kubectl's own version; the server is not asked."},
    {"output", 'o', FlagType::Text, "", "\"yaml\" or \"json\"."},
};

} // namespace

const Command kVersion{
    .path = "version",
    .usage = "[flags]",
    .brief = "Print the client and server version information",
    .text = "The terminal's kubectl is part of this program; its version is that of the Kubernetes release "
            "it mirrors.",
    .examples = "kubectl version",
    .flags = {kVersionFlags},
    .run = runVersion,
};

const Command kClusterInfo{
    .path = "cluster-info",
    .usage = "[flags]",
    .brief = "Display cluster information",
    .text = "Tells where the API server is, and the Services that belong to the cluster itself.",
    .examples = "kubectl cluster-info",
    .flags = {},
    .run = runClusterInfo,
};

const Command kApiVersions{
    .path = "api-versions",
    .usage = "[flags]",
    .brief = "Print the supported API versions on the server, in the form of \"group/version\"",
    .text = "",
    .examples = "kubectl api-versions",
    .flags = {},
    .run = runApiVersions,
};

} // namespace minato::shell::kubectl
