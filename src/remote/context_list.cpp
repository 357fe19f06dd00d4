// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/context_list.h"

#include "remote/access.h"

#include <QString>
#include <QUrl>

#include <algorithm>

namespace minato::remote {
namespace {

ContextChoice choiceOf(const Kubeconfig &config, const std::string &name, const ConfigContext &context)
{
    ContextChoice choice{.name = name,
                         .cluster = context.cluster,
                         .user = context.user,
                         .ns = context.ns.empty() ? "default" : context.ns,
                         .isCurrent = name == config.currentContext};
    auto access = accessOf(config, name);
    if (!access) {
        choice.troubles = std::move(access.error());
        return choice;
    }
    const QUrl url(QString::fromStdString(access->server));
    choice.server = url.adjusted(QUrl::RemoveUserInfo).authority().toStdString();
    choice.isInsecure = access->isInsecure();
    choice.usesProgram = access->user.exec.has_value();
    return choice;
}

} // namespace

std::vector<ContextChoice> contextChoices(const Kubeconfig &config)
{
    std::vector<ContextChoice> choices;
    for (const auto &[name, context] : config.contexts)
        choices.push_back(choiceOf(config, name, context));
    std::ranges::stable_partition(choices, &ContextChoice::isCurrent);
    return choices;
}

} // namespace minato::remote
