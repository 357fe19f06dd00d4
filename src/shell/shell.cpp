// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/shell.h"

#include "shell/commands/own_text.h"
#include "shell/completion/complete.h"
#include "shell/kubectl/session.h"
#include "shell/local_ports.h"
#include "shell/sh/interpreter.h"
#include "shell/sh/parser.h"
#include "shell/sh/powershell.h"

namespace minato::shell {
namespace {

/// One cluster, context and user of that name.
kubectl::Kubeconfig configOf(const std::string &serverUrl, const Shell::Options &options)
{
    using kube::Value;
    const std::string &name = options.context;
    kubectl::Kubeconfig config(serverUrl);
    Value context = Value::map({{"cluster", name}, {"user", name}});
    if (!options.ns.empty())
        context.set("namespace", options.ns);
    for (const char *list : {"clusters", "contexts", "users"})
        config.remove(list, config.currentContext());
    config.set("clusters", name, Value::map({{"server", serverUrl}}));
    config.set("contexts", name, std::move(context));
    config.set("users", name, Value::emptyMap());
    config.useContext(name);
    return config;
}

} // namespace

class Shell::Impl {
public:
    explicit Impl(Options options)
        : m_ports(options.ports ? std::move(options.ports) : std::make_shared<LocalPorts>(options.traffic)),
          m_input(std::move(options.input)),
          m_services{.transport = options.transport,
                     .traffic = *m_ports,
                     .timers = options.timers,
                     .serverUrl = std::move(options.serverUrl),
                     .files = Files(std::move(options.readFile),
                                    [&timers = options.timers] { return timers.now(); }),
                     .kubectl = std::make_shared<kubectl::State>(),
                     .control = options.control,
                     .localPorts = m_ports.get()},
          m_interpreter(m_services)
    {
        *m_services.kubectl = {.discovery = nullptr,
                               .config = configOf(m_services.serverUrl, options),
                               .minor = options.kubectlMinor,
                               .hint = std::move(options.hint),
                               .editor = std::move(options.editor)};
        m_environment.folder = Files::kHome;
        for (const auto &[name, value] : {std::pair<std::string_view, std::string_view>("HOME", Files::kHome),
                                          {"PWD", Files::kHome},
                                          {"PATH", "/usr/local/bin:/usr/bin:/bin"},
                                          {"USER", "minato"},
                                          {"LANG", "C.UTF-8"}})
            m_environment.variables[std::string(name)] = {.value = std::string(value), .isExported = true};
        m_environment.set("IFS", " \t\n");
        m_environment.set("OPTIND", "1");
    }

    client::Task<int> run(std::string script, OutputSink output, bool isWhole,
                          LineObserver *observer = nullptr)
    {
        Environment &environment = m_environment;
        const auto sink = std::make_shared<OutputSink>(std::move(output));
        const auto to = [&sink](Stream stream) {
            return std::make_shared<FunctionOutput>(
                [sink, stream](std::string_view text) { (*sink)(stream, text); });
        };
        const InPtr input = m_input && !isWhole ? m_input : std::make_shared<TextInput>();
        environment.files = {
            {0, {.in = input}}, {1, {.out = to(Stream::Out)}}, {2, {.out = to(Stream::Err)}}};
        environment.flow = Environment::Flow::Next;
        if (auto posix = isWhole ? std::nullopt : withoutPowerShell(script)) {
            script = std::move(*posix);
            environment.output(2)->write(ownLines(environment.get("LANG"),
                                                  "hint: in this shell one writes: " + script,
                                                  "ヒント: このシェルでは次のように書きます: " + script));
        }
        // A run that was cancelled left these as they were.
        environment.loopDepth = environment.functionDepth = environment.testDepth = 0;
        environment.locals.clear();
        environment.localOptions.clear();
        environment.signals.clear();
        co_await m_interpreter.runScript(std::move(script), environment, {}, observer);
        if (isWhole || environment.flow == Environment::Flow::Exit)
            co_await m_interpreter.runExitTrap(environment);
        hasExited = environment.flow == Environment::Flow::Exit;
        environment.flow = Environment::Flow::Next;
        environment.files.clear();
        co_return environment.status;
    }

    client::Task<Completion> complete(std::string line)
    {
        std::vector<std::string> names;
        for (const auto &[name, body] : m_environment.functions)
            names.push_back(name);
        for (const auto &[name, text] : m_environment.aliases)
            names.push_back(name);
        return completeLine(m_services, std::move(line), m_environment.folder, std::move(names));
    }

    Environment &environment() { return m_environment; }
    Files &files() { return m_services.files; }

    bool hasExited = false;

private:
    std::shared_ptr<LocalPorts> m_ports; ///< outlives what listens
    InPtr m_input;
    Services m_services;
    Environment m_environment;
    Interpreter m_interpreter;
};

Shell::Shell(Options options) : m_impl(std::make_unique<Impl>(std::move(options))) {}

Shell::~Shell() = default;

client::Task<int> Shell::run(std::string script, OutputSink output)
{
    return m_impl->run(std::move(script), std::move(output), false);
}

client::Task<int> Shell::runScript(std::string script, OutputSink output, LineObserver *observer)
{
    return m_impl->run(std::move(script), std::move(output), true, observer);
}

bool Shell::hasExited() const
{
    return m_impl->hasExited;
}

bool Shell::needsMore(std::string_view script)
{
    Parser parser{std::string(script)};
    for (;;) {
        const auto line = parser.next();
        if (!line)
            return line.error().isIncomplete;
        if (!*line)
            return parser.endedEarly();
    }
}

client::Task<Completion> Shell::complete(std::string line)
{
    return m_impl->complete(std::move(line));
}

bool Shell::writeFile(std::string_view name, std::string_view text)
{
    const std::string path = Files::resolve(name, Files::kHome);
    Files &files = m_impl->files();
    return files.create(path) && files.append(path, text);
}

std::string Shell::variable(std::string_view name) const
{
    return m_impl->environment().get(name);
}

void Shell::setVariable(std::string name, std::string value)
{
    m_impl->environment().variables[std::move(name)].value = std::move(value);
}

} // namespace minato::shell
