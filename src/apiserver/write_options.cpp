// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/write_options.h"

#include "apiserver/field_errors.h"

namespace minato::apiserver {

kube::Result<WriteOptions> WriteOptions::parse(const api::Request &request, std::string_view kind)
{
    WriteOptions options;
    FieldErrors errors;
    const auto dryRun = request.parameter("dryRun");
    options.isDryRun = dryRun == "All";
    if (!dryRun.empty() && !options.isDryRun)
        errors.unsupported("dryRun", kube::Value::array({dryRun}), {"All"});
    const auto validation = request.parameter("fieldValidation");
    if (validation == "Strict")
        options.validation = FieldValidation::Strict;
    else if (validation == "Ignore")
        options.validation = FieldValidation::Ignore;
    else if (!validation.empty() && validation != "Warn")
        errors.unsupported("fieldValidation", validation, {"", "Ignore", "Strict", "Warn"});
    options.fieldManager = request.parameter("fieldManager");
    constexpr std::size_t kLongest = 128;
    if (options.fieldManager.size() > kLongest)
        errors.tooLong("fieldManager", kLongest);
    if (request.patchType == kube::PatchType::Apply && options.fieldManager.empty())
        errors.required("fieldManager", "is required for apply patch");
    if (request.verb == api::Verb::Patch && request.patchType != kube::PatchType::Apply &&
        !request.parameter("force").empty())
        errors.forbidden("force", "may not be specified for non-apply patch");
    if (!errors.isEmpty())
        return std::unexpected(
            kube::Status::invalid({"meta.k8s.io", "v1", std::string(kind)}, "", errors.take()));
    if (options.fieldManager.empty())
        options.fieldManager = request.userAgent.substr(0, request.userAgent.find('/'));
    return options;
}

} // namespace minato::apiserver
