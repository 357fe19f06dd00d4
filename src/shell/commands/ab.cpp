// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ab: sends load, and tells how it went.
//
// Mirrors   ApacheBench 2.3: options, report
// Differs   A reply is one moment here: connecting takes no time of its own. HTTP only.
#include "shell/commands/load_request.h"
#include "shell/commands/options.h"
#include "shell/commands/programs.h"
#include "shell/commands/running.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace minato::shell {
namespace {

constexpr std::string_view kBanner =
    "This is ApacheBench, Version 2.3 <$Revision: 1923142 $>\n"
    "Copyright 1996 Adam Twiss, Zeus Technology Ltd, http://www.zeustech.net/\n"
    "Licensed to The Apache Software Foundation, http://www.apache.org/\n\n";
constexpr std::string_view kUsage =
    "Usage: ab [options] [http[s]://]hostname[:port]/path\n"
    "Options are:\n"
    "    -n requests     Number of requests to perform\n"
    "    -c concurrency  Number of multiple requests to make at a time\n"
    "    -t timelimit    Seconds to max. to spend on benchmarking\n"
    "                    This implies -n 50000\n"
    "    -s timeout      Seconds to max. wait for each response\n"
    "                    Default is 30 seconds\n"
    "    -p postfile     File containing data to POST. Remember also to set -T\n"
    "    -T content-type Content-type header to use for POST/PUT data\n"
    "    -H attribute    Add Arbitrary header line, eg. 'Accept-Encoding: gzip'\n"
    "    -m method       Method name\n"
    "    -k              Use HTTP KeepAlive feature\n"
    "    -q              Do not show progress when doing more than 150 requests\n";

double milliseconds(base::Duration duration)
{
    return static_cast<double>(duration.count()) / 1e6;
}

struct Times {
    double least = 0, mean = 0, deviation = 0, median = 0, most = 0;
};

Times timesOf(const std::vector<LoadSample> &sorted)
{
    Times times;
    if (sorted.empty())
        return times;
    const auto count = static_cast<double>(sorted.size());
    for (const LoadSample &sample : sorted)
        times.mean += milliseconds(sample.latency) / count;
    for (const LoadSample &sample : sorted)
        times.deviation += std::pow(milliseconds(sample.latency) - times.mean, 2);
    times.deviation = sorted.size() > 1 ? std::sqrt(times.deviation / (count - 1)) : 0;
    const std::size_t middle = sorted.size() / 2;
    times.median =
        sorted.size() % 2 == 1
            ? milliseconds(sorted[middle].latency)
            : (milliseconds(sorted[middle - 1].latency) + milliseconds(sorted[middle].latency)) / 2;
    times.least = milliseconds(sorted.front().latency);
    times.most = milliseconds(sorted.back().latency);
    return times;
}

std::string timesLine(std::string_view name, const Times &times)
{
    return std::format("{:<14}{:>3.0f} {:>4.0f} {:>5.1f} {:>6.0f} {:>7.0f}\n", name, times.least, times.mean,
                       times.deviation, times.median, times.most);
}

struct Totals {
    std::size_t body = 0, all = 0, failed = 0, notOk = 0;
};

/// A reply of another length than the first one counts as failed, as ab has it.
Totals totalsOf(const std::vector<LoadSample> &samples)
{
    Totals totals;
    for (const LoadSample &sample : samples) {
        totals.body += sample.bodyBytes;
        totals.all += sample.bodyBytes + sample.headerBytes;
        totals.failed += sample.bodyBytes != samples.front().bodyBytes ? 1 : 0;
        totals.notOk += sample.status / 100 != 2 ? 1 : 0;
    }
    return totals;
}

std::string head(const LoadResult &result, const Url &url, const LoadPlan &plan, const Totals &totals,
                 bool isKept)
{
    const double seconds = static_cast<double>(result.took.count()) / 1e9;
    const auto count = static_cast<double>(result.samples.size());
    std::string text =
        std::format("Server Software:        {}\nServer Hostname:        {}\nServer Port:            {}\n\n"
                    "Document Path:          {}\nDocument Length:        {} bytes\n\n"
                    "Concurrency Level:      {}\nTime taken for tests:   {:.3f} seconds\n"
                    "Complete requests:      {}\nFailed requests:        {}\n",
                    "", url.host, url.port, url.path, result.samples.front().bodyBytes, plan.workers, seconds,
                    result.samples.size(), totals.failed);
    if (totals.failed > 0)
        text += std::format("   (Connect: 0, Receive: 0, Length: {}, Exceptions: 0)\n", totals.failed);
    if (totals.notOk > 0)
        text += std::format("Non-2xx responses:      {}\n", totals.notOk);
    if (isKept)
        text += std::format("Keep-Alive requests:    {}\n", result.samples.size());
    text += std::format("Total transferred:      {} bytes\nHTML transferred:       {} bytes\n", totals.all,
                        totals.body);
    if (seconds > 0)
        text += std::format("Requests per second:    {:.2f} [#/sec] (mean)\n"
                            "Time per request:       {:.3f} [ms] (mean)\n"
                            "Time per request:       {:.3f} [ms] (mean, across all concurrent requests)\n"
                            "Transfer rate:          {:.2f} [Kbytes/sec] received\n",
                            count / seconds, static_cast<double>(plan.workers) * seconds * 1000 / count,
                            seconds * 1000 / count, static_cast<double>(totals.all) / 1024 / seconds);
    return text;
}

std::string report(LoadResult result, const Url &url, const LoadPlan &plan, bool isKept)
{
    const Totals totals = totalsOf(result.samples);
    std::string text = "\n\n" + head(result, url, plan, totals, isKept);
    std::vector<LoadSample> sorted = std::move(result.samples);
    std::ranges::stable_sort(sorted, {}, &LoadSample::latency);
    const Times times = timesOf(sorted);
    text += "\nConnection Times (ms)\n              min  mean[+/-sd] median   max\n";
    text += timesLine("Connect:", {}) + timesLine("Processing:", times) + timesLine("Waiting:", times) +
            timesLine("Total:", times);
    if (sorted.size() < 2)
        return text;
    text += "\nPercentage of the requests served within a certain time (ms)\n";
    for (const std::size_t percent : {50u, 66u, 75u, 80u, 90u, 95u, 98u, 99u, 100u})
        text += std::format(" {:>3}%  {:>5.0f}{}\n", percent, milliseconds(latencyAt(sorted, percent)),
                            percent == 100 ? " (longest request)" : "");
    return text;
}

} // namespace

