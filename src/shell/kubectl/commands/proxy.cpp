// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl proxy. Mirrors kubectl/pkg/cmd/proxy and kubectl/pkg/proxy (FilterServer, stripLeaveSlash). Differs: the port is
// one of the terminal's (shell/local_ports.h); folders are not listed for --www.
#include "shell/commands/own_text.h"
#include "shell/commands/regex.h"
#include "shell/kubectl/api_gateway.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/pairs.h"
#include "shell/kubectl/session.h"
#include "shell/local_ports.h"
#include "shell/sh/signal.h"

#include <algorithm>
#include <format>
#include <limits>
#include <memory>

namespace minato::shell::kubectl {
namespace {

using Patterns = std::vector<Regex>;

struct PatternError {
    std::string pattern, why;
};

std::expected<Patterns, PatternError> parsePatterns(const std::string &text)
{
    Patterns patterns;
    if (text.empty())
        return patterns;
    for (const std::string &part : splitAt(text, ',')) {
        auto pattern = Regex::parse(part, {.syntax = Regex::Syntax::Perl});
        if (!pattern)
            return std::unexpected(PatternError{part, pattern.error()});
        patterns.push_back(*std::move(pattern));
    }
    return patterns;
}

bool matches(const Patterns &patterns, std::string_view text)
{
    return std::ranges::any_of(patterns,
                               [text](const Regex &pattern) { return pattern.find(text).has_value(); });
}

/// What is let through.
struct Filter {
    Patterns acceptPaths, rejectPaths, acceptHosts, rejectMethods;
    bool isOff = false;

