// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiserver/kind.h"

namespace minato::apiserver {

/// A write of the status: everything else stays, but for metadata (labels of workloads stay, too, see the
/// kinds).
void keepAllButStatus(kube::Value &object, const kube::Object &old);
/// A write of the whole object: the status stays.
void keepStatus(kube::Value &object, const kube::Object &old);
/// Adds 1 to metadata.generation when the kind's rule says so.
void raiseGeneration(const Kind &kind, kube::Value &object, const kube::Object &old);

} // namespace minato::apiserver
