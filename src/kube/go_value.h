// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <cstdint>
#include <string_view>

namespace minato::kube {

/// A value as a Go program sees it: JSON data plus the few types that data cannot have but templates show
/// (`int` literals, bytes of a string, complex numbers), because kubectl's texts name Go types.
///
/// Mirrors   reflect.Value, as far as maps, lists and scalars decoded from JSON need it
struct GoValue {
    enum class Kind : std::uint8_t {
        Invalid, ///< no value at all: a missing key
        Nil,     ///< an interface{} that holds nothing: JSON's null inside data
        Bool,
        Int,   ///< literals, lengths, positions
        Int64, ///< whole numbers of the data
        Uint8, ///< one byte of a string
        Float64,
        Complex128, ///< `data` is a list of the two parts
        String,
        Slice,
        Map,
    };

    Kind kind = Kind::Invalid;
    bool isInterface = false; ///< reached as an item of a list or map, whose static type is interface{}
    Value data;

    /// Data by itself: null is Invalid.
    [[nodiscard]] static GoValue plain(const Value &value);
    /// Data as an item of a list or map: null is Nil.
    [[nodiscard]] static GoValue item(const Value &value);
    [[nodiscard]] static GoValue integer(std::int64_t number) { return {Kind::Int, false, number}; }
    [[nodiscard]] static GoValue byte(unsigned char c) { return {Kind::Uint8, false, std::int64_t{c}}; }
    [[nodiscard]] static GoValue complex(double real, double imaginary);

    [[nodiscard]] bool isValid() const { return kind != Kind::Invalid; }
    /// Neither of the two kinds of nothing.
    [[nodiscard]] bool hasValue() const { return kind > Kind::Nil; }
    [[nodiscard]] bool isInteger() const { return kind >= Kind::Int && kind <= Kind::Uint8; }
    /// What the interface holds; an empty one holds no value at all.
    [[nodiscard]] GoValue withoutInterface() const;
    /// Go's idea of truth: not the zero value of its type.
    [[nodiscard]] bool isTrue() const;

    /// "map[string]interface {}", "int64"; "<nil>" for nothing.
    [[nodiscard]] std::string_view typeName() const;
    /// The type of the place it was found in: "interface {}" for items.
    [[nodiscard]] std::string_view staticTypeName() const;

    /// What two values must share to be compared: text/template's basicKind, which jsonpath has a copy of.
    enum class Basic : std::uint8_t { None, Bool, Complex, Integer, Float, String };
    [[nodiscard]] Basic basic() const;
};

} // namespace minato::kube
