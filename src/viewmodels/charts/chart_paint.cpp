// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/charts/chart_paint.h"

#include "viewmodels/charts/figures.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace minato::viewmodels {
namespace {

constexpr double kLeastBar = 3;  ///< pixels for a Pod
constexpr double kNameSlot = 13; ///< from there on each Pod's name fits upright
constexpr double kWideName = 44; ///< from there on it fits lying

class BarsPainter {
public:
    BarsPainter(QPainter &painter, const QRectF &area, const BarsChart &chart, const ChartInk &ink)
        : m_painter(painter), m_chart(chart), m_ink(ink), m_parts(painter, ink), m_area(area)
    {
    }

    void paint()
    {
        if (m_chart.bars.empty())
            return;
        if (hasRoomForBars(m_chart, m_area.width(), m_ink.scale))
            paintBars();
        else
            paintHistogram();
    }

private:
    void paintBars()
    {
        const Plot plot = barsPlot(m_chart, m_area, m_ink.scale);
        const double slot = plot.area.width() / double(m_chart.bars.size());
        paintBand(plot);
        m_parts.grid(plot, barsAxis(m_chart).ticks);
        for (std::size_t i = 0; i < m_chart.bars.size(); ++i)
            paintBar(plot, m_chart.bars[i], plot.area.left() + slot * double(i), slot);
        paintExpected(plot);
    }
    void paintBand(const Plot &plot)
    {
        if (!m_chart.hasBand)
            return;
        const double top = plot.y(std::min(m_chart.high, plot.top));
        m_painter.fillRect(QRectF(plot.area.left(), top, plot.area.width(), plot.y(m_chart.low) - top),
                           m_ink.band);
    }
    void paintExpected(const Plot &plot)
    {
        if (!m_chart.hasBand)
            return;
        for (const double edge : {m_chart.low, m_chart.high})
            if (edge <= plot.top)
                m_parts.polyline({{plot.area.left(), plot.y(edge)}, {plot.area.right(), plot.y(edge)}},
                                 m_ink.textSoft, 0.75);
        m_parts.polyline(
            {{plot.area.left(), plot.y(m_chart.expected)}, {plot.area.right(), plot.y(m_chart.expected)}},
            m_ink.text, 1.5, Qt::DashLine);
    }
    void paintBar(const Plot &plot, const BarsChart::Bar &bar, double left, double slot)
    {
        const double width = slot > m_parts.px(8) ? std::min(slot * 0.62, m_parts.px(64)) : slot - 1;
        double from = 0;
        const auto part = [&](std::uint64_t requests, const QColor &color) {
            if (requests == 0)
                return;
            const double bottom = plot.y(from), top = plot.y(from += double(requests));
            m_painter.fillRect(QRectF(left + (slot - width) / 2, top, width, bottom - top), color);
        };
        part(bar.answered, m_ink.bar);
        part(bar.failed, m_ink.failed);
        part(bar.earlier, m_ink.earlier);
        const QColor color = bar.isGone ? m_ink.textSoft : m_ink.text;
        if (slot >= m_parts.px(26)) {
            const double line = m_chart.hasBand ? plot.y(m_chart.expected) : plot.area.bottom();
            const double height = m_parts.px(15);
            const QRectF where(left, numberTop(plot.y(from), height, line, m_parts.px(2)), slot, height);
            m_parts.text(where, Qt::AlignHCenter | Qt::AlignBottom, countText(bar.total()), color);
        }
        if (slot >= m_parts.px(kWideName))
            m_parts.text({left, plot.area.bottom() + m_parts.px(4), slot, m_parts.px(16)},
                         Qt::AlignHCenter | Qt::AlignTop, bar.label, m_ink.textSoft, true);
        else if (slot >= m_parts.px(kNameSlot))
            m_parts.upright({left + slot / 2, plot.area.bottom() + m_parts.px(24)}, bar.label,
                            m_ink.textSoft);
    }
    void paintHistogram()
    {
        if (m_chart.requests == 0) {
            paintNothing();
            return;
        }
        const PodHistogram histogram = PodHistogram::of(m_chart);
        const NiceAxis axis = niceAxis(histogram.largest(), 4);
        const Plot plot = histogramPlot(m_area, m_ink.scale, axis.maximum);
        m_parts.grid(plot, axis.ticks);
        const double slot = plot.area.width() / double(histogram.pods.size());
        QList<QPointF> fair;
        for (std::size_t i = 0; i < histogram.pods.size(); ++i) {
            const double left = plot.area.left() + slot * double(i), top = plot.y(double(histogram.pods[i]));
            m_painter.fillRect(QRectF(left + slot * 0.1, top, slot * 0.8, plot.area.bottom() - top),
                               m_ink.bar);
            if (!histogram.expected.empty())
                fair << QPointF(left, plot.y(histogram.expected[i]))
                     << QPointF(left + slot, plot.y(histogram.expected[i]));
        }
        m_parts.polyline(fair, m_ink.text, 1.5, Qt::DashLine);
        paintBinNames(plot, histogram, slot);
        //: Beneath the horizontal axis where there are too many Pods for bars: 0, 1, 2 … requests a Pod.
        //% "across: requests to a Pod · up: Pods"
        const QString axes = qtTrId("traffic.histogram");
        m_parts.text({m_area.left(), m_area.bottom() - m_parts.px(17), m_area.width(), m_parts.px(17)},
                     Qt::AlignHCenter | Qt::AlignBottom, axes, m_ink.textSoft);
    }
    /// As many as have room: beneath a column that stands for one number, else where the column begins.
    void paintBinNames(const Plot &plot, const PodHistogram &histogram, double slot)
    {
        const QFontMetricsF metrics(m_parts.font());
        const double widest =
            metrics.horizontalAdvance(countText(histogram.startOf(histogram.pods.size() - 1))) +
            m_parts.px(8);
        std::size_t every = 1;
        for (int step = 0; double(every) * slot < widest; ++step)
            every = step % 3 == 1 ? every / 2 * 5 : every * 2; // 1 2 5 10 20 50 …
        for (std::size_t i = 0; i < histogram.pods.size(); i += every) {
            const double at = plot.area.left() + slot * (double(i) + (histogram.width == 1 ? 0.5 : 0.));
            m_parts.text({at - widest / 2, plot.area.bottom() + m_parts.px(3), widest, m_parts.px(15)},
                         Qt::AlignHCenter | Qt::AlignTop, countText(histogram.startOf(i)), m_ink.textSoft);
        }
    }
    void paintNothing()
    {
        //: In place of the histogram. %n: Pods among which the Service chooses.
        //% "%n Pod(s), and no request since the last change"
        const QString text = qtTrId("traffic.histogram.empty", int(m_chart.candidates));
        const double inset = m_parts.px(16);
        m_parts.text(m_area.adjusted(inset, 0, -inset, 0), Qt::AlignCenter | Qt::TextWordWrap, text,
                     m_ink.textSoft);
    }

