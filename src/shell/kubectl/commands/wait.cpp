// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl wait. Mirrors kubectl/pkg/cmd/wait (wait.go, condition.go, json.go, delete.go, create.go).
#include "kube/duration.h"
#include "kube/go_template.h"
#include "kube/jsonpath.h"
#include "shell/kubectl/changing.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/manifests.h"
#include "shell/kubectl/waiting.h"

#include <algorithm>
#include <functional>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

constexpr base::Duration kForEver = std::chrono::hours(168);
constexpr base::Duration kPollPause = std::chrono::milliseconds(500);
constexpr std::string_view kTimedOut = "timed out waiting for the condition";

enum class Awaited : std::uint8_t { Condition, Deletion, Creation };

/// Whether an object is as it shall be.
using Check = std::function<Result<bool>(const Value &object)>;

struct WaitPlan {
    Awaited awaited{};
    Check check;
    base::Duration timeout{};
    base::Instant deadline;
};

std::string folded(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

Check conditionCheck(std::string_view text)
{
    const std::size_t equals = std::min(text.find('='), text.size());
    const std::string name = folded(text.substr(0, equals));
    const std::string wanted = equals < text.size() ? folded(text.substr(equals + 1)) : "true";
    return [name, wanted](const Value &object) -> Result<bool> {
        for (const Value &condition : object.at("status", "conditions").items()) {
            if (folded(condition["type"].asString()) != name)
                continue;
            const Value &generation = object.at("metadata", "generation");
            const Value &observed = condition["observedGeneration"].isNumber()
                                        ? condition["observedGeneration"]
                                        : object.at("status", "observedGeneration");
            if (generation.isNumber() && observed.isNumber() && observed.asInt() < generation.asInt())
                return false;
            return folded(condition["status"].asString()) == wanted;
        }
        return false;
    };
}

/// Splits at single "="; "==" stays.
std::vector<std::string> splitOnce(std::string_view text)
{
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '=') {
            parts.back() += text[i];
        } else if (i + 1 < text.size() && text[i + 1] == '=') {
            parts.back() += "==";
            ++i;
        } else {
            parts.emplace_back();
        }
    }
    return parts;
}

std::string_view trimmed(std::string_view text, std::string_view what)
{
    const std::size_t begin = std::min(text.find_first_not_of(what), text.size());
    return text.substr(begin, text.find_last_not_of(what) + 1 - begin);
}

Result<Check> jsonPathCheck(std::string_view text)
{
    const auto parts = splitOnce(text);
    if (parts.size() > 2)
        return std::unexpected(
            Error("jsonpath wait format must be --for=jsonpath='{.status.readyReplicas}'=3 or "
                  "--for=jsonpath='{.status.readyReplicas}'"));
    const auto relaxed = kube::JsonPath::relaxed(parts[0]);
    if (!relaxed)
        return std::unexpected(Error(relaxed.error()));
    const std::string wanted(parts.size() == 2 ? trimmed(parts[1], "'\"") : std::string_view());
    if (parts.size() == 2 && wanted.empty())
        return std::unexpected(Error("jsonpath wait has to have a value after equal sign, like "
                                     "--for=jsonpath='{.status.readyReplicas}'=3"));
    if (relaxed->empty())
        return std::unexpected(Error("jsonpath expression cannot be empty"));
    auto path = kube::JsonPath::parse(*relaxed);
    if (!path)
        return std::unexpected(Error(path.error()));
    path->setAllowMissingKeys(true);
    return [path = *path, wanted](const Value &object) -> Result<bool> {
        const auto found = path.find(object);
        if (!found)
            return std::unexpected(Error(found.error()));
        if (found->empty() || found->front().empty())
            return false;
        if (found->size() > 1)
            return std::unexpected(Error("given jsonpath expression matches more than one list"));
        if (found->front().size() > 1)
            return std::unexpected(Error("given jsonpath expression matches more than one value"));
        const Value &value = found->front().front();
        if (wanted.empty())
            return true;
        if (value.isMap() || value.isArray())
            return std::unexpected(Error("jsonpath leads to a nested object or list which is not supported"));
        const std::string shown = value.isNull() ? "<nil>" : kube::goFormat(value);
        return trimmed(shown, " \t\n\r") == trimmed(wanted, " \t\n\r");
    };
}

