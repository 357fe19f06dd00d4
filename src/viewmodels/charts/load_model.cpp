// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/charts/load_model.h"

#include "viewmodels/charts/figures.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace minato::viewmodels {
namespace {

constexpr std::array kRound{1,   2,    4,    10,   20,     40,     60,     100,    200,
                            500, 1000, 2000, 5000, 10'000, 20'000, 50'000, 100'000};

bool isOfTheCluster(const session::ServiceState &service)
{
    return service.ns == "kube-system" || (service.ns == "default" && service.name == "kubernetes");
}

} // namespace

QStringList LoadTarget::names() const
{
    QStringList names;
    for (const auto &[key, service] : m_services)
        names += QString::fromStdString(service.ns == "default" ? service.name : key);
    return names;
}

int LoadTarget::index() const
{
    const auto known = m_services.find(m_key);
    return known == m_services.end() ? -1 : int(std::distance(m_services.begin(), known));
}

void LoadTarget::setIndex(int index)
{
    if (index < 0 || index >= int(m_services.size()))
        return;
    m_chosen = std::next(m_services.begin(), index)->first;
    if (std::exchange(m_key, m_chosen) != m_chosen)
        Q_EMIT changed();
}

bool LoadTarget::hasAffinity() const
{
    const auto known = m_services.find(m_key);
    return known != m_services.end() && known->second.hasClientIpAffinity;
}

QString LoadTarget::affinityText() const
{
    return QStringLiteral("sessionAffinity: ") +
           (hasAffinity() ? QStringLiteral("ClientIP") : QStringLiteral("None"));
}

void LoadTarget::apply(const session::Changes<session::ServiceState> &changes, const std::string &preferred)
{
    for (const auto &[uid, service] : changes) {
        if (const auto known = m_keys.find(uid); known != m_keys.end() && !service) {
            m_services.erase(known->second);
            m_keys.erase(known);
        } else if (service && !isOfTheCluster(*service)) {
            const std::string key = service->ns + '/' + service->name;
            m_keys[uid] = key;
            m_services.insert_or_assign(key, *service);
        }
    }
    const std::string wanted = m_services.contains(m_chosen)    ? m_chosen
                               : m_services.contains(preferred) ? preferred
                               : m_services.empty()             ? std::string()
                                                                : m_services.begin()->first;
    if (std::exchange(m_key, wanted) != wanted || !changes.empty())
        Q_EMIT changed();
}

LoadModel::LoadModel(session::CommandSink commands, QObject *parent)
    : QObject(parent), m_commands(std::move(commands))
{
    connect(&m_target, &LoadTarget::changed, this, &LoadModel::changed);
}

int LoadModel::stepped(int value, int direction)
{
    if (direction > 0) {
        const auto next = std::ranges::upper_bound(kRound, value);
        return next == kRound.end() ? kRound.back() : *next;
    }
    const auto at = std::ranges::lower_bound(kRound, value);
    return at == kRound.begin() ? kRound.front() : *std::prev(at);
}

void LoadModel::set(int &field, int value, int most)
{
    value = std::clamp(value, 1, most);
    if (std::exchange(field, value) != value)
        Q_EMIT changed();
}

void LoadModel::setKind(Kind kind)
{
    if (std::exchange(m_kind, kind) != kind)
        Q_EMIT changed();
}

void LoadModel::setRequests(int requests)
{
    set(m_requests, requests, kMostRequests);
}

void LoadModel::setRate(int rate)
{
    set(m_rate, rate, kMostRate);
}

void LoadModel::setLastRate(int rate)
{
    set(m_lastRate, rate, kMostRate);
}

void LoadModel::setSeconds(int seconds)
{
    set(m_seconds, seconds, kMostSeconds);
}

void LoadModel::setClients(int clients)
{
    set(m_clients, clients, kMostClients);
}

void LoadModel::setKeptAlive(bool isKeptAlive)
{
    if (std::exchange(m_isKeptAlive, isKeptAlive) != isKeptAlive)
        Q_EMIT changed();
}

bool LoadModel::hasClients() const
{
    return m_kind != One && (m_isKeptAlive || m_target.hasAffinity());
}

traffic::LoadShape LoadModel::shape() const
{
    const auto duration = std::chrono::seconds(m_seconds);
    switch (m_kind) {
    case One:
        return traffic::oneRequest();
    case Many:
        return traffic::Batch{std::uint64_t(m_requests)};
    case Rate:
        return traffic::constantRate(m_rate, duration);
    case Ramp:
        break;
    }
    return traffic::Ramp{double(m_rate), double(m_lastRate), duration};
}

