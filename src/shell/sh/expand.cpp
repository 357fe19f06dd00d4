// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sh/expand.h"

#include "shell/sh/arithmetic.h"
#include "shell/sh/interpreter.h"

#include <algorithm>
#include <charconv>

namespace minato::shell {
namespace {

std::string optionLetters(const ShellOptions &options)
{
    std::string letters;
    for (const auto &[isOn, letter] :
         {std::pair(options.exitsOnError, 'e'), std::pair(options.ignoresGlobs, 'f'),
          std::pair(options.refusesUnset, 'u'), std::pair(options.traces, 'x')})
        if (isOn)
            letters += letter;
    return letters;
}

std::string join(const std::vector<std::string> &parts, std::string_view separator)
{
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0)
            text += separator;
        text += parts[i];
    }
    return text;
}

/// What "$*" puts between: the first character of IFS.
std::string firstSeparator(const Environment &environment)
{
    const std::string *separators = environment.find("IFS");
    return separators ? separators->substr(0, 1) : " ";
}

} // namespace

client::Task<std::vector<std::string>> Expander::arguments(const std::vector<Word> &words)
{
    std::vector<std::string> result;
    for (const Word &word : words) {
        Fields fields(1);
        co_await append(word, fields, false);
        if (!m_environment.goesOn())
            co_return result;
        Fields parts;
        for (const MarkedText &field : fields)
            split(field, parts);
        for (const MarkedText &part : parts)
            expandFileNames(part, result);
    }
    co_return result;
}

client::Task<std::string> Expander::text(const Word &word, bool isAssignment)
{
    Fields fields(1);
    co_await append(word, fields, false, isAssignment);
    std::string result;
    for (std::size_t i = 0; i < fields.size(); ++i)
        result += (i > 0 ? " " : "") + fields[i].text;
    co_return result;
}

client::Task<MarkedText> Expander::pattern(const Word &word)
{
    Fields fields(1);
    co_await append(word, fields, false);
    MarkedText result;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        result.append(i > 0 ? " " : "", MarkedText::kQuoted);
        result.text += fields[i].text;
        result.marks += fields[i].marks;
    }
    co_return result;
}

client::Task<void> Expander::append(const Word &word, Fields &fields, bool isOperand, bool isAssignment)
{
    for (std::size_t i = 0; i < word.parts.size() && m_environment.goesOn(); ++i) {
        const WordPart &part = word.parts[i];
        switch (part.kind) {
        case WordPart::Kind::Literal:
            if (part.isQuoted) {
                appendValue(part.text, true, fields);
            } else {
                const std::string text = expandTildes(word, i, isAssignment);
                fields.back().append(text, isOperand ? MarkedText::kExpanded : MarkedText::kLiteral);
            }
            break;
        case WordPart::Kind::Parameter:
            co_await appendParameter(part, fields);
            break;
        case WordPart::Kind::Arithmetic:
            co_await appendArithmetic(part, fields);
            break;
        case WordPart::Kind::Command: {
            const std::string output = co_await m_interpreter.capture(part.commands, m_environment);
            appendValue(output, part.isQuoted, fields);
            break;
        }
        }
    }
}

void Expander::appendValue(std::string_view value, bool isQuoted, Fields &fields)
{
    if (value.size() > kMostText - m_size) {
        m_environment.fail("Out of space");
        return;
    }
    m_size += value.size();
    fields.back().append(value, isQuoted ? MarkedText::kQuoted : MarkedText::kExpanded);
    fields.back().isKept |= isQuoted;
}

client::Task<void> Expander::appendParameter(const WordPart &part, Fields &fields)
{
    if (part.op == "bad") {
        m_environment.fail("Bad substitution");
        co_return;
    }
    if (!part.op.empty() && part.op != "length") {
        co_await appendOperand(part, fields);
        co_return;
    }
    if (part.op.empty() && (part.text == "@" || part.text == "*")) {
        appendPositional(part, fields);
        co_return;
    }
    std::string storage;
    const std::string *value = lookUp(part.text, storage);
    if (!value && m_environment.options.refusesUnset) {
        m_environment.fail(part.text + ": parameter not set");
        co_return;
    }
    const std::string text = value ? *value : std::string();
    appendValue(part.op == "length" ? std::to_string(text.size()) : text, part.isQuoted, fields);
}

void Expander::appendPositional(const WordPart &part, Fields &fields)
{
    const auto &values = m_environment.positional;
    if (part.isQuoted && part.text == "*") {
        appendValue(join(values, firstSeparator(m_environment)), true, fields);
        return;
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0)
            fields.emplace_back();
        appendValue(values[i], part.isQuoted, fields);
    }
}

client::Task<void> Expander::appendOperand(const WordPart &part, Fields &fields)
{
    std::string storage;
    const std::string *found = lookUp(part.text, storage);
    const bool isMissing = !found || (part.op.front() == ':' && found->empty());
    const std::string value = found ? *found : std::string();
    const char op = part.op.back();
    if (op == '#' || op == '%') {
        const MarkedText removed = co_await pattern(*part.operand);
        appendValue(removePattern(value, removed, part.op), part.isQuoted, fields);
    } else if ((op == '+') != isMissing && op != '+') {
        appendValue("", part.isQuoted, fields);
        if (op == '-') {
            co_await append(*part.operand, fields, true);
        } else {
            const std::string operand = co_await text(*part.operand);
            if (op == '?') {
                const bool isDefault = operand.empty();
                const std::string_view reason =
                    part.op.size() == 2 ? "parameter not set or null" : "parameter not set";
                m_environment.fail(part.text + ": " + (isDefault ? std::string(reason) : operand));
            } else if (m_environment.goesOn() && m_environment.set(part.text, operand)) {
                appendValue(operand, part.isQuoted, fields);
            }
        }
    } else if (op == '+') {
        appendValue("", part.isQuoted, fields);
        if (!isMissing)
            co_await append(*part.operand, fields, true);
    } else if (part.text == "@" || part.text == "*") {
        appendPositional(part, fields);
    } else {
        appendValue(value, part.isQuoted, fields);
    }
}

