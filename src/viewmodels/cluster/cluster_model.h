// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"
#include "viewmodels/cluster/card.h"
#include "viewmodels/cluster/flow_model.h"
#include "viewmodels/cluster/pod_search.h"
#include "viewmodels/cluster/queue_model.h"
#include "viewmodels/cluster/relations.h"
#include "viewmodels/cluster/workload_models.h"
#include "viewmodels/selection_model.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace minato::viewmodels {

/// The picture of the cluster: cards with Pods, what waits for a machine, and the Deployment and Service that
/// are looked at.
///
/// Cost      A batch costs what it changes: nothing here walks over all Pods but a new grouping, search or
///           selection, a selected Pod or workload whose ReplicaSets change, and a node that changes its zone.
class ClusterModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(minato::viewmodels::CardList *cards READ cards CONSTANT)
    Q_PROPERTY(minato::viewmodels::QueueModel *queue READ queue CONSTANT)
    Q_PROPERTY(minato::viewmodels::FlowModel *flow READ flow CONSTANT)
    Q_PROPERTY(minato::viewmodels::PodSearch *search READ search CONSTANT)
    Q_PROPERTY(minato::viewmodels::DeploymentModel *deployment READ deployment CONSTANT)
    Q_PROPERTY(minato::viewmodels::ReplicaSetListModel *replicaSets READ replicaSets CONSTANT)
    Q_PROPERTY(minato::viewmodels::ServiceModel *service READ service CONSTANT)
    Q_PROPERTY(Grouping grouping READ grouping WRITE setGrouping NOTIFY groupingChanged)
    Q_PROPERTY(bool showsAges MEMBER m_showsAges NOTIFY showsAgesChanged)
    Q_PROPERTY(int deploymentMark READ deploymentMark NOTIFY marksChanged)
    Q_PROPERTY(int serviceMark READ serviceMark NOTIFY marksChanged)
    Q_PROPERTY(QString controlPlane READ controlPlane NOTIFY controlPlaneChanged)
    Q_PROPERTY(QString controlPlaneStatus READ controlPlaneStatus NOTIFY controlPlaneChanged)
    Q_PROPERTY(int podCount READ podCount NOTIFY podCountChanged)
    Q_PROPERTY(QStringList phaseWords READ phaseWords NOTIFY phaseWordsChanged)

public:
    enum Grouping { ByNode, ByZone, ByReplicaSet, ByVersion };
    Q_ENUM(Grouping)
    /// Dots of single requests travel while there are no more Pods than these.
    static constexpr int kFewPods = 110;

    explicit ClusterModel(QObject *parent = nullptr);
    ~ClusterModel() override;

    [[nodiscard]] CardList *cards() { return &m_list; }
    [[nodiscard]] QueueModel *queue() { return &m_queue; }
    [[nodiscard]] FlowModel *flow() { return &m_flow; }
    [[nodiscard]] PodSearch *search() { return &m_search; }
    [[nodiscard]] DeploymentModel *deployment() { return &m_deployment; }
    [[nodiscard]] ReplicaSetListModel *replicaSets() { return &m_replicaSets; }
    [[nodiscard]] ServiceModel *service() { return &m_service; }
    [[nodiscard]] const PodStore &pods() const { return m_store; }
    [[nodiscard]] Grouping grouping() const { return m_grouping; }
    void setGrouping(Grouping grouping);
    [[nodiscard]] int deploymentMark() const;
    [[nodiscard]] int serviceMark() const;
    /// The control plane's name while it runs no Pod of the learner's: then it is a line of text, not a card.
    [[nodiscard]] QString controlPlane() const { return QString::fromStdString(m_controlPlane); }
    [[nodiscard]] QString controlPlaneStatus() const;
    /// The states that a legend explains, in the order of PodListModel::Phase.
    [[nodiscard]] QStringList phaseWords() const;
    [[nodiscard]] int podCount() const { return m_store.size(); }
    /// What is known of a node; null: nothing.
    [[nodiscard]] const session::NodeState *node(const std::string &name) const;

    [[nodiscard]] bool deploymentIsPaused(const std::string &ns, const std::string &name) const
    {
        return m_deployment.isPausedAt(ns, name);
    }

    /// Follows what is selected anywhere in the window.
    void follow(SelectionModel &selection);
    void apply(const session::Batch &batch);
    /// Counts requests from 0 again.
    void resetHits();
    void retranslate();

Q_SIGNALS:
    void groupingChanged();
    void showsAgesChanged();
    void marksChanged();
    void controlPlaneChanged();
    void podCountChanged();
    void phaseWordsChanged();

private:
    void applyNodes(const session::Batch &batch);
    void applyUsage(const session::Batch &batch);
    void moveAlong(const std::set<std::string> &nodes);
    void applyPod(const std::string &uid, const std::optional<session::PodState> &pod);
    void dropPod(int slot);
    void placePod(int slot);
    void applyWorkloads(const session::Batch &batch);
    void applyRoutes(const session::Batch &batch);
    void measureRates(const session::Batch &batch);
    void tellAges(const session::Batch &batch);
    void commit();
    void arrange();
    void regroup();
    [[nodiscard]] bool relate();
    void mark(int slot);
    void markCard(Card &card) const;
    void markEndpoints();
    [[nodiscard]] Relations::Known allKnown() const
    {
        return {m_store, m_replicaSets.known(), m_service.known()};
    }
    void markAll();
    void findAll();
    void touch(int slot);
    void dirty(Card &card);
    void showReplicaSets();
    [[nodiscard]] bool isShown(const Card &card) const;
    /// Of Pods, after the next commit().
    [[nodiscard]] int expectedTotal() const { return m_store.size() - static_cast<int>(m_gone.size()); }
    [[nodiscard]] Card *cardFor(const session::PodState &pod);
    [[nodiscard]] Card &card(Card::Kind kind, const std::string &ns, const std::string &name);

    PodStore m_store;
    std::vector<Card *> m_cardOf;                         ///< by slot; null: none
    std::vector<int> m_gone;                              ///< slots that are free after the next commit
    std::map<std::string, session::NodeState> m_nodes;    ///< by name
    std::map<std::string, std::string> m_nodeNames;       ///< by UID
    std::map<std::string, session::Usage> m_nodeUsage;    ///< by the node's name; absent: not measured
    std::map<std::string, std::unique_ptr<Card>> m_cards; ///< by kind, namespace and name
    std::vector<Card *> m_dirty;
    CardList m_list;
    QueueModel m_queue;
    FlowModel m_flow;
    PodSearch m_search;
    DeploymentModel m_deployment;
    ReplicaSetListModel m_replicaSets;
    ServiceModel m_service;
    Relations m_relations;
    SelectionModel *m_selection = nullptr;
    Grouping m_grouping = ByNode;
    std::string m_controlPlane;
    bool m_isArranged = true;     ///< the list of cards is up to date
    bool m_haveHitsMoved = false; ///< what the search found stands elsewhere now, or is other Pods
    bool m_showsAges = false;
    std::int64_t m_agesToldAt = -1; ///< second of the cluster's clock
    base::Instant m_rateStart;
    std::vector<int> m_busy; ///< slots that answered lately
};

} // namespace minato::viewmodels
