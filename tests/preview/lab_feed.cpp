// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/lab_feed.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <tuple>

namespace minato::tests {

using namespace session;

namespace {

constexpr const char *kPrefix = "kubernetes-bootcamp-6c5b8f9d7b-";

base::Instant at(double seconds)
{
    return base::kSimEpoch + base::Duration(static_cast<std::int64_t>(seconds * 1e9));
}

DeploymentState deployment(int desired, int ready)
{
    return {.uid = "d1",
            .ns = "default",
            .name = "kubernetes-bootcamp",
            .desired = desired,
            .existing = desired,
            .ready = ready,
            .available = ready,
            .updated = desired};
}

ServiceState service(const std::vector<std::string> &pods)
{
    SliceState slice{.ready = static_cast<int>(pods.size())};
    for (const std::string &uid : pods)
        slice.endpoints.push_back({uid, true, true, false});
    std::ranges::sort(slice.endpoints);
    return {.uid = "s1",
            .ns = "default",
            .name = "kubernetes-bootcamp",
            .type = "NodePort",
            .clusterIp = "10.96.112.34",
            .port = 8080,
            .nodePort = 31437,
            .slices = {std::make_shared<const SliceState>(std::move(slice))},
            .readyEndpoints = static_cast<int>(pods.size())};
}

EventLine event(int n, double second, const char *reason, const char *object, const char *message,
                bool warning = false)
{
    return {.uid = "e" + std::to_string(n),
            .at = at(second),
            .isWarning = warning,
            .reason = reason,
            .object = object,
            .message = message,
            .count = warning ? 3 : 1};
}

} // namespace

PodState LabFeed::pod(const std::string &suffix, const std::string &node, PodPhase phase, int second)
{
    PodState state{.uid = "p-" + suffix,
                   .ns = "default",
                   .name = kPrefix + suffix,
                   .node = node,
                   .generateName = kPrefix,
                   .ownerKind = "ReplicaSet",
                   .owner = "kubernetes-bootcamp-6c5b8f9d7b",
                   .app = "kubernetes-bootcamp",
                   .version = "v1",
                   .phase = phase,
                   .milliCpu = 250,
                   .memoryBytes = 256ll << 20,
                   .createdAt = at(second)};
    if (!node.empty() && phase != PodPhase::Starting)
        state.ip = "10.244." + std::to_string(node.back() - '0') + "." + std::to_string(2 + suffix[0] % 9);
    if (phase == PodPhase::Starting)
        state.reason = "ContainerCreating";
    return state;
}

Batch LabFeed::start()
{
    Batch batch;
    batch.nodes["n0"] = NodeState{.uid = "n0",
                                  .name = "control-plane",
                                  .isControlPlane = true,
                                  .isReady = true,
                                  .milliCpu = 2000,
                                  .memoryBytes = 4ll << 30,
                                  .podCapacity = 110};
    for (int i = 1; i <= 3; ++i) {
        const std::string uid = "n" + std::to_string(i);
        batch.nodes[uid] = NodeState{.uid = uid,
                                     .name = "worker-" + std::to_string(i),
                                     .isReady = true,
                                     .milliCpu = 2000,
                                     .memoryBytes = 4ll << 30,
                                     .podCapacity = 110};
    }
    batch.pods["p-x2kqp"] = pod("x2kqp", "worker-1", PodPhase::Running, 0);
    batch.deployments["d1"] = deployment(1, 1);
    batch.replicaSets["r1"] = ReplicaSetState{.uid = "r1",
                                              .ns = "default",
                                              .name = "kubernetes-bootcamp-6c5b8f9d7b",
                                              .owner = "kubernetes-bootcamp",
                                              .version = "v1",
                                              .revision = 1,
                                              .desired = 1,
                                              .existing = 1,
                                              .ready = 1};
    batch.services["s1"] = service({"p-x2kqp"});
    batch.replicas = {{at(3), "d1", 1, 1, 0, 0}, {at(6), "d1", 1, 1, 1, 1}};
    TrafficState &traffic = batch.traffic["default/kubernetes-bootcamp"];
    traffic.sample.pods = {{.uid = "p-x2kqp"}};
    batch.clock = ClockState{.now = at(68)};
    return batch;
}

Batch LabFeed::busy()
{
    Batch batch;
    for (const PodState &p :
         {pod("m4t8z", "worker-2", PodPhase::Running, 70), pod("9sd2f", "worker-3", PodPhase::Running, 70),
          pod("zz81q", "worker-2", PodPhase::Starting, 70),
          pod("p0o9i", "worker-1", PodPhase::Terminating, 60),
          pod("qq1ab", "worker-3", PodPhase::Failed, 61)})
        batch.pods[p.uid] = p;
    PodState waiting = pod("tt5rw", "", PodPhase::Pending, 71);
    waiting.message = "0/4 nodes are available: 3 Insufficient memory.";
    batch.pods[waiting.uid] = waiting;
    batch.deployments["d1"] = deployment(6, 3);
    batch.services["s1"] = service({"p-x2kqp", "p-m4t8z", "p-9sd2f"});
    batch.replicas = {{at(70), "d1", 6, 1, 1, 1}, {at(73), "d1", 6, 6, 2, 2}, {at(74), "d1", 6, 6, 3, 3}};
    batch.clock = ClockState{.now = at(128)};
    const char *rs = "ReplicaSet/kubernetes-bootcamp-6c5b8f9d7b";
    batch.events["e1"] = event(1, 70, "ScalingReplicaSet", "Deployment/kubernetes-bootcamp",
                               "Scaled up replica set kubernetes-bootcamp-6c5b8f9d7b from 1 to 6");
    batch.events["e2"] =
        event(2, 70, "SuccessfulCreate", rs, "Created pod: kubernetes-bootcamp-6c5b8f9d7b-m4t8z");
    batch.events["e3"] =
        event(3, 70.2, "Scheduled", "Pod/kubernetes-bootcamp-6c5b8f9d7b-m4t8z",
              "Successfully assigned default/kubernetes-bootcamp-6c5b8f9d7b-m4t8z to worker-2");
    batch.events["e4"] = event(4, 71, "FailedScheduling", "Pod/kubernetes-bootcamp-6c5b8f9d7b-tt5rw",
                               "0/4 nodes are available: 3 Insufficient memory.", true);
    return batch;
}

Batch LabFeed::traffic(int requests)
{
    Batch batch;
    const std::vector<std::string> pods{"9sd2f", "m4t8z", "x2kqp"};
    for (int i = 0; i < requests; ++i) {
        const std::string &suffix = pods[static_cast<std::size_t>(i * 7 % 11) % pods.size()];
        const RouteEvent route{at(100), "default/kubernetes-bootcamp",
                               suffix == "x2kqp"   ? "worker-1"
                               : suffix == "m4t8z" ? "worker-2"
                                                   : "worker-3",
                               "p-" + suffix, true};
        batch.count(route, kPrefix + suffix);
        if (batch.routes.size() < Batch::kMaxRoutes)
            batch.routes.push_back(route);
    }
    TrafficState &state = batch.traffic["default/kubernetes-bootcamp"];
    state.since = at(74);
    for (const std::string &suffix : pods) {
        const std::uint64_t count = batch.routeCounts["default/kubernetes-bootcamp/p-" + suffix].answered;
        state.sample.pods.push_back({.uid = "p-" + suffix, .requests = count, .draws = count});
        state.pods["p-" + suffix] = {.name = kPrefix + suffix, .answered = count};
        state.answered += count;
        state.recent.add(at(100), "p-" + suffix, count);
    }
    return batch;
}

Batch LabFeed::terminal()
{
    using Kind = TerminalChunk::Kind;
    Batch batch;
    const auto run = [&batch](const char *line, const char *output, Kind kind = Kind::Out) {
        batch.terminal.push_back({Kind::Entered, line});
        batch.terminal.push_back({kind, output});
        batch.terminal.push_back({Kind::Finished, ""});
    };
    run("kubectl scale deployments/kubernetes-bootcamp --replicas=6",
        "deployment.apps/kubernetes-bootcamp scaled\n");
    run("kubectl get pods",
        "NAME                                   READY   STATUS              RESTARTS   AGE\n"
        "kubernetes-bootcamp-6c5b8f9d7b-9sd2f   1/1     Running             0          4s\n"
        "kubernetes-bootcamp-6c5b8f9d7b-p0o9i   1/1     Terminating         0          64s\n"
        "kubernetes-bootcamp-6c5b8f9d7b-tt5rw   0/1     Pending             0          3s\n"
        "kubernetes-bootcamp-6c5b8f9d7b-zz81q   0/1     ContainerCreating   0          4s\n");
    run("kubectl get pod", "error: you must specify the type of resource to get\n", Kind::Err);
    return batch;
}

Batch LabFeed::crowd(int pods)
{
    Batch batch;
    for (int i = 0; i < pods; ++i) {
        const std::string suffix = "c" + std::to_string(1000 + i);
        batch.pods["p-" + suffix] = pod(suffix, "worker-" + std::to_string(i % 3 + 1),
                                        i % 9 ? PodPhase::Running : PodPhase::Starting, 80);
    }
    return batch;
}

namespace {

PodPhase cityPhase(int i)
{
    return i % 97 == 0   ? PodPhase::Failed
           : i % 41 == 0 ? PodPhase::Terminating
           : i % 13 == 0 ? PodPhase::Starting
                         : PodPhase::Running;
}

PodState cityPod(int i, int nodes)
{
    PodState pod = LabFeed::pod("c" + std::to_string(100'000 + i), "node-" + std::to_string(i % nodes + 1),
                                cityPhase(i), i / 100);
    pod.milliCpu = 10;
    pod.memoryBytes = 16ll << 20;
    if (i % 4 == 0) {
        pod.version = "v2";
        pod.owner = "kubernetes-bootcamp-7f9c4d5b66";
    }
    return pod;
}

} // namespace

Batch LabFeed::city(int nodes, int pods, int zones)
{
    Batch batch = start();
    batch.nodes.clear();
    batch.pods.clear();
    for (int i = 1; i <= nodes; ++i) {
        NodeState node{.uid = "n" + std::to_string(i),
                       .name = "node-" + std::to_string(i),
                       .isReady = nodes < 9 || i % 37 != 0};
        if (zones > 0)
            node.zone = std::string("zone-") + char('a' + i % zones);
        node.isSchedulable = nodes < 9 || i % 29 != 0;
        node.milliCpu = 4000;
        node.memoryBytes = 8ll << 30;
        node.podCapacity = 250;
        batch.nodes[node.uid] = node;
    }
    for (int i = 0; i < pods; ++i) {
        PodState pod = cityPod(i, nodes);
        batch.pods[pod.uid] = std::move(pod);
    }
    batch.deployments["d1"] = deployment(pods, pods - pods / 10);
    for (const auto &[uid, name, version, revision] :
         {std::tuple("r1", "6c5b8f9d7b", "v1", 1), {"r2", "7f9c4d5b66", "v2", 2}})
        batch.replicaSets[uid] = ReplicaSetState{.uid = uid,
                                                 .ns = "default",
                                                 .name = std::string("kubernetes-bootcamp-") + name,
                                                 .owner = "kubernetes-bootcamp",
                                                 .version = version,
                                                 .revision = revision,
                                                 .desired = revision == 1 ? pods - pods / 4 : pods / 4,
                                                 .existing = revision == 1 ? pods - pods / 4 : pods / 4};
    return batch;
}

Batch LabFeed::cityChanges(int nodes, int pods, int changes, int round)
{
    Batch batch;
    for (int k = 0; k < changes; ++k) {
        const int i = static_cast<int>((std::int64_t{k} * 7919 + round * 31) % pods);
        PodState pod = cityPod(i, nodes);
        pod.phase = (i + round) % 2 == 0 ? PodPhase::Starting : PodPhase::Running;
        batch.pods[pod.uid] = std::move(pod);
    }
    return batch;
}

viewmodels::LessonContent LabFeed::lesson(const QString &folder, const QString &language)
{
    using viewmodels::LessonContent;
    QFile file(folder + QStringLiteral("/lesson.%1.md").arg(language));
    LessonContent content{.id = QStringLiteral("scale"), .minutes = 12};
    if (!file.open(QIODevice::ReadOnly))
        return content;
    const QStringList parts = QString::fromUtf8(file.readAll()).split(QStringLiteral("<!-- seg:"));
    content.pages = {{.id = QStringLiteral("intro")}};
    for (const QString &part : parts.sliced(1)) {
        const QString id = part.section(QStringLiteral(" -->"), 0, 0);
        const QString text = part.section(QStringLiteral(" -->"), 1).trimmed();
        const QString group = id.section(u'.', 0, 0), name = id.section(u'.', 1);
        LessonContent::Page *page = &content.pages.front();
        if (group != QLatin1String("lesson")) {
            if (content.pages.back().id != group)
                content.pages.push_back({.id = group, .step = int(content.pages.size()) - 1});
            page = &content.pages.back();
        } else if (name == QLatin1String("end") || name == QLatin1String("next")) {
            if (content.pages.back().id != QLatin1String("outro"))
                content.pages.push_back({.id = QStringLiteral("outro"), .title = content.title});
            page = &content.pages.back();
        }
        if (name == QLatin1String("title")) {
            page->title = text;
            if (group == QLatin1String("lesson"))
                content.title = text;
        } else if (name.startsWith(QLatin1String("goal-"))) {
            page->goals.push_back({name.sliced(5), text, {}});
        } else if (name.startsWith(QLatin1String("hint-"))) {
            page->goals.back().hints += text;
        } else {
            page->segments.push_back({id, text});
            if (name == QLatin1String("predict"))
                page->prediction = {id, group + QStringLiteral(".explain"), 2};
        }
    }
    return content;
}

} // namespace minato::tests
