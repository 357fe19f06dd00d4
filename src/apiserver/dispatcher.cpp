// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/dispatcher.h"

#include "apiserver/pod_endpoints.h"
#include "apiserver/raw_paths.h"

namespace minato::apiserver {

using api::Verb;
using kube::Status;

kube::Result<api::Response> Dispatcher::handle(const api::Request &request)
{
    if (!request.rawPath.empty())
        return answerRawPath(m_machinery, request);
    const Kind *kind = m_machinery.registry.find(request.resource);
    if (!kind)
        return std::unexpected(Status::noSuchResource());
    auto response =
        request.subresource.empty() ? handleObject(*kind, request) : handleSubresource(*kind, request);
    if (response && !kind->deprecation.empty())
        response->warnings.emplace_back(kind->deprecation);
    return response;
}

kube::Result<api::Response> Dispatcher::handleObject(const Kind &kind, const api::Request &request)
{
    const bool isCollection =
        request.verb == Verb::List || request.verb == Verb::Create || request.verb == Verb::DeleteCollection;
    const bool isQuestion = kind.answer != nullptr;
    if ((!isCollection && request.name.empty()) || (isQuestion && request.verb != Verb::Create))
        return std::unexpected(Status::methodNotAllowed(kind.gvr(), ""));
    if (!isCollection && kind.isNamespaced && request.ns.empty())
        return std::unexpected(Status::noSuchResource());
    if (kind.measurement)
        return m_measuredReader.handle(kind, request);
    switch (request.verb) {
    case Verb::Get:
        return m_reader.get(kind, request);
    case Verb::List:
        return m_reader.list(kind, request);
    case Verb::Create:
        return m_writer.create(kind, request);
    case Verb::Update:
        return m_writer.update(kind, request);
    case Verb::Patch:
        return m_writer.patch(kind, request);
    case Verb::Delete:
        return m_deleter.remove(kind, request);
    default:
        return m_deleter.removeCollection(kind, request);
    }
}

kube::Result<api::Response> Dispatcher::handleSubresource(const Kind &kind, const api::Request &request)
{
    const std::string_view name = request.subresource;
    const bool isRead = request.verb == Verb::Get;
    const bool isWrite = request.verb == Verb::Update || request.verb == Verb::Patch;
    if (name == "status" && kind.hasStatus) {
        if (isRead)
            return m_reader.get(kind, request);
        if (isWrite)
            return request.verb == Verb::Update ? m_writer.update(kind, request)
                                                : m_writer.patch(kind, request);
        return std::unexpected(Status::methodNotAllowed(kind.gvr(), ""));
    }
    if (!kind.subresource(name))
        return std::unexpected(Status::noSuchResource());
    if (name == "scale" && (isRead || isWrite))
        return m_scale.handle(kind, request);
    if (name == "binding" && request.verb == Verb::Create)
        return bindPod(m_machinery, kind, request);
    if (name == "eviction" && request.verb == Verb::Create)
        return m_eviction.evict(kind, request);
    if (name == "finalize" && request.verb == Verb::Update)
        return finalizeNamespace(m_machinery, kind, request);
    return std::unexpected(Status::methodNotAllowed(kind.gvr(), ""));
}

} // namespace minato::apiserver
