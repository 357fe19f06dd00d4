// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/apps/container_environment.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace minato::components {
namespace {

/// "metadata.labels['tier']" names one entry of a map.
std::string entryOf(const kube::Value &map, std::string_view path, std::string_view prefix)
{
    path.remove_prefix(prefix.size());
    return path.ends_with("']") ? std::string(map[path.substr(0, path.size() - 2)].asString())
                                : std::string();
}

std::string fieldOf(const kube::Object &pod, std::string_view path)
{
    constexpr std::string_view kLabels = "metadata.labels['", kAnnotations = "metadata.annotations['";
    if (path.starts_with(kLabels))
        return entryOf(pod.labels(), path, kLabels);
    if (path.starts_with(kAnnotations))
        return entryOf(pod.annotations(), path, kAnnotations);
    const std::pair<std::string_view, std::string_view> known[] = {
        {"metadata.name", pod.name()},
        {"metadata.namespace", pod.ns()},
        {"metadata.uid", pod.uid()},
        {"spec.nodeName", pod.spec()["nodeName"].asString()},
        {"spec.serviceAccountName", pod.spec()["serviceAccountName"].asString("default")},
        {"status.hostIP", pod.status()["hostIP"].asString()},
        {"status.podIP", pod.status()["podIP"].asString()},
    };
    const auto field = std::ranges::find(known, path, &std::pair<std::string_view, std::string_view>::first);
    return field == std::end(known) ? std::string() : std::string(field->second);
}

} // namespace

Environment ownEnvironment(const kube::Object &pod, std::string_view container)
{
    Environment environment;
    for (const char *list : {"initContainers", "containers"}) {
        for (const kube::Value &spec : pod.spec()[list].items()) {
            if (spec["name"].asString() != container)
                continue;
            for (const kube::Value &variable : spec["env"].items()) {
                const std::string name(variable["name"].asString());
                const kube::Value &path = variable.at("valueFrom", "fieldRef", "fieldPath");
                if (!path.isNull())
                    environment[name] = fieldOf(pod, path.asString());
                else if (variable["valueFrom"].isNull())
                    environment[name] = expanded(variable["value"].asString(), environment);
            }
        }
    }
    return environment;
}

std::string_view hostnameOf(const kube::Object &pod)
{
    return pod.spec()["hostname"].asString(pod.name());
}

std::string expanded(std::string_view text, const Environment &environment)
{
    std::string result;
    while (!text.empty()) {
        const auto dollar = std::min(text.find('$'), text.size());
        result += text.substr(0, dollar);
        text.remove_prefix(dollar);
        if (text.size() < 2) {
            result += text;
            break;
        }
        const auto end = text.find(')');
        const auto variable = text[1] == '(' && end != text.npos ? environment.find(text.substr(2, end - 2))
                                                                 : environment.end();
        if (variable != environment.end()) {
            result += variable->second;
            text.remove_prefix(end + 1);
        } else {
            // What is not known stays as it is.
            result += text.starts_with("$$") ? "$" : "$" + std::string(1, text[1]);
            text.remove_prefix(2);
        }
    }
    return result;
}

} // namespace minato::components
