// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/charts/chart_paint.h"

#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <map>

namespace minato::viewmodels {
namespace {

constexpr std::size_t kMostLines = 12;

/// The end of an axis of shares.
double roundShare(double largest)
{
    for (const double end : {0.01, 0.02, 0.04, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8})
        if (largest <= end)
            return end;
    return 1;
}

/// A chart whose horizontal axis is the cluster's time.
struct TimePlot : Plot {
    double from = 0, to = 1;

    [[nodiscard]] QPointF at(double time, double value) const
    {
        const double x = area.left() + area.width() * (time - from) / std::max(1e-9, to - from);
        return {std::clamp(x, area.left(), area.right()), y(value)};
    }
};

class SharesPainter {
public:
    SharesPainter(QPainter &painter, const QRectF &area, const SharesChart &chart, const ChartInk &ink)
        : m_painter(painter), m_chart(chart), m_ink(ink), m_parts(painter, ink)
    {
        const bool hasNames = chart.lines.size() <= kMostLines;
        m_plot.area =
            area.adjusted(m_parts.px(38), m_parts.px(8), -m_parts.px(hasNames ? 46 : 4), -m_parts.px(22));
        m_plot.top = roundShare(chart.largest);
        m_plot.from = chart.from;
        m_plot.to = chart.to;
    }

    void paint()
    {
        paintBand();
        m_parts.grid(m_plot, 3, true);
        m_parts.timeAxis(m_plot, m_chart.from, m_chart.to);
        if (m_chart.lines.size() <= kMostLines)
            paintLines();
        else
            paintRange();
        paintExpected();
    }

private:
    void paintBand()
    {
        QList<QPointF> upper, lower;
        const auto close = [&] {
            std::ranges::reverse(lower);
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(m_ink.band);
            m_painter.drawPolygon(QPolygonF(upper + lower));
            m_painter.setBrush(Qt::NoBrush);
            upper.clear();
            lower.clear();
        };
        for (const auto &point : m_chart.band) {
            if (point.low > point.high) {
                close();
                continue;
            }
            upper << m_plot.at(point.time, std::min(point.high, m_plot.top));
            lower << m_plot.at(point.time, point.low);
        }
        close();
    }
    void paintExpected()
    {
        QList<QPointF> points;
        for (const auto &point : m_chart.band) {
            if (point.low > point.high) {
                m_parts.polyline(points, m_ink.text, 1.2, Qt::DashLine);
                points.clear();
            } else {
                points << m_plot.at(point.time, point.expected);
            }
        }
        m_parts.polyline(points, m_ink.text, 1.2, Qt::DashLine);
    }
    void paintLines()
    {
        std::vector<std::pair<double, std::size_t>> ends;
        for (std::size_t i = 0; i < m_chart.lines.size(); ++i) {
            const auto &line = m_chart.lines[i];
            QList<QPointF> points;
            for (const QPointF &point : line.points) {
                if (!std::isnan(point.y())) {
                    points << m_plot.at(point.x(), point.y());
                    continue;
                }
                stroke(points, i);
                points.clear();
            }
            stroke(points, i);
            if (!points.isEmpty() && !line.isGone)
                ends.emplace_back(points.back().y(), i);
        }
        nameLines(ends);
    }
    void stroke(const QList<QPointF> &points, std::size_t line)
    {
        const QColor color = colorOf(line);
        m_parts.polyline(points, color, 2);
        if (points.size() == 1) {
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(color);
            m_painter.drawEllipse(points.front(), m_parts.px(2.5), m_parts.px(2.5));
            m_painter.setBrush(Qt::NoBrush);
        }
    }
    [[nodiscard]] QColor colorOf(std::size_t line) const
    {
        if (m_chart.lines[line].isGone || m_ink.lines.isEmpty())
            return m_ink.lineStrong;
        return m_ink.lines[qsizetype(line) % m_ink.lines.size()];
    }
    /// Each name at its line's end, moved down where it would cover another.
    void nameLines(std::vector<std::pair<double, std::size_t>> ends)
    {
        std::ranges::sort(ends);
        const double step = m_parts.px(12);
        double lowest = m_plot.area.bottom() - step * double(ends.empty() ? 0 : ends.size() - 1);
        double at = m_plot.area.top();
        for (const auto &[y, line] : ends) {
            at = std::min(std::max(at, y), std::max(lowest, at));
            const QRectF row(m_plot.area.right() + m_parts.px(10), at - m_parts.px(8), m_parts.px(38),
                             m_parts.px(16));
            m_painter.fillRect(QRectF(m_plot.area.right() + m_parts.px(3), at - m_parts.px(1.5),
                                      m_parts.px(5), m_parts.px(3)),
                               colorOf(line));
            m_parts.text(row, Qt::AlignLeft | Qt::AlignVCenter, m_chart.lines[line].label, m_ink.textSoft,
                         true);
            at += step;
            lowest += step;
        }
    }
    /// From the smallest to the largest share, and the middle one.
    void paintRange()
    {
        std::map<double, std::vector<double>> shares;
        for (const auto &line : m_chart.lines)
            for (const QPointF &point : line.points)
                if (!std::isnan(point.y()))
                    shares[point.x()].push_back(point.y());
        QList<QPointF> upper, lower, middle;
        for (auto &[time, values] : shares) {
            std::ranges::sort(values);
            upper << m_plot.at(time, values.back());
            lower << m_plot.at(time, values.front());
            middle << m_plot.at(time, values[values.size() / 2]);
        }
        m_parts.polyline(upper, m_ink.bar, 1.5);
        m_parts.polyline(lower, m_ink.bar, 1.5);
        m_parts.polyline(middle, m_ink.bar, 2.5);
    }

