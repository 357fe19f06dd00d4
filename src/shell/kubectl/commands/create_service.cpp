// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl create service. Mirrors kubectl/pkg/cmd/create (create_service.go).
#include "kube/go_quote.h"
#include "kube/name_rules.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/commands/create.h"

#include <algorithm>
#include <charconv>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

constexpr std::int64_t kMaxPort = 65535;

/// Go's strconv.ParseUint of 16 bits.
Result<std::int64_t> parsePort(const std::string &text)
{
    const std::string prefix = "strconv.ParseUint: parsing " + kube::goQuote(text) + ": ";
    std::int64_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    const bool isNumber = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
    if (!isNumber)
        return std::unexpected(Error(prefix + "invalid syntax"));
    if (error != std::errc() || port > kMaxPort)
        return std::unexpected(Error(prefix + "value out of range"));
    return port;
}

/// A number, or the name of a port.
Result<Value> parseTargetPort(const std::string &text)
{
    std::int64_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error == std::errc() && end == text.data() + text.size()) {
        if (port < 1 || port > kMaxPort)
            return std::unexpected(Error("must be between 1 and 65535, inclusive"));
        return Value(port);
    }
    if (const auto errors = kube::portNameErrors(text); !errors.empty())
        return std::unexpected(Error(kube::joinErrors(errors, ",")));
    return Value(text);
}

/// "80" or "80:8080"; what follows a second colon is not looked at.
Result<Value> portOf(const std::string &text, std::int64_t nodePort)
{
    const std::size_t colon = text.find(':');
    const auto port = parsePort(text.substr(0, colon));
    if (!port)
        return std::unexpected(port.error());
    Result<Value> target = Value(*port);
    if (colon != std::string::npos)
        target = parseTargetPort(text.substr(colon + 1, text.find(':', colon + 1) - colon - 1));
    if (!target)
        return target;
    std::string name = text;
    std::ranges::replace(name, ':', '-');
    Value entry = Value::map({{"name", name}, {"port", *port}, {"targetPort", *target}, {"protocol", "TCP"}});
    if (nodePort != 0)
        entry.set("nodePort", nodePort);
    return entry;
}

/// What tells the subcommands apart.
struct Details {
    std::string type;
    std::string clusterIp = {}, externalName = {};
    std::int64_t nodePort = 0;
};

Result<void> check(const Session &session, const Details &details)
{
    const bool isExternal = details.type == "ExternalName";
    if (details.clusterIp != "None" && session.flags().list("tcp").empty() && !isExternal)
        return std::unexpected(Error("at least one tcp port specifier must be provided"));
    if (isExternal && !kube::dns1123SubdomainErrors(details.externalName).empty())
        return std::unexpected(Error("invalid service external name " + details.externalName));
    return {};
}

Result<Value> serviceOf(const Session &session, const std::string &name, const Details &details)
{
    if (const auto fits = check(session, details); !fits)
        return std::unexpected(fits.error());
    const Value labels = Value::map({{"app", name}});
    Value service = namedObject(session, "v1", "Service", name);
    service.edit("metadata").set("labels", labels);
    Value &spec = service.edit("spec");
    spec.set("type", details.type);
    spec.set("selector", labels);
    for (const std::string &text : session.flags().list("tcp")) {
        const auto port = portOf(text, details.nodePort);
        if (!port)
            return std::unexpected(port.error());
        spec.edit("ports").push(*port);
    }
    if (!details.externalName.empty())
        spec.set("externalName", details.externalName);
    if (!details.clusterIp.empty())
        spec.set("clusterIP", details.clusterIp);
    return service;
}

Result<Value> clusterIpOf(const Session &session, const std::string &name)
{
    return serviceOf(session, name, {.type = "ClusterIP", .clusterIp = session.flags().text("clusterip")});
}

Result<Value> nodePortOf(const Session &session, const std::string &name)
{
    return serviceOf(session, name, {.type = "NodePort", .nodePort = session.flags().number("node-port")});
}

Result<Value> loadBalancerOf(const Session &session, const std::string &name)
{
    return serviceOf(session, name, {.type = "LoadBalancer"});
}

