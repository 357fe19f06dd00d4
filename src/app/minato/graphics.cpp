// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphics.h"

#include <QDir>
#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QQuickWindow>
#include <QSGRendererInterface>

namespace minato::app {
namespace {

/// On Linux a GPU has a render node; asking for one is much cheaper than making a context.
bool mayHaveGpu()
{
#ifdef Q_OS_LINUX
    return !QDir(QStringLiteral("/dev/dri")).entryList({QStringLiteral("renderD*")}, QDir::System).isEmpty();
#else
    return true;
#endif
}

bool isEmulated()
{
    QOffscreenSurface surface;
    surface.create();
    QOpenGLContext context;
    if (!context.create() || !context.makeCurrent(&surface))
        return true;
    const QByteArray renderer(reinterpret_cast<const char *>(context.functions()->glGetString(GL_RENDERER)));
    for (const char *name : {"llvmpipe", "softpipe", "SwiftShader", "swrast"})
        if (renderer.contains(name))
            return true;
    return false;
}

} // namespace

void chooseGraphics()
{
    if (qEnvironmentVariableIsSet("QT_QUICK_BACKEND") || qEnvironmentVariableIsSet("QSG_RHI_BACKEND"))
        return; // the user has chosen
    const bool isOffscreen = QGuiApplication::platformName() == QLatin1String("offscreen");
#ifdef Q_OS_LINUX
    if (isOffscreen || !mayHaveGpu() || isEmulated())
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
#else
    if (isOffscreen)
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
#endif
}

} // namespace minato::app
