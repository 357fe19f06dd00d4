// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Redirections: where file descriptors go for one command.
#include "shell/sh/arithmetic.h"
#include "shell/sh/expand.h"
#include "shell/sh/interpreter.h"

#include <algorithm>
#include <array>

namespace minato::shell {
namespace {

/// Writes to a file in memory; what no longer fits is lost, and said once.
class FileOutput : public OutStream {
public:
    FileOutput(Files &files, std::string path, OutPtr errors)
        : m_files(files), m_path(std::move(path)), m_errors(std::move(errors))
    {
    }
    void write(std::string_view text) override
    {
        if (m_files.append(m_path, text) || m_isFull)
            return;
        m_isFull = true;
        m_errors->write("sh: write error: No space left on device\n");
    }

private:
    Files &m_files;
    std::string m_path;
    OutPtr m_errors;
    bool m_isFull = false;
};

/// /dev/stdout, /dev/stderr, /dev/stdin and /dev/fd/N name what is open already; -1: not such a name.
int descriptorOf(std::string_view path)
{
    static constexpr std::array<std::string_view, 3> names{"/dev/stdin", "/dev/stdout", "/dev/stderr"};
    const auto known = std::ranges::find(names, path);
    if (known != names.end())
        return static_cast<int>(known - names.begin());
    constexpr std::string_view folder = "/dev/fd/";
    const auto number =
        path.starts_with(folder) ? parseNumber(path.substr(folder.size()), 10) : std::unexpected("");
    return number && *number >= 0 && *number < 10 ? static_cast<int>(*number) : -1;
}

OutPtr openOutput(Services &services, const std::string &path, bool appends, bool mayReplace,
                  Environment &environment, std::string_view asTyped)
{
    if (path == "/dev/null")
        return std::make_shared<NullOutput>();
    if (const int fd = descriptorOf(path); fd >= 0) {
        OutPtr out = environment.output(fd);
        return out;
    }
    if (!appends && !mayReplace && environment.options.keepsFiles && services.files.exists(path)) {
        environment.complain("cannot create " + std::string(asTyped) + ": File exists");
        return nullptr;
    }
    const bool keepsText = appends && services.files.exists(path) && !services.files.isFolder(path);
    if (!keepsText) {
        if (const auto created = services.files.create(path); !created) {
            environment.complain("cannot create " + std::string(asTyped) + ": " + created.error());
            return nullptr;
        }
    }
    return std::make_shared<FileOutput>(services.files, path, environment.output(2));
}

/// 2>&1 and 0<&3; `-` closes.
bool duplicate(const Redirect &redirect, const std::string &target, Environment &environment)
{
    if (target == "-") {
        environment.files.erase(redirect.fd);
        return true;
    }
    const auto number = parseNumber(target, 10);
    if (!number || target.empty()) {
        environment.fail("Syntax error: Bad fd number");
        return false;
    }
    const auto source = environment.files.find(static_cast<int>(*number));
    if (source == environment.files.end()) {
        environment.complain(target + ": Bad file descriptor");
        return false;
    }
    environment.files[redirect.fd] = FileDescriptor(source->second);
    return true;
}

} // namespace

client::Task<bool> Interpreter::redirectOne(const Redirect &redirect, Environment &environment)
{
    Expander expander(*this, environment);
    environment.status = 2; // if it cannot be done
    if (redirect.kind == Redirect::Kind::HereDoc) {
        std::string text = co_await expander.text(redirect.document->body);
        if (!environment.goesOn())
            co_return false;
        environment.files[redirect.fd] = {.in = std::make_shared<TextInput>(std::move(text))};
        co_return true;
    }
    const std::string target = co_await expander.text(redirect.target);
    if (!environment.goesOn())
        co_return false;
    if (redirect.kind == Redirect::Kind::DuplicateIn || redirect.kind == Redirect::Kind::DuplicateOut)
        co_return duplicate(redirect, target, environment);
    const std::string path = Files::resolve(target, environment.folder);
    if (redirect.kind != Redirect::Kind::In) {
        OutPtr out = openOutput(m_services, path, redirect.kind != Redirect::Kind::Out, redirect.mayReplace,
                                environment, target);
        if (!out)
            co_return false;
        InPtr in;
        if (redirect.kind == Redirect::Kind::ReadWrite)
            in = std::make_shared<TextInput>(m_services.files.read(path, target).value_or(""));
        environment.files[redirect.fd] = {.in = std::move(in), .out = std::move(out)};
        co_return true;
    }
    if (const int fd = descriptorOf(path); fd >= 0) {
        const auto source = environment.files.find(fd);
        environment.files[redirect.fd] =
            source == environment.files.end() ? FileDescriptor() : FileDescriptor(source->second);
        co_return true;
    }
    auto text = m_services.files.read(path, target);
    if (!text) {
        // dash is terser here than strerror().
        const bool isMissing = text.error().starts_with("No such");
        environment.complain("cannot open " + target + ": " + (isMissing ? "No such file" : text.error()));
        co_return false;
    }
    environment.files[redirect.fd] = {.in = std::make_shared<TextInput>(std::move(*text))};
    co_return true;
}

} // namespace minato::shell
