// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/lesson_lint.h"

#include "lessons/markdown_lint.h"

#include <algorithm>
#include <format>
#include <iterator>
#include <map>
#include <set>

namespace minato::lessons {
namespace {

/// Collects diagnostics about one text.
class Report {
public:
    Report(const LessonText &text, base::Diagnostics &out) : m_text(text), m_out(out) {}

    void at(int line, std::string message)
    {
        m_out.push_back({.file = m_text.fileName(), .line = line, .message = std::move(message)});
    }

private:
    const LessonText &m_text;
    base::Diagnostics &m_out;
};

/// Where a missing segment belongs: the line of its nearest predecessor in the text that lacks it.
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

void lintPresence(const std::vector<std::string> &order, const LessonText &text, Report &report)
{
    const std::set<std::string_view> known(order.begin(), order.end());
    for (const std::string &id : order) {
        if (!text.find(id))
            report.at(lineOfPredecessor(order, id, text),
                      std::format("segment \"{}\" is missing after this line", id));
    }
    for (const Segment &segment : text.segments()) {
        if (!known.contains(segment.id))
            report.at(segment.line, std::format("segment \"{}\" is used nowhere in lesson.yaml", segment.id));
    }
}

void lintOrder(const std::vector<std::string> &order, const LessonText &text, Report &report)
{
    auto next = order.begin();
    for (const Segment &segment : text.segments()) {
        if (!std::ranges::contains(order, segment.id))
            continue;
        const auto found = std::find(next, order.end(), segment.id);
        if (found == order.end()) {
            report.at(segment.line,
                      std::format("segment \"{}\" stands in another place than in lesson.yaml", segment.id));
            return;
        }
        next = found + 1;
    }
}

/// What each segment that the structure names is for.
class Roles {
public:
    explicit Roles(const Lesson &lesson)
    {
        add(lesson.title, SegmentRole::LessonTitle);
        add(lesson.summary, SegmentRole::Line);
        for (const Step &step : lesson.steps) {
            add(step.title, SegmentRole::StepTitle);
            for (const Goal &goal : step.goals) {
                add(goal.text, SegmentRole::Goal);
                for (const std::string &hint : goal.hints)
                    add(hint, SegmentRole::Line);
            }
        }
    }
    /// Page for all others.
    [[nodiscard]] SegmentRole of(const std::string &id) const
    {
        const auto it = m_roles.find(id);
        return it == m_roles.end() ? SegmentRole::Page : it->second;
    }

private:
    void add(const std::string &id, SegmentRole role) { m_roles.emplace(id, role); }
    std::map<std::string, SegmentRole> m_roles;
};

void lintForm(const Lesson &lesson, const LessonText &text, base::Diagnostics &problems)
{
    const Roles roles(lesson);
    for (const std::string &id : lesson.referencedSegments()) {
        if (const Segment *segment = text.find(id))
            std::ranges::move(lintMarkdown(*segment, roles.of(id), text.fileName()),
                              std::back_inserter(problems));
    }
}

/// List items of a block quote: the choices of a prediction.
int quotedItems(std::string_view markdown)
{
    int count = 0;
    for (std::size_t at = 0; at != std::string_view::npos; at = markdown.find('\n', at + 1))
        count += markdown.substr(at == 0 ? 0 : at + 1).starts_with("> - ");
    return count;
}

void lintPredictions(const Lesson &lesson, const LessonText &text, Report &report)
{
    for (const Step &step : lesson.steps) {
        const Segment *question = step.prediction ? text.find(step.prediction->question) : nullptr;
        if (question && !question->markdown.starts_with("> [!PREDICT]"))
            report.at(question->line, "the question of a prediction is a callout > [!PREDICT]");
        else if (question && quotedItems(question->markdown) != step.prediction->choices)
            report.at(question->line, std::format("the question has {} choices, lesson.yaml says {}",
                                                  quotedItems(question->markdown), step.prediction->choices));
    }
}

/// The lines of all Run blocks of a step's page.
std::set<std::string> runnableLines(const Step &step, const LessonText &text)
{
    std::set<std::string> lines;
    for (const std::string &id : step.page) {
        const Segment *segment = text.find(id);
        if (!segment)
            continue;
        for (const Fence &fence : fences(segment->markdown)) {
            if (!fence.info.ends_with(" run"))
                continue;
            for (std::size_t start = 0; start <= fence.code.size();) {
                const auto end = std::min(fence.code.find('\n', start), fence.code.size());
                lines.insert(fence.code.substr(start, end - start));
                start = end + 1;
            }
        }
    }
    return lines;
}

void lintSolutions(const Lesson &lesson, const LessonText &text, Report &report)
{
    for (const Step &step : lesson.steps) {
        const auto lines = runnableLines(step, text);
        const Segment *title = text.find(step.title);
        for (const SolutionLine &line : step.solution) {
            if (line.kind == SolutionLine::Kind::Command && !lines.contains(line.text))
                report.at(title ? title->line : 0,
                          std::format("step \"{}\": no \"console run\" block holds the solution's line: {}",
                                      step.id, line.text));
        }
    }
}

} // namespace

base::Diagnostics lintTexts(const Lesson &lesson)
{
    base::Diagnostics problems;
    auto order = lesson.referencedSegments();
    std::erase(order, std::string()); // a field that was left out has been told
    bool isComplete = true;
    for (const auto &[language, text] : lesson.texts) {
        Report report(text, problems);
        lintPresence(order, text, report);
        lintOrder(order, text, report);
        isComplete = isComplete && problems.empty();
        lintForm(lesson, text, problems);
        lintPredictions(lesson, text, report);
        lintSolutions(lesson, text, report);
    }
    // A marker that is missing makes two segments one: comparing those would only repeat it.
    const auto source = lesson.texts.find(lesson.source);
    for (const auto &[language, text] : lesson.texts) {
        if (isComplete && source != lesson.texts.end() && language != lesson.source)
            std::ranges::move(lintPair(source->second, text), std::back_inserter(problems));
    }
    return problems;
}

} // namespace minato::lessons
