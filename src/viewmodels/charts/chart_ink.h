// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace minato::viewmodels {

/// The colours and the type that a chart is drawn with: the window's theme names them.
class ChartInk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QColor ground MEMBER ground NOTIFY changed)
    Q_PROPERTY(QColor text MEMBER text NOTIFY changed)
    Q_PROPERTY(QColor textSoft MEMBER textSoft NOTIFY changed)
    Q_PROPERTY(QColor line MEMBER line NOTIFY changed)
    Q_PROPERTY(QColor lineStrong MEMBER lineStrong NOTIFY changed)
    Q_PROPERTY(QColor bar MEMBER bar NOTIFY changed)
    Q_PROPERTY(QColor band MEMBER band NOTIFY changed)
    Q_PROPERTY(QColor failed MEMBER failed NOTIFY changed)
    Q_PROPERTY(QColor earlier MEMBER earlier NOTIFY changed)
    Q_PROPERTY(QColor good MEMBER good NOTIFY changed)
    Q_PROPERTY(QColor warn MEMBER warn NOTIFY changed)
    Q_PROPERTY(QList<QColor> lines MEMBER lines NOTIFY changed)
    Q_PROPERTY(QString sans MEMBER sans NOTIFY changed)
    Q_PROPERTY(QString mono MEMBER mono NOTIFY changed)
    Q_PROPERTY(double scale MEMBER scale NOTIFY changed)

public:
    using QObject::QObject;

    QColor ground = Qt::white, text = Qt::black, textSoft = Qt::darkGray, line = Qt::lightGray,
           lineStrong = Qt::gray, bar = Qt::blue, band = Qt::cyan, failed = Qt::red, earlier = Qt::gray,
           good = Qt::darkGreen, warn = Qt::darkYellow;
    QList<QColor> lines{Qt::blue};
    QString sans = QStringLiteral("sans-serif"), mono = QStringLiteral("monospace");
    double scale = 1;

Q_SIGNALS:
    void changed();
};

} // namespace minato::viewmodels
