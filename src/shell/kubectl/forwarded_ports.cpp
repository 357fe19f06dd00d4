// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/forwarded_ports.h"

#include "shell/kubectl/pairs.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>
#include <optional>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

/// "8080:http" as typed.
struct PortText {
    std::string local, remote;
};

PortText splitPort(const std::string &text)
{
    const auto parts = splitAt(text, ':');
    return parts.size() == 2 ? PortText{parts[0], parts[1]} : PortText{parts[0], parts[0]};
}

std::string joined(const PortText &port)
{
    return port.local == port.remote ? port.remote : port.local + ":" + port.remote;
}

std::optional<std::int64_t> number(std::string_view text)
{
    std::int64_t value = 0;
    const bool hasPlus = text.starts_with('+') && !text.starts_with("+-"); // Go's Atoi takes it
    const char *const begin = text.data() + (hasPlus ? 1 : 0), *const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(begin, last, value);
    return error == std::errc() && end == last ? std::optional(value) : std::nullopt;
}

Result<std::int64_t> portOfPod(const kube::Object &pod, const std::string &name)
{
    for (const char *list : {"containers", "initContainers"})
        for (const Value &container : pod.spec()[list].items())
            for (const Value &port : container["ports"].items())
                if (port["name"].asString() == name)
                    return port["containerPort"].asInt();
    return std::unexpected(
        Error("Pod '" + std::string(pod.name()) + "' does not have a named port '" + name + "'"));
}

Result<std::int64_t> portOfService(const kube::Object &service, const std::string &name)
{
    for (const Value &port : service.spec()["ports"].items())
        if (port["name"].asString() == name)
            return port["port"].asInt();
    return std::unexpected(
        Error("Service '" + std::string(service.name()) + "' does not have a named port '" + name + "'"));
}

/// The port of the Pod behind a Service's port.
Result<std::int64_t> targetPort(const kube::Object &service, const kube::Object &pod, std::int64_t port)
{
    for (const Value &each : service.spec()["ports"].items()) {
        if (each["port"].asInt() != port)
            continue;
        const Value &target = each["targetPort"];
        const bool isSame = service.spec()["clusterIP"].asString() == "None" || target.isNull() ||
                            (target.isInt() && target.asInt() == 0);
        if (isSame)
            return port;
        return target.isInt() ? Result<std::int64_t>(target.asInt())
                              : portOfPod(pod, std::string(target.asString()));
    }
    return std::unexpected(
        Error(std::format("Service {} does not have a service port {}", service.name(), port)));
}

Result<std::string> throughService(PortText port, const kube::Object &service, const kube::Object &pod)
{
    auto remote = number(port.remote);
    if (!remote) {
        const auto named = portOfService(service, port.remote);
        if (!named)
            return std::unexpected(named.error());
        if (port.local == port.remote)
            port.local = std::to_string(*named);
        remote = *named;
    }
    const auto target = targetPort(service, pod, *remote);
    if (!target)
        return std::unexpected(target.error());
    port.remote = std::to_string(*target);
    return joined(port);
}

Result<std::string> straight(const PortText &port, const kube::Object &pod)
{
    if (port.remote.empty())
        return std::unexpected(Error("remote port cannot be empty"));
    if (number(port.remote))
        return joined(port);
    const auto named = portOfPod(pod, port.remote);
    if (!named)
        return std::unexpected(named.error());
    return port.local == port.remote ? std::to_string(*named) : port.local + ":" + std::to_string(*named);
}

/// Whether a Service, or a container of a Pod, has that port for that protocol.
bool hasPort(const kube::Object &object, std::int64_t port, std::string_view protocol)
{
    const bool isService = object.kind() == "Service";
    const auto fits = [&](const Value &each) {
        return each[isService ? "port" : "containerPort"].asInt() == port &&
               each["protocol"].asString("TCP") == protocol;
    };
    if (isService)
        return std::ranges::any_of(object.spec()["ports"].items(), fits);
    return std::ranges::any_of(object.spec()["containers"].items(), [&](const Value &container) {
        return std::ranges::any_of(container["ports"].items(), fits);
    });
}

/// Of ports that are only there for UDP.
Result<void> checkProtocol(const std::string &text, const kube::Object &object)
{
    const std::string remote = splitPort(text).remote;
    const auto plain = number(remote);
    const auto port =
        plain ? Result<std::int64_t>(*plain)
              : (object.kind() == "Service" ? portOfService(object, remote) : portOfPod(object, remote));
    if (!port)
        return std::unexpected(port.error());
    if (hasPort(object, *port, "UDP") && !hasPort(object, *port, "TCP"))
        return std::unexpected(Error("UDP protocol is not supported for " + remote));
    return {};
}

/// As Go's ParseUint of 16 bits.
Result<std::uint16_t> parsePort(const std::string &text, std::string_view which)
{
    const bool isNumber = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
    const auto port = isNumber ? number(text) : std::nullopt;
    if (port && *port <= 65535)
        return static_cast<std::uint16_t>(*port);
    return std::unexpected(
        Error(std::format("error parsing {} port '{}': strconv.ParseUint: parsing \"{}\": {}", which, text,
                          text, isNumber ? "value out of range" : "invalid syntax")));
}

Result<PortPair> parsePair(const std::string &text)
{
    const auto parts = splitAt(text, ':');
    if (parts.size() > 2)
        return std::unexpected(Error("invalid port format '" + text + "'"));
    const auto local = parsePort(parts.size() == 2 && parts[0].empty() ? "0" : parts[0], "local");
    if (!local)
        return std::unexpected(local.error());
    const auto remote = parsePort(parts.back(), "remote");
    if (!remote)
        return std::unexpected(remote.error());
    if (*remote == 0)
        return std::unexpected(Error("remote port must be > 0"));
    return PortPair{*local, *remote};
}

bool isV4(const std::string &text)
{
    const auto parts = splitAt(text, '.');
    return parts.size() == 4 && std::ranges::all_of(parts, [](const std::string &part) {
               return parsePort(part, "").value_or(256) < 256;
           });
}

} // namespace

Result<std::vector<std::string>> numberedPorts(const std::vector<std::string> &texts,
                                               const kube::Object &object, const kube::Object &pod)
{
    const bool isService = object.kind() == "Service";
    for (const std::string &text : texts)
        if (auto fits = checkProtocol(text, isService ? object : pod); !fits)
            return std::unexpected(fits.error());
    std::vector<std::string> numbers;
    for (const std::string &text : texts) {
        auto port = isService ? throughService(splitPort(text), object, pod) : straight(splitPort(text), pod);
        if (!port)
            return std::unexpected(port.error());
        numbers.push_back(*std::move(port));
    }
    return numbers;
}

Result<std::vector<PortPair>> parsePorts(const std::vector<std::string> &texts)
{
    std::vector<PortPair> pairs;
    for (const std::string &text : texts) {
        const auto pair = parsePair(text);
        if (!pair)
            return std::unexpected(pair.error());
        pairs.push_back(*pair);
    }
    return pairs;
}

Result<std::vector<std::string>> parseAddresses(const std::vector<std::string> &texts)
{
    std::vector<std::string> addresses;
    for (const std::string &text : texts) {
        if (text == "localhost")
            addresses.insert(addresses.end(), {"127.0.0.1", "::1"});
        else if (isV4(text) || text.contains(':'))
            addresses.push_back(text);
        else
            return std::unexpected(Error(text + " is not a valid IP"));
    }
    std::ranges::sort(addresses);
    const auto [from, to] = std::ranges::unique(addresses);
    addresses.erase(from, to);
    return addresses;
}

} // namespace minato::shell::kubectl
