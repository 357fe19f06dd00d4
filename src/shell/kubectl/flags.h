// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace minato::shell::kubectl {

/// A List takes several values with commas between them, an Array one value each time.
enum class FlagType : std::uint8_t { Bool, Text, Int, Int32, Duration, List, Array };

/// One flag of a command, as its help shows it.
struct FlagSpec {
    std::string_view name;
    char shorthand = 0;
    FlagType type = FlagType::Bool;
    std::string_view standard = "false"; ///< the value when it is not given
    std::string_view help;
    std::string_view bare = {}; ///< the value of the flag without "=…", where that is allowed ("" otherwise)
};
using FlagSpecs = std::span<const FlagSpec>;

/// The flags and arguments of one call.
///
/// Mirrors   spf13/pflag with interspersed arguments, its messages included
class Flags {
public:
    /// `groups` together list what the command knows. Error: pflag's message.
    [[nodiscard]] static std::expected<Flags, std::string> parse(std::span<const FlagSpecs> groups,
                                                                 std::span<const std::string> words);

    [[nodiscard]] const std::vector<std::string> &arguments() const { return m_arguments; }
    /// How many arguments stood before "--"; npos when there was none.
    [[nodiscard]] std::size_t argumentsBeforeDashes() const { return m_beforeDashes; }
    [[nodiscard]] bool isGiven(std::string_view name) const { return m_given.contains(name); }
    /// The flags as they were given, one after the other: "replicas" and "3".
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>> &given() const { return m_order; }
    [[nodiscard]] const std::string &text(std::string_view name) const;
    [[nodiscard]] bool isTrue(std::string_view name) const { return text(name) == "true"; }
    [[nodiscard]] std::int64_t number(std::string_view name) const;
    /// Of a List or Array: all values.
    [[nodiscard]] const std::vector<std::string> &list(std::string_view name) const;

private:
    struct Value {
        std::string text;
        std::vector<std::string> items;
    };
    [[nodiscard]] std::expected<void, std::string> set(const FlagSpec &spec, std::string_view value);

    std::map<std::string, Value, std::less<>> m_values; ///< every flag that the command knows
    std::set<std::string, std::less<>> m_given;
    std::vector<std::pair<std::string, std::string>> m_order;
    std::vector<std::string> m_arguments;
    std::size_t m_beforeDashes = std::string::npos;
};

/// The flag of that name, or null.
[[nodiscard]] const FlagSpec *findFlag(std::span<const FlagSpecs> groups, std::string_view name);
[[nodiscard]] const FlagSpec *findShorthand(std::span<const FlagSpecs> groups, char letter);

} // namespace minato::shell::kubectl
