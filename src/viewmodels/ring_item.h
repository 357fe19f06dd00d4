// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace minato::viewmodels {

/// The outline of a rounded rectangle. A window has a hundred of them, all but one out of sight; unlike a Rectangle,
/// these cost nothing in a frame.
class RingItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(double radius READ radius WRITE setRadius NOTIFY changed)
    Q_PROPERTY(double thickness READ thickness WRITE setThickness NOTIFY changed)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY changed)

public:
    explicit RingItem(QQuickItem *parent = nullptr);

    [[nodiscard]] double radius() const { return m_radius; } ///< of the outer edge
    void setRadius(double radius);
    [[nodiscard]] double thickness() const { return m_thickness; }
    void setThickness(double thickness);
    [[nodiscard]] QColor color() const { return m_color; }
    void setColor(const QColor &color);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void changed();

protected:
    void itemChange(ItemChange change, const ItemChangeData &data) override;

private:
    void refresh();

    double m_radius = 0, m_thickness = 2;
    QColor m_color = Qt::black;
};

} // namespace minato::viewmodels
