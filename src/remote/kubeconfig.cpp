// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/kubeconfig.h"

#include "kube/yaml.h"
#include "remote/entry_reader.h"

#include <array>
#include <filesystem>
#include <format>

namespace minato::remote {
namespace {

using Section = Entry::Section;

/// One section of a kubeconfig: `users`, whose items have a `name` and their content in `user`.
struct SectionNames {
    Section section;
    const char *list, *content;
};
constexpr std::array kSections{SectionNames{Section::Cluster, "clusters", "cluster"},
                               SectionNames{Section::User, "users", "user"},
                               SectionNames{Section::Context, "contexts", "context"}};

/// Relative to the folder of the file that names it.
std::string resolved(const std::string &path, const std::string &file)
{
    if (path.empty() || path.starts_with('/'))
        return path;
    std::error_code ignored;
    const auto folder = std::filesystem::absolute(std::filesystem::path(file), ignored).parent_path();
    return (folder / path).lexically_normal().string();
}

PemSource readPem(EntryReader &reader, const std::string &key)
{
    return {resolved(reader.text(key), reader.place().file), reader.bytes(key + "-data")};
}

ConfigCluster readCluster(EntryReader &reader)
{
    ConfigCluster cluster;
    cluster.place = reader.place();
    cluster.server = reader.text("server");
    cluster.tlsServerName = reader.text("tls-server-name");
    cluster.proxyUrl = reader.text("proxy-url");
    cluster.authority = readPem(reader, "certificate-authority");
    cluster.skipsVerification = reader.flag("insecure-skip-tls-verify");
    cluster.wantsNoCompression = reader.flag("disable-compression");
    for (const kube::Value &extension : reader.list("extensions")) {
        if (extension["name"].asString() == "client.authentication.k8s.io/exec")
            cluster.execExtension = extension["extension"];
    }
    return cluster;
}

/// The mode that kubectl takes when none is given.
std::string usualMode(const std::string &apiVersion)
{
    const bool isOld = apiVersion == "client.authentication.k8s.io/v1beta1" ||
                       apiVersion == "client.authentication.k8s.io/v1alpha1";
    return isOld ? "IfAvailable" : "";
}

ExecPlugin readExec(EntryReader reader)
{
    ExecPlugin plugin;
    plugin.apiVersion = reader.text("apiVersion");
    plugin.command = reader.text("command");
    if (plugin.command.contains('/'))
        plugin.command = resolved(plugin.command, reader.place().file);
    plugin.installHint = reader.text("installHint");
    plugin.args = reader.texts("args");
    plugin.wantsClusterInfo = reader.flag("provideClusterInfo");
    plugin.interactiveMode = reader.text("interactiveMode");
    if (plugin.interactiveMode.empty())
        plugin.interactiveMode = usualMode(plugin.apiVersion);
    for (EntryReader &variable : reader.children("env"))
        plugin.environment.emplace_back(variable.text("name"), Secret(variable.text("value")));
    return plugin;
}

Impersonation readImpersonation(EntryReader &reader)
{
    Impersonation impersonation{reader.text("as"), reader.text("as-uid"), reader.texts("as-groups"), {}};
    if (auto extra = reader.child("as-user-extra")) {
        for (const std::string &key : extra->keys())
            impersonation.extra[key] = extra->texts(key);
    }
    return impersonation;
}

ConfigUser readUser(EntryReader &reader)
{
    ConfigUser user;
    user.place = reader.place();
    user.certificate = readPem(reader, "client-certificate");
    user.key = readPem(reader, "client-key");
    user.token = Secret(reader.text("token"));
    user.tokenFile = resolved(reader.text("tokenFile"), reader.place().file);
    user.userName = reader.text("username");
    user.password = Secret(reader.text("password"));
    user.impersonation = readImpersonation(reader);
    if (auto exec = reader.child("exec"))
        user.exec = readExec(*std::move(exec));
    if (auto provider = reader.child("auth-provider"))
        user.authProvider = provider->text("name");
    return user;
}

ConfigContext readContext(EntryReader &reader)
{
    return {reader.place(), reader.text("cluster"), reader.text("user"), reader.text("namespace")};
}

void readEntry(Kubeconfig &config, EntryReader &reader)
{
    const std::string &name = reader.entry().name;
    bool isNew = true;
    switch (reader.entry().section) {
    case Section::Cluster:
        isNew = config.clusters.try_emplace(name, readCluster(reader)).second;
        break;
    case Section::User:
        isNew = config.users.try_emplace(name, readUser(reader)).second;
        break;
    case Section::Context:
        isNew = config.contexts.try_emplace(name, readContext(reader)).second;
        break;
    case Section::None:
        break;
    }
    if (!isNew)
        reader.report(Trouble::Kind::DuplicateName);
}

Troubles notYaml(const base::Diagnostics &diagnostics, const std::string &file)
{
    Troubles troubles;
    for (const base::Diagnostic &diagnostic : diagnostics)
        troubles.push_back(
            {.kind = Trouble::Kind::NotYaml, .place = {file, diagnostic.line}, .detail = diagnostic.message});
    return troubles;
}

/// What the file says it is, when that is something else.
std::optional<std::string> otherKind(EntryReader &root)
{
    const std::string kind = root.text("kind"), version = root.text("apiVersion");
    const bool isConfig = (kind.empty() || kind == "Config") && (version.empty() || version == "v1");
    return isConfig ? std::nullopt : std::optional(std::format("{} {}", version, kind));
}

} // namespace

Checked<Kubeconfig> parseKubeconfig(std::string_view text, const std::string &file)
{
    const auto documents = kube::parseYaml(text, file);
    if (!documents)
        return std::unexpected(notYaml(documents.error(), file));
    Kubeconfig config;
    if (documents->empty() || documents->front().value.isNull())
        return config;
    ReadFile source{file, kube::yamlLines(text), {}};
    const kube::Value &value = documents->front().value;
    if (!value.isMap())
        return std::unexpected(Troubles{{.kind = Trouble::Kind::NotAMap, .place = {file, 1}}});
    EntryReader root(source, value, {}, {});
    if (const auto other = otherKind(root))
        return std::unexpected(
            Troubles{{.kind = Trouble::Kind::WrongKind, .place = {file, 1}, .detail = *other}});
    config.currentContext = root.text("current-context");
    for (const SectionNames &names : kSections) {
        for (EntryReader &item : root.children(names.list)) {
            EntryReader content = item.content(names.content, {names.section, item.text("name")});
            readEntry(config, content);
        }
    }
    if (!source.troubles.empty())
        return std::unexpected(std::move(source.troubles));
    return config;
}

Kubeconfig merged(Kubeconfig first, const Kubeconfig &second)
{
    if (first.currentContext.empty())
        first.currentContext = second.currentContext;
    first.clusters.insert(second.clusters.begin(), second.clusters.end());
    first.users.insert(second.users.begin(), second.users.end());
    first.contexts.insert(second.contexts.begin(), second.contexts.end());
    return first;
}

} // namespace minato::remote
