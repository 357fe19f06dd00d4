// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The printing half of kubectl logs.
#include "shell/kubectl/commands/logs.h"
#include "shell/kubectl/watching.h"

#include <algorithm>

namespace minato::shell::kubectl {
namespace {

/// A piece of the log that `source` is the place of; empty: its end.
struct Piece {
    std::size_t source = 0;
    api::Result<std::string> text;
};

/// Hands out whole lines of one log, the prefix before each.
class Lines {
public:
    explicit Lines(std::string prefix) : m_prefix(std::move(prefix)) {}

    std::string add(std::string_view text)
    {
        m_pending += text;
        std::string lines;
        std::size_t begin = 0;
        for (std::size_t end = 0; (end = m_pending.find('\n', begin)) != std::string::npos; begin = end + 1)
            lines += m_prefix + m_pending.substr(begin, end + 1 - begin);
        m_pending.erase(0, begin);
        return lines;
    }
    std::string finish() { return m_pending.empty() ? "" : m_prefix + std::exchange(m_pending, {}); }

private:
    std::string m_prefix, m_pending;
};

/// Several logs under way, and what comes of them.
class LogStreams {
public:
    explicit LogStreams(Session &session) : m_session(session), m_inbox(session.services().timers) {}

    void open(std::size_t place, const LogSource &source, const LogPlan &plan)
    {
        api::Request request{.verb = api::Verb::Get,
                             .resource = kube::resources::kPods,
                             .subresource = "log",
                             .ns = source.ns,
                             .name = source.pod,
                             .query = plan.query};
        request.query["container"] = source.container;
        request.userAgent = "kubectl";
        auto sink = m_inbox.sink();
        m_calls.push_back(m_session.services().transport.stream(
            std::move(request),
            [sink, place](api::Result<std::string> text) mutable { sink(Piece{place, std::move(text)}); }));
    }
    [[nodiscard]] auto next() { return m_inbox.next(); }

private:
    Session &m_session;
    Inbox<Piece> m_inbox;
    std::vector<api::CallPtr> m_calls;
};

std::string prefixOf(const LogSource &source, const LogPlan &plan)
{
    return plan.isPrefixed ? "[pod/" + source.pod + "/" + source.container + "] " : "";
}

/// Prints these logs until all have ended.
client::Task<Result<void>> printTogether(Session &session, std::vector<LogSource> sources, LogPlan plan)
{
    LogStreams streams(session);
    std::vector<Lines> lines;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        lines.emplace_back(prefixOf(sources[i], plan));
        streams.open(i, sources[i], plan);
    }
    for (std::size_t open = sources.size(); open > 0;) {
        const auto piece = co_await streams.next();
        const api::Result<std::string> &text = piece->text;
        if (!text && !plan.ignoresErrors)
            co_return std::unexpected(Error(text.error()));
        if (!text)
            session.print("error: " + text.error().message + "\n");
        const bool isEnd = !text || text->empty();
        session.print(isEnd ? lines[piece->source].finish() : lines[piece->source].add(*text));
        open -= isEnd ? 1U : 0U;
        co_await drain(session.process().out);
    }
    co_return Result<void>();
}

} // namespace

client::Task<int> printLogs(Session &session, std::vector<LogSource> sources, LogPlan plan)
{
    if (plan.follows) {
        const auto done = co_await printTogether(session, std::move(sources), plan);
        co_return done ? 0 : session.fail(done.error());
    }
    for (const LogSource &source : sources) {
        const auto done = co_await printTogether(session, {source}, plan);
        if (!done)
            co_return session.fail(done.error());
    }
    co_return 0;
}

} // namespace minato::shell::kubectl
