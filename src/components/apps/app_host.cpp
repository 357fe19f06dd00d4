// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/apps/app_host.h"

#include "base/assert.h"

#include <algorithm>
#include <format>
#include <utility>

namespace minato::components {
namespace {

constexpr std::size_t kKeptLogLines = 20'000;

/// "2026-01-05T00:00:04.250Z", as JavaScript prints a Date.
std::string millisecondStamp(base::Instant at)
{
    const auto milliseconds = (at.ns / 1'000'000) % 1000;
    std::string text = base::toRfc3339(at);
    text.insert(text.size() - 1, std::format(".{:03}", milliseconds));
    return text;
}

/// `make` gives what to write instead: most texts have few of the words.
template <class Make>
void replaceAll(std::string &text, std::string_view what, Make make)
{
    auto at = text.find(what);
    if (at == std::string::npos)
        return;
    const std::string with = make();
    for (; at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

} // namespace

App::App(Identity identity, const ImageInfo &image, std::uint16_t port, base::Instant started,
         base::Duration startup)
    : m_identity(std::move(identity)),
      m_model(image.app),
      m_root(image.root ? image.root : &containerRoot({})),
      m_version(image.version),
      m_port(port),
      m_started(started),
      m_listensFrom(started + startup),
      m_body(render(m_model->body, started, 0))
{
}

std::string App::render(std::string_view text, base::Instant at, std::uint64_t count,
                        std::string_view detail) const
{
    std::string line(text);
    replaceAll(line, "{pod}", [this] { return m_identity.pod; });
    replaceAll(line, "{version}", [this] { return m_version; });
    replaceAll(line, "{start}", [this] { return millisecondStamp(m_listensFrom); });
    replaceAll(line, "{time}", [at] { return millisecondStamp(at); });
    replaceAll(line, "{count}", [count] { return std::to_string(count); });
    replaceAll(line, "{uptime}",
               [&] { return std::format("{}", double((at - m_listensFrom).count() / 1'000'000) / 1000); });
    const auto space = detail.find(' '), end = detail.rfind(' ');
    if (space != std::string_view::npos) {
        const auto part = [detail](std::size_t from, std::size_t length) {
            return [part = detail.substr(from, length)] { return std::string(part); };
        };
        replaceAll(line, "{client}", part(0, space));
        replaceAll(line, "{method}", part(space + 1, end - space - 1));
        replaceAll(line, "{path}", part(end + 1, std::string_view::npos));
    }
    return line;
}

std::map<std::string, std::string> App::files() const
{
    std::map<std::string, std::string> texts;
    for (const auto &[path, content] : m_root->files)
        texts[std::string(path)] = render(content == "{body}" ? m_model->body : content, m_started, 0);
    return texts;
}

void App::runInstead(CommandPlan plan)
{
    m_port = 0;
    if (plan.lasts)
        endAfter(*plan.lasts, plan.exitCode);
    else
        m_ownEnd.reset();
    m_plan = std::move(plan);
}

App::Answer App::handle(const Asked &asked, base::Instant now, base::RandomStream &random)
{
    MINATO_ASSERT(isListening(now));
    Answer answer;
    answer.contentType = m_model->contentType;
    answer.status = statusOf(asked.path, now);
    answer.isMissing = answer.status == 0;
    answer.latency = takeTurn(now, m_model->latency.draw(random));
    answer.body = answer.status == 200 ? m_body : std::format("{}\n", answer.status);
    ++m_requests;
    note(asked, now);
    const auto *its = route(asked.path);
    if (m_onEnd && its && its->exit)
        m_onEnd({now + answer.latency, *its->exit, false});
    else if (m_onEnd && m_memoryLimit > 0 && memory(now) > m_memoryLimit)
        m_onEnd({now, 137, true});
    return answer;
}

void App::note(const Asked &asked, base::Instant now)
{
    if (!m_model->requestLog.empty()) {
        Entry entry{now, m_requests, {}};
        if (m_model->requestLog.contains("{path}"))
            entry.detail = std::format("{} {} {}", asked.client, asked.method, asked.path);
        m_entries.push_back(std::move(entry));
        if (m_entries.size() > kKeptLogLines)
            m_entries.pop_front();
    }
    if (!m_followers.empty() && !m_entries.empty()) {
        const Entry &entry = m_entries.back();
        const std::string line = render(m_model->requestLog, entry.at, entry.count, entry.detail);
        // A follower may leave while it is told.
        for (auto it = m_followers.begin(); it != m_followers.end();)
            (it++)->second(line);
    }
}

bool App::terminate()
{
    // A shell or sleep that is process 1 has no handler: the signal does nothing to it.
    if (!hearsTerm())
        return false;
    m_isOpen = false;
    return true;
}

void App::stop()
{
    m_isRunning = m_isOpen = false;
    for (const auto &[id, follower] : std::exchange(m_followers, {}))
        follower({});
}

std::vector<App::LogLine> App::log(base::Instant until, Lines which) const
{
    std::vector<LogLine> lines;
    if (m_plan) {
        for (const auto &output : m_plan->outputs) {
            if (m_started + output.at <= until)
                lines.push_back({m_started + output.at, output.text});
        }
        return lines;
    }
    if (!m_model->startLog.empty() && until >= m_listensFrom)
        lines.push_back({m_listensFrom, render(m_model->startLog, m_listensFrom, 0)});
    if (which == Lines::Own)
        return lines;
    for (const Entry &entry : m_entries)
        lines.push_back({entry.at, render(m_model->requestLog, entry.at, entry.count, entry.detail)});
    return lines;
}

std::uint64_t App::follow(LogFollower follower)
{
    m_followers.emplace(m_nextFollower, std::move(follower));
    return m_nextFollower++;
}

void AppHost::addPod(const std::string &ip)
{
    m_pods[ip];
}

void AppHost::removePod(std::string_view ip)
{
    if (const auto it = m_pods.find(ip); it != m_pods.end())
        m_pods.erase(it);
}

void AppHost::addApp(const std::string &ip, std::shared_ptr<App> app)
{
    m_pods[ip].push_back(std::move(app));
}

void AppHost::removeApp(std::string_view ip, const App &app)
{
    if (const auto pod = m_pods.find(ip); pod != m_pods.end())
        std::erase_if(pod->second, [&](const auto &each) { return each.get() == &app; });
}

std::shared_ptr<App> AppHost::find(std::string_view ip, std::uint16_t port) const
{
    const auto pod = m_pods.find(ip);
    if (pod == m_pods.end())
        return nullptr;
    const auto app = std::ranges::find_if(
        pod->second, [port](const auto &each) { return each->isRunning() && each->port() == port; });
    return app == pod->second.end() ? nullptr : *app;
}

std::vector<api::ContainerUsage> AppHost::usage(base::Instant now) const
{
    std::vector<api::ContainerUsage> list;
    for (const auto &[ip, apps] : m_pods) {
        for (const auto &app : apps) {
            if (!app->isRunning())
                continue;
            const App::Identity &who = app->identity();
            list.push_back({.ns = who.podNamespace,
                            .pod = who.pod,
                            .podUid = who.podUid,
                            .container = who.container,
                            .node = who.node,
                            .started = app->started(),
                            .cpuTime = app->cpuTime(now),
                            .memory = app->memory(now)});
        }
    }
    return list;
}

} // namespace minato::components
