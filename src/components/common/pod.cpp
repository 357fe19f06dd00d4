// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/common/pod.h"

#include "kube/quantity.h"

#include <algorithm>
#include <chrono>

namespace minato::components {
namespace {

constexpr std::int64_t kDefaultMilliCpu = 100;
constexpr std::int64_t kDefaultMemory = 200LL * 1024 * 1024;
const kube::Value kNone{};

PodRequests containerRequests(const kube::Value &container)
{
    const auto &requests = container.at("resources", "requests");
    PodRequests result;
    result.milliCpu = quantityMilli(requests["cpu"]);
    result.memory = quantityValue(requests["memory"]);
    result.ephemeralStorage = quantityValue(requests["ephemeral-storage"]);
    result.nonZeroMilliCpu = requests.contains("cpu") ? result.milliCpu : kDefaultMilliCpu;
    result.nonZeroMemory = requests.contains("memory") ? result.memory : kDefaultMemory;
    for (const kube::Member &member : requests.members()) {
        if (isScalarResource(member.key()))
            result.scalars.emplace_back(member.key(), quantityValue(member.value));
    }
    return result;
}

template <class Combine>
void combine(PodRequests &into, const PodRequests &other, Combine op)
{
    into.milliCpu = op(into.milliCpu, other.milliCpu);
    into.memory = op(into.memory, other.memory);
    into.ephemeralStorage = op(into.ephemeralStorage, other.ephemeralStorage);
    into.nonZeroMilliCpu = op(into.nonZeroMilliCpu, other.nonZeroMilliCpu);
    into.nonZeroMemory = op(into.nonZeroMemory, other.nonZeroMemory);
    for (const auto &[name, amount] : other.scalars) {
        const std::int64_t had = into.scalar(name);
        into.addScalar(name, op(had, amount) - had);
    }
}

/// What the Pod as a whole asks for counts instead of what its containers ask for.
void applyPodLevel(PodRequests &sum, const kube::Value &requests)
{
    if (requests.contains("cpu"))
        sum.milliCpu = sum.nonZeroMilliCpu = quantityMilli(requests["cpu"]);
    if (requests.contains("memory"))
        sum.memory = sum.nonZeroMemory = quantityValue(requests["memory"]);
    for (const kube::Member &member : requests.members()) {
        if (member.key().starts_with("hugepages-"))
            sum.addScalar(member.key(), quantityValue(member.value) - sum.scalar(member.key()));
    }
}

void addOverhead(PodRequests &sum, const kube::Value &overhead)
{
    sum.milliCpu += quantityMilli(overhead["cpu"]);
    sum.memory += quantityValue(overhead["memory"]);
    sum.ephemeralStorage += quantityValue(overhead["ephemeral-storage"]);
    sum.nonZeroMilliCpu += quantityMilli(overhead["cpu"]);
    sum.nonZeroMemory += quantityValue(overhead["memory"]);
}

constexpr auto kSum = [](std::int64_t a, std::int64_t b) { return a + b; };
constexpr auto kMax = [](std::int64_t a, std::int64_t b) { return std::max(a, b); };

PodRequests containersRequests(const kube::Value &podSpec)
{
    PodRequests sum;
    for (const kube::Value &container : podSpec["containers"].items())
        combine(sum, containerRequests(container), kSum);
    // Init containers run one after the other, before the others; sidecars (restartPolicy Always) stay.
    PodRequests sidecars, largestInit;
    for (const kube::Value &container : podSpec["initContainers"].items()) {
        PodRequests mine = containerRequests(container);
        const bool isSidecar = container["restartPolicy"].asString() == "Always";
        if (isSidecar)
            combine(sum, mine, kSum);
        combine(mine, sidecars, kSum);
        if (isSidecar)
            sidecars = mine;
        combine(largestInit, mine, kMax);
    }
    combine(sum, largestInit, kMax);
    return sum;
}

} // namespace

const kube::Value &findCondition(const kube::Value &conditions, std::string_view type)
{
    for (const kube::Value &condition : conditions.items()) {
        if (condition["type"].asString() == type)
            return condition;
    }
    return kNone;
}

std::string_view podPhase(const kube::Object &pod)
{
    return pod.status()["phase"].asString();
}

bool isPodTerminal(const kube::Object &pod)
{
    const auto phase = podPhase(pod);
    return phase == "Succeeded" || phase == "Failed";
}

bool isPodActive(const kube::Object &pod)
{
    return !pod.isTerminating() && !isPodTerminal(pod);
}

bool isPodReady(const kube::Object &pod)
{
    return findCondition(pod.status()["conditions"], "Ready")["status"].asString() == "True";
}

std::optional<base::Instant> podReadyTransition(const kube::Object &pod)
{
    return base::parseRfc3339(
        findCondition(pod.status()["conditions"], "Ready")["lastTransitionTime"].asString());
}

bool isPodAvailable(const kube::Object &pod, std::int64_t minReadySeconds, base::Instant now)
{
    if (!isPodReady(pod))
        return false;
    if (minReadySeconds == 0)
        return true;
    const auto since = podReadyTransition(pod);
    return since && *since + std::chrono::seconds(minReadySeconds) <= now;
}

std::optional<base::Duration> nextAvailabilityCheck(const kube::Object &pod, std::int64_t minReadySeconds,
                                                    base::Instant now)
{
    if (minReadySeconds <= 0 || !isPodReady(pod))
        return std::nullopt;
    const auto since = podReadyTransition(pod);
    if (!since)
        return std::nullopt;
    const base::Duration left = *since + std::chrono::seconds(minReadySeconds) - now;
    return left > base::Duration::zero() ? std::optional(left) : std::nullopt;
}

bool isScalarResource(std::string_view name)
{
    return name.contains('/') || name.starts_with("hugepages-") || name.starts_with("attachable-volumes-");
}

std::int64_t PodRequests::scalar(std::string_view name) const
{
    const auto it =
        std::ranges::lower_bound(scalars, name, {}, [](const auto &s) { return std::string_view(s.first); });
    return it != scalars.end() && it->first == name ? it->second : 0;
}

void PodRequests::addScalar(std::string_view name, std::int64_t amount)
{
    const auto it =
        std::ranges::lower_bound(scalars, name, {}, [](const auto &s) { return std::string_view(s.first); });
    if (it != scalars.end() && it->first == name)
        it->second += amount;
    else
        scalars.insert(it, {std::string(name), amount});
}

PodRequests podRequests(const kube::Value &podSpec)
{
    PodRequests sum = containersRequests(podSpec);
    const auto &whole = podSpec.at("resources", "requests");
    applyPodLevel(sum, whole);
    addOverhead(sum, podSpec["overhead"]);
    // Where the Pod as a whole asks for something, a container that says nothing gets no assumed share.
    if (!whole.isEmpty() && sum.milliCpu != 0)
        sum.nonZeroMilliCpu = sum.milliCpu;
    if (!whole.isEmpty() && sum.memory != 0)
        sum.nonZeroMemory = sum.memory;
    return sum;
}

PodRequests containerSumRequests(const kube::Value &podSpec)
{
    PodRequests sum = containersRequests(podSpec);
    addOverhead(sum, podSpec["overhead"]);
    return sum;
}

std::int64_t quantityValue(const kube::Value &quantity)
{
    if (quantity.isNumber())
        return quantity.asInt();
    const auto parsed = kube::Quantity::parse(quantity.asString());
    return parsed ? parsed->value() : 0;
}

std::int64_t quantityMilli(const kube::Value &quantity)
{
    if (quantity.isInt())
        return quantity.asInt() * 1000;
    const auto parsed = kube::Quantity::parse(quantity.asString());
    return parsed ? parsed->milliValue() : 0;
}

std::string imageWithTag(std::string_view image)
{
    const auto slash = image.rfind('/');
    const auto name = slash == std::string_view::npos ? image : image.substr(slash + 1);
    const bool isTagged = name.find_first_of(":@") != std::string_view::npos;
    return std::string(image) + (isTagged ? "" : ":latest");
}

} // namespace minato::components
