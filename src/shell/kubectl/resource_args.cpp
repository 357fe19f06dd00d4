// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/resource_args.h"

#include "shell/kubectl/manifests.h"

#include <algorithm>

namespace minato::shell::kubectl {
namespace {

constexpr std::string_view kMissingResource =
    "You must provide one or more resources by argument or filename.\n"
    "Example resource specifications include:\n"
    "   '-f rsrc.yaml'\n"
    "   '--filename=rsrc.json'\n"
    "   '<resource> <name>'\n"
    "   '<resource>'";
constexpr int kPageSize = 500;

/// "a,b,a" gives a and b.
std::vector<std::string> splitTypes(std::string_view text)
{
    std::vector<std::string> types;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        std::string type(text.substr(begin, end - begin));
        if (!std::ranges::contains(types, type))
            types.push_back(std::move(type));
        begin = end + 1;
    }
    return types;
}

/// The arguments, sorted into what they are.
struct Words {
    std::vector<std::pair<std::string, std::string>> pairs; ///< TYPE/NAME
    std::vector<std::string> types, names;
};

Result<Words> readWords(std::vector<std::string> arguments)
{
    Words words;
    const auto types = arguments.size() >= 2 ? splitTypes(arguments.front()) : std::vector<std::string>();
    if (types.size() > 1) {
        std::vector<std::string> pairs;
        for (const std::string &type : types)
            for (std::size_t i = 1; i < arguments.size(); ++i)
                pairs.push_back(type + "/" + arguments[i]);
        arguments = std::move(pairs);
    }
    const auto slashes =
        std::ranges::count_if(arguments, [](const std::string &a) { return a.contains('/'); });
    if (slashes > 0 && static_cast<std::size_t>(slashes) != arguments.size())
        return std::unexpected(
            Error("there is no need to specify a resource type as a separate argument when passing "
                  "arguments in resource/name form (e.g. 'kubectl get resource/<resource_name>' "
                  "instead of 'kubectl get resource resource/<resource_name>'"));
    if (slashes == 0) {
        if (!arguments.empty())
            words.types = splitTypes(arguments.front());
        if (arguments.size() > 1)
            words.names.assign(arguments.begin() + 1, arguments.end());
        return words;
    }
    for (const std::string &argument : arguments) {
        const std::size_t slash = argument.find('/');
        const std::string type = argument.substr(0, slash), name = argument.substr(slash + 1);
        if (name.contains('/'))
            return std::unexpected(Error("arguments in resource/name form may not have more than one slash"));
        if (type.empty() || name.empty() || type.contains(','))
            return std::unexpected(
                Error("arguments in resource/name form must have a single resource and name"));
        words.pairs.emplace_back(type, name);
    }
    return words;
}

/// Replaces categories ("all") by their types.
std::vector<std::string> expandCategories(const std::vector<std::string> &types, const Discovery &discovery)
{
    std::vector<std::string> result;
    for (const std::string &type : types) {
        const auto members = discovery.category(type);
        for (const ApiResource *member : members)
            if (const std::string name = member->gvr.groupResource(); !std::ranges::contains(result, name))
                result.push_back(name);
        if (members.empty())
            result.push_back(type);
    }
    return result;
}

Error unknownType(std::string_view argument)
{
    return Error("the server doesn't have a resource type \"" +
                 std::string(argument.substr(0, argument.find('.'))) + "\"");
}

/// Resolves the words against one discovery. `unknown` is set when a type was not found.
class Selector {
public:
    Selector(const Session &session, const Discovery &discovery, const SelectOptions &options,
             Selection &selection)
        : m_session(session), m_discovery(discovery), m_options(options), m_selection(selection)
    {
    }

    Result<void> run(const Words &words)
    {
        m_isBySelector = m_options.hasLabelSelector || m_options.hasFieldSelector || m_options.takesAll ||
                         (m_options.listsBareTypes && words.names.empty() && words.types.size() > 0);
        const bool hasSelector =
            m_options.hasLabelSelector || m_options.hasFieldSelector || m_options.takesAll;
        if (hasSelector || (m_isBySelector && words.pairs.empty()))
            return bySelector(words);
        if (!words.pairs.empty())
            return byPairs(words);
        if (!words.names.empty())
            return byNames(words);
        if (words.types.empty())
            return std::unexpected(Error(std::string(kMissingResource)));
        for (const std::string &type : words.types)
            if (const auto found = resolve(type); !found)
                return std::unexpected(found.error());
        return std::unexpected(Error("resource(s) were provided, but no name was specified"));
    }
    [[nodiscard]] bool hasUnknownType() const { return m_hasUnknownType; }

private:
    Result<const ApiResource *> resolve(const std::string &argument)
    {
        if (const ApiResource *type = m_discovery.find(argument)) {
            for (const std::string &other : m_discovery.alsoMeant(argument))
                m_session.warn("Warning: short name \"" + argument +
                               "\" could also match lower priority resource " + other + "\n");
            return type;
        }
        m_hasUnknownType = true;
        return std::unexpected(unknownType(argument));
    }

