// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What each plugin says about a cluster is what Kubernetes' own plugin says (tests/components/scheduler_peer). The
// tables: scheduler_upstream.json has the clusters of upstream's unit tests (rows bear the names of those
// tests), scheduler_random.json clusters from dice.
#include "components/scheduler_case.h"

#include <map>
#include <set>

using namespace minato;
using namespace minato::components::scheduling;
using namespace minato::tests;

namespace {

const auto kNow = *base::parseRfc3339("2026-01-05T12:00:00Z");

std::string describe(const Rejection &rejection)
{
    auto reasons = rejection.reasons;
    std::ranges::sort(reasons);
    std::string text = rejection.isResolvable ? "resolvable" : "unresolvable";
    for (const std::string &reason : reasons)
        text += "; " + reason;
    return reasons.empty() ? "fits" : text;
}

std::string describe(const kube::Value &verdict)
{
    if (verdict.isNull())
        return "fits";
    Rejection rejection;
    rejection.isResolvable = verdict["resolvable"].asBool();
    for (const kube::Value &reason : verdict["reasons"].items())
        rejection.reasons.emplace_back(reason.asString());
    return describe(rejection);
}

std::vector<std::string> texts(const kube::Value &list)
{
    std::vector<std::string> result;
    for (const kube::Value &item : list.items())
        result.emplace_back(item.asString());
    return result;
}

ClusterEvent::Kind kindOf(std::string_view name)
{
    using Kind = ClusterEvent::Kind;
    static const std::map<std::string_view, Kind> kinds{
        {"NodeAdded", Kind::NodeAdded},   {"NodeAllocatable", Kind::NodeAllocatable},
        {"NodeLabels", Kind::NodeLabels}, {"NodeTaints", Kind::NodeTaints},
        {"NodeGone", Kind::NodeGone},     {"PodAdded", Kind::PodAdded},
        {"PodLabels", Kind::PodLabels},   {"PodScaledDown", Kind::PodScaledDown},
        {"PodGone", Kind::PodGone},       {"PodTolerations", Kind::PodTolerations}};
    return kinds.at(name);
}

kube::ObjectPtr objectOrNull(const kube::Value &value)
{
    return value.isNull() ? nullptr : kube::makeObject(value);
}

} // namespace

class TestSchedulerPlugins : public QObject {
    Q_OBJECT
    static void addCases() { addSchedulerCases({"scheduler_upstream", "scheduler_random"}); }
private Q_SLOTS:
    void eachFilter_saysWhatUpstreamSays_data() { addCases(); }
    void eachFilter_saysWhatUpstreamSays()
    {
        QFETCH(kube::Value, testCase);
        SchedulerCase c(testCase);
        for (const FilterPlugin &plugin : filterPlugins()) {
            const auto &want = c.want["filters"][plugin.name];
            CycleState state(c.pod, c.cache);
            std::string reason;
            const auto before = plugin.prepare ? plugin.prepare(state, reason) : FilterPlugin::Before::Run;
            const std::string about = std::string(plugin.name) + ": ";
            QCOMPARE(about + reason, about + std::string(want["rejected"].asString()));
            if (before == FilterPlugin::Before::Reject)
                continue;
            QCOMPARE(state.onlyOnNodes.value_or(std::vector<std::string>()), texts(want["onlyOn"]));
            // To skip is upstream's way to save time: it must not change the outcome.
            const bool isSkipped = before == FilterPlugin::Before::Skip;
            QCOMPARE(isSkipped, want["skip"].asBool());
            for (std::size_t i = 0; i < c.nodes.size() && !isSkipped; ++i) {
                const NodeInfo &node = c.node(i);
                QCOMPARE(about + node.name + " " + describe(plugin.filter(state, node)),
                         about + node.name + " " + describe(want["nodes"][node.name]));
            }
        }
    }

    void eachScore_isUpstreams_data() { addCases(); }
    void eachScore_isUpstreams()
    {
        QFETCH(kube::Value, testCase);
        SchedulerCase c(testCase);
        std::vector<std::size_t> feasible;
        for (std::size_t i = 0; i < c.nodes.size(); ++i) {
            const auto scored = texts(testCase["scored"]);
            if (scored.empty() || std::ranges::contains(scored, c.node(i).name))
                feasible.push_back(c.nodes[i]);
        }
        const ScoreState state{c.pod, c.cache, feasible};
        for (const ScorePlugin &plugin : scorePlugins()) {
            std::vector<std::int64_t> scores(feasible.size());
            const bool hasSaid = !feasible.empty() && plugin.score(state, scores);
            const auto &want = c.want["scores"][plugin.name];
            std::string ours = std::string(plugin.name) + ":", theirs = ours;
            for (const std::int64_t score : scores)
                ours += hasSaid ? " " + std::to_string(score) : "";
            for (const kube::Value &score : want.items())
                theirs += " " + std::to_string(score.asInt());
            QCOMPARE(ours, theirs);
        }
    }

