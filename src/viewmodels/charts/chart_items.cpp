// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/charts/chart_items.h"

#include "viewmodels/charts/chart_paint.h"
#include "viewmodels/charts/figures.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace minato::viewmodels {

DenseBars::DenseBars(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    connect(this, &QQuickItem::widthChanged, this, &DenseBars::onChanged);
}

void DenseBars::setTraffic(TrafficModel *traffic)
{
    if (m_traffic)
        m_traffic->disconnect(this);
    m_traffic = traffic;
    if (traffic)
        connect(traffic, &TrafficModel::changed, this, &DenseBars::onChanged);
    onChanged();
    Q_EMIT trafficChanged();
}

void DenseBars::setInk(ChartInk *ink)
{
    m_ink = ink;
    if (ink)
        connect(ink, &ChartInk::changed, this, &DenseBars::onChanged); // also its scale
    onChanged();
    Q_EMIT inkChanged();
}

void DenseBars::onChanged()
{
    m_hasBars = m_traffic && hasRoomForBars(m_traffic->chart(), width(), scaled(1));
    const bool isCounted = m_traffic && !m_hasBars && m_traffic->chart().requests > 0;
    m_histogram = isCounted ? PodHistogram::of(m_traffic->chart()) : PodHistogram();
    m_current = std::min(m_current, places() - 1);
    if (isVisible())
        update();
    Q_EMIT placesChanged();
    Q_EMIT currentChanged();
}

int DenseBars::places() const
{
    if (!m_traffic)
        return 0;
    return int(m_hasBars ? m_traffic->chart().bars.size() : m_histogram.pods.size());
}

void DenseBars::setCurrent(int current)
{
    current = std::clamp(current, -1, places() - 1);
    if (std::exchange(m_current, current) != current)
        Q_EMIT currentChanged();
}

QRectF DenseBars::plotArea() const
{
    const QRectF area(0, 0, width(), height());
    if (m_hasBars)
        return barsPlot(m_traffic->chart(), area, scaled(1)).area;
    return histogramPlot(area, scaled(1), 1).area;
}

int DenseBars::placeAt(double x) const
{
    const QRectF plot = plotArea();
    if (x < plot.left() || x >= plot.right() || places() == 0)
        return -1;
    return int((x - plot.left()) / plot.width() * places());
}

QRectF DenseBars::currentRect() const
{
    if (m_current < 0 || m_current >= places())
        return {};
    const QRectF plot = plotArea();
    const double slot = plot.width() / places();
    return {plot.left() + slot * m_current, plot.top(), slot, plot.height()};
}

QString DenseBars::currentText() const
{
    if (!m_traffic || m_current < 0 || m_current >= places())
        return {};
    if (m_hasBars)
        return m_traffic->rowText(m_traffic->rows().at(m_current));
    const auto bin = std::size_t(m_current);
    const std::uint64_t first = m_histogram.startOf(bin), last = first + m_histogram.width - 1;
    const QString requests =
        first == last ? countText(first) : QStringLiteral("%1–%2").arg(countText(first), countText(last));
    //: A column of the histogram. %n: Pods. %1: how many requests each of them got.
    //% "%n Pod(s) got %1 requests"
    QString text = qtTrId("traffic.histogram.bin", int(m_histogram.pods[bin])).arg(requests);
    if (!m_histogram.expected.empty())
        //: Follows a column of the histogram. %1: how many Pods fair choice would give.
        //% " (fair choice: about %1)"
        text += qtTrId("traffic.histogram.fair").arg(QLocale().toString(m_histogram.expected[bin], 'f', 1));
    return text;
}

void DenseBars::paint(QPainter *painter)
{
    if (m_traffic && m_ink)
        paintBars(*painter, boundingRect(), m_traffic->chart(), *m_ink);
}

SharesPlot::SharesPlot(QQuickItem *parent) : QQuickPaintedItem(parent) {}

void SharesPlot::setShares(SharesModel *shares)
{
    if (m_shares)
        m_shares->disconnect(this);
    m_shares = shares;
    if (shares)
        connect(shares, &SharesModel::changed, this, [this] { update(); });
    update();
    Q_EMIT sharesChanged();
}

void SharesPlot::setInk(ChartInk *ink)
{
    m_ink = ink;
    if (ink)
        connect(ink, &ChartInk::changed, this, [this] { update(); });
    update();
    Q_EMIT inkChanged();
}

void SharesPlot::paint(QPainter *painter)
{
    if (m_shares && m_ink)
        paintShares(*painter, boundingRect(), m_shares->chart(), *m_ink);
}

} // namespace minato::viewmodels
