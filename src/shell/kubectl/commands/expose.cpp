// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl expose. Mirrors kubectl/pkg/cmd/expose (expose.go).
#include "shell/kubectl/changing.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/last_applied.h"
#include "shell/kubectl/manifests.h"
#include "shell/kubectl/pairs.h"
#include "shell/kubectl/pod_spec.h"
#include "shell/kubectl/recording.h"
#include "shell/kubectl/typed_object.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

constexpr std::size_t kLongestName = 63;

/// The ports of an object and the protocols of each, in the object's order.
struct ExposedPorts {
    std::vector<std::string> ports;
    std::vector<std::pair<std::string, std::string>> protocols;
};

void addPort(ExposedPorts &exposed, const Value &port, const char *field)
{
    const std::string number = std::to_string(port[field].asInt());
    const std::string protocol(port["protocol"].asString("TCP"));
    if (!std::ranges::contains(exposed.ports, number))
        exposed.ports.push_back(number);
    if (!std::ranges::contains(exposed.protocols, std::pair(number, protocol)))
        exposed.protocols.emplace_back(number, protocol);
}

ExposedPorts portsOf(const kube::Object &object)
{
    ExposedPorts exposed;
    if (object.kind() == "Service")
        for (const Value &port : object.spec()["ports"].items())
            addPort(exposed, port, "port");
    else
        for (const Value &container : podSpecOf(object)["containers"].items())
            for (const Value &port : container["ports"].items())
                addPort(exposed, port, "containerPort");
    return exposed;
}

Result<std::int64_t> portNumber(const std::string &text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::unexpected(Error(
            "strconv.Atoi: parsing \"" + text +
            "\": " + (error == std::errc::result_out_of_range ? "value out of range" : "invalid syntax")));
    return number;
}

Value servicePort(const std::string &name, std::int64_t port, const std::string &protocol)
{
    Value result = Value::map({{"port", port}, {"protocol", protocol}});
    if (!name.empty())
        result.set("name", name);
    return result;
}

/// The entries for one port: several when it is exposed by several protocols.
Result<std::vector<Value>> entriesOf(const std::string &text, std::size_t place, bool isOneOfMany,
                                     const std::string &protocol, const ExposedPorts &exposed)
{
    const auto number = portNumber(text);
    if (!number)
        return std::unexpected(number.error());
    const std::string name = isOneOfMany ? "port-" + std::to_string(place + 1) : "";
    std::vector<std::string> protocols;
    if (protocol.empty())
        for (const auto &[port, offered] : exposed.protocols)
            if (port == text)
                protocols.push_back(offered);
    if (protocols.size() < 2)
        return std::vector{servicePort(name, *number,
                                       !protocol.empty()   ? protocol
                                       : protocols.empty() ? "TCP"
                                                           : protocols.front())};
    std::vector<Value> entries;
    for (const std::string &each : protocols) {
        std::string small = each;
        std::ranges::transform(small, small.begin(), [](char c) { return static_cast<char>(c | 0x20); });
        entries.push_back(servicePort("port-" + std::to_string(place + 1) + "-" + small, *number, each));
    }
    return entries;
}

/// A number, or a name.
Value targetPort(const std::string &text)
{
    const auto number = portNumber(text);
    return number ? Value(*number) : Value(text);
}

Result<Value> servicePorts(const Session &session, const ExposedPorts &exposed)
{
    const Flags &flags = session.flags();
    std::vector<std::string> texts = exposed.ports;
    if (!flags.text("port").empty())
        texts = splitAt(flags.text("port"), ',');
    else if (texts.empty() && flags.text("cluster-ip") != "None")
        return std::unexpected(Error("couldn't find port via --port flag or introspection"));
    Value ports = Value::emptyArray();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto entries = entriesOf(texts[i], i, texts.size() > 1, flags.text("protocol"), exposed);
        if (!entries)
            return std::unexpected(entries.error());
        for (Value entry : *entries) {
            entry.set("targetPort", flags.text("target-port").empty()
                                        ? entry["port"]
                                        : targetPort(flags.text("target-port")));
            ports.push(std::move(entry));
        }
    }
    return ports;
}

Result<void> setDetails(const Session &session, Value &spec)
{
    const Flags &flags = session.flags();
    if (!flags.text("external-ip").empty())
        spec.set("externalIPs", Value::array({flags.text("external-ip")}));
    if (!flags.text("type").empty())
        spec.set("type", flags.text("type"));
    if (flags.text("type") == "LoadBalancer" && !flags.text("load-balancer-ip").empty())
        spec.set("loadBalancerIP", flags.text("load-balancer-ip"));
    const std::string &affinity = flags.text("session-affinity");
    if (!affinity.empty() && affinity != "None" && affinity != "ClientIP")
        return std::unexpected(Error("unknown session affinity: " + affinity));
    if (!affinity.empty())
        spec.set("sessionAffinity", affinity);
    if (!flags.text("cluster-ip").empty())
        spec.set("clusterIP", flags.text("cluster-ip"));
    return {};
}

