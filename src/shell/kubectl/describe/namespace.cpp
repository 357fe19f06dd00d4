// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Namespaces, with their quotas and limits.
#include "kube/quantity.h"
#include "shell/kubectl/describe/describe.h"

#include <set>

namespace minato::shell::kubectl {
namespace {

using kube::Value;
using Found = Result<std::vector<kube::ObjectPtr>>;

std::string amountText(const Value &value, std::string_view otherwise)
{
    const auto amount = kube::Quantity::fromValue(value);
    return value.isNull() || !amount ? std::string(otherwise) : amount->toString();
}

void writeQuotas(DescribeWriter &w, const std::vector<kube::ObjectPtr> &quotas)
{
    if (quotas.empty()) {
        w.line(0, "No resource quota.");
        return;
    }
    w.line(0, "Resource Quotas");
    for (const kube::ObjectPtr &quota : quotas) {
        w.line(1, "Name:\t{}", quota->name());
        std::set<std::string> scopes;
        for (const Value &scope : quota->spec()["scopes"].items())
            scopes.emplace(scope.asString());
        std::string text;
        for (const std::string &scope : scopes)
            text += (text.empty() ? "" : ", ") + scope;
        if (!text.empty())
            w.line(1, "Scopes:\t{}", text);
        w.write(1, "Resource\tUsed\tHard\n");
        w.write(1, "--------\t---\t---\n");
        for (const kube::Member &item : quota->status()["hard"].members())
            w.line(1, "{}\t{}\t{}", item.key(), amountText(quota->status()["used"][item.key()], "0"),
                   amountText(item.value, "0"));
    }
}

void writeLimits(DescribeWriter &w, const std::vector<kube::ObjectPtr> &ranges)
{
    if (ranges.empty()) {
        w.line(0, "No LimitRange resource.");
        return;
    }
    w.write(0, "Resource Limits\n Type\tResource\tMin\tMax\tDefault Request\tDefault Limit\tMax "
               "Limit/Request Ratio\n");
    w.write(0, " ----\t--------\t---\t---\t---------------\t-------------\t-----------------------\n");
    for (const kube::ObjectPtr &range : ranges)
        writeLimitRows(w, *range, " ");
}

} // namespace

void writeLimitRows(DescribeWriter &writer, const kube::Object &range, std::string_view indent)
{
    for (const Value &item : range.spec()["limits"].items()) {
        std::set<std::string_view> names;
        for (const std::string_view field :
             {"min", "max", "defaultRequest", "default", "maxLimitRequestRatio"})
            for (const kube::Member &member : item[field].members())
                names.insert(member.key());
        for (const std::string_view name : names)
            writer.line(0, "{}{}\t{}\t{}\t{}\t{}\t{}\t{}", indent, item["type"].asString(), name,
                        amountText(item["min"][name], "-"), amountText(item["max"][name], "-"),
                        amountText(item["defaultRequest"][name], "-"), amountText(item["default"][name], "-"),
                        amountText(item["maxLimitRequestRatio"][name], "-"));
    }
}

client::Task<Result<std::string>> describeNamespace(Describing subject)
{
    const kube::ObjectPtr ns = subject.object;
    const std::string name(ns->name());
    const Found quotas = co_await listAll(subject.session, {"", "v1", "resourcequotas"}, name, {});
    if (!quotas && !quotas.error().isNotFound())
        co_return std::unexpected(quotas.error());
    const Found limits = co_await listAll(subject.session, {"", "v1", "limitranges"}, name, {});
    if (!limits && !limits.error().isNotFound())
        co_return std::unexpected(limits.error());
    DescribeWriter w(subject.session);
    w.line(0, "Name:\t{}", name);
    w.labels("Labels", ns->labels());
    w.annotations("Annotations", ns->annotations());
    w.line(0, "Status:\t{}", ns->status()["phase"].asString());
    if (ns->status()["conditions"].size() > 0) {
        w.line(0, "Conditions:");
        w.write(1, "Type\tStatus\tLastTransitionTime\tReason\tMessage\n");
        w.write(1, "----\t------\t------------------\t------\t-------\n");
    }
    for (const Value &c : ns->status()["conditions"].items())
        w.line(1, "{}\t{}\t{}\t{}\t{}", c["type"].asString(), c["status"].asString(),
               longTime(c["lastTransitionTime"]), c["reason"].asString(), c["message"].asString());
    // A server without these types says nothing about them.
    if (quotas) {
        w.write(0, "\n");
        writeQuotas(w, *quotas);
    }
    if (limits) {
        w.write(0, "\n");
        writeLimits(w, *limits);
    }
    co_return w.take();
}

} // namespace minato::shell::kubectl
