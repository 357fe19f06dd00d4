// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What people and luck do to Jobs.
#include "client/requests.h"
#include "properties/chaos.h"

#include <algorithm>
#include <array>
#include <format>

namespace minato::tests {

using namespace std::chrono_literals;
using namespace kube::resources;
using kube::Value;

namespace {

bool isFinished(const kube::Object &job)
{
    return std::ranges::any_of(job.status()["conditions"].items(), [](const Value &condition) {
        const auto type = condition["type"].asString();
        return (type == "Complete" || type == "Failed") && condition["status"].asString() == "True";
    });
}

} // namespace

void Chaos::createJob()
{
    constexpr std::array kPrograms{"minato/flaky-worker", "minato/flaky-worker", "perl:5.34.0"};
    const std::string name = std::format("batch-{}", below(3));
    const Value container = Value::map({{"name", "work"}, {"image", kPrograms[below(kPrograms.size())]}});
    const Value podSpec = Value::map({{"containers", Value::array({container})},
                                      {"restartPolicy", below(3) == 0 ? "OnFailure" : "Never"}});
    Value spec = Value::map({{"template", Value::map({{"spec", podSpec}})},
                             {"parallelism", below(4)},
                             {"backoffLimit", below(4)}});
    const bool hasCompletions = below(4) != 0;
    if (hasCompletions)
        spec.set("completions", 1 + below(5));
    if (hasCompletions && below(2) == 0)
        spec.set("completionMode", "Indexed");
    if (below(4) == 0)
        spec.set("ttlSecondsAfterFinished", below(20));
    if (below(6) == 0)
        spec.set("suspend", true);
    const std::string ns = namespaceName();
    send(std::format("create job {}/{}", ns, name),
         client::createRequest(kJobs,
                               Value::map({{"apiVersion", "batch/v1"},
                                           {"kind", "Job"},
                                           {"metadata", Value::map({{"name", name}, {"namespace", ns}})},
                                           {"spec", spec}})));
}

void Chaos::touchJobs()
{
    m_invariants.disturb(); // they take room
    const auto job = below(3) == 0 ? nullptr : pick(kJobs);
    if (!job)
        return createJob();
    const std::string key = kube::objectKey(*job);
    switch (below(4)) {
    case 0: {
        const auto parallelism = below(5);
        patch(std::format("parallelism of {} to {}", key, parallelism), kJobs, *job,
              Value::map({{"spec", Value::map({{"parallelism", parallelism}})}}));
        break;
    }
    case 1: {
        const bool isSuspended = job->spec()["suspend"].asBool();
        patch(std::format("{} {}", isSuspended ? "resume" : "suspend", key), kJobs, *job,
              Value::map({{"spec", Value::map({{"suspend", !isSuspended}})}}));
        break;
    }
    default: {
        constexpr std::array<std::string_view, 3> kPolicies{"Background", "Foreground", "Orphan"};
        const auto policy = kPolicies[below(kPolicies.size())];
        send(std::format("delete job {} {}", key, policy),
             client::deleteRequest(kJobs, *job, {.propagationPolicy = policy}));
        break;
    }
    }
}

void Chaos::repairJobs()
{
    for (const auto &[key, job] : m_view.objects(kJobs)) {
        if (!isFinished(*job))
            patch("repair job " + key, kJobs, *job,
                  Value::map({{"spec", Value::map({{"suspend", false}, {"parallelism", 2}})}}));
    }
}

void Chaos::checkJobs(Complaints &unrest) const
{
    for (const auto &[key, job] : m_view.objects(kJobs)) {
        if (!isFinished(*job))
            unrest.push_back("job " + key + " does not end");
        const auto &status = job->status();
        if (status["active"].asInt() != 0 || status["ready"].asInt() != 0)
            unrest.push_back("job " + key + " has ended and has Pods at work");
        const auto &counted = status["uncountedTerminatedPods"];
        if (!counted["succeeded"].items().empty() || !counted["failed"].items().empty())
            unrest.push_back("job " + key + " has ended and not counted all of its Pods");
        const auto completions = job->spec()["completions"].asInt(1);
        if (!job->spec()["completions"].isNull() && status["succeeded"].asInt() > completions)
            unrest.push_back("job " + key + " has more successes than were wanted");
    }
    for (const auto &[key, pod] : m_view.objects(kPods)) {
        for (const auto &finalizer : pod->metadata()["finalizers"].items()) {
            if (finalizer.asString() == "batch.kubernetes.io/job-tracking")
                unrest.push_back("pod " + key + " is still tracked by a Job");
        }
    }
}

} // namespace minato::tests
