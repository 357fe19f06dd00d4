// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inspect/story.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>

namespace minato::viewmodels {
namespace {

using session::ObjectName;
using session::StoryFact;
using Kind = StoryFact::Kind;

bool isBeginning(const StoryFact &fact)
{
    return fact.kind == Kind::Typed || fact.kind == Kind::Outside;
}

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
        groupPods();
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
        // What repeats is told once, with the newest words.
        if (fact.kind == Kind::Event || fact.kind == Kind::Complete) {
            const auto same = std::ranges::find_if(m_parts, [&](const StoryPart &part) {
                const StoryFact &old = part.step.fact;
                return part.pods.empty() && old.kind == fact.kind && old.object == fact.object &&
                       old.reason == fact.reason;
            });
            if (same != m_parts.end() && fact.kind == Kind::Event) {
                const base::Instant first = same->step.fact.at;
                const int count =
                    same->step.fact.count + (same->step.fact.text == fact.text ? 0 : fact.count);
                same->step.fact = fact;
                same->step.fact.at = first;
                same->step.fact.count = std::max(count, fact.count);
                return;
            }
            if (same != m_parts.end())
                m_parts.erase(same); // complete again: the last time counts
        }
        m_parts.push_back({.step = {.fact = fact, .events = {}}, .pods = {}});
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
    void groupPods()
    {
        for (const ObjectName &pod : m_order) {
            PodTale &tale = m_tales.at(pod);
            const auto like = std::ranges::find_if(m_parts, [&](const StoryPart &part) {
                return !part.pods.empty() && part.pods.front().owner == tale.owner &&
                       shapeOf(part.pods.front()) == shapeOf(tale);
            });
            if (like != m_parts.end()) {
                like->pods.push_back(std::move(tale));
                continue;
            }
            const base::Instant at = tale.steps.front().fact.at;
            const auto place =
                std::ranges::find_if(m_parts, [at](const StoryPart &part) { return beginning(part) > at; });
            StoryPart part;
            part.pods.push_back(std::move(tale));
            m_parts.insert(place, std::move(part));
        }
        // The Pod that answered first goes first: the story is about it.
        for (StoryPart &part : m_parts) {
            const auto answered = std::ranges::find_if(part.pods, [](const PodTale &tale) {
                return std::ranges::any_of(
                    tale.steps, [](const StoryStep &step) { return step.fact.kind == Kind::Answered; });
            });
            if (answered != part.pods.end())
                std::rotate(part.pods.begin(), answered, answered + 1);
        }
    }
    [[nodiscard]] static base::Instant beginning(const StoryPart &part)
    {
        return part.pods.empty() ? part.step.fact.at : part.pods.front().steps.front().fact.at;
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
    std::vector<StoryPart> m_parts;
    std::map<ObjectName, PodTale> m_tales;
    std::vector<ObjectName> m_order;
};

} // namespace

void addFacts(std::vector<Story> &stories, const std::vector<StoryFact> &facts, std::size_t most)
{
    for (const StoryFact &fact : facts) {
        if (isBeginning(fact) || stories.empty()) {
            stories.emplace_back();
            if (stories.size() > most)
                stories.erase(stories.begin());
        }
        auto story = stories.rbegin();
        if (fact.kind == Kind::Write || fact.kind == Kind::Refused) {
            story->roots.insert(fact.root);
        } else if (!isBeginning(fact)) {
            const auto about = std::find_if(stories.rbegin(), stories.rend(), [&](const Story &each) {
                return each.roots.contains(fact.root);
            });
            if (about != stories.rend())
                story = about;
        }
        story->facts.push_back(fact);
    }
}

std::vector<StoryPart> tell(const Story &story)
{
    return Teller(story).tell();
}

} // namespace minato::viewmodels
