// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/terminal/terminal_model.h"

#include "viewmodels/terminal/tab_completion.h"

#include <algorithm>
#include <utility>

namespace minato::viewmodels {
namespace {

using Kind = session::TerminalChunk::Kind;

/// Of questions to the backend: nobody else uses numbers from here on.
constexpr std::uint64_t kFirstId = 3'000'000, kIdsOfATab = 1'000'000;

constexpr QLatin1StringView kUser("minato"), kRest(":~$ "), kMore("> ");

/// A line with the prompt before it.
TerminalLine promptLine(const QString &prompt, const QString &text)
{
    TerminalLine line{.text = prompt + text};
    if (!prompt.startsWith(kUser)) {
        line.spans = {{0, int(prompt.size()), Ink::Dim}};
    } else {
        line.spans = {{0, int(kUser.size()), Ink::Prompt}, {int(kUser.size()), int(kRest.size()), Ink::Dim}};
    }
    return line;
}

/// Not all that goes to standard error is a fault.
Ink errorInk(std::string_view text)
{
    if (text.starts_with("Warning:"))
        return Ink::Waiting;
    return text.starts_with("No resources found") ? Ink::Dim : Ink::Error;
}

} // namespace

TerminalModel::TerminalModel(session::CommandSink commands, NeedsMore needsMore, int tab, QObject *parent)
    : QObject(parent),
      m_commands(std::move(commands)),
      m_needsMore(std::move(needsMore)),
      m_tab(tab),
      m_asked(kFirstId + kIdsOfATab * static_cast<std::uint64_t>(tab))
{
}

QString TerminalModel::prompt() const
{
    if (m_search.isOn()) {
        //: Before the line that is being typed, while Ctrl+R looks for an earlier one. %1: what is looked for.
        //% "(history: %1) "
        const QString found = qtTrId("terminal.search");
        //: As terminal.search, when no earlier line has the text.
        //% "(not in the history: %1) "
        const QString failed = qtTrId("terminal.search-failed");
        return (m_search.hasFailed() ? failed : found).arg(m_search.query());
    }
    if (m_isAsked)
        return m_question;
    return m_unfinished.isEmpty() ? QString(kUser) + kRest : QString(kMore);
}

int TerminalModel::inputStart() const
{
    return takesInput() ? int(prompt().size()) : 0;
}

TerminalLine TerminalModel::inputLine() const
{
    if (!takesInput())
        return {};
    QString text = m_editor.text();
    text.insert(m_editor.cursor(), m_preedit);
    TerminalLine line = promptLine(prompt(), text);
    if (!m_preedit.isEmpty())
        line.spans.push_back({inputStart() + m_editor.cursor(), int(m_preedit.size()), Ink::Preedit});
    return line;
}

QString TerminalModel::headerOf(qint64 number) const
{
    // So far up and no further: each line on the screen is asked about.
    static constexpr qint64 kFar = 3000;
    const qint64 end = std::max(firstLine(), number - kFar);
    for (; number >= end; --number) {
        const TerminalLine &here = line(number);
        if (here.kind != TerminalLine::Kind::Output || here.text.isEmpty())
            return {};
        if (isTableHeader(here.text))
            return here.text;
    }
    return {};
}

std::vector<TerminalLink> TerminalModel::linksIn(qint64 number) const
{
    if (!m_objects || number < firstLine() || number >= endLine() ||
        line(number).kind != TerminalLine::Kind::Output)
        return {};
    return viewmodels::linksIn(line(number).text, headerOf(number), *m_objects);
}

QString TerminalModel::lastOutput() const
{
    QStringList texts;
    for (qint64 i = std::max(firstLine(), endLine() - 12); i < endLine(); ++i)
        texts += line(i).kind == TerminalLine::Kind::Hint ? line(i).text.trimmed() : line(i).text;
    return texts.join(u'\n');
}

void TerminalModel::setPreedit(const QString &text)
{
    if (m_preedit == text)
        return;
    m_preedit = text;
    Q_EMIT changed();
}

void TerminalModel::echo(const QString &entered)
{
    m_text.closeLine();
    const QStringList lines = entered.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i)
        m_text.append(promptLine(i == 0 ? QString(kUser) + kRest : QString(kMore), lines[i]));
}

