// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/command_line.h"
#include "app/minato_sim/bench_command.h"
#include "app/minato_sim/run_command.h"
#include "app/minato_sim/serve_command.h"

#include <QCoreApplication>

#include <string_view>

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
    const app::Words words;
    const QString command = arguments.value(1);
    if (command == u"run")
        return app::runCommand(arguments, words);
    if (command == u"serve")
        return app::serveCommand(arguments, words);
    if (command == u"bench")
        return app::benchCommand(arguments, words);
    if (command == u"--help" || command == u"-h")
        return app::tell("minato-sim", {QString::fromUtf8(kHelp.data(), qsizetype(kHelp.size())), 0});
    if (command == u"--version" || command == u"-v")
        return app::tell("minato-sim", {QStringLiteral("minato-sim " MINATO_VERSION), 0});
    return app::tell("minato-sim", app::Called{words, QStringLiteral("minato-sim")}.wrongCommand(command));
}
