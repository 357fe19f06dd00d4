// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour_scenes.h"

#include "lab_lesson.h"
#include "tour_stage.h"
#include "viewmodels/app_model.h"

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

QString setImage(const char *tag)
{
    return QStringLiteral("kubectl set image deployments/kubernetes-bootcamp "
                          "kubernetes-bootcamp=gcr.io/google-samples/kubernetes-bootcamp:%1")
        .arg(QString::fromUtf8(tag));
}

/// A message that cannot be caused by a healthy program, as the backend would send it.
void tellProblem(TourStage &stage)
{
    session::Batch batch;
    batch.problems.push_back({.kind = session::Problem::Kind::ObjectRefused,
                              .detail = "Deployment/kubernetes-bootcamp: spec.replicas: Invalid value: -1"});
    stage.app().apply(batch);
}

/// What the cluster goes through.
void addClusterScenes(std::vector<TourScene> &scenes)
{
    const QStringList cluster{QStringLiteral("cluster.title")};
    const auto add = [&](const char *id, std::function<void(TourStage &)> play) {
        scenes.push_back({.id = QString::fromUtf8(id),
                          .page = QStringLiteral("scale-up"),
                          .tabs = cluster,
                          .play = std::move(play)});
    };
    add("pods-1", {});
    add("pods-4-requests", [](TourStage &stage) { stage.run(kUp + u'\n' + kRequests, 1s); });
    add("pods-0", [](TourStage &stage) { stage.run(scaleTo(0), 60s); });
    add("pods-terminating", [](TourStage &stage) { stage.run(kUp + u'\n' + scaleTo(1), 2s); });
    add("pods-40", [](TourStage &stage) { stage.run(scaleTo(40), 60s); });
    add("pods-unscheduled", [](TourStage &stage) { stage.run(scaleTo(125), 60s); });
    add("rollout", [](TourStage &stage) { stage.run(kUp + u'\n' + setImage("v2"), 3s); });
    add("image-failed", [](TourStage &stage) { stage.run(kUp + u'\n' + setImage("v10"), 40s); });
    add("node-cordoned", [](TourStage &stage) {
        stage.run(kUp + QStringLiteral("\nkubectl drain minato-worker1 --ignore-daemonsets"), 20s);
    });
    add("cluster-empty", [](TourStage &stage) {
        stage.run(QStringLiteral("kubectl delete deployments,services --all"), 60s);
    });
}

/// What the window goes through.
void addWindowScenes(std::vector<TourScene> &scenes)
{
    const QString terminal = QStringLiteral("terminal.title"), step = QStringLiteral("scale-up");
    scenes.push_back({.id = QStringLiteral("chart-table"),
                      .page = step,
                      .tabs = {QStringLiteral("cluster.title"), QStringLiteral("cluster.charts")},
                      .play = [](TourStage &stage) {
                          stage.run(kUp + u'\n' + kRequests, 1s);
                          stage.press("traffic.table");
                      }});
    scenes.push_back({.id = QStringLiteral("charts"),
                      .page = step,
                      .tabs = {QStringLiteral("cluster.title"), QStringLiteral("cluster.charts")},
                      .play = [](TourStage &stage) { stage.run(kUp + u'\n' + kRequests, 1s); }});
    scenes.push_back({.id = QStringLiteral("legend"),
                      .page = step,
                      .tabs = {QStringLiteral("cluster.title"), QStringLiteral("cluster.legend")}});
    scenes.push_back({.id = QStringLiteral("terminal-full"),
                      .page = step,
                      .tabs = {terminal},
                      .play = [](TourStage &stage) { stage.run(kManyLines, 1s); }});
    scenes.push_back({.id = QStringLiteral("terminal-held"),
                      .page = step,
                      .tabs = {terminal},
                      .play = [](TourStage &stage) {
                          stage.app().time()->setPaused(true);
                          stage.type(QStringLiteral("sleep 3"));
                      }});
    scenes.push_back({.id = QStringLiteral("events"),
                      .page = step,
                      .tabs = {terminal, QStringLiteral("events.title")},
                      .play = [](TourStage &stage) { stage.run(kUp, 1s); }});
    scenes.push_back({.id = QStringLiteral("problem"), .page = step, .play = tellProblem});
    scenes.push_back({.id = QStringLiteral("hint"),
                      .page = step,
                      .tabs = {QStringLiteral("lesson.pane")},
                      .play = [](TourStage &stage) { stage.press("goals.hint"); }});
    scenes.push_back({.id = QStringLiteral("goals-done"),
                      .page = step,
                      .tabs = {QStringLiteral("lesson.pane")},
                      .play = [](TourStage &stage) { stage.run(kUp, 20s); }});
    scenes.push_back({.id = QStringLiteral("start"), .page = step, .play = [](TourStage &stage) {
                          stage.press("start.home");
                      }});
    scenes.push_back({.id = QStringLiteral("settings"), .page = step, .play = [](TourStage &stage) {
                          stage.press("start.home");
                          stage.press("settings.open");
                      }});
    scenes.push_back({.id = QStringLiteral("bilingual"),
                      .page = step,
                      .tabs = {QStringLiteral("lesson.pane")},
                      .play = [](TourStage &stage) { stage.press("pair.toggle"); }});
    scenes.push_back({.id = QStringLiteral("looks"), .page = step, .play = [](TourStage &stage) {
                          stage.press("settings.looks");
                      }});
    scenes.push_back({.id = QStringLiteral("differences"), .page = step, .play = [](TourStage &stage) {
                          stage.press("differences.open");
                      }});
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
                          .tabs = {QStringLiteral("lesson.pane")},
                          .play = [i](TourStage &stage) { stage.app().lesson()->setPage(i); }});
    }
    addClusterScenes(scenes);
    addWindowScenes(scenes);
    return scenes;
}

} // namespace minato::app