    Result<std::vector<const ApiResource *>> types(const std::vector<std::string> &arguments)
    {
        const auto expanded = expandCategories(arguments, m_discovery);
        if (expanded.size() > 1 && m_options.hasOneType)
            return std::unexpected(Error("you may only specify a single resource type"));
        std::vector<const ApiResource *> result;
        for (const std::string &argument : expanded) {
            const auto type = resolve(argument);
            if (!type)
                return std::unexpected(type.error());
            if (!std::ranges::contains(result, *type))
                result.push_back(*type);
        }
        return result;
    }

    Result<void> bySelector(const Words &words)
    {
        if (!words.names.empty())
            return std::unexpected(Error("name cannot be provided when a selector is specified"));
        if (!words.pairs.empty())
            return std::unexpected(
                Error("selectors and the all flag cannot be used when passing resource/name arguments"));
        if (words.types.empty())
            return std::unexpected(Error("at least one resource must be specified to use a selector"));
        if (!m_options.subresource.empty())
            return std::unexpected(Error("subresource cannot be used when bulk resources are specified"));
        const auto found = types(words.types);
        if (!found)
            return std::unexpected(found.error());
        for (const ApiResource *type : *found)
            m_selection.targets.push_back({type, ""});
        return {};
    }

    Result<void> checkNamespace(const ApiResource &type) const
    {
        if (type.isNamespaced && m_options.isAcrossNamespaces)
            return std::unexpected(Error("a resource cannot be retrieved by name across all namespaces"));
        return {};
    }

    Result<void> byPairs(const Words &words)
    {
        const ApiResource *only = nullptr;
        for (const auto &[argument, name] : words.pairs) {
            const auto type = resolve(argument);
            if (!type)
                return std::unexpected(type.error());
            if (only && only != *type && m_options.hasOneType)
                return std::unexpected(Error("you may only specify a single resource type"));
            only = *type;
            if (const auto fits = checkNamespace(**type); !fits)
                return fits;
            m_selection.targets.push_back({*type, name});
        }
        m_selection.isSingle = words.pairs.size() == 1;
        return {};
    }

    Result<void> byNames(const Words &words)
    {
        const auto found = types(words.types);
        if (!found)
            return std::unexpected(found.error());
        if (found->size() > 1)
            return std::unexpected(Error("you must specify only one resource"));
        if (const auto fits = checkNamespace(*found->front()); !fits)
            return fits;
        if (std::ranges::contains(words.names, std::string()))
            return std::unexpected(Error("resource name may not be empty"));
        for (const std::string &name : words.names)
            m_selection.targets.push_back({found->front(), name});
        m_selection.isSingle = words.names.size() == 1;
        return {};
    }

    const Session &m_session;
    const Discovery &m_discovery;
    const SelectOptions &m_options;
    Selection &m_selection;
    bool m_isBySelector = false;
    bool m_hasUnknownType = false;
};

} // namespace

api::Request Selection::request(const Target &target) const
{
    api::Request request{.verb = target.name.empty() ? api::Verb::List : api::Verb::Get,
                         .resource = target.type->gvr,
                         .subresource = subresource,
                         .ns = target.type->isNamespaced ? target.ns.value_or(ns) : "",
                         .name = target.name};
    if (target.name.empty()) {
        if (!labelSelector.empty())
            request.query["labelSelector"] = labelSelector;
        if (!fieldSelector.empty())
            request.query["fieldSelector"] = fieldSelector;
    }
    return request;
}

SelectOptions selectOptions(const Session &session)
{
    SelectOptions options;
    const auto groups = std::span(session.command().flags);
    const auto isGiven = [&](std::string_view name) {
        return findFlag(groups, name) && session.flags().isGiven(name);
    };
    if (isGiven("selector")) {
        options.labelSelector = session.flags().text("selector");
        options.hasLabelSelector = !options.labelSelector.empty();
    }
    if (isGiven("field-selector")) {
        options.fieldSelector = session.flags().text("field-selector");
        options.hasFieldSelector = !options.fieldSelector.empty();
    }
    options.takesAll = isGiven("all") && session.flags().isTrue("all");
    options.isAcrossNamespaces = isGiven("all-namespaces") && session.flags().isTrue("all-namespaces");
    return options;
}

namespace {

bool namesFiles(const Session &session)
{
    return findFlag(session.command().flags, "filename") && !session.flags().list("filename").empty();
}

client::Task<Result<Selection>> selectFromFiles(Session &session, std::vector<std::string> arguments,
                                                SelectOptions options)
{
    if (arguments.size() == 1 && !arguments.front().contains('/'))
        co_return std::unexpected(
            Error("when paths, URLs, or stdin is provided as input, you may not specify resource "
                  "arguments as well"));
    if (!arguments.empty())
        co_return std::unexpected(
            Error(arguments.front().contains('/')
                      ? "when paths, URLs, or stdin is provided as input, you may not specify "
                        "resource arguments as well"
                      : "name cannot be provided when a path is specified"));
    const Manifests read = co_await readManifests(session);
    if (read.manifests.empty() && !read.errors.empty())
        co_return std::unexpected(read.errors.front());
    Selection selection{
        .isSingle = read.manifests.size() == 1, .ns = session.ns(), .subresource = options.subresource};
    selection.fileErrors = read.errors;
    for (const Manifest &manifest : read.manifests) {
        selection.fileTypes.push_back(manifest.type);
        selection.targets.push_back({.type = manifest.type.get(),
                                     .name = manifest.name(),
                                     .ns = manifest.ns,
                                     .given = kube::makeObject(manifest.object)});
    }
    co_return selection;
}

} // namespace

