// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/ask.h"
#include "viewmodels/inspect/info_list.h"

#include <QString>

#include <string_view>
#include <vector>

namespace minato::viewmodels {

/// The conditions of an object's status, each with what it means in the language of the window.
[[nodiscard]] std::vector<InfoRow> conditionRows(const kube::Object &object, base::Instant start);

/// What an Event's reason means, in a short sentence; empty: nothing better than its message is known.
[[nodiscard]] QString eventMeaning(std::string_view reason);

/// An Event as `kubectl get events` prints it, with the heading above.
[[nodiscard]] QString printedEvent(const session::EventLine &event, base::Instant now);

/// The Events of an object, newest first: in words, raw below.
[[nodiscard]] std::vector<InfoRow> eventRows(const session::Inspected &inspected, base::Instant start);

/// Relatives as groups: a heading each, then the objects.
[[nodiscard]] std::vector<InfoRow> relativeRows(const session::Inspected &inspected);

} // namespace minato::viewmodels
