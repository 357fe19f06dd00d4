// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/dry_run.h"

#include "client/requests.h"
#include "kube/json.h"
#include "kube/patch.h"
#include "kube/schema/merge_rules.h"
#include "kube/yaml.h"
#include "session/kinds.h"
#include "session/manifest_text.h"
#include "shell/kubectl/last_applied.h"

#include <format>

namespace minato::session {
namespace {

using kube::Value;

/// One document of the editor.
struct Document {
    Value manifest;
    std::string text;
    int lineOffset = 0;
    ObjectName object;
    KindPlace place;
};

Finding finding(std::string message, int line, std::string field = {})
{
    return {Finding::Source::Server, line, std::move(field), "", std::move(message)};
}

/// The text from a line on, up to the next document.
std::string textFrom(std::string_view text, int line)
{
    for (int at = 1; at < line; ++at) {
        const auto end = text.find('\n');
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return std::string(text.substr(0, text.find("\n---")));
}

/// Whom the document is about, or what keeps it from saying so.
std::optional<Finding> identify(Document &document)
{
    const Value &manifest = document.manifest;
    const int line = document.lineOffset + 1;
    const std::string apiVersion(manifest["apiVersion"].asString()), kind(manifest["kind"].asString());
    if (apiVersion.empty())
        return finding("Object 'apiVersion' is missing", line, "apiVersion");
    if (kind.empty())
        return finding("Object 'Kind' is missing", line, "kind");
    const auto place = placeOf(apiVersion, kind);
    if (!place) {
        const auto lines = kube::yamlLines(document.text);
        const auto at = lines.find("kind");
        return finding(std::format("no matches for kind \"{}\" in version \"{}\"", kind, apiVersion),
                       at == lines.end() ? line : at->second + document.lineOffset, "kind");
    }
    document.place = *place;
    document.object = {kind, std::string(manifest.at("metadata", "namespace").asString()),
                       std::string(manifest.at("metadata", "name").asString())};
    if (document.object.ns.empty() && place->isNamespaced)
        document.object.ns = "default";
    if (document.object.isEmpty())
        return finding("resource name may not be empty", line, "metadata.name");
    return std::nullopt;
}

api::Request writeRequest(const Document &document, api::Verb verb)
{
    api::Request request{.verb = verb,
                         .resource = document.place.resource,
                         .ns = document.object.ns,
                         .name = verb == api::Verb::Create ? std::string() : document.object.name};
    request.query = {
        {"dryRun", "All"}, {"fieldManager", "kubectl-client-side-apply"}, {"fieldValidation", "Strict"}};
    return request;
}

/// The patch that kubectl apply would send.
Value applyPatch(const Document &document, const Value &live)
{
    Value before;
    const auto original = live.at("metadata", "annotations", shell::kubectl::kLastApplied).asString();
    if (auto parsed = kube::parseJson(original))
        before = std::move(*parsed);
    const kube::TypeTable types;
    const kube::MergeRules rules(types,
                                 kube::structureName(live["apiVersion"].asString(), live["kind"].asString()));
    return kube::strategicDiff(before, shell::kubectl::withLastApplied(document.manifest), live, rules);
}

void addText(std::string &to, const Value &object)
{
    if (!to.empty())
        to += "---\n";
    to += kube::toYaml(asWritten(object));
}

/// Takes in one answer of the server.
void take(DryRunAnswer &answer, const Document &document, const api::Result<api::Response> &response)
{
    if (!response) {
        auto more = findings(response.error(), document.text, document.manifest, document.lineOffset);
        answer.findings.insert(answer.findings.end(), more.begin(), more.end());
        return;
    }
    answer.warnings.insert(answer.warnings.end(), response->warnings.begin(), response->warnings.end());
    addText(answer.result, response->object()->root());
}

/// A patch that does not fit its kind is refused as a whole: "patch: Invalid value: …" names no field.
bool namesNoField(const api::Result<api::Response> &response)
{
    return !response && response.error().causes.size() == 1 && response.error().causes[0].field == "patch";
}

/// The document in place of the object: a server that cannot read it says which field it is.
api::Request replaceRequest(const Document &document)
{
    api::Request request = writeRequest(document, api::Verb::Update);
    request.body = document.manifest;
    return request;
}

client::Task<void> tryOne(api::KubeTransport &transport, const Document &document, DryRunAnswer &answer)
{
    const auto live = co_await client::send(
        transport, client::getRequest(document.place.resource, document.object.ns, document.object.name));
    if (!live && live.error().code != 404) {
        take(answer, document, live);
        co_return;
    }
    api::Request request = writeRequest(document, live ? api::Verb::Patch : api::Verb::Create);
    if (live) {
        addText(answer.live, live->object()->root());
        request.patchType = kube::PatchType::Strategic;
        request.body = applyPatch(document, live->object()->root());
    } else {
        request.body = shell::kubectl::withLastApplied(document.manifest);
        answer.outcome = DryRunAnswer::Outcome::Creates;
    }
    auto response = co_await client::send(transport, std::move(request));
    if (namesNoField(response))
        if (auto whole = co_await client::send(transport, replaceRequest(document)); !whole)
            response = std::move(whole);
    take(answer, document, response);
}

} // namespace

client::Task<DryRunAnswer> dryRun(api::KubeTransport &transport, std::string text)
{
    DryRunAnswer answer;
    const auto documents = kube::parseYaml(text);
    if (!documents) {
        for (const base::Diagnostic &error : documents.error())
            answer.findings.push_back({Finding::Source::Syntax, error.line, {}, {}, error.message});
        co_return answer;
    }
    answer.outcome = DryRunAnswer::Outcome::Changes;
    for (const kube::YamlDocument &each : *documents) {
        Document document{.manifest = each.value,
                          .text = textFrom(text, each.line),
                          .lineOffset = each.line - 1,
                          .object = {},
                          .place = {}};
        if (auto missing = identify(document)) {
            answer.findings.push_back(*std::move(missing));
            continue;
        }
        if (answer.object.isEmpty())
            answer.object = document.object;
        co_await tryOne(transport, document, answer);
    }
    if (!answer.findings.empty())
        answer.outcome = DryRunAnswer::Outcome::Refused;
    else if (answer.live == answer.result)
        answer.outcome = DryRunAnswer::Outcome::Unchanged;
    co_return answer;
}

} // namespace minato::session
