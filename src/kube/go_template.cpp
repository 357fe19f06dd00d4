// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/go_template.h"

#include "kube/go_format.h"
#include "kube/go_template_parser.h"
#include "kube/go_template_run.h"

#include <limits>
#include <utility>

namespace minato::kube {
namespace {

constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max() / 2;

} // namespace

struct GoTemplate::Program : gotemplate::Program {};

std::expected<GoTemplate, std::string> GoTemplate::parse(std::string_view text, std::string_view name)
{
    auto templates = gotemplate::parseTemplate(text, name);
    if (!templates)
        return std::unexpected(std::move(templates.error()));
    auto program = std::make_shared<Program>();
    program->name = name;
    program->text = text;
    program->templates = std::move(*templates);
    GoTemplate result;
    result.m_program = std::move(program);
    return result;
}

std::expected<std::string, std::string> GoTemplate::execute(const Value &data,
                                                            std::string *partialOutput) const
{
    std::string out;
    try {
        gotemplate::Run(*m_program, out).execute(data);
    } catch (const gotemplate::Failure &failure) {
        if (partialOutput)
            *partialOutput = std::move(out);
        return std::unexpected(failure.text);
    }
    return out;
}

std::string goFormat(const Value &value)
{
    if (value.isNull())
        return "<no value>";
    GoPrinter printer(kNoLimit);
    printer.printValue(GoValue::plain(value));
    return printer.take();
}

std::string goSyntax(const Value &value)
{
    GoPrinter printer(kNoLimit);
    printer.printValue(GoValue::item(value), 'v', true);
    return printer.take();
}

} // namespace minato::kube
