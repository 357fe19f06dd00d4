// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl config set and unset: any field by its path. Mirrors kubectl/pkg/cmd/config (set.go, unset.go,
// navigation_step_parser.go); settings of programs that sign in, and extensions, are not among the fields.
#include "kube/base64.h"
#include "kube/go_quote.h"
#include "shell/kubectl/commands/config.h"
#include "shell/kubectl/pairs.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

enum class Kind : std::uint8_t { Text, Bool, Bytes, Texts };
struct Field {
    std::string_view name;
    Kind kind = Kind::Text;
};

constexpr std::array kClusterFields{
    Field{"server"},
    Field{"tls-server-name"},
    Field{"insecure-skip-tls-verify", Kind::Bool},
    Field{"certificate-authority"},
    Field{"certificate-authority-data", Kind::Bytes},
    Field{"proxy-url"},
    Field{"disable-compression", Kind::Bool},
};
constexpr std::array kUserFields{
    Field{"client-certificate"},
    Field{"client-certificate-data", Kind::Bytes},
    Field{"client-key"},
    Field{"client-key-data", Kind::Bytes},
    Field{"token"},
    Field{"tokenFile"},
    Field{"act-as"},
    Field{"act-as-uid"},
    Field{"act-as-groups", Kind::Texts},
    Field{"username"},
    Field{"password"},
};
constexpr std::array kContextFields{Field{"cluster"}, Field{"user"}, Field{"namespace"}};

struct List {
    std::string_view name;
    std::span<const Field> fields;
};
constexpr std::array kLists{List{"clusters", kClusterFields}, List{"contexts", kContextFields},
                            List{"users", kUserFields}};

/// What a path means: "current-context", or a list, an entry of it, a field of that.
struct Place {
    const List *list = nullptr;
    std::string entry;
    const Field *field = nullptr;
};

Result<Place> parse(const std::string &path)
{
    const auto parts = splitAt(path, '.');
    if (parts.front() == "current-context") {
        if (parts.size() > 1)
            return std::unexpected(Error("unable to parse one or more field values of " + path));
        return Place();
    }
    const auto list = std::ranges::find(kLists, parts.front(), &List::name);
    if (list == kLists.end())
        return std::unexpected(Error("unable to parse " + path + " after [] at api.Config"));
    Place place{.list = &*list};
    // A name may hold dots: it goes on until something that is a field.
    std::size_t at = 1;
    for (; at < parts.size(); ++at) {
        const auto field = std::ranges::find(list->fields, parts[at], &Field::name);
        if (at > 1 && field != list->fields.end()) {
            place.field = &*field;
            break;
        }
        place.entry += (at > 1 ? "." : "") + parts[at];
    }
    if (at + 1 < parts.size())
        return std::unexpected(Error("unable to parse one or more field values of " + path));
    return place;
}

Result<Value> valueFor(Kind kind, const std::string &text, bool isRaw)
{
    if (kind == Kind::Bool) {
        constexpr std::array<std::string_view, 6> yes{"1", "t", "T", "true", "TRUE", "True"};
        constexpr std::array<std::string_view, 6> no{"0", "f", "F", "false", "FALSE", "False"};
        const bool isTrue = std::ranges::contains(yes, text);
        if (!isTrue && !text.empty() && !std::ranges::contains(no, text))
            return std::unexpected(
                Error("strconv.ParseBool: parsing " + kube::goQuote(text) + ": invalid syntax"));
        return Value(isTrue);
    }
    if (kind == Kind::Texts)
        return std::unexpected(Error("unrecognized slice type. string"));
    if (kind == Kind::Bytes && !isRaw) {
        if (const auto bytes = kube::decodeBase64(text); !bytes)
            return std::unexpected(Error("error decoding input value: " + bytes.error()));
        return Value(text);
    }
    return Value(kind == Kind::Bytes ? kube::encodeBase64(text) : text);
}

/// Fields that say nothing are not written, but for those that a context always has.
bool isLeftOut(const List &list, const Field &field, const Value &value)
{
    const bool isAlwaysThere = (list.name == "clusters" && field.name == "server") ||
                               (list.name == "contexts" && field.name != "namespace");
    return !isAlwaysThere && (value.isEmpty() || (value.isBool() && !value.asBool()));
}

