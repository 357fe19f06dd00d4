// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The images that the simulated registries hold. Sizes and durations are plausible, not measured.
#include "components/apps/app_model.h"
#include "components/common/pod.h"

#include <algorithm>
#include <array>
#include <format>

namespace minato::components {
namespace {

using namespace std::chrono_literals;

/// The tutorial's node.js server. It installs no signal handler and is PID 1, so SIGTERM does nothing to it
/// and it serves until it is killed at the end of the grace period.
constexpr AppModel kBootcamp{
    .name = "kubernetes-bootcamp",
    .port = 8080,
    .startup = {120ms, 320ms},
    .latency = {1500us, 6ms},
    .ignoresTerm = true,
    .exitDelay = {},
    .exitCode = 0,
    .contentType = "text/plain",
    .body = "Hello Kubernetes bootcamp! | Running on: {pod} | v={version}\n",
    .startLog = "Kubernetes Bootcamp App Started At: {start} | Running On:  {pod} \n\n",
    .requestLog =
        "Running On: {pod} | Total Requests: {count} | App Uptime: {uptime} seconds | Log Time: {time}\n",
};

/// A web server that shuts down gracefully: stops listening at once, finishes, exits.
constexpr AppModel kWebServer{
    .name = "web-server",
    .port = 80,
    .usesDeclaredPort = true,
    .startup = {60ms, 250ms},
    .latency = {400us, 2ms},
    .ignoresTerm = false,
    .exitDelay = {80ms, 400ms},
    .exitCode = 0,
    .contentType = "text/html",
    .body = "<!DOCTYPE html>\n<html>\n<head><title>Welcome</title></head>\n<body>\n<h1>It works!</h1>\n"
            "<p>Served by {pod}.</p>\n</body>\n</html>\n",
    .startLog = "",
    .requestLog = "{client} - - [{time}] \"{method} {path} HTTP/1.1\" 200 -\n",
};

struct Known {
    std::string_view repository, tag; ///< an empty tag: any
    std::int64_t bytes;
    std::string_view digest;
    std::string_view version;
    const AppModel *app;
};

constexpr std::array kKnown{
    Known{"gcr.io/google-samples/kubernetes-bootcamp", "v1", 83'334'104,
          "sha256:0d6b8ee63bb57c5f5b6156f446b3bc3b3c143d233037f3a2f00e279c8fcc64af", "1", &kBootcamp},
    Known{"docker.io/jocatalin/kubernetes-bootcamp", "v1", 83'334'104,
          "sha256:0d6b8ee63bb57c5f5b6156f446b3bc3b3c143d233037f3a2f00e279c8fcc64af", "1", &kBootcamp},
    Known{"docker.io/jocatalin/kubernetes-bootcamp", "v2", 83'334'251,
          "sha256:fb1a3ced00cecfc1f83f18ab5cd14199e30adc1b49aa4244f5d65ad3f5feb2a5", "2", &kBootcamp},
    Known{"docker.io/library/nginx", "", 72'190'308, "", "1", &kWebServer},
    Known{"docker.io/library/httpd", "", 57'800'420, "", "1", &kWebServer},
    Known{"docker.io/library/busybox", "", 2'156'519, "", "1", &kWebServer},
};

constexpr std::array<std::string_view, 6> kMissingTags{"does-not-exist", "doesnotexist", "missing",
                                                       "no-such-tag",    "nonexistent",  "not-found"};

std::uint64_t fnv1a(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
}

/// Something that looks like the digest of this image, always the same.
std::string inventedDigest(std::string_view image)
{
    base::RandomStream random(fnv1a(image), "digest");
    return std::format("sha256:{:016x}{:016x}{:016x}{:016x}", random.next(), random.next(), random.next(),
                       random.next());
}

} // namespace

base::Duration DurationRange::draw(base::RandomStream &random) const
{
    const auto width = static_cast<std::uint64_t>(std::max<std::int64_t>(0, (to - from).count()));
    return from + base::Duration(static_cast<std::int64_t>(random.below(width + 1)));
}

std::string fullImageName(std::string_view image)
{
    std::string name = imageWithTag(image);
    const auto slash = name.find('/');
    if (slash == std::string::npos)
        return "docker.io/library/" + name;
    const std::string_view host = std::string_view(name).substr(0, slash);
    const bool isHost = host.find_first_of(".:") != std::string_view::npos || host == "localhost";
    return isHost ? name : "docker.io/" + name;
}

std::optional<ImageInfo> findImage(std::string_view image)
{
    const std::string full = fullImageName(image);
    const auto cut = full.find_first_of(":@", full.rfind('/'));
    const std::string_view repository = std::string_view(full).substr(0, cut);
    const std::string_view tag = std::string_view(full).substr(cut + 1);
    if (std::ranges::any_of(kMissingTags, [&](auto missing) { return tag.contains(missing); }))
        return std::nullopt;
    bool isKnownRepository = false;
    for (const Known &known : kKnown) {
        if (known.repository != repository)
            continue;
        isKnownRepository = isKnownRepository || !known.tag.empty();
        if (known.tag.empty() || known.tag == tag || known.digest == tag)
            return ImageInfo{known.bytes,
                             known.digest.empty() ? inventedDigest(full) : std::string(known.digest),
                             std::string(known.version), known.app, &containerRoot(repository)};
    }
    if (isKnownRepository)
        return std::nullopt;
    constexpr std::int64_t kSmallest = 20'000'000, kSpread = 180'000'000;
    return ImageInfo{kSmallest + static_cast<std::int64_t>(fnv1a(full) % kSpread), inventedDigest(full), "1",
                     &kWebServer, &containerRoot(repository)};
}

} // namespace minato::components