Result<WaitPlan> readPlan(const Session &session)
{
    const Flags &flags = session.flags();
    const std::string &condition = flags.text("for");
    WaitPlan plan{.timeout = kube::parseGoDuration(flags.text("timeout")).value_or(base::Duration::zero())};
    if (plan.timeout < base::Duration::zero())
        plan.timeout = kForEver;
    plan.deadline = session.services().timers.now() + plan.timeout;
    if (folded(condition) == "delete") {
        plan.awaited = Awaited::Deletion;
    } else if (folded(condition) == "create") {
        plan.awaited = Awaited::Creation;
    } else if (condition.starts_with("condition=")) {
        plan.check = conditionCheck(std::string_view(condition).substr(10));
    } else if (condition.starts_with("jsonpath=")) {
        auto check = jsonPathCheck(std::string_view(condition).substr(9));
        if (!check)
            return std::unexpected(check.error());
        plan.check = std::move(*check);
    } else {
        return std::unexpected(Error("unrecognized condition: \"" + condition + "\""));
    }
    return plan;
}

std::string objectName(const Fetched &item)
{
    return item.type->gvr.resource + "/" + std::string(item.object->name());
}

client::Task<Result<void>> awaitDeletion(Session &session, std::shared_ptr<const ApiResource> type,
                                         Fetched item, WaitPlan plan)
{
    const std::string ns(item.object->ns()), name(item.object->name());
    Result<void> gone;
    if (plan.timeout == base::Duration::zero()) {
        api::Request get{.verb = api::Verb::Get, .resource = type->gvr, .ns = ns, .name = name};
        const auto answer = co_await session.send(std::move(get));
        if (answer)
            gone = std::unexpected(Error("condition not met for " + objectName(item)));
        else if (!answer.error().isNotFound())
            gone = std::unexpected(answer.error());
    } else {
        gone = co_await waitUntilGone(session, type, ns, name, "", plan.deadline);
    }
    if (!gone)
        co_return gone;
    co_return printChange(session, item.object->root(), "condition met");
}

client::Task<Result<void>> checkOnce(Session &session, Fetched item, WaitPlan plan)
{
    api::Request get = changeRequest(api::Verb::Get, *item.type, *item.object, "", DryRun::None);
    const auto answer = co_await session.send(std::move(get));
    if (!answer)
        co_return std::unexpected(answer.error());
    const auto met = plan.check(answer->object()->root());
    if (!met)
        co_return std::unexpected(met.error());
    if (!*met)
        co_return std::unexpected(Error("condition not met for " + objectName(item)));
    co_return printChange(session, answer->object()->root(), "condition met");
}

client::Task<Result<void>> awaitCondition(Session &session, std::shared_ptr<const ApiResource> type,
                                          Fetched item, WaitPlan plan)
{
    if (plan.timeout == base::Duration::zero()) {
        auto done = co_await checkOnce(session, item, plan);
        co_return done;
    }
    std::optional<Error> error;
    kube::ObjectPtr last;
    bool isSeen = false;
    const ObjectWatcher watcher = [&](const kube::ObjectPtr &object) {
        if (!object && !isSeen) {
            error = Error(kube::Status::notFound(type->gvr, item.object->name()));
            return Watched::Stop;
        }
        isSeen = true;
        if (!object)
            return Watched::GoOn;
        last = object;
        const auto met = plan.check(object->root());
        if (!met)
            error = met.error();
        return !met || *met ? Watched::Stop : Watched::GoOn;
    };
    const auto ended = co_await watchObject(session, type, std::string(item.object->ns()),
                                            std::string(item.object->name()), plan.deadline, watcher);
    if (!ended)
        co_return std::unexpected(ended.error());
    if (!*ended)
        co_return std::unexpected(Error(std::string(kTimedOut) + " on " + objectName(item)));
    if (error)
        co_return std::unexpected(*error);
    co_return printChange(session, last->root(), "condition met");
}