    QPainter &m_painter;
    const SharesChart &m_chart;
    const ChartInk &m_ink;
    PlotPainter m_parts;
    TimePlot m_plot;
};

class ReplicasPainter {
public:
    ReplicasPainter(QPainter &painter, const QRectF &area, const ReplicasChart &chart, const ChartInk &ink)
        : m_painter(painter), m_chart(chart), m_ink(ink), m_parts(painter, ink)
    {
        m_plot.area = area.adjusted(m_parts.px(30), m_parts.px(26), -m_parts.px(4), -m_parts.px(22));
        m_plot.top = chart.axisMaximum;
        m_plot.from = chart.from;
        m_plot.to = chart.to;
    }

    void paint()
    {
        m_parts.grid(m_plot, m_chart.axisTicks);
        m_parts.timeAxis(m_plot, m_chart.from, m_chart.to);
        for (const auto &mark : m_chart.marks)
            if (mark.time >= m_chart.from)
                paintMark(mark);
        steps(&ReplicasChart::Point::existing, m_ink.bar, 1.5, Qt::DotLine);
        steps(&ReplicasChart::Point::available, m_ink.warn, 3.5, Qt::SolidLine);
        steps(&ReplicasChart::Point::ready, m_ink.good, 2, Qt::SolidLine);
        steps(&ReplicasChart::Point::desired, m_ink.text, 1.5, Qt::DashLine);
    }

private:
    void steps(int ReplicasChart::Point::*value, const QColor &color, double width, Qt::PenStyle style)
    {
        QList<QPointF> points;
        for (const auto &point : m_chart.points)
            points << m_plot.at(point.time, point.*value);
        m_parts.polyline(points, color, width, style);
    }
    void paintMark(const ReplicasChart::Mark &mark)
    {
        const QPointF foot = m_plot.at(mark.time, 0), head = m_plot.at(mark.time, m_plot.top);
        const QColor color = mark.isWarning ? m_ink.failed : mark.isCommand ? m_ink.bar : m_ink.textSoft;
        m_parts.polyline({foot, head}, m_ink.line, 1);
        m_painter.fillRect(
            QRectF(head.x() - m_parts.px(3), head.y() - m_parts.px(9), m_parts.px(6), m_parts.px(6)), color);
        if (mark.isCommand)
            m_parts.text(
                {head.x() + m_parts.px(5), head.y() - m_parts.px(20), m_parts.px(300), m_parts.px(14)},
                Qt::AlignLeft | Qt::AlignVCenter, mark.text, m_ink.textSoft, true);
    }

    QPainter &m_painter;
    const ReplicasChart &m_chart;
    const ChartInk &m_ink;
    PlotPainter m_parts;
    TimePlot m_plot;
};

} // namespace

void paintShares(QPainter &painter, const QRectF &area, const SharesChart &chart, const ChartInk &ink)
{
    SharesPainter(painter, area, chart, ink).paint();
}

void paintReplicas(QPainter &painter, const QRectF &area, const ReplicasChart &chart, const ChartInk &ink)
{
    ReplicasPainter(painter, area, chart, ink).paint();
}

} // namespace minato::viewmodels
