// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz_target.h"
#include "kube/json.h"
#include "kube/yaml.h"

#include <string>

using minato::fuzz::claim;
using namespace minato::kube;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = minato::fuzz::textOf(data, size);
    const auto documents = parseYaml(text);
    if (!documents) {
        claim(!documents.error().empty() && !documents.error().front().message.empty(), "a refusal says why");
        return 0;
    }
    for (const YamlDocument &document : *documents) {
        const std::string written = toYaml(document.value);
        // A key that is just "<<" is written without quotes, as upstream does, and merges when it is read.
        if (written.contains("<<:"))
            continue;
        const auto again = parseYaml(written);
        claim(again && again->size() <= 1, "what is written can be read");
        claim(again->empty() ? document.value.isNull() : again->front().value == document.value,
              "and is the same");
    }
    if (const auto value = parseJson(text)) {
        const auto again = parseJson(toJson(*value));
        claim(again && *again == *value, "JSON that is written can be read and is the same");
    }
    return 0;
}
