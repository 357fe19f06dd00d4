// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/proxy.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <format>
#include <optional>
#include <utility>

namespace minato::apiserver {
namespace {

using kube::Status;
using kube::Value;

constexpr std::string_view kProxy = "proxy";

Status unavailable(std::string message)
{
    return {.code = 503, .reason = "ServiceUnavailable", .message = std::move(message)};
}

/// "http:web:80" is the scheme, the name and the port.
struct Target {
    std::string name, port;
};

kube::Result<Target> parseTarget(std::string_view kind, std::string_view text)
{
    const auto first = text.find(':'), last = text.rfind(':');
    if (first == std::string_view::npos)
        return Target{std::string(text), {}};
    if (first == last)
        return Target{std::string(text.substr(0, first)), std::string(text.substr(first + 1))};
    const std::string_view scheme = text.substr(0, first);
    if (scheme != "http" && !scheme.empty())
        return std::unexpected(Status::badRequest(std::format("invalid {} request \"{}\"", kind, text)));
    return Target{std::string(text.substr(first + 1, last - first - 1)), std::string(text.substr(last + 1))};
}

std::optional<std::uint16_t> parsePort(std::string_view text)
{
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc() && end == text.data() + text.size() && port > 0 ? std::optional(port)
                                                                                : std::nullopt;
}

struct Address {
    std::string host;
    std::uint16_t port = 0;
};

kube::Result<Address> serviceAddress(const kube::Object &service, const std::string &port)
{
    const auto ports = service.spec()["ports"].items();
    const auto number = parsePort(port);
    const auto chosen = std::ranges::find_if(ports, [&](const Value &each) {
        return port.empty() ? ports.size() == 1
                            : (number ? each["port"].asInt() == *number : each["name"].asString() == port);
    });
    if (chosen == ports.end())
        return std::unexpected(unavailable(
            std::format("no service port \"{}\" found for service \"{}\"", port, service.name())));
    return Address{std::string(service.spec()["clusterIP"].asString()),
                   static_cast<std::uint16_t>((*chosen)["port"].asInt())};
}

kube::Result<Address> podAddress(const kube::Object &pod, const std::string &port)
{
    const auto ip = pod.status()["podIP"].asString();
    if (ip.empty())
        return std::unexpected(Status::badRequest("address not allowed"));
    if (const auto number = parsePort(port))
        return Address{std::string(ip), *number};
    for (const Value &container : pod.spec()["containers"].items()) {
        if (const auto declared = container["ports"][0]["containerPort"].asInt(0); declared && port.empty())
            return Address{std::string(ip), static_cast<std::uint16_t>(declared)};
    }
    return Address{std::string(ip), 80};
}

Status failure(const api::TrafficError &error, const std::string &service, const Address &address)
{
    const bool hasNobody = error.kind == api::TrafficError::Kind::Refused && error.route.endpoint.empty();
    if (!service.empty() && hasNobody)
        return unavailable(std::format("no endpoints available for service \"{}\"", service));
    const std::string where = error.route.endpoint.empty() ? std::format("{}:{}", address.host, address.port)
                                                           : error.route.endpoint;
    const char *why = error.kind == api::TrafficError::Kind::Refused ? "connect: connection refused"
                                                                     : "connect: connection timed out";
    return unavailable(std::format("error trying to reach service: dial tcp {}: {}", where, why));
}

class ProxyCall : public api::Call {
public:
    ProxyCall(ApiServer::Impl &server, api::Request request, api::Reply reply)
        : m_server(server.weak_from_this()), m_request(std::move(request)), m_reply(std::move(reply))
    {
        m_timer = server.machinery().timers.after(server.latencyOf(m_request), [this] { send(); });
    }

private:
    void send()
    {
        const auto server = m_server.lock();
        if (!server)
            return;
        auto address = resolve(*server);
        if (!address) {
            auto reply = std::move(m_reply); // it may drop this call
            return reply(std::unexpected(address.error()));
        }
        m_address = *std::move(address);
        api::TrafficRequest request;
        request.host = m_address.host;
        request.port = m_address.port;
        request.path = path();
        request.client = "kube-apiserver";
        m_call = server->traffic()->request(std::move(request),
                                            [this](api::TrafficResult result) { answer(std::move(result)); });
    }
    void answer(api::TrafficResult result)
    {
        auto reply = std::move(m_reply);
        if (!result)
            return reply(std::unexpected(failure(result.error(), m_service, m_address)));
        const auto type = result->headers.find("Content-Type");
        reply(api::Response{
            api::Bytes{type == result->headers.end() ? "text/plain" : type->second, std::move(result->body)},
            false,
            {}});
    }
    kube::Result<Address> resolve(ApiServer::Impl &server)
    {
        const auto &machinery = server.machinery();
        const Kind *kind = machinery.registry.find(m_request.resource);
        if (!kind || !kind->subresource(kProxy) || !server.traffic())
            return std::unexpected(Status::noSuchResource());
        const bool isService = kind->kind == "Service";
        const auto target = parseTarget(isService ? "service" : "pod", m_request.name);
        if (!target)
            return std::unexpected(target.error());
        const auto object = machinery.find(*kind, m_request.ns, target->name);
        if (!object)
            return std::unexpected(object.error());
        if (isService)
            m_service = target->name;
        return isService ? serviceAddress(**object, target->port) : podAddress(**object, target->port);
    }
    [[nodiscard]] std::string path() const
    {
        std::string path = m_request.subresource.substr(kProxy.size());
        if (path.empty())
            path = "/";
        for (char separator = '?'; const auto &[key, value] : m_request.query) {
            path.append(1, separator).append(key).append("=").append(value);
            separator = '&';
        }
        return path;
    }

    std::weak_ptr<ApiServer::Impl> m_server; ///< it may go first
    api::Request m_request;
    api::Reply m_reply;
    std::string m_service;
    Address m_address;
    api::TimerPtr m_timer;
    api::CallPtr m_call;
};

} // namespace

bool isProxyRequest(const api::Request &request)
{
    return request.subresource == kProxy || request.subresource.starts_with("proxy/");
}

api::CallPtr startProxy(ApiServer::Impl &server, api::Request request, api::Reply reply)
{
    return std::make_unique<ProxyCall>(server, std::move(request), std::move(reply));
}

} // namespace minato::apiserver
