// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/commands/awk/cell.h"
#include "shell/commands/regex.h"
#include "shell/sh/streams.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace minato::shell::awk {

/// Finds a pattern that is written as a text; the pattern is kept for the next time.
class Patterns {
public:
    /// Null when it is no pattern; `mistake()` then says why.
    [[nodiscard]] const Regex *find(const std::string &pattern);
    [[nodiscard]] const std::string &mistake() const { return m_mistake; }

private:
    static constexpr std::size_t kMost = 500;
    std::map<std::string, Regex> m_known;
    std::string m_mistake;
};

/// Cuts a text at a separator as FS and split() do: " " is runs of blanks, one character stands for itself, "" cuts
/// into characters, all else is a pattern. `alsoNewlines`: RS is "".
[[nodiscard]] std::vector<std::string> splitText(const std::string &text, const std::string &separator,
                                                 Patterns &patterns, bool alsoNewlines = false);

/// $0 and its fields; each is made from the other when it is asked for.
class Record {
public:
    /// What the fields are cut at and joined with.
    struct Separators {
        std::string fs = " ", ofs = " ", convfmt = "%.6g";
        bool alsoNewlines = false;
    };
    static constexpr std::size_t kMostFields = 100'000;

    explicit Record(Patterns &patterns) : m_patterns(patterns) {}
    void setSeparators(Separators separators) { m_separators = std::move(separators); }
    /// The separators in force when the line was read cut it.
    void setText(std::string text);
    [[nodiscard]] Cell field(std::size_t number);
    void setField(std::size_t number, const Cell &value);
    [[nodiscard]] std::size_t count();
    void setCount(std::size_t count);
    /// What it was, as a copy kept it.
    void restore(const Record &before);

private:
    void cut();
    void join();

    Patterns &m_patterns;
    Separators m_separators, m_cutAt;
    Cell m_text;
    std::vector<Cell> m_fields;
    bool m_isCut = true, m_isJoined = true;
};

/// Reads records from a stream: lines, paragraphs (RS is ""), or what a character or pattern separates.
class RecordReader {
public:
    explicit RecordReader(InPtr in) : m_in(std::move(in)) {}
    /// Nullopt at the end.
    [[nodiscard]] client::Task<std::optional<std::string>> next(std::string separator, Patterns &patterns);

private:
    /// Where the first separator is; nullopt when more text could change that.
    [[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>>
    findSeparator(const std::string &separator, Patterns &patterns) const;
    InPtr m_in;
    std::string m_buffer;
    std::size_t m_at = 0;
    bool m_isAtEnd = false;
};

} // namespace minato::shell::awk
