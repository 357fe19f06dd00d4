// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "kube/value.h"

namespace minato::components {

/// Why a component did what it did, noted while it did it.
///
/// Cost      The detail is a recipe, rendered only when somebody asks: a cluster makes thousands of decisions a second.
struct Decision {
    std::string_view component; ///< a constant: "default-scheduler"
    std::string_view kind;      ///< a constant: "Schedule"
    std::string subject;        ///< "pods/default/web-…"
    std::function<kube::Value()> detail;
};

/// May be empty: then nobody listens.
using DecisionSink = std::function<void(Decision)>;

} // namespace minato::components
