// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/websocket.h"
#include "support/test_registry.h"

#include <QByteArray>

using namespace minato::serve::websocket;

namespace {

/// "1:Hello 9: 1002": messages by opcode, and the failure.
std::string outcome(const QByteArray &hex, std::size_t piece)
{
    const QByteArray bytes = QByteArray::fromHex(hex);
    const std::string_view all(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    Reader reader;
    std::string text;
    for (std::size_t at = 0; at < all.size(); at += piece)
        for (const Message &message : reader.take(all.substr(at, piece)))
            text += std::to_string(static_cast<int>(message.opcode)) + ":" + message.data + " ";
    return text + (reader.failure() ? std::to_string(*reader.failure()) : "");
}

} // namespace

class TestWebSocket : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theKeyOfTheRfc_isAccepted()
    {
        QCOMPARE(acceptKey("dGhlIHNhbXBsZSBub25jZQ=="), std::string("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
    }

    void manyFramesInOnePiece_takeLinearTime()
    {
        constexpr std::size_t kFrames = 500'000;
        const std::string empty("\x89\x80\0\0\0\0", 6); // a Ping
        std::string bytes;
        for (std::size_t i = 0; i < kFrames; ++i)
            bytes += empty;
        Reader reader;
        QCOMPARE(reader.take(bytes).size(), kFrames);
        QVERIFY(!reader.failure());
    }

    void frames_areReadHoweverTheyAreCut_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *hex, const char *expected) {
            QTest::newRow(name) << QByteArray(hex) << QByteArray(expected);
        };
        row("RFC 6455, 5.7: masked text", "818537fa213d7f9f4d5158", "1:Hello ");
        row("RFC 6455, 5.7: masked pong", "8a8537fa213d7f9f4d5158", "10:Hello ");
        row("two in a row", "818537fa213d7f9f4d5158818537fa213d7f9f4d5158", "1:Hello 1:Hello ");
        row("fragments", "01830000000048656c80820000000 06c6f", "1:Hello ");
        row("a ping between fragments", "0183000000004865 6c89800000000080820000000 06c6f", "9: 1:Hello ");
        row("longer length than needed", "81fe00050000000048656c6c6f", "1:Hello ");
        row("close", "88820000000003e8", "8:\x03\xe8 ");
        row("not masked", "810548656c6c6f", "1002");
        row("reserved bit", "c18537fa213d7f9f4d5158", "1002");
        row("unknown opcode", "838537fa213d7f9f4d5158", "1002");
        row("continuation of nothing", "808537fa213d7f9f4d5158", "1002");
        row("text within a fragmented one", "0183000000004 8656c818100000000 41", "1002");
        row("fragmented ping", "098000000000", "1002");
        row("ping of 126 bytes", "89fe007e00000000", "1002");
        row("beyond the limit", "82ff000000000040000100000000", "1009");
        row("beyond numbers", "82ffffffffffffffffff00000000", "1009");
        row("unfinished", "818537fa213d7f9f", "");
    }
    void frames_areReadHoweverTheyAreCut()
    {
        QFETCH(QByteArray, hex);
        QFETCH(QByteArray, expected);
        for (const std::size_t piece : {std::size_t{1}, std::size_t{3}, std::size_t{1000}})
            QCOMPARE(outcome(hex, piece), expected.toStdString());
    }

    void ownFrames_haveTheirLengthInAsFewBytesAsItTakes()
    {
        QCOMPARE(QByteArray::fromStdString(frame(Opcode::Text, "Hello")).toHex(),
                 QByteArray("810548656c6c6f"));
        QCOMPARE(QByteArray::fromStdString(frame(Opcode::Binary, std::string(256, 'x'))).left(4).toHex(),
                 QByteArray("827e0100"));
        QCOMPARE(QByteArray::fromStdString(frame(Opcode::Binary, std::string(65536, 'x'))).left(10).toHex(),
                 QByteArray("827f0000000000010000"));
        QCOMPARE(QByteArray::fromStdString(closeFrame(kNormal)).toHex(), QByteArray("880203e8"));
    }

    void anyByteChanged_doesNoHarm()
    {
        const QByteArray good =
            QByteArray::fromHex("0183000000004865 6c898000000000808200000000 6c6f81fe00050000000048656c6c6f");
        int failed = 0;
        for (qsizetype at = 0; at < good.size(); ++at) {
            for (int value = 0; value < 256; value += 5) {
                QByteArray bytes = good;
                bytes[at] = static_cast<char>(value);
                failed += outcome(bytes.toHex(), 2).contains("100") ? 1 : 0;
            }
        }
        QVERIFY(failed > 100);
    }
};

MINATO_TEST(TestWebSocket)
#include "tst_websocket.moc"