/// What a command asks stays on its line, with the answer behind it.
void TerminalModel::beginQuestion()
{
    if (std::exchange(m_isAsked, true))
        return;
    m_question = m_text.takeOpenLine();
}

void TerminalModel::endQuestion()
{
    if (std::exchange(m_isAsked, false) && !m_question.isEmpty())
        m_text.print(std::exchange(m_question, {}).toStdString(), Ink::Plain);
}

void TerminalModel::answer(const QString &line)
{
    ++m_running;
    m_commands(session::RunLine{line.toStdString(), m_tab});
    Q_EMIT changed();
}

bool TerminalModel::endInput()
{
    if (!m_isAsked || !m_editor.text().isEmpty())
        return false;
    m_commands(session::EndInput{m_tab});
    return true;
}

void TerminalModel::enter()
{
    const QString line = m_editor.takeLine();
    if (m_isAsked)
        return answer(line);
    const bool isAhead = isBusy(); // it is shown when its turn comes
    if (!isAhead)
        m_text.append(promptLine(prompt(), line));
    const QString whole = m_unfinished.isEmpty() ? line : m_unfinished + u'\n' + line;
    if (m_needsMore && m_needsMore(whole)) {
        m_unfinished = whole;
        m_isUnfinishedHidden |= isAhead;
        Q_EMIT changed();
        return;
    }
    m_unfinished.clear();
    m_isUnfinishedHidden = false;
    if (!isAhead)
        m_isEchoed = true;
    submit(whole);
}

void TerminalModel::submit(const QString &line)
{
    if (line.trimmed().isEmpty()) {
        m_isEchoed = false;
        Q_EMIT changed();
        return;
    }
    ++m_running;
    m_commands(session::RunLine{line.toStdString(), m_tab});
    if (m_running == 1)
        Q_EMIT busyChanged();
    Q_EMIT changed();
}

void TerminalModel::runCommands(const QString &text)
{
    QString construct;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        construct += construct.isEmpty() ? line : u'\n' + line;
        if (m_needsMore && m_needsMore(construct))
            continue;
        submitConstruct(construct);
        construct.clear();
    }
    if (!construct.isEmpty())
        submitConstruct(construct);
}

void TerminalModel::submitConstruct(const QString &text)
{
    m_editor.remember(text);
    if (!isBusy()) {
        m_unfinished.clear();
        echo(text);
        m_isEchoed = true;
    }
    submit(text);
}

void TerminalModel::cancel()
{
    m_preedit.clear();
    if (isSearching()) {
        endSearch(false);
        return;
    }
    if (isBusy()) {
        m_commands(session::CancelLine{m_tab});
        return;
    }
    m_text.append(promptLine(prompt(), m_editor.text() + QStringLiteral("^C")));
    m_text.closeLine();
    m_editor.setText({});
    m_unfinished.clear();
    m_isUnfinishedHidden = false;
    Q_EMIT changed();
}

void TerminalModel::clear()
{
    m_text.clear();
    m_find.update();
    Q_EMIT trimmed();
    Q_EMIT changed();
}

void TerminalModel::paste(const QString &text)
{
    QString clean = text;
    clean.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    const QStringList lines = clean.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        m_editor.insert(lines[i]);
        if (i + 1 < lines.size())
            enter();
    }
    Q_EMIT changed();
}

void TerminalModel::setHistory(HistoryFile file)
{
    for (const QString &entry : file.read())
        m_editor.remember(entry);
    setKeeper(std::move(file));
}

void TerminalModel::setKeeper(HistoryFile file)
{
    m_editor.setKeeper([file = std::move(file)](const QString &line) { file.append(line); });
}

bool TerminalModel::complete()
{
    const QString before = m_editor.text().left(m_editor.cursor());
    if (isBusy() || before.trimmed().isEmpty())
        return false;
    m_commands(session::CancelAsk{m_asked});
    m_completed = before;
    const QString whole = m_unfinished.isEmpty() ? before : m_unfinished + u'\n' + before;
    m_commands(session::Ask{++m_asked, session::CompleteLine{whole.toStdString(), m_tab}});
    return true;
}

