// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/traffic_book.h"

#include <utility>

namespace minato::session {

using State = traffic::PodSample::State;

void TrafficState::merge(TrafficState &&later)
{
    traffic::ShareHistory recentOfBoth = std::move(recent);
    const bool isSameCount = count == later.count;
    *this = std::move(later);
    if (!isSameCount)
        return;
    for (const auto &window : recent.windows())
        recentOfBoth.add(window);
    recent = std::move(recentOfBoth);
}

TrafficBook::Account &TrafficBook::account(const std::string &service)
{
    const auto [entry, isNew] = m_accounts.try_emplace(service);
    if (isNew)
        entry->second.state.count = m_count;
    m_dirty.insert(service);
    return entry->second;
}

/// A sample that has just begun, began now.
void TrafficBook::noteEpoch(Account &account, base::Instant now)
{
    if (std::exchange(account.epoch, account.tally.epoch()) != account.tally.epoch())
        account.state.since = now;
}

void TrafficBook::listPods(Account &account, base::Instant now)
{
    std::vector<traffic::ShareTally::Pod> pods;
    for (const Endpoint &endpoint : account.endpoints) {
        const bool isInReach =
            !account.rules.staysOnNode || account.viaNode.empty() || account.viaNode == endpoint.node;
        pods.push_back({endpoint.uid, !endpoint.isReady ? State::NotReady
                                      : isInReach       ? State::Candidate
                                                        : State::OutOfReach});
    }
    for (const std::string &uid : account.former)
        pods.push_back({uid, State::NotAnEndpoint});
    account.tally.setPods(pods);
    noteEpoch(account, now);
}

void TrafficBook::setEndpoints(const std::string &service, std::vector<Endpoint> endpoints,
                               const std::set<std::string> &lives, base::Instant now)
{
    Account &account = this->account(service);
    std::erase_if(endpoints, [&lives](const Endpoint &each) { return !lives.contains(each.uid); });
    for (const Endpoint &before : account.endpoints)
        account.former.insert(before.uid);
    for (const Endpoint &endpoint : endpoints)
        account.former.erase(endpoint.uid);
    std::erase_if(account.former, [&lives](const std::string &uid) { return !lives.contains(uid); });
    account.endpoints = std::move(endpoints);
    listPods(account, now);
}

void TrafficBook::setRules(const std::string &service, const Rules &rules, base::Instant now)
{
    Account &account = this->account(service);
    account.rules = rules;
    account.tally.setMode({account.isKeptAlive, rules.hasClientIpAffinity});
    listPods(account, now);
}

void TrafficBook::setKeptAlive(const std::string &service, bool isKeptAlive, base::Instant now)
{
    Account &account = this->account(service);
    account.isKeptAlive = isKeptAlive;
    account.tally.setMode({isKeptAlive, account.rules.hasClientIpAffinity});
    noteEpoch(account, now);
}

void TrafficBook::record(const std::string &service, const Request &request, const api::TrafficResult &result)
{
    Account &account = this->account(service);
    const api::Route &route = result ? result->route : result.error().route;
    if (account.rules.staysOnNode && account.viaNode != route.viaNode) {
        account.viaNode = route.viaNode;
        listPods(account, request.at);
    }
    const auto cause = traffic::failureCause(result);
    // A client's own mistake is an answer: the Pod did what it should.
    const bool isFailed = cause && cause != traffic::FailureCause::ClientError;
    account.tally.add({route.podUid, request.client, request.isNewConnection, isFailed});
    TrafficState &state = account.state;
    ++(isFailed ? state.failed : state.answered);
    if (cause)
        ++state.failedByCause[std::size_t(*cause)];
    if (!isFailed)
        account.latency.add(request.latency);
    if (route.podUid.empty())
        return;
    PodTraffic &pod = state.pods[route.podUid];
    if (pod.name.empty())
        pod.name = route.pod.substr(route.pod.find('/') + 1);
    ++(isFailed ? pod.failed : pod.answered);
    state.recent.add(request.at, route.podUid);
}

void TrafficBook::restart(std::uint64_t count, base::Instant now)
{
    m_count = count;
    for (auto &[service, account] : m_accounts) {
        account.tally.restart();
        account.latency.clear();
        account.state = {.count = count};
        noteEpoch(account, now);
        account.state.since = now;
        m_dirty.insert(service);
    }
}

bool TrafficBook::hasRequests(const std::string &service) const
{
    const auto account = m_accounts.find(service);
    return account != m_accounts.end() && account->second.state.answered + account->second.state.failed > 0;
}

std::map<std::string, TrafficState> TrafficBook::take()
{
    std::map<std::string, TrafficState> states;
    for (const std::string &service : std::exchange(m_dirty, {})) {
        const auto known = m_accounts.find(service);
        if (known == m_accounts.end())
            continue;
        Account &account = known->second;
        account.state.sample = account.tally.sample();
        account.state.median = account.latency.quantile(0.5);
        account.state.slow = account.latency.quantile(0.99);
        states.emplace(service, account.state);
        account.state.recent.clear();
    }
    return states;
}

} // namespace minato::session
