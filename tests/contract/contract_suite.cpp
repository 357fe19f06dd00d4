// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/contract_suite.h"

namespace minato::tests {

void ContractSuite::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    m_world = makeWorld();
}

void ContractSuite::cleanup()
{
    m_world.reset();
}

kube::ObjectPtr ContractSuite::made(const GroupVersionResource &resource, Value object)
{
    auto answer = await(*m_world, create(resource, std::move(object)));
    if (!answer) {
        qCritical("create: %s", answer.error().message.c_str());
        return nullptr;
    }
    return answer->object();
}

kube::ObjectPtr ContractSuite::read(const GroupVersionResource &resource, std::string name)
{
    auto answer = await(*m_world, get(resource, "default", std::move(name)));
    return answer ? answer->object() : nullptr;
}

} // namespace minato::tests
