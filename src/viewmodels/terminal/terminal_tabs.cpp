// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/terminal/terminal_tabs.h"

#include <algorithm>
#include <utility>

namespace minato::viewmodels {

TerminalTabs::TerminalTabs(session::CommandSink commands, TerminalModel::NeedsMore needsMore, QObject *parent)
    : QObject(parent), m_commands(std::move(commands)), m_needsMore(std::move(needsMore))
{
    m_tabs.push_back(make());
}

std::unique_ptr<TerminalModel> TerminalTabs::make()
{
    auto tab = std::make_unique<TerminalModel>(m_commands, m_needsMore, m_nextNumber++);
    tab->setObjects(m_objects);
    connect(tab.get(), &TerminalModel::commandFinished, this, &TerminalTabs::commandFinished);
    return tab;
}

QList<TerminalModel *> TerminalTabs::all() const
{
    QList<TerminalModel *> all;
    for (const auto &tab : m_tabs)
        all += tab.get();
    return all;
}

QList<QObject *> TerminalTabs::models() const
{
    const auto tabs = all();
    return {tabs.begin(), tabs.end()};
}

void TerminalTabs::setCurrent(int index)
{
    if (index == m_current || index < 0 || index >= count())
        return;
    m_current = index;
    Q_EMIT currentChanged();
}

void TerminalTabs::open()
{
    if (count() >= kMost)
        return;
    auto tab = make();
    for (const QString &line : shown()->editor().history())
        tab->editor().remember(line);
    tab->setKeeper(m_history);
    m_tabs.push_back(std::move(tab));
    Q_EMIT allChanged();
    setCurrent(count() - 1);
}

void TerminalTabs::close(int index)
{
    if (count() == 1 || index < 0 || index >= count())
        return;
    const auto gone = m_tabs.begin() + index;
    m_commands(session::CloseTab{(*gone)->tab()});
    TerminalModel *model = gone->release();
    m_tabs.erase(gone);
    if (index < m_current || m_current == count())
        --m_current;
    Q_EMIT currentChanged(); // before the other signal: what is shown must be there
    Q_EMIT allChanged();
    model->deleteLater();
}

void TerminalTabs::turn(int by)
{
    setCurrent((m_current + by + count()) % count());
}

void TerminalTabs::setHistory(HistoryFile file)
{
    m_history = file;
    shown()->setHistory(std::move(file));
}

void TerminalTabs::setObjects(const ObjectBook &objects)
{
    m_objects = &objects;
    for (const auto &tab : m_tabs)
        tab->setObjects(m_objects);
}

void TerminalTabs::apply(const session::Batch &batch)
{
    for (const auto &tab : m_tabs)
        tab->apply(batch);
}

void TerminalTabs::retranslate()
{
    for (const auto &tab : m_tabs)
        tab->retranslate();
}

} // namespace minato::viewmodels
