// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/asks.h"

#include "client/requests.h"
#include "kube/yaml.h"
#include "session/dry_run.h"
#include "session/kinds.h"

#include <algorithm>
#include <format>

namespace minato::session {
namespace {

client::Task<Answer> answer(api::KubeTransport &transport, GetYaml question)
{
    YamlAnswer result;
    const auto place = placeOf(question.object.kind);
    if (!place) {
        result.refusal = std::format("the server doesn't have a resource type \"{}\"", question.object.kind);
        co_return result;
    }
    const auto got = co_await client::send(
        transport, client::getRequest(place->resource, question.object.ns, question.object.name));
    if (!got)
        result.refusal = got.error().message;
    else
        result.yaml =
            kube::toYaml(question.withManagedFields ? got->object()->whole() : got->object()->root());
    co_return result;
}

client::Task<Answer> answer(api::KubeTransport &transport, DryRun question)
{
    DryRunAnswer result = co_await dryRun(transport, std::move(question.text));
    co_return Answer(std::move(result));
}

} // namespace

void Asks::ask(Ask ask)
{
    m_running.erase(ask.id);
    if (m_running.size() >= kMost)
        m_running.erase(m_running.begin());
    auto task = std::visit([this](auto question) { return answer(m_transport, std::move(question)); },
                           std::move(ask.question));
    m_running.emplace(ask.id, std::move(task)).first->second.start();
}

Answers Asks::take()
{
    Answers answers;
    for (auto &[id, task] : m_running) {
        if (task.isDone())
            answers.emplace(id, task.takeResult());
    }
    std::erase_if(m_running, [](const auto &entry) { return entry.second.isDone(); });
    return answers;
}

bool Asks::isIdle() const
{
    return std::ranges::all_of(m_running, [](const auto &entry) { return entry.second.isDone(); });
}

} // namespace minato::session
