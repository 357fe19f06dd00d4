// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/minato_sim/bench_command.h"
#include "app/minato_sim/run_command.h"
#include "app/minato_sim/serve_command.h"

#include <QCoreApplication>

#include <print>

using namespace minato;

namespace {

constexpr std::string_view kHelp = "Usage: minato-sim COMMAND [options]\n"
                                   "A simulated Kubernetes cluster without a window.\n"
                                   "\n"
                                   "  run SCRIPT|-   play a terminal script\n"
                                   "  serve          publish a cluster for your own kubectl\n"
                                   "  bench NAME...  measure the simulation on this machine\n"
                                   "\n"
                                   "minato-sim COMMAND --help tells the options of a command.\n";

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("minato-sim"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MINATO_VERSION));
    const QStringList arguments = application.arguments();
    const QString command = arguments.value(1);
    if (command == QStringLiteral("run"))
        return app::runCommand(arguments);
    if (command == QStringLiteral("serve"))
        return app::serveCommand(arguments);
    if (command == QStringLiteral("bench"))
        return app::benchCommand(arguments);
    if (command == QStringLiteral("--help") || command == QStringLiteral("-h")) {
        std::print("{}", kHelp);
        return 0;
    }
    if (command == QStringLiteral("--version")) {
        std::println("minato-sim {}", MINATO_VERSION);
        return 0;
    }
    return app::usageError(command.isEmpty() ? std::string("a command is missing")
                                             : "unknown command \"" + command.toStdString() + "\"");
}
