// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace minato::kube {

/// "100m", "1.5Gi", "12e6": an exact amount with the format it was written in.
///
/// Mirrors   apimachinery/pkg/api/resource (quantity.go)
/// Units     Held as nano-units in 128 bits; finer input rounds up, larger than 2^63-1 caps, as upstream.
/// Errors    parse() gives upstream's two messages.
class Quantity {
public:
    enum class Format : std::uint8_t { DecimalSI, BinarySI, DecimalExponent };

    Quantity() = default;
    [[nodiscard]] static std::expected<Quantity, std::string> parse(std::string_view text);
    [[nodiscard]] static Quantity fromMilli(std::int64_t milli, Format format = Format::DecimalSI);
    [[nodiscard]] static Quantity fromUnits(std::int64_t units, Format format = Format::DecimalSI);

    /// Rounded up, as Quantity.Value() and .MilliValue().
    [[nodiscard]] std::int64_t value() const;
    [[nodiscard]] std::int64_t milliValue() const;
    [[nodiscard]] Format format() const { return m_format; }
    /// Canonical text: "1.5" gives "1500m", "1024Ki" gives "1Mi".
    [[nodiscard]] std::string toString() const;

    friend bool operator==(const Quantity &a, const Quantity &b) { return a.m_nano == b.m_nano; }
    friend auto operator<=>(const Quantity &a, const Quantity &b) { return a.m_nano <=> b.m_nano; }
    friend Quantity operator+(const Quantity &a, const Quantity &b);
    friend Quantity operator-(const Quantity &a, const Quantity &b);

private:
    __extension__ using Nano = __int128;
    Nano m_nano = 0;
    Format m_format = Format::DecimalSI;
    std::string m_verbatim; ///< set for the few spellings that upstream keeps as written ("+1", "1e-3")
};

} // namespace minato::kube
