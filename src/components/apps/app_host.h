// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/metrics.h"
#include "components/apps/app_model.h"

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
    };
    struct Asked {
        std::string_view method, path, client;
    };
    /// Pieces of log as they are written; an empty one is the end.
    using LogFollower = std::function<void(std::string_view)>;

    App(Identity identity, const ImageInfo &image, std::uint16_t port, base::Instant started,
        base::Duration startup);

    [[nodiscard]] const Identity &identity() const { return m_identity; }
    [[nodiscard]] const AppModel &model() const { return *m_model; }
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] base::Instant started() const { return m_started; }
    [[nodiscard]] const ContainerRoot &root() const { return *m_root; }
    /// The texts of the image's files, by path.
    [[nodiscard]] std::map<std::string, std::string> files() const;
    [[nodiscard]] bool isListening(base::Instant now) const { return m_isOpen && now >= m_listensFrom; }
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] base::Instant listensFrom() const { return m_listensFrom; }
    /// Precondition: isListening().
    [[nodiscard]] Answer handle(const Asked &asked, base::Instant now, base::RandomStream &random);
    /// CPU time used since the start, of all CPUs.
    [[nodiscard]] base::Duration cpuTime(base::Instant now) const;
    /// SIGTERM: whether it will end by itself.
    bool terminate();
    /// The process is gone; its log stays readable.
    void stop();

    struct LogLine {
        base::Instant at;
        std::string text;
    };
    /// Oldest first; bounded as the runtime rotates logs.
    [[nodiscard]] std::vector<LogLine> log(base::Instant now) const;
    /// Follows until `stop()`; ends when the number is given to unfollow.
    std::uint64_t follow(LogFollower follower);
    void unfollow(std::uint64_t id) { m_followers.erase(id); }

private:
    /// A request's log line, rendered only when somebody reads it.
    struct Entry {
        base::Instant at;
        std::uint64_t count;
        std::string detail; ///< what only some models print
    };
    [[nodiscard]] std::string render(std::string_view text, base::Instant at, std::uint64_t count,
                                     std::string_view detail = {}) const;

    Identity m_identity;
    const AppModel *m_model;
    const ContainerRoot *m_root;
    std::string m_version;
    std::uint16_t m_port;
    base::Instant m_started, m_listensFrom;
    std::string m_body;
    bool m_isRunning = true, m_isOpen = true;
    std::uint64_t m_requests = 0;
    base::Duration m_requestCpu{}; ///< used by requests
    std::deque<Entry> m_entries;
    std::uint64_t m_nextFollower = 0;
    std::map<std::uint64_t, LogFollower> m_followers;
};

/// The programs of a cluster by the address of their Pod: what the data plane reaches.
class AppHost : public api::UsageSource {
public:
    /// The network of a Pod: there from its sandbox until it has ended, with or without programs.
    void addPod(const std::string &ip);
    void removePod(std::string_view ip);
    void addApp(const std::string &ip, std::shared_ptr<App> app);
    [[nodiscard]] bool hasPod(std::string_view ip) const { return m_pods.contains(ip); }
    /// The program that owns this port; null when nothing listens there.
    [[nodiscard]] std::shared_ptr<App> find(std::string_view ip, std::uint16_t port) const;
    [[nodiscard]] std::vector<api::ContainerUsage> usage(base::Instant now) const override;

private:
    std::map<std::string, std::vector<std::shared_ptr<App>>, std::less<>> m_pods;
};

} // namespace minato::components
