// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphics.h"
#include "lab.h"
#include "no_window.h"
#include "options.h"
#include "tour.h"
#include "viewmodels/preferences.h"

#include <QApplication>
#include <QFont>
#include <QIcon>

int main(int argc, char **argv)
{
    using namespace minato;
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    // Before the application: a wrong option is told without a display, too.
    const app::Words words(app::wantedLanguage(arguments));
    const auto options = app::parseOptions(arguments, words);
    if (!options)
        return app::tell("minato", options.error());

    QApplication::setApplicationName(QStringLiteral("minato"));
    QApplication::setApplicationVersion(QStringLiteral(MINATO_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("minato"));
    app::NoWindow noWindow(words);
    QApplication application(argc, argv);
    noWindow.passed();
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/minato/icons/minato.svg")));
    app::chooseGraphics();
    QFont font;
    font.setFamilies(viewmodels::sansFamilies());
    font.setPixelSize(14);
    if (options->isPicture())
        font.setHintingPreference(QFont::PreferNoHinting);
    QApplication::setFont(font);

    if (options->isTour())
        return app::Tour(*options, words).run();
    auto lab = app::Lab::make(*options, words);
    if (!lab)
        return app::tell("minato", lab.error());
    return (*lab)->run();
}
