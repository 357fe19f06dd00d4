// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/start/harbour_scene.h"

#include <QPainter>
#include <QPainterPath>

#include <array>

namespace minato::viewmodels {
namespace {

/// Draws on a grid that is 100 high; `right` is where the right edge is then.
class Brush {
public:
    Brush(QPainter &painter, double right, bool isDark) : m_painter(painter), m_right(right), m_isDark(isDark)
    {
    }

    void sky(bool hasSun);
    void hills(double top, QRgb light, QRgb dark);
    void sea();
    void ship(double x);
    void quay();
    void crane();

private:
    static constexpr double kSea = 74, kQuay = 80;

    [[nodiscard]] QColor tone(QRgb light, QRgb dark) const
    {
        return QColor::fromRgba(m_isDark ? dark : light);
    }
    [[nodiscard]] QColor container(int number) const;
    void box(double x, double y, int number);
    void line(double x1, double y1, double x2, double y2, double width, const QColor &color);

    static constexpr double kBoxWidth = 7.6, kBoxHeight = 4;

    QPainter &m_painter;
    double m_right;
    bool m_isDark;
};

/// The colours of Pods, calmer.
QColor Brush::container(int number) const
{
    constexpr std::array<QRgb, 5> kLight{0xFF56A5D6, 0xFF2E9E80, 0xFFE2A93B, 0xFF2A6FA3, 0xFFC98BAA};
    constexpr std::array<QRgb, 5> kDark{0xFF4A9AC9, 0xFF23846B, 0xFFC08E2E, 0xFF2C6C9C, 0xFF9C6784};
    const auto at = static_cast<std::size_t>(number) % kLight.size();
    return QColor(m_isDark ? kDark[at] : kLight[at]);
}

void Brush::box(double x, double y, int number)
{
    const QColor color = container(number);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color);
    m_painter.drawRoundedRect(QRectF(x, y, kBoxWidth, kBoxHeight), 0.5, 0.5);
    const QColor rib = color.darker(118);
    for (double rib_x = x + 1.3; rib_x < x + kBoxWidth - 0.6; rib_x += 1.25)
        line(rib_x, y + 0.7, rib_x, y + kBoxHeight - 0.7, 0.28, rib);
}

void Brush::line(double x1, double y1, double x2, double y2, double width, const QColor &color)
{
    m_painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap));
    m_painter.drawLine(QPointF(x1, y1), QPointF(x2, y2));
}

void Brush::sky(bool hasSun)
{
    QLinearGradient gradient(0, 0, 0, kSea);
    gradient.setColorAt(0, tone(0xFFD3E7F5, 0xFF0D1924));
    gradient.setColorAt(1, tone(0xFFF6FAFC, 0xFF1B3346));
    m_painter.fillRect(QRectF(0, 0, m_right, kSea + 1), gradient);
    if (!hasSun)
        return;
    m_painter.setPen(Qt::NoPen);
    const QPointF sun(m_right - 178, m_isDark ? 24 : 52);
    const double radius = m_isDark ? 6 : 11;
    QColor halo = tone(0xFFFFE3B0, 0xFFCFE0EC);
    for (const auto &[factor, alpha] : {std::pair(2.6, 26), std::pair(1.7, 44), std::pair(1., 235)}) {
        halo.setAlpha(m_isDark && factor > 1 ? alpha / 2 : alpha);
        m_painter.setBrush(halo);
        m_painter.drawEllipse(sun, radius * factor, radius * factor);
    }
}

void Brush::hills(double top, QRgb light, QRgb dark)
{
    QPainterPath path(QPointF(0, kSea + 1));
    path.lineTo(0, top + 6);
    for (double x = 0; x < m_right; x += 120) {
        path.cubicTo(x + 25, top + 5, x + 35, top - 2, x + 60, top + 2);
        path.cubicTo(x + 85, top + 6, x + 95, top + 9, x + 120, top + 6);
    }
    path.lineTo(m_right + 120, kSea + 1);
    path.closeSubpath();
    m_painter.fillPath(path, tone(light, dark));
}

void Brush::sea()
{
    QLinearGradient gradient(0, kSea, 0, 100);
    gradient.setColorAt(0, tone(0xFFB4D7EA, 0xFF173B55));
    gradient.setColorAt(1, tone(0xFF86BBDB, 0xFF0F2536));
    m_painter.fillRect(QRectF(0, kSea, m_right, 100 - kSea), gradient);
    const QColor foam = tone(0x90FFFFFF, 0x38A9D6F0);
    // In rows that get wider towards the eye; no two alike, always the same.
    for (int row = 0; row < 4; ++row) {
        const double y = kSea + 4.5 + row * 5.6;
        for (int i = 0;; ++i) {
            const double x = (row % 2 ? 14 : 0) + i * (34 + row * 9) + (i * 37 + row * 53) % 17;
            if (x > m_right)
                break;
            line(x, y, x + 5 + row * 2 + (i * 13 + row * 7) % 5, y, 0.55 + row * 0.12, foam);
        }
    }
}

