// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/transcript.h"

#include "base/assert.h"
#include "client/requests.h"
#include "components/common/pod.h"
#include "kube/resource.h"
#include "shell/shell.h"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <format>
#include <ranges>
#include <utility>

namespace minato::tests {
namespace {

using namespace std::chrono_literals;
using namespace kube::resources;

std::string headerOf(const std::string &script)
{
    std::string yaml;
    for (const auto part : std::views::split(script, '\n')) {
        const std::string_view line(part.begin(), part.end());
        if (line.starts_with("#: "))
            yaml += std::string(line.substr(3)) + "\n";
    }
    return yaml;
}

cluster::SimCluster::Options optionsFor(const std::string &script)
{
    cluster::SimCluster::Options options;
    if (const auto yaml = headerOf(script); !yaml.empty()) {
        auto topology = cluster::Topology::parse(yaml, "transcript");
        MINATO_ASSERT(topology.has_value());
        options.topology = std::move(*topology);
    }
    return options;
}

std::string counters(const kube::Value &status, std::initializer_list<std::string_view> names)
{
    std::string text;
    for (const auto name : names) {
        if (const auto count = status[name].asInt(); count != 0)
            text += std::format(" {}={}", name, count);
    }
    return text;
}

std::string conditions(const kube::Value &status)
{
    std::string text;
    for (const kube::Value &condition : status["conditions"].items())
        text += std::format(" {}={}({})", condition["type"].asString(), condition["status"].asString(),
                            condition["reason"].asString());
    return text;
}

std::string podText(const kube::Object &pod)
{
    std::string text(components::podPhase(pod));
    if (const auto node = pod.spec()["nodeName"].asString(); !node.empty())
        text += std::format(" on {}", node);
    text += components::isPodReady(pod) ? " ready" : "";
    for (const kube::Value &container : pod.status()["containerStatuses"].items()) {
        if (const auto reason = container.at("state", "waiting", "reason").asString(); !reason.empty())
            text += std::format(" {}", reason);
        if (const auto &ended = container.at("state", "terminated"); !ended.isNull())
            text += std::format(" exit={}", ended["exitCode"].asInt());
    }
    return text + (pod.isTerminating() ? " terminating" : "");
}

std::string jobText(const kube::Object &job)
{
    const auto &status = job.status();
    std::string text =
        std::format("{} of {}", status["succeeded"].asInt(), job.spec()["completions"].asInt());
    text += counters(status, {"active", "ready", "terminating", "failed"});
    for (const char *list : {"succeeded", "failed"}) {
        if (const auto count = status["uncountedTerminatedPods"][list].size(); count > 0)
            text += std::format(" uncounted-{}={}", list, count);
    }
    return text + conditions(status);
}

std::string nodeText(const kube::Object &node)
{
    std::string text = std::format(
        "Ready={}", components::findCondition(node.status()["conditions"], "Ready")["status"].asString());
    text += node.spec()["unschedulable"].asBool() ? " unschedulable" : "";
    for (const kube::Value &taint : node.spec()["taints"].items())
        text += std::format(" taint={}:{}", taint["key"].asString(), taint["effect"].asString());
    return text;
}

/// What a transcript tells of an object.
std::string textOf(const kube::Object &object)
{
    const auto &status = object.status();
    if (object.kind() == "Pod")
        return podText(object);
    if (object.kind() == "Node")
        return nodeText(object);
    if (object.kind() == "Job")
        return jobText(object);
    if (object.kind() == "Event")
        return std::format(
            "{} {} {}/{}: {}{}", object.root()["type"].asString(), object.root()["reason"].asString(),
            object.at("involvedObject", "kind").asString(), object.at("involvedObject", "name").asString(),
            object.root()["message"].asString(),
            object.root()["count"].asInt(1) > 1 ? std::format(" (x{})", object.root()["count"].asInt())
                                                : std::string());
    if (object.kind() == "ControllerRevision")
        return std::format("revision {}", object.root()["revision"].asInt());
    if (object.kind() == "DaemonSet")
        return std::format(
            "wants {}{}", status["desiredNumberScheduled"].asInt(),
            counters(status, {"currentNumberScheduled", "updatedNumberScheduled", "numberReady",
                              "numberAvailable", "numberUnavailable", "numberMisscheduled"}));
    return std::format("wants {}{}{}", object.spec()["replicas"].asInt(),
                       counters(status, {"replicas", "updatedReplicas", "readyReplicas", "availableReplicas",
                                         "unavailableReplicas", "currentHealthy", "disruptionsAllowed"}),
                       conditions(status));
}

std::string shortKind(const kube::Object &object)
{
    std::string kind(object.kind());
    std::ranges::transform(kind, kind.begin(), [](char c) { return static_cast<char>(std::tolower(c)); });
    return kind;
}

} // namespace

/// Says each line before it runs, a second after the one before: a person has to type it.
class Transcript::Observer : public shell::LineObserver {
public:
    explicit Observer(Transcript &transcript) : m_transcript(transcript) {}
    [[nodiscard]] client::Task<void> lineBegins(std::string text, int) override
    {
        co_await client::sleep(m_transcript.m_cluster.timers(), 1s);
        m_transcript.say("$", text);
        m_transcript.inject(text);
    }
    void lineEnded(int status) override
    {
        if (status != 0)
            m_transcript.say("?", std::format("exit status {}", status));
    }

private:
    Transcript &m_transcript;
};

Transcript::Transcript(const std::string &script) : m_cluster(optionsFor(script))
{
    MINATO_ASSERT(m_cluster.settle());
    m_start = m_cluster.timers().now();
    for (const auto *resource : {&kDeployments, &kReplicaSets, &kStatefulSets, &kDaemonSets,
                                 &kControllerRevisions, &kPods, &kNodes, &kPodDisruptionBudgets, &kEvents})
        follow(*resource);
    // One watch more moves the others' moments: only where it has something to tell.
    if (script.contains("kind: Job"))
        follow(kJobs);
    m_cluster.control().runUntil(m_start + 500ms);
    m_text.clear(); // what was there already is not news
    for (const auto part : std::views::split(script, '\n')) {
        const std::string_view line(part.begin(), part.end());
        if (line.starts_with("#: "))
            continue;
        if (!line.starts_with("# "))
            break;
        m_text += std::string(line) + "\n";
    }
    shell::Shell terminal({m_cluster.transport(), m_cluster.traffic(), m_cluster.timers()});
    Observer observer(*this);
    auto task = terminal.runScript(
        script, [this](shell::Stream, std::string_view piece) { print(piece); }, &observer);
    task.start();
    m_cluster.control().runUntil([&] { return task.isDone(); }, 2h);
}

void Transcript::inject(std::string_view line)
{
    using Kind = api::Fault::Kind;
    for (const auto &[text, kind] : {std::pair{std::string_view(": power off "), Kind::PowerOff},
                                     std::pair{std::string_view(": power on "), Kind::PowerOn},
                                     std::pair{std::string_view(": add node "), Kind::AddNode},
                                     std::pair{std::string_view(": remove node "), Kind::RemoveNode}}) {
        if (!line.starts_with(text))
            continue;
        const auto done = m_cluster.control().inject({kind, std::string(line.substr(text.size()))});
        if (!done)
            say("?", done.error());
    }
}

void Transcript::say(std::string_view mark, std::string_view line)
{
    const auto since = m_cluster.timers().now() - m_start;
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
    m_text += std::format("{:5}.{:03} {} {}\n", milliseconds / 1000, milliseconds % 1000, mark, line);
}

void Transcript::print(std::string_view piece)
{
    m_line += piece;
    for (auto end = m_line.find('\n'); end != std::string::npos; end = m_line.find('\n')) {
        say("|", m_line.substr(0, end));
        m_line.erase(0, end + 1);
    }
}

void Transcript::follow(const kube::GroupVersionResource &resource)
{
    m_watches.push_back(m_cluster.transport().watch(client::listRequest(resource), [this](auto batch) {
        if (!batch)
            return;
        for (const api::WatchEvent &event : *batch) {
            if (event.type != api::WatchEvent::Type::Bookmark)
                note(*event.object, event.type == api::WatchEvent::Type::Deleted);
        }
    }));
}

void Transcript::note(const kube::Object &object, bool isGone)
{
    const std::string name = std::format("{}/{}", shortKind(object), object.name());
    const std::string text = isGone ? "gone" : textOf(object);
    if (std::exchange(m_known[name], text) == text)
        return;
    if (object.kind() != "Event")
        say("*", std::format("{} {}", name, text));
    else if (!isGone)
        say("!", text);
}

} // namespace minato::tests
