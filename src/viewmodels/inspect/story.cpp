// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inspect/story.h"

#include <algorithm>

namespace minato::viewmodels {
namespace {

using session::StoryFact;
using Kind = StoryFact::Kind;

bool isBeginning(const StoryFact &fact)
{
    return fact.kind == Kind::Typed || fact.kind == Kind::Outside;
}

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

} // namespace minato::viewmodels
