// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/load_balancer/load_balancer_controller.h"

#include "client/requests.h"
#include "components/apps/app_model.h"

#include <algorithm>
#include <chrono>
#include <format>

namespace minato::components {
namespace {

using namespace std::chrono_literals;
using kube::Value;
using kube::resources::kServices;

constexpr int kWorkers = 1;
constexpr DurationRange kCloud{4s, 12s};
constexpr std::string_view kFinalizer = "service.kubernetes.io/load-balancer-cleanup";

bool hasFinalizer(const kube::Object &service)
{
    return std::ranges::any_of(service.metadata()["finalizers"].items(),
                               [](const Value &each) { return each.asString() == kFinalizer; });
}

bool wantsAddress(const kube::Object &service)
{
    return service.spec()["type"].asString() == "LoadBalancer" &&
           service.spec()["loadBalancerClass"].isEmpty() && !service.isTerminating();
}

std::string_view addressOf(const kube::Object &service)
{
    return service.status().at("loadBalancer", "ingress", 0, "ip").asString();
}

} // namespace

LoadBalancerController::LoadBalancerController(Context context)
    : m_context(std::move(context)),
      m_services(m_context.hub.informer(kServices)),
      m_queue(m_context.timers, kWorkers, [this](std::string key) { return sync(std::move(key)); }),
      m_events(m_context.forEvents(), m_context.timers, {"service-controller", {}}),
      m_random(m_context.seed, "cloud")
{
    m_services.addHandler([this](const auto &, const auto &now) {
        if (!now)
            return;
        const bool isDone =
            wantsAddress(*now) ? hasFinalizer(*now) && !addressOf(*now).empty() : !hasFinalizer(*now);
        if (!isDone)
            m_queue.add(kube::objectKey(*now));
    });
    m_context.hub.whenSynced([this] { m_queue.start(); });
}

client::Task<bool> LoadBalancerController::sync(std::string key)
{
    const auto slash = key.find('/');
    auto request = client::getRequest(kServices, key.substr(0, slash), key.substr(slash + 1));
    // The cache may be behind what was written a moment ago.
    const auto latest = co_await client::send(m_context.transport, std::move(request));
    if (!latest) {
        m_addresses.erase(key);
        co_return latest.error().code == 404;
    }
    const kube::ObjectPtr service = latest->object();
    const bool isOurs = hasFinalizer(*service);
    if (!wantsAddress(*service) && isOurs)
        co_return co_await cleanUp(service, key);
    if (!wantsAddress(*service) || (isOurs && !addressOf(*service).empty()))
        co_return true;
    co_return co_await ensure(service, key);
}

std::string LoadBalancerController::addressFor(const kube::Object &service, const std::string &key)
{
    const auto isFree = [this](std::string_view ip) {
        return std::ranges::none_of(m_addresses, [ip](const auto &each) { return each.second == ip; });
    };
    std::string wanted(service.spec()["loadBalancerIP"].asString());
    for (int i = 1; wanted.empty() || !isFree(wanted); ++i)
        wanted = std::format("203.0.113.{}", i);
    m_addresses[key] = wanted;
    return wanted;
}

client::Task<kube::ObjectPtr> LoadBalancerController::write(Value body, std::string subresource)
{
    auto request = client::updateRequest(kServices, std::move(body), subresource);
    const auto answer = co_await client::send(m_context.transport, std::move(request));
    co_return answer ? answer->object() : nullptr;
}

client::Task<bool> LoadBalancerController::ensure(kube::ObjectPtr service, std::string key)
{
    m_events.normal(*service, "EnsuringLoadBalancer", "Ensuring load balancer");
    if (!hasFinalizer(*service)) {
        Value body = service->root();
        body.edit("metadata").edit("finalizers").push(kFinalizer);
        service = co_await write(std::move(body), {});
        if (!service)
            co_return false;
    }
    co_await client::sleep(m_context.timers, kCloud.draw(m_random));
    const auto latest = co_await client::send(m_context.transport,
                                              client::getRequest(kServices, service->ns(), service->name()));
    if (!latest || !wantsAddress(*latest->object()))
        co_return false;
    Value body = latest->object()->root();
    const Value ingress = Value::map({{"ip", addressFor(*latest->object(), key)}, {"ipMode", "VIP"}});
    body.edit("status").set("loadBalancer", Value::map({{"ingress", Value::array({ingress})}}));
    const auto written = co_await write(std::move(body), "status");
    if (written)
        m_events.normal(*written, "EnsuredLoadBalancer", "Ensured load balancer");
    co_return written != nullptr;
}

client::Task<bool> LoadBalancerController::cleanUp(kube::ObjectPtr service, std::string key)
{
    m_events.normal(*service, "DeletingLoadBalancer", "Deleting load balancer");
    co_await client::sleep(m_context.timers, kCloud.draw(m_random));
    const auto latest = co_await client::send(m_context.transport,
                                              client::getRequest(kServices, service->ns(), service->name()));
    if (!latest)
        co_return latest.error().code == 404;
    kube::ObjectPtr now = latest->object();
    if (wantsAddress(*now))
        co_return false;
    if (!addressOf(*now).empty() && !now->isTerminating()) {
        Value body = now->root();
        body.edit("status").set("loadBalancer", Value::emptyMap());
        now = co_await write(std::move(body), "status");
        if (!now)
            co_return false;
    }
    Value body = now->root();
    std::erase_if(body.edit("metadata").edit("finalizers").editItems(),
                  [](const Value &each) { return each.asString() == kFinalizer; });
    const auto written = co_await write(std::move(body), {});
    if (!written)
        co_return false;
    m_addresses.erase(key);
    m_events.normal(*written, "DeletedLoadBalancer", "Deleted load balancer");
    co_return true;
}

} // namespace minato::components
