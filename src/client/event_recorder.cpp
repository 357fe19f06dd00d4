// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/event_recorder.h"

#include "client/requests.h"

#include <algorithm>
#include <format>
#include <initializer_list>

namespace minato::client {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kRemembered = 4096;
constexpr double kSpamBurst = 25;
constexpr base::Duration kSpamRefill = 300s;
constexpr std::size_t kMaxSimilar = 10; ///< with so many they are combined
constexpr base::Duration kSimilarWithin = 600s;
constexpr base::Duration kKeptByServer = 1h; ///< kube-apiserver --event-ttl
constexpr std::size_t kLongestMessage = 1024;

std::string joined(char separator, std::initializer_list<std::string_view> parts)
{
    std::string text;
    for (const std::string_view part : parts) {
        if (!text.empty())
            text += separator;
        text += part;
    }
    return text;
}

/// How many events a source may tell of when so many were left some time ago.
double allowance(double left, base::Duration ago)
{
    return std::min(kSpamBurst, left + double(ago.count()) / double(kSpamRefill / 1ns));
}

} // namespace

template <class T>
T &EventRecorder::Memory<T>::at(std::string key, T fresh, bool (*isOver)(const T &, base::Instant),
                                base::Instant now)
{
    const auto [it, isNew] = m_map.try_emplace(std::move(key), fresh);
    if (isNew)
        m_order.push_back(it);
    else if (isOver(it->second, now))
        it->second = std::move(fresh);
    while (m_order.size() > kRemembered || (m_order.front() != it && isOver(m_order.front()->second, now))) {
        m_map.erase(m_order.front());
        m_order.pop_front();
    }
    return it->second;
}

EventRecorder::EventRecorder(api::KubeTransport &transport, api::Timers &timers, Source source)
    : m_transport(transport),
      m_timers(timers),
      m_source(std::move(source)),
      m_sourceValue(kube::Value::map({{"component", m_source.component}}))
{
    if (!m_source.host.empty())
        m_sourceValue.set("host", m_source.host);
}

void EventRecorder::normal(const kube::Object &about, std::string_view reason, std::string_view message,
                           std::string_view fieldPath)
{
    record(objectReference(about, fieldPath), "Normal", reason, message);
}

void EventRecorder::warning(const kube::Object &about, std::string_view reason, std::string_view message,
                            std::string_view fieldPath)
{
    record(objectReference(about, fieldPath), "Warning", reason, message);
}

bool EventRecorder::isSpam(const std::string &sourceAndObject)
{
    const base::Instant now = m_timers.now();
    Bucket &bucket = m_buckets.at(
        sourceAndObject, {kSpamBurst, now},
        [](const Bucket &other, base::Instant at) {
            return allowance(other.tokens, at - other.at) >= kSpamBurst;
        },
        now);
    bucket.tokens = allowance(bucket.tokens, now - bucket.at);
    bucket.at = now;
    if (bucket.tokens < 1)
        return true;
    bucket.tokens -= 1;
    return false;
}

bool EventRecorder::isCombined(const std::string &similar, std::string_view message)
{
    const base::Instant now = m_timers.now();
    Series &series = m_series.at(
        similar, {{}, now},
        [](const Series &other, base::Instant at) { return at - other.last > kSimilarWithin; }, now);
    series.last = now;
    series.messages.emplace(message);
    if (series.messages.size() < kMaxSimilar)
        return false;
    // The set only has to reach the limit again.
    series.messages.erase(series.messages.begin());
    return true;
}

std::size_t EventRecorder::remembered() const
{
    return m_buckets.size() + m_series.size() + m_known.size();
}

void EventRecorder::record(const kube::Value &involvedObject, std::string_view type, std::string_view reason,
                           std::string_view message)
{
    const std::string object =
        joined('/', {involvedObject["kind"].asString(), involvedObject["namespace"].asString(),
                     involvedObject["name"].asString(), involvedObject["uid"].asString()});
    const std::string similar = joined('|', {object, type, reason});
    std::string text(message);
    if (text.size() > kLongestMessage)
        text = text.substr(0, kLongestMessage - 4) + " ...";
    const bool combined = isCombined(similar, text);
    if (isSpam(joined('|', {object, type})))
        return;
    if (combined)
        text = "(combined from similar events): " + text;
    const auto ns = involvedObject["namespace"].asString("default");
    const base::Instant now = m_timers.now();
    m_lastStamp = std::max(m_lastStamp + 1, now.ns);
    const Known fresh{std::format("{}.{:x}", involvedObject["name"].asString(), m_lastStamp), std::string(ns),
                      now, 0};
    // A combined event is one event, whatever it says last.
    Known &known = m_known.at(
        combined ? similar : joined('|', {similar, involvedObject["fieldPath"].asString(), text}), fresh,
        [](const Known &other, base::Instant at) { return at - other.last > kKeptByServer; }, now);
    known.last = now;
    if (++known.count == 1)
        create(involvedObject, known, {type, reason, text, combined});
    else
        bump(known, text);
}

/// Of a combined one upstream does not say who reports it, but in its source.
void EventRecorder::create(const kube::Value &involvedObject, const Known &known, const What &what)
{
    const kube::Value now = base::toRfc3339(m_timers.now());
    const kube::Value none = "";
    send(createRequest(
        kube::resources::kEvents,
        kube::Value::map({{"apiVersion", "v1"},
                          {"kind", "Event"},
                          {"metadata", kube::Value::map({{"name", known.name}, {"namespace", known.ns}})},
                          {"involvedObject", involvedObject},
                          {"type", what.type},
                          {"reason", what.reason},
                          {"message", what.message},
                          {"source", m_sourceValue},
                          {"reportingComponent", what.isCombined ? none : kube::Value(m_source.component)},
                          {"reportingInstance", what.isCombined ? none : kube::Value(m_source.host)},
                          {"eventTime", nullptr},
                          {"firstTimestamp", now},
                          {"lastTimestamp", now},
                          {"count", 1}})));
}

void EventRecorder::bump(const Known &known, const std::string &message)
{
    api::Request request;
    request.verb = api::Verb::Patch;
    request.resource = kube::resources::kEvents;
    request.ns = known.ns;
    request.name = known.name;
    request.patchType = kube::PatchType::Merge;
    request.body = kube::Value::map(
        {{"count", known.count}, {"message", message}, {"lastTimestamp", base::toRfc3339(m_timers.now())}});
    send(std::move(request));
}

void EventRecorder::send(api::Request request)
{
    const auto id = m_nextCall++;
    m_calls[id] = m_transport.send(std::move(request), [this, id](const auto &) { m_calls.erase(id); });
}

kube::Value objectReference(const kube::Object &object, std::string_view fieldPath)
{
    auto reference = kube::Value::map({{"apiVersion", object.apiVersion()},
                                       {"kind", object.kind()},
                                       {"name", object.name()},
                                       {"uid", object.uid()},
                                       {"resourceVersion", object.resourceVersion()}});
    if (!object.ns().empty())
        reference.set("namespace", object.ns());
    if (!fieldPath.empty())
        reference.set("fieldPath", fieldPath);
    return reference;
}

} // namespace minato::client
