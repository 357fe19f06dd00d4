// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/asks.h"

#include "session/dry_run.h"
#include "session/manifest_types.h"

#include <algorithm>

namespace minato::session {
namespace {

client::Task<Answer> answer(api::KubeTransport &transport, DryRun question)
{
    DryRunAnswer result = co_await dryRun(transport, std::move(question.text));
    co_return Answer(std::move(result));
}

client::Task<Answer> answer(api::KubeTransport &transport, GetKinds)
{
    KindsAnswer result = co_await offeredKinds(transport);
    co_return Answer(std::move(result));
}

client::Task<Answer> answer(api::KubeTransport &transport, GetSchemas question)
{
    SchemasAnswer result = co_await schemasOf(transport, std::move(question.apiVersion));
    co_return Answer(std::move(result));
}

client::Task<Answer> completed(client::Task<shell::Completion> task)
{
    shell::Completion found = co_await std::move(task);
    co_return Answer(std::move(found));
}

client::Task<Answer> estimated(client::Task<EstimateAnswer> task)
{
    EstimateAnswer answer = co_await std::move(task);
    co_return Answer(std::move(answer));
}

} // namespace

template <class Question>
client::Task<Answer> Asks::answerTo(Question question)
{
    if constexpr (std::is_same_v<Question, CompleteLine>)
        return completed(m_shellOf(question.tab).complete(std::move(question.text)));
    else if constexpr (std::is_same_v<Question, GetEstimate>)
        return estimated(m_estimator.estimate(std::move(question.object)));
    else
        return answer(m_transport, std::move(question));
}

void Asks::ask(Ask ask)
{
    m_running.erase(ask.id);
    if (m_running.size() >= kMost)
        m_running.erase(m_running.begin());
    const auto *line = std::get_if<CompleteLine>(&ask.question);
    const auto tab = line ? std::optional(line->tab) : std::nullopt;
    auto task =
        std::visit([this](auto question) { return answerTo(std::move(question)); }, std::move(ask.question));
    m_running.emplace(ask.id, Running{std::move(task), tab}).first->second.task.start();
}

Answers Asks::take()
{
    Answers answers;
    for (auto &[id, running] : m_running) {
        if (running.task.isDone())
            answers.emplace(id, running.task.takeResult());
    }
    std::erase_if(m_running, [](const auto &entry) { return entry.second.task.isDone(); });
    return answers;
}

void Asks::cancelTab(int tab)
{
    std::erase_if(m_running, [tab](const auto &entry) { return entry.second.tab == tab; });
}

bool Asks::isIdle() const
{
    return std::ranges::all_of(m_running, [](const auto &entry) { return entry.second.task.isDone(); });
}

} // namespace minato::session
