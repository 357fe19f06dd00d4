// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/cache.h"
#include "client/reflector.h"

#include <functional>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace minato::client {

/// A cache that follows a collection and tells what changes.
///
/// Mirrors   client-go tools/cache SharedInformer
/// Differs   No resync period: nothing here gets lost that a resync would find.
/// Lifetime  Handlers must outlive the informer, or the hub must go first.
class Informer : private Reflector::Sink {
public:
    /// `before` is null for a new object, `now` for a deleted one.
    using Handler = std::function<void(const kube::ObjectPtr &before, const kube::ObjectPtr &now)>;

    Informer(api::KubeTransport &transport, api::Timers &timers, kube::GroupVersionResource resource,
             Scope scope);

    void start() { m_reflector.start(); }
    [[nodiscard]] bool hasSynced() const { return m_hasSynced; }
    [[nodiscard]] const Cache &cache() const { return m_cache; }
    Cache::IndexId addIndex(Cache::IndexBy by) { return m_cache.addIndex(std::move(by)); }
    /// Called in the order of adding, after the cache has changed. What is there already is told at once.
    void addHandler(Handler handler);
    void setOnSynced(std::function<void()> onSynced) { m_onSynced = std::move(onSynced); }

private:
    void replace(const std::vector<kube::ObjectPtr> &items) override;
    void apply(const api::WatchEvent &event) override;
    void change(std::string_view key, kube::ObjectPtr now);

    Cache m_cache;
    std::vector<Handler> m_handlers;
    std::function<void()> m_onSynced;
    bool m_hasSynced = false;
    Reflector m_reflector;
};

/// One watch for each resource and scope, however many parts of a program look at it.
///
/// Mirrors   client-go informers.SharedInformerFactory
class InformerHub {
public:
    InformerHub(api::KubeTransport &transport, api::Timers &timers) : m_transport(transport), m_timers(timers)
    {
    }

    /// The informer for this resource and scope; starts at once when the hub has started.
    [[nodiscard]] Informer &informer(const kube::GroupVersionResource &resource, const Scope &scope = {});
    void start();
    [[nodiscard]] bool hasSynced() const;
    /// Calls once when all informers that are there by then have their first list; perhaps at once.
    void whenSynced(std::function<void()> action);

private:
    void onSynced();

    api::KubeTransport &m_transport;
    api::Timers &m_timers;
    bool m_hasStarted = false;
    std::vector<std::function<void()>> m_waiting;
    std::map<std::pair<kube::GroupVersionResource, Scope>, std::unique_ptr<Informer>> m_informers;
};

} // namespace minato::client
