// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/error.h"

#include <algorithm>

namespace minato::shell::kubectl {
namespace {

std::string withNewline(std::string text)
{
    if (!text.ends_with('\n'))
        text += '\n';
    return text;
}

std::string statusText(const kube::Status &status)
{
    if (status.isReason("Unauthorized"))
        return "error: You must be logged in to the server (" + status.message + ")";
    if (!status.reason.empty())
        return "Error from server (" + status.reason + "): " + status.message;
    return "Error from server: " + status.message;
}

std::string invalidText(const kube::Status &status)
{
    std::string text = "The request is invalid";
    if (!status.kind.empty() || !status.name.empty())
        text = "The " + status.kind + " \"" + status.name + "\" is invalid";
    else if (!status.message.empty() && status.causes.empty())
        text += ": " + status.message;
    std::vector<std::string> lines;
    for (const kube::StatusCause &cause : status.causes) {
        std::string line = cause.field + ": " + cause.message;
        if (!std::ranges::contains(lines, line))
            lines.push_back(std::move(line));
    }
    if (lines.empty())
        return text + "\n";
    if (lines.size() == 1)
        return text + ": " + lines.front() + "\n";
    text += ": \n";
    for (const std::string &line : lines)
        text += "* " + line + "\n";
    return text;
}

} // namespace

std::string toText(const Errors &errors)
{
    if (errors.size() == 1) {
        const Error &error = errors.front();
        if (error.status && error.status->isReason("Invalid"))
            return invalidText(*error.status);
        if (error.status)
            return withNewline(statusText(*error.status));
        return withNewline(error.text.starts_with("error: ") ? error.text : "error: " + error.text);
    }
    std::string text;
    for (const Error &error : errors)
        text += (error.status ? statusText(*error.status) : error.text) + "\n";
    return text;
}

} // namespace minato::shell::kubectl
