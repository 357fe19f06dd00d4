// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/check_evaluator.h"

namespace minato::tests {

/// A world that a test paints by hand.
struct FakeWorld : lessons::CheckWorld {
    base::Instant time = base::kSimEpoch;
    std::map<kube::GroupVersionResource, std::vector<kube::ObjectPtr>> all;
    lessons::TrafficLog log;
    std::optional<base::Instant> action;

    [[nodiscard]] base::Instant now() const override { return time; }
    [[nodiscard]] std::vector<kube::ObjectPtr>
    objects(const kube::GroupVersionResource &resource) const override
    {
        const auto it = all.find(resource);
        return it == all.end() ? std::vector<kube::ObjectPtr>() : it->second;
    }
    [[nodiscard]] const lessons::TrafficLog &traffic() const override { return log; }
    [[nodiscard]] std::optional<base::Instant> lastAction() const override { return action; }
};

} // namespace minato::tests
