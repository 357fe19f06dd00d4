// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/go_template_node.h"

#include "kube/go_quote.h"
#include "kube/utf8.h"

#include <algorithm>

namespace minato::kube::gotemplate {
namespace {

/// A pipe stands in parentheses wherever it is a word of a command.
void writeWord(std::string &out, const Node &word)
{
    if (word.kind != Node::Kind::Pipe) {
        word.write(out);
        return;
    }
    out += '(';
    word.write(out);
    out += ')';
}

bool isBlankText(std::string_view text)
{
    while (!text.empty()) {
        const Rune rune = firstRune(text);
        if (!isWhiteSpace(rune.value))
            return false;
        text.remove_prefix(rune.size);
    }
    return true;
}

} // namespace

std::string Node::toString() const
{
    std::string out;
    write(out);
    return out;
}

void NamesNode::write(std::string &out) const
{
    bool needsDot = kind == Kind::Field;
    for (const std::string &name : names) {
        if (needsDot)
            out += '.';
        out += name;
        needsDot = true;
    }
}

void ChainNode::write(std::string &out) const
{
    writeWord(out, *operand);
    for (const std::string &field : fields) {
        out += '.';
        out += field;
    }
}

void CommandNode::write(std::string &out) const
{
    bool isFirst = true;
    for (const NodePtr &word : words) {
        if (!std::exchange(isFirst, false))
            out += ' ';
        writeWord(out, *word);
    }
}

void PipeNode::write(std::string &out) const
{
    for (std::size_t i = 0; i < variables.size(); ++i) {
        out += i > 0 ? ", " : "";
        out += variables[i];
    }
    if (!variables.empty())
        out += isAssignment ? " = " : " := ";
    for (std::size_t i = 0; i < commands.size(); ++i) {
        out += i > 0 ? " | " : "";
        commands[i]->write(out);
    }
}

bool ListNode::isBlank() const
{
    return std::ranges::all_of(nodes, [](const NodePtr &node) {
        return node->kind == Kind::Text && isBlankText(static_cast<const WordNode &>(*node).text);
    });
}

void TemplateNode::write(std::string &out) const
{
    out += "{{template ";
    out += goQuote(name);
    if (pipe) {
        out += ' ';
        pipe->write(out);
    }
    out += "}}";
}

} // namespace minato::kube::gotemplate
