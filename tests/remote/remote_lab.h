// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/http_transport.h"

#include <QTest>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace minato::tests {

constexpr std::chrono::seconds kPatience{30}; ///< for what comes at once, on a busy computer

/// An Access to a server as a kubeconfig would give it: context, cluster and user "lab".
[[nodiscard]] inline remote::Access accessTo(const std::string &url)
{
    remote::Access access;
    access.context = "lab";
    access.server = access.cluster.server = url;
    access.clusterEntry = {remote::Entry::Section::Cluster, "lab"};
    access.userEntry = {remote::Entry::Section::User, "lab"};
    access.cluster.place = {"/k/config", 3};
    access.user.place = {"/k/config", 7};
    return access;
}

[[nodiscard]] inline api::Request listOfPods()
{
    api::Request request;
    request.verb = api::Verb::List;
    request.resource = {"", "v1", "pods"};
    request.ns = "default";
    return request;
}

/// An open transport, and what went wrong with it.
class RemoteLab {
public:
    explicit RemoteLab(const remote::Access &access, remote::HttpTransport::Options options = {})
    {
        auto opened = remote::HttpTransport::open(access, options);
        if (!opened) {
            troubles = opened.error();
            return;
        }
        transport = *std::move(opened);
        transport->setObserver(
            {.troubled = [this](const remote::Trouble &trouble) { troubles.push_back(trouble); },
             .reached = [this] { ++reachedCount; }});
    }

    /// The answer to a list of Pods.
    [[nodiscard]] api::Result<api::Response> list()
    {
        std::optional<api::Result<api::Response>> answer;
        const api::CallPtr call =
            transport->send(listOfPods(), [&answer](auto result) { answer = std::move(result); });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, kPatience))
            return std::unexpected(kube::Status::internal("the test got no answer"));
        return *std::move(answer);
    }
    /// A watch of Pods, and what it brought.
    void watch()
    {
        m_watch = transport->watch(listOfPods(), [this](auto batch) {
            if (!batch)
                watchError = batch.error();
            else if (batch->empty())
                hasWatchEnded = true;
            else
                for (const auto &event : *batch)
                    seen.push_back(std::string(event.object->name()));
        });
    }

    std::unique_ptr<remote::HttpTransport> transport;
    remote::Troubles troubles;
    int reachedCount = 0;
    std::vector<std::string> seen;
    std::optional<kube::Status> watchError;
    bool hasWatchEnded = false;

private:
    api::CallPtr m_watch;
};

constexpr const char *kNoPods =
    R"({"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"5"},"items":[]})";

[[nodiscard]] inline QByteArray podEvent(const char *type, const char *name, int version)
{
    return QByteArray(R"({"type":")") + type +
           R"(","object":{"kind":"Pod","apiVersion":"v1","metadata":{"name":")" + name +
           R"(","namespace":"default","resourceVersion":")" + QByteArray::number(version) + "\"}}}\n";
}

/// That this is what was told last, as a sentence in both languages that names the entry.
inline bool isTold(const remote::Troubles &troubles, remote::Trouble::Kind kind)
{
    if (troubles.empty() || troubles.back().kind != kind) {
        qWarning("told: %s", troubles.empty() ? "nothing" : remote::sentenceOf(troubles.back()).en.c_str());
        return false;
    }
    const auto [en, ja] = remote::sentenceOf(troubles.back());
    return en.contains("\"lab\"") && ja.contains("「lab」") && troubles.back().place.file == "/k/config";
}

} // namespace minato::tests
