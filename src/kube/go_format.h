// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/go_value.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace minato::kube {

class FormatReader;

/// Prints values as Go's Print, Println and Printf do, with every verb and flag.
///
/// Mirrors   fmt (print.go, format.go)
/// Differs   %p prints as a verb that does not fit: addresses would differ from run to run.
/// Errors    In the text, as in Go: `%!d(string=web)`, `%!s(MISSING)`. Printing stops at the limit.
class GoPrinter {
public:
    explicit GoPrinter(std::size_t limit) : m_limit(limit) {}

    void print(std::span<const GoValue> values);
    void printLine(std::span<const GoValue> values);
    void printFormatted(std::string_view format, std::span<const GoValue> values);
    /// One value by a verb without flags, or with '#' before it.
    void printValue(const GoValue &value, char32_t verb = 'v', bool isSharp = false);

    [[nodiscard]] bool isFull() const { return m_out.size() > m_limit; }
    [[nodiscard]] std::string take() { return std::move(m_out); }

private:
    struct Flags {
        bool minus = false, plus = false, sharp = false, space = false, zero = false;
        bool goSyntax = false; ///< %#v
        int width = 0, precision = 0;
        bool hasWidth = false, hasPrecision = false;
    };

    friend class FormatReader;

    void write(std::string_view text);
    void pad(std::size_t count, char with);
    void writePadded(std::string_view text);
    void writeArgument(const GoValue &value, char32_t verb);
    void writeNested(const GoValue &value, char32_t verb);
    void writeMap(const GoValue &value, char32_t verb);
    void writeSlice(const GoValue &value, char32_t verb);
    void writeBadVerb(const GoValue &value, char32_t verb);
    void writeInteger(const GoValue &value, char32_t verb);
    void writeDigits(std::int64_t number, unsigned base, char32_t verb);
    void writeUnicode(std::int64_t number);
    void writeFloat(double number, char32_t verb);
    void writeComplex(const GoValue &value, char32_t verb);
    void writeString(std::string_view text, char32_t verb);
    void writeBytes(std::string_view text, bool upper);
    void writeQuoted(std::string_view text);
    [[nodiscard]] std::string_view truncated(std::string_view text) const;
    [[nodiscard]] char padding() const { return m_flags.zero && !m_flags.minus ? '0' : ' '; }

    std::size_t m_limit;
    std::string m_out;
    Flags m_flags;
};

} // namespace minato::kube
