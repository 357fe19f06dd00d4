// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl edit. Mirrors kubectl/pkg/cmd/edit (edit.go) and cmd/util/editor (editoptions.go).
#include "kube/go_quote.h"
#include "kube/json.h"
#include "kube/patch.h"
#include "kube/yaml.h"
#include "shell/kubectl/changing.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/editing.h"
#include "shell/kubectl/last_applied.h"
#include "shell/kubectl/manifests.h"
#include "shell/kubectl/recording.h"
#include "shell/kubectl/validation.h"

#include <algorithm>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

constexpr std::string_view kHeader =
    "# Please edit the object below. Lines beginning with a '#' will be ignored,\n"
    "# and an empty file will abort the edit. If an error occurs while saving this file will be\n"
    "# reopened with the relevant failures.\n"
    "#\n";

/// Why the file is opened again.
struct Reason {
    std::string head;
    std::vector<std::string> others;
};

/// What came of one look at the file.
struct Results {
    std::vector<Reason> reasons;
    int invalid = 0, missing = 0, refused = 0;
};

std::string headerFor(const std::vector<Reason> &reasons)
{
    std::string text(kHeader);
    const auto onOneComment = [](const std::string &line) {
        std::string result;
        for (const char c : line)
            result += c == '\n' ? std::string("\n# ") : std::string(1, c);
        return result;
    };
    for (const Reason &reason : reasons) {
        text += "# " + onOneComment(reason.head) + (reason.others.empty() ? "\n" : ":\n");
        for (const std::string &other : reason.others)
            text += "# * " + onOneComment(other) + "\n";
        text += "#\n";
    }
    return text;
}

std::string withoutComments(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        const std::size_t first = std::min(line.find_first_not_of(" \t"), line.size());
        if (!line.substr(first).starts_with('#'))
            result.append(line).append("\n");
    }
    return result;
}

/// What tells two files apart: what they say, or their lines when they say nothing that can be read.
std::string contentOf(const std::string &text)
{
    const auto parsed = kube::parseYaml(text);
    if (!parsed || parsed->empty())
        return withoutComments(text);
    return kube::toJson(parsed->front().value);
}

Value withoutManagedFields(Value object)
{
    object.edit("metadata").erase("managedFields");
    return object;
}

std::string yamlFor(const std::vector<Fetched> &items)
{
    if (items.size() == 1)
        return kube::toYaml(withoutManagedFields(items.front().object->root()));
    Value list = Value::map({{"apiVersion", "v1"}, {"kind", "List"}, {"metadata", Value::emptyMap()}});
    for (const Fetched &item : items)
        list.edit("items").push(withoutManagedFields(item.object->root()));
    return kube::toYaml(list);
}

std::vector<Value> objectsIn(const Value &document)
{
    if (document["kind"].asString() != "List")
        return {document};
    return {document["items"].items().begin(), document["items"].items().end()};
}

const Fetched *originalOf(const Value &edited, const std::vector<Fetched> &items)
{
    const auto found = std::ranges::find_if(items, [&edited](const Fetched &item) {
        return item.object->uid() == edited.at("metadata", "uid").asString();
    });
    return found == items.end() ? nullptr : &*found;
}

/// Notes a refusal; what is told about it.
std::string noteError(const Error &error, const Fetched &item, Results &results)
{
    const std::string name =
        item.type->gvr.groupResource() + " " + kube::goQuote(std::string(item.object->name()));
    if (error.status && error.status->isReason("Invalid")) {
        Reason reason{name + " was not valid", {}};
        for (const kube::StatusCause &cause : error.status->causes)
            reason.others.push_back(cause.field + ": " + cause.message);
        results.reasons.push_back(std::move(reason));
        ++results.invalid;
        return "error: " + name + " is invalid\n";
    }
    if (error.isNotFound()) {
        ++results.missing;
        return "error: " + name + " could not be found on the server\n";
    }
    ++results.refused;
    return "error: " + name + " could not be patched: " + error.message() + "\n";
}

bool isRenamed(const Value &before, const Value &after)
{
    return !(before["apiVersion"] == after["apiVersion"]) || !(before["kind"] == after["kind"]) ||
           !(before.at("metadata", "name") == after.at("metadata", "name"));
}

client::Task<Result<void>> saveOne(Session &session, Fetched item, Value edited, std::string validation,
                                   Results &results)
{
    const Value before = withoutManagedFields(item.object->root());
    if (session.flags().isTrue("save-config"))
        edited = withLastApplied(std::move(edited));
    if (recordsChange(session))
        edited.edit("metadata").edit("annotations").set("kubernetes.io/change-cause", commandLine(session));
    if (before == edited)
        co_return printChange(session, edited, "skipped");
    if (isRenamed(before, edited))
        co_return std::unexpected(Error("At least one of apiVersion, kind and name was changed"));
    const kube::TypeTable types;
    const kube::MergeRules rules(types, kube::structureName(item.object->apiVersion(), item.object->kind()));
    api::Request request = changeRequest(api::Verb::Patch, *item.type, *item.object,
                                         session.flags().text("field-manager"), DryRun::None);
    request.query["fieldValidation"] = validation;
    request.subresource = session.flags().text("subresource");
    request.patchType = kube::PatchType::Strategic;
    request.body = kube::strategicDiff(before, edited, before, rules);
    if (session.flags().isTrue("output-patch"))
        session.print("Patch: " + kube::toJson(request.body) + "\n");
    const auto answer = co_await session.send(std::move(request));
    if (!answer) {
        session.warn(noteError(answer.error(), item, results));
        co_return Result<void>();
    }
    co_return printChange(session, valueOf(answer->payload), "edited");
}

