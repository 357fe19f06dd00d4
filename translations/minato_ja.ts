<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name></name>
    <message id="chart.distribution.name">
        <source>Requests by Pod</source>
        <extracomment>Name of the distribution chart, for screen readers.</extracomment>
        <translation>Podごとのリクエスト数</translation>
    </message>
    <message id="chart.replicas.name">
        <source>Replicas over time</source>
        <extracomment>Name of the replicas chart, for screen readers.</extracomment>
        <translation>レプリカ数の推移</translation>
    </message>
    <message id="chart.time.start">
        <source>−2 min</source>
        <extracomment>Left end of a time axis: two minutes ago.</extracomment>
        <translation>2分前</translation>
    </message>
    <message id="chart.time.now">
        <source>now</source>
        <extracomment>Right end of a time axis.</extracomment>
        <translation>現在</translation>
    </message>
    <message id="traffic.title">
        <source>Request distribution</source>
        <extracomment>Heading of the distribution chart.</extracomment>
        <translation>リクエストの分布</translation>
    </message>
    <message id="traffic.table">
        <source>Show as table</source>
        <extracomment>Button: shows the numbers of the chart as a table, or the chart again.</extracomment>
        <translation>表で見る</translation>
    </message>
    <message id="traffic.reset">
        <source>Count from 0</source>
        <extracomment>Button: counts requests from 0 again.</extracomment>
        <translation>0から数え直す</translation>
    </message>
    <message id="traffic.total" numerus="yes">
        <source>%n request(s) in all</source>
        <extracomment>Above the distribution chart. %n: requests in all.</extracomment>
        <translation>
            <numerusform>合計 %n</numerusform>
        </translation>
    </message>
    <message id="traffic.failed" numerus="yes">
        <source> · %n failed</source>
        <extracomment>Follows the number of requests. %n: requests that got no answer.</extracomment>
        <translation>
            <numerusform> · 失敗 %n</numerusform>
        </translation>
    </message>
    <message id="series.title">
        <source>Replicas</source>
        <extracomment>Heading of the replicas chart.</extracomment>
        <translation>レプリカ数</translation>
    </message>
    <message id="series.ready">
        <source>Ready %1</source>
        <extracomment>Key of the replicas chart. %1: how many Pods are ready.</extracomment>
        <translation>準備完了 %1</translation>
    </message>
    <message id="series.desired">
        <source>Wanted %1</source>
        <extracomment>Key of the replicas chart. %1: how many Pods are wanted.</extracomment>
        <translation>希望 %1</translation>
    </message>
    <message id="cluster.title">
        <source>Cluster</source>
        <extracomment>Heading of the picture of the cluster.</extracomment>
        <translation>クラスター</translation>
    </message>
    <message id="cluster.legend">
        <source>Legend</source>
        <extracomment>Button: what the marks of Pods mean.</extracomment>
        <translation>凡例</translation>
    </message>
    <message id="cluster.control-plane">
        <source>Control plane: %1 · %2 (runs no application Pods)</source>
        <extracomment>Below the node cards. %1: name of the control plane&apos;s node, %2: its status (&quot;Ready&quot;).</extracomment>
        <translation>コントロールプレーン: %1 · %2(アプリケーションのPodは動かしません)</translation>
    </message>
    <message id="node.memory">
        <source>Mem</source>
        <extracomment>A node&apos;s memory. Short.</extracomment>
        <translation>メモリー</translation>
    </message>
    <message id="pod.summary">
        <source>Pod %1, %2, answered %3</source>
        <extracomment>A Pod for screen readers. %1: name, %2: state, %3: number of requests that it answered.</extracomment>
        <translation>Pod %1、%2、応答%3回</translation>
    </message>
    <message id="pods.list" numerus="yes">
        <source>%n Pod(s)</source>
        <extracomment>For screen readers: the Pods on a node. %n: how many.</extracomment>
        <translation>
            <numerusform>Pod %n個</numerusform>
        </translation>
    </message>
    <message id="pods.more">
        <source>+%1 more</source>
        <extracomment>On a node card whose Pods do not all fit. %1: how many are not drawn.</extracomment>
        <translation>ほか%1個</translation>
    </message>
    <message id="node.empty">
        <source>No Pods here</source>
        <extracomment>On the card of a node without Pods.</extracomment>
        <translation>Podはありません</translation>
    </message>
    <message id="queue.title">
        <source>Unscheduled</source>
        <extracomment>Heading of the card with the Pods that the scheduler has not placed.</extracomment>
        <translation>スケジュール待ち</translation>
    </message>
    <message id="events.list">
        <source>Events of the cluster, newest first</source>
        <extracomment>Name of the list of Events, for screen readers.</extracomment>
        <translation>クラスターのイベント(新しい順)</translation>
    </message>
    <message id="events.empty">
        <source>Nothing has happened yet</source>
        <extracomment>In the list of Events when there are none.</extracomment>
        <translation>まだ何も起きていません</translation>
    </message>
    <message id="code.copy">
        <source>Copy</source>
        <extracomment>Button in the heading of a code block.</extracomment>
        <translation>コピー</translation>
    </message>
    <message id="code.run">
        <source>Run</source>
        <extracomment>Button of a code block: types its commands into the terminal.</extracomment>
        <translation>実行</translation>
    </message>
    <message id="code.run-again">
        <source>Run again</source>
        <extracomment>Button of a code block whose commands ran already: runs them once more.</extracomment>
        <translation>もう一度</translation>
    </message>
    <message id="goals.complete">
        <source>Step complete</source>
        <extracomment>Heading of the goals when all are reached.</extracomment>
        <translation>ステップ完了</translation>
    </message>
    <message id="goals.title">
        <source>Goals</source>
        <extracomment>Heading of the goals of a step.</extracomment>
        <translation>目標</translation>
    </message>
    <message id="goals.hide">
        <source>Hide goals</source>
        <extracomment>Button that folds the list of goals.</extracomment>
        <translation>目標を隠す</translation>
    </message>
    <message id="goals.show">
        <source>Show goals</source>
        <extracomment>Button that unfolds the list of goals.</extracomment>
        <translation>目標を表示</translation>
    </message>
    <message id="goals.hint">
        <source>Show a hint</source>
        <extracomment>Button beside a goal of a lesson.</extracomment>
        <translation>ヒントを見る</translation>
    </message>
    <message id="lesson.start">
        <source>Start</source>
        <extracomment>Button on the first page of a lesson.</extracomment>
        <translation>始める</translation>
    </message>
    <message id="lesson.next">
        <source>Next</source>
        <extracomment>Button: to the page after.</extracomment>
        <translation>次へ</translation>
    </message>
    <message id="lesson.back">
        <source>Back</source>
        <extracomment>Button: to the page before.</extracomment>
        <translation>戻る</translation>
    </message>
    <message id="lesson.pane">
        <source>Lesson</source>
        <extracomment>Heading of the lesson&apos;s part of the window.</extracomment>
        <translation>レッスン</translation>
    </message>
    <message id="terminal.title">
        <source>Terminal</source>
        <extracomment>Heading of the part of the window where commands are typed.</extracomment>
        <translation>ターミナル</translation>
    </message>
    <message id="events.title">
        <source>Events (%1)</source>
        <extracomment>Heading of the list of the cluster&apos;s Events. %1: their number.</extracomment>
        <translation>イベント(%1)</translation>
    </message>
    <message id="terminal.stop">
        <source>Stop (Ctrl+C)</source>
        <extracomment>Button of the terminal while a command runs.</extracomment>
        <translation>中断(Ctrl+C)</translation>
    </message>
    <message id="terminal.copy">
        <source>Copy the selection (Ctrl+Shift+C)</source>
        <extracomment>Button of the terminal.</extracomment>
        <translation>選択範囲をコピー(Ctrl+Shift+C)</translation>
    </message>
    <message id="terminal.clear">
        <source>Clear (Ctrl+L)</source>
        <extracomment>Button of the terminal.</extracomment>
        <translation>消去(Ctrl+L)</translation>
    </message>
    <message id="settings.theme">
        <source>Theme</source>
        <extracomment>Heading of the choice between light and dark.</extracomment>
        <translation>配色</translation>
    </message>
    <message id="settings.theme.light">
        <source>Light</source>
        <extracomment>Choice of theme.</extracomment>
        <translation>ライト</translation>
    </message>
    <message id="settings.theme.dark">
        <source>Dark</source>
        <extracomment>Choice of theme.</extracomment>
        <translation>ダーク</translation>
    </message>
    <message id="settings.theme.system">
        <source>System</source>
        <extracomment>Choice of theme: as the desktop has it.</extracomment>
        <translation>システム</translation>
    </message>
    <message id="settings.text-size">
        <source>Text size</source>
        <extracomment>Heading of the choice of text size.</extracomment>
        <translation>文字の大きさ</translation>
    </message>
    <message id="settings.smaller">
        <source>Smaller text (Ctrl+−)</source>
        <extracomment>Button.</extracomment>
        <translation>文字を小さく(Ctrl+−)</translation>
    </message>
    <message id="settings.normal-size">
        <source>Normal text size (Ctrl+0)</source>
        <extracomment>Button.</extracomment>
        <translation>標準の大きさに戻す(Ctrl+0)</translation>
    </message>
    <message id="settings.larger">
        <source>Larger text (Ctrl++)</source>
        <extracomment>Button.</extracomment>
        <translation>文字を大きく(Ctrl++)</translation>
    </message>
    <message id="settings.reduce-motion">
        <source>Reduce motion</source>
        <extracomment>Switch: no animations.</extracomment>
        <translation>動きを減らす</translation>
    </message>
    <message id="problem.dismiss">
        <source>Dismiss</source>
        <extracomment>Button: takes a message away.</extracomment>
        <translation>閉じる</translation>
    </message>
    <message id="time.name">
        <source>Speed of the cluster&apos;s time</source>
        <extracomment>Name of the clock and speed control, for screen readers.</extracomment>
        <translation>クラスターの時間の速さ</translation>
    </message>
    <message id="time.pause">
        <source>Pause</source>
        <extracomment>Button: stops the cluster&apos;s time.</extracomment>
        <translation>一時停止</translation>
    </message>
    <message id="time.normal">
        <source>Real speed</source>
        <extracomment>Button: the cluster&apos;s time runs like the clock on the wall.</extracomment>
        <translation>実時間</translation>
    </message>
    <message id="time.fast">
        <source>Ten times as fast</source>
        <extracomment>Button: the cluster&apos;s time runs ten times as fast.</extracomment>
        <translation>10倍速</translation>
    </message>
    <message id="app.tagline">
        <source>Kubernetes, understood by doing</source>
        <extracomment>Beside the product&apos;s name.</extracomment>
        <translation>Kubernetesのしくみを、動かして学ぶ</translation>
    </message>
    <message id="settings.language">
        <source>Language</source>
        <extracomment>Name of the choice of language, for screen readers.</extracomment>
        <translation>言語</translation>
    </message>
    <message id="settings.looks">
        <source>Appearance</source>
        <extracomment>Button: opens the choices of theme and text size.</extracomment>
        <translation>表示の設定</translation>
    </message>
    <message id="series.description">
        <source>%1 Pods wanted, %2 ready</source>
        <extracomment>The replicas chart in one sentence, for screen readers. %1 and %2 are numbers of Pods.</extracomment>
        <translation>希望%1個、準備完了%2個</translation>
    </message>
    <message id="traffic.description.empty">
        <source>No requests yet</source>
        <extracomment>The distribution chart in one sentence, for screen readers, before the first request.</extracomment>
        <translation>まだリクエストがありません</translation>
    </message>
    <message id="traffic.description.pod" numerus="yes">
        <source>%1: %n request(s)</source>
        <extracomment>One Pod of the distribution chart, for screen readers. %1: name, %n: requests that it answered.</extracomment>
        <translation>
            <numerusform>%1: %n回</numerusform>
        </translation>
    </message>
    <message id="list.separator">
        <source>, </source>
        <extracomment>Joins the parts of a list that a screen reader reads.</extracomment>
        <translation>、</translation>
    </message>
    <message id="queue.empty">
        <source>Nothing waits</source>
        <extracomment>On the card of Pods that wait for a node, when there are none.</extracomment>
        <translation>待ちPodなし</translation>
    </message>
    <message id="queue.waiting" numerus="yes">
        <source>%n Pod(s) waiting</source>
        <extracomment>On the card of Pods that wait for a node.</extracomment>
        <translation>
            <numerusform>Pod %n個が待機中</numerusform>
        </translation>
    </message>
    <message id="node.summary" numerus="yes">
        <source>Node %1, %2, %n Pod(s)</source>
        <extracomment>For screen readers. %1 is the name of a node, %2 its status (&quot;Ready&quot;), %n the number of its Pods.</extracomment>
        <translation>
            <numerusform>ノード%1、%2、Pod %n個</numerusform>
        </translation>
    </message>
    <message id="pod.phase.pending">
        <source>Pending</source>
        <extracomment>State of a Pod: no node has been found for it yet. Drawn on a small chip: keep it short.</extracomment>
        <translation>待機中</translation>
    </message>
    <message id="pod.phase.starting">
        <source>Starting</source>
        <extracomment>State of a Pod: its container is being started, or is not ready yet. Short.</extracomment>
        <translation>起動中</translation>
    </message>
    <message id="pod.phase.running">
        <source>Running</source>
        <extracomment>State of a Pod: running and ready. Short.</extracomment>
        <translation>実行中</translation>
    </message>
    <message id="pod.phase.terminating">
        <source>Stopping</source>
        <extracomment>State of a Pod: asked to stop, within its grace period. Short.</extracomment>
        <translation>終了中</translation>
    </message>
    <message id="pod.phase.failed">
        <source>Failed</source>
        <extracomment>State of a Pod. Short.</extracomment>
        <translation>失敗</translation>
    </message>
    <message id="pod.phase.succeeded">
        <source>Finished</source>
        <extracomment>State of a Pod: its work is done. Short.</extracomment>
        <translation>完了</translation>
    </message>
    <message id="pod.phase.unknown">
        <source>Unknown</source>
        <extracomment>State of a Pod whose node does not report. Short.</extracomment>
        <translation>不明</translation>
    </message>
    <message id="deployment.summary">
        <source>Deployment %1: %2 of %3 Pods are ready</source>
        <extracomment>For screen readers. %1: name of a Deployment, %2: ready Pods, %3: wanted Pods.</extracomment>
        <translation>Deployment %1: %3個のうち%2個のPodが準備完了</translation>
    </message>
    <message id="service.summary" numerus="yes">
        <source>Service %1, %2, %n ready endpoint(s)</source>
        <extracomment>For screen readers. %1: name of a Service, %2: &quot;NodePort 30080&quot;, %n: number of Pods that can answer.</extracomment>
        <translation>
            <numerusform>Service %1、%2、準備完了のエンドポイント%n個</numerusform>
        </translation>
    </message>
    <message id="code.commands">
        <source>Commands</source>
        <extracomment>Header of a code block with commands to run in the terminal.</extracomment>
        <translation>コマンド</translation>
    </message>
    <message id="code.output">
        <source>Example output</source>
        <extracomment>Header of a code block that shows what a command prints.</extracomment>
        <translation>出力の例</translation>
    </message>
    <message id="code.text">
        <source>Text</source>
        <extracomment>Header of a code block without a language.</extracomment>
        <translation>テキスト</translation>
    </message>
    <message id="callout.tip">
        <source>Tip</source>
        <extracomment>Heading of a box in a lesson: a better way to work.</extracomment>
        <translation>ヒント</translation>
    </message>
    <message id="callout.warning">
        <source>Careful</source>
        <extracomment>Heading of a box in a lesson: what may go wrong.</extracomment>
        <translation>注意</translation>
    </message>
    <message id="callout.why">
        <source>Why?</source>
        <extracomment>Heading of a box in a lesson: the explanation after the action.</extracomment>
        <translation>なぜ？</translation>
    </message>
    <message id="callout.predict">
        <source>What do you expect?</source>
        <extracomment>Heading of a box in a lesson: a question before the action.</extracomment>
        <translation>予想してみよう</translation>
    </message>
    <message id="callout.note">
        <source>Note</source>
        <extracomment>Heading of a box in a lesson: worth knowing, but not needed.</extracomment>
        <translation>メモ</translation>
    </message>
    <message id="predict.right">
        <source>You expected: %1. That is what happened.</source>
        <extracomment>%1 is the answer that the reader chose before trying it out.</extracomment>
        <translation>あなたの予想: %1。そのとおりになりました。</translation>
    </message>
    <message id="predict.wrong">
        <source>You expected: %1. It turned out otherwise.</source>
        <extracomment>%1 is the answer that the reader chose before trying it out.</extracomment>
        <translation>あなたの予想: %1。結果は違いました。</translation>
    </message>
    <message id="goal.done">
        <source>done</source>
        <extracomment>State of a lesson&apos;s goal, for screen readers.</extracomment>
        <translation>達成</translation>
    </message>
    <message id="goal.waiting">
        <source>under way</source>
        <extracomment>State of a lesson&apos;s goal, for screen readers: it is on its way, time must pass.</extracomment>
        <translation>進行中</translation>
    </message>
    <message id="goal.unmet">
        <source>not done yet</source>
        <extracomment>State of a lesson&apos;s goal, for screen readers.</extracomment>
        <translation>未達成</translation>
    </message>
    <message id="lesson.position">
        <source>Step %1 of %2</source>
        <extracomment>Where the reader is in a lesson.</extracomment>
        <translation>ステップ %1 / %2</translation>
    </message>
    <message id="lesson.minutes" numerus="yes">
        <source>About %n minute(s)</source>
        <extracomment>Above the first page of a lesson. %n: minutes that the lesson takes.</extracomment>
        <translation>
            <numerusform>約%n分</numerusform>
        </translation>
    </message>
    <message id="lesson.summary">
        <source>Summary</source>
        <extracomment>Above the last page of a lesson.</extracomment>
        <translation>まとめ</translation>
    </message>
    <message id="time.description">
        <source>Time in the cluster since it started: %1</source>
        <extracomment>Tool tip of the clock. %1 is a time like 02:05.</extracomment>
        <translation>クラスターが起動してからの時間: %1</translation>
    </message>
    <message id="traffic.empty">
        <source>Send requests with curl to see which Pods answer</source>
        <extracomment>In place of the distribution chart before the first request.</extracomment>
        <translation>curlでリクエストを送ると、応答したPodがここに表れます</translation>
    </message>
    <message id="terminal.welcome">
        <source>Type commands here, such as kubectl get pods, or press Run in the lesson. ↑ brings back earlier commands.</source>
        <extracomment>In the terminal before the first command.</extracomment>
        <translation>ここにkubectl get podsなどのコマンドを入力します。レッスンの「実行」ボタンでも入力できます。↑キーで前のコマンドを呼び出せます。</translation>
    </message>
    <message id="node.free">
        <source>Free: CPU %1 · %2</source>
        <extracomment>At the foot of a node card: what is left to ask for. %1: CPU (&quot;1500m&quot;), %2: memory (&quot;3.5Gi&quot;).</extracomment>
        <translation>空き: CPU %1 · %2</translation>
    </message>
    <message id="problem.cluster-not-up">
        <source>The cluster has not come up within five minutes of its time.</source>
        <extracomment>A notice at the top of the window. &quot;Its time&quot;: the cluster&apos;s own clock.</extracomment>
        <translation>クラスターの時間で5分待ちましたが、クラスターの起動が終わりませんでした。</translation>
    </message>
    <message id="problem.object-refused">
        <source>The lesson could not be set up completely: %1</source>
        <extracomment>A notice at the top of the window. %1: which object of a lesson, and why, in English.</extracomment>
        <translation>レッスンの準備が途中で失敗しました: %1</translation>
    </message>
    <message id="problem.steps-not-played">
        <source>The steps before this one could not be replayed: the cluster may look different from what this step expects.</source>
        <extracomment>A notice at the top of the window, after a lesson was opened at a later step.</extracomment>
        <translation>前のステップの操作を再現できませんでした。クラスターの状態が、このステップの想定と違うことがあります。</translation>
    </message>
    <message id="queue.no-cpu">
        <source>Not enough CPU</source>
        <extracomment>On the card of Pods that wait for a node: no node has enough left of the CPU that they ask for.</extracomment>
        <translation>CPUが足りません</translation>
    </message>
    <message id="queue.no-memory">
        <source>Not enough memory</source>
        <extracomment>On the card of Pods that wait for a node: no node has enough left of the memory that they ask for.</extracomment>
        <translation>メモリーが足りません</translation>
    </message>
    <message id="queue.full">
        <source>Nodes are full</source>
        <extracomment>On the card of Pods that wait for a node: every node runs as many Pods as it may.</extracomment>
        <translation>ノードが満杯です</translation>
    </message>
    <message id="progress.damaged.stuck">
        <source>The record of your progress, %1, cannot be read (%2). It stays where it is, and nothing is saved until it is moved away.</source>
        <extracomment>A notice at the top of the window. %1: a file, %2: why, technical, in English.</extracomment>
        <translation>学習の記録%1を読み込めません(%2)。このファイルをほかの場所に移すまで、学習の記録は保存されません。</translation>
    </message>
    <message id="progress.damaged.restored">
        <source>The record of your progress, %1, cannot be read (%3). It was renamed to %2, and the copy before it is in use: the last step may be missing.</source>
        <extracomment>A notice at the top of the window. %1: a file, %2: its new name, %3: why, technical, in English.</extracomment>
        <translation>学習の記録%1を読み込めませんでした(%3)。このファイルは%2という名前で残し、1つ前の記録を使います。最後のステップが記録されていないことがあります。</translation>
    </message>
    <message id="progress.damaged.anew">
        <source>The record of your progress, %1, cannot be read (%3). It was renamed to %2, and a new one begins.</source>
        <extracomment>A notice at the top of the window. %1: a file, %2: its new name, %3: why, technical, in English.</extracomment>
        <translation>学習の記録%1を読み込めませんでした(%3)。このファイルは%2という名前で残し、新しく記録を始めます。</translation>
    </message>
    <message id="progress.not-saved">
        <source>Your progress cannot be saved in %1 (%2).</source>
        <extracomment>A notice at the top of the window. %1: a file, %2: why, technical, in English.</extracomment>
        <translation>学習の記録を%1に保存できません(%2)。</translation>
    </message>
    <message id="terminal.held">
        <source>Time is paused, so the command waits. It goes on when time runs again.</source>
        <extracomment>Under the terminal while a command waits because the learner has paused the cluster&apos;s time.</extracomment>
        <translation>時間が止まっているため、コマンドは途中で待っています。時間を動かすと、続きが実行されます。</translation>
    </message>
    <message id="terminal.resume">
        <source>Resume time (Ctrl+P)</source>
        <extracomment>Button under the terminal: ends the pause.</extracomment>
        <translation>時間を動かす(Ctrl+P)</translation>
    </message>
    <message id="node.cordoned">
        <source>Cordoned</source>
        <extracomment>On a node card, short: no new Pods are placed there (&quot;kubectl cordon&quot;).</extracomment>
        <translation>割り当て停止</translation>
    </message>
    <message id="served.button">
        <source>Use your own kubectl</source>
        <extracomment>Button in the top bar, while the cluster is published for a kubectl outside the window.</extracomment>
        <translation>手元のkubectlで操作する</translation>
    </message>
    <message id="served.explanation">
        <source>This cluster is served on %1, for this machine only. In a shell of your own, type:</source>
        <extracomment>%1 is an address like http://127.0.0.1:8001.</extracomment>
        <translation>このクラスターを%1で公開しています。接続できるのは、このマシンの中からだけです。お使いのシェルで次のように入力してください。</translation>
    </message>
    <message id="served.copy">
        <source>Copy the command</source>
        <extracomment>Button: copies the command shown above it.</extracomment>
        <translation>コマンドをコピー</translation>
    </message>
    <message id="problem.not-served">
        <source>The cluster could not be served to kubectl: %1</source>
        <extracomment>A notice at the top of the window. %1: why, in English.</extracomment>
        <translation>クラスターをkubectlに公開できませんでした: %1</translation>
    </message>
    <message id="program.reason.missing">
        <source>there is no such file or folder</source>
        <extracomment>Why a file cannot be read or written.</extracomment>
        <translation>ファイルまたはフォルダーがありません</translation>
    </message>
    <message id="program.reason.folder">
        <source>it is a folder</source>
        <extracomment>Why a file cannot be read or written.</extracomment>
        <translation>フォルダーです</translation>
    </message>
    <message id="program.reason.permission">
        <source>you may not</source>
        <extracomment>Why a file cannot be read or written.</extracomment>
        <translation>権限がありません</translation>
    </message>
    <message id="program.file.unreadable">
        <source>cannot read %1: %2</source>
        <extracomment>%1: a file. %2: why.</extracomment>
        <translation>%1を読み込めません: %2</translation>
    </message>
    <message id="program.option.unknown">
        <source>unknown option %1</source>
        <extracomment>%1: an option, &quot;--nonsense&quot;.</extracomment>
        <translation>%1というオプションはありません</translation>
    </message>
    <message id="program.option.no-value">
        <source>%1 takes no value</source>
        <extracomment>%1: an option, &quot;--help&quot;.</extracomment>
        <translation>%1に値は指定できません</translation>
    </message>
    <message id="program.option.value-missing">
        <source>%1 needs a value</source>
        <extracomment>%1: an option, &quot;--seed&quot;.</extracomment>
        <translation>%1には値が必要です</translation>
    </message>
    <message id="program.option.number">
        <source>%1 wants a whole number from %2 to %3, not &quot;%4&quot;</source>
        <extracomment>%1: an option, &quot;--seed&quot;. %2, %3: the smallest and the largest number. %4: what was given.</extracomment>
        <translation>%1には%2から%3までの整数を指定してください(「%4」は使えません)</translation>
    </message>
    <message id="program.argument-unexpected">
        <source>unexpected argument &quot;%1&quot;</source>
        <extracomment>%1: a word of the command line that stands there for nothing.</extracomment>
        <translation>「%1」は余分な引数です</translation>
    </message>
    <message id="program.command.missing">
        <source>a command is missing</source>
        <extracomment>A program was called without saying what it shall do.</extracomment>
        <translation>コマンドが指定されていません</translation>
    </message>
    <message id="program.command.unknown">
        <source>unknown command &quot;%1&quot;</source>
        <extracomment>%1: what was taken for the name of a command.</extracomment>
        <translation>「%1」というコマンドはありません</translation>
    </message>
    <message id="program.option.speed">
        <source>--speed wants a number from 0 to %1, or max, not &quot;%2&quot;</source>
        <extracomment>%1: the largest number. %2: what was given. &quot;max&quot; is typed as it stands.</extracomment>
        <translation>--speedには0から%1までの数、またはmaxを指定してください(「%2」は使えません)</translation>
    </message>
    <message id="program.file.unwritable">
        <source>cannot write %1: %2</source>
        <extracomment>%1: a file. %2: why.</extracomment>
        <translation>%1に書き込めません: %2</translation>
    </message>
    <message id="lessons.unknown">
        <source>unknown lesson &quot;%1&quot;; there are: %2</source>
        <extracomment>%1: what was asked for. %2: the lessons that there are.</extracomment>
        <translation>「%1」というレッスンはありません。次のレッスンがあります: %2</translation>
    </message>
    <message id="lessons.none">
        <source>there is no lesson in %1</source>
        <extracomment>%1: a folder.</extracomment>
        <translation>%1にレッスンがありません</translation>
    </message>
    <message id="program.see-help">
        <source>%1; see %2 --help</source>
        <extracomment>%1: what is wrong, a sentence without a full stop. %2: the program, &quot;minato-sim run&quot;.</extracomment>
        <translation>%1。使い方は「%2 --help」で確認できます</translation>
    </message>
    <message id="program.option.size">
        <source>--size wants WIDTHxHEIGHT from %1 to %2, not &quot;%3&quot;</source>
        <extracomment>%1, %2: the smallest and the largest size, &quot;640x480&quot;. %3: what was given.</extracomment>
        <translation>--sizeには%1から%2までの大きさを、幅x高さの形で指定してください(「%3」は使えません)</translation>
    </message>
    <message id="program.option.one-of">
        <source>%1 wants one of %2, not &quot;%3&quot;</source>
        <extracomment>%1: an option, &quot;--theme&quot;. %2: the texts that it takes. %3: what was given.</extracomment>
        <translation>%1には%2のいずれかを指定してください(「%3」は使えません)</translation>
    </message>
    <message id="lab.serve-and-screenshot">
        <source>--serve and --screenshot cannot be used together: a picture is taken of a cluster that runs by itself</source>
        <translation>--serveと--screenshotは同時に使えません。画像は、単独で動くクラスターについて作成します</translation>
    </message>
    <message id="lab.serve-without-tls">
        <source>%1 can be reached from other machines, so it is served with --tls only</source>
        <extracomment>%1: an IP address, &quot;0.0.0.0&quot;.</extracomment>
        <translation>%1はほかのマシンからも接続できるアドレスなので、--tlsを付けたときだけ公開できます</translation>
    </message>
    <message id="lab.tls-without-serve">
        <source>--tls is for --serve, which is not given</source>
        <translation>--tlsは--serveと一緒に指定します。--serveが指定されていません</translation>
    </message>
    <message id="sim.nodes-and-topology">
        <source>--nodes and --topology cannot be used together</source>
        <translation>--nodesと--topologyは同時に使えません</translation>
    </message>
    <message id="sim.tls-without-kubeconfig">
        <source>--tls needs --kubeconfig FILE: certificate and token are told there</source>
        <translation>--tlsには--kubeconfig FILEが必要です。証明書とトークンはそのファイルで渡します</translation>
    </message>
    <message id="sim.bench.missing">
        <source>bench wants one or more of %1</source>
        <extracomment>&quot;bench&quot; is a command of minato-sim. %1: the names that there are.</extracomment>
        <translation>benchには、次のうち1つ以上を指定してください: %1</translation>
    </message>
    <message id="sim.bench.unknown">
        <source>unknown bench &quot;%1&quot;; there are: %2</source>
        <extracomment>%1: what was asked for. %2: the names that there are.</extracomment>
        <translation>「%1」というベンチマークはありません。次のものがあります: %2</translation>
    </message>
    <message id="sim.run.waits-forever">
        <source>the script waits for something that never comes</source>
        <extracomment>A script of commands cannot end: it waits, and nothing in the simulation is left to happen.</extracomment>
        <translation>スクリプトが待っていることは、もう起こりません</translation>
    </message>
    <message id="sim.run.script">
        <source>run wants one script, or - for standard input</source>
        <extracomment>&quot;run&quot; is a command of minato-sim, &quot;-&quot; is typed as it stands.</extracomment>
        <translation>runには、スクリプトを1つ、または標準入力を表す-を指定してください</translation>
    </message>
    <message id="sim.run.held">
        <source>--speed 0 would play nothing; it is for serve</source>
        <extracomment>&quot;serve&quot; is another command of minato-sim.</extracomment>
        <translation>--speed 0では何も進みません。0を使えるのはserveだけです</translation>
    </message>
    <message id="sim.unsettled">
        <source>the starting state has not settled; going on</source>
        <translation>開始時の状態が整わないまま続けます</translation>
    </message>
    <message id="lessons.solved">
        <source>%1: solved (steps: %2, commands: %3, checks: %4, each unmet before and met after; cluster time: %5)</source>
        <extracomment>%1: a lesson. %2 to %4: numbers. %5: a duration, &quot;2m12s&quot;.</extracomment>
        <translation>%1: 解けました(ステップ: %2、コマンド: %3、チェック: %4、どれも実行前は未達成で、実行後に達成。クラスターの時間: %5)</translation>
    </message>
    <message id="lab.picture">
        <source>cannot write the picture %1: %2</source>
        <extracomment>%1: a file. %2: why, in Qt&apos;s words.</extracomment>
        <translation>画像%1を書き込めません: %2</translation>
    </message>
    <message id="lab.folder">
        <source>cannot make the folder %1</source>
        <extracomment>%1: a folder.</extracomment>
        <translation>フォルダー%1を作成できません</translation>
    </message>
    <message id="lab.picture-format">
        <source>cannot write the picture %1: its name must end like a picture&apos;s, such as .png</source>
        <extracomment>%1: a file whose name does not end in &quot;.png&quot; or the like.</extracomment>
        <translation>画像%1を書き込めません。名前の最後を.pngのような画像の拡張子にしてください</translation>
    </message>
    <message id="lab.step-unknown">
        <source>lesson %1 has no step &quot;%2&quot;; there are: %3</source>
        <extracomment>%1: a lesson. %2: what was asked for. %3: the steps that it has.</extracomment>
        <translation>レッスン%1に「%2」というステップはありません。次のステップがあります: %3</translation>
    </message>
    <message id="lab.no-window">
        <source>the window could not be made</source>
        <translation>ウィンドウを作成できませんでした</translation>
    </message>
    <message id="lab.run-endless">
        <source>the commands of --run have not ended after an hour of the cluster&apos;s time</source>
        <extracomment>--run is an option, typed as it stands.</extracomment>
        <translation>--runのコマンドが、クラスターの時間で1時間たっても終わりません</translation>
    </message>
    <message id="lab.no-display">
        <source>no window can be opened here; QT_QPA_PLATFORM=offscreen with --screenshot takes pictures without a display</source>
        <extracomment>QT_QPA_PLATFORM=offscreen and --screenshot are typed as they stand.</extracomment>
        <translation>ここではウィンドウを開けません。QT_QPA_PLATFORM=offscreenと--screenshotを指定すると、画面がなくても画像を作成できます</translation>
    </message>
    <message id="differences.title">
        <source>How this cluster differs from a real one</source>
        <extracomment>Heading of the list of what the simulated cluster does otherwise than a real one.</extracomment>
        <translation>本物のクラスターとの違い</translation>
    </message>
    <message id="differences.close">
        <source>Close</source>
        <extracomment>Button.</extracomment>
        <translation>閉じる</translation>
    </message>
    <message id="differences.intro">
        <source>The simulated cluster answers like Kubernetes 1.34. What it leaves out or does in its own way is listed here, as its source says it.</source>
        <extracomment>Below the heading. &quot;it&quot; is the simulated cluster.</extracomment>
        <translation>この模擬クラスターはKubernetes 1.34と同じように応答します。省いたことや独自のやり方をしていることを、ソースコードに書かれているとおりに並べました。</translation>
    </message>
    <message id="differences.open">
        <source>How this cluster differs from a real one (F1)</source>
        <extracomment>Button: opens the list of what the simulated cluster does otherwise than a real one.</extracomment>
        <translation>本物のクラスターとの違い（F1）</translation>
    </message>
    <message id="split.left">
        <source>Width of the left dock</source>
        <extracomment>A border that can be moved, for screen readers.</extracomment>
        <translation>左のドックの幅</translation>
    </message>
    <message id="split.right">
        <source>Width of the right dock</source>
        <extracomment>A border that can be moved, for screen readers.</extracomment>
        <translation>右のドックの幅</translation>
    </message>
    <message id="split.lower">
        <source>Height of the lower right dock</source>
        <extracomment>A border that can be moved, for screen readers.</extracomment>
        <translation>右下のドックの高さ</translation>
    </message>
    <message id="split.bottom">
        <source>Height of the bottom dock</source>
        <extracomment>A border that can be moved, for screen readers.</extracomment>
        <translation>下のドックの高さ</translation>
    </message>
    <message id="layout.hidden">
        <source>%1 is hidden</source>
        <extracomment>For screen readers. %1: a pane of the window, &quot;Lesson&quot;.</extracomment>
        <translation>「%1」を隠しました</translation>
    </message>
    <message id="layout.moved">
        <source>%1 is now in the dock: %2</source>
        <extracomment>For screen readers. %1: a pane of the window, &quot;Lesson&quot;. %2: where it is now, &quot;left&quot;.</extracomment>
        <translation>「%1」を移しました。移動先: %2</translation>
    </message>
    <message id="layout.preset-used">
        <source>Layout: %1</source>
        <extracomment>For screen readers. %1: an arrangement of the window&apos;s panes, &quot;Traffic&quot;.</extracomment>
        <translation>配置: %1</translation>
    </message>
    <message id="dock.left">
        <source>Left</source>
        <extracomment>A place in the window.</extracomment>
        <translation>左</translation>
    </message>
    <message id="dock.centre">
        <source>Centre</source>
        <extracomment>A place in the window.</extracomment>
        <translation>中央</translation>
    </message>
    <message id="dock.right">
        <source>Right</source>
        <extracomment>A place in the window.</extracomment>
        <translation>右</translation>
    </message>
    <message id="dock.lower">
        <source>Lower right</source>
        <extracomment>A place in the window.</extracomment>
        <translation>右下</translation>
    </message>
    <message id="dock.bottom">
        <source>Bottom</source>
        <extracomment>A place in the window.</extracomment>
        <translation>下</translation>
    </message>
    <message id="pane.lesson">
        <source>Lesson</source>
        <extracomment>A pane of the window.</extracomment>
        <translation>レッスン</translation>
    </message>
    <message id="pane.cluster">
        <source>Cluster</source>
        <extracomment>A pane of the window: the picture of the cluster.</extracomment>
        <translation>クラスター</translation>
    </message>
    <message id="pane.charts">
        <source>Charts</source>
        <extracomment>A pane of the window: how requests spread, and the replicas over time.</extracomment>
        <translation>グラフ</translation>
    </message>
    <message id="pane.traffic">
        <source>Traffic</source>
        <extracomment>A pane of the window: how requests spread over the Pods.</extracomment>
        <translation>リクエスト</translation>
    </message>
    <message id="pane.replicas">
        <source>Replicas</source>
        <extracomment>A pane of the window: how many Pods there were over time.</extracomment>
        <translation>レプリカ数</translation>
    </message>
    <message id="pane.inspector">
        <source>Inspector</source>
        <extracomment>A pane of the window: everything about the object that is selected.</extracomment>
        <translation>詳細</translation>
    </message>
    <message id="pane.editor">
        <source>Editor</source>
        <extracomment>A pane of the window: where an object&apos;s YAML is edited.</extracomment>
        <translation>エディター</translation>
    </message>
    <message id="pane.story">
        <source>What happened</source>
        <extracomment>A pane of the window: what followed from a command, told in order.</extracomment>
        <translation>できごと</translation>
    </message>
    <message id="pane.terminal">
        <source>Terminal</source>
        <extracomment>A pane of the window.</extracomment>
        <translation>ターミナル</translation>
    </message>
    <message id="pane.events">
        <source>Events</source>
        <extracomment>A pane of the window: the cluster&apos;s Events.</extracomment>
        <translation>イベント</translation>
    </message>
    <message id="preset.lesson">
        <source>Lesson</source>
        <extracomment>An arrangement of the window&apos;s panes, for working through a lesson.</extracomment>
        <translation>レッスン</translation>
    </message>
    <message id="preset.cluster">
        <source>Cluster</source>
        <extracomment>An arrangement of the window&apos;s panes, for looking at the cluster.</extracomment>
        <translation>クラスター</translation>
    </message>
    <message id="preset.traffic">
        <source>Traffic</source>
        <extracomment>An arrangement of the window&apos;s panes, for looking at how requests spread.</extracomment>
        <translation>リクエスト</translation>
    </message>
    <message id="preset.presenter">
        <source>Presenter</source>
        <extracomment>An arrangement of the window&apos;s panes, for showing the cluster to others.</extracomment>
        <translation>発表</translation>
    </message>
    <message id="dock.menu">
        <source>Move or hide: %1</source>
        <extracomment>Button in the header of a pane. %1: the pane, &quot;Cluster&quot;.</extracomment>
        <translation>移動・非表示: %1</translation>
    </message>
    <message id="dock.move">
        <source>Move to: %1</source>
        <extracomment>In a pane&apos;s menu. %1: a place in the window, &quot;Left&quot;.</extracomment>
        <translation>移動先: %1</translation>
    </message>
    <message id="dock.show">
        <source>Show: %1</source>
        <extracomment>In a pane&apos;s menu. %1: another pane, which is hidden: &quot;Cluster&quot;.</extracomment>
        <translation>表示: %1</translation>
    </message>
    <message id="dock.hide">
        <source>Hide this pane</source>
        <extracomment>In a pane&apos;s menu.</extracomment>
        <translation>このペインを隠す</translation>
    </message>
    <message id="dock.tabs">
        <source>Panes</source>
        <extracomment>Name of a row of tabs, for screen readers.</extracomment>
        <translation>ペイン</translation>
    </message>
    <message id="dock.tab">
        <source>%1 (%2)</source>
        <extracomment>On a tab of the window: a pane&apos;s name and how much there is in it, &quot;Events (12)&quot;.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
</TS>
