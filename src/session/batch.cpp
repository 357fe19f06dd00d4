// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/batch.h"

#include <iterator>
#include <utility>

namespace minato::session {
namespace {

template <class T>
void mergeChanges(Changes<T> &into, Changes<T> &&later)
{
    later.swap(into); // the later entries win: std::map::merge keeps what is there already
    into.merge(later);
}

template <class T>
void appendBounded(std::vector<T> &into, std::vector<T> &&later, std::size_t limit)
{
    into.insert(into.end(), std::make_move_iterator(later.begin()), std::make_move_iterator(later.end()));
    if (into.size() > limit)
        into.erase(into.begin(), into.end() - static_cast<std::ptrdiff_t>(limit));
}

/// Drops old output, never the marks of where a command began and ended.
void trimOutput(std::vector<TerminalChunk> &chunks)
{
    std::size_t bytes = 0;
    for (auto chunk = chunks.rbegin(); chunk != chunks.rend(); ++chunk) {
        bytes += chunk->text.size();
        if (bytes > Batch::kMaxTerminalBytes && chunk->kind != TerminalChunk::Kind::Entered)
            chunk->text.clear();
    }
    std::erase_if(chunks, [](const TerminalChunk &chunk) {
        return chunk.text.empty() &&
               (chunk.kind == TerminalChunk::Kind::Out || chunk.kind == TerminalChunk::Kind::Err);
    });
}

} // namespace

bool Batch::isEmpty() const
{
    return nodes.empty() && pods.empty() && deployments.empty() && replicaSets.empty() && services.empty() &&
           events.empty() && nodeUsage.empty() && podUsage.empty() && routes.empty() && routeCounts.empty() &&
           traffic.empty() && !load && replicas.empty() && terminal.empty() && !clock && !lesson && !served &&
           !connection && problems.empty() && answers.empty() && !inspected && story.empty();
}

void Batch::count(const RouteEvent &route, std::string podName)
{
    auto &entry = routeCounts[route.service + '/' + route.podUid];
    entry.service = route.service;
    entry.podUid = route.podUid;
    entry.podName = std::move(podName);
    ++(route.isAnswered ? entry.answered : entry.failed);
}

void Batch::merge(Batch &&later)
{
    mergeChanges(nodes, std::move(later.nodes));
    mergeChanges(pods, std::move(later.pods));
    mergeChanges(deployments, std::move(later.deployments));
    mergeChanges(replicaSets, std::move(later.replicaSets));
    mergeChanges(services, std::move(later.services));
    mergeChanges(events, std::move(later.events));
    mergeChanges(nodeUsage, std::move(later.nodeUsage));
    mergeChanges(podUsage, std::move(later.podUsage));
    appendBounded(routes, std::move(later.routes), kMaxRoutes);
    for (auto &[key, more] : later.routeCounts) {
        const auto [entry, isNew] = routeCounts.try_emplace(key, more);
        if (!isNew) {
            entry->second.answered += more.answered;
            entry->second.failed += more.failed;
        }
    }
    for (auto &[service, state] : later.traffic) {
        const auto [entry, isNew] = traffic.try_emplace(service, state);
        if (!isNew)
            entry->second.merge(std::move(state));
    }
    if (later.load)
        load = std::move(later.load);
    appendBounded(replicas, std::move(later.replicas), kMaxReplicas);
    appendBounded(terminal, std::move(later.terminal), std::size_t{1} << 16);
    trimOutput(terminal);
    if (later.clock)
        clock = later.clock;
    if (later.lesson)
        lesson = std::move(later.lesson);
    if (later.served)
        served = std::move(later.served);
    if (later.connection)
        connection = std::move(later.connection);
    appendBounded(problems, std::move(later.problems), 16);
    for (auto &[id, answer] : later.answers)
        answers.insert_or_assign(id, std::move(answer));
    while (answers.size() > kMaxAnswers)
        answers.erase(answers.begin());
    if (later.inspected)
        inspected = std::move(later.inspected);
    appendBounded(story, std::move(later.story), kMaxFacts);
}

} // namespace minato::session
