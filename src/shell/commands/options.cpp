// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/options.h"

#include <algorithm>

namespace minato::shell {

Options::Options(const Process &process, std::string_view letters, std::vector<Long> longNames)
{
    const auto &arguments = process.arguments;
    for (std::size_t at = 1; at < arguments.size() && m_mistake.empty(); ++at) {
        const std::string &word = arguments[at];
        if (word == "--") {
            m_operands.insert(m_operands.end(), arguments.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                              arguments.end());
            return;
        }
        if (word.starts_with("--"))
            readLong(arguments, at, letters, longNames);
        else if (word.size() > 1 && word.front() == '-')
            readCluster(arguments, at, letters);
        else
            m_operands.push_back(word);
    }
}

void Options::readCluster(const std::vector<std::string> &arguments, std::size_t &at,
                          std::string_view letters)
{
    const std::string word = arguments[at];
    for (std::size_t i = 1; i < word.size(); ++i) {
        const std::size_t known = word[i] == ':' ? std::string_view::npos : letters.find(word[i]);
        if (known == std::string_view::npos) {
            m_mistake = std::string("invalid option -- '") + word[i] + "'";
            return;
        }
        const bool takesValue = known + 1 < letters.size() && letters[known + 1] == ':';
        if (!takesValue) {
            m_values[word[i]].emplace_back();
            continue;
        }
        if (i + 1 < word.size()) {
            m_values[word[i]].push_back(word.substr(i + 1));
        } else if (at + 1 < arguments.size()) {
            m_values[word[i]].push_back(arguments[++at]);
        } else {
            m_mistake = std::string("option requires an argument -- '") + word[i] + "'";
        }
        return;
    }
}

void Options::readLong(const std::vector<std::string> &arguments, std::size_t &at, std::string_view letters,
                       const std::vector<Long> &longNames)
{
    const std::string word = arguments[at];
    const std::size_t equals = std::min(word.find('='), word.size());
    const std::string name = word.substr(2, equals - 2);
    const auto known = std::ranges::find(longNames, name, &Long::name);
    if (known == longNames.end()) {
        m_mistake = "unrecognized option '" + word.substr(0, equals) + "'";
        return;
    }
    const std::size_t letter = letters.find(known->letter);
    const bool takesValue =
        letter != std::string_view::npos && letter + 1 < letters.size() && letters[letter + 1] == ':';
    if (takesValue && equals == word.size() && at + 1 == arguments.size())
        m_mistake = "option '" + word + "' requires an argument";
    else if (takesValue)
        m_values[known->letter].push_back(equals < word.size() ? word.substr(equals + 1) : arguments[++at]);
    else
        m_values[known->letter].emplace_back();
}

std::string Options::value(char letter) const
{
    const auto found = m_values.find(letter);
    return found == m_values.end() ? std::string() : found->second.back();
}

const std::vector<std::string> &Options::values(char letter) const
{
    static const std::vector<std::string> none;
    const auto found = m_values.find(letter);
    return found == m_values.end() ? none : found->second;
}

int Options::complain(const Process &process, int status) const
{
    process.complain(process.name() + ": " + m_mistake + "\nTry '" + process.name() +
                     " --help' for more information.\n");
    return status;
}

InPtr openQuietly(const Process &process, const std::string &path)
{
    if (path == "-" || path == "/dev/stdin")
        return process.in;
    auto text = process.services.files.read(Files::resolve(path, process.folder), path);
    return text ? std::make_shared<TextInput>(std::move(*text)) : nullptr;
}

InPtr openInput(const Process &process, const std::string &path)
{
    if (path == "-" || path == "/dev/stdin")
        return process.in;
    auto text = process.services.files.read(Files::resolve(path, process.folder), path);
    if (text)
        return std::make_shared<TextInput>(std::move(*text));
    std::string what = path + ": " + text.error();
    if (process.name() == "head" || process.name() == "tail")
        what = "cannot open '" + path + "' for reading: " + text.error();
    else if (process.name() == "sort")
        what = "cannot read: " + what;
    process.complain(process.name() + ": " + what + "\n");
    return nullptr;
}

std::vector<std::string> filesOrInput(const Options &options)
{
    return options.operands().empty() ? std::vector<std::string>{"-"} : options.operands();
}

client::Task<int> mapLines(Process &process, std::vector<std::string> files,
                           std::move_only_function<std::optional<std::string>(const Line &line)> map)
{
    int status = 0;
    for (const std::string &name : files) {
        const InPtr in = openInput(process, name);
        if (!in) {
            status = 1;
            continue;
        }
        for (;;) {
            const auto line = co_await in->readLine();
            if (!line)
                break;
            if (const auto text = map(*line))
                process.print(*text);
            co_await drain(process.out);
        }
    }
    co_return status;
}

} // namespace minato::shell
