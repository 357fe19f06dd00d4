// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/called.h"

using namespace minato::tests;

namespace {

constexpr const char *kNothing = "";

void row(const char *title, const CalledRow &called)
{
    QTest::newRow(title) << called;
}

/// `minato-sim ARGUMENTS`, which is no way to call it.
void usage(const char *title, const char *arguments, const QByteArray &sentence, const char *command = "")
{
    row(title, {.arguments = QString::fromUtf8(arguments).split(u' ', Qt::SkipEmptyParts),
                .status = 2,
                .err = "minato-sim: " + sentence + "; see minato-sim" + command + " --help\n"});
}

/// `minato-sim run ARGUMENTS`, where something is wrong with a file.
void file(const char *title, const QStringList &arguments, const char *err,
          const std::map<QString, QByteArray> &files = {}, bool isPowerless = false)
{
    row(title, {.arguments = QStringList(QStringLiteral("run")) + arguments,
                .status = 1,
                .err = err,
                .files = files,
                .isPowerless = isPowerless});
}

/// `minato-sim run --topology FILE -` with a text that is no topology.
void topology(const char *title, const QByteArray &text, const char *err)
{
    file(title, {QStringLiteral("--topology"), QStringLiteral("%d/t.yaml"), QStringLiteral("-")}, err,
         {{QStringLiteral("t.yaml"), text}});
}

/// A script on standard input.
void script(const char *title, const QByteArray &text, int status, const QByteArray &err,
            const QByteArray &out = kNothing)
{
    row(title, {.arguments = {QStringLiteral("run"), QStringLiteral("-")},
                .status = status,
                .err = err,
                .out = out,
                .input = text});
}

QByteArray nested(const QByteArray &before, const QByteArray &inside, const QByteArray &after, int depth)
{
    return before.repeated(depth) + inside + after.repeated(depth);
}

void commandLines()
{
    usage("nothing", "", "a command is missing");
    usage("unknown command", "nonsense", "unknown command \"nonsense\"");
    usage("unknown option", "--nonsense", "unknown option --nonsense");
    usage("run without a script", "run", "run wants one script, or - for standard input", " run");
    usage("run with two scripts", "run a b", "run wants one script, or - for standard input", " run");
    usage("run with an unknown option", "run --nonsense -", "unknown option --nonsense", " run");
    usage("run with an unknown letter", "run -x -", "unknown option -x", " run");
    usage("option without its value", "run - --seed", "--seed needs a value", " run");
    usage("option with too much", "run --transcript=x -", "--transcript takes no value", " run");
    for (const char *seed : {"abc", "-1", "1.5", "18446744073709551616", "0x10"})
        usage(seed, QByteArray("run --seed=" + QByteArray(seed) + " -").constData(),
              "--seed wants a whole number from 0 to 18446744073709551615, not \"" + QByteArray(seed) + "\"",
              " run");
    for (const char *nodes : {"-1", "1.5", "5001", "many"})
        usage(QByteArray("nodes " + QByteArray(nodes)).constData(),
              QByteArray("run --nodes=" + QByteArray(nodes) + " -").constData(),
              "--nodes wants a whole number from 0 to 5000, not \"" + QByteArray(nodes) + "\"", " run");
    for (const char *speed : {"fast", "-1", "nan", "inf", "1001"})
        usage(QByteArray("speed " + QByteArray(speed)).constData(),
              QByteArray("run --speed=" + QByteArray(speed) + " -").constData(),
              "--speed wants a number from 0 to 1000, or max, not \"" + QByteArray(speed) + "\"", " run");
    usage("speed 0", "run --speed=0 -", "--speed 0 would play nothing; it is for serve", " run");
    usage("nodes and topology", "run --nodes=3 --topology=x -",
          "--nodes and --topology cannot be used together", " run");
    usage("serve with more", "serve here", "unexpected argument \"here\"", " serve");
    usage("serve nowhere", "serve --listen nonsense",
          "--listen: \"nonsense\" is no address to listen on; expected something like 127.0.0.1:8001",
          " serve");
    usage("serve for others without TLS", "serve --listen 0.0.0.0:0",
          "0.0.0.0 can be reached from other machines, so it is served with --tls only", " serve");
    usage("serve with secrets that nobody hears", "serve --tls",
          "--tls needs --kubeconfig FILE: certificate and token are told there", " serve");
    usage(
        "bench of nothing", "bench",
        "bench wants one or more of scale-10000, scale-10000-limited, scale-150000, chapter-hour, requests, "
        "watchers",
        " bench");
    usage("unknown bench", "bench nonsense",
          "unknown bench \"nonsense\"; there are: scale-10000, scale-10000-limited, scale-150000, "
          "chapter-hour, "
          "requests, watchers",
          " bench");
}

void files()
{
    const QString script = QStringLiteral("%d/s.sh");
    file("script that is not there", {script},
         "minato-sim: cannot read %d/s.sh: there is no such file or folder\n");
    file("script that is a folder", {QStringLiteral("%d")}, "minato-sim: cannot read %d: it is a folder\n");
    file("script without a name", {QString()},
         "minato-sim: cannot read \"\": there is no such file or folder\n");
    file("script that may not be read", {script}, "minato-sim: cannot read %d/s.sh: you may not\n",
         {{QStringLiteral("s.sh"), "echo hi\n"}}, true);
    file("script that breaks off", {QStringLiteral("/proc/self/mem")},
         "minato-sim: cannot read /proc/self/mem: Input/output error\n");
    file("topology that is not there",
         {QStringLiteral("--topology"), QStringLiteral("%d/t"), QStringLiteral("-")},
         "minato-sim: cannot read %d/t: there is no such file or folder\n");
    file("topology that is a folder",
         {QStringLiteral("--topology"), QStringLiteral("%d"), QStringLiteral("-")},
         "minato-sim: cannot read %d: it is a folder\n");
    file("report nowhere", {QStringLiteral("--json"), QStringLiteral("%d/no/r.json"), QStringLiteral("-")},
         "minato-sim: cannot write %d/no/r.json: there is no such file or folder\n");
    file("report into a folder", {QStringLiteral("--json"), QStringLiteral("%d"), QStringLiteral("-")},
         "minato-sim: cannot write %d: it is a folder\n");
    file("report on a full disk",
         {QStringLiteral("--json"), QStringLiteral("/dev/full"), QStringLiteral("-")},
         "minato-sim: cannot write /dev/full: No space left on device\n");
}

void topologies()
{
    topology("broken YAML", "nodes: [", "%d/t.yaml:2:1: did not find expected node content\n");
    topology("empty topology", "", "%d/t.yaml:1: the file describes no cluster\n");
    topology("topology that is a list", "- name: a\n",
             "%d/t.yaml:1: expected a map\n%d/t.yaml:1: nodes: expected a list of nodes\n");
    topology("topology without nodes", "nodes: []\n", "%d/t.yaml:1: nodes: expected a list of nodes\n");
    topology("unknown field", "nodes: [{name: a, gpu: 1}]\n",
             "%d/t.yaml:1: nodes[0]: unknown field \"gpu\"\n");
    topology("node without a name", "nodes: [{cpu: 4}]\n", "%d/t.yaml:1: nodes[0].name: expected a name\n");
    topology("two nodes of one name", "nodes: [{name: a}, {name: a}]\n",
             "%d/t.yaml:1: nodes[1].name: there are two nodes \"a\"\n");
    topology("negative CPU", "nodes: [{name: a, cpu: -4}]\n",
             "%d/t.yaml:1: nodes[0].cpu: \"-4\" is not a quantity above zero, such as 4 or 8Gi\n");
    topology("too many nodes", "nodes: [{name: a, count: 1000000000}]\n",
             "%d/t.yaml:1: nodes[0].count: expected 1 to 10000 nodes in all\n");
    topology("manifest without a kind", "nodes: [{name: a}]\nobjects: [{apiVersion: v1}]\n",
             "%d/t.yaml:2: objects[0]: a manifest needs apiVersion, kind and metadata.name\n");
    topology("bytes that are no text", QByteArray("\0\xff\xfe", 3),
             "%d/t.yaml:1:1: control characters are not allowed\n");
    topology("deep lists", "nodes: " + nested("[", "", "]", 100'000),
             "%d/t.yaml:1:519: exceeded max depth of 512\n");
    topology("deep maps", "nodes: " + nested("{a: ", "1", "}", 100'000),
             "%d/t.yaml:1:…: exceeded max depth of 512\n");
    row("objects that the server refuses",
        {.arguments = {QStringLiteral("run"), QStringLiteral("--topology"), QStringLiteral("%d/t.yaml"),
                       QStringLiteral("-")},
         .status = 0,
         .err = "minato-sim: Deployment \"web\": Deployment.apps \"web\" is invalid: [spec.replicas: Invalid "
                "value: "
                "-1: must be greater than or equal to 0, …\n"
                "minato-sim: Servce \"web\": no matches for kind \"Servce\" in version \"v1\"\n",
         .files = {{QStringLiteral("t.yaml"),
                    "nodes: [{name: a}]\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n"
                    "spec: {replicas: -1}\n---\napiVersion: v1\nkind: Servce\nmetadata: {name: web}\n"}}});
}

void commands()
{
    script("unknown command", "nonsense\n", 127, "sh: 1: nonsense: not found\n");
    script("the line of the fault", "\n# two lines\nnonsense\necho after\n", 0,
           "sh: 3: nonsense: not found\n", "after\n");
    script("unknown verb", "kubectl nonsense", 1, "error: unknown command \"nonsense\" for \"kubectl\"\n");
    script("unknown flag", "kubectl get pods --nonsense", 1,
           "error: unknown flag: --nonsense\nSee 'kubectl get --help' for usage.\n");
    script("unknown resource", "kubectl get nonsense", 1,
           "error: the server doesn't have a resource type \"nonsense\"\n");
    script("unknown object", "kubectl get pods nope", 1,
           "Error from server (NotFound): pods \"nope\" not found\n");
    script("unknown format", "kubectl get pods -o nonsense", 1,
           "error: unable to match a printer suitable for the output format \"nonsense\", allowed formats "
           "are: …\n");
    script("broken selector", "kubectl get pods -l 'a in ('", 1,
           "Error from server (BadRequest): Unable to find \"/v1, Resource=pods\" that match label selector "
           "\"a in "
           "(\", field selector \"\": unable to parse requirement: found '', expected: ',', ')' or "
           "identifier\n");
    script("negative replicas", "kubectl scale deployments/kubernetes-bootcamp --replicas=-1", 1,
           "error: The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0\n");
    script("replicas that are no number", "kubectl scale deployments/kubernetes-bootcamp --replicas=many", 1,
           "error: invalid argument \"many\" for \"--replicas\" flag: strconv.ParseInt: parsing \"many\": "
           "invalid "
           "syntax\nSee 'kubectl scale --help' for usage.\n");
    script("replicas of nothing", "kubectl scale deployments/nope --replicas=2", 1,
           "error: no objects passed to scale deployments.apps \"nope\" not found\n");
    script("broken JSONPath", "kubectl get pods -o jsonpath='{.items'", 1,
           "error: error parsing jsonpath {.items, unclosed action\n");
    script("broken template", "kubectl get pods -o go-template='{{.items'", 1,
           "error: error parsing template {{.items, template: output:1: unclosed action\n");
    script("manifest of an unknown kind",
           "kubectl create -f - <<E\napiVersion: v1\nkind: Nonsense\nmetadata: {name: x}\nE\n", 1,
           "error: resource mapping not found for name: \"x\" namespace: \"\" from \"STDIN\": no matches for "
           "kind "
           "\"Nonsense\" in version \"v1\"\nensure CRDs are installed first\n");
    script(
        "manifest that is no YAML", "kubectl create -f - <<E\nkind: [\nE\n", 1,
        "error: error parsing STDIN: error converting YAML to JSON: yaml: line 1: did not find expected node "
        "content\n");
    script("unknown host", "curl nowhere:80", 6, "curl: (6) Could not resolve host: nowhere\n");
    script("closed port", "curl host01:1", 7,
           "curl: (7) Failed to connect to host01 port 1 after 0 ms: Could not connect to server\n");
    script("port that is none", "curl http://host01:99999/", 3,
           "curl: (3) URL rejected: Port number was not a decimal number between 0 and 65535\n");
    script("file that is not there", "cat /nowhere", 1, "cat: /nowhere: No such file or directory\n");
    script("status of the script", "echo a; exit 7; echo b", 7, kNothing, "a\n");
}

void scripts()
{
    script("empty script", "", 0, kNothing);
    script("comments only", "# nothing\n\n   \n#", 0, kNothing);
    script("Windows line ends", "echo a\r\necho b\r\n", 0, kNothing, "a\nb\n");
    script("NUL bytes", QByteArray("echo a\0b\necho c\n", 16), 0, kNothing, QByteArray("a\0b\nc\n", 6));
    script("bytes that are no text", "\xff\xfe\x80\n", 127, "sh: 1: \xff\xfe\x80: not found\n");
    script("open quote", "echo 'a\necho b\n", 2, "sh: 3: Syntax error: Unterminated quoted string\n");
    script("open quote over many lines", "echo 'a\n" + QByteArray("b\n").repeated(200'000), 2,
           "sh: 200002: Syntax error: Unterminated quoted string\n");
    script("open loop", "echo a\nfor i in 1 2; do\n", 2,
           "sh: 3: Syntax error: end of file unexpected (expecting \"done\")\n", "a\n");
    script("syntax error", "echo a\nfi\necho b\n", 2, "sh: 2: Syntax error: \"fi\" unexpected\n", "a\n");
    script("line of 10 MB", "# " + QByteArray(10'000'000, 'x') + "\necho done\n", 0, kNothing, "done\n");
    script("word of 10 MB", "echo " + QByteArray(10'000'000, 'x') + " | wc -c\n", 0, kNothing, "10000001\n");
    script("many words", "set -- " + QByteArray("x ").repeated(500'000) + "; echo $#\n", 0, kNothing,
           "500000\n");
    script("value that grows without end", "a=x; while true; do a=$a$a; done\n", 2, "sh: 1: Out of space\n");
    script("output that grows without end", "a=$(yes)\n", 2, "sh: 1: Out of space\n");
    script("function that calls itself", "f() { f; }\nf\n", 2,
           "sh: 1: Maximum function recursion depth (1000) reached\n");
}

void nesting()
{
    constexpr int deep = 100'000;
    const QByteArray tooDeep = "sh: 1: Syntax error: nested too deeply\n";
    script("deep $(", "echo " + nested("$( ", "", "", deep), 2, tooDeep);
    script("deep $( )", "echo " + nested("$(echo ", "x", ")", deep), 2, tooDeep);
    script("deep ( )", nested("(", "echo x", ")", deep), 2, tooDeep);
    script("deep { }", nested("{ ", "echo x", "; }", deep), 2, tooDeep);
    script("deep if", nested("if true; then ", "echo x", "; fi", deep), 2, tooDeep);
    script("deep ${ }", "echo " + nested("${x:-", "x", "}", deep), 2, tooDeep);
    script("deep $(( ))", "echo $((" + nested("(", "1", ")", deep) + "))", 2,
           "sh: 1: arithmetic expression: nested too deeply: …\"\n");
    script("deep template",
           "kubectl get pods -o go-template='" + nested("{{if true}}", "x", "{{end}}", deep) + "'", 1,
           "error: error parsing template …\n");
    script("deep parentheses in a template",
           "kubectl get pods -o go-template='{{" + nested("(", "1", ")", deep) + "}}'", 1,
           "error: error parsing template …\n");
    script("deep JSONPath",
           "kubectl get pods -o jsonpath='" + nested("{range .items[*]}", "x", "{end}", 2000) + "'", 1,
           "error: error …\n");
    script("deep filter", "kubectl get pods -o jsonpath='{" + nested(".items[?(@.a", "", "", deep) + "'", 1,
           "error: error parsing jsonpath …\n");
    script("deep pattern", "echo a | grep -E '" + nested("(", "a", ")", deep) + "'", 2,
           "grep: Regular expression too big\n");
    script("pattern that would run back and forth",
           "echo " + QByteArray(50, 'a') + " | grep -E '(a*)*(a*)*(a*)*b'", 1, kNothing);
    script("deep manifest",
           "kubectl create -f - <<E\nkind: Pod\nspec: " + nested("[", "", "]", deep) + "\nE\n", 1,
           "error: error parsing STDIN: error converting YAML to JSON: yaml: line 1: exceeded max depth of "
           "512\n");
    script("deep JSON manifest", "kubectl create -f - <<E\n" + nested("{\"a\":", "1", "}", deep) + "\nE\n", 1,
           "error: error parsing STDIN: …\n");
}

} // namespace

/// minato-sim says in one sentence what is wrong with what it was given, and ends with the right status.
class TestSimBadInput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void commandLine_data() { table(commandLines); }
    void commandLine() { check(); }
    void file_data() { table(files); }
    void file() { check(); }
    void topology_data() { table(topologies); }
    void topology() { check(); }
    void command_data() { table(commands); }
    void command() { check(); }
    void script_data() { table(scripts); }
    void script() { check(); }
    void nesting_data() { table(::nesting); }
    void nesting() { check(); }

    void helpAndVersion_areNoFaults()
    {
        for (const char *arguments :
             {"--help", "-h", "run --help", "serve --help", "bench --help", "--version"}) {
            const Ended ended = run("minato-sim", QString::fromUtf8(arguments).split(u' '));
            QCOMPARE(ended.status, 0);
            QCOMPARE(ended.err, QByteArray());
            QVERIFY(ended.out.contains("minato-sim"));
        }
    }

    void ownSentences_areInTheCallersLanguage()
    {
        const std::map<QString, QString> japanese{{QStringLiteral("LANGUAGE"), QStringLiteral("ja")}};
        Ended ended = run("minato-sim", {QStringLiteral("nonsense")}, {.input = {}, .environment = japanese});
        QCOMPARE(QString::fromUtf8(ended.err),
                 QStringLiteral("minato-sim: 「nonsense」というコマンドはありません。"
                                "使い方は「minato-sim --help」で確認できます\n"));
        QCOMPARE(ended.status, 2);
        // What kubectl says stays as it is.
        ended = run("minato-sim", {QStringLiteral("run"), QStringLiteral("-")},
                    {.input = "kubectl get nonsense", .environment = japanese});
        QCOMPARE(ended.err, QByteArray("error: the server doesn't have a resource type \"nonsense\"\n"));
        QCOMPARE(ended.status, 1);
    }

private:
    static void table(void (*rows)())
    {
        QTest::addColumn<CalledRow>("called");
        rows();
    }
    static void check()
    {
        QFETCH(CalledRow, called);
        checkCall("minato-sim", called);
    }
};

MINATO_TEST(TestSimBadInput)
#include "tst_sim_bad_input.moc"