Result<Value> serviceFor(const Session &session, const kube::Object &object)
{
    const Flags &flags = session.flags();
    Result<Value> selector;
    if (flags.text("selector").empty()) {
        selector = exposedSelector(object);
        if (!selector)
            return std::unexpected(
                Error("couldn't retrieve selectors via --selector flag or introspection: " +
                      selector.error().text));
    }
    const ExposedPorts exposed = portsOf(object);
    auto ports = servicePorts(session, exposed);
    if (!ports && ports.error().text.starts_with("couldn't find port"))
        return std::unexpected(ports.error());
    if (!flags.text("selector").empty())
        selector = parseLabels(flags.text("selector"));
    if (!selector)
        return selector;
    Result<Value> labels = object.labels();
    if (!flags.text("labels").empty())
        labels = parseLabels(flags.text("labels"));
    if (!labels)
        return labels;
    if (!ports)
        return ports;
    Value spec = Value::map({{"selector", *selector}});
    if (ports->size() > 0)
        spec.set("ports", *ports);
    if (const auto done = setDetails(session, spec); !done)
        return std::unexpected(done.error());
    const std::string name =
        flags.text("name").empty() ? std::string(object.name().substr(0, kLongestName)) : flags.text("name");
    Value metadata = Value::map({{"name", name}});
    if (labels->size() > 0)
        metadata.set("labels", *labels);
    return Value::map(
        {{"apiVersion", "v1"}, {"kind", "Service"}, {"metadata", metadata}, {"spec", std::move(spec)}});
}

Result<void> checkKind(const ApiResource &type)
{
    static constexpr std::array<std::string_view, 5> exposable{"ReplicationController", "Service", "Pod",
                                                               "Deployment.apps", "ReplicaSet.apps"};
    if (!std::ranges::contains(exposable, groupKindOf(type)))
        return std::unexpected(Error("cannot expose a " + groupKindOf(type)));
    return {};
}

client::Task<Result<void>> exposeOne(Session &session, Fetched item, DryRun dryRun)
{
    if (const auto fits = checkKind(*item.type); !fits)
        co_return fits;
    auto service = serviceFor(session, *item.object);
    if (!service)
        co_return std::unexpected(service.error());
    Value object = asTyped(std::move(*service), !session.isSince(34));
    if (recordsChange(session))
        object.edit("metadata").edit("annotations").set("kubernetes.io/change-cause", commandLine(session));
    const std::string operation = operationText("exposed", dryRun);
    if (dryRun == DryRun::Client) {
        if (session.hasExplicitNamespace())
            object.edit("metadata").set("namespace", session.ns());
        co_return printTyped(session, object, operation);
    }
    api::Request request{.verb = api::Verb::Create,
                         .resource = kube::resources::kServices,
                         .ns = session.ns(),
                         .query = {{"fieldManager", session.flags().text("field-manager")}},
                         .body = savingConfiguration(object, session.flags().isTrue("save-config"))};
    if (dryRun == DryRun::Server)
        request.query["dryRun"] = "All";
    const auto answer = co_await session.send(std::move(request));
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return printTyped(session, valueOf(answer->payload), operation);
}

client::Task<int> runExpose(Session &session)
{
    const auto dryRun = dryRunOf(session);
    if (!dryRun)
        co_return session.fail(dryRun.error());
    if (const auto printer = checkPrinter(session); !printer)
        co_return session.fail(printer.error());
    auto selection = co_await select(session, session.arguments(), {});
    if (!selection)
        co_return session.fail(selection.error());
    const Errors errors =
        co_await visit(session, std::move(*selection),
                       [&session, mode = *dryRun](Fetched item) { return exposeOne(session, item, mode); });
    co_return errors.empty() ? 0 : session.fail(errors);
}

constexpr FlagSpec kExposeFlags[]{
    {"port", 0, FlagType::Text, "", "The port of the Service; without it, those of the containers."},
    {"target-port", 0, FlagType::Text, "",
     "Number or name of the port on the Pods; without it, the same port."},
    {"protocol", 0, FlagType::Text, "", "TCP, UDP or SCTP; without it, what the containers say."},
    {"type", 0, FlagType::Text, "", "ClusterIP, NodePort, LoadBalancer or ExternalName."},
    {"name", 0, FlagType::Text, "", "The Service's name; without it, that of the object."},
    {"selector", 0, FlagType::Text, "",
     "Labels of the Pods, a=b,c=d; without it, those that the object selects."},
    {"labels", 'l', FlagType::Text, "", "Labels of the Service; without it, those of the object."},
    {"external-ip", 0, FlagType::Text, "", "A further address at which the Service is reached."},
    {"load-balancer-ip", 0, FlagType::Text, "", "The address that a load balancer shall have."},
    {"session-affinity", 0, FlagType::Text, "", "None, or ClientIP: each client keeps its Pod."},
    {"cluster-ip", 0, FlagType::Text, "", "The cluster address; None makes a headless Service."},
    {"field-manager", 0, FlagType::Text, "kubectl-expose", "Who is noted as the manager of the fields."},
    {"save-config", 0, FlagType::Bool, "false",
     "Note the configuration in an annotation, for `kubectl apply`."},
};

} // namespace

const Command kExpose{
    .path = "expose",
    .usage =
        "(-f FILENAME | TYPE NAME) [--port=port] [--protocol=TCP|UDP|SCTP] [--target-port=number-or-name] "
        "[--name=name] [--external-ip=external-ip-of-service] [--type=type]",
    .brief =
        "Take a replication controller, service, deployment or pod and expose it as a new Kubernetes service",
    .text = "Makes a Service in front of the Pods that an object selects.",
    .examples = "# Reach a Deployment inside the cluster at port 80\n"
                "kubectl expose deployment web --port=80 --target-port=8080\n\n"
                "# And from outside, at a port of every node\n"
                "kubectl expose deployment web --type=NodePort --port=8080",
    .flags = {kExposeFlags, dryRunFlags(), recordFlags(), filenameFlags(), printFlags()},
    .run = runExpose,
};

} // namespace minato::shell::kubectl
