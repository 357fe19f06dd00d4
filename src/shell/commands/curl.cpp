// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// curl, over the data plane of the cluster.
//
// Mirrors   curl 8.14.1: options, output, error texts, exit statuses
// Differs   No progress meter. HTTP only. -v shows the headers, not how a name was resolved.
#include "shell/commands/curl_options.h"
#include "shell/commands/load_run.h"
#include "shell/commands/programs.h"
#include "shell/commands/url.h"

#include <algorithm>
#include <array>
#include <format>
#include <optional>

namespace minato::shell {
namespace {

constexpr std::string_view kUserAgent = "curl/8.14.1";
constexpr int kMostRedirects = 50;

/// How one transfer went, for -w and the error line.
struct Transfer {
    std::string url;
    std::string method = "GET";
    std::optional<api::TrafficReply> reply;
    int exitCode = 0;
    std::string error;
    base::Duration time{};
    std::size_t received = 0;
    int redirects = 0;
};

std::int64_t milliseconds(base::Duration duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}

/// curl's exit status and words for a transfer that failed.
void describeFailure(Transfer &transfer, const Url &url, const api::TrafficError &error)
{
    using Kind = api::TrafficError::Kind;
    switch (error.kind) {
    case Kind::UnknownHost:
        transfer.exitCode = 6;
        transfer.error = "Could not resolve host: " + url.host;
        return;
    case Kind::Refused:
    case Kind::TimedOut:
        transfer.exitCode = error.kind == Kind::Refused ? 7 : 28;
        transfer.error =
            std::format("Failed to connect to {} port {} after {} ms: {}", url.host, url.port,
                        milliseconds(error.latency),
                        error.kind == Kind::Refused ? "Could not connect to server" : "Timeout was reached");
        return;
    case Kind::Reset:
        transfer.exitCode = 56;
        transfer.error = "Recv failure: Connection reset by peer";
        return;
    }
}

api::TrafficRequest makeRequest(const CurlOptions &options, const Url &url, const std::string &method,
                                std::uint64_t connection)
{
    api::TrafficRequest request{
        .method = method,
        .host = url.host,
        .port = url.port,
        .path = url.path,
        .headers = {{"Host", url.authority()}, {"User-Agent", std::string(kUserAgent)}, {"Accept", "*/*"}},
        .body = options.data.value_or(""),
        .connection = connection};
    if (options.data) {
        request.headers["Content-Length"] = std::to_string(options.data->size());
        request.headers["Content-Type"] = "application/x-www-form-urlencoded";
    }
    for (const auto &[name, value] : options.headers) {
        if (value.empty())
            request.headers.erase(name);
        else
            request.headers[name] = value;
    }
    return request;
}

void showRequest(const Process &process, const api::TrafficRequest &request)
{
    std::string text = std::format("> {} {} HTTP/1.1\r\n", request.method, request.path);
    for (const std::string_view name : {"Host", "User-Agent", "Accept"})
        if (const auto found = request.headers.find(std::string(name)); found != request.headers.end())
            text += "> " + found->first + ": " + found->second + "\r\n";
    for (const auto &[name, value] : request.headers)
        if (name != "Host" && name != "User-Agent" && name != "Accept")
            text += "> " + name + ": " + value + "\r\n";
    process.complain(text + "> \r\n* Request completely sent off\n");
}

void showReply(const Process &process, const api::TrafficReply &reply, const Url &url)
{
    const std::string headers = headerText(reply);
    std::string text;
    for (std::size_t begin = 0; begin < headers.size();) {
        const std::size_t end = headers.find('\n', begin) + 1;
        text += "< " + headers.substr(begin, end - begin);
        begin = end;
    }
    process.complain(text + "* Connection #0 to host " + url.host + " left intact\n");
}

/// One request, and those that redirections lead to.
client::Task<Transfer> transferOne(Process &process, CurlOptions options, std::string text,
                                   std::uint64_t connection)
{
    Transfer transfer{.url = text, .method = options.methodName()};
    for (;;) {
        const auto url = parseUrl(text);
        if (!url) {
            transfer.exitCode = url.error().code;
            transfer.error = url.error().message;
            co_return transfer;
        }
        if (url->scheme == "https") {
            transfer.exitCode = 35;
            transfer.error = "the Services of this cluster speak plain HTTP, not TLS: use http://" +
                             url->authority() + "/";
            co_return transfer;
        }
        api::TrafficRequest request = makeRequest(options, *url, transfer.method, connection);
        if (options.isVerbose)
            showRequest(process, request);
        const base::Instant began = process.services.timers.now();
        auto result = co_await sendAndWait(process.services, std::move(request), options.maxTime);
        transfer.time += process.services.timers.now() - began;
        if (!result) {
            transfer.exitCode = 28;
            transfer.error = std::format("Operation timed out after {} milliseconds with 0 bytes received",
                                         milliseconds(transfer.time));
            co_return transfer;
        }
        if (!*result) {
            describeFailure(transfer, *url, result->error());
            co_return transfer;
        }
        transfer.reply = std::move(**result);
        if (options.isVerbose)
            showReply(process, *transfer.reply, *url);
        const auto location = transfer.reply->headers.find("Location");
        const bool isMoved = transfer.reply->status / 100 == 3 && location != transfer.reply->headers.end();
        if (!options.followsRedirects || !isMoved)
            co_return transfer;
        if (++transfer.redirects > kMostRedirects) {
            transfer.exitCode = 47;
            transfer.error = std::format("Maximum ({}) redirects followed", kMostRedirects);
            co_return transfer;
        }
        text = location->second.starts_with('/') ? "http://" + url->authority() + location->second
                                                 : location->second;
        transfer.url = text;
    }
}

/// Where the body goes: standard output or a file. False: the file cannot be made.
bool writeBody(Process &process, const CurlOptions &options, std::size_t index, Transfer &transfer)
{
    const api::TrafficReply &reply = *transfer.reply;
    std::string text = options.showsHeaders ? headerText(reply) : "";
    if (transfer.method != "HEAD") {
        text += reply.body;
        transfer.received = reply.body.size();
    }
    const std::string target = index < options.outputs.size() ? options.outputs[index] : "-";
    if (target == "-") {
        process.print(text);
        return true;
    }
    const std::string path = Files::resolve(target, process.folder);
    if (path == "/dev/null")
        return true;
    if (process.services.files.create(path) && process.services.files.append(path, text))
        return true;
    transfer.exitCode = 23;
    transfer.error = "client returned ERROR on write, " + std::to_string(text.size()) + " was not written";
    return false;
}

std::string seconds(base::Duration duration)
{
    return std::format("{:.6f}", static_cast<double>(duration.count()) / 1e9);
}

std::optional<std::string> writeOutVariable(std::string_view name, const Transfer &transfer)
{
    const auto header = [&](const std::string &key) {
        if (!transfer.reply)
            return std::string();
        const auto found = transfer.reply->headers.find(key);
        return found == transfer.reply->headers.end() ? std::string() : found->second;
    };
    if (name == "http_code" || name == "response_code")
        return transfer.reply ? std::format("{:03}", transfer.reply->status) : "000";
    if (name == "size_download")
        return std::to_string(transfer.received);
    if (name == "size_header")
        return std::to_string(transfer.reply ? headerText(*transfer.reply).size() : 0);
    if (name == "url" || name == "url_effective")
        return name == "url" || transfer.url.contains("://") ? transfer.url : "http://" + transfer.url + "/";
    if (name == "method")
        return transfer.method;
    if (name == "content_type")
        return header("Content-Type");
    if (name == "http_version")
        return transfer.reply ? "1.1" : "0";
    if (name == "scheme")
        return transfer.reply ? "http" : "";
    if (name == "num_redirects")
        return std::to_string(transfer.redirects);
    if (name == "num_connects")
        return transfer.reply ? "1" : "0";
    if (name == "errormsg")
        return transfer.error;
    if (name == "exitcode")
        return std::to_string(transfer.exitCode);
    if (name == "time_total" || name == "time_starttransfer")
        return seconds(transfer.time);
    if (name == "time_connect" || name == "time_namelookup" || name == "time_pretransfer" ||
        name == "time_redirect")
        return seconds({});
    if (name == "remote_ip" || name == "local_ip")
        return "";
    return std::nullopt;
}

void writeOut(const Process &process, std::string_view format, const Transfer &transfer)
{
    std::string text;
    for (std::size_t i = 0; i < format.size(); ++i) {
        const std::string_view rest = format.substr(i);
        if (rest.starts_with("%%")) {
            text += '%';
            ++i;
        } else if (rest.starts_with("%{") && rest.contains('}')) {
            const std::string_view name = rest.substr(2, rest.find('}') - 2);
            const auto value = writeOutVariable(name, transfer);
            if (!value)
                process.complain("curl: unknown --write-out variable: '" + std::string(name) + "'\n");
            text += value.value_or("");
            i += name.size() + 2;
        } else if (rest.starts_with('\\') && rest.size() > 1) {
            const char c = rest[1];
            text += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
            ++i;
        } else {
            text += format[i];
        }
    }
    process.print(text);
}

} // namespace

client::Task<int> runCurl(Process &process)
{
    const auto options = CurlOptions::parse(process);
    if (!options) {
        process.complain(options.error());
        co_return 2;
    }
    if (options->asksHelp) {
        process.print(options->helpText());
        co_return 0;
    }
    int status = 0;
    // Several URLs of one call share their connection, as long as the host is the same.
    const std::uint64_t connection = options->urls.size() > 1 ? process.services.nextConnection++ : 0;
    for (std::size_t i = 0; i < options->urls.size(); ++i) {
        Transfer transfer = co_await transferOne(process, *options, options->urls[i], connection);
        if (transfer.reply && transfer.exitCode == 0) {
            if (options->failsOnErrors && transfer.reply->status >= 400) {
                transfer.exitCode = 22;
                transfer.error = std::format("The requested URL returned error: {}", transfer.reply->status);
            } else {
                writeBody(process, *options, i, transfer);
            }
        }
        if (transfer.exitCode != 0 && (!options->isSilent || options->showsErrors))
            process.complain(std::format("curl: ({}) {}\n", transfer.exitCode, transfer.error));
        if (!options->writeOut.empty())
            writeOut(process, options->writeOut, transfer);
        status = transfer.exitCode;
        co_await drain(process.out);
    }
    co_return status;
}

} // namespace minato::shell
