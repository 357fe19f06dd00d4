// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/go_quote.h"
#include "kube/status.h"
#include "kube/table_file.h"

#include <format>

using namespace minato::kube;
using namespace minato::tests;

namespace {

std::vector<StatusCause> causes(const Value &fields)
{
    std::vector<StatusCause> list;
    for (const Value &f : fields.items())
        list.push_back(
            {"FieldValueInvalid",
             std::format("Invalid value: {}: {}", goQuote(f["value"].asString()), f["detail"].asString()),
             text(f["field"])});
    return list;
}

Status make(const Value &c)
{
    const GroupVersionResource resource{text(c["group"]), "v1", text(c["resource"])};
    const std::string_view name = c["name"].asString(), why = c["why"].asString(),
                           kind = c["make"].asString();
    if (kind == "notFound")
        return Status::notFound(resource, name);
    if (kind == "alreadyExists")
        return Status::alreadyExists(resource, name);
    if (kind == "conflict")
        return Status::conflict(resource, name, why);
    if (kind == "forbidden")
        return Status::forbidden(resource, name, why);
    if (kind == "badRequest")
        return Status::badRequest(why);
    if (kind == "methodNotAllowed")
        return Status::methodNotAllowed(resource, why);
    if (kind == "expired")
        return Status::expired(why);
    if (kind == "internal")
        return Status::internal(why);
    if (kind == "invalid")
        return Status::invalid({text(c["group"]), "v1", text(c["kind"])}, name, causes(c["fields"]));
    return Status::noSuchResource();
}

} // namespace

class TestStatus : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wireForm_isUpstreams_data() { addCases("statuses"); }
    void wireForm_isUpstreams()
    {
        MINATO_FETCH_CASE;
        QCOMPARE(toJson(make(testCase).toValue()), toJson(testCase["out"]));
    }

    void wireForm_readsBack_data() { addCases("statuses"); }
    void wireForm_readsBack()
    {
        MINATO_FETCH_CASE;
        const Status status = make(testCase);
        QVERIFY(Status::fromValue(status.toValue()) == status);
    }

    void unknownMethod_isToldInGeneralWords()
    {
        QCOMPARE(Status::methodNotAllowed(resources::kPods, "").message,
                 std::string("the server does not allow this method on the requested resource"));
    }

    void expiredList_carriesAFreshToken()
    {
        Status status = Status::expired("too old");
        status.continueToken = "abc";
        status.retryAfterSeconds = 5;
        QCOMPARE(text(status.toValue().at("metadata", "continue")), std::string("abc"));
        QVERIFY(Status::fromValue(status.toValue()) == status);
    }
};

MINATO_TEST(TestStatus)
#include "tst_status.moc"
