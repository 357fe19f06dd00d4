// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/share_tally.h"

#include <algorithm>
#include <set>

namespace minato::traffic {
namespace {

using State = PodSample::State;

template <class Pods>
std::set<std::string> candidatesOf(const Pods &pods)
{
    std::set<std::string> uids;
    for (const auto &pod : pods)
        if (pod.state == State::Candidate)
            uids.insert(pod.uid);
    return uids;
}

} // namespace

void TurnWatch::restart(std::size_t candidates)
{
    m_candidates = candidates;
    m_byLastDraw.clear();
    m_places.clear();
    m_evidence = {};
}

void TurnWatch::add(std::string_view uid)
{
    const auto known = m_places.find(uid);
    if (known == m_places.end()) {
        m_places.emplace(uid, m_byLastDraw.insert(m_byLastDraw.end(), std::string(uid)));
        return;
    }
    if (m_places.size() >= m_candidates) {
        ++m_evidence.trials;
        m_evidence.hits += known->second == m_byLastDraw.begin() ? 1 : 0;
    }
    m_byLastDraw.splice(m_byLastDraw.end(), m_byLastDraw, known->second);
}

void ShareTally::setPods(const std::vector<Pod> &pods)
{
    const std::set<std::string> before = candidatesOf(m_sample.pods), after = candidatesOf(pods);
    const bool isSame = before == after;
    std::vector<PodSample> next;
    for (const Pod &pod : pods) {
        PodSample sample{.uid = pod.uid, .state = pod.state};
        const auto known = m_places.find(pod.uid);
        if (isSame && known != m_places.end()) {
            sample = m_sample.pods[known->second];
            sample.state = pod.state;
        } else if (!isSame) {
            sample.isNew = !before.empty() && after.contains(pod.uid) && !before.contains(pod.uid);
        }
        next.push_back(std::move(sample));
    }
    m_sample.pods = std::move(next);
    m_places.clear();
    for (std::size_t i = 0; i < m_sample.pods.size(); ++i)
        m_places.emplace(m_sample.pods[i].uid, i);
    if (!isSame)
        begin();
}

void ShareTally::begin()
{
    ++m_epoch;
    m_sample.turns = {};
    m_sample.carried = 0;
    m_turns.restart(candidatesOf(m_sample.pods).size());
}

void ShareTally::setMode(ConnectionMode mode)
{
    if (mode == m_sample.mode)
        return;
    m_sample.mode = mode;
    m_homes.clear();
    restart();
}

void ShareTally::restart()
{
    for (PodSample &pod : m_sample.pods)
        pod = {.uid = std::move(pod.uid), .state = pod.state, .isNew = pod.isNew};
    begin();
}

const PodSample *ShareTally::find(std::string_view uid) const
{
    const auto known = m_places.find(uid);
    return known == m_places.end() ? nullptr : &m_sample.pods[known->second];
}

std::size_t ShareTally::place(std::string_view uid)
{
    if (const auto known = m_places.find(uid); known != m_places.end())
        return known->second;
    m_sample.pods.push_back({.uid = std::string(uid), .state = State::NotAnEndpoint});
    m_places.emplace(uid, m_sample.pods.size() - 1);
    return m_sample.pods.size() - 1;
}

bool ShareTally::noteDraw(const Request &request)
{
    const ConnectionMode &mode = m_sample.mode;
    if (!mode.hasClientIpAffinity && !mode.isKeptAlive)
        return request.isNewConnection;
    const auto [place, isFirst] = m_homes.try_emplace(std::string(request.client));
    Home &home = place->second;
    // A client with affinity draws again only when its Pod is no longer there to be chosen.
    const bool isDraw =
        mode.hasClientIpAffinity ? isFirst || home.podUid != request.podUid : request.isNewConnection;
    if (isDraw)
        home = {std::string(request.podUid), m_epoch};
    else if (isFirst || home.epoch != m_epoch)
        ++m_sample.carried;
    return isDraw;
}

void ShareTally::add(const Request &request)
{
    if (request.podUid.empty())
        return;
    const bool isChosen = noteDraw(request);
    PodSample &pod = m_sample.pods[place(request.podUid)];
    ++pod.requests;
    pod.failed += request.isFailed ? 1 : 0;
    if (!isChosen)
        return;
    ++pod.draws;
    if (pod.state != State::Candidate)
        return;
    m_turns.add(pod.uid);
    m_sample.turns = m_turns.evidence();
}

} // namespace minato::traffic
