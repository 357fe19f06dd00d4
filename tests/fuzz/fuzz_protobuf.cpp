// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz_target.h"
#include "kube/json.h"
#include "kube/schema/protobuf.h"

using minato::fuzz::claim;
using namespace minato::kube;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const TypeTable types;
    const auto object = decodeProtobuf(types, minato::fuzz::textOf(data, size));
    if (!object) {
        claim(!object.error().message.empty(), "a refusal says why");
        return 0;
    }
    const auto again = parseJson(toJson(object->value));
    claim(again.has_value(), "what was read can be written as JSON");
    return 0;
}