client::Task<void> Expander::appendArithmetic(const WordPart &part, Fields &fields)
{
    const std::string expression = co_await text(*part.operand);
    if (!m_environment.goesOn())
        co_return;
    Environment &environment = m_environment;
    const ArithmeticVariables variables{
        .get = [&environment](std::string_view name) { return environment.get(name); },
        .set = [&environment](std::string_view name,
                              std::int64_t value) { environment.set(name, std::to_string(value)); }};
    const auto value = evaluateArithmetic(expression, variables);
    if (!value)
        m_environment.fail(value.error());
    else
        appendValue(std::to_string(*value), part.isQuoted, fields);
}

const std::string *Expander::lookUp(const std::string &name, std::string &storage) const
{
    const auto given = [&storage](std::string text) {
        storage = std::move(text);
        return &storage;
    };
    const char first = name.front();
    if (first >= '0' && first <= '9') {
        std::size_t index = 0;
        std::from_chars(name.data(), name.data() + name.size(), index);
        if (index == 0)
            return given(m_environment.shellName);
        return index <= m_environment.positional.size() ? &m_environment.positional[index - 1] : nullptr;
    }
    switch (first) {
    case '?':
        return given(std::to_string(m_environment.status));
    case '$':
        return given(std::string(kShellProcessId));
    case '#':
        return given(std::to_string(m_environment.positional.size()));
    case '-':
        return given(optionLetters(m_environment.options));
    case '!':
        return m_environment.lastBackgroundId == 0 ? nullptr
                                                   : given(std::to_string(m_environment.lastBackgroundId));
    case '@':
    case '*':
        return m_environment.positional.empty()
                   ? nullptr
                   : given(join(m_environment.positional, firstSeparator(m_environment)));
    default:
        return m_environment.find(name);
    }
}

/// The text of a part of a word with the home folder for "~", at its beginning and, in assignments, behind colons.
std::string Expander::expandTildes(const Word &word, std::size_t index, bool isAssignment) const
{
    const std::string &text = word.parts[index].text;
    const std::string *home = m_environment.find("HOME");
    if (!home || !text.contains('~'))
        return text;
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool isStart = at == 0 ? index == 0 : isAssignment && text[at - 1] == ':';
        const bool isEnd = at + 1 == text.size()
                               ? index + 1 == word.parts.size()
                               : text[at + 1] == '/' || (isAssignment && text[at + 1] == ':');
        if (text[at] == '~' && isStart && isEnd)
            result += *home;
        else
            result += text[at];
    }
    return result;
}

void Expander::split(const MarkedText &field, Fields &result) const
{
    const std::string *given = m_environment.find("IFS");
    const std::string separators = given ? *given : " \t\n";
    const auto isSeparator = [&](std::size_t i) {
        return i < field.text.size() && field.marks[i] == MarkedText::kExpanded &&
               separators.contains(field.text[i]);
    };
    const auto isBlank = [&](std::size_t i) {
        return isSeparator(i) && std::string_view(" \t\n").contains(field.text[i]);
    };
    const std::size_t before = result.size();
    std::size_t i = 0;
    while (isBlank(i))
        ++i;
    while (i < field.text.size()) {
        const std::size_t begin = i;
        while (i < field.text.size() && !isSeparator(i))
            ++i;
        result.push_back({field.text.substr(begin, i - begin), field.marks.substr(begin, i - begin)});
        while (isBlank(i))
            ++i;
        if (isSeparator(i) && !isBlank(i))
            ++i;
        while (isBlank(i))
            ++i;
    }
    if (result.size() == before && field.isKept)
        result.emplace_back();
}

void Expander::expandFileNames(const MarkedText &field, std::vector<std::string> &result) const
{
    const std::size_t before = result.size();
    if (!m_environment.options.ignoresGlobs && hasPattern(field))
        matchPath("", field, result);
    if (result.size() == before)
        result.push_back(field.text);
}

/// Adds the paths that begin with `prefix` (which exists) and go on as the pattern `rest`.
void Expander::matchPath(const std::string &prefix, const MarkedText &rest,
                         std::vector<std::string> &result) const
{
    const Files &files = m_interpreter.services().files;
    std::size_t slash = 0;
    while (slash < rest.text.size() && rest.text[slash] == '/')
        ++slash;
    const std::string folder = prefix + rest.text.substr(0, slash);
    const std::size_t end = std::min(rest.text.find('/', slash), rest.text.size());
    const MarkedText name{rest.text.substr(slash, end - slash), rest.marks.substr(slash, end - slash)};
    const MarkedText behind{rest.text.substr(end), rest.marks.substr(end)};
    const auto goOn = [&](const std::string &path) {
        const std::string absolute = Files::resolve(path, m_environment.folder);
        if (behind.text.empty() ? files.exists(absolute) : files.isFolder(absolute))
            behind.text.empty() ? result.push_back(path) : matchPath(path, behind, result);
    };
    if (name.text.empty()) {
        if (files.isFolder(Files::resolve(folder, m_environment.folder)))
            result.push_back(folder);
    } else if (!hasPattern(name)) {
        goOn(folder + name.text);
    } else {
        for (const std::string &file : files.list(Files::resolve(folder, m_environment.folder)))
            if ((file.front() != '.' || name.text.starts_with('.')) && matchesPattern(name, file))
                goOn(folder + file);
    }
}

} // namespace minato::shell
