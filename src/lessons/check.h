// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/diagnostic.h"
#include "base/instant.h"
#include "kube/jsonpath.h"
#include "kube/label_selector.h"
#include "kube/object.h"
#include "kube/resource.h"
#include "kube/value.h"

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace minato::lessons {

/// "op: ge, value: 4"; a bare number means equality. Two decimal numbers compare as numbers, all else only as
/// equal or not.
struct Comparison {
    enum class Op : std::uint8_t { Eq, Ne, Lt, Le, Gt, Ge };
    Op op = Op::Eq;
    std::string value;

    [[nodiscard]] bool holds(std::string_view actual) const;
    [[nodiscard]] bool holds(std::size_t actual) const { return holds(std::to_string(actual)); }
};

/// What a path prints for an object compares; an absent value is the empty text.
struct PathComparison {
    kube::JsonPath path;
    Comparison comparison;

    [[nodiscard]] bool holds(const kube::Object &object) const;
};

/// Which objects a check looks at.
struct ObjectQuery {
    kube::GroupVersionResource resource;
    std::string ns = "default", name;
    kube::LabelSelector selector;
};

struct Check;
using Checks = std::vector<Check>;

struct AllOf {
    Checks parts;
};
struct AnyOf {
    Checks parts;
};
struct Not {
    std::shared_ptr<const Check> part;
};
/// At least one such object is there.
struct Exists {
    ObjectQuery query;
};
/// The named object exists and the comparison holds for it.
struct Compare {
    ObjectQuery query;
    PathComparison that;
};
/// How many objects satisfy `where`, or how many different texts a path gives among them.
struct Count {
    ObjectQuery query;
    std::vector<PathComparison> where;
    std::optional<kube::JsonPath> distinct;
    Comparison comparison;
};
/// Requests to a Service: of the last N (all when 0) so many Pods answered, so many failed, …
struct Traffic {
    std::string service;      ///< "default/NAME"
    bool sinceLesson = false; ///< else since the step began
    std::size_t last = 0;
    std::optional<Comparison> requests, answered, distinctPods, failed, refused;
};
/// Waits for its part while no more than `within` has passed since the learner's latest action.
struct Eventually {
    base::Duration within{};
    std::shared_ptr<const Check> part;
};
/// Its part has held without a break for `during`; without one, since the step began.
struct Always {
    std::optional<base::Duration> during;
    std::shared_ptr<const Check> part;
};

/// A statement about the cluster or its traffic, never about what was typed. The parts compose freely.
struct Check {
    std::variant<AllOf, AnyOf, Not, Exists, Compare, Count, Traffic, Eventually, Always> node;
};

/// A fault of lesson.yaml by its path, "steps[0].checks[1].that.count.value": the loader turns paths into
/// lines.
struct PathProblem {
    std::string path, message;
};

/// Reads one condition of lesson.yaml: a map with exactly one key. `ns` is where objects are looked for by
/// default.
[[nodiscard]] std::expected<Check, std::vector<PathProblem>>
parseCheck(const kube::Value &value, const std::string &path, const std::string &ns = "default");

/// "500ms", "30s", "2m": a positive whole number with a unit.
[[nodiscard]] std::optional<base::Duration> parseCheckDuration(std::string_view text);

/// The resources that a check looks at, for the watches that it needs.
void collectResources(const Check &check, std::vector<kube::GroupVersionResource> &out);

} // namespace minato::lessons
