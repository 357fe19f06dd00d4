// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace minato::fuzz {

/// What templates and paths are tried on: every type of value that an answer can hold.
inline constexpr std::string_view kPodList = R"({"kind":"List","apiVersion":"v1","items":[
{"kind":"Pod","metadata":{"name":"a","labels":{"app":"web","x.io/y":"z"},"creationTimestamp":"2026-01-01T00:00:00Z"},
 "spec":{"containers":[{"name":"c","image":"nginx:1","ports":[{"containerPort":80}]}],"nodeName":"n1"},
 "status":{"phase":"Running","podIP":"10.0.0.1","ready":true,"load":0.5}},
{"kind":"Pod","metadata":{"name":"b","labels":null},"spec":{"containers":[]},"status":{"phase":"Pending","restarts":-3}}]})";

} // namespace minato::fuzz
