// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/charts/chart_ink.h"

#include <QObject>
#include <QPainter>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace minato::viewmodels {

/// Saves charts as pictures and figures.
///
/// Files     PNG at twice the size of the drawing, SVG (lines and texts, with title and description), CSV in
///           UTF-8 with the figures' own names in English. Where a dialog has asked for the file, an existing
///           one is replaced, as a whole or not at all; else never.
/// Errors    A sentence in `message`.
/// Threads   The window's.
/// Tests     tests/viewmodels/tst_chart_files.cpp
class ChartFiles : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(QString folder READ folder WRITE setFolder NOTIFY changed)
    /// Whether a person is asked for the file: save() does not.
    Q_PROPERTY(bool isAskingWhere READ isAskingWhere WRITE setAskingWhere NOTIFY changed)
    Q_PROPERTY(QString message READ message NOTIFY changed)
    Q_PROPERTY(QString chart READ chart NOTIFY changed) ///< that the message is about
    Q_PROPERTY(bool hasFailed READ hasFailed NOTIFY changed)

public:
    enum Format { Png, Svg, Csv };
    Q_ENUM(Format)
    struct Drawing {
        QString fileName, title, description, csv;
        std::function<void(QPainter &, const QRectF &, const ChartInk &)> paint = {};
    };
    /// Gives the drawing of a chart by its name.
    using Source = std::function<Drawing(const QString &chart)>;
    static constexpr int kWidth = 960, kHeight = 540;

    explicit ChartFiles(Source source, QObject *parent = nullptr);

    [[nodiscard]] QString folder() const { return m_folder; }
    void setFolder(const QString &folder);
    [[nodiscard]] bool isAskingWhere() const { return m_isAskingWhere; }
    void setAskingWhere(bool isAskingWhere);
    [[nodiscard]] QString message() const { return m_message; }
    [[nodiscard]] QString chart() const { return m_chart; }
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }

    /// What a dialog begins with: a file that is not there yet, in a folder that is.
    Q_INVOKABLE [[nodiscard]] QUrl proposal(const QString &chart,
                                            minato::viewmodels::ChartFiles::Format format) const;
    /// Saves under a new name in `folder`. The path of the file; empty when it could not be written.
    Q_INVOKABLE QString save(const QString &chart, minato::viewmodels::ChartFiles::Format format,
                             minato::viewmodels::ChartInk *ink);
    /// Saves as that file. As save().
    Q_INVOKABLE QString saveAs(const QUrl &file, const QString &chart,
                               minato::viewmodels::ChartFiles::Format format,
                               minato::viewmodels::ChartInk *ink);
    Q_INVOKABLE void dismiss();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QString freePath(const QString &name, const QString &ending) const;
    QString saveTo(const QString &path, const QString &chart, Format format, ChartInk *ink);
    void tell(const QString &chart, const QString &path, const QString &why);

    Source m_source;
    QString m_folder, m_message, m_chart;
    bool m_hasFailed = false, m_isAskingWhere = true;
};

} // namespace minato::viewmodels
