// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl create configmap and create secret. Mirrors kubectl/pkg/cmd/create (create_configmap.go,
// create_secret.go, create_secret_docker.go).
#include "kube/base64.h"
#include "kube/go_json.h"
#include "kube/go_quote.h"
#include "kube/name_rules.h"
#include "kube/utf8.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/commands/create.h"
#include "shell/kubectl/data_sources.h"
#include "shell/kubectl/name_hash.h"

namespace minato::shell::kubectl {
namespace {

using kube::Value;

bool isUtf8(std::string_view bytes)
{
    while (!bytes.empty()) {
        const kube::Rune rune = kube::firstRune(bytes);
        if (rune.isBroken())
            return false;
        bytes.remove_prefix(rune.size);
    }
    return true;
}

Result<void> addToConfigMap(Value &object, const std::string &key, const std::string &bytes)
{
    if (const auto errors = kube::configMapKeyErrors(key); !errors.empty())
        return std::unexpected(Error(kube::goQuote(key) + " is not a valid key name for a ConfigMap: " +
                                     kube::joinErrors(errors, ",")));
    for (const auto &[field, name] : {std::pair("data", "Data"), std::pair("binaryData", "BinaryData")})
        if (object[field].contains(key))
            return std::unexpected(Error(
                "cannot add key " + kube::goQuote(key) + ", another key by that name already exists in " +
                name + " for ConfigMap " + kube::goQuote(object.at("metadata", "name").asString())));
    if (isUtf8(bytes))
        object.edit("data").set(key, bytes);
    else
        object.edit("binaryData").set(key, kube::encodeBase64(bytes));
    return {};
}

Result<void> addToSecret(Value &object, const std::string &key, const std::string &bytes)
{
    if (const auto errors = kube::configMapKeyErrors(key); !errors.empty())
        return std::unexpected(Error(kube::goQuote(key) + " is not valid key name for a Secret " +
                                     kube::joinErrors(errors, ";")));
    if (object["data"].contains(key))
        return std::unexpected(Error("cannot add key " + key + ", another key by that name already exists"));
    object.edit("data").set(key, kube::encodeBase64(bytes));
    return {};
}

void appendHash(const Session &session, Value &object)
{
    if (!session.flags().isTrue("append-hash"))
        return;
    const std::string name = std::string(object.at("metadata", "name").asString()) + "-" + nameHash(object);
    object.edit("metadata").set("name", name);
}

Result<Value> configMapOf(const Session &session, const std::string &name)
{
    if (const auto fits = checkDataSources(session); !fits)
        return std::unexpected(fits.error());
    Value object = namedObject(session, "v1", "ConfigMap", name);
    const DataEntry add = [&object](const std::string &key, const std::string &bytes) {
        return addToConfigMap(object, key, bytes);
    };
    auto done = readFileSources(session, session.flags().list("from-file"), add);
    if (done)
        done = readLiteralSources(session, add);
    if (done)
        done = readEnvFileSources(session, add);
    if (!done)
        return std::unexpected(done.error());
    appendHash(session, object);
    return object;
}

Result<Value> secretOf(const Session &session, const std::string &name)
{
    if (const auto fits = checkDataSources(session); !fits)
        return std::unexpected(fits.error());
    Value object = namedObject(session, "v1", "Secret", name);
    if (!session.flags().text("type").empty())
        object.set("type", session.flags().text("type"));
    const DataEntry add = [&object](const std::string &key, const std::string &bytes) {
        return addToSecret(object, key, bytes);
    };
    auto done = readLiteralSources(session, add);
    if (done)
        done = readFileSources(session, session.flags().list("from-file"), add);
    if (done)
        done = readEnvFileSources(session, add);
    if (!done)
        return std::unexpected(done.error());
    appendHash(session, object);
    return object;
}

constexpr const char *kDockerConfigKey = ".dockerconfigjson";

std::string dockerConfig(const Flags &flags)
{
    const std::string &user = flags.text("docker-username"), &password = flags.text("docker-password");
    const auto quoted = [](std::string_view text) { return kube::toEscapedJson(Value(text)); };
    std::string entry;
    for (const auto &[key, value] : {std::pair("username", user), std::pair("password", password),
                                     std::pair("email", flags.text("docker-email")),
                                     std::pair("auth", kube::encodeBase64(user + ":" + password))})
        if (!value.empty())
            entry += (entry.empty() ? "" : ",") + quoted(key) + ":" + quoted(value);
    return "{\"auths\":{" + quoted(flags.text("docker-server")) + ":{" + entry + "}}}";
}

Result<Value> dockerSecretOf(const Session &session, const std::string &name)
{
    const Flags &flags = session.flags();
    std::vector<std::string> files = flags.list("from-file");
    if (files.empty() && (flags.text("docker-username").empty() || flags.text("docker-password").empty() ||
                          flags.text("docker-server").empty()))
        return std::unexpected(Error("either --from-file or the combination of --docker-username, "
                                     "--docker-password and --docker-server is required"));
    Value object = namedObject(session, "v1", "Secret", name);
    object.set("type", "kubernetes.io/dockerconfigjson");
    for (std::string &file : files)
        if (!file.contains('='))
            file = std::string(kDockerConfigKey) + "=" + file;
    const auto done =
        files.empty()
            ? addToSecret(object, kDockerConfigKey, dockerConfig(flags))
            : readFileSources(session, files, [&object](const std::string &key, const std::string &bytes) {
                  return addToSecret(object, key, bytes);
              });
    if (!done)
        return std::unexpected(done.error());
    appendHash(session, object);
    return object;
}

client::Task<int> runCreateConfigMap(Session &session)
{
    return runCreation(session, {.type = kube::resources::kConfigMaps,
                                 .failure = "failed to create configmap: ",
                                 .object = configMapOf});
}

client::Task<int> runCreateSecret(Session &session)
{
    return runCreation(
        session,
        {.type = kube::resources::kSecrets, .failure = "failed to create secret ", .object = secretOf});
}

client::Task<int> runCreateDockerSecret(Session &session)
{
    return runCreation(
        session,
        {.type = kube::resources::kSecrets, .failure = "failed to create secret ", .object = dockerSecretOf});
}

constexpr FlagSpec kHashFlags[]{
    {"append-hash", 0, FlagType::Bool, "false", "Append a hash of the content to the name."}};
constexpr FlagSpec kSecretFlags[]{{"type", 0, FlagType::Text, "", "The type of the Secret."}};
constexpr FlagSpec kDockerFlags[]{
    {"docker-username", 0, FlagType::Text, "", "Who signs in at the registry."},
    {"docker-password", 0, FlagType::Text, "", "The password there."},
    {"docker-email", 0, FlagType::Text, "", "The mail address there."},
    {"docker-server", 0, FlagType::Text, "https://index.docker.io/v1/", "Where the registry is."},
    {"from-file", 0, FlagType::List, "[]", "A file with the configuration instead."},
};

std::vector<FlagSpecs> flagsWith(FlagSpecs first, FlagSpecs second)
{
    std::vector<FlagSpecs> flags = creationFlags(kHashFlags);
    flags.insert(flags.end(), {first, second});
    return flags;
}

} // namespace

const Command kCreateConfigMap{
    .path = "create configmap",
    .usage = "NAME [--from-file=[key=]source] [--from-literal=key1=value1] [--dry-run=server|client|none]",
    .brief = "Create a config map from a local file, directory or literal value",
    .text = "Makes a ConfigMap: settings that Pods read as files or as environment variables.",
    .examples = "# Two settings\n"
                "kubectl create configmap settings --from-literal=color=blue --from-literal=size=7\n\n"
                "# A file as one entry, named after the file\n"
                "kubectl create configmap pages --from-file=index.html",
    .flags = flagsWith(dataSourceFlags(), {}),
    .run = runCreateConfigMap,
    .aliases = {"cm"},
};

const Command kCreateSecret{
    .path = "create secret",
    .usage = "(docker-registry | generic | tls)",
    .brief = "Create a secret using a specified subcommand",
    .text = "Makes a Secret: what Pods need and not everybody shall read.",
    .examples = "kubectl create secret generic login --from-literal=password=open",
    .flags = {},
    .failsBare = true,
    .helpsOnErr = true,
};

const Command kCreateSecretGeneric{
    .path = "create secret generic",
    .usage = "NAME [--type=string] [--from-file=[key=]source] [--from-literal=key1=value1] "
             "[--dry-run=server|client|none]",
    .brief = "Create a secret from a local file, directory, or literal value",
    .text = "Makes a Secret from files and values.",
    .examples = "# Name and password\n"
                "kubectl create secret generic login --from-literal=user=ada --from-literal=password=open",
    .flags = flagsWith(dataSourceFlags(), kSecretFlags),
    .run = runCreateSecret,
};

const Command kCreateSecretDocker{
    .path = "create secret docker-registry",
    .usage = "NAME --docker-username=user --docker-password=password --docker-email=email "
             "[--docker-server=string] [--from-file=[key=]source] [--dry-run=server|client|none]",
    .brief = "Create a secret for use with a Docker registry",
    .text = "Makes a Secret with which nodes sign in at a registry of images.",
    .examples = "kubectl create secret docker-registry mirror --docker-server=registry.example "
                "--docker-username=ada --docker-password=open",
    .flags = flagsWith(kDockerFlags, {}),
    .run = runCreateDockerSecret,
};

} // namespace minato::shell::kubectl
