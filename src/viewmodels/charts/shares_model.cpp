// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/charts/shares_model.h"

#include "traffic/binomial.h"
#include "viewmodels/charts/chart_paint.h"
#include "viewmodels/charts/figures.h"
#include "viewmodels/charts/verdict_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace minato::viewmodels {

using traffic::ShareHistory;

namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

} // namespace

/// Adds the seconds up, epoch by epoch.
struct SharesModel::Builder {
    SharesModel &model;
    SharesChart chart = {};
    std::vector<Row> rows = {};
    std::vector<std::uint64_t> counts = std::vector<std::uint64_t>(model.m_pods.size());
    std::uint64_t total = 0;

    void begin(double time)
    {
        std::ranges::fill(counts, 0);
        total = 0;
        for (auto &line : chart.lines)
            if (!line.points.empty())
                line.points.emplace_back(time, kNothing);
        if (!chart.band.empty())
            chart.band.push_back({time, 0, 1, 0});
    }
    void add(const ShareHistory::Window &window, const Epoch &epoch)
    {
        for (std::size_t i = 0; i < counts.size(); ++i)
            if (const auto pod = window.requests.find(model.m_pods[i].uid); pod != window.requests.end())
                counts[i] += pod->second;
        total += window.total;
        const double time = model.seconds(window.start) + 1;
        if (time < chart.from)
            return;
        Row row{.time = time, .requests = total, .least = 1};
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (counts[i] == 0 && model.m_pods[i].isGone)
                continue;
            const double share = double(counts[i]) / double(total);
            chart.lines[i].points.emplace_back(time, share);
            chart.largest = std::max(chart.largest, share);
            if (share < row.least || row.leastPod.isEmpty())
                std::tie(row.least, row.leastPod) = std::tuple(share, model.m_pods[i].label);
            if (share > row.most || row.mostPod.isEmpty())
                std::tie(row.most, row.mostPod) = std::tuple(share, model.m_pods[i].label);
        }
        rows.push_back(std::move(row));
        addBand(time, epoch);
    }
    void addBand(double time, const Epoch &epoch)
    {
        if (epoch.candidates < 2 || !epoch.isEachRequestDrawn)
            return;
        const traffic::Band band = traffic::fairBand(total, epoch.candidates);
        chart.band.push_back({time, 1 / double(epoch.candidates), band.lowShare(), band.highShare()});
        chart.largest = std::max(chart.largest, std::min(1., band.highShare()));
    }
};

int SharesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SharesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[m_rows.size() - 1 - std::size_t(index.row())];
    const QString requests = countText(row.requests);
    switch (role) {
    case TimeRole:
        return clockText(row.time);
    case RequestsRole:
        return requests;
    case RangeRole:
        //: Shares of the Pods with the fewest and the most requests, in a table. %1, %3: shares. %2, %4: Pods.
        //% "%1 (%2) to %3 (%4)"
        return qtTrId("shares.range")
            .arg(percentText(row.least), row.leastPod, percentText(row.most), row.mostPod);
    case Qt::DisplayRole:
    case TextRole:
        //: A row of the table of shares. %1: the cluster's time. %2: requests. %3: smallest and largest share.
        //% "%1: %2 requests so far, shares %3"
        return qtTrId("shares.row").arg(clockText(row.time), requests, data(index, RangeRole).toString());
    default:
        return {};
    }
}

QHash<int, QByteArray> SharesModel::roleNames() const
{
    return {{TextRole, "rowText"}, {TimeRole, "time"}, {RequestsRole, "requests"}, {RangeRole, "range"}};
}

QString SharesModel::description() const
{
    if (m_rows.empty())
        return qtTrId("traffic.description.empty");
    const Row &row = m_rows.back();
    //: The chart of shares over time in one sentence. %1: requests. %2: smallest and largest share, with their Pods.
    //% "After %1 requests the Pods' shares lie from %2"
    return qtTrId("shares.description").arg(countText(row.requests), data(index(0), RangeRole).toString());
}

