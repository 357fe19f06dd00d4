// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/terminal_input.h"

namespace minato::shell {
namespace {

constexpr std::size_t kMostBytes = 4096;
constexpr char kCtrlC = 0x03, kCtrlD = 0x04, kBackspace = 0x08, kCtrlU = 0x15, kCtrlW = 0x17, kDelete = 0x7f;

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U;
}

} // namespace

void TerminalInput::eraseLast(Result &result)
{
    while (!m_line.empty() && isContinuation(m_line.back()))
        m_line.pop_back();
    if (m_line.empty())
        return;
    m_line.pop_back();
    result.echo += "\b \b";
}

void TerminalInput::takeKey(char key, Result &result)
{
    switch (key) {
    case '\r':
    case '\n':
        result.lines += m_line + "\n";
        result.echo += "\r\n";
        m_line.clear();
        return;
    case kBackspace:
    case kDelete:
        return eraseLast(result);
    case kCtrlU:
        while (!m_line.empty())
            eraseLast(result);
        return;
    case kCtrlW:
        while (!m_line.empty() && m_line.back() == ' ')
            eraseLast(result);
        while (!m_line.empty() && m_line.back() != ' ')
            eraseLast(result);
        return;
    case kCtrlC:
        result.isInterrupted = true;
        result.echo += "^C\r\n";
        m_line.clear();
        return;
    case kCtrlD:
        if (m_line.empty())
            result.isAtEnd = true;
        result.lines += m_line; // without its end: what has been typed so far
        m_line.clear();
        return;
    default:
        break;
    }
    if (m_line.size() >= kMostBytes)
        return;
    m_line += key;
    if (static_cast<unsigned char>(key) >= ' ' || key == '\t')
        result.echo += key;
    else
        result.echo.append("^").append(1, static_cast<char>(key + '@'));
}

TerminalInput::Result TerminalInput::take(std::string_view keys)
{
    Result result;
    for (const char key : keys)
        takeKey(key, result);
    return result;
}

std::string TerminalInput::onScreen(std::string_view text)
{
    std::string screen;
    for (const char c : text) {
        if (c == '\n')
            screen += '\r';
        screen += c;
    }
    return screen;
}

} // namespace minato::shell
