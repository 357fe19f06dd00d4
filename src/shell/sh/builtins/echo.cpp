// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// echo and printf. As in dash, echo knows -n and always reads backslash escapes.
#include "shell/sh/builtins.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cinttypes>
#include <cstdlib>

namespace minato::shell {
namespace {

struct Escaped {
    std::string text;
    bool stops = false; ///< after \c
};

/// The value of up to `limit` octal digits at `at`, which moves behind them.
char readOctal(std::string_view text, std::size_t &at, std::size_t limit)
{
    unsigned value = 0;
    for (std::size_t i = 0; i < limit && at < text.size() && text[at] >= '0' && text[at] <= '7'; ++i)
        value = value * 8 + static_cast<unsigned>(text[at++] - '0');
    return static_cast<char>(value & 0xFFU);
}

/// `at` stands after the backslash; appends what the escape means. Unknown escapes stay as they are.
void appendEscape(std::string_view text, std::size_t &at, std::string &out)
{
    static constexpr std::string_view names = "abfnrtv\\";
    static constexpr std::string_view values = "\a\b\f\n\r\t\v\\";
    const std::size_t index = at < text.size() ? names.find(text[at]) : std::string_view::npos;
    if (index == std::string_view::npos) {
        out += '\\';
        return;
    }
    out += values[index];
    ++at;
}

/// The escapes of echo and of %b: also \c and \0ooo.
Escaped unescape(std::string_view text)
{
    Escaped result;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != '\\') {
            result.text += text[at++];
            continue;
        }
        ++at;
        if (at < text.size() && text[at] == 'c') {
            result.stops = true;
            return result;
        }
        if (at < text.size() && text[at] >= '0' && text[at] <= '7') {
            const bool hasZero = text[at] == '0';
            at += hasZero ? 1 : 0;
            result.text += readOctal(text, at, 3);
        } else {
            appendEscape(text, at, result.text);
        }
    }
    return result;
}

/// One run of printf: the format is used again until the arguments are.
class Printf {
public:
    Printf(BuiltinCall call, std::size_t format) : m_call(call), m_format(format), m_next(format + 1) {}

    int run()
    {
        const std::string &format = m_call.arguments[m_format];
        do {
            m_used = false;
            printOnce(format);
        } while (m_used && !m_stops && m_next < m_call.arguments.size());
        m_call.print(m_out);
        return m_status;
    }

private:
    void printOnce(std::string_view format)
    {
        for (std::size_t at = 0; at < format.size() && !m_stops;) {
            if (format[at] == '\\') {
                ++at;
                if (at < format.size() && format[at] >= '0' && format[at] <= '7')
                    m_out += readOctal(format, at, 3);
                else
                    appendEscape(format, at, m_out);
            } else if (format[at] != '%') {
                m_out += format[at++];
            } else if (format.substr(at).starts_with("%%")) {
                m_out += '%';
                at += 2;
            } else {
                at = printDirective(format, at);
            }
        }
    }

    std::string argument()
    {
        m_used = true;
        return m_next < m_call.arguments.size() ? m_call.arguments[m_next++] : std::string();
    }

    /// Copies flags, width and precision, with `*` filled in.
    std::size_t readSpec(std::string_view format, std::size_t at, std::string &spec)
    {
        const auto readDigits = [&] {
            if (at < format.size() && format[at] == '*') {
                ++at;
                spec += std::to_string(std::clamp<std::int64_t>(number(argument()), -4096, 4096));
                return;
            }
            std::string digits;
            while (at < format.size() && format[at] >= '0' && format[at] <= '9')
                digits += format[at++];
            spec += digits.size() > 4 ? "4096" : digits;
        };
        while (at < format.size() && std::string_view("-+ #0").contains(format[at]))
            spec += format[at++];
        readDigits();
        if (at < format.size() && format[at] == '.') {
            spec += format[at++];
            readDigits();
        }
        return at;
    }