/// Until all that was named is there.
client::Task<Result<void>> awaitCreation(Session &session, Selection selection, base::Instant deadline)
{
    for (;;) {
        const FetchedObjects fetched = co_await fetch(session, selection);
        const auto other =
            std::ranges::find_if_not(fetched.errors, [](const Error &error) { return error.isNotFound(); });
        if (other != fetched.errors.end())
            co_return std::unexpected(*other);
        if (fetched.errors.empty())
            co_return Result<void>();
        api::Timers &timers = session.services().timers;
        if (timers.now() + kPollPause > deadline)
            co_return std::unexpected(Error(std::string(kTimedOut)));
        co_await client::sleep(timers, kPollPause);
    }
}

client::Task<Result<void>> printCreated(Session &session, Fetched item)
{
    co_return printChange(session, item.object->root(), "condition met");
}

client::Task<int> runWait(Session &session)
{
    if (const auto printer = checkPrinter(session); !printer)
        co_return session.fail(printer.error());
    const auto plan = readPlan(session);
    if (!plan)
        co_return session.fail(plan.error());
    auto selection = co_await select(session, session.arguments(), selectOptions(session));
    if (!selection)
        co_return session.fail(selection.error());
    if (plan->awaited == Awaited::Creation) {
        const auto created = co_await awaitCreation(session, *selection, plan->deadline);
        if (!created)
            co_return session.fail(created.error());
    }
    const auto keeper = std::make_shared<const Selection>(*selection);
    bool isAny = false;
    Errors errors = co_await visit(session, std::move(*selection), [&](Fetched item) {
        isAny = true;
        const std::shared_ptr<const ApiResource> type(keeper, item.type);
        if (plan->awaited == Awaited::Deletion)
            return awaitDeletion(session, type, item, *plan);
        if (plan->awaited == Awaited::Condition)
            return awaitCondition(session, type, item, *plan);
        return printCreated(session, item);
    });
    if (plan->awaited == Awaited::Deletion)
        std::erase_if(errors, [](const Error &error) { return error.isNotFound(); });
    if (!errors.empty())
        co_return session.fail(errors);
    if (!isAny && plan->awaited != Awaited::Deletion)
        co_return session.fail("no matching resources found");
    co_return 0;
}

constexpr FlagSpec kWaitFlags[]{
    {"for", 0, FlagType::Text, "",
     "What to wait for: create, delete, condition=NAME[=VALUE], jsonpath='{PATH}'[=VALUE]."},
    {"timeout", 0, FlagType::Duration, "30s", "Give up after this long; 0: look once; negative: a week."},
    {"field-selector", 0, FlagType::Text, "", "Only objects with these fields."},
    {"all-namespaces", 'A', FlagType::Bool, "false", "The objects of all namespaces."},
    {"local", 0, FlagType::Bool, "false", "Not available here."},
};

} // namespace

const Command kWait{
    .path = "wait",
    .usage = "([-f FILENAME] | resource.group/resource.name | resource.group [(-l label | --all)]) "
             "[--for=create|--for=delete|--for condition=available|--for=jsonpath='{}'[=value]]",
    .brief = "Experimental: Wait for a specific condition on one or many resources",
    .text = "Returns when all the objects are as asked for.",
    .examples = "# All Pods of an app ready\n"
                "kubectl wait --for=condition=Ready pods -l app=web --timeout=60s\n\n"
                "# A Pod gone\n"
                "kubectl wait --for=delete pod/web-5d8f9c7b6c-abcde",
    .flags = {kWaitFlags, selectorFlags(), filenameFlags(), printFlags()},
    .run = runWait,
};

} // namespace minato::shell::kubectl
