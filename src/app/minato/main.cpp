// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphics.h"
#include "lab.h"
#include "options.h"
#include "viewmodels/preferences.h"

#include <QApplication>
#include <QFont>
#include <QIcon>

#include <cstdio>

int main(int argc, char **argv)
{
    using namespace minato;
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    const auto stop = [](const app::Stop &why) {
        const QByteArray text =
            (why.status == 0 ? QString() : QStringLiteral("minato: ")).toUtf8() + why.text.toUtf8();
        std::fprintf(why.status == 0 ? stdout : stderr, "%s%s", text.constData(),
                     text.endsWith('\n') ? "" : "\n");
        return why.status;
    };
    // Before the application: a wrong option is told without a display, too.
    const auto options = app::parseOptions(arguments);
    if (!options)
        return stop(options.error());

    QApplication::setApplicationName(QStringLiteral("minato"));
    QApplication::setApplicationVersion(QStringLiteral(MINATO_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("minato"));
    QApplication application(argc, argv);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/minato/icons/minato.svg")));
    app::chooseGraphics();
    QFont font;
    font.setFamilies(viewmodels::sansFamilies());
    font.setPixelSize(14);
    if (options->isPicture())
        font.setHintingPreference(QFont::PreferNoHinting);
    QApplication::setFont(font);

    auto lab = app::Lab::make(*options);
    if (!lab)
        return stop(lab.error());
    return (*lab)->run();
}
