// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl set env. Mirrors kubectl/pkg/cmd/set (set_env.go, env/env_parse.go, env/env_resolve.go).
#include "kube/base64.h"
#include "kube/go_quote.h"
#include "kube/name_rules.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/commands/set.h"

#include <algorithm>
#include <set>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

/// What is set and taken away.
struct Environment {
    std::vector<Value> set; ///< as containers have them: name, value or valueFrom
    std::set<std::string, std::less<>> removed;
};

Value variable(const std::string &name, const std::string &value)
{
    return value.empty() ? Value::map({{"name", name}}) : Value::map({{"name", name}, {"value", value}});
}

/// Lines NAME=VALUE; what follows "#" is a remark.
void addLines(std::string_view text, Environment &environment)
{
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        line = line.substr(0, line.find('#'));
        if (const std::size_t equals = line.find('='); equals != std::string_view::npos)
            environment.set.push_back(
                variable(std::string(line.substr(0, equals)), std::string(line.substr(equals + 1))));
    }
}

client::Task<Result<Environment>> parse(Session &session, std::vector<std::string> specs)
{
    Environment environment;
    std::set<std::string> names;
    for (const std::string &spec : specs) {
        const std::size_t equals = spec.find('=');
        const std::string name = spec.substr(0, std::min(equals, spec.size()));
        if (spec == "-") {
            addLines(co_await session.process().in->readAll(), environment);
        } else if (equals != std::string::npos) {
            if (const auto errors = kube::envVarNameErrors(name); !errors.empty())
                co_return std::unexpected(Error(
                    kube::goQuote(name) + " is not a valid key name: " + kube::joinErrors(errors, ";")));
            names.insert(name);
            environment.set.push_back(variable(name, spec.substr(equals + 1)));
        } else if (spec.ends_with('-')) {
            environment.removed.insert(spec.substr(0, spec.size() - 1));
        } else {
            co_return std::unexpected(Error("unknown environment variable: " + spec));
        }
    }
    for (const std::string &name : environment.removed)
        if (names.contains(name))
            co_return std::unexpected(
                Error("can not both modify and remove the same environment variable in the same command"));
    co_return environment;
}

