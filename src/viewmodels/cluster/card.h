// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/cluster/pod_list_model.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <optional>
#include <string>

namespace minato::viewmodels {

/// CPU or memory of a node: what there is, what its Pods ask for, what is really used.
struct ResourceUse {
    Q_GADGET
    QML_VALUE_TYPE(resourceUse)
    Q_PROPERTY(double requested MEMBER requested)
    Q_PROPERTY(double used MEMBER used)
    Q_PROPERTY(QString amounts MEMBER amounts)
    Q_PROPERTY(QString share MEMBER share)
    Q_PROPERTY(QString shares MEMBER shares)

public:
    double requested = 0; ///< share of the whole
    double used = -1;     ///< share of the whole; -1: not measured
    QString amounts = {}; ///< "250m of 4 requested, 12m used"
    QString share = {};   ///< "6%": requested
    QString shares = {};  ///< "1% used · 6% requested"
};

/// A group of Pods that is drawn as one: those of a node, a zone, a ReplicaSet or a version.
class Card : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(minato::viewmodels::PodListModel *pods READ pods CONSTANT)
    Q_PROPERTY(bool isNode READ isNode CONSTANT)
    Q_PROPERTY(QString kind READ kind CONSTANT)
    Q_PROPERTY(QString ns READ ns CONSTANT)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString shortTitle READ shortTitle NOTIFY changed)
    Q_PROPERTY(QString section READ section NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(QString statusText READ statusText NOTIFY changed)
    Q_PROPERTY(bool isReady READ isReady NOTIFY changed)
    Q_PROPERTY(bool isSchedulable READ isSchedulable NOTIFY changed)
    Q_PROPERTY(QString troubleText READ troubleText NOTIFY changed)
    Q_PROPERTY(minato::viewmodels::ResourceUse cpu READ cpu NOTIFY changed)
    Q_PROPERTY(minato::viewmodels::ResourceUse memory READ memory NOTIFY changed)
    Q_PROPERTY(QString freeText READ freeText NOTIFY changed)
    Q_PROPERTY(int readyPods READ readyPods NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(int mark READ mark NOTIFY changed)

public:
    /// What it stands for, as a manifest names it; Zone and Version are none of the API's.
    enum class Kind : std::uint8_t { Node, Zone, ReplicaSet, Version };

    Card(Kind kind, std::string ns, std::string name, const PodStore &store);

    [[nodiscard]] PodListModel *pods() const { return m_pods.get(); }
    [[nodiscard]] bool isNode() const { return m_kind == Kind::Node; }
    [[nodiscard]] QString kind() const; ///< "Node", "ReplicaSet"; empty for what the API has no object for
    [[nodiscard]] QString ns() const { return QString::fromStdString(m_ns); }
    [[nodiscard]] const std::string &name() const { return m_name; }
    [[nodiscard]] QString title() const;
    /// Where the title has no room: without the beginning that the names of all cards share, "…worker2".
    [[nodiscard]] QString shortTitle() const;
    [[nodiscard]] const std::string &zone() const { return m_section; } ///< of a node
    [[nodiscard]] QString section() const { return QString::fromStdString(m_section); }
    [[nodiscard]] QString note() const; ///< beside the title: a ReplicaSet's revision and version
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] bool isReady() const { return !m_node || m_node->isReady; }
    [[nodiscard]] bool isSchedulable() const { return !m_node || m_node->isSchedulable; }
    [[nodiscard]] QString troubleText() const; ///< pressures and taints, a line each
    [[nodiscard]] ResourceUse cpu() const;
    [[nodiscard]] ResourceUse memory() const;
    [[nodiscard]] QString freeText() const;
    [[nodiscard]] int readyPods() const { return m_pods->readyCount(); }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] int mark() const { return int(m_mark); }

    /// Zones first, then names with their numbers in order: "node-2" before "node-10".
    [[nodiscard]] const std::string &order() const { return m_order; }

    void setNode(const session::NodeState &node);
    void setUsage(const std::optional<session::Usage> &usage);
    void setReplicaSet(int revision, const std::string &version);
    void setMark(Mark mark);
    void setSharedBeginning(std::size_t length);
    /// Its Pods or its texts changed.
    void touch() { Q_EMIT changed(); }

Q_SIGNALS:
    void changed();

private:
    void reorder();

    Kind m_kind;
    std::string m_ns, m_name, m_section, m_order, m_version;
    int m_revision = 0;
    std::size_t m_sharedBeginning = 0; ///< of the name, in bytes
    std::unique_ptr<PodListModel> m_pods;
    std::optional<session::NodeState> m_node;
    std::optional<session::Usage> m_usage;
    Mark m_mark = Mark::None;
};

/// The cards in their order.
class CardList : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int revision READ revision NOTIFY changed)
    Q_PROPERTY(int largest READ largest NOTIFY podsChanged)
    Q_PROPERTY(bool hasSections READ hasSections NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] int count() const { return static_cast<int>(m_cards.size()); }
    /// Counts how often cards have come, gone or moved.
    [[nodiscard]] int revision() const { return m_revision; }
    /// How many Pods the fullest has.
    [[nodiscard]] int largest() const { return m_largest; }
    /// How many Pods there are, also those on no card.
    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] bool hasSections() const { return m_hasSections; }
    /// Beyond the end: an empty one, for bindings that learn a moment later that cards have gone. `revision` lets them
    /// follow.
    [[nodiscard]] Q_INVOKABLE minato::viewmodels::Card *at(int index, int revision = 0);
    [[nodiscard]] int indexOf(const Card &card) const;
    [[nodiscard]] const std::vector<Card *> &cards() const { return m_cards; }

    /// They are brought into the order of Card::order(). `total`: as for measure().
    void setCards(std::vector<Card *> cards, int total);
    /// The Pods on these are about to change, to `total` in all.
    void measure(const std::vector<Card *> &touched, int total);

Q_SIGNALS:
    /// There will be room needed for other numbers of cards or Pods: comes before anything else tells of them, so that
    /// nobody draws thousands of Pods in a form that is meant for a few.
    void measured();
    void changed();
    void podsChanged();

private:
    [[nodiscard]] int fullest() const;
    void tell(int largest, int total, bool areOthers);

    PodStore m_noPods;
    Card m_none{Card::Kind::Version, {}, {}, m_noPods};
    std::vector<Card *> m_cards;
    std::vector<std::string> m_zones; ///< of the cards
    bool m_hasSections = false;
    int m_revision = 0, m_largest = 0, m_total = 0;
};

} // namespace minato::viewmodels
