// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/program.h"

#include <QProcess>

#ifdef Q_OS_LINUX
#include <linux/capability.h>
#include <sys/prctl.h>
#endif

namespace minato::tests {
namespace {

QProcessEnvironment plainEnvironment()
{
    QProcessEnvironment environment;
    for (const char *kept : {"PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"}) {
        if (qEnvironmentVariableIsSet(kept))
            environment.insert(QString::fromLatin1(kept), qEnvironmentVariable(kept));
    }
    environment.insert(QStringLiteral("HOME"), QStringLiteral("/nonexistent"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    return environment;
}

/// Takes from root what lets it read every file; for others there is nothing to take.
void dropPowers()
{
#ifdef Q_OS_LINUX
    prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE);
    prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH);
#endif
}

} // namespace

Ended run(const char *program, const QStringList &arguments, const Start &start)
{
    QProcess process;
    QProcessEnvironment environment = plainEnvironment();
    for (const auto &[name, value] : start.environment)
        environment.insert(name, value);
    process.setProcessEnvironment(environment);
    if (start.isPowerless)
        process.setChildProcessModifier(dropPowers);
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
