// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/command.h"

#include <QObject>

namespace minato::session {

/// What runs on the backend's thread: opens a cluster and does what the window asks for.
class Host : public QObject {
    Q_OBJECT

public:
    virtual void open() = 0;
    virtual void handle(const Command &command) = 0;
};

} // namespace minato::session
