// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/ask.h"
#include "session/command.h"
#include "viewmodels/inspect/schema.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace minato::viewmodels {

/// What the cluster's API server tells of manifests: which kinds there are, and what each may contain. It is
/// asked once for each group and version; what was refused may be asked for again.
///
/// Mirrors   what kubectl explain reads: discovery, and /openapi/v3/… of the group and version
/// Threads   The window's; the questions are answered on the backend's.
/// Tests     tests/viewmodels/tst_editor.cpp
class SchemaBook {
public:
    explicit SchemaBook(session::CommandSink commands);

    /// Asks which kinds there are, unless that is known.
    void wantKinds();
    /// Asks about the kinds of a version, "apps/v1", unless they are known. A word that is no version ("apps/",
    /// while it is typed) is not asked about.
    void want(std::string_view apiVersion);
    /// Takes the answers to its questions; tells whether anything became known.
    bool apply(const session::Answers &answers);

    /// Unknown: not asked for, not answered yet, or no such kind.
    [[nodiscard]] Schema schema(std::string_view apiVersion, std::string_view kind) const;
    [[nodiscard]] const std::vector<session::OfferedKind> &kinds() const { return m_kinds; }

private:
    session::CommandSink m_commands;
    std::uint64_t m_lastId;
    std::vector<session::OfferedKind> m_kinds;
    std::uint64_t m_kindsAsked = 0; ///< the question's id; 0: none waits
    std::map<std::string, kube::Value, std::less<>> m_schemas;
    std::map<std::string, std::uint64_t, std::less<>> m_asked; ///< by version
};

} // namespace minato::viewmodels
