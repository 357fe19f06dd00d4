// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/stop.h"
#include "app/common/words.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <expected>
#include <optional>

namespace minato::app {

/// What the command line asks of the lab.
struct Options {
    QString language, theme; ///< empty: as kept in the preferences
    QString lesson = QStringLiteral("scale"), step;
    bool isLessonGiven = false;
    std::uint64_t seed = 1;
    QString topologyFile;
    bool isReal = false;         ///< a real cluster, not a simulated one
    QString kubeconfig, context; ///< of a real cluster; empty: as kubectl finds them
    double speed = 1;
    std::optional<QSize> size;
    QString serve; ///< ADDRESS:PORT to publish the cluster's API on; empty: nowhere
    bool servesWithTls = false;
    QString run;              ///< commands for the terminal
    QString progress;         ///< file; empty: the learner's own
    QString screenshot;       ///< file
    QString screenshotTour;   ///< folder
    bool checksTexts = false; ///< a tour without pictures
    QString tourOnly;         ///< pattern of what is visited of a tour; empty: all
    QStringList tourLanguages = {QStringLiteral("ja"), QStringLiteral("en")};
    bool isFirstFrameReport = false;
    bool isStartGiven = false; ///< the start page, even where a lab would open

    [[nodiscard]] bool isTour() const { return checksTexts || !screenshotTour.isEmpty(); }
    [[nodiscard]] bool isPicture() const { return !screenshot.isEmpty() || isTour(); }
    /// Nothing was asked for that only a cluster can give.
    [[nodiscard]] bool beginsAtStart() const
    {
        return isStartGiven || (!isLessonGiven && topologyFile.isEmpty() && serve.isEmpty() &&
                                run.isEmpty() && !isReal && !isPicture() && !isFirstFrameReport);
    }
};

/// What is wrong is said in `words`.
[[nodiscard]] std::expected<Options, Stop> parseOptions(const QStringList &arguments, const Words &words);

/// The language that the arguments ask for, so that it is known before they are understood; else the
/// system's.
[[nodiscard]] QString wantedLanguage(const QStringList &arguments);

} // namespace minato::app
