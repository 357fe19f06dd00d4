<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message id="chart.distribution.name">
        <source>Chart of requests by Pod</source>
        <extracomment>Name of the distribution chart, for screen readers.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="chart.replicas.name">
        <source>Replicas over time</source>
        <extracomment>Name of the replicas chart, for screen readers.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.reset">
        <source>Count from 0</source>
        <extracomment>Button: counts requests from 0 again.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.total" numerus="yes">
        <source>%n request(s) in all</source>
        <extracomment>Above the distribution chart. %n: requests in all.</extracomment>
        <translation>
            <numerusform>%n request in all</numerusform>
            <numerusform>%n requests in all</numerusform>
        </translation>
    </message>
    <message id="traffic.failed" numerus="yes">
        <source> · %n failed</source>
        <extracomment>Follows the number of requests. %n: requests that got no answer.</extracomment>
        <translation>
            <numerusform> · %n failed</numerusform>
            <numerusform> · %n failed</numerusform>
        </translation>
    </message>
    <message id="series.title">
        <source>Replicas</source>
        <extracomment>Heading of the replicas chart.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="series.ready">
        <source>Ready %1</source>
        <extracomment>Key of the replicas chart. %1: how many Pods are ready.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="series.desired">
        <source>Wanted %1</source>
        <extracomment>Key of the replicas chart. %1: how many Pods are wanted.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="cluster.title">
        <source>Cluster</source>
        <extracomment>Heading of the picture of the cluster.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="cluster.legend">
        <source>Legend</source>
        <extracomment>Button: what the marks of Pods mean.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="cluster.control-plane">
        <source>Control plane: %1 · %2 (runs no application Pods)</source>
        <extracomment>Below the node cards. %1: name of the control plane&apos;s node, %2: its status (&quot;Ready&quot;).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="node.memory">
        <source>Mem</source>
        <extracomment>A node&apos;s memory. Short.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pod.summary">
        <source>Pod %1, %2, answered %3</source>
        <extracomment>A Pod for screen readers. %1: name, %2: state, %3: number of requests that it answered.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pods.list" numerus="yes">
        <source>%n Pod(s)</source>
        <extracomment>For screen readers: the Pods on a node. %n: how many.</extracomment>
        <translation>
            <numerusform>%n Pod</numerusform>
            <numerusform>%n Pods</numerusform>
        </translation>
    </message>
    <message id="pods.more">
        <source>+%1 more</source>
        <extracomment>On a node card whose Pods do not all fit. %1: how many are not drawn.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="node.empty">
        <source>No Pods here</source>
        <extracomment>On the card of a node without Pods.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="queue.title">
        <source>Unscheduled</source>
        <extracomment>Heading of the card with the Pods that the scheduler has not placed.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="events.list">
        <source>Events of the cluster, newest first</source>
        <extracomment>Name of the list of Events, for screen readers.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="events.empty">
        <source>Nothing has happened yet</source>
        <extracomment>In the list of Events when there are none.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="code.copy">
        <source>Copy</source>
        <extracomment>Button in the heading of a code block.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="code.run">
        <source>Run</source>
        <extracomment>Button of a code block: types its commands into the terminal.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="code.run-again">
        <source>Run again</source>
        <extracomment>Button of a code block whose commands ran already: runs them once more.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="goals.complete">
        <source>Step complete</source>
        <extracomment>Heading of the goals when all are reached.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="goals.title">
        <source>Goals</source>
        <extracomment>Heading of the goals of a step.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="goals.hide">
        <source>Hide goals</source>
        <extracomment>Button that folds the list of goals.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="goals.show">
        <source>Show goals</source>
        <extracomment>Button that unfolds the list of goals.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="goals.hint">
        <source>Show a hint</source>
        <extracomment>Button beside a goal of a lesson.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lesson.start">
        <source>Start</source>
        <extracomment>Button on the first page of a lesson.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lesson.next">
        <source>Next</source>
        <extracomment>Button: to the page after.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lesson.back">
        <source>Back</source>
        <extracomment>Button: to the page before.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lesson.pane">
        <source>Lesson</source>
        <extracomment>Heading of the lesson&apos;s part of the window.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="terminal.title">
        <source>Terminal</source>
        <extracomment>Heading of the part of the window where commands are typed.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="events.title">
        <source>Events (%1)</source>
        <extracomment>Heading of the list of the cluster&apos;s Events. %1: their number.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="terminal.stop">
        <source>Stop (Ctrl+C)</source>
        <extracomment>Button of the terminal while a command runs.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="terminal.copy">
        <source>Copy the selection (Ctrl+Shift+C)</source>
        <extracomment>Button of the terminal.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="terminal.clear">
        <source>Clear (Ctrl+L)</source>
        <extracomment>Button of the terminal.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="settings.theme">
        <source>Theme</source>
        <extracomment>Heading of the choice between light and dark.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="settings.theme.light">
        <source>Light</source>
        <extracomment>Choice of theme.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="settings.theme.dark">
        <source>Dark</source>
        <extracomment>Choice of theme.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="settings.theme.system">
        <source>System</source>
        <extracomment>Choice of theme: as the desktop has it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="settings.text-size">
        <source>Text size</source>
        <extracomment>Heading of the choice of text size.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="settings.reduce-motion">
        <source>Reduce motion</source>
        <extracomment>Switch: no animations.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="problem.dismiss">
        <source>Dismiss</source>
        <extracomment>Button: takes a message away.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="time.name">
        <source>Speed of the cluster&apos;s time</source>
        <extracomment>Name of the clock and speed control, for screen readers.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="time.pause">
        <source>Pause</source>
        <extracomment>Button: stops the cluster&apos;s time.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="app.tagline">
        <source>Kubernetes, understood by doing</source>
        <extracomment>Beside the product&apos;s name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="settings.language">
        <source>Language</source>
        <extracomment>Name of the choice of language, for screen readers.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="settings.looks">
        <source>Appearance</source>
        <extracomment>Button: opens the choices of theme and text size.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="series.description">
        <source>%1 Pods wanted, %2 exist, %3 ready, %4 available</source>
        <extracomment>The replicas chart in one sentence, for screen readers. %1 to %4 are numbers of Pods.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.description.empty">
        <source>No requests yet</source>
        <extracomment>The distribution chart in one sentence, for screen readers, before the first request.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.description.pod" numerus="yes">
        <source>%1: %n request(s)</source>
        <extracomment>One Pod of the distribution chart, for screen readers. %1: name, %n: requests that it got.</extracomment>
        <translation>
            <numerusform>%1: %n request</numerusform>
            <numerusform>%1: %n requests</numerusform>
        </translation>
    </message>
    <message id="list.separator">
        <source>, </source>
        <extracomment>Joins the parts of a list that a screen reader reads.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="queue.empty">
        <source>Nothing waits</source>
        <extracomment>On the card of Pods that wait for a node, when there are none.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="queue.waiting" numerus="yes">
        <source>%n Pod(s) waiting</source>
        <extracomment>On the card of Pods that wait for a node.</extracomment>
        <translation>
            <numerusform>%n Pod waiting</numerusform>
            <numerusform>%n Pods waiting</numerusform>
        </translation>
    </message>
    <message id="node.summary" numerus="yes">
        <source>Node %1, %2, %n Pod(s)</source>
        <extracomment>For screen readers. %1 is the name of a node, %2 its status (&quot;Ready&quot;), %n the number of its Pods.</extracomment>
        <translation>
            <numerusform>Node %1, %2, %n Pod</numerusform>
            <numerusform>Node %1, %2, %n Pods</numerusform>
        </translation>
    </message>
    <message id="pod.phase.pending">
        <source>Pending</source>
        <extracomment>State of a Pod: no node has been found for it yet. Drawn on a small chip: keep it short.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pod.phase.starting">
        <source>Starting</source>
        <extracomment>State of a Pod: its container is being started, or is not ready yet. Short.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pod.phase.running">
        <source>Running</source>
        <extracomment>State of a Pod: running and ready. Short.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pod.phase.terminating">
        <source>Stopping</source>
        <extracomment>State of a Pod: asked to stop, within its grace period. Short.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pod.phase.failed">
        <source>Failed</source>
        <extracomment>State of a Pod. Short.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pod.phase.succeeded">
        <source>Finished</source>
        <extracomment>State of a Pod: its work is done. Short.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pod.phase.unknown">
        <source>Unknown</source>
        <extracomment>State of a Pod whose node does not report. Short.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="deployment.summary">
        <source>Deployment %1: %2 of %3 Pods are ready</source>
        <extracomment>For screen readers. %1: name of a Deployment, %2: ready Pods, %3: wanted Pods.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="service.summary" numerus="yes">
        <source>Service %1, %2, %n ready endpoint(s)</source>
        <extracomment>For screen readers. %1: name of a Service, %2: &quot;NodePort 30080&quot;, %n: number of Pods that can answer.</extracomment>
        <translation>
            <numerusform>Service %1, %2, %n ready endpoint</numerusform>
            <numerusform>Service %1, %2, %n ready endpoints</numerusform>
        </translation>
    </message>
    <message id="code.commands">
        <source>Commands</source>
        <extracomment>Header of a code block with commands to run in the terminal.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="code.output">
        <source>Example output</source>
        <extracomment>Header of a code block that shows what a command prints.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="code.text">
        <source>Text</source>
        <extracomment>Header of a code block without a language.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="callout.tip">
        <source>Tip</source>
        <extracomment>Heading of a box in a lesson: a better way to work.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="callout.warning">
        <source>Careful</source>
        <extracomment>Heading of a box in a lesson: what may go wrong.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="callout.why">
        <source>Why?</source>
        <extracomment>Heading of a box in a lesson: the explanation after the action.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="callout.predict">
        <source>What do you expect?</source>
        <extracomment>Heading of a box in a lesson: a question before the action.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="callout.note">
        <source>Note</source>
        <extracomment>Heading of a box in a lesson: worth knowing, but not needed.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="predict.right">
        <source>You expected: %1. That is what happened.</source>
        <extracomment>%1 is the answer that the reader chose before trying it out.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="predict.wrong">
        <source>You expected: %1. It turned out otherwise.</source>
        <extracomment>%1 is the answer that the reader chose before trying it out.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="goal.done">
        <source>done</source>
        <extracomment>State of a lesson&apos;s goal, for screen readers.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="goal.waiting">
        <source>under way</source>
        <extracomment>State of a lesson&apos;s goal, for screen readers: it is on its way, time must pass.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="goal.unmet">
        <source>not done yet</source>
        <extracomment>State of a lesson&apos;s goal, for screen readers.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lesson.position">
        <source>Step %1 of %2</source>
        <extracomment>Where the reader is in a lesson.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lesson.minutes" numerus="yes">
        <source>About %n minute(s)</source>
        <extracomment>Above the first page of a lesson. %n: minutes that the lesson takes.</extracomment>
        <translation>
            <numerusform>About %n minute</numerusform>
            <numerusform>About %n minutes</numerusform>
        </translation>
    </message>
    <message id="lesson.summary">
        <source>Summary</source>
        <extracomment>Above the last page of a lesson.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="time.description">
        <source>Time in the cluster since it started: %1</source>
        <extracomment>Tool tip of the clock. %1 is a time like 02:05.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.empty">
        <source>Send requests here or with curl to see which Pods answer</source>
        <extracomment>In place of the distribution chart before the first request.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="terminal.welcome">
        <source>Type commands here, such as kubectl get pods, or press Run in the lesson. ↑ brings back earlier commands.</source>
        <extracomment>In the terminal before the first command.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="node.free">
        <source>Free: CPU %1 · %2</source>
        <extracomment>At the foot of a node card: what is left to ask for. %1: CPU (&quot;1500m&quot;), %2: memory (&quot;3.5Gi&quot;).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="problem.cluster-not-up">
        <source>The cluster has not come up within five minutes of its time.</source>
        <extracomment>A notice at the top of the window. &quot;Its time&quot;: the cluster&apos;s own clock.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="problem.object-refused">
        <source>The lesson could not be set up completely: %1</source>
        <extracomment>A notice at the top of the window. %1: which object of a lesson, and why, in English.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="problem.steps-not-played">
        <source>The steps before this one could not be replayed: the cluster may look different from what this step expects.</source>
        <extracomment>A notice at the top of the window, after a lesson was opened at a later step.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="progress.damaged.stuck">
        <source>The record of your progress, %1, cannot be read (%2). It stays where it is, and nothing is saved until it is moved away.</source>
        <extracomment>A notice at the top of the window. %1: a file, %2: why, technical, in English.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="progress.damaged.restored">
        <source>The record of your progress, %1, cannot be read (%3). It was renamed to %2, and the copy before it is in use: the last step may be missing.</source>
        <extracomment>A notice at the top of the window. %1: a file, %2: its new name, %3: why, technical, in English.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="progress.damaged.anew">
        <source>The record of your progress, %1, cannot be read (%3). It was renamed to %2, and a new one begins.</source>
        <extracomment>A notice at the top of the window. %1: a file, %2: its new name, %3: why, technical, in English.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="progress.not-saved">
        <source>Your progress cannot be saved in %1 (%2).</source>
        <extracomment>A notice at the top of the window. %1: a file, %2: why, technical, in English.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="terminal.held">
        <source>Time is paused, so the command waits. It goes on when time runs again.</source>
        <extracomment>Under the terminal while a command waits because the learner has paused the cluster&apos;s time.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="terminal.resume">
        <source>Resume time (Ctrl+P)</source>
        <extracomment>Button under the terminal: ends the pause.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="node.cordoned">
        <source>Cordoned</source>
        <extracomment>On a node card, short: no new Pods are placed there (&quot;kubectl cordon&quot;).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="served.button">
        <source>Use your own kubectl</source>
        <extracomment>Button in the top bar, while the cluster is published for a kubectl outside the window.</extracomment>
        <translation>Use your own kubectl</translation>
    </message>
    <message id="served.explanation">
        <source>This cluster is served on %1, for this machine only. In a shell of your own, type:</source>
        <extracomment>%1 is an address like http://127.0.0.1:8001.</extracomment>
        <translation>This cluster is served on %1, for this machine only. In a shell of your own, type:</translation>
    </message>
    <message id="served.copy">
        <source>Copy the command</source>
        <extracomment>Button: copies the command shown above it.</extracomment>
        <translation>Copy the command</translation>
    </message>
    <message id="problem.not-served">
        <source>The cluster could not be served to kubectl: %1</source>
        <extracomment>A notice at the top of the window. %1: why, in English.</extracomment>
        <translation>The cluster could not be served to kubectl: %1</translation>
    </message>
    <message id="program.reason.missing">
        <source>there is no such file or folder</source>
        <extracomment>Why a file cannot be read or written.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="program.reason.folder">
        <source>it is a folder</source>
        <extracomment>Why a file cannot be read or written.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="program.reason.permission">
        <source>you may not</source>
        <extracomment>Why a file cannot be read or written.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="program.file.unreadable">
        <source>cannot read %1: %2</source>
        <extracomment>%1: a file. %2: why.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="program.option.unknown">
        <source>unknown option %1</source>
        <extracomment>%1: an option, &quot;--nonsense&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="program.option.no-value">
        <source>%1 takes no value</source>
        <extracomment>%1: an option, &quot;--help&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="program.option.value-missing">
        <source>%1 needs a value</source>
        <extracomment>%1: an option, &quot;--seed&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="program.option.number">
        <source>%1 wants a whole number from %2 to %3, not &quot;%4&quot;</source>
        <extracomment>%1: an option, &quot;--seed&quot;. %2, %3: the smallest and the largest number. %4: what was given.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="program.argument-unexpected">
        <source>unexpected argument &quot;%1&quot;</source>
        <extracomment>%1: a word of the command line that stands there for nothing.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="program.command.missing">
        <source>a command is missing</source>
        <extracomment>A program was called without saying what it shall do.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="program.command.unknown">
        <source>unknown command &quot;%1&quot;</source>
        <extracomment>%1: what was taken for the name of a command.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="program.option.speed">
        <source>--speed wants a number from 0 to %1, or max, not &quot;%2&quot;</source>
        <extracomment>%1: the largest number. %2: what was given. &quot;max&quot; is typed as it stands.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="program.file.unwritable">
        <source>cannot write %1: %2</source>
        <extracomment>%1: a file. %2: why.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lessons.unknown">
        <source>unknown lesson &quot;%1&quot;; there are: %2</source>
        <extracomment>%1: what was asked for. %2: the lessons that there are.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lessons.none">
        <source>there is no lesson in %1</source>
        <extracomment>%1: a folder.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="program.see-help">
        <source>%1; see %2 --help</source>
        <extracomment>%1: what is wrong, a sentence without a full stop. %2: the program, &quot;minato-sim run&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="program.option.size">
        <source>--size wants WIDTHxHEIGHT from %1 to %2, not &quot;%3&quot;</source>
        <extracomment>%1, %2: the smallest and the largest size, &quot;640x480&quot;. %3: what was given.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="program.option.one-of">
        <source>%1 wants one of %2, not &quot;%3&quot;</source>
        <extracomment>%1: an option, &quot;--theme&quot;. %2: the texts that it takes. %3: what was given.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lab.serve-and-screenshot">
        <source>--serve and --screenshot cannot be used together: a picture is taken of a cluster that runs by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="lab.serve-without-tls">
        <source>%1 can be reached from other machines, so it is served with --tls only</source>
        <extracomment>%1: an IP address, &quot;0.0.0.0&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lab.tls-without-serve">
        <source>--tls is for --serve, which is not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="sim.nodes-and-topology">
        <source>--nodes and --topology cannot be used together</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="sim.tls-without-kubeconfig">
        <source>--tls needs --kubeconfig FILE: certificate and token are told there</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="sim.bench.missing">
        <source>bench wants one or more of %1</source>
        <extracomment>&quot;bench&quot; is a command of minato-sim. %1: the names that there are.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="sim.bench.unknown">
        <source>unknown bench &quot;%1&quot;; there are: %2</source>
        <extracomment>%1: what was asked for. %2: the names that there are.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="sim.run.waits-forever">
        <source>the script waits for something that never comes</source>
        <extracomment>A script of commands cannot end: it waits, and nothing in the simulation is left to happen.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="sim.run.script">
        <source>run wants one script, or - for standard input</source>
        <extracomment>&quot;run&quot; is a command of minato-sim, &quot;-&quot; is typed as it stands.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="sim.run.held">
        <source>--speed 0 would play nothing; it is for serve</source>
        <extracomment>&quot;serve&quot; is another command of minato-sim.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="sim.unsettled">
        <source>the starting state has not settled; going on</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="lessons.solved">
        <source>%1: solved (steps: %2, commands: %3, checks: %4, each unmet before and met after; cluster time: %5)</source>
        <extracomment>%1: a lesson. %2 to %4: numbers. %5: a duration, &quot;2m12s&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lab.picture">
        <source>cannot write the picture %1: %2</source>
        <extracomment>%1: a file. %2: why, in Qt&apos;s words.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lab.folder">
        <source>cannot make the folder %1</source>
        <extracomment>%1: a folder.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lab.picture-format">
        <source>cannot write the picture %1: its name must end like a picture&apos;s, such as .png</source>
        <extracomment>%1: a file whose name does not end in &quot;.png&quot; or the like.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lab.step-unknown">
        <source>lesson %1 has no step &quot;%2&quot;; there are: %3</source>
        <extracomment>%1: a lesson. %2: what was asked for. %3: the steps that it has.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lab.no-window">
        <source>the window could not be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="lab.run-endless">
        <source>the commands of --run have not ended after an hour of the cluster&apos;s time</source>
        <extracomment>--run is an option, typed as it stands.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lab.no-display">
        <source>no window can be opened here; QT_QPA_PLATFORM=offscreen with --screenshot takes pictures without a display</source>
        <extracomment>QT_QPA_PLATFORM=offscreen and --screenshot are typed as they stand.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="differences.title">
        <source>How this cluster differs from a real one</source>
        <extracomment>Heading of the list of what the simulated cluster does otherwise than a real one.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="differences.close">
        <source>Close</source>
        <extracomment>Button.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="differences.intro">
        <source>The simulated cluster answers like Kubernetes 1.34. What it leaves out or does in its own way is listed here, as its source says it.</source>
        <extracomment>Below the heading. &quot;it&quot; is the simulated cluster.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="split.left">
        <source>Width of the left dock</source>
        <extracomment>A border that can be moved, for screen readers.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="split.right">
        <source>Width of the right dock</source>
        <extracomment>A border that can be moved, for screen readers.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="split.lower">
        <source>Height of the lower right dock</source>
        <extracomment>A border that can be moved, for screen readers.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="split.bottom">
        <source>Height of the bottom dock</source>
        <extracomment>A border that can be moved, for screen readers.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="layout.hidden">
        <source>%1 is hidden</source>
        <extracomment>For screen readers. %1: a pane of the window, &quot;Lesson&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="layout.moved">
        <source>%1 is now in the dock: %2</source>
        <extracomment>For screen readers. %1: a pane of the window, &quot;Lesson&quot;. %2: where it is now, &quot;left&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="layout.preset-used">
        <source>Layout: %1</source>
        <extracomment>For screen readers. %1: an arrangement of the window&apos;s panes, &quot;Traffic&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.left">
        <source>Left</source>
        <extracomment>A place in the window.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.centre">
        <source>Centre</source>
        <extracomment>A place in the window.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.right">
        <source>Right</source>
        <extracomment>A place in the window.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.lower">
        <source>Lower right</source>
        <extracomment>A place in the window.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.bottom">
        <source>Bottom</source>
        <extracomment>A place in the window.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pane.lesson">
        <source>Lesson</source>
        <extracomment>A pane of the window.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pane.cluster">
        <source>Cluster</source>
        <extracomment>A pane of the window: the picture of the cluster.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pane.traffic">
        <source>Traffic</source>
        <extracomment>A pane of the window: how requests spread over the Pods.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pane.replicas">
        <source>Replicas</source>
        <extracomment>A pane of the window: how many Pods there were over time.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pane.inspector">
        <source>Inspector</source>
        <extracomment>A pane of the window: everything about the object that is selected.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pane.editor">
        <source>Editor</source>
        <extracomment>A pane of the window: where an object&apos;s YAML is edited.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pane.story">
        <source>What happened</source>
        <extracomment>A pane of the window: what followed from a command, told in order.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pane.terminal">
        <source>Terminal</source>
        <extracomment>A pane of the window.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pane.events">
        <source>Events</source>
        <extracomment>A pane of the window: the cluster&apos;s Events.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="preset.lesson">
        <source>Lesson</source>
        <extracomment>An arrangement of the window&apos;s panes, for working through a lesson.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="preset.cluster">
        <source>Cluster</source>
        <extracomment>An arrangement of the window&apos;s panes, for looking at the cluster.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="preset.traffic">
        <source>Traffic</source>
        <extracomment>An arrangement of the window&apos;s panes, for looking at how requests spread.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="preset.presenter">
        <source>Presenter</source>
        <extracomment>An arrangement of the window&apos;s panes, for showing the cluster to others.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.menu">
        <source>Move or hide: %1</source>
        <extracomment>Button in the header of a pane. %1: the pane, &quot;Cluster&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.move">
        <source>Move to: %1</source>
        <extracomment>In a pane&apos;s menu. %1: a place in the window, &quot;Left&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.hide">
        <source>Hide this pane</source>
        <extracomment>A command.
