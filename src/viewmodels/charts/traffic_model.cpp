// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/charts/traffic_model.h"

#include "viewmodels/charts/axis.h"
#include "viewmodels/charts/chart_paint.h"
#include "viewmodels/charts/figures.h"
#include "viewmodels/cluster/pod_list_model.h"

#include <QCoreApplication>
#include <QLocale>

namespace minato::viewmodels {
namespace {

using State = ShareRow::State;

/// The random end of a replica's name: five characters of those that Kubernetes draws from.
QString shortName(const std::string &name)
{
    constexpr std::size_t kLength = 5;
    const std::size_t dash = name.rfind('-');
    const bool isReplica =
        dash != std::string::npos && name.size() - dash - 1 == kLength &&
        name.find_first_not_of("bcdfghjklmnpqrstvwxz2456789", dash + 1) == std::string::npos;
    return QString::fromStdString(isReplica ? name.substr(dash + 1) : name);
}

} // namespace

BarValues BarValues::of(const BarsChart &chart)
{
    const NiceAxis axis = barsAxis(chart);
    BarValues values{.expected = chart.expected,
                     .low = chart.low,
                     .high = chart.high,
                     .hasBand = chart.hasBand,
                     .axisMaximum = axis.maximum,
                     .axisTicks = axis.ticks};
    for (const BarsChart::Bar &bar : chart.bars) {
        values.labels += bar.label;
        values.counts += int(bar.total());
        values.gone += bar.isGone;
        values.answered += double(bar.answered);
        values.failed += double(bar.failed);
        values.earlier += double(bar.earlier);
    }
    return values;
}

TrafficModel::TrafficModel(session::CommandSink commands, QObject *parent)
    : RowModel(parent),
      m_commands(commands),
      m_load(std::move(commands)),
      m_files([this](const QString &chart) { return drawing(chart); })
{
    m_wait.setSingleShot(true);
    m_wait.setInterval(kRefresh);
    connect(&m_wait, &QTimer::timeout, this, [this] {
        if (m_isStale)
            schedule();
    });
    // Queued: what a batch says of Services comes before what it says of their requests.
    connect(
        m_load.target(), &LoadTarget::changed, this,
        [this] {
            if (m_service != m_load.target()->key())
                schedule();
        },
        Qt::QueuedConnection);
}

QVariant TrafficModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ShareRow &row = rows().at(index.row());
    switch (role) {
    case NameRole:
    case Qt::DisplayRole:
        return QString::fromStdString(row.name);
    case LabelRole:
        return row.label;
    case CountRole:
        return static_cast<int>(row.now() + row.earlier);
    case ShareRole:
        return m_chart.requests == 0 || row.state != State::Candidate
                   ? QString()
                   : percentText(double(row.now()) / double(m_chart.requests));
    case IsGoneRole:
        return row.isGone();
    case DetailRole:
        return rowText(row);
    default:
        return {};
    }
}

QHash<int, QByteArray> TrafficModel::roleNames() const
{
    return {{NameRole, "name"},   {LabelRole, "label"},   {CountRole, "count"},
            {ShareRole, "share"}, {IsGoneRole, "isGone"}, {DetailRole, "detail"}};
}

QString TrafficModel::rowText(const ShareRow &row) const
{
    //: One Pod of the distribution chart, for screen readers. %1: name, %n: requests that it got.
    //% "%1: %n request(s)"
    QString text = qtTrId("traffic.description.pod", int(row.now() + row.earlier)).arg(row.label);
    const auto add = [&text](const QString &more) { text += qtTrId("list.separator") + more; };
    if (row.failed > 0)
        //: Of a Pod's requests. %n: how many failed.
        //% "%n failed"
        add(qtTrId("traffic.pod.failed", int(row.failed)));
    switch (row.state) {
    case State::Candidate:
        break;
    case State::NotReady:
        //: State of a Pod in the distribution chart.
        //% "not ready"
        add(qtTrId("traffic.pod.not-ready"));
        break;
    case State::NotSelected:
        //: State of a Pod in the distribution chart: its labels do not match the Service's selector.
        //% "not in the Service"
        add(qtTrId("traffic.pod.not-selected"));
        break;
    case State::OutOfReach:
        //: State of a Pod in the distribution chart: the Service stays on the node that was asked.
        //% "on another node"
        add(qtTrId("traffic.pod.out-of-reach"));
        break;
    case State::Terminating:
        //: State of a Pod in the distribution chart.
        //% "terminating: gets no new connections"
        add(qtTrId("traffic.pod.terminating"));
        break;
    case State::Gone:
        //: State of a Pod in the distribution chart.
        //% "gone"
        add(qtTrId("traffic.pod.gone"));
        break;
    }
    return text;
}

QString TrafficModel::totalText() const
{
    //: Above the distribution chart. %n: requests in all.
    //% "%n request(s) in all"
    QString text = qtTrId("traffic.total", total() + failed());
    if (failed() > 0)
        //: Follows the number of requests. %n: requests that got no answer.
        //% " · %n failed"
        text += qtTrId("traffic.failed", failed());
    if (hasEarlier())
        //: Follows the number of requests. %1: those since the set of Pods, or the way of connecting, changed.
        //% " · %1 since the last change"
        text += qtTrId("traffic.since-change").arg(countText(m_chart.requests));
    return text;
}

