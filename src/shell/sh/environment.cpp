// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sh/environment.h"

namespace minato::shell {

bool Environment::set(std::string_view name, std::string value)
{
    Variable &variable = variables[std::string(name)];
    if (variable.isReadOnly) {
        fail(std::string(name) + ": is read only");
        return false;
    }
    variable.value = std::move(value);
    variable.isExported |= options.exportsAll;
    if (name == "OPTIND")
        optionOffset = 0;
    return true;
}

std::map<std::string, std::string> Environment::exported() const
{
    std::map<std::string, std::string> result;
    for (const auto &[name, variable] : variables)
        if (variable.isExported && variable.value)
            result.emplace(name, *variable.value);
    return result;
}

InPtr Environment::input() const
{
    const auto file = files.find(0);
    return file != files.end() && file->second.in ? file->second.in : std::make_shared<TextInput>();
}

OutPtr Environment::output(int fd) const
{
    const auto file = files.find(fd);
    return file != files.end() && file->second.out ? file->second.out : std::make_shared<NullOutput>();
}

void Environment::complain(std::string_view text) const
{
    output(2)->write(shellName + ": " + std::to_string(line) + ": " + std::string(text) + "\n");
}

void Environment::fail(std::string_view text)
{
    complain(text);
    status = 2;
    flow = Flow::Exit;
}

} // namespace minato::shell
