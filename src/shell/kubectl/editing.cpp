// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/editing.h"

#include "base/random.h"
#include "kube/go_quote.h"
#include "shell/kubectl/pairs.h"
#include "shell/sh/environment.h"
#include "shell/sh/interpreter.h"

namespace minato::shell::kubectl {
namespace {

std::string editorOf(const Process &process)
{
    for (const char *name : {"KUBE_EDITOR", "EDITOR"})
        if (const auto found = process.environment.find(name);
            found != process.environment.end() && !found->second.empty())
            return found->second;
    return {};
}

/// The line that runs the editor on the file. Only an editor with quotes in it is the shell's to read.
std::string editorLine(const std::string &editor, const std::string &path)
{
    if (editor.find_first_of("\"'\\") != std::string::npos)
        return editor + " " + kube::goQuote(path);
    std::string line;
    for (const std::string &word : splitAt(editor, ' '))
        line += "'" + word + "' ";
    return line + "'" + path + "'";
}

/// Whether an editor is no program here; one with quotes is the shell's to find.
bool isMissing(const Session &session, const std::string &editor)
{
    const std::string name = splitAt(editor, ' ').front();
    return editor.find_first_of("\"'\\") == std::string::npos && !findProgram(session.services(), name) &&
           name != "true" && name != "false";
}

client::Task<int> runEditor(Session &session, std::string line)
{
    Process &process = session.process();
    Interpreter interpreter(session.services());
    Environment environment;
    for (const auto &[name, value] : process.environment)
        environment.variables[name] = {.value = value, .isExported = true};
    environment.folder = process.folder;
    environment.files = {{0, {.in = process.in}}, {1, {.out = process.out}}, {2, {.out = process.err}}};
    co_await interpreter.runScript(std::move(line), environment);
    co_return environment.status;
}

} // namespace

client::Task<Result<Edited>> editText(Session &session, std::string text)
{
    base::RandomStream random(static_cast<std::uint64_t>(session.now().ns), "kubectl-edit");
    const std::string path = "/tmp/kubectl-edit-" + std::to_string(random.next() % 10'000'000'000U) + ".yaml";
    Files &files = session.services().files;
    const auto write = [&files, &path](std::string_view content) {
        return files.create(path) && files.append(path, content);
    };
    if (!write(text))
        co_return std::unexpected(Error("write " + path + ": no space left on device"));
    const std::string editor = editorOf(session.process());
    if (editor.empty() && !session.state().editor)
        co_return std::unexpected(Error("unable to launch the editor \"vi\""));
    if (!editor.empty() && isMissing(session, editor))
        co_return std::unexpected(Error("unable to launch the editor " + kube::goQuote(editor)));
    if (editor.empty()) {
        const auto edited = co_await session.state().editor(std::move(text));
        if (!edited)
            co_return std::unexpected(Error("there was a problem with the editor \"vi\""));
        static_cast<void>(write(*edited));
        co_return Edited{*edited, path};
    }
    if (const int status = co_await runEditor(session, editorLine(editor, path)); status != 0)
        co_return std::unexpected(Error("there was a problem with the editor " + kube::goQuote(editor)));
    const auto edited = files.read(path, path);
    co_return Edited{edited.value_or(std::string()), path};
}

} // namespace minato::shell::kubectl
