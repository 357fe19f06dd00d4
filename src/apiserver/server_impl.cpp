// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/server_impl.h"

#include "apiserver/calls.h"
#include "apiserver/container_calls.h"
#include "apiserver/decoder.h"
#include "apiserver/proxy.h"
#include "base/assert.h"

namespace minato::apiserver {
namespace {

constexpr AddressBlock kDefaultBlock{10U << 24 | 96U << 16, 1U << 20};

AddressBlock blockOf(const ApiServer::Options &options)
{
    return AddressBlock::parse(options.serviceCidr).value_or(kDefaultBlock);
}

bool isRead(const api::Request &request)
{
    return request.verb == api::Verb::Get || request.verb == api::Verb::List;
}

/// A request that is answered once. The server keeps it; this is the client's hold on it.
class SendCall : public api::Call {
public:
    SendCall(std::weak_ptr<ApiServer::Impl> server, std::uint64_t id) : m_server(std::move(server)), m_id(id)
    {
    }
    ~SendCall() override
    {
        if (const auto server = m_server.lock())
            server->abandon(m_id);
    }

private:
    std::weak_ptr<ApiServer::Impl> m_server;
    std::uint64_t m_id;
};

} // namespace

ApiServer::Impl::Impl(api::Timers &timers, Options options)
    : m_options(std::move(options)),
      m_machinery(timers, m_options.seed, m_options.historyLength, blockOf(m_options), m_options.metrics),
      m_hub(timers, m_machinery.store, m_options.latency.watch),
      m_events(timers, m_machinery.store),
      m_compaction(timers, m_machinery.store),
      m_dispatcher(m_machinery),
      m_jitter(m_options.seed, "apiserver.latency")
{
}

void ApiServer::Impl::start()
{
    const BucketId services = m_machinery.registry.find(kube::resources::kServices)->bucket;
    const BucketId events = m_machinery.registry.find(kube::resources::kEvents)->bucket;
    m_machinery.store.setListener([this, services, events](BucketId bucket, const Change &change) {
        if (bucket == services)
            m_machinery.services.observe(
                change.previous.get(), change.type == Change::Type::Deleted ? nullptr : change.object.get());
        if (bucket == events)
            m_events.observe(bucket, change);
        m_hub.publish(m_machinery.registry.storedIn(bucket), change);
        m_compaction.observe();
    });
    createStartingObjects();
}

ApiServer::State ApiServer::Impl::state() const
{
    return {m_machinery.store.state(),
            m_machinery.services,
            m_events.state(),
            m_compaction.state(),
            m_machinery.names,
            m_machinery.uids,
            m_jitter,
            m_metrics,
            m_nextId};
}

void ApiServer::Impl::restore(const State &state)
{
    MINATO_ASSERT(m_pending.empty());
    m_hub.restart();
    m_machinery.store.restore(state.store);
    m_machinery.services = state.services;
    m_events.restore(state.events);
    m_compaction.restore(state.compaction);
    m_machinery.names = state.names;
    m_machinery.uids = state.uids;
    m_jitter = state.jitter;
    m_metrics = state.metrics;
    m_nextId = state.nextId;
}

void ApiServer::Impl::createStartingObjects()
{
    Writer writer(m_machinery);
    const Writer::Write byServer{.by = {.name = "kube-apiserver"}};
    for (kube::Value &root : startingObjects(blockOf(m_options), m_options.endpointAddress)) {
        const kube::Object object(root);
        for (const Kind &kind : m_machinery.registry.kinds()) {
            if (kind.kind != object.kind() || kind.apiVersion() != object.apiVersion())
                continue;
            auto decoded = decode(m_machinery, kind, root, {.validation = FieldValidation::Strict});
            MINATO_ASSERT(decoded && writer.add(kind, std::move(decoded->object), byServer));
        }
    }
}

base::Duration ApiServer::Impl::latencyOf(const api::Request &request)
{
    const auto &latency = m_options.latency;
    const auto spread = static_cast<std::uint64_t>(latency.spread.count());
    return (isRead(request) ? latency.read : latency.write) +
           base::Duration(static_cast<std::int64_t>(m_jitter.below(spread)));
}

api::CallPtr ApiServer::Impl::send(api::Request request, api::Reply reply)
{
    if (request.subresource == "log" && request.verb == api::Verb::Get)
        return sendLog(*this, std::move(request), std::move(reply));
    if (isProxyRequest(request))
        return startProxy(*this, std::move(request), std::move(reply));
    const std::uint64_t id = m_nextId++;
    const auto latency = latencyOf(request);
    Pending &pending = m_pending[id];
    pending.request = std::move(request);
    pending.reply = std::move(reply);
    pending.timer = m_machinery.timers.after(latency, [this, id] { run(id); });
    return std::make_unique<SendCall>(weak_from_this(), id);
}

void ApiServer::Impl::run(std::uint64_t id)
{
    auto node = m_pending.extract(id);
    Pending &pending = node.mapped();
    auto response = answer(pending.request);
    m_metrics.count(pending.request, response);
    if (pending.reply)
        pending.reply(std::move(response));
}

kube::Result<api::Response> ApiServer::Impl::answer(const api::Request &request)
{
    if (request.rawPath == "/metrics" && request.verb == api::Verb::Get)
        return api::Response{api::Bytes{"text/plain; version=0.0.4; charset=utf-8",
                                        m_metrics.text(m_machinery, m_hub.watcherCount())},
                             false,
                             {}};
    return m_dispatcher.handle(request);
}

void ApiServer::Impl::abandon(std::uint64_t id)
{
    const auto it = m_pending.find(id);
    if (it == m_pending.end())
        return;
    // A read that nobody waits for has no effect; a write has.
    if (isRead(it->second.request))
        m_pending.erase(it);
    else
        it->second.reply = nullptr;
}

api::CallPtr ApiServer::Impl::watch(api::Request request, api::EventSink sink)
{
    m_metrics.countLasting(request, "WATCH");
    return startWatch(*this, std::move(request), std::move(sink));
}

api::CallPtr ApiServer::Impl::stream(api::Request request, api::ByteSink sink)
{
    return startStream(*this, std::move(request), std::move(sink));
}

api::ConnectionPtr ApiServer::Impl::connect(api::Request request, api::ConnectionSink sink)
{
    m_metrics.countLasting(request, "CONNECT");
    return startConnection(*this, std::move(request), std::move(sink));
}

} // namespace minato::apiserver
