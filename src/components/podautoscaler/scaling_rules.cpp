// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/podautoscaler/scaling_rules.h"

#include "kube/quantity.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

namespace minato::components {
namespace {

constexpr LimitedReplicas kWithinRange{0, "DesiredWithinRange",
                                       "the desired count is within the acceptable range"};
constexpr LimitedReplicas kTooFast{
    0, "ScaleUpLimit", "the desired replica count is increasing faster than the maximum scale rate"};
constexpr LimitedReplicas kTooFastDown{
    0, "ScaleDownLimit", "the desired replica count is decreasing faster than the maximum scale rate"};
constexpr LimitedReplicas kTooMany{0, "TooManyReplicas",
                                   "the desired replica count is more than the maximum replica count"};
constexpr LimitedReplicas kTooFew{0, "TooFewReplicas",
                                  "the desired replica count is less than the minimum replica count"};

LimitedReplicas at(std::int32_t replicas, LimitedReplicas limit)
{
    limit.replicas = replicas;
    return limit;
}

ScalingRules rulesFrom(const kube::Value &value)
{
    ScalingRules rules;
    rules.window = std::chrono::seconds(value["stabilizationWindowSeconds"].asInt());
    const auto select = value["selectPolicy"].asString("Max");
    rules.select = select == "Disabled" ? ScalingRules::Select::Disabled
                   : select == "Min"    ? ScalingRules::Select::Min
                                        : ScalingRules::Select::Max;
    for (const kube::Value &policy : value["policies"].items())
        rules.policies.push_back({policy["type"].asString() == "Percent",
                                  static_cast<std::int32_t>(policy["value"].asInt()),
                                  std::chrono::seconds(policy["periodSeconds"].asInt())});
    if (const auto tolerance = kube::Quantity::fromValue(value["tolerance"]);
        !value["tolerance"].isNull() && tolerance)
        rules.tolerance = static_cast<double>(tolerance->milliValue()) / 1000;
    return rules;
}

std::int32_t changeWithin(const std::vector<ScalingHistory::Event> &events, base::Duration period,
                          base::Instant now)
{
    std::int32_t sum = 0;
    for (const auto &event : events)
        sum += event.at > now - period ? event.change : 0;
    return sum;
}

/// How far the policies let the count go, seen from where each of their periods began.
std::int32_t rateLimit(const ScalingHistory &history, const ScalingRules &rules, std::int32_t current,
                       bool isUp, base::Instant now)
{
    if (rules.select == ScalingRules::Select::Disabled)
        return current;
    // The biggest change is the highest count upwards and the lowest downwards.
    const bool wantsHighest = isUp == (rules.select == ScalingRules::Select::Max);
    using Limits = std::numeric_limits<std::int32_t>;
    std::int32_t result = wantsHighest ? Limits::min() : Limits::max();
    for (const auto &policy : rules.policies) {
        const auto start = current - changeWithin(history.ups, policy.period, now) +
                           changeWithin(history.downs, policy.period, now);
        const double share = policy.value / 100.0;
        std::int32_t proposed = isUp ? start + policy.value : start - policy.value;
        if (policy.isPercent)
            proposed = isUp ? static_cast<std::int32_t>(std::ceil(start * (1 + share)))
                            : static_cast<std::int32_t>(start * (1 - share));
        result = wantsHighest ? std::max(result, proposed) : std::min(result, proposed);
    }
    return result;
}

} // namespace

base::Duration ScalingRules::longestPeriod() const
{
    base::Duration longest{};
    for (const Policy &policy : policies)
        longest = std::max(longest, policy.period);
    return longest;
}

ScalingBehavior ScalingBehavior::fromValue(const kube::Value &behavior, base::Duration defaultDownWindow)
{
    ScalingBehavior result{rulesFrom(behavior["scaleUp"]), rulesFrom(behavior["scaleDown"])};
    if (behavior.at("scaleDown", "stabilizationWindowSeconds").isNull())
        result.down.window = defaultDownWindow;
    return result;
}

Tolerances tolerancesOf(const kube::Value &behavior)
{
    const auto rules = ScalingBehavior::fromValue(behavior, kDownscaleWindow);
    const Tolerances usual;
    return {rules.up.tolerance.value_or(usual.scaleUp), rules.down.tolerance.value_or(usual.scaleDown)};
}

void ScalingHistory::store(const ScalingBehavior &behavior, std::int32_t before, std::int32_t after,
                           base::Instant now)
{
    const bool isUp = after > before;
    auto &events = isUp ? ups : downs;
    const auto cutoff = now - (isUp ? behavior.up : behavior.down).longestPeriod();
    Event *place = nullptr;
    for (Event &event : events) {
        event.isOutdated = event.isOutdated || event.at < cutoff;
        if (event.isOutdated)
            place = &event;
    }
    const Event event{isUp ? after - before : before - after, now, false};
    if (place)
        *place = event;
    else
        events.push_back(event);
}

std::int32_t stabilize(ScalingHistory &history, std::int32_t desired, base::Duration window,
                       base::Instant now)
{
    std::int32_t highest = desired;
    ScalingHistory::Recommendation *old = nullptr;
    for (auto &each : history.recommendations) {
        if (each.at < now - window)
            old = &each;
        else
            highest = std::max(highest, each.replicas);
    }
    if (old)
        *old = {desired, now};
    else
        history.recommendations.push_back({desired, now});
    return highest;
}

LimitedReplicas limitByRules(const ScalingRequest &request)
{
    constexpr std::int32_t kFactor = 2, kLeast = 4;
    const auto upLimit = std::max(kFactor * request.current, kLeast);
    if (request.desired < request.min)
        return at(request.min, kTooFew);
    const auto most = std::min(request.max, upLimit);
    if (request.desired > most)
        return at(most, request.max > upLimit ? kTooFast : kTooMany);
    return at(request.desired, kWithinRange);
}

LimitedReplicas stabilize(ScalingHistory &history, const ScalingBehavior &behavior,
                          const ScalingRequest &request, base::Instant now)
{
    std::int32_t up = request.desired, down = request.desired;
    const auto upCutoff = now - behavior.up.window, downCutoff = now - behavior.down.window;
    ScalingHistory::Recommendation *old = nullptr;
    for (auto &each : history.recommendations) {
        if (each.at > upCutoff)
            up = std::min(up, each.replicas);
        if (each.at > downCutoff)
            down = std::max(down, each.replicas);
        if (each.at < upCutoff && each.at < downCutoff)
            old = &each;
    }
    const auto result = std::min(std::max(request.current, up), down);
    if (old)
        *old = {request.desired, now};
    else
        history.recommendations.push_back({request.desired, now});
    if (request.desired >= request.current)
        return {
            result, "ScaleUpStabilized",
            "recent recommendations were lower than current one, applying the lowest recent recommendation"};
    return {result, "ScaleDownStabilized",
            "recent recommendations were higher than current one, applying the highest recent "
            "recommendation"};
}

LimitedReplicas limitByRate(const ScalingHistory &history, const ScalingBehavior &behavior,
                            const ScalingRequest &request, base::Instant now)
{
    if (request.desired > request.current) {
        const auto limit =
            std::max(request.current, rateLimit(history, behavior.up, request.current, true, now));
        const auto most = std::min(request.max, limit);
        if (request.desired > most)
            return at(most, request.max > limit ? kTooFast : kTooMany);
    } else if (request.desired < request.current) {
        const auto limit =
            std::min(request.current, rateLimit(history, behavior.down, request.current, false, now));
        const auto least = std::max(request.min, limit);
        if (request.desired < least)
            return at(least, request.min < limit ? kTooFastDown : kTooFew);
    }
    return at(request.desired, kWithinRange);
}

} // namespace minato::components
