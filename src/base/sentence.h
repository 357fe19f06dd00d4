// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace minato::base {

/// The languages in which we speak.
enum class Language : std::uint8_t { English, Japanese };

/// What we say to a person, in both.
struct Sentence {
    std::string en, ja;

    [[nodiscard]] const std::string &in(Language language) const
    {
        return language == Language::Japanese ? ja : en;
    }
    friend bool operator==(const Sentence &, const Sentence &) = default;
};

} // namespace minato::base
