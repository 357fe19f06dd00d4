// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inspect/story.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace minato::viewmodels {
namespace {

using session::ObjectName;
using session::StoryFact;
using Kind = StoryFact::Kind;

/// Which step an Event tells of.
struct Telling {
    std::string_view reason;
    Kind kind;
};
constexpr std::array kTellings{
    Telling{"Scheduled", Kind::Bound},        Telling{"FailedScheduling", Kind::Unschedulable},
    Telling{"Created", Kind::Started},        Telling{"Started", Kind::Started},
    Telling{"Killing", Kind::Ending},         Telling{"Failed", Kind::Trouble},
    Telling{"BackOff", Kind::Trouble},        Telling{"SuccessfulCreate", Kind::Made},
    Telling{"SuccessfulDelete", Kind::Ending}};

/// Events that are steps of their own.
bool isStep(const StoryFact &event)
{
    const std::string_view reason = event.reason;
    return reason == "Pulled" || reason == "FailedCreate" || reason == "Unhealthy" || reason == "Preempted" ||
           reason == "NodeNotReady" || reason == "NodeNotSchedulable" || reason == "NodeSchedulable" ||
           reason == "SuccessfulRescale" || reason == "ProgressDeadlineExceeded";
}

bool isPodStep(const StoryFact &fact)
{
    return fact.object.kind == "Pod" && fact.kind != Kind::Write && fact.kind != Kind::Refused;
}

/// Sorts the facts of a story into what is told.
class Teller {
public:
    explicit Teller(const Story &story) : m_story(story) {}

