// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// export, readonly, unset, local, shift, alias, unalias, read.
#include "shell/sh/arithmetic.h"
#include "shell/sh/builtins.h"

#include <algorithm>

namespace minato::shell {

std::string singleQuoted(std::string_view text)
{
    std::string result = "'";
    for (const char c : text)
        result += c == '\'' ? "'\"'\"'" : std::string(1, c);
    return result + "'";
}

namespace {

/// An error in a special builtin: message, status 2, the shell ends.
int refuse(BuiltinCall call, std::string_view text)
{
    call.environment.fail(call.arguments.front() + ": " + std::string(text));
    return 2;
}

struct NameAndValue {
    std::string name;
    std::optional<std::string> value;
};

NameAndValue splitAssignment(const std::string &argument)
{
    const std::size_t equals = argument.find('=');
    if (equals == std::string::npos)
        return {argument, std::nullopt};
    return {argument.substr(0, equals), argument.substr(equals + 1)};
}

void printVariables(BuiltinCall call, bool isExport)
{
    for (const auto &[name, variable] : call.environment.variables) {
        if (isExport ? !variable.isExported : !variable.isReadOnly)
            continue;
        const std::string value = variable.value ? "=" + singleQuoted(*variable.value) : "";
        call.print(call.arguments.front() + " " + name + value + "\n");
    }
}

} // namespace

client::Task<int> runExport(BuiltinCall call)
{
    const bool isExport = call.arguments.front() == "export";
    std::size_t first = 1;
    if (call.arguments.size() > 1 && (call.arguments[1] == "-p" || call.arguments[1] == "--"))
        ++first;
    if (first == call.arguments.size()) {
        printVariables(call, isExport);
        co_return 0;
    }
    for (std::size_t i = first; i < call.arguments.size(); ++i) {
        const NameAndValue item = splitAssignment(call.arguments[i]);
        if (!isName(item.name))
            co_return refuse(call, item.name + ": bad variable name");
        if (item.value && !call.environment.set(item.name, *item.value))
            co_return 2;
        Variable &variable = call.environment.variables[item.name];
        (isExport ? variable.isExported : variable.isReadOnly) = true;
    }
    co_return 0;
}

client::Task<int> runUnset(BuiltinCall call)
{
    bool isFunction = false;
    for (std::size_t i = 1; i < call.arguments.size(); ++i) {
        const std::string &name = call.arguments[i];
        if (name == "-f" || name == "-v") {
            isFunction = name == "-f";
            continue;
        }
        if (isFunction) {
            call.environment.functions.erase(name);
            continue;
        }
        if (!isName(name))
            co_return refuse(call, name + ": bad variable name");
        const auto found = call.environment.variables.find(name);
        if (found == call.environment.variables.end())
            continue;
        if (found->second.isReadOnly)
            co_return refuse(call, name + ": is read only");
        call.environment.variables.erase(found);
    }
    co_return 0;
}

client::Task<int> runLocal(BuiltinCall call)
{
    Environment &environment = call.environment;
    if (environment.locals.empty())
        co_return refuse(call, "not in a function");
    for (std::size_t i = 1; i < call.arguments.size(); ++i) {
        const NameAndValue item = splitAssignment(call.arguments[i]);
        if (item.name == "-") {
            environment.localOptions.back() = environment.options;
            continue;
        }
        if (!isName(item.name))
            co_return refuse(call, item.name + ": bad variable name");
        const auto found = environment.variables.find(item.name);
        environment.locals.back().try_emplace(
            item.name, found == environment.variables.end() ? std::nullopt : std::optional(found->second));
        if (item.value && !environment.set(item.name, *item.value))
            co_return 2;
    }
    co_return 0;
}

client::Task<int> runShift(BuiltinCall call)
{
    std::int64_t count = 1;
    if (call.arguments.size() > 1) {
        const auto number = parseNumber(call.arguments[1], 10);
        if (!number || *number < 0)
            co_return refuse(call, "Illegal number: " + call.arguments[1]);
        count = *number;
    }
    auto &positional = call.environment.positional;
    if (count > static_cast<std::int64_t>(positional.size()))
        co_return refuse(call, "can't shift that many");
    positional.erase(positional.begin(), positional.begin() + count);
    co_return 0;
}

client::Task<int> runAlias(BuiltinCall call)
{
    Aliases &aliases = call.environment.aliases;
    int status = 0;
    if (call.arguments.size() == 1)
        for (const auto &[name, text] : aliases)
            call.print(name + "=" + singleQuoted(text) + "\n");
    for (std::size_t i = 1; i < call.arguments.size(); ++i) {
        const NameAndValue item = splitAssignment(call.arguments[i]);
        const auto found = aliases.find(item.name);
        if (item.value) {
            aliases[item.name] = *item.value;
        } else if (found != aliases.end()) {
            call.print(found->first + "=" + singleQuoted(found->second) + "\n");
        } else {
            call.environment.output(2)->write("alias: " + item.name + " not found\n");
            status = 1;
        }
    }
    co_return status;
}

client::Task<int> runUnalias(BuiltinCall call)
{
    int status = 0;
    for (std::size_t i = 1; i < call.arguments.size(); ++i) {
        if (call.arguments[i] == "-a") {
            call.environment.aliases.clear();
        } else if (call.environment.aliases.erase(call.arguments[i]) == 0) {
            call.environment.output(2)->write("unalias: " + call.arguments[i] + " not found\n");
            status = 1;
        }
    }
    co_return status;
}

namespace {

struct ReadText {
    std::string text, isEscaped; ///< equally long; '1' where a backslash protects the character
    bool hasNewline = false;
};

client::Task<ReadText> readInput(InPtr in, bool isRaw)
{
    ReadText result;
    for (;;) {
        const auto line = co_await in->readLine();
        if (!line)
            co_return result;
        bool continues = false;
        for (std::size_t i = 0; i < line->text.size(); ++i) {
            const bool isEscape = !isRaw && line->text[i] == '\\';
            continues = isEscape && i + 1 == line->text.size() && line->hasNewline;
            if (isEscape && ++i == line->text.size())
                break;
            result.text += line->text[i];
            result.isEscaped += isEscape ? '1' : '0';
        }
        result.hasNewline = line->hasNewline;
        if (!continues)
            co_return result;
    }
}

/// Gives each name a field; the last one gets the rest.
std::vector<std::string> splitFields(const ReadText &input, std::string_view separators, std::size_t count)
{
    const std::string &text = input.text;
    const auto isSeparator = [&](std::size_t i) {
        return i < text.size() && input.isEscaped[i] == '0' && separators.contains(text[i]);
    };
    const auto isBlank = [&](std::size_t i) {
        return isSeparator(i) && std::string_view(" \t\n").contains(text[i]);
    };
    std::vector<std::string> fields;
    std::size_t at = 0;
    while (isBlank(at))
        ++at;
    while (fields.size() + 1 < count) {
        const std::size_t begin = at;
        while (at < text.size() && !isSeparator(at))
            ++at;
        fields.push_back(text.substr(begin, at - begin));
        while (isBlank(at))
            ++at;
        if (isSeparator(at) && !isBlank(at))
            ++at;
        while (isBlank(at))
            ++at;
    }
    std::size_t end = text.size();
    while (end > at && isBlank(end - 1))
        --end;
    std::string rest = text.substr(at, end - at);
    // A single field does not keep the separator that ends it.
    if (!rest.empty() && isSeparator(end - 1) &&
        std::ranges::count_if(rest, [&](char c) { return separators.contains(c); }) == 1)
        rest.pop_back();
    fields.push_back(std::move(rest));
    return fields;
}

} // namespace

client::Task<int> runRead(BuiltinCall call)
{
    bool isRaw = false;
    std::size_t first = 1;
    for (; first < call.arguments.size() && call.arguments[first].starts_with('-'); ++first) {
        isRaw |= call.arguments[first].contains('r');
        if (call.arguments[first] == "-p" && first + 1 < call.arguments.size())
            call.environment.output(2)->write(call.arguments[++first]);
    }
    if (first >= call.arguments.size())
        co_return call.complain("arg count", 2);
    const ReadText input = co_await readInput(call.environment.input(), isRaw);
    const std::string *given = call.environment.find("IFS");
    const std::string separators = given ? *given : " \t\n";
    const auto fields = splitFields(input, separators, call.arguments.size() - first);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (!isName(call.arguments[first + i]))
            co_return call.complain(call.arguments[first + i] + ": bad variable name", 2);
        if (!call.environment.set(call.arguments[first + i], fields[i]))
            co_return 2;
    }
    co_return input.hasNewline ? 0 : 1;
}

} // namespace minato::shell