    QPainter &m_painter;
    const BarsChart &m_chart;
    const ChartInk &m_ink;
    PlotPainter m_parts;
    QRectF m_area;
};

} // namespace

NiceAxis barsAxis(const BarsChart &chart)
{
    // A third of head-room: for the numbers above the bars.
    return niceAxis(std::max(double(chart.largest()), chart.hasBand ? chart.expected : 0.) * 1.35, 4);
}

bool hasRoomForBars(const BarsChart &chart, double width, double scale)
{
    return (width - 40 * scale) / double(std::max<std::size_t>(1, chart.bars.size())) >= kLeastBar;
}

Plot barsPlot(const BarsChart &chart, const QRectF &area, double scale)
{
    const double left = 34 * scale;
    const double slot = (area.width() - left) / double(std::max<std::size_t>(1, chart.bars.size()));
    const double names = slot >= kWideName * scale ? 20 : slot >= kNameSlot * scale ? 48 : 6;
    return {area.adjusted(left, 8 * scale, -2 * scale, -names * scale), barsAxis(chart).maximum};
}

Plot histogramPlot(const QRectF &area, double scale, double top)
{
    return {area.adjusted(34 * scale, 8 * scale, -4 * scale, -36 * scale), top};
}

double numberTop(double barTop, double height, double line, double gap)
{
    const double top = barTop - gap - height;
    const bool isCrossed = line > top - gap && line < barTop;
    return isCrossed ? line - gap - height : top;
}

void paintBars(QPainter &painter, const QRectF &area, const BarsChart &chart, const ChartInk &ink)
{
    BarsPainter(painter, area, chart, ink).paint();
}

PlotPainter::PlotPainter(QPainter &painter, const ChartInk &ink) : m_painter(painter), m_ink(ink)
{
    painter.setRenderHint(QPainter::Antialiasing);
}

QFont PlotPainter::font(bool isMono, double size) const
{
    QFont font;
    font.setFamilies({isMono ? m_ink.mono : m_ink.sans});
    font.setPixelSize(std::max(1, int(std::lround(px(size)))));
    return font;
}

void PlotPainter::grid(const Plot &plot, int ticks, bool isPercent)
{
    for (int i = 0; i < ticks; ++i) {
        const double value = plot.top * i / (ticks - 1);
        m_painter.fillRect(QRectF(plot.area.left(), plot.y(value) - 0.5, plot.area.width(), 1),
                           i == 0 ? m_ink.lineStrong : m_ink.line);
        text({plot.area.left() - px(60), plot.y(value) - px(9), px(55), px(18)},
             Qt::AlignRight | Qt::AlignVCenter,
             isPercent
                 ? QLocale().toString(value * 100, 'f', plot.top < 0.02 && i > 0 ? 1 : 0) + QLatin1Char('%')
                 : countText(std::uint64_t(std::llround(value))),
             m_ink.textSoft);
    }
}

void PlotPainter::text(const QRectF &where, int flags, const QString &text, const QColor &color, bool isMono)
{
    m_painter.setFont(font(isMono));
    m_painter.setPen(color);
    m_painter.drawText(where, flags | Qt::TextDontClip, text);
}

void PlotPainter::upright(const QPointF &middle, const QString &text, const QColor &color)
{
    m_painter.save();
    m_painter.translate(middle);
    m_painter.rotate(-90);
    this->text({-px(40), -px(8), px(80), px(16)}, Qt::AlignCenter, text, color, true);
    m_painter.restore();
}

void PlotPainter::polyline(const QList<QPointF> &points, const QColor &color, double width,
                           Qt::PenStyle style)
{
    if (points.size() < 2)
        return;
    m_painter.setPen(QPen(color, px(width), style, Qt::FlatCap, Qt::RoundJoin));
    m_painter.drawPolyline(points.data(), int(points.size()));
}

void PlotPainter::timeAxis(const Plot &plot, double from, double to)
{
    const QRectF row(plot.area.left(), plot.area.bottom() + px(4), plot.area.width(), px(16));
    text(row, Qt::AlignLeft | Qt::AlignTop, clockText(from), m_ink.textSoft);
    text(row, Qt::AlignHCenter | Qt::AlignTop, clockText((from + to) / 2), m_ink.textSoft);
    text(row, Qt::AlignRight | Qt::AlignTop, clockText(to), m_ink.textSoft);
}

} // namespace minato::viewmodels