bool TrafficModel::hasEarlier() const
{
    return std::ranges::any_of(m_chart.bars, [](const auto &bar) { return bar.earlier > 0; });
}

QString TrafficModel::expectedText() const
{
    if (!m_chart.hasBand)
        return {};
    //: Key of the distribution chart. %1: requests that each Pod would get if all got the same.
    //% "Equal share %1"
    return qtTrId("traffic.expected")
        .arg(QLocale().toString(m_chart.expected, 'f', m_chart.expected < 10 ? 1 : 0));
}

QString TrafficModel::bandText() const
{
    if (!m_chart.hasBand)
        return {};
    //: Key of the distribution chart. %1 to %2: the requests that one Pod gets in 95% of all cases.
    //% "By chance %1 to %2"
    return qtTrId("traffic.band")
        .arg(countText(std::uint64_t(m_chart.low + 0.5)), countText(std::uint64_t(m_chart.high + 0.5)));
}

double TrafficModel::numberTop(double barTop, double height, double line, double gap)
{
    return viewmodels::numberTop(barTop, height, line, gap);
}

QString TrafficModel::description() const
{
    if (total() + failed() == 0)
        //: The distribution chart in one sentence, for screen readers, before the first request.
        //% "No requests yet"
        return qtTrId("traffic.description.empty");
    QStringList parts;
    if (isDense())
        //: The distribution chart with many Pods, for screen readers. %1: Pods. %2, %3: requests.
        //% "%1 Pods got between %2 and %3 requests each"
        parts += qtTrId("traffic.description.dense")
                     .arg(countText(m_chart.bars.size()),
                          countText(std::ranges::min(m_chart.bars, {}, &BarsChart::Bar::total).total()),
                          countText(m_chart.largest()));
    else
        for (const ShareRow &row : rows().rows())
            parts += rowText(row);
    //: Joins the parts of a list that a screen reader reads.
    //% ", "
    return parts.join(qtTrId("list.separator")) + QLatin1Char('\n') + m_findings.verdict();
}

QString TrafficModel::labelOf(const std::string &uid) const
{
    const int row = rows().find(uid);
    return row < 0 ? rowOf(uid, nullptr).label : rows().at(row).label;
}

const session::TrafficState &TrafficModel::state() const
{
    static const session::TrafficState kNothing;
    const auto known = m_traffic.find(m_service);
    return known == m_traffic.end() ? kNothing : known->second;
}

State TrafficModel::stateOf(const std::string &uid, const traffic::PodSample *sample) const
{
    const auto pod = m_pods.find(uid);
    if (pod == m_pods.end())
        return State::Gone;
    if (pod->second.phase == session::PodPhase::Terminating)
        return State::Terminating;
    using Sampled = traffic::PodSample::State;
    if (!sample || sample->state == Sampled::NotAnEndpoint)
        return State::NotSelected;
    return sample->state == Sampled::NotReady     ? State::NotReady
           : sample->state == Sampled::OutOfReach ? State::OutOfReach
                                                  : State::Candidate;
}

/// `known`: what was shown of it before; null: nothing.
ShareRow TrafficModel::rowOf(const std::string &uid, const ShareRow *known) const
{
    const session::TrafficState &state = this->state();
    ShareRow row = known ? *known : ShareRow{.uid = uid};
    if (const auto pod = m_pods.find(uid); pod != m_pods.end()) {
        row.name = pod->second.name;
        row.createdAt = pod->second.createdAt;
        row.label = PodListModel::suffix(pod->second);
    }
    const auto counted = state.pods.find(uid);
    if (row.label.isEmpty() && counted != state.pods.end()) { // it came and went before anybody looked
        row.name = counted->second.name;
        row.label = shortName(row.name);
    }
    const auto sample = std::ranges::lower_bound(state.sample.pods, uid, {}, &traffic::PodSample::uid);
    const bool isSampled = sample != state.sample.pods.end() && sample->uid == uid;
    row.failed = isSampled ? sample->failed : 0;
    row.answered = isSampled ? sample->requests - sample->failed : 0;
    const std::uint64_t all =
        counted == state.pods.end() ? 0 : counted->second.answered + counted->second.failed;
    row.earlier = all > row.now() ? all - row.now() : 0;
    row.state = stateOf(uid, isSampled ? &*sample : nullptr);
    return row;
}

void TrafficModel::refreshRows()
{
    std::map<std::string_view, const ShareRow *> wanted; // with what was shown of it
    for (const auto &[uid, counted] : state().pods)
        wanted.emplace(uid, nullptr);
    for (const traffic::PodSample &pod : state().sample.pods)
        if (m_pods.contains(pod.uid))
            wanted.emplace(pod.uid, nullptr);
    for (const ShareRow &row : rows().rows())
        if (const auto place = wanted.find(row.uid); place != wanted.end())
            place->second = &row;
    std::vector<ShareRow> next;
    for (const auto &[uid, known] : wanted)
        next.push_back(rowOf(std::string(uid), known));
    assign(std::move(next));
}

