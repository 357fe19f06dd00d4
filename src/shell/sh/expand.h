// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/task.h"
#include "shell/sh/ast.h"
#include "shell/sh/environment.h"
#include "shell/sh/pattern.h"

#include <string>
#include <vector>

namespace minato::shell {

class Interpreter;

/// Turns words into what commands get: tilde, parameters, $(…), arithmetic, field splitting, file names,
/// quotes.
///
/// Errors    Written to standard error; the environment's flow is Exit then (`${x:?}`, a bad substitution,
/// more
///           than kMostText bytes of values, …).
class Expander {
public:
    static constexpr std::size_t kMostText = 64U << 20U;

    Expander(Interpreter &interpreter, Environment &environment)
        : m_interpreter(interpreter), m_environment(environment)
    {
    }

    /// Each word gives none, one or several arguments.
    [[nodiscard]] client::Task<std::vector<std::string>> arguments(const std::vector<Word> &words);
    /// One text, never split: assignments, redirections, here-documents, the subject of `case`.
    [[nodiscard]] client::Task<std::string> text(const Word &word, bool isAssignment = false);
    /// A pattern: quotes are remembered.
    [[nodiscard]] client::Task<MarkedText> pattern(const Word &word);

private:
    using Fields = std::vector<MarkedText>;
    [[nodiscard]] client::Task<void> append(const Word &word, Fields &fields, bool isOperand,
                                            bool isAssignment = false);
    [[nodiscard]] client::Task<void> appendParameter(const WordPart &part, Fields &fields);
    [[nodiscard]] client::Task<void> appendOperand(const WordPart &part, Fields &fields);
    [[nodiscard]] client::Task<void> appendArithmetic(const WordPart &part, Fields &fields);
    void appendPositional(const WordPart &part, Fields &fields);
    void appendValue(std::string_view value, bool isQuoted, Fields &fields);
    [[nodiscard]] const std::string *lookUp(const std::string &name, std::string &storage) const;
    [[nodiscard]] std::string expandTildes(const Word &word, std::size_t index, bool isAssignment) const;
    void split(const MarkedText &field, std::vector<MarkedText> &result) const;
    void expandFileNames(const MarkedText &field, std::vector<std::string> &result) const;
    void matchPath(const std::string &prefix, const MarkedText &rest, std::vector<std::string> &result) const;

    Interpreter &m_interpreter;
    Environment &m_environment;
    std::size_t m_size = 0; ///< of all that was put in
};

} // namespace minato::shell
