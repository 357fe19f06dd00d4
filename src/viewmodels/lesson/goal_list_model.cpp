// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/lesson/goal_list_model.h"

#include "viewmodels/lesson/blocks.h"
#include "viewmodels/lesson/phrases.h"

#include <QCoreApplication>

#include <algorithm>

namespace minato::viewmodels {

static_assert(int(GoalListModel::Done) == int(session::GoalProgress::State::Done));

int GoalListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString GoalListModel::stateText(State state)
{
    switch (state) {
    case Done:
        //: State of a lesson's goal, for screen readers.
        //% "done"
        return qtTrId("goal.done");
    case Waiting:
        //: State of a lesson's goal, for screen readers: it is on its way, time must pass.
        //% "under way"
        return qtTrId("goal.waiting");
    case Unmet:
        break;
    }
    //: State of a lesson's goal, for screen readers.
    //% "not done yet"
    return qtTrId("goal.unmet");
}

QVariant GoalListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case HtmlRole:
        return keepPhrases(inlineHtml(row.goal.text));
    case NameRole:
    case Qt::DisplayRole:
        return plainText(inlineHtml(row.goal.text));
    case StateRole:
        return int(row.state);
    case StateTextRole:
        return stateText(row.state);
    case HintsRole: {
        QStringList hints;
        for (int i = 0; i < row.hints; ++i)
            hints += inlineHtml(row.goal.hints[i]);
        return hints;
    }
    case HasMoreHintsRole:
        return row.state != Done && row.hints < row.goal.hints.size();
    default:
        return {};
    }
}

QHash<int, QByteArray> GoalListModel::roleNames() const
{
    return {{HtmlRole, "html"}, {StateRole, "progress"}, {StateTextRole, "stateText"},
            {NameRole, "name"}, {HintsRole, "hints"},    {HasMoreHintsRole, "hasMoreHints"}};
}

int GoalListModel::doneCount() const
{
    return static_cast<int>(std::ranges::count(m_rows, Done, &Row::state));
}

void GoalListModel::show(const LessonContent::Page &page)
{
    if (m_page == page.id && m_rows.size() == page.goals.size()) { // another language
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            m_rows[i].goal = page.goals[i];
        retranslate();
        return;
    }
    beginResetModel();
    m_page = page.id;
    m_rows.clear();
    for (const auto &goal : page.goals)
        m_rows.push_back({goal});
    endResetModel();
    Q_EMIT progressChanged();
}

bool GoalListModel::apply(const std::vector<session::GoalProgress> &progress)
{
    bool reached = false, changed = false;
    for (int i = 0; i < rowCount(); ++i) {
        Row &row = m_rows[static_cast<std::size_t>(i)];
        const auto now = std::ranges::find(progress, row.goal.id.toStdString(), &session::GoalProgress::id);
        const State state = now == progress.end() ? Unmet : State(now->state);
        if (state == row.state)
            continue;
        reached = reached || state == Done;
        changed = true;
        row.state = state;
        Q_EMIT dataChanged(index(i), index(i));
    }
    if (changed)
        Q_EMIT progressChanged();
    return reached;
}

void GoalListModel::showHint(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    Row &goal = m_rows[static_cast<std::size_t>(row)];
    goal.hints = std::min(goal.hints + 1, int(goal.goal.hints.size()));
    Q_EMIT dataChanged(index(row), index(row));
}

void GoalListModel::retranslate()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

} // namespace minato::viewmodels
