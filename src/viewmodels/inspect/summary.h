// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/ask.h"
#include "viewmodels/inspect/info_list.h"

#include <optional>
#include <vector>

namespace minato::viewmodels {

class Sheet;

/// What a learner needs to see of an object at a glance, in the language of the window: figures first, then
/// facts. Each kind has its own; unknown kinds a general one.
/// `usage`: of a Pod or a Node, where it is measured.
[[nodiscard]] std::vector<InfoRow> summaryOf(const session::Inspected &inspected,
                                             const std::optional<session::Usage> &usage);

/// How a Pod is, in a few words, and how that is meant.
struct PodCondition {
    QString text;
    Tone tone = Tone::Plain;
};
[[nodiscard]] PodCondition podCondition(const kube::Object &pod);

void summarizePod(Sheet &sheet, const kube::Object &pod, const std::optional<session::Usage> &usage);
void summarizeDeployment(Sheet &sheet, const kube::Object &deployment);
void summarizeReplicaSet(Sheet &sheet, const kube::Object &set);
void summarizeNode(Sheet &sheet, const session::Inspected &node, const std::optional<session::Usage> &usage);
/// What a Pod or a Node really uses.
void addUsage(Sheet &sheet, const std::optional<session::Usage> &usage);
void summarizeService(Sheet &sheet, const session::Inspected &service);
void summarizeAutoscaler(Sheet &sheet, const kube::Object &hpa);
void summarizeBudget(Sheet &sheet, const kube::Object &budget);

/// Of templates and Pods: their containers' images, as one text.
[[nodiscard]] QString imagesText(const kube::Value &podSpec);

} // namespace minato::viewmodels
