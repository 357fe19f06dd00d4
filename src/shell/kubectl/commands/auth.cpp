// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl auth. Mirrors kubectl/pkg/cmd/auth (cani.go, whoami.go); without `auth reconcile`: the lab has no RBAC objects.
#include "kube/tab_writer.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/object_printer.h"
#include "shell/kubectl/resource_args.h"

#include <algorithm>
#include <array>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

constexpr std::array<std::string_view, 16> kVerbs{
    "get", "list",        "watch", "create",  "update", "patch",    "delete", "deletecollection",
    "use", "impersonate", "bind",  "approve", "sign",   "escalate", "attest", "*"};
constexpr std::array<std::string_view, 8> kPathVerbs{"get",     "put",    "post",  "head",
                                                     "options", "delete", "patch", "*"};

/// What the arguments ask about.
struct Question {
    std::string verb, path, name;
    kube::GroupVersionResource type;
    std::shared_ptr<const ApiResource> known; ///< null: no type that the server offers
};

client::Task<Result<Question>> questionOf(Session &session)
{
    const auto &arguments = session.arguments();
    if (arguments.size() != 2)
        co_return std::unexpected(
            Error("you must specify two arguments: verb resource or verb resource/resourceName.\n"
                  "See 'kubectl auth can-i -h' for help and examples."));
    Question question{.verb = arguments[0], .path = "", .name = "", .type = {}, .known = nullptr};
    if (arguments[1].starts_with('/')) {
        question.path = arguments[1];
        co_return question;
    }
    const std::size_t slash = std::min(arguments[1].find('/'), arguments[1].size());
    const std::string type = arguments[1].substr(0, slash);
    question.name = arguments[1].substr(std::min(slash + 1, arguments[1].size()));
    question.type.resource = type;
    if (type == "*")
        co_return question;
    if (const auto found = co_await findType(session, type)) {
        question.known = *found;
        question.type = (*found)->gvr;
    } else if (type != "users" && type != "groups") {
        const std::size_t dot = type.find('.');
        session.warn("Warning: the server doesn't have a resource type '" + type.substr(0, dot) + "'" +
                     (dot == std::string::npos ? "" : " in group '" + type.substr(dot + 1) + "'") + "\n\n");
    }
    co_return question;
}

Result<void> check(const Session &session, const Question &question)
{
    const Flags &flags = session.flags();
    const bool isEverywhere = flags.isTrue("all-namespaces");
    const bool isPath = !question.path.empty();
    if (isPath && !flags.text("subresource").empty())
        return std::unexpected(Error("--subresource can not be used with NonResourceURL"));
    if (!isPath && !isEverywhere && question.known && !question.known->isNamespaced)
        session.warn("Warning: resource '" + question.type.resource + "' is not namespace scoped" +
                     (question.type.group.empty() ? "" : " in group '" + question.type.group + "'") + "\n\n");
    const bool isKnown = isPath ? std::ranges::contains(kPathVerbs, question.verb)
                                : isEverywhere || std::ranges::contains(kVerbs, question.verb);
    if (!isKnown)
        session.warn("Warning: verb '" + question.verb + "' is not a known verb\n\n");
    if (flags.isTrue("no-headers"))
        return std::unexpected(Error("--no-headers cannot be set without --list specified"));
    return {};
}

client::Task<Result<Value>> ask(Session &session, std::string group, std::string kind, std::string resource,
                                Value spec)
{
    Value review = Value::map({{"apiVersion", group + "/v1"}, {"kind", kind}});
    if (!spec.isNull())
        review.set("spec", std::move(spec));
    const auto answer = co_await session.send({.verb = api::Verb::Create,
                                               .resource = {std::move(group), "v1", std::move(resource)},
                                               .body = std::move(review)});
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return valueOf(answer->payload);
}

/// "[a b]", as Go prints a list of texts.
std::string listText(const Value &list)
{
    std::string text;
    for (const Value &item : list.items())
        text += (text.empty() ? "" : " ") + std::string(item.asString());
    return "[" + text + "]";
}

/// "pods", "deployments.apps", "*.*"
std::string typesText(const Value &rule)
{
    std::string text;
    for (const Value &group : rule["apiGroups"].items())
        for (const Value &resource : rule["resources"].items())
            text += (text.empty() ? "" : ",") + std::string(resource.asString()) +
                    (group.asString().empty() ? "" : "." + std::string(group.asString()));
    return text;
}

client::Task<int> listRules(Session &session)
{
    const Flags &flags = session.flags();
    if (!session.arguments().empty())
        co_return session.fail("list option must be specified with no arguments");
    if (flags.isTrue("quiet") || flags.isTrue("all-namespaces") || !flags.text("subresource").empty())
        co_return session.fail(
            "list option can't be specified with neither quiet, all-namespaces nor subresource options");
    const auto review = co_await ask(session, "authorization.k8s.io", "SelfSubjectRulesReview",
                                     "selfsubjectrulesreviews", Value::map({{"namespace", session.ns()}}));
    if (!review)
        co_return session.fail(review.error());
    const Value &status = (*review)["status"];
    if (status["incomplete"].asBool())
        session.warn("Warning: the list may be incomplete: " +
                     std::string(status["evaluationError"].asString()) + "\n");
    kube::TabWriter writer({.rememberWidths = true});
    if (!flags.isTrue("no-headers"))
        writer.write("Resources\tNon-Resource URLs\tResource Names\tVerbs\n");
    for (const char *rules : {"resourceRules", "nonResourceRules"})
        for (const Value &rule : status[rules].items())
            writer.write(typesText(rule) + "\t" + listText(rule["nonResourceURLs"]) + "\t" +
                         listText(rule["resourceNames"]) + "\t" + listText(rule["verbs"]) + "\n");
    session.print(writer.flush());
    co_return 0;
}

