// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

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
    double speed = 1;
    std::optional<QSize> size;
    QString serve;          ///< ADDRESS:PORT to publish the cluster's API on; empty: nowhere
    QString run;            ///< commands for the terminal
    QString progress;       ///< file; empty: the learner's own
    QString screenshot;     ///< file
    QString screenshotTour; ///< folder
    bool isFirstFrameReport = false;

    [[nodiscard]] bool isPicture() const { return !screenshot.isEmpty() || !screenshotTour.isEmpty(); }
};

/// Why the program ends at once: a text and a status (0 for --help and --version).
struct Stop {
    QString text;
    int status = 2;
};

[[nodiscard]] std::expected<Options, Stop> parseOptions(const QStringList &arguments);

} // namespace minato::app
