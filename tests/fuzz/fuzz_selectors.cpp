// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz_target.h"
#include "kube/field_selector.h"
#include "kube/json.h"
#include "kube/label_selector.h"

#include <string>

using minato::fuzz::claim;
using namespace minato::kube;

namespace {

void tryLabels(std::string_view text)
{
    static constexpr std::string_view kLabels = R"({"app":"web","tier":"","n":"7"})";
    const auto selector = LabelSelector::parse(text);
    if (!selector)
        return claim(!selector.error().empty(), "a refusal says why");
    const auto again = LabelSelector::parse(selector->toString());
    claim(again.has_value(), "a label selector that is printed can be read");
    const Value labels = parseJson(kLabels).value_or(Value());
    claim(again->matches(labels) == selector->matches(labels), "and selects the same");
}

void tryFields(std::string_view text)
{
    const auto selector = FieldSelector::parse(text);
    if (!selector)
        return claim(!selector.error().empty(), "a refusal says why");
    const auto again = FieldSelector::parse(selector->toString());
    claim(again.has_value(), "a field selector that is printed can be read");
    const auto fieldOf = [](std::string_view field) { return std::string(field); };
    claim(again->matches(fieldOf) == selector->matches(fieldOf), "and selects the same");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = minato::fuzz::textOf(data, size);
    tryLabels(text);
    tryFields(text);
    if (const auto value = parseJson(text))
        (void)LabelSelector::fromValue(*value);
    return 0;
}
