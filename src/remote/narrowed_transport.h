// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"

#include <functional>
#include <set>
#include <string>

namespace minato::remote {

/// Follows what a user may see: who is refused (403) a list over all namespaces is given that of one namespace, from
/// then on. What has no namespaces, as nodes, stays hidden.
///
/// Lifetime  `inner` must outlive this, and this its calls.
/// Threads   The inner transport's.
class NarrowedTransport : public api::KubeTransport {
public:
    /// Of the first refusal of each resource; `isHidden`: not even that of one namespace.
    using Observer = std::function<void(const std::string &resource, bool isHidden)>;

    NarrowedTransport(api::KubeTransport &inner, std::string ns, Observer observer)
        : m_inner(inner), m_ns(std::move(ns)), m_observer(std::move(observer))
    {
    }

    [[nodiscard]] api::CallPtr send(api::Request request, api::Reply reply) override;
    [[nodiscard]] api::CallPtr watch(api::Request request, api::EventSink sink) override;
    [[nodiscard]] api::CallPtr stream(api::Request request, api::ByteSink sink) override
    {
        return m_inner.stream(std::move(request), std::move(sink));
    }
    [[nodiscard]] const api::BackendClock &clock() const override { return m_inner.clock(); }
    [[nodiscard]] bool has(api::Capability capability) const override { return m_inner.has(capability); }

private:
    void narrow(api::Request &request) const;
    void onRefused(const kube::GroupVersionResource &resource, bool isNarrow);

    api::KubeTransport &m_inner;
    std::string m_ns;
    Observer m_observer;
    std::set<kube::GroupVersionResource> m_narrowed, m_hidden;
};

} // namespace minato::remote
