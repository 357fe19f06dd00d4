// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour_scenes.h"

#include "lab_lesson.h"
#include "remote/context_list.h"
#include "session/remote_options.h"
#include "tour_stage.h"
#include "viewmodels/app_model.h"
#include "viewmodels/start/context_list_model.h"

#include <tuple>

namespace minato::app {
namespace {

using namespace std::chrono_literals;

const QString kUp = QStringLiteral("kubectl scale deployments/kubernetes-bootcamp --replicas=4\n"
                                   "kubectl rollout status deployments/kubernetes-bootcamp");
const QString kRequests =
    QStringLiteral("for i in $(seq 60); do curl -s host01:$(kubectl get services/kubernetes-bootcamp -o "
                   "jsonpath='{.spec.ports[0].nodePort}'); done");
const QString kManyLines = QStringLiteral("kubectl get pods -A -o wide\nkubectl describe deployments\n"
                                          "kubectl explain deployment.spec\nkubectl get nodes,pods -o wide");

QString scaleTo(int replicas)
{
    return QStringLiteral("kubectl scale deployments/kubernetes-bootcamp --replicas=%1").arg(replicas);
}

const QString kImage =
    QStringLiteral("kubectl set image deployments/kubernetes-bootcamp kubernetes-bootcamp=");
const QString kNewImage = kImage + QStringLiteral("docker.io/jocatalin/kubernetes-bootcamp:v2"),
              kNoImage = kImage + QStringLiteral("gcr.io/google-samples/kubernetes-bootcamp:v10");

/// A message that cannot be caused by a healthy program, as the backend would send it.
void tellProblem(TourStage &stage)
{
    session::Batch batch;
    batch.problems.push_back({.kind = session::Problem::Kind::ObjectRefused,
                              .detail = "Deployment/kubernetes-bootcamp: spec.replicas: Invalid value: -1"});
    stage.app().apply(batch);
}

/// Writes in the editor as if it had been typed, and lets the API server answer.
void edit(TourStage &stage, const QString &find, const QString &put)
{
    stage.app().selection()->select(QStringLiteral("Deployment"), QStringLiteral("default"),
                                    QStringLiteral("kubernetes-bootcamp"));
    stage.pass(1s);
    auto *editor = stage.app().editor();
    stage.app().inspector()->edit();
    editor->edited(editor->text().replace(find, put));
    editor->openTemplate(1); // the text that was written is shown when one comes back to it
    editor->setCurrent(0);
    stage.pass(1s);
}

/// The first Pod of the cluster's only Deployment.
QString firstPod(TourStage &stage)
{
    QStringList names;
    const auto &pods = stage.app().cluster()->pods();
    for (int slot = 0; slot < pods.slotEnd(); ++slot)
        if (pods.at(slot).isUsed && pods.at(slot).state.name.starts_with("kubernetes-bootcamp"))
            names += QString::fromStdString(pods.at(slot).state.name);
    names.sort();
    return names.value(0);
}

void inspect(TourStage &stage, const char *kind, const QString &name, const char *sheet = nullptr)
{
    const bool hasNamespace = QByteArrayView(kind) != "Node";
    stage.app().selection()->select(QString::fromUtf8(kind),
                                    hasNamespace ? QStringLiteral("default") : QString(), name);
    stage.pass(1s);
    stage.bringUp({QStringLiteral("inspector")});
    if (sheet)
        stage.press(sheet);
}

/// Opens the raw Events of the steps that have some.
void openRawEvents(TourStage &stage)
{
    auto *story = stage.app().story();
    QStringList keys;
    for (const auto &row : story->rows()->rows())
        if (!row.raw.isEmpty())
            keys += row.key;
    for (const QString &key : keys)
        story->toggle(key);
}

/// A list of scenes that grows by one line a scene.
class Scenes {
public:
    using Play = std::function<void(TourStage &)>;

