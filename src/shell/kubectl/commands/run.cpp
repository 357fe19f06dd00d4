// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl run. Mirrors kubectl/pkg/cmd/run (run.go) and pkg/generate/versioned (run.go, service.go).
#include "kube/go_quote.h"
#include "kube/json.h"
#include "kube/name_rules.h"
#include "kube/patch.h"
#include "shell/kubectl/changing.h"
#include "shell/kubectl/commands/attach.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/image_reference.h"
#include "shell/kubectl/last_applied.h"
#include "shell/kubectl/pairs.h"
#include "shell/kubectl/recording.h"
#include "shell/kubectl/typed_object.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

/// A mistake in how the command is called.
Error usageError(std::string text)
{
    return Error(std::move(text) + "\nSee 'kubectl run -h' for help and examples");
}

Result<Value> environmentOf(const std::vector<std::string> &specs)
{
    Value list = Value::emptyArray();
    for (const std::string &spec : specs) {
        const std::size_t equals = spec.find('=');
        const std::string name = spec.substr(0, std::min(equals, spec.size()));
        if (equals == std::string::npos || !kube::envVarNameErrors(name).empty())
            return std::unexpected(Error("invalid env: " + spec));
        Value entry = Value::map({{"name", name}});
        if (equals + 1 < spec.size())
            entry.set("value", spec.substr(equals + 1));
        list.push(std::move(entry));
    }
    return list;
}

/// Go's strconv.Atoi.
Result<std::int64_t> portNumber(const std::string &text)
{
    std::int64_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error == std::errc() && end == text.data() + text.size())
        return port;
    return std::unexpected(
        Error("strconv.Atoi: parsing " + kube::goQuote(text) + ": " +
              (error == std::errc::result_out_of_range ? "value out of range" : "invalid syntax")));
}

bool attaches(const Flags &flags)
{
    return flags.isGiven("attach") ? flags.isTrue("attach") : flags.isTrue("stdin");
}

Result<void> checkFlags(const Session &session)
{
    static constexpr std::array<std::string_view, 4> policies{"", "Always", "OnFailure", "Never"};
    static constexpr std::array<std::string_view, 4> pulls{"", "Always", "IfNotPresent", "Never"};
    const Flags &flags = session.flags();
    if (session.arguments().empty() || flags.argumentsBeforeDashes() == 0)
        return std::unexpected(usageError("NAME is required for run"));
    const std::string &image = flags.text("image");
    if (image.empty())
        return std::unexpected(Error("--image is required"));
    if (!isImageReference(image))
        return std::unexpected(
            Error("Invalid image name " + kube::goQuote(image) + ": invalid reference format"));
    if (flags.isTrue("tty") && !flags.isTrue("stdin"))
        return std::unexpected(usageError("-i/--stdin is required for containers with -t/--tty=true"));
    if (flags.isTrue("expose") && flags.text("port").empty())
        return std::unexpected(usageError("--port must be set when exposing a service"));
    if (!std::ranges::contains(policies, flags.text("restart")))
        return std::unexpected(usageError("invalid restart policy: " + flags.text("restart")));
    if (!attaches(flags) && flags.isTrue("rm"))
        return std::unexpected(usageError("--rm should only be used for attached containers"));
    if (attaches(flags) && flags.text("dry-run") != "none")
        return std::unexpected(usageError("--dry-run=[server|client] can't be used with attached containers "
                                          "options (--attach, --stdin, or --tty)"));
    if (!std::ranges::contains(pulls, flags.text("image-pull-policy")))
        return std::unexpected(usageError("invalid image pull policy: " + flags.text("image-pull-policy")));
    return {};
}

Value containerOf(const Session &session, const std::string &name)
{
    const Flags &flags = session.flags();
    Value container = Value::map({{"name", name}, {"image", flags.text("image")}});
    const bool isOpen = flags.isTrue("stdin");
    if (isOpen)
        container.set("stdin", true);
    if (isOpen && !flags.isTrue("leave-stdin-open"))
        container.set("stdinOnce", true);
    if (flags.isTrue("tty"))
        container.set("tty", true);
    if (flags.isTrue("privileged"))
        container.set("securityContext", Value::map({{"privileged", true}}));
    const char *field = flags.isTrue("command") ? "command" : "args";
    for (std::size_t i = 1; i < session.arguments().size(); ++i)
        container.edit(field).push(session.arguments()[i]);
    if (!flags.text("image-pull-policy").empty())
        container.set("imagePullPolicy", flags.text("image-pull-policy"));
    return container;
}

