// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"
#include "lessons/check.h"
#include "lessons/lesson_text.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minato::lessons {

/// One goal of a step: a sentence for the learner and the check behind it.
struct Goal {
    std::string id;
    std::string text;               ///< segment
    std::vector<std::string> hints; ///< segments, from gentle to plain
    std::vector<std::string> needs; ///< ids of goals of this step that come first
    Check check;
};

/// A question to answer before acting: predict, observe, explain.
struct Prediction {
    std::string question, explain; ///< segments
    int choices = 0, answer = 0;   ///< the right one, from 1
};

/// One line of a step's own solution: a command, or a wait until a goal is reached.
struct SolutionLine {
    enum class Kind : std::uint8_t { Command, Until };
    Kind kind{};
    std::string text; ///< the command, or the goal's id
};

struct Step {
    std::string id, title;         ///< title: segment
    std::vector<std::string> page; ///< segments in reading order
    std::optional<Prediction> prediction;
    std::vector<SolutionLine> solution;
    std::vector<Goal> goals;
};

/// A lesson: language-neutral structure, and its text in each language.
///
/// Files     lesson.yaml, lesson.en.md, lesson.ja.md, manifests/ in one folder named like the id; format:
/// lessons/README.md
struct Lesson {
    std::string id, level, folder;
    std::string source = "en";  ///< the language that is written first
    std::string ns = "default"; ///< where it happens
    int minutes = 0;
    std::vector<std::string> needs; ///< capabilities of the backend: "traffic", "sim.clock"
    std::string title, summary;     ///< segments
    std::vector<std::string> intro, outro;
    std::vector<kube::Value> manifests; ///< applied before the first step
    std::optional<Check> ready;         ///< holds when the setup has come up
    std::vector<Step> steps;
    std::map<std::string, LessonText> texts; ///< "en", "ja"

    [[nodiscard]] const Step *step(std::string_view stepId) const;
    /// Markdown of a segment; of another language, or empty, when it is missing (lint sees to it that none
    /// is).
    [[nodiscard]] std::string_view text(std::string_view language, std::string_view segmentId) const;
    /// Every segment that the structure names, in reading order.
    [[nodiscard]] std::vector<std::string> referencedSegments() const;
};

inline constexpr std::array<std::string_view, 2> kLanguages{"en", "ja"};
inline constexpr std::array<std::string_view, 3> kLevels{"beginner", "intermediate", "advanced"};
/// What a lesson may need of a backend.
inline constexpr std::array<std::string_view, 4> kCapabilities{"traffic", "sim.clock", "sim.faults",
                                                               "sim.explain"};

} // namespace minato::lessons
