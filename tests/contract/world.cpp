// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/world.h"

#include <optional>

namespace minato::tests {

api::Result<api::Response> await(ContractWorld &world, api::Request request)
{
    std::optional<api::Result<api::Response>> answer;
    const auto call =
        world.transport().send(std::move(request), [&answer](api::Result<api::Response> response) {
            answer.emplace(std::move(response));
        });
    if (world.pumpUntil([&answer] { return answer.has_value(); }))
        return std::move(*answer);
    kube::Status status;
    status.code = 0;
    status.message = "the request was not answered";
    return std::unexpected(std::move(status));
}

Watching::Watching(ContractWorld &world, api::Request request) : m_world(world)
{
    request.verb = api::Verb::List;
    m_call =
        world.transport().watch(std::move(request), [this](api::Result<std::vector<api::WatchEvent>> batch) {
            if (!batch) {
                m_error = batch.error();
                m_ended = true;
                return;
            }
            m_ended = batch->empty();
            m_events.insert(m_events.end(), batch->begin(), batch->end());
        });
}

bool Watching::waitFor(std::size_t count)
{
    return m_world.pumpUntil([this, count] { return m_events.size() >= count || m_ended; }) &&
           m_events.size() >= count;
}

bool Watching::waitForEnd()
{
    return m_world.pumpUntil([this] { return m_ended; });
}

std::vector<std::string> Watching::lines() const
{
    using Type = api::WatchEvent::Type;
    std::vector<std::string> all;
    for (const auto &event : m_events) {
        const std::string name(event.object->name());
        all.push_back(event.type == Type::Added      ? "ADDED " + name
                      : event.type == Type::Modified ? "MODIFIED " + name
                      : event.type == Type::Deleted  ? "DELETED " + name
                                                     : "BOOKMARK");
    }
    return all;
}

} // namespace minato::tests
