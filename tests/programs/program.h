// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>

#include <map>

namespace minato::tests {

/// How a program ended and what it said.
struct Ended {
    QByteArray out, err;
    int status = -1; ///< -1: a crash, -2: it did not end in time, -3: it did not start
};

struct Start {
    QByteArray input;
    std::map<QString, QString> environment; ///< on top of a plain one: English, no window, nobody's home
    int seconds = 60;
};

/// Runs a program of this build to its end. `arguments` are passed on as they are.
[[nodiscard]] inline Ended run(const char *program, const QStringList &arguments, const Start &start = {})
{
    QProcess process;
    QProcessEnvironment environment;
    for (const char *kept : {"PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"}) {
        if (qEnvironmentVariableIsSet(kept))
            environment.insert(QString::fromLatin1(kept), qEnvironmentVariable(kept));
    }
    environment.insert(QStringLiteral("HOME"), QStringLiteral("/nonexistent"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    for (const auto &[name, value] : start.environment)
        environment.insert(name, value);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(MINATO_BIN_DIR "/") + QString::fromLatin1(program), arguments);
    if (!process.waitForStarted())
        return {.out = {}, .err = process.errorString().toUtf8(), .status = -3};
    process.write(start.input);
    process.closeWriteChannel();
    const bool hasEnded = process.waitForFinished(start.seconds * 1000);
    if (!hasEnded) {
        process.kill();
        process.waitForFinished();
    }
    Ended ended{.out = process.readAllStandardOutput(), .err = process.readAllStandardError()};
    if (!hasEnded)
        ended.status = -2;
    else if (process.exitStatus() == QProcess::NormalExit)
        ended.status = process.exitCode();
    return ended;
}

} // namespace minato::tests
