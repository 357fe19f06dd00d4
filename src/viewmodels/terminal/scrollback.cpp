// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/terminal/scrollback.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace minato::viewmodels {
namespace {

constexpr QChar kBetween(u'\n'); ///< the languages of a hint

QString gapText(const QString &count)
{
    //: A line of the terminal's scroll-back where older output was dropped. %1: how many lines.
    //% "… %1 earlier lines were dropped …"
    return qtTrId("terminal.dropped").arg(QLocale().toString(count.toLongLong()));
}

QString hintText(const QString &both)
{
    const bool isJapanese = QLocale().language() == QLocale::Japanese;
    //: A line below the output of a command that is out of date. %1: what one writes today.
    //% "Hint: %1"
    return kHintIndent + qtTrId("terminal.hint").arg(both.section(kBetween, isJapanese, isJapanese));
}

TerminalLine gapLine(qint64 lines)
{
    const QString count = QString::number(lines);
    return {.text = gapText(count), .kind = TerminalLine::Kind::Gap, .ink = Ink::Dim, .source = count};
}

} // namespace

void Scrollback::append(TerminalLine line)
{
    m_lines.push_back(std::move(line));
    if (qint64(m_lines.size()) > kMaxLines)
        dropOldest();
}

/// Some at a time, so that it is no work for each line.
void Scrollback::dropOldest()
{
    const auto count = static_cast<std::ptrdiff_t>(kMaxLines / 100);
    // The first line may be the count so far.
    for (auto line = m_lines.begin() + (m_dropped > 0); line != m_lines.begin() + count; ++line)
        m_dropped += line->kind == TerminalLine::Kind::Gap ? line->source.toLongLong() : 1;
    m_lines.erase(m_lines.begin(), m_lines.begin() + count - 1);
    m_first += count - 1;
    m_lines.front() = gapLine(m_dropped);
}

void Scrollback::addGap(qint64 lines)
{
    m_isLineOpen = false;
    append(gapLine(lines));
}

void Scrollback::addHint(const QString &english, const QString &japanese)
{
    m_isLineOpen = false;
    const QString both = english + kBetween + japanese;
    append({.text = hintText(both), .kind = TerminalLine::Kind::Hint, .ink = Ink::Hint, .source = both});
}

void Scrollback::retranslate()
{
    for (TerminalLine &line : m_lines) {
        if (line.kind == TerminalLine::Kind::Gap)
            line.text = gapText(line.source);
        else if (line.kind == TerminalLine::Kind::Hint)
            line.text = hintText(line.source);
    }
}

void Scrollback::clear()
{
    m_first = end();
    m_lines.clear();
    m_isLineOpen = false;
    m_screen = m_first;
    m_dropped = 0;
}

QString Scrollback::takeOpenLine()
{
    if (!m_isLineOpen || m_lines.empty())
        return {};
    const QString text = m_lines.back().text;
    eraseFrom(end() - 1);
    return text;
}

void Scrollback::eraseFrom(qint64 number)
{
    number = std::max(number, m_first);
    m_lines.erase(m_lines.begin() + static_cast<std::ptrdiff_t>(number - m_first), m_lines.end());
    m_erased = std::min(number, m_erased.value_or(number));
    m_isLineOpen = false;
    if (number == m_first)
        m_dropped = 0;
}

/// Does what an escape sequence says; how long it is. One that is not whole, or none that is known: just the
/// escape itself.
std::size_t Scrollback::escape(std::string_view text)
{
    if (text.size() < 3 || text[1] != '[')
        return 1;
    const std::size_t end = text.find_first_not_of("0123456789;?", 2);
    if (end == std::string_view::npos)
        return 1;
    if (text[end] == 'J') {
        const std::string_view what = text.substr(2, end - 2);
        if (what == "2")
            eraseFrom(m_screen);
        else if (what == "3")
            eraseFrom(m_first);
    }
    return end + 1;
}

void Scrollback::printPiece(std::string_view piece, Ink ink)
{
    if (!m_isLineOpen)
        append({.text = {}, .kind = TerminalLine::Kind::Output, .ink = ink});
    m_isLineOpen = true;
    TerminalLine &line = m_lines.back();
    if (std::exchange(m_isLineOver, false))
        line.text.clear();
    line.text +=
        QString::fromUtf8(piece.data(), qsizetype(piece.size())).replace(u'\t', QLatin1String("        "));
    if (ink != Ink::Plain)
        line.kind = TerminalLine::Kind::Own;
}

void Scrollback::print(std::string_view text, Ink ink)
{
    // Of a flood, what would be dropped at once is not even looked at.
    const auto lines = qint64(std::ranges::count(text, '\n'));
    if (lines > kMaxLines) {
        std::size_t at = 0;
        for (qint64 i = kMaxLines; i < lines; ++i)
            at = text.find('\n', at) + 1;
        text.remove_prefix(at);
        addGap(lines - kMaxLines);
    }
    while (!text.empty()) {
        const std::size_t size = std::min(text.find_first_of("\n\r\033"), text.size());
        if (size > 0)
            printPiece(text.substr(0, size), ink);
        text.remove_prefix(size);
        if (text.empty())
            break;
        if (text.front() == '\033') {
            text.remove_prefix(escape(text));
            continue;
        }
        if (text.front() == '\r') {
            m_isLineOver = m_isLineOpen;
        } else {
            if (!m_isLineOpen)
                append({.text = {}, .kind = TerminalLine::Kind::Output});
            m_isLineOpen = m_isLineOver = false;
        }
        text.remove_prefix(1);
    }
}

} // namespace minato::viewmodels