Result<Value> podOf(const Session &session)
{
    const Flags &flags = session.flags();
    const std::string &name = session.arguments().front();
    const auto environment = environmentOf(flags.list("env"));
    if (!environment)
        return environment;
    const auto annotations = parsePairs(flags.list("annotations"), "annotations", false);
    if (!annotations)
        return std::unexpected(annotations.error());
    const Result<Value> labels =
        flags.text("labels").empty() ? Value::map({{"run", name}}) : parseLabels(flags.text("labels"));
    if (!labels)
        return labels;
    Value container = containerOf(session, name);
    if (environment->size() > 0)
        container.set("env", *environment);
    if (!flags.text("port").empty()) {
        const auto port = portNumber(flags.text("port"));
        if (!port)
            return std::unexpected(port.error());
        container.set("ports", Value::array({Value::map({{"containerPort", *port}})}));
    }
    Value metadata = Value::map({{"name", name}, {"labels", *labels}});
    for (const auto &[key, value] : annotations->set)
        metadata.edit("annotations").set(key, value);
    const std::string &restart = flags.text("restart");
    return Value::map({{"apiVersion", "v1"},
                       {"kind", "Pod"},
                       {"metadata", std::move(metadata)},
                       {"spec", Value::map({{"containers", Value::array({std::move(container)})},
                                            {"dnsPolicy", "ClusterFirst"},
                                            {"restartPolicy", restart.empty() ? "Always" : restart}})}});
}

/// What --overrides says comes on top.
Result<Value> overridden(const Session &session, Value pod)
{
    const std::string &text = session.flags().text("overrides"),
                      &type = session.flags().text("override-type");
    if (text.empty())
        return pod;
    if (type != "merge" && type != "json" && type != "strategic")
        return std::unexpected(Error("invalid override type: " + type));
    const auto patch = kube::parseJson(text);
    if (!patch)
        return std::unexpected(Error("Invalid JSON Patch"));
    if (type == "merge")
        return kube::applyMergePatch(pod, *patch);
    const kube::TypeTable types;
    const auto done = type == "json"
                          ? kube::applyJsonPatch(pod, *patch)
                          : kube::applyStrategicPatch(pod, *patch, kube::MergeRules(types, "core.v1.Pod"));
    if (!done)
        return std::unexpected(Error(done.error()));
    return *done;
}

/// The Service of --expose.
Result<Value> serviceOf(const Session &session)
{
    const Flags &flags = session.flags();
    const std::string &name = session.arguments().front();
    const bool hasLabels = !flags.text("labels").empty();
    const auto selector = parseLabels(hasLabels ? flags.text("labels") : "run=" + name);
    if (!selector)
        return selector;
    Value ports = Value::emptyArray();
    for (const std::string &text : splitAt(flags.text("port"), ',')) {
        const auto port = portNumber(text);
        if (!port)
            return std::unexpected(port.error());
        ports.push(Value::map({{"port", *port}, {"protocol", "TCP"}, {"targetPort", *port}}));
    }
    Value metadata = Value::map({{"name", name}});
    if (hasLabels)
        metadata.set("labels", *selector);
    return Value::map({{"apiVersion", "v1"},
                       {"kind", "Service"},
                       {"metadata", std::move(metadata)},
                       {"spec", Value::map({{"selector", *selector}, {"ports", std::move(ports)}})}});
}

client::Task<Result<Value>> createObject(Session &session, kube::GroupVersionResource type, Value object,
                                         DryRun dryRun)
{
    object = asTyped(std::move(object), !session.isSince(34));
    if (recordsChange(session))
        object.edit("metadata").edit("annotations").set("kubernetes.io/change-cause", commandLine(session));
    if (dryRun == DryRun::Client) {
        if (session.hasExplicitNamespace())
            object.edit("metadata").set("namespace", session.ns());
        co_return object;
    }
    co_return co_await sendCreation(session, std::move(type), std::move(object), dryRun);
}

/// The Service of --expose, created and printed before the Pod is.
client::Task<Result<void>> exposePod(Session &session, DryRun dryRun)
{
    auto service = serviceOf(session);
    if (!service)
        co_return std::unexpected(service.error());
    const auto made = co_await createObject(session, kube::resources::kServices, std::move(*service), dryRun);
    if (!made)
        co_return std::unexpected(made.error());
    auto printed = printTyped(session, *made, operationText("created", dryRun));
    if (printed && session.flags().text("output") == "yaml")
        session.print("---\n---\n"); // upstream's own, and its printer's
    co_return printed;
}

/// --rm
client::Task<void> removeObjects(Session &session, std::string name)
{
    const bool hasService = session.flags().isTrue("expose");
    for (const char *kind : {"pod", "service"}) {
        if (kind == std::string_view("service") && !hasService)
            continue;
        const auto answer =
            co_await session.send({.verb = api::Verb::Delete,
                                   .resource = kind == std::string_view("pod") ? kube::resources::kPods
                                                                               : kube::resources::kServices,
                                   .ns = session.ns(),
                                   .name = name,
                                   .body = Value::map({{"propagationPolicy", "Background"}})});
        if (answer && !session.flags().isTrue("quiet"))
            session.print(std::string(kind) + " \"" + name + "\" deleted" +
                          (session.isSince(34) ? " from " + session.ns() + " namespace\n" : "\n"));
    }
}

