// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/access.h"

namespace minato::remote {

/// Checks the cluster's entry, and fills in Access::server.
void checkCluster(Access &access, Troubles &troubles);
/// Checks the user's entry.
void checkUser(const Access &access, Troubles &troubles);

} // namespace minato::remote
