// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/container_stream.h"

#include "shell/kubectl/watching.h"

#include <algorithm>
#include <charconv>

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

namespace {

using namespace std::chrono_literals;

/// So long nothing has come: the program waits, or the stream has ended.
constexpr base::Duration kQuiet = 250ms;

/// A terminal that is the container's for a while.
class RawTerminal {
public:
    RawTerminal(InPtr in, bool isOn) : m_in(isOn ? std::move(in) : nullptr)
    {
        if (m_in)
            m_in->setRaw(true);
    }
    ~RawTerminal()
    {
        if (m_in)
            m_in->setRaw(false);
    }
    RawTerminal(const RawTerminal &) = delete;
    RawTerminal &operator=(const RawTerminal &) = delete;

private:
    InPtr m_in;
};

/// What both directions of a stream share.
struct StreamState {
    api::Timers &timers;
    api::Connection &connection;
    base::Instant lastHeard; ///< or said
};

client::Task<void> waitForQuiet(StreamState &state)
{
    while (state.timers.now() - state.lastHeard < kQuiet)
        co_await client::sleep(state.timers, state.lastHeard + kQuiet - state.timers.now());
}

client::Task<void> passInput(InPtr in, StreamState &state)
{
    for (;;) {
        if (in->isTerminal())
            co_await waitForQuiet(state);
        const std::string text = co_await in->readSome();
        if (text.empty())
            break;
        state.lastHeard = state.timers.now();
        state.connection.write(text);
    }
    state.connection.closeInput();
}

} // namespace

client::Task<std::optional<StreamEnd>> streamContainer(Session &session, api::Request request,
                                                       StreamInput input)
{
    api::Timers &timers = session.services().timers;
    Inbox<api::ConnectionEvent> inbox(timers);
    api::Connector *connector = session.services().transport.connector();
    if (!connector)
        co_return std::nullopt;
    const auto connection = connector->connect(std::move(request), inbox.sink());
    const RawTerminal raw(session.process().in, input == StreamInput::Terminal);
    StreamState state{timers, *connection, timers.now()};
    client::Task<void> passing;
    if (input != StreamInput::None) {
        passing = passInput(session.process().in, state);
        passing.start();
    }
    for (StreamEnd end;;) {
        const auto event = co_await inbox.next();
        state.lastHeard = timers.now();
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

int failStream(const Session &session, const kube::Status &status, bool wasOpen)
{
    if (status.isReason("NonZeroExitCode") && !status.causes.empty()) {
        const std::string &code = status.causes.front().message;
        session.warn("command terminated with exit code " + code + "\n");
        int number = 1;
        std::from_chars(code.data(), code.data() + code.size(), number);
        return number;
    }
    if (wasOpen)
        return session.fail(Error(status.message));
    if (status.reason.empty())
        return session.fail(Error("unable to upgrade connection: " + status.message));
    return session.fail(Error(status));
}

api::Request streamRequest(const kube::Object &pod, std::string subresource, std::string container,
                           StreamInput input)
{
    api::Request request;
    request.resource = kube::resources::kPods;
    request.ns = pod.ns();
    request.name = pod.name();
    request.subresource = std::move(subresource);
    const bool isTerminal = input == StreamInput::Terminal;
    request.body = Value::map({{"kind", "PodExecOptions"},
                               {"apiVersion", "v1"},
                               {"container", container},
                               {"stdin", input != StreamInput::None},
                               {"stdout", true},
                               {"stderr", !isTerminal}});
    if (isTerminal)
        request.body.set("tty", true);
    return request;
}

} // namespace minato::shell::kubectl
