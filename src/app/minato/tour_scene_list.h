// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour_scenes.h"
#include "tour_stage.h"

namespace minato::app {

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

inline const QStringList kLesson{QStringLiteral("lesson")}, kCluster{QStringLiteral("cluster")},
    kTerminal{QStringLiteral("terminal")}, kEvents{QStringLiteral("events")},
    kInspector{QStringLiteral("inspector")}, kEditor{QStringLiteral("editor")},
    kStory{QStringLiteral("story")}, kTraffic{QStringLiteral("traffic")},
    kReplicas{QStringLiteral("replicas")};

inline const QString kUp = QStringLiteral("kubectl scale deployments/kubernetes-bootcamp --replicas=4\n"
                                          "kubectl rollout status deployments/kubernetes-bootcamp");
inline const QString kRequests =
    QStringLiteral("for i in $(seq 60); do curl -s host01:$(kubectl get services/kubernetes-bootcamp -o "
                   "jsonpath='{.spec.ports[0].nodePort}'); done");

/// The first Pod of the cluster's only Deployment.
[[nodiscard]] QString firstPod(TourStage &stage);
/// Shows an object in the inspector; `sheet`: the text of its tab.
void inspect(TourStage &stage, const char *kind, const QString &name, const char *sheet = nullptr);
/// Shows what controllers would decide of it.
void estimate(TourStage &stage, const char *kind, const QString &name);

/// A window over a real cluster: there is none on a tour, so what a backend would tell of it is told.
void addRealScenes(Scenes &scenes);

} // namespace minato::app
