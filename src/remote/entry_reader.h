// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"
#include "remote/secret.h"
#include "remote/trouble.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace minato::remote {

/// A kubeconfig file while it is read.
struct ReadFile {
    std::string name;
    std::map<std::string, int> lines; ///< by path, kube::yamlLines()
    Troubles troubles;
};

/// Reads the fields of one map of a kubeconfig as Go reads JSON into a struct: what is absent or null is
/// empty, a value of another type is a trouble.
class EntryReader {
public:
    EntryReader(ReadFile &file, const kube::Value &value, std::string path, Entry entry);

    [[nodiscard]] std::string text(const std::string &key);
    [[nodiscard]] bool flag(const std::string &key);
    [[nodiscard]] Secret bytes(const std::string &key); ///< base64
    [[nodiscard]] std::vector<std::string> texts(const std::string &key);
    [[nodiscard]] std::span<const kube::Value> list(const std::string &key);
    [[nodiscard]] std::optional<EntryReader> child(const std::string &key); ///< nullopt: absent
    [[nodiscard]] std::vector<EntryReader> children(const std::string &key);
    /// The map below `key`, which may be absent, as the content of this entry.
    [[nodiscard]] EntryReader content(const std::string &key, Entry entry);
    [[nodiscard]] std::vector<std::string> keys() const;

    [[nodiscard]] const Entry &entry() const { return m_entry; }
    [[nodiscard]] Place place() const { return {m_file->name, lineOf(m_path)}; }
    void report(Trouble::Kind kind);

private:
    [[nodiscard]] int lineOf(const std::string &path) const;
    [[nodiscard]] std::string pathOf(const std::string &key) const;
    void report(Trouble::Kind kind, const std::string &path, std::string detail = {});

    ReadFile *m_file;
    const kube::Value *m_value;
    std::string m_path;
    Entry m_entry;
};

} // namespace minato::remote
