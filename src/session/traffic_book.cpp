// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/traffic_book.h"

#include <algorithm>
#include <utility>

namespace minato::session {

using State = traffic::PodSample::State;

namespace {

/// Replaces rows, or adds them; both are by UID.
void update(std::vector<traffic::PodSample> &rows, std::vector<traffic::PodSample> &&changed)
{
    for (traffic::PodSample &row : changed) {
        const auto place = std::ranges::lower_bound(rows, row.uid, {}, &traffic::PodSample::uid);
        if (place != rows.end() && place->uid == row.uid)
            *place = std::move(row);
        else
            rows.insert(place, std::move(row));
    }
}

} // namespace

void TrafficState::merge(TrafficState &&later)
{
    TrafficState before = std::exchange(*this, std::move(later));
    if (count == before.count) {
        std::swap(recent, before.recent);
        for (const auto &window : before.recent.windows())
            recent.add(window);
    }
    if (isSamplePart) {
        std::swap(sample.pods, before.sample.pods);
        update(sample.pods, std::move(before.sample.pods));
        isSamplePart = before.isSamplePart;
    }
    if (isPart) {
        std::swap(pods, before.pods);
        for (auto &[uid, pod] : before.pods)
            pods.insert_or_assign(uid, std::move(pod));
        isPart = before.isPart;
    }
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
    if (std::exchange(account.epoch, account.tally.epoch()) == account.tally.epoch())
        return;
    account.state.since = now;
    account.state.isSamplePart = false;
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
    account.state.isSamplePart = false;
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
    account.touched.insert(route.podUid);
    PodTraffic &pod = account.pods[route.podUid];
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
        account.pods.clear();
        account.touched.clear();
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

/// All Pods, or those that were touched, as the state says.
void TrafficBook::addPods(TrafficState &state, const Account &account)
{
    const traffic::Sample &sample = account.tally.sample();
    if (state.isSamplePart) {
        state.sample.mode = sample.mode;
        state.sample.turns = sample.turns;
        state.sample.carried = sample.carried;
        for (const std::string &uid : account.touched)
            if (const traffic::PodSample *pod = account.tally.find(uid))
                state.sample.pods.push_back(*pod);
    } else {
        state.sample = sample;
        std::ranges::sort(state.sample.pods, {}, &traffic::PodSample::uid);
    }
    if (!state.isPart)
        state.pods = account.pods;
    else
        for (const std::string &uid : account.touched)
            state.pods.emplace(uid, account.pods.at(uid));
}

std::map<std::string, TrafficState> TrafficBook::take()
{
    std::map<std::string, TrafficState> states;
    for (const std::string &service : std::exchange(m_dirty, {})) {
        const auto known = m_accounts.find(service);
        if (known == m_accounts.end())
            continue;
        Account &account = known->second;
        account.state.median = account.latency.quantile(0.5);
        account.state.slow = account.latency.quantile(0.99);
        addPods(states.emplace(service, account.state).first->second, account);
        account.touched.clear();
        account.state.recent.clear();
        account.state.isPart = account.state.isSamplePart = true;
    }
    return states;
}

} // namespace minato::session
