// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/schema/protobuf.h"

#include "base/instant.h"
#include "kube/base64.h"
#include "kube/json.h"
#include "kube/schema/wire_reader.h"
#include "kube/utf8.h"

#include <algorithm>
#include <bit>
#include <format>

namespace minato::kube {
namespace {

constexpr std::string_view kPrefix("k8s\0", 4);
constexpr std::size_t kMaxValues = 250'000;
/// What fits an Instant: the years 1678 to 2261.
constexpr std::int64_t kFirstSecond = -9'214'560'000, kLastSecond = 9'214'646'399;

/// As Go's JSON encoder would write the bytes: what is no UTF-8 becomes U+FFFD.
Value textOf(std::string_view bytes)
{
    std::string text;
    for (std::string_view rest = bytes; !rest.empty();) {
        const Rune rune = firstRune(rest);
        appendRune(text, rune.value);
        rest.remove_prefix(rune.size);
    }
    return text;
}

/// Zero in the sense of Go's omitempty, of a field that is no pointer.
bool isZero(const FieldType &type, const Value &value)
{
    if (type.form == Form::Structure)
        return value.size() == 0;
    return value.isEmpty() || (type.form != Form::IntOrString && value == Value(0)) || value == Value(false);
}

bool isNumber(const FieldType &type)
{
    return type.form == Form::Bool || type.form == Form::Int32 || type.form == Form::Int64 ||
           type.form == Form::Float;
}

/// Reads messages by the field table.
class Decoder {
public:
    explicit Decoder(const TypeTable &types) : m_types(types) {}

    [[nodiscard]] Value structure(const Structure &structure, std::string_view bytes);
    [[nodiscard]] const std::string &error() const { return m_error; }

private:
    /// One member of a message under way: lists and maps grow entry by entry.
    struct Growing {
        const Field *field = nullptr;
        Value value;
        MapBuilder map;
    };
    /// A message under way.
    struct Members {
        std::vector<Growing> fields;
        Value inlined; ///< what inlined messages brought

        Growing &of(const Field &field)
        {
            const auto it = std::ranges::find(fields, &field, &Growing::field);
            return it != fields.end() ? *it : fields.emplace_back(&field);
        }
    };

    void member(Members &members, const Structure &structure, WireReader &reader);
    void grow(Growing &member, WireReader &reader);
    [[nodiscard]] Value one(const FieldType &type, WireReader &reader, std::string_view field);
    [[nodiscard]] Value message(const FieldType &type, std::string_view bytes);
    void addEntry(MapBuilder &map, const FieldType &type, std::string_view bytes);
    [[nodiscard]] Value packed(const FieldType &type, std::string_view bytes, Value list);
    [[nodiscard]] Value wrappedList(const FieldType &type, std::string_view bytes);
    [[nodiscard]] Value intOrString(std::string_view bytes);
    [[nodiscard]] Value time(const FieldType &type, std::string_view bytes);
    [[nodiscard]] Value firstText(std::string_view bytes);
    [[nodiscard]] Value json(std::string_view bytes);
    void finish(const WireReader &reader) { fail(reader.error()); }
    void fail(std::string_view message)
    {
        if (m_error.empty())
            m_error = message;
    }
    [[nodiscard]] bool mayGoOn()
    {
        if (++m_count > kMaxValues)
            fail(std::format("the object has more than {} values", kMaxValues));
        return m_error.empty();
    }

