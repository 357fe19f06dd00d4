// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/session.h"

#include "kube/json.h"
#include "shell/kubectl/request_log.h"

#include <algorithm>
#include <chrono>
#include <format>
#include <optional>
#include <set>

namespace minato::shell::kubectl {

Session::Session(Process &process, const Command &command, Flags flags)
    : m_process(process),
      m_command(command),
      m_flags(std::move(flags)),
      m_namespace(m_flags.isGiven("namespace") ? m_flags.text("namespace")
                                               : process.services.kubectl->config.ns(m_flags.text("context")))
{
}

int Session::fail(const Error &error) const
{
    if (!error.isPrinted)
        m_process.complain(toText({error}));
    return error.exitCode;
}

int Session::fail(const Errors &errors) const
{
    m_process.complain(toText(errors));
    return 1;
}

int Session::failUsage(std::string_view text) const
{
    return fail(Error(std::string(text) + "\nSee 'kubectl " + std::string(m_command.path) +
                      " -h' for help and examples"));
}

void Session::log(char severity, std::string_view place, std::string_view text) const
{
    const std::string time = base::toRfc3339Micro(now()); // 2026-01-05T00:00:00.000000Z
    warn(std::string(1, severity) + time.substr(5, 2) + time.substr(8, 2) + " " + time.substr(11, 15) +
         "    1000 " + std::string(place) + "] " + std::string(text) + "\n");
}

namespace {

/// A server inside this program keeps managed fields beside the objects.
void showManagedFields(api::Payload &payload)
{
    const auto whole = [](kube::ObjectPtr &object) {
        if (object && object->managedFields())
            object = kube::makeObject(object->whole());
    };
    if (auto *object = std::get_if<kube::ObjectPtr>(&payload))
        whole(*object);
    else if (auto *list = std::get_if<kube::ObjectList>(&payload))
        std::ranges::for_each(list->items, whole);
}

} // namespace

client::Task<Result<api::Response>> Session::send(api::Request request)
{
    request.userAgent = "kubectl";
    std::optional<RequestLog> log;
    if (const std::int64_t verbosity = m_flags.number("v"); verbosity >= RequestLog::kLeast)
        log.emplace(verbosity, state().minor, services().serverUrl, request,
                    [this](std::string_view place, const std::string &text) { this->log('I', place, text); });
    if (log)
        log->begin();
    const base::Instant begin = services().timers.now();
    auto answer = co_await client::send(m_process.services.transport, std::move(request));
    if (log)
        log->end(answer, services().timers.now() - begin, now());
    if (!answer)
        co_return std::unexpected(Error(std::move(answer.error())));
    for (const std::string &warning : answer->warnings) {
        if (m_told.insert(warning).second)
            m_process.complain("Warning: " + warning + "\n");
    }
    showManagedFields(answer->payload);
    co_return std::move(*answer);
}

api::Request Session::request(api::Verb verb, const ApiResource &type, std::string_view name) const
{
    return {.verb = verb,
            .resource = type.gvr,
            .ns = type.isNamespaced ? m_namespace : "",
            .name = std::string(name)};
}

namespace {

api::Request rawRequest(std::string path, bool isAggregated)
{
    api::Request request{.verb = api::Verb::Get, .rawPath = std::move(path)};
    if (isAggregated)
        request.query = {{"as", "APIGroupDiscoveryList"}, {"v", "v2"}};
    return request;
}

/// The older form: /apis names the groups, each group version lists its resources.
client::Task<Result<void>> addPlainGroups(Session &session, kube::Value groups, Discovery &discovery)
{
    for (const kube::Value &group : groups["groups"].items()) {
        const std::string preferred(group.at("preferredVersion", "groupVersion").asString());
        for (const kube::Value &version : group["versions"].items()) {
            const std::string groupVersion(version["groupVersion"].asString());
            const auto list = co_await session.send(rawRequest("/apis/" + groupVersion, false));
            if (list) // a group that is down does not hide the others
                discovery.addList(valueOf(list->payload), groupVersion == preferred);
        }
    }
    co_return Result<void>();
}

} // namespace

client::Task<Result<kube::Value>> Session::get(std::string path)
{
    const std::size_t question = path.find('?');
    api::Request request{.verb = api::Verb::Get, .rawPath = path.substr(0, question)};
    while (path.contains('?') || path.contains('&')) {
        path.erase(0, path.find_first_of("?&") + 1);
        const std::string pair = path.substr(0, path.find('&'));
        const std::size_t equals = std::min(pair.find('='), pair.size());
        request.query[pair.substr(0, equals)] = pair.substr(std::min(equals + 1, pair.size()));
    }
    const auto answer = co_await send(std::move(request));
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return valueOf(answer->payload);
}

client::Task<Result<std::shared_ptr<const Discovery>>> Session::discovery(bool isFresh)
{
    if (state().discovery && !isFresh)
        co_return state().discovery;
    auto discovery = std::make_shared<Discovery>();
    for (const std::string path : {"/api", "/apis"}) {
        const auto answer = co_await send(rawRequest(path, true));
        if (!answer)
            co_return std::unexpected(answer.error());
        const kube::Value document = valueOf(answer->payload);
        if (document["kind"].asString() == "APIGroupDiscoveryList") {
            discovery->addAggregated(document);
        } else if (path == "/apis") {
            const auto added = co_await addPlainGroups(*this, document, *discovery);
            if (!added)
                co_return std::unexpected(added.error());
        } else {
            const auto list = co_await send(rawRequest("/api/v1", false));
            if (!list)
                co_return std::unexpected(list.error());
            discovery->addList(valueOf(list->payload), true);
        }
    }
    state().discovery = discovery;
    co_return discovery;
}

kube::Value valueOf(const api::Payload &payload)
{
    if (const auto *value = std::get_if<kube::Value>(&payload))
        return *value;
    if (const auto *object = std::get_if<kube::ObjectPtr>(&payload))
        return *object ? (*object)->root() : kube::Value();
    if (const auto *bytes = std::get_if<api::Bytes>(&payload))
        if (auto parsed = kube::parseJson(bytes->data))
            return std::move(*parsed);
    return {};
}

} // namespace minato::shell::kubectl
