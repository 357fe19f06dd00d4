// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/generation.h"

namespace minato::apiserver {
namespace {

using kube::Value;

bool differsBeyondMetadata(const Value &a, const Value &b)
{
    Value left = a;
    left.set("metadata", b["metadata"]);
    return left != b;
}

bool raises(GenerationRule rule, const Value &object, const kube::Object &old)
{
    const Value &metadata = object["metadata"];
    switch (rule) {
    case GenerationRule::Spec:
        return object["spec"] != old.spec();
    case GenerationRule::SpecAndAnnotations:
        return object["spec"] != old.spec() || metadata["annotations"] != old.annotations();
    case GenerationRule::AllButMetadata:
        return metadata["labels"] != old.labels() || differsBeyondMetadata(object, old.root());
    case GenerationRule::Content:
        return differsBeyondMetadata(object, old.root());
    default:
        return false;
    }
}

} // namespace

void keepAllButStatus(Value &object, const kube::Object &old)
{
    Value kept = old.root();
    kept.set("metadata", object["metadata"]);
    if (object.contains("status"))
        kept.set("status", object["status"]);
    else
        kept.erase("status");
    object = std::move(kept);
}

void keepStatus(Value &object, const kube::Object &old)
{
    if (old.root().contains("status"))
        object.set("status", old.status());
    else
        object.erase("status");
}

void raiseGeneration(const Kind &kind, Value &object, const kube::Object &old)
{
    if (raises(kind.generation, object, old))
        object.edit("metadata").set("generation", old.generation() + 1);
}

} // namespace minato::apiserver