Value fresh(const List &list)
{
    if (list.name == "clusters")
        return Value::map({{"server", ""}});
    if (list.name == "contexts")
        return Value::map({{"cluster", ""}, {"user", ""}});
    return Value::emptyMap();
}

void put(Kubeconfig &config, const Place &place, Value value)
{
    Value entry = config.find(place.list->name, place.entry);
    if (entry.isNull())
        entry = fresh(*place.list);
    if (isLeftOut(*place.list, *place.field, value))
        entry.erase(place.field->name);
    else
        entry.set(place.field->name, std::move(value));
    config.set(place.list->name, place.entry, std::move(entry));
}

Result<void> setProperty(Kubeconfig &config, const std::string &path, const std::string &text, bool isRaw)
{
    const auto place = parse(path);
    if (!place)
        return std::unexpected(place.error());
    if (!place->list) {
        config.useContext(text);
        return {};
    }
    if (!place->field)
        return std::unexpected(Error(place->entry.empty() ? "can't set a map to a value: " + path
                                                          : "unable to locate path under " + path));
    auto value = valueFor(place->field->kind, text, isRaw);
    if (!value)
        return std::unexpected(value.error());
    put(config, *place, *std::move(value));
    return {};
}

void clear(Kubeconfig &config, std::string_view list)
{
    std::vector<std::string> names;
    for (const Value &entry : config.content()[list].items())
        names.emplace_back(entry["name"].asString());
    for (const std::string &name : names)
        config.remove(list, name);
}

Result<void> unsetProperty(Kubeconfig &config, const std::string &path)
{
    const auto place = parse(path);
    if (!place)
        return std::unexpected(place.error());
    if (!place->list) {
        config.useContext("");
    } else if (place->entry.empty()) {
        clear(config, place->list->name);
    } else if (!place->field) {
        config.remove(place->list->name, place->entry);
    } else {
        if (config.find(place->list->name, place->entry).isNull())
            return std::unexpected(Error("current map key `" + place->entry + "` is invalid"));
        put(config, *place, place->field->kind == Kind::Bool ? Value(false) : Value(""));
    }
    return {};
}

client::Task<int> runSet(Session &session)
{
    const auto &arguments = session.arguments();
    if (arguments.size() != 2)
        co_return failArguments(session);
    if (arguments[1].empty())
        co_return session.fail("you cannot use set to unset a property");
    if (arguments[0].empty())
        co_return session.fail("you must specify a property");
    const auto done =
        setProperty(configOf(session), arguments[0], arguments[1], session.flags().isTrue("set-raw-bytes"));
    if (!done)
        co_return session.fail(done.error());
    session.print("Property " + kube::goQuote(arguments[0]) + " set.\n");
    co_return 0;
}

client::Task<int> runUnset(Session &session)
{
    if (session.arguments().size() != 1)
        co_return failArguments(session);
    const std::string &path = session.arguments().front();
    if (path.empty())
        co_return session.fail("you must specify a property");
    if (const auto done = unsetProperty(configOf(session), path); !done)
        co_return session.fail(done.error());
    session.print("Property " + kube::goQuote(path) + " unset.\n");
    co_return 0;
}

constexpr FlagSpec kSetFlags[]{
    {"set-raw-bytes", 0, FlagType::Bool, "false", "The value is what it says, not in base64."},
};

} // namespace

const Command kConfigSet{
    .path = "config set",
    .usage = "PROPERTY_NAME PROPERTY_VALUE",
    .brief = "Set an individual value in a kubeconfig file",
    .text = "Sets one field by its path, with dots between its parts.",
    .examples = "kubectl config set contexts.minato.namespace blue",
    .flags = {kSetFlags},
    .run = runSet,
};

const Command kConfigUnset{
    .path = "config unset",
    .usage = "PROPERTY_NAME",
    .brief = "Unset an individual value in a kubeconfig file",
    .text = "Takes a field or an entry away.",
    .examples = "kubectl config unset contexts.minato.namespace",
    .flags = {},
    .run = runUnset,
};

} // namespace minato::shell::kubectl
