// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/manifest_text.h"

#include "kube/schema/schema.h"
#include "kube/yaml.h"

#include <map>
#include <optional>

namespace minato::session {
namespace {

constexpr std::string_view kLastApplied = "kubectl.kubernetes.io/last-applied-configuration";

/// The line of a field, or of what it would stand in: "spec.selector" of a spec without one is at "spec".
int lineOf(const std::map<std::string, int> &lines, std::string field)
{
    while (!field.empty()) {
        if (const auto found = lines.find(field); found != lines.end())
            return found->second;
        const auto end = field.find_last_of(".[");
        field.resize(end == std::string::npos ? 0 : end);
    }
    return 0;
}

/// The text after `mark` up to `end`, and the rest behind it.
std::optional<std::string_view> between(std::string_view &text, std::string_view mark, char end)
{
    const auto start = text.find(mark);
    if (start == std::string_view::npos)
        return std::nullopt;
    text.remove_prefix(start + mark.size());
    const auto stop = text.find(end);
    const auto found = text.substr(0, stop);
    text.remove_prefix(stop == std::string_view::npos ? text.size() : stop);
    return found;
}

/// "json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32"
std::string fieldOfTypeError(std::string_view message)
{
    const auto named = between(message, "Go struct field ", ' ');
    if (!named)
        return {};
    const auto dot = named->find('.');
    return dot == std::string_view::npos ? std::string() : std::string(named->substr(dot + 1));
}

/// Fields that a refusal names in its sentence alone.
std::vector<std::string> fieldsInMessage(const kube::Status &refusal, const kube::Value &manifest)
{
    std::vector<std::string> fields;
    std::string_view rest = refusal.message;
    while (const auto field = between(rest, "unknown field \"", '"'))
        fields.emplace_back(*field);
    if (!fields.empty())
        return fields;
    std::string field = fieldOfTypeError(refusal.message);
    if (field.empty() && refusal.code == 400) {
        // A patch's converter does not say where: the same mistake in the words of the JSON reader does.
        const auto type = kube::structureName(manifest["apiVersion"].asString(), manifest["kind"].asString());
        if (const auto outcome = kube::Schema().canonical(type, manifest); outcome.error)
            field = fieldOfTypeError(*outcome.error);
    }
    return field.empty() ? fields : std::vector{field};
}

} // namespace

kube::Value asWritten(kube::Value object)
{
    object.erase("status");
    if (!object["metadata"].isMap())
        return object;
    kube::Value &metadata = object.edit("metadata");
    for (const char *key : {"creationTimestamp", "deletionGracePeriodSeconds", "deletionTimestamp",
                            "generation", "managedFields", "resourceVersion", "selfLink", "uid"})
        metadata.erase(key);
    if (metadata["annotations"].isMap()) {
        metadata.edit("annotations").erase(kLastApplied);
        if (metadata["annotations"].isEmpty())
            metadata.erase("annotations");
    }
    return object;
}

std::vector<Finding> findings(const kube::Status &refusal, std::string_view text, const kube::Value &manifest,
                              int lineOffset)
{
    const auto lines = kube::yamlLines(text);
    const auto find = [&](const std::string &field) {
        const int line = lineOf(lines, field);
        return line == 0 ? 0 : line + lineOffset;
    };
    std::vector<Finding> found;
    for (const kube::StatusCause &cause : refusal.causes)
        found.push_back(
            {Finding::Source::Server, find(cause.field), cause.field, cause.reason, cause.message});
    if (!found.empty())
        return found;
    for (const std::string &field : fieldsInMessage(refusal, manifest))
        found.push_back({Finding::Source::Server, find(field), field, refusal.reason, refusal.message});
    if (found.empty())
        found.push_back({Finding::Source::Server, 0, {}, refusal.reason, refusal.message});
    return found;
}

} // namespace minato::session
