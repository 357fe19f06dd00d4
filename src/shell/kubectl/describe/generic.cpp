// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Kinds without a description of their own: the object as a tree.
#include "kube/go_template.h"
#include "shell/kubectl/describe/describe.h"

#include <algorithm>
#include <array>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}
bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/// "resourceVersion" gives "resource", "Version"; "podCIDRs" gives "pod", "CID", "Rs", as Go's camelcase
/// cuts.
std::vector<std::string> camelCaseParts(std::string_view text)
{
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isNew =
            i == 0 || isUpper(text[i]) != isUpper(text[i - 1]) || (text[i] == '-') != (text[i - 1] == '-');
        if (isNew)
            parts.emplace_back();
        parts.back() += text[i];
    }
    // The last capital of a run belongs to the word after it.
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        if (!isUpper(parts[i].front()) || !isLower(parts[i + 1].front()))
            continue;
        parts[i + 1].insert(0, 1, parts[i].back());
        parts[i].pop_back();
    }
    std::erase_if(parts, [](const std::string &part) { return part.empty(); });
    return parts;
}

std::string labelFor(std::string_view field)
{
    const bool isPlain =
        std::ranges::all_of(field, [](char c) { return isLower(c) || isUpper(c) || c == '-'; });
    if (!isPlain)
        return std::string(field);
    static constexpr std::array<std::string_view, 5> acronyms{"API", "URL", "UID", "OSB", "GUID"};
    std::string label;
    for (std::string part : camelCaseParts(field)) {
        std::string upper = part;
        std::ranges::transform(upper, upper.begin(),
                               [](char c) { return isLower(c) ? static_cast<char>(c - 32) : c; });
        part.front() = upper.front();
        label += (label.empty() ? "" : " ") + (std::ranges::contains(acronyms, upper) ? upper : part);
    }
    return label;
}

void writeTree(DescribeWriter &w, int level, const Value &map, const std::string &path)
{
    static constexpr std::array<std::string_view, 5> skipped{".metadata.managedFields", ".metadata.name",
                                                             ".metadata.namespace", ".metadata.labels",
                                                             ".metadata.annotations"};
    for (const kube::Member &member : map.members()) {
        const std::string here = path + "." + std::string(member.key());
        if (std::ranges::contains(skipped, here))
            continue;
        const std::string label = labelFor(member.key());
        if (member.value.isMap()) {
            w.line(level, "{}:", label);
            writeTree(w, level + 1, member.value, here);
        } else if (member.value.isArray()) {
            w.line(level, "{}:", label);
            for (const Value &item : member.value.items()) {
                if (item.isMap())
                    writeTree(w, level + 1, item, here);
                else
                    w.line(level + 1, "{}", plainText(item));
            }
        } else {
            w.line(level, "{}:\t{}", label, member.value.isNull() ? "<nil>" : plainText(member.value));
        }
    }
}

} // namespace

client::Task<Result<std::string>> describeGeneric(Describing subject)
{
    const kube::ObjectPtr object = subject.object;
    const Events events = co_await findEvents(subject);
    DescribeWriter w(subject.session);
    w.line(0, "Name:\t{}", object->name());
    w.line(0, "Namespace:\t{}", object->ns());
    w.labels("Labels", object->labels());
    w.annotations("Annotations", object->annotations());
    writeTree(w, 0, object->root(), "");
    writeEvents(w, events);
    co_return w.take();
}

} // namespace minato::shell::kubectl
