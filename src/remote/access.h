// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/kubeconfig.h"

#include <string>
#include <string_view>
#include <vector>

namespace minato::remote {

/// What is needed to speak to one cluster as one user: a context with all that it refers to.
struct Access {
    std::string context;
    std::string ns = "default";
    std::string server; ///< with its scheme: "https://127.0.0.1:6443"
    Entry clusterEntry, userEntry;
    ConfigCluster cluster;
    ConfigUser user;

    [[nodiscard]] bool usesTls() const { return server.starts_with("https://"); }
    /// Anybody could play the server. The window shows that as long as the cluster is open.
    [[nodiscard]] bool isInsecure() const { return usesTls() && cluster.skipsVerification; }
};

/// Puts a context together and checks it; an empty name: the current one. Files that it names are looked for,
/// not yet read.
///
/// Mirrors   client-go tools/clientcmd/validation.go, client_config.go; rest/url_utils.go for addresses
/// Differs   A context that names no cluster, one without a server, or an unknown user, is refused at once;
///           kubectl asks localhost:8080, or asks for a name in the terminal.
///           Several as-groups are refused: Qt cannot send a header twice.
/// Errors    All that is wrong.
[[nodiscard]] Checked<Access> accessOf(const Kubeconfig &config, std::string_view context = {});

/// Where a Pod finds what it may use.
struct PodSurroundings {
    std::string host, port; ///< KUBERNETES_SERVICE_HOST, KUBERNETES_SERVICE_PORT
    std::string folder = "/var/run/secrets/kubernetes.io/serviceaccount";

    [[nodiscard]] static PodSurroundings fromEnvironment();
    [[nodiscard]] bool isPod() const;
};

/// As a Pod of the cluster itself, under its service account; precondition: isPod().
///
/// Mirrors   client-go rest.InClusterConfig
[[nodiscard]] Checked<Access> accessOfPod(const PodSurroundings &surroundings);

} // namespace minato::remote
