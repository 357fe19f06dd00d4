// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/lesson_setup.h"
#include "session/session.h"
#include "session/wire.h"

#include <QTest>
#include <QUrl>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace minato::tests {

using namespace std::chrono_literals;

/// A simulated cluster that is served, for a session that knows it as a real one.
class ServedCluster {
public:
    explicit ServedCluster(cluster::Topology topology = cluster::Topology::chapter(1))
        : m_session({.topology = std::move(topology)}, session::Session::Mode::Threaded,
                    session::ServeOptions{})
    {
        std::optional<QUrl> url;
        QObject::connect(&m_session, &session::Session::batchReady, [&url](const session::Batch &batch) {
            if (batch.served)
                url = QUrl(QString::fromStdString(batch.served->url));
        });
        m_session.open();
        if (!QTest::qWaitFor([&url] { return url.has_value(); }, 60s))
            qFatal("the cluster is not served");
        m_session.disconnect();
        m_port = static_cast<quint16>(url->port());
    }
    [[nodiscard]] quint16 port() const { return m_port; }
    /// What nobody can ask of a real cluster: its time goes faster.
    void setSpeed(double speed) { m_session.send(session::SetSpeed{speed}); }

private:
    session::Session m_session;
    quint16 m_port = 0;
};

[[nodiscard]] inline session::RemoteOptions remoteOptions(quint16 port)
{
    session::RemoteOptions options{.access = {}};
    remote::Access &access = options.access;
    access.context = "lab";
    access.server = access.cluster.server = "http://127.0.0.1:" + std::to_string(port);
    access.clusterEntry = {remote::Entry::Section::Cluster, "lab"};
    access.userEntry = {remote::Entry::Section::User, "lab"};
    access.cluster.place = {"/k/config", 3};
    return options;
}

/// A session with a real cluster, and what its batches told.
class RemoteSession {
public:
    explicit RemoteSession(session::RemoteOptions options) : m_session(std::move(options))
    {
        QObject::connect(&m_session, &session::Session::batchReady,
                         [this](const session::Batch &batch) { take(batch); });
        m_session.open();
    }
    void send(const session::Command &command) { m_session.send(command); }
    /// Runs a line; its exit status, or -1. What it printed is in `printed`.
    int run(const std::string &line)
    {
        printed.clear();
        m_status.reset();
        send(session::RunLine{line});
        return wait([this] { return m_status.has_value(); }) ? *m_status : -1;
    }
    [[nodiscard]] bool wait(const std::function<bool()> &condition) const
    {
        return QTest::qWaitFor(condition, 60s);
    }
    [[nodiscard]] bool isAt(session::ConnectionState::Stage stage) const
    {
        return connection && connection->stage == stage;
    }
    /// The name of a node that runs Pods.
    [[nodiscard]] std::string worker() const
    {
        const auto found =
            std::ranges::find(nodes, false, [](const auto &node) { return node.second.isControlPlane; });
        return found == nodes.end() ? std::string() : found->second.name;
    }
    [[nodiscard]] std::size_t podsIn(const std::string &ns) const
    {
        return static_cast<std::size_t>(
            std::ranges::count(pods, ns, [](const auto &pod) { return pod.second.ns; }));
    }

    std::optional<session::ConnectionState> connection;
    std::vector<remote::Sentence> troubles; ///< each as it was told
    std::vector<session::Problem> problems;
    std::map<std::string, session::PodState> pods;
    std::map<std::string, session::NodeState> nodes;
    std::map<std::string, session::DeploymentState> deployments;
    std::optional<session::LessonState> lesson;
    std::optional<session::ClockState> clock;
    session::Answers answers;
    std::optional<session::ComparisonState> comparison;
    std::string printed;

private:
    template <class T>
    static void merge(std::map<std::string, T> &into, const session::Changes<T> &changes)
    {
        for (const auto &[uid, state] : changes) {
            if (state)
                into.insert_or_assign(uid, *state);
            else
                into.erase(uid);
        }
    }
    void take(const session::Batch &batch)
    {
        merge(pods, batch.pods);
        merge(nodes, batch.nodes);
        merge(deployments, batch.deployments);
        if (batch.connection) {
            connection = batch.connection;
            if (!connection->trouble.en.empty())
                troubles.push_back(connection->trouble);
        }
        if (batch.lesson)
            lesson = batch.lesson;
        if (batch.clock)
            clock = batch.clock;
        if (batch.comparison)
            comparison = batch.comparison;
        for (const auto &[id, answer] : batch.answers)
            answers.insert_or_assign(id, answer);
        problems.insert(problems.end(), batch.problems.begin(), batch.problems.end());
        for (const auto &chunk : batch.terminal) {
            if (chunk.kind == session::TerminalChunk::Kind::Finished)
                m_status = chunk.exitStatus;
            else if (chunk.kind != session::TerminalChunk::Kind::Entered)
                printed += chunk.text;
        }
    }

    session::Session m_session;
    std::optional<int> m_status;
};

} // namespace minato::tests
