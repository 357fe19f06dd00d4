// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiserver/machinery.h"

#include <expected>
#include <string>
#include <vector>

namespace minato::apiserver {

/// What a new object adds to the ResourceQuotas of its namespace.
struct QuotaCharge {
    kube::ObjectPtr quota;
    kube::Value used; ///< its status.used afterwards
};

/// Asks the quotas of the namespace whether there is room for a new object.
///
/// Mirrors   apiserver/pkg/admission/plugin/resourcequota (controller.go CheckRequest)
/// Differs   Only creations are asked for; a Service that gets node ports by an update is counted afterwards.
/// Errors    Why not, in upstream's words: "exceeded quota: small, requested: pods=1, used: pods=2, limited:
///           pods=2".
[[nodiscard]] std::expected<std::vector<QuotaCharge>, std::string>
askQuotas(const Machinery &machinery, const Kind &kind, const kube::Value &object);
/// Writes what askQuotas() found down.
void chargeQuotas(Machinery &machinery, const std::vector<QuotaCharge> &charges);

} // namespace minato::apiserver