client::Task<int> runCanI(Session &session)
{
    const Flags &flags = session.flags();
    if (flags.isTrue("list"))
        co_return co_await listRules(session);
    const auto question = co_await questionOf(session);
    if (!question)
        co_return session.fail(question.error());
    if (const auto checked = check(session, *question); !checked)
        co_return session.fail(checked.error());
    Value spec = Value::emptyMap();
    if (!question->path.empty())
        spec.set("nonResourceAttributes", Value::map({{"path", question->path}, {"verb", question->verb}}));
    else
        spec.set("resourceAttributes",
                 Value::map({{"namespace", flags.isTrue("all-namespaces") ? "" : session.ns()},
                             {"verb", question->verb},
                             {"group", question->type.group},
                             {"resource", question->type.resource},
                             {"subresource", flags.text("subresource")},
                             {"name", question->name}}));
    const auto review = co_await ask(session, "authorization.k8s.io", "SelfSubjectAccessReview",
                                     "selfsubjectaccessreviews", std::move(spec));
    if (!review)
        co_return session.fail(review.error());
    const Value &status = (*review)["status"];
    const bool isAllowed = status["allowed"].asBool();
    std::string answer = isAllowed ? "yes" : "no";
    for (const char *field : {"reason", "evaluationError"})
        if (const auto why = status[field].asString(); !isAllowed && !why.empty())
            answer += " - " + std::string(why);
    if (!flags.isTrue("quiet"))
        session.print(answer + "\n");
    co_return isAllowed ? 0 : 1;
}

client::Task<int> runWhoAmI(Session &session)
{
    ObjectPrinter::Options options = printOptions(session);
    options.isTyped = true;
    const auto printer = ObjectPrinter::make(session, options);
    if (!printer)
        co_return session.fail(printer.error());
    if (!*printer && !options.format.empty())
        co_return session.fail(unknownFormat(options.format, false));
    const auto review =
        co_await ask(session, "authentication.k8s.io", "SelfSubjectReview", "selfsubjectreviews", Value());
    if (!review)
        co_return session.fail(review.error());
    if (*printer) {
        const auto printed = printTyped(session, *review, "");
        co_return printed ? 0 : session.fail(printed.error());
    }
    const Value &user = (*review)["status"]["userInfo"];
    kube::TabWriter writer({.rememberWidths = true});
    writer.write("ATTRIBUTE\tVALUE\n");
    if (const auto name = user["username"].asString(); !name.empty())
        writer.write("Username\t" + std::string(name) + "\n");
    if (const auto uid = user["uid"].asString(); !uid.empty())
        writer.write("UID\t" + std::string(uid) + "\n");
    if (user["groups"].size() > 0)
        writer.write("Groups\t" + listText(user["groups"]) + "\n");
    for (const kube::Member &extra : user["extra"].members())
        writer.write("Extra: " + std::string(extra.key()) + "\t" + listText(extra.value) + "\n");
    session.print(writer.flush());
    co_return 0;
}

constexpr FlagSpec kCanIFlags[]{
    {"all-namespaces", 'A', FlagType::Bool, "false", "In all namespaces."},
    {"quiet", 'q', FlagType::Bool, "false", "Only the exit status: 0 yes, 1 no."},
    {"subresource", 0, FlagType::Text, "", "A part of the object: log, scale."},
    {"list", 0, FlagType::Bool, "false", "All that is allowed."},
    {"no-headers", 0, FlagType::Bool, "false", "With --list: leave the line of headers out."},
};

} // namespace

const Command kAuth{
    .path = "auth",
    .usage = "SUBCOMMAND",
    .brief = "Inspect authorization",
    .text = "Tells who you are to the API server and what you may do.",
    .examples = "kubectl auth whoami",
    .flags = {},
    .failsBare = true,
    .helpsOnErr = true,
};

const Command kAuthCanI{
    .path = "auth can-i",
    .usage = "VERB [TYPE | TYPE/NAME | NONRESOURCEURL]",
    .brief = "Check whether an action is allowed",
    .text = "In the lab everybody may do everything.",
    .examples = "# May I make Pods here?\n"
                "kubectl auth can-i create pods\n\n"
                "# All that I may\n"
                "kubectl auth can-i --list",
    .flags = {kCanIFlags},
    .run = runCanI,
};

const Command kAuthWhoAmI{
    .path = "auth whoami",
    .usage = "[flags]",
    .brief = "Experimental: Check self subject attributes",
    .text = "Who the API server takes you for.",
    .examples = "kubectl auth whoami",
    .flags = {printFlags()},
    .run = runWhoAmI,
};

} // namespace minato::shell::kubectl
