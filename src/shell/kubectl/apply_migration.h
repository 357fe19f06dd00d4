// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/session.h"

#include <optional>
#include <string_view>

namespace minato::shell::kubectl {

/// What becomes of metadata.managedFields when fields that were applied by the client are to belong to
/// whoever applies on the server: those of the managers that own kubectl's annotation go over to `manager`.
/// Nullopt: there is nothing to do.
///
/// Mirrors   client-go/util/csaupgrade
[[nodiscard]] std::optional<kube::Value> upgradedManagedFields(const kube::Value &managedFields,
                                                               std::string_view manager);

/// After a first apply on the server: keeps the annotation, moves the fields, and applies again. Gives the
/// object as it is then. What fails is told as a warning.
///
/// Mirrors   kubectl/pkg/cmd/apply (saveLastApplyAnnotationIfNecessary, migrateToSSAIfNecessary)
[[nodiscard]] client::Task<kube::Value> migrateToServerSide(Session &session, api::Request applied,
                                                            kube::Value object);

} // namespace minato::shell::kubectl
