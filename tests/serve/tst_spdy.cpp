// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/spdy.h"
#include "support/test_registry.h"

#include <QByteArray>

using namespace minato::serve::spdy;

namespace {

/// A new stream as a client sends it.
std::string synStream(HeaderWriter &writer, std::uint32_t stream, const Headers &headers)
{
    return controlFrame(Control::SynStream,
                        number(stream) + number(0) + std::string(2, '\0') + writer.write(headers));
}

std::string outcome(std::string_view bytes, std::size_t piece)
{
    Reader reader;
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        for (const Frame &frame : reader.take(bytes.substr(at, piece))) {
            text += std::to_string(static_cast<int>(frame.kind)) + "/" + std::to_string(frame.stream) + ":" +
                    frame.data;
            for (const auto &[name, value] : frame.headers)
                text += name + "=" + value + ",";
            text += frame.isLast ? "! " : " ";
        }
    }
    return text + (reader.hasFailed() ? "failed" : "");
}

} // namespace

class TestSpdy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void frames_areReadHoweverTheyAreCut()
    {
        HeaderWriter writer;
        std::string bytes = synStream(writer, 1, {{"port", "8080"}, {"streamtype", "error"}});
        bytes += synStream(writer, 3, {{"port", "8080"}, {"streamtype", "data"}});
        bytes += dataFrame(3, "GET /", false) + dataFrame(3, {}, true);
        bytes += controlFrame(Control::Settings, number(0));
        bytes += controlFrame(Control::Ping, number(7));
        bytes += controlFrame(Control::Reset, number(3) + number(5));
        for (const std::size_t piece : {std::size_t{1}, std::size_t{9}, std::size_t{10'000}})
            QCOMPARE(
                outcome(bytes, piece),
                std::string("0/1:port=8080,streamtype=error, 0/3:port=8080,streamtype=data, 1/3:GET / 1/3:! "
                            "3/7: 2/3:! "));
    }

    void whatIsNoSpdy_isNotRead()
    {
        QCOMPARE(outcome("HTTP/1.1 200 OK\r\n\r\n", 4), std::string("failed")); // a length beyond the limit
        QCOMPARE(outcome(QByteArray::fromHex("8002000100000000").toStdString(), 4), std::string("failed"));
        QCOMPARE(outcome(controlFrame(Control::SynStream, number(1)), 4), std::string("failed"));
        QCOMPARE(outcome(controlFrame(Control::SynStream, number(1) + number(0) + "xxnot packed at all"), 4),
                 std::string("failed"));
    }

    void manyFramesInOnePiece_takeLinearTime()
    {
        constexpr std::size_t kFrames = 500'000;
        std::string bytes;
        for (std::size_t i = 0; i < kFrames; ++i)
            bytes += dataFrame(1, {}, false);
        Reader reader;
        QCOMPARE(reader.take(bytes).size(), kFrames);
        QVERIFY(!reader.hasFailed());
    }

    void anyByteChanged_doesNoHarm()
    {
        HeaderWriter writer;
        const std::string good = synStream(writer, 1, {{"port", "8080"}}) + dataFrame(1, "x", true);
        int failed = 0;
        for (std::size_t at = 0; at < good.size(); ++at) {
            for (int value = 0; value < 256; value += 15) {
                std::string bytes = good;
                bytes[at] = static_cast<char>(value);
                failed += outcome(bytes, 5).ends_with("failed") ? 1 : 0;
            }
        }
        QVERIFY(failed > 50);
    }

    void own_headersAreReadAgain()
    {
        HeaderWriter writer;
        HeaderReader reader;
        for (int i = 0; i < 3; ++i) {
            const Headers headers{{"a", std::string(static_cast<std::size_t>(i) * 1000, 'x')}, {"b", ""}};
            QVERIFY(reader.read(writer.write(headers)) == headers);
        }
        QVERIFY(!reader.read("nonsense"));
        QVERIFY(!reader.read(writer.write({})));
    }
};

MINATO_TEST(TestSpdy)
#include "tst_spdy.moc"
