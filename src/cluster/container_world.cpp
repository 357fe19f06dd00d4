// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/container_world.h"

#include "components/apps/container_environment.h"

#include <algorithm>
#include <cctype>
#include <format>
#include <utility>

namespace minato::cluster {
namespace {

using Environment = std::map<std::string, std::string>;

/// "kubernetes-bootcamp" gives "KUBERNETES_BOOTCAMP".
std::string variableName(std::string_view service)
{
    std::string name(service);
    std::ranges::transform(name, name.begin(), [](char c) {
        return c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    });
    return name;
}

/// The variables of a Service, as Docker's links once had them.
void addService(const kube::Object &service, Environment &environment)
{
    const std::string ip(service.spec()["clusterIP"].asString());
    const auto ports = service.spec()["ports"].items();
    if (ip.empty() || ip == "None" || ports.empty())
        return;
    const std::string prefix = variableName(service.name());
    environment[prefix + "_SERVICE_HOST"] = ip;
    environment[prefix + "_SERVICE_PORT"] = std::to_string(ports.front()["port"].asInt());
    for (const kube::Value &port : ports) {
        const std::string number = std::to_string(port["port"].asInt());
        const std::string protocol(port["protocol"].asString("TCP"));
        std::string lower = protocol;
        std::ranges::transform(lower, lower.begin(), [](char c) {
            return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        });
        const std::string url = lower + "://" + ip + ":" + number;
        if (const auto name = port["name"].asString(); !name.empty())
            environment[prefix + "_SERVICE_PORT_" + variableName(name)] = number;
        if (&port == &ports.front())
            environment[prefix + "_PORT"] = url;
        const std::string one = prefix + "_PORT_" + number + "_" + protocol;
        environment[one] = url;
        environment[one + "_PROTO"] = lower;
        environment[one + "_PORT"] = number;
        environment[one + "_ADDR"] = ip;
    }
}

} // namespace

shell::ContainerWorld containerWorld(const components::App &app, const kube::Object &pod,
                                     const std::vector<kube::ObjectPtr> &services, bool hasTerminal)
{
    const components::ContainerRoot &root = app.root();
    shell::ContainerWorld world;
    world.hostname = components::hostnameOf(pod);
    world.folder = root.folder;
    world.command = root.command;
    world.started = app.started();
    world.files = app.files();
    world.files["/etc/hostname"] = world.hostname + "\n";
    world.programs.insert(root.programs.begin(), root.programs.end());
    world.environment = {{"PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"},
                         {"HOSTNAME", world.hostname},
                         {"HOME", "/root"}};
    if (hasTerminal)
        world.environment["TERM"] = "xterm";
    const bool hasLinks = pod.spec()["enableServiceLinks"].asBool(true);
    for (const kube::ObjectPtr &service : services) {
        const bool isMaster = service->ns() == "default" && service->name() == "kubernetes";
        const auto created = base::parseRfc3339(service->metadata()["creationTimestamp"].asString());
        if ((isMaster || (hasLinks && service->ns() == pod.ns())) && created && *created <= app.started())
            addService(*service, world.environment);
    }
    for (const auto &[name, value] : root.environment)
        world.environment[std::string(name)] = value;
    for (auto &[name, value] : components::ownEnvironment(pod, app.identity().container))
        world.environment[name] = value;
    return world;
}

api::CallPtr ContainerNetwork::request(api::TrafficRequest request,
                                       std::move_only_function<void(api::TrafficResult)> reply)
{
    if (request.host == "localhost" || request.host == "127.0.0.1" || request.host == m_podName)
        request.host = m_podIp;
    request.client = m_podName;
    return m_outer.request(std::move(request), std::move(reply));
}

} // namespace minato::cluster
