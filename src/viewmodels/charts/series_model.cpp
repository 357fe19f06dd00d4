// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/charts/series_model.h"

#include "viewmodels/charts/axis.h"
#include "viewmodels/charts/chart_paint.h"
#include "viewmodels/charts/figures.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace minato::viewmodels {
namespace {

/// Whether a line of the terminal changes something; those that only look are no marks.
bool isChange(const QString &line)
{
    static constexpr std::array kVerbs{"annotate", "apply", "autoscale", "cordon", "create", "delete",
                                       "drain",    "edit",  "expose",    "label",  "patch",  "replace",
                                       "rollout",  "run",   "scale",     "set",    "taint",  "uncordon"};
    const QStringList words = line.simplified().split(QLatin1Char(' '));
    const qsizetype kubectl = words.indexOf(QLatin1String("kubectl"));
    if (kubectl < 0 || kubectl + 1 >= words.size())
        return false;
    const QString &verb = words[kubectl + 1];
    if (verb == QLatin1String("rollout") && words.value(kubectl + 2) != QLatin1String("restart") &&
        words.value(kubectl + 2) != QLatin1String("undo"))
        return false;
    return std::ranges::any_of(kVerbs, [&verb](const char *each) { return verb == QLatin1String(each); });
}

/// Whether an event tells why the number of replicas is what it is.
bool isTelling(const session::EventLine &event)
{
    return event.isWarning || event.reason == "ScalingReplicaSet" || event.reason == "SuccessfulRescale" ||
           event.reason == "NodeNotReady" || event.reason == "Preempted";
}

} // namespace

SeriesModel::SeriesModel(QObject *parent)
    : QAbstractTableModel(parent), m_files([this](const QString &) { return drawing(); })
{
}

double SeriesModel::seconds(base::Instant at) const
{
    return double((at - m_start).count()) / 1e9;
}

int SeriesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_points.size());
}

int SeriesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SeriesModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Point &point = m_points[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case TimeColumn:
        return point.time;
    case DesiredColumn:
        return point.desired;
    case ExistingColumn:
        return point.existing;
    case AvailableColumn:
        return point.available;
    default:
        return point.ready;
    }
}

int SeriesModel::largest() const
{
    int most = 0;
    for (const Point &point : m_points)
        most = std::max({most, point.desired, point.existing});
    return most;
}

double SeriesModel::axisMaximum() const
{
    return niceAxis(largest() + 1, 4).maximum;
}

int SeriesModel::axisTicks() const
{
    return niceAxis(largest() + 1, 4).ticks;
}

QString SeriesModel::description() const
{
    //: The replicas chart in one sentence, for screen readers. %1 to %4 are numbers of Pods.
    //% "%1 Pods wanted, %2 exist, %3 ready, %4 available"
    QString text = qtTrId("series.description").arg(desired()).arg(existing()).arg(ready()).arg(available());
    if (m_marks.count() > 0)
        //: Follows the description of the replicas chart. %1: the latest command or event.
        //% ". Latest: %1"
        text += qtTrId("series.description.mark")
                    .arg(m_marks.index(m_marks.count() - 1).data(TimelineModel::DetailRole).toString());
    return text;
}

QString SeriesModel::fromText() const
{
    return clockText(from());
}

QString SeriesModel::toText() const
{
    return clockText(to());
}

void SeriesModel::append(Point point)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_points.push_back(point);
    endInsertRows();
}

/// The last point is always "now": it moves with the clock.
void SeriesModel::extendTo(double time)
{
    if (m_points.empty() || time <= m_points.back().time)
        return;
    if (m_points.size() == 1) {
        Point point = m_points.back();
        point.time = time;
        append(point);
        return;
    }
    m_points.back().time = time;
    const QModelIndex cell = index(rowCount() - 1, TimeColumn);
    Q_EMIT dataChanged(cell, cell);
}

void SeriesModel::add(const session::ReplicaSample &sample)
{
    const Point point{seconds(sample.at), sample.desired, sample.existing, sample.ready, sample.available};
    if (m_points.empty()) {
        append(point);
        append(point);
        return;
    }
    Point same = point;
    same.time = m_points.back().time;
    if (same == m_points.back())
        return;
    extendTo(point.time); // the corner before the step
    append(point);        // the corner after it
    append(point);        // "now"
}

