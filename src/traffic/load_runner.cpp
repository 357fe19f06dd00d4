// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/load_runner.h"

#include "base/assert.h"

#include <algorithm>
#include <utility>

namespace minato::traffic {

std::optional<FailureCause> failureCause(const api::TrafficResult &result)
{
    using Kind = api::TrafficError::Kind;
    if (result) {
        if (result->status < 400)
            return std::nullopt;
        return result->status < 500 ? FailureCause::ClientError : FailureCause::ServerError;
    }
    switch (result.error().kind) {
    case Kind::UnknownHost:
        return FailureCause::UnknownHost;
    case Kind::Refused:
        return FailureCause::Refused;
    case Kind::TimedOut:
        return FailureCause::TimedOut;
    case Kind::Reset:
        break;
    }
    return FailureCause::Reset;
}

LoadRunner::LoadRunner(api::TrafficTarget &target, api::Timers &timers, Options options)
    : m_target(target), m_timers(timers), m_options(std::move(options))
{
    const Clients &clients = m_options.clients;
    MINATO_ASSERT(isPlayable(m_options.shape) && clients.count > 0 && m_options.mostOutstanding > 0);
    for (std::uint64_t i = 0; i < clients.count; ++i)
        m_clients.push_back({.name = clientName(clients, i)});
    if (const auto *ramp = std::get_if<Ramp>(&m_options.shape))
        m_schedule.emplace(*ramp, m_options.arrivals, m_options.seed);
    else
        m_unsent = std::get<Batch>(m_options.shape).requests;
    const bool isSlotOfItsClient = !isOpen() || clients.isKeptAlive;
    const std::size_t slots = isSlotOfItsClient ? m_clients.size() : m_options.mostOutstanding;
    for (std::size_t i = 0; i < slots; ++i)
        m_free.push_back(i);
    m_slots.resize(slots);
}

bool LoadRunner::isDone() const
{
    return m_isStarted && m_unsent == 0 && !m_hasMore && m_counts.outstanding() == 0;
}

void LoadRunner::start(std::function<void(const LoadOutcome &)> onOutcome,
                       std::move_only_function<void()> onDone)
{
    MINATO_ASSERT(!m_isStarted);
    m_isStarted = true;
    m_onOutcome = std::move(onOutcome);
    m_onDone = std::move(onDone);
    m_start = m_timers.now();
    if (isOpen())
        planNext();
    else
        sendBatch();
    if (isDone()) // as may be with arrivals at random
        m_timer = m_timers.after(base::Duration(0), [this] { tellIfDone(); });
}

/// The last thing of whatever calls it: the runner may be gone afterwards.
void LoadRunner::tellIfDone()
{
    if (isDone() && m_onDone)
        std::exchange(m_onDone, {})();
}

std::size_t LoadRunner::takeSlot()
{
    const std::size_t slot = m_free.front();
    m_free.pop_front();
    return slot;
}

/// Every client that waits for nothing sends a request.
void LoadRunner::sendBatch()
{
    while (m_unsent > 0 && !m_free.empty()) {
        --m_unsent;
        const std::size_t slot = takeSlot();
        sendFrom(slot, slot);
    }
}

void LoadRunner::planNext()
{
    const auto due = m_schedule->next();
    m_hasMore = due.has_value();
    if (!due)
        return;
    const base::Duration wait = std::max(base::Duration(0), m_start + *due - m_timers.now());
    m_timer = m_timers.after(wait, [this] { sendDue(); });
}

void LoadRunner::sendDue()
{
    if (m_free.empty()) {
        ++m_counts.heldBack;
    } else {
        const std::size_t slot = takeSlot();
        const bool isKept = m_options.clients.isKeptAlive;
        sendFrom(slot, isKept ? slot : m_nextClient++ % m_clients.size());
    }
    planNext();
    tellIfDone();
}

void LoadRunner::sendFrom(std::size_t slot, std::uint64_t client)
{
    const bool isKept = m_options.clients.isKeptAlive;
    Slot &place = m_slots[slot];
    place.client = client;
    place.sentAt = m_timers.now();
    place.isNewConnection = !isKept || !m_clients[client].isConnected;
    ++m_counts.sent;
    api::TrafficRequest request = m_options.request;
    request.client = m_clients[client].name;
    request.connection = isKept ? m_options.firstConnection + client : 0;
    place.call = m_target.request(std::move(request), [this, slot](const api::TrafficResult &result) {
        // What follows may end the call, and with it this function's own captures.
        LoadRunner *const self = this;
        const std::size_t finished = slot;
        self->finish(finished, result);
    });
}

void LoadRunner::finish(std::size_t slot, const api::TrafficResult &result)
{
    Slot &place = m_slots[slot];
    const api::CallPtr ended = std::move(place.call);
    const base::Instant now = m_timers.now();
    const base::Duration latency = now - place.sentAt;
    Client &client = m_clients[place.client];
    client.isConnected = m_options.clients.isKeptAlive && result.has_value();
    count(result, latency);
    m_free.push_back(slot);
    if (m_onOutcome)
        m_onOutcome({now, latency, place.client, client.name, place.isNewConnection, result});
    if (!isOpen())
        sendBatch();
    tellIfDone();
}

void LoadRunner::count(const api::TrafficResult &result, base::Duration latency)
{
    if (const auto cause = failureCause(result)) {
        ++m_counts.failed;
        ++m_counts.byCause[std::size_t(*cause)];
        return;
    }
    ++m_counts.answered;
    m_counts.latency.add(latency);
    if (!result->route.podUid.empty())
        ++m_counts.answeredByPod[result->route.podUid];
}

} // namespace minato::traffic
