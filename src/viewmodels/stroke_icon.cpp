// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/stroke_icon.h"

#include <QPainter>
#include <QSvgRenderer>

namespace minato::viewmodels {

StrokeIcon::StrokeIcon(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

void StrokeIcon::setPath(const QString &path)
{
    m_path = path;
    update();
    Q_EMIT changed();
}

void StrokeIcon::setColor(const QColor &color)
{
    m_color = color;
    update();
    Q_EMIT changed();
}

void StrokeIcon::setWeight(double weight)
{
    m_weight = weight;
    update();
    Q_EMIT changed();
}

void StrokeIcon::setFilled(bool isFilled)
{
    m_isFilled = isFilled;
    update();
    Q_EMIT changed();
}

void StrokeIcon::paint(QPainter *painter)
{
    if (m_path.isEmpty())
        return;
    const QString color = m_color.name();
    const QString svg =
        QStringLiteral(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'><path d='%1' fill='%2' stroke='%3' "
            "stroke-width='%4' stroke-linecap='round' stroke-linejoin='round'/></svg>")
            .arg(m_path, m_isFilled ? color : QStringLiteral("none"), color)
            .arg(m_weight);
    QSvgRenderer renderer(svg.toUtf8());
    renderer.render(painter, QRectF(0, 0, width(), height()));
}

} // namespace minato::viewmodels
