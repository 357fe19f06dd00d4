// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>

/// What every fuzz_….cpp defines: one try with any bytes. It ends the process when a claim about them is
/// false.
///
/// Built twice: with libFuzzer (preset asan-ubsan, run by tools/fuzz), and with replay.cpp for CTest, which tries
/// every file of corpus/<target> so that what was once found stays mended.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace minato::fuzz {

[[nodiscard]] inline std::string_view textOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), size};
}

/// Holds in every build.
inline void claim(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "claim is false: %s\n", what);
    std::abort();
}

/// What comes before the first line that is just "---", and what comes after it.
[[nodiscard]] inline std::pair<std::string_view, std::string_view> twoParts(std::string_view text)
{
    constexpr std::string_view kLine = "\n---\n";
    const std::size_t at = text.find(kLine);
    if (at == std::string_view::npos)
        return {text, {}};
    return {text.substr(0, at), text.substr(at + kLine.size())};
}

} // namespace minato::fuzz
