// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <string>

namespace minato::apiserver {

/// The volume with the account's token that every container of a new Pod sees.
///
/// Mirrors   plugin/pkg/admission/serviceaccount (admission.go mountServiceAccountToken)
/// Differs   Pods of one owner have the same five characters in the volume's name, so that they can share their spec in
///           memory; nothing but the Pod itself refers to the name.
/// Threads   Pure.

/// The Pod's wish comes before its account's (null: there is none yet); without either it is mounted.
[[nodiscard]] bool wantsAccountToken(const kube::Value &spec, const kube::Value &account);
/// "kube-api-access-7xk2p": the same for all Pods of one owner.
[[nodiscard]] std::string tokenVolumeName(const kube::Value &pod);
/// Where a container mounts something of its own there, it is left alone.
void mountAccountToken(kube::Value &spec, const std::string &volumeName);

} // namespace minato::apiserver
