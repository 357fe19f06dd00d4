// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/kubelet_logs.h"

#include "components/common/pod.h"

#include <algorithm>
#include <format>
#include <limits>
#include <utility>

namespace minato::cluster {
namespace {

using components::App;

/// "2026-01-05T00:00:04.250000000Z", as `--timestamps` prints it.
std::string nanosecondStamp(base::Instant at)
{
    std::string text = base::toRfc3339(at);
    text.insert(text.size() - 1, std::format(".{:09}", at.ns % 1'000'000'000));
    return text;
}

std::string logText(const App &app, const apiserver::LogOptions &options, base::Instant now)
{
    auto lines = app.log(now);
    std::size_t first = 0;
    while (options.since && first < lines.size() && lines[first].at < *options.since)
        ++first;
    if (options.tailLines) {
        const auto tail = static_cast<std::size_t>(std::max<std::int64_t>(0, *options.tailLines));
        first = std::max(first, lines.size() - std::min(lines.size(), tail));
    }
    std::string text;
    for (std::size_t i = first; i < lines.size(); ++i)
        text += (options.timestamps ? nanosecondStamp(lines[i].at) + " " : "") + lines[i].text;
    if (options.limitBytes && std::ssize(text) > *options.limitBytes)
        text.resize(static_cast<std::size_t>(*options.limitBytes));
    return text;
}

std::string waitingReason(const kube::Object &pod, std::string_view container)
{
    for (const kube::Value &status : pod.status()["containerStatuses"].items()) {
        if (status["name"].asString() == container)
            return std::string(status.at("state", "waiting", "reason").asString("ContainerCreating"));
    }
    return "ContainerCreating";
}

/// One log being read. Pieces that come while the app answers are told a moment later, as events of their
/// own.
class LogCall : public api::Call {
public:
    LogCall(api::Timers &timers, std::shared_ptr<App> app, apiserver::LogOptions options, api::ByteSink sink)
        : m_timers(timers), m_app(std::move(app)), m_options(std::move(options)), m_sink(std::move(sink))
    {
    }
    ~LogCall() override
    {
        if (m_app && m_isFollowing)
            m_app->unfollow(m_follower);
    }
    void start()
    {
        m_pending = logText(*m_app, m_options, m_timers.now());
        m_hasEnded = !m_options.follow || !m_app->isRunning();
        if (!m_hasEnded) {
            m_isFollowing = true;
            m_follower = m_app->follow([this](std::string_view piece) { onPiece(piece); });
            m_seen = m_timers.now();
            awaitOwnLine();
        }
        schedule();
    }
    void fail(kube::Status status)
    {
        m_timer = m_timers.after({}, [this, status = std::move(status)]() mutable {
            auto sink = std::move(m_sink);
            sink(std::unexpected(std::move(status)));
        });
    }

private:
    void onPiece(std::string_view piece)
    {
        takeOwnLines();
        if (piece.empty()) {
            m_ownTimer.reset();
            m_hasEnded = true;
            m_isFollowing = false;
        } else {
            add(m_timers.now(), piece);
        }
        schedule();
    }
    void add(base::Instant at, std::string_view text)
    {
        m_pending += (m_options.timestamps ? nanosecondStamp(at) + " " : "") + std::string(text);
    }
    /// What the program has written of its own accord since it was last looked at.
    void takeOwnLines()
    {
        const base::Instant before = std::exchange(m_seen, m_timers.now());
        for (const App::LogLine &line : m_app->log(m_seen, App::Lines::Own)) {
            if (line.at > before)
                add(line.at, line.text);
        }
    }
    void awaitOwnLine()
    {
        const auto lines = m_app->log({std::numeric_limits<std::int64_t>::max()}, App::Lines::Own);
        const auto next = std::ranges::find_if(lines, [this](const auto &line) { return line.at > m_seen; });
        if (next == lines.end())
            return;
        m_ownTimer = m_timers.after(next->at - m_timers.now(), [this] {
            const auto timer = std::move(m_ownTimer);
            takeOwnLines();
            schedule();
            awaitOwnLine();
        });
    }
    void schedule()
    {
        if (!m_timer)
            m_timer = m_timers.after({}, [this] { deliver(); });
    }
    void deliver()
    {
        const auto timer = std::move(m_timer);
        if (!m_pending.empty()) {
            if (m_hasEnded)
                schedule();                       // for the end, after this piece
            m_sink(std::exchange(m_pending, {})); // may destroy this
            return;
        }
        if (m_hasEnded) {
            auto sink = std::move(m_sink);
            sink(std::string());
        }
    }

    api::Timers &m_timers;
    std::shared_ptr<App> m_app;
    apiserver::LogOptions m_options;
    api::ByteSink m_sink;
    std::string m_pending;
    bool m_hasEnded = false, m_isFollowing = false;
    std::uint64_t m_follower = 0;
    base::Instant m_seen;
    api::TimerPtr m_timer, m_ownTimer;
};

} // namespace

api::CallPtr KubeletLogs::logs(const kube::ObjectPtr &pod, apiserver::LogOptions options, api::ByteSink sink)
{
    const auto *kubelet = m_agents.kubelet(pod->spec()["nodeName"].asString());
    const std::string container = options.container;
    const bool wantsPrevious = options.previous;
    auto app = kubelet ? kubelet->app(pod->uid(), container, wantsPrevious) : nullptr;
    const bool isDown = kubelet && !kubelet->isOn();
    auto call = std::make_unique<LogCall>(m_timers, app, std::move(options), std::move(sink));
    if (isDown)
        call->fail(kube::Status::internal(std::format("Get \"https://{0}:10250/containerLogs/{1}/{2}/{3}\": "
                                                      "dial tcp {0}:10250: connect: no route to host",
                                                      kubelet->spec().internalIp, pod->ns(), pod->name(),
                                                      container)));
    else if (wantsPrevious && !app)
        call->fail(kube::Status::badRequest(std::format(
            "previous terminated container \"{}\" in pod \"{}\" not found", container, pod->name())));
    else if (!app)
        call->fail(
            kube::Status::badRequest(std::format("container \"{}\" in pod \"{}\" is waiting to start: {}",
                                                 container, pod->name(), waitingReason(*pod, container))));
    else
        call->start();
    return call;
}

} // namespace minato::cluster
