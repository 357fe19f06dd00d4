// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/raw_paths.h"

#include "kube/version.h"

namespace minato::apiserver {
namespace {

using kube::Value;

Value versionInfo()
{
    return Value::map({{"major", kube::kMirroredMajor},
                       {"minor", kube::kMirroredMinor},
                       {"gitVersion", kube::kMirroredVersion},
                       {"gitCommit", "simulated"},
                       {"gitTreeState", "clean"},
                       {"buildDate", "2026-01-05T00:00:00Z"},
                       {"goVersion", "none"},
                       {"compiler", "none"},
                       {"platform", "simulated"}});
}

} // namespace

kube::Result<api::Response> answerRawPath(const Registry &, const api::Request &request)
{
    if (request.rawPath == "/version")
        return api::Response{versionInfo(), false, {}};
    return std::unexpected(kube::Status::noSuchResource());
}

} // namespace minato::apiserver
