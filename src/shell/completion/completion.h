// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace minato::shell {

/// Something that may stand where the cursor is.
struct Candidate {
    std::string text;    ///< the whole word, quoted where the shell needs it
    std::string note;    ///< what it is, in a few English words; may be empty
    bool isWhole = true; ///< a blank may follow; false: the word goes on ("deployments/", "--output=")
    friend auto operator<=>(const Candidate &, const Candidate &) = default;
};

/// What Tab finds: the candidates, by text, and where the word begins that they replace.
struct Completion {
    std::size_t from = 0; ///< a byte of the line
    std::vector<Candidate> candidates;
};

/// The command that stands before the cursor, as far as completion has to know it.
struct TypedWords {
    std::vector<std::string> words; ///< complete ones, unquoted; [0] is the command's name
    std::string current;            ///< the unfinished one, unquoted
    std::size_t from = 0;           ///< where it begins in the line
    bool isFile = false;            ///< it follows a redirection
};

/// Reads a line up to the cursor: the simple command that is being typed, after the last `|`, `&&`, `;`, `$(`,
/// `do` and the like, without its assignments and redirections.
[[nodiscard]] TypedWords typedWords(std::string_view line);

} // namespace minato::shell