client::Task<int> runAttached(Session &session, Value pod)
{
    const Flags &flags = session.flags();
    const auto object = kube::makeObject(pod);
    const int status = co_await followPod(session, object,
                                          {.container = "",
                                           .hasInput = flags.isTrue("stdin"),
                                           .hasTerminal = flags.isTrue("tty"),
                                           .isQuiet = flags.isTrue("quiet")});
    if (flags.isTrue("rm"))
        co_await removeObjects(session, std::string(object->name()));
    co_return status;
}

client::Task<int> runRun(Session &session)
{
    const auto dryRun = dryRunOf(session);
    if (!dryRun)
        co_return session.fail(dryRun.error());
    if (const auto printer = checkPrinter(session); !printer)
        co_return session.fail(printer.error());
    if (const auto checked = checkFlags(session); !checked)
        co_return session.fail(checked.error());
    auto pod = podOf(session);
    if (pod)
        pod = overridden(session, std::move(*pod));
    if (!pod)
        co_return session.fail(pod.error());
    const auto made = co_await createObject(session, kube::resources::kPods, std::move(*pod), *dryRun);
    if (!made)
        co_return session.fail(made.error());
    Errors errors;
    if (session.flags().isTrue("expose"))
        if (const auto exposed = co_await exposePod(session, *dryRun); !exposed)
            errors.push_back(exposed.error());
    if (attaches(session.flags()))
        co_return co_await runAttached(session, *made);
    if (const auto printed = printTyped(session, *made, operationText("created", *dryRun)); !printed)
        co_return session.fail(printed.error());
    co_return errors.empty() ? 0 : session.fail(errors);
}

constexpr FlagSpec kRunFlags[]{
    {"image", 0, FlagType::Text, "", "The image of the container."},
    {"image-pull-policy", 0, FlagType::Text, "",
     "Always, IfNotPresent or Never; without it, the server decides."},
    {"annotations", 0, FlagType::Array, "[]", "An annotation of the Pod, KEY=VALUE."},
    {"env", 0, FlagType::Array, "[]", "An environment variable of the container, KEY=VALUE."},
    {"port", 0, FlagType::Text, "", "The port at which the container listens."},
    {"labels", 'l', FlagType::Text, "", "Labels of the Pod, a=b,c=d; without it, run=NAME."},
    {"stdin", 'i', FlagType::Bool, "false", "Keep the input of the container open."},
    {"tty", 't', FlagType::Bool, "false", "Give the container a terminal."},
    {"attach", 0, FlagType::Bool, "false", "Wait for the Pod and show what it prints."},
    {"rm", 0, FlagType::Bool, "false", "Delete the Pod when it has ended; only with --attach or -i."},
    {"leave-stdin-open", 0, FlagType::Bool, "false", "Leave the input open after the first attach."},
    {"restart", 0, FlagType::Text, "Always", "Always, OnFailure or Never."},
    {"command", 0, FlagType::Bool, "false", "The words after the name are the command, not its arguments."},
    {"expose", 0, FlagType::Bool, "false", "Make a Service for the Pod as well; needs --port."},
    {"quiet", 'q', FlagType::Bool, "false", "Print no prompts."},
    {"privileged", 0, FlagType::Bool, "false", "Run the container in privileged mode."},
    {"overrides", 0, FlagType::Text, "", "JSON that changes the object before it is created."},
    {"override-type", 0, FlagType::Text, "merge", "How --overrides changes it: json, merge or strategic."},
    {"pod-running-timeout", 0, FlagType::Duration, "1m0s", "How long --attach waits for the Pod."},
    {"field-manager", 0, FlagType::Text, "kubectl-run", "Who is noted as the manager of the fields."},
    {"save-config", 0, FlagType::Bool, "false",
     "Note the configuration in an annotation, for `kubectl apply`."},
};

} // namespace

const Command kRun{
    .path = "run",
    .usage = "NAME --image=image [--env=\"key=value\"] [--port=port] [--dry-run=server|client] "
             "[--overrides=inline-json] [--command] -- [COMMAND] [args...]",
    .brief = "Run a particular image on the cluster",
    .text = "Makes one Pod. Nothing replaces it when it is gone: for that, make a Deployment.",
    .examples = "# One Pod of nginx\n"
                "kubectl run web --image=nginx\n\n"
                "# With a port and a variable, and a Service in front of it\n"
                "kubectl run web --image=nginx --port=80 --env=COLOR=blue --expose\n\n"
                "# Only look at what would be created\n"
                "kubectl run web --image=nginx --dry-run=client -o yaml\n\n"
                "# A command for once, and nothing is left of it\n"
                "kubectl run once --rm -i --restart=Never --image=busybox -- wget -qO- http://web",
    .flags = {kRunFlags, dryRunFlags(), recordFlags(), printFlags()},
    .run = runRun,
    .required = {"image"},
};

} // namespace minato::shell::kubectl
