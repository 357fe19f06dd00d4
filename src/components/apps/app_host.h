// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/metrics.h"
#include "components/apps/app_model.h"
#include "components/apps/command_plan.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace minato::components {

/// One running program: a container's process with its port and its log.
class App {
public:
    struct Identity {
        std::string podNamespace, pod, podUid, container, node;
    };
    struct Answer {
        int status = 200;
        std::string body;
        std::string_view contentType;
        base::Duration latency{};
        bool isMissing = false; ///< it takes the request and never answers
    };
    /// How and when the program ends.
    struct End {
        base::Instant at;
        int code = 0;
        bool isOutOfMemory = false;
    };
    struct Asked {
        std::string_view method, path, client;
    };
    /// Pieces of log as they are written; an empty one is the end.
    using LogFollower = std::function<void(std::string_view)>;

    App(Identity identity, const ImageInfo &image, std::uint16_t port, base::Instant started,
        base::Duration startup);

    /// Before anything else: the container's command is run instead of the image's program.
    void runInstead(CommandPlan plan);
    /// It ends by itself, so long after its start.
    void endAfter(base::Duration duration, int code) { m_ownEnd = {m_started + duration, code, false}; }
    /// More memory than this kills it; 0: no limit.
    void limitMemory(std::int64_t bytes) { m_memoryLimit = bytes; }
    /// Told when a request has ended it (it is still running: whoever is told stops it), and when requests
    /// have to queue.
    void setObservers(std::function<void(const End &)> onEnd, std::function<void()> onQueue);
    /// When it will end if nobody asks it for anything.
    [[nodiscard]] std::optional<End> plannedEnd() const;

    /// Memory in use, and CPU time used since the start.
    [[nodiscard]] std::int64_t memory(base::Instant now) const;
    [[nodiscard]] bool memoryVaries() const;
    [[nodiscard]] base::Duration cpuTime(base::Instant now) const;
    /// How long a request would wait for its turn.
    [[nodiscard]] base::Duration queueTime(base::Instant now) const;
    /// The status that a path has now (0: no answer), and when that may change by itself.
    [[nodiscard]] int statusOf(std::string_view path, base::Instant now) const;
    [[nodiscard]] std::optional<base::Instant> statusChange(std::string_view path, base::Instant now) const;
    /// Whether a file is there now, and when that may change by itself.
    [[nodiscard]] bool hasFile(std::string_view path, base::Instant now) const;
    [[nodiscard]] std::optional<base::Instant> fileChange(std::string_view path, base::Instant now) const;

    [[nodiscard]] const Identity &identity() const { return m_identity; }
    [[nodiscard]] const AppModel &model() const { return *m_model; }
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] base::Instant started() const { return m_started; }
    [[nodiscard]] const ContainerRoot &root() const { return *m_root; }
    /// The texts of the image's files, by path.
    [[nodiscard]] std::map<std::string, std::string> files() const;
    [[nodiscard]] bool isListening(base::Instant now) const
    {
        return m_isOpen && m_port != 0 && now >= m_listensFrom;
    }
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] base::Instant listensFrom() const { return m_listensFrom; }
    /// Precondition: isListening().
    [[nodiscard]] Answer handle(const Asked &asked, base::Instant now, base::RandomStream &random);
    /// Whether SIGTERM ends it.
    [[nodiscard]] bool hearsTerm() const { return !m_model->ignoresTerm && !m_plan; }
    /// SIGTERM: whether it will end by itself.
    bool terminate();
    /// The process is gone; its log stays readable.
    void stop();

    struct LogLine {
        base::Instant at;
        std::string text;
    };
    enum class Lines : std::uint8_t {
        All,
        Own ///< what it writes without being asked: known for the future, too
    };
    /// Oldest first; bounded as the runtime rotates logs.
    [[nodiscard]] std::vector<LogLine> log(base::Instant until, Lines which = Lines::All) const;
    /// Follows what it writes when it is asked something, until `stop()`; ends when the number is given to
    /// unfollow.
    std::uint64_t follow(LogFollower follower);
    void unfollow(std::uint64_t id) { m_followers.erase(id); }

private:
    /// A request's log line, rendered only when somebody reads it.
    struct Entry {
        base::Instant at;
        std::uint64_t count;
        std::string detail; ///< what only some models print
    };
    [[nodiscard]] const AppModel::Route *route(std::string_view path) const;
    void note(const Asked &asked, base::Instant now);
    [[nodiscard]] base::Duration takeTurn(base::Instant now, base::Duration work);
    [[nodiscard]] std::string render(std::string_view text, base::Instant at, std::uint64_t count,
                                     std::string_view detail = {}) const;

    Identity m_identity;
    AppModelPtr m_model;
    const ContainerRoot *m_root;
    std::string m_version;
    std::uint16_t m_port;
    base::Instant m_started, m_listensFrom;
    std::string m_body;
    bool m_isRunning = true, m_isOpen = true;
    std::uint64_t m_requests = 0;
    std::optional<CommandPlan> m_plan;
    std::optional<End> m_ownEnd;
    std::int64_t m_memoryLimit = 0;
    std::function<void(const End &)> m_onEnd;
    std::function<void()> m_onQueue;
    std::vector<base::Instant> m_turns; ///< when each of its concurrent workers is free
    std::deque<Entry> m_entries;
    std::uint64_t m_nextFollower = 0;
    std::map<std::uint64_t, LogFollower> m_followers;
};

/// The programs of a cluster by the address of their Pod: what the data plane reaches.
class AppHost {
public:
    /// The network of a Pod: there from its sandbox until it has ended, with or without programs.
    void addPod(const std::string &ip);
    void removePod(std::string_view ip);
    void addApp(const std::string &ip, std::shared_ptr<App> app);
    void removeApp(std::string_view ip, const App &app);
    [[nodiscard]] bool hasPod(std::string_view ip) const { return m_pods.contains(ip); }
    /// The program that owns this port; null when nothing listens there.
    [[nodiscard]] std::shared_ptr<App> find(std::string_view ip, std::uint16_t port) const;
    [[nodiscard]] std::vector<api::ContainerUsage> usage(base::Instant now) const;

private:
    std::map<std::string, std::vector<std::shared_ptr<App>>, std::less<>> m_pods;
};

} // namespace minato::components