void TerminalModel::takeCompletion(const shell::Completion &completion)
{
    if (isBusy() || m_editor.text().left(m_editor.cursor()) != m_completed)
        return; // typed on meanwhile
    shell::Completion here = completion;
    if (!m_unfinished.isEmpty()) {
        const std::size_t above = m_unfinished.toStdString().size() + 1;
        here.from = std::max(here.from, above) - above;
    }
    const TabEffect effect = tabEffect(m_completed, here);
    m_editor.replaceBefore(effect.from, effect.text);
    if (!effect.choices.isEmpty())
        showChoices(here);
    Q_EMIT changed();
}

void TerminalModel::showChoices(const shell::Completion &completion)
{
    m_text.append(promptLine(prompt(), m_editor.text()));
    const ChoiceLines choices = choiceLines(completion, m_columns);
    for (const QString &line : choices.lines)
        m_text.append({.text = line, .ink = Ink::Dim});
    if (choices.hidden > 0) {
        //: Below what Tab offers in the terminal. %1: how many more there are.
        //% "and %1 more"
        const QString more = qtTrId("terminal.more-choices").arg(choices.hidden);
        m_text.append({.text = more, .ink = Ink::Dim});
    }
    m_text.closeLine();
}

void TerminalModel::searchHistory()
{
    if (isBusy())
        return;
    if (m_search.isOn())
        m_search.older(m_editor.history());
    else
        m_search.begin(m_editor.text());
    showFound();
}

void TerminalModel::extendSearch(const QString &text)
{
    m_search.extend(text, m_editor.history());
    showFound();
}

void TerminalModel::shortenSearch()
{
    m_search.shorten(m_editor.history());
    showFound();
}

void TerminalModel::showFound()
{
    m_editor.setText(m_search.found());
    Q_EMIT changed();
}

void TerminalModel::endSearch(bool isAccepted)
{
    m_editor.setText(isAccepted ? m_search.found() : m_search.typedBefore());
    m_search.end();
    Q_EMIT changed();
}

void TerminalModel::apply(const session::Batch &batch)
{
    if (const auto answer = batch.answers.find(m_asked); answer != batch.answers.end())
        if (const auto *completion = std::get_if<shell::Completion>(&answer->second))
            takeCompletion(*completion);
    if (std::ranges::none_of(batch.terminal, [this](const auto &chunk) { return chunk.tab == m_tab; }))
        return;
    const bool wasBusy = isBusy();
    for (const auto &chunk : batch.terminal)
        if (chunk.tab == m_tab)
            take(chunk);
    if (!isBusy() && std::exchange(m_isUnfinishedHidden, false))
        echo(m_unfinished);
    if (const auto from = m_text.takeErased()) {
        m_find.cut(*from);
        Q_EMIT erased(*from);
    }
    m_find.update();
    if (wasBusy != isBusy())
        Q_EMIT busyChanged();
    Q_EMIT changed();
}

void TerminalModel::take(const session::TerminalChunk &chunk)
{
    if (chunk.kind != Kind::Asking)
        endQuestion();
    if (chunk.dropped > 0)
        m_text.addGap(qint64(chunk.dropped));
    switch (chunk.kind) {
    case Kind::Entered:
        if (!std::exchange(m_isEchoed, false))
            echo(QString::fromStdString(chunk.text));
        m_text.closeLine();
        m_text.beginScreen();
        break;
    case Kind::Out:
        m_text.print(chunk.text, Ink::Plain);
        break;
    case Kind::Err:
        m_text.print(chunk.text, errorInk(chunk.text));
        break;
    case Kind::Hint:
        m_text.addHint(QString::fromStdString(chunk.text), QString::fromStdString(chunk.japanese));
        break;
    case Kind::Asking:
        beginQuestion();
        break;
    case Kind::Taken:
        m_running = std::max(0, m_running - 1);
        break;
    case Kind::Finished:
        m_text.closeLine();
        m_running = std::max(0, m_running - 1);
        Q_EMIT commandFinished(chunk.exitStatus);
        break;
    }
}

void TerminalModel::retranslate()
{
    m_text.retranslate();
    m_find.retranslate();
    Q_EMIT trimmed();
    Q_EMIT changed();
}

} // namespace minato::viewmodels
