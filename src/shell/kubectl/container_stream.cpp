// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/container_stream.h"

#include "shell/kubectl/watching.h"

#include <algorithm>

namespace minato::shell::kubectl {

using kube::Value;

std::string containerToUse(const Session &session, const kube::Object &pod, const std::string &wanted,
                           bool isQuiet)
{
    if (!wanted.empty())
        return wanted;
    const auto containers = pod.spec()["containers"].items();
    const auto annotated = pod.annotations()["kubectl.kubernetes.io/default-container"].asString();
    const auto isAnnotated = [annotated](const Value &one) { return one["name"].asString() == annotated; };
    if (!annotated.empty() && std::ranges::any_of(containers, isAnnotated))
        return std::string(annotated);
    const std::string first(containers.front()["name"].asString());
    const auto initContainers = pod.spec()["initContainers"].items();
    if (isQuiet || (containers.size() < 2 && initContainers.empty()))
        return first;
    std::string names;
    for (const Value &container : containers)
        names.append(names.empty() ? "" : ", ").append(container["name"].asString());
    for (const Value &container : initContainers)
        names.append(", ").append(container["name"].asString()).append(" (init)");
    session.warn("Defaulted container \"" + first + "\" out of: " + names + "\n");
    return first;
}

client::Task<std::optional<StreamEnd>> streamContainer(Session &session, api::Request request, bool hasInput)
{
    Inbox<api::ConnectionEvent> inbox(session.services().timers);
    api::Connector *connector = session.services().transport.connector();
    if (!connector)
        co_return std::nullopt;
    const auto connection = connector->connect(std::move(request), inbox.sink());
    if (hasInput) {
        connection->write(co_await session.process().in->readAll());
        connection->closeInput();
    }
    for (StreamEnd end;;) {
        const auto event = co_await inbox.next();
        if (!event) {
            end.failure = event.error();
            co_return end;
        }
        if (event->kind == api::ConnectionEvent::Kind::Ended)
            co_return end;
        end.wasOpen = true;
        if (event->kind == api::ConnectionEvent::Kind::Output)
            session.print(event->data);
        else if (event->kind == api::ConnectionEvent::Kind::ErrorOutput)
            session.warn(event->data);
    }
}

api::Request streamRequest(const kube::Object &pod, std::string subresource, std::string container,
                           bool hasInput)
{
    api::Request request;
    request.resource = kube::resources::kPods;
    request.ns = pod.ns();
    request.name = pod.name();
    request.subresource = std::move(subresource);
    request.body = Value::map({{"kind", "PodExecOptions"},
                               {"apiVersion", "v1"},
                               {"container", container},
                               {"stdin", hasInput},
                               {"stdout", true},
                               {"stderr", true}});
    return request;
}

} // namespace minato::shell::kubectl
