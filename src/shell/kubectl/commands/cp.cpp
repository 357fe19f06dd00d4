// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl cp. Mirrors kubectl/pkg/cmd/cp (cp.go, filespec.go): `tar` in the container does the work. Differs: no retries.
#include "kube/go_quote.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/container_stream.h"
#include "shell/kubectl/tar.h"
#include "shell/kubectl/watching.h"

#include <algorithm>
#include <optional>

namespace minato::shell::kubectl {
namespace {

/// "namespace/pod:path" or "path".
struct FileSpec {
    std::string ns, pod, path;
};

std::string withoutLastSlash(std::string path)
{
    if (path.size() > 1 && path.ends_with('/'))
        path.pop_back();
    return path;
}

Result<FileSpec> parseSpec(const std::string &text)
{
    const Error malformed("filespec must match the canonical format: [[namespace/]pod:]file/path");
    const std::size_t colon = text.find(':');
    if (colon == 0)
        return std::unexpected(malformed);
    if (colon == std::string::npos)
        return FileSpec{.path = withoutLastSlash(text)};
    const std::string pod = text.substr(0, colon);
    const std::size_t slash = pod.find('/');
    if (slash != pod.rfind('/'))
        return std::unexpected(malformed);
    std::string path = withoutLastSlash(text.substr(colon + 1));
    std::ranges::replace(path, '\\', '/');
    return slash == std::string::npos
               ? FileSpec{{}, pod, std::move(path)}
               : FileSpec{pod.substr(0, slash), pod.substr(slash + 1), std::move(path)};
}

/// As Go's path.Clean.
std::string clean(const std::string &path)
{
    if (path.starts_with('/'))
        return Files::resolve(path, "/");
    // What climbs out stays in front.
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string part = path.substr(at, end - at);
        at = end + 1;
        if (part == ".." && !parts.empty() && parts.back() != "..")
            parts.pop_back();
        else if (!part.empty() && part != ".")
            parts.push_back(part);
    }
    std::string joined;
    for (const std::string &part : parts)
        joined += (joined.empty() ? "" : "/") + part;
    return joined.empty() ? "." : joined;
}

std::string folderOf(const std::string &path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

std::string baseOf(const std::string &path)
{
    const std::string whole = clean(path);
    return whole == "/" ? whole : whole.substr(whole.rfind('/') + 1);
}

/// What tar leaves of a path: nothing in front that climbs, no slash.
std::string withoutShortcuts(std::string path)
{
    while (path.starts_with("../"))
        path.erase(0, 3);
    if (path == "." || path == "..")
        path.clear();
    return path.starts_with('/') ? path.substr(1) : path;
}

// ---- commands in the container ----

struct Outcome {
    std::string out;
    std::optional<kube::Status> failure;
    bool wasOpen = false;
};
/// Where what a command says beside its output goes.
using Said = void (*)(const Session &session, std::string_view text);

void toNobody(const Session &, std::string_view) {}
void toOutput(const Session &session, std::string_view text)
{
    session.print(text);
}
void toErrors(const Session &session, std::string_view text)
{
    session.warn(text);
}

client::Task<Outcome> gather(Session &session, api::Request request, std::optional<std::string> input,
                             Said said)
{
    api::Timers &timers = session.services().timers;
    Inbox<api::ConnectionEvent> inbox(timers);
    Outcome outcome;
    api::Connector *connector = session.services().transport.connector();
    if (!connector) {
        outcome.failure = kube::Status::internal("this cluster executes nothing in containers");
        co_return outcome;
    }
    const auto connection = connector->connect(std::move(request), inbox.sink());
    if (input) {
        connection->write(*input);
        connection->closeInput();
    }
    for (;;) {
        const auto event = co_await inbox.next();
        if (!event)
            outcome.failure = event.error();
        if (!event || event->kind == api::ConnectionEvent::Kind::Ended)
            co_return outcome;
        outcome.wasOpen = true;
        if (event->kind == api::ConnectionEvent::Kind::Output)
            outcome.out += event->data;
        else if (event->kind == api::ConnectionEvent::Kind::ErrorOutput)
            said(session, event->data);
    }
}

/// Runs a command in the Pod of `spec`. Error: the Pod is not there, or has ended.
client::Task<Result<Outcome>> runInPod(Session &session, FileSpec spec, std::vector<std::string> command,
                                       std::optional<std::string> input, Said said)
{
    api::Request request{
        .resource = kube::resources::kPods, .ns = spec.ns.empty() ? session.ns() : spec.ns, .name = spec.pod};
    const auto pod = co_await session.send(std::move(request));
    if (!pod)
        co_return std::unexpected(pod.error());
    const auto phase = pod->object()->status()["phase"].asString();
    if (phase == "Succeeded" || phase == "Failed")
        co_return std::unexpected(
            Error("cannot exec into a container in a completed pod; current phase is " + std::string(phase)));
    const std::string container =
        containerToUse(session, *pod->object(), session.flags().text("container"), said == toNobody);
    api::Request exec =
        streamRequest(*pod->object(), "exec", container, input ? StreamInput::Plain : StreamInput::None);
    for (const std::string &word : command)
        exec.body.edit("command").push(word);
    co_return co_await gather(session, std::move(exec), std::move(input), said);
}

/// The exit status, when it failed; what is told is what `exec` tells.
std::optional<int> failureOf(const Session &session, const Result<Outcome> &outcome)
{
    if (!outcome)
        return session.fail(outcome.error());
    if (!outcome->failure)
        return std::nullopt;
    return failStream(session, *outcome->failure, outcome->wasOpen);
}

// ---- both directions ----

/// A file, or what is in a folder, under the name that it gets.
void addFiles(const Files &files, const std::string &path, const std::string &name,
              std::vector<TarEntry> &entries)
{
    if (!files.isFolder(path)) {
        if (auto text = files.read(path, path))
            entries.push_back({.name = name, .text = *std::move(text)});
        return;
    }
    const auto names = files.list(path);
    if (names.empty())
        entries.push_back({.kind = TarEntry::Kind::Folder, .name = name, .text = {}});
    for (const std::string &each : names)
        addFiles(files, (path == "/" ? "" : path) + "/" + each, name + "/" + each, entries);
}

client::Task<int> copyToPod(Session &session, FileSpec from, FileSpec to)
{
    const Files &files = session.services().files;
    const std::string path = Files::resolve(from.path, session.process().folder);
    if (!files.exists(path) && !files.isFolder(path) && !files.read(path, from.path))
        co_return session.fail(from.path + " doesn't exist in local filesystem");
    std::vector<std::string> question{"test", "-d", to.path};
    const auto folder = co_await runInPod(session, to, std::move(question), std::nullopt, toNobody);
    const std::string target =
        folder && !folder->failure ? clean(to.path + "/" + baseOf(from.path)) : to.path;
    std::vector<TarEntry> entries;
    addFiles(files, path, baseOf(target), entries);
    std::vector<std::string> command{"tar"};
    if (session.flags().isTrue("no-preserve"))
        command.insert(command.end(), {"--no-same-permissions", "--no-same-owner"});
    command.insert(command.end(), {"-xmf", "-", "-C", folderOf(target)});
    const auto done = co_await runInPod(session, to, std::move(command), writeTar(entries), toErrors);
    co_return failureOf(session, done).value_or(0);
}

/// Makes the folder with those that it stands in.
void makeFolders(Files &files, const std::string &folder)
{
    for (std::size_t slash = folder.find('/', 1);; slash = folder.find('/', slash + 1)) {
        const std::string each = folder.substr(0, slash);
        if (!files.isFolder(each))
            static_cast<void>(files.makeFolder(each));
        if (slash == std::string::npos)
            return;
    }
}

/// Writes what came out of the Pod. Error: as Go words it.
Result<void> unpack(const Session &session, const std::vector<TarEntry> &entries, const FileSpec &from,
                    const std::string &target)
{
    Files &files = session.services().files;
    const std::size_t begin = std::min(from.path.find_first_not_of("/\\"), from.path.size());
    const std::string prefix = withoutShortcuts(clean(from.path.substr(begin)));
    for (const TarEntry &entry : entries) {
        if (!entry.name.starts_with(prefix))
            return std::unexpected(Error("tar contents corrupted"));
        const std::string name = clean(target + "/" + withoutLastSlash(entry.name.substr(prefix.size())));
        const std::string path = Files::resolve(name, session.process().folder);
        const std::string base = Files::resolve(target, session.process().folder);
        if (path != base && !path.starts_with(base == "/" ? base : base + "/")) {
            session.warn("warning: file " + kube::goQuote(name) +
                         " is outside target destination, skipping\n");
            continue;
        }
        makeFolders(files, entry.kind == TarEntry::Kind::Folder ? path : folderOf(path));
        if (entry.kind == TarEntry::Kind::Link)
            session.warn("warning: skipping symlink: " + kube::goQuote(name) + " -> " +
                         kube::goQuote(entry.target) + "\n");
        if (entry.kind != TarEntry::Kind::File)
            continue;
        if (const auto made = files.create(path); !made)
            return std::unexpected(Error("open " + name + ": is a directory"));
        if (!files.append(path, entry.text))
            return std::unexpected(Error("write " + name + ": no space left on device"));
    }
    return {};
}

client::Task<int> copyFromPod(Session &session, FileSpec from, FileSpec to)
{
    std::vector<std::string> command{"tar", "cf", "-", from.path};
    const auto done = co_await runInPod(session, from, std::move(command), std::nullopt, toOutput);
    if (const auto failed = failureOf(session, done))
        co_return *failed;
    const auto entries = readTar(done->out);
    if (!entries)
        co_return session.fail(entries.error());
    const auto unpacked = unpack(session, *entries, from, to.path);
    co_return unpacked ? 0 : session.fail(unpacked.error());
}

client::Task<int> runCp(Session &session)
{
    if (session.arguments().size() != 2)
        co_return session.fail("source and destination are required");
    const auto from = parseSpec(session.arguments()[0]), to = parseSpec(session.arguments()[1]);
    if (!from || !to)
        co_return session.fail(from ? to.error() : from.error());
    if (!from->pod.empty() && !to->pod.empty())
        co_return session.fail("one of src or dest must be a local file specification");
    if (from->path.empty() || to->path.empty())
        co_return session.fail("filepath can not be empty");
    if (!from->pod.empty())
        co_return co_await copyFromPod(session, *from, *to);
    if (!to->pod.empty())
        co_return co_await copyToPod(session, *from, *to);
    co_return session.fail("one of src or dest must be a remote file specification");
}

constexpr FlagSpec kCpFlags[]{
    {"container", 'c', FlagType::Text, "", "The container whose files they are."},
    {"no-preserve", 0, FlagType::Bool, "false", "Do not keep owners and permissions in the container."},
    {"retries", 0, FlagType::Int, "0", "How often to try again; here it is not needed."},
};

} // namespace

const Command kCp{
    .path = "cp",
    .usage = "<file-spec-src> <file-spec-dest>",
    .brief = "Copy files and directories to and from containers",
    .text =
        "The program `tar` must be in the container: it packs and unpacks. Containers of the lab have none.",
    .examples = "# Out of a Pod\n"
                "kubectl cp web-5d8f9c7b6c-abcde:/etc/app.conf app.conf\n\n"
                "# Into it\n"
                "kubectl cp app.conf web-5d8f9c7b6c-abcde:/etc/app.conf",
    .flags = {kCpFlags},
    .run = runCp,
};

} // namespace minato::shell::kubectl
