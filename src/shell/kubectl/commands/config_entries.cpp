// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl config set-cluster, set-credentials, delete-cluster, delete-user. Mirrors kubectl/pkg/cmd/config; without the
// settings of programs that sign in.
#include "kube/base64.h"
#include "kube/go_quote.h"
#include "shell/kubectl/commands/config.h"

#include <algorithm>
#include <array>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

std::expected<std::string, std::string> readFile(const Session &session, const std::string &path)
{
    return session.services().files.read(Files::resolve(path, session.process().folder), path);
}

/// A file by its path, or what is in it.
void setFile(const Session &session, Value &entry, const std::string &flag)
{
    if (!session.flags().isGiven(flag))
        return;
    const std::string &path = session.flags().text(flag);
    const std::string data = flag + "-data";
    entry.erase(flag);
    if (session.flags().isTrue("embed-certs")) {
        entry.set(data, kube::encodeBase64(readFile(session, path).value_or("")));
        return;
    }
    entry.erase(data);
    if (!path.empty())
        entry.set(flag, Files::resolve(path, session.process().folder));
}

void setText(const Session &session, Value &entry, const char *flag)
{
    if (!session.flags().isGiven(flag))
        return;
    const std::string &text = session.flags().text(flag);
    if (text.empty())
        entry.erase(flag);
    else
        entry.set(flag, text);
}

/// Error: that a file is to be embedded and there is none.
Result<void> checkEmbedded(const Session &session, const std::string &flag)
{
    const std::string &path = session.flags().text(flag);
    if (!session.flags().isTrue("embed-certs") || path.empty() || readFile(session, path))
        return {};
    return std::unexpected(
        Error("could not stat " + flag + " file " + path + ": stat " + path + ": no such file or directory"));
}

// ---- clusters ----

Result<void> checkCluster(const Session &session)
{
    const Flags &flags = session.flags();
    if (session.arguments().front().empty())
        return std::unexpected(Error("you must specify a non-empty cluster name"));
    if (flags.isTrue("insecure-skip-tls-verify") && !flags.text("certificate-authority").empty())
        return std::unexpected(
            Error("you cannot specify a certificate authority and insecure mode at the same time"));
    if (flags.isTrue("embed-certs") && flags.text("certificate-authority").empty())
        return std::unexpected(Error("you must specify a --certificate-authority to embed"));
    return checkEmbedded(session, "certificate-authority");
}

void changeCluster(const Session &session, Value &cluster)
{
    const Flags &flags = session.flags();
    if (flags.isGiven("server")) {
        cluster.set("server", flags.text("server"));
        cluster.erase("tls-server-name");
    }
    setText(session, cluster, "tls-server-name");
    // Upstream's flag has a value even when it is not given: every change ends this.
    cluster.erase("insecure-skip-tls-verify");
    if (flags.isTrue("insecure-skip-tls-verify")) {
        cluster.set("insecure-skip-tls-verify", true);
        cluster.erase("certificate-authority");
        cluster.erase("certificate-authority-data");
    }
    setFile(session, cluster, "certificate-authority");
    setText(session, cluster, "proxy-url");
}

client::Task<int> runSetCluster(Session &session)
{
    if (session.arguments().size() != 1)
        co_return failArguments(session);
    if (const auto fits = checkCluster(session); !fits)
        co_return session.fail(fits.error());
    const std::string &name = session.arguments().front();
    Kubeconfig &config = configOf(session);
    Value cluster = config.find("clusters", name);
    if (cluster.isNull())
        cluster = Value::map({{"server", ""}});
    changeCluster(session, cluster);
    config.set("clusters", name, std::move(cluster));
    session.print("Cluster " + kube::goQuote(name) + " set.\n");
    co_return 0;
}

client::Task<int> runDeleteCluster(Session &session)
{
    if (session.arguments().size() != 1) {
        session.print(helpOf(session.command(), session.language()));
        co_return 0;
    }
    const std::string &name = session.arguments().front();
    if (!configOf(session).remove("clusters", name))
        co_return session.fail("cannot delete cluster " + name + ", not in " + kConfigFile);
    session.print("deleted cluster " + name + " from " + kConfigFile + "\n");
    co_return 0;
}

// ---- users ----

