// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minato::shell {

/// POSIX regular expressions, basic and extended, over UTF-8, with GNU's \w \s \b \< \> \+ \? \|.
///
/// Method    A set of threads walks the text once, so no pattern and no line can overflow the stack or take
///           exponential time.
/// Mirrors   grep and sed of GNU: the leftmost match, and of these the longest.
/// Differs   No back-references inside a pattern.
class Regex {
public:
    /// Perl: Extended, with \d, (?:…), (?<name>…), lazy quantifiers, and the first alternative that fits instead of
    /// the longest match.
    enum class Syntax : std::uint8_t { Basic, Extended, Fixed, Perl };
    struct Options {
        Syntax syntax = Syntax::Basic;
        bool ignoresCase = false;
        bool matchesWords = false; ///< grep -w
        bool matchesLines = false; ///< grep -x
    };
    /// [0] is the whole match; npos for a group that took no part.
    struct Span {
        std::size_t begin = std::string_view::npos, end = std::string_view::npos;
    };
    using Match = std::vector<Span>;

    /// Errors: GNU's texts ("Unmatched ( or \\(", "Invalid preceding regular expression", …).
    [[nodiscard]] static std::expected<Regex, std::string> parse(std::string_view pattern, Options options);

    [[nodiscard]] std::optional<Match> find(std::string_view text, std::size_t from = 0) const;
    [[nodiscard]] std::size_t groupCount() const { return m_groups; }
    /// The name of a group, counted from 1; "" when it has none.
    [[nodiscard]] std::string groupName(std::size_t group) const
    {
        return group <= m_names.size() ? m_names[group - 1] : std::string();
    }

private:
    friend class RegexCompiler;
    friend class RegexMatcher;
    enum class Op : std::uint8_t {
        Char,
        Any,
        Class,
        Split,
        Jump,
        Save,
        LineBegin,
        LineEnd,
        WordBegin,
        WordEnd,
        WordEdge,
        NoWordEdge,
        Match
    };
    struct Range {
        char32_t low, high;
    };
    struct CharClass {
        std::vector<Range> ranges;
        bool isNegated = false;
    };
    struct Instruction {
        Op op{};
        char32_t character = 0;
        std::size_t x = 0, y = 0; ///< targets of Split and Jump, slot of Save, index of Class
    };

    /// For ignoresCase, which knows ASCII only.
    static char32_t lower(char32_t c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }

    std::vector<Instruction> m_program;
    std::vector<CharClass> m_classes;
    std::size_t m_groups = 0;
    std::vector<std::string> m_names;
    Options m_options;
};

} // namespace minato::shell
