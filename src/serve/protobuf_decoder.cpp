// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/protobuf_decoder.h"

#include "base/instant.h"
#include "serve/protobuf_schema.h"

#include <algorithm>
#include <array>
#include <expected>
#include <format>
#include <optional>
#include <string>

namespace minato::serve {
namespace {

using kube::Value;

template <class T>
using Outcome = std::expected<T, std::string>;

constexpr std::string_view kMagic("k8s\0", 4);
constexpr std::string_view kTruncated = "unexpected end of the protobuf message";

/// One field as it stands on the wire.
struct WireField {
    std::uint32_t number = 0;
    bool isNumber = false;
    std::uint64_t value = 0;
    std::string_view bytes = {};
};

class Wire {
public:
    explicit Wire(std::string_view bytes) : m_bytes(bytes) {}
    [[nodiscard]] bool isAtEnd() const { return m_bytes.empty(); }

    Outcome<WireField> next()
    {
        const auto tag = varint();
        if (!tag)
            return std::unexpected(tag.error());
        WireField field{.number = static_cast<std::uint32_t>(*tag >> 3U)};
        switch (*tag & 7U) {
        case 0: {
            const auto value = varint();
            if (!value)
                return std::unexpected(value.error());
            field.isNumber = true;
            field.value = *value;
            return field;
        }
        case 2: {
            const auto length = varint();
            if (!length)
                return std::unexpected(length.error());
            if (*length > m_bytes.size())
                return std::unexpected(std::string(kTruncated));
            field.bytes = m_bytes.substr(0, *length);
            m_bytes.remove_prefix(*length);
            return field;
        }
        default:
            return std::unexpected(std::format("protobuf wire type {} is not in use here", *tag & 7U));
        }
    }

private:
    Outcome<std::uint64_t> varint()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (m_bytes.empty())
                return std::unexpected(std::string(kTruncated));
            const auto byte = static_cast<unsigned char>(m_bytes.front());
            m_bytes.remove_prefix(1);
            value |= std::uint64_t(byte & 0x7FU) << shift;
            if ((byte & 0x80U) == 0)
                return value;
        }
        return std::unexpected(std::string("a protobuf number is too long"));
    }

    std::string_view m_bytes;
};

Outcome<Value> decodeMessage(std::string_view bytes, const ProtobufMessage &message);

/// The fields numbered 1 and 2 of a small message: map entries, times, IntOrString.
struct Small {
    std::array<std::optional<WireField>, 4> fields;

    static Outcome<Small> read(std::string_view bytes)
    {
        Small small;
        for (Wire wire(bytes); !wire.isAtEnd();) {
            const auto field = wire.next();
            if (!field)
                return std::unexpected(field.error());
            if (field->number < small.fields.size())
                small.fields[field->number] = *field;
        }
        return small;
    }
    [[nodiscard]] std::string_view text(std::size_t number) const
    {
        return fields[number] ? fields[number]->bytes : std::string_view();
    }
    [[nodiscard]] std::int64_t number(std::size_t place) const
    {
        return fields[place] ? static_cast<std::int64_t>(fields[place]->value) : 0;
    }
};

Outcome<Value> decodeIntOrString(std::string_view bytes)
{
    const auto small = Small::read(bytes);
    if (!small)
        return std::unexpected(small.error());
    return small->number(1) == 1 ? Value(small->text(3)) : Value(small->number(2));
}

