// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/machinery.h"

namespace minato::apiserver {

kube::Result<kube::ObjectPtr> Machinery::find(const Kind &kind, std::string_view ns,
                                              std::string_view name) const
{
    if (auto object =
            store.get(kind.bucket, kube::objectKey(kind.isNamespaced ? ns : std::string_view(), name)))
        return object;
    return std::unexpected(kube::Status::notFound(kind.gvr(), name));
}

} // namespace minato::apiserver
