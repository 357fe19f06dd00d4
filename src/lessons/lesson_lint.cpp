// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/lesson_lint.h"

#include <algorithm>
#include <format>
#include <set>

namespace minato::lessons {
namespace {

/// The line after which a missing segment belongs: where its nearest predecessor stands in the text that lacks it.
int lineOfPredecessor(const std::vector<std::string> &order, const std::string &id, const LessonText &text)
{
    int line = 1;
    for (const std::string &other : order) {
        if (other == id)
            break;
        if (const Segment *segment = text.find(other))
            line = segment->line;
    }
    return line;
}

void lintPresence(const Lesson &lesson, base::Diagnostics &out)
{
    const auto order = lesson.referencedSegments();
    const std::set<std::string_view> known(order.begin(), order.end());
    for (const auto &[language, text] : lesson.texts) {
        for (const std::string &id : order) {
            if (!text.find(id))
                out.push_back({.file = text.fileName(),
                               .line = lineOfPredecessor(order, id, text),
                               .message = std::format("segment \"{}\" is missing; lesson.yaml refers to it", id)});
        }
        for (const Segment &segment : text.segments()) {
            if (!known.contains(segment.id))
                out.push_back({.file = text.fileName(),
                               .line = segment.line,
                               .message = std::format("segment \"{}\" is used nowhere in lesson.yaml", segment.id)});
        }
    }
}

bool isRunnable(const Fence &fence)
{
    return fence.info.ends_with(" run");
}

/// Runnable code is language-neutral; other blocks may hold translated remarks, but there are as many of them.
void lintCode(const LessonText &reference, const LessonText &text, base::Diagnostics &out)
{
    for (const Segment &segment : text.segments()) {
        const Segment *original = reference.find(segment.id);
        if (!original)
            continue;
        const auto ours = fences(segment.markdown);
        const auto theirs = fences(original->markdown);
        const auto report = [&](int line, std::string message) {
            out.push_back({.file = text.fileName(), .line = segment.line + 1 + line, .message = std::move(message)});
        };
        if (ours.size() != theirs.size()) {
            report(0, std::format("segment \"{}\" has {} code blocks, {} has {}", segment.id, ours.size(),
                                  reference.fileName(), theirs.size()));
            continue;
        }
        for (std::size_t i = 0; i < ours.size(); ++i) {
            if (ours[i].info != theirs[i].info)
                report(ours[i].line, std::format("the code block is \"{}\", in {} it is \"{}\"", ours[i].info,
                                                 reference.fileName(), theirs[i].info));
            else if (isRunnable(ours[i]) && ours[i].code != theirs[i].code)
                report(ours[i].line, std::format("the commands differ from those in {}", reference.fileName()));
        }
    }
}

void lintOrder(const LessonText &reference, const LessonText &text, base::Diagnostics &out)
{
    std::size_t next = 0;
    for (const Segment &segment : text.segments()) {
        const auto &others = reference.segments();
        const auto it = std::ranges::find(others, segment.id, &Segment::id);
        if (it == others.end())
            continue;
        const auto position = static_cast<std::size_t>(it - others.begin());
        if (position < next) {
            out.push_back({.file = text.fileName(),
                           .line = segment.line,
                           .message = std::format("segment \"{}\" stands in another place than in {}", segment.id,
                                                  reference.fileName())});
            return;
        }
        next = position + 1;
    }
}

} // namespace

base::Diagnostics lintTexts(const Lesson &lesson, const std::string &structureFile)
{
    base::Diagnostics problems;
    lintPresence(lesson, problems);
    const auto reference = lesson.texts.find("en");
    if (reference == lesson.texts.end())
        return {{.file = structureFile, .message = "there is no lesson.en.md"}};
    for (const auto &[language, text] : lesson.texts) {
        if (language == reference->first)
            continue;
        lintOrder(reference->second, text, problems);
        lintCode(reference->second, text, problems);
    }
    return problems;
}

} // namespace minato::lessons
