// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "options.h"
#include "tour_report.h"
#include "tour_texts.h"

#include <QRegularExpression>

#include <expected>
#include <optional>

namespace minato::app {

class TourStage;
struct TourScene;

/// Goes through every page and state of the window in each language, theme and size, takes pictures, writes
/// down what is read in each (SCENE/LANG-THEME-SIZE.png and .page.json), and looks for texts that have no
/// room.
///
/// Promise   Two tours give the same files, byte for byte; a part of a tour gives the same as the whole.
class Tour {
public:
    Tour(const Options &options, const Words &words);

    /// The program's exit status. Without pictures, texts that have no room are a failure.
    int run();

private:
    [[nodiscard]] std::expected<QStringList, Stop> pagesOfLesson();
    [[nodiscard]] bool isWanted(const QString &view) const { return m_only.match(view).hasMatch(); }
    [[nodiscard]] std::optional<Stop> visit(const TourScene &scene);
    [[nodiscard]] std::optional<Stop> look(TourStage &stage, const TourScene &scene, const TourView &view);
    [[nodiscard]] Stop broken(const TourScene &scene, const QString &problem) const;

    const Options &m_options;
    const Words &m_words;
    QRegularExpression m_only;
    TourTexts m_texts;
    TourReport m_report;
};

} // namespace minato::app
