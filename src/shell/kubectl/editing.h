// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/session.h"

#include <string>

namespace minato::shell::kubectl {

/// A text after somebody has edited it, and the file that held it.
struct Edited {
    std::string text, file;
};

/// Lets $KUBE_EDITOR or $EDITOR change the text in a file; without these, a person (State::editor).
/// Error: "there was a problem with the editor \"ed\"", "unable to launch the editor \"vi\"".
///
/// Mirrors   kubectl/pkg/cmd/util/editor (editor.go)
[[nodiscard]] client::Task<Result<Edited>> editText(Session &session, std::string text);

} // namespace minato::shell::kubectl
