// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

#include <string>

namespace minato::tests {

struct KubectlRun {
    int status = -1;
    std::string out, err;
};

/// Runs the kubectl in $PATH, which we did not write. `variable`: its KUBECONFIG.
[[nodiscard]] inline KubectlRun runKubectl(const QStringList &arguments, const std::string &variable = {})
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("KUBECONFIG"), QString::fromStdString(variable));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice()); // it asks for a name where there is none
    process.start(QStringLiteral("kubectl"), arguments);
    constexpr int kPatience = 60'000;
    if (!process.waitForStarted() || !process.waitForFinished(kPatience))
        return {-2, {}, "no kubectl: " + process.errorString().toStdString()};
    return {process.exitCode(), process.readAllStandardOutput().toStdString(),
            process.readAllStandardError().toStdString()};
}

} // namespace minato::tests
