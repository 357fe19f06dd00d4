// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/go_format.h"
#include "kube/utf8.h"

#include <cstdlib>
#include <format>

namespace minato::kube {

/// Reads a Printf format: flags, `[n]` argument numbers, widths and precisions, verbs.
class FormatReader {
public:
    FormatReader(GoPrinter &printer, std::string_view format, std::span<const GoValue> arguments)
        : m_printer(printer), m_format(format), m_arguments(arguments)
    {
    }

    void run()
    {
        while (m_at < m_format.size() && !m_printer.isFull()) {
            const std::size_t percent = std::min(m_format.find('%', m_at), m_format.size());
            m_printer.write(m_format.substr(m_at, percent - m_at));
            m_at = percent + 1;
            if (percent < m_format.size() && !readDirective())
                break;
        }
        if (!m_isReordered && m_next < m_arguments.size())
            writeExtra();
    }

private:
    using Flags = GoPrinter::Flags;

    /// False when the format ends before a verb.
    bool readDirective()
    {
        m_printer.m_flags = {};
        m_hasGoodNumber = true;
        m_isAfterNumber = false;
        readFlags();
        readArgumentNumber();
        readWidth();
        readPrecision();
        if (!m_isAfterNumber)
            readArgumentNumber();
        if (m_at >= m_format.size()) {
            m_printer.write("%!(NOVERB)");
            return false;
        }
        const Rune verb = firstRune(m_format.substr(m_at));
        m_at += verb.size;
        writeVerb(verb.value);
        return true;
    }

    void readFlags()
    {
        for (; m_at < m_format.size(); ++m_at) {
            Flags &flags = m_printer.m_flags;
            switch (m_format[m_at]) {
            case '#':
                flags.sharp = true;
                break;
            case '0':
                flags.zero = true;
                break;
            case '+':
                flags.plus = true;
                break;
            case '-':
                flags.minus = true;
                break;
            case ' ':
                flags.space = true;
                break;
            default:
                return;
            }
        }
    }

    void readWidth()
    {
        Flags &flags = m_printer.m_flags;
        if (at('*')) {
            ++m_at;
            const auto width = integerArgument();
            flags.hasWidth = width.has_value();
            flags.width = std::abs(width.value_or(0));
            if (!width)
                m_printer.write("%!(BADWIDTH)");
            if (width.value_or(0) < 0) {
                flags.minus = true;
                flags.zero = false;
            }
            m_isAfterNumber = false;
            return;
        }
        const auto width = readNumber(m_format.size());
        flags.hasWidth = width.has_value();
        flags.width = width.value_or(0);
        if (m_isAfterNumber && width)
            m_hasGoodNumber = false; // "%[3]2d"
    }

    void readPrecision()
    {
        if (!at('.') || m_at + 1 >= m_format.size())
            return;
        ++m_at;
        if (m_isAfterNumber)
            m_hasGoodNumber = false; // "%[3].2d"
        readArgumentNumber();
        Flags &flags = m_printer.m_flags;
        if (at('*')) {
            ++m_at;
            const auto precision = integerArgument();
            flags.hasPrecision = precision.value_or(-1) >= 0;
            flags.precision = flags.hasPrecision ? *precision : 0;
            if (!flags.hasPrecision)
                m_printer.write("%!(BADPREC)");
            m_isAfterNumber = false;
            return;
        }
        flags.precision = readNumber(m_format.size()).value_or(0);
        flags.hasPrecision = true;
    }

    void writeVerb(char32_t verb)
    {
        std::string letter;
        appendRune(letter, verb);
        if (verb == '%') {
            m_printer.write("%");
        } else if (!m_hasGoodNumber) {
            m_printer.write(std::format("%!{}(BADINDEX)", letter));
        } else if (m_next >= m_arguments.size()) {
            m_printer.write(std::format("%!{}(MISSING)", letter));
        } else {
            Flags &flags = m_printer.m_flags;
            if (verb == 'v' || verb == 'w') {
                flags.goSyntax = std::exchange(flags.sharp, false);
                flags.plus = false; // %+v concerns structs only
            }
            m_printer.writeArgument(m_arguments[m_next++], verb);
        }
    }

    void writeExtra()
    {
        m_printer.m_flags = {};
        m_printer.write("%!(EXTRA ");
        for (std::size_t i = m_next; i < m_arguments.size(); ++i) {
            const GoValue &value = m_arguments[i];
            if (i > m_next)
                m_printer.write(", ");
            m_printer.write(value.typeName());
            if (value.hasValue()) {
                m_printer.write("=");
                m_printer.writeArgument(value, 'v');
            }
        }
        m_printer.write(")");
    }

    [[nodiscard]] bool at(char c) const { return m_at < m_format.size() && m_format[m_at] == c; }

    static bool isTooLarge(std::int64_t number) { return number > 1000000 || number < -1000000; }

    /// A number that is far too large swallows the rest up to `end`, as in Go.
    std::optional<int> readNumber(std::size_t end)
    {
        std::optional<int> number;
        for (; m_at < end && m_format[m_at] >= '0' && m_format[m_at] <= '9'; ++m_at) {
            if (isTooLarge(number.value_or(0))) {
                m_at = end;
                return std::nullopt;
            }
            number = number.value_or(0) * 10 + (m_format[m_at] - '0');
        }
        return number;
    }

    std::optional<int> integerArgument()
    {
        if (m_next >= m_arguments.size())
            return std::nullopt;
        const GoValue &value = m_arguments[m_next++];
        const std::int64_t number = value.data.asInt();
        if (!value.isInteger() || isTooLarge(number))
            return std::nullopt;
        return static_cast<int>(number);
    }

    /// `[n]`, counted from 1. Without a closing bracket only the opening one is skipped.
    void readArgumentNumber()
    {
        m_isAfterNumber = false;
        if (!at('['))
            return;
        m_isReordered = true;
        const std::size_t close = m_format.size() - m_at < 3 ? m_format.npos : m_format.find(']', m_at + 1);
        if (close == m_format.npos) {
            ++m_at;
            m_hasGoodNumber = false;
            return;
        }
        ++m_at;
        const auto number = readNumber(close);
        const bool isWhole = number && m_at == close;
        m_at = close + 1;
        m_isAfterNumber = isWhole;
        if (isWhole && *number >= 1 && static_cast<std::size_t>(*number) <= m_arguments.size())
            m_next = static_cast<std::size_t>(*number) - 1;
        else
            m_hasGoodNumber = false;
    }

    GoPrinter &m_printer;
    std::string_view m_format;
    std::span<const GoValue> m_arguments;
    std::size_t m_at = 0;
    std::size_t m_next = 0; ///< argument of the next verb
    bool m_isReordered = false;
    bool m_hasGoodNumber = true;
    bool m_isAfterNumber = false;
};

void GoPrinter::printFormatted(std::string_view format, std::span<const GoValue> values)
{
    FormatReader(*this, format, values).run();
}

} // namespace minato::kube
