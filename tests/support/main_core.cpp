// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "support/test_registry.h"

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    return minato::tests::runTests(argc, argv);
}