    std::vector<StoryPart> tell()
    {
        for (const StoryFact &fact : m_story.facts) {
            if (fact.kind == Kind::Event && !isStep(fact))
                continue;
            if (isPodStep(fact))
                addToPod(fact);
            else if (!isToldElsewhere(fact))
                addStep(fact);
        }
        putTogether();
        moveFirstAnswer();
        for (const StoryFact &fact : m_story.facts)
            if (fact.kind == Kind::Event)
                attach(fact);
        countUnseen();
        return std::move(m_parts);
    }

private:
    /// A write shows in what it changed.
    [[nodiscard]] bool isToldElsewhere(const StoryFact &fact) const
    {
        if (fact.kind != Kind::Write)
            return false;
        return std::ranges::any_of(m_story.facts, [&](const StoryFact &other) {
            return other.object == fact.object && other.at >= fact.at &&
                   (other.kind == Kind::Wanted || other.kind == Kind::Template || other.kind == Kind::Made ||
                    other.kind == Kind::Gone || other.kind == Kind::Ending || other.kind == Kind::Refused);
        });
    }
    void addStep(const StoryFact &fact)
    {
        const auto same = std::ranges::find_if(m_steps, [&](const StoryStep &step) {
            const StoryFact &old = step.fact;
            return old.kind == fact.kind && old.object == fact.object && old.reason == fact.reason;
        });
        if (same != m_steps.end() && fact.kind == Kind::Event) {
            repeat(same->fact, fact);
            return;
        }
        if (same != m_steps.end() && fact.kind == Kind::Complete)
            m_steps.erase(same); // complete again: the last time counts
        m_steps.push_back({.fact = fact, .events = {}});
    }
    /// What repeats is told once, with the newest words.
    static void repeat(StoryFact &told, const StoryFact &fact)
    {
        const base::Instant first = told.at;
        const int count = told.count + (told.text == fact.text ? 0 : fact.count);
        told = fact;
        told.at = first;
        told.count = std::max(count, fact.count);
    }
    void addToPod(const StoryFact &fact)
    {
        const auto [entry, isFirst] = m_tales.try_emplace(fact.object);
        PodTale &tale = entry->second;
        if (isFirst) {
            tale.pod = fact.object;
            tale.isNew = fact.kind == Kind::Made;
            m_order.push_back(fact.object);
        }
        if (tale.owner.empty() && fact.kind != Kind::Joined && fact.kind != Kind::Left &&
            fact.kind != Kind::Answered)
            tale.owner = fact.owner;
        const auto same = std::ranges::find_if(tale.steps, [&](const StoryStep &step) {
            return step.fact.kind == fact.kind && step.fact.reason == fact.reason &&
                   (fact.kind == Kind::Event || fact.kind == Kind::Unschedulable ||
                    fact.kind == Kind::Trouble);
        });
        if (same == tale.steps.end())
            tale.steps.push_back({.fact = fact, .events = {}});
        else
            same->fact.text = fact.text;
    }
    /// What happened to a Pod, without what chance decides: two of the same shape are told as one.
    [[nodiscard]] static std::vector<std::pair<Kind, std::string>> shapeOf(const PodTale &tale)
    {
        std::vector<std::pair<Kind, std::string>> shape;
        for (const StoryStep &step : tale.steps)
            if (step.fact.kind != Kind::Answered && step.fact.kind != Kind::Event)
                shape.emplace_back(step.fact.kind,
                                   step.fact.kind == Kind::Trouble ? step.fact.reason : std::string());
        std::ranges::sort(shape);
        return shape;
    }
    /// The step that a Pod's tale follows from: the newest one that told its ReplicaSet another number, or, when
    /// nobody did, the newest one of all.
    [[nodiscard]] std::size_t causeOf(const PodTale &tale) const
    {
        const base::Instant begun = tale.steps.front().fact.at;
        std::size_t cause = 0;
        bool isKnown = false;
        for (std::size_t i = 0; i < m_steps.size() && m_steps[i].fact.at <= begun; ++i) {
            const StoryFact &fact = m_steps[i].fact;
            const bool isOwn = fact.object.kind == "ReplicaSet" && fact.object.name == tale.owner &&
                               (fact.kind == Kind::Wanted || fact.kind == Kind::Made);
            if (isOwn || !isKnown)
                cause = i;
            isKnown = isKnown || isOwn;
        }
        return cause;
    }
    void putTogether()
    {
        std::vector<std::vector<StoryPart>> groups(std::max<std::size_t>(1, m_steps.size()));
        for (const ObjectName &pod : m_order) {
            PodTale &tale = m_tales.at(pod);
            const std::size_t cause = causeOf(tale); // before the tale is moved
            addToGroup(groups[cause], std::move(tale));
        }
        for (std::size_t i = 0; i < groups.size(); ++i) {
            if (i < m_steps.size())
                m_parts.push_back({.step = std::move(m_steps[i]), .pods = {}});
            for (StoryPart &group : groups[i]) {
                group.isRepeat = std::ranges::any_of(
                    m_parts, [&](const StoryPart &part) { return isAlike(part, group.pods.front()); });
                m_parts.push_back(std::move(group));
            }
        }
    }
    static void addToGroup(std::vector<StoryPart> &groups, PodTale tale)
    {
        auto group = std::ranges::find_if(groups, [&](const StoryPart &part) { return isAlike(part, tale); });
        if (group == groups.end())
            group = groups.insert(groups.end(), StoryPart());
        group->pods.push_back(std::move(tale));
    }
    [[nodiscard]] static bool isAlike(const StoryPart &part, const PodTale &tale)
    {
        return !part.pods.empty() && part.pods.front().owner == tale.owner &&
               shapeOf(part.pods.front()) == shapeOf(tale);
    }
    /// The story is about the Pod that answered first: it goes first among its like, and its answer is the end.
    void moveFirstAnswer()
    {
        const auto first = std::ranges::find(m_story.facts, Kind::Answered, &StoryFact::kind);
        if (first == m_story.facts.end())
            return;
        for (StoryPart &part : m_parts) {
            const auto tale = std::ranges::find(part.pods, first->object, &PodTale::pod);
            if (tale == part.pods.end() || tale->steps.size() < 2)
                continue;
            std::erase_if(tale->steps,
                          [](const StoryStep &step) { return step.fact.kind == Kind::Answered; });
            std::rotate(part.pods.begin(), tale, tale + 1);
            m_parts.insert(endBefore(first->at), {.step = {.fact = *first, .events = {}}, .pods = {}});
            return;
        }
    }
    /// Behind the last step up to that time, and behind the end of what was wanted in any case.
    [[nodiscard]] std::vector<StoryPart>::iterator endBefore(base::Instant at)
    {
        auto place = m_parts.end();
        while (place != m_parts.begin()) {
            const StoryPart &part = *(place - 1);
            if (!part.pods.empty() || part.step.fact.at <= at || part.step.fact.kind == Kind::Complete)
                break;
            --place;
        }
        return place;
    }
    void attach(const StoryFact &event)
    {
        for (StoryPart &part : m_parts) {
            if (part.pods.empty()) {
                if (tells(event, part.step.fact))
                    part.step.events.push_back(event);
                continue;
            }
            for (PodTale &tale : part.pods)
                for (StoryStep &step : tale.steps)
                    if (tells(event, step.fact))
                        step.events.push_back(event);
        }
    }
    [[nodiscard]] static bool tells(const StoryFact &event, const StoryFact &fact)
    {
        if (fact.kind == Kind::Event)
            return event.object == fact.object && event.reason == fact.reason;
        if (event.reason == "ScalingReplicaSet")
            return fact.object.kind == "ReplicaSet" &&
                   (fact.kind == Kind::Wanted || fact.kind == Kind::Made) &&
                   event.text.contains("replica set " + fact.object.name + " ") &&
                   event.text.ends_with("to " + std::to_string(fact.to)) !=
                       (fact.kind == Kind::Made && fact.to == 0);
        const auto telling = std::ranges::find(kTellings, std::string_view(event.reason), &Telling::reason);
        if (telling == kTellings.end() || telling->kind != fact.kind)
            return false;
        return event.object == fact.object ||
               (event.object.kind == "ReplicaSet" && fact.object.kind == "Pod" &&
                event.text.ends_with(": " + fact.object.name));
    }
    /// Pods beyond those that are followed: what a ReplicaSet was told to have less those that were seen.
    void countUnseen()
    {
        std::map<std::string, int> wanted; // by ReplicaSet
        for (const StoryFact &fact : m_story.facts)
            if (fact.object.kind == "ReplicaSet" && (fact.kind == Kind::Wanted || fact.kind == Kind::Made))
                wanted[fact.object.name] += fact.to - fact.from;
        for (const auto &[set, count] : wanted) {
            int seen = 0;
            StoryPart *largest = nullptr;
            for (StoryPart &part : m_parts) {
                if (part.pods.empty() || part.pods.front().owner != set)
                    continue;
                seen += static_cast<int>(part.pods.size());
                if (!largest || part.pods.size() > largest->pods.size())
                    largest = &part;
            }
            if (largest && std::abs(count) > seen && seen >= kManyPods)
                largest->unseen = std::abs(count) - seen;
        }
    }

    static constexpr int kManyPods = 50; ///< below it, Pods are only late

    const Story &m_story;
    std::vector<StoryStep> m_steps; ///< of the whole
    std::map<ObjectName, PodTale> m_tales;
    std::vector<ObjectName> m_order; ///< of the tales
    std::vector<StoryPart> m_parts;
};

} // namespace

std::vector<StoryPart> tell(const Story &story)
{
    return Teller(story).tell();
}

} // namespace minato::viewmodels