/// The name of a variable for a key of a ConfigMap or Secret: "db.host" gives DB_HOST.
std::string variableName(const Session &session, const std::string &key)
{
    std::string name = key;
    for (char &c : name) {
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 32);
        else if (!(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') && c != '_')
            c = '_';
    }
    if (name != key)
        session.warn("Warning: key " + key + " transferred to " + name + "\n");
    return name;
}

client::Task<Result<void>> addFrom(Session &session, std::string from, Environment &environment)
{
    auto selection = co_await select(session, {std::move(from)}, selectOptions(session));
    if (!selection)
        co_return std::unexpected(selection.error());
    const auto fetched = co_await fetch(session, std::move(*selection));
    if (!fetched.errors.empty())
        co_return std::unexpected(fetched.errors.front());
    const auto &keys = session.flags().list("keys");
    for (const Fetched &item : fetched.objects) {
        const bool isSecret = item.object->kind() == "Secret";
        if (!isSecret && item.object->kind() != "ConfigMap")
            co_return std::unexpected(Error("unsupported resource specified in --from"));
        for (const kube::Member &entry : item.object->root()["data"].members()) {
            const std::string key(entry.key());
            if (!keys.empty() && !std::ranges::contains(keys, key))
                continue;
            Value source =
                Value::map({{isSecret ? "secretKeyRef" : "configMapKeyRef",
                             Value::map({{"key", key}, {"name", std::string(item.object->name())}})}});
            environment.set.push_back(
                Value::map({{"name", variableName(session, key)}, {"valueFrom", std::move(source)}}));
        }
    }
    co_return Result<void>();
}

const Value *find(const std::vector<Value> &variables, std::string_view name)
{
    const auto found =
        std::ranges::find(variables, name, [](const Value &v) { return v["name"].asString(); });
    return found == variables.end() ? nullptr : &*found;
}

Result<void> checkOverwriting(const Value &container, const Environment &environment)
{
    for (const Value &one : environment.set)
        for (const Value &existing : container["env"].items())
            if (existing["name"].asString() == one["name"].asString() &&
                existing["value"].asString() != one["value"].asString())
                return std::unexpected(
                    Error("'" + std::string(existing["name"].asString()) + "' already has a value (" +
                          std::string(existing["value"].asString()) + "), and --overwrite is false"));
    return {};
}

void update(Value &container, const Environment &environment)
{
    std::set<std::string, std::less<>> covered = environment.removed;
    Value result = Value::emptyArray();
    for (const Value &existing : container["env"].items()) {
        const std::string name(existing["name"].asString());
        if (covered.contains(name))
            continue;
        const Value *newer = find(environment.set, name);
        if (newer)
            covered.insert(name);
        result.push(newer ? *newer : existing);
    }
    for (const Value &one : environment.set)
        if (covered.insert(std::string(one["name"].asString())).second)
            result.push(one);
    if (result.size() == 0)
        container.erase("env");
    else
        container.set("env", std::move(result));
}

/// "configmap settings, key color"
std::string referenceText(const Value &from)
{
    for (const auto &[field, kind] :
         {std::pair("configMapKeyRef", "configmap"), std::pair("secretKeyRef", "secret")})
        if (const Value &key = from[field]; key.isMap())
            return std::string(kind) + " " + std::string(key["name"].asString()) + ", key " +
                   std::string(key["key"].asString());
    if (from["fieldRef"].isMap())
        return "field path " + std::string(from["fieldRef"]["fieldPath"].asString());
    if (const Value &field = from["resourceFieldRef"]; field.isMap()) {
        const std::string container(field["containerName"].asString());
        return "resource field " + (container.empty() ? "" : container + "/") +
               std::string(field["resource"].asString());
    }
    return "invalid valueFrom";
}

client::Task<Result<std::string>> resolveKey(Session &session, kube::GroupVersionResource type, Value key)
{
    const std::string name(key["name"].asString()), entry(key["key"].asString());
    const bool isSecret = type.resource == "secrets";
    const auto answer =
        co_await session.send({.verb = api::Verb::Get, .resource = type, .ns = session.ns(), .name = name});
    if (!answer)
        co_return std::unexpected(Error(answer.error().message()));
    const Value &data = answer->object()->root()["data"];
    if (!data.contains(entry))
        co_return std::unexpected(
            Error("key " + entry + " not found in " + (isSecret ? "secret " : "config map ") + name));
    const std::string value(data[entry].asString());
    co_return isSecret ? kube::decodeBase64(value).value_or(value) : value;
}

/// The value behind a reference.
client::Task<Result<std::string>> resolve(Session &session, Value from, Value object)
{
    if (from["secretKeyRef"].isMap())
        co_return co_await resolveKey(session, kube::resources::kSecrets, from["secretKeyRef"]);
    if (from["configMapKeyRef"].isMap())
        co_return co_await resolveKey(session, kube::resources::kConfigMaps, from["configMapKeyRef"]);
    const std::string path(from["fieldRef"]["fieldPath"].asString());
    for (const char *field : {"name", "namespace", "uid"})
        if (path == std::string("metadata.") + field)
            co_return std::string(object["metadata"][field].asString());
    co_return std::unexpected(Error("unsupported fieldPath: " + path));
}

client::Task<void> listContainer(Session &session, Value object, Value container)
{
    session.print("# " + std::string(object["kind"].asString()) + " " +
                  std::string(object.at("metadata", "name").asString()) + ", container " +
                  std::string(container["name"].asString()) + "\n");
    std::map<std::string, std::string> failures; ///< names, by what is wrong
    for (const Value &one : container["env"].items()) {
        const std::string name(one["name"].asString());
        const Value &from = one["valueFrom"];
        if (!from.isMap()) {
            session.print(name + "=" + std::string(one["value"].asString()) + "\n");
            continue;
        }
        Result<std::string> value = std::unexpected(Error(""));
        if (session.flags().isTrue("resolve"))
            value = co_await resolve(session, from, object);
        session.print(value ? name + "=" + *value + "\n"
                            : "# " + name + " from " + referenceText(from) + "\n");
        if (!value && session.flags().isTrue("resolve")) {
            std::string &names = failures[value.error().text];
            names += (names.empty() ? "" : ", ") + name;
        }
    }
    for (const auto &[failure, names] : failures)
        session.warn("error retrieving reference for " + names + ": " + failure + "\n");
}

/// --list
client::Task<int> listAll(Session &session, FetchedObjects fetched, ObjectChange change)
{
    for (const Fetched &item : fetched.objects) {
        Value object = item.object->root();
        if (!change(object))
            continue;
        const auto spec = editPodSpec(object);
        for (const Value *container : editContainers(**spec, session.flags().text("containers")))
            co_await listContainer(session, object, *container);
    }
    co_return 0;
}

struct EnvArguments {
    std::vector<std::string> resources, variables;
};

Result<EnvArguments> splitArguments(const Session &session)
{
    EnvArguments split;
    std::string all;
    for (const std::string &argument : session.arguments())
        all += (all.empty() ? "" : " ") + argument;
    for (const std::string &argument : session.arguments()) {
        const std::size_t equals = argument.find('=');
        if ((equals != std::string::npos && equals > 0) || argument.ends_with('-'))
            split.variables.push_back(argument);
        else if (split.variables.empty())
            split.resources.push_back(argument);
        else
            return std::unexpected(
                Error("all resources must be specified before environment changes: " + all));
    }
    return split;
}

Result<void> checkFlags(const Session &session, const EnvArguments &arguments, DryRun dryRun)
{
    const Flags &flags = session.flags();
    if (flags.isTrue("local") && dryRun == DryRun::Server)
        return std::unexpected(
            Error("cannot specify --local and --dry-run=server - did you mean --dry-run=client?"));
    if (flags.list("filename").empty() && arguments.resources.empty())
        return std::unexpected(
            Error("one or more resources must be specified as <resource> <name> or <resource>/<name>"));
    if (flags.isTrue("list") && !flags.text("output").empty())
        return std::unexpected(Error("--list and --output may not be specified together"));
    if (!flags.list("keys").empty() && flags.text("from").empty())
        return std::unexpected(
            Error("when specifying --keys, a configmap or secret must be provided with --from"));
    return {};
}

client::Task<Result<Environment>> environmentOf(Session &session, std::vector<std::string> variables)
{
    std::vector<std::string> specs = session.flags().list("env");
    specs.insert(specs.end(), variables.begin(), variables.end());
    auto environment = co_await parse(session, std::move(specs));
    if (environment && !session.flags().text("from").empty())
        if (const auto done = co_await addFrom(session, session.flags().text("from"), *environment); !done)
            co_return std::unexpected(done.error());
    if (environment && !session.flags().text("prefix").empty())
        for (Value &one : environment->set)
            one.set("name", session.flags().text("prefix") + std::string(one["name"].asString()));
    co_return environment;
}

Result<bool> change(const Session &session, const Environment &environment, Value &object)
{
    const auto spec = editPodSpec(object);
    if (!spec)
        return std::unexpected(spec.error());
    const std::string &pattern = session.flags().text("containers");
    const auto containers = editContainers(**spec, pattern);
    if (containers.empty())
        session.warn("Warning: " + std::string(object["kind"].asString()) + "/" +
                     std::string(object.at("metadata", "name").asString()) +
                     " does not have any containers matching " + kube::goQuote(pattern) + "\n");
    for (Value *container : containers) {
        if (!session.flags().isTrue("overwrite"))
            if (const auto fits = checkOverwriting(*container, environment); !fits)
                return std::unexpected(fits.error());
        update(*container, environment);
    }
    return true;
}

client::Task<int> runSetEnv(Session &session)
{
    if (session.flags().isTrue("all") && !session.flags().text("selector").empty())
        co_return session.fail("cannot set --all and --selector at the same time");
    const auto arguments = splitArguments(session);
    if (!arguments)
        co_return session.fail(arguments.error());
    const auto dryRun = checkSet(session);
    if (!dryRun)
        co_return session.fail(dryRun.error());
    if (const auto checked = checkFlags(session, *arguments, *dryRun); !checked)
        co_return session.fail(checked.error());
    const auto environment = co_await environmentOf(session, arguments->variables);
    if (!environment)
        co_return session.fail(environment.error());
    auto fetched = co_await fetchSetTargets(session, arguments->resources);
    if (!fetched)
        co_return session.fail(fetched.error());
    if (!fetched->errors.empty())
        co_return session.fail(fetched->errors);
    const ObjectChange changing = [&](Value &object) { return change(session, *environment, object); };
    if (session.flags().isTrue("list"))
        co_return co_await listAll(session, std::move(*fetched), changing);
    const Errors errors = co_await setEach(
        session, std::move(*fetched),
        {.done = "env updated", .failure = "failed to patch env update to pod template: ", .dryRun = *dryRun},
        changing);
    co_return errors.empty() ? 0 : session.fail(errors);
}

constexpr FlagSpec kEnvFlags[]{
    {"containers", 'c', FlagType::Text, "*", "Names of containers; may have a star."},
    {"env", 'e', FlagType::Array, "[]", "A variable, NAME=VALUE."},
    {"from", 0, FlagType::Text, "", "A ConfigMap or Secret whose entries become variables."},
    {"keys", 0, FlagType::List, "[]", "Only these entries of --from."},
    {"prefix", 0, FlagType::Text, "", "What comes before the names of all variables."},
    {"list", 0, FlagType::Bool, "false", "Print the variables instead."},
    {"resolve", 0, FlagType::Bool, "false", "With --list: look up what variables refer to."},
    {"overwrite", 0, FlagType::Bool, "true", "Replace values that are there already."},
};

} // namespace

const Command kSetEnv{
    .path = "set env",
    .usage = "RESOURCE/NAME KEY_1=VAL_1 ... KEY_N=VAL_N",
    .brief = "Update environment variables on a pod template",
    .text = "Sets the variables that programs in containers find; a Deployment rolls out new Pods.",
    .examples = "# Set one and take another away\n"
                "kubectl set env deployment/web COLOR=blue SIZE-\n\n"
                "# What is set\n"
                "kubectl set env deployment/web --list\n\n"
                "# All entries of a ConfigMap\n"
                "kubectl set env deployment/web --from=configmap/settings",
    .flags = setFlags(kEnvFlags),
    .run = runSetEnv,
};

} // namespace minato::shell::kubectl
