// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/event_series_recorder.h"

#include "client/event_recorder.h"
#include "client/requests.h"

#include <algorithm>
#include <format>

namespace minato::client {
namespace {

using namespace std::chrono_literals;
using kube::Value;

const kube::GroupVersionResource kEventsV1{"events.k8s.io", "v1", "events"};
constexpr std::size_t kRemembered = 4096;
constexpr base::Duration kEndsAfter = 6min; ///< without a repetition
constexpr int kTicksToRefresh = 5;          ///< every half hour what goes on is written

std::string keyOf(const EventSeriesRecorder::What &what, const Value &regarding, const Value &related)
{
    const auto text = [](const Value &reference) {
        std::string all;
        for (const kube::Member &member : reference.members()) {
            all += member.value.asString();
            all += '/';
        }
        return all;
    };
    return std::format("{}|{}|{}|{}|{}", what.type, what.action, what.reason, text(regarding), text(related));
}

} // namespace

EventSeriesRecorder::EventSeriesRecorder(api::KubeTransport &transport, api::Timers &timers, Source source)
    : m_transport(transport),
      m_timers(timers),
      m_controller(std::move(source.controller)),
      m_instance(m_controller + "-" + source.host)
{
}

void EventSeriesRecorder::record(const kube::Object &regarding, const What &what, std::string_view note,
                                 const kube::Object *related)
{
    const Value about = objectReference(regarding);
    const Value other = related ? objectReference(*related) : Value();
    std::string key = keyOf(what, about, other);
    const base::Instant now = m_timers.now();
    if (const auto it = m_events.find(key);
        it != m_events.end() && (it->second.count > 1 || now - it->second.last <= kEndsAfter)) {
        repeat(it->second);
        return;
    }
    m_lastStamp = std::max(m_lastStamp + 1, now.ns);
    Known known{std::format("{}.{:x}", regarding.name(), m_lastStamp),
                std::string(about["namespace"].asString("default")), now};
    Value event = Value::map({{"apiVersion", "events.k8s.io/v1"},
                              {"kind", "Event"},
                              {"metadata", Value::map({{"name", known.name}, {"namespace", known.ns}})},
                              {"eventTime", base::toRfc3339Micro(now)},
                              {"reportingController", m_controller},
                              {"reportingInstance", m_instance},
                              {"type", what.type},
                              {"reason", what.reason},
                              {"action", what.action},
                              {"regarding", about},
                              {"note", note}});
    if (related)
        event.set("related", other);
    remember(std::move(key), std::move(known));
    send(createRequest(kEventsV1, std::move(event)));
}

void EventSeriesRecorder::remember(std::string key, Known known)
{
    const auto [it, isNew] = m_events.insert_or_assign(key, std::move(known));
    if (!isNew)
        return;
    m_order.push_back(std::move(key));
    while (m_order.size() > kRemembered) {
        m_events.erase(m_order.front());
        m_order.pop_front();
    }
}

/// A second time makes a series, and is told at once; what follows is told when the series ends.
void EventSeriesRecorder::repeat(Known &known)
{
    known.last = m_timers.now();
    if (++known.count > 2)
        return;
    writeSeries(known);
    wake();
}

void EventSeriesRecorder::writeSeries(const Known &known)
{
    api::Request request;
    request.verb = api::Verb::Patch;
    request.resource = kEventsV1;
    request.ns = known.ns;
    request.name = known.name;
    request.patchType = kube::PatchType::Strategic;
    request.body = Value::map(
        {{"series",
          Value::map({{"count", known.count}, {"lastObservedTime", base::toRfc3339Micro(known.last)}})}});
    send(std::move(request));
}

void EventSeriesRecorder::wake()
{
    if (!m_timer)
        m_timer = m_timers.after(kEndsAfter, [this] { tick(); });
}

void EventSeriesRecorder::tick()
{
    m_timer.reset();
    const bool isRefresh = ++m_ticks % kTicksToRefresh == 0;
    const base::Instant now = m_timers.now();
    std::erase_if(m_order, [&](const std::string &key) {
        const auto it = m_events.find(key);
        const bool hasEnded = now - it->second.last > kEndsAfter;
        if (it->second.count > 1 && (hasEnded || isRefresh))
            writeSeries(it->second);
        if (hasEnded)
            m_events.erase(it);
        return hasEnded;
    });
    if (std::ranges::any_of(m_events, [](const auto &known) { return known.second.count > 1; }))
        wake();
}

void EventSeriesRecorder::send(api::Request request)
{
    const auto id = m_nextCall++;
    m_calls[id] = m_transport.send(std::move(request), [this, id](const auto &) { m_calls.erase(id); });
}

} // namespace minato::client