----------
In a pane&apos;s menu.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.tabs">
        <source>Panes</source>
        <extracomment>Name of a row of tabs, for screen readers.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.tab">
        <source>%1 (%2)</source>
        <extracomment>On a tab of the window: a pane&apos;s name and how much there is in it, &quot;Events (12)&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="chart.save.folder">
        <source>the folder cannot be made</source>
        <extracomment>Why a chart could not be saved: its folder could not be made.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="chart.save.failed">
        <source>%1 could not be saved: %2</source>
        <extracomment>%1: a file or folder. %2: why, perhaps in English.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="chart.save.done">
        <source>Saved as %1</source>
        <extracomment>%1: a file.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.histogram.bin" numerus="yes">
        <source>%n Pod(s) got %1 requests</source>
        <extracomment>A column of the histogram. %n: Pods. %1: how many requests each of them got.</extracomment>
        <translation>
            <numerusform>%n Pod got %1 requests</numerusform>
            <numerusform>%n Pods got %1 requests</numerusform>
        </translation>
    </message>
    <message id="traffic.histogram.fair">
        <source> (fair choice: about %1)</source>
        <extracomment>Follows a column of the histogram. %1: how many Pods fair choice would give.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.histogram">
        <source>across: requests to a Pod · up: Pods</source>
        <extracomment>Beneath the horizontal axis where there are too many Pods for bars: 0, 1, 2 … requests a Pod.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.histogram.empty" numerus="yes">
        <source>%n Pod(s), and no request since the last change</source>
        <extracomment>In place of the histogram. %n: Pods among which the Service chooses.</extracomment>
        <translation>
            <numerusform>%n Pod, and no request since the last change</numerusform>
            <numerusform>%n Pods, and no request since the last change</numerusform>
        </translation>
    </message>
    <message id="load.plan.one">
        <source>One request</source>
        <extracomment>What Start will do.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.plan.many" numerus="yes">
        <source>%n request(s), each after the answer to the one before</source>
        <extracomment>What Start will do. %n: how many.</extracomment>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests, each after the answer to the one before</numerusform>
        </translation>
    </message>
    <message id="load.plan.rate">
        <source>%1 requests a second for %2 seconds of the cluster&apos;s time</source>
        <extracomment>What Start will do. %1: requests a second. %2: seconds.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.plan.ramp">
        <source>From %1 to %2 requests a second within %3 seconds of the cluster&apos;s time</source>
        <extracomment>What Start will do. %1, %2: requests a second. %3: seconds.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.plan.new">
        <source>a new connection each time: kube-proxy draws a Pod each time</source>
        <extracomment>How a load connects: follows what it sends.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.plan.kept" numerus="yes">
        <source>%n connection(s) kept open: kube-proxy draws a Pod once for each</source>
        <extracomment>How a load connects: follows what it sends. %n: clients, each with a connection.</extracomment>
        <translation>
            <numerusform>1 connection kept open: kube-proxy draws a Pod once for it</numerusform>
            <numerusform>%n connections kept open: kube-proxy draws a Pod once for each</numerusform>
        </translation>
    </message>
    <message id="load.plan">
        <source>%1; %2.</source>
        <extracomment>%1: what a load sends. %2: how it connects.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.state.running">
        <source>%1 of %2 requests done</source>
        <extracomment>Progress of a load. %1 of %2 requests have come back.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.state.done">
        <source>Load ended after %1 requests</source>
        <extracomment>A load that has ended. %1: requests that have come back.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.state.held">
        <source> · %1 not sent, all clients were waiting</source>
        <extracomment>Follows the progress of a load. %1: requests that were due while all clients were still waiting.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="series.description.mark">
        <source>. Latest: %1</source>
        <extracomment>Follows the description of the replicas chart. %1: the latest command or event.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="series.picture">
        <source>Replicas over time</source>
        <extracomment>Title of a picture of the replicas chart.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="shares.range">
        <source>%1 (%2) to %3 (%4)</source>
        <extracomment>Shares of the Pods with the fewest and the most requests, in a table. %1, %3: shares. %2, %4: Pods.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="shares.row">
        <source>%1: %2 requests so far, shares %3</source>
        <extracomment>A row of the table of shares. %1: the cluster&apos;s time. %2: requests. %3: smallest and largest share.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="shares.description">
        <source>After %1 requests the Pods&apos; shares lie from %2</source>
        <extracomment>The chart of shares over time in one sentence. %1: requests. %2: smallest and largest share, with their Pods.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="shares.picture">
        <source>Each Pod&apos;s share of the requests so far</source>
        <extracomment>Title of a picture of the chart of shares.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="timeline.replicas">
        <source>%1 wanted, %2 exist, %3 ready, %4 available</source>
        <extracomment>A moment in the table of replicas: Pods that are wanted, that exist, are ready, are available.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.pod.failed" numerus="yes">
        <source>%n failed</source>
        <extracomment>Of a Pod&apos;s requests. %n: how many failed.</extracomment>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message id="traffic.pod.not-ready">
        <source>not ready</source>
        <extracomment>State of a Pod in the distribution chart.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.pod.not-selected">
        <source>not in the Service</source>
        <extracomment>State of a Pod in the distribution chart: its labels do not match the Service&apos;s selector.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.pod.out-of-reach">
        <source>on another node</source>
        <extracomment>State of a Pod in the distribution chart: the Service stays on the node that was asked.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.pod.terminating">
        <source>terminating: gets no new connections</source>
        <extracomment>State of a Pod in the distribution chart.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.pod.gone">
        <source>gone</source>
        <extracomment>State of a Pod in the distribution chart.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.since-change">
        <source> · %1 since the last change</source>
        <extracomment>Follows the number of requests. %1: those since the set of Pods, or the way of connecting, changed.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.expected">
        <source>Equal share %1</source>
        <extracomment>Key of the distribution chart. %1: requests that each Pod would get if all got the same.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.band">
        <source>By chance %1 to %2</source>
        <extracomment>Key of the distribution chart. %1 to %2: the requests that one Pod gets in 95% of all cases.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.description.dense">
        <source>%1 Pods got between %2 and %3 requests each</source>
        <extracomment>The distribution chart with many Pods, for screen readers. %1: Pods. %2, %3: requests.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.error.name">
        <source>%n × name not found</source>
        <extracomment>Why requests failed: the host name is unknown. %n: how many.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.error.refused">
        <source>%n × connection refused</source>
        <extracomment>Why requests failed: nobody listened. %n: how many.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.error.timeout">
        <source>%n × timed out</source>
        <extracomment>Why requests failed. %n: how many.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.error.reset">
        <source>%n × connection lost</source>
        <extracomment>Why requests failed: the Pod went away meanwhile. %n: how many.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.error.client">
        <source>%n × client error (4xx)</source>
        <extracomment>Why requests failed: the application found fault with them. %n: how many.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.error.server">
        <source>%n × server error (5xx)</source>
        <extracomment>Why requests failed: the application did. %n: how many.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.latency">
        <source>Latency: p50 %1 ms · p99 %2 ms</source>
        <extracomment>How long answers take. %1: half of them at most that long. %2: 99 of 100 at most that long.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.picture">
        <source>Requests by Pod</source>
        <extracomment>Title of a picture of the distribution chart.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.silent.failing">
        <source>%1 is chosen, but each of its requests fails.</source>
        <extracomment>Why no request to a Pod was answered. %1: its short name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.silent.not-ready">
        <source>%1 is not ready, so the Service sends it nothing.</source>
        <extracomment>Why a Pod gets no requests. %1: its short name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.silent.not-selected">
        <source>%1 is not in the Service: its labels do not match the selector.</source>
        <extracomment>Why a Pod gets no requests. %1: its short name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.silent.out-of-reach">
        <source>%1 is on another node than the one that was asked, and the Service stays on the node.</source>
        <extracomment>Why a Pod gets no requests. %1: its short name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.silent.joined-later">
        <source>%1 joined after the connections had been opened.</source>
        <extracomment>Why a Pod gets no requests. %1: its short name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.silent.elsewhere">
        <source>%1: no connection leads to it.</source>
        <extracomment>Why a Pod gets no requests. %1: its short name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.silent.unknown">
        <source>%1 was never chosen, and chance does not explain it.</source>
        <extracomment>Why a Pod gets no requests. %1: its short name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.silent.more" numerus="yes">
        <source>The same goes for %n more.</source>
        <extracomment>After the first Pods that get no requests.</extracomment>
        <translation>
            <numerusform>The same goes for %n more.</numerusform>
            <numerusform>The same goes for %n more.</numerusform>
        </translation>
    </message>
    <message id="verdict.few.connections">
        <source>Too few connections to tell</source>
        <extracomment>Verdict. Few clients hold on to their Pods: what counts is how often kube-proxy chose one.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.few.connections.detail">
        <source>%1 requests, but kube-proxy has chosen a Pod only %2 times. It takes about %3 choices to tell.</source>
        <extracomment>%1: requests. %2: how often kube-proxy chose a Pod. %3: a number of connections.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.few">
        <source>Too few requests to tell</source>
        <extracomment>Verdict: nothing can be concluded yet from so few requests.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.few.detail">
        <source>Repeats are normal: each new connection draws any of the %2 Pods, also the one before (%1). Below about %3 requests a Pod that gets nothing would not stand out.</source>
        <extracomment>%1: the chance that a request meets the Pod of the one before, such as 25%. %2: Pods. %3: requests.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.pinned.kept">
        <source>All to %1: the connection is kept</source>
        <extracomment>Verdict. %1: a Pod&apos;s short name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.pinned.kept.detail">
        <source>kube-proxy chooses a Pod for a connection, not for a request. All %1 requests went over one connection, so they stay with its Pod. New Pods get nothing until clients connect again.</source>
        <extracomment>%1: requests.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.pinned.affinity">
        <source>All to %1: sessionAffinity</source>
        <extracomment>Verdict. %1: a Pod&apos;s short name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.pinned.affinity.detail">
        <source>The Service has sessionAffinity: ClientIP. A client that has been sent to a Pod is sent to the same Pod again, for 3 hours by default. Other clients may get other Pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.pinned.both">
        <source>All to %1: kept connection and sessionAffinity</source>
        <extracomment>Verdict. %1: a Pod&apos;s short name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.pinned.both.detail">
        <source>The client keeps its connection, and the Service has sessionAffinity: ClientIP: even a new connection would lead to the same Pod.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.pinned.unknown">
        <source>All to %1, and not by chance</source>
        <extracomment>Verdict. %1: a Pod&apos;s short name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.pinned.unknown.detail">
        <source>If each request were drawn afresh, this would happen in %1 of all runs. Something holds the requests to this Pod.</source>
        <extracomment>%1: a probability.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.fits">
        <source>Fits random choice</source>
        <extracomment>Verdict: the differences between the Pods are what chance makes.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.fits.connections.detail">
        <source>kube-proxy chose %1 times. Chance gives one Pod from %2 to %3 of them in 95% of all cases.</source>
        <extracomment>%1: how often kube-proxy chose a Pod. %2, %3: how many of these one Pod usually gets.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.fits.detail">
        <source>Chance alone spreads requests at least this unevenly in %1 of all runs. It gives one Pod from %2 to %3 in 95% of all cases.</source>
        <extracomment>%1: a probability. %2, %3: how many requests one Pod usually gets.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.one">
        <source>Only one Pod to choose from</source>
        <extracomment>Verdict: the Service has one ready Pod.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.one.detail">
        <source>Every request goes to the same Pod, because there is no other. Scale up and compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.silent">
        <source>Not every Pod gets requests</source>
        <extracomment>Verdict.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.turns">
        <source>The Pods take turns</source>
        <extracomment>Verdict.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.turns.detail">
        <source>This is more regular than chance, which does so in %1 of all runs. kube-proxy in IPVS mode works like this; its other modes draw at random.</source>
        <extracomment>%1: a probability.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.uneven">
        <source>More uneven than chance</source>
        <extracomment>Verdict.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.uneven.detail">
        <source>Random choice spreads requests at least this unevenly in only %1 of all runs. Send more: mere luck evens out, a cause stays.</source>
        <extracomment>%1: a probability.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="percent.tiny">
        <source>under 0.01%</source>
        <extracomment>A very small share or probability.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.none">
        <source>No Pod to choose from</source>
        <extracomment>Verdict: the Service has no ready Pod.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.none.detail">
        <source>The Service has no ready Pod, so kube-proxy refuses each connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.empty">
        <source>No requests yet</source>
        <extracomment>Verdict, before the first request.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.empty.detail">
        <source>Send some here, or with curl in the terminal, and see which Pods answer.</source>
        <extracomment>Beneath &quot;No requests yet&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.changed">
        <source>No requests since the last change</source>
        <extracomment>Verdict, when Pods came or went after the last request.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="verdict.changed.detail">
        <source>The Pods to choose from, or the way of connecting, changed, so the judgement begins anew. Send some more.</source>
        <extracomment>Beneath &quot;No requests since the last change&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="occupancy.missing.connections">
        <source>%1 of %2 Pods seen. Expect about %3 more new connections until all have been seen; %4 reach all of them in %5 of all runs.</source>
        <extracomment>%1 of %2 Pods have had a request. %3: a number of connections. %4: connections so far. %5: a chance.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="occupancy.missing">
        <source>%1 of %2 Pods seen. Expect about %3 more requests until all have been seen; %4 reach all of them in %5 of all runs.</source>
        <extracomment>%1 of %2 Pods have had a request. %3: a number of requests. %4: requests so far. %5: a chance.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="occupancy.all.connections">
        <source>All %1 Pods seen. %2 new connections reach all of them in %3 of all runs.</source>
        <extracomment>%1: Pods. %2: connections so far. %3: a chance.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="occupancy.all">
        <source>All %1 Pods seen. %2 requests reach all of them in %3 of all runs.</source>
        <extracomment>%1: Pods. %2: requests so far. %3: a chance.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="chart.marks.name">
        <source>Commands and events</source>
        <extracomment>Name of the row of marks in the replicas chart.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="chart.shares.name">
        <source>Shares over time</source>
        <extracomment>Name of the chart of shares over time, for screen readers.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.key.earlier">
        <source>before the last change</source>
        <extracomment>Key of the distribution chart: grey parts of bars.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.key.fair">
        <source>What fair choice gives</source>
        <extracomment>Key of the histogram: a dashed line.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="chart.table">
        <source>Show as table: %1</source>
        <extracomment>Button: shows the numbers of the chart as a table, or the chart again. %1: the chart&apos;s name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="chart.save">
        <source>Save: %1</source>
        <extracomment>Button: opens the choice of formats. %1: the chart&apos;s name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.to">
        <source>To</source>
        <extracomment>Before the choice of a Service.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.kind">
        <source>What to send</source>
        <extracomment>Name of the choice between one request, a number of them, a constant rate and a ramp.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.kind.one">
        <source>1</source>
        <extracomment>Choice: one request.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.kind.one.name">
        <source>One request</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.kind.many">
        <source>N</source>
        <extracomment>Choice: a number of requests.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.kind.many.name">
        <source>A number of requests, one after another</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.kind.rate">
        <source>Rate</source>
        <extracomment>Choice: so many requests a second.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.kind.rate.name">
        <source>A constant rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.kind.ramp">
        <source>Ramp</source>
        <extracomment>Choice: more and more requests a second.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.kind.ramp.name">
        <source>A rate that grows steadily</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.requests">
        <source>Requests</source>
        <extracomment>Name of a number field.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.requests.unit">
        <source>requests</source>
        <extracomment>After the number of requests.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.rate">
        <source>Rate</source>
        <extracomment>Name of a number field.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.rate.unit">
        <source>/s</source>
        <extracomment>After a rate: requests a second.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.last-rate">
        <source>Rate at the end</source>
        <extracomment>Name of a number field.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.seconds">
        <source>For how long</source>
        <extracomment>Name of a number field.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.seconds.unit">
        <source>s</source>
        <extracomment>After a number of seconds.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.clients">
        <source>Clients</source>
        <extracomment>Name of a number field.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.clients.unit">
        <source>clients</source>
        <extracomment>After a number of clients.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.connections.new.hint">
        <source>A new connection for each request, as curl does</source>
        <extracomment>The way of connecting, as it is set now.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.connections.kept">
        <source>Keep-alive</source>
        <extracomment>A switch: clients keep their connection open, as browsers do; else each request opens one of its own, as curl does.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.connections.kept.hint">
        <source>Clients keep their connection open, as browsers do</source>
        <extracomment>The way of connecting, as it is set now.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.start">
        <source>Send</source>
        <extracomment>Button: starts the load.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.stop">
        <source>Stop</source>
        <extracomment>Button: ends the load.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="series.existing">
        <source>Exist %1</source>
        <extracomment>Key of the replicas chart. %1: how many Pods there are, ready or not.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="series.available">
        <source>Available %1</source>
        <extracomment>Key of the replicas chart. %1: how many Pods are available, that is ready for long enough.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="chart.save.dismiss">
        <source>Dismiss</source>
        <extracomment>Button: hides a message.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="chart.save.title">
        <source>Save the chart</source>
        <extracomment>Title of the window that asks for the file that a chart goes into.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="load.service">
        <source>Service</source>
        <extracomment>Name of the choice of a Service.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="shares.title">
        <source>Share so far, over time</source>
        <extracomment>Heading of the chart of each Pod&apos;s share of all requests so far, over time.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="shares.empty">
        <source>No requests within the last 2 minutes</source>
        <extracomment>In place of the chart of shares.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.pane">
        <source>Traffic</source>
        <extracomment>Heading of the part of the window that sends requests and shows how they spread.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="program.option.regex">
        <source>%1 wants a regular expression, not &quot;%2&quot;: %3</source>
        <extracomment>%1: an option. %2: what was given. %3: what is wrong with it, in English.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lab.tour-nothing">
        <source>no scene of the tour matches %1</source>
        <extracomment>%1: what was asked for, a regular expression.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lab.tour-write">
        <source>cannot write %1</source>
        <extracomment>%1: a file.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lab.tour-faults">
        <source>texts that have no room: %1</source>
        <extracomment>%1: a number.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lab.tour-broken">
        <source>scene %1 of the tour cannot be played: %2</source>
        <extracomment>%1: a scene of the tour. %2: what is wrong with it, in English.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pair.gap.ja">
        <source>This part is not there in Japanese yet.</source>
        <extracomment>In a lesson in two languages, where one of them lacks a paragraph.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pair.gap.en">
        <source>This part is not there in English yet.</source>
        <extracomment>In a lesson in two languages, where one of them lacks a paragraph.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lessons.level.advanced">
        <source>Advanced</source>
        <extracomment>How hard a lesson is.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lessons.level.intermediate">
        <source>Intermediate</source>
        <extracomment>How hard a lesson is.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lessons.level.beginner">
        <source>Beginner</source>
        <extracomment>How hard a lesson is.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lessons.details">
        <source>%1 · %2 · %3</source>
        <extracomment>On a lesson&apos;s card. %1: &quot;Beginner&quot;. %2: &quot;About 12 minutes&quot;. %3: &quot;5 steps&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lessons.steps" numerus="yes">
        <source>%n step(s)</source>
        <extracomment>On a lesson&apos;s card: how long the lesson is.</extracomment>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message id="lessons.finished">
        <source>Finished</source>
        <extracomment>On a lesson&apos;s card.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lessons.progress">
        <source>%1 of %2 steps done</source>
        <extracomment>On a lesson&apos;s card. %1 of its %2 steps are done.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="playground.zones" numerus="yes">
        <source>%n zone(s)</source>
        <extracomment>%n zones (data centres) that the nodes of a cluster stand in.</extracomment>
        <translation>
            <numerusform>%n zone</numerusform>
            <numerusform>%n zones</numerusform>
        </translation>
    </message>
    <message id="playground.nodes" numerus="yes">
        <source>%Ln node(s)</source>
        <extracomment>%Ln: how many nodes a cluster has.</extracomment>
        <translation>
            <numerusform>%Ln node</numerusform>
            <numerusform>%Ln nodes</numerusform>
        </translation>
    </message>
    <message id="playground.description">
        <source>%1, %2</source>
        <extracomment>%1: &quot;9 nodes&quot;. %2: &quot;3 zones&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="playground.preset.zones">
        <source>%1 × %2</source>
        <extracomment>Choice of a cluster, on a narrow button. %1: &quot;3 zones&quot;. %2: how many nodes each has.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="playground.summary">
        <source>%1: %2 CPUs and %3 in all, room for %4 Pods</source>
        <extracomment>What a cluster comes to. %1: &quot;9 nodes, 3 zones&quot;. %2: a number. %3: &quot;72 GiB&quot;. %4: a number.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="start.when.today">
        <source>today at %1</source>
        <extracomment>When a lesson was last worked on. %1: a time of day.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="start.when.yesterday">
        <source>yesterday at %1</source>
        <extracomment>When a lesson was last worked on. %1: a time of day.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="start.when.days" numerus="yes">
        <source>%n day(s) ago</source>
        <extracomment>When a lesson was last worked on.</extracomment>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message id="start.when.date">
        <source>on %1</source>
        <extracomment>When a lesson was last worked on. %1: a date.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="start.page.intro">
        <source>Introduction</source>
        <extracomment>Where the learner is in a lesson: on its first page.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="start.page.step">
        <source>%1: %2</source>
        <extracomment>Where the learner is in a lesson. %1: &quot;Step 2 of 5&quot;. %2: the step&apos;s title.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="start.continue.cluster">
        <source>Your cluster is still there</source>
        <extracomment>Below the name of a cluster for free play that was left open.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="start.continue.when">
        <source>%1 – %2</source>
        <extracomment>Where the learner left a lesson, and when. %1: &quot;Step 2 of 5: Scale up&quot;. %2: &quot;yesterday at 14:05&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="start.faults">
        <source>Some lessons could not be read</source>
        <extracomment>Heading of a list of faults in the files of lessons.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pair.hide">
        <source>Hide %1</source>
        <extracomment>Button over a column of text. %1: a language.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pair.show">
        <source>Show %1</source>
        <extracomment>Button that brings a column of text back. %1: a language.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pair.toggle">
        <source>Read in Japanese and English</source>
        <extracomment>Switch in a lesson: Japanese and English together.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lessons.start">
        <source>Start</source>
        <extracomment>Button of a lesson that was not opened yet. %1: its title, for screen readers.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lessons.continue">
        <source>Continue</source>
        <extracomment>Button of a lesson that was begun.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lessons.again">
        <source>Do it again</source>
        <extracomment>Button of a lesson that is finished.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lessons.restart">
        <source>From the beginning</source>
        <extracomment>Button of a lesson that was begun: with a new cluster, at its first page.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lessons.aims">
        <source>You will</source>
        <extracomment>On a lesson&apos;s card, above a list.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="start.lessons">
        <source>Lessons</source>
        <extracomment>Heading of the list of lessons.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="start.loading">
        <source>Reading the lessons…</source>
        <extracomment>While the lessons are being read.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="start.no-lessons">
        <source>There is no lesson in %1.</source>
        <extracomment>Instead of the list of lessons. %1: a folder.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="start.own.title">
        <source>Your own kubectl, your own cluster</source>
        <extracomment>Heading: clusters outside of this program.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="start.own.kubectl">
        <source>Your own kubectl can drive the simulated cluster already: start Minato in a shell with</source>
        <extracomment>What can be done today. The command follows.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="playground.title">
        <source>Free play</source>
        <extracomment>Heading: a cluster without a lesson.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="playground.intro">
        <source>A simulated cluster of your own, as large as you like.</source>
        <extracomment>Below the heading &quot;Free play&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="playground.presets">
        <source>Ready-made clusters</source>
        <extracomment>Name of a row of ready-made choices, for screen readers.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="playground.nodes.label">
        <source>Nodes</source>
        <extracomment>Above a number: how many machines of a cluster run Pods.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="playground.zones.label">
        <source>Zones</source>
        <extracomment>Above a number: in how many zones the machines of a cluster stand.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="playground.size">
        <source>Size of each node</source>
        <extracomment>Above the choice of how large the machines of a cluster are.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="playground.load">
        <source>Runs at first</source>
        <extracomment>Above the choice of what runs in a new cluster.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="playground.load.nothing">
        <source>Nothing</source>
        <extracomment>Choice of what runs in a new cluster.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="playground.load.one">
        <source>1 Pod behind a Service</source>
        <extracomment>Choice of what runs in a new cluster.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="playground.load.each">
        <source>As many Pods as nodes</source>
        <extracomment>Choice of what runs in a new cluster.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="playground.open">
        <source>Open this cluster</source>
        <extracomment>Button: opens the cluster that was chosen.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="playground.file">
        <source>From a topology file…</source>
        <extracomment>Button: opens a file that describes a cluster.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="settings.reset">
        <source>Reset progress…</source>
        <extracomment>Button: forgets which steps of lessons were done.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="settings.reset.question">
        <source>Forget which steps of all lessons are done? This cannot be undone here.</source>
        <extracomment>Question before progress is reset.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="settings.reset.keep">
        <source>Keep it</source>
        <extracomment>Button: answer to the question whether progress is reset.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="settings.reset.confirm">
        <source>Reset progress</source>
        <extracomment>Button: answer to the question whether progress is reset.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="settings.place.progress">
        <source>Your progress</source>
        <extracomment>Where files are kept.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="settings.place.preferences">
        <source>These settings</source>
        <extracomment>Where files are kept.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="settings.place.lessons">
        <source>Lessons</source>
        <extracomment>Where files are kept.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="settings.title">
        <source>Settings</source>
        <extracomment>Heading of the page of settings.</extracomment>
        <translation type="unfinished">Settings</translation>
    </message>
    <message id="settings.open">
        <source>Settings (Ctrl+,)</source>
        <extracomment>Button: opens the page of settings.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="start.continue.heading">
        <source>Where you left off</source>
        <extracomment>Above the name of the lesson that was open last.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="start.first.heading">
        <source>New here?</source>
        <extracomment>On the start page, before anything was opened.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="start.first.promise">
        <source>Change how many Pods run, send requests, and watch what Kubernetes does: on a cluster inside this window. Nothing to install.</source>
        <extracomment>On the start page, before anything was opened.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="start.continue">
        <source>Continue</source>
        <extracomment>Button: goes on where the learner left.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="start.first">
        <source>Begin with the first lesson</source>
        <extracomment>Button: opens the first lesson.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="start.page">
        <source>Start page</source>
        <extracomment>Name of the first page, for screen readers.</extracomment>
        <translation type="unfinished">Start page</translation>
    </message>
    <message id="playground.less">
        <source>Less: %1</source>
        <extracomment>Button beside a number. %1: what is counted.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="playground.more">
        <source>More: %1</source>
        <extracomment>Button beside a number. %1: what is counted.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="playground.file.title">
        <source>Open a topology file</source>
        <extracomment>Title of the window that asks for a file.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="start.home">
        <source>Start page (Alt+Home)</source>
        <extracomment>Button: to the start page. What is open stays open.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="start.no-lesson">
        <source>The lesson &quot;%1&quot; is not there any more.</source>
        <extracomment>A notice on the start page. %1: the id of a lesson.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.describe">
        <source>Describe</source>
        <extracomment>In the menu of an object: shows it in words in the terminal.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.yaml">
        <source>Show as YAML</source>
        <extracomment>In the menu of an object: shows it as YAML in the terminal.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.top-node">
        <source>Show what it uses</source>
        <extracomment>In a node&apos;s menu: shows how much CPU and memory it uses.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.cordon">
        <source>Cordon: place no new Pods here</source>
        <extracomment>In a node&apos;s menu: it takes no new Pods from then on.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.uncordon">
        <source>Uncordon: place Pods here again</source>
        <extracomment>In a node&apos;s menu: it takes new Pods again.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.drain">
        <source>Drain: move its Pods away</source>
        <extracomment>In a node&apos;s menu: cordons it and moves its Pods away.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.drain.question">
        <source>Drain %1? Its Pods are ended, and their owners start others elsewhere.</source>
        <extracomment>Asked before a node is drained. %1: its name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.power-off">
        <source>Power off</source>
        <extracomment>In a node&apos;s menu: as if its plug were pulled.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.power-off.question">
        <source>Power off %1? The Pods on it stop answering at once; the cluster notices after about 40 seconds.</source>
        <extracomment>Asked before a node is switched off. %1: its name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.power-on">
        <source>Power on</source>
        <extracomment>In the menu of a node that is off.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.logs">
        <source>Show its log</source>
        <extracomment>In a Pod&apos;s menu: prints what its program has written.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.exec">
        <source>Show its environment, from inside</source>
        <extracomment>In a Pod&apos;s menu: runs a command inside of it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.delete">
        <source>Delete</source>
        <extracomment>In a Pod&apos;s menu.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.delete-pod.question">
        <source>Delete %1? If a ReplicaSet owns it, another Pod takes its place.</source>
        <extracomment>Asked before a Pod is deleted. %1: its name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.list-pods">
        <source>List its Pods</source>
        <extracomment>In a ReplicaSet&apos;s menu: lists its Pods.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.delete-set.question">
        <source>Delete %1 and its Pods? If a Deployment owns it, another one takes its place.</source>
        <extracomment>Asked before a ReplicaSet is deleted. %1: its name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.rollout-status">
        <source>Follow its rollout</source>
        <extracomment>In a Deployment&apos;s menu: waits until its rollout is complete.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.rollout-history">
        <source>List its revisions</source>
        <extracomment>In a Deployment&apos;s menu: lists its revisions.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.rollout-restart">
        <source>Restart its Pods</source>
        <extracomment>In a Deployment&apos;s menu: replaces all Pods, one after the other.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.rollout-restart.question">
        <source>Restart %1? All its Pods are replaced, a few at a time.</source>
        <extracomment>Asked before a Deployment is restarted. %1: its name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.rollout-undo">
        <source>Go back to the revision before</source>
        <extracomment>In a Deployment&apos;s menu: goes back to the revision before.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.rollout-undo.question">
        <source>Go back to the revision before of %1? Its Pods are replaced, a few at a time.</source>
        <extracomment>Asked before a Deployment is rolled back. %1: its name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.rollout-resume">
        <source>Resume its rollout</source>
        <extracomment>In a Deployment&apos;s menu.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.rollout-pause">
        <source>Pause its rollout</source>
        <extracomment>In a Deployment&apos;s menu: changes to its template wait from then on.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.delete-deployment.question">
        <source>Delete %1 and all its Pods?</source>
        <extracomment>Asked before a Deployment is deleted. %1: its name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.endpoints">
        <source>List its endpoints</source>
        <extracomment>In a Service&apos;s menu: lists the EndpointSlices, which say where it sends requests.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="action.delete-service.question">
        <source>Delete %1? Its address stops answering; its Pods stay.</source>
        <extracomment>Asked before a Service is deleted. %1: its name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="card.no-zone">
        <source>Without a zone</source>
        <extracomment>Heading of a group: Pods on nodes that name no zone, or on none.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="card.no-replica-set">
        <source>Without a ReplicaSet</source>
        <extracomment>Heading of a group: Pods that no ReplicaSet made.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="card.no-version">
        <source>Unknown version</source>
        <extracomment>Heading of a group: Pods whose version cannot be told.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="card.revision">
        <source>revision %1 · %2</source>
        <extracomment>Beside a ReplicaSet&apos;s name. %1: its revision, a number. %2: the version of its image (&quot;v1&quot;).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="node.requested-and-used">
        <source>%1 of %2 requested, %3 used</source>
        <extracomment>CPU or memory of a node. %1: how much its Pods ask for (&quot;250m&quot;), %2: how much there is for Pods (&quot;4&quot;), %3: how much is really used (&quot;12m&quot;).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="card.summary" numerus="yes">
        <source>%1, %n Pod(s)</source>
        <extracomment>For screen readers: a group of Pods. %1: its heading, %n: how many Pods.</extracomment>
        <translation>
            <numerusform>%1, %n Pod</numerusform>
            <numerusform>%1, %n Pods</numerusform>
        </translation>
    </message>
    <message id="card.summary-and-states">
        <source>%1: %2</source>
        <extracomment>A group of Pods and their states. %1: &quot;Node x, Ready, 9 Pods&quot;. %2: &quot;8 running, 1 pending&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pods.in-state">
        <source>%1 %2</source>
        <extracomment>Part of a list: how many Pods are in a state. %1: the state (&quot;Running&quot;), %2: how many.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pods.separator">
        <source>, </source>
        <extracomment>Between the parts of such a list.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pod.rate">
        <source>%1/s</source>
        <extracomment>Requests that a Pod answers a second, on its chip. Short. %1: a number.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pod.state-and-age">
        <source>%1 · %2 old</source>
        <extracomment>In a Pod&apos;s tool tip. %1: its state (&quot;Running&quot;), %2: its age (&quot;2m10s&quot;).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="search.none">
        <source>none</source>
        <extracomment>Beside the search for Pods: nothing was found. Short.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="search.count" numerus="yes">
        <source>%n found</source>
        <extracomment>Beside the search for Pods. Short. %n: how many were found.</extracomment>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message id="search.position">
        <source>%1 of %2</source>
        <extracomment>Beside the search for Pods: which of the hits is shown. %1, %2: numbers.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="reason.cpu" numerus="yes">
        <source>Not enough CPU (%n node(s))</source>
        <extracomment>Why a Pod waits: nodes have too little CPU left for what it asks for. %n: how many nodes.</extracomment>
        <translation>
            <numerusform>Not enough CPU (%n node)</numerusform>
            <numerusform>Not enough CPU (%n nodes)</numerusform>
        </translation>
    </message>
    <message id="reason.memory" numerus="yes">
        <source>Not enough memory (%n node(s))</source>
        <extracomment>Why a Pod waits: nodes have too little memory left for what it asks for. %n: how many nodes.</extracomment>
        <translation>
            <numerusform>Not enough memory (%n node)</numerusform>
            <numerusform>Not enough memory (%n nodes)</numerusform>
        </translation>
    </message>
    <message id="reason.full" numerus="yes">
        <source>Full of Pods (%n node(s))</source>
        <extracomment>Why a Pod waits: nodes run as many Pods as they may. %n: how many nodes.</extracomment>
        <translation>
            <numerusform>Full of Pods (%n node)</numerusform>
            <numerusform>Full of Pods (%n nodes)</numerusform>
        </translation>
    </message>
    <message id="reason.taint" numerus="yes">
        <source>Taint not tolerated (%n node(s))</source>
        <extracomment>Why a Pod waits: nodes have a taint that it does not tolerate. %n: how many nodes.</extracomment>
        <translation>
            <numerusform>Taint not tolerated (%n node)</numerusform>
            <numerusform>Taint not tolerated (%n nodes)</numerusform>
        </translation>
    </message>
    <message id="reason.cordoned" numerus="yes">
        <source>Cordoned (%n node(s))</source>
        <extracomment>Why a Pod waits: nodes take no new Pods (&quot;kubectl cordon&quot;). %n: how many nodes.</extracomment>
        <translation>
            <numerusform>Cordoned (%n node)</numerusform>
            <numerusform>Cordoned (%n nodes)</numerusform>
        </translation>
    </message>
    <message id="reason.affinity" numerus="yes">
        <source>Does not match its node selector or affinity (%n node(s))</source>
        <extracomment>Why a Pod waits: nodes are not those that it may run on. %n: how many nodes.</extracomment>
        <translation>
            <numerusform>Does not match its node selector or affinity (%n node)</numerusform>
            <numerusform>Does not match its node selector or affinity (%n nodes)</numerusform>
        </translation>
    </message>
    <message id="reason.spread" numerus="yes">
        <source>Would break its topology spread (%n node(s))</source>
        <extracomment>Why a Pod waits: it would not be spread evenly any more. %n: how many nodes.</extracomment>
        <translation>
            <numerusform>Would break its topology spread (%n node)</numerusform>
            <numerusform>Would break its topology spread (%n nodes)</numerusform>
        </translation>
    </message>
    <message id="reason.port" numerus="yes">
        <source>Host port is taken (%n node(s))</source>
        <extracomment>Why a Pod waits: the host port that it wants is taken. %n: how many nodes.</extracomment>
        <translation>
            <numerusform>Host port is taken (%n node)</numerusform>
            <numerusform>Host port is taken (%n nodes)</numerusform>
        </translation>
    </message>
    <message id="reason.volume" numerus="yes">
        <source>Volume does not fit (%n node(s))</source>
        <extracomment>Why a Pod waits: something about its volumes. %n: how many nodes.</extracomment>
        <translation>
            <numerusform>Volume does not fit (%n node)</numerusform>
            <numerusform>Volume does not fit (%n nodes)</numerusform>
        </translation>
    </message>
    <message id="reason.separator">
        <source>, </source>
        <extracomment>Between reasons for which a Pod waits.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="replica-set.summary">
        <source>ReplicaSet %1, revision %2, version %3: %4 of %5 Pods are ready</source>
        <extracomment>A ReplicaSet in its tool tip and for screen readers. %1: name, %2: revision (a number), %3: version of its image (&quot;v1&quot;), %4: ready Pods, %5: wanted Pods.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="service.endpoints" numerus="yes">
        <source>%n endpoint(s) ready</source>
        <extracomment>On a Service&apos;s card: how many Pods it may send requests to. %n: how many.</extracomment>
        <translation>
            <numerusform>%n endpoint ready</numerusform>
            <numerusform>%n endpoints ready</numerusform>
        </translation>
    </message>
    <message id="service.endpoints-leaving" numerus="yes">
        <source>%1, %n leaving</source>
        <extracomment>On a Service&apos;s card. %1: &quot;3 endpoints ready&quot;. %n: Pods that are leaving and get no new requests.</extracomment>
        <translation>
            <numerusform>%1, %n leaving</numerusform>
            <numerusform>%1, %n leaving</numerusform>
        </translation>
    </message>
    <message id="deployment.less">
        <source>One replica less</source>
        <extracomment>Button on the Deployment&apos;s card.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="deployment.replicas">
        <source>Replicas wanted</source>
        <extracomment>A number that can be typed on the Deployment&apos;s card.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="deployment.more">
        <source>One replica more</source>
        <extracomment>Button on the Deployment&apos;s card.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="deployment.slider">
        <source>Number of replicas</source>
        <extracomment>A slider on the Deployment&apos;s card.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="map.name" numerus="yes">
        <source>Map of %n group(s)</source>
        <extracomment>The heat map of all Pods, for screen readers. %n: how many nodes or groups it shows.</extracomment>
        <translation>
            <numerusform>Map of %n group</numerusform>
            <numerusform>Map of %n groups</numerusform>
        </translation>
    </message>
    <message id="object.next">
        <source>Next %1 (of %2)</source>
        <extracomment>Button on a card: shows the next object of that kind. %1: &quot;Deployment&quot;. %2: how many there are.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="menu.title">
        <source>Actions for %1</source>
        <extracomment>Heading of the menu for an object of the cluster, for screen readers. %1: &quot;Pod web-…&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="menu.cancel">
        <source>Cancel</source>
        <extracomment>Leaves things as they are.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="menu.run">
        <source>Run it</source>
        <extracomment>Runs the command that is shown above the button.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="queue.raw">
        <source>What the scheduler said</source>
        <extracomment>Button on the card of Pods that wait for a node: shows the scheduler&apos;s own words.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="search.placeholder">
        <source>Pod, node, IP, app</source>
        <extracomment>In an empty search field: what it looks for. Short.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="search.name">
        <source>Find Pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="search.previous">
        <source>Previous hit</source>
        <extracomment>Button of the search: to the hit before.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="search.next">
        <source>Next hit</source>
        <extracomment>Button of the search: to the next hit.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="search.close">
        <source>Close the search</source>
        <extracomment>Button: ends the search.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.scheduled">
        <source>A node was chosen for the Pod.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.unscheduled">
        <source>No node has been found that fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.sandbox">
        <source>The Pod&apos;s network and volumes are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.no-sandbox">
        <source>The Pod&apos;s network and volumes are not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.initialized">
        <source>All init containers have ended; there may be none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.not-initialized">
        <source>Init containers still run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.containers-ready">
        <source>Every container runs and says that it is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.containers-unready">
        <source>Not every container is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.pod-ready">
        <source>Services send requests to the Pod.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.pod-unready">
        <source>Services send no requests to the Pod.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.disrupted">
        <source>Something ends the Pod early: a drained node, a lack of resources, a more important Pod.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.available">
        <source>Enough Pods are available: no more are missing than the strategy allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.unavailable">
        <source>Fewer Pods are available than the strategy allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.progressing">
        <source>The rollout moves on, or has come to its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.stuck">
        <source>The rollout has not moved on for too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.paused">
        <source>The rollout is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.replica-failure">
        <source>Pods could not be made or deleted; the message says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.node-ready">
        <source>The kubelet answers and can run Pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.node-unready">
        <source>The kubelet says that it cannot run Pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.node-unknown">
        <source>Nothing has been heard from the kubelet: after a while the Pods are moved elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.memory-fine">
        <source>There is memory left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.memory-short">
        <source>Memory runs out: Pods are evicted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.disk-fine">
        <source>There is disk space left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.disk-short">
        <source>Disk space runs out: Pods are evicted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.pids-fine">
        <source>There are process numbers left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.pids-short">
        <source>Process numbers run out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.able">
        <source>The autoscaler can read and change the number of replicas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.not-able">
        <source>The autoscaler cannot change the number of replicas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.active">
        <source>There are measurements, and they are acted on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.inactive">
        <source>Nothing can be reckoned: measurements or requests are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.limited">
        <source>The least or the most holds the number back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.unlimited">
        <source>The number is as reckoned, within the limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.may-disrupt">
        <source>At least one more Pod may be taken away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.cond.may-not-disrupt">
        <source>No Pod may be taken away now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.document.changed">
        <source>%1 (changed)</source>
        <extracomment>A manifest in the editor with changes that are not applied. %1: its name, &quot;Deployment/web&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.checking">
        <source>Checking…</source>
        <extracomment>Below the editor, while the API server is asked.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.problems" numerus="yes">
        <source>%n problem(s)</source>
        <extracomment>Below the editor. %n: the number of problems.</extracomment>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message id="editor.creates">
        <source>The API server would take it: a new object.</source>
        <extracomment>Below the editor.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.changes">
        <source>The API server would take it. These lines change:</source>
        <extracomment>Below the editor.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.unchanged">
        <source>The cluster has just this.</source>
        <extracomment>Below the editor.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.conflict">
        <source>The object has changed in the cluster since you opened it. Applying changes only what you wrote; “Take the cluster&apos;s” starts again from there.</source>
        <extracomment>In the editor.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="events.shown" numerus="yes">
        <source>%n event(s)</source>
        <extracomment>Above the list of Events. %n: how many there are.</extracomment>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message id="inspect.event.scheduled">
        <source>The scheduler chose a node for the Pod.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.event.failed-scheduling">
        <source>No node fits: the Pod waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.event.pulling">
        <source>The kubelet fetches the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.event.pulled">
        <source>The image is on the node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.event.created">
        <source>The container was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.event.started">
        <source>The container runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.event.killing">
        <source>The container is asked to stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.event.unhealthy">
        <source>A probe failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.event.backoff">
        <source>The last attempts failed: the kubelet waits longer before each next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.event.failed">
        <source>The kubelet could not start the container.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.event.made-pod">
        <source>The ReplicaSet made a Pod.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.event.deleted-pod">
        <source>The ReplicaSet deleted a Pod.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.event.failed-create">
        <source>The API server refused to make a Pod.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.event.scaling">
        <source>The Deployment changed how many Pods a ReplicaSet is to have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.event.rescale">
        <source>The autoscaler chose another number of replicas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.event.node-ready">
        <source>The node can run Pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.event.node-not-ready">
        <source>The node does not answer, or cannot run Pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.event.cordoned">
        <source>The node gets no new Pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.event.uncordoned">
        <source>The node gets new Pods again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.event.preempted">
        <source>The Pod makes way for a more important one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.event.evicted">
        <source>The Pod was evicted from its node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.event.taint-eviction">
        <source>The Pod is deleted because its node is gone for too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.event.registered">
        <source>The node controller has taken the node in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.rel.owner">
        <source>Made by</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.rel.owned">
        <source>Made by this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.rel.runs-on">
        <source>Runs on</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.rel.runs">
        <source>Runs here</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.rel.sent-to">
        <source>Gets its requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.rel.sent-from">
        <source>Sends it requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.rel.scales">
        <source>Scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.rel.scaled-by">
        <source>Scaled by</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.rel.protects">
        <source>Protects</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.rel.protected-by">
        <source>Protected by</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.rel.count" numerus="yes">
        <source>%1: %n in all</source>
        <extracomment>Heading above a list of objects of one kind. %1: the kind. %n: how many there are.</extracomment>
        <translation>
            <numerusform>%1: %n in all</numerusform>
            <numerusform>%1: %n in all</numerusform>
        </translation>
    </message>
    <message id="inspect.rel.more" numerus="yes">
        <source>%n more</source>
        <extracomment>Below a list of objects that is not shown whole.</extracomment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message id="field.replicas">
        <source>How many Pods are wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.selector">
        <source>Which Pods belong to it; must match the labels of the template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.template">
        <source>What the Pods look like. A change begins a rollout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.strategy">
        <source>How old Pods are replaced by new ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.min-ready">
        <source>How long a new Pod must be ready before it counts as available.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.paused">
        <source>Whether changes of the template wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.history">
        <source>How many old ReplicaSets are kept to go back to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.deadline">
        <source>After how long without progress a rollout counts as failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.max-surge">
        <source>How many Pods more than wanted there may be during a rollout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.max-unavailable">
        <source>How many of the wanted Pods may be missing during a rollout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.containers">
        <source>The containers that run in the Pod.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.init-containers">
        <source>Containers that run one after another before the others start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.node-selector">
        <source>Labels that a node must have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.tolerations">
        <source>Taints of nodes that do not keep this Pod away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.spread">
        <source>How Pods are spread over zones or nodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.grace">
        <source>How long a Pod may take to end, in seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.image">
        <source>The image that the container is made from: name and tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.container-name">
        <source>The container&apos;s name; unique in the Pod.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.container-ports">
        <source>Ports that the container listens on; for information.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.resources">
        <source>CPU and memory that the container reserves, and the most it may use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.readiness">
        <source>Decides whether the Pod gets requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.liveness">
        <source>Decides whether the container is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.startup">
        <source>Decides whether the container has come up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.env">
        <source>Environment variables of the container.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.requests">
        <source>What the container reserves: the scheduler counts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.limits">
        <source>The most that the container may use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.service-selector">
        <source>Labels of the Pods that get the Service&apos;s requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.service-ports">
        <source>The ports of the Service, and those of the Pods behind them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.service-type">
        <source>From where the Service can be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.affinity">
        <source>Whether one client always reaches the same Pod.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.target-port">
        <source>The port of the Pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.node-port">
        <source>The port on every node, 30000–32767.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.hpa-min">
        <source>The least number of replicas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.hpa-max">
        <source>The greatest number of replicas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.hpa-target">
        <source>Whose replicas are set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.hpa-metrics">
        <source>What is measured, and what it should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.pdb-min">
        <source>How many Pods must stay available.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.pdb-max">
        <source>How many Pods may be unavailable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.labels">
        <source>Names and values by which objects are found and grouped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.name">
        <source>The object&apos;s name; unique among its kind in the namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="field.namespace">
        <source>The namespace that the object is in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.problem.unknown-field">
        <source>There is no field %1.</source>
        <extracomment>A problem in the editor. %1: a field, &quot;spec.replica&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.problem.unknown-kind">
        <source>The cluster knows no such kind in this version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.problem.immutable">
        <source>%1 cannot be changed after the object was made.</source>
        <extracomment>A problem in the editor. %1: a field.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.problem.type">
        <source>The value of %1 is of the wrong type.</source>
        <extracomment>A problem in the editor. %1: a field.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.problem.missing">
        <source>%1 is missing.</source>
        <extracomment>A problem in the editor. %1: a field.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.problem.not-supported">
        <source>The value of %1 is none of the allowed ones.</source>
        <extracomment>A problem in the editor. %1: a field.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.problem.invalid">
        <source>The value of %1 is not allowed.</source>
        <extracomment>A problem in the editor. %1: a field.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.problem.quota">
        <source>The quota of the namespace is used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.problem.refused">
        <source>The API server refuses this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.problem.syntax">
        <source>This is not YAML: look at indentation, colons and quotes in this line or just above.</source>
        <extracomment>A problem in the editor.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.namespace">
        <source>in namespace %1</source>
        <extracomment>Below the name of an object. %1: a namespace.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.gone">
        <source>Gone since %1. What you see is how it was last.</source>
        <extracomment>In the inspector, of an object that was deleted. %1: the cluster&apos;s time, &quot;01:05&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.not-found">
        <source>There is no such %1 in the cluster.</source>
        <extracomment>In the inspector. %1: the kind of object, &quot;Pod&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.position">
        <source>%1 of %2</source>
        <extracomment>Which event story is shown. %1: its number. %2: how many there are.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.seconds">
        <source>%1 s</source>
        <extracomment>A duration. %1: seconds, &quot;1.4&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.milliseconds">
        <source>%1 ms</source>
        <extracomment>A duration. %1: milliseconds.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.after">
        <source>%1 after the command</source>
        <extracomment>Below the end of an event story. %1: a duration, &quot;4.2 s&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.likewise" numerus="yes">
        <source>%n further Pod(s) likewise</source>
        <extracomment>In an event story, after what happened to one Pod. %n: how many more there are.</extracomment>
        <translation>
            <numerusform>%n further Pod likewise</numerusform>
            <numerusform>%n further Pods likewise</numerusform>
        </translation>
    </message>
    <message id="story.unseen" numerus="yes">
        <source>%n more that were not followed one by one</source>
        <extracomment>In an event story, below Pods that are told one by one. %n: how many more there are.</extracomment>
        <translation>
            <numerusform>%n more that was not followed one by one</numerusform>
            <numerusform>%n more that were not followed one by one</numerusform>
        </translation>
    </message>
    <message id="story.rule.unassigned">
        <source>because it has no node yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.rule.phase">
        <source>because it does not run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.rule.not-ready">
        <source>because it is not ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.rule.cost">
        <source>because its deletion cost is lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.rule.co-location">
        <source>because its node has more Pods of the same ReplicaSet</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.rule.ready-time">
        <source>because it has been ready for a shorter time</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.rule.restarts">
        <source>because its containers were restarted more often</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.rule.newer">
        <source>because it is newer</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.no-node.cpu">
        <source>not enough free CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.no-node.memory">
        <source>not enough free memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.no-node.pods">
        <source>as many Pods as a node may have</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.no-node.taint">
        <source>a taint that the Pod does not tolerate</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.no-node.cordoned">
        <source>cordoned nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.no-node.affinity">
        <source>affinity or node selector</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.no-node.spread">
        <source>spreading over zones or nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.trouble.pull">
        <source>%1 could not fetch the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.trouble.pull-backoff">
        <source>%1 could not fetch the image, and waits before it tries again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.trouble.crash-loop">
        <source>%1 saw the container end again and again, and waits before it starts it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.trouble.error">
        <source>%1 saw the container end with an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.trouble.oom">
        <source>%1 ended the container: it used more memory than its limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.actor.kubelet">
        <source>The kubelet on %1</source>
        <extracomment>Who did something in an event story, at the beginning of a sentence. %1: a node.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.actor.you">
        <source>You ran</source>
        <extracomment>Above the command that an event story begins with.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.actor.outside">
        <source>A client outside the window changed something: %1.</source>
        <extracomment>The beginning of an event story. %1: the client, &quot;kubectl/v1.34.2&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.refused">
        <source>The API server refused the change.</source>
        <extracomment>A step of an event story.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.stored">
        <source>The API server stored the change of %1 %2.</source>
        <extracomment>A step of an event story. %1: the kind, &quot;Node&quot;. %2: the name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.wanted" numerus="yes">
        <source>The API server stored it: Deployment %1 is to have %n replica(s) instead of %2.</source>
        <extracomment>A step of an event story. %1: a Deployment. %2: the number before. %n: the number of replicas now.</extracomment>
        <translation>
            <numerusform>The API server stored it: Deployment %1 is to have %n replica instead of %2.</numerusform>
            <numerusform>The API server stored it: Deployment %1 is to have %n replicas instead of %2.</numerusform>
        </translation>
    </message>
    <message id="story.template">
        <source>The API server stored the changed Pod template of Deployment %1 (image: %2).</source>
        <extracomment>A step of an event story. %1: a Deployment. %2: images.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.deployment-made" numerus="yes">
        <source>The API server stored the new Deployment %1, which wants %n replica(s).</source>
        <extracomment>A step of an event story. %1: a Deployment. %n: its replicas.</extracomment>
        <translation>
            <numerusform>The API server stored the new Deployment %1, which wants %n replica.</numerusform>
            <numerusform>The API server stored the new Deployment %1, which wants %n replicas.</numerusform>
        </translation>
    </message>
    <message id="story.complete" numerus="yes">
        <source>Deployment %1 has all it wants: %n replica(s) available.</source>
        <extracomment>The last step of an event story. %1: a Deployment. %n: its replicas.</extracomment>
        <translation>
            <numerusform>Deployment %1 has all it wants: %n replica available.</numerusform>
            <numerusform>Deployment %1 has all it wants: %n replicas available.</numerusform>
        </translation>
    </message>
    <message id="story.deleted">
        <source>The API server deleted %1 %2.</source>
        <extracomment>A step of an event story. %1: the kind. %2: the name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.set-wanted" numerus="yes">
        <source>The Deployment controller told ReplicaSet %1 to have %n Pod(s) instead of %2.</source>
        <extracomment>A step of an event story. %1: a ReplicaSet. %2: the number before. %n: the number of Pods now.</extracomment>
        <translation>
            <numerusform>The Deployment controller told ReplicaSet %1 to have %n Pod instead of %2.</numerusform>
            <numerusform>The Deployment controller told ReplicaSet %1 to have %n Pods instead of %2.</numerusform>
        </translation>
    </message>
    <message id="story.set-made" numerus="yes">
        <source>The Deployment controller made ReplicaSet %1 for the image %2, with %n Pod(s) to begin with.</source>
        <extracomment>A step of an event story. %1: a ReplicaSet. %2: images. %n: a number of Pods.</extracomment>
        <translation>
            <numerusform>The Deployment controller made ReplicaSet %1 for the image %2, with %n Pod to begin with.</numerusform>
            <numerusform>The Deployment controller made ReplicaSet %1 for the image %2, with %n Pods to begin with.</numerusform>
        </translation>
    </message>
    <message id="story.ending">
        <source>The Pod was asked to end.</source>
        <extracomment>A step of an event story, about a Pod.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.chosen">
        <source>The ReplicaSet controller chose the Pod to end, %1.</source>
        <extracomment>A step of an event story, about a Pod. %1: why it, &quot;because it is newer&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.left">
        <source>The EndpointSlice controller took the Pod from the endpoints of Service %1: no new requests go there.</source>
        <extracomment>A step of an event story, about a Pod. %1: a Service.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.gone">
        <source>%1 saw the containers end: the Pod is gone.</source>
        <extracomment>A step of an event story, about a Pod. %1: who, &quot;The kubelet on minato-worker&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.pod-stored">
        <source>The API server stored the new Pod.</source>
        <extracomment>A step of an event story, about a Pod.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.pod-made">
        <source>The ReplicaSet controller made the Pod.</source>
        <extracomment>A step of an event story, about a Pod.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.bound">
        <source>The scheduler chose node %1 for the Pod.</source>
        <extracomment>A step of an event story, about a Pod. %1: a node.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.no-node">
        <source>The scheduler found no node that fits: %1. The Pod waits.</source>
        <extracomment>A step of an event story, about a Pod. %1: why, &quot;not enough free CPU&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.started">
        <source>%1 started the container.</source>
        <extracomment>A step of an event story, about a Pod. %1: who, &quot;The kubelet on minato-worker&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.ready">
        <source>%1 reported that the Pod is ready.</source>
        <extracomment>A step of an event story, about a Pod. %1: who, &quot;The kubelet on minato-worker&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.unready">
        <source>%1 reported that the Pod is not ready any more.</source>
        <extracomment>A step of an event story, about a Pod. %1: who, &quot;The kubelet on minato-worker&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.joined">
        <source>The EndpointSlice controller added the Pod to the endpoints of Service %1: requests may go there.</source>
        <extracomment>A step of an event story, about a Pod. %1: a Service.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.answered">
        <source>Pod %1 answered its first request through Service %2.</source>
        <extracomment>A step of an event story. %1: a Pod. %2: a Service.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.trouble">
        <source>%1 cannot run the container: %2.</source>
        <extracomment>A step of an event story, about a Pod. %1: who, &quot;The kubelet on minato-worker&quot;. %2: kubectl&apos;s word, &quot;CreateContainerConfigError&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.image-present">
        <source>The kubelet found the image on the node already.</source>
        <extracomment>A step of an event story, about a Pod.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.image-pulled">
        <source>The kubelet fetched the image.</source>
        <extracomment>A step of an event story, about a Pod.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.quota">
        <source>The ReplicaSet controller could not make a Pod: the quota of the namespace is used up.</source>
        <extracomment>A step of an event story.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.create-refused">
        <source>The ReplicaSet controller could not make a Pod: the API server refused it.</source>
        <extracomment>A step of an event story.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.and">
        <source>, </source>
        <extracomment>Between reasons in an event story.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.labels">
        <source>Labels</source>
        <extracomment>In the inspector: the labels of an object, &quot;app=web&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.age">
        <source>Age</source>
        <extracomment>In the inspector: how long ago an object was made, &quot;5m12s&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.service.node-port">
        <source>%1, on every node %2</source>
        <extracomment>A port of a Service. %1: &quot;80 → 8080/TCP&quot;. %2: a port number.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.state">
        <source>State</source>
        <extracomment>In the inspector: how an object is.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.node.not-ready">
        <source>Not ready: it does not answer, or cannot run Pods</source>
        <extracomment>State of a node.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.node.cordoned">
        <source>Ready, cordoned: no new Pods are placed here</source>
        <extracomment>State of a node.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.node.ready">
        <source>Ready</source>
        <extracomment>State of a node.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.tile.cpu">
        <source>CPU</source>
        <extracomment>A figure in the inspector of a node: CPU that Pods may reserve.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.tile.memory">
        <source>memory</source>
        <extracomment>A figure in the inspector of a node: memory that Pods may reserve.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.tile.pods">
        <source>Pods</source>
        <extracomment>A figure in the inspector of a node: its Pods, of so many that it may have.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.node.role">
        <source>Role</source>
        <extracomment>In the inspector of a node.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.node.control-plane">
        <source>control plane</source>
        <extracomment>Role of a node.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.node.worker">
        <source>worker</source>
        <extracomment>Role of a node.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.node.zone">
        <source>Zone</source>
        <extracomment>In the inspector of a node: where it stands.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.node.taints">
        <source>Taints</source>
        <extracomment>In the inspector of a node: what keeps Pods away, &quot;key:NoSchedule&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.node.taints.note">
        <source>Pods need a matching toleration</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.pod.ip">
        <source>IP address</source>
        <extracomment>In the inspector of a Pod.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.tile.selected">
        <source>Pods found</source>
        <extracomment>A figure in the inspector of a Service: Pods that its selector finds.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.service.type">
        <source>Type</source>
        <extracomment>In the inspector of a Service: ClusterIP, NodePort, …</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.service.ip">
        <source>Cluster IP</source>
        <extracomment>In the inspector of a Service: its address in the cluster.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.service.port">
        <source>Port</source>
        <extracomment>In the inspector of a Service.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.selector">
        <source>Selector</source>
        <extracomment>In the inspector: by which labels an object finds its Pods.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.service.affinity">
        <source>Session affinity</source>
        <extracomment>In the inspector of a Service: whether a client always gets the same Pod.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.service.affinity.client">
        <source>one client always reaches the same Pod</source>
        <extracomment>About the session affinity ClientIP.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.service.affinity.none">
        <source>each connection goes to a Pod chosen at random</source>
        <extracomment>About the session affinity None.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.pod.probe.every">
        <source>%1, every %2 s</source>
        <extracomment>A probe of a container. %1: what it does, &quot;GET :8080/ready&quot;. %2: a number of seconds.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.pod.probe.passing">
        <source>passing</source>
        <extracomment>State of a probe, after what it does.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.pod.probe.failing">
        <source>not passing</source>
        <extracomment>State of a probe, after what it does.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.container.running">
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.container">
        <source>Container %1</source>
        <extracomment>Heading in the inspector. %1: the name of a container.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.image">
        <source>Image</source>
        <extracomment>A container&apos;s image, &quot;registry/web:v1&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.container.state">
        <source>State</source>
        <extracomment>State of a container.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.container.requests">
        <source>Requests</source>
        <extracomment>What a container reserves.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.container.requests.note">
        <source>reserved on the node: the scheduler counts it</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.container.limits">
        <source>Limits</source>
        <extracomment>The most a container may use.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.container.limits.note">
        <source>the most it may use</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.probe.readiness">
        <source>Readiness probe</source>
        <extracomment>What decides whether a Pod gets requests.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.probe.liveness">
        <source>Liveness probe</source>
        <extracomment>What decides whether a container is started again.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.probe.startup">
        <source>Startup probe</source>
        <extracomment>What decides whether a container has come up.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.qos.guaranteed">
        <source>requests equal limits: the last to be evicted</source>
        <extracomment>About the QoS class Guaranteed.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.qos.burstable">
        <source>some requests or limits: evicted before Guaranteed</source>
        <extracomment>About the QoS class Burstable.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.qos.besteffort">
        <source>no requests and no limits: the first to be evicted</source>
        <extracomment>About the QoS class BestEffort.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.pod.pending">
        <source>Waiting for a node</source>
        <extracomment>State of a Pod in the inspector.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.pod.starting">
        <source>Starting</source>
        <extracomment>State of a Pod in the inspector.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.pod.ready">
        <source>Running, ready</source>
        <extracomment>State of a Pod in the inspector.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.pod.ending">
        <source>Ending</source>
        <extracomment>State of a Pod in the inspector.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.pod.succeeded">
        <source>Has done its work</source>
        <extracomment>State of a Pod in the inspector.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.pod.failed">
        <source>Cannot run: %1</source>
        <extracomment>State of a Pod in the inspector. %1: kubectl&apos;s word, &quot;ErrImagePull&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.pod.unknown">
        <source>Unknown: its node does not answer</source>
        <extracomment>State of a Pod in the inspector.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.pod.phase">
        <source>Phase</source>
        <extracomment>In the inspector of a Pod: the value of status.phase, as kubectl prints it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.pod.node">
        <source>Node</source>
        <extracomment>In the inspector of a Pod.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.owner">
        <source>Owner</source>
        <extracomment>In the inspector: the object that made this one.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.pod.restarts">
        <source>Restarts</source>
        <extracomment>In the inspector of a Pod: how often its containers were started again.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.pod.qos">
        <source>QoS class</source>
        <extracomment>In the inspector of a Pod: its quality-of-service class.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.about">
        <source>About the object</source>
        <extracomment>Heading in the inspector: labels and age.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.strategy.recreate">
        <source>Recreate: all old Pods end before new ones start</source>
        <extracomment>A Deployment&apos;s strategy.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.strategy.rolling">
        <source>RollingUpdate: at most %1 Pods too many, at most %2 unavailable</source>
        <extracomment>A Deployment&apos;s strategy. %1, %2: numbers or percentages.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.tile.wanted">
        <source>wanted</source>
        <extracomment>A figure in the inspector: replicas that are wanted.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.tile.updated">
        <source>up to date</source>
        <extracomment>A figure in the inspector: replicas of the newest template.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.tile.existing">
        <source>existing</source>
        <extracomment>A figure in the inspector: replicas that exist.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.tile.ready">
        <source>ready</source>
        <extracomment>A figure in the inspector: replicas that are ready.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.tile.available">
        <source>available</source>
        <extracomment>A figure in the inspector: replicas that have been ready for long enough.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.deployment.paused">
        <source>Paused: changes of the Pod template wait</source>
        <extracomment>State of a Deployment.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.strategy">
        <source>Strategy</source>
        <extracomment>In the inspector of a Deployment: how Pods are replaced.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.revision">
        <source>Revision</source>
        <extracomment>In the inspector: the number of a version of a Deployment.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.tile.min">
        <source>at least</source>
        <extracomment>A figure in the inspector of an autoscaler.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.tile.max">
        <source>at most</source>
        <extracomment>A figure in the inspector of an autoscaler.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.tile.current">
        <source>now</source>
        <extracomment>A figure in the inspector of an autoscaler.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.hpa.target">
        <source>Scales</source>
        <extracomment>In the inspector of an autoscaler: whose replicas it sets.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.hpa.metric">
        <source>%1 % of the request, aim %2 %</source>
        <extracomment>In the inspector of an autoscaler. %1: what is measured now, as a percentage, or &quot;?&quot;. %2: what is aimed at.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.tile.allowed">
        <source>may go now</source>
        <extracomment>A figure in the inspector of a PodDisruptionBudget.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.tile.healthy">
        <source>healthy</source>
        <extracomment>A figure in the inspector of a PodDisruptionBudget.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.tile.needed">
        <source>must stay</source>
        <extracomment>A figure in the inspector of a PodDisruptionBudget.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.pdb.min">
        <source>At least available</source>
        <extracomment>In the inspector of a PodDisruptionBudget.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.pdb.max">
        <source>At most unavailable</source>
        <extracomment>In the inspector of a PodDisruptionBudget.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="events.filter">
        <source>Filter events</source>
        <extracomment>Field above the list of Events: shows those that hold a text.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="events.warnings">
        <source>Warnings only</source>
        <extracomment>Button above the list of Events: shows warnings alone.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="events.none-left">
        <source>No event fits the filter</source>
        <extracomment>In the list of Events when the filter leaves none.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.empty">
        <source>Press “Edit” beside the YAML of an object in the inspector, or begin a new one:</source>
        <extracomment>In the editor when nothing is open.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.apply">
        <source>Apply</source>
        <extracomment>Button of the editor: runs kubectl apply in the terminal.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.revert">
        <source>Take the cluster&apos;s</source>
        <extracomment>Button of the editor: throws away what was written.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.close">
        <source>Close</source>
        <extracomment>Button of the editor: closes the manifest that is shown.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.keys">
        <source>Tab indents · Ctrl+Space suggests · Ctrl+F finds · Esc, then Tab leaves the text</source>
        <extracomment>Below the editor.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.leaving">
        <source>Tab now leaves the text</source>
        <extracomment>Below the editor, after Esc.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.find">
        <source>Find</source>
        <extracomment>Field in the editor: a text to look for.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.find.before">
        <source>The place before</source>
        <extracomment>Button of the find bar in the editor.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.find.next">
        <source>The next place</source>
        <extracomment>Button of the find bar in the editor.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.find.close">
        <source>Close</source>
        <extracomment>Button of the find bar in the editor.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.back">
        <source>Back to the object before</source>
        <extracomment>Button of the inspector.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.forward">
        <source>On to the next object</source>
        <extracomment>Button of the inspector.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.empty">
        <source>Click a Pod, a node, a Deployment or an event to look inside it.</source>
        <extracomment>In the inspector when no object is selected.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.tab.summary">
        <source>Summary</source>
        <extracomment>Tab of the inspector.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.tab.events">
        <source>Events</source>
        <extracomment>Tab of the inspector.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.tab.conditions">
        <source>Conditions</source>
        <extracomment>Tab of the inspector: the conditions of an object&apos;s status.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.tab.owners">
        <source>Relations</source>
        <extracomment>Tab of the inspector: owners, and what an object works with.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.events">
        <source>Events of this object, newest first</source>
        <extracomment>Name of the list of an object&apos;s Events, for screen readers.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.events.none">
        <source>No events about this object. The cluster forgets them after an hour.</source>
        <extracomment>In the inspector.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.conditions">
        <source>Conditions of this object</source>
        <extracomment>Name of the list of an object&apos;s conditions, for screen readers.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.conditions.none">
        <source>This object reports no conditions.</source>
        <extracomment>In the inspector.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.chain">
        <source>Who made whom</source>
        <extracomment>Heading above the chain of owners: Deployment, ReplicaSet, Pod.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.back">
        <source>The command before</source>
        <extracomment>Button of the event story.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.forward">
        <source>The next command</source>
        <extracomment>Button of the event story.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.empty">
        <source>Change something, for example with kubectl scale. Here you can then read what the cluster did about it, step by step.</source>
        <extracomment>In the pane of the event story, before the first command.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.more">
        <source>Show the raw events</source>
        <extracomment>Button of a line of the event story.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.fewer">
        <source>Hide the raw events</source>
        <extracomment>Button of a line of the event story.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.line">
        <source>Line %1</source>
        <extracomment>Before a problem in the editor. %1: the number of a line.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.text">
        <source>Manifest</source>
        <extracomment>Name of the text that is edited, for screen readers.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.suggestions">
        <source>Suggestions</source>
        <extracomment>Name of the list of suggestions in the editor, for screen readers.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.yaml.copy">
        <source>Copy</source>
        <extracomment>Button above the YAML of an object.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.yaml.edit">
        <source>Edit</source>
        <extracomment>Button above the YAML of an object: opens it in the editor.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.yaml.fold">
        <source>Hide status</source>
        <extracomment>Button above the YAML of an object: leaves out what the cluster reports.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.yaml.unfold">
        <source>Show status</source>
        <extracomment>Button above the YAML of an object: shows what the cluster reports.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.yaml.name">
        <source>YAML of %1 %2</source>
        <extracomment>Name of the text of an object, for screen readers. %1: its kind, &quot;Pod&quot;. %2: its name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.rule.all">
        <source>as all of them go</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.home">
        <source>Start page</source>
        <extracomment>A command. What is open stays open.</extracomment>
        <translation>Start page</translation>
    </message>
    <message id="command.settings">
        <source>Settings</source>
        <extracomment>A command.</extracomment>
        <translation>Settings</translation>
    </message>
    <message id="commands.time">
        <source>Time in the cluster</source>
        <extracomment>A group of commands.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="commands.lesson">
        <source>Lesson</source>
        <extracomment>A group of commands.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="commands.panes">
        <source>Panes</source>
        <extracomment>A group of commands.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="commands.looks">
        <source>Appearance</source>
        <extracomment>A group of commands.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="commands.help">
        <source>Help</source>
        <extracomment>A group of commands.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="commands.window">
        <source>Window</source>
        <extracomment>A group of commands.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="commands.hint">
        <source>%1 (%2)</source>
        <extracomment>Tool tip of a button. %1: what it does. %2: the key that does it, too.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="palette.found" numerus="yes">
        <source>%n found</source>
        <extracomment>For screen readers, while one types in the command palette. %n: how many commands fit.</extracomment>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message id="palette.objects">
        <source>Cluster</source>
        <extracomment>A group of what the command palette finds: objects of the cluster, to be selected.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.pause">
        <source>Pause or resume time</source>
        <extracomment>A command.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.step">
        <source>Step to the next change</source>
        <extracomment>A command: runs the cluster&apos;s time until something changes, then pauses.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.settle">
        <source>Run until it settles</source>
        <extracomment>A command: runs the cluster&apos;s time fast until nothing is on its way any more; again: stops that.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.faster">
        <source>Faster</source>
        <extracomment>A command: the next higher speed of the cluster&apos;s time.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.slower">
        <source>Slower</source>
        <extracomment>A command: the next lower speed of the cluster&apos;s time.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.speed">
        <source>Speed of time: %1</source>
        <extracomment>A command. %1: &quot;10×&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.next-page">
        <source>Next page of the lesson</source>
        <extracomment>A command.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.previous-page">
        <source>Previous page of the lesson</source>
        <extracomment>A command.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.go">
        <source>Go to: %1</source>
        <extracomment>A command. %1: a pane of the window, &quot;Cluster&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.toggle">
        <source>Show or hide: %1</source>
        <extracomment>A command. %1: a pane of the window, &quot;Cluster&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.focus-mode">
        <source>Focus mode</source>
        <extracomment>A command: the lesson and one other pane, nothing else.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.presenter-mode">
        <source>Presenter mode</source>
        <extracomment>A command: one pane, large, and pressed keys are shown.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.full-screen">
        <source>Full screen</source>
        <extracomment>A command.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.leave-mode">
        <source>Leave focus mode, presenter mode, full screen</source>
        <extracomment>A command.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.layout">
        <source>Layout: %1</source>
        <extracomment>A command. %1: an arrangement of the window&apos;s panes, &quot;Traffic&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.quit">
        <source>Quit</source>
        <extracomment>A command.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.larger">
        <source>Larger text</source>
        <extracomment>A command.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.smaller">
        <source>Smaller text</source>
        <extracomment>A command.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.normal-size">
        <source>Normal text size</source>
        <extracomment>A command.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.language">
        <source>Japanese or English</source>
        <extracomment>A command.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.light">
        <source>Theme: light</source>
        <extracomment>A command.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.dark">
        <source>Theme: dark</source>
        <extracomment>A command.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.contrast">
        <source>Theme: high contrast</source>
        <extracomment>A command.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.system-theme">
        <source>Theme: as the desktop has it</source>
        <extracomment>A command.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.motion">
        <source>Reduce motion, or not</source>
        <extracomment>A command.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.palette">
        <source>Find a command</source>
        <extracomment>A command: finds every other one.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.keys">
        <source>Keyboard shortcuts</source>
        <extracomment>A command.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.differences">
        <source>How this cluster differs from a real one</source>
        <extracomment>A command.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.move">
        <source>Move this pane to: %1</source>
        <extracomment>A command. %1: a place in the window, &quot;Left&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.next-dock">
        <source>Next dock</source>
        <extracomment>A command: to the pane that is in front in the next dock.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.previous-dock">
        <source>Previous dock</source>
        <extracomment>A command.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.next-tab">
        <source>Next tab</source>
        <extracomment>A command: to the pane behind the next tab of this dock.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.previous-tab">
        <source>Previous tab</source>
        <extracomment>A command.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="time.running">
        <source>running</source>
        <extracomment>Beside the clock: the cluster&apos;s time runs fast, to where the learner wants it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="time.behind">
        <source>behind</source>
        <extracomment>Beside the clock: this machine cannot keep the speed that was chosen.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="time.behind-explained">
        <source>This machine cannot keep up with %1: the cluster&apos;s time goes as fast as it can.</source>
        <extracomment>Follows the tool tip of the clock. %1: &quot;60×&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="time.paused">
        <source>Time is paused</source>
        <extracomment>For screen readers.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="time.runs">
        <source>Time runs: %1</source>
        <extracomment>For screen readers. %1: the speed, &quot;10×&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="time.step-in-vain">
        <source>Nothing that this window shows has happened within ten minutes of the cluster&apos;s time.</source>
        <extracomment>A notice after a step in the cluster&apos;s time.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="time.settle-in-vain">
        <source>The cluster has not settled within an hour of its time.</source>
        <extracomment>A notice: the cluster did not come to rest.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="time.settled">
        <source>Settled at %1</source>
        <extracomment>A notice. %1: a time like 02:05.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="time.stepped">
        <source>Paused at %1</source>
        <extracomment>A notice after a step in the cluster&apos;s time. %1: a time like 02:05.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="palette.placeholder">
        <source>What do you want to do? A command, a page, a Pod …</source>
        <extracomment>In the empty field of the command palette.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="palette.empty">
        <source>Nothing fits</source>
        <extracomment>In the command palette.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="settings.theme.contrast">
        <source>High contrast</source>
        <extracomment>Choice of theme: white on black, yellow for what can be pressed.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="mode.normal">
        <source>All panes are shown again</source>
        <extracomment>For screen readers, on leaving focus mode or presenter mode.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="mode.leave">
        <source>Leave (Esc)</source>
        <extracomment>Button: leaves focus mode or presenter mode. Esc is a key.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="time.resume">
        <source>Resume</source>
        <extracomment>Button: the cluster&apos;s time runs again.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="time.stop">
        <source>Stop running</source>
        <extracomment>Button: ends a run of the cluster&apos;s time that was to go on until all had settled.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="time.speed">
        <source>Speed: %1</source>
        <extracomment>Button: opens the speeds that time can have. %1: the one of now, &quot;10×&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="view.menu">
        <source>Panes and layout</source>
        <extracomment>Button: opens a menu of panes, layouts and modes.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="group.node">
        <source>By node</source>
        <extracomment>How Pods are grouped in the picture of the cluster.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="group.zone">
        <source>By zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="group.replica-set">
        <source>By ReplicaSet</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="group.version">
        <source>By version</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="group.name">
        <source>Grouping: %1</source>
        <extracomment>Button: how the Pods are grouped. %1: the grouping (&quot;By node&quot;).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="search.open">
        <source>Find Pods (Ctrl+F)</source>
        <extracomment>Button in the picture of the cluster.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="zoom.out">
        <source>Zoom out</source>
        <extracomment>Button in the picture of the cluster.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="zoom.fit">
        <source>Show all</source>
        <extracomment>Button in the picture of the cluster: everything in sight.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="zoom.in">
        <source>Zoom in</source>
        <extracomment>Button in the picture of the cluster.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="percent.almost-all">
        <source>over 99.9%</source>
        <extracomment>A share or probability that is nearly one.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.head">
        <source>Requests by Pod</source>
        <extracomment>Heading of the distribution chart; there is little room.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.show">
        <source>Show: %1</source>
        <extracomment>In a pane&apos;s menu. %1: another pane, which is hidden: &quot;Cluster&quot;.</extracomment>
        <translation>Show: %1</translation>
    </message>
    <message id="node.requested">
        <source>%1 of %2 requested</source>
        <extracomment>CPU or memory of a node. %1: how much its Pods ask for (&quot;250m&quot;), %2: how much there is for Pods (&quot;4&quot;).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="node.shares">
        <source>%1 used · %2 requested</source>
        <extracomment>Above the bar of a node&apos;s CPU or memory, where there is room for both. %1, %2: shares of the whole (&quot;12%&quot;).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="node.meter.key">
        <source>Outlined: requested by Pods. Filled: really used.</source>
        <extracomment>In the tool tip of the bar of a node&apos;s CPU or memory: what its two tones mean.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pod.requested">
        <source>Requested: CPU %1 · memory %2</source>
        <extracomment>In a Pod&apos;s tool tip: what it asks for. %1: CPU (&quot;100m&quot;), %2: memory (&quot;64Mi&quot;).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="pod.used">
        <source>Used: CPU %1 · memory %2</source>
        <extracomment>In a Pod&apos;s tool tip: what it really uses. %1: CPU (&quot;12m&quot;), %2: memory (&quot;24Mi&quot;).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.usage">
        <source>In use</source>
        <extracomment>In the inspector of a Pod or node: what it really uses.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.usage.value">
        <source>CPU %1, memory %2</source>
        <extracomment>In the inspector: what a Pod or node uses. %1: CPU (&quot;12m&quot;), %2: memory (&quot;24Mi&quot;).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.usage.note">
        <source>measured by the metrics server every 15 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.actor.kubelet-any">
        <source>The kubelet</source>
        <extracomment>Who did something in an event story, at the beginning of a sentence.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.set-deleted">
        <source>The Deployment controller deleted ReplicaSet %1.</source>
        <extracomment>A step of an event story. %1: a ReplicaSet.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.tab.yaml">
        <source>YAML</source>
        <extracomment>Tab of the inspector.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="deployment.none">
        <source>None</source>
        <extracomment>On the card of a Deployment, where there is none.</extracomment>
        <translation>None</translation>
    </message>
    <message id="service.none">
        <source>None</source>
        <extracomment>On the card of a Service, where there is none.</extracomment>
        <translation>None</translation>
    </message>
    <message id="terminal.search">
        <source>(history: %1) </source>
        <extracomment>Before the line that is being typed, while Ctrl+R looks for an earlier one. %1: what is looked for.</extracomment>
        <translation>(history: %1) </translation>
    </message>
    <message id="terminal.search-failed">
        <source>(not in the history: %1) </source>
        <extracomment>As terminal.search, when no earlier line has the text.</extracomment>
        <translation>(not in the history: %1) </translation>
    </message>
    <message id="terminal.more-choices">
        <source>and %1 more</source>
        <extracomment>Below what Tab offers in the terminal. %1: how many more there are.</extracomment>
        <translation>and %1 more</translation>
    </message>
    <message id="editor.awaited">
        <source>kubectl edit in the terminal waits for this text. Save and close: it goes to the API server. Lines with # at their beginning do not count.</source>
        <extracomment>In the editor, above its buttons.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.save">
        <source>Save and close (Ctrl+S)</source>
        <extracomment>Button of the editor: gives the text back to the kubectl edit that waits for it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="editor.leave-unchanged">
        <source>Close without saving</source>
        <extracomment>Button of the editor: kubectl edit gets its text back as it was, and changes nothing.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="terminal.find">
        <source>Find in the terminal</source>
        <extracomment>Field below the terminal: a text to look for in what was printed.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="terminal.find.case">
        <source>Match case</source>
        <extracomment>Button of the terminal&apos;s find bar: capitals and small letters are told apart.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="terminal.find.before">
        <source>The place before (Enter)</source>
        <extracomment>Button of the terminal&apos;s find bar: upwards.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="terminal.find.next">
        <source>The next place (Shift+Enter)</source>
        <extracomment>Button of the terminal&apos;s find bar: downwards.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="terminal.find.close">
        <source>Close (Esc)</source>
        <extracomment>Button of the terminal&apos;s find bar.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="terminal.new-tab">
        <source>New tab (Ctrl+Shift+T)</source>
        <extracomment>Button of the terminal: opens another tab with a shell of its own.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="terminal.find-open">
        <source>Find (Ctrl+Shift+F)</source>
        <extracomment>Button of the terminal: shows a bar to look for a text in what was printed.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="terminal.tabs">
        <source>Terminal tabs</source>
        <extracomment>Name of the terminal&apos;s row of tabs, for screen readers.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="terminal.tab">
        <source>Shell %1</source>
        <extracomment>Name of a tab of the terminal. %1: its number.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="terminal.tab-busy">
        <source>%1, running</source>
        <extracomment>A tab of the terminal in which a command runs, for screen readers. %1: &quot;Shell 2&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="terminal.tab-close">
        <source>Close %1</source>
        <extracomment>Button on a tab of the terminal; what runs in it ends. %1: &quot;Shell 2&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.terminal-new">
        <source>Terminal: new tab</source>
        <extracomment>A command.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.terminal-close">
        <source>Terminal: close this tab</source>
        <extracomment>A command. What runs in the tab ends.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.terminal-next">
        <source>Terminal: next tab</source>
        <extracomment>A command.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.terminal-previous">
        <source>Terminal: previous tab</source>
        <extracomment>A command.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.terminal-find">
        <source>Terminal: find</source>
        <extracomment>A command: looks for a text in what the terminal has printed.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.terminal-explore">
        <source>Terminal: go through names and headings</source>
        <extracomment>A command: with the keyboard through names and column headings in the terminal.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.ready-pod">
        <source>Containers of the Pod that are ready, out of all it has. A Pod gets requests only when all are.</source>
        <extracomment>Explains a column of kubectl get pods.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.ready-deployment">
        <source>Pods that are ready, out of those that are wanted.</source>
        <extracomment>Explains a column of kubectl get deployments.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.ready">
        <source>How many of its Pods are ready to answer.</source>
        <extracomment>Explains a column of kubectl get replicasets.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.status-pod">
        <source>Where the Pod is in its life, in one word: Pending, ContainerCreating, Running, Terminating … or why it cannot run.</source>
        <extracomment>Explains a column of kubectl get pods.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.status-node">
        <source>Ready: the machine&apos;s kubelet reports, and Pods may run there. SchedulingDisabled: no new Pods for now.</source>
        <extracomment>Explains a column of kubectl get nodes.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.status">
        <source>The state of the object, in one word.</source>
        <extracomment>Explains a column of kubectl&apos;s tables.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.restarts">
        <source>How often containers of the Pod have been started again after they ended; in brackets, when last.</source>
        <extracomment>Explains a column of kubectl get pods.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.age">
        <source>How long ago the object was created.</source>
        <extracomment>Explains a column of kubectl&apos;s tables.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.name">
        <source>The object&apos;s name: unique among its kind in its namespace.</source>
        <extracomment>Explains a column of kubectl&apos;s tables.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.namespace">
        <source>The namespace that the object is in.</source>
        <extracomment>Explains a column of kubectl&apos;s tables.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.up-to-date">
        <source>Pods that are already made from the newest template. During a rollout this number grows.</source>
        <extracomment>Explains a column of kubectl get deployments.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.available">
        <source>Pods that have been ready for minReadySeconds: those that count as available to users.</source>
        <extracomment>Explains a column of kubectl get deployments.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.desired">
        <source>How many Pods are wanted.</source>
        <extracomment>Explains a column of kubectl get replicasets.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.current">
        <source>How many Pods exist now, ready or not.</source>
        <extracomment>Explains a column of kubectl get replicasets.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.type-service">
        <source>Who can reach the Service: ClusterIP from inside the cluster, NodePort through every node, LoadBalancer through an address outside.</source>
        <extracomment>Explains a column of kubectl get services.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.type">
        <source>Of which sort the object is.</source>
        <extracomment>Explains a column of kubectl&apos;s tables, as of Secrets and Events.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.cluster-ip">
        <source>The Service&apos;s fixed address inside the cluster. It stays while Pods come and go.</source>
        <extracomment>Explains a column of kubectl get services.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.external-ip-service">
        <source>An address outside the cluster that leads to the Service. &lt;none&gt;: there is no such address; &lt;pending&gt;: it is being prepared.</source>
        <extracomment>Explains a column of kubectl get services.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.external-ip">
        <source>The machine&apos;s address outside the cluster.</source>
        <extracomment>Explains a column of kubectl get nodes -o wide.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.internal-ip">
        <source>The machine&apos;s address inside the cluster.</source>
        <extracomment>Explains a column of kubectl get nodes -o wide.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.ports">
        <source>Where the Service listens. In 8080:30143/TCP, 8080 is the port inside the cluster and 30143 the port that every node opens.</source>
        <extracomment>Explains a column of kubectl get services. &quot;8080:30143/TCP&quot; is an example.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.endpoints">
        <source>Address and port of each ready Pod behind the Service.</source>
        <extracomment>Explains a column of kubectl get endpoints.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.node">
        <source>The machine that the Pod runs on.</source>
        <extracomment>Explains a column of kubectl get pods -o wide.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.ip">
        <source>The Pod&apos;s own address. A new Pod gets another one: that is what Services are for.</source>
        <extracomment>Explains a column of kubectl get pods -o wide.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.nominated-node">
        <source>Set when the scheduler means to make room on that node by evicting lesser Pods.</source>
        <extracomment>Explains a column of kubectl get pods -o wide.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.readiness-gates">
        <source>Further conditions that must hold before the Pod counts as ready.</source>
        <extracomment>Explains a column of kubectl get pods -o wide.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.roles">
        <source>What the machine is for: control-plane runs the cluster&apos;s own parts; &lt;none&gt; is an ordinary worker.</source>
        <extracomment>Explains a column of kubectl get nodes.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.version">
        <source>The version of the machine&apos;s kubelet.</source>
        <extracomment>Explains a column of kubectl get nodes.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.containers">
        <source>The names of the containers in each Pod.</source>
        <extracomment>Explains a column of kubectl&apos;s tables with -o wide.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.images">
        <source>The images that the containers are started from.</source>
        <extracomment>Explains a column of kubectl&apos;s tables with -o wide.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.selector">
        <source>Labels that a Pod must have to belong here.</source>
        <extracomment>Explains a column of kubectl&apos;s tables with -o wide.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.labels">
        <source>Key=value pairs by which selectors find the object.</source>
        <extracomment>Explains a column of kubectl&apos;s tables with --show-labels.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.targets">
        <source>What is measured now, and what it is held to.</source>
        <extracomment>Explains a column of kubectl get hpa.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.reference">
        <source>What is scaled up and down.</source>
        <extracomment>Explains a column of kubectl get hpa.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.minpods">
        <source>Never fewer Pods than this.</source>
        <extracomment>Explains a column of kubectl get hpa.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.maxpods">
        <source>Never more Pods than this.</source>
        <extracomment>Explains a column of kubectl get hpa.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.replicas">
        <source>How many Pods there are now.</source>
        <extracomment>Explains a column of kubectl get hpa.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.last-seen">
        <source>How long ago it was noticed last.</source>
        <extracomment>Explains a column of kubectl get events.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.reason">
        <source>Why, in one word.</source>
        <extracomment>Explains a column of kubectl get events.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.object">
        <source>What it happened to.</source>
        <extracomment>Explains a column of kubectl get events.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.message">
        <source>What happened, in a sentence.</source>
        <extracomment>Explains a column of kubectl get events.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.cpu">
        <source>Processor time that is used now. 1000m is one whole core.</source>
        <extracomment>Explains a column of kubectl top pods and kubectl top nodes. 1000m: a thousandth, a thousand times.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="column.memory">
        <source>Memory that is used now.</source>
        <extracomment>Explains a column of kubectl top pods and kubectl top nodes.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="terminal.dropped">
        <source>… %1 earlier lines were dropped …</source>
        <extracomment>A line of the terminal&apos;s scroll-back where older output was dropped. %1: how many lines.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="terminal.hint">
        <source>Hint: %1</source>
        <extracomment>A line below the output of a command that is out of date. %1: what one writes today.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="terminal.find.none">
        <source>Not found</source>
        <extracomment>In the terminal&apos;s find bar.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="terminal.find.count">
        <source>%1 of %2</source>
        <extracomment>In the terminal&apos;s find bar. %1: which of the places found, from the top. %2: how many there are.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="terminal.find.many">
        <source>%1 of the newest %2</source>
        <extracomment>As terminal.find.count, when there are too many places to count them all.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="terminal.link">
        <source>%1: click to show it in the cluster</source>
        <extracomment>Beside a name in the terminal. %1: what it leads to, &quot;Pod web-1&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="terminal.link-keys">
        <source>%1: Enter shows it in the cluster</source>
        <extracomment>As terminal.link, for the keyboard.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="problem.namespace-refused">
        <source>The lesson&apos;s namespace could not be made or removed: %1</source>
        <extracomment>A notice at the top of the window, about a real cluster. %1: the server&apos;s words, in English.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.way.node-port">
        <source>Requests went to %1, the port of a node. kube-proxy chose the Pod.</source>
        <extracomment>Which way requests to a real cluster went. %1: an address, &quot;192.168.49.2:30080&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.way.load-balancer">
        <source>Requests went to %1, a load balancer; behind it, kube-proxy on a node chose the Pod.</source>
        <extracomment>Which way requests to a real cluster went. %1: an address.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="traffic.way.forward">
        <source>Requests went through the API server as a port-forward, the last one to Pod %1. Minato chose the Pods; kube-proxy took no part.</source>
        <extracomment>Which way requests to a real cluster went. %1: a Pod.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.badge">
        <source>Real cluster: %1</source>
        <extracomment>Badge in the top bar while a real cluster is open. %1: its context in the kubeconfig.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.opening">
        <source>Connecting…</source>
        <extracomment>State of the connection to a real cluster.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.connected">
        <source>Connected</source>
        <extracomment>State of the connection to a real cluster.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.troubled">
        <source>No answer, trying again</source>
        <extracomment>State of the connection to a real cluster: it broke, and is being made again.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.refused">
        <source>Cannot be opened</source>
        <extracomment>State of the connection to a real cluster: the kubeconfig has to be put right first.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.trying">
        <source>%1 Since %2; Minato keeps trying. What is shown is how it was before.</source>
        <extracomment>Follows a sentence that says what is wrong with the connection to a real cluster. %1: that sentence. %2: a time of day, &quot;14:05:09&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.busy">
        <source>One moment…</source>
        <extracomment>What may be changed in a real cluster: just now that is being changed.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.read-only">
        <source>Read-only: Minato changes nothing in this cluster.</source>
        <extracomment>What may be changed in a real cluster.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.may-write">
        <source>Minato may make changes in the namespace %1, and nowhere else.</source>
        <extracomment>What may be changed in a real cluster. %1: a namespace.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.may-write-nodes">
        <source>Minato may make changes in the namespace %1, and to the nodes of this disposable cluster.</source>
        <extracomment>What may be changed in a real cluster that is marked as one to throw away. %1: a namespace.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.hidden">
        <source>Your user may not list these here, so they are not shown: %1 (RBAC: the verbs list and watch are needed).</source>
        <extracomment>About the rights of a user in a real cluster. %1: resources, &quot;nodes, events&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.narrowed">
        <source>Of these, your user may list only those of one namespace: %1.</source>
        <extracomment>About the rights of a user in a real cluster. %1: resources, &quot;pods, services&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.consent.namespace">
        <source>Minato creates the namespace %1 with the label app.kubernetes.io/managed-by=minato, if it is not there yet.</source>
        <extracomment>One of the things that a learner says yes to. %1: a namespace.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.consent.objects">
        <source>The lesson&apos;s Deployment and Service are created in %1. Your commands and the window&apos;s buttons change objects there.</source>
        <extracomment>One of the things that a learner says yes to. %1: a namespace.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.consent.outside">
        <source>Everything outside of this namespace stays as it is: other namespaces, nodes, and what belongs to the whole cluster.</source>
        <extracomment>One of the things that a learner says yes to.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.consent.bounds">
        <source>No object asks for more than %1 replicas.</source>
        <extracomment>One of the things that a learner says yes to. %1: how many.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.consent.remove">
        <source>You can have the namespace removed at any time, with all that is in it.</source>
        <extracomment>One of the things that a learner says yes to.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.lack.time">
        <source>This is a real cluster: its time goes by for everybody. It cannot be paused, stepped, sped up or wound back.</source>
        <extracomment>Why the control of time is greyed.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.lack.decisions">
        <source>A real cluster keeps no record of why it chose this node or that Pod: only the simulated one can tell.</source>
        <extracomment>Why a real cluster&apos;s decisions are not explained.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.lack.power">
        <source>The machines of a real cluster are not Minato&apos;s to switch on and off.</source>
        <extracomment>Why nodes of a real cluster cannot be switched off.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.lack.programs">
        <source>In a real cluster Minato runs no programs inside of Pods: it could not see what they change.</source>
        <extracomment>Why kubectl exec is greyed.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.lack.nodes">
        <source>Nodes of a real cluster are left alone, unless you mark it as one to throw away.</source>
        <extracomment>Why a node of a real cluster cannot be drained.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.recovered">
        <source>The cluster answers again, after %1. What happened meanwhile has been caught up on.</source>
        <extracomment>A notice: a real cluster answers again. %1: how long it did not, &quot;00:12&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="time.description-real">
        <source>Time since this cluster was opened here: %1</source>
        <extracomment>Tool tip of the clock, for a real cluster. %1 is a time like 02:05.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="contexts.detail">
        <source>%1 as %2</source>
        <extracomment>Below the name of a real cluster&apos;s context. %1: the server, &quot;127.0.0.1:6443&quot;. %2: the user.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="contexts.program">
        <source> · runs a program to log in</source>
        <extracomment>Follows server and user of a real cluster&apos;s context.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="start.own.contexts">
        <source>A real cluster opens in the same window, for reading only at first. These are in your kubeconfig:</source>
        <extracomment>Above the list of real clusters.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="start.own.none">
        <source>To open a real cluster in this window, give it a context in your kubeconfig, as kind, minikube, k3s and cloud tools do.</source>
        <extracomment>Instead of the list of real clusters.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="start.own.files">
        <source>Looked for in: %1</source>
        <extracomment>Below the list of real clusters. %1: the files that were looked for.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="start.own.again">
        <source>Read it again</source>
        <extracomment>Button: reads the kubeconfig again.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="contexts.insecure">
        <source>insecure: the certificate is not checked</source>
        <extracomment>Badge of a real cluster whose certificate is not checked.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="contexts.current">
        <source>current</source>
        <extracomment>Badge of the context that the kubeconfig names as the current one. Short.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="contexts.look">
        <source>Look around</source>
        <extracomment>Button: opens a real cluster without a lesson, for reading.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="contexts.lesson">
        <source>With the lesson</source>
        <extracomment>Button: opens a real cluster with the first lesson, for reading at first.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.where">
        <source>%1 as %2: %3</source>
        <extracomment>Below the name of a real cluster. %1: the server&apos;s address. %2: the user&apos;s name in the kubeconfig. %3: &quot;Connected&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.insecure-explained">
        <source>insecure-skip-tls-verify: the server&apos;s certificate is not checked. Anybody on the way could read along, or be the server.</source>
        <extracomment>About a kubeconfig with insecure-skip-tls-verify.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.consent.title">
        <source>If you say yes:</source>
        <extracomment>Above a list of what a yes means, in the dialog about a real cluster.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.allow">
        <source>Yes, allow changes in %1</source>
        <extracomment>Button: the yes to changes in a real cluster. %1: a namespace.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.forbid">
        <source>Back to read-only</source>
        <extracomment>Button: a real cluster is open for reading only from then on.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.remove">
        <source>Remove the namespace %1</source>
        <extracomment>Button: removes the lesson&apos;s namespace from a real cluster. %1: its name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.disposable">
        <source>This cluster is disposable: its nodes may be cordoned, drained and deleted, too</source>
        <extracomment>Switch: this real cluster may be thrown away.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.lacks">
        <source>What only the simulated cluster can do:</source>
        <extracomment>Above a list of what can be done only with the simulated cluster.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="connection.insecure">
        <source>not verified</source>
        <extracomment>Part of the badge of a real cluster whose certificate is not checked (insecure-skip-tls-verify). Short.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="lab.real-and-simulated">
        <source>%1 is for the simulated cluster, and a real one is asked for</source>
        <extracomment>%1: an option, &quot;--speed&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="reason.node.full">
        <source>it runs as many Pods as it may</source>
        <extracomment>Why a Pod does not fit on a node.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="reason.node.taint">
        <source>it has a taint that the Pod does not tolerate</source>
        <extracomment>Why a Pod does not fit on a node.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="reason.node.cordoned">
        <source>it is cordoned</source>
        <extracomment>Why a Pod does not fit on a node.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="reason.node.affinity">
        <source>it does not match the Pod&apos;s node selector or affinity</source>
        <extracomment>Why a Pod does not fit on a node.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="reason.node.spread">
        <source>the Pod&apos;s topology spread would break</source>
        <extracomment>Why a Pod does not fit on a node.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="reason.node.port">
        <source>the host port is taken</source>
        <extracomment>Why a Pod does not fit on a node.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="command.compare">
        <source>Compare a step: real and simulated cluster</source>
        <extracomment>A command: runs a step on the real cluster and on a simulated one, and tells what differs then.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.replicas" numerus="yes">
        <source>%n replica(s)</source>
        <extracomment>%n: how many.</extracomment>
        <translation>
            <numerusform>%n replica</numerusform>
            <numerusform>%n replicas</numerusform>
        </translation>
    </message>
    <message id="estimate.metric.none">
        <source>no value</source>
        <extracomment>Of a metric of an autoscaler: its value is missing. The controller&apos;s words follow, in English.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.metric">
        <source>%1, aim %2: %3</source>
        <extracomment>Of a metric of an autoscaler. %1: its value, &quot;57%&quot;. %2: what is aimed at, &quot;50%&quot;. %3: &quot;3 replicas&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.metric.reported">
        <source>as its controller found it last</source>
        <extracomment>Of a metric of an autoscaler.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.limit.max">
        <source>no more than maxReplicas, %1</source>
        <extracomment>Why an autoscaler sets fewer replicas than its metrics call for. %1: a number.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.limit.min">
        <source>no fewer than minReplicas, %1</source>
        <extracomment>Why an autoscaler sets more replicas than its metrics call for. %1: a number.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.limit.rate">
        <source>in steps: its policies limit how fast it goes</source>
        <extracomment>Why an autoscaler does not go to the number that its metrics call for at once.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.tolerance">
        <source>Up to %1 % off the aim, it changes nothing.</source>
        <extracomment>About an autoscaler. %1: a percentage.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.tolerance.two">
        <source>Up to %1 % above the aim and %2 % below it, it changes nothing.</source>
        <extracomment>About an autoscaler. %1, %2: percentages.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.window.up" numerus="yes">
        <source>A lower result of the last %n second(s) may hold this back; only the controller remembers those.</source>
        <extracomment>About an autoscaler that is going to add replicas. %n: seconds.</extracomment>
        <translation>
            <numerusform>A lower result of the last second may hold this back; only the controller remembers those.</numerusform>
            <numerusform>A lower result of the last %n seconds may hold this back; only the controller remembers those.</numerusform>
        </translation>
    </message>
    <message id="estimate.window.down" numerus="yes">
        <source>A higher result of the last %n second(s) holds this back; only the controller remembers those.</source>
        <extracomment>About an autoscaler that is going to take replicas away. %n: seconds.</extracomment>
        <translation>
            <numerusform>A higher result of the last second holds this back; only the controller remembers those.</numerusform>
            <numerusform>A higher result of the last %n seconds holds this back; only the controller remembers those.</numerusform>
        </translation>
    </message>
    <message id="estimate.hpa.result">
        <source>Would set</source>
        <extracomment>In an estimate for an autoscaler: the number of replicas it would set.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.hpa.same">
        <source>%1, as now</source>
        <extracomment>In an estimate for an autoscaler: it leaves the number as it is. %1: &quot;3 replicas&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.hpa.change">
        <source>%1 (now %2)</source>
        <extracomment>In an estimate for an autoscaler. %1: &quot;3 replicas&quot;. %2: a number.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.hpa.held">
        <source>Holding back now, says the controller</source>
        <extracomment>In an estimate for an autoscaler: it is waiting on purpose.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.hpa.when">
        <source>When</source>
        <extracomment>In an estimate for an autoscaler: about what holds a change back.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.hpa.soon">
        <source>Within 15 seconds, at its next look</source>
        <extracomment>In an estimate for an autoscaler.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.hpa">
        <source>What it would do now</source>
        <extracomment>Heading of an estimate for an autoscaler.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.hpa.disabled">
        <source>Nothing: what is scaled to 0 stays there until you scale it up yourself</source>
        <extracomment>In an estimate for an autoscaler whose target was scaled to zero.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.hpa.failed">
        <source>nothing: it has no figures to go by</source>
        <extracomment>In an estimate for an autoscaler that has nothing to go by. The controller&apos;s words follow, in English.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.hpa.tolerance">
        <source>Tolerance</source>
        <extracomment>In an estimate for an autoscaler: how far from its aim a metric may be.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.title">
        <source>Estimate</source>
        <extracomment>Heading in the inspector, over a real cluster: what its controllers would probably decide.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.title.simulated">
        <source>What would happen now</source>
        <extracomment>Heading in the inspector, over the simulated cluster: what its controllers will decide.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.intro">
        <source>Minato reckons this from what the API server tells anybody, by Kubernetes&apos; default rules. The cluster may decide otherwise: what it has just decided, how its controllers are set up and what they remember cannot be read.</source>
        <extracomment>In the inspector, over a real cluster: what an estimate is.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.intro.simulated">
        <source>The simulated cluster decides by these very rules. Until something changes, it will do just this; only what is equal is drawn by lot.</source>
        <extracomment>In the inspector, over the simulated cluster.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.as-of">
        <source>As of %1</source>
        <extracomment>In the inspector, below an estimate. %1: the cluster&apos;s time, &quot;01:05&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.unseen">
        <source>Your user cannot see all of these, so they are missing from the estimate: %1.</source>
        <extracomment>In the inspector, of an estimate over a real cluster. %1: resources, &quot;nodes, pods&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.rule.unassigned">
        <source>it has no node yet</source>
        <extracomment>Why a Pod goes before the next one of a list, when its ReplicaSet is scaled down.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.rule.phase">
        <source>it does not run yet</source>
        <extracomment>Why a Pod goes before the next one of a list, when its ReplicaSet is scaled down.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.rule.not-ready">
        <source>it is not ready</source>
        <extracomment>Why a Pod goes before the next one of a list, when its ReplicaSet is scaled down.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.rule.cost">
        <source>its pod-deletion-cost is lower (%1)</source>
        <extracomment>Why a Pod goes before the next one of a list. %1: its annotation controller.kubernetes.io/pod-deletion-cost, a number.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.rule.colocation" numerus="yes">
        <source>more Pods of its kind share its node (%n on %1)</source>
        <extracomment>Why a Pod goes before the next one of a list. %1: a node. %n: how many Pods of the same owner are there.</extracomment>
        <translation>
            <numerusform>more Pods of its kind share its node (%n on %1)</numerusform>
            <numerusform>more Pods of its kind share its node (%n on %1)</numerusform>
        </translation>
    </message>
    <message id="estimate.rule.ready-time">
        <source>it has been ready for a shorter time</source>
        <extracomment>Why a Pod goes before the next one of a list, when its ReplicaSet is scaled down.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.rule.restarts" numerus="yes">
        <source>its containers restarted more often (%n times)</source>
        <extracomment>Why a Pod goes before the next one of a list. %n: how often.</extracomment>
        <translation>
            <numerusform>its containers restarted more often (%n time)</numerusform>
            <numerusform>its containers restarted more often (%n times)</numerusform>
        </translation>
    </message>
    <message id="estimate.rule.younger">
        <source>it is younger</source>
        <extracomment>Why a Pod goes before the next one of a list, when its ReplicaSet is scaled down.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.room">
        <source>CPU %1, memory %2</source>
        <extracomment>An amount of CPU and of memory. %1: &quot;250m&quot;. %2: &quot;64Mi&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.why.cpu">
        <source>not enough CPU: %1 wanted, %2 left</source>
        <extracomment>Why a Pod does not fit on a node. %1: CPU that it asks for, %2: what is left, both like &quot;250m&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.why.memory">
        <source>not enough memory: %1 wanted, %2 left</source>
        <extracomment>Why a Pod does not fit on a node. %1: memory that it asks for, %2: what is left, both like &quot;64Mi&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.fits-not">
        <source>does not fit</source>
        <extracomment>Of a node, in an estimate: a Pod would not fit there.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.left">
        <source>left: %1</source>
        <extracomment>Of a node, in an estimate. %1: CPU and memory, &quot;CPU 250m, memory 64Mi&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.points">
        <source>%1; %2 points</source>
        <extracomment>Of a node, in an estimate: how well the scheduler likes it. %1: what was said before. %2: points.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.fits-best">
        <source>fits best</source>
        <extracomment>Of a node, in an estimate: the scheduler would choose it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.fits">
        <source>fits</source>
        <extracomment>Of a node, in an estimate: a Pod would have room there.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.fits-drawn">
        <source>fits best, with others: drawn by lot</source>
        <extracomment>Of a node, in an estimate: it is as good as others, the scheduler draws one of them.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.fit.one-more">
        <source>Where one more Pod would fit</source>
        <extracomment>Heading of an estimate for a workload: on which nodes another Pod of it would fit.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.fit.this">
        <source>Where this Pod would fit, if it were placed now</source>
        <extracomment>Heading of an estimate for a Pod.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.preempts">
        <source>Makes room for itself</source>
        <extracomment>In an estimate for a Pod that fits nowhere: less important Pods would have to go.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.preempted">
        <source>These would have to go: %1</source>
        <extracomment>Which Pods would go for a more important one. %1: &quot;default/web-…, default/web-…&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.victims">
        <source>Scaled down, these Pods go, in this order</source>
        <extracomment>Heading of an estimate for a Deployment or ReplicaSet: its Pods, the first to go first.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.victims.of">
        <source>Scaled down, ReplicaSet %1 gives up these Pods, in this order</source>
        <extracomment>Heading of an estimate in a rollout. %1: a ReplicaSet&apos;s name.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.before-next">
        <source>before the next, because %1</source>
        <extracomment>Of a Pod in a list. %1: a reason, &quot;it is not ready&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.more" numerus="yes">
        <source>and %n more</source>
        <extracomment>Ends a list that is too long to be shown whole. %n: how many are not shown.</extracomment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message id="estimate.wanted">
        <source>Asks for</source>
        <extracomment>In an estimate: what the Pod asks for.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.scheduler-says">
        <source>The scheduler says</source>
        <extracomment>In an estimate for a Pod that fits nowhere: what the scheduler would write into an Event. An English text follows.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.refused">
        <source>The server says</source>
        <extracomment>In an estimate that could not be made. An English text follows.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="story.note">
        <source>%1 The inspector&apos;s tab Estimate reckons them anew.</source>
        <extracomment>In the pane of the event story, over a real cluster. %1: a sentence that says why reasons are not told.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.why.simulated">
        <source>The simulated cluster is open. Open a real one from the start page: then both can take the same step.</source>
        <extracomment>Why two clusters cannot be compared.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.why.read-only">
        <source>The real cluster is open for reading only. A step is taken in the lesson&apos;s namespace: allow changes there first (press the cluster&apos;s name in the top bar).</source>
        <extracomment>Why two clusters cannot be compared.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.stage.preparing">
        <source>A simulated cluster is given what the real one has…</source>
        <extracomment>What is going on while two clusters are compared.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.stage.playing">
        <source>Both run the commands…</source>
        <extracomment>What is going on while two clusters are compared.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.stage.settling">
        <source>Waiting until nothing changes any more…</source>
        <extracomment>What is going on while two clusters are compared.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.text.simulated">
        <source>simulated: %1</source>
        <extracomment>In a difference report: what is so in the simulated cluster. %1: a value.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.text.real">
        <source>real: %1</source>
        <extracomment>In a difference report: what is so in the real cluster. %1: a value.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.there">
        <source>there</source>
        <extracomment>In a table of differences: one cluster has an object that the other lacks.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.missing">
        <source>not there</source>
        <extracomment>In a table of differences: one cluster lacks an object that the other has.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.printed">
        <source>Printed</source>
        <extracomment>Heading in a difference report: lines that the commands printed on one cluster only.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.exit-status">
        <source>Exit status</source>
        <extracomment>In a difference report. Two numbers follow.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.machines" numerus="yes">
        <source>%n node(s) for Pods, CPU %1, memory %2</source>
        <extracomment>%1: CPU, &quot;12&quot;. %2: memory, &quot;24Gi&quot;. %n: how many.</extracomment>
        <translation>
            <numerusform>%n node for Pods, CPU %1, memory %2</numerusform>
            <numerusform>%n nodes for Pods, CPU %1, memory %2</numerusform>
        </translation>
    </message>
    <message id="compare.objects">
        <source>Objects</source>
        <extracomment>Heading in a difference report: objects that are not the same.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.events">
        <source>Events</source>
        <extracomment>Heading in a difference report: Events that one cluster only has.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.nothing" numerus="yes">
        <source>Nothing differed: both clusters did the same. %n object(s) were compared.</source>
        <extracomment>The result of a difference report. %n: how many.</extracomment>
        <translation>
            <numerusform>Nothing differed: both clusters did the same. %n object was compared.</numerusform>
            <numerusform>Nothing differed: both clusters did the same. %n objects were compared.</numerusform>
        </translation>
    </message>
    <message id="compare.something" numerus="yes">
        <source>%n thing(s) differed.</source>
        <extracomment>The result of a difference report. %n: how many.</extracomment>
        <translation>
            <numerusform>%n thing differed.</numerusform>
            <numerusform>%n things differed.</numerusform>
        </translation>
    </message>
    <message id="compare.machines.both">
        <source>Simulated: %1. Real: %2.</source>
        <extracomment>In a difference report. %1: &quot;3 nodes for Pods, CPU 12, memory 24Gi&quot;. %2: the same of the real cluster.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.by-nature">
        <source>Names of nodes, random ends of names, times, IP addresses and UIDs are always different; they are not listed.</source>
        <extracomment>In a difference report.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.before" numerus="yes">
        <source>%n difference(s) were there before the step; they are left out.</source>
        <extracomment>In a difference report. %n: how many.</extracomment>
        <translation>
            <numerusform>%n difference was there before the step; it is left out.</numerusform>
            <numerusform>%n differences were there before the step; they are left out.</numerusform>
        </translation>
    </message>
    <message id="compare.not-ended">
        <source>The commands had not ended after two minutes and were stopped.</source>
        <extracomment>In a difference report.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.not-settled">
        <source>The real cluster was still changing when it was looked at.</source>
        <extracomment>In a difference report.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.unseen">
        <source>Your user may not list these, so they are left out: %1.</source>
        <extracomment>In a difference report. %1: kinds of objects.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.not-taken">
        <source>The simulated cluster could not be given all that the real one had before: %1</source>
        <extracomment>In a difference report. %1: objects, and why, in English.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.none">
        <source>Estimates are there for Pods, ReplicaSets, Deployments, StatefulSets and HorizontalPodAutoscalers.</source>
        <extracomment>In the inspector, for a kind of object that nothing is estimated for.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="estimate.refresh">
        <source>Reckon again</source>
        <extracomment>Button below an estimate.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="inspect.tab.estimate">
        <source>Estimate</source>
        <extracomment>Tab of the inspector: what the cluster&apos;s controllers would decide about the object.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.head.simulated">
        <source>Simulated</source>
        <extracomment>Head of a column in a difference report.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.head.real">
        <source>Real</source>
        <extracomment>Head of a column in a difference report.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.title">
        <source>The same step on both clusters</source>
        <extracomment>Heading of the difference report.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.intro">
        <source>These commands really run in the lesson&apos;s namespace of the real cluster. A simulated cluster is given what is in that namespace now, and runs them, too. Then you see where the two differ.</source>
        <extracomment>Below the heading of the difference report.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.placeholder">
        <source>Commands, one a line</source>
        <extracomment>In the empty field for commands of the difference report.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.run">
        <source>Run on both</source>
        <extracomment>Button of the difference report.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.stop">
        <source>Stop</source>
        <extracomment>Button of the difference report: gives up what is under way.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.take.lesson">
        <source>This page&apos;s commands</source>
        <extracomment>Button of the difference report: takes the commands of the lesson&apos;s page that is open.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.take.typed">
        <source>The last command of the terminal</source>
        <extracomment>Button of the difference report: takes what was typed last in the terminal.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message id="compare.copy">
        <source>Copy as text</source>
        <extracomment>Button of the difference report.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
