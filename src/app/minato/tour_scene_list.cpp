// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour_scene_list.h"

#include "viewmodels/app_model.h"

namespace minato::app {

using namespace std::chrono_literals;

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

void inspect(TourStage &stage, const char *kind, const QString &name, const char *sheet)
{
    const bool hasNamespace = QByteArrayView(kind) != "Node";
    stage.app().selection()->select(QString::fromUtf8(kind),
                                    hasNamespace ? QStringLiteral("default") : QString(), name);
    stage.pass(1s);
    stage.bringUp({QStringLiteral("inspector")});
    if (sheet)
        stage.press(sheet);
}

void estimate(TourStage &stage, const char *kind, const QString &name)
{
    inspect(stage, kind, name, "inspect.tab.estimate");
    stage.pass(1s); // for the answer
}

} // namespace minato::app
