// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/narrowed_transport.h"

#include <algorithm>
#include <array>

namespace minato::remote {
namespace {

constexpr int kForbidden = 403;

bool isOfCluster(const kube::GroupVersionResource &resource)
{
    constexpr std::array<std::string_view, 4> kOfCluster{"namespaces", "nodes", "persistentvolumes",
                                                         "storageclasses"};
    return std::ranges::contains(kOfCluster, resource.resource);
}

} // namespace

void NarrowedTransport::narrow(api::Request &request) const
{
    if (request.ns.empty() && m_narrowed.contains(request.resource))
        request.ns = m_ns;
}

void NarrowedTransport::onRefused(const kube::GroupVersionResource &resource, bool isNarrow)
{
    const bool isHidden = isNarrow || isOfCluster(resource);
    auto &known = isHidden ? m_hidden : m_narrowed;
    if (known.insert(resource).second)
        m_observer(resource.resource, isHidden);
}

api::CallPtr NarrowedTransport::send(api::Request request, api::Reply reply)
{
    if (request.verb != api::Verb::List)
        return m_inner.send(std::move(request), std::move(reply));
    narrow(request);
    auto resource = request.resource;
    const bool isNarrow = !request.ns.empty();
    return m_inner.send(std::move(request), [this, resource = std::move(resource), isNarrow,
                                             reply = std::move(reply)](auto answer) mutable {
        if (!answer && answer.error().code == kForbidden)
            onRefused(resource, isNarrow);
        reply(std::move(answer));
    });
}

api::CallPtr NarrowedTransport::watch(api::Request request, api::EventSink sink)
{
    narrow(request);
    return m_inner.watch(std::move(request), std::move(sink));
}

} // namespace minato::remote
