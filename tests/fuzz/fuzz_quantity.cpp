// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz_target.h"
#include "kube/quantity.h"

using minato::fuzz::claim;
using minato::kube::Quantity;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto quantity = Quantity::parse(minato::fuzz::textOf(data, size));
    if (!quantity) {
        claim(!quantity.error().empty(), "a refusal says why");
        return 0;
    }
    // Upstream has no suffix beyond E, and drops what it cannot write.
    constexpr std::int64_t kWritable = 1'000'000'000'000'000'000;
    if (quantity->value() >= kWritable || quantity->value() <= -kWritable)
        return 0;
    const auto again = Quantity::parse(quantity->toString());
    claim(again.has_value(), "what is printed can be read");
    claim(again->milliValue() == quantity->milliValue(), "and is the same amount");
    // "5312.5Ki" is printed without a suffix, as upstream does, and then read as decimal: "5440k".
    if (again->format() == quantity->format())
        claim(again->toString() == quantity->toString(), "and prints alike");
    return 0;
}
