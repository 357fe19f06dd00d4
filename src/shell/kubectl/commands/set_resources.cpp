// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl set resources, selector and serviceaccount. Mirrors kubectl/pkg/cmd/set (set_resources.go,
// set_selector.go, set_serviceaccount.go).
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/commands/set.h"
#include "shell/kubectl/pairs.h"
#include "shell/kubectl/selector_object.h"

namespace minato::shell::kubectl {
namespace {

using kube::Value;

const Error kLocalAndServer("cannot specify --local and --dry-run=server - did you mean --dry-run=client?");

Result<Value> requirementsOf(const Session &session, DryRun dryRun)
{
    const Flags &flags = session.flags();
    if (flags.isTrue("local") && dryRun == DryRun::Server)
        return std::unexpected(kLocalAndServer);
    if (flags.text("limits").empty() && flags.text("requests").empty())
        return std::unexpected(
            Error("you must specify an update to requests or limits (in the form of --requests/--limits)"));
    Value requirements = Value::emptyMap();
    for (const char *field : {"limits", "requests"}) {
        const auto list = parseResourceList(flags.text(field));
        if (!list)
            return list;
        requirements.set(field, *list);
    }
    return requirements;
}

client::Task<int> runSetResources(Session &session)
{
    const auto dryRun = checkSet(session);
    if (!dryRun)
        co_return session.fail(dryRun.error());
    if (session.flags().isTrue("all") && !session.flags().text("selector").empty())
        co_return session.fail("cannot set --all and --selector at the same time");
    auto fetched = co_await fetchSetTargets(session, session.arguments());
    if (!fetched)
        co_return session.fail(fetched.error());
    if (!fetched->errors.empty())
        co_return session.fail(fetched->errors);
    const auto requirements = requirementsOf(session, *dryRun);
    if (!requirements)
        co_return session.fail(requirements.error());
    const std::string &pattern = session.flags().text("containers");
    Errors unfound;
    const ObjectChange change = [&](Value &object) -> Result<bool> {
        const auto spec = editPodSpec(object);
        if (!spec)
            return std::unexpected(spec.error());
        const auto containers = editContainers(**spec, pattern);
        if (containers.empty())
            unfound.emplace_back("error: unable to find container named " + pattern);
        for (Value *container : containers)
            for (const char *field : {"limits", "requests"})
                for (const kube::Member &entry : (*requirements)[field].members())
                    container->edit("resources").edit(field).set(entry.key(), entry.value);
        return !containers.empty();
    };
    Errors errors = co_await setEach(session, std::move(*fetched),
                                     {.done = "resource requirements updated",
                                      .failure = "failed to patch resources update to pod template ",
                                      .dryRun = *dryRun},
                                     change);
    errors.insert(errors.begin(), unfound.begin(), unfound.end());
    co_return errors.empty() ? 0 : session.fail(errors);
}

client::Task<int> runSetServiceAccount(Session &session)
{
    const auto dryRun = dryRunOf(session);
    if (!dryRun)
        co_return session.fail(dryRun.error());
    if (session.flags().isTrue("local") && *dryRun == DryRun::Server)
        co_return session.fail(kLocalAndServer);
    if (const auto printer = checkPrinter(session); !printer)
        co_return session.fail(printer.error());
    std::vector<std::string> resources = session.arguments();
    if (resources.empty())
        co_return session.fail("serviceaccount is required");
    const std::string account = resources.back();
    resources.pop_back();
    if (session.flags().isTrue("local"))
        resources.clear();
    auto fetched = co_await fetchSetTargets(session, std::move(resources));
    if (!fetched)
        co_return session.fail(fetched.error());
    if (!fetched->errors.empty())
        co_return session.fail(fetched->errors);
    const ObjectChange change = [&account](Value &object) -> Result<bool> {
        const auto spec = editPodSpec(object);
        if (!spec)
            return std::unexpected(spec.error());
        (*spec)->set("serviceAccountName", account);
        return true;
    };
    const Errors errors = co_await setEach(session, std::move(*fetched),
                                           {.done = "serviceaccount updated",
                                            .failure = "failed to patch ServiceAccountName ",
                                            .sendsNothingNew = true,
                                            .dryRun = *dryRun},
                                           change);
    co_return errors.empty() ? 0 : session.fail(errors);
}

Result<bool> changeSelector(Value &object, const Value &selector)
{
    if (object["kind"].asString() != "Service")
        return std::unexpected(Error("setting a selector is only supported for Services"));
    if (selector["matchExpressions"].size() > 0) {
        std::string shown;
        for (const Value &expression : selector["matchExpressions"].items()) {
            shown += (shown.empty() ? "{" : " {") + std::string(expression["key"].asString()) + " " +
                     std::string(expression["operator"].asString()) + " [";
            bool isFirst = true;
            for (const Value &value : expression["values"].items())
                shown += (std::exchange(isFirst, false) ? "" : " ") + std::string(value.asString());
            shown += "]}";
        }
        return std::unexpected(Error("match expression [" + shown + "] not supported on this object"));
    }
    object.edit("spec").set("selector", selector["matchLabels"]);
    return true;
}

/// One object after the other, as upstream; unlike the other subcommands it names no object in errors.
client::Task<Result<void>> setSelector(Session &session, Fetched item, Value selector, DryRun dryRun)
{
    const std::string &version = session.flags().text("resource-version");
    FetchedObjects one;
    one.objects.push_back(item);
    Value object = item.object->root();
    if (const auto changed = changeSelector(object, selector); !changed)
        co_return std::unexpected(changed.error());
    const ObjectChange change = [&](Value &changed) -> Result<bool> {
        if (!version.empty())
            changed.edit("metadata").set("resourceVersion", version);
        return changeSelector(changed, selector);
    };
    const Errors errors = co_await setEach(
        session, std::move(one),
        {.done = "selector updated", .failure = "", .sendsNothingNew = true, .dryRun = dryRun}, change);
    if (!errors.empty())
        co_return std::unexpected(errors.front());
    co_return Result<void>();
}

client::Task<int> runSetSelector(Session &session)
{
    const auto dryRun = dryRunOf(session);
    if (!dryRun)
        co_return session.fail(dryRun.error());
    std::vector<std::string> resources = session.arguments();
    if (resources.empty())
        co_return session.fail("one selector is required");
    const auto selector = selectorObject(resources.back());
    if (!selector)
        co_return session.fail(selector.error());
    resources.pop_back();
    if (const auto printer = checkPrinter(session); !printer)
        co_return session.fail(printer.error());
    if (session.flags().isTrue("local"))
        resources.clear();
    auto fetched = co_await fetchSetTargets(session, std::move(resources));
    if (!fetched)
        co_return session.fail(fetched.error());
    Errors errors = fetched->errors;
    for (const Fetched &item : fetched->objects)
        if (const auto done = co_await setSelector(session, item, *selector, *dryRun); !done)
            errors.push_back(done.error());
    co_return errors.empty() ? 0 : session.fail(errors);
}

constexpr FlagSpec kResourceFlags[]{
    {"limits", 0, FlagType::Text, "", "What containers may use at most: cpu=200m,memory=512Mi."},
    {"requests", 0, FlagType::Text, "", "What is set aside for them: cpu=100m,memory=256Mi."},
    {"containers", 'c', FlagType::Text, "*", "Names of containers; may have a star."},
};
constexpr FlagSpec kSelectorFlags[]{
    {"resource-version", 0, FlagType::Text, "", "Only if the object still has this resource version."}};

} // namespace

const Command kSetResources{
    .path = "set resources",
    .usage = "(-f FILENAME | TYPE NAME)  ([--limits=LIMITS & --requests=REQUESTS]",
    .brief = "Update resource requests/limits on objects with pod templates",
    .text = "Requests decide where a Pod has room, limits what it may use. A Deployment rolls out new Pods.",
    .examples = "# A tenth of a CPU for each Pod, a fifth at most\n"
                "kubectl set resources deployment web --requests=cpu=100m --limits=cpu=200m,memory=128Mi",
    .flags = setFlags(kResourceFlags),
    .run = runSetResources,
};

const Command kSetSelector{
    .path = "set selector",
    .usage = "(-f FILENAME | TYPE NAME) EXPRESSIONS [--resource-version=version]",
    .brief = "Set the selector on a resource",
    .text = "Makes a Service find other Pods.",
    .examples = "kubectl set selector service web app=web,color=green",
    .flags = setFlags(kSelectorFlags),
    .run = runSetSelector,
};

const Command kSetServiceAccount{
    .path = "set serviceaccount",
    .usage = "(-f FILENAME | TYPE NAME) SERVICE_ACCOUNT",
    .brief = "Update the service account of a resource",
    .text = "Makes the Pods of an object somebody else to the API server.",
    .examples = "kubectl set serviceaccount deployment web robot",
    .flags = setFlags({}),
    .run = runSetServiceAccount,
    .aliases = {"sa"},
};

} // namespace minato::shell::kubectl
