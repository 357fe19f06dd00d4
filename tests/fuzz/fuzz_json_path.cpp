// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz_target.h"
#include "kube/json.h"
#include "kube/jsonpath.h"
#include "sample_objects.h"

using minato::fuzz::claim;
using namespace minato::kube;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = minato::fuzz::textOf(data, size);
    const Value objects = parseJson(minato::fuzz::kPodList).value_or(Value());
    for (const auto &path : {JsonPath::parse(text), JsonPath::parseRelaxed(text)}) {
        if (!path) {
            claim(!path.error().empty(), "a refusal says why");
            continue;
        }
        const auto printed = path->print(objects);
        claim(printed || !printed.error().empty(), "a failure says why");
        const auto asJson = path->printAsJson(objects);
        claim(asJson || !asJson.error().empty(), "a failure says why, also for JSON");
    }
    return 0;
}
