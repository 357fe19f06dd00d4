// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace minato::viewmodels {

/// A cluster for free play, as chosen: the workers and what runs on them at first.
struct Playground {
    int nodes = 3, zones = 1;
    int cpu = 4, memoryGi = 8; ///< of each node
    int pods = 0;              ///< of a Deployment behind a Service; 0: an empty cluster
    friend bool operator==(const Playground &, const Playground &) = default;
};

/// The choice of that cluster, with what it comes to.
class PlaygroundModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(int nodes READ nodes WRITE setNodes NOTIFY changed)
    Q_PROPERTY(int zones READ zones WRITE setZones NOTIFY changed)
    Q_PROPERTY(int maxNodes MEMBER kMaxNodes CONSTANT)
    Q_PROPERTY(int maxZones READ maxZones NOTIFY changed)
    Q_PROPERTY(minato::viewmodels::PlaygroundModel::Size size READ size WRITE setSize NOTIFY changed)
    Q_PROPERTY(QStringList sizes READ sizes CONSTANT)
    Q_PROPERTY(minato::viewmodels::PlaygroundModel::Load load READ load WRITE setLoad NOTIFY changed)
    Q_PROPERTY(int pods READ pods NOTIFY changed)
    Q_PROPERTY(QStringList presets READ presets NOTIFY changed)
    Q_PROPERTY(int preset READ preset NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)

public:
    enum Size { Small, Medium, Large };
    Q_ENUM(Size)
    enum Load { Empty, OnePod, OnePodPerNode };
    Q_ENUM(Load)
    static constexpr int kMaxNodes = 5'000, kMaxZones = 9;

    using QObject::QObject;

    [[nodiscard]] int nodes() const { return m_nodes; }
    [[nodiscard]] int zones() const { return m_zones; }
    [[nodiscard]] int maxZones() const { return std::min(m_nodes, kMaxZones); }
    [[nodiscard]] Size size() const { return m_size; }
    /// "4 CPU · 8 GiB", in the order of Size.
    [[nodiscard]] static QStringList sizes();
    [[nodiscard]] Load load() const { return m_load; }
    [[nodiscard]] int pods() const { return choice().pods; }
    [[nodiscard]] QStringList presets() const;
    [[nodiscard]] int preset() const; ///< the one that is chosen now; -1: none
    /// In a sentence: nodes, zones, resources.
    [[nodiscard]] QString summary() const;
    [[nodiscard]] Playground choice() const;

    void setNodes(int nodes);
    void setZones(int zones);
    void setSize(Size size);
    void setLoad(Load load);
    Q_INVOKABLE void choosePreset(int preset);
    void retranslate() { Q_EMIT changed(); }

Q_SIGNALS:
    void changed();

private:
    int m_nodes = 3, m_zones = 1;
    Size m_size = Medium;
    Load m_load = Empty;
};

/// "3 nodes in 1 zone", for headings.
[[nodiscard]] QString describe(const Playground &playground);

} // namespace minato::viewmodels
