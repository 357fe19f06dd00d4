// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/minato/lab.h"

#include <QJsonObject>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace minato::bench {

struct Wish {
    QString lesson = QStringLiteral("scale"), step = QStringLiteral("scale-up");
    double speed = 1;
    bool runsByItself = true; ///< else only when told
    QSize size{1280, 800};
    std::function<void(const session::Batch &)> told = {}; ///< what the window is told, from the beginning
};

/// The program's lab, open and drawn; ends the process when there is none.
[[nodiscard]] std::unique_ptr<app::Lab> openLab(const Wish &wish);

/// What is being done, for complaints.
inline std::string currentAct;

// The benches. Each gives its figures. `only`: a regular expression of acts; nothing matches: no figures.
[[nodiscard]] QJsonObject benchFrames(int nodes, int pods, int ticks);
[[nodiscard]] QJsonObject benchStalls(double minutes, const QString &only);
/// `sizes`: lines of scroll-back.
[[nodiscard]] QJsonObject benchTerminal(const std::vector<int> &sizes);
[[nodiscard]] QJsonObject benchSoak(double hours);

} // namespace minato::bench
