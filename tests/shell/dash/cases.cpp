// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/dash/cases.h"

#include "shell/shell_fixture.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace minato::tests {
namespace {

constexpr int kMostMs = 60'000;

QString folder()
{
    return QStringLiteral(MINATO_SOURCE_DIR "/tests/shell/dash");
}

std::string withHome(const QByteArray &text, const QString &home)
{
    return QString::fromUtf8(text).replace(home, QStringLiteral("/home/minato")).toStdString();
}

} // namespace

std::vector<DashCase> readDashCases(const std::string &theme)
{
    QFile file(folder() + QLatin1Char('/') + QString::fromStdString(theme) + QStringLiteral(".cases"));
    std::vector<DashCase> cases;
    if (!file.open(QIODevice::ReadOnly))
        return cases;
    while (!file.atEnd()) {
        const std::string line = file.readLine().toStdString();
        if (line.starts_with("@@")) {
            const std::size_t name = line.find(' ') + 1;
            cases.push_back(
                {.name = line.substr(name, line.size() - name - 1), .hasOwnErrors = line.starts_with("@@~")});
        } else if (!cases.empty()) {
            cases.back().script += line;
        }
    }
    for (DashCase &one : cases) // the last line ends as one that is given to sh -c does
        one.script.resize(one.script.size() - (one.script.ends_with('\n') ? 1 : 0));
    return cases;
}

std::vector<std::string> dashThemes()
{
    std::vector<std::string> themes;
    for (const QString &name : QDir(folder()).entryList({QStringLiteral("*.cases")}, QDir::Files, QDir::Name))
        themes.push_back(name.chopped(6).toStdString());
    return themes;
}

DashAnswer askDash(const std::string &script)
{
    const QTemporaryDir temporary;
    const QString home = QDir(temporary.path()).canonicalPath();
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("HOME"), home);
    environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/local/bin:/usr/bin:/bin"));
    environment.insert(QStringLiteral("USER"), QStringLiteral("minato"));
    environment.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
    QProcess dash;
    dash.setProcessEnvironment(environment);
    dash.setWorkingDirectory(home);
    dash.setStandardInputFile(QProcess::nullDevice());
    dash.start(QStringLiteral("/bin/dash"),
               {QStringLiteral("-c"), QString::fromStdString(script), QStringLiteral("sh")});
    if (!dash.waitForFinished(kMostMs))
        return {.err = "/bin/dash: " + dash.errorString().toStdString(), .status = -1};
    const bool isKilled = dash.exitStatus() != QProcess::NormalExit;
    return {.out = withHome(dash.readAllStandardOutput(), home),
            .err = withHome(dash.readAllStandardError(), home),
            .status = isKilled ? 128 + dash.exitCode() : dash.exitCode()};
}

DashAnswer askMinato(const std::string &script)
{
    ShellFixture fixture;
    const int status = fixture.runScript(script);
    return {.out = std::move(fixture.out), .err = std::move(fixture.err), .status = status};
}

} // namespace minato::tests
