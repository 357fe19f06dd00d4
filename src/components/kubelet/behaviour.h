// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/diagnostic.h"
#include "base/sentence.h"
#include "components/apps/image_catalog.h"
#include "components/kubelet/stages.h"
#include "kube/value.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace minato::components {

/// How the simulated machines and programs behave: everything about them that is data.
struct Behaviour {
    KubeletStages stages;
    ImageCatalog images;

    /// resources/simulation/behaviour.yaml, which is built in.
    [[nodiscard]] static std::shared_ptr<const Behaviour> builtIn();
    /// The built-in one, with what a file of the same shape says instead or besides.
    [[nodiscard]] static base::Parsed<std::shared_ptr<const Behaviour>> parse(std::string_view yaml,
                                                                              std::string_view fileName);
};

/// Told what is wrong with a field: "apps[0].startup" and a sentence.
using BehaviourProblem = std::function<void(const std::string &field, const base::Sentence &sentence)>;

/// Reads `stages`, `apps`, `images`, `otherImages` and `missingTags` of a map into `behaviour`; other fields
/// are not its business.
void readBehaviour(const kube::Value &root, Behaviour &behaviour, const BehaviourProblem &problem);

} // namespace minato::components
