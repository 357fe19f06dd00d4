// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/informer.h"

#include <algorithm>
#include <set>

namespace minato::client {

Informer::Informer(api::KubeTransport &transport, api::Timers &timers, kube::GroupVersionResource resource,
                   Scope scope)
    : m_reflector(transport, timers, std::move(resource), std::move(scope), *this)
{
}

void Informer::addHandler(Handler handler)
{
    for (const auto &[key, entry] : m_cache.entries())
        handler(nullptr, entry.object);
    m_handlers.push_back(std::move(handler));
}

void Informer::change(std::string_view key, kube::ObjectPtr now)
{
    const kube::ObjectPtr before = m_cache.put(key, now);
    if (before == now)
        return;
    // A namesake with another UID is another object: tell its predecessor's end first.
    const bool isReplaced = before && now && before->uid() != now->uid();
    for (const Handler &handler : m_handlers) {
        if (isReplaced) {
            handler(before, nullptr);
            handler(nullptr, now);
        } else {
            handler(before, now);
        }
    }
}

void Informer::replace(const std::vector<kube::ObjectPtr> &items)
{
    std::set<std::string, std::less<>> listed;
    for (const kube::ObjectPtr &item : items) {
        const std::string key = kube::objectKey(*item);
        listed.insert(key);
        const auto known = m_cache.find(key);
        if (!known || known->uid() != item->uid() || known->resourceVersion() != item->resourceVersion())
            change(key, item);
    }
    std::vector<std::string> gone;
    for (const auto &[key, entry] : m_cache.entries()) {
        if (!listed.contains(key))
            gone.push_back(key);
    }
    for (const std::string &key : gone)
        change(key, nullptr);
    if (!std::exchange(m_hasSynced, true) && m_onSynced)
        m_onSynced();
}

void Informer::apply(const api::WatchEvent &event)
{
    const bool isGone = event.type == api::WatchEvent::Type::Deleted;
    const std::string key = kube::objectKey(*event.object);
    // The last state of a deleted object is what its deletion event carries.
    if (isGone)
        m_cache.put(key, event.object);
    change(key, isGone ? nullptr : event.object);
}

Informer &InformerHub::informer(const kube::GroupVersionResource &resource, const Scope &scope)
{
    auto &slot = m_informers[{resource, scope}];
    if (!slot) {
        slot = std::make_unique<Informer>(m_transport, m_timers, resource, scope);
        slot->setOnSynced([this] { onSynced(); });
        if (m_hasStarted)
            slot->start();
    }
    return *slot;
}

void InformerHub::start()
{
    if (std::exchange(m_hasStarted, true))
        return;
    for (const auto &[key, informer] : m_informers)
        informer->start();
}

bool InformerHub::hasSynced() const
{
    return std::ranges::all_of(m_informers, [](const auto &slot) { return slot.second->hasSynced(); });
}

void InformerHub::whenSynced(std::function<void()> action)
{
    m_waiting.push_back(std::move(action));
    onSynced();
}

void InformerHub::onSynced()
{
    if (!m_hasStarted || !hasSynced())
        return;
    for (const auto &action : std::exchange(m_waiting, {}))
        action();
}

} // namespace minato::client
