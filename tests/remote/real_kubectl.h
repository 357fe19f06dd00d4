// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTest>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace minato::tests {

struct KubectlRun {
    int status = -1;
    std::string out, err;
};

/// Starts the kubectl in $PATH, which we did not write. `variable`: its KUBECONFIG.
inline void startKubectl(const QStringList &arguments, const std::string &variable,
                         std::function<void(KubectlRun)> ended)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("KUBECONFIG"), QString::fromStdString(variable));
    auto *process = new QProcess;
    process->setProcessEnvironment(environment);
    process->setStandardInputFile(QProcess::nullDevice()); // it asks for a name where there is none
    const auto tell = [process, ended = std::move(ended)] {
        ended({process->exitCode(), process->readAllStandardOutput().toStdString(),
               process->readAllStandardError().toStdString()});
        process->deleteLater();
    };
    QObject::connect(process, &QProcess::finished, process, tell);
    QObject::connect(process, &QProcess::errorOccurred, process, [](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            qFatal("there is no kubectl");
    });
    process->start(QStringLiteral("kubectl"), arguments);
}

/// Runs it to its end, with this thread's event loop.
[[nodiscard]] inline KubectlRun runKubectl(const QStringList &arguments, const std::string &variable = {})
{
    auto run = std::make_shared<std::optional<KubectlRun>>();
    startKubectl(arguments, variable, [run](KubectlRun ended) { *run = std::move(ended); });
    constexpr std::chrono::minutes kLongest{1};
    return QTest::qWaitFor([run] { return run->has_value(); }, kLongest)
               ? **run
               : KubectlRun{-3, {}, "kubectl hangs"};
}

} // namespace minato::tests
