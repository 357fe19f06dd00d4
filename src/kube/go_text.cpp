// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/go_text.h"

#include "kube/go_format.h"

#include <limits>

namespace minato::kube {

std::string goPrint(const Value &value)
{
    GoPrinter printer(std::numeric_limits<std::size_t>::max());
    printer.printValue(GoValue::item(value));
    return printer.take();
}

std::string_view goTypeName(const Value &value)
{
    return value.isNull() ? "%!s(<nil>)" : GoValue::item(value).typeName();
}

} // namespace minato::kube
