// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/curl_options.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace minato::shell {
namespace {

struct Option {
    char letter; ///< 0: only the long name
    std::string_view name;
    bool takesValue;
};

constexpr std::array kOptions{
    Option{'s', "silent", false},       Option{'S', "show-error", false},
    Option{'i', "include", false},      Option{'i', "show-headers", false},
    Option{'I', "head", false},         Option{'o', "output", true},
    Option{'O', "remote-name", false},  Option{'w', "write-out", true},
    Option{'m', "max-time", true},      Option{'v', "verbose", false},
    Option{'X', "request", true},       Option{'H', "header", true},
    Option{'d', "data", true},          Option{'f', "fail", false},
    Option{'L', "location", false},     Option{'k', "insecure", false},
    Option{'A', "user-agent", true},    Option{'h', "help", false},
    Option{'G', "get", false},          Option{'N', "no-buffer", false},
    Option{'4', "ipv4", false},         Option{'6', "ipv6", false},
    Option{'u', "user", true},          Option{'e', "referer", true},
    Option{'#', "progress-bar", false}, Option{'g', "globoff", false},
    Option{'0', "http1.0", false},      Option{'c', "connect-timeout", true},
    Option{'r', "url", true},           Option{0, "http1.1", false},
    Option{0, "data-raw", true},        Option{0, "data-binary", true},
    Option{0, "retry", true},           Option{0, "no-progress-meter", false},
    Option{0, "fail-with-body", false}, Option{0, "no-keepalive", false},
};

const Option *findShort(char letter)
{
    // -c and -r are other options in curl; the table uses them for long names only.
    if (letter == 'c' || letter == 'r')
        return nullptr;
    const auto found = std::ranges::find(kOptions, letter, &Option::letter);
    return found == kOptions.end() ? nullptr : &*found;
}

/// The option of that name, or of which it is an unambiguous beginning.
const Option *findLong(std::string_view name)
{
    const Option *candidate = nullptr;
    for (const Option &option : kOptions) {
        if (option.name == name)
            return &option;
        if (option.name.starts_with(name) && !name.empty())
            candidate = candidate ? &kOptions.back() + 1 : &option;
    }
    return candidate == &kOptions.back() + 1 ? nullptr : candidate;
}

std::string complaint(const std::string &text)
{
    return "curl: " + text + "\ncurl: try 'curl --help' or 'curl --manual' for more information\n";
}

/// Applies options to the result; throws the complaint.
class CurlParser {
public:
    explicit CurlParser(const Process &process) : m_process(process) {}

    CurlOptions run()
    {
        const auto &words = m_process.arguments;
        bool hasOptions = true;
        for (std::size_t at = 1; at < words.size(); ++at) {
            const std::string &word = words[at];
            if (word.empty())
                throw complaint("option : blank argument where content is expected");
            if (hasOptions && word == "--")
                hasOptions = false;
            else if (hasOptions && word.starts_with("--"))
                readLong(words, at);
            else if (hasOptions && word.size() > 1 && word.front() == '-')
                readCluster(words, at);
            else
                m_options.urls.push_back(word);
        }
        if (words.size() < 2)
            throw std::string("curl: try 'curl --help' or 'curl --manual' for more information\n");
        if (m_options.urls.empty() && !m_options.asksHelp)
            throw complaint("(2) no URL specified");
        if (m_namesRemote)
            for (const std::string &url : m_options.urls)
                m_options.outputs.push_back(
                    url.substr(url.rfind('/') == std::string::npos ? 0 : url.rfind('/') + 1));
        if (m_options.getsData && m_options.data) {
            for (std::string &url : m_options.urls)
                url += (url.contains('?') ? "&" : "?") + *m_options.data;
            m_options.data.reset();
        }
        return std::move(m_options);
    }

private:
    void readLong(const std::vector<std::string> &words, std::size_t &at)
    {
        const std::string shown = words[at];
        const Option *option = findLong(std::string_view(shown).substr(2));
        if (!option)
            throw complaint("option " + shown + ": is unknown");
        std::string value;
        if (option->takesValue) {
            if (at + 1 == words.size())
                throw complaint("option " + shown + ": requires parameter");
            value = words[++at];
        }
        apply(option->name, value, shown);
    }