Result<void> checkUser(const Session &session)
{
    const Flags &flags = session.flags();
    if (session.arguments().front().empty())
        return std::unexpected(Error("you must specify a non-empty user name"));
    const bool hasToken = !flags.text("token").empty();
    const bool hasPassword = !flags.text("username").empty() || !flags.text("password").empty();
    if (hasToken && hasPassword)
        return std::unexpected(
            Error("you cannot specify more than one authentication method at the same time: --token, "
                  "--username/--password"));
    if (!flags.isTrue("embed-certs"))
        return {};
    if (flags.text("client-certificate").empty() && flags.text("client-key").empty())
        return std::unexpected(Error("you must specify a --client-certificate or --client-key to embed"));
    if (auto fits = checkEmbedded(session, "client-certificate"); !fits)
        return fits;
    return checkEmbedded(session, "client-key");
}

/// A token and a password take each other's place.
void changeUser(const Session &session, Value &user)
{
    setFile(session, user, "client-certificate");
    setFile(session, user, "client-key");
    for (const char *flag : {"token", "username", "password"})
        setText(session, user, flag);
    const Flags &flags = session.flags();
    if (flags.isGiven("token") && !flags.text("token").empty()) {
        user.erase("username");
        user.erase("password");
    } else if (!flags.text("username").empty() || !flags.text("password").empty()) {
        user.erase("token");
    }
}

client::Task<int> runSetCredentials(Session &session)
{
    if (session.arguments().size() != 1) {
        session.print(helpOf(session.command(), session.language()));
        co_return session.fail("unexpected args: " + listOfArguments(session));
    }
    if (const auto fits = checkUser(session); !fits)
        co_return session.fail(fits.error());
    const std::string &name = session.arguments().front();
    Kubeconfig &config = configOf(session);
    Value user = config.find("users", name);
    if (user.isNull())
        user = Value::emptyMap();
    changeUser(session, user);
    config.set("users", name, std::move(user));
    session.print("User " + kube::goQuote(name) + " set.\n");
    co_return 0;
}

client::Task<int> runDeleteUser(Session &session)
{
    if (session.arguments().size() != 1)
        co_return session.failUsage("user to delete is required");
    const std::string &name = session.arguments().front();
    if (!configOf(session).remove("users", name))
        co_return session.fail("cannot delete user " + name + ", not in " + kConfigFile);
    session.print("deleted user " + name + " from " + kConfigFile + "\n");
    co_return 0;
}

constexpr FlagSpec kClusterFlags[]{
    {"certificate-authority", 0, FlagType::Text, "",
     "The file with the certificate that vouches for the server."},
    {"tls-server-name", 0, FlagType::Text, "", "The name that the server's certificate must have."},
    {"proxy-url", 0, FlagType::Text, "", "The way to the server."},
    {"embed-certs", 0, FlagType::Bool, "false", "Keep what is in the files, not their paths."},
};
constexpr FlagSpec kUserFlags[]{
    {"client-certificate", 0, FlagType::Text, "", "The file with the user's certificate."},
    {"client-key", 0, FlagType::Text, "", "The file with its private key."},
    {"username", 0, FlagType::Text, "", "The user's name, with a password."},
    {"password", 0, FlagType::Text, "", "The password."},
    {"embed-certs", 0, FlagType::Bool, "false", "Keep what is in the files, not their paths."},
};

} // namespace

const Command kConfigSetCluster{
    .path = "config set-cluster",
    .usage = "NAME [--server=server] [--certificate-authority=path/to/certificate/authority] "
             "[--insecure-skip-tls-verify=true] [--tls-server-name=example.com]",
    .brief = "Set a cluster entry in kubeconfig",
    .text = "Notes where a cluster is. In this terminal kubectl talks to the lab's cluster all the same.",
    .examples = "kubectl config set-cluster other --server=https://192.0.2.7:6443",
    .flags = {kClusterFlags},
    .run = runSetCluster,
};

const Command kConfigSetCredentials{
    .path = "config set-credentials",
    .usage =
        "NAME [--client-certificate=path/to/certfile] [--client-key=path/to/keyfile] [--token=bearer_token] "
        "[--username=basic_user] [--password=basic_password]",
    .brief = "Set a user entry in kubeconfig",
    .text = "Notes how a user signs in.",
    .examples = "kubectl config set-credentials ada --token=open",
    .flags = {kUserFlags},
    .run = runSetCredentials,
};

const Command kConfigDeleteCluster{
    .path = "config delete-cluster",
    .usage = "NAME",
    .brief = "Delete the specified cluster from the kubeconfig",
    .text = "",
    .examples = "kubectl config delete-cluster other",
    .flags = {},
    .run = runDeleteCluster,
};

const Command kConfigDeleteUser{
    .path = "config delete-user",
    .usage = "NAME",
    .brief = "Delete the specified user from the kubeconfig",
    .text = "",
    .examples = "kubectl config delete-user ada",
    .flags = {},
    .run = runDeleteUser,
};

} // namespace minato::shell::kubectl
