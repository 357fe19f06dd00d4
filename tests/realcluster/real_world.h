// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/world.h"
#include "remote/http_transport.h"

#include <QUrl>

#include <memory>

namespace minato::tests {

/// A real API server and its etcd (`tools/control-plane up --api-only`), emptied for each test. Its time is ours.
class RealWorld : public ContractWorld {
public:
    /// `etcd`: its client address.
    RealWorld(std::unique_ptr<remote::HttpTransport> transport, QUrl etcd);

    /// Whether what the test before has left could be removed.
    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }

    api::KubeTransport &transport() override { return *m_transport; }
    bool pumpUntil(const std::function<bool()> &done) override;
    void pass(base::Duration time) override;
    bool forgetHistory() override;

private:
    [[nodiscard]] bool clear();

    QUrl m_etcd;
    std::unique_ptr<remote::HttpTransport> m_transport;
    bool m_isEmpty;
};

} // namespace minato::tests
