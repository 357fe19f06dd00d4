// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Volumes of a Pod or a template. Kinds that only clouds have print "<unknown>".
#include "kube/quantity.h"
#include "shell/kubectl/describe/describe.h"

namespace minato::shell::kubectl {
namespace {

using kube::Value;

/// Before v1.33 the pointer was printed; nobody can tell the address of one that is set.
void writeOptional(DescribeWriter &writer, std::string_view formerName, const Value &optional)
{
    if (optional.isNull() && !writer.isSince(33))
        writer.line(2, "{}:\t<nil>", formerName);
    else
        writer.line(2, "Optional:\t{}", optional.asBool());
}

void writeProjected(DescribeWriter &writer, const Value &projected)
{
    writer.line(2, "Type:\tProjected (a volume that contains injected data from multiple sources)");
    for (const Value &source : projected["sources"].items()) {
        if (const Value &secret = source["secret"]; secret.isMap()) {
            writer.line(2, "SecretName:\t{}", secret["name"].asString());
            writeOptional(writer, "SecretOptionalName", secret["optional"]);
        } else if (source["downwardAPI"].isMap()) {
            writer.line(2, "DownwardAPI:\ttrue");
        } else if (const Value &map = source["configMap"]; map.isMap()) {
            writer.line(2, "ConfigMapName:\t{}", map["name"].asString());
            writeOptional(writer, "ConfigMapOptional", map["optional"]);
        } else if (const Value &token = source["serviceAccountToken"]; token.isMap()) {
            writer.line(2, "TokenExpirationSeconds:\t{}", token["expirationSeconds"].asInt());
        }
    }
}

void writeDownward(DescribeWriter &writer, const Value &downward)
{
    writer.line(2, "Type:\tDownwardAPI (a volume populated by information about the pod)");
    writer.line(2, "Items:");
    for (const Value &item : downward["items"].items()) {
        if (item["fieldRef"].isMap())
            writer.line(3, "{} -> {}", item.at("fieldRef", "fieldPath").asString(), item["path"].asString());
        if (item["resourceFieldRef"].isMap())
            writer.line(3, "{} -> {}", item.at("resourceFieldRef", "resource").asString(),
                        item["path"].asString());
    }
}

void writeVolume(DescribeWriter &writer, const Value &volume)
{
    if (const Value &path = volume["hostPath"]; path.isMap()) {
        writer.line(2, "Type:\tHostPath (bare host directory volume)");
        writer.line(2, "Path:\t{}", path["path"].asString());
        writer.line(2, "HostPathType:\t{}", path["type"].asString(path.contains("type") ? "" : "<none>"));
    } else if (const Value &empty = volume["emptyDir"]; empty.isMap()) {
        const auto limit = kube::Quantity::fromValue(empty["sizeLimit"]);
        writer.line(2, "Type:\tEmptyDir (a temporary directory that shares a pod's lifetime)");
        writer.line(2, "Medium:\t{}", empty["medium"].asString());
        writer.line(2, "SizeLimit:\t{}", limit && limit->sign() > 0 ? limit->toString() : "<unset>");
    } else if (const Value &secret = volume["secret"]; secret.isMap()) {
        writer.line(2, "Type:\tSecret (a volume populated by a Secret)");
        writer.line(2, "SecretName:\t{}", secret["secretName"].asString());
        writer.line(2, "Optional:\t{}", secret["optional"].asBool());
    } else if (const Value &map = volume["configMap"]; map.isMap()) {
        writer.line(2, "Type:\tConfigMap (a volume populated by a ConfigMap)");
        writer.line(2, "Name:\t{}", map["name"].asString());
        writer.line(2, "Optional:\t{}", map["optional"].asBool());
    } else if (const Value &claim = volume["persistentVolumeClaim"]; claim.isMap()) {
        writer.line(
            2, "Type:\tPersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)");
        writer.line(2, "ClaimName:\t{}", claim["claimName"].asString());
        writer.line(2, "ReadOnly:\t{}", claim["readOnly"].asBool());
    } else if (volume["projected"].isMap()) {
        writeProjected(writer, volume["projected"]);
    } else if (volume["downwardAPI"].isMap()) {
        writeDownward(writer, volume["downwardAPI"]);
    } else if (const Value &nfs = volume["nfs"]; nfs.isMap()) {
        writer.line(2, "Type:\tNFS (an NFS mount that lasts the lifetime of a pod)");
        writer.line(2, "Server:\t{}", nfs["server"].asString());
        writer.line(2, "Path:\t{}", nfs["path"].asString());
        writer.line(2, "ReadOnly:\t{}", nfs["readOnly"].asBool());
    } else {
        writer.line(1, "<unknown>");
    }
}

} // namespace

void writeVolumes(DescribeWriter &writer, const Value &volumes, std::string_view space)
{
    writer.line(0, "{}Volumes:{}", space, volumes.size() == 0 ? "\t<none>" : "");
    for (const Value &volume : volumes.items()) {
        writer.line(1, "{}{}:", space.empty() ? "" : " ", volume["name"].asString());
        writeVolume(writer, volume);
    }
}

} // namespace minato::shell::kubectl
