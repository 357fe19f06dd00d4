// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl create token. Mirrors kubectl/pkg/cmd/create (create_token.go).
#include "kube/duration.h"
#include "shell/kubectl/commands/create.h"
#include "shell/kubectl/object_printer.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace minato::shell::kubectl {
namespace {

using kube::Value;
using namespace std::chrono_literals;

constexpr std::array<std::string_view, 3> kBoundKinds{"Node", "Pod", "Secret"};

Result<void> checkBinding(const Flags &flags)
{
    const std::string &kind = flags.text("bound-object-kind");
    if (kind.empty()) {
        for (const std::string flag : {"bound-object-name", "bound-object-uid"})
            if (!flags.text(flag).empty())
                return std::unexpected(
                    Error("--" + flag + " can only be set if --bound-object-kind is provided"));
        return {};
    }
    if (!std::ranges::contains(kBoundKinds, kind))
        return std::unexpected(Error("supported --bound-object-kind values are Node, Pod, Secret"));
    if (flags.text("bound-object-name").empty())
        return std::unexpected(Error("--bound-object-name is required if --bound-object-kind is provided"));
    return {};
}

/// The request's body, from the flags.
Result<Value> tokenRequestOf(const Flags &flags)
{
    Value spec =
        Value::map({{"audiences", Value()}, {"expirationSeconds", Value()}, {"boundObjectRef", Value()}});
    const auto duration = kube::parseGoDuration(flags.text("duration")).value_or(0s);
    if (duration < 0s)
        return std::unexpected(Error("--duration must be greater than or equal to 0"));
    if (duration % 1s != base::Duration::zero())
        return std::unexpected(Error("--duration cannot be expressed in units less than seconds"));
    if (std::ranges::contains(flags.list("audience"), std::string()))
        return std::unexpected(Error("--audience must not be an empty string"));
    if (const auto fits = checkBinding(flags); !fits)
        return std::unexpected(fits.error());
    if (!flags.list("audience").empty()) {
        Value audiences = Value::array({});
        for (const std::string &audience : flags.list("audience"))
            audiences.push(audience);
        spec.set("audiences", std::move(audiences));
    }
    if (duration > 0s)
        spec.set("expirationSeconds", static_cast<std::int64_t>(duration / 1s));
    if (const std::string &kind = flags.text("bound-object-kind"); !kind.empty()) {
        Value bound =
            Value::map({{"kind", kind}, {"apiVersion", "v1"}, {"name", flags.text("bound-object-name")}});
        if (!flags.text("bound-object-uid").empty())
            bound.set("uid", flags.text("bound-object-uid"));
        spec.set("boundObjectRef", std::move(bound));
    }
    return Value::map({{"kind", "TokenRequest"},
                       {"apiVersion", "authentication.k8s.io/v1"},
                       {"metadata", Value::map({{"creationTimestamp", Value()}})},
                       {"spec", std::move(spec)},
                       {"status", Value::map({{"token", ""}, {"expirationTimestamp", Value()}})}});
}

client::Task<int> runCreateToken(Session &session)
{
    const Flags &flags = session.flags();
    const std::size_t count = std::min(flags.argumentsBeforeDashes(), session.arguments().size());
    if (count != 1)
        co_return session.failUsage("exactly one NAME is required, got " + std::to_string(count));
    if (const auto known = checkPrinter(session); !known)
        co_return session.fail(known.error());
    if (session.arguments().front().empty())
        co_return session.fail("service account name is required");
    auto body = tokenRequestOf(flags);
    if (!body)
        co_return session.fail(body.error());
    api::Request request{.verb = api::Verb::Create,
                         .resource = {"", "v1", "serviceaccounts"},
                         .subresource = "token",
                         .ns = session.ns(),
                         .name = session.arguments().front(),
                         .body = *std::move(body)};
    const auto answer = co_await session.send(std::move(request));
    if (!answer)
        co_return session.fail("failed to create token: " + answer.error().message());
    const Value made = valueOf(answer->payload);
    const std::string token(made.at("status", "token").asString());
    if (token.empty())
        co_return session.fail("failed to create token: no token in server response");
    if (!flags.text("output").empty()) {
        const auto printed = printTyped(session, made, "created");
        co_return printed ? 0 : session.fail(printed.error());
    }
    session.print(token);
    co_return 0;
}

constexpr FlagSpec kTokenFlags[]{
    {"audience", 0, FlagType::Array, "[]",
     "Who is to accept the token; may be repeated. Without it: the API server."},
    {"duration", 0, FlagType::Duration, "0s", "How long it is to be valid; 0: as the server likes."},
    {"bound-object-kind", 0, FlagType::Text, "",
     "Node, Pod or Secret: the token is valid as long as that object is there."},
    {"bound-object-name", 0, FlagType::Text, "", "The name of that object."},
    {"bound-object-uid", 0, FlagType::Text, "", "The uid of that object, when it must be this one."},
};

} // namespace

const Command kCreateToken{
    .path = "create token",
    .usage = "SERVICE_ACCOUNT_NAME",
    .brief = "Request a service account token",
    .text = "Asks the server for a token that signs a program in as a ServiceAccount. The lab's own cluster "
            "gives none: "
            "nobody signs in there.",
    .examples = "# For ten minutes\n"
                "kubectl create token builder --duration=10m",
    .flags = {kTokenFlags, printFlags()},
    .run = runCreateToken,
};

} // namespace minato::shell::kubectl