    [[nodiscard]] bool accepts(std::string_view method, std::string_view path, std::string_view host) const
    {
        return isOff || (!matches(rejectPaths, path) && !matches(rejectMethods, method) &&
                         matches(acceptPaths, path) && matches(acceptHosts, host));
    }
};

/// One call of proxy, kept by the requests that are under way when it ends.
struct Gateway {
    ApiGateway api;
    Filter filter;
    std::string apiPrefix, staticPrefix, folder; ///< the prefixes end in a slash; folder empty: no files
    Files &files;
    api::Timers &timers;
};

std::string_view withoutPort(std::string_view host)
{
    const std::size_t colon = host.rfind(':'), bracket = host.rfind(']');
    const bool hasPort = colon != host.npos && (bracket == host.npos || colon > bracket);
    if (hasPort && host.starts_with('[')) // Go's SplitHostPort takes the brackets away
        return host.substr(1, bracket - 1);
    return hasPort ? host.substr(0, colon) : host;
}

api::TrafficReply fileAnswer(const Gateway &gateway, std::string_view path)
{
    const std::string name = Files::resolve(std::string("./").append(path), gateway.folder);
    const auto text = gateway.files.read(name, name);
    if (!text)
        return plainAnswer(404, "404 page not found");
    api::TrafficReply reply{
        .headers = {{"Content-Length", std::to_string(text->size())},
                    {"Content-Type",
                     name.ends_with(".html") ? "text/html; charset=utf-8" : "text/plain; charset=utf-8"}},
        .body = *text};
    return reply;
}

api::CallPtr answer(const std::shared_ptr<const Gateway> &gateway, api::TrafficRequest request,
                    LocalPorts::Reply reply)
{
    const std::string path = request.path.substr(0, request.path.find('?'));
    const auto now = [&](api::TrafficReply text) {
        return answerLater(gateway->timers, std::move(text), std::move(reply));
    };
    const bool isOfFiles = !gateway->folder.empty() && path.starts_with(gateway->staticPrefix) &&
                           gateway->staticPrefix.size() >= gateway->apiPrefix.size();
    if (isOfFiles)
        return now(fileAnswer(*gateway, std::string_view(path).substr(gateway->staticPrefix.size())));
    if (path + "/" == gateway->apiPrefix) {
        auto moved = plainAnswer(301, "<a href=\"" + gateway->apiPrefix + "\">Moved Permanently</a>.\n");
        moved.reason = "Moved Permanently";
        moved.headers["Content-Type"] = "text/html; charset=utf-8";
        moved.headers["Location"] = gateway->apiPrefix;
        return now(std::move(moved));
    }
    if (!path.starts_with(gateway->apiPrefix))
        return now(plainAnswer(404, "404 page not found"));
    std::string inner = path;
    if (!gateway->apiPrefix.starts_with("/api")) {
        inner.erase(0, gateway->apiPrefix.size());
        inner.insert(0, "/");
        request.path.replace(0, path.size(), inner);
    }
    const auto host = request.headers.find("Host");
    if (!gateway->filter.accepts(request.method, inner,
                                 withoutPort(host == request.headers.end() ? request.host : host->second)))
        return now(plainAnswer(403, "Forbidden"));
    // The gateway lives as long as its call: only the reply keeps it.
    return gateway->api.request(
        request, gateway->timers,
        [gateway, reply = std::move(reply)](api::TrafficResult result) mutable { reply(std::move(result)); });
}

std::string withSlash(std::string prefix)
{
    return prefix.ends_with('/') ? prefix : prefix + "/";
}

std::expected<Filter, PatternError> readFilter(const Session &session)
{
    Filter filter{.isOff = session.flags().isTrue("disable-filter")};
    if (filter.isOff)
        return filter;
    for (const auto &[flag, patterns] : {std::pair("accept-paths", &filter.acceptPaths),
                                         {"reject-paths", &filter.rejectPaths},
                                         {"accept-hosts", &filter.acceptHosts},
                                         {"reject-methods", &filter.rejectMethods}}) {
        auto parsed = parsePatterns(session.flags().text(flag));
        if (!parsed)
            return std::unexpected(parsed.error());
        *patterns = *std::move(parsed);
    }
    return filter;
}

/// The folder of --www; empty: none. Warns of one that is not there.
std::string readFolder(const Session &session)
{
    const std::string &typed = session.flags().text("www");
    if (typed.empty())
        return {};
    std::string folder = Files::resolve(typed, session.process().folder);
    const Files &files = session.services().files;
    if (!files.exists(folder) && !files.isFolder(folder))
        session.log('W', "proxy.go:206",
                    "Failed to stat static file directory " + typed + ": stat " + typed +
                        ": no such file or directory");
    else if (!files.isFolder(folder))
        session.log('W', "proxy.go:208", "Static file directory " + typed + " is not a directory");
    return folder;
}

constexpr int kFatal = 255; ///< what klog.Fatal ends with

client::Task<int> runProxy(Session &session)
{
    const Flags &flags = session.flags();
    auto filter = readFilter(session);
    if (!filter) {
        session.log('F', "proxy_server.go:82",
                    std::format("Error compiling re: error parsing regexp: {}: `{}`", filter.error().why,
                                filter.error().pattern));
        co_return kFatal;
    }
    if (filter->isOff && flags.text("unix-socket").empty())
        session.log('W', "proxy.go:177",
                    "Request filter disabled, your proxy is vulnerable to XSRF attacks, please be cautious");
    const std::int64_t port = flags.number("port");
    if (!flags.text("unix-socket").empty() && flags.isGiven("port") && port != 8001)
        co_return session.fail("cannot set --unix-socket and --port at the same time");
    if (!flags.text("unix-socket").empty()) {
        const auto lang = session.process().environment.find("LANG");
        session.warn(
            ownLines(lang == session.process().environment.end() ? "" : lang->second,
                     "error: this terminal has no sockets in files: leave --unix-socket out and use --port",
                     "error: このターミナルではファイルのソケットを使えません。--unix-socket を外し、--port "
                     "を使ってください。"));
        co_return 1;
    }
    auto folder = readFolder(session);
    const std::string &address = flags.text("address");
    if (port < 0 || port > std::numeric_limits<std::uint16_t>::max())
        co_return session.fail(std::format("listen tcp: address {}: invalid port", port));
    const auto gateway =
        std::make_shared<const Gateway>(Gateway{.api = ApiGateway(session.services().transport),
                                                .filter = *std::move(filter),
                                                .apiPrefix = withSlash(flags.text("api-prefix")),
                                                .staticPrefix = withSlash(flags.text("www-prefix")),
                                                .folder = std::move(folder),
                                                .files = session.services().files,
                                                .timers = session.services().timers});
    const auto listener = session.services().localPorts->listen(
        address == "localhost" ? "127.0.0.1" : address, static_cast<std::uint16_t>(port),
        [gateway](api::TrafficRequest request, LocalPorts::Reply reply) {
            return answer(gateway, std::move(request), std::move(reply));
        });
    if (!listener)
        co_return session.fail(std::format("listen tcp {}:{}: bind: {}", address, port, listener.error()));
    session.print(std::format("Starting to serve on {}:{}\n", address == "localhost" ? "127.0.0.1" : address,
                              listener->port()));
    Signal never(session.services().timers);
    co_await never.wait(); // until somebody ends it
    co_return 0;
}

constexpr FlagSpec kProxyFlags[]{
    {"port", 'p', FlagType::Int, "8001", "The port to listen at; 0: one that is free."},
    {"address", 0, FlagType::Text, "127.0.0.1", "The address to listen at."},
    {"api-prefix", 0, FlagType::Text, "/", "Under which path the API is."},
    {"www", 'w', FlagType::Text, "", "A folder whose files are served, too."},
    {"www-prefix", 'P', FlagType::Text, "/static/", "Under which path these files are."},
    {"accept-paths", 0, FlagType::Text, "^.*", "Patterns of paths that are let through."},
    {"reject-paths", 0, FlagType::Text, "^/api/.*/pods/.*/exec,^/api/.*/pods/.*/attach",
     "Patterns of paths that are not, though the others would."},
    {"accept-hosts", 0, FlagType::Text, "^localhost$,^127\\.0\\.0\\.1$,^\\[::1\\]$",
     "Patterns of host names that requests may be for."},
    {"reject-methods", 0, FlagType::Text, "^$", "Patterns of methods that are not let through."},
    {"disable-filter", 0, FlagType::Bool, "false", "Let everything through."},
    {"unix-socket", 'u', FlagType::Text, "", "A socket in a file instead of a port; this terminal has none."},
    {"keepalive", 0, FlagType::Duration, "0s",
     "How often a quiet connection is probed; here it never breaks."},
    {"append-server-path", 0, FlagType::Bool, "false",
     "Put the path of the server's address before each path."},
};

} // namespace

const Command kProxy{
    .path = "proxy",
    .usage = "[--port=PORT] [--www=static-dir] [--www-prefix=prefix] [--api-prefix=prefix]",
    .brief = "Run a proxy to the Kubernetes API server",
    .text = "Opens the API of the cluster at a port of this computer, so that curl can ask it without "
            "signing in, "
            "until it is stopped with Ctrl+C. All tabs of the terminal reach it.",
    .examples = "# In one tab\n"
                "kubectl proxy\n\n"
                "# In another one\n"
                "curl http://localhost:8001/version\n"
                "curl http://localhost:8001/api/v1/namespaces/default/pods\n\n"
                "# A Pod's own answer, through the API server\n"
                "curl http://localhost:8001/api/v1/namespaces/default/pods/web-5d8f9c7b6c-abcde:8080/proxy/",
    .flags = {kProxyFlags},
    .run = runProxy,
};

} // namespace minato::shell::kubectl
