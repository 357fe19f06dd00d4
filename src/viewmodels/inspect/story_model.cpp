// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inspect/story_model.h"

#include <algorithm>

namespace minato::viewmodels {

QString StoryModel::note() const
{
    //: In the pane of the event story, over a real cluster. %1: a sentence that says why reasons are not told.
    //% "%1 The inspector's tab Estimate reckons them anew."
    return m_hasDecisions ? QString() : qtTrId("story.note").arg(qtTrId("connection.lack.decisions"));
}

void StoryModel::apply(const session::Batch &batch)
{
    if (batch.clock) {
        m_view.start = batch.clock->start;
        m_view.now = batch.clock->now;
    }
    if (batch.connection) {
        m_hasDecisions = !batch.connection->lacks.contains(session::Lack::Decisions);
        Q_EMIT changed();
    }
    if (batch.story.empty())
        return;
    const bool wasNewest = m_stories.empty() || m_at + 1 == m_stories.size();
    const auto isNew = [](const session::StoryFact &fact) {
        return fact.kind == session::StoryFact::Kind::Typed || fact.kind == session::StoryFact::Kind::Outside;
    };
    const bool begins = std::ranges::any_of(batch.story, isNew);
    addFacts(m_stories, batch.story, kMostStories);
    // A new story comes to the front; who reads an old one keeps it while nothing begins.
    if (begins || wasNewest)
        m_at = m_stories.size() - 1;
    if (begins)
        m_view.open.clear();
    rebuild();
}

void StoryModel::show(std::size_t at)
{
    if (at >= m_stories.size())
        return;
    m_at = at;
    m_view.open.clear();
    rebuild();
}

void StoryModel::toggle(const QString &key)
{
    if (m_view.open.erase(key) == 0)
        m_view.open.insert(key);
    rebuild();
}

void StoryModel::rebuild()
{
    if (m_at < m_stories.size()) {
        m_title = storyTitle(m_stories[m_at]);
        m_rows.setRows(storyRows(m_stories[m_at], m_view));
    }
    Q_EMIT changed();
}

QString StoryModel::position() const
{
    if (m_stories.size() < 2)
        return {};
    //: Which event story is shown. %1: its number. %2: how many there are.
    //% "%1 of %2"
    return qtTrId("story.position").arg(m_at + 1).arg(m_stories.size());
}

} // namespace minato::viewmodels
