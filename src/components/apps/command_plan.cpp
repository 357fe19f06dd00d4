// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/apps/command_plan.h"

#include <algorithm>
#include <charconv>

namespace minato::components {
namespace {

using Words = std::vector<std::string>;

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

bool isNamePart(char c)
{
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The value of the variable that a text begins with, which it loses; nothing when it is no plain variable.
std::optional<std::string> takeVariable(std::string_view &text, const Environment &environment)
{
    const bool isBraced = text.starts_with("${");
    const auto start = std::size_t(isBraced ? 2 : 1);
    auto end = start;
    while (end < text.size() && isNamePart(text[end]))
        ++end;
    const auto name = text.substr(start, end - start);
    if (name.empty() || (name[0] >= '0' && name[0] <= '9') ||
        (isBraced && !text.substr(end).starts_with('}')))
        return std::nullopt;
    text.remove_prefix(end + (isBraced ? 1 : 0));
    const auto variable = environment.find(name);
    return variable == environment.end() ? std::string() : variable->second;
}

/// The words of one simple command; quotes group, and variables become what they hold. Nothing when more is
/// to be expanded than these.
std::optional<Words> wordsOf(std::string_view text, const Environment &environment)
{
    Words words;
    std::string word;
    bool isWord = false;
    char quote = 0;
    while (!text.empty()) {
        if (text[0] == '$' && quote != '\'') {
            if (const auto value = takeVariable(text, environment)) {
                word += *value;
                isWord = isWord || quote != 0 || !value->empty();
                continue;
            }
            constexpr std::string_view kMore = "({?!#@*$-0123456789";
            if (text.size() > 1 && kMore.contains(text[1]))
                return std::nullopt;
        }
        const char c = text[0];
        text.remove_prefix(1);
        if (quote != 0 ? c == quote : c == '"' || c == '\'') {
            quote = quote != 0 ? '\0' : c;
            isWord = true;
        } else if (quote == 0 && isSpace(c)) {
            if (isWord)
                words.push_back(std::move(word));
            word.clear();
            isWord = false;
        } else {
            word += c;
            isWord = true;
        }
    }
    if (isWord)
        words.push_back(std::move(word));
    return words;
}

/// Simple commands between ; && and line ends. Nothing when there is more to the script than these.
std::optional<std::vector<Words>> commandsOf(std::string_view script, const Environment &environment)
{
    std::vector<Words> commands;
    std::string current;
    char quote = 0;
    bool isUnderstood = true;
    const auto finish = [&] {
        auto words = wordsOf(current, environment);
        isUnderstood = isUnderstood && words;
        if (words && !words->empty())
            commands.push_back(std::move(*words));
        current.clear();
    };
    for (std::size_t i = 0; i < script.size(); ++i) {
        const char c = script[i];
        if (quote != 0 || c == '"' || c == '\'') {
            quote = quote == 0 ? c : quote == c ? '\0' : quote;
            current += c;
        } else if (c == '|' || c == '<' || c == '`' || (c == '&' && !script.substr(i).starts_with("&&"))) {
            return std::nullopt;
        } else if (c == ';' || c == '\n' || c == '&') {
            i += c == '&' ? 1 : 0;
            finish();
        } else {
            current += c;
        }
    }
    finish();
    return quote == 0 && isUnderstood ? std::optional(std::move(commands)) : std::nullopt;
}

std::optional<base::Duration> sleepTime(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
    const double seconds = unit.empty() || unit == "s" ? 1
                           : unit == "m"               ? 60
                           : unit == "h"               ? 3600
                           : unit == "d"               ? 86400
                                                       : 0;
    constexpr double kMost = 1e8;
    if (error != std::errc() || seconds == 0 || number < 0 || number * seconds > kMost)
        return std::nullopt;
    return base::Duration(static_cast<std::int64_t>(number * seconds * 1e9));
}

/// Runs commands in thought.
class Planner {
public:
    /// False: not understood.
    bool run(const Words &words)
    {
        const std::string &name = words.front();
        m_status = 0;
        if (name == "sleep")
            return sleep(words);
        if (name == "echo")
            return echo(words);
        if (name == "exit")
            return exit(words);
        if (name == "touch" || name == "rm")
            return files(words);
        if (name == "false")
            m_status = 1;
        return name == "true" || name == "false" || name == ":" || name == "date" || name == "trap" ||
               name == "set";
    }
    /// A loop without end, or the end of the script.
    void runForEver() { m_isForEver = m_hasEnded = true; }
    [[nodiscard]] bool hasEnded() const { return m_hasEnded; }
    [[nodiscard]] CommandPlan take()
    {
        if (!m_isForEver)
            m_plan.lasts = m_now;
        m_plan.exitCode = m_status;
        return std::move(m_plan);
    }

private:
    bool sleep(const Words &words)
    {
        if (words.size() == 2 && (words[1] == "infinity" || words[1] == "inf")) {
            runForEver();
            return true;
        }
        const auto time = words.size() == 2 ? sleepTime(words[1]) : std::nullopt;
        m_now += time.value_or(base::Duration::zero());
        return time.has_value();
    }
    bool echo(const Words &words)
    {
        std::string text;
        for (std::size_t i = 1; i < words.size(); ++i)
            text += (i > 1 ? " " : "") + words[i];
        if (text.contains('>'))
            return false;
        m_plan.outputs.push_back({m_now, text + "\n"});
        return true;
    }
    bool exit(const Words &words)
    {
        m_hasEnded = true;
        if (words.size() < 2)
            return true;
        const auto &text = words[1];
        return std::from_chars(text.data(), text.data() + text.size(), m_status).ec == std::errc();
    }
    bool files(const Words &words)
    {
        for (std::size_t i = 1; i < words.size(); ++i) {
            if (words[i].starts_with('-'))
                continue;
            if (words[0] == "touch")
                m_plan.files.push_back({words[i], m_now, std::nullopt});
            for (auto &file : m_plan.files) {
                if (words[0] == "rm" && file.path == words[i] && !file.until)
                    file.until = m_now;
            }
        }
        return true;
    }

    CommandPlan m_plan;
    base::Duration m_now{};
    int m_status = 0;
    bool m_hasEnded = false, m_isForEver = false;
};

bool isShell(std::string_view name)
{
    const auto base = name.substr(name.rfind('/') + 1);
    return base == "sh" || base == "bash" || base == "ash";
}

} // namespace

std::optional<CommandPlan> CommandPlan::parse(const std::vector<std::string> &argv,
                                              const Environment &environment)
{
    if (argv.empty())
        return std::nullopt;
    std::optional<std::vector<Words>> commands{{argv}};
    if (isShell(argv[0]) && argv.size() >= 3 && argv[1].starts_with('-') && argv[1].ends_with('c'))
        commands = commandsOf(argv[2], environment);
    if (!commands)
        return std::nullopt;
    Planner planner;
    for (Words &words : *commands) {
        if (planner.hasEnded())
            break;
        if (words[0].starts_with("/bin/") || words[0].starts_with("/usr/bin/"))
            words[0].erase(0, words[0].rfind('/') + 1);
        if (words[0] == "while" && words.size() == 2 && (words[1] == "true" || words[1] == ":"))
            planner.runForEver();
        else if (!planner.run(words))
            return std::nullopt;
    }
    return planner.take();
}

std::vector<std::string> commandOf(const kube::Value &container, bool imageIsShell,
                                   const Environment &environment)
{
    std::vector<std::string> argv;
    for (const kube::Value &word : container["command"].items())
        argv.push_back(expanded(word.asString(), environment));
    if (argv.empty() && !imageIsShell)
        return argv;
    for (const kube::Value &word : container["args"].items())
        argv.push_back(expanded(word.asString(), environment));
    return argv;
}

} // namespace minato::components
