// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "differential/golden.h"

#include "kube/duration.h"

#include <QRegularExpression>

#include <algorithm>
#include <chrono>
#include <format>

namespace minato::tests {
namespace {

/// `text` with `prefix` before each line; a last line that does not end says so.
std::string prefixed(std::string_view prefix, std::string_view text)
{
    std::string all;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        all.append(prefix).append(text.substr(0, end));
        if (end == text.size())
            all += "\\";
        all += "\n";
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return all;
}

void addLine(std::string &text, std::string_view line)
{
    const bool isOpen = line.ends_with('\\');
    text.append(line.substr(0, line.size() - (isOpen ? 1 : 0)));
    if (!isOpen)
        text += '\n';
}

class GoldenReader {
public:
    void read(std::string_view line)
    {
        ++m_line;
        const std::string_view rest = line.substr(std::min<std::size_t>(2, line.size()));
        GoldenStep *last = m_golden.steps.empty() ? nullptr : &m_golden.steps.back();
        if (line.starts_with("$ ")) {
            m_next.command = rest;
            push();
        } else if (line.starts_with('@')) {
            directive(line);
        } else if (line.starts_with('#') || line.empty() || !last) {
            m_next.before.append(line).append("\n");
        } else if (line.starts_with("+ ")) {
            last->command.append("\n").append(rest);
        } else if (line.starts_with("! ")) {
            addLine(last->expected.err, rest);
        } else if (line.starts_with("= ")) {
            last->expected.status = std::stoi(std::string(rest));
        } else {
            addLine(last->expected.out, rest);
        }
    }
    Golden take()
    {
        m_golden.after = std::move(m_next.before);
        return std::move(m_golden);
    }

private:
    void push()
    {
        m_next.line = m_line;
        m_golden.steps.push_back(std::exchange(m_next, {}));
    }
    void directive(std::string_view line)
    {
        const std::size_t space = std::min(line.find(' '), line.size() - 1);
        m_next.duration = kube::parseGoDuration(line.substr(space + 1)).value_or(base::Duration::zero());
        m_next.kind = line.starts_with("@run")     ? GoldenStep::Kind::Run
                      : line.starts_with("@watch") ? GoldenStep::Kind::Watch
                                                   : GoldenStep::Kind::Live;
        if (m_next.kind == GoldenStep::Kind::Run)
            push();
    }

    Golden m_golden;
    GoldenStep m_next;
    int m_line = 0;
};

std::string seconds(base::Duration duration)
{
    return std::format("{}s", std::chrono::duration_cast<std::chrono::seconds>(duration).count());
}

std::string replaced(const std::string &text, const std::string &serverUrl)
{
    static const std::pair<QRegularExpression, QString> kChance[] = {
        {QRegularExpression(QStringLiteral("^([IWEF])\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d+ +\\d+ "),
                            QRegularExpression::MultilineOption),
         QStringLiteral("\\1 ")},
        // kubectl reckons ages by the wall, which is months ahead of the cluster's clock.
        {QRegularExpression(
             QStringLiteral(
                 "(^| +)(\\d+y)?\\d{2,4}d(\\d+h)?(?![0-9a-z-])( ago)?( \\(x\\d+ over [0-9a-z]+\\))? *"),
             QRegularExpression::MultilineOption),
         QStringLiteral(" AGE ")},
        // What is drawn by lot changes with every other draw before it.
        {QRegularExpression(QStringLiteral("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b")),
         QStringLiteral("UID")},
        {QRegularExpression(QStringLiteral("(resourceVersion: \"|Resource Version: +)\\d+")),
         QStringLiteral("\\1VERSION")},
        {QRegularExpression(QStringLiteral("(-[0-9a-f]{8,10})-[0-9a-z]{5}\\b")), QStringLiteral("\\1-xxxxx")},
        {QRegularExpression(QStringLiteral("\\b[0-9a-f]{64}\\b")), QStringLiteral("DIGEST")},
        {QRegularExpression(QStringLiteral("/tmp/(LIVE|MERGED)-\\d+")), QStringLiteral("/tmp/\\1")},
        {QRegularExpression(QStringLiteral("kubectl-edit-[a-z0-9-]+\\.yaml")),
         QStringLiteral("kubectl-edit.yaml")},
        {QRegularExpression(QStringLiteral("^(---|\\+\\+\\+) (\\S+)\\t.*$"),
                            QRegularExpression::MultilineOption),
         QStringLiteral("\\1 \\2")}};
    QString result = QString::fromStdString(text);
    result.replace(QString::fromStdString(serverUrl), QStringLiteral("http://SERVER"));
    for (const auto &[pattern, with] : kChance)
        result.replace(pattern, with);
    return result.toStdString();
}

} // namespace

Golden parseGolden(std::string_view text)
{
    GoldenReader reader;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        reader.read(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return reader.take();
}

std::string goldenText(const Golden &golden)
{
    std::string text;
    for (const GoldenStep &step : golden.steps) {
        text += step.before;
        if (step.kind == GoldenStep::Kind::Run) {
            text += std::format("@run {}\n", seconds(step.duration));
            continue;
        }
        if (step.kind == GoldenStep::Kind::Watch)
            text += std::format("@watch {}\n", seconds(step.duration));
        if (step.kind == GoldenStep::Kind::Live)
            text += "@live\n";
        std::string command = prefixed("+ ", step.command + "\n");
        command.replace(0, 1, "$");
        text += command + prefixed("  ", step.expected.out) + prefixed("! ", step.expected.err);
        if (step.expected.status != 0)
            text += std::format("= {}\n", step.expected.status);
    }
    return text + golden.after;
}

Outcome withoutChance(Outcome outcome, const std::string &serverUrl)
{
    return {.out = replaced(outcome.out, serverUrl),
            .err = replaced(outcome.err, serverUrl),
            .status = outcome.status};
}

} // namespace minato::tests
