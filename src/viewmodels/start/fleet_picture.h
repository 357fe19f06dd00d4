// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace minato::viewmodels {

/// A cluster before it is there: its zones, a square for each node, and in it what runs there at first. As
/// many as there will be, however small they get.
class FleetPicture : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int nodes MEMBER m_nodes WRITE setNodes NOTIFY changed)
    Q_PROPERTY(int zones MEMBER m_zones WRITE setZones NOTIFY changed)
    Q_PROPERTY(int pods MEMBER m_pods WRITE setPods NOTIFY changed)
    Q_PROPERTY(QColor ground MEMBER m_ground WRITE setGround NOTIFY changed)
    Q_PROPERTY(QColor edge MEMBER m_edge WRITE setEdge NOTIFY changed)
    Q_PROPERTY(QColor node MEMBER m_node WRITE setNode NOTIFY changed)
    Q_PROPERTY(QColor pod MEMBER m_pod WRITE setPod NOTIFY changed)

public:
    explicit FleetPicture(QQuickItem *parent = nullptr);

    void setNodes(int nodes) { set(m_nodes, nodes); }
    void setZones(int zones) { set(m_zones, zones); }
    void setPods(int pods) { set(m_pods, pods); }
    void setGround(const QColor &color) { set(m_ground, color); }
    void setEdge(const QColor &color) { set(m_edge, color); }
    void setNode(const QColor &color) { set(m_node, color); }
    void setPod(const QColor &color) { set(m_pod, color); }
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void changed();

private:
    template <class T>
    void set(T &member, const T &value)
    {
        if (member == value)
            return;
        member = value;
        update();
        Q_EMIT changed();
    }
    void paintNode(QPainter &painter, const QRectF &cell, bool hasPod) const;

    int m_nodes = 1, m_zones = 1, m_pods = 0;
    QColor m_ground, m_edge, m_node, m_pod;
};

/// Where `count` equal squares go in a space, in rows from the left, as large as they can be but no larger
/// than `most`. Units: those of the space.
[[nodiscard]] std::vector<QRectF> packSquares(const QRectF &space, int count, double most);

} // namespace minato::viewmodels
