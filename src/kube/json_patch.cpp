// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/go_number.h"
#include "kube/go_quote.h"
#include "kube/json.h"
#include "kube/patch.h"

#include <format>
#include <optional>

namespace minato::kube {
namespace {

constexpr int kMaxDepth = 512;
constexpr std::size_t kMaxCopiedBytes = 3 * 1024 * 1024; // upstream's default for an API server

using Error = std::optional<std::string>; ///< nothing: done

std::string because(std::string_view what, std::string_view why)
{
    return std::format("{}: {}", what, why);
}

constexpr std::string_view kMissing = "missing value";

std::string decodeToken(std::string_view token)
{
    std::string key;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const bool isEscape =
            token[i] == '~' && i + 1 < token.size() && (token[i + 1] == '0' || token[i + 1] == '1');
        key += isEscape ? (token[++i] == '0' ? '~' : '/') : token[i];
    }
    return key;
}

/// The place that a JSON pointer names: a container and a key in it. What stands before the first slash is
/// ignored.
struct Place {
    std::vector<std::string> parents;
    std::string key;
};

std::optional<Place> parsePointer(std::string_view path)
{
    Place place;
    std::size_t slash = path.find('/');
    if (slash == std::string_view::npos)
        return std::nullopt;
    while (true) {
        path.remove_prefix(slash + 1);
        slash = path.find('/');
        if (slash == std::string_view::npos)
            break;
        place.parents.push_back(decodeToken(path.substr(0, slash)));
    }
    place.key = decodeToken(path);
    return place;
}

struct Index {
    std::int64_t value = 0;
    std::string error; ///< empty: usable
};

/// An index into a list of `size` items, or one past them when `isInsertion`; negative ones count from the
/// end.
Index parseIndex(std::string_view key, std::size_t size, bool isInsertion)
{
    const auto number = goAtoi(key);
    if (!number) {
        const bool isNumber =
            key.find_first_not_of("0123456789", key.starts_with('-') || key.starts_with('+') ? 1 : 0) ==
                std::string_view::npos &&
            key.find_first_of("0123456789") != std::string_view::npos;
        return {0, std::format("strconv.Atoi: parsing {}: {}", goQuote(key),
                               isNumber ? "value out of range" : "invalid syntax")};
    }
    const auto limit = static_cast<std::int64_t>(size) + (isInsertion ? 1 : 0);
    if (*number >= limit || *number < -limit)
        return {0, std::format("Unable to access invalid index: {}: invalid index referenced", *number)};
    return {*number < 0 ? *number + limit : *number, {}};
}

bool isDeeperThan(const Value &value, int levels)
{
    if (!value.isMap() && !value.isArray())
        return false;
    if (levels <= 0)
        return true;
    for (const Value &item : value.items()) {
        if (isDeeperThan(item, levels - 1))
            return true;
    }
    for (const Member &member : value.members()) {
        if (isDeeperThan(member.value, levels - 1))
            return true;
    }
    return false;
}

std::string_view jsonTypeName(const Value &value)
{
    if (value.isMap())
        return "object";
    return value.isString() ? "string" : value.isBool() ? "bool" : value.isArray() ? "array" : "number";
}

/// Copies into their own copies would otherwise build what no writer or reader can walk.
Error depthError(const Place &place, const Value &value)
{
    if (!isDeeperThan(
            value, kMaxDepth - static_cast<int>(std::min<std::size_t>(place.parents.size(), kMaxDepth)) - 1))
        return std::nullopt;
    return std::format("the result would be nested more than {} levels deep", kMaxDepth);
}

/// One patched document; every operation reports its own failure.
class Patcher {
public:
    explicit Patcher(const Value &document) : m_root(document) {}

    Error apply(const Value &operation);
    [[nodiscard]] Value take() { return std::move(m_root); }

private:
    Error add(const Value &operation);
    Error remove(const Value &operation);
    Error replace(const Value &operation);
    Error move(const Value &operation);
    Error copy(const Value &operation);
    Error test(const Value &operation) const;

    /// The container that a place is in, for reading; null when there is none.
    [[nodiscard]] const Value *find(const Place &place) const;
    /// The same for writing; only after find() said that it is there.
    [[nodiscard]] Value &edit(const Place &place);
    [[nodiscard]] const Value *container(const std::optional<Place> &place) const
    {
        return place ? find(*place) : nullptr;
    }
    /// Puts a value at a place whose container exists.
    Error insert(const Place &place, const Value &value);
    Error erase(const Place &place);

