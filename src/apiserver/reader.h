// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"
#include "apiserver/machinery.h"
#include "apiserver/object_filter.h"

namespace minato::apiserver {

/// Get and List.
///
/// Mirrors   endpoints/handlers/get.go, storage/etcd3 (store.go GetList), meta/v1 list options
/// Pages     `limit` and `continue` walk one snapshot: each page is read at the first page's revision
/// (contract C12).
///           When the history no longer reaches back there: 410 with a token that goes on with the present
///           state.
class Reader {
public:
    explicit Reader(const Machinery &machinery) : m_machinery(machinery) {}

    [[nodiscard]] kube::Result<api::Response> get(const Kind &kind, const api::Request &request) const;
    [[nodiscard]] kube::Result<api::Response> list(const Kind &kind, const api::Request &request) const;

private:
    struct Page;
    [[nodiscard]] kube::Result<Page> page(const Kind &kind, const api::Request &request) const;
    [[nodiscard]] kube::ObjectList collect(const Kind &kind, const ObjectFilter &filter,
                                           const Page &page) const;

    const Machinery &m_machinery;
};

} // namespace minato::apiserver
