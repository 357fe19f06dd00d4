// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/reader.h"

#include "apiserver/list_options.h"
#include "apiserver/renderer.h"

namespace minato::apiserver {
namespace {

kube::Status expiredToken(ContinueToken token)
{
    auto status = kube::Status::expired("The provided continue parameter is too old to display a consistent "
                                        "list result. You can start a new list "
                                        "without the continue parameter, or use the continue token in this "
                                        "response to retrieve the remainder of the "
                                        "results. Continuing with the provided token results in an "
                                        "inconsistent list - objects that were created, "
                                        "modified, or deleted between the time the first chunk was returned "
                                        "and now may show up in the list.");
    token.revision = 0;
    status.continueToken = token.encode();
    return status;
}

} // namespace

/// Which part of which snapshot is wanted.
struct Reader::Page {
    Revision revision = 0;
    std::size_t limit = 0;
    ContinueToken token; ///< of the page before; empty for the first
};

kube::Result<api::Response> Reader::get(const Kind &kind, const api::Request &request) const
{
    const auto object = m_machinery.find(kind, request.ns, request.name);
    if (!object)
        return std::unexpected(object.error());
    return Renderer::make(kind, request, m_machinery.now()).transform([&](const Renderer &renderer) {
        return api::Response{renderer.one(*object), false, {}};
    });
}

kube::Result<Reader::Page> Reader::page(const Kind &kind, const api::Request &request) const
{
    const auto options = ListOptions::parse(request, false);
    if (!options)
        return std::unexpected(options.error());
    const Revision current = m_machinery.store.revision();
    const Revision oldest = m_machinery.store.oldestRetained(kind.bucket);
    Page page{current, options->limit, {}};
    if (!options->continueToken.empty()) {
        auto token = ContinueToken::decode(options->continueToken);
        if (!token)
            return std::unexpected(kube::Status::badRequest("continue key is not valid"));
        if (token->revision != 0 && token->revision < oldest)
            return std::unexpected(expiredToken(*token));
        if (token->revision != 0)
            page.revision = token->revision;
        page.token = std::move(*token);
        return page;
    }
    const Revision wanted = options->revision.value_or(0);
    if (wanted > current)
        return std::unexpected(tooLargeVersion(wanted, current));
    if (options->match == VersionMatch::Exact) {
        if (wanted < oldest)
            return std::unexpected(
                kube::Status::expired("The resourceVersion for the provided list is too old."));
        page.revision = wanted;
    }
    return page;
}

kube::ObjectList Reader::collect(const Kind &kind, const ObjectFilter &filter, const Page &page) const
{
    const Store &store = m_machinery.store;
    kube::ObjectList list;
    list.resourceVersion = std::to_string(page.revision);
    bool hasMore = false;
    if (!filter.pinnedName().empty() && page.limit == 0 && page.revision == store.revision() &&
        (!kind.isNamespaced || !filter.ns().empty())) {
        const auto only = store.get(kind.bucket, kube::objectKey(filter.ns(), filter.pinnedName()));
        if (only && filter.matches(*only))
            list.items.push_back(only);
        return list;
    }
    // Without a selector what remains can be told, but counting costs a walk: only the first page does it.
    const bool counts = page.limit != 0 && filter.takesAll();
    std::size_t total = page.token.total;
    const bool countsNow = counts && page.token.after.empty();
    store.visit(kind.bucket, {filter.ns(), page.token.after}, page.revision,
                [&](const kube::ObjectPtr &object) {
                    if (countsNow)
                        ++total;
                    if (hasMore || !filter.matches(*object))
                        return true;
                    hasMore = page.limit != 0 && list.items.size() == page.limit;
                    if (!hasMore)
                        list.items.push_back(object);
                    return !hasMore || countsNow;
                });
    if (!hasMore)
        return list;
    const std::size_t delivered = page.token.delivered + list.items.size();
    list.continueToken =
        ContinueToken{page.revision, delivered, total, kube::objectKey(*list.items.back())}.encode();
    if (counts && total > delivered)
        list.remainingItemCount = static_cast<std::int64_t>(total - delivered);
    return list;
}

kube::Result<api::Response> Reader::list(const Kind &kind, const api::Request &request) const
{
    const auto filter = ObjectFilter::parse(kind, request);
    if (!filter)
        return std::unexpected(filter.error());
    const auto wanted = page(kind, request);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto renderer = Renderer::make(kind, request, m_machinery.now());
    if (!renderer)
        return std::unexpected(renderer.error());
    return api::Response{renderer->many(collect(kind, *filter, *wanted)), false, {}};
}

} // namespace minato::apiserver
