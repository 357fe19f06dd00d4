// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace minato::tests {

/// One line that a tutorial has its reader type, and what must be printed.
struct TutorialLine {
    std::string text;
    /// Patterns that the output fits, each of them (PCRE, "." also a newline). "!" before one: it does not fit.
    std::vector<std::string> typed;
    /// The same when the lines come as one block, so that nothing waits for anything; as `typed` when empty.
    std::vector<std::string> pasted = {};
    int tab = 0; ///< the tutorial says "in a second terminal"
};
/// What stands on one page.
struct TutorialPage {
    std::string name;
    std::vector<TutorialLine> lines;
};

/// The commands of kubernetes.io's tutorial "Kubernetes Basics", modules 1 to 6, as it stood in 2026.
[[nodiscard]] std::vector<TutorialPage> kubernetesBasics();
/// Those of the older chapter about scaling that speaks of host01.
[[nodiscard]] TutorialPage scaleChapter();

} // namespace minato::tests
