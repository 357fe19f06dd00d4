// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <compare>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace minato::kube {

/// "100m", "1.5Gi", "12e6": an exact amount with the format it was written in.
///
/// Mirrors   apimachinery/pkg/api/resource (quantity.go)
/// Units     Held as nano-units in 128 bits; finer input rounds away from zero, and BinarySI beyond 2^63-1 is
/// cut to
///           that, both as upstream.
/// Differs   Decimal amounts beyond 10^28 units are cut to that; value() and milliValue() stop at the limits
/// of 64 bits
///           where upstream's overflow.
/// Errors    parse() gives upstream's messages.
class Quantity {
public:
    enum class Format : std::uint8_t { DecimalSI, BinarySI, DecimalExponent };

    Quantity() = default;
    [[nodiscard]] static std::expected<Quantity, std::string> parse(std::string_view text);
    /// What an object holds: a string, where spaces around it do not matter, or a number. Null is zero.
    [[nodiscard]] static std::expected<Quantity, std::string> fromValue(const Value &value);
    [[nodiscard]] static Quantity fromMilli(std::int64_t milli, Format format = Format::DecimalSI);
    [[nodiscard]] static Quantity fromUnits(std::int64_t units, Format format = Format::DecimalSI);

    /// Rounded away from zero, as Quantity.Value() and .MilliValue().
    [[nodiscard]] std::int64_t value() const;
    [[nodiscard]] std::int64_t milliValue() const;
    [[nodiscard]] bool isZero() const { return m_nano == 0; }
    [[nodiscard]] int sign() const { return m_nano == 0 ? 0 : m_nano < 0 ? -1 : 1; }
    [[nodiscard]] Format format() const { return m_format; }
    /// Canonical text: "1024Ki" gives "1Mi". A few spellings stay as they were written ("1.500", "+1"), as
    /// upstream.
    [[nodiscard]] std::string toString() const;

    friend bool operator==(const Quantity &a, const Quantity &b) { return a.m_nano == b.m_nano; }
    friend std::strong_ordering operator<=>(const Quantity &a, const Quantity &b)
    {
        return a.m_nano <=> b.m_nano;
    }
    /// The result has the format of the left side, or of the right side when the left is zero.
    friend Quantity operator+(const Quantity &a, const Quantity &b);
    friend Quantity operator-(const Quantity &a, const Quantity &b);

private:
    __extension__ using Nano = __int128;
    [[nodiscard]] std::int64_t scaled(Nano unit) const;

    Nano m_nano = 0;
    Format m_format = Format::DecimalSI;
    std::string m_verbatim; ///< set for the spellings that toString() keeps
};

} // namespace minato::kube