    void attempt_endsAsUpstreams_data() { addCases(); }
    void attempt_endsAsUpstreams()
    {
        QFETCH(kube::Value, testCase);
        SchedulerCase c(testCase);
        // Upstream was asked about all nodes, not first about the one that the Pod was promised.
        CycleState state(c.pod, c.cache);
        CycleResult result;
        result.nodeCount = c.cache.nodeCount();
        if (result.nodeCount == 0)
            return;
        result.prepared = prepareFilters(state);
        std::vector<std::string> feasible;
        for (std::size_t i = 0; i < c.nodes.size() && result.prepared.reason.empty(); ++i) {
            const NodeInfo &node = c.node(i);
            if (state.onlyOnNodes && !std::ranges::contains(*state.onlyOnNodes, node.name))
                ++result.leftOut;
            else if (auto why = runFilters(state, node, c.nominated); why)
                result.rejected.push_back({c.nodes[i], std::move(why)});
            else
                feasible.push_back(node.name);
        }
        QCOMPARE(feasible, texts(c.want["feasible"]));
        const auto rejecting = result.rejectingPlugins();
        QCOMPARE(std::vector<std::string>(rejecting.begin(), rejecting.end()), texts(c.want["rejecters"]));
        if (!feasible.empty())
            return;
        result.preemption =
            Preemption(base::RandomStream(1, "test")).run(state, result.rejected, c.nominated, kNow);
        // Upstream leaves the order open of victims that have not started: a clock is read at each comparison.
        const bool isOrdered = std::ranges::all_of(c.cache.pods(), [](const auto &item) {
            return item.second.object->status().contains("startTime");
        });
        const auto joined = [isOrdered](std::vector<std::string> names, std::int64_t violations) {
            if (!isOrdered)
                std::ranges::sort(names);
            std::string text;
            for (const std::string &name : names)
                text += name + " ";
            return text + std::to_string(violations);
        };
        std::map<std::string, std::string> ours, theirs;
        for (const PreemptionCandidate &candidate : result.preemption->candidates) {
            std::vector<std::string> victims;
            for (const PlacedPod *victim : candidate.victims)
                victims.emplace_back(victim->object->name());
            ours[c.cache.nodes()[candidate.node].name] = joined(victims, candidate.budgetViolations);
        }
        for (const kube::Value &candidate : c.want["candidates"].items())
            theirs[std::string(candidate["node"].asString())] =
                joined(texts(candidate["victims"]), candidate["violations"].asInt());
        QCOMPARE(ours, theirs);
        if (result.preemption->chosen)
            QVERIFY(std::ranges::contains(texts(c.want["best"]),
                                          c.cache.nodes()[result.preemption->chosen->node].name));
        std::string message = result.message();
        if (const std::string dynamic = "no new claims to deallocate, "; message.contains(dynamic))
            message.erase(message.find(dynamic), dynamic.size()); // by a plugin that the peer leaves out
        QCOMPARE(message, std::string(c.want["message"].asString()));
    }

    void events_helpWhereUpstreamSaysSo_data() { addCases(); }
    void events_helpWhereUpstreamSaysSo()
    {
        QFETCH(kube::Value, testCase);
        SchedulerCase c(testCase);
        for (const kube::Value &each : testCase["events"].items()) {
            ClusterEvent event;
            event.kind = kindOf(each["kind"].asString());
            event.before = objectOrNull(each[each.contains("nodeBefore") ? "nodeBefore" : "podBefore"]);
            event.now = objectOrNull(each[each.contains("nodeAfter") ? "nodeAfter" : "podAfter"]);
            const auto helps = texts(each["helps"]);
            for (const FilterPlugin &plugin : filterPlugins()) {
                const std::string about =
                    std::string(each["kind"].asString()) + " " + std::string(plugin.name) + " ";
                QCOMPARE(about + (plugin.mayHelp(c.pod, event) ? "helps" : "does not help"),
                         about + (std::ranges::contains(helps, plugin.name) ? "helps" : "does not help"));
            }
        }
    }
};

MINATO_TEST(TestSchedulerPlugins)
#include "tst_scheduler_plugins.moc"
