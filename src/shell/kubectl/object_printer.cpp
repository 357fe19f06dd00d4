// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/object_printer.h"

#include "kube/go_format.h"
#include "kube/go_json.h"
#include "kube/go_quote.h"
#include "kube/go_template.h"
#include "kube/json.h"
#include "kube/jsonpath.h"
#include "kube/schema/go_struct_json.h"
#include "kube/tab_writer.h"
#include "kube/yaml.h"
#include "shell/kubectl/table_printer.h"
#include "shell/kubectl/typed_object.h"

#include <algorithm>
#include <array>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

constexpr std::size_t kMaxDebugText = 16U << 20U;

bool isList(const Value &object)
{
    return object["items"].isArray();
}

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

Value withoutManagedFields(Value object)
{
    if (object["metadata"].contains("managedFields"))
        object.edit("metadata").erase("managedFields");
    if (!isList(object))
        return object;
    for (Value &item : object.edit("items").editItems())
        item = withoutManagedFields(item);
    return object;
}

class JsonPrinter : public ObjectPrinter {
public:
    explicit JsonPrinter(bool keeps) : m_keepsManagedFields(keeps) {}
    Result<void> print(const Value &object, std::string &out) override
    {
        out += kube::toJson(m_keepsManagedFields ? object : withoutManagedFields(object),
                            kube::JsonStyle::Pretty) +
               "\n";
        return {};
    }

private:
    bool m_keepsManagedFields;
};

class TypedJsonPrinter : public ObjectPrinter {
public:
    explicit TypedJsonPrinter(bool keeps) : m_keepsManagedFields(keeps) {}
    Result<void> print(const Value &object, std::string &out) override
    {
        out += kube::goStructJson(m_keepsManagedFields ? object : withoutManagedFields(object),
                                  kube::GoJson::Pretty) +
               "\n";
        return {};
    }

private:
    bool m_keepsManagedFields;
};

class YamlPrinter : public ObjectPrinter {
public:
    explicit YamlPrinter(bool keeps) : m_keepsManagedFields(keeps) {}
    Result<void> print(const Value &object, std::string &out) override
    {
        out += m_isFirst ? "" : "---\n";
        m_isFirst = false;
        out += kube::toYaml(m_keepsManagedFields ? object : withoutManagedFields(object));
        return {};
    }

private:
    bool m_keepsManagedFields, m_isFirst = true;
};

class NamePrinter : public ObjectPrinter {
public:
    explicit NamePrinter(std::string operation) : m_operation(std::move(operation)) {}
    Result<void> print(const Value &object, std::string &out) override
    {
        if (!isList(object)) {
            out += objectName(object) + (m_operation.empty() ? "" : " " + m_operation) + "\n";
            return {};
        }
        for (const Value &item : object["items"].items())
            out += objectName(item) + "\n";
        return {};
    }

private:
    std::string m_operation;
};

class GoTemplatePrinter : public ObjectPrinter {
public:
    GoTemplatePrinter(kube::GoTemplate parsed, std::string text)
        : m_template(std::move(parsed)), m_text(std::move(text))
    {
    }
    Result<void> print(const Value &object, std::string &out) override
    {
        std::string partial;
        auto text = m_template.execute(object, &partial);
        if (text) {
            out += *text;
            return {};
        }
        const auto data = kube::GoValue::plain(object);
        kube::GoPrinter given(kMaxDebugText);
        given.printFormatted("%+v", std::span(&data, 1));
        out += partial + "Error executing template: " + text.error() +
               ". Printing more information for debugging the template:\n\ttemplate was:\n\t\t" + m_text +
               "\n\traw data was:\n\t\t" + kube::toEscapedJson(object) +
               "\n\tobject given to template engine was:\n\t\t" + given.take() + "\n\n";
        return std::unexpected(
            Error("error executing template " + kube::goQuote(m_text) + ": " + text.error()));
    }

private:
    kube::GoTemplate m_template;
    std::string m_text;
};

