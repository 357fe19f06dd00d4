// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/request_log.h"

#include "kube/go_quote.h"
#include "kube/json.h"
#include "kube/patch_media_type.h"
#include "kube/version.h"
#include "wire/http_message.h"
#include "wire/response_encoder.h"

#include <algorithm>
#include <chrono>
#include <format>
#include <utility>

namespace minato::shell::kubectl {
namespace {

std::string_view methodOf(const api::Request &request)
{
    switch (request.verb) {
    case api::Verb::Create:
        return "POST";
    case api::Verb::Update:
        return "PUT";
    case api::Verb::Patch:
        return "PATCH";
    case api::Verb::Delete:
    case api::Verb::DeleteCollection:
        return "DELETE";
    case api::Verb::Get:
    case api::Verb::List:
        break;
    }
    return "GET";
}

/// As Go's url.QueryEscape.
std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        const bool isPlain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                             std::string_view("-_.~").contains(c);
        if (c == ' ')
            result += '+';
        else if (isPlain)
            result += c;
        else
            result += std::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
    return result;
}

std::string pathOf(const api::Request &request)
{
    if (!request.rawPath.empty())
        return request.rawPath;
    const kube::GroupVersionResource &type = request.resource;
    std::string path =
        type.group.empty() ? "/api/" + type.version : "/apis/" + type.group + "/" + type.version;
    // A namespace itself is named as any object is.
    if (!request.ns.empty())
        path += "/namespaces/" + request.ns;
    path += "/" + type.resource;
    for (const std::string *part : {&request.name, &request.subresource})
        if (!part->empty())
            path += "/" + *part;
    return path;
}

/// What a request says it would like to get.
std::string acceptOf(const api::Request &request)
{
    if (request.parameter("as") == "APIGroupDiscoveryList")
        return "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json;"
               "g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json";
    if (request.as == api::Representation::Table)
        return "application/json;as=Table;v=v1;g=meta.k8s.io,application/"
               "json;as=Table;v=v1beta1;g=meta.k8s.io,"
               "application/json";
    const bool isTyped = !request.rawPath.empty() || request.subresource == "scale";
    return isTyped ? "application/json, */*" : "application/json";
}

std::string contentTypeOf(const api::Request &request)
{
    if (const auto patch = kube::mediaTypeOf(request.patchType); !patch.empty())
        return std::string(patch);
    return request.body.isNull() ? std::string() : "application/json";
}

/// As klog writes a value that is a text: over several lines when it has some.
std::string logValue(const std::string &text)
{
    if (!text.contains('\n'))
        return kube::goQuote(text);
    std::string lines = "<\n";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines += "\t" + text.substr(at, end - at) + "\n";
        at = end + 1;
    }
    return lines + " >";
}

std::string headerLines(const std::vector<std::pair<std::string, std::string>> &headers)
{
    std::string lines;
    for (const auto &[name, value] : headers)
        lines += name + ": " + value + "\n";
    return logValue(lines);
}

/// "Mon, 05 Jan 2026 00:00:30 GMT"
std::string httpDate(base::Instant now)
{
    const std::chrono::sys_time<std::chrono::nanoseconds> time{std::chrono::nanoseconds(now.ns)};
    return std::format("{:%a, %d %b %Y %H:%M:%S} GMT", std::chrono::floor<std::chrono::seconds>(time));
}

std::int64_t inMilliseconds(base::Duration duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}

} // namespace

std::string requestLine(std::string_view serverUrl, const api::Request &request)
{
    std::string line = std::string(methodOf(request)) + " " + std::string(serverUrl) + pathOf(request);
    // How discovery is to be told is in a header, and its client sets a limit.
    api::Query query = request.query;
    if (!request.rawPath.empty() && query.erase("as") > 0) {
        query.erase("v");
        query.emplace("timeout", "32s");
    }
    char separator = '?';
    for (const auto &[key, value] : query)
        line.append(1, std::exchange(separator, '&')).append(escaped(key)).append("=").append(escaped(value));
    return line;
}

std::string statusLine(const api::Result<api::Response> &answer)
{
    const int code = answer ? (answer->isCreated ? 201 : 200) : answer.error().code;
    return std::format("{} {}", code, wire::reasonOf(code));
}

RequestLog::RequestLog(std::int64_t verbosity, int minor, std::string_view serverUrl,
                       const api::Request &request, Line line)
    : m_verbosity(verbosity),
      m_isOld(minor < 34),
      m_verb(methodOf(request)),
      m_url(requestLine(serverUrl, request).substr(m_verb.size() + 1)),
      m_host(serverUrl.substr(std::min(serverUrl.find("://") + 3, serverUrl.size()))),
      m_request(request),
      m_line(std::move(line))
{
    m_headers.emplace_back("Accept", acceptOf(request));
    if (const std::string type = contentTypeOf(request); !type.empty())
        m_headers.emplace_back("Content-Type", type);
    m_headers.emplace_back("User-Agent", std::format("kubectl/{} (linux/amd64) kubernetes/$Format",
                                                     m_isOld ? std::format("v1.{}", minor)
                                                             : std::string(kube::kMirroredVersion)));
}

