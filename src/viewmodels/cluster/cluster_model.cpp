// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/cluster/cluster_model.h"

#include <QCoreApplication>

namespace minato::viewmodels {

using session::PodPhase;

ClusterModel::ClusterModel(QObject *parent) : QObject(parent)
{
    connect(&m_queue, &PodListModel::countChanged, this, &ClusterModel::queueTextChanged);
    connect(&m_queue, &QAbstractItemModel::dataChanged, this, &ClusterModel::queueTextChanged);
}

QString ClusterModel::controlPlane() const
{
    for (const auto &[name, node] : m_nodeStates)
        if (node.isControlPlane && m_nodes.rows().find(name) < 0)
            return QString::fromStdString(name);
    return {};
}

QString ClusterModel::controlPlaneStatus() const
{
    const auto node = m_nodeStates.find(controlPlane().toStdString());
    if (node == m_nodeStates.end())
        return {};
    return node->second.isReady ? QStringLiteral("Ready") : QStringLiteral("NotReady");
}

QString ClusterModel::queueText() const
{
    if (m_queue.count() == 0)
        //: On the card of Pods that wait for a node, when there are none.
        //% "Nothing waits"
        return qtTrId("queue.empty");
    const std::string &why = m_queue.rows().at(0).state.message;
    if (why.contains("Insufficient cpu"))
        //: On the card of Pods that wait for a node: no node has enough left of the CPU that they ask for.
        //% "Not enough CPU"
        return qtTrId("queue.no-cpu");
    if (why.contains("Insufficient memory"))
        //: On the card of Pods that wait for a node: no node has enough left of the memory that they ask for.
        //% "Not enough memory"
        return qtTrId("queue.no-memory");
    if (why.contains("Too many pods"))
        //: On the card of Pods that wait for a node: every node runs as many Pods as it may.
        //% "Nodes are full"
        return qtTrId("queue.full");
    //: On the card of Pods that wait for a node.
    //% "%n Pod(s) waiting"
    return qtTrId("queue.waiting", m_queue.count());
}

QStringList ClusterModel::phaseWords() const
{
    QStringList words;
    for (const auto phase :
         {PodPhase::Pending, PodPhase::Starting, PodPhase::Running, PodPhase::Terminating, PodPhase::Failed})
        words += PodListModel::phaseText(phase);
    return words;
}

void ClusterModel::apply(const session::Batch &batch)
{
    const auto podsBefore = m_pods.size();
    for (const auto &[uid, node] : batch.nodes)
        applyNode(uid, node);
    for (const auto &[uid, pod] : batch.pods)
        applyPod(uid, pod);
    m_deployment.apply(batch.deployments);
    m_service.apply(batch.services);
    applyRoutes(batch);
    if (!batch.nodes.empty())
        Q_EMIT controlPlaneChanged();
    if (podsBefore != m_pods.size())
        Q_EMIT podCountChanged();
}

void ClusterModel::applyNode(const std::string &uid, const std::optional<session::NodeState> &node)
{
    if (node) {
        m_nodeNames[uid] = node->name;
        m_nodeStates.insert_or_assign(node->name, *node);
        refreshNode(node->name);
    } else if (const auto name = m_nodeNames.find(uid); name != m_nodeNames.end()) {
        m_nodeStates.erase(name->second);
        m_nodes.remove(name->second);
        m_nodeNames.erase(name);
    }
}

PodListModel &ClusterModel::nodePods(const std::string &node)
{
    auto &model = m_podsByNode[node];
    if (!model)
        model = std::make_unique<PodListModel>();
    return *model;
}

PodListModel &ClusterModel::podsOf(const session::PodState &pod)
{
    return pod.node.empty() ? m_queue : nodePods(pod.node);
}

void ClusterModel::applyPod(const std::string &uid, const std::optional<session::PodState> &pod)
{
    const auto known = m_pods.find(uid);
    const std::string nodeBefore = known == m_pods.end() ? std::string() : known->second.state.node;
    const std::uint64_t hits = known == m_pods.end() ? 0 : known->second.hits;
    // The cluster's own Pods would only distract from the lesson's.
    const bool isShown = pod && pod->ns != "kube-system";
    if (known != m_pods.end() && (!isShown || pod->node != nodeBefore))
        podsOf(known->second.state).remove(uid);
    if (isShown) {
        PodRow row{*pod, hits};
        podsOf(*pod).upsert(row);
        m_pods.insert_or_assign(uid, std::move(row));
    } else {
        m_pods.erase(uid);
    }
    refreshNode(nodeBefore);
    if (isShown)
        refreshNode(pod->node);
}

void ClusterModel::refreshNode(const std::string &name)
{
    const auto node = m_nodeStates.find(name);
    if (node == m_nodeStates.end())
        return;
    PodListModel &pods = nodePods(name);
    // A control plane that runs no Pod of the learner's is a line of text, not a card.
    if (node->second.isControlPlane && pods.count() == 0) {
        m_nodes.remove(name);
        return;
    }
    NodeRow row{.state = node->second, .pods = &pods, .readyPods = pods.readyCount()};
    for (const PodRow &pod : pods.rows().rows()) {
        if (pod.state.phase == PodPhase::Failed || pod.state.phase == PodPhase::Succeeded)
            continue; // as the scheduler counts: what has ended asks for nothing
        row.milliCpu += pod.state.milliCpu;
        row.memoryBytes += pod.state.memoryBytes;
    }
    m_nodes.upsert(std::move(row));
}

void ClusterModel::applyRoutes(const session::Batch &batch)
{
    for (const auto &[key, count] : batch.routeCounts) {
        const auto pod = m_pods.find(count.podUid);
        if (pod == m_pods.end() || count.service != m_service.key())
            continue;
        pod->second.hits += count.answered;
        podsOf(pod->second.state).upsert(pod->second);
    }
    std::vector<FlowModel::Trip> trips;
    for (const auto &route : batch.routes)
        if (route.service == m_service.key())
            trips.push_back({m_nodes.rows().find(route.node), route.isAnswered});
    m_flow.start(trips);
}

void ClusterModel::resetHits()
{
    for (auto &[uid, pod] : m_pods) {
        pod.hits = 0;
        podsOf(pod.state).upsert(pod);
    }
}

void ClusterModel::retranslate()
{
    for (const auto &[name, pods] : m_podsByNode)
        pods->retranslateRows();
    m_queue.retranslateRows();
    m_nodes.retranslateRows();
    Q_EMIT m_deployment.changed();
    Q_EMIT m_service.changed();
    Q_EMIT queueTextChanged();
    Q_EMIT phaseWordsChanged();
}

} // namespace minato::viewmodels