    void readCluster(const std::vector<std::string> &words, std::size_t &at)
    {
        const std::string word = words[at];
        for (std::size_t i = 1; i < word.size(); ++i) {
            const Option *option = findShort(word[i]);
            if (!option)
                throw complaint("option -" + word.substr(i) + ": is unknown");
            if (!option->takesValue) {
                apply(option->name, "", "-" + word.substr(i, 1));
                continue;
            }
            std::string value = word.substr(i + 1);
            if (value.empty()) {
                if (at + 1 == words.size())
                    throw complaint("option -" + word.substr(i, 1) + ": requires parameter");
                value = words[++at];
            }
            apply(option->name, value, "-" + word.substr(i, 1));
            return;
        }
    }

    void apply(std::string_view name, const std::string &value, const std::string &shown)
    {
        CurlOptions &o = m_options;
        if (name == "silent")
            o.isSilent = true;
        else if (name == "show-error")
            o.showsErrors = true;
        else if (name == "include" || name == "show-headers")
            o.showsHeaders = true;
        else if (name == "head")
            o.asksHead = o.showsHeaders = true;
        else if (name == "verbose")
            o.isVerbose = true;
        else if (name == "fail")
            o.failsOnErrors = true;
        else if (name == "location")
            o.followsRedirects = true;
        else if (name == "help")
            o.asksHelp = true;
        else if (name == "get")
            o.getsData = true;
        else if (name == "remote-name")
            m_namesRemote = true;
        else if (name == "output")
            o.outputs.push_back(value);
        else if (name == "write-out")
            o.writeOut = value;
        else if (name == "request")
            o.method = value;
        else if (name == "url")
            o.urls.push_back(value);
        else if (name == "user-agent")
            o.headers.emplace_back("User-Agent", value);
        else if (name == "max-time" || name == "connect-timeout")
            setTime(value, shown);
        else if (name == "header")
            addHeader(value);
        else if (name.starts_with("data"))
            addData(value, name != "data-raw");
    }

    void setTime(const std::string &value, const std::string &shown)
    {
        char *end = nullptr;
        const double seconds = std::strtod(value.c_str(), &end);
        if (value.empty() || *end != '\0' || !std::isfinite(seconds) || seconds < 0)
            throw complaint("option " + shown + ": expected a proper numerical parameter");
        m_options.maxTime = base::Duration(static_cast<std::int64_t>(std::min(seconds, 1e9) * 1e9));
    }

    void addHeader(const std::string &value)
    {
        const std::size_t colon = value.find(':');
        if (colon == std::string::npos)
            return;
        const std::size_t begin = std::min(value.find_first_not_of(' ', colon + 1), value.size());
        m_options.headers.emplace_back(value.substr(0, colon), value.substr(begin));
    }

    void addData(const std::string &value, bool mayBeFile)
    {
        std::string text = value;
        if (mayBeFile && value.starts_with('@')) {
            const std::string path = value.substr(1);
            auto read = m_process.services.files.read(Files::resolve(path, m_process.folder), path);
            if (!read)
                throw complaint("Failed to open " + path);
            text = std::move(*read);
            std::erase_if(text, [](char c) { return c == '\n' || c == '\r'; });
        }
        m_options.data = m_options.data ? *m_options.data + "&" + text : text;
    }

    const Process &m_process;
    CurlOptions m_options;
    bool m_namesRemote = false;
};

} // namespace

std::expected<CurlOptions, std::string> CurlOptions::parse(const Process &process)
{
    try {
        return CurlParser(process).run();
    } catch (const std::string &text) {
        return std::unexpected(text);
    }
}

std::string CurlOptions::methodName() const
{
    if (!method.empty())
        return method;
    return asksHead ? "HEAD" : data ? "POST" : "GET";
}

std::string CurlOptions::helpText()
{
    return "Usage: curl [options...] <url>\n"
           " -d, --data <data>           HTTP POST data\n"
           " -f, --fail                  Fail on HTTP errors, print no body\n"
           " -h, --help                  This list\n"
           " -I, --head                  Ask for the headers only\n"
           " -H, --header <header>       Send this header as well\n"
           " -i, --show-headers          Show the headers of the answer\n"
           " -L, --location              Follow redirects\n"
           " -m, --max-time <seconds>    Give up after this time\n"
           " -o, --output <file>         Write the body to a file\n"
           " -s, --silent                Print no errors\n"
           " -S, --show-error            Print errors even with -s\n"
           " -v, --verbose               Show what is sent and received\n"
           " -w, --write-out <format>    Print about the transfer: %{http_code}, %{time_total}, ...\n"
           " -X, --request <method>      Use this method\n";
}

} // namespace minato::shell
