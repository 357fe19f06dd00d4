// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/cluster/pod_look.h"

#include <QPainter>
#include <QPainterPath>

namespace minato::viewmodels {
namespace {

using session::PodPhase;

constexpr int kLeastForGlyph = 12;

/// On a grid of 24, as the icons of the window are.
QPainterPath glyph(PodPhase phase)
{
    QPainterPath path;
    const auto line = [&path](std::initializer_list<QPointF> points) {
        path.moveTo(*points.begin());
        for (const QPointF &point : points)
            path.lineTo(point);
    };
    switch (phase) {
    case PodPhase::Pending:
        path.addEllipse(QPointF(12, 12), 8, 8);
        line({{12, 7.5}, {12, 12}, {15, 14}});
        break;
    case PodPhase::Starting:
        path.arcMoveTo(4, 4, 16, 16, 90);
        path.arcTo(4, 4, 16, 16, 90, -270);
        break;
    case PodPhase::Running:
        line({{5, 12.5}, {10, 17.5}, {19, 7}});
        break;
    case PodPhase::Terminating:
        line({{6, 12}, {18, 12}});
        break;
    case PodPhase::Failed:
        line({{6.5, 6.5}, {17.5, 17.5}});
        line({{17.5, 6.5}, {6.5, 17.5}});
        break;
    case PodPhase::Succeeded:
        line({{7, 20}, {7, 5}, {18, 5}, {15, 9}, {18, 13}, {7, 13}});
        break;
    case PodPhase::Unknown:
        line({{9, 9}, {10, 6.5}, {14, 6.5}, {15, 9}, {12, 12}, {12, 14}});
        line({{12, 18}, {12, 18.2}});
        break;
    }
    return path;
}

} // namespace

void PodSquares::setColors(const PodColors &colors)
{
    if (m_look == colors)
        return;
    m_look = colors;
    m_squares.clear();
}

const QImage &PodSquares::square(const PodCell &pod, int size)
{
    QImage &image = m_squares[{int(pod.state.phase), int(pod.mark), pod.isFound, size}];
    if (!image.isNull())
        return image;
    image = QImage(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(pod.isFound ? 1 : 0.22);
    const bool isFilled = m_look.isFilled.value(int(pod.state.phase), true);
    const bool isMarked = pod.mark != Mark::None;
    const double edge = isMarked ? std::max(1.5, size / 9.) : std::max(1., size / 14.);
    const QRectF box = QRectF(0, 0, size, size).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2);
    painter.setPen(QPen(isMarked ? pod.mark == Mark::Selected ? m_look.text : m_look.accent
                                 : m_look.edge(pod.state.phase),
                        edge));
    painter.setBrush(isFilled ? m_look.fill(pod.state.phase) : m_look.ground);
    painter.drawRoundedRect(box, size / 5., size / 5.);
    if (size >= kLeastForGlyph) {
        painter.translate(size * 0.18, size * 0.18);
        painter.scale(size * 0.64 / 24, size * 0.64 / 24);
        QPen pen(isFilled ? m_look.ink : m_look.edge(pod.state.phase), 3.2);
        pen.setCapStyle(Qt::RoundCap);
        pen.setJoinStyle(Qt::RoundJoin);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(glyph(pod.state.phase));
    }
    return image;
}

} // namespace minato::viewmodels
