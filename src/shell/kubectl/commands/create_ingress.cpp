// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl create ingress. Mirrors kubectl/pkg/cmd/create (create_ingress.go).
#include "shell/kubectl/commands/create.h"
#include "shell/kubectl/pairs.h"

#include <algorithm>
#include <charconv>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

bool isWord(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

/// Whether "SERVICE:PORT" begins here.
bool startsBackend(std::string_view text)
{
    const auto word = [&text] {
        const std::size_t length = static_cast<std::size_t>(
            std::ranges::find_if(text, [](char c) { return !isWord(c) && c != '-'; }) - text.begin());
        text.remove_prefix(length);
        return length > 0;
    };
    if (!word() || !text.starts_with(':'))
        return false;
    text.remove_prefix(1);
    return word();
}

/// HOST/PATH=SERVICE:PORT, whatever follows.
bool isRule(std::string_view text)
{
    const std::size_t slash = std::min(text.find('/'), text.size());
    const bool hasHost = std::ranges::all_of(
        text.substr(0, slash), [](char c) { return isWord(c) || std::string_view("*-.").contains(c); });
    for (std::size_t equals = text.find('=', slash); equals < text.size();
         equals = text.find('=', equals + 1))
        if (hasHost && startsBackend(text.substr(equals + 1)))
            return true;
    return false;
}

Value backend(std::string_view text)
{
    const auto parts = splitAt(text, ':');
    const std::string port = parts.size() > 1 ? parts[1] : "";
    std::int32_t number = 0;
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
    const bool isNumber = error == std::errc() && end == port.data() + port.size();
    return Value::map({{"service", Value::map({{"name", parts[0]},
                                               {"port", isNumber ? Value::map({{"number", number}})
                                                                 : Value::map({{"name", port}})}})}});
}

/// "bar*=web:80": a star at the end means everything below.
Value pathOf(std::string_view text)
{
    const auto parts = splitAt(text, '=');
    std::string path = "/" + parts[0];
    const bool isPrefix = path.ends_with('*');
    if (isPrefix)
        path.pop_back();
    return Value::map({{"path", path},
                       {"pathType", isPrefix ? "Prefix" : "Exact"},
                       {"backend", backend(parts.size() > 1 ? parts[1] : "")}});
}

std::size_t indexOf(const Value &list, const char *key, const std::string &text)
{
    const auto items = list.items();
    return static_cast<std::size_t>(
        std::ranges::find_if(items, [&](const Value &item) { return item[key].asString() == text; }) -
        items.begin());
}

Value rulesOf(const std::vector<std::string> &texts)
{
    Value rules = Value::emptyArray();
    for (const std::string &text : texts) {
        const std::string plain = splitAt(text, ',').front();
        const std::size_t slash = plain.find('/');
        const std::string host = plain.substr(0, slash);
        const std::size_t at = indexOf(rules, "host", host);
        if (at == rules.size())
            rules.push(host.empty() ? Value::emptyMap() : Value::map({{"host", host}}));
        rules.edit(at).edit("http").edit("paths").push(pathOf(plain.substr(slash + 1)));
    }
    return rules;
}

/// Each host once, together with those of the same Secret.
Value tlsOf(const std::vector<std::string> &texts)
{
    Value all = Value::emptyArray();
    std::vector<std::string> seen;
    for (const std::string &text : texts) {
        const auto parts = splitAt(text, ',');
        const std::string host = text.substr(0, text.find('/'));
        if (parts.size() != 2 || std::ranges::contains(seen, host))
            continue;
        seen.push_back(host);
        const auto words = splitAt(parts[1], '=');
        const std::string secret = words.size() > 1 ? words[1] : "";
        const std::size_t at = indexOf(all, "secretName", secret);
        if (at < all.size()) {
            all.edit(at).edit("hosts").push(host);
            continue;
        }
        Value tls = Value::emptyMap();
        if (!host.empty())
            tls.edit("hosts").push(host);
        if (!secret.empty())
            tls.set("secretName", secret);
        if (!tls.isEmpty())
            all.push(std::move(tls));
    }
    return all;
}

Result<void> checkIngress(const Flags &flags)
{
    const std::string &standard = flags.text("default-backend");
    if (standard.empty() && flags.list("rule").empty())
        return std::unexpected(
            Error("not enough information provided: every ingress has to either specify a "
                  "default-backend (which catches all traffic) or a list of rules (which catch "
                  "specific paths)"));
    for (const std::string &rule : flags.list("rule"))
        if (!isRule(rule))
            return std::unexpected(
                Error("rule " + rule +
                      " is invalid and should be in format host/path=svcname:svcport[,tls[=secret]]"));
    for (const std::string &annotation : flags.list("annotation"))
        if (!annotation.contains('='))
            return std::unexpected(
                Error("annotation " + annotation + " is invalid and should be in format key=[value]"));
    if (!standard.empty() && splitAt(standard, ':').size() != 2)
        return std::unexpected(Error("default-backend should be in format servicename:serviceport"));
    return {};
}

Result<Value> ingressOf(const Session &session, const std::string &name)
{
    const Flags &flags = session.flags();
    if (const auto fits = checkIngress(flags); !fits)
        return std::unexpected(fits.error());
    Value ingress = namedObject(session, "networking.k8s.io/v1", "Ingress", name);
    for (const std::string &annotation : flags.list("annotation")) {
        const std::size_t equals = annotation.find('=');
        ingress.edit("metadata")
            .edit("annotations")
            .set(annotation.substr(0, equals), annotation.substr(equals + 1));
    }
    Value spec = Value::emptyMap();
    if (!flags.text("class").empty())
        spec.set("ingressClassName", flags.text("class"));
    if (!flags.text("default-backend").empty())
        spec.set("defaultBackend", backend(flags.text("default-backend")));
    if (Value tls = tlsOf(flags.list("rule")); !tls.isEmpty())
        spec.set("tls", std::move(tls));
    if (Value rules = rulesOf(flags.list("rule")); !rules.isEmpty())
        spec.set("rules", std::move(rules));
    ingress.set("spec", std::move(spec));
    return ingress;
}

client::Task<int> runCreateIngress(Session &session)
{
    return runCreation(session, {.type = {"networking.k8s.io", "v1", "ingresses"},
                                 .failure = "failed to create ingress: ",
                                 .object = ingressOf});
}

constexpr FlagSpec kIngressFlags[]{
    {"class", 0, FlagType::Text, "", "Which kind of ingress controller shall serve it."},
    {"rule", 0, FlagType::Array, "[]",
     "HOST/PATH=SERVICE:PORT, with \",tls\" or \",tls=SECRET\" after it; a * ends a PATH "
     "that stands for all below it. May be repeated."},
    {"default-backend", 0, FlagType::Text, "", "Where everything else goes, SERVICE:PORT."},
    {"annotation", 0, FlagType::Array, "[]", "An annotation, KEY=VALUE; may be repeated."},
};

} // namespace

const Command kCreateIngress{
    .path = "create ingress",
    .usage = "NAME --rule=host/path=service:port[,tls[=secret]] ",
    .brief = "Create an ingress with the specified name",
    .text = "Makes an Ingress: which host names and paths from outside lead to which Service.",
    .examples = "kubectl create ingress shop --rule=\"shop.example/*=web:80\"",
    .flags = creationFlags(kIngressFlags),
    .run = runCreateIngress,
    .aliases = {"ing"},
};

} // namespace minato::shell::kubectl
