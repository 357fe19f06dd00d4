// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl port-forward. Mirrors kubectl/pkg/cmd/portforward and client-go/tools/portforward. Differs: the ports are those
// of the terminal (shell/local_ports.h); a request goes to the Pod's address instead of through a tunnel to its node.
#include "kube/duration.h"
#include "kube/go_quote.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/forwarded_ports.h"
#include "shell/kubectl/pods.h"
#include "shell/kubectl/resource_args.h"
#include "shell/local_ports.h"
#include "shell/sh/signal.h"
#include "wire/forward_error.h"

#include <format>
#include <memory>
#include <set>

namespace minato::shell::kubectl {
namespace {

/// What a call of port-forward and its listeners share. Requests that are still under way when it ends find it gone.
struct Forwarding {
    explicit Forwarding(const Session &someSession, kube::ObjectPtr somePod)
        : session(someSession), pod(std::move(somePod)), lost(someSession.services().timers)
    {
    }
    const Session &session;
    kube::ObjectPtr pod;
    std::set<std::uint64_t> connections; ///< that have been told of
    Signal lost;
    bool isLost = false;

    void tellConnection(std::uint64_t connection, std::uint16_t local)
    {
        if (connection == 0 || connections.insert(connection).second)
            session.print(std::format("Handling connection for {}\n", local));
    }
    void tellFailure(const api::TrafficError &error, PortPair ports)
    {
        const auto failure = error.kind == api::TrafficError::Kind::Refused ? wire::ForwardFailure::Refused
                                                                            : wire::ForwardFailure::Gone;
        const std::string text =
            std::format("an error occurred forwarding {} -> {}: {}", ports.local, ports.remote,
                        wire::forwardError(pod->uid(), ports.remote, failure));
        session.log('E', "portforward.go:424",
                    "\"Unhandled Error\" err=" + kube::goQuote(text) +
                        (session.isSince(34) ? " logger=\"UnhandledError\"" : ""));
        isLost = true;
        lost.notify();
    }
};

LocalPorts::Handler handlerFor(const std::shared_ptr<Forwarding> &forwarding, PortPair ports,
                               api::TrafficTarget &network)
{
    return [weak = std::weak_ptr(forwarding), ports, &network,
            ip = std::string(forwarding->pod->status()["podIP"].asString())](api::TrafficRequest request,
                                                                             LocalPorts::Reply reply) {
        if (const auto alive = weak.lock())
            alive->tellConnection(request.connection, ports.local);
        request.host = ip;
        request.port = ports.remote;
        return network.request(std::move(request),
                               [weak, ports, reply = std::move(reply)](api::TrafficResult result) mutable {
                                   const auto alive = weak.lock();
                                   if (alive && !result)
                                       alive->tellFailure(result.error(), ports);
                                   if (!result)
                                       result.error().kind = api::TrafficError::Kind::Reset;
                                   reply(std::move(result));
                               });
    };
}

using Listeners = std::vector<LocalPorts::Listener>;

/// Listens for one pair at all addresses and tells of each; the error: why that is not enough.
///
/// Mirrors   listenOnPort: of localhost's two addresses one is enough, of others each is needed
std::expected<void, std::string> listenAt(const std::shared_ptr<Forwarding> &forwarding, PortPair &pair,
                                          const std::vector<std::string> &addresses, bool isLocalhost,
                                          Listeners &listeners)
{
    const Session &session = forwarding->session;
    std::string errors;
    bool hasLocalhost = false, hasFailed = false;
    for (const std::string &address : addresses) {
        const bool isV6 = address.contains(':');
        const bool isOfLocalhost = isLocalhost && (address == "127.0.0.1" || address == "::1");
        const std::string where = isV6 ? "[" + address + "]" : address;
        LocalPorts &ports = *session.services().localPorts;
        // The handler must know the number that a free port gets.
        const auto number = std::make_shared<LocalPorts::Handler>();
        auto listener =
            ports.listen(address, pair.local, [number](api::TrafficRequest request, LocalPorts::Reply reply) {
                return (*number)(std::move(request), std::move(reply));
            });
        if (!listener) {
            errors +=
                std::format("{}unable to create listener: Error listen tcp{} {}:{}: bind: {}",
                            errors.empty() ? "" : " ", isV6 ? 6 : 4, where, pair.local, listener.error());
            hasFailed = hasFailed || !isOfLocalhost;
            continue;
        }
        hasLocalhost = hasLocalhost || isOfLocalhost;
        pair.local = listener->port();
        *number = handlerFor(forwarding, pair, ports.outer());
        session.print(std::format("Forwarding from {}:{} -> {}\n", where, pair.local, pair.remote));
        listeners.push_back(std::move(*listener));
    }
    if (hasFailed || (isLocalhost && !hasLocalhost))
        return std::unexpected("Listeners failed to create with the following errors: [" + errors + "]");
    return {};
}

std::string listed(const std::vector<PortPair> &pairs)
{
    std::string text;
    for (const PortPair &pair : pairs)
        text += std::format("{}{{{} {}}}", text.empty() ? "" : " ", pair.local, pair.remote);
    return "[" + text + "]";
}

/// What the arguments mean.
struct Plan {
    kube::ObjectPtr pod;
    std::vector<std::string> ports;
};

client::Task<Result<Plan>> readPlan(Session &session)
{
    std::vector<std::string> named{session.arguments().front()};
    if (!named.front().contains('/'))
        named.insert(named.begin(), "pods");
    auto selection = co_await select(session, std::move(named), SelectOptions{.hasOneType = true});
    if (!selection)
        co_return std::unexpected(selection.error());
    const FetchedObjects fetched = co_await fetch(session, std::move(*selection));
    if (!fetched.errors.empty())
        co_return std::unexpected(fetched.errors.front());
    const kube::ObjectPtr object = fetched.objects.front().object;
    const auto timeout = kube::parseGoDuration(session.flags().text("pod-running-timeout"));
    const auto pod = co_await podOf(session, object, timeout.value_or(std::chrono::minutes(1)));
    if (!pod)
        co_return std::unexpected(pod.error());
    const auto &arguments = session.arguments();
    auto ports = numberedPorts({arguments.begin() + 1, arguments.end()}, *object, **pod);
    if (!ports)
        co_return std::unexpected(ports.error());
    api::Request again{
        .resource = kube::resources::kPods, .ns = session.ns(), .name = std::string((*pod)->name())};
    const auto answer = co_await session.send(std::move(again));
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return Plan{answer->object(), *std::move(ports)};
}

client::Task<int> runPortForward(Session &session)
{
    if (session.arguments().size() < 2)
        co_return session.failUsage("TYPE/NAME and list of ports are required for port-forward");
    const auto plan = co_await readPlan(session);
    if (!plan)
        co_return session.fail(plan.error());
    const std::string phase(plan->pod->status()["phase"].asString());
    if (phase != "Running")
        co_return session.fail("unable to forward port because pod is not running. Current status=" + phase);
    const auto &typed = session.flags().list("address");
    const auto addresses = parseAddresses(typed);
    if (!addresses)
        co_return session.fail(addresses.error());
    auto pairs = parsePorts(plan->ports);
    if (!pairs)
        co_return session.fail(pairs.error());
    const auto forwarding = std::make_shared<Forwarding>(session, plan->pod);
    const bool isLocalhost = std::ranges::contains(typed, "localhost");
    Listeners listeners;
    bool isListening = false;
    for (PortPair &pair : *pairs) {
        const auto listening = listenAt(forwarding, pair, *addresses, isLocalhost, listeners);
        if (listening)
            isListening = true;
        else
            session.warn(std::format("Unable to listen on port {}: {}\n", pair.local, listening.error()));
    }
    if (!isListening)
        co_return session.fail("unable to listen on any of the requested ports: " + listed(*pairs));
    while (!forwarding->isLost)
        co_await forwarding->lost.wait();
    co_return session.fail("lost connection to pod");
}

constexpr FlagSpec kForwardFlags[]{
    {"address", 0, FlagType::List, "[localhost]",
     "Where to listen, with commas between: localhost or addresses of this computer."},
    {"pod-running-timeout", 0, FlagType::Duration, "1m0s", "How long to wait for a Pod of the object."},
};

} // namespace

const Command kPortForward{
    .path = "port-forward",
    .usage = "TYPE/NAME [options] [LOCAL_PORT:]REMOTE_PORT [...[LOCAL_PORT_N:]REMOTE_PORT_N]",
    .brief = "Forward one or more local ports to a pod",
    .text = "Listens at ports of this computer and passes on what comes there to one Pod, until it is "
            "stopped with "
            "Ctrl+C. All tabs of the terminal reach these ports. Of a Service, one Pod is chosen: nothing is "
            "spread.",
    .examples = "# Port 8080 here is port 80 of the Pod\n"
                "kubectl port-forward pod/web-5d8f9c7b6c-abcde 8080:80\n\n"
                "# In the background, to one Pod behind a Service\n"
                "kubectl port-forward service/web 8080:80 &\n"
                "curl localhost:8080\n\n"
                "# At a port that is free\n"
                "kubectl port-forward deployment/web :80",
    .flags = {kForwardFlags},
    .run = runPortForward,
};

} // namespace minato::shell::kubectl
