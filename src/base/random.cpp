// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"

#include <bit>

namespace minato::base {
namespace {

std::uint64_t splitMix(std::uint64_t &state)
{
    state += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
}

std::uint64_t fnv1a(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
}

} // namespace

RandomStream::RandomStream(std::uint64_t seed, std::string_view name)
{
    std::uint64_t state = seed;
    state = splitMix(state) ^ fnv1a(name);
    for (auto &word : m_state)
        word = splitMix(state);
}

std::uint64_t RandomStream::next()
{
    auto &s = m_state;
    const std::uint64_t result = std::rotl(s[0] + s[3], 23) + s[0];
    const std::uint64_t t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = std::rotl(s[3], 45);
    return result;
}

std::uint64_t RandomStream::below(std::uint64_t bound)
{
    if (bound == 0)
        return 0;
    const std::uint64_t reject = (0 - bound) % bound;
    for (;;) {
        const std::uint64_t draw = next();
        if (draw >= reject)
            return draw % bound;
    }
}

double RandomStream::unit()
{
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

} // namespace minato::base