    std::size_t printDirective(std::string_view format, std::size_t begin)
    {
        std::string spec = "%";
        const std::size_t at = readSpec(format, begin + 1, spec);
        const char kind = at < format.size() ? format[at] : '\0';
        if (kind == 's') {
            m_out += formatted(spec + "s", argument().c_str());
        } else if (kind == 'b') {
            const Escaped text = unescape(argument());
            m_out += spec == "%" ? text.text : formatted(spec + "s", text.text.c_str());
            m_stops = text.stops;
        } else if (kind == 'c') {
            m_out += argument().substr(0, 1);
        } else if (kind != '\0' && std::string_view("diouxX").contains(kind)) {
            m_out += formatted(spec + "j" + kind, static_cast<std::intmax_t>(number(argument())));
        } else if (kind != '\0' && std::string_view("eEfFgGaA").contains(kind)) {
            m_out += formatted(spec + kind, real(argument()));
        } else {
            m_status =
                m_call.complain(std::string(format.substr(begin, at - begin + 1)) + ": invalid directive", 2);
            m_stops = true;
            return format.size();
        }
        return at + 1;
    }

    template <class T>
    static std::string formatted(const std::string &spec, T value)
    {
        // The spec was put together by readSpec() and holds one directive for T.
        const int length = std::snprintf(nullptr, 0, spec.c_str(), value);
        std::string text(static_cast<std::size_t>(std::max(length, 0)) + 1, '\0');
        std::snprintf(text.data(), text.size(), spec.c_str(), value);
        text.pop_back();
        return text;
    }

    void checkEnd(const std::string &text, const char *end)
    {
        if (text.empty() || *end == '\0')
            return;
        m_status = m_call.complain(
            text + (end == text.c_str() ? ": expected numeric value" : ": not completely converted"));
    }

    std::int64_t number(const std::string &text)
    {
        if (text.size() > 1 && (text.front() == '"' || text.front() == '\''))
            return static_cast<unsigned char>(text[1]);
        char *end = nullptr;
        errno = 0;
        const std::int64_t value = std::strtoll(text.c_str(), &end, 0);
        checkEnd(text, end);
        if (errno == ERANGE)
            m_status = m_call.complain(text + ": Numerical result out of range");
        return value;
    }

    double real(const std::string &text)
    {
        if (text.size() > 1 && (text.front() == '"' || text.front() == '\''))
            return static_cast<unsigned char>(text[1]);
        char *end = nullptr;
        const double value = std::strtod(text.c_str(), &end);
        checkEnd(text, end);
        return value;
    }

    BuiltinCall m_call;
    std::string m_out;
    std::size_t m_format, m_next; ///< of the arguments
    bool m_used = false;
    bool m_stops = false;
    int m_status = 0;
};

} // namespace

client::Task<int> runEcho(BuiltinCall call)
{
    std::size_t first = 1;
    const bool hasNewline = call.arguments.size() < 2 || call.arguments[1] != "-n";
    if (!hasNewline)
        first = 2;
    std::string out;
    for (std::size_t i = first; i < call.arguments.size(); ++i) {
        const Escaped text = unescape(call.arguments[i]);
        out += (i > first ? " " : "") + text.text;
        if (text.stops) {
            call.print(out);
            co_return 0;
        }
    }
    call.print(out + (hasNewline ? "\n" : ""));
    co_return 0;
}

client::Task<int> runPrintf(BuiltinCall call)
{
    const std::string first = call.arguments.size() < 2 ? "" : call.arguments[1];
    if (first.size() > 1 && first[0] == '-' && first != "--") {
        call.environment.complain("printf: Illegal option -" + first.substr(1, 1));
        co_return 2;
    }
    const std::size_t format = first == "--" ? 2 : 1;
    if (call.arguments.size() <= format) {
        call.environment.complain("printf: usage: printf format [arg ...]");
        co_return 2;
    }
    co_return Printf(call, format).run();
}

} // namespace minato::shell
