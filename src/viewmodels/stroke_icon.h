// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace minato::viewmodels {

/// One of our drawings, by its name (iconPath); nothing when it has none.
///
/// Why       QML's Shape is drawn outside of clipped parents by the software renderer, and sixty of them are a good
///           part of the time to the first frame. Qt paints items out of sight, too; here these cost nothing.
class StrokeIcon : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY changed)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY changed)
    Q_PROPERTY(double size READ size WRITE setSide NOTIFY changed)
    Q_PROPERTY(double weight READ weight WRITE setWeight NOTIFY changed)

public:
    explicit StrokeIcon(QQuickItem *parent = nullptr);

    [[nodiscard]] QString name() const { return m_name; }
    void setName(const QString &name);
    [[nodiscard]] QColor color() const { return m_color; }
    void setColor(const QColor &color);
    /// Width and height, unless they are set.
    [[nodiscard]] double size() const { return implicitWidth(); }
    void setSide(double side);
    /// Of the stroke, in units of the grid; a small drawing has a heavier one.
    [[nodiscard]] double weight() const { return m_weight; }
    void setWeight(double weight);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void changed();

protected:
    void itemChange(ItemChange change, const ItemChangeData &data) override;

private:
    void refresh();

    QString m_name, m_path;
    QColor m_color = Qt::black;
    double m_weight = 1.75;
};

} // namespace minato::viewmodels