    void add(const char *id, const QStringList &panes, Play play = {}, Play playAgain = {})
    {
        m_scenes.push_back({.id = QString::fromUtf8(id),
                            .page = QStringLiteral("scale-up"),
                            .panes = panes,
                            .play = std::move(play),
                            .playAgain = std::move(playAgain)});
    }
    /// Commands, and how much of the cluster's time goes by after them.
    void add(const char *id, const QStringList &panes, const QString &commands, base::Duration after)
    {
        add(id, panes, [=](TourStage &stage) { stage.run(commands, after); });
    }
    /// The scene that was added last is for eyes: its texts are those of another.
    void leaveOutOfTextWalks() { m_scenes.back().hasTextsOfItsOwn = false; }
    std::vector<TourScene> take() { return std::move(m_scenes); }

private:
    std::vector<TourScene> m_scenes;
};

const QStringList kLesson{QStringLiteral("lesson")}, kCluster{QStringLiteral("cluster")},
    kTerminal{QStringLiteral("terminal")}, kEvents{QStringLiteral("events")},
    kInspector{QStringLiteral("inspector")}, kEditor{QStringLiteral("editor")},
    kStory{QStringLiteral("story")}, kTraffic{QStringLiteral("traffic")},
    kReplicas{QStringLiteral("replicas")};

/// What the cluster goes through.
void addClusterScenes(Scenes &scenes)
{
    scenes.add("pods-1", kCluster);
    scenes.add("pods-4-requests", kCluster, kUp + u'\n' + kRequests, 1s);
    scenes.add("pods-0", kCluster, scaleTo(0), 60s);
    scenes.add("pods-terminating", kCluster, kUp + u'\n' + scaleTo(1), 2s);
    scenes.add("pods-40", kCluster, scaleTo(40), 60s);
    scenes.add("pods-unscheduled", kCluster, scaleTo(125), 60s);
    scenes.add("rollout", kCluster, kUp + u'\n' + kNewImage, 3s);
    scenes.add("image-failed", kCluster, kUp + u'\n' + kNoImage, 40s);
    scenes.add("node-drained", kCluster,
               kUp + QStringLiteral("\nkubectl drain minato-worker2 --ignore-daemonsets"), 20s);
    scenes.add("node-off", kCluster, kUp + QStringLiteral("\nminikube node stop minato-worker2"), 60s);
    scenes.add("node-gone", kCluster, kUp + QStringLiteral("\nminikube node stop minato-worker2"), 400s);
    scenes.add("cluster-empty", kCluster, QStringLiteral("kubectl delete deployments,services --all"), 60s);
}

/// A load as the pane of requests sends it, to so many Pods.
void playLoad(TourStage &stage, int replicas, int requests, bool isKeptAlive)
{
    stage.run(scaleTo(replicas), 150s);
    auto &load = *stage.app().traffic()->load();
    load.setRequests(requests);
    load.setKeptAlive(isKeptAlive);
    load.start();
    stage.pass(150s);
}

/// Requests and how they spread.
void addTrafficScenes(Scenes &scenes)
{
    scenes.add("traffic", kTraffic, kUp + u'\n' + kRequests, 1s);
    scenes.add("traffic-none", kTraffic);
    scenes.add("traffic-kept", kTraffic, [](TourStage &stage) { playLoad(stage, 4, 40, true); });
    scenes.add("traffic-50", kTraffic, [](TourStage &stage) { playLoad(stage, 50, 1000, false); });
    scenes.add("traffic-500", kTraffic, [](TourStage &stage) {
        stage.run(QStringLiteral("for i in $(seq 10); do minikube node add; done"));
        playLoad(stage, 500, 5000, false);
    });
    scenes.leaveOutOfTextWalks();
    scenes.add("traffic-changed", kTraffic, [](TourStage &stage) {
        playLoad(stage, 110, 200, false);
        stage.run(scaleTo(100), 60s);
    });
}

/// What the cluster's controllers would decide about an object.
void estimate(TourStage &stage, const char *kind, const QString &name)
{
    inspect(stage, kind, name, "inspect.tab.estimate");
    stage.pass(1s); // for the answer
}

void addEstimateScenes(Scenes &scenes)
{
    scenes.add("estimate-victims", kInspector, [](TourStage &stage) {
        stage.run(scaleTo(5), 60s);
        estimate(stage, "Deployment", QStringLiteral("kubernetes-bootcamp"));
    });
    scenes.add("estimate-fit", kInspector, [](TourStage &stage) {
        stage.run(QStringLiteral("kubectl set resources deployments/kubernetes-bootcamp --requests=cpu=5\n"
                                 "kubectl taint node minato-worker2 only=gpu:NoSchedule"),
                  20s);
        estimate(stage, "Deployment", QStringLiteral("kubernetes-bootcamp"));
    });
    scenes.add("estimate-autoscaler", kInspector, [](TourStage &stage) {
        stage.run(
            QStringLiteral("kubectl set resources deployments/kubernetes-bootcamp --requests=cpu=20m\n"
                           "kubectl autoscale deployments/kubernetes-bootcamp --cpu=50% --min=2 --max=6\n") +
                scaleTo(4),
            60s);
        estimate(stage, "HorizontalPodAutoscaler", QStringLiteral("kubernetes-bootcamp"));
    });
    scenes.add("estimate-none", kInspector,
               [](TourStage &stage) { estimate(stage, "Node", QStringLiteral("minato-worker2")); });
}

/// One object from all sides, what happened to it, and its manifest.
void addObjectScenes(Scenes &scenes)
{
    for (const auto &[id, kind, name] :
         {std::tuple{"inspector-deployment", "Deployment", "kubernetes-bootcamp"},
          {"inspector-service", "Service", "kubernetes-bootcamp"},
          {"inspector-node", "Node", "minato-worker2"},
          {"inspector-gone", "Pod", "kubernetes-bootcamp-none"}})
        scenes.add(id, kInspector, [kind, name](TourStage &stage) {
            stage.run(kUp, 1s);
            inspect(stage, kind, QString::fromUtf8(name));
        });
    for (const auto &[id, sheet] : {std::tuple{"inspector-pod", "inspect.tab.summary"},
                                    {"inspector-yaml", "inspect.tab.yaml"},
                                    {"inspector-events", "inspect.tab.events"},
                                    {"inspector-conditions", "inspect.tab.conditions"},
                                    {"inspector-relations", "inspect.tab.owners"}})
        scenes.add(id, kInspector, [sheet](TourStage &stage) {
            stage.run(kUp, 1s);
            inspect(stage, "Pod", firstPod(stage), sheet);
        });
    addEstimateScenes(scenes);
    scenes.add("story", kStory, kUp + u'\n' + kRequests, 1s);
    scenes.add("story-raw", kStory, [](TourStage &stage) {
        stage.run(kUp + u'\n' + kRequests, 1s);
        openRawEvents(stage);
    });
    scenes.add("story-rollout", kStory, kUp + u'\n' + kNewImage, 60s);
    scenes.add("editor-empty", kEditor);
    scenes.add("editor-diff", kEditor, [](TourStage &stage) {
        edit(stage, QStringLiteral("replicas: 1"), QStringLiteral("replicas: 6"));
    });
    scenes.add("editor-awaited", kEditor, [](TourStage &stage) {
        stage.run(QStringLiteral("kubectl edit deployment/kubernetes-bootcamp"));
    });
    scenes.add("editor-error", kEditor, [](TourStage &stage) {
        edit(stage, QStringLiteral("replicas: 1"), QStringLiteral("replicas: six\n  replica: 6"));
    });
}

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

/// A window over a real cluster.
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

/// What a terminal goes through.
void addTerminalScenes(Scenes &scenes)
{
    scenes.add("terminal-full", kTerminal, kManyLines, 1s);
    scenes.add("terminal-held", kTerminal, [](TourStage &stage) {
        stage.app().time()->setPaused(true);
        stage.type(QStringLiteral("sleep 3"));
    });
    scenes.add("terminal-hint", kTerminal,
               QStringLiteral("kubectl scale deployment/kubernetes-bootcamp --replicas=2 --record\n"
                              "kubectl get deployments"),
               20s);
    scenes.add("terminal-tabs", kTerminal, [](TourStage &stage) {
        stage.run(QStringLiteral("kubectl get pods"));
        stage.app().terminals()->open();
        stage.run(QStringLiteral("kubectl get services -o wide"));
    });
    scenes.add("terminal-find", kTerminal, [](TourStage &stage) {
        stage.run(kUp + QStringLiteral("\nkubectl get pods"), 20s);
        stage.bringUp(kTerminal);
        stage.app().terminals()->askFind();
        stage.app().terminal()->find()->setQuery(QStringLiteral("bootcamp"));
    });
    scenes.add(
        "terminal-links", kTerminal,
        [](TourStage &stage) { stage.run(kUp + QStringLiteral("\nkubectl get deployments"), 20s); },
        [](TourStage &stage) {
            stage.app().terminals()->askExplore();
            for (int i = 0; i < 3; ++i) // from the name to the headings
                stage.key(Qt::Key_Left);
            stage.settle();
        });
    scenes.add("terminal-flood", kTerminal, QStringLiteral("seq 200000"), 1s);
    scenes.leaveOutOfTextWalks();
}

/// What the window goes through.
void addWindowScenes(Scenes &scenes)
{
    scenes.add("chart-table", kTraffic, [](TourStage &stage) {
        stage.run(kUp + u'\n' + kRequests, 1s);
        stage.bringUp(kTraffic);
        stage.press("chart.table");
    });
    addTerminalScenes(scenes);
    scenes.add("events", kEvents, kUp, 1s);
    addTrafficScenes(scenes);
    scenes.add("replicas", kReplicas, kUp, 20s);
    scenes.add("problem", kLesson, tellProblem);
    scenes.add("hint", kLesson, [](TourStage &stage) { stage.press("goals.hint"); });
    scenes.add("goals-done", kLesson, kUp, 20s);
    scenes.add("start", {}, [](TourStage &stage) { stage.press("start.home"); });
    scenes.add("settings", {}, [](TourStage &stage) {
        stage.press("start.home");
        stage.press("settings.open");
    });
    scenes.add("bilingual", kLesson, [](TourStage &stage) { stage.press("pair.toggle"); });
    scenes.add("looks", kLesson, [](TourStage &stage) { stage.press("settings.looks"); });
    for (const auto &[id, command] : {std::tuple{"differences", "help.differences"},
                                      {"palette", "help.palette"},
                                      {"shortcuts", "help.keys"}})
        scenes.add(id, kLesson, [command](TourStage &stage) {
            stage.app().commands()->trigger(QString::fromUtf8(command));
        });
    using viewmodels::LayoutModel;
    scenes.add("mode-focus", kLesson,
               [](TourStage &stage) { stage.app().layout()->setMode(LayoutModel::Focus); });
    scenes.add("mode-presenter", kCluster, [](TourStage &stage) {
        stage.run(kUp, 1s);
        stage.app().layout()->setMode(LayoutModel::Presenter);
    });
    scenes.add(
        "keys", kCluster,
        [](TourStage &stage) {
            stage.run(kUp, 1s);
            stage.app().layout()->setMode(LayoutModel::Presenter);
        },
        [](TourStage &stage) {
            stage.app().keyDisplay()->clear();
            for (int i = 0; i < 2; ++i) // pause, and on
                stage.key(Qt::CTRL | Qt::Key_P);
            stage.settle();
        });
    for (const char *preset : {"cluster", "traffic", "lesson", "presenter"})
        scenes.add(("layout-" + std::string(preset)).c_str(), {}, [preset](TourStage &stage) {
            stage.app().layout()->usePreset(QString::fromUtf8(preset));
            stage.run(kUp + u'\n' + kRequests, 1s);
        });
}

} // namespace

std::vector<TourScene> tourScenes(const QString &lesson, const QStringList &pages)
{
    std::vector<TourScene> scenes;
    for (int i = 0; i < pages.size(); ++i) {
        const bool isStep = i > 0 && pages[i] != kOutroPage;
        scenes.push_back({.id = QStringLiteral("page-") + pages[i],
                          .lesson = lesson,
                          .page = isStep ? pages[i] : QString(),
                          .panes = {QStringLiteral("lesson")},
                          .play = [i](TourStage &stage) { stage.app().lesson()->setPage(i); }});
    }
    Scenes more;
    addClusterScenes(more);
    addObjectScenes(more);
    addWindowScenes(more);
    addRealScenes(more);
    for (TourScene &scene : more.take())
        scenes.push_back(std::move(scene));
    return scenes;
}

} // namespace minato::app
