// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"
#include "apiserver/kind.h"
#include "kube/field_selector.h"
#include "kube/label_selector.h"

#include <string>
#include <string_view>

namespace minato::apiserver {

/// Which objects of a kind a list or a watch is about: namespace, label selector, field selector.
///
/// Errors    400 with upstream's text for a selector that cannot be read or a field that the kind does not
/// offer
class ObjectFilter {
public:
    [[nodiscard]] static kube::Result<ObjectFilter> parse(const Kind &kind, const api::Request &request);

    [[nodiscard]] bool matches(const kube::Object &object) const;
    /// Nothing but a namespace is asked for.
    [[nodiscard]] bool takesAll() const { return m_labels.matchesEverything() && m_fields.isEmpty(); }
    [[nodiscard]] const std::string &ns() const { return m_ns; }
    /// The only name that can match, or "".
    [[nodiscard]] std::string_view pinnedName() const { return m_fields.requiredValue("metadata.name"); }
    /// The only value of the kind's indexed field that can match, or "".
    [[nodiscard]] std::string_view pinnedIndex() const;

private:
    const Kind *m_kind = nullptr;
    std::string m_ns;
    kube::LabelSelector m_labels;
    kube::FieldSelector m_fields;
};

} // namespace minato::apiserver
