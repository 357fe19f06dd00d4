// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/context_list.h"
#include "session/remote_options.h"
#include "tour_scene_list.h"
#include "viewmodels/app_model.h"
#include "viewmodels/start/context_list_model.h"

namespace minato::app {
namespace {

using namespace std::chrono_literals;

/// A real cluster as a backend would tell of it; there is none on a tour.
session::ConnectionState realCluster()
{
    using session::Lack;
    return {
        .context = "kind-dev",
        .server = "https://127.0.0.1:6443",
        .user = "kind-dev",
        .ns = session::RemoteOptions::kNamespace,
        .stage = session::ConnectionState::Stage::Connected,
        .trouble = {},
        .lacks = {Lack::OwnTime, Lack::Decisions, Lack::Power, Lack::Programs},
        .hidden = {},
        .narrowed = {},
        .ways = {{"default/kubernetes-bootcamp", {session::WayState::Way::NodePort, "192.168.49.2:30080"}}}};
}

void tellConnection(TourStage &stage, session::ConnectionState state)
{
    session::Batch batch;
    batch.connection = std::move(state);
    stage.app().apply(batch);
}

/// A difference report as it comes when the real cluster's machines are smaller.
session::ComparisonState smallerMachines()
{
    using comparison::Where;
    session::ComparisonState state{.stage = session::ComparisonState::Stage::Done,
                                   .lines = {"kubectl scale deployments/kubernetes-bootcamp --replicas=4"},
                                   .report = {},
                                   .simulated = {3, 12000, std::int64_t{24} << 30},
                                   .real = {2, 2000, std::int64_t{4} << 30},
                                   .unseen = {},
                                   .notTaken = {},
                                   .refusal = {}};
    state.report.comparedObjects = 9;
    state.report.before = 3;
    state.report.objects = {
        {"Deployment", "kubernetes-bootcamp", Where::Both, {{"status.readyReplicas", "4", "2"}}},
        {"Pod",
         "kubernetes-bootcamp-<hash>-~",
         Where::Both,
         {{"spec.nodeName", "\"<node>\"", ""}, {"status.phase", "\"Running\"", "\"Pending\""}}},
        {"ConfigMap", "theirs", Where::Real, {}}};
    state.report.events = {
        {Where::Simulated, "Normal Scheduled Pod/kubernetes-bootcamp-<hash>-~: Successfully assigned "
                           "minato-lesson/kubernetes-bootcamp-<hash>-~ to <node>"},
        {Where::Real, "Warning FailedScheduling Pod/kubernetes-bootcamp-<hash>-~: 0/2 nodes are available: 2 "
                      "Insufficient cpu."}};
    return state;
}

void compare(TourStage &stage, std::optional<session::ComparisonState> state)
{
    auto real = realCluster();
    real.mayWrite = true;
    tellConnection(stage, std::move(real));
    session::Batch batch;
    batch.comparison = std::move(state);
    stage.app().apply(batch);
    stage.app().commands()->trigger(QStringLiteral("cluster.compare"));
}

void addComparisonScenes(Scenes &scenes)
{
    scenes.add("compare-simulated", kLesson,
               [](TourStage &stage) { stage.app().commands()->trigger(QStringLiteral("cluster.compare")); });
    scenes.add("compare-ask", kLesson, [](TourStage &stage) { compare(stage, {}); });
    scenes.add("compare-report", kLesson, [](TourStage &stage) { compare(stage, smallerMachines()); });
    scenes.add("compare-nothing", kLesson, [](TourStage &stage) {
        auto state = smallerMachines();
        state.report = {.comparedObjects = 9};
        compare(stage, std::move(state));
    });
}

/// Contexts as a kubeconfig has them: a good one, one whose server may be anybody, one that lacks its user.
void showContexts(TourStage &stage)
{
    stage.press("start.home");
    stage.settle();
    const auto config = remote::parseKubeconfig(R"(current-context: kind-dev
clusters:
- {name: kind, cluster: {server: "https://127.0.0.1:6443"}}
- {name: lab, cluster: {server: "https://lab.example:6443", insecure-skip-tls-verify: true}}
contexts:
- {name: kind-dev, context: {cluster: kind, user: dev}}
- {name: old-lab, context: {cluster: kind, user: gone}}
- {name: school, context: {cluster: lab, user: dev}}
users:
- {name: dev, user: {token: x}}
)",
                                                "/home/you/.kube/config");
    if (config)
        stage.contexts().setContexts(QStringLiteral("/home/you/.kube/config"),
                                     remote::contextChoices(*config));
}

} // namespace

void addRealScenes(Scenes &scenes)
{
    scenes.add("real", kTraffic, [](TourStage &stage) {
        stage.run(kUp + u'\n' + kRequests, 1s);
        tellConnection(stage, realCluster());
    });
    scenes.add("real-sheet", kLesson, [](TourStage &stage) {
        tellConnection(stage, realCluster());
        stage.press("connection.badge");
    });
    scenes.add("real-writing", kLesson, [](TourStage &stage) {
        auto state = realCluster();
        state.mayWrite = state.isInsecure = true;
        state.hidden = {"nodes"};
        state.narrowed = {"events", "pods"};
        tellConnection(stage, std::move(state));
        stage.press("connection.badge");
    });
    scenes.add("real-troubled", kLesson, [](TourStage &stage) {
        auto state = realCluster();
        state.isInsecure = true;
        state.stage = session::ConnectionState::Stage::Troubled;
        state.since = base::kSimEpoch;
        const remote::Trouble trouble{remote::Trouble::Kind::TimedOut,
                                      {"/home/you/.kube/config", 3},
                                      {remote::Entry::Section::Cluster, "kind"},
                                      {},
                                      "127.0.0.1:6443"};
        state.trouble = {base::toString(diagnosticOf(trouble, remote::Language::English)),
                         base::toString(diagnosticOf(trouble, remote::Language::Japanese))};
        tellConnection(stage, std::move(state));
    });
    scenes.add("real-estimate", kInspector, [](TourStage &stage) {
        stage.run(kUp, 20s);
        auto state = realCluster();
        state.narrowed = {"pods"};
        tellConnection(stage, std::move(state));
        estimate(stage, "Pod", firstPod(stage));
    });
    scenes.add("real-story", kStory, [](TourStage &stage) {
        stage.run(kUp, 20s);
        tellConnection(stage, realCluster());
    });
    addComparisonScenes(scenes);
    scenes.add("start-contexts", {}, showContexts, [](TourStage &stage) { stage.reach("start.own.again"); });
}

} // namespace minato::app
