// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "realcluster/real_access.h"

#include "remote/kubeconfig_files.h"

namespace minato::tests {
namespace {

std::unexpected<QString> complaint(const QString &folder, const remote::Troubles &troubles)
{
    return std::unexpected(
        QStringLiteral("%1 is not the folder of a control plane that runs (tools/control-plane "
                       "up DIR): %2")
            .arg(folder, QString::fromStdString(sentenceOf(troubles.front()).en)));
}

} // namespace

std::expected<std::unique_ptr<remote::HttpTransport>, QString> openControlPlane(const QString &folder)
{
    remote::KubeconfigSources sources;
    sources.explicitFile = folder.toStdString() + "/kubeconfig";
    const auto config = remote::loadKubeconfig(sources);
    if (!config)
        return complaint(folder, config.error());
    const auto access = remote::accessOf(*config);
    if (!access)
        return complaint(folder, access.error());
    auto opened = remote::HttpTransport::open(*access);
    if (!opened)
        return complaint(folder, opened.error());
    return *std::move(opened);
}

} // namespace minato::tests
