// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/describe/writer.h"
#include "shell/kubectl/resource_args.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace minato::shell::kubectl {

/// One object to describe, and how.
struct Describing {
    Session &session;
    std::shared_ptr<const ApiResource> type;
    kube::ObjectPtr object; ///< read anew just before
    bool showsEvents = true;
};

/// The text of `kubectl describe` for one object; kinds without a description of their own are printed as a
/// tree.
///
/// Mirrors   kubectl/pkg/describe (describe.go): layout, labels and order; see the files beside this one
[[nodiscard]] client::Task<Result<std::string>> describe(Describing subject);

using Describer = client::Task<Result<std::string>> (*)(Describing subject);
client::Task<Result<std::string>> describeDeployment(Describing subject);
client::Task<Result<std::string>> describeReplicaSet(Describing subject);
client::Task<Result<std::string>> describeJob(Describing subject);
client::Task<Result<std::string>> describePod(Describing subject);
client::Task<Result<std::string>> describeService(Describing subject);
client::Task<Result<std::string>> describeEndpoints(Describing subject);
client::Task<Result<std::string>> describeEndpointSlice(Describing subject);
client::Task<Result<std::string>> describeNode(Describing subject);
client::Task<Result<std::string>> describeNamespace(Describing subject);
client::Task<Result<std::string>> describeConfigMap(Describing subject);
client::Task<Result<std::string>> describeSecret(Describing subject);
client::Task<Result<std::string>> describePriorityClass(Describing subject);
client::Task<Result<std::string>> describeResourceQuota(Describing subject);
client::Task<Result<std::string>> describeLimitRange(Describing subject);
client::Task<Result<std::string>> describePodDisruptionBudget(Describing subject);
client::Task<Result<std::string>> describeAutoscaler(Describing subject);
client::Task<Result<std::string>> describeStatefulSet(Describing subject);
client::Task<Result<std::string>> describeDaemonSet(Describing subject);
client::Task<Result<std::string>> describeGeneric(Describing subject);

/// All objects of a list, page by page.
[[nodiscard]] client::Task<Result<std::vector<kube::ObjectPtr>>>
listAll(Session &session, kube::GroupVersionResource resource, std::string ns, api::Query query);

/// The events about an object; `kind` and `uid` may be empty. Nullopt when they cannot be read or are not
/// wanted.
using Events = std::optional<std::vector<kube::ObjectPtr>>;
[[nodiscard]] client::Task<Events> findEvents(Describing subject, std::string kind, std::string uid);
[[nodiscard]] client::Task<Events> findEvents(Describing subject);
void writeEvents(DescribeWriter &writer, Events events);

// Parts that several kinds share: pod_template.cpp, volumes.cpp.
void writePodTemplate(DescribeWriter &writer, const kube::Value &podTemplate);
/// `pod` gives statuses and the values of fieldRefs; null for a template. `space` indents the title.
void writeContainers(DescribeWriter &writer, std::string_view title, const kube::Value &containers,
                     const kube::Value &statuses, const kube::Object *pod, std::string_view space);
void writeVolumes(DescribeWriter &writer, const kube::Value &volumes, std::string_view space);
void writeTolerations(DescribeWriter &writer, std::string_view title, const kube::Value &tolerations);
void writeTopologySpread(DescribeWriter &writer, const kube::Value &constraints, std::string_view space);
/// The rows of a LimitRange, `indent` before each.
void writeLimitRows(DescribeWriter &writer, const kube::Object &range, std::string_view indent);
void writeConditionsWithReason(DescribeWriter &writer, const kube::Value &conditions);
/// "ReplicaSet/web-5d8f9c7b6c"; "" without a controller.
[[nodiscard]] std::string controllerName(const kube::Object &object);
/// "app=web,tier in (a)", "<none>": a LabelSelector object as metav1.FormatLabelSelector prints it.
[[nodiscard]] std::string selectorText(const kube::Value &selector);
[[nodiscard]] std::string orNone(std::string text);
/// "2 Running / 0 Waiting / 0 Succeeded / 0 Failed" of the Pods that an object controls.
[[nodiscard]] client::Task<std::string> podStatusText(Describing subject, std::string selector);

} // namespace minato::shell::kubectl
