// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/work_queue.h"
#include "components/common/context.h"

#include <string>

namespace minato::components {

/// Sees that every namespace has a ServiceAccount named "default".
///
/// Mirrors   pkg/controller/serviceaccount (serviceaccounts_controller.go)
/// Differs   No tokens are put beside it.
class ServiceAccountsController {
public:
    explicit ServiceAccountsController(Context context);

private:
    client::Task<bool> sync(std::string ns);

    Context m_context;
    client::Informer &m_namespaces;
    client::Informer &m_accounts;
    client::WorkQueue m_queue;
};

} // namespace minato::components
