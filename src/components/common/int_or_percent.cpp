// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/common/int_or_percent.h"

#include <charconv>
#include <format>

namespace minato::components {

std::expected<int, std::string> scaledValue(const kube::Value &value, int total, Rounding rounding)
{
    if (!value.isString())
        return static_cast<int>(value.asInt(0));
    const auto text = value.asString();
    int percent = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), percent);
    if (error != std::errc() || end + 1 != text.data() + text.size() || *end != '%')
        return std::unexpected(std::format(
            "invalid value for IntOrString: invalid type: string is not a percentage: \"{}\"", text));
    const auto scaled = std::int64_t{percent} * total;
    const bool isWhole = scaled % 100 == 0;
    const bool isTowardsZero = (rounding == Rounding::Up) == (scaled < 0);
    return static_cast<int>(scaled / 100 + (isWhole || isTowardsZero ? 0 : scaled < 0 ? -1 : 1));
}

} // namespace minato::components
