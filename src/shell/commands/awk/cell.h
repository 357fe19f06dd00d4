// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace minato::shell::awk {

/// A value of awk: text, number, or both at once.
struct Cell {
    enum class Kind : std::uint8_t {
        Unset,
        Number,
        Text,
        Input ///< text from outside that counts as a number where it looks like one
    };
    Kind kind = Kind::Unset;
    double number = 0;
    std::string text;

    [[nodiscard]] static Cell of(double number) { return {.kind = Kind::Number, .number = number}; }
    [[nodiscard]] static Cell of(std::string text) { return {.kind = Kind::Text, .text = std::move(text)}; }
    /// A field, a line, an element of split(), a variable of the command line.
    [[nodiscard]] static Cell input(std::string text);

    [[nodiscard]] double asNumber() const;
    /// Whole numbers without a fraction, others by `format` (CONVFMT or OFMT).
    [[nodiscard]] std::string asText(const std::string &format) const;
    [[nodiscard]] bool isTrue() const;
};

/// Below, equal or above zero: numbers as such when both may be numbers, else texts by their bytes.
[[nodiscard]] int compare(const Cell &a, const Cell &b, const std::string &format);

/// Sorts whole numbers by value, before everything else: the order of `for (k in a)`, which awk leaves open.
struct KeyOrder {
    bool operator()(const std::string &a, const std::string &b) const;
};
using Array = std::map<std::string, Cell, KeyOrder>;
using ArrayPtr = std::shared_ptr<Array>;

/// A variable: a value or an array, as its first use decides.
struct Slot {
    Cell cell;
    ArrayPtr array;

    [[nodiscard]] Array &elements()
    {
        if (!array)
            array = std::make_shared<Array>();
        return *array;
    }
};

} // namespace minato::shell::awk
