// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/sentences.h"

#include <array>

namespace minato::remote {
namespace {

using Kind = Trouble::Kind;

/// In the order of the kinds; a test holds them to it, and both languages to the same values.
constexpr std::array kPatterns{
    SentencePattern{Kind::FileMissing, //
                    "There is no kubeconfig {file}.", "kubeconfig {file}がありません。"},
    SentencePattern{Kind::FileUnreadable, //
                    "The kubeconfig cannot be read: {detail}.", "kubeconfigを読み込めません({detail})。"},
    SentencePattern{Kind::NotYaml, //
                    "The kubeconfig is no YAML: {detail}.",
                    "kubeconfigがYAMLとして正しくありません({detail})。"},
    SentencePattern{
        Kind::NotAMap, //
        "A kubeconfig has fields such as clusters, contexts and users; this file has none.",
        "kubeconfigにはclusters、contexts、usersなどのフィールドが必要ですが、このファイルにはありません。"},
    SentencePattern{Kind::WrongKind, //
                    "This is no kubeconfig (v1 Config), but {detail}.",
                    "このファイルはkubeconfig(v1 Config)ではなく、{detail}です。"},
    SentencePattern{
        Kind::NotAString, //
        "The field {field} must be a text; what reads like a number or like yes and no needs quotes.",
        "フィールド{field}は文字列でなければなりません。数値やyes/noとして読まれる値は引用符で囲みます。"},
    SentencePattern{Kind::WrongType, //
                    "The field {field} must be of type {detail}.",
                    "フィールド{field}の型は{detail}でなければなりません。"},
    SentencePattern{Kind::DuplicateName, //
                    "The file has the {entry} twice.", "ファイルに{entry}が2回書かれています。"},
    SentencePattern{Kind::NotBase64, //
                    "The field {field} of the {entry} is no base64.",
                    "{entry}のフィールド{field}がBase64として正しくありません。"},

    SentencePattern{Kind::NothingConfigured, //
                    "There is no kubeconfig with a cluster, neither in KUBECONFIG nor in ~/.kube/config.",
                    "KUBECONFIGにも~/.kube/configにも、クラスターを書いたkubeconfigがありません。"},
    SentencePattern{
        Kind::NoCurrentContext, //
        "The kubeconfig has no current-context. Choose one of these contexts: {detail}.",
        "kubeconfigにcurrent-contextがありません。次のコンテキストから選んでください: {detail}。"},
    SentencePattern{Kind::UnknownContext, //
                    "There is no {entry}. The kubeconfig has these contexts: {detail}.",
                    "{entry}がありません。kubeconfigにあるコンテキスト: {detail}。"},
    SentencePattern{Kind::ContextLacksField, //
                    "The {entry} names no {field}.", "{entry}に{field}がありません。"},
    SentencePattern{Kind::UnknownCluster, //
                    "The {entry} is for the cluster \"{detail}\", which the kubeconfig does not have.",
                    "{entry}が指すクラスター「{detail}」がkubeconfigにありません。"},
    SentencePattern{Kind::UnknownUser, //
                    "The {entry} is for the user \"{detail}\", whom the kubeconfig does not have.",
                    "{entry}が指すユーザー「{detail}」がkubeconfigにありません。"},

    SentencePattern{Kind::ClusterLacksServer, //
                    "The {entry} has no server.", "{entry}にserverがありません。"},
    SentencePattern{Kind::ServerNotUrl, //
                    "The server of the {entry} is no address: \"{detail}\".",
                    "{entry}のserverがアドレスとして正しくありません(「{detail}」)。"},
    SentencePattern{
        Kind::ProxyNotUrl, //
        "The proxy-url of the {entry} must begin with http://, https:// or socks5://: \"{detail}\".",
        "{entry}のproxy-urlはhttp://、https://、socks5://のいずれかで始まる必要があります(「{detail}」)。"},
    SentencePattern{Kind::FileAndData, //
                    "The {entry} has both {field} and {field}-data; one of them must go.",
                    "{entry}に{field}と{field}-dataの両方があります。どちらか一方にしてください。"},
    SentencePattern{Kind::PathUnreadable, //
                    "The {field} of the {entry} cannot be read: {detail}.",
                    "{entry}の{field}を読み込めません({detail})。"},
    SentencePattern{
        Kind::AuthorityAndInsecure, //
        "The {entry} has a certificate-authority and insecure-skip-tls-verify, which exclude each other.",
        "{entry}にcertificate-authorityとinsecure-skip-tls-verifyの両方がありますが、同時には使えません。"},
    SentencePattern{Kind::NoCertificateInside, //
                    "The {field} of the {entry} holds no certificate in PEM form.",
                    "{entry}の{field}にPEM形式の証明書がありません。"},

    SentencePattern{
        Kind::TwoMethods, //
        "The {entry} has both a token and a user name or password; only one is allowed.",
        "{entry}にトークンとユーザー名またはパスワードの両方があります。どちらか一方にしてください。"},
    SentencePattern{Kind::CertificateLacksKey, //
                    "The {entry} has a client-certificate, but no client-key.",
                    "{entry}にclient-certificateはありますが、client-keyがありません。"},
    SentencePattern{Kind::KeyUnknown, //
                    "Minato cannot use the {field} of the {entry} ({detail}); it reads RSA and EC keys.",
                    "{entry}の{field}({detail})は、Minatoでは使えません。使えるのはRSAとECの鍵です。"},
    SentencePattern{
        Kind::KeyEncrypted, //
        "The {field} of the {entry} is locked with a passphrase, which a kubeconfig cannot give.",
        "{entry}の{field}はパスフレーズで保護されていますが、kubeconfigにはパスフレーズを書けません。"},
    SentencePattern{Kind::KeyOfAnother, //
                    "The client-key of the {entry} does not belong to its client-certificate.",
                    "{entry}のclient-keyが、client-certificateと対になっていません。"},
    SentencePattern{
        Kind::UnsupportedProvider, //
        "The {entry} uses the auth-provider {detail}, which is no longer supported; use exec instead.",
        "{entry}のauth-provider({detail})はサポートされなくなりました。代わりにexecを使います。"},
    SentencePattern{Kind::ImpersonatesNobody, //
                    "The {entry} has {field}, but no \"as\".",
                    "{entry}に{field}はありますが、asがありません。"},
    SentencePattern{Kind::ImpersonatesMany, //
                    "The {entry} has several values for {field}; Minato can send one only.",
                    "{entry}の{field}に複数の値がありますが、Minatoが送れる値は1つだけです。"},

    SentencePattern{Kind::ProgramLacksField, //
                    "The exec of the {entry} has no {field}.", "{entry}のexecに{field}がありません。"},
    SentencePattern{
        Kind::ProgramUnknownVersion, //
        "The exec of the {entry} has the apiVersion \"{detail}\"; Minato knows "
        "client.authentication.k8s.io/v1 and v1beta1.",
        "{entry}のexecのapiVersionが「{detail}」です。Minatoが対応しているのはclient.authentication.k8s.io/"
        "v1とv1beta1です。"},
    SentencePattern{
        Kind::ProgramUnknownMode, //
        "The exec of the {entry} has the interactiveMode \"{detail}\"; Never, IfAvailable and Always exist.",
        "{entry}のexecのinteractiveModeが「{detail}」です。使える値はNever、IfAvailable、Alwaysです。"},
    SentencePattern{
        Kind::ProgramWantsTerminal, //
        "The program {detail} of the {entry} wants to ask questions in a terminal; run kubectl in a terminal "
        "first, or use another way to log in.",
        "{entry}のプログラム{detail}は端末での対話を必要とします。先に端末でkubectlを実行するか、別の方法で"
        "ログインしてください。"},
    SentencePattern{Kind::ProgramMissing, //
                    "The program that gives the {entry} credentials cannot be started: {detail}.",
                    "{entry}の資格情報を取得するプログラムを起動できません({detail})。"},
    SentencePattern{Kind::ProgramFailed, //
                    "The program that gives the {entry} credentials failed: {detail}.",
                    "{entry}の資格情報を取得するプログラムが失敗しました({detail})。"},
    SentencePattern{Kind::ProgramTooSlow, //
                    "The program {detail} gave the {entry} no credentials within a minute.",
                    "プログラム{detail}が、1分以内に{entry}の資格情報を返しませんでした。"},
    SentencePattern{
        Kind::ProgramAnswerNoJson, //
        "The program that gives the {entry} credentials printed no ExecCredential in JSON.",
        "{entry}の資格情報を取得するプログラムの出力が、JSON形式のExecCredentialではありません。"},
    SentencePattern{
        Kind::ProgramAnswerVersion, //
        "The program that gives the {entry} credentials speaks another version: {detail}.",
        "{entry}の資格情報を取得するプログラムのバージョンが、kubeconfigと異なります({detail})。"},
    SentencePattern{
        Kind::ProgramAnswerEmpty, //
        "The program that gives the {entry} credentials gave neither a token nor a certificate with its key.",
        "{entry}の資格情報を取得するプログラムが、トークンも証明書と鍵も返しませんでした。"},
    SentencePattern{
        Kind::ProgramAnswerHalf, //
        "The program that gives the {entry} credentials gave a certificate or a key, but not both.",
        "{entry}の資格情報を取得するプログラムが、証明書と鍵の一方しか返しませんでした。"},

    SentencePattern{Kind::Unreachable, //
                    "The {entry} cannot be reached at {detail}: {field}.",
                    "{entry}の{detail}に接続できません({field})。"},
    SentencePattern{Kind::HostUnknown, //
                    "The address {detail} of the {entry} is not known to this computer's network.",
                    "{entry}のアドレス{detail}の名前を解決できません。"},
    SentencePattern{Kind::ProxyFailed, //
                    "The proxy on the way to {detail} of the {entry} does not work: {field}.",
                    "{entry}の{detail}への接続に使うプロキシでエラーが発生しました({field})。"},
    SentencePattern{Kind::TimedOut, //
                    "The {entry} at {detail} does not answer in time.",
                    "{entry}の{detail}からの応答が時間内に届きません。"},
    SentencePattern{Kind::CutOff, //
                    "The connection to {detail} of the {entry} was cut in the middle of an answer.",
                    "{entry}の{detail}との接続が、応答の途中で切れました。"},
    SentencePattern{Kind::UnknownAuthority, //
                    "The certificate of {detail} comes from an authority that the {entry} does not name.",
                    "{detail}の証明書は、{entry}に書かれた認証局が発行したものではありません。"},
    SentencePattern{
        Kind::WrongName, //
        "The certificate of the {entry} is not for {detail}; tls-server-name can say which name it has.",
        "{entry}の証明書は{detail}のものではありません。証明書にある名前はtls-server-nameで指定できます。"},
    SentencePattern{Kind::CertificateExpired, //
                    "The certificate of {detail} of the {entry} has expired, or is not valid yet.",
                    "{entry}の{detail}の証明書は、有効期限が切れているか、まだ有効になっていません。"},
    SentencePattern{Kind::TlsFailed, //
                    "No secure connection to {detail} of the {entry}: {field}.",
                    "{entry}の{detail}との安全な接続を確立できません({field})。"},
    SentencePattern{
        Kind::Unauthorized, //
        "The server does not accept the credentials of the {entry}. They may have expired: log in again.",
        "サーバーが{entry}"
        "の資格情報を受け付けません。期限が切れている可能性があります。ログインし直してください。"},
    SentencePattern{Kind::AnswerNotKubernetes, //
                    "What answers at {detail} of the {entry} is no Kubernetes API server.",
                    "{entry}の{detail}から、Kubernetes APIサーバーのものではない応答が返りました。"},
    SentencePattern{Kind::AnswerTooLarge, //
                    "An answer of {detail} of the {entry} is too large for Minato.",
                    "{entry}の{detail}からの応答が大きすぎて、Minatoでは扱えません。"},

    SentencePattern{
        Kind::GuardReadOnly, //
        "The {entry} is open for reading only; changes need your consent for this context first.",
        "{entry}"
        "は読み取り専用で開いています。変更するには、先にこのコンテキストでの変更を許可してください。"},
    SentencePattern{
        Kind::GuardOutside, //
        "In the {entry} Minato changes nothing outside the namespace {field} of the lesson: {detail} stays "
        "as it is.",
        "{entry}でMinatoが変更するのは、レッスン用の名前空間{field}の中だけです({detail}は変更しません)。"},
    SentencePattern{
        Kind::GuardNode, //
        "In the {entry} Minato leaves the nodes alone ({detail}), for it is not marked as a cluster to throw "
        "away.",
        "{entry}は使い捨てのクラスターとして登録されていないため、Minatoはノードを変更しません({detail})。"},
    SentencePattern{Kind::GuardNamespaceClosed, //
                    "In the {entry} the namespace {detail} of the lesson has to be made first.",
                    "{entry}では、先にレッスン用の名前空間{detail}を作成する必要があります。"},
    SentencePattern{
        Kind::GuardNamespaceTaken, //
        "In the {entry} there is a namespace {detail} that Minato has not made; it stays as it is.",
        "{entry}には、Minatoが作成したものではない名前空間{detail}があります。この名前空間は変更しません。"},
    SentencePattern{Kind::GuardTooMany, //
                    "In the {entry} Minato asks for {field} replicas at most, not for {detail}.",
                    "{entry}でMinatoが要求するレプリカ数は最大{field}です({detail}は多すぎます)。"},
    SentencePattern{
        Kind::GuardLoad, //
        "In the {entry} Minato sends load to Services of the namespace {field} only, and with your consent, "
        "not to {detail}.",
        "{entry}でMinatoが負荷をかけるのは、許可を得たうえで、名前空間{field}のServiceに対してだけです"
        "({detail}には送りません)。"},
};
static_assert(kPatterns.size() == static_cast<std::size_t>(kLastTrouble) + 1);

} // namespace

const SentencePattern &sentencePattern(Trouble::Kind kind)
{
    return kPatterns.at(static_cast<std::size_t>(kind));
}

} // namespace minato::remote
