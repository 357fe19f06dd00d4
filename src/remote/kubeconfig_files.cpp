// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/kubeconfig_files.h"

#include "remote/files.h"

#include <algorithm>
#include <optional>
#include <ranges>

namespace minato::remote {
namespace {

/// Nullopt: a file of a list that is not there, which is no trouble.
std::optional<Checked<Kubeconfig>> load(const std::string &file, bool mustExist)
{
    const auto text = readWholeFile(file);
    if (text)
        return parseKubeconfig(*text, file);
    const auto &error = text.error();
    if (error.isMissing && !mustExist)
        return std::nullopt;
    const auto kind = error.isMissing ? Trouble::Kind::FileMissing : Trouble::Kind::FileUnreadable;
    return std::unexpected(Troubles{{.kind = kind, .place = {file, 0}, .detail = error.words}});
}

} // namespace

KubeconfigSources KubeconfigSources::fromEnvironment(std::string explicitFile)
{
    return {std::move(explicitFile), environmentVariable("KUBECONFIG"), environmentVariable("HOME")};
}

std::vector<std::string> kubeconfigFiles(const KubeconfigSources &sources)
{
    if (!sources.explicitFile.empty())
        return {sources.explicitFile};
    if (sources.variable.empty())
        return {sources.home + "/.kube/config"};
    std::vector<std::string> files;
    for (const auto part : std::views::split(sources.variable, ':')) {
        const std::string file(part.begin(), part.end());
        if (!file.empty() && !std::ranges::contains(files, file))
            files.push_back(file);
    }
    return files;
}

Checked<Kubeconfig> loadKubeconfig(const KubeconfigSources &sources)
{
    Kubeconfig config;
    Troubles troubles;
    for (const std::string &file : kubeconfigFiles(sources)) {
        const auto loaded = load(file, !sources.explicitFile.empty());
        if (!loaded)
            continue;
        if (*loaded)
            config = merged(std::move(config), **loaded);
        else
            troubles.insert(troubles.end(), loaded->error().begin(), loaded->error().end());
    }
    if (!troubles.empty())
        return std::unexpected(std::move(troubles));
    return config;
}

} // namespace minato::remote
