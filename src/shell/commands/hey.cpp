// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// hey: sends load, and tells how it went.
//
// Mirrors   hey 0.1.4: options, report
// Differs   A reply is one moment here: connecting, writing and reading take no time of their own. HTTP only.
#include "shell/commands/load_request.h"
#include "shell/commands/programs.h"
#include "shell/commands/running.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>

namespace minato::shell {
namespace {

constexpr std::size_t kBuckets = 10, kBarWidth = 40;
constexpr std::string_view kUsage =
    "Usage: hey [options...] <url>\n\n"
    "Options:\n"
    "  -n  Number of requests to run. Default is 200.\n"
    "  -c  Number of workers to run concurrently. Total number of requests cannot\n"
    "      be smaller than the concurrency level. Default is 50.\n"
    "  -q  Rate limit, in queries per second (QPS) per worker. Default is no rate limit.\n"
    "  -z  Duration of application to send requests. When duration is reached,\n"
    "      application stops and exits. If duration is specified, n is ignored.\n"
    "      Examples: -z 10s -z 3m.\n"
    "  -o  Output type. If none provided, a summary is printed.\n"
    "      \"csv\" is the only supported alternative.\n"
    "  -m  HTTP method, one of GET, POST, PUT, DELETE, HEAD, OPTIONS.\n"
    "  -H  Custom HTTP header. You can specify as many as needed by repeating the flag.\n"
    "  -t  Timeout for each request in seconds. Default is 20, use 0 for infinite.\n"
    "  -d  HTTP request body.\n"
    "  -T  Content-type, defaults to \"text/html\".\n"
    "  -host  HTTP Host header.\n"
    "  -disable-keepalive  Disable keep-alive, prevents re-use of TCP\n"
    "                      connections between different HTTP requests.\n";

double seconds(base::Duration duration)
{
    return static_cast<double>(duration.count()) / 1e9;
}

struct HeyCall {
    LoadPlan plan;
    LoadRequestOptions request{.contentType = "text/html", .userAgent = "hey/0.0.1"};
    std::string url, mistake;
    bool isCsv = false, asksHelp = false;
};

/// "10s", "3m", "1h30m", "500ms": Go's durations.
std::optional<base::Duration> parseGoDuration(std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, double>, 4> units{
        {{"ms", 1e6}, {"s", 1e9}, {"m", 60e9}, {"h", 3600e9}}};
    double total = 0;
    while (!text.empty()) {
        double value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        const auto unit =
            std::ranges::find_if(units, [text](const auto &each) { return text.starts_with(each.first); });
        if (error != std::errc{} || value < 0 || unit == units.end())
            return std::nullopt;
        total += value * unit->second;
        text.remove_prefix(unit->first.size());
    }
    return base::Duration(static_cast<std::int64_t>(std::min(total, 9e18)));
}

void takeOption(HeyCall &call, const std::string &name, const std::string &value)
{
    const auto number = parseReal(value);
    const auto needsNumber = [&](double least) {
        if (!number || *number < least)
            call.mistake = std::format("invalid value \"{}\" for flag -{}: parse error\n", value, name);
        return number.value_or(least);
    };
    if (name == "n")
        call.plan.count = static_cast<std::size_t>(needsNumber(0));
    else if (name == "c")
        call.plan.workers = static_cast<std::size_t>(std::min(needsNumber(0), 10000.0));
    else if (name == "q")
        call.plan.perSecond = needsNumber(0);
    else if (name == "t")
        call.plan.timeout = base::Duration(static_cast<std::int64_t>(needsNumber(0) * 1e9));
    else if (name == "z" && !(call.plan.duration = parseGoDuration(value)))
        call.mistake = std::format("invalid value \"{}\" for flag -z: parse error\n", value);
    else if (name == "m")
        call.request.method = value;
    else if (name == "d")
        call.request.body = value;
    else if (name == "T")
        call.request.contentType = value;
    else if (name == "host")
        call.request.host = value;
    else if (name == "o")
        call.isCsv = value == "csv";
    else if (name == "H") {
        if (const auto header = splitHeader(value))
            call.request.headers.push_back(*header);
        else
            call.mistake = std::format("could not parse the provided input; input = {}\n", value);
    }
}

HeyCall readHey(const std::vector<std::string> &arguments)
{
    static constexpr std::array<std::string_view, 12> known{"n", "c", "q",    "t", "z", "m",
                                                            "d", "T", "host", "o", "H", "A"};
    HeyCall call;
    for (std::size_t at = 1; at < arguments.size() && call.mistake.empty(); ++at) {
        const std::string &word = arguments[at];
        if (!word.starts_with('-') || word == "-") {
            call.url = word;
            continue;
        }
        const std::size_t dashes = word.starts_with("--") ? 2 : 1,
                          equals = std::min(word.find('='), word.size());
        const std::string name = word.substr(dashes, equals - dashes);
        if (name == "h" || name == "help") {
            call.asksHelp = true;
        } else if (name == "disable-keepalive") {
            call.plan.keepsConnections = false;
        } else if (!std::ranges::contains(known, name)) {
            if (name != "disable-compression" && name != "disable-redirects" && name != "h2")
                call.mistake = "flag provided but not defined: -" + name + "\n";
        } else if (equals < word.size()) {
            takeOption(call, name, word.substr(equals + 1));
        } else if (at + 1 < arguments.size()) {
            takeOption(call, name, arguments[++at]);
        } else {
            call.mistake = "flag needs an argument: -" + name + "\n";
        }
    }
    if (call.mistake.empty() && !call.plan.duration && call.plan.count < call.plan.workers)
        call.mistake = "-n cannot be less than -c.\n\n";
    if (call.plan.workers == 0)
        call.mistake = "-n and -c cannot be smaller than 1.\n\n";
    return call;
}

std::string histogram(const std::vector<LoadSample> &sorted)
{
    const double fastest = seconds(sorted.front().latency), slowest = seconds(sorted.back().latency);
    const double width = (slowest - fastest) / static_cast<double>(kBuckets);
    std::array<double, kBuckets + 1> marks{};
    std::array<std::size_t, kBuckets + 1> counts{};
    for (std::size_t i = 0; i < kBuckets; ++i)
        marks[i] = fastest + width * static_cast<double>(i);
    marks[kBuckets] = slowest;
    std::size_t bucket = 0;
    for (const LoadSample &sample : sorted) {
        while (bucket < kBuckets && seconds(sample.latency) > marks[bucket])
            ++bucket;
        ++counts[bucket];
    }
    const std::size_t most = *std::ranges::max_element(counts);
    std::string text;
    for (std::size_t i = 0; i <= kBuckets; ++i) {
        std::string bar;
        for (std::size_t n = 0; n < counts[i] * kBarWidth / most; ++n)
            bar += "■";
        text += std::format("  {:.3f} [{}]\t|{}\n", marks[i], counts[i], bar);
    }
    return text;
}

std::string summary(const LoadResult &result, const std::vector<LoadSample> &sorted)
{
    base::Duration sum{};
    std::size_t bytes = 0;
    for (const LoadSample &sample : sorted) {
        sum += sample.latency;
        bytes += sample.bodyBytes;
    }
    const auto count = static_cast<double>(sorted.size());
    const double average = sorted.empty() ? 0 : seconds(sum) / count;
    std::string text =
        std::format("\nSummary:\n  Total:\t{:.4f} secs\n  Slowest:\t{:.4f} secs\n  Fastest:\t{:.4f} secs\n"
                    "  Average:\t{:.4f} secs\n  Requests/sec:\t{:.4f}\n  \n",
                    seconds(result.took), sorted.empty() ? 0 : seconds(sorted.back().latency),
                    sorted.empty() ? 0 : seconds(sorted.front().latency), average,
                    result.took > base::Duration::zero() ? count / seconds(result.took) : 0);
    if (bytes > 0)
        text +=
            std::format("  Total data:\t{} bytes\n  Size/request:\t{} bytes\n", bytes, bytes / sorted.size());
    return text;
}

std::string report(LoadResult result, const std::string &url, const std::string &method)
{
    std::vector<LoadSample> sorted = std::move(result.samples);
    std::ranges::stable_sort(sorted, {}, &LoadSample::latency);
    std::string text = summary(result, sorted);
    if (!sorted.empty()) {
        text += "\nResponse time histogram:\n" + histogram(sorted) + "\n\nLatency distribution:\n";
        for (const std::size_t percent : {10u, 25u, 50u, 75u, 90u, 95u, 99u})
            text += std::format("  {}% in {:.4f} secs\n", percent, seconds(latencyAt(sorted, percent)));
        base::Duration sum{};
        for (const LoadSample &sample : sorted)
            sum += sample.latency;
        text += "\nDetails (average, fastest, slowest):\n";
        for (const std::string_view part :
             {"DNS+dialup:", "DNS-lookup:", "req write:", "resp wait:", "resp read:"}) {
            const bool isWait = part == "resp wait:";
            text += std::format("  {}\t{:.4f} secs, {:.4f} secs, {:.4f} secs\n", part,
                                isWait ? seconds(sum) / static_cast<double>(sorted.size()) : 0,
                                isWait ? seconds(sorted.front().latency) : 0,
                                isWait ? seconds(sorted.back().latency) : 0);
        }
        std::map<int, std::size_t> statuses;
        for (const LoadSample &sample : sorted)
            ++statuses[sample.status];
        text += "\nStatus code distribution:\n";
        for (const auto &[status, count] : statuses)
            text += std::format("  [{}]\t{} responses\n", status, count);
    }
    if (!result.errors.empty()) {
        text += "\nError distribution:\n";
        std::string verb = method.empty() ? "GET" : method; // as Go's client names it: "Get", "Post"
        std::ranges::transform(verb.begin() + 1, verb.end(), verb.begin() + 1,
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        for (const auto &[error, count] : result.errors)
            text += std::format("  [{}]\t{} \"{}\": dial tcp: {}\n", count, verb, url, error);
    }
    return text + "\n";
}

std::string csv(const LoadResult &result)
{
    std::string text =
        "response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read,status-code,offset\n";
    for (const LoadSample &sample : result.samples)
        text += std::format("{:.4f},0.0000,0.0000,0.0000,{:.4f},0.0000,{},0.0000\n", seconds(sample.latency),
                            seconds(sample.latency), sample.status);
    return text;
}

} // namespace

client::Task<int> runHey(Process &process)
{
    HeyCall call = readHey(process.arguments);
    if (call.asksHelp) {
        process.print(kUsage);
        co_return 0;
    }
    if (!call.mistake.empty() || call.url.empty()) {
        process.complain(call.mistake + std::string(kUsage));
        co_return 1;
    }
    const auto url = parseUrl(call.url);
    if (!url || url->scheme == "https") {
        process.complain(url ? "hey: the Services of this cluster speak plain HTTP, not TLS: use http://" +
                                   url->authority() + "/\n"
                             : "hey: " + url.error().message + "\n");
        co_return 1;
    }
    call.plan.request = makeLoadRequest(*url, call.request, "hey");
    LoadResult result = co_await runLoad(process.services, call.plan);
    process.print(call.isCsv ? csv(result) : report(std::move(result), call.url, call.request.method));
    co_return 0;
}

} // namespace minato::shell
