// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/request_reader.h"
#include "support/test_registry.h"

#include <QByteArray>

using namespace minato;
using namespace minato::serve;
using Progress = RequestReader::Progress;

namespace {

/// What a reader makes of bytes that come in pieces of this size: "METHOD PATH k=v… body", or the refusal's
/// code, or "more".
std::string outcome(std::string_view bytes, std::size_t piece, const HttpLimits &limits = {})
{
    RequestReader reader(limits);
    std::string input, all;
    for (std::size_t at = 0; at <= bytes.size(); at += piece) {
        input += bytes.substr(at, piece);
        for (;;) {
            const Progress progress = reader.read(input);
            if (progress == Progress::HeadRead)
                continue;
            if (progress == Progress::Refused)
                return all + std::to_string(reader.refusal().code);
            if (progress == Progress::NeedsMore)
                break;
            const wire::HttpRequest request = reader.take();
            all += request.method + " " + request.path;
            for (const auto &[key, value] : request.query)
                all += " " + key + "=" + value;
            all += " [" + request.body + "] ";
        }
    }
    return all + (input.empty() && !reader.isInRequest() ? "" : "more");
}

} // namespace

class TestRequestReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bytes_becomeRequests_howeverTheyAreCut_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *bytes, const char *expected) {
            QTest::newRow(name) << QByteArray(bytes) << QByteArray(expected);
        };
        row("plain", "GET /api HTTP/1.1\r\nHost: x\r\n\r\n", "GET /api [] ");
        row("bare line feeds", "GET /api HTTP/1.1\nHost: x\n\n", "GET /api [] ");
        row("empty lines before", "\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n", "GET / [] ");
        row("absolute target", "GET http://h:1/a?b=c HTTP/1.1\r\nHost: x\r\n\r\n", "GET /a b=c [] ");
        row("query", "GET /a?x=1&y=a+b%2Bc&x=2&bad=%zz&flag HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /a x=1 y=a b+c x=2 flag= [] ");
        row("escapes in the path", "GET /a%20b%2fc HTTP/1.1\r\nHost: x\r\n\r\n", "GET /a b/c [] ");
        row("body by length", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc",
            "POST /a [abc] ");
        row("the same length twice",
            "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
            "POST /a [abc] ");
        row("chunks",
            "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: "
            "Chunked\r\n\r\n3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\nT: "
            "1\r\n\r\n",
            "POST /a [abc0123456789] ");
        row("two in a row",
            "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\naGET /b HTTP/1.1\r\nHost: x\r\n\r\n",
            "POST /a [a] GET /b [] ");
        row("HTTP/1.0 without a host", "GET /a HTTP/1.0\r\n\r\n", "GET /a [] ");
        row("unfinished line", "GET /a HTT", "more");
        row("unfinished head", "GET /a HTTP/1.1\r\nHost: x\r\n", "more");
        row("unfinished body", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nab", "more");
        row("no host", "GET /a HTTP/1.1\r\n\r\n", "400");
        row("two hosts", "GET /a HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", "400");
        row("not HTTP", "\x16\x03\x01 hello\r\n\r\n", "400");
        row("no target", "GET HTTP/1.1\r\nHost: x\r\n\r\n", "400");
        row("target without a slash", "GET a HTTP/1.1\r\nHost: x\r\n\r\n", "400");
        row("half an escape", "GET /a%2 HTTP/1.1\r\nHost: x\r\n\r\n", "400");
        row("control character in the target", "GET /a\x01 HTTP/1.1\r\nHost: x\r\n\r\n", "400");
        row("version 2", "GET /a HTTP/2.0\r\nHost: x\r\n\r\n", "505");
        row("blank before the colon", "GET /a HTTP/1.1\r\nHost : x\r\n\r\n", "400");
        row("folded header", "GET /a HTTP/1.1\r\nHost: x\r\n y: z\r\n\r\n", "400");
        row("header without a colon", "GET /a HTTP/1.1\r\nHost: x\r\nnothing\r\n\r\n", "400");
        row("two lengths", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n",
            "400");
        row("negative length", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: -3\r\n\r\n", "400");
        row("length and chunks",
            "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", "400");
        row("other coding", "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", "501");
        row("length over the limit", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3145729\r\n\r\n", "413");
        row("length beyond numbers",
            "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999999\r\n\r\n", "400");
        row("chunk over the limit",
            "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n300001\r\n", "413");
        row("chunk of no size", "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "400");
        row("chunk without its end",
            "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n", "400");
    }
    void bytes_becomeRequests_howeverTheyAreCut()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, expected);
        for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{100'000}})
            QCOMPARE(outcome({bytes.constData(), static_cast<std::size_t>(bytes.size())}, piece),
                     expected.toStdString());
    }

    void aHead_beyondItsLimit_isRefused_evenWithoutALineEnd()
    {
        HttpLimits limits;
        limits.head = 1000;
        const std::string line = "GET /" + std::string(2000, 'a');
        QCOMPARE(outcome(line, 100, limits), std::string("431"));
        std::string many = "GET / HTTP/1.1\r\nHost: x\r\n";
        for (int i = 0; i < 200; ++i)
            many += "A: b\r\n";
        QCOMPARE(outcome(many, 100, limits), std::string("431"));
        QCOMPARE(outcome(std::string(3000, '\n'), 100, limits), std::string("431"));
    }

    void aBodyThatIsAwaited_isAskedFor()
    {
        RequestReader reader(HttpLimits{});
        std::string input = "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-Continue\r\nContent-Length: 1\r\n"
                            "Connection: Close\r\n\r\n";
        QCOMPARE(reader.read(input), Progress::HeadRead);
        QVERIFY(reader.expectsContinue());
        QVERIFY(!reader.keepsAlive());
    }

    void anyBytes_endInAnAnswer()
    {
        // Requests with each byte changed, and with each byte taken out.
        const std::string good =
            "POST /a?b=%20 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n";
        int refused = 0;
        for (std::size_t at = 0; at < good.size(); ++at) {
            for (const char c : std::string_view("\0\r\n %:;aF\xff\x7f", 11)) {
                std::string bytes = good;
                bytes[at] = c;
                refused += outcome(bytes, 3).ends_with("400") ? 1 : 0;
            }
            std::string shorter = good;
            shorter.erase(at, 1);
            refused += outcome(shorter, 5).ends_with("400") ? 1 : 0;
        }
        QVERIFY(refused > 100);
    }
};

MINATO_TEST(TestRequestReader)
#include "tst_request_reader.moc"
