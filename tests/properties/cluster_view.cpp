// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "properties/cluster_view.h"

#include "client/requests.h"

#include <algorithm>
#include <charconv>
#include <format>

namespace minato::tests {
namespace {

std::uint64_t versionOf(const kube::Object &object)
{
    const auto text = object.resourceVersion();
    std::uint64_t version = 0;
    std::from_chars(text.data(), text.data() + text.size(), version);
    return version;
}

} // namespace

ClusterView::ClusterView(api::KubeTransport &transport,
                         const std::vector<kube::GroupVersionResource> &resources, Handler handler,
                         Complain complain)
    : m_clock(transport.clock()), m_handler(std::move(handler)), m_complain(std::move(complain))
{
    for (const auto &resource : resources) {
        auto &followed = m_followed[resource.groupResource()];
        followed.resource = resource;
        auto request = client::listRequest(resource);
        request.query["resourceVersion"] = "0";
        followed.watch = transport.watch(std::move(request), [this, &followed](auto events) {
            if (!events || events->empty()) {
                m_complain(std::format("the watch of {} ended", followed.resource.groupResource()));
                return;
            }
            for (const api::WatchEvent &event : *events)
                receive(followed, event);
        });
    }
}

void ClusterView::receive(Followed &followed, const api::WatchEvent &event)
{
    using Type = api::WatchEvent::Type;
    const auto version = versionOf(*event.object);
    // What is there at first comes in any order.
    if (event.type != Type::Added && version <= followed.version)
        m_complain(std::format("resourceVersion {} of {} after {}", version,
                               followed.resource.groupResource(), followed.version));
    followed.version = std::max(followed.version, version);
    if (event.type != Type::Bookmark)
        m_waiting.emplace(version, Waiting{&followed, event, m_clock.now()});
}

void ClusterView::catchUp(base::Duration patience)
{
    auto end = m_waiting.begin();
    for (auto it = m_waiting.begin(); it != m_waiting.end(); ++it) {
        if (it->second.arrived <= m_clock.now() - patience)
            end = std::next(it);
    }
    while (m_waiting.begin() != end) {
        const auto node = m_waiting.extract(m_waiting.begin());
        m_eventTime = node.mapped().arrived;
        apply(*node.mapped().followed, node.mapped().event);
    }
}

void ClusterView::apply(Followed &followed, const api::WatchEvent &event)
{
    using Type = api::WatchEvent::Type;
    const std::string key = kube::objectKey(*event.object);
    const auto known = followed.objects.find(key);
    const kube::ObjectPtr before = known == followed.objects.end() ? nullptr : known->second;
    if ((event.type == Type::Added) == (before != nullptr))
        m_complain(std::format("{} {} came as {}", followed.resource.groupResource(), key,
                               before ? "added twice" : "changed or deleted without having been added"));
    if (event.type == Type::Deleted)
        followed.objects.erase(key);
    else
        followed.objects[key] = event.object;
    m_handler(followed.resource, before, event.type == Type::Deleted ? nullptr : event.object);
}

const ClusterView::Objects &ClusterView::objects(const kube::GroupVersionResource &resource) const
{
    return m_followed.find(resource.groupResource())->second.objects;
}

kube::ObjectPtr ClusterView::find(const kube::GroupVersionResource &resource, std::string_view key) const
{
    const auto &all = objects(resource);
    const auto it = all.find(key);
    return it == all.end() ? nullptr : it->second;
}

std::vector<kube::GroupVersionResource> ClusterView::resources() const
{
    std::vector<kube::GroupVersionResource> list;
    for (const auto &[name, followed] : m_followed)
        list.push_back(followed.resource);
    return list;
}

} // namespace minato::tests
