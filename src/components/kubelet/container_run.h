// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/task.h"
#include "components/apps/app_host.h"
#include "components/kubelet/back_off.h"
#include "components/kubelet/pod_status.h"
#include "components/kubelet/prober.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace minato::components {

/// One container of a Pod on its node: what the kubelet does with it.
///
/// Mirrors   pkg/kubelet/kuberuntime (what kuberuntime_manager.go and the PLEG know of one container)
struct ContainerRun {
    std::size_t index = 0;    ///< in its list of the spec
    bool isInit = false;      ///< in initContainers, sidecars too
    std::shared_ptr<App> app; ///< the last one that was started
    std::shared_ptr<App> previous;
    BackOff crashes, pulls;
    std::string pullError;
    std::string nextReason, nextMessage; ///< why it waits, shown from the next pass on
    bool isNoticed = false;              ///< the kubelet has seen that it runs
    std::optional<App::End> ended;       ///< it has ended, and the kubelet has not seen it yet
    api::TimerPtr endTimer;
    std::vector<std::unique_ptr<Prober>> probers;
    bool isBeingKilled = false;
    client::Task<void> kill;
};

} // namespace minato::components