client::Task<Result<Selection>> select(Session &session, std::vector<std::string> arguments,
                                       SelectOptions options)
{
    if (namesFiles(session)) {
        auto selected = co_await selectFromFiles(session, std::move(arguments), std::move(options));
        co_return selected;
    }
    const auto words = readWords(std::move(arguments));
    if (!words)
        co_return std::unexpected(words.error());
    if (options.takesAll && options.hasLabelSelector)
        co_return std::unexpected(Error("setting 'all' parameter but found a non empty selector. "));
    for (bool isFresh = false;; isFresh = true) {
        auto discovery = co_await session.discovery(isFresh);
        if (!discovery)
            co_return std::unexpected(discovery.error());
        Selection selection{.discovery = *discovery,
                            .ns = options.isAcrossNamespaces ? "" : session.ns(),
                            .labelSelector = options.labelSelector,
                            .fieldSelector = options.fieldSelector,
                            .subresource = options.subresource};
        Selector selector(session, **discovery, options, selection);
        const auto done = selector.run(*words);
        if (done)
            co_return selection;
        if (isFresh || !selector.hasUnknownType())
            co_return std::unexpected(done.error());
    }
}

client::Task<Result<std::shared_ptr<const ApiResource>>> findType(Session &session, std::string argument)
{
    for (const bool isFresh : {false, true}) {
        const auto discovery = co_await session.discovery(isFresh);
        if (!discovery)
            co_return std::unexpected(discovery.error());
        if (const ApiResource *type = (*discovery)->find(argument))
            co_return std::shared_ptr<const ApiResource>(*discovery, type);
    }
    co_return std::unexpected(unknownType(argument));
}

namespace {

void explainList(const api::Request &request, Error &error)
{
    const bool isPlain =
        request.parameter("labelSelector").empty() && request.parameter("fieldSelector").empty();
    const std::string type = "\"" + request.resource.group + "/" + request.resource.version +
                             ", Resource=" + request.resource.resource + "\"";
    std::string &message = error.status->message;
    if (isPlain)
        message = "Unable to list " + type + ": " + message;
    else
        message = "Unable to find " + type + " that match label selector \"" +
                  std::string(request.parameter("labelSelector")) + "\", field selector \"" +
                  std::string(request.parameter("fieldSelector")) + "\": " + message;
}

} // namespace

client::Task<Error> explainFailure(Session &session, api::Request request, Error error)
{
    const bool isBadRequest = error.status && error.status->isReason("BadRequest");
    if (request.verb == api::Verb::List && (isBadRequest || error.isNotFound())) {
        explainList(request, error);
    } else if (request.verb == api::Verb::Get && error.isNotFound() && !request.ns.empty() &&
               request.ns != "default") {
        api::Request space{
            .verb = api::Verb::Get, .resource = kube::resources::kNamespaces, .name = request.ns};
        const auto answer = co_await session.send(std::move(space));
        if (!answer && answer.error().isNotFound())
            co_return answer.error();
    }
    co_return error;
}

client::Task<Errors> visit(Session &session, Selection selection, ObjectHandler handler)
{
    Errors errors = std::exchange(selection.fileErrors, {});
    for (const Target &target : selection.targets) {
        Selection one = selection;
        one.targets = {target};
        const FetchedObjects fetched = co_await fetch(session, std::move(one));
        errors.insert(errors.end(), fetched.errors.begin(), fetched.errors.end());
        for (const Fetched &item : fetched.objects)
            if (const auto done = co_await handler(item); !done)
                errors.push_back(done.error());
    }
    co_return errors;
}

client::Task<FetchedObjects> fetch(Session &session, Selection selection)
{
    FetchedObjects result{.discovery = selection.discovery,
                          .fileTypes = selection.fileTypes,
                          .errors = selection.fileErrors,
                          .isSingle = selection.isSingle};
    for (const Target &target : selection.targets) {
        api::Request request = selection.request(target);
        if (target.name.empty())
            request.query["limit"] = std::to_string(kPageSize);
        for (bool hasMore = true; hasMore;) {
            auto answer = co_await session.send(request);
            hasMore = false;
            if (!answer) {
                result.errors.push_back(co_await explainFailure(session, request, answer.error()));
            } else if (const auto *list = std::get_if<kube::ObjectList>(&answer->payload)) {
                for (const kube::ObjectPtr &object : list->items)
                    result.objects.push_back({target.type, object});
                request.query["continue"] = list->continueToken;
                hasMore = !list->continueToken.empty();
            } else if (const auto *object = std::get_if<kube::ObjectPtr>(&answer->payload)) {
                result.objects.push_back({target.type, *object});
            }
        }
    }
    co_return result;
}

} // namespace minato::shell::kubectl
