// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the ClusterModel marks: the selection with its relations, and what the search finds.
#include "viewmodels/cluster/cluster_model.h"

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
        markAll();
        commit();
    });
}

void ClusterModel::markAll()
{
    if (m_selection)
        m_relations.select(m_selection->kind().toStdString(), m_selection->ns().toStdString(),
                           m_selection->name().toStdString(),
                           {m_store, m_replicaSets.known(), m_service.known()});
    for (int slot = 0; slot < m_store.slotEnd(); ++slot) {
        PodCell &cell = m_store.edit(slot);
        if (!cell.isUsed)
            continue;
        const Mark mark = m_relations.of(cell.state);
        if (cell.mark == mark)
            continue;
        cell.mark = mark;
        touch(slot);
    }
    for (const auto &[key, card] : m_cards) {
        if (card->isNode()) {
            card->setMark(m_relations.ofNode(card->name()));
        } else if (card->kind() == QLatin1String("ReplicaSet")) {
            session::ReplicaSetState set;
            set.ns = card->ns().toStdString();
            set.name = card->name();
            card->setMark(m_relations.of(set));
        }
    }
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