QString LoadModel::connectionText() const
{
    if (m_isKeptAlive)
        //: The way of connecting, as it is set now.
        //% "Clients keep their connection open, as browsers do"
        return qtTrId("load.connections.kept.hint");
    //: The way of connecting, as it is set now.
    //% "A new connection for each request, as curl does"
    return qtTrId("load.connections.new.hint");
}

QString LoadModel::planText() const
{
    QString what;
    switch (m_kind) {
    case One:
        //: What Start will do.
        //% "One request"
        what = qtTrId("load.plan.one");
        break;
    case Many:
        //: What Start will do. %n: how many.
        //% "%n request(s), each after the answer to the one before"
        what = qtTrId("load.plan.many", m_requests);
        break;
    case Rate:
        //: What Start will do. %1: requests a second. %2: seconds.
        //% "%1 requests a second for %2 seconds of the cluster's time"
        what = qtTrId("load.plan.rate").arg(countText(m_rate), countText(m_seconds));
        break;
    case Ramp:
        //: What Start will do. %1, %2: requests a second. %3: seconds.
        //% "From %1 to %2 requests a second within %3 seconds of the cluster's time"
        what = qtTrId("load.plan.ramp").arg(countText(m_rate), countText(m_lastRate), countText(m_seconds));
        break;
    }
    QString how;
    if (!m_isKeptAlive)
        //: How a load connects: follows what it sends.
        //% "a new connection each time: kube-proxy draws a Pod each time"
        how = qtTrId("load.plan.new");
    else
        //: How a load connects: follows what it sends. %n: clients, each with a connection.
        //% "%n connection(s) kept open: kube-proxy draws a Pod once for each"
        how = qtTrId("load.plan.kept", m_kind == One ? 1 : m_clients);
    //: %1: what a load sends. %2: how it connects.
    //% "%1; %2."
    return qtTrId("load.plan").arg(what, how);
}

double LoadModel::progress() const
{
    if (m_state.end > m_state.start) {
        const double all = double((m_state.end - m_state.start).count());
        return std::clamp(double((m_now - m_state.start).count()) / all, 0., 1.);
    }
    return m_state.planned == 0
               ? 0.
               : std::min(1., double(m_state.answered + m_state.failed) / double(m_state.planned));
}

QString LoadModel::stateText() const
{
    if (m_state.planned == 0 || (!m_state.isRunning && m_state.heldBack == 0))
        return {}; // of a load that has ended, the count tells enough
    const QString done = countText(m_state.answered + m_state.failed);
    QString text;
    if (m_state.isRunning)
        //: Progress of a load. %1 of %2 requests have come back.
        //% "%1 of %2 requests done"
        text = qtTrId("load.state.running").arg(done, countText(m_state.planned));
    else
        //: A load that has ended. %1: requests that have come back.
        //% "Load ended after %1 requests"
        text = qtTrId("load.state.done").arg(done);
    if (m_state.heldBack > 0)
        //: Follows the progress of a load. %1: requests that were due while all clients were still waiting.
        //% " · %1 not sent, all clients were waiting"
        text += qtTrId("load.state.held").arg(countText(m_state.heldBack));
    return text;
}

void LoadTarget::setConnection(const ConnectionModel &connection)
{
    m_connection = &connection;
    connect(m_connection, &ConnectionModel::changed, this, &LoadTarget::changed);
}

QString LoadTarget::whyNot() const
{
    return m_connection && exists()
               ? m_connection->whyNoChange(QString::fromStdString(m_key.substr(0, m_key.find('/'))))
               : QString();
}

void LoadModel::start()
{
    if (!m_target.exists() || !m_target.whyNot().isEmpty())
        return;
    session::StartLoad order{.service = m_target.key(), .shape = shape()};
    order.clients.isKeptAlive = m_isKeptAlive;
    order.clients.count = hasClients() ? std::uint64_t(m_clients) : 1;
    m_commands(order);
}

void LoadModel::stop()
{
    m_commands(session::StopLoad{});
}

void LoadModel::apply(const session::Batch &batch, const std::string &preferred)
{
    m_target.apply(batch.services, preferred);
    if (batch.clock)
        m_now = batch.clock->now;
    if (batch.load)
        m_state = *batch.load;
    if (batch.load || (batch.clock && m_state.isRunning))
        Q_EMIT stateChanged();
}

void LoadModel::retranslate()
{
    Q_EMIT changed();
    Q_EMIT stateChanged();
}

} // namespace minato::viewmodels
