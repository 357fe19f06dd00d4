// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace minato::viewmodels {

/// A lesson as the reader turns its pages: one language, Markdown as written.
struct LessonContent {
    struct Segment {
        QString id, markdown;
        bool isBorrowed = false; ///< the language has no such segment: this is another one's text
    };
    struct Goal {
        QString id, text;
        QStringList hints;
    };
    struct Prediction {
        QString question, explain; ///< ids of segments of the page
        int answer = 0;            ///< from 1
    };
    struct Page {
        QString id; ///< "intro", a step's id, "outro"
        QString title;
        std::vector<Segment> segments;
        std::vector<Goal> goals;
        std::optional<Prediction> prediction;
        int step = -1; ///< -1: introduction or end
    };
    QString id, title, summary; ///< id empty: no lesson but free play
    QString level;              ///< "beginner", "intermediate", "advanced"
    int minutes = 0;
    std::vector<Page> pages;
};

/// The lesson in a language.
using LessonSource = std::function<LessonContent(const QString &language)>;

} // namespace minato::viewmodels
