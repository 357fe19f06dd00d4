// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/inspector.h"

#include "kube/yaml.h"
#include "session/kinds.h"
#include "session/state_builder.h"

#include <algorithm>
#include <format>

namespace minato::session {
namespace {

using Presence = Inspected::Presence;

EventDetail eventDetail(const kube::Object &event)
{
    const auto instant = [&event](std::string_view key) {
        return base::parseRfc3339(event[key].asString()).value_or(base::Instant{});
    };
    EventDetail detail{.line = eventLine(event),
                       .firstSeen = instant("firstTimestamp"),
                       .source = std::string(event.at("source", "component").asString()),
                       .fieldPath = std::string(event.at("involvedObject", "fieldPath").asString())};
    if (detail.firstSeen == base::Instant{})
        detail.firstSeen = instant("eventTime");
    if (detail.firstSeen == base::Instant{})
        detail.firstSeen = detail.line.at;
    if (detail.source.empty())
        detail.source = event["reportingComponent"].asString();
    return detail;
}

} // namespace

void Inspector::inspect(ObjectName object)
{
    m_object.reset();
    m_events.reset();
    m_now = {.name = std::move(object)};
    m_hasChanged = true;
    const auto place = placeOf(m_now.name.kind);
    if (m_now.name.isEmpty() || !place) {
        m_now.presence = m_now.name.isEmpty() ? Presence::Unknown : Presence::NotFound;
        return;
    }
    m_relatives.follow();
    const std::string ns = place->isNamespaced ? m_now.name.ns : std::string();
    m_object = std::make_unique<client::Informer>(
        m_transport, m_timers, place->resource,
        client::Scope{ns, "", std::format("metadata.name={}", m_now.name.name)});
    m_object->addHandler([this](const auto &before, const auto &now) { onObject(before, now); });
    m_object->setOnSynced([this] {
        m_hasChanged = true;
        if (m_now.presence == Presence::Unknown)
            m_now.presence = Presence::NotFound;
    });
    m_events = std::make_unique<client::Informer>(
        m_transport, m_timers, kube::resources::kEvents,
        client::Scope{
            ns, "",
            std::format("involvedObject.kind={},involvedObject.name={}", m_now.name.kind, m_now.name.name)});
    m_events->addHandler([this](const auto &, const auto &) { m_hasChanged = true; });
    m_object->start();
    m_events->start();
}

void Inspector::onObject(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    m_hasChanged = true;
    if (now) {
        m_now.presence = Presence::There;
        m_now.object = now;
    } else {
        m_now.presence = Presence::Gone;
        m_now.object = before;
        m_now.goneAt = m_timers.now();
    }
}

std::vector<EventDetail> Inspector::events() const
{
    std::vector<EventDetail> details;
    for (const auto &[key, entry] : m_events->cache().entries())
        details.push_back(eventDetail(*entry.object));
    std::ranges::stable_sort(details, std::greater<>(), [](const EventDetail &each) { return each.line.at; });
    return details;
}

std::optional<Inspected> Inspector::take()
{
    if (isEmpty() || (m_now.presence == Presence::Unknown && !m_now.name.isEmpty()))
        return std::nullopt;
    m_hasChanged = false;
    m_now.at = m_timers.now();
    m_now.yaml = m_now.object ? kube::toYaml(m_now.object->root()) : std::string();
    m_now.events = m_events ? events() : std::vector<EventDetail>();
    if (m_now.presence == Presence::There)
        m_now.relatives = m_relatives.of(*m_now.object);
    else
        static_cast<void>(m_relatives.takeChanged());
    return m_now;
}

} // namespace minato::session
