// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/object.h"
#include "kube/status.h"
#include "session/ask.h"

#include <string>
#include <string_view>
#include <vector>

namespace minato::session {

/// The object as one would write it: without status and without what only the server fills in.
[[nodiscard]] kube::Value asWritten(kube::Value object);

/// A refusal of a manifest as findings, one for each cause, with the lines that they are about.
///
/// `text`: the document alone. `lineOffset`: lines before it in the editor.
[[nodiscard]] std::vector<Finding> findings(const kube::Status &refusal, std::string_view text,
                                            const kube::Value &manifest, int lineOffset);

} // namespace minato::session
