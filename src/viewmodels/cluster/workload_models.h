// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace minato::viewmodels {

/// The Deployment that the lesson is about: the first by name. (Choosing another comes with free play.)
class DeploymentModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(bool exists READ exists NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(int desired READ desired NOTIFY changed)
    Q_PROPERTY(int ready READ ready NOTIFY changed)
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    Q_PROPERTY(QString readyText READ readyText NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] bool exists() const { return !m_known.empty(); }
    [[nodiscard]] QString name() const { return QString::fromStdString(shown().name); }
    [[nodiscard]] int desired() const { return shown().desired; }
    [[nodiscard]] int ready() const { return shown().ready; }
    [[nodiscard]] double progress() const;
    [[nodiscard]] QString readyText() const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] const session::DeploymentState &shown() const;

    void apply(const session::Changes<session::DeploymentState> &changes);

Q_SIGNALS:
    void changed();

private:
    std::map<std::string, session::DeploymentState> m_known; ///< by namespace/name
    std::map<std::string, std::string> m_keys;               ///< by UID
};

/// The Service that the lesson is about: the first by name, the cluster's own left aside.
class ServiceModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(bool exists READ exists NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString addressText READ addressText NOTIFY changed)
    Q_PROPERTY(QString entryText READ entryText NOTIFY changed)
    Q_PROPERTY(int endpoints READ endpoints NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] bool exists() const { return !m_known.empty(); }
    [[nodiscard]] QString name() const { return QString::fromStdString(shown().name); }
    [[nodiscard]] QString addressText() const;
    [[nodiscard]] QString entryText() const;
    [[nodiscard]] int endpoints() const { return static_cast<int>(shown().readyPodUids.size()); }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] const session::ServiceState &shown() const;
    /// "default/web"; empty when there is none.
    [[nodiscard]] std::string key() const;

    void apply(const session::Changes<session::ServiceState> &changes);

Q_SIGNALS:
    void changed();

private:
    std::map<std::string, session::ServiceState> m_known;
    std::map<std::string, std::string> m_keys;
};

} // namespace minato::viewmodels
