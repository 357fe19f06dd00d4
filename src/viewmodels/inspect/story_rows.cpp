// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/events_model.h"
#include "viewmodels/inspect/plain_words.h"
#include "viewmodels/inspect/sheet.h"
#include "viewmodels/inspect/story.h"
#include "viewmodels/inspect/story_words.h"

#include <QLocale>

namespace minato::viewmodels {
namespace {

using session::StoryFact;
using Kind = StoryFact::Kind;

/// "0.4 s", "12 s", "2 ms"
QString durationText(base::Duration duration)
{
    const double seconds = static_cast<double>(duration.count()) / 1e9;
    if (seconds >= 1)
        //: A duration. %1: seconds, "1.4".
        //% "%1 s"
        return qtTrId("story.seconds").arg(QLocale().toString(seconds, 'f', seconds < 10 ? 1 : 0));
    //: A duration. %1: milliseconds.
    //% "%1 ms"
    return qtTrId("story.milliseconds").arg(static_cast<int>(seconds * 1000 + 0.5));
}

Tone toneOf(const StoryFact &fact)
{
    switch (fact.kind) {
    case Kind::Refused:
    case Kind::Trouble:
    case Kind::Unschedulable:
        return Tone::Bad;
    case Kind::Complete:
    case Kind::Answered:
    case Kind::Ready:
        return Tone::Good;
    case Kind::Ending:
    case Kind::Left:
    case Kind::Gone:
        return Tone::Soft;
    case Kind::Unready:
        return Tone::Waiting;
    default:
        return fact.isWarning ? Tone::Bad : Tone::Plain;
    }
}

/// Builds the rows of one story.
class Rows {
public:
    Rows(const Story &story, const StoryView &view) : m_view(view)
    {
        if (story.facts.empty())
            return;
        m_begun = m_last = story.facts.front().at;
        for (const StoryPart &part : tell(story)) {
            if (part.pods.empty())
                addStep(part.step, QStringLiteral("s%1").arg(m_steps++), 0);
            else
                addPods(part);
        }
    }
    std::vector<InfoRow> take() { return std::move(m_rows); }

private:
    void addStep(const StoryStep &step, const QString &key, int level)
    {
        const StoryWords words = wordsOf(step.fact);
        InfoRow row{.key = key,
                    .label = words.text,
                    .value = words.heading,
                    .note = words.note,
                    .glyph = words.glyph,
                    .time = clockText(step.fact.at - m_view.start),
                    .kind = qText(step.fact.object.kind),
                    .ns = qText(step.fact.object.ns),
                    .name = qText(step.fact.object.name),
                    .tone = toneOf(step.fact),
                    .level = level,
                    .isOpen = m_view.open.contains(key)};
        if (step.fact.at > m_last)
            row.span = QStringLiteral("+") + durationText(step.fact.at - m_last);
        if ((step.fact.kind == Kind::Complete || step.fact.kind == Kind::Answered) && step.fact.at > m_begun)
            //: Below the end of an event story. %1: a duration, "4.2 s".
            //% "%1 after the command"
            row.note = qtTrId("story.after").arg(durationText(step.fact.at - m_begun));
        if (step.fact.count > 1)
            row.span = QStringLiteral("×%1").arg(step.fact.count);
        row.raw = rawOf(step);
        row.isFoldable = !row.raw.isEmpty();
        m_last = std::max(m_last, step.fact.at);
        m_rows.push_back(std::move(row));
    }
    [[nodiscard]] QString rawOf(const StoryStep &step) const
    {
        QStringList lines;
        for (const StoryFact &event : step.events)
            lines += printedEvent({.uid = {},
                                   .at = event.at,
                                   .isWarning = event.isWarning,
                                   .reason = event.reason,
                                   .object = event.object.kind + "/" + event.object.name,
                                   .message = event.text},
                                  m_view.now);
        for (qsizetype i = 1; i < lines.size(); ++i)
            lines[i] = lines[i].section(u'\n', 1); // one heading is enough
        return lines.join(u'\n');
    }
    void addPods(const StoryPart &part)
    {
        const PodTale &first = part.pods.front();
        auto tale = part.pods.begin();
        if (!part.isRepeat)
            addTale(*tale++);
        const int further = static_cast<int>(part.pods.end() - tale) + part.unseen;
        if (further == 0)
            return;
        const QString key = QStringLiteral("f") + qText(first.pod.name);
        const bool isOpen = m_view.open.contains(key);
        m_rows.push_back({.key = key,
                          //: In an event story, after what happened to one Pod. %n: how many more there are.
                          //% "%n further Pod(s) likewise"
                          .label = qtTrId("story.likewise", further),
                          .glyph = QStringLiteral("layers"),
                          .time = clockText(part.pods.back().steps.front().fact.at - m_view.start),
                          .tone = Tone::Soft,
                          .level = 1,
                          .isOpen = isOpen,
                          .isFoldable = true});
        if (!isOpen)
            return;
        for (; tale != part.pods.end(); ++tale)
            addTale(*tale);
        if (part.unseen > 0)
            m_rows.push_back(
                {.key = key + QStringLiteral("+"),
                 //: In an event story, below Pods that are told one by one. %n: how many more there are.
                 //% "%n more that were not followed one by one"
                 .label = qtTrId("story.unseen", part.unseen),
                 .tone = Tone::Soft,
                 .level = 2});
    }
    void addTale(const PodTale &tale)
    {
        const base::Instant before = m_last;
        m_last = tale.steps.front().fact.at;
        m_rows.push_back({.key = QStringLiteral("p") + qText(tale.pod.name),
                          .label = qText(tale.pod.name),
                          .value = QStringLiteral("Pod"),
                          .glyph = QStringLiteral("pod"),
                          .kind = qText(tale.pod.kind),
                          .ns = qText(tale.pod.ns),
                          .name = qText(tale.pod.name),
                          .level = 1});
        for (std::size_t i = 0; i < tale.steps.size(); ++i)
            addStep(tale.steps[i], QStringLiteral("p%1/%2").arg(qText(tale.pod.name)).arg(i), 2);
        m_last = std::max(before, tale.steps.front().fact.at);
    }

    const StoryView &m_view;
    std::vector<InfoRow> m_rows;
    base::Instant m_begun, m_last;
    int m_steps = 0;
};

} // namespace

std::vector<InfoRow> storyRows(const Story &story, const StoryView &view)
{
    return Rows(story, view).take();
}

QString storyTitle(const Story &story)
{
    if (story.facts.empty())
        return {};
    return wordsOf(story.facts.front()).text.section(u'\n', 0, 0);
}

} // namespace minato::viewmodels
