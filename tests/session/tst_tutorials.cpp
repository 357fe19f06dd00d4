// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"
#include "session/tutorial.h"
#include "support/test_registry.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

using namespace minato;
using namespace minato::session;
using namespace minato::tests;
using namespace std::chrono_literals;
using Kind = TerminalChunk::Kind;

namespace {

/// A lab whose terminal a reader types into.
class Reader {
public:
    explicit Reader(cluster::Topology topology)
        : m_session({.topology = std::move(topology)}, Session::Mode::Inline)
    {
        QObject::connect(&m_session, &Session::batchReady, &m_session, [this](const Batch &batch) {
            for (const TerminalChunk &chunk : batch.terminal)
                take(chunk);
        });
        m_session.open();
        m_session.runFor(40s);
    }
    /// Waits for what the line prints: until it has ended, asks for more, or stays silent (`kubectl proxy`).
    std::string type(const TutorialLine &line)
    {
        enter(line);
        for (int i = 0; i < 6000 && m_open[line.tab] && !m_asks[line.tab]; ++i) {
            if (i > 20 && line.tab != 0)
                break;
            m_session.runFor(50ms);
        }
        m_session.runFor(500ms);
        const std::string text = m_outputs[line.tab].back();
        if (line.tab == 0)
            m_session.runFor(45s); // the page is read on
        return text;
    }
    void enter(const TutorialLine &line)
    {
        // What goes to a program that asks is an output of its own, as that of a line is.
        m_session.send(RunLine{line.text, line.tab});
        m_open[line.tab] = true;
        m_asks[line.tab] = false;
    }
    void runFor(base::Duration time) { m_session.runFor(time); }
    /// What came after each line of a tab.
    const std::vector<std::string> &outputs(int tab) { return m_outputs[tab]; }

private:
    void take(const TerminalChunk &chunk)
    {
        auto &outputs = m_outputs[chunk.tab];
        if (chunk.kind == Kind::Entered || chunk.kind == Kind::Taken)
            outputs.emplace_back();
        m_asks[chunk.tab] = chunk.kind == Kind::Asking || (m_asks[chunk.tab] && chunk.kind == Kind::Hint);
        if (chunk.kind == Kind::Finished)
            m_open[chunk.tab] = false;
        if ((chunk.kind == Kind::Out || chunk.kind == Kind::Err) && !outputs.empty())
            outputs.back() += chunk.text;
    }

    Session m_session;
    std::map<int, std::vector<std::string>> m_outputs;
    std::map<int, bool> m_open, m_asks;
};

/// Empty: the output is as the line says.
QString complaint(const TutorialLine &line, const std::string &output, bool isPasted)
{
    const auto &patterns = isPasted && !line.pasted.empty() ? line.pasted : line.typed;
    QString text = QString::fromStdString(output);
    text.remove(QLatin1Char('\r'));
    for (const std::string &pattern : patterns) {
        const bool isNegated = pattern.starts_with('!');
        const QRegularExpression expression(QString::fromStdString(pattern.substr(isNegated ? 1 : 0)),
                                            QRegularExpression::DotMatchesEverythingOption);
        if (!expression.isValid() || expression.match(text).hasMatch() == isNegated)
            return QStringLiteral("$ %1\n%2\nis not: %3")
                .arg(QString::fromStdString(line.text), text, QString::fromStdString(pattern));
    }
    return {};
}

/// The first line of a page that prints something else; empty: none.
QString typePage(Reader &reader, const TutorialPage &page)
{
    for (const TutorialLine &line : page.lines) {
        const QString wrong = complaint(line, reader.type(line), false);
        if (!wrong.isEmpty())
            return QString::fromStdString(page.name) + QStringLiteral(": ") + wrong;
    }
    return {};
}

/// The same for lines that come all at once, as a pasted block does.
QString pastePage(Reader &reader, const TutorialPage &page)
{
    std::map<int, std::size_t> at;
    for (const TutorialLine &line : page.lines)
        at.try_emplace(line.tab, reader.outputs(line.tab).size());
    for (const TutorialLine &line : page.lines) {
        reader.enter(line);
        if (line.tab != 0)
            reader.runFor(1s); // it is another window
    }
    reader.runFor(5min);
    for (const TutorialLine &line : page.lines) {
        const auto &outputs = reader.outputs(line.tab);
        const std::size_t place = at[line.tab]++;
        if (place >= outputs.size())
            return QString::fromStdString(page.name + ": never ran: " + line.text);
        const QString wrong = complaint(line, outputs[place], true);
        if (!wrong.isEmpty())
            return QString::fromStdString(page.name) + QStringLiteral(", pasted: ") + wrong;
    }
    return {};
}

} // namespace

/// Every command line of the tutorials that readers come with works as it stands there.
class TestTutorials : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void kubernetesBasics_worksAsTyped()
    {
        Reader reader(cluster::Topology::empty(1));
        int lines = 0;
        for (const TutorialPage &page : kubernetesBasics()) {
            const QString wrong = typePage(reader, page);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
            lines += int(page.lines.size());
        }
        QVERIFY(lines > 80);
    }

    void kubernetesBasics_worksAsPagesThatArePasted()
    {
        Reader reader(cluster::Topology::empty(1));
        for (const TutorialPage &page : kubernetesBasics()) {
            const QString wrong = pastePage(reader, page);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        }
    }

    void chapter_worksAsTyped()
    {
        Reader reader(cluster::Topology::chapter());
        const QString wrong = typePage(reader, scaleChapter());
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void chapter_worksAsOneBlock()
    {
        Reader reader(cluster::Topology::chapter());
        const QString wrong = pastePage(reader, scaleChapter());
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
};

MINATO_TEST(TestTutorials)
#include "tst_tutorials.moc"
