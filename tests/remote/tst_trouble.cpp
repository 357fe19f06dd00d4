// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/sentences.h"
#include "support/test_registry.h"

#include <algorithm>
#include <array>

using namespace minato::remote;

namespace {

constexpr std::array<std::string_view, 4> kValues{"{entry}", "{field}", "{detail}", "{file}"};

bool isJapanese(std::string_view text)
{
    const QString all = QString::fromUtf8(text.data(), qsizetype(text.size()));
    return std::ranges::any_of(all, [](QChar c) { return c.script() == QChar::Script_Hiragana; });
}

} // namespace

class TestTrouble : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKind_isAWholeSentenceInBothLanguages_withTheSameValues()
    {
        for (int i = 0; i <= static_cast<int>(kLastTrouble); ++i) {
            const auto kind = static_cast<Trouble::Kind>(i);
            const SentencePattern &pattern = sentencePattern(kind);
            QVERIFY2(pattern.kind == kind, qPrintable(QStringLiteral("kind %1 is out of order").arg(i)));
            QVERIFY2(pattern.en.ends_with('.') && !isJapanese(pattern.en), pattern.en.data());
            QVERIFY2(pattern.ja.ends_with("。") && isJapanese(pattern.ja), pattern.ja.data());
            for (const std::string_view value : kValues)
                QVERIFY2(pattern.en.contains(value) == pattern.ja.contains(value), pattern.en.data());
        }
    }

    void aSentence_namesFileLineAndEntry()
    {
        const Trouble trouble{.kind = Trouble::Kind::CertificateLacksKey,
                              .place = {"/home/me/.kube/config", 12},
                              .entry = {Entry::Section::User, "dev"}};
        QCOMPARE(
            toString(diagnosticOf(trouble, Language::English)),
            std::string(
                "/home/me/.kube/config:12: The user \"dev\" has a client-certificate, but no client-key."));
        QCOMPARE(toString(diagnosticOf(trouble, Language::Japanese)),
                 std::string("/home/me/.kube/config:12: "
                             "ユーザー「dev」にclient-certificateはありますが、client-keyがありません。"));
    }

    void aValueWithBraces_isNotAPlace()
    {
        const Trouble trouble{.kind = Trouble::Kind::ProxyNotUrl,
                              .entry = {Entry::Section::Cluster, "{detail}"},
                              .detail = "{entry}"};
        QCOMPARE(sentenceOf(trouble).en,
                 std::string("The proxy-url of the cluster \"{detail}\" must begin with http://, https:// or "
                             "socks5://: \"{entry}\"."));
    }
};
MINATO_TEST(TestTrouble)

#include "tst_trouble.moc"