class JsonPathPrinter : public ObjectPrinter {
public:
    JsonPathPrinter(kube::JsonPath path, std::string text, bool asJson)
        : m_path(std::move(path)), m_text(std::move(text)), m_asJson(asJson)
    {
    }
    Result<void> print(const Value &object, std::string &out) override
    {
        const auto text = m_asJson ? m_path.printAsJson(object) : m_path.print(object);
        if (text) {
            out += *text;
            return {};
        }
        const auto data = kube::GoValue::plain(object);
        kube::GoPrinter given(kMaxDebugText);
        given.printFormatted("%#v", std::span(&data, 1));
        return std::unexpected(Error(
            "error executing jsonpath " + kube::goQuote(m_text) + ": Error executing template: " +
            text.error() + ". Printing more information for debugging the template:\n\ttemplate was:\n\t\t" +
            m_text + "\n\tobject given to jsonpath engine was:\n\t\t" + given.take() + "\n\n\n"));
    }

private:
    kube::JsonPath m_path;
    std::string m_text;
    bool m_asJson;
};

struct CustomColumn {
    std::string header;
    std::expected<kube::JsonPath, std::string> path; ///< an error is told after the headers
};

class CustomColumnsPrinter : public ObjectPrinter {
public:
    CustomColumnsPrinter(std::vector<CustomColumn> columns, bool hasNoHeaders)
        : m_columns(std::move(columns)), m_needsHeader(!hasNoHeaders)
    {
    }
    Result<void> print(const Value &object, std::string &out) override
    {
        kube::TabWriter writer;
        if (std::exchange(m_needsHeader, false)) {
            std::string line;
            for (const CustomColumn &column : m_columns)
                line += (line.empty() && &column == &m_columns.front() ? "" : "\t") + column.header;
            writer.write(line + "\n");
        }
        Result<void> done = checkPaths();
        if (done && !isList(object))
            done = printOne(object, writer);
        for (const Value &item : object["items"].items())
            if (done)
                done = printOne(item, writer);
        out += writer.flush();
        return done;
    }

private:
    [[nodiscard]] Result<void> checkPaths() const
    {
        for (const CustomColumn &column : m_columns)
            if (!column.path)
                return std::unexpected(Error(column.path.error()));
        return {};
    }
    Result<void> printOne(const Value &object, kube::TabWriter &writer) const
    {
        std::string line;
        for (const CustomColumn &column : m_columns) {
            const auto found = column.path->find(object);
            if (!found)
                return std::unexpected(Error(found.error()));
            std::string cell;
            if (found->empty() || found->front().empty())
                cell = "<none>";
            for (const auto &values : *found)
                for (const Value &value : values)
                    cell += (cell.empty() ? "" : ",") +
                            escapeTerminal(value.isNull() ? "<nil>" : kube::goFormat(value));
            line += (&column == &m_columns.front() ? "" : "\t") + cell;
        }
        writer.write(line + "\n");
        return {};
    }

    std::vector<CustomColumn> m_columns;
    bool m_needsHeader;
};

/// "go-template=X" in its two parts; --template gives the second when there is no "=".
struct Format {
    std::string name, value;
};

Format splitFormat(const ObjectPrinter::Options &options)
{
    if (!options.template_.empty())
        return {options.format.empty() ? "go-template" : options.format, options.template_};
    const std::size_t equals = options.format.find('=');
    if (equals == std::string::npos)
        return {options.format, ""};
    return {options.format.substr(0, equals), options.format.substr(equals + 1)};
}

Result<std::string> readFile(const Session &session, const std::string &path, const std::string &what)
{
    const auto text = session.services().files.read(Files::resolve(path, session.process().folder), path);
    if (text)
        return *text;
    const std::string reason =
        text.error() == "No such file or directory" ? "no such file or directory" : "is a directory";
    return std::unexpected(Error("error reading " + what + path + ", open " + path + ": " + reason));
}

using Made = Result<std::unique_ptr<ObjectPrinter>>;

