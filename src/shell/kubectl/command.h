// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/sentence.h"
#include "client/task.h"
#include "shell/kubectl/flags.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace minato::shell::kubectl {

class Session;

/// A command of kubectl: how it is called and helped with, and what it does.
struct Command {
    std::string_view path;     ///< "rollout status"
    std::string_view usage;    ///< what follows the path: "(TYPE NAME | TYPE/NAME) [flags]"
    std::string_view brief;    ///< one line, no full stop
    std::string_view text;     ///< the rest of the description; may be empty
    std::string_view examples; ///< lines, "# what" before each
    std::vector<FlagSpecs> flags;
    client::Task<int> (*run)(Session &session) = nullptr; ///< null: a group, which prints its help
    std::vector<std::string_view> required = {};          ///< flags that must be given
    std::vector<std::string_view> aliases = {};
    bool failsBare = false;  ///< a group: status 1 when called without a subcommand
    bool helpsOnErr = false; ///< a group: its help then goes where errors go
};

/// Flags that every command takes.
[[nodiscard]] FlagSpecs globalFlags();
/// All commands, in the order of kubectl's help.
[[nodiscard]] const std::vector<const Command *> &allCommands();

/// What the words of a call mean: the command, and the words left for it.
struct Call {
    const Command *command = nullptr; ///< null: kubectl itself
    std::vector<std::string> words;
    std::string unknown; ///< the first word, when no command has that name
};
[[nodiscard]] Call resolve(const std::vector<std::string> &arguments);

/// Names that an unknown command may have meant, as cobra finds them.
[[nodiscard]] std::vector<std::string> suggestions(std::string_view typed);

/// Our own help, in the language of $LC_ALL, $LC_MESSAGES or $LANG; kubectl's results are English as the real one's.
using base::Language;
[[nodiscard]] Language languageOf(const std::map<std::string, std::string> &environment);
[[nodiscard]] std::string rootHelp(Language language);
[[nodiscard]] std::string helpOf(const Command &command, Language language);
[[nodiscard]] std::string globalOptionsHelp(Language language);

} // namespace minato::shell::kubectl
