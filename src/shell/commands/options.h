// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/process.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minato::shell {

/// The options of a text tool, read as getopt does: clusters (-vc), values (-n5, -n 5, --lines=5), "--",
/// operands anywhere.
class Options {
public:
    struct Long {
        std::string_view name;
        char letter;
    };
    /// `letters` lists the options, with ':' after those that take a value: "n:v".
    Options(const Process &process, std::string_view letters, std::vector<Long> longNames = {});

    [[nodiscard]] bool has(char letter) const { return m_values.contains(letter); }
    /// The last value given; "" when there is none.
    [[nodiscard]] std::string value(char letter) const;
    [[nodiscard]] const std::vector<std::string> &values(char letter) const;
    [[nodiscard]] const std::vector<std::string> &operands() const { return m_operands; }
    /// What getopt complains about, one line without the program's name; "" when all is well.
    [[nodiscard]] const std::string &mistake() const { return m_mistake; }
    /// Writes the complaint as GNU's tools do and gives `status` back.
    [[nodiscard]] int complain(const Process &process, int status = 1) const;

private:
    void readCluster(const std::vector<std::string> &arguments, std::size_t &at, std::string_view letters);
    void readLong(const std::vector<std::string> &arguments, std::size_t &at, std::string_view letters,
                  const std::vector<Long> &longNames);
    std::map<char, std::vector<std::string>> m_values;
    std::vector<std::string> m_operands;
    std::string m_mistake;
};

/// A file to read, "-" being standard input; nullptr after a message ("NAME: FILE: No such file or
/// directory").
[[nodiscard]] InPtr openInput(const Process &process, const std::string &path);

/// The same without a message.
[[nodiscard]] InPtr openQuietly(const Process &process, const std::string &path);

/// The operands as files, or standard input when there are none.
[[nodiscard]] std::vector<std::string> filesOrInput(const Options &options);

/// Prints what `map` makes of each line of the files, if anything; the status, 1 when one cannot be opened.
[[nodiscard]] client::Task<int>
mapLines(Process &process, std::vector<std::string> files,
         std::move_only_function<std::optional<std::string>(const Line &line)> map);

} // namespace minato::shell