Made makeTemplate(const Session &session, const Format &format, bool allowsMissingKeys)
{
    if (format.value.empty())
        return std::unexpected(Error("template format specified but no template given"));
    std::string text = format.value;
    if (format.name.ends_with("file")) {
        auto read = readFile(session, format.value, "--template ");
        if (!read)
            return std::unexpected(read.error());
        text = std::move(*read);
    }
    if (format.name.starts_with("jsonpath")) {
        auto path = kube::JsonPath::parse(text);
        if (!path)
            return std::unexpected(Error("error parsing jsonpath " + text + ", " + path.error()));
        path->setAllowMissingKeys(allowsMissingKeys);
        return std::make_unique<JsonPathPrinter>(std::move(*path), text, format.name == "jsonpath-as-json");
    }
    auto parsed = kube::GoTemplate::parse(text);
    if (!parsed)
        return std::unexpected(Error("error parsing template " + text + ", " + parsed.error()));
    return std::make_unique<GoTemplatePrinter>(std::move(*parsed), text);
}

Result<CustomColumn> makeColumn(std::string header, std::string_view spec)
{
    const auto text = kube::JsonPath::relaxed(spec);
    if (!text)
        return std::unexpected(Error(text.error()));
    auto path = kube::JsonPath::parse(*text);
    if (path)
        path->setAllowMissingKeys(true);
    return CustomColumn{std::move(header), std::move(path)};
}

Result<std::vector<CustomColumn>> columnsFromSpec(const std::string &spec)
{
    std::vector<CustomColumn> columns;
    for (std::size_t begin = 0; begin <= spec.size();) {
        const std::size_t end = std::min(spec.find(',', begin), spec.size());
        const std::string part = spec.substr(begin, end - begin);
        const std::size_t colon = part.find(':');
        if (colon == std::string::npos)
            return std::unexpected(
                Error("unexpected custom-columns spec: " + part + ", expected <header>:<json-path-expr>"));
        auto column = makeColumn(part.substr(0, colon), std::string_view(part).substr(colon + 1));
        if (!column)
            return std::unexpected(column.error());
        columns.push_back(std::move(*column));
        begin = end + 1;
    }
    return columns;
}

std::vector<std::string> words(std::string_view line)
{
    std::vector<std::string> result;
    for (std::size_t at = 0; at < line.size();) {
        at = std::min(line.find_first_not_of(" \t\r", at), line.size());
        const std::size_t end = std::min(line.find_first_of(" \t\r", at), line.size());
        if (end > at)
            result.emplace_back(line.substr(at, end - at));
        at = end;
    }
    return result;
}

Result<std::vector<CustomColumn>> columnsFromFile(std::string_view text)
{
    constexpr std::string_view expected =
        " Expected format is one line of space separated headers, one line of space "
        "separated column specs.";
    const std::size_t first = std::min(text.find('\n'), text.size());
    if (text.empty())
        return std::unexpected(Error("invalid template, missing header line." + std::string(expected)));
    if (first + 1 >= text.size())
        return std::unexpected(Error("invalid template, missing spec line." + std::string(expected)));
    const std::string_view rest = text.substr(first + 1);
    const auto headers = words(text.substr(0, first)), specs = words(rest.substr(0, rest.find('\n')));
    if (headers.size() != specs.size())
        return std::unexpected(Error("number of headers (" + std::to_string(headers.size()) +
                                     ") and field specifications (" + std::to_string(specs.size()) +
                                     ") don't match"));
    std::vector<CustomColumn> columns;
    for (std::size_t i = 0; i < headers.size(); ++i) {
        auto column = makeColumn(headers[i], specs[i]);
        if (!column)
            return std::unexpected(column.error());
        columns.push_back(std::move(*column));
    }
    return columns;
}

Made makeCustomColumns(const Session &session, const Format &format, bool hasNoHeaders)
{
    if (format.value.empty())
        return std::unexpected(Error("custom-columns format specified but no custom columns given"));
    std::string text = format.value;
    const bool isFile = format.name == "custom-columns-file";
    if (isFile) {
        auto read = readFile(session, format.value, "template ");
        if (!read)
            return std::unexpected(read.error());
        text = std::move(*read);
    }
    auto columns = isFile ? columnsFromFile(text) : columnsFromSpec(text);
    if (!columns)
        return std::unexpected(columns.error());
    return std::make_unique<CustomColumnsPrinter>(std::move(*columns), hasNoHeaders && !isFile);
}

} // namespace

