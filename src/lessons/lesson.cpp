// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/lesson.h"

#include <algorithm>

namespace minato::lessons {

const Step *Lesson::step(std::string_view stepId) const
{
    const auto it = std::ranges::find(steps, stepId, &Step::id);
    return it == steps.end() ? nullptr : &*it;
}

std::string_view Lesson::text(std::string_view language, std::string_view segmentId) const
{
    const Segment *segment = nullptr;
    if (const auto it = texts.find(std::string(language)); it != texts.end())
        segment = it->second.find(segmentId);
    for (auto it = texts.begin(); !segment && it != texts.end(); ++it)
        segment = it->second.find(segmentId);
    return segment ? std::string_view(segment->markdown) : std::string_view();
}

std::vector<std::string> Lesson::referencedSegments() const
{
    std::vector<std::string> all;
    const auto add = [&all](const std::vector<std::string> &ids) {
        all.insert(all.end(), ids.begin(), ids.end());
    };
    add({title, summary});
    add(intro);
    for (const Step &step : steps) {
        add({step.title});
        add(step.page);
        for (const Goal &goal : step.goals) {
            add({goal.text});
            add(goal.hints);
        }
    }
    add(outro);
    return all;
}

} // namespace minato::lessons
