// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_registry.h"

#include <cstdio>
#include <map>

namespace minato::tests {
namespace {

std::map<std::string, Factory, std::less<>> &registry()
{
    static std::map<std::string, Factory, std::less<>> tests;
    return tests;
}

} // namespace

void registerTest(const char *className, Factory factory)
{
    registry().emplace(className, std::move(factory));
}

int runTests(int argc, char **argv)
{
    if (argc < 2 || !registry().contains(std::string_view(argv[1]))) {
        std::fprintf(stderr, "usage: %s CLASS [Qt Test arguments]\nclasses:\n", argv[0]);
        for (const auto &[name, factory] : registry())
            std::fprintf(stderr, "  %s\n", name.c_str());
        return 2;
    }
    const auto test = registry().find(std::string_view(argv[1]))->second();
    argv[1] = argv[0];
    return QTest::qExec(test.get(), argc - 1, argv + 1);
}

} // namespace minato::tests