Result<Value> externalNameOf(const Session &session, const std::string &name)
{
    return serviceOf(session, name,
                     {.type = "ExternalName", .externalName = session.flags().text("external-name")});
}

client::Task<int> runClusterIp(Session &session)
{
    return runCreation(session, {.type = kube::resources::kServices,
                                 .failure = "failed to create ClusterIP service: ",
                                 .object = clusterIpOf});
}

client::Task<int> runNodePort(Session &session)
{
    return runCreation(session, {.type = kube::resources::kServices,
                                 .failure = "failed to create NodePort service: ",
                                 .object = nodePortOf});
}

client::Task<int> runLoadBalancer(Session &session)
{
    return runCreation(session, {.type = kube::resources::kServices,
                                 .failure = "failed to create LoadBalancer service: ",
                                 .object = loadBalancerOf});
}

client::Task<int> runExternalName(Session &session)
{
    return runCreation(session, {.type = kube::resources::kServices,
                                 .failure = "failed to create ExternalName service: ",
                                 .object = externalNameOf});
}

constexpr FlagSpec kTcpFlags[]{{"tcp", 0, FlagType::List, "[]", "Ports, as PORT or PORT:TARGETPORT."}};
constexpr FlagSpec kClusterIpFlags[]{
    {"clusterip", 0, FlagType::Text, "", "The cluster address; None makes a headless Service."}};
constexpr FlagSpec kNodePortFlags[]{
    {"node-port", 0, FlagType::Int, "0", "The port at every node; 0: one that is free."}};
constexpr FlagSpec kExternalNameFlags[]{
    {"external-name", 0, FlagType::Text, "", "The DNS name that the Service stands for."}};

std::vector<FlagSpecs> serviceFlags(FlagSpecs own = {})
{
    std::vector<FlagSpecs> flags = creationFlags(own);
    flags.emplace_back(kTcpFlags);
    return flags;
}

} // namespace

const Command kCreateService{
    .path = "create service",
    .usage = "SUBCOMMAND",
    .brief = "Create a service using a specified subcommand",
    .text = "Makes a Service for the Pods with the label app=NAME.",
    .examples = "kubectl create service clusterip web --tcp=80:8080",
    .flags = {},
    .aliases = {"svc"},
    .failsBare = true,
    .helpsOnErr = true,
};

const Command kCreateServiceClusterIp{
    .path = "create service clusterip",
    .usage = "NAME [--tcp=<port>:<targetPort>] [--dry-run=server|client|none]",
    .brief = "Create a ClusterIP service",
    .text = "Makes a Service that is reached inside the cluster.",
    .examples = "# Port 80 of the Service is port 8080 of the Pods\n"
                "kubectl create service clusterip web --tcp=80:8080\n\n"
                "# Headless\n"
                "kubectl create service clusterip web --clusterip=None",
    .flags = serviceFlags(kClusterIpFlags),
    .run = runClusterIp,
};

const Command kCreateServiceNodePort{
    .path = "create service nodeport",
    .usage = "NAME [--tcp=port:targetPort] [--dry-run=server|client|none]",
    .brief = "Create a NodePort service",
    .text = "Makes a Service that is reached at a port of every node as well.",
    .examples = "kubectl create service nodeport web --tcp=80:8080 --node-port=30080",
    .flags = serviceFlags(kNodePortFlags),
    .run = runNodePort,
};

const Command kCreateServiceLoadBalancer{
    .path = "create service loadbalancer",
    .usage = "NAME [--tcp=port:targetPort] [--dry-run=server|client|none]",
    .brief = "Create a LoadBalancer service",
    .text = "Makes a Service for which the cloud provides a load balancer.",
    .examples = "kubectl create service loadbalancer web --tcp=80:8080",
    .flags = serviceFlags(),
    .run = runLoadBalancer,
};

const Command kCreateServiceExternalName{
    .path = "create service externalname",
    .usage = "NAME --external-name external.name [--dry-run=server|client|none]",
    .brief = "Create an ExternalName service",
    .text = "Makes a Service that is another name for a host outside the cluster.",
    .examples = "kubectl create service externalname db --external-name=db.example",
    .flags = serviceFlags(kExternalNameFlags),
    .run = runExternalName,
    .required = {"external-name"},
};

} // namespace minato::shell::kubectl
