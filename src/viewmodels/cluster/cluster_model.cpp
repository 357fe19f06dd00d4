// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/cluster/cluster_model.h"

#include <algorithm>
#include <utility>

namespace minato::viewmodels {

using namespace std::chrono_literals;
using session::PodPhase;

ClusterModel::ClusterModel(QObject *parent) : QObject(parent), m_queue(m_store), m_search(m_list)
{
    connect(&m_search, &PodSearch::textChanged, this, &ClusterModel::findAll);
    connect(&m_deployment, &DeploymentModel::changed, this, [this] {
        showReplicaSets();
        Q_EMIT marksChanged();
    });
    connect(&m_service, &ServiceModel::changed, this, &ClusterModel::marksChanged);
}

ClusterModel::~ClusterModel() = default;

QString ClusterModel::controlPlaneStatus() const
{
    const auto *known = node(m_controlPlane);
    if (!known)
        return {};
    return known->isReady ? QStringLiteral("Ready") : QStringLiteral("NotReady");
}

const session::NodeState *ClusterModel::node(const std::string &name) const
{
    const auto found = m_nodes.find(name);
    return found == m_nodes.end() ? nullptr : &found->second;
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
    const int podsBefore = m_store.size();
    if (batch.clock)
        m_store.now = batch.clock->now;
    applyNodes(batch);
    for (const auto &[uid, pod] : batch.pods)
        applyPod(uid, pod);
    applyWorkloads(batch);
    commit();
    applyRoutes(batch);
    measureRates(batch);
    commit();
    applyUsage(batch);
    tellAges(batch);
    if (!batch.nodes.empty())
        Q_EMIT controlPlaneChanged();
    if (podsBefore != m_store.size())
        Q_EMIT podCountChanged();
}

void ClusterModel::applyNodes(const session::Batch &batch)
{
    std::set<std::string> moved; ///< nodes that stand in another zone than before
    const auto zoneOf = [this](const std::string &name) {
        const auto *known = node(name);
        return known ? known->zone : std::string();
    };
    for (const auto &[uid, node] : batch.nodes) {
        m_isArranged = false;
        if (!node) {
            if (const auto name = m_nodeNames.find(uid); name != m_nodeNames.end()) {
                // A namesake that is new already stays.
                if (const auto known = m_nodes.find(name->second);
                    known != m_nodes.end() && known->second.uid == uid) {
                    moved.insert(known->first);
                    m_nodes.erase(known);
                }
                m_nodeNames.erase(name);
            }
            continue;
        }
        if (zoneOf(node->name) != node->zone)
            moved.insert(node->name);
        m_nodeNames[uid] = node->name;
        m_nodes.insert_or_assign(node->name, *node);
        if (m_grouping == ByNode) {
            Card &there = card(Card::Kind::Node, {}, node->name);
            there.setNode(*node);
            dirty(there);
        }
    }
    if (m_grouping == ByZone && !moved.empty())
        moveAlong(moved);
}

/// The Pods on nodes whose zone has changed go to another card: a rare thing, for which all are looked at.
void ClusterModel::moveAlong(const std::set<std::string> &nodes)
{
    for (int slot = 0; slot < m_store.slotEnd(); ++slot) {
        const PodCell &cell = m_store.at(slot);
        if (!cell.isUsed || !nodes.contains(cell.state.node) ||
            cardFor(cell.state) == m_cardOf[static_cast<std::size_t>(slot)])
            continue;
        dropPod(slot);
        placePod(slot);
    }
}

void ClusterModel::applyUsage(const session::Batch &batch)
{
    for (const auto &[name, usage] : batch.nodeUsage) {
        if (usage)
            m_nodeUsage.insert_or_assign(name, *usage);
        else
            m_nodeUsage.erase(name);
        if (m_grouping == ByNode && m_nodes.contains(name))
            card(Card::Kind::Node, {}, name).setUsage(usage);
    }
    std::set<PodListModel *> told;
    for (const auto &[uid, usage] : batch.podUsage) {
        const int slot = m_store.find(uid);
        if (slot < 0)
            continue;
        m_store.edit(slot).usage = usage;
        if (Card *there = m_cardOf[static_cast<std::size_t>(slot)])
            told.insert(there->pods());
    }
    for (PodListModel *pods : told) // in whatever order: each has its own views
        pods->refresh({PodListModel::DetailRole});
}

Card &ClusterModel::card(Card::Kind kind, const std::string &ns, const std::string &name)
{
    auto &slot = m_cards[std::to_string(int(kind)) + '/' + ns + '/' + name];
    if (!slot) {
        slot = std::make_unique<Card>(kind, ns, name, m_store);
        m_isArranged = false;
        if (const auto *known = kind == Card::Kind::Node ? node(name) : nullptr) {
            slot->setNode(*known);
            if (const auto usage = m_nodeUsage.find(name); usage != m_nodeUsage.end())
                slot->setUsage(usage->second);
        }
        if (kind == Card::Kind::ReplicaSet)
            for (const auto &[uid, set] : m_replicaSets.known())
                if (set.ns == ns && set.name == name)
                    slot->setReplicaSet(set.revision, set.version);
        markCard(*slot);
    }
    return *slot;
}

Card *ClusterModel::cardFor(const session::PodState &pod)
{
    switch (m_grouping) {
    case ByNode:
        return pod.node.empty() ? nullptr : &card(Card::Kind::Node, {}, pod.node);
    case ByZone: {
        const auto *there = node(pod.node);
        return pod.node.empty() ? nullptr : &card(Card::Kind::Zone, {}, there ? there->zone : std::string());
    }
    case ByReplicaSet:
        return pod.ownerKind == "ReplicaSet" ? &card(Card::Kind::ReplicaSet, pod.ns, pod.owner)
                                             : &card(Card::Kind::ReplicaSet, {}, {});
    case ByVersion:
        break;
    }
    return &card(Card::Kind::Version, {}, pod.version);
}

void ClusterModel::dirty(Card &card)
{
    if (m_dirty.empty() || m_dirty.back() != &card)
        m_dirty.push_back(&card);
}

void ClusterModel::touch(int slot)
{
    if (Card *there = m_cardOf[static_cast<std::size_t>(slot)]) {
        there->pods()->touched(slot);
        dirty(*there);
    }
    if (m_store.at(slot).state.node.empty())
        m_queue.touched(slot);
}

void ClusterModel::placePod(int slot)
{
    if (m_cardOf.size() < static_cast<std::size_t>(m_store.slotEnd()))
        m_cardOf.resize(static_cast<std::size_t>(m_store.slotEnd()));
    const session::PodState &pod = m_store.at(slot).state;
    Card *there = cardFor(pod);
    m_cardOf[static_cast<std::size_t>(slot)] = there;
    if (there) {
        there->pods()->add(slot);
        dirty(*there);
    }
    if (pod.node.empty())
        m_queue.add(slot);
}

void ClusterModel::dropPod(int slot)
{
    if (Card *there = std::exchange(m_cardOf[static_cast<std::size_t>(slot)], nullptr)) {
        there->pods()->remove(slot);
        dirty(*there);
    }
    if (m_store.at(slot).state.node.empty())
        m_queue.remove(slot);
}

void ClusterModel::applyPod(const std::string &uid, const std::optional<session::PodState> &pod)
{
    const int known = m_store.find(uid);
    // The cluster's own Pods would only distract from the lesson's.
    if (!pod || pod->ns == "kube-system") {
        if (known >= 0) {
            dropPod(known);
            m_gone.push_back(known);
        }
        return;
    }
    if (known < 0) {
        const int slot = m_store.add(*pod);
        m_store.edit(slot).mark = m_relations.of(*pod);
        m_store.edit(slot).isFound = m_search.matches(*pod);
        placePod(slot);
        return;
    }
    PodCell &cell = m_store.edit(known);
    if (cell.state == *pod)
        return;
    cell.mark = m_relations.of(*pod);
    m_haveHitsMoved |= cell.isFound != m_search.matches(*pod);
    cell.isFound = m_search.matches(*pod);
    Card *there = m_cardOf[static_cast<std::size_t>(known)];
    const bool stays = pod->node == cell.state.node && pod->owner == cell.state.owner &&
                       pod->ownerKind == cell.state.ownerKind && pod->version == cell.state.version;
    if (!stays && (cardFor(*pod) != there || cell.state.node.empty() != pod->node.empty())) {
        dropPod(known);
        cell.state = *pod;
        placePod(known);
        return;
    }
    const session::PodState before = std::exchange(cell.state, *pod);
    if (there) {
        there->pods()->changed(known, before);
        dirty(*there);
    }
    if (pod->node.empty())
        m_queue.changed(known, before);
}

void ClusterModel::applyWorkloads(const session::Batch &batch)
{
    m_replicaSets.apply(batch.replicaSets);
    m_deployment.apply(batch.deployments);
    m_service.apply(batch.services);
    if (m_grouping == ByReplicaSet)
        for (const auto &[uid, set] : batch.replicaSets)
            if (const auto known = set ? m_cards.find("2/" + set->ns + '/' + set->name) : m_cards.end();
                known != m_cards.end()) {
                known->second->setReplicaSet(set->revision, set->version);
                m_isArranged = false;
            }
    if (!batch.replicaSets.empty())
        showReplicaSets();
    if (!m_relations.dependOn(batch))
        return;
    if (m_relations.areEndpoints())
        markEndpoints();
    else if (relate())
        markAll();
}

void ClusterModel::showReplicaSets()
{
    m_replicaSets.show(m_deployment.shown(), [this](const auto &set) { return m_relations.of(set); });
}

bool ClusterModel::isShown(const Card &card) const
{
    if (!card.isNode())
        return card.pods()->expectedCount() > 0;
    const auto *known = node(card.name());
    return known && (!known->isControlPlane || card.pods()->expectedCount() > 0);
}

/// Cards and numbers are told first, so that every Pod is drawn only in the form that is meant for so many.
void ClusterModel::commit()
{
    std::ranges::sort(m_dirty, std::less<>());
    const auto twice = std::ranges::unique(m_dirty);
    m_dirty.erase(twice.begin(), twice.end());
    for (const Card *card : m_dirty)
        if ((card->pods()->count() == 0) != (card->pods()->expectedCount() == 0))
            m_isArranged = false;
    if (m_isArranged)
        m_list.measure(m_dirty, expectedTotal());
    else
        arrange();
    for (Card *card : m_dirty) {
        m_haveHitsMoved |= card->pods()->hasMoves();
        card->pods()->commit();
    }
    m_queue.commit();
    for (const int slot : std::exchange(m_gone, {}))
        m_store.remove(slot);
    for (Card *card : std::exchange(m_dirty, {}))
        card->touch();
    if (std::exchange(m_haveHitsMoved, false) && m_search.isActive())
        m_search.refresh();
}

void ClusterModel::arrange()
{
    std::vector<Card *> shown;
    for (const auto &[key, card] : m_cards)
        if (isShown(*card))
            shown.push_back(card.get());
    m_list.setCards(std::move(shown), expectedTotal());
    const std::string before = std::exchange(m_controlPlane, {});
    for (const auto &[name, node] : m_nodes)
        if (node.isControlPlane && m_controlPlane.empty() &&
            (m_grouping != ByNode || !isShown(card(Card::Kind::Node, {}, name))))
            m_controlPlane = name;
    m_isArranged = m_haveHitsMoved = true;
    if (before != m_controlPlane)
        Q_EMIT controlPlaneChanged();
}

void ClusterModel::setGrouping(Grouping grouping)
{
    if (m_grouping == grouping)
        return;
    m_grouping = grouping;
    regroup();
    Q_EMIT groupingChanged();
}

void ClusterModel::regroup()
{
    // The old cards live until what is drawn has let go of them.
    for (auto &[key, card] : std::exchange(m_cards, {}))
        card.release()->deleteLater();
    m_isArranged = false;
    m_cardOf.assign(static_cast<std::size_t>(m_store.slotEnd()), nullptr);
    if (m_grouping == ByNode)
        for (const auto &[name, node] : m_nodes)
            dirty(card(Card::Kind::Node, {}, name));
    for (int slot = 0; slot < m_store.slotEnd(); ++slot) {
        if (!m_store.at(slot).isUsed)
            continue;
        if (Card *there = cardFor(m_store.at(slot).state)) {
            m_cardOf[static_cast<std::size_t>(slot)] = there;
            there->pods()->add(slot);
            dirty(*there);
        }
    }
    commit();
    markAll();
    commit();
}

void ClusterModel::applyRoutes(const session::Batch &batch)
{
    for (const auto &[key, count] : batch.routeCounts) {
        const int slot = m_store.find(count.podUid);
        if (slot < 0 || count.service != m_service.key())
            continue;
        PodCell &cell = m_store.edit(slot);
        cell.hits += count.answered;
        if (cell.window == 0 && cell.rate == 0)
            m_busy.push_back(slot);
        cell.window += count.answered;
        touch(slot);
    }
    std::vector<FlowModel::Trip> trips;
    for (const auto &route : batch.routes) {
        if (route.service != m_service.key() || m_store.size() > kFewPods)
            continue;
        const int slot = m_store.find(route.podUid);
        Card *there = slot < 0 ? nullptr : m_cardOf[static_cast<std::size_t>(slot)];
        trips.push_back({there ? m_list.indexOf(*there) : -1, route.isAnswered});
    }
    m_flow.start(trips);
}

void ClusterModel::measureRates(const session::Batch &batch)
{
    const base::Duration time = batch.clock ? batch.clock->now - m_rateStart : base::Duration();
    if (time < 1s)
        return;
    m_rateStart = batch.clock->now;
    std::vector<int> busy;
    for (const int slot : m_busy) {
        if (!m_store.at(slot).isUsed)
            continue;
        PodCell &cell = m_store.edit(slot);
        cell.rate =
            static_cast<double>(std::exchange(cell.window, 0)) * 1e9 / static_cast<double>(time.count());
        if (cell.rate > 0)
            busy.push_back(slot);
        touch(slot);
    }
    m_busy = std::move(busy);
}

void ClusterModel::tellAges(const session::Batch &batch)
{
    if (!batch.clock || !m_showsAges || m_store.size() > 2 * kFewPods)
        return;
    // Objects are made at whole seconds: ages change with the clock's.
    const std::int64_t second = batch.clock->now.ns / 1'000'000'000;
    if (std::exchange(m_agesToldAt, second) != second)
        for (Card *card : m_list.cards())
            card->pods()->refresh({PodListModel::AgeRole, PodListModel::DetailRole});
}

void ClusterModel::resetHits()
{
    for (int slot = 0; slot < m_store.slotEnd(); ++slot) {
        PodCell &cell = m_store.edit(slot);
        if (!cell.isUsed || cell.hits == 0)
            continue;
        cell.hits = 0;
        touch(slot);
    }
    commit();
}

void ClusterModel::retranslate()
{
    for (const auto &[key, card] : m_cards) {
        card->pods()->refresh();
        card->touch();
    }
    m_queue.refresh();
    Q_EMIT m_queue.textChanged();
    m_replicaSets.retranslateRows();
    m_search.retranslate();
    Q_EMIT m_deployment.changed();
    Q_EMIT m_service.changed();
    Q_EMIT phaseWordsChanged();
}

} // namespace minato::viewmodels