void SharesModel::setClock(const session::ClockState &clock)
{
    m_start = clock.start;
    m_now = clock.now;
}

void SharesModel::add(const ShareHistory &recent)
{
    for (const auto &window : recent.windows())
        m_history.add(window);
    m_isStale = m_isStale || !recent.windows().empty();
}

void SharesModel::noteEpoch(const session::TrafficState &state)
{
    const auto candidates = std::uint64_t(std::ranges::count(
        state.sample.pods, traffic::PodSample::State::Candidate, &traffic::PodSample::state));
    if (m_epochs.empty() || m_epochs.back().since != state.since)
        m_epochs.push_back({.since = state.since});
    m_epochs.back().candidates = candidates;
    m_epochs.back().isEachRequestDrawn =
        !state.sample.mode.isKeptAlive && !state.sample.mode.hasClientIpAffinity;
    const base::Instant begin = m_now - std::chrono::seconds(kWindowSeconds);
    while (m_epochs.size() > 1 && m_epochs[1].since < begin)
        m_epochs.pop_front();
}

void SharesModel::refresh(const session::TrafficState &state, std::vector<Pod> pods)
{
    noteEpoch(state);
    m_isStale = m_isStale || m_pods != pods;
    m_pods = std::move(pods);
    update();
}

void SharesModel::update()
{
    const double to = std::floor(seconds(m_now));
    if (!m_isStale && (to == m_chart.to || m_rows.empty()))
        return;
    rebuild();
}

void SharesModel::rebuild()
{
    m_isStale = false;
    Builder builder{*this};
    builder.chart.to = std::floor(seconds(m_now));
    builder.chart.from = std::max(0., builder.chart.to - kWindowSeconds);
    builder.chart.largest = 0;
    for (const Pod &pod : m_pods)
        builder.chart.lines.push_back({pod.label, pod.isGone, {}});
    auto epoch = m_epochs.begin();
    for (const auto &window : m_history.windows()) {
        const base::Instant end = window.start + m_history.options().window;
        bool isNew = false;
        while (epoch != m_epochs.end() && std::next(epoch) != m_epochs.end() &&
               std::next(epoch)->since < end) {
            ++epoch;
            isNew = true;
        }
        if (isNew)
            builder.begin(seconds(window.start));
        if (epoch != m_epochs.end())
            builder.add(window, *epoch);
    }
    beginResetModel();
    m_chart = std::move(builder.chart);
    m_rows = std::move(builder.rows);
    endResetModel();
    Q_EMIT changed();
}

void SharesModel::clear()
{
    m_history.clear();
    m_epochs.clear();
    rebuild();
}

ChartFiles::Drawing SharesModel::drawing() const
{
    QString csv = QStringLiteral("second");
    for (const Pod &pod : m_pods)
        csv += QLatin1Char(',') + pod.label;
    csv += QLatin1Char('\n');
    std::map<double, std::vector<QString>> lines;
    for (std::size_t i = 0; i < m_chart.lines.size(); ++i)
        for (const QPointF &point : m_chart.lines[i].points)
            if (!std::isnan(point.y()))
                lines.try_emplace(point.x(), m_pods.size()).first->second[i] = QString::number(point.y());
    for (const auto &[time, shares] : lines)
        csv += QString::number(time) + QLatin1Char(',') +
               QStringList(shares.begin(), shares.end()).join(QLatin1Char(',')) + QLatin1Char('\n');
    return {.fileName = QStringLiteral("shares"),
            //: Title of a picture of the chart of shares.
            //% "Each Pod's share of the requests so far"
            .title = qtTrId("shares.picture"),
            .description = description(),
            .csv = std::move(csv),
            .paint = [chart = m_chart](QPainter &painter, const QRectF &area, const ChartInk &ink) {
                paintShares(painter, area, chart, ink);
            }};
}

} // namespace minato::viewmodels
