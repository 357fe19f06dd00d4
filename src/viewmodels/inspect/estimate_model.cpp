// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inspect/estimate_model.h"

#include "viewmodels/events_model.h"
#include "viewmodels/inspect/estimate_words.h"
#include "viewmodels/inspect/sheet.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace minato::viewmodels {
namespace {

/// Questions of other parts have other ids.
constexpr std::uint64_t kFirstId = 3'000'000;

} // namespace

EstimateModel::EstimateModel(session::CommandSink commands, QObject *parent)
    : QObject(parent), m_commands(std::move(commands)), m_asked(kFirstId)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_isStale && m_isShown)
            ask();
    });
}

bool EstimateModel::isOffered() const
{
    constexpr std::array<std::string_view, 5> kKinds{"Deployment", "HorizontalPodAutoscaler", "Pod",
                                                     "ReplicaSet", "StatefulSet"};
    return !m_object.isEmpty() && std::ranges::contains(kKinds, m_object.kind);
}

void EstimateModel::setObject(const session::ObjectName &object)
{
    if (m_object == object)
        return;
    if (m_isWaiting)
        m_commands(session::CancelAsk{m_asked});
    m_isWaiting = false;
    m_object = object;
    m_answer.reset();
    rebuild();
    refresh();
}

void EstimateModel::setShown(bool isShown)
{
    if (std::exchange(m_isShown, isShown) == isShown)
        return;
    Q_EMIT shownChanged();
    refresh();
}

void EstimateModel::refresh()
{
    m_isStale = true;
    if (m_isShown && !m_isWaiting)
        ask();
}

void EstimateModel::ask()
{
    m_isStale = false;
    if (!isOffered())
        return;
    m_isWaiting = true;
    m_commands(session::Ask{++m_asked, session::GetEstimate{m_object}});
}

void EstimateModel::apply(const session::Batch &batch)
{
    if (batch.clock)
        m_start = batch.clock->start;
    const auto answer = batch.answers.find(m_asked);
    const auto *estimate =
        answer == batch.answers.end() ? nullptr : std::get_if<session::EstimateAnswer>(&answer->second);
    if (estimate) {
        m_isWaiting = false;
        m_answer = *estimate;
        m_pause.start();
    }
    if (batch.connection)
        m_connection = batch.connection;
    if (estimate || batch.connection)
        rebuild();
    if (batch.pods.empty() && batch.nodes.empty() && !batch.inspected)
        return;
    m_isStale = true;
    if (m_isShown && !m_isWaiting && !m_pause.isActive())
        ask();
}

void EstimateModel::retranslate()
{
    rebuild();
}

void EstimateModel::rebuild()
{
    m_rows.setRows(m_answer ? estimateRows(*m_answer) : std::vector<InfoRow>());
    Q_EMIT changed();
}

QString EstimateModel::title() const
{
    //: Heading in the inspector, over a real cluster: what its controllers would probably decide.
    //% "Estimate"
    const QString estimate = qtTrId("estimate.title");
    //: Heading in the inspector, over the simulated cluster: what its controllers will decide.
    //% "What would happen now"
    return m_connection ? estimate : qtTrId("estimate.title.simulated");
}

QString EstimateModel::intro() const
{
    if (m_connection)
        //: In the inspector, over a real cluster: what an estimate is.
        //% "Minato reckons this from what the API server tells anybody, by Kubernetes' default rules. The cluster may decide otherwise: what it has just decided, how its controllers are set up and what they remember cannot be read."
        return qtTrId("estimate.intro");
    //: In the inspector, over the simulated cluster.
    //% "The simulated cluster decides by these very rules. Until something changes, it will do just this; only what is equal is drawn by lot."
    return qtTrId("estimate.intro.simulated");
}

QString EstimateModel::asOf() const
{
    if (!m_answer)
        return {};
    //: In the inspector, below an estimate. %1: the cluster's time, "01:05".
    //% "As of %1"
    return qtTrId("estimate.as-of").arg(clockText(m_answer->at - m_start));
}

QString EstimateModel::unseen() const
{
    std::vector<std::string> missing = m_answer ? m_answer->unseen : std::vector<std::string>();
    if (m_connection)
        missing.insert(missing.end(), m_connection->narrowed.begin(), m_connection->narrowed.end());
    if (missing.empty())
        return {};
    QStringList names;
    for (const std::string &name : missing)
        names += qText(name);
    names.removeDuplicates();
    //: In the inspector, of an estimate over a real cluster. %1: resources, "nodes, pods".
    //% "Your user cannot see all of these, so they are missing from the estimate: %1."
    return qtTrId("estimate.unseen").arg(names.join(QStringLiteral(", ")));
}

} // namespace minato::viewmodels
