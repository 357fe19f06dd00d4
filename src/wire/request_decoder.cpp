// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/request_decoder.h"

#include "kube/json.h"
#include "kube/patch_media_type.h"
#include "kube/schema/protobuf.h"
#include "kube/yaml.h"

#include <algorithm>
#include <array>
#include <format>
#include <optional>
#include <ranges>

namespace minato::wire {
namespace {

constexpr std::string_view kProtobuf = "application/vnd.kubernetes.protobuf";
constexpr std::string_view kJson = "application/json";
constexpr std::string_view kYaml = "application/yaml";

std::vector<std::string> splitPath(std::string_view path)
{
    std::vector<std::string> parts;
    for (const auto part : std::views::split(path, '/')) {
        if (!std::ranges::empty(part))
            parts.emplace_back(part.begin(), part.end());
    }
    return parts;
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// "application/json;as=Table;v=v1" into the type and its parameters.
struct MediaRange {
    std::string type;
    std::map<std::string, std::string, std::less<>> parameters;

    explicit MediaRange(std::string_view text)
    {
        for (const auto piece : std::views::split(text, ';')) {
            const std::string_view part = trimmed(std::string_view(piece));
            const auto equals = part.find('=');
            if (type.empty())
                type = part;
            else if (equals != std::string_view::npos)
                parameters.emplace(part.substr(0, equals), part.substr(equals + 1));
        }
    }
    [[nodiscard]] std::string_view parameter(std::string_view key) const
    {
        const auto it = parameters.find(key);
        return it == parameters.end() ? std::string_view() : std::string_view(it->second);
    }
};

std::vector<MediaRange> mediaRanges(std::string_view accept)
{
    std::vector<MediaRange> ranges;
    for (const auto piece : std::views::split(accept.empty() ? std::string_view("*/*") : accept, ','))
        ranges.emplace_back(trimmed(std::string_view(piece)));
    return ranges;
}

/// "/api/v1/namespaces/NS/pods/NAME/log" into the request's resource; false: not a resource path.
bool takeResourcePath(const std::vector<std::string> &parts, api::Request &request)
{
    std::size_t next = 0;
    if (parts.size() >= 3 && parts[0] == "api") {
        request.resource.version = parts[1];
        next = 2;
    } else if (parts.size() >= 4 && parts[0] == "apis") {
        request.resource.group = parts[1];
        request.resource.version = parts[2];
        next = 3;
    } else {
        return false;
    }
    // "namespaces/NS/RES…" names a namespaced resource, except for the Namespace's own subresources.
    const bool isNamespaced = parts[next] == "namespaces" && parts.size() > next + 2 &&
                              parts[next + 2] != "status" && parts[next + 2] != "finalize";
    if (isNamespaced) {
        request.ns = parts[next + 1];
        next += 2;
    }
    request.resource.resource = parts[next++];
    if (next < parts.size())
        request.name = parts[next++];
    for (; next < parts.size(); ++next)
        request.subresource += (request.subresource.empty() ? "" : "/") + parts[next];
    return true;
}

bool isTrue(std::string_view text)
{
    return text == "true" || text == "1" || text == "True";
}

kube::Status unsupportedMediaType()
{
    return {.code = 415,
            .reason = "UnsupportedMediaType",
            .message = "the body of the request was in an unknown format - accepted media types include: "
                       "application/json, application/yaml, application/vnd.kubernetes.protobuf"};
}

kube::Status notAcceptable()
{
    return {.code = 406,
            .reason = "NotAcceptable",
            .message = "only the following media types are accepted: application/json, application/yaml"};
}

/// The first range of the Accept header that we can answer decides, as upstream negotiates.
bool negotiate(std::string_view accept, DecodedRequest &decoded)
{
    for (const MediaRange &range : mediaRanges(accept)) {
        const bool isYaml = range.type == kYaml;
        const bool isJson = range.type == kJson || range.type == "*/*" || range.type == "application/*";
        const std::string_view as = range.parameter("as");
        if (!isYaml && !isJson)
            continue;
        decoded.mediaType = isYaml ? MediaType::Yaml : MediaType::Json;
        if (as == "Table") {
            decoded.request.as = api::Representation::Table;
            decoded.tableVersion = range.parameter("v");
        } else if (as == "PartialObjectMetadata" || as == "PartialObjectMetadataList") {
            decoded.request.as = api::Representation::PartialObjectMetadata;
        } else if (as == "APIGroupDiscoveryList") {
            decoded.request.query["as"] = as;
            decoded.request.query["v"] = range.parameter("v");
        } else if (!as.empty()) {
            continue;
        }
        return true;
    }
    return false;
}

kube::Result<kube::Value> parseBody(const HttpRequest &http, bool isYaml)
{
    if (http.body.empty())
        return kube::Value();
    if (isYaml) {
        const auto documents = kube::parseYaml(http.body);
        if (!documents)
            return std::unexpected(kube::Status::badRequest("error converting YAML to JSON: " +
                                                            base::toString(documents.error().front())));
        return documents->empty() ? kube::Value() : documents->front().value;
    }
    auto value = kube::parseJson(http.body);
    if (!value)
        return std::unexpected(kube::Status::badRequest("couldn't get version/kind; json parse error: " +
                                                        base::toString(value.error().front())));
    return *std::move(value);
}

/// The first bytes of a body that nobody understands, as upstream shows them.
std::string summary(std::string_view body)
{
    constexpr std::size_t kShown = 30;
    if (body.empty())
        return "<empty>";
    std::string hex;
    for (const char c : body.substr(0, kShown))
        hex += std::format("{:02x}", static_cast<unsigned char>(c));
    return body.size() > kShown ? hex + " ..." : hex;
}

kube::Result<kube::Value> parseProtobuf(const HttpRequest &http, const kube::TypeTable &types)
{
    auto decoded = kube::decodeProtobuf(types, http.body);
    if (decoded)
        return std::move(decoded->value);
    const kube::ProtobufError &error = decoded.error();
    // Whoever knows the resources answers: most likely there is none of that kind.
    if (error.isUnknownKind)
        return kube::Value::map({{"apiVersion", error.apiVersion}, {"kind", error.kind}});
    if (error.kind.empty())
        return std::unexpected(kube::Status::badRequest(
            std::format("the object provided is unrecognized: {} ({})", error.message, summary(http.body))));
    const std::string_view version =
        std::string_view(error.apiVersion).substr(error.apiVersion.find('/') + 1);
    return std::unexpected(
        kube::Status::badRequest(std::format("{} in version \"{}\" cannot be handled as a {}: {}", error.kind,
                                             version, error.kind, error.message)));
}

/// Only writes look at duplicates, and not when they were asked to ignore them.
void findDuplicates(const HttpRequest &http, api::Request &request)
{
    const bool isWrite = request.verb == api::Verb::Create || request.verb == api::Verb::Update ||
                         request.verb == api::Verb::Patch;
    if (isWrite && request.parameter("fieldValidation") != "Ignore")
        request.duplicateFields = kube::duplicateKeys(http.body);
}

kube::Result<void> decodeBody(const HttpRequest &http, api::Request &request, const kube::TypeTable &types)
{
    const std::string type = MediaRange(http.contentType).type;
    const bool isProtobuf = type == kProtobuf && !http.body.empty();
    if (http.method == "PATCH") {
        const auto patchType = kube::patchTypeOf(type);
        if (!patchType)
            return std::unexpected(unsupportedMediaType());
        request.patchType = *patchType;
    } else if (!http.body.empty() && !type.empty() && type != kJson && type != kYaml && !isProtobuf) {
        return std::unexpected(unsupportedMediaType());
    }
    const bool isYaml = type == kYaml || request.patchType == kube::PatchType::Apply;
    auto body = isProtobuf ? parseProtobuf(http, types) : parseBody(http, isYaml);
    if (!body)
        return std::unexpected(body.error());
    if (!isProtobuf && !isYaml)
        findDuplicates(http, request);
    request.body = *std::move(body);
    return {};
}

std::optional<api::Verb> verbOf(std::string_view method, bool hasName)
{
    using api::Verb;
    if (method == "GET" || method == "HEAD")
        return hasName ? Verb::Get : Verb::List;
    if (method == "POST")
        return Verb::Create;
    if (method == "PUT")
        return Verb::Update;
    if (method == "PATCH")
        return Verb::Patch;
    if (method == "DELETE")
        return hasName ? Verb::Delete : Verb::DeleteCollection;
    return std::nullopt;
}

/// Upstream's isPrettyPrint: what is asked for, else by who asks.
bool wantsPretty(const HttpRequest &http)
{
    if (const std::string_view asked = http.parameter("pretty"); !asked.empty())
        return isTrue(asked);
    constexpr std::array<std::string_view, 3> kPeople{"curl", "Wget", "Mozilla/5.0"};
    return std::ranges::any_of(
        kPeople, [&http](std::string_view prefix) { return http.userAgent.starts_with(prefix); });
}

Exchange exchangeOf(const api::Request &request)
{
    if (request.verb == api::Verb::List && isTrue(request.parameter("watch")))
        return Exchange::Watch;
    return request.verb == api::Verb::Get && request.subresource == "log" ? Exchange::Stream : Exchange::Send;
}

} // namespace

kube::Result<DecodedRequest> decodeRequest(const HttpRequest &http, const kube::TypeTable &types)
{
    DecodedRequest decoded;
    api::Request &request = decoded.request;
    const bool isResource = takeResourcePath(splitPath(http.path), request);
    const auto verb = verbOf(http.method, !request.name.empty() || !isResource);
    if (!verb || (!isResource && verb != api::Verb::Get))
        return std::unexpected(
            kube::Status{.code = 405,
                         .reason = "MethodNotAllowed",
                         .message = "the server does not allow this method on the requested resource"});
    request.verb = *verb;
    for (const auto &[key, value] : http.query)
        request.query.emplace(key, value);
    decoded.isHead = http.method == "HEAD";
    decoded.isPretty = wantsPretty(http);
    decoded.exchange = isResource ? exchangeOf(request) : Exchange::Send;
    if (!isResource)
        request.rawPath = http.path;
    if (!negotiate(http.accept, decoded) && isResource && decoded.exchange != Exchange::Stream)
        return std::unexpected(notAcceptable());
    if (!http.userAgent.empty())
        request.userAgent = http.userAgent.substr(0, http.userAgent.find('/'));
    if (auto body = decodeBody(http, request, types); !body)
        return std::unexpected(body.error());
    return decoded;
}

} // namespace minato::wire
