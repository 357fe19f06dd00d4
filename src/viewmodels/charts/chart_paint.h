// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/charts/axis.h"
#include "viewmodels/charts/chart_data.h"
#include "viewmodels/charts/chart_ink.h"

#include <QPainter>
#include <QRectF>

namespace minato::viewmodels {

/// Draws charts with a QPainter: on the screen where Qt Charts would be too slow, and into files.
///
/// Density   Bars as long as each has 3 pixels; with more Pods a histogram (how many Pods got how many
///           requests) with what fair choice would give, or a sentence as long as there is nothing to count.
///           Shares of up to 12 Pods are lines with a name at their end, of more an area from the smallest to the
///           largest.
/// Threads   Any; nothing is kept.
/// Tests     tests/viewmodels/tst_chart_files.cpp

/// Where things of a chart stand.
struct Plot {
    QRectF area; ///< between the axes
    double top = 1;

    [[nodiscard]] double y(double value) const { return area.bottom() - area.height() * value / top; }
};

[[nodiscard]] NiceAxis barsAxis(const BarsChart &chart);
/// Whether the bars are drawn, not the histogram.
[[nodiscard]] bool hasRoomForBars(const BarsChart &chart, double width, double scale);
[[nodiscard]] Plot barsPlot(const BarsChart &chart, const QRectF &area, double scale);
[[nodiscard]] Plot histogramPlot(const QRectF &area, double scale, double top);
/// Where a bar's number begins that is so high: above the bar, or above the line of the expected share where
/// that would go through it, with a gap. All from the top downwards.
[[nodiscard]] double numberTop(double barTop, double height, double line, double gap);

void paintBars(QPainter &painter, const QRectF &area, const BarsChart &chart, const ChartInk &ink);
void paintShares(QPainter &painter, const QRectF &area, const SharesChart &chart, const ChartInk &ink);
void paintReplicas(QPainter &painter, const QRectF &area, const ReplicasChart &chart, const ChartInk &ink);

/// The parts that all charts have.
class PlotPainter {
public:
    PlotPainter(QPainter &painter, const ChartInk &ink);

    [[nodiscard]] double px(double value) const { return value * m_ink.scale; }
    [[nodiscard]] QFont font(bool isMono = false, double size = 11) const;
    void grid(const Plot &plot, int ticks, bool isPercent = false);
    void text(const QRectF &where, int flags, const QString &text, const QColor &color, bool isMono = false);
    void upright(const QPointF &middle, const QString &text, const QColor &color);
    void polyline(const QList<QPointF> &points, const QColor &color, double width,
                  Qt::PenStyle style = Qt::SolidLine);
    void timeAxis(const Plot &plot, double from, double to);

private:
    QPainter &m_painter;
    const ChartInk &m_ink;
};

} // namespace minato::viewmodels
