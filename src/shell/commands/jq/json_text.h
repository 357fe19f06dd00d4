// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/commands/jq/value.h"

#include <optional>

namespace minato::shell::jq {

/// Reads JSON values that follow one another.
///
/// Errors    Throws Error, with jq's words: "Invalid numeric literal at line 1, column 4".
class JsonReader {
public:
    explicit JsonReader(std::string_view text) : m_text(text) {}
    /// The next value; nullopt at the end.
    [[nodiscard]] std::optional<Value> next();
    /// How many lines have been read.
    [[nodiscard]] int lines() const;

private:
    static constexpr int kMostDepth = 256;
    [[nodiscard]] Value value(int depth);
    [[nodiscard]] Value array(int depth);
    [[nodiscard]] Value object(int depth);
    [[nodiscard]] std::string string();
    void escape(std::string &text);
    [[nodiscard]] unsigned hex();
    [[nodiscard]] Value word();
    void skipBlanks();
    [[noreturn]] void fail(const std::string &what) const;
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }

    std::string_view m_text;
    std::size_t m_at = 0;
};

struct TextStyle {
    int indent = 0;         ///< blanks a level; 0: all on one line; negative: tabs
    bool sortsKeys = false; ///< -S
    bool isAscii = false;   ///< -a
};
[[nodiscard]] std::string toText(const Value &value, TextStyle style = {});
[[nodiscard]] std::string numberText(const Value &number);

} // namespace minato::shell::jq
