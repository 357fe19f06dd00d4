// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz_target.h"
#include "kube/go_template.h"
#include "kube/json.h"
#include "sample_objects.h"

using minato::fuzz::claim;
using namespace minato::kube;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto parsed = GoTemplate::parse(minato::fuzz::textOf(data, size));
    if (!parsed) {
        claim(parsed.error().starts_with("template: "), "a refusal names the template");
        return 0;
    }
    std::string before;
    const auto printed = parsed->execute(parseJson(minato::fuzz::kPodList).value_or(Value()), &before);
    claim(printed || !printed.error().empty(), "a failure says why");
    claim(!printed || printed->size() <= 17U * 1024 * 1024, "what is printed is bounded");
    return 0;
}