Outcome<Value> decodeTime(std::string_view bytes)
{
    const auto small = Small::read(bytes);
    if (!small)
        return std::unexpected(small.error());
    constexpr std::int64_t kMostSeconds = 9'000'000'000; // fits in nanoseconds
    const std::int64_t seconds = small->number(1);
    if (seconds <= 0 || seconds > kMostSeconds)
        return Value();
    return Value(base::toRfc3339(base::Instant{seconds * 1'000'000'000}));
}

Outcome<void> addMapEntry(Value &map, std::string_view bytes, bool isQuantity)
{
    const auto entry = Small::read(bytes);
    if (!entry)
        return std::unexpected(entry.error());
    if (!isQuantity) {
        map.set(entry->text(1), entry->text(2));
        return {};
    }
    const auto quantity = Small::read(entry->text(2));
    if (!quantity)
        return std::unexpected(quantity.error());
    map.set(entry->text(1), quantity->text(1));
    return {};
}

bool isNumeric(ProtobufType type)
{
    return type == ProtobufType::Integer || type == ProtobufType::Flag;
}

/// Null when the field counts as absent.
Outcome<Value> decodeField(const WireField &wire, const ProtobufField &field)
{
    switch (field.type) {
    case ProtobufType::Text:
        return wire.bytes.empty() && !field.isRepeated ? Value() : Value(wire.bytes);
    case ProtobufType::Integer:
        return wire.value == 0 && !field.isPointer ? Value() : Value(static_cast<std::int64_t>(wire.value));
    case ProtobufType::Flag:
        return wire.value == 0 && !field.isPointer ? Value() : Value(wire.value != 0);
    case ProtobufType::Message: {
        auto value = decodeMessage(wire.bytes, *field.message);
        if (value && value->size() == 0 && !field.isPointer && !field.isRepeated)
            return Value();
        return value;
    }
    case ProtobufType::IntOrString:
        return decodeIntOrString(wire.bytes);
    case ProtobufType::Time:
        return decodeTime(wire.bytes);
    case ProtobufType::TextMap:
    case ProtobufType::QuantityMap:
        break;
    }
    return Value();
}

Outcome<void> take(Value &object, const WireField &wire, const ProtobufField &field)
{
    if (wire.isNumber != isNumeric(field.type))
        return std::unexpected(std::format("field \"{}\" has the wrong protobuf wire type", field.name));
    if (field.type == ProtobufType::TextMap || field.type == ProtobufType::QuantityMap) {
        Value &map = object.edit(field.name);
        if (map.isNull())
            map = Value::emptyMap();
        return addMapEntry(map, wire.bytes, field.type == ProtobufType::QuantityMap);
    }
    auto value = decodeField(wire, field);
    if (!value)
        return std::unexpected(value.error());
    if (field.isRepeated) {
        Value &list = object.edit(field.name);
        if (list.isNull())
            list = Value::emptyArray();
        list.push(std::move(*value));
    } else if (!value->isNull()) {
        object.set(field.name, std::move(*value));
    }
    return {};
}

Outcome<Value> decodeMessage(std::string_view bytes, const ProtobufMessage &message)
{
    Value object = Value::emptyMap();
    for (Wire wire(bytes); !wire.isAtEnd();) {
        const auto read = wire.next();
        if (!read)
            return std::unexpected(read.error());
        const auto field = std::ranges::find(message.fields, read->number, &ProtobufField::number);
        if (field == message.fields.end())
            return std::unexpected(std::format(
                "protobuf field {} is not understood by this server; send JSON instead", read->number));
        if (const auto taken = take(object, *read, *field); !taken)
            return std::unexpected(taken.error());
    }
    return object;
}

kube::Status badBody(const std::string &why)
{
    return kube::Status::badRequest("the protobuf body cannot be read: " + why);
}

} // namespace

kube::Result<Value> decodeProtobuf(std::string_view body)
{
    if (!body.starts_with(kMagic))
        return std::unexpected(badBody("it does not begin with k8s"));
    const auto unknown = Small::read(body.substr(kMagic.size()));
    if (!unknown)
        return std::unexpected(badBody(unknown.error()));
    const auto type = Small::read(unknown->text(1));
    if (!type)
        return std::unexpected(badBody(type.error()));
    const std::string apiVersion(type->text(1)), kind(type->text(2));
    const ProtobufMessage *message = protobufMessage(apiVersion, kind);
    if (!message)
        return std::unexpected(kube::Status{
            .code = 415,
            .reason = "UnsupportedMediaType",
            .message = std::format("this server reads {} \"{}\" as JSON or YAML only, not as protobuf",
                                   apiVersion, kind)});
    auto object = decodeMessage(unknown->text(2), *message);
    if (!object)
        return std::unexpected(badBody(object.error()));
    object->set("apiVersion", apiVersion);
    object->set("kind", kind);
    return std::move(*object);
}

} // namespace minato::serve
