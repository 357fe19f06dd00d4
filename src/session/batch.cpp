// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/batch.h"

#include <algorithm>
#include <iterator>
#include <string_view>
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

bool isOutput(const TerminalChunk &chunk)
{
    return chunk.kind == TerminalChunk::Kind::Out || chunk.kind == TerminalChunk::Kind::Err;
}

std::size_t linesIn(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

/// Where the end of a text begins that fits: at the start of a line where there is one.
std::size_t endThatFits(std::string_view text, std::size_t bytes, std::size_t lines)
{
    std::size_t from = text.size() - std::min(bytes, text.size());
    const auto toNextLine = [&] { from = std::min(text.find('\n', from), text.size() - 1) + 1; };
    if (from > 0 && from < text.size() && text.find('\n', from) != std::string_view::npos)
        toNextLine();
    for (std::size_t excess = linesIn(text.substr(from)); excess > lines; --excess)
        toNextLine();
    return from;
}

/// What was emptied goes, and the next output of its tab says how much is missing.
void closeGaps(std::vector<TerminalChunk> &chunks)
{
    std::map<int, TerminalChunk> gaps;
    std::vector<TerminalChunk> kept;
    for (TerminalChunk &chunk : chunks) {
        if (isOutput(chunk) && chunk.text.empty()) {
            const auto [gap, isNew] = gaps.try_emplace(chunk.tab, chunk);
            if (!isNew)
                gap->second.dropped += chunk.dropped;
            continue;
        }
        if (const auto gap = gaps.find(chunk.tab); gap != gaps.end() && isOutput(chunk)) {
            chunk.dropped += gap->second.dropped;
            gaps.erase(gap);
        }
        kept.push_back(std::move(chunk));
    }
    for (auto &[tab, gap] : gaps)
        if (gap.dropped > 0)
            kept.push_back(std::move(gap));
    chunks = std::move(kept);
}

} // namespace

std::size_t trimOutput(std::vector<TerminalChunk> &chunks)
{
    std::size_t bytes = 0, lines = 0;
    bool isTooMuch = false;
    for (auto chunk = chunks.rbegin(); chunk != chunks.rend(); ++chunk) {
        if (!isOutput(*chunk))
            continue;
        const std::size_t from =
            endThatFits(chunk->text, Batch::kMaxTerminalBytes - bytes, Batch::kMaxTerminalLines - lines);
        if (from > 0) {
            chunk->dropped += linesIn(std::string_view(chunk->text).substr(0, from));
            chunk->text.erase(0, from);
            isTooMuch = true;
        }
        bytes += chunk->text.size();
        lines += linesIn(chunk->text);
    }
    if (isTooMuch)
        closeGaps(chunks);
    return bytes;
}

bool Batch::isEmpty() const
{
    return nodes.empty() && pods.empty() && deployments.empty() && replicaSets.empty() && services.empty() &&
           events.empty() && nodeUsage.empty() && podUsage.empty() && routes.empty() && routeCounts.empty() &&
           traffic.empty() && !load && replicas.empty() && terminal.empty() && !clock && !lesson && !served &&
           edits.empty() && !connection && !comparison && problems.empty() && answers.empty() && !inspected &&
           story.empty();
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
    if (later.comparison)
        comparison = std::move(later.comparison);
    appendBounded(edits, std::move(later.edits), 256);
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