client::Task<int> runAb(Process &process)
{
    const Options options(process, "n:c:t:s:p:u:T:H:m:kqrhldSv:i");
    LoadPlan plan{
        .count = 1, .workers = 1, .keepsConnections = options.has('k'), .timeout = std::chrono::seconds(30)};
    LoadRequestOptions request{
        .method = options.value('m'), .contentType = options.value('T'), .userAgent = "ApacheBench/2.3"};
    if (!options.mistake().empty() || options.has('h') || options.operands().size() != 1) {
        process.complain((options.mistake().empty() ? "ab: wrong number of arguments\n"
                                                    : "ab: " + options.mistake() + "\n") +
                         std::string(kUsage));
        co_return 22;
    }
    if (options.has('t')) {
        plan.duration = parseInterval(options.value('t'));
        plan.count = 50000;
    }
    if (options.has('n'))
        plan.count = static_cast<std::size_t>(std::max(parseReal(options.value('n')).value_or(0), 0.0));
    if (options.has('c'))
        plan.workers = static_cast<std::size_t>(std::max(parseReal(options.value('c')).value_or(0), 0.0));
    if (options.has('s'))
        plan.timeout = parseInterval(options.value('s')).value_or(plan.timeout);
    const auto url = parseUrl(options.operands().front());
    const std::string &typed = options.operands().front();
    const std::size_t host = typed.find("://") == std::string::npos ? 0 : typed.find("://") + 3;
    std::string mistake;
    if (plan.count == 0)
        mistake = "Invalid number of requests\n";
    else if (plan.workers == 0 || plan.workers > 20000)
        mistake = "Invalid Concurrency [Range 1..20000]\n";
    else if (plan.workers > plan.count)
        mistake = "Cannot use concurrency level greater than total number of requests\n";
    else if (!url || !typed.substr(host).contains('/'))
        mistake = "invalid URL\n";
    else if (url->scheme == "https")
        mistake =
            "the Services of this cluster speak plain HTTP, not TLS: use http://" + url->authority() + "/\n";
    if (options.has('p')) {
        const auto text = process.services.files.read(Files::resolve(options.value('p'), process.folder),
                                                      options.value('p'));
        if (!text)
            mistake = "Could not open POST data file (" + options.value('p') + "): " + text.error() + "\n";
        request.body = text.value_or("");
        request.method = "POST";
    }
    for (const std::string &header : options.values('H'))
        if (auto parts = splitHeader(header))
            request.headers.push_back(std::move(*parts));
    if (!mistake.empty()) {
        process.complain("ab: " + mistake + std::string(kUsage));
        co_return 22;
    }
    plan.request = makeLoadRequest(*url, request, "ab");
    process.print(std::string(kBanner) + "Benchmarking " + url->host + " (be patient)...");
    LoadResult result = co_await runLoad(process.services, plan);
    if (result.samples.empty()) {
        const std::string why = result.errors.empty() ? "no answer" : result.errors.begin()->first;
        process.complain("\napr_socket_recv: " + why + "\n");
        co_return 1;
    }
    process.print("..done\n" + report(std::move(result), *url, plan, options.has('k')));
    co_return 0;
}

} // namespace minato::shell
