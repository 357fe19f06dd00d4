// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// awk [-F SEPARATOR] [-v NAME=VALUE] [-f FILE | 'PROGRAM'] [FILE…]
//
// Mirrors   POSIX awk as mawk 1.3.4 runs it
// Differs   Texts are counted in characters. Commands that are printed to run when they are closed. for (k in a) goes
//           through whole numbers by value, then through the rest by bytes.
#include "shell/commands/awk/compiler.h"
#include "shell/commands/awk/machine.h"
#include "shell/commands/programs.h"
#include "shell/sh/lexer.h"

#include <utility>

namespace minato::shell {
namespace {

constexpr int kTrouble = 2;

struct AwkCall {
    std::optional<std::string> separator, program;
    std::vector<std::pair<std::string, std::string>> variables;
    std::vector<std::string> files, operands;
    std::string mistake;
};

AwkCall readArguments(const std::vector<std::string> &arguments)
{
    AwkCall call;
    std::size_t at = 1;
    for (; at < arguments.size() && arguments[at].size() > 1 && arguments[at].front() == '-'; ++at) {
        const std::string &word = arguments[at];
        if (word == "--") {
            ++at;
            break;
        }
        const char option = word[1];
        if (option != 'F' && option != 'v' && option != 'f') {
            call.mistake = "not an option: " + word;
            return call;
        }
        if (word.size() == 2 && at + 1 == arguments.size()) {
            call.mistake = std::string("option requires an argument -- ") + option;
            return call;
        }
        const std::string value = word.size() > 2 ? word.substr(2) : arguments[++at];
        if (option == 'F') {
            call.separator = value;
        } else if (option == 'f') {
            call.files.push_back(value);
        } else if (const std::size_t equals = value.find('=');
                   equals != std::string::npos && isName(std::string_view(value).substr(0, equals))) {
            call.variables.emplace_back(value.substr(0, equals), value.substr(equals + 1));
        } else {
            call.mistake = "improper assignment: -v " + value;
        }
    }
    if (call.files.empty() && at < arguments.size())
        call.program = arguments[at++];
    call.operands.assign(arguments.begin() + static_cast<std::ptrdiff_t>(std::min(at, arguments.size())),
                         arguments.end());
    return call;
}

} // namespace

client::Task<int> runAwk(Process &process)
{
    AwkCall call = readArguments(process.arguments);
    for (const std::string &name : call.files) {
        auto text = process.services.files.read(Files::resolve(name, process.folder), name);
        if (!text) {
            call.mistake = "couldn't open file " + name;
            break;
        }
        call.program = call.program.value_or("") + *text + "\n";
    }
    if (!call.mistake.empty()) {
        process.complain("awk: " + call.mistake + "\n");
        co_return kTrouble;
    }
    if (!call.program) {
        process.complain("Usage: awk [-F value] [-v var=value] [-f file | 'program text'] [file ...]\n");
        co_return kTrouble;
    }
    auto program = awk::Compiler::compile(*call.program);
    if (!program) {
        process.complain("awk: line " + std::to_string(program.error().line) + ": " +
                         program.error().message + "\n");
        co_return kTrouble;
    }
    awk::Machine machine(process, std::move(*program));
    if (call.separator)
        machine.assign("FS", *call.separator == "t" ? "\\t" : *call.separator);
    for (const auto &[name, value] : call.variables)
        machine.assign(name, value);
    int status = co_await machine.run(std::move(call.operands));
    co_return status;
}

} // namespace minato::shell
