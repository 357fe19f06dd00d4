// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"
#include "viewmodels/cluster/flow_model.h"
#include "viewmodels/cluster/node_list_model.h"
#include "viewmodels/cluster/pod_list_model.h"
#include "viewmodels/cluster/workload_models.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <memory>
#include <string>

namespace minato::viewmodels {

/// The picture of the cluster: machines with their Pods, what waits for a machine, and the Deployment and
/// Service that the lesson is about.
class ClusterModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(minato::viewmodels::NodeListModel *nodes READ nodes CONSTANT)
    Q_PROPERTY(minato::viewmodels::PodListModel *queue READ queue CONSTANT)
    Q_PROPERTY(minato::viewmodels::FlowModel *flow READ flow CONSTANT)
    Q_PROPERTY(minato::viewmodels::DeploymentModel *deployment READ deployment CONSTANT)
    Q_PROPERTY(minato::viewmodels::ServiceModel *service READ service CONSTANT)
    Q_PROPERTY(QString controlPlane READ controlPlane NOTIFY controlPlaneChanged)
    Q_PROPERTY(QString controlPlaneStatus READ controlPlaneStatus NOTIFY controlPlaneChanged)
    Q_PROPERTY(QString queueText READ queueText NOTIFY queueTextChanged)
    Q_PROPERTY(int podCount READ podCount NOTIFY podCountChanged)
    Q_PROPERTY(QStringList phaseWords READ phaseWords NOTIFY phaseWordsChanged)

public:
    explicit ClusterModel(QObject *parent = nullptr);

    [[nodiscard]] NodeListModel *nodes() { return &m_nodes; }
    [[nodiscard]] PodListModel *queue() { return &m_queue; }
    [[nodiscard]] FlowModel *flow() { return &m_flow; }
    [[nodiscard]] DeploymentModel *deployment() { return &m_deployment; }
    [[nodiscard]] ServiceModel *service() { return &m_service; }
    [[nodiscard]] QString controlPlane() const;
    [[nodiscard]] QString controlPlaneStatus() const;
    /// Why the first of the queue waits, as the scheduler said it; or that nothing waits.
    [[nodiscard]] QString queueText() const;
    /// The states that a legend explains, in the order of PodListModel::Phase.
    [[nodiscard]] QStringList phaseWords() const;
    [[nodiscard]] int podCount() const { return static_cast<int>(m_pods.size()); }

    void apply(const session::Batch &batch);
    /// Counts requests from 0 again.
    void resetHits();
    void retranslate();

Q_SIGNALS:
    void controlPlaneChanged();
    void queueTextChanged();
    void podCountChanged();
    void phaseWordsChanged();

private:
    void applyNode(const std::string &uid, const std::optional<session::NodeState> &node);
    void applyPod(const std::string &uid, const std::optional<session::PodState> &pod);
    void applyRoutes(const session::Batch &batch);
    [[nodiscard]] PodListModel &podsOf(const session::PodState &pod);
    [[nodiscard]] PodListModel &nodePods(const std::string &node);
    void refreshNode(const std::string &name);

    std::map<std::string, session::NodeState> m_nodeStates; ///< by name
    std::map<std::string, std::string> m_nodeNames;         ///< by UID
    std::map<std::string, PodRow> m_pods;                   ///< by UID
    std::map<std::string, std::unique_ptr<PodListModel>> m_podsByNode;
    NodeListModel m_nodes;
    PodListModel m_queue;
    FlowModel m_flow;
    DeploymentModel m_deployment;
    ServiceModel m_service;
};

} // namespace minato::viewmodels
