// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/charts/traffic_model.h"

#include "viewmodels/charts/axis.h"
#include "viewmodels/cluster/pod_list_model.h"

#include <QCoreApplication>

namespace minato::viewmodels {
namespace {

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
        return static_cast<int>(row.answered);
    case ShareRole:
        return total() == 0 ? 0. : double(row.answered) / total();
    case IsGoneRole:
        return row.isGone;
    default:
        return {};
    }
}

QHash<int, QByteArray> TrafficModel::roleNames() const
{
    return {{NameRole, "name"},
            {LabelRole, "label"},
            {CountRole, "count"},
            {ShareRole, "share"},
            {IsGoneRole, "isGone"}};
}

int TrafficModel::total() const
{
    std::uint64_t sum = 0;
    for (const ShareRow &row : rows().rows())
        sum += row.answered;
    return static_cast<int>(sum);
}

QStringList TrafficModel::labels() const
{
    QStringList labels;
    for (int i = 0; i < std::min(rows().size(), kMaxBars); ++i)
        labels += rows().at(i).label;
    if (rows().size() > kMaxBars)
        labels.back() = QStringLiteral("…");
    return labels;
}

QList<int> TrafficModel::counts() const
{
    const QVariantList live = values(false), gone = values(true);
    QList<int> counts;
    for (qsizetype i = 0; i < live.size(); ++i)
        counts += live[i].toInt() + gone[i].toInt();
    return counts;
}

QVariantList TrafficModel::values(bool gone) const
{
    QVariantList values;
    for (int i = 0; i < rows().size(); ++i) {
        const ShareRow &row = rows().at(i);
        const double value = row.isGone == gone ? double(row.answered) : 0.;
        if (i < kMaxBars)
            values += value;
        else
            values.back() = values.back().toDouble() + value;
    }
    return values;
}

std::uint64_t TrafficModel::largest() const
{
    const QList<int> all = counts();
    return all.isEmpty() ? 0 : std::uint64_t(*std::ranges::max_element(all));
}

double TrafficModel::axisMaximum() const
{
    // A third of head-room: else Qt Charts draws the label inside the bar.
    return niceAxis(double(largest()) * 1.35, 4).maximum;
}

int TrafficModel::axisTicks() const
{
    return niceAxis(double(largest()) * 1.35, 4).ticks;
}

QString TrafficModel::description() const
{
    if (total() == 0)
        //: The distribution chart in one sentence, for screen readers, before the first request.
        //% "No requests yet"
        return qtTrId("traffic.description.empty");
    QStringList parts;
    for (const ShareRow &row : rows().rows())
        //: One Pod of the distribution chart, for screen readers. %1: name, %n: requests that it answered.
        //% "%1: %n request(s)"
        parts += qtTrId("traffic.description.pod", int(row.answered)).arg(row.label);
    //: Joins the parts of a list that a screen reader reads.
    //% ", "
    return parts.join(qtTrId("list.separator"));
}

ShareRow TrafficModel::rowOf(const std::string &uid) const
{
    ShareRow row{.uid = uid};
    if (const int known = rows().find(uid); known >= 0)
        row = rows().at(known);
    if (const auto pod = m_pods.find(uid); pod != m_pods.end()) {
        row.name = pod->second.name;
        row.createdAt = pod->second.createdAt;
        row.label = PodListModel::suffix(pod->second);
    }
    row.isGone = !m_endpoints.contains(uid);
    return row;
}

void TrafficModel::applyEndpoints(const session::Batch &batch, const std::string &service)
{
    for (const auto &[uid, pod] : batch.pods) {
        if (pod)
            m_pods.insert_or_assign(uid, *pod);
        else
            m_pods.erase(uid);
    }
    for (const auto &[uid, state] : batch.services)
        if (state && state->ns + '/' + state->name == service)
            m_endpoints = {state->readyPodUids.begin(), state->readyPodUids.end()};
    for (const std::string &uid : m_endpoints)
        if (m_pods.contains(uid))
            upsert(rowOf(uid));
    std::vector<std::string> unused;
    for (const ShareRow &row : rows().rows())
        if (!m_endpoints.contains(row.uid) && row.answered == 0)
            unused.push_back(row.uid);
    for (const std::string &uid : unused)
        remove(uid);
    const auto known = rows().rows();
    for (const ShareRow &row : known)
        upsert(rowOf(row.uid));
}

void TrafficModel::apply(const session::Batch &batch, const std::string &service)
{
    if (batch.pods.empty() && batch.services.empty() && batch.routeCounts.empty())
        return;
    applyEndpoints(batch, service);
    for (const auto &[key, count] : batch.routeCounts) {
        if (count.service != service)
            continue;
        m_failed += count.failed;
        if (count.podUid.empty() || count.answered == 0)
            continue;
        ShareRow row = rowOf(count.podUid);
        if (row.label.isEmpty()) { // it came and went before anybody looked
            row.name = count.podName;
            row.label = shortName(count.podName);
        }
        row.answered += count.answered;
        upsert(std::move(row));
    }
    if (rowCount() > 0) // every share depends on the total
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {ShareRole});
    Q_EMIT changed();
}

void TrafficModel::reset()
{
    m_failed = 0;
    const auto known = rows().rows();
    for (ShareRow row : known) {
        if (row.isGone) {
            remove(row.uid);
        } else {
            row.answered = 0;
            upsert(std::move(row));
        }
    }
    Q_EMIT changed();
    Q_EMIT wasReset();
}

void TrafficModel::retranslate()
{
    Q_EMIT changed();
}

} // namespace minato::viewmodels
