// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/exec_program.h"

#include <QProcessEnvironment>

#include <format>

namespace minato::remote {
namespace {

using Kind = Trouble::Kind;

constexpr qsizetype kLastWords = 300; ///< bytes of what a program complained

QProcessEnvironment environmentOf(const Access &access)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : access.user.exec->environment)
        environment.insert(QString::fromStdString(name), QString::fromStdString(value.expose()));
    environment.insert(QStringLiteral("KUBERNETES_EXEC_INFO"), QString::fromStdString(execInfoOf(access)));
    return environment;
}

} // namespace

ExecProgram::ExecProgram(const Access &access, std::chrono::milliseconds patience) : m_access(access)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { fail(Kind::ProgramTooSlow, m_access.user.exec->command); });
    connect(&m_process, &QProcess::errorOccurred, this, &ExecProgram::onError);
    connect(&m_process, &QProcess::finished, this, &ExecProgram::onFinished);
}

ExecProgram::~ExecProgram()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

void ExecProgram::start(Done done)
{
    m_done = std::move(done);
    const ExecPlugin &exec = *m_access.user.exec;
    if (exec.interactiveMode == "Always") {
        QTimer::singleShot(0, this, [this, &exec] { fail(Kind::ProgramWantsTerminal, exec.command); });
        return;
    }
    QStringList arguments;
    for (const std::string &argument : exec.args)
        arguments.push_back(QString::fromStdString(argument));
    m_process.setProcessEnvironment(environmentOf(m_access));
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_patience.start();
    // Posted, for a program that is not there is told of inside QProcess::start().
    QTimer::singleShot(0, this, [this, command = QString::fromStdString(exec.command), arguments] {
        m_process.start(command, arguments, QIODevice::ReadOnly);
    });
}

void ExecProgram::onError(QProcess::ProcessError error)
{
    if (error != QProcess::FailedToStart)
        return; // finished() follows
    const ExecPlugin &exec = *m_access.user.exec;
    const std::string hint = exec.installHint.empty() ? std::string() : ": " + exec.installHint;
    fail(Kind::ProgramMissing, exec.command + hint);
}

void ExecProgram::onFinished(int status, QProcess::ExitStatus how)
{
    if (how != QProcess::NormalExit || status != 0) {
        const std::string words = lastWords();
        const std::string ending =
            how == QProcess::NormalExit ? std::format("exit status {}", status) : "killed";
        fail(Kind::ProgramFailed, words.empty() ? ending : ending + ": " + words);
        return;
    }
    finish(readExecCredential(m_access, m_process.readAllStandardOutput().toStdString()));
}

void ExecProgram::fail(Kind kind, std::string detail)
{
    finish(std::unexpected(Troubles{{kind, m_access.user.place, m_access.userEntry, {}, std::move(detail)}}));
}

void ExecProgram::finish(Checked<ExecCredential> answer)
{
    m_patience.stop();
    if (!m_done)
        return;
    auto done = std::exchange(m_done, {}); // it may destroy this
    done(std::move(answer));
}

std::string ExecProgram::lastWords()
{
    const QByteArray all = m_process.readAllStandardError().trimmed();
    return all.sliced(std::max(qsizetype{0}, all.size() - kLastWords)).simplified().toStdString();
}

} // namespace minato::remote
