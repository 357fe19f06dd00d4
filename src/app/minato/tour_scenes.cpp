// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour_scenes.h"

#include "lab_lesson.h"
#include "tour_scene_list.h"
#include "viewmodels/app_model.h"

#include <tuple>

namespace minato::app {
namespace {

using namespace std::chrono_literals;

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
