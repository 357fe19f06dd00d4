// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/sh/lexer.h"
#include "shell/sh/streams.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minato::shell {

/// What $$ gives: process ids are invented, but stable.
inline constexpr std::string_view kShellProcessId = "1000";

struct Variable {
    std::optional<std::string> value; ///< nullopt: exported or read-only, but not set
    bool isExported = false;
    bool isReadOnly = false;
};

struct FileDescriptor {
    InPtr in;
    OutPtr out;
};

struct ShellOptions {
    bool exitsOnError = false;  // -e
    bool refusesUnset = false;  // -u
    bool traces = false;        // -x
    bool exportsAll = false;    // -a
    bool keepsFiles = false;    // -C
    bool onlyReads = false;     // -n
    bool ignoresGlobs = false;  // -f
    bool failsWithPipe = false; // -o pipefail
};

/// What a subshell copies: variables, functions, open files, and where control goes next.
struct Environment {
    /// How the running command list goes on.
    enum class Flow : std::uint8_t { Next, Break, Continue, Return, Exit };

    std::map<std::string, Variable, std::less<>> variables;
    std::vector<std::string> positional;
    std::map<std::string, NodePtr, std::less<>> functions;
    Aliases aliases;
    std::map<int, FileDescriptor> files;
    ShellOptions options;
    std::string shellName = "sh"; ///< $0, and what messages begin with
    std::string folder;
    std::map<int, std::string> traps; ///< signal → what to run; 0: at the end; "" ignores the signal
    std::vector<int> signals;         ///< that have come for this shell and wait for the command to end
    std::size_t optionOffset = 0;     ///< of getopts, in the word before OPTIND; 0: at its beginning
    std::vector<std::map<std::string, std::optional<Variable>>> locals; ///< one level a function call
    std::vector<std::optional<ShellOptions>> localOptions;              ///< of `local -`; as many as locals
    int status = 0;
    int captureStatus = -1; ///< of the last $(…) in this command; -1: there was none
    int line = 1;
    Flow flow = Flow::Next;
    int flowCount = 0; ///< loops still to leave
    int loopDepth = 0;
    int functionDepth = 0;
    int testDepth = 0; ///< inside a condition: set -e does not apply
    int lastBackgroundId = 0;
    bool isSubshell = false;

    [[nodiscard]] const std::string *find(std::string_view name) const
    {
        const auto it = variables.find(name);
        return it != variables.end() && it->second.value ? &*it->second.value : nullptr;
    }
    [[nodiscard]] std::string get(std::string_view name) const
    {
        const std::string *value = find(name);
        return value ? *value : std::string();
    }
    /// False when the variable is read-only (a message has been written then).
    bool set(std::string_view name, std::string value);
    [[nodiscard]] std::map<std::string, std::string> exported() const;

    [[nodiscard]] InPtr input() const;
    [[nodiscard]] OutPtr output(int fd = 1) const;
    /// "sh: 3: text" on standard error.
    void complain(std::string_view text) const;
    /// The same, and the shell (or subshell) ends with status 2.
    void fail(std::string_view text);
    [[nodiscard]] bool goesOn() const { return flow == Flow::Next; }
};

} // namespace minato::shell
