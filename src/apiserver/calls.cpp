// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/calls.h"

#include "apiserver/pod_endpoints.h"
#include "apiserver/watch_request.h"

#include <memory>
#include <optional>
#include <utility>

namespace minato::apiserver {
namespace {

/// What a lasting call and the server's side of it share. The callbacks hold it weakly: when the Call has
/// died there is nothing to call.
template <class Sink>
struct Session {
    ApiServer::Impl *server = nullptr;
    api::Request request;
    Sink sink;
    api::TimerPtr timer;
    bool isClosed = false;

    void close()
    {
        isClosed = true;
        sink = nullptr;
        timer.reset();
    }

    /// The receiver may drop its Call inside: the function must outlive that.
    template <class Item>
    static void emit(const std::weak_ptr<Session> &weak, Item item)
    {
        const auto session = weak.lock();
        if (!session || !session->sink)
            return;
        Sink function = std::move(session->sink);
        session->sink = nullptr;
        function(std::move(item));
        if (!session->isClosed)
            session->sink = std::move(function);
    }
};

struct WatchSession : Session<api::EventSink> {
    std::weak_ptr<ApiServer::Impl> owner;
    std::optional<WatchHub::Id> id;
    bool hasSentColumns = false;

    void close()
    {
        Session::close();
        if (const auto alive = owner.lock(); alive && id)
            alive->hub().remove(*id);
    }
};

struct LogSession : Session<api::ByteSink> {
    api::CallPtr source;

    void close()
    {
        Session::close();
        source.reset();
    }
};

template <class SessionType>
class SessionCall : public api::Call {
public:
    explicit SessionCall(std::shared_ptr<SessionType> session) : m_session(std::move(session)) {}
    ~SessionCall() override { m_session->close(); }

private:
    std::shared_ptr<SessionType> m_session;
};

void emitEvents(const std::weak_ptr<WatchSession> &weak, api::Result<std::vector<api::WatchEvent>> events)
{
    WatchSession::emit(std::weak_ptr<Session<api::EventSink>>(weak), std::move(events));
}

void emitBytes(const std::weak_ptr<LogSession> &weak, api::Result<std::string> bytes)
{
    LogSession::emit(std::weak_ptr<Session<api::ByteSink>>(weak), std::move(bytes));
}

/// A watch's Tables name their columns once.
void dropColumns(api::WatchEvent &event)
{
    if (!event.table)
        return;
    auto table = std::make_shared<kube::Table>(*event.table);
    table->columns.clear();
    event.table = std::move(table);
}

void deliver(const std::weak_ptr<WatchSession> &weak, const Renderer &renderer,
             std::vector<WatchHub::Event> events, bool isLast)
{
    const auto session = weak.lock();
    if (!session)
        return;
    std::vector<api::WatchEvent> batch;
    batch.reserve(events.size());
    for (const auto &event : events) {
        batch.push_back(renderer.event(event));
        if (batch.back().table && std::exchange(session->hasSentColumns, true))
            dropColumns(batch.back());
    }
    if (!batch.empty())
        emitEvents(weak, std::move(batch));
    if (isLast)
        emitEvents(weak, std::vector<api::WatchEvent>());
}

void openWatch(const std::shared_ptr<WatchSession> &session)
{
    auto &machinery = session->server->machinery();
    const std::weak_ptr<WatchSession> weak = session;
    const Kind *kind = machinery.registry.find(session->request.resource);
    if (!kind)
        return emitEvents(weak, std::unexpected(kube::Status::noSuchResource()));
    auto watch = WatchRequest::prepare(machinery, *kind, session->request);
    if (!watch)
        return emitEvents(weak, std::unexpected(watch.error()));
    auto receive = [weak, renderer = watch->renderer, &machinery](std::vector<WatchHub::Event> events,
                                                                  bool isLast) mutable {
        renderer.setNow(machinery.now());
        deliver(weak, renderer, std::move(events), isLast);
    };
    session->id = session->server->hub().add(*kind, std::move(watch->filter), std::move(watch->first),
                                             watch->options, std::move(receive));
}

void openLog(const std::shared_ptr<LogSession> &session)
{
    auto &machinery = session->server->machinery();
    const std::weak_ptr<LogSession> weak = session;
    const Kind *pods = machinery.registry.find(session->request.resource);
    if (!pods || session->request.subresource != "log" || !pods->subresource("log"))
        return emitBytes(weak, std::unexpected(kube::Status::noSuchResource()));
    auto log = LogRequest::prepare(machinery, *pods, session->request);
    if (!log)
        return emitBytes(weak, std::unexpected(log.error()));
    LogSource *source = session->server->logSource();
    if (!source || !log->isScheduled)
        return emitBytes(weak, std::string());
    session->source = source->logs(log->pod, std::move(log->options), [weak](api::Result<std::string> piece) {
        emitBytes(weak, std::move(piece));
    });
}

template <class SessionType, class Sink>
std::shared_ptr<SessionType> open(ApiServer::Impl &server, api::Request request, Sink sink,
                                  void (*start)(const std::shared_ptr<SessionType> &))
{
    auto session = std::make_shared<SessionType>();
    session->server = &server;
    session->request = std::move(request);
    session->sink = std::move(sink);
    session->timer = server.machinery().timers.after(server.latencyOf(session->request),
                                                     [weak = std::weak_ptr(session), start] {
                                                         if (const auto alive = weak.lock())
                                                             start(alive);
                                                     });
    return session;
}

} // namespace

api::CallPtr startWatch(ApiServer::Impl &server, api::Request request, api::EventSink sink)
{
    request.verb = api::Verb::List;
    auto session = open<WatchSession>(server, std::move(request), std::move(sink), openWatch);
    session->owner = server.weak_from_this();
    return std::make_unique<SessionCall<WatchSession>>(std::move(session));
}

api::CallPtr startStream(ApiServer::Impl &server, api::Request request, api::ByteSink sink)
{
    return std::make_unique<SessionCall<LogSession>>(
        open<LogSession>(server, std::move(request), std::move(sink), openLog));
}

api::CallPtr sendLog(ApiServer::Impl &server, api::Request request, api::Reply reply)
{
    request.query.erase("follow");
    auto collect = [text = std::string(), reply = std::move(reply)](api::Result<std::string> piece) mutable {
        if (!piece)
            return reply(std::unexpected(std::move(piece.error())));
        if (!piece->empty()) {
            text += *piece;
            return;
        }
        reply(api::Response{api::Bytes{"text/plain", std::move(text)}, false, {}});
    };
    return startStream(server, std::move(request), std::move(collect));
}

} // namespace minato::apiserver
