// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/completion/complete.h"

#include "shell/completion/kubectl_completion.h"
#include "shell/sh/builtins.h"

#include <algorithm>
#include <array>

namespace minato::shell {
namespace {

/// Words of the language that begin a command.
constexpr std::array<std::string_view, 7> kKeywords{"case", "for", "if", "until", "while", "export", "unset"};

std::vector<Candidate> commandCandidates(const std::vector<std::string> &ownNames)
{
    std::vector<Candidate> found;
    for (const std::string_view name : kKeywords)
        found.push_back({std::string(name), {}});
    for (const std::string_view name : programNames())
        found.push_back({std::string(name), {}});
    for (const std::string &name : ownNames)
        found.push_back({name, {}});
    return found;
}

std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (std::string_view(" \t'\"\\$`&|;()<>*?[]#~!{}").contains(c))
            result += '\\';
        result += c;
    }
    return result;
}

std::vector<Candidate> minikubeCandidates(const std::vector<std::string> &words)
{
    if (words.size() == 1)
        return {{"ip", "the cluster's address"},
                {"node", "add, stop or start machines"},
                {"service", "a Service's address"},
                {"status", "how the machines are"}};
    if (words.size() == 2 && words[1] == "node")
        return {{"add", {}}, {"delete", {}}, {"list", {}}, {"start", {}}, {"stop", {}}};
    return {};
}

} // namespace

Completion filtered(const TypedWords &typed, std::vector<Candidate> candidates)
{
    std::erase_if(candidates, [&](const Candidate &each) { return !each.text.starts_with(typed.current); });
    std::ranges::sort(candidates);
    const auto twice = std::ranges::unique(candidates, {}, &Candidate::text);
    candidates.erase(twice.begin(), twice.end());
    for (Candidate &each : candidates)
        each.text = escaped(each.text);
    return {typed.from, std::move(candidates)};
}

std::vector<Candidate> fileCandidates(const Files &files, std::string_view typed, std::string_view folder)
{
    const std::size_t slash = typed.rfind('/');
    const std::string_view before =
        slash == std::string_view::npos ? std::string_view() : typed.substr(0, slash + 1);
    const std::string base = before.empty() ? std::string(folder) : Files::resolve(before, folder);
    std::vector<Candidate> found;
    for (const std::string &name : files.list(base)) {
        const bool isFolder = files.isFolder(Files::resolve(name, base));
        found.push_back({std::string(before) + name + (isFolder ? "/" : ""), {}, !isFolder});
    }
    return found;
}

client::Task<Completion> completeLine(Services &services, std::string line, std::string folder,
                                      std::vector<std::string> ownNames)
{
    const TypedWords typed = typedWords(line);
    if (typed.isFile)
        co_return filtered(typed, fileCandidates(services.files, typed.current, folder));
    if (typed.words.empty())
        co_return filtered(typed, commandCandidates(ownNames));
    const std::string &name = typed.words.front();
    if (name == "kubectl" || name == "k")
        co_return co_await kubectl::complete(services, typed, folder);
    if (name == "minikube")
        co_return filtered(typed, minikubeCandidates(typed.words));
    co_return filtered(typed, fileCandidates(services.files, typed.current, folder));
}

} // namespace minato::shell