    Value m_root;
    std::size_t m_copiedBytes = 0;
};

const Value *Patcher::find(const Place &place) const
{
    const Value *here = &m_root;
    for (const std::string &key : place.parents) {
        if (here->isMap()) {
            here = &(*here)[key];
        } else {
            const Index index = parseIndex(key, here->size(), false);
            if (!index.error.empty())
                return nullptr;
            here = &(*here)[static_cast<std::size_t>(index.value)];
        }
        if (!here->isMap() && !here->isArray())
            return nullptr;
    }
    return here;
}

Value &Patcher::edit(const Place &place)
{
    Value *here = &m_root;
    for (const std::string &key : place.parents)
        here = here->isMap()
                   ? &here->edit(key)
                   : &here->edit(static_cast<std::size_t>(parseIndex(key, here->size(), false).value));
    return *here;
}

/// The value at `key`, null when a map lacks it, or why a list has no such index.
std::expected<Value, std::string> valueAt(const Value &container, std::string_view key)
{
    if (container.isMap())
        return container[key];
    const Index index = parseIndex(key, container.size(), false);
    if (!index.error.empty())
        return std::unexpected(index.error);
    return container[static_cast<std::size_t>(index.value)];
}

Error Patcher::insert(const Place &place, const Value &value)
{
    if (Error error = depthError(place, value))
        return error;
    Value &container = edit(place);
    if (container.isMap()) {
        container.set(place.key, value);
        return std::nullopt;
    }
    if (place.key == "-") {
        container.push(value);
        return std::nullopt;
    }
    const Index index = parseIndex(place.key, container.size(), true);
    if (index.error.starts_with("strconv"))
        return because(std::format("value was not a proper array index: '{}'", place.key), index.error);
    if (!index.error.empty())
        return index.error;
    auto &items = container.editItems();
    items.insert(items.begin() + index.value, value);
    return std::nullopt;
}

Error Patcher::erase(const Place &place)
{
    const Value &container = *find(place);
    if (container.isMap()) {
        if (!container.contains(place.key))
            return because("Unable to remove nonexistent key: " + place.key, kMissing);
        edit(place).erase(place.key);
        return std::nullopt;
    }
    const Index index = parseIndex(place.key, container.size(), false);
    if (!index.error.empty())
        return index.error;
    auto &items = edit(place).editItems();
    items.erase(items.begin() + index.value);
    return std::nullopt;
}

/// A member that holds a pointer; its absence and its being no text have messages of their own.
std::expected<std::string_view, std::string> pointerOf(const Value &operation, std::string_view member,
                                                       std::string_view absence)
{
    const Value &pointer = operation[member];
    if (pointer.isNull())
        return std::unexpected(because(absence, kMissing));
    if (!pointer.isString())
        return std::unexpected(
            std::format("json: cannot unmarshal {} into Go value of type string", jsonTypeName(pointer)));
    return pointer.asString();
}

std::expected<std::string_view, std::string> pathOf(const Value &operation)
{
    return pointerOf(operation, "path", "operation missing path field");
}

std::expected<std::string_view, std::string> fromOf(const Value &operation)
{
    return pointerOf(operation, "from", "operation, missing from field");
}

Error Patcher::add(const Value &operation)
{
    const auto path = pathOf(operation);
    if (!path)
        return because("add operation failed to decode path", kMissing);
    const auto place = parsePointer(*path);
    if (container(place) == nullptr)
        return because(std::format("add operation does not apply: doc is missing path: \"{}\"", *path),
                       kMissing);
    const Error error = insert(*place, operation["value"]);
    return error ? because(std::format("error in add for path: '{}'", *path), *error) : error;
}

Error Patcher::remove(const Value &operation)
{
    const auto path = pathOf(operation);
    if (!path)
        return because("remove operation failed to decode path", kMissing);
    const auto place = parsePointer(*path);
    if (container(place) == nullptr)
        return because(std::format("remove operation does not apply: doc is missing path: \"{}\"", *path),
                       kMissing);
    const Error error = erase(*place);
    return error ? because(std::format("error in remove for path: '{}'", *path), *error) : error;
}

Error Patcher::replace(const Value &operation)
{
    const auto path = pathOf(operation);
    if (!path)
        return because("replace operation failed to decode path", path.error());
    const Value &value = operation["value"];
    if (path->empty()) { // upstream ignores a scalar here without a word
        if (value.isMap() || value.isArray())
            m_root = value;
        return std::nullopt;
    }
    const auto place = parsePointer(*path);
    const Value *parent = container(place);
    if (parent == nullptr)
        return because(std::format("replace operation does not apply: doc is missing path: {}", *path),
                       kMissing);
    if (parent->isMap())
        return insert(*place, value);
    const Index index = parseIndex(place->key, parent->size(), false);
    if (!index.error.empty())
        return because(std::format("replace operation does not apply: doc is missing key: {}", *path),
                       kMissing);
    if (Error error = depthError(*place, value))
        return error;
    edit(*place).edit(static_cast<std::size_t>(index.value)) = value;
    return std::nullopt;
}

Error Patcher::move(const Value &operation)
{
    const auto from = fromOf(operation);
    if (!from)
        return because("move operation failed to decode from", from.error());
    const auto source = parsePointer(*from);
    const Value *parent = container(source);
    if (parent == nullptr)
        return because(std::format("move operation does not apply: doc is missing from path: {}", *from),
                       kMissing);
    const auto value = valueAt(*parent, source->key);
    const Error removal = value ? erase(*source) : value.error();
    if (removal)
        return because(std::format("error in move for path: '{}'", source->key), *removal);
    const auto path = pathOf(operation);
    if (!path)
        return because("move operation failed to decode path", path.error());
    const auto place = parsePointer(*path);
    if (container(place) == nullptr)
        return because(
            std::format("move operation does not apply: doc is missing destination path: {}", *path),
            kMissing);
    const Error error = insert(*place, *value);
    return error ? because(std::format("error in move for path: '{}'", *path), *error) : error;
}

Error Patcher::copy(const Value &operation)
{
    const auto from = fromOf(operation);
    if (!from)
        return because("copy operation failed to decode from", from.error());
    const auto source = parsePointer(*from);
    const Value *parent = container(source);
    if (parent == nullptr)
        return because(std::format("copy operation does not apply: doc is missing from path: {}", *from),
                       kMissing);
    const auto value = valueAt(*parent, source->key);
    if (!value)
        return because(std::format("error in copy for from: '{}'", *from), value.error());
    const auto path = pathOf(operation);
    if (!path)
        return because("copy operation failed to decode path", kMissing);
    const auto place = parsePointer(*path);
    if (container(place) == nullptr)
        return because(
            std::format("copy operation does not apply: doc is missing destination path: {}", *path),
            kMissing);
    m_copiedBytes += value->isNull() ? 0 : toJson(*value).size();
    if (m_copiedBytes > kMaxCopiedBytes)
        return std::format(
            "Unable to complete the copy, the accumulated size increase of copy is {}, exceeding the "
            "limit {}",
            m_copiedBytes, kMaxCopiedBytes);
    const Error error = insert(*place, *value);
    return error ? because("error while adding value during copy", *error) : error;
}

Error Patcher::test(const Value &operation) const
{
    const auto path = pathOf(operation);
    if (!path)
        return because("test operation failed to decode path", path.error());
    const auto failure = [&path] {
        return because(std::format("testing value {} failed", *path), "test failed");
    };
    if (path->empty())
        return m_root == operation["value"] ? std::nullopt : Error(failure());
    const auto place = parsePointer(*path);
    const Value *parent = container(place);
    if (parent == nullptr)
        return because(std::format("test operation does not apply: is missing path: {}", *path), kMissing);
    const auto value = valueAt(*parent, place->key);
    if (!value)
        return because(std::format("error in test for path: '{}'", *path), value.error());
    return *value == operation["value"] ? std::nullopt : Error(failure());
}

Error Patcher::apply(const Value &operation)
{
    const std::string_view kind = operation["op"].asString("unknown");
    if (kind == "add")
        return add(operation);
    if (kind == "remove")
        return remove(operation);
    if (kind == "replace")
        return replace(operation);
    if (kind == "move")
        return move(operation);
    if (kind == "copy")
        return copy(operation);
    if (kind == "test")
        return test(operation);
    return std::format("Unexpected kind: {}", kind);
}

} // namespace

std::expected<Value, std::string> applyJsonPatch(const Value &document, const Value &operations)
{
    if (!operations.isArray() && !operations.isNull())
        return std::unexpected(std::format("json: cannot unmarshal {} into Go value of type jsonpatch.Patch",
                                           jsonTypeName(operations)));
    for (const Value &operation : operations.items()) {
        if (!operation.isMap() && !operation.isNull())
            return std::unexpected(
                std::format("json: cannot unmarshal {} into Go value of type jsonpatch.Operation",
                            jsonTypeName(operation)));
    }
    Patcher patcher(document);
    for (const Value &operation : operations.items()) {
        if (Error error = patcher.apply(operation))
            return std::unexpected(*std::move(error));
    }
    return patcher.take();
}

} // namespace minato::kube