void Brush::ship(double x)
{
    // Its load: columns of different height.
    constexpr std::array<int, 8> kHeights{2, 3, 4, 4, 2, 4, 3, 2};
    for (int column = 0; column < static_cast<int>(kHeights.size()); ++column) {
        for (int level = 0; level < kHeights[static_cast<std::size_t>(column)]; ++level)
            box(x + 20 + column * 8.2, 68.2 - (level + 1) * 4.3, column * 3 + level * 2);
    }
    // The bridge.
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(tone(0xFFFFFFFF, 0xFFB9CBD9));
    m_painter.drawRoundedRect(QRectF(x + 6.5, 50, 10.5, 18.5), 0.8, 0.8);
    m_painter.drawRoundedRect(QRectF(x + 4.5, 49, 14, 3.4), 0.7, 0.7);
    m_painter.setBrush(tone(0xFF0B4F7D, 0xFF12304A));
    for (int window = 0; window < 4; ++window)
        m_painter.drawRect(QRectF(x + 6 + window * 2.9, 50, 1.9, 1.3));
    m_painter.setBrush(tone(0xFFE2A93B, 0xFFC08E2E));
    m_painter.drawRect(QRectF(x + 9.6, 43.6, 3.6, 5.6)); // the funnel
    // The hull.
    QPainterPath hull(QPointF(x, 66.5));
    hull.lineTo(x + 18.5, 66.5);
    hull.lineTo(x + 19.5, 68.6);
    hull.lineTo(x + 87, 68.6);
    hull.lineTo(x + 97, 65.5);
    hull.cubicTo(x + 95, 73, x + 92, 78, x + 87, 81.5);
    hull.lineTo(x + 7, 81.5);
    hull.cubicTo(x + 2.5, 78, x + 0.5, 73, x, 66.5);
    m_painter.fillPath(hull, tone(0xFF0F5C8E, 0xFF2A6C9B));
    m_painter.save();
    m_painter.setClipPath(hull);
    m_painter.fillRect(QRectF(x, 78.6, 100, 4), tone(0xFF0A4468, 0xFF1C4D72));
    m_painter.restore();
    line(x - 3, 81.8, x + 93, 81.8, 0.7, tone(0xC8FFFFFF, 0x60A9D6F0));
}

void Brush::quay()
{
    m_painter.fillRect(QRectF(m_right - 74, kQuay, 74, 20), tone(0xFFA9B9C6, 0xFF1C2C3A));
    m_painter.fillRect(QRectF(m_right - 76, kQuay, 76, 2), tone(0xFFC9D5DE, 0xFF2B4052));
    for (int i = 0; i < 4; ++i) // fenders
        line(m_right - 73.4, kQuay + 4.5 + i * 4.4, m_right - 73.4, kQuay + 6 + i * 4.4, 1.4,
             tone(0xFF5E7384, 0xFF101A24));
    constexpr std::array<int, 3> kHeights{3, 5, 4};
    for (int column = 0; column < 3; ++column) {
        for (int level = 0; level < kHeights[static_cast<std::size_t>(column)]; ++level)
            box(m_right - 27 + column * 8.2, kQuay - (level + 1) * 4.3, column * 2 + level * 3 + 1);
    }
}

void Brush::crane()
{
    const QColor steel = tone(0xFF2F6286, 0xFF6FA9CE);
    const double near = m_right - 66, far = m_right - 40; // its legs
    constexpr double kBoom = 30;
    const double tip = near - 58, end = m_right - 12;
    for (const double leg : {near, far}) {
        line(leg, kQuay - 0.5, leg, kBoom, 1.7, steel);
        line(leg - 3, kQuay - 0.6, leg + 3, kQuay - 0.6, 1.5, steel);
    }
    line(near, 58, far, 58, 1.2, steel);
    line(near, 58, far, kBoom, 0.6, steel);
    line(near, 14, near, kBoom, 1.5, steel);
    line(tip, kBoom, end, kBoom, 2, steel);
    line(near, 14, tip + 4, kBoom, 0.55, steel);
    line(near, 14, tip + 30, kBoom, 0.55, steel);
    line(near, 14, end - 4, kBoom, 0.55, steel);
    // What hangs from it, on its way.
    const double trolley = tip + 22;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(tone(0xFFE2A93B, 0xFFC08E2E));
    m_painter.drawRoundedRect(QRectF(trolley - 3, kBoom - 0.4, 6, 2.6), 0.5, 0.5);
    line(trolley - 2.2, kBoom + 2, trolley - 2.6, 41.5, 0.35, steel);
    line(trolley + 2.2, kBoom + 2, trolley + 2.6, 41.5, 0.35, steel);
    line(trolley - 3.4, 41.6, trolley + 3.4, 41.6, 0.8, steel);
    box(trolley - kBoxWidth / 2, 42.1, 1);
}

} // namespace

HarbourScene::HarbourScene(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    setOpaquePainting(true);
}

void HarbourScene::setDark(bool isDark)
{
    if (m_isDark == isDark)
        return;
    m_isDark = isDark;
    update();
    Q_EMIT changed();
}

void HarbourScene::setEmpty(bool isEmpty)
{
    if (m_isEmpty == isEmpty)
        return;
    m_isEmpty = isEmpty;
    update();
    Q_EMIT changed();
}

void HarbourScene::paint(QPainter *painter)
{
    const double unit = height() / 100;
    if (unit <= 0)
        return;
    painter->scale(unit, unit);
    const double right = width() / unit;
    Brush brush(*painter, right, m_isDark);
    brush.sky(!m_isEmpty);
    brush.hills(60, 0xFFDCE9F2, 0xFF1D374B);
    brush.hills(66, 0xFFC4DAE8, 0xFF193043);
    brush.sea();
    if (m_isEmpty)
        return;
    brush.ship(right - 172);
    brush.quay();
    brush.crane();
}

} // namespace minato::viewmodels
