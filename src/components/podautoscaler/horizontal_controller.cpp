// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/podautoscaler/horizontal_controller.h"

#include "client/requests.h"
#include "components/common/object_edit.h"

#include <algorithm>
#include <format>

namespace minato::components {
namespace {

using kube::Value;
using kube::resources::kHorizontalPodAutoscalers;
using kube::resources::kPods;

constexpr int kWorkers = 5;
constexpr int kTries = 5; ///< of a write that meets a conflict
constexpr const char *kComponent = "horizontal-pod-autoscaler";

/// The resource of what an autoscaler points at; nullopt for what cannot be scaled here.
const kube::GroupVersionResource *targetResource(const Value &reference)
{
    using namespace kube::resources;
    for (const auto &[kind, resource] :
         {std::pair("Deployment", &kDeployments), std::pair("ReplicaSet", &kReplicaSets),
          std::pair("StatefulSet", &kStatefulSets)}) {
        const auto apiVersion = reference["apiVersion"].asString();
        const auto group = apiVersion.substr(0, apiVersion.find('/'));
        if (reference["kind"].asString() == kind && group == resource->group)
            return resource;
    }
    return nullptr;
}

} // namespace

HorizontalController::HorizontalController(Context context, const api::MetricsSource *metrics)
    : m_context(std::move(context)),
      m_metrics(metrics),
      m_autoscalers(m_context.hub.informer(kHorizontalPodAutoscalers)),
      m_pods(m_context.hub.informer(kPods)),
      m_podsByNamespace(m_pods.addIndex(client::byNamespace)),
      m_events(m_context.forEvents(), m_context.timers, {kComponent, {}}),
      m_queue(m_context.timers, kWorkers, [this](std::string key) { return sync(std::move(key)); })
{
    m_autoscalers.addHandler([this](const auto &before, const auto &now) {
        const std::string key = kube::objectKey(now ? *now : *before);
        if (now)
            m_queue.addAfter(key, kSyncPeriod);
        else
            m_queue.add(key);
    });
    m_context.hub.whenSynced([this] { m_queue.start(); });
}

void HorizontalController::setCondition(Pass &pass, std::string_view type, bool isTrue,
                                        std::string_view reason, std::string_view message) const
{
    const std::string_view status = isTrue ? "True" : "False";
    auto &conditions = pass.status.edit("conditions").editItems();
    auto condition = std::ranges::find_if(
        conditions, [type](const Value &each) { return each["type"].asString() == type; });
    if (condition == conditions.end())
        condition = conditions.insert(condition, Value::map({{"type", type}}));
    if ((*condition)["status"].asString() != status)
        condition->set("lastTransitionTime", base::toRfc3339(m_context.timers.now()));
    condition->set("status", status);
    condition->set("reason", reason);
    condition->set("message", message);
}

client::Task<bool> HorizontalController::sync(std::string key)
{
    Pass pass;
    pass.autoscaler = m_autoscalers.cache().find(key);
    if (!pass.autoscaler) {
        m_histories.erase(key);
        m_selectors.erase(key);
        co_return true;
    }
    pass.key = key;
    pass.status = pass.autoscaler->status();
    co_await reconcile(pass);
    // As upstream: after a failure, too, the next look is due in one period.
    m_queue.addAfter(key, kSyncPeriod);
    co_return true;
}

client::Task<void> HorizontalController::reconcile(Pass &pass)
{
    const bool isFound = co_await findScale(pass);
    if (isFound) {
        const bool isDecided = decide(pass);
        bool isDone = isDecided;
        if (isDecided && pass.isRescaled)
            isDone = co_await rescale(pass);
        pass.status.set("desiredReplicas", isDone ? pass.desired : pass.status["desiredReplicas"].asInt());
        setCount(pass.status, "currentReplicas", pass.current);
        pass.status.set("currentMetrics", pass.metrics);
        if (isDone && pass.isRescaled)
            pass.status.set("lastScaleTime", base::toRfc3339(m_context.timers.now()));
    }
    co_await writeStatus(pass);
}

void HorizontalController::refuseScale(Pass &pass, std::string_view reason, const std::string &what,
                                       const std::string &why)
{
    m_events.warning(*pass.autoscaler, reason, why);
    setCondition(pass, "AbleToScale", false, reason, std::format("{}: {}", what, why));
}

client::Task<bool> HorizontalController::findScale(Pass &pass)
{
    const Value &reference = pass.autoscaler->spec()["scaleTargetRef"];
    const auto *resource = targetResource(reference);
    std::string refusal;
    if (!resource) {
        const auto apiVersion = reference["apiVersion"].asString();
        const auto slash = apiVersion.find('/');
        refusal = std::format("no matches for kind \"{}\" in group \"{}\"", reference["kind"].asString(),
                              slash == std::string_view::npos ? "" : apiVersion.substr(0, slash));
    } else {
        pass.resource = *resource;
        auto request = client::getRequest(*resource, pass.autoscaler->ns(), reference["name"].asString());
        request.subresource = "scale";
        const auto answer = co_await client::send(m_context.transport, std::move(request));
        if (answer)
            pass.scale = answer->object();
        else
            refusal = answer.error().message;
    }
    if (!pass.scale) {
        refuseScale(pass, "FailedGetScale", "the HPA controller was unable to get the target's current scale",
                    refusal);
        co_return false;
    }
    setCondition(pass, "AbleToScale", true, "SucceededGetScale",
                 "the HPA controller was able to get the target's current scale");
    pass.current = static_cast<std::int32_t>(pass.scale->spec()["replicas"].asInt());
    pass.min = static_cast<std::int32_t>(pass.autoscaler->spec()["minReplicas"].asInt(1));
    pass.max = static_cast<std::int32_t>(pass.autoscaler->spec()["maxReplicas"].asInt());
    auto &history = m_histories[pass.key];
    if (history.recommendations.empty())
        history.recommendations.push_back({pass.current, m_context.timers.now()});
    co_return true;
}

/// False: there is nothing to go by.
bool HorizontalController::decide(Pass &pass)
{
    if (pass.current == 0 && pass.min != 0) {
        setCondition(pass, "ScalingActive", false, "ScalingDisabled",
                     "scaling is disabled since the replica count of the target is zero");
        pass.desired = 0;
        return true;
    }
    if (pass.current <= pass.max && pass.current >= pass.min)
        return decideByMetrics(pass);
    const bool isAbove = pass.current > pass.max;
    pass.reason = isAbove ? "Current number of replicas above Spec.MaxReplicas"
                          : "Current number of replicas below Spec.MinReplicas";
    pass.desired = isAbove ? pass.max : pass.min;
    pass.isRescaled = true;
    return true;
}

bool HorizontalController::decideByMetrics(Pass &pass)
{
    const MetricsProposal proposal = propose(pass);
    if (proposal.replicas < 0) {
        m_events.warning(*pass.autoscaler, "FailedComputeMetricsReplicas", proposal.error);
        return false;
    }
    pass.desired = proposal.replicas;
    if (pass.desired > pass.current)
        pass.reason = std::format("{} above target", proposal.metric);
    else if (pass.desired < pass.current)
        pass.reason = "All metrics below target";
    normalise(pass);
    pass.isRescaled = pass.desired != pass.current;
    explain(pass, proposal.replicas);
    return true;
}

MetricsProposal HorizontalController::propose(Pass &pass)
{
    std::vector<kube::ObjectPtr> pods;
    if (!selectPods(pass, pods))
        return {.replicas = -1, .metric = {}, .readings = {}, .error = pass.reason};
    const ReplicaCalculator::Target target{
        pods, pass.current, tolerancesOf(pass.autoscaler->spec()["behavior"]), m_context.timers.now()};
    MetricsProposal proposal =
        proposeReplicas(pass.autoscaler->spec()["metrics"], pass.current, [&](const Value &spec) {
            return evaluateMetric(spec, pass.autoscaler->ns(), target, m_metrics);
        });
    pass.metrics = Value::emptyArray();
    for (const auto &reading : proposal.readings) {
        if (!reading)
            m_events.warning(*pass.autoscaler, reading.error().reason, reading.error().message);
        pass.metrics.push(reading ? reading->status : Value::map({{"type", ""}}));
    }
    const auto *failure = proposal.firstFailure(); // none without entries either
    const MetricFailure first = failure ? *failure : MetricFailure();
    if (proposal.replicas < 0)
        setCondition(pass, "ScalingActive", false, first.reason,
                     std::format("the HPA was unable to compute the replica count: {}", first.message));
    else
        setCondition(pass, "ScalingActive", true, "ValidMetricFound",
                     std::format("the HPA was able to successfully calculate a replica count from {}",
                                 proposal.metric));
    return proposal;
}

/// The Pods of the target. False, with the reason, when it has no selector or another autoscaler has them,
/// too.
bool HorizontalController::selectPods(Pass &pass, std::vector<kube::ObjectPtr> &pods)
{
    const auto text = pass.scale->status()["selector"].asString();
    const auto refuse = [&](std::string_view event, std::string_view reason, std::string_view condition,
                            std::string why) {
        m_events.warning(*pass.autoscaler, event, why);
        setCondition(pass, "ScalingActive", false, reason, condition.empty() ? why : condition);
        pass.reason = std::move(why);
        return false;
    };
    if (text.empty())
        return refuse("SelectorRequired", "InvalidSelector", "the HPA target's scale is missing a selector",
                      "selector is required");
    const auto selector = kube::LabelSelector::parse(text);
    if (!selector)
        return refuse(
            "InvalidSelector", "InvalidSelector", {},
            std::format("couldn't convert selector into a corresponding internal selector object: {}",
                        selector.error()));
    m_selectors[pass.key] = *selector;
    for (const auto &[key, pod] : m_pods.cache().bucket(m_podsByNamespace, pass.autoscaler->ns())) {
        if (selector->matches(pod->object->labels()))
            pods.push_back(pod->object);
    }
    if (const std::string keys = rivals(pass, pods); !keys.empty())
        return refuse("AmbiguousSelector", "AmbiguousSelector", {},
                      std::format("pods by selector {} are controlled by multiple HPAs: {}", text, keys));
    return true;
}

/// All autoscalers of these Pods, if they are several: "[{web default} {web2 default}]".
std::string HorizontalController::rivals(const Pass &pass, const std::vector<kube::ObjectPtr> &pods) const
{
    std::string text;
    int count = 0;
    for (const auto &[key, selector] : m_selectors) {
        const auto slash = key.find('/');
        const bool isOne = key.substr(0, slash) == pass.autoscaler->ns() &&
                           std::ranges::any_of(pods, [&selector](const kube::ObjectPtr &pod) {
                               return selector.matches(pod->labels());
                           });
        if (!isOne)
            continue;
        text +=
            std::format("{}{{{} {}}}", count++ == 0 ? "[" : " ", key.substr(slash + 1), key.substr(0, slash));
    }
    return count > 1 ? text + "]" : std::string();
}

void HorizontalController::normalise(Pass &pass)
{
    const auto now = m_context.timers.now();
    ScalingHistory &history = m_histories[pass.key];
    const Value &behavior = pass.autoscaler->spec()["behavior"];
    ScalingRequest request{pass.current, pass.desired, pass.min, pass.max};
    LimitedReplicas stabilized, limited;
    if (behavior.isNull()) {
        stabilized = {stabilize(history, pass.desired, kDownscaleWindow, now), "ScaleDownStabilized",
                      "recent recommendations were higher than current one, applying the highest recent "
                      "recommendation"};
        request.desired = stabilized.replicas;
        limited = limitByRules(request);
    } else {
        const auto rules = ScalingBehavior::fromValue(behavior, kDownscaleWindow);
        stabilized = stabilize(history, rules, request, now);
        request.desired = stabilized.replicas;
        limited = limitByRate(history, rules, request, now);
    }
    if (stabilized.replicas != pass.desired)
        setCondition(pass, "AbleToScale", true, stabilized.reason, stabilized.message);
    else
        setCondition(pass, "AbleToScale", true, "ReadyForNewScale", "recommended size matches current size");
    setCondition(pass, "ScalingLimited", limited.replicas != stabilized.replicas, limited.reason,
                 limited.message);
    pass.desired = limited.replicas;
}

client::Task<bool> HorizontalController::rescale(Pass &pass)
{
    std::string refusal;
    bool isWritten = false, isConflict = true;
    for (int i = 0; i < kTries && isConflict; ++i) {
        Value body = pass.scale->root();
        body.edit("spec").set("replicas", pass.desired);
        auto request = client::updateRequest(pass.resource, std::move(body), "scale");
        request.ns = pass.autoscaler->ns();
        request.name = pass.autoscaler->spec().at("scaleTargetRef", "name").asString();
        auto again = request;
        const auto answer = co_await client::send(m_context.transport, std::move(request));
        isWritten = answer.has_value();
        isConflict = !isWritten && answer.error().code == 409;
        if (isWritten)
            break;
        refusal = answer.error().message;
        again.verb = api::Verb::Get;
        again.body = {};
        const auto latest = co_await client::send(m_context.transport, std::move(again));
        if (latest)
            pass.scale = latest->object();
    }
    if (!isWritten) {
        m_events.warning(
            *pass.autoscaler, "FailedRescale",
            std::format("New size: {}; reason: {}; error: {}", pass.desired, pass.reason, refusal));
        setCondition(pass, "AbleToScale", false, "FailedUpdateScale",
                     std::format("the HPA controller was unable to update the target scale: {}", refusal));
        co_return false;
    }
    setCondition(pass, "AbleToScale", true, "SucceededRescale",
                 std::format("the HPA controller was able to update the target scale to {}", pass.desired));
    m_events.normal(*pass.autoscaler, "SuccessfulRescale",
                    std::format("New size: {}; reason: {}", pass.desired, pass.reason));
    const Value &behavior = pass.autoscaler->spec()["behavior"];
    if (!behavior.isNull())
        m_histories[pass.key].store(ScalingBehavior::fromValue(behavior, kDownscaleWindow), pass.current,
                                    pass.desired, m_context.timers.now());
    co_return true;
}

client::Task<void> HorizontalController::writeStatus(Pass &pass)
{
    if (pass.status == pass.autoscaler->status())
        co_return;
    Value body = pass.autoscaler->root();
    body.set("status", pass.status);
    const auto answer = co_await client::send(
        m_context.transport, client::updateRequest(kHorizontalPodAutoscalers, std::move(body), "status"));
    if (!answer)
        m_events.warning(*pass.autoscaler, "FailedUpdateStatus", answer.error().message);
}

void HorizontalController::explain(const Pass &pass, std::int32_t proposed) const
{
    if (!m_context.decide)
        return;
    m_context.decide({kComponent, "Autoscale", "horizontalpodautoscalers/" + pass.key,
                      [current = pass.current, desired = pass.desired, min = pass.min, max = pass.max,
                       proposed, reason = pass.reason, metrics = pass.metrics] {
                          return Value::map({{"currentReplicas", current},
                                             {"proposedReplicas", proposed},
                                             {"desiredReplicas", desired},
                                             {"minReplicas", min},
                                             {"maxReplicas", max},
                                             {"reason", reason},
                                             {"metrics", metrics}});
                      }});
}

} // namespace minato::components
