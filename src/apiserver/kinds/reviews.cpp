// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/kinds.h"
#include "apiserver/syntax.h"

/// Questions about who one is and what one may do.
///
/// Mirrors   pkg/registry/authorization, pkg/registry/authentication/selfsubjectreview
/// Differs   Nobody signs in and everybody may do everything: the answer is always yes, and always to the
/// same user.
namespace minato::apiserver::kinds {
namespace {

using kube::Value;

constexpr std::string_view kUser = "kubernetes-admin";

void validateSelf(const Value &review, FieldErrors &errors)
{
    const Value &spec = review["spec"];
    const Value &resource = spec["resourceAttributes"];
    const Value &path = spec["nonResourceAttributes"];
    if (!resource.isNull() && !path.isNull())
        errors.invalid("spec.nonResourceAttributes", path,
                       "cannot be specified in combination with resourceAttributes");
    if (resource.isNull() && path.isNull())
        errors.invalid("spec.resourceAttributes", path,
                       "exactly one of nonResourceAttributes or resourceAttributes must be specified");
}

void validateSubject(const Value &review, FieldErrors &errors)
{
    validateSelf(review, errors);
    const Value &spec = review["spec"];
    if (spec["user"].isEmpty() && spec["groups"].isEmpty())
        errors.invalid("spec.user", spec["user"].asString(),
                       "at least one of user or group must be specified");
}

void validateLocal(const Value &review, FieldErrors &errors)
{
    validateSubject(review, errors);
    const Value &resource = review["spec"]["resourceAttributes"];
    if (!resource.isNull() && resource["namespace"] != review["metadata"]["namespace"])
        errors.invalid("spec.resourceAttributes.namespace", resource["namespace"].asString(),
                       "must match metadata.namespace");
    if (const Value &path = review["spec"]["nonResourceAttributes"]; !path.isNull())
        errors.invalid("spec.nonResourceAttributes", path, "disallowed on this kind of request");
}

void allow(Value &review)
{
    review.set("status", Value::map({{"allowed", true}}));
}

void tellRules(Value &review)
{
    const Value all = Value::array({"*"});
    const Value resources = Value::map({{"verbs", all}, {"apiGroups", all}, {"resources", all}});
    const Value paths = Value::map({{"verbs", all}, {"nonResourceURLs", all}});
    review.set("status", Value::map({{"resourceRules", Value::array({resources})},
                                     {"nonResourceRules", Value::array({paths})},
                                     {"incomplete", false}}));
}

void tellUser(Value &review)
{
    const Value groups = Value::array({"system:masters", "system:authenticated"});
    review.set("status", Value::map({{"userInfo", Value::map({{"username", kUser}, {"groups", groups}})}}));
}

Kind review(std::string_view group, std::string_view name, std::string_view resource,
            void (*answer)(Value &review))
{
    Kind kind;
    kind.group = group;
    kind.version = "v1";
    kind.resource = resource;
    kind.singular = resource.substr(0, resource.size() - 1);
    kind.kind = name;
    kind.isNamespaced = false;
    kind.answer = answer;
    return kind;
}

} // namespace

Kind selfSubjectReview()
{
    return review("authentication.k8s.io", "SelfSubjectReview", "selfsubjectreviews", tellUser);
}

std::vector<Kind> accessReviews()
{
    constexpr std::string_view kGroup = "authorization.k8s.io";
    Kind local = review(kGroup, "LocalSubjectAccessReview", "localsubjectaccessreviews", allow);
    local.isNamespaced = true;
    local.validate = validateLocal;
    Kind self = review(kGroup, "SelfSubjectAccessReview", "selfsubjectaccessreviews", allow);
    self.validate = validateSelf;
    Kind rules = review(kGroup, "SelfSubjectRulesReview", "selfsubjectrulesreviews", tellRules);
    Kind subject = review(kGroup, "SubjectAccessReview", "subjectaccessreviews", allow);
    subject.validate = validateSubject;
    return {std::move(local), std::move(self), std::move(rules), std::move(subject)};
}

} // namespace minato::apiserver::kinds