    const TypeTable &m_types;
    std::size_t m_count = 0;
    std::string m_error;
};

Value Decoder::structure(const Structure &structure, std::string_view bytes)
{
    Members members;
    WireReader reader(bytes);
    while (mayGoOn() && reader.next())
        member(members, structure, reader);
    finish(reader);
    MapBuilder builder;
    for (const Member &entry : members.inlined.members())
        builder.add(entry.keyValue, entry.value);
    for (auto &[field, value, map] : members.fields) {
        if (field->type->form == Form::Map)
            value = map.build();
        if (field->isPointer || field->isAlwaysWritten || !isZero(*field->type, value))
            builder.add(field->key, std::move(value));
    }
    return builder.build();
}

void Decoder::member(Members &members, const Structure &structure, WireReader &reader)
{
    const auto inlined = std::ranges::find(structure.messages, reader.number(), &InlinedMessage::number);
    if (inlined != structure.messages.end()) {
        const Structure &inner = m_types.structure(inlined->structure);
        const Value value = this->structure(inner, reader.bytes(inner.goName()));
        for (const Member &entry : value.members())
            members.inlined.set(entry.key(), entry.value);
        return;
    }
    const auto field = std::ranges::find(structure.fields, reader.number(), &Field::number);
    if (reader.number() != 0 && field != structure.fields.end())
        grow(members.of(*field), reader);
}

void Decoder::grow(Growing &member, WireReader &reader)
{
    const FieldType &type = *member.field->type;
    const std::string_view key = member.field->key.asString();
    if (type.form == Form::Map) {
        addEntry(member.map, *type.inner, reader.bytes(key));
    } else if (type.form != Form::List || type.isMessage) {
        member.value = one(type, reader, key);
    } else if (isNumber(*type.inner) && reader.type() == WireType::Bytes) {
        member.value = packed(*type.inner, reader.bytes(key), std::move(member.value));
    } else {
        member.value.push(one(*type.inner, reader, key));
    }
}

Value Decoder::one(const FieldType &type, WireReader &reader, std::string_view field)
{
    switch (type.form) {
    case Form::Bool:
        return reader.varint(field) != 0;
    case Form::Int32:
        return static_cast<std::int32_t>(reader.varint(field));
    case Form::Int64:
        return static_cast<std::int64_t>(reader.varint(field));
    case Form::Float:
        return std::bit_cast<double>(reader.fixed64(field));
    default:
        return message(type, reader.bytes(field));
    }
}

Value Decoder::message(const FieldType &type, std::string_view bytes)
{
    switch (type.form) {
    case Form::String:
        return textOf(bytes);
    case Form::Bytes:
        return encodeBase64(bytes);
    case Form::Structure:
        return structure(m_types.structure(type.structure), bytes);
    case Form::List:
        return wrappedList(type, bytes);
    case Form::Quantity: {
        const Value text = firstText(bytes);
        return text.isEmpty() ? Value("0") : text;
    }
    case Form::IntOrString:
        return intOrString(bytes);
    case Form::Time:
    case Form::MicroTime:
        return time(type, bytes);
    case Form::FieldsV1:
    case Form::RawExtension:
        return json(bytes);
    default:
        fail("a field of this type cannot be read from protobuf");
        return {};
    }
}

void Decoder::addEntry(MapBuilder &map, const FieldType &type, std::string_view bytes)
{
    Value key(""), value;
    WireReader reader(bytes);
    while (mayGoOn() && reader.next()) {
        if (reader.number() == 1)
            key = textOf(reader.bytes("key"));
        else if (reader.number() == 2)
            value = one(type, reader, "value");
    }
    finish(reader);
    if (value.isNull() && type.form == Form::String)
        value = "";
    map.add(std::move(key), std::move(value));
}

Value Decoder::packed(const FieldType &type, std::string_view bytes, Value list)
{
    // Packed numbers have no tags: give each one that of field 1.
    const bool isFloat = type.form == Form::Float;
    std::size_t start = 0;
    for (std::size_t i = 0; i < bytes.size() && mayGoOn(); ++i) {
        const bool isLast = isFloat ? i - start == 7 : static_cast<unsigned char>(bytes[i]) < 0x80;
        if (!isLast)
            continue;
        std::string tagged(1, isFloat ? '\x09' : '\x08');
        WireReader reader(tagged.append(bytes.substr(start, i + 1 - start)));
        if (reader.next())
            list.push(one(type, reader, "item"));
        finish(reader);
        start = i + 1;
    }
    if (start != bytes.size())
        fail("unexpected EOF");
    return list;
}

Value Decoder::wrappedList(const FieldType &type, std::string_view bytes)
{
    Value list = Value::emptyArray();
    WireReader reader(bytes);
    while (mayGoOn() && reader.next()) {
        if (reader.number() == 1)
            list.push(one(*type.inner, reader, "items"));
    }
    finish(reader);
    return list;
}

Value Decoder::intOrString(std::string_view bytes)
{
    bool isText = false;
    Value number(0), text("");
    WireReader reader(bytes);
    while (reader.next()) {
        if (reader.number() == 1)
            isText = reader.varint("type") == 1;
        else if (reader.number() == 2)
            number = static_cast<std::int32_t>(reader.varint("intVal"));
        else if (reader.number() == 3)
            text = textOf(reader.bytes("strVal"));
    }
    finish(reader);
    return isText ? text : number;
}

Value Decoder::time(const FieldType &type, std::string_view bytes)
{
    if (bytes.empty())
        return {};
    std::int64_t seconds = 0, nanos = 0;
    WireReader reader(bytes);
    while (reader.next()) {
        if (reader.number() == 1)
            seconds = static_cast<std::int64_t>(reader.varint("seconds"));
        else if (reader.number() == 2)
            nanos = static_cast<std::int32_t>(reader.varint("nanos"));
    }
    finish(reader);
    if (seconds < kFirstSecond || seconds > kLastSecond || nanos < 0 || nanos > 999'999'999) {
        fail("Time.MarshalJSON: year outside of range [0,9999]");
        return {};
    }
    const base::Instant instant{seconds * 1'000'000'000 + nanos};
    return type.form == Form::Time ? base::toRfc3339(instant) : base::toRfc3339Micro(instant);
}

Value Decoder::firstText(std::string_view bytes)
{
    Value text("");
    WireReader reader(bytes);
    while (reader.next()) {
        if (reader.number() == 1)
            text = textOf(reader.bytes("string"));
    }
    finish(reader);
    return text;
}

Value Decoder::json(std::string_view bytes)
{
    std::string_view raw;
    WireReader reader(bytes);
    while (reader.next()) {
        if (reader.number() == 1)
            raw = reader.bytes("raw");
    }
    finish(reader);
    if (raw.empty())
        return {};
    auto value = parseJson(raw);
    if (!value) {
        fail("the raw part of the object is no JSON");
        return {};
    }
    return *std::move(value);
}

/// A message of two or more texts, by their numbers.
struct Envelope {
    std::string_view typeMeta, raw;
    std::string apiVersion, kind, error;

    explicit Envelope(std::string_view bytes)
    {
        WireReader outer(bytes);
        while (outer.next()) {
            if (outer.number() == 1)
                typeMeta = outer.bytes("TypeMeta");
            else if (outer.number() == 2)
                raw = outer.bytes("Raw");
        }
        WireReader inner(typeMeta);
        while (inner.next()) {
            if (inner.number() == 1)
                apiVersion = textOf(inner.bytes("APIVersion")).asString();
            else if (inner.number() == 2)
                kind = textOf(inner.bytes("Kind")).asString();
        }
        error = outer.error().empty() ? inner.error() : outer.error();
    }
};

/// The structure of a kind; options are the same in every group.
const Structure *structureOf(const TypeTable &types, const Envelope &envelope)
{
    const Structure *own = types.find(structureName(envelope.apiVersion, envelope.kind));
    return own ? own : envelope.kind.ends_with("Options") ? types.find("meta.v1." + envelope.kind) : nullptr;
}

} // namespace

std::expected<ProtobufObject, ProtobufError> decodeProtobuf(const TypeTable &types, std::string_view body)
{
    const auto refused = [](const Envelope &envelope, std::string message) {
        return std::unexpected(ProtobufError{envelope.apiVersion, envelope.kind, std::move(message), false});
    };
    if (!body.starts_with(kPrefix))
        return refused(Envelope({}),
                       "provided data does not appear to be a protobuf message, expected prefix "
                       "[107 56 115 0]");
    if (body.size() == kPrefix.size())
        return refused(Envelope({}), "empty body");
    const Envelope envelope(body.substr(kPrefix.size()));
    if (!envelope.error.empty())
        return refused(Envelope({}), envelope.error);
    if (envelope.kind.empty() || envelope.apiVersion.empty())
        return refused(envelope, std::format("Object '{}' is missing in the envelope",
                                             envelope.kind.empty() ? "Kind" : "apiVersion"));
    const Structure *structure = structureOf(types, envelope);
    if (!structure)
        return std::unexpected(ProtobufError{envelope.apiVersion, envelope.kind,
                                             std::format("no kind \"{}\" is registered for version \"{}\"",
                                                         envelope.kind, envelope.apiVersion),
                                             true});
    Decoder decoder(types);
    Value value = decoder.structure(*structure, envelope.raw);
    if (!decoder.error().empty())
        return refused(envelope, decoder.error());
    value.set("apiVersion", envelope.apiVersion);
    value.set("kind", envelope.kind);
    return ProtobufObject{envelope.apiVersion, envelope.kind, std::move(value)};
}

} // namespace minato::kube
