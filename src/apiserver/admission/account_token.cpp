// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/admission/account_token.h"

#include "kube/names.h"

#include <algorithm>
#include <string_view>

namespace minato::apiserver {
namespace {

using kube::Value;

constexpr std::string_view kPrefix = "kube-api-access-";
constexpr std::string_view kFolder = "/var/run/secrets/kubernetes.io/serviceaccount";
constexpr std::int64_t kTokenSeconds = 3607; ///< an hour, told from what a person would ask for
constexpr std::int64_t kFileMode = 0644;

Value tokenSources()
{
    return Value::array(
        {Value::map({{"serviceAccountToken",
                      Value::map({{"path", "token"}, {"expirationSeconds", kTokenSeconds}})}}),
         Value::map({{"configMap", Value::map({{"name", "kube-root-ca.crt"},
                                               {"items", Value::array({Value::map(
                                                             {{"key", "ca.crt"}, {"path", "ca.crt"}})})}})}}),
         Value::map(
             {{"downwardAPI",
               Value::map({{"items",
                            Value::array({Value::map(
                                {{"path", "namespace"},
                                 {"fieldRef", Value::map({{"apiVersion", "v1"},
                                                          {"fieldPath", "metadata.namespace"}})}})})}})}})});
}

/// Whether one of them mounts it now.
bool mountInto(Value &spec, const char *list, const std::string &volumeName)
{
    bool isMounted = false;
    for (std::size_t i = 0; i < spec[list].size(); ++i) {
        const auto mounts = spec[list][i]["volumeMounts"].items();
        if (std::ranges::any_of(mounts,
                                [](const Value &mount) { return mount["mountPath"].asString() == kFolder; }))
            continue;
        spec.edit(list)
            .edit(i)
            .edit("volumeMounts")
            .push(Value::map({{"name", volumeName}, {"readOnly", true}, {"mountPath", kFolder}}));
        isMounted = true;
    }
    return isMounted;
}

/// Who the Pod belongs to; without an owner, itself.
std::string ownerOf(const Value &metadata)
{
    for (const Value &owner : metadata["ownerReferences"].items()) {
        if (owner["controller"].asBool())
            return std::string(owner["uid"].asString());
    }
    std::string own(metadata["namespace"].asString());
    own += '/';
    own += metadata[metadata["name"].isEmpty() ? "generateName" : "name"].asString();
    return own;
}

} // namespace

bool wantsAccountToken(const Value &spec, const Value &account)
{
    constexpr const char *kWish = "automountServiceAccountToken";
    return spec[kWish].asBool(account[kWish].asBool(true));
}

std::string tokenVolumeName(const Value &pod)
{
    base::RandomStream random(0, ownerOf(pod["metadata"]));
    return std::string(kPrefix) + kube::randomSuffix(random);
}

void mountAccountToken(Value &spec, const std::string &volumeName)
{
    const auto volumes = spec["volumes"].items();
    const auto present = std::ranges::find_if(
        volumes, [](const Value &volume) { return volume["name"].asString().starts_with(kPrefix); });
    const bool isThere = present != volumes.end();
    const std::string name(isThere ? (*present)["name"].asString() : volumeName);
    const bool isInit = mountInto(spec, "initContainers", name);
    const bool isMain = mountInto(spec, "containers", name);
    if (isThere || !(isInit || isMain))
        return;
    spec.edit("volumes").push(
        Value::map({{"name", name},
                    {"projected", Value::map({{"defaultMode", kFileMode}, {"sources", tokenSources()}})}}));
}

} // namespace minato::apiserver
