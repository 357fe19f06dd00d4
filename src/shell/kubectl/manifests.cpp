// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/manifests.h"

#include "kube/yaml.h"
#include "shell/kubectl/resource_args.h"

#include <algorithm>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

struct Document {
    Value object;
    std::string source;
};

Error parseError(const std::string &source, const base::Diagnostics &diagnostics)
{
    const base::Diagnostic &first = diagnostics.front();
    const std::string line = first.line > 0 ? "line " + std::to_string(first.line) + ": " : "";
    return Error("error parsing " + source + ": error converting YAML to JSON: yaml: " + line +
                 first.message);
}

client::Task<Result<std::vector<Document>>> readFile(Session &session, std::string path)
{
    std::string text;
    std::string source = path;
    if (path == "-") {
        source = "STDIN";
        text = co_await session.process().in->readAll();
    } else {
        auto read = session.services().files.read(Files::resolve(path, session.process().folder), path);
        if (!read)
            co_return std::unexpected(Error("the path \"" + path + "\" does not exist"));
        text = std::move(*read);
    }
    const auto parsed = kube::parseYaml(text);
    if (!parsed)
        co_return std::unexpected(parseError(source, parsed.error()));
    std::vector<Document> documents;
    for (const kube::YamlDocument &document : *parsed)
        documents.push_back({document.value, source});
    co_return documents;
}

/// Items of a List are objects of their own.
std::vector<Document> flattened(const Document &document)
{
    const Value &object = document.object;
    if (!object["items"].isArray() || !object["kind"].asString().ends_with("List"))
        return {document};
    std::vector<Document> result;
    for (const Value &item : object["items"].items())
        for (Document &inner : flattened({item, document.source}))
            result.push_back(std::move(inner));
    return result;
}

Error incomplete(const Document &document)
{
    std::vector<std::string> missing;
    if (document.object["apiVersion"].asString().empty())
        missing.emplace_back("apiVersion not set");
    if (document.object["kind"].asString().empty())
        missing.emplace_back("kind not set");
    const std::string what =
        missing.size() == 2 ? "[" + missing[0] + ", " + missing[1] + "]" : missing.front();
    return Error("error validating \"" + document.source + "\": error validating data: " + what +
                 "; if you choose to ignore these errors, turn validation off with --validate=false");
}

client::Task<Result<std::shared_ptr<const ApiResource>>> typeOf(Session &session, Document document)
{
    const std::string apiVersion(document.object["apiVersion"].asString()),
        kind(document.object["kind"].asString());
    const std::size_t slash = apiVersion.find('/');
    const std::string group = slash == std::string::npos ? "" : apiVersion.substr(0, slash);
    const std::string version = slash == std::string::npos ? apiVersion : apiVersion.substr(slash + 1);
    for (const bool isFresh : {false, true}) {
        const auto discovery = co_await session.discovery(isFresh);
        if (!discovery)
            co_return std::unexpected(discovery.error());
        if (const ApiResource *type = (*discovery)->findKind(group, version, kind))
            co_return std::shared_ptr<const ApiResource>(*discovery, type);
    }
    const Value &metadata = document.object["metadata"];
    co_return std::unexpected(Error("resource mapping not found for name: \"" +
                                    std::string(metadata["name"].asString()) + "\" namespace: \"" +
                                    std::string(metadata["namespace"].asString()) + "\" from \"" +
                                    document.source + "\": no matches for kind \"" + kind +
                                    "\" in version \"" + apiVersion + "\"\nensure CRDs are installed first"));
}

/// Fills in the namespace, or says that the file names another one than -n.
Result<void> setNamespace(const Session &session, Manifest &manifest)
{
    if (!manifest.type->isNamespaced)
        return {};
    const std::string given(manifest.object.at("metadata", "namespace").asString());
    if (!given.empty() && session.hasExplicitNamespace() && given != session.ns())
        return std::unexpected(
            Error("the namespace from the provided object \"" + given + "\" does not match the namespace \"" +
                  session.ns() + "\". You must pass '--namespace=" + given + "' to perform this operation."));
    manifest.ns = given.empty() ? session.ns() : given;
    manifest.object.edit("metadata").set("namespace", manifest.ns);
    return {};
}

} // namespace

FlagSpecs filenameFlags()
{
    static constexpr FlagSpec flags[]{
        {"filename", 'f', FlagType::List, "[]", "Files with objects, as YAML or JSON; - is standard input."},
        {"recursive", 'R', FlagType::Bool, "false", "Read folders with all that is below them."},
        {"kustomize", 'k', FlagType::Text, "", "A folder with a kustomization; not available here."},
    };
    return flags;
}

client::Task<Result<std::vector<Manifest>>> readManifests(Session &session)
{
    const auto paths = session.flags().list("filename");
    if (paths.empty())
        co_return std::unexpected(Error("must specify one of -f and -k"));
    if (!session.flags().text("kustomize").empty())
        co_return std::unexpected(Error("only one of -f or -k can be specified"));
    std::vector<Manifest> manifests;
    for (const std::string &path : paths) {
        const auto documents = co_await readFile(session, path);
        if (!documents)
            co_return std::unexpected(documents.error());
        for (const Document &whole : *documents) {
            for (const Document &document : flattened(whole)) {
                if (document.object["kind"].asString().empty() ||
                    document.object["apiVersion"].asString().empty())
                    co_return std::unexpected(incomplete(document));
                const auto type = co_await typeOf(session, document);
                if (!type)
                    co_return std::unexpected(type.error());
                Manifest manifest{.object = document.object, .type = *type, .source = document.source};
                if (const auto set = setNamespace(session, manifest); !set)
                    co_return std::unexpected(set.error());
                manifests.push_back(std::move(manifest));
            }
        }
    }
    co_return manifests;
}

Error withSource(std::string_view verb, std::string_view source, Error error)
{
    const std::string prefix = "error when " + std::string(verb) + " \"" + std::string(source) + "\": ";
    if (!error.status) {
        error.text = prefix + error.text;
    } else if (!error.status->isReason("Invalid")) {
        error.status->message = prefix + error.status->message;
    }
    return error;
}

} // namespace minato::shell::kubectl
