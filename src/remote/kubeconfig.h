// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"
#include "remote/secret.h"
#include "remote/trouble.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace minato::remote {

/// A certificate or key as a kubeconfig gives it: the path of a file, or the PEM itself.
struct PemSource {
    std::string path;
    Secret data;

    [[nodiscard]] bool isEmpty() const { return path.empty() && data.isEmpty(); }
    friend bool operator==(const PemSource &, const PemSource &) = default;
};

struct ConfigCluster {
    Place place;
    std::string server, tlsServerName, proxyUrl;
    PemSource authority;
    bool skipsVerification = false;
    bool wantsNoCompression = false;
    kube::Value execExtension; ///< for programs: the extension client.authentication.k8s.io/exec
};

/// A program that gives credentials.
struct ExecPlugin {
    std::string apiVersion, command, installHint;
    std::vector<std::string> args;
    std::vector<std::pair<std::string, Secret>> environment;
    std::string interactiveMode; ///< "Never", "IfAvailable", "Always"
    bool wantsClusterInfo = false;
    friend bool operator==(const ExecPlugin &, const ExecPlugin &) = default;
};

struct Impersonation {
    std::string user, uid;
    std::vector<std::string> groups;
    std::map<std::string, std::vector<std::string>> extra;
};

struct ConfigUser {
    Place place;
    PemSource certificate, key;
    Secret token, password;
    std::string tokenFile, userName, authProvider;
    Impersonation impersonation;
    std::optional<ExecPlugin> exec;
};

struct ConfigContext {
    Place place;
    std::string cluster, user, ns;
};

/// What kubeconfig files say, merged. Paths are absolute, or as the file has them when it was read from text.
///
/// Mirrors   client-go tools/clientcmd/api (unknown fields are ignored, null is absent, a second document too)
struct Kubeconfig {
    std::string currentContext;
    std::map<std::string, ConfigCluster, std::less<>> clusters;
    std::map<std::string, ConfigUser, std::less<>> users;
    std::map<std::string, ConfigContext, std::less<>> contexts;

    [[nodiscard]] bool isEmpty() const
    {
        return currentContext.empty() && clusters.empty() && users.empty() && contexts.empty();
    }
};

/// Reads one file's text. `file` is for places, and its folder is what relative paths start from.
///
/// Errors    All that is wrong with it, each with its line and entry.
[[nodiscard]] Checked<Kubeconfig> parseKubeconfig(std::string_view text, const std::string &file);

/// What the first one says stands; the second adds whole entries that the first lacks.
[[nodiscard]] Kubeconfig merged(Kubeconfig first, const Kubeconfig &second);

} // namespace minato::remote
