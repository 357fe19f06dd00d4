// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/manifests.h"

#include "kube/yaml.h"
#include "shell/kubectl/resource_args.h"

#include <algorithm>
#include <array>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

template <class T>
void append(std::vector<T> &to, const std::vector<T> &from)
{
    to.insert(to.end(), from.begin(), from.end());
}

struct Document {
    Value object;
    std::string source;
};

/// What one file holds, as far as it could be read.
struct File {
    std::vector<Document> documents;
    Errors errors;
};

/// The stream's documents, cut at lines that start with "---".
std::vector<std::string> cut(std::string_view text)
{
    std::vector<std::string> parts(1);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1);
        const std::string_view line = text.substr(0, end + 1);
        text.remove_prefix(end + 1);
        if (line.starts_with("---"))
            parts.emplace_back();
        else
            parts.back() += line;
    }
    return parts;
}

/// Up to the first broken document.
File parse(const std::string &text, const std::string &source)
{
    File file;
    for (const std::string &part : cut(text)) {
        const auto parsed = kube::parseYaml(part);
        if (!parsed) {
            const std::string why = kube::kubectlYamlError(part).value_or(parsed.error().front().message);
            file.errors.emplace_back("error parsing " + source + ": " + why);
            return file;
        }
        for (const kube::YamlDocument &document : *parsed)
            file.documents.push_back({document.value, source});
    }
    return file;
}

constexpr std::array<std::string_view, 3> kExtensions{".json", ".yaml", ".yml"};

/// The files of a folder that have the right extensions.
std::vector<std::string> filesIn(const Files &files, const std::string &folder, bool isRecursive)
{
    std::vector<std::string> result;
    for (const std::string &name : files.list(folder)) {
        const std::string path = folder + "/" + name;
        if (files.isFolder(path)) {
            if (isRecursive)
                append(result, filesIn(files, path, true));
        } else if (std::ranges::any_of(kExtensions, [&](auto end) { return name.ends_with(end); })) {
            result.push_back(path);
        }
    }
    return result;
}

client::Task<File> readPath(Session &session, std::string path)
{
    const Files &files = session.services().files;
    const std::string absolute = Files::resolve(path, session.process().folder);
    if (path == "-")
        co_return parse(co_await session.process().in->readAll(), "STDIN");
    if (!files.isFolder(absolute)) {
        const auto text = files.read(absolute, path);
        co_return text ? parse(*text, path) : File{{}, {Error("the path \"" + path + "\" does not exist")}};
    }
    File all;
    const auto found = filesIn(files, absolute, session.flags().isTrue("recursive"));
    if (found.empty())
        all.errors.emplace_back("error reading [" + path +
                                "]: recognized file extensions are [.json .yaml .yml]");
    for (const std::string &name : found) {
        const std::string shown = path + name.substr(absolute.size());
        File one = parse(files.read(name, name).value_or(std::string()), shown);
        append(all.documents, one.documents);
        append(all.errors, one.errors);
    }
    co_return all;
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

bool isIncomplete(const Document &document)
{
    return document.object["kind"].asString().empty() || document.object["apiVersion"].asString().empty();
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

namespace {

std::string_view jsonTypeName(const Value &value)
{
    return value.isBool() ? "bool" : value.isNumber() ? "number" : value.isArray() ? "array" : "object";
}

/// Names, labels and annotations are texts; `name: y` and `app: 1` are not.
Result<void> checkMetadata(const Document &document)
{
    const Value &metadata = document.object["metadata"];
    const auto refuse = [&](const Value &value, std::string_view field) {
        return std::unexpected(Error("unable to decode \"" + document.source + "\": json: cannot unmarshal " +
                                     std::string(jsonTypeName(value)) +
                                     " into Go struct field ObjectMeta.metadata." + std::string(field) +
                                     " of type string"));
    };
    for (const kube::Member &member : metadata.members()) {
        const bool isText =
            member.key() == "name" || member.key() == "namespace" || member.key() == "generateName";
        if (isText && !member.value.isString() && !member.value.isNull())
            return refuse(member.value, member.key());
        if (member.key() != "labels" && member.key() != "annotations")
            continue;
        for (const kube::Member &entry : member.value.members())
            if (!entry.value.isString() && !entry.value.isNull())
                return refuse(entry.value, member.key());
    }
    return {};
}

client::Task<Result<Manifest>> resolve(Session &session, Document document)
{
    if (const auto checked = checkMetadata(document); !checked)
        co_return std::unexpected(checked.error());
    const auto type = co_await typeOf(session, document);
    if (!type)
        co_return std::unexpected(type.error());
    Manifest manifest{.object = document.object, .type = *type, .source = document.source};
    if (const auto set = setNamespace(session, manifest); !set)
        co_return std::unexpected(set.error());
    co_return manifest;
}

/// Goes on after a document that has no place in the cluster, stops at one that is no object.
client::Task<void> resolveAll(Session &session, File file, Manifests &result)
{
    for (const Document &whole : file.documents) {
        if (isIncomplete(whole)) {
            result.errors.push_back(incomplete(whole));
            break;
        }
        for (const Document &document : flattened(whole)) {
            if (isIncomplete(document)) {
                result.errors.push_back(incomplete(document));
                continue;
            }
            auto manifest = co_await resolve(session, document);
            if (manifest)
                result.manifests.push_back(std::move(*manifest));
            else
                result.errors.push_back(manifest.error());
        }
    }
    append(result.errors, file.errors);
}

} // namespace

client::Task<Manifests> readManifests(Session &session)
{
    Manifests result;
    const auto paths = session.flags().list("filename");
    const bool isKustomized = !session.flags().text("kustomize").empty();
    if (paths.empty() || isKustomized) {
        result.errors.emplace_back(!isKustomized    ? "must specify one of -f and -k"
                                   : !paths.empty() ? "only one of -f or -k can be specified"
                                                    : "-k is not available in this terminal");
        co_return result;
    }
    // A path that does not exist is told before anything is done.
    std::vector<File> files;
    for (const std::string &path : paths) {
        File file = co_await readPath(session, path);
        if (file.documents.empty() && !file.errors.empty() &&
            file.errors.front().text.starts_with("the path "))
            append(result.errors, file.errors);
        files.push_back(std::move(file));
    }
    if (!result.errors.empty())
        co_return result;
    for (File &file : files)
        co_await resolveAll(session, std::move(file), result);
    co_return result;
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