void TrafficModel::refreshChart()
{
    m_chart = {};
    m_answered = state().answered;
    m_failed = state().failed;
    for (const ShareRow &row : rows().rows())
        m_chart.bars.push_back(
            {row.label, row.answered, row.failed, row.earlier, row.state == State::Candidate, row.isGone()});
    const traffic::Verdict &verdict = judgement();
    m_chart.requests = verdict.requests;
    m_chart.candidates = verdict.candidates;
    m_chart.isEachRequestDrawn = verdict.draws == verdict.requests;
    m_chart.expected = verdict.expectedShare * double(verdict.requests);
    m_chart.hasBand = verdict.candidates > 1 && verdict.requests > 0;
    // A connection brings its requests with it: what holds for the connections, holds for their shares.
    m_chart.low = verdict.band.lowShare() * double(verdict.requests);
    m_chart.high = verdict.band.highShare() * double(verdict.requests);
    m_bars = BarValues::of(m_chart);
}

void TrafficModel::refresh()
{
    m_isStale = false;
    const bool isOther = std::exchange(m_service, m_load.target()->key()) != m_load.target()->key();
    if (isOther)
        m_shares.clear();
    m_findings.judge(state());
    refreshRows();
    m_findings.tell(state(), [this](const std::string &uid) { return labelOf(uid); });
    refreshChart();
    std::vector<SharesModel::Pod> pods;
    for (const ShareRow &row : rows().rows())
        pods.push_back({row.uid, row.label, row.isGone()});
    m_shares.refresh(state(), std::move(pods));
    if (rowCount() > 0) // every share depends on the total
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {ShareRole});
    Q_EMIT changed();
}

void TrafficModel::schedule()
{
    m_isStale = true;
    if (m_wait.isActive())
        return;
    refresh();
    // Many rows are much work, and nobody reads so many so often.
    m_wait.start(rowCount() > 1000 ? 10 * kRefresh : kRefresh);
}

void TrafficModel::flush()
{
    if (m_isStale)
        refresh();
}

void TrafficModel::apply(const session::Batch &batch, const std::string &service)
{
    for (const auto &[uid, pod] : batch.pods) {
        if (pod)
            m_pods.insert_or_assign(uid, *pod);
        else
            m_pods.erase(uid);
    }
    m_load.apply(batch, service);
    const std::string &shown = m_load.target()->key();
    if (std::exchange(m_service, shown) != shown)
        m_shares.clear();
    for (const auto &[key, state] : batch.traffic) {
        if (state.count != m_count)
            continue; // from before the reset
        if (key == m_load.target()->key())
            m_shares.add(state.recent);
        session::TrafficState change = state;
        change.recent.clear();
        m_traffic[key].merge(std::move(change));
    }
    if (batch.clock)
        m_shares.setClock(*batch.clock);
    if (!batch.pods.empty() || !batch.traffic.empty() || !batch.services.empty())
        schedule();
    else if (batch.clock)
        m_shares.update();
}

void TrafficModel::reset()
{
    ++m_count;
    for (auto &[service, state] : m_traffic) {
        traffic::Sample sample = std::move(state.sample);
        for (auto &pod : sample.pods)
            pod = {.uid = std::move(pod.uid), .state = pod.state, .isNew = pod.isNew};
        sample.turns = {};
        sample.carried = 0;
        state = {.count = m_count, .sample = std::move(sample)};
    }
    m_shares.clear();
    refresh();
    if (m_commands)
        m_commands(session::ResetTraffic{m_count});
    Q_EMIT wasReset();
}

void TrafficModel::retranslate()
{
    m_load.retranslate();
    refresh();
    retranslateRows();
}

QString TrafficModel::csv() const
{
    QString text = QStringLiteral("pod,state,requests,answered,failed,earlier,expected,band_low,band_high\n");
    constexpr const char *kStates[] = {"candidate",    "not-ready",   "not-selected",
                                       "out-of-reach", "terminating", "gone"};
    for (const ShareRow &row : rows().rows())
        text += QStringLiteral("%1,%2,%3,%4,%5,%6,%7,%8,%9\n")
                    .arg(QString::fromStdString(row.name), QLatin1String(kStates[int(row.state)]))
                    .arg(row.now() + row.earlier)
                    .arg(row.answered)
                    .arg(row.failed)
                    .arg(row.earlier)
                    .arg(m_chart.expected)
                    .arg(m_chart.low)
                    .arg(m_chart.high);
    return text;
}

ChartFiles::Drawing TrafficModel::drawing(const QString &chart) const
{
    if (chart == QLatin1String("shares"))
        return m_shares.drawing();
    return {.fileName = QStringLiteral("requests"),
            //: Title of a picture of the distribution chart.
            //% "Requests by Pod"
            .title = qtTrId("traffic.picture"),
            .description = description(),
            .csv = csv(),
            .paint = [chart = m_chart](QPainter &painter, const QRectF &area, const ChartInk &ink) {
                paintBars(painter, area, chart, ink);
            }};
}

} // namespace minato::viewmodels
