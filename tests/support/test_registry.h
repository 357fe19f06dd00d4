// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QTest>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// One executable holds the test classes of a folder of src/ (link time), and CTest has one entry a class:
/// `tst_kube TestValue [qtest arguments]`. MINATO_TEST(TestValue) in a .cpp adds a class.
namespace minato::tests {

using Factory = std::function<std::unique_ptr<QObject>()>;
void registerTest(const char *className, Factory factory);
[[nodiscard]] int runTests(int argc, char **argv);

struct Registration {
    Registration(const char *className, Factory factory) { registerTest(className, std::move(factory)); }
};

} // namespace minato::tests

#define MINATO_TEST(Class)                                                                                   \
    static const ::minato::tests::Registration registration##Class(                                          \
        #Class, [] { return std::make_unique<Class>(); });

/// Readable failures for the standard library's strings.
namespace std {
inline char *toString(const string &text)
{
    return QTest::toString(QString::fromStdString(text));
}
inline char *toString(string_view text)
{
    return QTest::toString(QString::fromUtf8(text.data(), qsizetype(text.size())));
}
} // namespace std
