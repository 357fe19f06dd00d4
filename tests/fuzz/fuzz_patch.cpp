// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz_target.h"
#include "kube/json.h"
#include "kube/patch.h"

using minato::fuzz::claim;
using namespace minato::kube;

namespace {

void tryDiff(const Value &original, const Value &modified, const MergeRules &rules)
{
    // What kubectl apply sends is understood, whatever the two manifests are.
    const Value patch = strategicDiff(original, modified, original, rules);
    const auto changed = applyStrategicPatch(original, patch, rules);
    claim(changed || !changed.error().empty(), "a failure says why");
}

} // namespace

/// The input: a document, a line "---", a patch.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto [first, second] = minato::fuzz::twoParts(minato::fuzz::textOf(data, size));
    const auto document = parseJson(first), patch = parseJson(second);
    if (!document || !patch)
        return 0;
    const TypeTable types;
    const MergeRules rules(types, "apps.v1.Deployment");

    // Nulls in a list go only where the list replaces something that is no map, hence not the second time.
    const Value merged = applyMergePatch(applyMergePatch(*document, *patch), *patch);
    claim(applyMergePatch(merged, *patch) == merged, "a merge patch changes nothing the third time");
    if (const auto changed = applyJsonPatch(*document, *patch); !changed)
        claim(!changed.error().empty(), "a refused JSON patch says why");
    if (const auto changed = applyStrategicPatch(*document, *patch, rules); !changed)
        claim(!changed.error().empty(), "a refused strategic patch says why");
    if (document->isMap() && patch->isMap())
        tryDiff(*document, *patch, rules);
    return 0;
}