/// The objects, and how they are edited until all are saved or somebody gives up.
class EditLoop {
public:
    EditLoop(Session &session, std::vector<Fetched> items, std::string validation)
        : m_session(session), m_items(std::move(items)), m_validation(std::move(validation))
    {
    }

    client::Task<int> run()
    {
        const std::string original = yamlFor(m_items);
        for (;;) {
            const std::string shown =
                headerFor(m_results.reasons) + (m_hasError ? withoutComments(m_edited.text) : original);
            const std::string last = m_edited.text;
            auto edited = co_await editText(m_session, shown);
            if (!edited)
                co_return keepFile(edited.error());
            if (!m_edited.file.empty())
                m_session.services().files.remove(m_edited.file);
            m_edited = std::move(*edited);
            if (m_hasError && contentOf(last) == contentOf(m_edited.text))
                co_return keepFile(Error("Edit cancelled, no valid changes were saved."));
            const auto parsed = kube::parseYaml(m_edited.text);
            if (!parsed || parsed->empty() || parsed->front().value["kind"].asString().empty()) {
                noteInvalid();
                continue;
            }
            if (contentOf(original) == contentOf(m_edited.text))
                co_return giveUp("Edit cancelled, no changes made.\n");
            if (const auto status = co_await save(parsed->front().value))
                co_return *status;
        }
    }

private:
    int keepFile(const Error &error)
    {
        if (!m_edited.file.empty())
            m_session.warn("A copy of your changes has been stored to " + kube::goQuote(m_edited.file) +
                           "\n");
        return m_session.fail(error);
    }
    int giveUp(std::string_view why)
    {
        m_session.services().files.remove(m_edited.file);
        m_session.warn(why);
        return 0;
    }

    /// The file is no object: it is opened again.
    void noteInvalid()
    {
        const Fetched &item = m_items.front();
        const std::string name =
            item.type->gvr.groupResource() + " " + kube::goQuote(std::string(item.object->name()));
        m_results = {};
        m_results.reasons.push_back({name + " was not valid", {"The edited file failed validation"}});
        m_hasError = true;
        m_session.warn("error: " + name + " is invalid\n");
    }

    /// The exit status, or nullopt when the file is to be edited once more.
    client::Task<std::optional<int>> save(Value document)
    {
        m_results = {};
        m_hasError = false;
        for (const Value &object : objectsIn(document)) {
            const Fetched *item = originalOf(object, m_items);
            if (!item)
                co_return keepFile(Error("no original object found for " + objectName(object)));
            const auto done = co_await saveOne(m_session, *item, object, m_validation, m_results);
            if (!done)
                co_return keepFile(done.error());
        }
        if (m_results.refused > 0) {
            m_session.warn("You can run `kubectl replace -f " + m_edited.file +
                           "` to try this update again.\n");
            co_return 1;
        }
        if (m_results.missing > 0) {
            m_session.warn("The edits you made on deleted resources have been saved to " +
                           kube::goQuote(m_edited.file) + "\n");
            co_return 1;
        }
        if (m_results.invalid > 0) {
            m_hasError = true;
            co_return std::nullopt;
        }
        m_session.services().files.remove(m_edited.file);
        co_return 0;
    }

    Session &m_session;
    std::vector<Fetched> m_items;
    std::string m_validation;
    Results m_results;
    Edited m_edited;
    bool m_hasError = false;
};

client::Task<int> runEdit(Session &session)
{
    const auto validation = validationOf(session);
    if (!validation)
        co_return session.fail(validation.error());
    if (const std::string &format = session.flags().text("output");
        !format.empty() && format != "json" && format != "yaml")
        co_return session.fail("unable to match a printer suitable for the output format " +
                               kube::goQuote(format) + ", allowed formats are: json,yaml");
    SelectOptions options = selectOptions(session);
    options.subresource = session.flags().text("subresource");
    options.listsBareTypes = true;
    auto selection = co_await select(session, session.arguments(), std::move(options));
    if (!selection)
        co_return session.fail(selection.error());
    const FetchedObjects fetched = co_await fetch(session, std::move(*selection));
    if (!fetched.errors.empty())
        co_return session.fail(fetched.errors);
    if (fetched.objects.empty())
        co_return session.fail("edit cancelled, no objects found");
    EditLoop loop(session, fetched.objects, *validation);
    co_return co_await loop.run();
}

constexpr FlagSpec kEditFlags[]{
    {"output-patch", 0, FlagType::Bool, "false", "Print the patch as well."},
    {"subresource", 0, FlagType::Text, "", "Edit this part of the object: status, scale."},
    {"field-manager", 0, FlagType::Text, "kubectl-edit", "Who is noted as the manager of the fields."},
    {"save-config", 0, FlagType::Bool, "false",
     "Note the configuration in an annotation, for `kubectl apply`."},
};

} // namespace

const Command kEdit{
    .path = "edit",
    .usage = "(RESOURCE/NAME | -f FILENAME)",
    .brief = "Edit a resource on the server",
    .text = "Opens an object in an editor and sends what has become of it. $KUBE_EDITOR or $EDITOR names a "
            "command that edits instead of you.",
    .examples = "# A Deployment\n"
                "kubectl edit deployment/web\n\n"
                "# Without an editor: three replicas\n"
                "KUBE_EDITOR='sed -i s/replicas:.*/replicas:3/' kubectl edit deployment/web",
    .flags = {kEditFlags, validateFlags(), recordFlags(), filenameFlags(), printFlags()},
    .run = runEdit,
};

} // namespace minato::shell::kubectl
