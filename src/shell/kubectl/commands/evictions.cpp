// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/commands/evictions.h"

#include "client/requests.h"
#include "kube/duration.h"
#include "shell/kubectl/commands/drain_pods.h"

#include <algorithm>
#include <format>

namespace minato::shell::kubectl {
namespace {

using namespace std::chrono_literals;
using kube::Value;

constexpr base::Duration kRetry = 5s, kLook = 1s;

class Evictions {
public:
    Evictions(Session &session, std::vector<kube::ObjectPtr> pods, EvictionPlan plan)
        : m_session(session), m_plan(plan)
    {
        const auto now = session.services().timers.now();
        if (plan.timeout)
            m_deadline = now + *plan.timeout;
        for (kube::ObjectPtr &pod : pods)
            m_leaving.push_back({std::move(pod), Stage::Asking, now});
        if (m_leaving.size() > 1)
            std::ranges::rotate(m_leaving, m_leaving.end() - 1);
    }

    client::Task<std::vector<std::string>> run()
    {
        while (!m_leaving.empty()) {
            const auto next = std::ranges::min(m_leaving, {}, &Leaving::due).due;
            if (const auto now = m_session.services().timers.now(); next > now)
                co_await client::sleep(m_session.services().timers, next - now);
            for (Leaving &each : m_leaving) {
                if (each.due > next)
                    continue;
                each.due = m_session.services().timers.now();
                if (each.stage == Stage::Asking)
                    co_await ask(each);
                else
                    co_await look(each);
            }
            std::erase_if(m_leaving, [](const Leaving &each) { return each.stage == Stage::Done; });
        }
        co_return std::move(m_errors);
    }

private:
    enum class Stage : std::uint8_t { Asking, Ending, Done };
    struct Leaving {
        kube::ObjectPtr pod;
        Stage stage = Stage::Asking;
        base::Instant due; ///< of its next step
    };

    [[nodiscard]] bool isOver() const
    {
        return m_deadline && m_session.services().timers.now() >= *m_deadline;
    }
    [[nodiscard]] static std::string where(const kube::Object &pod)
    {
        return std::format("\"{}\" -n \"{}\"", pod.name(), pod.ns());
    }
    void fail(Leaving &each, std::string text)
    {
        m_errors.push_back(std::move(text));
        each.stage = Stage::Done;
    }
    void wait(Leaving &each, base::Duration pause) const
    {
        each.due = each.due + pause;
        // A look ends at the deadline; a pause between tries is slept through.
        if (each.stage == Stage::Ending && m_deadline)
            each.due = std::min(each.due, *m_deadline);
    }

    [[nodiscard]] api::Request requestFor(const kube::Object &pod) const
    {
        Value options = Value::emptyMap();
        if (m_plan.gracePeriod >= 0)
            options.set("gracePeriodSeconds", m_plan.gracePeriod);
        if (m_plan.dryRun == DryRun::Server)
            options.set("dryRun", Value::array({"All"}));
        if (m_plan.deletesInstead)
            return {.verb = api::Verb::Delete,
                    .resource = kube::resources::kPods,
                    .ns = std::string(pod.ns()),
                    .name = std::string(pod.name()),
                    .body = std::move(options)};
        return {.verb = api::Verb::Create,
                .resource = kube::resources::kPods,
                .subresource = "eviction",
                .ns = std::string(pod.ns()),
                .name = std::string(pod.name()),
                .body = Value::map({{"apiVersion", "policy/v1"},
                                    {"kind", "Eviction"},
                                    {"metadata", Value::map({{"name", pod.name()}, {"namespace", pod.ns()}})},
                                    {"deleteOptions", std::move(options)}})};
    }

    client::Task<void> ask(Leaving &each)
    {
        const kube::Object &pod = *each.pod;
        if (!m_plan.deletesInstead)
            m_session.print(std::format("evicting pod {}/{}{}\n", pod.ns(), pod.name(),
                                        operationText("", m_plan.dryRun)));
        if (isOver()) {
            fail(each, std::format("error when evicting pods/{}: global timeout reached: {}", where(pod),
                                   kube::goDuration(*m_plan.timeout)));
            co_return;
        }
        auto request = requestFor(pod);
        const auto answer = co_await m_session.send(std::move(request));
        if (answer) {
            each.stage = m_plan.dryRun == DryRun::Server ? Stage::Done : Stage::Ending;
        } else if (answer.error().isNotFound()) {
            each.stage = Stage::Done;
        } else if (!m_plan.deletesInstead && answer.error().status && answer.error().status->code == 429) {
            m_session.warn(std::format("error when evicting pods/{} (will retry after 5s): {}\n", where(pod),
                                       answer.error().message()));
            wait(each, kRetry);
        } else if (m_plan.deletesInstead) {
            fail(each, answer.error().message());
        } else {
            fail(each, std::format("error when evicting pods/{}: {}", where(pod), answer.error().message()));
        }
    }

    client::Task<void> look(Leaving &each)
    {
        const kube::Object &pod = *each.pod;
        if (isOver()) {
            fail(each,
                 std::format(
                     "error when waiting for pod \"{}\" in namespace \"{}\" to terminate: context deadline "
                     "exceeded",
                     pod.name(), pod.ns()));
            co_return;
        }
        auto request = client::getRequest(kube::resources::kPods, pod.ns(), pod.name());
        const auto answer = co_await m_session.send(std::move(request));
        const std::string_view verb = m_plan.deletesInstead ? "delet" : "evict";
        if (answer ? answer->object()->uid() != pod.uid() : answer.error().isNotFound()) {
            m_session.print(std::format("pod/{} {}ed\n", pod.name(), verb));
            each.stage = Stage::Done;
        } else if (!answer) {
            m_session.print(std::format("pod/{} {}ion failed\n", pod.name(), verb));
            fail(each, std::format("error when waiting for pod \"{}\" in namespace \"{}\" to terminate: {}",
                                   pod.name(), pod.ns(), answer.error().message()));
        } else if (isSkipped(*answer->object(), m_plan.skipsDeletedAfter, m_session.now())) {
            m_session.print(std::format("pod \"{}\" has DeletionTimestamp older than {} seconds, skipping\n",
                                        pod.name(), m_plan.skipsDeletedAfter));
            each.stage = Stage::Done;
        } else {
            wait(each, kLook);
        }
    }

    Session &m_session;
    EvictionPlan m_plan;
    std::optional<base::Instant> m_deadline;
    std::vector<Leaving> m_leaving;
    std::vector<std::string> m_errors;
};

} // namespace

client::Task<std::vector<std::string>> takeAway(Session &session, std::vector<kube::ObjectPtr> pods,
                                                EvictionPlan plan)
{
    Evictions evictions(session, std::move(pods), plan);
    auto errors = co_await evictions.run();
    co_return errors;
}

} // namespace minato::shell::kubectl
