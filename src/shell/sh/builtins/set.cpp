// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// set: options, positional parameters, and the list of variables.
#include "shell/sh/builtins.h"

#include <algorithm>
#include <array>

namespace minato::shell {
namespace {

struct NamedOption {
    std::string_view name;
    char letter;                          ///< 0: has a name only
    bool ShellOptions::*member = nullptr; ///< null: accepted; nothing here hears it
};

/// In the order in which `set -o` lists them.
constexpr std::array kOptions{NamedOption{"errexit", 'e', &ShellOptions::exitsOnError},
                              NamedOption{"noglob", 'f', &ShellOptions::ignoresGlobs},
                              NamedOption{"ignoreeof", 'I'},
                              NamedOption{"interactive", 'i'},
                              NamedOption{"monitor", 'm'},
                              NamedOption{"noexec", 'n', &ShellOptions::onlyReads},
                              NamedOption{"stdin", 's'},
                              NamedOption{"xtrace", 'x', &ShellOptions::traces},
                              NamedOption{"verbose", 'v'},
                              NamedOption{"vi", 'V'},
                              NamedOption{"emacs", 'E'},
                              NamedOption{"noclobber", 'C', &ShellOptions::keepsFiles},
                              NamedOption{"allexport", 'a', &ShellOptions::exportsAll},
                              NamedOption{"notify", 'b'},
                              NamedOption{"nounset", 'u', &ShellOptions::refusesUnset},
                              NamedOption{"nolog", 0},
                              NamedOption{"debug", 0},
                              NamedOption{"pipefail", 0, &ShellOptions::failsWithPipe}};

int refuse(BuiltinCall call, std::string_view text)
{
    call.environment.fail(call.arguments.front() + ": " + std::string(text));
    return 2;
}

bool setOption(ShellOptions &options, const auto &wanted, bool isOn, auto member)
{
    const auto known = std::ranges::find(kOptions, wanted, member);
    if (known == kOptions.end())
        return false;
    if (known->member)
        options.*known->member = isOn;
    return true;
}

bool isSet(const ShellOptions &options, const NamedOption &option)
{
    return option.member && options.*option.member;
}

/// `set -o` tells people, `set +o` tells shells.
void listOptions(BuiltinCall call, bool isForPeople)
{
    if (isForPeople)
        call.print("Current option settings\n");
    for (const NamedOption &option : kOptions) {
        const bool isOn = isSet(call.environment.options, option);
        const std::string name(option.name);
        if (isForPeople)
            call.print(name + std::string(16 - name.size(), ' ') + (isOn ? "on\n" : "off\n"));
        else
            call.print(std::string("set ") + (isOn ? "-o " : "+o ") + name + "\n");
    }
}

void listVariables(BuiltinCall call)
{
    for (const auto &[name, variable] : call.environment.variables)
        if (variable.value)
            call.print(name + "=" + singleQuoted(*variable.value) + "\n");
}

} // namespace

client::Task<int> runSet(BuiltinCall call)
{
    Environment &environment = call.environment;
    const auto &arguments = call.arguments;
    if (arguments.size() == 1)
        listVariables(call);
    std::size_t i = 1;
    for (; i < arguments.size(); ++i) {
        const std::string &word = arguments[i];
        if (word == "--" || word.size() < 2 || (word.front() != '-' && word.front() != '+'))
            break;
        const bool isOn = word.front() == '-';
        for (const char letter : word.substr(1)) {
            if (letter == 'o' && i + 1 == arguments.size())
                listOptions(call, isOn);
            else if (letter == 'o' && !setOption(environment.options, std::string_view(arguments[++i]), isOn,
                                                 &NamedOption::name))
                co_return refuse(call, "Illegal option " + word.substr(0, 1) + "o " + arguments[i]);
            else if (letter != 'o' && !setOption(environment.options, letter, isOn, &NamedOption::letter))
                co_return refuse(call, "Illegal option " + word.substr(0, 1) + letter);
        }
    }
    const bool hasDashes = i < arguments.size() && arguments[i] == "--";
    if (hasDashes)
        ++i;
    if (hasDashes || i < arguments.size())
        environment.positional.assign(arguments.begin() + static_cast<std::ptrdiff_t>(i), arguments.end());
    co_return 0;
}

} // namespace minato::shell
