// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "options.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace minato::app {

class TourStage;

/// A page or state of the window that the tour takes pictures of.
struct TourScene {
    QString id; ///< names the folder of its pictures
    QString lesson = QStringLiteral("scale");
    QString page;           ///< the step of the lesson that is open; empty: its first page
    QStringList panes = {}; ///< those to have in front, where not all are seen at once; a scene
                            ///< of a pane that the window has not is left out
    std::function<void(TourStage &)> play = {};      ///< how to get there, once, in English
    std::function<void(TourStage &)> playAgain = {}; ///< what passes by itself, before each picture
    bool hasTextsOfItsOwn = true; ///< false: another scene has the same texts, and this one is slow
};

/// Every page of a lesson and every state worth a picture. To add one: one entry in tour_scenes.cpp.
[[nodiscard]] std::vector<TourScene> tourScenes(const QString &lesson, const QStringList &pages);

} // namespace minato::app
