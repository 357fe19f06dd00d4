// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_registry.h"
#include "wire/request_decoder.h"

#include <array>

using namespace minato;
using namespace minato::wire;

namespace {

kube::Result<DecodedRequest> decodeRequest(const HttpRequest &http)
{
    return minato::wire::decodeRequest(http, kube::TypeTable());
}

constexpr const char *kTableAccept = "application/json;as=Table;v=v1;g=meta.k8s.io,"
                                     "application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json";

/// "verb group/version resource/sub ns/name", so that a row reads like the request.
std::string describe(const DecodedRequest &decoded)
{
    constexpr std::array<const char *, 7> kVerbs{"get",   "list",   "create",          "update",
                                                 "patch", "delete", "deletecollection"};
    const api::Request &r = decoded.request;
    if (!r.rawPath.empty())
        return "raw " + r.rawPath;
    std::string text = kVerbs[std::size_t(r.verb)];
    text += " " + r.resource.groupVersion() + " " + r.resource.resource;
    if (!r.subresource.empty())
        text += "/" + r.subresource;
    return text + " " + r.ns + "/" + r.name;
}

} // namespace

class TestRequestDecoder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void path_namesTheResource_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *method, const char *path, const char *expected) {
            QTest::newRow(path) << QString::fromUtf8(method) << QString::fromUtf8(path)
                                << QString::fromUtf8(expected);
        };
        row("GET", "/api/v1/pods", "list v1 pods /");
        row("GET", "/api/v1/namespaces/default/pods", "list v1 pods default/");
        row("GET", "/api/v1/namespaces/default/pods/web-1", "get v1 pods default/web-1");
        row("GET", "/api/v1/namespaces/default/pods/web-1/log", "get v1 pods/log default/web-1");
        row("GET", "/api/v1/namespaces", "list v1 namespaces /");
        row("GET", "/api/v1/namespaces/dev", "get v1 namespaces /dev");
        row("PUT", "/api/v1/namespaces/dev/finalize", "update v1 namespaces/finalize /dev");
        row("GET", "/api/v1/nodes/node-1", "get v1 nodes /node-1");
        row("PATCH", "/apis/apps/v1/namespaces/default/deployments/web/scale",
            "patch apps/v1 deployments/scale default/web");
        row("POST", "/apis/apps/v1/namespaces/default/deployments", "create apps/v1 deployments default/");
        row("DELETE", "/apis/apps/v1/namespaces/default/deployments",
            "deletecollection apps/v1 deployments default/");
        row("DELETE", "/apis/apps/v1/namespaces/default/deployments/web",
            "delete apps/v1 deployments default/web");
        row("GET", "/apis/apps/v1/deployments", "list apps/v1 deployments /");
        row("GET", "/api", "raw /api");
        row("GET", "/api/v1", "raw /api/v1");
        row("GET", "/apis/apps/v1", "raw /apis/apps/v1");
        row("GET", "/version", "raw /version");
        row("GET", "/openapi/v3/apis/apps/v1", "raw /openapi/v3/apis/apps/v1");
    }
    void path_namesTheResource()
    {
        QFETCH(QString, method);
        QFETCH(QString, path);
        QFETCH(QString, expected);
        HttpRequest http{.method = method.toStdString(), .path = path.toStdString()};
        if (method == u"PATCH")
            http.contentType = "application/merge-patch+json";
        const auto decoded = decodeRequest(http);
        QVERIFY(decoded);
        QCOMPARE(describe(*decoded), expected.toStdString());
    }

    void watchAndLog_goToTheirOwnSeamFunctions()
    {
        for (const char *yes : {"true", "1", "True"}) {
            const auto watch =
                decodeRequest({.method = "GET", .path = "/api/v1/pods", .query = {{"watch", yes}}});
            QVERIFY(watch && watch->exchange == Exchange::Watch);
        }
        QVERIFY(decodeRequest({.method = "GET", .path = "/api/v1/namespaces/d/pods/p/log"})->exchange ==
                Exchange::Stream);
    }

    void accept_choosesTheFirstFormThatWeHave()
    {
        const auto table = decodeRequest({.method = "GET", .path = "/api/v1/pods", .accept = kTableAccept});
        QVERIFY(table->request.as == api::Representation::Table);
        QCOMPARE(table->tableVersion, std::string("v1"));
        const auto json = decodeRequest({.method = "GET",
                                         .path = "/api/v1/pods",
                                         .accept = "application/vnd.kubernetes.protobuf,application/json"});
        QVERIFY(json->request.as == api::Representation::Object);
        const auto none = decodeRequest({.method = "GET", .path = "/api/v1/pods", .accept = "text/html"});
        QVERIFY(!none && none.error().code == 406);
    }

    void unknownBodyType_is415_andBadJson400()
    {
        const auto unknown = decodeRequest(
            {.method = "POST", .path = "/api/v1/namespaces", .contentType = "text/csv", .body = "a,b"});
        QVERIFY(!unknown && unknown.error().code == 415);
        const auto proto = decodeRequest({.method = "POST",
                                          .path = "/api/v1/namespaces",
                                          .contentType = "application/vnd.kubernetes.protobuf",
                                          .body = "k8s"});
        QVERIFY(!proto && proto.error().code == 400);
        const auto bad = decodeRequest(
            {.method = "POST", .path = "/api/v1/namespaces", .contentType = "application/json", .body = "{"});
        QVERIFY(!bad && bad.error().code == 400);
        const auto patch = decodeRequest({.method = "PATCH",
                                          .path = "/api/v1/namespaces/x",
                                          .contentType = "application/json",
                                          .body = "{}"});
        QVERIFY(!patch && patch.error().code == 415);
    }

    void protobuf_isReadByTheFieldTable()
    {
        using namespace std::string_literals;
        HttpRequest http{.method = "POST",
                         .path = "/api/v1/namespaces",
                         .contentType = "application/vnd.kubernetes.protobuf",
                         .body = "k8s\0\x0A\x0F\x0A\x02v1\x12\x09Namespace\x12\x07\x0A\x05\x0A\x03"
                                 "dev"s};
        const auto decoded = decodeRequest(http);
        QVERIFY(decoded);
        QCOMPARE(decoded->request.body["kind"].asString(), std::string_view("Namespace"));
        QCOMPARE(decoded->request.body["metadata"]["name"].asString(), std::string_view("dev"));
        HttpRequest odd = http;
        odd.body = "k8s\0\x0A\x0A\x0A\x02v1\x12\x04Role\x12\x00"s;
        const auto unknown = decodeRequest(odd);
        QVERIFY2(unknown, "a kind that is not in the table is left to the server: there is no such resource");
        QCOMPARE(unknown->request.body["kind"].asString(), std::string_view("Role"));
        http.body.pop_back();
        const auto cut = decodeRequest(http);
        QVERIFY(!cut);
        QCOMPARE(cut.error().code, 400);
        http.body = "abc";
        const auto other = decodeRequest(http);
        QVERIFY(!other);
        QCOMPARE(
            other.error().message,
            std::string("the object provided is unrecognized: provided data does not appear to be a protobuf "
                        "message, expected prefix [107 56 115 0] (616263)"));
    }

    void duplicateKeys_areFoundInWritesThatCare()
    {
        HttpRequest http{.method = "POST",
                         .path = "/api/v1/namespaces",
                         .contentType = "application/json",
                         .body = R"({"metadata":{"name":"a","name":"b"}})"};
        QCOMPARE(decodeRequest(http)->request.duplicateFields, std::vector<std::string>{"metadata.name"});
        http.query = {{"fieldValidation", "Ignore"}};
        QVERIFY(decodeRequest(http)->request.duplicateFields.empty());
    }

    void userAgent_isCutAtTheSlash()
    {
        const auto decoded =
            decodeRequest({.method = "GET", .path = "/api/v1/pods", .userAgent = "kubectl/v1.32.5 (linux)"});
        QCOMPARE(decoded->request.userAgent, std::string("kubectl"));
    }
};

MINATO_TEST(TestRequestDecoder)
#include "tst_request_decoder.moc"