Made ObjectPrinter::make(const Session &session, Options options)
{
    static constexpr std::array<std::string_view, 7> templates{
        "go-template", "go-template-file", "template",        "templatefile",
        "jsonpath",    "jsonpath-file",    "jsonpath-as-json"};
    const Format format = splitFormat(options);
    if (std::ranges::contains(templates, format.name))
        return makeTemplate(session, format, options.allowsMissingKeys);
    if (options.takesCustomColumns &&
        (format.name == "custom-columns" || format.name == "custom-columns-file"))
        return makeCustomColumns(session, format, options.hasNoHeaders);
    if (lower(options.format) == "json" && options.isTyped)
        return std::make_unique<TypedJsonPrinter>(options.showsManagedFields);
    if (lower(options.format) == "json")
        return std::make_unique<JsonPrinter>(options.showsManagedFields);
    if (lower(options.format) == "yaml")
        return std::make_unique<YamlPrinter>(options.showsManagedFields);
    if (options.format == "name")
        return std::make_unique<NamePrinter>("");
    if (options.format.empty() && !options.operation.empty())
        return std::make_unique<NamePrinter>(options.operation);
    return nullptr;
}

Error unknownFormat(std::string_view format, bool isGet)
{
    return Error("unable to match a printer suitable for the output format \"" + std::string(format) +
                 "\", allowed formats are: " + (isGet ? "custom-columns,custom-columns-file," : "") +
                 "go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,name,template,"
                 "templatefile" +
                 (isGet ? ",wide,yaml" : ",yaml"));
}

std::string objectName(const kube::Value &object)
{
    const std::string_view apiVersion = object["apiVersion"].asString();
    const std::size_t slash = apiVersion.find('/');
    const std::string group =
        slash == std::string_view::npos ? "" : "." + std::string(apiVersion.substr(0, slash));
    const std::string_view name = object.at("metadata", "name").asString();
    return lower(object["kind"].asString()) + group + "/" + (name.empty() ? "<unknown>" : std::string(name));
}

FlagSpecs printFlags()
{
    static constexpr std::array<FlagSpec, 4> flags{{
        {"output", 'o', FlagType::Text, "",
         "How to print: json, yaml, name, go-template, go-template-file, template, "
         "templatefile, jsonpath, jsonpath-as-json, jsonpath-file."},
        {"template", 0, FlagType::Text, "",
         "The template, or its file, for -o go-template, jsonpath and their kin."},
        {"allow-missing-template-keys", 0, FlagType::Bool, "true",
         "Print nothing for a field that an object lacks, instead of failing (templates and jsonpath)."},
        {"show-managed-fields", 0, FlagType::Bool, "false",
         "Keep metadata.managedFields when printing JSON or YAML."},
    }};
    return flags;
}

ObjectPrinter::Options printOptions(const Session &session)
{
    const Flags &flags = session.flags();
    return {.format = flags.text("output"),
            .template_ = flags.text("template"),
            .allowsMissingKeys = flags.isTrue("allow-missing-template-keys"),
            .showsManagedFields = flags.isTrue("show-managed-fields")};
}

Result<void> checkPrinter(const Session &session)
{
    ObjectPrinter::Options options = printOptions(session);
    options.operation = "checked";
    const auto printer = ObjectPrinter::make(session, options);
    if (!printer)
        return std::unexpected(printer.error());
    if (!*printer)
        return std::unexpected(unknownFormat(options.format, false));
    return {};
}

namespace {

Result<void> printAs(Session &session, const kube::Value &object, std::string_view operation, bool isTyped)
{
    ObjectPrinter::Options options = printOptions(session);
    options.operation = operation;
    options.isTyped = isTyped;
    auto printer = ObjectPrinter::make(session, options);
    if (!printer)
        return std::unexpected(printer.error());
    if (!*printer)
        return std::unexpected(unknownFormat(options.format, false));
    std::string out;
    auto done = (*printer)->print(object, out);
    session.print(out);
    return done;
}

} // namespace

Result<void> printChange(Session &session, const kube::Value &object, std::string_view operation)
{
    return printAs(session, object, operation, false);
}

Result<void> printTyped(Session &session, const kube::Value &object, std::string_view operation)
{
    return printAs(session, asTyped(object, !session.isSince(34)), operation, true);
}

} // namespace minato::shell::kubectl
