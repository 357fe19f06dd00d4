// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/apps/app_model.h"

#include <chrono>

namespace minato::components {

/// How long the steps in the life of a Pod and of a node take: data (resources/simulation/behaviour.yaml),
/// drawn anew for each Pod.
///
/// Mirrors   what is usual on a small cluster: about 1 to 3 s a Pod when its image is there; the kubelet's
///           defaults of its periods and back-offs
struct KubeletStages {
    using ms = std::chrono::milliseconds;
    DurationRange notice{ms(5), ms(40)};           ///< until the kubelet sees a change of a Pod
    DurationRange sandbox{ms(300), ms(900)};       ///< sandbox and network
    DurationRange create{ms(40), ms(150)};         ///< a container
    DurationRange start{ms(60), ms(250)};          ///< a container
    DurationRange resolveImage{ms(400), ms(1200)}; ///< asking the registry: before each pull
    DurationRange kill{ms(20), ms(80)};      ///< from SIGKILL, or the end of the process, until it is reaped
    DurationRange tearDown{ms(50), ms(200)}; ///< of sandbox and network
    DurationRange nodeReady{ms(800), ms(2500)};   ///< from a kubelet's start until its node is Ready
    DurationRange nodeBoot{ms(20000), ms(40000)}; ///< from power until the kubelet starts
    base::Duration relistPeriod = ms(1000);       ///< PLEG: when changes of containers are noticed
    base::Duration nodeStatusPeriod = ms(10000);  ///< when the Node's status is looked at
    base::Duration nodeReportPeriod = ms(300000); ///< when it is posted though nothing has changed
    base::Duration leasePeriod = ms(10000);
    std::int64_t pullBytesPerSecondFrom = 25'000'000, pullBytesPerSecondTo = 60'000'000;
    DurationRange crashBackOff{ms(10000), ms(300000)}; ///< first and longest
    DurationRange pullBackOff{ms(10000), ms(300000)};
};

} // namespace minato::components
