// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace minato::viewmodels {

/// The commands that were entered, kept from one start of the lab to the next: one JSON text a line, so that a
/// construct of several lines is one entry.
///
/// Bounds    The newest LineEditor::kMaxHistory are read; the file is cut down to them when it has twice as many.
/// Errors    A file that cannot be read or written is done without; a line that is no text is left out.
class HistoryFile {
public:
    /// Empty: nothing is kept (tests, pictures).
    explicit HistoryFile(QString path = {}) : m_path(std::move(path)) {}

    [[nodiscard]] QStringList read() const;
    void append(const QString &entry) const;

private:
    QString m_path;
};

} // namespace minato::viewmodels
