// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace minato::viewmodels {

/// A stroke drawing on a grid of 24, from an SVG path.
///
/// Why       QML's Shape is drawn outside of clipped parents by the software renderer, and sixty of them are
/// a good
///           part of the time to the first frame.
class StrokeIcon : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString path MEMBER m_path WRITE setPath NOTIFY changed)
    Q_PROPERTY(QColor color MEMBER m_color WRITE setColor NOTIFY changed)
    Q_PROPERTY(double weight MEMBER m_weight WRITE setWeight NOTIFY changed)
    Q_PROPERTY(bool isFilled MEMBER m_isFilled WRITE setFilled NOTIFY changed)

public:
    explicit StrokeIcon(QQuickItem *parent = nullptr);

    void setPath(const QString &path);
    void setColor(const QColor &color);
    /// Of the stroke, in units of the grid.
    void setWeight(double weight);
    void setFilled(bool isFilled);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void changed();

private:
    QString m_path;
    QColor m_color = Qt::black;
    double m_weight = 1.75;
    bool m_isFilled = false;
};

} // namespace minato::viewmodels
