// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the ClusterModel marks: the selection with its relations, and what the search finds.
#include "viewmodels/cluster/cluster_model.h"

#include <utility>

namespace minato::viewmodels {

void ClusterModel::follow(SelectionModel &selection)
{
    m_selection = &selection;
    connect(&selection, &SelectionModel::changed, this, [this] {
        const std::string ns = m_selection->ns().toStdString(), name = m_selection->name().toStdString();
        if (m_selection->kind() == QLatin1String("Deployment"))
            m_deployment.choose(ns, name);
        if (m_selection->kind() == QLatin1String("Service"))
            m_service.choose(ns, name);
        if (relate())
            markAll();
        commit();
    });
}

/// Finds out anew what the selection has to do with others; false: the same as before.
bool ClusterModel::relate()
{
    if (!m_selection)
        return false;
    Relations now;
    now.select(m_selection->kind().toStdString(), m_selection->ns().toStdString(),
               m_selection->name().toStdString(), allKnown());
    if (now == m_relations)
        return false;
    m_relations = std::move(now);
    return true;
}

void ClusterModel::mark(int slot)
{
    PodCell &cell = m_store.edit(slot);
    const Mark now = cell.isUsed ? m_relations.of(cell.state) : cell.mark;
    if (std::exchange(cell.mark, now) != now)
        touch(slot);
}

void ClusterModel::markEndpoints()
{
    for (const std::string &uid : m_relations.updateEndpoints(allKnown()))
        if (const int slot = m_store.find(uid); slot >= 0)
            mark(slot);
}

void ClusterModel::markCard(Card &card) const
{
    if (card.isNode()) {
        card.setMark(m_relations.ofNode(card.name()));
    } else if (card.kind() == QLatin1String("ReplicaSet")) {
        session::ReplicaSetState set;
        set.ns = card.ns().toStdString();
        set.name = card.name();
        card.setMark(m_relations.of(set));
    }
}

void ClusterModel::markAll()
{
    for (int slot = 0; slot < m_store.slotEnd(); ++slot)
        mark(slot);
    for (const auto &[key, card] : m_cards)
        markCard(*card);
    showReplicaSets();
    Q_EMIT marksChanged();
}

void ClusterModel::findAll()
{
    for (int slot = 0; slot < m_store.slotEnd(); ++slot) {
        PodCell &cell = m_store.edit(slot);
        if (!cell.isUsed)
            continue;
        const bool isFound = m_search.matches(cell.state);
        if (cell.isFound == isFound)
            continue;
        cell.isFound = isFound;
        touch(slot);
    }
    m_haveHitsMoved = true;
    commit();
}

int ClusterModel::deploymentMark() const
{
    const session::DeploymentState &shown = m_deployment.shown();
    return int(m_relations.ofDeployment(shown.ns, shown.name));
}

int ClusterModel::serviceMark() const
{
    return int(m_relations.ofService(m_service.shown()));
}

} // namespace minato::viewmodels