void SeriesModel::dropOld()
{
    // Keep one point left of the window: the line enters from there.
    int drop = 0;
    while (drop + 2 < rowCount() && m_points[static_cast<std::size_t>(drop) + 1].time <= from())
        ++drop;
    drop = std::max(drop, rowCount() - kMaxPoints);
    if (drop <= 0)
        return;
    beginRemoveRows({}, 0, drop - 1);
    m_points.erase(m_points.begin(), m_points.begin() + drop);
    endRemoveRows();
}

void SeriesModel::follow(const std::string &deploymentUid)
{
    if (m_uid == deploymentUid)
        return;
    m_uid = deploymentUid;
    m_timeline.clear();
    for (const auto &row : m_marks.rows())
        m_timeline.add(row);
    if (m_points.empty())
        return;
    beginRemoveRows({}, 0, rowCount() - 1);
    m_points.clear();
    endRemoveRows();
}

void SeriesModel::mark(TimelineModel::Row row)
{
    m_timeline.add(row);
    m_marks.add(std::move(row));
}

void SeriesModel::addMarks(const session::Batch &batch)
{
    for (const auto &chunk : batch.terminal) {
        const QString line = QString::fromStdString(chunk.text);
        if (chunk.kind == session::TerminalChunk::Kind::Entered && isChange(line))
            mark({.time = seconds(chunk.at),
                  .kind = TimelineModel::Command,
                  .key = line,
                  .text = line.trimmed()});
    }
    for (const auto &[uid, event] : batch.events) {
        if (!event) {
            m_seenEvents.erase(uid);
            continue;
        }
        if (!isTelling(*event) || !m_seenEvents.insert(uid).second)
            continue;
        const QString reason = QString::fromStdString(event->reason);
        mark({.time = seconds(event->at),
              .kind = event->isWarning ? TimelineModel::Warning : TimelineModel::Event,
              .key = reason,
              .text = reason + QStringLiteral(": ") + QString::fromStdString(event->message)});
    }
}

void SeriesModel::apply(const session::Batch &batch, const std::string &deploymentUid)
{
    follow(deploymentUid);
    if (batch.clock)
        m_start = batch.clock->start;
    addMarks(batch);
    bool changed = !batch.terminal.empty() || !batch.events.empty();
    for (const auto &sample : batch.replicas) {
        if (sample.deploymentUid != m_uid)
            continue;
        add(sample);
        m_timeline.add({.time = seconds(sample.at),
                        .kind = TimelineModel::Replicas,
                        .desired = sample.desired,
                        .existing = sample.existing,
                        .ready = sample.ready,
                        .available = sample.available});
        changed = true;
    }
    // Whole seconds only: a chart that creeps at every frame costs more than it tells.
    const double now = batch.clock ? std::floor(seconds(batch.clock->now)) : m_to;
    if (!changed && now <= m_to)
        return;
    m_to = std::max({m_to, now, m_points.empty() ? 0. : m_points.back().time});
    extendTo(m_to);
    dropOld();
    Q_EMIT windowChanged();
}

void SeriesModel::retranslate()
{
    m_timeline.retranslate();
    Q_EMIT windowChanged();
}

ReplicasChart SeriesModel::chart() const
{
    ReplicasChart chart{.from = std::max(0., from()),
                        .to = to(),
                        .axisMaximum = axisMaximum(),
                        .axisTicks = axisTicks(),
                        .points = {m_points.begin(), m_points.end()},
                        .marks = {}};
    for (const auto &row : m_marks.rows())
        chart.marks.push_back(
            {row.time, row.kind == TimelineModel::Command, row.kind == TimelineModel::Warning, row.text});
    return chart;
}

ChartFiles::Drawing SeriesModel::drawing() const
{
    QString csv = QStringLiteral("second,wanted,existing,ready,available,mark\n");
    for (const auto &row : m_timeline.rows()) {
        QString text = row.text;
        text.replace(QLatin1Char('"'), QLatin1String("\"\""));
        csv += row.kind == TimelineModel::Replicas
                   ? QStringLiteral("%1,%2,%3,%4,%5,\n")
                         .arg(row.time)
                         .arg(row.desired)
                         .arg(row.existing)
                         .arg(row.ready)
                         .arg(row.available)
                   : QStringLiteral("%1,,,,,\"%2\"\n").arg(row.time).arg(text);
    }
    return {.fileName = QStringLiteral("replicas"),
            //: Title of a picture of the replicas chart.
            //% "Replicas over time"
            .title = qtTrId("series.picture"),
            .description = description(),
            .csv = std::move(csv),
            .paint = [chart = chart()](QPainter &painter, const QRectF &area, const ChartInk &ink) {
                paintReplicas(painter, area, chart, ink);
            }};
}

} // namespace minato::viewmodels
