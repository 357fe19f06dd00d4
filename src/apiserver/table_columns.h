// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "kube/object.h"
#include "kube/table.h"

#include <string>
#include <string_view>
#include <vector>

namespace minato::apiserver {

/// Parts from which the kinds build their Tables.
[[nodiscard]] kube::TableColumn nameColumn();
[[nodiscard]] kube::TableColumn ageColumn();
[[nodiscard]] kube::TableColumn column(std::string_view name, std::string_view type,
                                       std::string_view description);
/// Printed by `-o wide` only.
[[nodiscard]] kube::TableColumn wideColumn(std::string_view name, std::string_view type,
                                           std::string_view description);
/// "Containers", "Images", "Selector": what every workload shows wide.
[[nodiscard]] std::vector<kube::TableColumn> workloadColumns();
void appendWorkloadCells(std::vector<kube::Value> &cells, const kube::Value &podTemplate,
                         const kube::Value &selector);

[[nodiscard]] kube::Value ageCell(const kube::Object &object, base::Instant now);
/// The text, or `otherwise` when it is empty.
[[nodiscard]] kube::Value textOr(std::string_view text, std::string_view otherwise);

/// Kinds without a printer of their own: the name and when it was created.
[[nodiscard]] std::vector<kube::TableColumn> defaultColumns();
[[nodiscard]] std::vector<kube::Value> defaultCells(const kube::Object &object);

} // namespace minato::apiserver