void RequestLog::tellHeaders(const char *title, const char *titlePlace, const char *place,
                             const Headers &headers) const
{
    m_line(titlePlace, title);
    for (const auto &[name, value] : headers)
        m_line(place, "    " + name + ": " + value);
}

/// Long ones are cut off, as far as --v says.
void RequestLog::tellBody(const char *title, const std::string &body) const
{
    constexpr std::size_t kShort = 1024, kLong = 10240;
    std::string shown = body;
    const std::size_t most = m_verbosity >= 10 ? body.size() : m_verbosity == 9 ? kLong : kShort;
    if (body.size() > most)
        shown = body.substr(0, most) + std::format(" [truncated {} chars]", body.size() - most);
    m_line(m_isOld ? "request.go:1351" : "helper.go:246",
           std::format("\"{}\" body={}", title, logValue(shown)));
}

std::string RequestLog::curlCommand() const
{
    std::string headers;
    for (const auto &[name, value] : m_headers)
        headers += " -H " + kube::goQuote(name + ": " + value);
    return std::format("curl -v -X{} {} '{}'", m_verb, headers, m_url);
}

void RequestLog::begin() const
{
    if (m_verbosity < 7)
        return;
    if (m_verbosity >= 8) {
        const bool isEncoded = m_request.patchType == kube::PatchType::None; // an encoder ends with a newline
        const std::string body = m_request.body.isNull() ? std::string() : kube::toJson(m_request.body);
        tellBody("Request Body", isEncoded && !body.empty() ? body + "\n" : body);
    }
    if (m_isOld && m_verbosity >= 9) {
        m_line("round_trippers.go:473", curlCommand());
    } else if (m_isOld) {
        m_line("round_trippers.go:470", m_verb + " " + m_url);
        tellHeaders("Request Headers:", "round_trippers.go:476", "round_trippers.go:480", m_headers);
    } else if (m_verbosity >= 9) {
        m_line("round_trippers.go:527", "\"Request\" curlCommand=" + logValue(curlCommand() + "\n"));
    } else {
        m_line("round_trippers.go:527", std::format("\"Request\" verb=\"{}\" url=\"{}\" headers={}", m_verb,
                                                    m_url, headerLines(m_headers)));
    }
}

void RequestLog::endOld(const std::string &status, const Headers &headers, std::int64_t milliseconds) const
{
    if (m_verbosity >= 9)
        m_line("round_trippers.go:517", "HTTP Trace: Dial to tcp:" + m_host + " succeed");
    if (m_verbosity == 6 || m_verbosity >= 9)
        m_line("round_trippers.go:560",
               std::format("{} {} {} in {} milliseconds", m_verb, m_url, status, milliseconds));
    if (m_verbosity >= 9)
        m_line(
            "round_trippers.go:577",
            std::format("HTTP Statistics: DNSLookup 0 ms Dial 0 ms TLSHandshake 0 ms ServerProcessing {0} ms "
                        "Duration {0} ms",
                        milliseconds));
    if (m_verbosity == 7 || m_verbosity == 8)
        m_line("round_trippers.go:581",
               std::format("Response Status: {} in {} milliseconds", status, milliseconds));
    if (m_verbosity >= 8)
        tellHeaders("Response Headers:", "round_trippers.go:584", "round_trippers.go:587", headers);
}

void RequestLog::endNew(const std::string &status, const Headers &headers, std::int64_t milliseconds) const
{
    if (m_verbosity >= 9)
        m_line("round_trippers.go:612",
               std::format("\"HTTP Trace: Dial succeed\" network=\"tcp\" address=\"{}\"", m_host));
    std::string text = "\"Response\"";
    if (m_verbosity == 6 || m_verbosity >= 9)
        text += std::format(" verb=\"{}\" url=\"{}\"", m_verb, m_url);
    text += std::format(" status=\"{}\"", status);
    if (m_verbosity >= 8)
        text += " headers=" + headerLines(headers);
    text += std::format(" milliseconds={}", milliseconds);
    if (m_verbosity >= 9)
        text += std::format(" dnsLookupMilliseconds=0 dialMilliseconds=0 tlsHandshakeMilliseconds=0 "
                            "serverProcessingMilliseconds={}",
                            milliseconds);
    m_line("round_trippers.go:632", text);
}

void RequestLog::end(const api::Result<api::Response> &answer, base::Duration took, base::Instant now) const
{
    const auto http = answer ? wire::encodeResponse(*answer, wire::DecodedRequest{.request = m_request})
                             : wire::encodeStatus(answer.error());
    Headers headers{{"Cache-Control", "no-cache, private"},
                    {"Content-Length", std::to_string(http.body.size())},
                    {"Content-Type", http.contentType},
                    {"Date", httpDate(now)}};
    for (const auto &[name, values] : http.headers)
        for (const std::string &value : values)
            headers.emplace_back(name, value);
    if (m_isOld)
        endOld(statusLine(answer), headers, inMilliseconds(took));
    else
        endNew(statusLine(answer), headers, inMilliseconds(took));
    if (m_verbosity >= 8)
        tellBody("Response Body", http.body);
}

} // namespace minato::shell::kubectl
