// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/awk/format.h"

#include "shell/commands/utf8.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace minato::shell::awk {
namespace {

constexpr int kMostWidth = 4096;

struct Directive {
    std::string flags;
    int width = 0;
    int precision = -1;
    char kind = 0;

    [[nodiscard]] bool isLeft() const { return flags.contains('-'); }
    [[nodiscard]] std::string spec(std::string_view conversion) const
    {
        std::string text = "%" + flags;
        if (width > 0)
            text += std::to_string(width);
        if (precision >= 0)
            text += "." + std::to_string(precision);
        return text.append(conversion);
    }
};

template <class T>
std::string print(const std::string &spec, T value)
{
    const int length = std::snprintf(nullptr, 0, spec.c_str(), value);
    std::string text(static_cast<std::size_t>(std::max(length, 0)) + 1, '\0');
    std::snprintf(text.data(), text.size(), spec.c_str(), value);
    text.pop_back();
    return text;
}

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// Cut to the precision and padded to the width, in characters.
std::string padded(std::string text, const Directive &directive)
{
    if (directive.precision >= 0) {
        std::size_t at = 0;
        for (int i = 0; i < directive.precision && at < text.size(); ++i)
            takeCharacter(text, at);
        text.resize(at);
    }
    const std::size_t length = characters(text),
                      width = static_cast<std::size_t>(std::max(directive.width, 0));
    if (length >= width)
        return text;
    const std::string blanks(width - length, ' ');
    return directive.isLeft() ? text + blanks : blanks + text;
}

class Formatter {
public:
    Formatter(std::string_view format, const std::vector<Cell> &arguments, const std::string &convfmt)
        : m_format(format), m_arguments(arguments), m_convfmt(convfmt)
    {
    }

    std::string run()
    {
        std::string out;
        while (m_at < m_format.size()) {
            if (m_format[m_at] != '%') {
                out += m_format[m_at++];
            } else if (m_format.substr(m_at).starts_with("%%")) {
                out += '%';
                m_at += 2;
            } else {
                out += directive();
            }
        }
        return out;
    }

private:
    Cell argument() { return m_next < m_arguments.size() ? m_arguments[m_next++] : Cell(); }

    int number()
    {
        if (m_at < m_format.size() && m_format[m_at] == '*') {
            ++m_at;
            return static_cast<int>(std::clamp(argument().asNumber(), -1.0 * kMostWidth, 1.0 * kMostWidth));
        }
        int value = 0;
        for (; m_at < m_format.size() && m_format[m_at] >= '0' && m_format[m_at] <= '9'; ++m_at)
            value = std::min(value * 10 + (m_format[m_at] - '0'), kMostWidth);
        return value;
    }

    std::string directive()
    {
        const std::size_t begin = m_at++;
        Directive directive;
        while (m_at < m_format.size() && std::string_view("-+ #0").contains(m_format[m_at]))
            directive.flags += m_format[m_at++];
        directive.width = number();
        if (directive.width < 0) {
            directive.flags += '-';
            directive.width = -directive.width;
        }
        if (m_at < m_format.size() && m_format[m_at] == '.') {
            ++m_at;
            directive.precision = number();
        }
        while (m_at < m_format.size() && std::string_view("hlL").contains(m_format[m_at]))
            ++m_at;
        if (m_at == m_format.size())
            return std::string(m_format.substr(begin));
        directive.kind = m_format[m_at++];
        return value(directive, m_format.substr(begin, m_at - begin));
    }

    std::string value(const Directive &directive, std::string_view asWritten)
    {
        switch (directive.kind) {
        case 's':
            return padded(argument().asText(m_convfmt), directive);
        case 'c':
            return padded(character(argument()), directive);
        case 'd':
        case 'i':
            return whole(directive, "jd");
        case 'u':
        case 'o':
        case 'x':
        case 'X':
            return whole(directive, std::string("j") + directive.kind);
        case 'e':
        case 'E':
        case 'f':
        case 'F':
        case 'g':
        case 'G':
            return print(directive.spec(std::string(1, directive.kind)), argument().asNumber());
        default:
            return std::string(asWritten);
        }
    }

    std::string whole(const Directive &directive, const std::string &conversion)
    {
        const double number = argument().asNumber();
        if (std::isnan(number) || std::isinf(number))
            return padded(Cell::of(number).asText(m_convfmt),
                          {.flags = directive.flags, .width = directive.width});
        if (std::abs(number) >= 9.2e18)
            return print(Directive{directive.flags, directive.width, 0, 'f'}.spec("f"), number);
        return print(directive.spec(conversion), static_cast<std::intmax_t>(number));
    }

    std::string character(const Cell &cell) const
    {
        std::string text;
        if (cell.kind == Cell::Kind::Number) {
            appendCharacter(text, static_cast<char32_t>(std::clamp(cell.number, 0.0, 1114111.0)));
            return text;
        }
        std::size_t at = 0;
        text = cell.asText(m_convfmt);
        if (!text.empty())
            takeCharacter(text, at);
        return text.substr(0, at);
    }

    std::string_view m_format;
    const std::vector<Cell> &m_arguments;
    const std::string &m_convfmt;
    std::size_t m_at = 0, m_next = 0;
};

} // namespace

std::string formatted(std::string_view format, const std::vector<Cell> &arguments, const std::string &convfmt)
{
    return Formatter(format, arguments, convfmt).run();
}

} // namespace minato::shell::awk
